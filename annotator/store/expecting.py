"""What a person saw when asking for a change, so that nobody's work is overwritten unseen.

A form wraps its verb: `as_shown(record, verb)`. When the verb then changes a column that is no longer what
the record said, because a colleague changed it meanwhile, the whole change is refused with both versions.
Columns that the verb leaves alone may have changed: two people may edit the note and the name. Called by
the window; looked at by the recorder, inside the change's transaction.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Table, select

from annotator.errors import StaleWrite
from annotator.model.rows import rows_of, table_of
from annotator.model.tables import JOURNAL, STEP
from annotator.records import Record, kind_of
from annotator.sentences import in_quotes, joined, term, worded
from annotator.store.step_labels import step_label

if TYPE_CHECKING:
    from annotator.store.journal import Row, StepRecorder

Result = TypeVar("Result")
# A person neither sees nor sets these.
BOOKKEEPING = ("version", "updated", "batch")
# Verbs run on one thread from beginning to end; what they expect is that thread's.
_here = threading.local()


def as_shown(record: Record | None, verb: Callable[[], Result]) -> Callable[[], Result]:
    """The verb, to be run in the belief that the project says of this what the record says."""

    def believing() -> Result:
        _here.record = record
        try:
            return verb()
        finally:
            _here.record = None

    return believing


def refuse_stale(recorder: StepRecorder, table: Table, key: list[Any], old: Row, new: Row) -> None:
    """Called for each row that a flush has updated. Raises StaleWrite, after which nothing is kept."""
    record: Record | None = getattr(_here, "record", None)
    if record is None or table is not table_of(kind_of(record)):
        return
    _, (seen,) = rows_of(record)[0]
    if [seen[column.name] for column in table.primary_key.columns] != key:
        return
    changed = [name for name in seen if name not in BOOKKEEPING and old[name] != new[name] and seen[name] != old[name]]
    if not changed:
        return
    step = _last_step(recorder, str(key[0]), table.name)
    if step is not None and step.annotator == recorder.annotator:
        # One's own change, whose news has not come back yet.
        return
    raise StaleWrite(
        _sentence(step, changed, old, new),
        theirs={name: old[name] for name in changed},
        yours={name: new[name] for name in changed},
    )


def _last_step(recorder: StepRecorder, record: str, table: str) -> Any:
    query = (
        select(STEP.c.annotator, STEP.c.label, STEP.c.at)
        .join(JOURNAL, JOURNAL.c.step == STEP.c.number)
        .where(JOURNAL.c.record == record, JOURNAL.c.table_name == table)
        .order_by(STEP.c.number.desc())
        .limit(1)
    )
    return recorder.connection.execute(query).first()


def _sentence(step: Any, changed: list[str], old: Row, new: Row) -> str:
    who = (
        worded("{annotator} changed this meanwhile (“{step}”)", annotator=step.annotator, step=step_label(step.label))
        if step
        else worded("Somebody changed this meanwhile")
    )
    sides = [
        worded(
            "{what} is now {theirs}, yours was {yours}",
            what=term(_words(name)),
            theirs=_shown(old[name]),
            yours=_shown(new[name]),
        )
        for name in changed
    ]
    return worded("{who}: {both}. Nothing was overwritten; look at it and decide.", who=who, both=joined(sides, "; "))


def _words(column: str) -> str:
    return column.removesuffix("_id").replace("_", " ")


def _shown(value: Any) -> str:
    if value in (None, "", [], {}):
        return worded("empty")
    if isinstance(value, list):
        value = ", ".join(str(each) for each in value)
    text = str(value)
    return in_quotes(f"{text[:80]}…" if len(text) > 80 else text)
