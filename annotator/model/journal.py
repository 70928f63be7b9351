"""Steps and what each changed, row by row: undo, redo, history and audit in one place.

Written by `store/journal.py` and `store/batch.py` only.
"""

from typing import TYPE_CHECKING, Any

from annotator.model import tables
from annotator.model.base import Base, Mapped


class Step(Base):
    """One change as a person sees it.

    annotator: name of who acted. kind: change, batch, undo, redo or reading. undoes: the step whose rows this one
    put back; undone_by: the step that put this one's rows back. passed_over: could not be undone and was
    left standing. open: a batch that has not reached its end. source: what a batch was made from, so that
    running it again goes on with it. articles: ids of the articles concerned, at most a few.
    """

    __table__ = tables.STEP

    if TYPE_CHECKING:
        number: Mapped[int]
        label: Mapped[str]
        annotator: Mapped[str]
        at: Mapped[str]
        kind: Mapped[str]
        undoes: Mapped[int | None]
        undone_by: Mapped[int | None]
        passed_over: Mapped[bool]
        open: Mapped[bool]
        source: Mapped[str | None]
        articles: Mapped[list[Any] | None]
        rows: Mapped[int]


class JournalRow(Base):
    """What a step did to one row.

    record: id of the noun that the row belongs to (a part belongs to its mark). key: the primary key's
    values. operation: insert, update or delete. old, new: an insert keeps the new row, an update the
    changed columns before and after, a delete the old row.
    """

    __table__ = tables.JOURNAL

    if TYPE_CHECKING:
        step: Mapped[int]
        seq: Mapped[int]
        table_name: Mapped[str]
        record: Mapped[str]
        key: Mapped[list[Any]]
        operation: Mapped[str]
        old: Mapped[dict[str, Any] | None]
        new: Mapped[dict[str, Any] | None]


class RemovedRows(Base):
    """Rows of an undone batch, compressed, so that it can be done again.

    rows: zlib-compressed JSON, a list of objects.
    """

    __table__ = tables.REMOVED_ROWS

    if TYPE_CHECKING:
        step: Mapped[int]
        seq: Mapped[int]
        table_name: Mapped[str]
        rows: Mapped[bytes]
