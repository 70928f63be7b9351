"""Rows written as they are, by the thousand, inside one change, and journalled one by one.

Called by the verb that merges copies, inside `Store.change`, so that all of it is one step of undo.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from annotator.model.tables import TABLES
from annotator.store.batch import insert_rows
from annotator.store.journal import Row, StepRecorder

AT_A_TIME = 500
Replacement = tuple[str, Row | None, Row | None]
"""A table, the row as it is, and the row as it shall be; None where there is none."""


def replace_rows(session: Session, rows: Sequence[Replacement], report: Callable[[int], None]) -> None:
    """Write the rows. References are checked when the change ends, so they may come in any order.

    report: told how many rows are done; may raise Cancelled.
    """
    recorder: StepRecorder = session.info["recorder"]
    connection = session.connection()
    added: defaultdict[str, list[Row]] = defaultdict(list)
    for done, (name, old, new) in enumerate(rows):
        if done % AT_A_TIME == 0:
            report(done)
        table = TABLES[name]
        if old is None and new is not None:
            made = new | {"batch": None} if "batch" in table.c else new
            added[name].append(made)
            recorder.add(table, "insert", None, made)
        elif old is not None:
            matches = [column == old[column.name] for column in table.primary_key.columns]
            if new is None:
                connection.execute(delete(table).where(*matches))
                recorder.add(table, "delete", old, None)
            else:
                kept = {name: old[name] for name in ("version", "batch") if name in old}
                if "version" in kept:
                    kept["version"] += 1
                connection.execute(update(table).where(*matches).values(new | kept))
                recorder.add(table, "update", old, new | kept)
    for name, some in added.items():
        insert_rows(connection, TABLES[name], some)
