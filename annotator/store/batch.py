"""Batches: thousands of rows brought in bulk, in short transactions, as one step.

Used by the verbs that add articles and import sets, and by undo and redo of such a step. Rows carry the
step's number in their `batch` column, so the journal names one step instead of a million rows. A batch
that was stopped midway is open: `check` names it, running the same import again completes it, and undo
removes it.
"""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, delete, func, insert, or_, select, update

from annotator.errors import ChangeError, DiskFull, NotAllowed, UndoConflict
from annotator.model.tables import JOURNAL, REMOVED_ROWS, STEP, TABLES
from annotator.records import now
from annotator.sentences import joined, plain, worded
from annotator.store.journal import OWNER, Row, StepRecorder
from annotator.store.step_labels import step_label
from annotator.store.undo import STANDING

# A tag made meanwhile waits at most for one chunk and the commit of those before it.
CHUNK_SECONDS = 0.008
FIRST_ROWS = 200
MOST_ROWS = 4000
# A commit costs about as much as a chunk, so several share one as long as nobody waits; who waits for their
# commit waits longer the more they are. Where no window listens, more of them find the same pages in memory.
CHUNKS_A_TRANSACTION = 8
CHUNKS_ALONE = 32

# Children first when removing, parents first when putting back.
ORDER = (
    "claim_topic", "claim_speaker", "part", "comment", "review", "mark", "proposition", "progress",
    "assignment", "article_text", "article", "speaker", "topic", "field", "annotator", "codebook",
)  # fmt: skip

_NUMBERED = frozenset(table for table in TABLES.values() if "batch" in table.c)

Transaction = Callable[[], AbstractContextManager[Connection]]
Chunk = dict[Table, list[Row]]


class Batch:
    """One batch while it is being written. `transaction()` opens one short write transaction.

    sift: called inside the transaction that is to insert a chunk, so that nobody else can bring the same meanwhile;
    it takes out of the chunk what is there by now.
    """

    sift: Callable[[Connection, Chunk], None] | None = None

    def __init__(
        self,
        transaction: Transaction,
        label: str,
        annotator: str,
        source: str,
        wanted: Callable[[], bool],
        chunks: int = CHUNKS_A_TRANSACTION,
    ) -> None:
        """source: what the batch is made from; an open batch of the same source is gone on with.

        wanted: whether somebody waits who writes by hand. chunks: how many share a transaction.
        """
        self._most_chunks = chunks
        self.label = label
        self._transaction = transaction
        self._wanted = wanted
        self._pending: Chunk = {}
        self._count = 0
        self._chunks: list[tuple[Chunk, int]] = []
        self._rows_a_chunk = FIRST_ROWS
        self.rows = 0
        with transaction() as connection:
            found = connection.execute(
                select(STEP.c.number, STEP.c.rows).where(STEP.c.open.is_(True), STEP.c.source == source)
            ).first()
            if found is None:
                recorder = StepRecorder(connection, label, annotator, now(), "batch")
                recorder.close(open=True, source=source)
                self.number = recorder.number
            else:
                self.number, self.rows = found.number, found.rows

    def add(self, table: Table, rows: Sequence[Row]) -> None:
        """Take rows to insert; they are written, whole chunks at a time, table by table in the order given.

        All rows of a table have the same keys. References are checked when a transaction ends.
        """
        if not rows:
            return
        if table in _NUMBERED:
            for row in rows:
                row["batch"] = self.number
        # One statement a table and chunk: a statement for each mark would take four times as long.
        self._pending.setdefault(table, []).extend(rows)
        self._count += len(rows)

    def give_way(self) -> None:
        """Write what is pending if there is enough. Call where the rows so far are whole by themselves."""
        if self._count >= self._rows_a_chunk:
            self._end_chunk()
            if len(self._chunks) >= self._most_chunks:
                self._write()

    def flush(self) -> None:
        """Write all pending rows."""
        self._end_chunk()
        self._write()

    def _end_chunk(self) -> None:
        if self._count:
            self._chunks.append((self._pending, self._count))
            self._pending, self._count = {}, 0

    def _write(self) -> None:
        """Write the chunks, in one transaction unless somebody waits, and learn how large they may be."""
        while self._chunks:
            chunks = rows = 0
            with self._transaction() as connection:
                begin = time.perf_counter()
                for chunk, count in self._chunks:
                    if self.sift is not None:
                        self.sift(connection, chunk)
                        count = sum(map(len, chunk.values()))
                    for table, values in chunk.items():
                        if values:
                            insert_rows(connection, table, values)
                    chunks, rows = chunks + 1, rows + count
                    if self._wanted():
                        break
                seconds = time.perf_counter() - begin
                self._count_in(connection, rows)
            self.rows += rows
            del self._chunks[:chunks]
            scale = min(2.0, max(0.25, CHUNK_SECONDS * chunks / max(seconds, 1e-6)))
            self._rows_a_chunk = int(min(MOST_ROWS, max(50, rows / chunks * scale)))

    def _count_in(self, connection: Connection, rows: int) -> None:
        """Add to the step's rows; another program may bring rows of the same batch, or have taken it back."""
        standing = (STEP.c.number == self.number) & STEP.c.undone_by.is_(None)
        if connection.execute(update(STEP).where(standing).values(rows=STEP.c.rows + rows)).rowcount != 1:
            raise ChangeError(
                worded(
                    "What was brought in so far was taken back by another program meanwhile, so it was stopped; look "
                    "at the project again, and repeat it if it is still needed."
                )
            )

    def drop_pending(self) -> None:
        """Let go of what is not written yet, where no more can be written or none of it is to be kept."""
        self._pending, self._count, self._chunks = {}, 0, []

    def finish(self, label: str | None = None) -> int:
        """Write the rest and close the batch. label: what to call the step now that its size is known."""
        try:
            self.flush()
        except NotAllowed:
            # A server that takes nothing of it from this person is to keep no shell of it either.
            self._chunks.clear()
            self._close(label)
            raise
        self._close(label)
        return self.number

    def _close(self, label: str | None) -> None:
        with self._transaction() as connection:
            values: Row = {"open": False} | ({"label": plain(label)} if label else {})
            # Another program may have brought rows of it.
            empty = (STEP.c.number == self.number) & (STEP.c.rows == 0)
            if self.rows or not connection.execute(delete(STEP).where(empty)).rowcount:
                connection.execute(update(STEP).where(STEP.c.number == self.number).values(values))


@contextmanager
def told_when_full(made: Batch) -> Iterator[None]:
    """Where the disk is full in the midst of a batch, says that a part of it is there and what to do with it."""
    try:
        yield
    except DiskFull as error:
        made.drop_pending()
        if not made.rows:
            with suppress(DiskFull):
                made.finish()
            raise
        raise DiskFull(
            worded(
                "There is no room left on the disk, so only a part of “{label}” is in the project ({rows} rows). Free "
                "some space, then do the same again to complete it, or undo it.",
                label=made.label,
                rows=made.rows,
            )
        ) from error


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows of the same keys in one statement.

    To SQLite the values go as they are, but for those that a type has to convert: what SQLAlchemy does for
    each row of `execute` takes as long as the insertion itself. On a server the way there takes longer.
    """
    if not connection.dialect.positional:
        connection.execute(insert(table), list(rows))
        return
    statement, values_of, converted = _insertion(table, tuple(rows[0]), connection.dialect)
    values = list(map(values_of, rows))
    for place, convert in converted:
        for number, row in enumerate(values):
            # Nothing stays nothing; of most marks these columns hold nothing.
            if row[place] is not None:
                values[number] = (*row[:place], convert(row[place]), *row[place + 1 :])
    connection.exec_driver_sql(statement, values)


@lru_cache(maxsize=64)
def _insertion(
    table: Table, names: tuple[str, ...], dialect: Dialect
) -> tuple[str, Callable[[Row], tuple[Any, ...]], list[tuple[int, Callable[[Any], Any]]]]:
    """The statement, what takes its values out of a row in their order, and which of them to convert how."""
    compiled = insert(table).compile(dialect=dialect, column_keys=names)
    order: Sequence[str] = getattr(compiled, "positiontup", None) or names
    processors = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in order]
    converted: list[tuple[int, Callable[[Any], Any]]] = [
        (place, convert) for place, convert in enumerate(processors) if convert is not None
    ]
    values_of: Callable[[Row], Any] = itemgetter(*order)
    return str(compiled), values_of, converted


def in_batch(table: Table, number: int) -> Any:
    """The condition that picks a batch's rows: by its own column, or by the mark they hang on."""
    if "batch" in table.c:
        return table.c.batch == number
    mark = TABLES["mark"]
    return table.c.mark_id.in_(select(mark.c.id).where(mark.c.batch == number))


def open_batches(connection: Connection) -> list[Row]:
    """Batches that did not reach their end."""
    query = select(STEP).where(STEP.c.open.is_(True), STEP.c.undone_by.is_(None)).order_by(STEP.c.number)
    return [dict(row) for row in connection.execute(query).mappings()]


def remove(connection: Connection, step: Row, annotator: str) -> StepRecorder:
    """Undo a batch: its rows go, compressed, into the step. Raises UndoConflict when later work uses them."""
    number = step["number"]
    _refuse_later_work(connection, step)
    recorder = StepRecorder(connection, step["label"], annotator, now(), "undo")
    # First, since rows are only kept in a step that is there.
    recorder.close(undoes=number)
    seq = removed = 0
    for name in ORDER:
        table = TABLES[name]
        condition = in_batch(table, number)
        found = 0
        for rows in _pages(connection, select(table).where(condition)):
            packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 6)
            connection.execute(
                insert(REMOVED_ROWS), [{"step": recorder.number, "seq": seq, "table_name": name, "rows": packed}]
            )
            seq, found = seq + 1, found + len(rows)
        if connection.execute(delete(table).where(condition)).rowcount != found:
            # A server lets some read what they may not write.
            raise NotAllowed(
                worded(
                    "Your role does not allow undoing “{label}” (step {number}).",
                    label=step_label(step["label"]),
                    number=number,
                )
            )
        removed += found
    connection.execute(update(STEP).where(STEP.c.number == number).values(undone_by=recorder.number, open=False))
    connection.execute(update(STEP).where(STEP.c.number == recorder.number).values(rows=removed))
    return recorder


def put_back(connection: Connection, undo: Row, annotator: str) -> StepRecorder:
    """Redo a batch: the rows that its undo removed come back as they were, under the new step's number."""
    recorder = StepRecorder(connection, undo["label"], annotator, now(), "redo")
    query = select(REMOVED_ROWS).where(REMOVED_ROWS.c.step == undo["number"]).order_by(REMOVED_ROWS.c.seq.desc())
    count = 0
    for packed in connection.execute(query).mappings().all():
        table = TABLES[packed["table_name"]]
        rows: list[Row] = json.loads(zlib.decompress(packed["rows"]))
        if "batch" in table.c:
            for row in rows:
                row["batch"] = recorder.number
        insert_rows(connection, table, rows)
        count += len(rows)
    connection.execute(delete(REMOVED_ROWS).where(REMOVED_ROWS.c.step == undo["number"]))
    connection.execute(update(STEP).where(STEP.c.number == undo["number"]).values(undone_by=recorder.number))
    recorder.close(undoes=undo["number"])
    connection.execute(update(STEP).where(STEP.c.number == recorder.number).values(rows=count))
    return recorder


def is_batch(connection: Connection, step: Row) -> bool:
    """Whether undoing or redoing the step moves a whole batch."""
    if step["kind"] == "batch":
        return True
    while step["undoes"] is not None:
        row = connection.execute(select(STEP).where(STEP.c.number == step["undoes"])).mappings().one()
        step = dict(row)
        if step["kind"] == "batch":
            return True
    return False


def _pages(connection: Connection, query: Any, size: int = 5000) -> Iterator[list[Row]]:
    result = connection.execute(query).mappings()
    while page := result.fetchmany(size):
        yield [dict(row) for row in page]


def _refuse_later_work(connection: Connection, step: Row) -> None:
    """Marks of later steps on this batch's articles, and later changes to its rows, stand in the way."""
    number, mark, article = step["number"], TABLES["mark"], TABLES["article"]
    later_batch: Column[Any] = mark.c.batch
    used = connection.execute(
        select(func.count())
        .select_from(mark)
        .where(
            mark.c.article_id.in_(select(article.c.id).where(article.c.batch == number)),
            or_(later_batch.is_(None), later_batch != number),
        )
    ).scalar_one()
    changed = [
        row
        for name in ORDER
        if "batch" in TABLES[name].c and name != "codebook"
        for row in connection.execute(_later_steps(TABLES[name], number))
    ]
    if not used and not changed:
        return
    steps = sorted({(row.label, row.annotator) for row in changed})[:5]
    names = joined(worded("“{step}” by {annotator}", step=step_label(each), annotator=by) for each, by in steps)
    on_it = worded("{used} later marks lie on its articles", used=used)
    changes = worded("its rows were changed since ({names})", names=names)
    both = worded("{one} and {other}", one=on_it, other=changes)
    raise UndoConflict(
        worded(
            "“{label}” (step {number}) cannot be undone: {what}. Undo that first, or pass this step over.",
            label=step_label(step["label"]),
            number=number,
            what=both if used and names else on_it if used else changes,
        ),
        number,
    )


def _later_steps(table: Table, number: int) -> Any:
    identity = next(iter(table.primary_key.columns))
    ids = select(identity).where(table.c.batch == number)
    # A deleted row is only in the journal; its undo would bring it back without its batch.
    deleted = (JOURNAL.c.operation == "delete") & (JOURNAL.c.old["batch"].as_integer() == number)
    names = [name for name, owner in OWNER.items() if owner == table.name] + [table.name]
    return (
        select(STEP.c.label, STEP.c.annotator)
        .distinct()
        .join(JOURNAL, JOURNAL.c.step == STEP.c.number)
        .where(
            JOURNAL.c.table_name.in_(names),
            JOURNAL.c.record.in_(ids) | deleted,
            STEP.c.number > number,
            STEP.c.undone_by.is_(None),
            STEP.c.kind.in_(STANDING),
        )
        .limit(5)
    )
