"""What comes in with an id that the project has already: is it the same, another's, or something else?

Used by `Intake`. Records wait until there are some hundred, since to ask for them one by one would take too long.
Nothing that is there is ever written over; the report says what was met.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec import structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.formats import FileReport
from annotator.model import Annotator, CodebookVersion, Comment, Field, Proposition, Review, Speaker, Topic
from annotator.model.rows import plain_from, speaker_from, topic_from
from annotator.queries.marks import raw_marks
from annotator.records import (
    AssignmentRecord,
    ClaimRecord,
    CommentRecord,
    MentionRecord,
    PassageRecord,
    ProgressRecord,
    Record,
    ReviewRecord,
    kind_of,
)
from annotator.sentences import in_quotes, joined, worded
from annotator.store import Store

MARKS = (ClaimRecord, MentionRecord, PassageRecord)
NOUNS: dict[str, Any] = {
    "codebook": CodebookVersion,
    "annotator": Annotator,
    "field": Field,
    "topic": Topic,
    "speaker": Speaker,
    "proposition": Proposition,
    "review": Review,
    "comment": Comment,
}
_AUTHORED = (*MARKS, ReviewRecord, CommentRecord)
COMPARED_AT_ONCE = 400


class Comparing:
    """The records of one file that are compared. Counts go into the report."""

    def __init__(self, store: Store, report: FileReport, *, foreign: bool) -> None:
        """foreign: the set is of another tool, which knows no times of ours."""
        self._store, self._report, self._foreign = store, report, foreign
        self._waiting: list[tuple[Record, Record | None]] = []
        self._others: Counter[tuple[str, str]] = Counter()

    def wait(self, record: Record, taken: Record | None) -> None:
        """Have a record compared soon. taken: as what it would be taken in, if at all."""
        self._waiting.append((record, taken))
        if len(self._waiting) >= COMPARED_AT_ONCE:
            self.compare()

    def compare(self) -> None:
        """Compare what waits."""
        waiting, self._waiting = self._waiting, []
        present = self._present([record for record, _ in waiting])
        for record, taken in waiting:
            here = present.get((kind_of(record), key_of(record)))
            if self._is_same(record, taken, here):
                self._report.same += 1
            elif isinstance(here, _AUTHORED) and self._is_same(_by(record, here), _by(taken, here), here):
                self._others[_whose(record), here.annotator] += 1
            else:
                self.conflict(record)

    def is_anothers(self, annotator: str) -> bool:
        """Whether any of what was to be this annotator's is here as somebody else's."""
        self.compare()
        return any(wanted == annotator for wanted, _ in self._others)

    def finish(self) -> None:
        """Compare the rest, and say once what is here as somebody else's."""
        self.compare()
        if not self._others:
            return
        with self._store.read() as session:
            whose = {here for _, here in self._others}
            query = select(Annotator.name).where(Annotator.id.in_(whose)).order_by(Annotator.name)
            names = joined(session.execute(query).scalars())
        self._report.conflicts.append(
            worded(
                "{count} of its marks and remarks are in the project already as tags of {names} and stay so; to have "
                "them under another name, undo the import that brought them, then import again.",
                count=self._others.total(),
                names=names,
            )
        )

    def conflict(self, record: Record) -> None:
        """Say that a record is here with other content."""
        kind = kind_of(record).capitalize()
        if isinstance(record, ProgressRecord | AssignmentRecord):
            called = f"{kind} of annotator {record.annotator} in article {record.article}"
        else:
            name = getattr(record, "name", None) or getattr(record, "title", None)
            called = f"{kind} {in_quotes(name)}" if name else f"{kind} {key_of(record)}"
        self._report.conflicts.append(
            worded("{called} is in the project with other content; the project’s was kept.", called=called)
        )

    def _is_same(self, record: Record | None, taken: Record | None, here: Record | None) -> bool:
        return here == record or (taken is not None and here == self._as_dated(taken, record, here))

    def _as_dated(self, taken: Record, record: Record | None, here: Record | None) -> Record:
        """What would be taken in, with the times at which that was done here where the set says none."""
        if self._foreign and isinstance(taken, CommentRecord) and isinstance(here, CommentRecord):
            return structs.replace(taken, created=here.created)
        if not (isinstance(taken, MARKS) and isinstance(here, MARKS) and isinstance(record, MARKS)):
            return taken
        if self._foreign:
            return structs.replace(taken, created=here.created, updated=here.updated)
        return taken if taken.revision == record.revision else structs.replace(taken, updated=here.updated)

    def _present(self, records: list[Record]) -> dict[tuple[str, Any], Record]:
        found: dict[tuple[str, Any], Record] = {}
        if not records:
            return found
        with self._store.read() as session:
            for mark in raw_marks(session, [each.id for each in records if isinstance(each, MARKS)]):
                found[kind_of(mark), mark.id] = mark
            for kind in NOUNS:
                keys = [key_of(record) for record in records if kind_of(record) == kind]
                found.update(_nouns(session, kind, keys) if keys else {})
        return found


def _nouns(session: Session, kind: str, keys: list[Any]) -> dict[tuple[str, Any], Record]:
    columns = NOUNS[kind].__table__.c
    key = next(iter(NOUNS[kind].__table__.primary_key.columns))
    rows = session.execute(select(*columns).where(key.in_(keys)))
    return {(kind, getattr(row, key.name)): _record(kind, row) for row in rows}


def key_of(record: Record) -> Any:
    """What tells records of one kind apart: their first value, mostly an id."""
    return getattr(record, record.__struct_fields__[0])


def _whose(record: Any) -> str:
    return str(record.annotator)


def _by(record: Record | None, here: Any) -> Record | None:
    """The record as if it were of who made what is here."""
    return structs.replace(record, annotator=here.annotator) if isinstance(record, _AUTHORED) else record


def _record(kind: str, row: Any) -> Record:
    if kind == "topic":
        return topic_from(row)
    return speaker_from(row) if kind == "speaker" else plain_from(kind, row)
