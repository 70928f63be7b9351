"""Verified copies of a project, and saving what can be read of a damaged one.

A copy of the file alone would miss what still stands in the write-ahead log; SQLite's own backup does
not. Called by the store, in the background, and by the command line.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator.errors import DamagedProject, ProjectError, ProjectExists
from annotator.store import schema
from annotator.store.engine import explained

KEEP = 10
PAGES_A_STEP = 512


def stamp() -> str:
    """The moment as part of a file name: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")


def copy_database(source: sqlite3.Connection, target: Path) -> Path:
    """Copy through an open connection, check the copy, and only then give it its name.

    Raises DamagedProject when the copy does not pass SQLite's own check, DiskFull when there is no room.
    """
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with explained(str(target)):
            copy = sqlite3.connect(unfinished)
            try:
                source.backup(copy, pages=PAGES_A_STEP)
                copy.execute("PRAGMA journal_mode=DELETE")
                result = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            finally:
                copy.close()
        if result != "ok":
            raise DamagedProject(f"The copy for {target} does not pass the check ({result}); it was not kept.")
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def restore(backup: Path, target: Path) -> Path:
    """A new project from a backup. Refuses to overwrite. The backup is only read."""
    if target.exists():
        raise ProjectExists(f"{target} exists already; restore to another name, then compare the two.")
    if not backup.is_file():
        raise ProjectError(f"There is no backup at {backup}.")
    with explained(str(backup)):
        schema.recognise(backup)
        source = sqlite3.connect(backup.resolve().as_uri() + "?mode=ro", uri=True)
        try:
            return copy_database(source, target)
        finally:
            source.close()


def last_backup(folder: Path) -> Path | None:
    """The newest backup in the folder, if there is one."""
    found = sorted(folder.glob("*.annotator"))
    return found[-1] if found else None


def due(folder: Path) -> bool:
    """Whether the last backup is older than a day."""
    last = last_backup(folder)
    if last is None:
        return True
    age = datetime.now(UTC) - datetime.fromtimestamp(last.stat().st_mtime, UTC)
    return age > timedelta(days=1)


def drop_old(folder: Path) -> None:
    """Keep the newest backups only; those from before a migration are kept for good."""
    for path in sorted(folder.glob("*Z.annotator"))[:-KEEP]:
        path.unlink(missing_ok=True)


def salvage(damaged: Path, target: Path) -> dict[str, str]:
    """Save all rows that can still be read into a new project at `target`.

    Returns for each table that is not whole a sentence on what is missing. Rows are read from both ends
    of each table, so that one bad page costs the rows on it.
    """
    source = sqlite3.connect(damaged.resolve().as_uri() + "?mode=ro", uri=True)
    rescued = sqlite3.connect(target, isolation_level=None)
    missing: dict[str, str] = {}
    try:
        _empty_project(rescued)
        rescued.execute("PRAGMA foreign_keys=OFF")
        names = [row[0] for row in rescued.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        rescued.execute("BEGIN")
        for name in names:
            kept, lost = _salvage_table(source, rescued, name)
            if lost:
                missing[name] = f"{kept} rows saved, {lost}"
        rescued.execute("COMMIT")
    finally:
        source.close()
        rescued.close()
    return missing


def _empty_project(connection: sqlite3.Connection) -> None:
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.begin() as made:
        schema.upgrade(made)
    connection.execute("DELETE FROM alembic_version")
    # The pool must not close the connection: it is the caller's.
    engine.dispose(close=False)


def _salvage_table(source: sqlite3.Connection, rescued: sqlite3.Connection, name: str) -> tuple[int, str]:
    columns = [row[1] for row in rescued.execute(f'PRAGMA table_info("{name}")')]
    keys = [row[1] for row in rescued.execute(f'PRAGMA table_info("{name}")') if row[5]]
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{column}"' for column in columns)
    put = f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({marks})'
    failure = ""
    for direction in ("ASC", "DESC"):
        order = ", ".join(f'"{key}" {direction}' for key in keys)
        try:
            for row in source.execute(f'SELECT {names} FROM "{name}" ORDER BY {order}'):
                rescued.execute(put, row)
        except sqlite3.DatabaseError as error:
            failure = str(error)
        else:
            failure = ""
            break
    kept = int(rescued.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
    if not failure:
        return kept, ""
    with contextlib.suppress(sqlite3.DatabaseError):
        whole = int(source.execute(f'SELECT count(*) FROM "{name}" NOT INDEXED').fetchone()[0])
        return kept, f"{max(0, whole - kept)} cannot be read ({failure})"
    return kept, f"an unknown number cannot be read ({failure})"
