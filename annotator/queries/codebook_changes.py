"""What a version of the codebook changed: topics and fields before and after it.

Asked by the page of versions. Read from the journal, as far as the steps of the version still stand; what
came with an imported set has no steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from sqlalchemy import select

from annotator.model.tables import CODEBOOK, JOURNAL, STEP, TOPIC
from annotator.queries.codebook import MEANING
from annotator.store.undo import STANDING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NAMES = {"topic": "name", "field": "title"}
_TOLD = {"topic": MEANING | {"name"}, "field": frozenset({"title", "kind", "choices"})}


class Changed(Struct, frozen=True):
    """One thing that a version changed in a topic or a field, called as it is called now (at the end).

    what: the column; "made" and "deleted" for the whole. before, after: as text, choices one in each line;
    of a merge the name of the topic that it was merged into; "yes" or empty where it is retired.
    """

    kind: str
    name: str
    what: str
    before: str
    after: str


def changes_of(session: Session, number: int) -> list[Changed]:
    """What the version changed, in the order in which it was done; several changes of one text are one."""
    record = str(number)
    steps = (
        select(JOURNAL.c.step)
        .join(STEP, STEP.c.number == JOURNAL.c.step)
        .where(
            JOURNAL.c.record == record,
            JOURNAL.c.table_name == CODEBOOK.name,
            STEP.c.undone_by.is_(None),
            STEP.c.kind.in_(STANDING),
        )
    )
    rows = (
        select(JOURNAL.c.table_name, JOURNAL.c.record, JOURNAL.c.operation, JOURNAL.c.old, JOURNAL.c.new)
        .where(JOURNAL.c.step.in_(steps), JOURNAL.c.table_name.in_(_NAMES))
        .order_by(JOURNAL.c.step, JOURNAL.c.seq)
    )
    names = dict(session.execute(select(TOPIC.c.id, TOPIC.c.name)).all())
    called: dict[tuple[str, str], str] = {("topic", id_): name for id_, name in names.items()}
    found: dict[tuple[str, str, str], tuple[str, str]] = {}
    for kind, id_, operation, old, new in session.execute(rows):
        values = {**(old or {}), **(new or {})}
        if _NAMES[kind] in values:
            called.setdefault((kind, id_), str(values[_NAMES[kind]]))
        for what, before, after in _parts(kind, operation, old or {}, new or {}, names):
            first, _ = found.get((kind, id_, what), (before, after))
            found[kind, id_, what] = first, after
    _name_fields(session, called)
    return [
        Changed(kind, called.get((kind, id_), id_), what, before, after)
        for (kind, id_, what), (before, after) in found.items()
        if before != after or what in ("made", "deleted")
    ]


def _name_fields(session: Session, called: dict[tuple[str, str], str]) -> None:
    from annotator.queries.registry import fields

    called.update({("field", each.key): each.title for each in fields(session)})


def _parts(
    kind: str, operation: str, old: Mapping[str, Any], new: Mapping[str, Any], names: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """(what, before, after) of one row of the journal."""
    if operation == "delete":
        return [("deleted", "", "")]
    made = [("made", "", "")] if operation == "insert" else []
    told = [what for what in new if what in _TOLD[kind] and not (made and what == _NAMES[kind])]
    both = [(what, _text(old.get(what), names), _text(new[what], names)) for what in sorted(told)]
    return [*made, *(each for each in both if each[1] != each[2])]


def _text(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return "\n".join(map(str, value))
    if isinstance(value, bool | int):
        return "yes" if value else ""
    return names.get(value, value) if isinstance(value, str) else ""
