"""Undo and redo: the rows of a step are put back, in reverse, inside a step of their own.

Called by the store inside a write transaction. Because an undo is recorded like any other step, redo is
the undo of an undo, and both outlive a restart. Present values must equal those that the step left
behind; otherwise the step is a conflict, nothing is changed, and it may be passed over.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from annotator.errors import NotAllowed, NothingToUndo, UndoConflict
from annotator.model.tables import JOURNAL, STEP, TABLES
from annotator.records import now
from annotator.sentences import worded
from annotator.store.journal import BOOKKEEPING, Row, StepRecorder, fetch
from annotator.store.step_labels import step_label

DONE_BY_HAND = ("change", "batch")
# What stands in the way of undoing something earlier, as long as it is not undone itself.
STANDING = (*DONE_BY_HAND, "redo")


def _latest_standing(kinds: tuple[str, ...]) -> Select[Any]:
    """The annotator's last step of these kinds that still stands and was not passed over."""
    standing = STEP.c.undone_by.is_(None), STEP.c.passed_over.is_(False)
    mine = STEP.c.annotator == bindparam("annotator"), STEP.c.kind.in_(kinds)
    return select(STEP).where(*mine, *standing).order_by(STEP.c.number.desc()).limit(1)


# Built once: the key of undo is pressed many times in a row.
_UNDOABLE, _UNDO = _latest_standing(STANDING), _latest_standing(("undo",))
_NEWER = (
    select(STEP.c.number)
    .where(
        STEP.c.annotator == bindparam("annotator"), STEP.c.kind.in_(DONE_BY_HAND), STEP.c.number > bindparam("number")
    )
    .limit(1)
)


def last_undoable(connection: Connection, annotator: str) -> Row | None:
    """The annotator's last step that still stands and was not passed over."""
    return _first(connection, _UNDOABLE, annotator)


def last_redoable(connection: Connection, annotator: str) -> Row | None:
    """The annotator's last undo that still stands, unless a new step came after it."""
    undo = _first(connection, _UNDO, annotator)
    if undo is None:
        return None
    newer = connection.execute(_NEWER, {"annotator": annotator, "number": undo["number"]}).first()
    return undo if newer is None else None


def _first(connection: Connection, query: Select[Any], annotator: str) -> Row | None:
    row = connection.execute(query, {"annotator": annotator}).mappings().first()
    return dict(row) if row is not None else None


def nothing_left(annotator: str, *, redo: bool) -> NothingToUndo:
    """The sentence when there is no step to take."""
    if redo:
        return NothingToUndo(worded("{annotator} has nothing to do again in this project.", annotator=annotator))
    return NothingToUndo(worded("{annotator} has nothing to undo in this project.", annotator=annotator))


def leave_standing(connection: Connection, number: int, annotator: str) -> None:
    """Pass a step in conflict over for good: undo goes on with the one before it."""
    connection.execute(
        update(STEP).where(STEP.c.number == number, STEP.c.annotator == annotator).values(passed_over=True)
    )


def invert(connection: Connection, step: Row, annotator: str) -> StepRecorder:
    """Put back what `step` changed, as a new step. Raises UndoConflict, having changed nothing yet kept."""
    kind = "redo" if step["kind"] == "undo" else "undo"
    recorder = StepRecorder(connection, step["label"], annotator, now(), kind)
    query = select(JOURNAL).where(JOURNAL.c.step == step["number"]).order_by(JOURNAL.c.seq.desc())
    for row in connection.execute(query).mappings().all():
        _invert_row(connection, recorder, dict(row), step)
    connection.execute(update(STEP).where(STEP.c.number == step["number"]).values(undone_by=recorder.number))
    recorder.close(undoes=step["number"])
    return recorder


def _invert_row(connection: Connection, recorder: StepRecorder, row: Row, step: Row) -> None:
    table = TABLES[row["table_name"]]
    present, done = fetch(connection, table, row["key"]), None
    matches = [c == value for c, value in zip(table.primary_key.columns, row["key"], strict=True)]
    if row["operation"] == "insert":
        if present is None or not _equal(present, row["new"]):
            raise conflict(connection, step, row)
        done = connection.execute(delete(table).where(*matches))
        recorder.add(table, "delete", present, None)
    elif row["operation"] == "delete":
        if present is not None:
            raise conflict(connection, step, row)
        connection.execute(insert(table), [row["old"]])
        recorder.add(table, "insert", None, row["old"])
    else:
        if present is None or not _equal(present, row["new"]):
            raise conflict(connection, step, row)
        values = dict(row["old"])
        if "version" in table.c:
            values["version"] = present["version"] + 1
        if "updated" in table.c:
            values["updated"] = recorder.at
        done = connection.execute(update(table).where(*matches).values(values))
        recorder.add(table, "update", present, present | values)
    if done is not None and done.rowcount != 1:
        # A server lets some read what they may not write.
        raise NotAllowed(
            worded(
                "Your role does not allow undoing “{label}” (step {number}).",
                label=step_label(step["label"]),
                number=step["number"],
            )
        )


def _equal(present: Row, recorded: Row) -> bool:
    return all(present.get(name) == value for name, value in recorded.items() if name not in BOOKKEEPING)


def conflict(connection: Connection, step: Row, row: Row) -> UndoConflict:
    """Who stands in the way of undoing the step, in a sentence."""
    query = (
        select(STEP.c.annotator, STEP.c.label, STEP.c.at)
        .join(JOURNAL, JOURNAL.c.step == STEP.c.number)
        .where(
            JOURNAL.c.record == row["record"],
            STEP.c.number > step["number"],
            STEP.c.undone_by.is_(None),
            STEP.c.kind.in_(STANDING),
        )
        .order_by(STEP.c.number.desc())
        .limit(1)
    )
    later = connection.execute(query).first()
    who = worded("this was changed since")
    if later:
        who = worded(
            "{annotator} changed this since (“{label}”)", annotator=later.annotator, label=step_label(later.label)
        )
    return UndoConflict(
        worded(
            "“{label}” (step {number}) cannot be undone: {who}. It can be passed over to undo the step before it.",
            label=step_label(step["label"]),
            number=step["number"],
            who=who,
        ),
        step["number"],
    )


def in_use(step: Row) -> UndoConflict:
    """The sentence when a row would refer to something that is not there."""
    return UndoConflict(
        worded(
            "“{label}” (step {number}) cannot be undone: later work uses what it made, or what it used is "
            "gone. It can be passed over to undo the step before it.",
            label=step_label(step["label"]),
            number=step["number"],
        ),
        step["number"],
    )
