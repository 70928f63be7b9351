"""The codebook's own fields: made, changed, ordered, deleted, and answered on marks. Each is one step of undo.

Called by the Codebook screen and by the cards of claims.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from typing import Any, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.actions.acting import clean_name, found, own_mark
from annotator.actions.codebook import new_version
from annotator.errors import ChangeError, InvalidValue
from annotator.model import Field, Mark
from annotator.queries.codebook import field_counts
from annotator.records import FieldKind, FieldTarget, now
from annotator.sentences import in_quotes, term, worded
from annotator.store import Store

KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
TARGETS: tuple[FieldTarget, ...] = get_args(FieldTarget)
EDITABLE = frozenset({"title", "kind", "choices", "applies_to"})


def make_field(
    store: Store,
    title: str,
    *,
    kind: FieldKind = "choice",
    choices: Sequence[str] = (),
    applies_to: Sequence[FieldTarget] = ("claim",),
    key: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """A new field, last of all; returns its key, which is made from the title where none is given.

    Raises InvalidValue for a doubled title, unknown kinds, or a choice without two different choices.
    """
    with store.change(worded("New field"), by=by, origin=origin) as session:
        title = clean_name(title, "field")
        _refuse_same_title(session, title, None)
        made = Field(key=_free_key(session, key or title), title=title)
        made.place = session.execute(select(func.coalesce(func.max(Field.place), 0))).scalar_one() + 1
        _set(made, kind=kind, choices=choices, applies_to=applies_to)
        session.add(made)
        return made.key


def edit_field(store: Store, key: str, *, by: str | None = None, origin: object = None, **values: Any) -> None:
    """Change title, kind, choices or what the field is asked of.

    Other kinds and choices that are taken away change the meaning: a new version of the codebook. Raises
    ChangeError where answers of another kind are there already; answers by a choice that goes stay.
    """
    with store.change(worded("Change field"), by=by, origin=origin) as session:
        field = found(session, Field, key, "field")
        if unknown := set(values) - EDITABLE:
            raise InvalidValue(worded("A field has no {unknown}.", unknown=min(unknown)))
        if "title" in values:
            title = clean_name(values.pop("title"), "field")
            _refuse_same_title(session, title, key)
            field.title = title
        before, gone = field.kind, set(field.choices or ())
        _set(
            field, **{name: values.get(name, getattr(field, name) or ()) for name in ("kind", "choices", "applies_to")}
        )
        if field.kind != before and (answered := field_counts(session).get(key)):
            raise ChangeError(
                worded(
                    "“{field}” is answered on {answered} marks; make a new field for another kind of answer.",
                    field=field.title,
                    answered=answered.total(),
                )
            )
        if field.kind != before or gone - set(field.choices or ()):
            new_version(session, worded("Field “{field}” changed", field=field.title))


def move_field(store: Store, key: str, place: int, *, by: str | None = None, origin: object = None) -> None:
    """Put a field as number `place` (from 0) of all fields."""
    with store.change(worded("Move field"), by=by, origin=origin) as session:
        field = found(session, Field, key, "field")
        others = session.execute(select(Field).where(Field.key != key).order_by(Field.place, Field.key)).scalars().all()
        for number, each in enumerate([*others[:place], field, *others[place:]], 1):
            each.place = number


def delete_field(store: Store, key: str, *, by: str | None = None, origin: object = None) -> None:
    """Delete a field. The answers given stay on their marks, and come back to sight with the field."""
    with store.change(worded("Delete field"), by=by, origin=origin) as session:
        session.delete(found(session, Field, key, "field"))


def set_field(
    store: Store, mark_ids: Collection[str], key: str, value: object, *, by: str | None = None, origin: object = None
) -> None:
    """Answer a field on marks of one's own; None takes the answer away. Raises InvalidValue."""
    with store.change(worded("Set field"), by=by, origin=origin) as session:
        for mark_id in mark_ids:
            answer(own_mark(session, mark_id), found(session, Field, key, "field"), value)


def answer(mark: Mark, field: Field, value: object) -> None:
    """The same for one mark inside a step."""
    if mark.kind not in (field.applies_to or ()):
        raise InvalidValue(worded("“{field}” is not asked of a {kind}.", field=field.title, kind=term(mark.kind)))
    answers = dict(mark.fields or {})
    answers.pop(field.key, None)
    if (checked := checked_answer(field, value)) is not None:
        answers[field.key] = checked
    mark.fields, mark.updated = answers or None, now()


def checked_answer(field: Field, value: object) -> object:
    """The value as it is stored: text, a list of texts, a number, a truth value, or None for no answer."""
    if value is None or value == "" or value == []:
        return None
    choices = field.choices or []
    if not _fits(field.kind, choices, value):
        raise InvalidValue(
            worded(
                "“{value}” is no answer to “{field}”; it asks for {asked}.",
                value=value,
                field=field.title,
                asked=_asked(field),
            )
        )
    if isinstance(value, list):
        return [each for each in choices if each in value]
    return value


def _fits(kind: str, choices: Sequence[str], value: object) -> bool:
    if kind == "choice":
        return value in choices
    if kind == "choices":
        return isinstance(value, list) and all(each in choices for each in value)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return isinstance(value, bool if kind == "yes_no" else str)


def _asked(field: Field) -> str:
    some = ", ".join(in_quotes(each) for each in (field.choices or [])[:6])
    return {
        "choice": worded("one of {some}", some=some),
        "choices": worded("some of {some}", some=some),
        "text": "text",
        "number": worded("a number"),
        "yes_no": worded("yes or no"),
    }[field.kind]


def _set(field: Field, *, kind: str, choices: Sequence[str], applies_to: Sequence[str]) -> None:
    if kind not in KINDS:
        raise InvalidValue(
            worded("A field cannot be of the kind “{kind}”; choose one of {kinds}.", kind=kind, kinds=", ".join(KINDS))
        )
    if not applies_to or set(applies_to) - set(TARGETS):
        raise InvalidValue(
            worded("Say what “{field}” is asked of: {targets}.", field=field.title, targets=", ".join(TARGETS))
        )
    clean = [" ".join(each.split()) for each in choices]
    clean = [each for each in clean if each]
    if kind in ("choice", "choices"):
        doubled = next((each for n, each in enumerate(clean) if each in clean[:n]), None)
        if doubled is not None:
            raise InvalidValue(
                worded(
                    "“{doubled}” stands twice among the choices of “{field}”; each is named once.",
                    doubled=doubled,
                    field=field.title,
                )
            )
        if not clean:
            raise InvalidValue(worded("“{field}” needs at least one choice.", field=field.title))
    field.kind = kind
    field.choices = (clean or None) if kind in ("choice", "choices") else None
    field.applies_to = [each for each in TARGETS if each in applies_to]


def _free_key(session: Session, wanted: str) -> str:
    base = re.sub(r"[^\w]+", "_", wanted.casefold()).strip("_") or "field"
    taken = set(session.execute(select(Field.key)).scalars())
    key, number = base, 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    return key


def _refuse_same_title(session: Session, title: str, but: str | None) -> None:
    for key, other in session.execute(select(Field.key, Field.title)):
        if key != but and other.casefold() == title.casefold():
            raise InvalidValue(worded("There is a field “{other}” already; choose another title.", other=other))
