"""Who acts in a step, and finding what a step acts on. Used by the other verbs only."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from annotator.errors import ChangeError, InvalidValue, UnknownRecord
from annotator.model import Annotator, ClaimSpeaker, ClaimTopic, Mark, Part, new_id
from annotator.model.tables import ANNOTATOR
from annotator.queries.annotators import annotator_named
from annotator.queries.marks import MOST_IDS
from annotator.records import initials, next_colour
from annotator.sentences import term, worded

Noun = TypeVar("Noun")
Hanging = type[Part] | type[ClaimSpeaker] | type[ClaimTopic]


def acting(session: Session) -> str:
    """The id of the annotator who acts in this session; a new annotator is entered in the project.

    Being entered is no work of theirs, so it is no part of the step and is not undone with it.
    """
    name: str = session.info["annotator"]
    found = annotator_named(session, name)
    if found is not None:
        return found
    made = new_annotator(session, name)
    session.info["recorder"].touched.setdefault("annotator", set()).add(made["id"])
    session.connection().execute(insert(ANNOTATOR), [made])
    return str(made["id"])


def new_annotator(session: Session, name: str) -> dict[str, Any]:
    """The row of a person who is not in the project yet."""
    if not name.strip():
        raise InvalidValue(worded("An annotator needs a name; give one in Settings."))
    others = session.execute(select(func.count()).select_from(Annotator)).scalar_one()
    return {
        "id": new_id(),
        "name": name,
        "initials": initials(name),
        "colour": next_colour(others),
        "kind": "person",
        "imported": False,
        "version": 1,
        "batch": None,
    }


def found(session: Session, noun: type[Noun], key: Any, what: str) -> Noun:
    """The object of that key. Raises UnknownRecord: "This claim is not in the project (any more)."."""
    thing = session.get(noun, key)
    if thing is None:
        raise UnknownRecord(worded("This {what} is not in the project (any more).", what=term(what)))
    return thing


def own_mark(session: Session, mark_id: str, kind: str | None = None) -> Mark:
    """A mark of the acting annotator, or of the consensus, which is everybody's.

    Raises ChangeError for a colleague's: originals never change.
    """
    mark = found(session, Mark, mark_id, kind or "mark")
    if kind is not None and mark.kind != kind:
        raise ChangeError(worded("This is a {kind}, not a {wanted}.", kind=term(mark.kind), wanted=term(kind)))
    if mark.annotator_id != acting(session):
        owner = found(session, Annotator, mark.annotator_id, "annotator")
        if owner.kind == "consensus":
            return mark
        name = owner.name
        raise ChangeError(
            worded("This {kind} is {name}’s; only {name} may change it.", kind=term(mark.kind), name=name)
        )
    return mark


def marks_with_ids(session: Session, ids: Collection[str]) -> list[Mark]:
    """The marks of these ids, read together; whose they are is for the caller to look at."""
    wanted, marks = list(ids), list[Mark]()
    for first in range(0, len(wanted), MOST_IDS):
        marks += session.execute(select(Mark).where(Mark.id.in_(wanted[first : first + MOST_IDS]))).scalars()
    return marks


def hanging(session: Session, noun: Hanging, marks: Collection[Mark]) -> Iterator[Any]:
    """The rows of these marks, read together, those of a mark in their order."""
    every = list(marks)
    for first in range(0, len(every), MOST_IDS):
        some = every[first : first + MOST_IDS]
        query = select(noun).where(
            noun.article_id.in_({mark.article_id for mark in some}), noun.mark_id.in_([mark.id for mark in some])
        )
        yield from session.execute(query.order_by(noun.mark_id, noun.ordinal)).scalars()


def clean_name(name: str, what: str) -> str:
    """A name without white space around it. Raises InvalidValue for an empty one."""
    name = " ".join(name.split())
    if not name:
        raise InvalidValue(worded("A {what} needs a name.", what=term(what)))
    return name
