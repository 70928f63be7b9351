"""Noticing what happens to an open project from outside. Called by `Store.poll` only.

Other processes' commits show in SQLite's `data_version`, which changes for a connection when somebody
else wrote. A file that was deleted, moved or replaced shows in its identity on the disk.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from annotator.errors import ProjectGone
from annotator.model import JournalRow, Step
from annotator.records import Changes
from annotator.store.journal import OWNER

# More rows than this at once are told as "everything".
MOST_ROWS = 2000


class Watch:
    """One connection kept for looking. `look` is called from one thread at a time."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._identity = _identity(path)
        self._connection: Connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        self._version = self._data_version()
        self._seen = self._last_step()

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def look(self, own: set[int]) -> Changes | None:
        """What others changed since the last look; own: numbers of this process's own steps.

        Raises ProjectGone when the file is no longer the one that was opened.
        """
        if _identity(self._path) != self._identity:
            raise ProjectGone(
                f"{self._path} was deleted, moved or replaced by another program while it was open."
            )
        version = self._data_version()
        if version == self._version:
            return None
        self._version = version
        last = self._last_step()
        news = self._foreign(last, own)
        self._seen = last
        own.clear()
        return news

    def _foreign(self, last: int, own: set[int]) -> Changes | None:
        steps = self._connection.execute(
            select(Step.number, Step.label, Step.kind, Step.open, Step.rows).where(
                Step.number > self._seen, Step.number.not_in(own)
            )
        ).all()
        self._connection.rollback()
        if not steps:
            # An open batch grows without a new step; so does one that is closed.
            return Changes("", last, everything=True) if self._batch_running() else None
        label = steps[-1].label
        if any(step.kind == "batch" for step in steps) or sum(step.rows for step in steps) > MOST_ROWS:
            return Changes(label, last, everything=True)
        numbers = [step.number for step in steps]
        rows: dict[str, set[str]] = {}
        query = select(JournalRow.step, JournalRow.table_name, JournalRow.record).where(
            JournalRow.step.in_(numbers)
        )
        with_rows = set()
        for step, table, record in self._connection.execute(query):
            with_rows.add(step)
            rows.setdefault(OWNER.get(table, table), set()).add(record)
        self._connection.rollback()
        # A step without rows in the journal undid or redid a batch.
        everything = with_rows != set(numbers)
        return Changes(label, last, None, {k: frozenset(v) for k, v in rows.items()}, everything)

    def _batch_running(self) -> bool:
        found = self._connection.execute(
            select(func.count()).select_from(Step).where(Step.kind == "batch", Step.open.is_(True))
        ).scalar_one()
        self._connection.rollback()
        return bool(found)

    def _data_version(self) -> int:
        version = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        self._connection.rollback()
        return int(version)

    def _last_step(self) -> int:
        last = self._connection.execute(select(func.coalesce(func.max(Step.number), 0))).scalar_one()
        self._connection.rollback()
        return int(last)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
