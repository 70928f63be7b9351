"""Who has work in the project."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from annotator.errors import InvalidValue
from annotator.model import Annotator, Assignment, Comment, Mark, Progress, Review
from annotator.model.rows import plain_from
from annotator.records import AnnotatorRecord


def annotator_named(session: Session, name: str) -> str | None:
    """The id of the person of that name, or None if the project does not know them yet."""
    return session.execute(
        select(Annotator.id).where(Annotator.name == name, Annotator.kind == "person").order_by(Annotator.id)
    ).scalars().first()  # fmt: skip


def annotators(session: Session) -> list[AnnotatorRecord]:
    """All who have work in the project or were imported, by id.

    A person whose every tag was undone is known to the database but not listed.
    """
    at_work = or_(
        Annotator.imported.is_(True),
        *(exists().where(noun.annotator_id == Annotator.id) for noun in (Mark, Progress, Review, Comment, Assignment)),
    )
    query = select(Annotator).where(at_work).order_by(Annotator.id)
    return [
        record
        for row in session.execute(query).scalars()
        if isinstance(record := plain_from("annotator", row), AnnotatorRecord)
    ]


def ids_of_names(session: Session, names: Collection[str]) -> set[str]:
    """The ids of all who go by these names. Raises InvalidValue, with the names there are, for an unknown one."""
    rows = session.execute(select(Annotator.id, Annotator.name)).all()
    known = {row.name for row in rows}
    if missing := [name for name in names if name not in known]:
        there = ", ".join(sorted(known)) or "nobody yet"
        raise InvalidValue(f"“{missing[0]}” is no annotator of this project; there are: {there}.")
    return {row.id for row in rows if row.name in names}
