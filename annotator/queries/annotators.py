"""Who has work in the project."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, or_, select

from annotator.errors import InvalidValue
from annotator.model.rows import plain_from, table_of
from annotator.model.tables import ANNOTATOR, MARK
from annotator.records import AnnotatorRecord
from annotator.sentences import worded

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# What somebody has who works in the project.
WORK = (MARK, *(table_of(kind) for kind in ("review", "comment", "assignment")))
PROGRESS = table_of("progress")
_NAMED = (
    select(ANNOTATOR.c.id)
    .where(ANNOTATOR.c.name == bindparam("wanted"), ANNOTATOR.c.kind == "person")
    .order_by(ANNOTATOR.c.id)
)


def annotator_named(session: Session, name: str) -> str | None:
    """The id of the person of that name, or None if the project does not know them yet."""
    return session.execute(_NAMED, {"wanted": name}).scalars().first()


def annotators(session: Session) -> list[AnnotatorRecord]:
    """All who have work in the project or were imported, by id.

    A person whose every tag was undone is known to the database but not listed.
    """
    at_work = or_(
        ANNOTATOR.c.imported.is_(True),
        *(exists().where(each.c.annotator_id == ANNOTATOR.c.id) for each in WORK),
        # Who only opened an article and read has no work in it.
        exists().where(
            PROGRESS.c.annotator_id == ANNOTATOR.c.id,
            or_(PROGRESS.c.state != "new", PROGRESS.c.nothing_to_tag, PROGRESS.c.empty_blocks.is_not(None)),
        ),
    )
    query = select(*ANNOTATOR.c).where(at_work).order_by(ANNOTATOR.c.id)
    return [
        record for row in session.execute(query) if isinstance(record := plain_from("annotator", row), AnnotatorRecord)
    ]


def ids_of_names(session: Session, names: Collection[str]) -> set[str]:
    """The ids of all who go by these names. Raises InvalidValue, with the names there are, for an unknown one."""
    rows = session.execute(select(ANNOTATOR.c.id, ANNOTATOR.c.name)).all()
    known = {row.name for row in rows}
    if missing := [name for name in names if name not in known]:
        there = ", ".join(sorted(known)) or "nobody yet"
        raise InvalidValue(
            worded("“{missing}” is no annotator of this project; there are: {there}.", missing=missing[0], there=there)
        )
    return {row.id for row in rows if row.name in names}
