"""The sessions of mapped classes: the one that verbs write with, recorded, and the one that questions ask with.

Imported by the store when the first of them is needed. Every flush of a change goes through its recorder; what
would slip past it raises `UnrecordedWrite`.
"""

from __future__ import annotations

from typing import Any, NoReturn

from sqlalchemy import Table, event
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction

from annotator.errors import UnrecordedWrite
from annotator.store.expecting import refuse_stale
from annotator.store.journal import StepRecorder, fetch_together

_OWN_TABLES = frozenset({"step", "journal", "removed_rows"})


class _FlushingSession(Session):
    """A session whose only way to write is a flush: the bulk methods go past it, so they raise."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise UnrecordedWrite("a bulk method would slip past the journal; add objects instead")

    bulk_save_objects = bulk_insert_mappings = bulk_update_mappings = _refuse


class RecordingSession(_FlushingSession):
    """The session of `Store.change()`: every flush goes through the recorder in `info["recorder"]`."""


class ReadingSession(_FlushingSession):
    """The session of `Store.read()`: any flush and any writing statement raises."""


def before_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Read the rows that this flush will change or delete, as they still are."""
    recorder: StepRecorder = session.info["recorder"]
    # The session makes its sets anew for whoever asks.
    updated = [instance for instance in session.dirty if session.is_modified(instance)]
    going = [(*_table_and_key(instance), "update") for instance in updated]
    going += [(*_table_and_key(instance), "delete") for instance in session.deleted]
    before = fetch_together(recorder.connection, [(table, key) for table, key, _ in going])
    session.info["seen"] = [(*each, before.get((each[0].name, *each[1]))) for each in going]
    session.info["made"] = list(session.new)


def after_flush(session: Session, _context: UOWTransaction) -> None:
    """Read the rows again and note the difference."""
    recorder: StepRecorder = session.info["recorder"]
    made = [_table_and_key(instance) for instance in session.info.pop("made")]
    seen = [each for each in session.info.pop("seen") if each[3] is not None]
    changed = [(table, key) for table, key, operation, _ in seen if operation == "update"]
    present = fetch_together(recorder.connection, [*made, *changed])
    for table, key in made:
        recorder.add(table, "insert", None, present.get((table.name, *key)))
    for table, key, operation, old in seen:
        new = present.get((table.name, *key)) if operation == "update" else None
        if new is not None:
            refuse_stale(recorder, table, key, old, new)
        recorder.add(table, operation, old, new)


def _table_and_key(instance: object) -> tuple[Table, list[Any]]:
    mapper: Mapper[Any] = type(instance).__mapper__  # type: ignore[attr-defined]
    table = mapper.local_table
    assert isinstance(table, Table)
    if table.name in _OWN_TABLES:
        raise UnrecordedWrite(f"{table.name} is written by the store alone")
    return table, list(mapper.primary_key_from_instance(instance))


def refuse_bulk(state: ORMExecuteState) -> None:
    """A bulk statement, or one in plain SQL, would not pass through a flush: undo could not see it."""
    if not state.is_select:
        raise UnrecordedWrite("change() takes objects; a statement would slip past the journal")


def refuse_write(state: ORMExecuteState) -> None:
    """Nothing is written while reading."""
    if not state.is_select:
        raise UnrecordedWrite("read() is for questions; write inside change()")


def refuse_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """An object changed inside read() would be written without a step."""
    if session.new or session.deleted or any(session.is_modified(each) for each in session.dirty):
        raise UnrecordedWrite("read() is for questions; write inside change()")


event.listen(RecordingSession, "before_flush", before_flush)
event.listen(RecordingSession, "after_flush", after_flush)
event.listen(RecordingSession, "do_orm_execute", refuse_bulk)
event.listen(ReadingSession, "before_flush", refuse_flush)
event.listen(ReadingSession, "do_orm_execute", refuse_write)
