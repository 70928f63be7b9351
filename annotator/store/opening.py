"""Opening a project's file: what it is, where it lies, whether it may be written, what must be mended.

Called by `Store.open` only; returns everything that the store keeps.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from annotator import paths
from annotator.errors import AnnotatorError, ReadOnlyProject
from annotator.sentences import worded
from annotator.store import backup, places, schema
from annotator.store.engine import sqlite_engine
from annotator.store.overlay import set_strange_log_aside, together

# With its shared memory and a first page of its log a project takes less.
NEEDED_BYTES = 64 * 1024


@dataclass
class Opened:
    """An engine on a project that was recognised, migrated and locked where that was needed."""

    path: Path
    engine: Engine
    lock: places.PlaceLock
    read_only: bool = False
    immutable: bool = False
    warnings: list[str] = field(default_factory=list)
    # Where a copy lies that is read in the place of the file.
    borrowed: TemporaryDirectory[str] | None = None

    def let_go(self) -> None:
        """Close what was opened."""
        self.engine.dispose()
        self.lock.release()
        if self.borrowed is not None:
            self.borrowed.cleanup()


def open_file(path: Path) -> Opened:
    """Recognise, migrate and open the file. Raises the sentences of `schema.recognise` and `PlaceLock`."""
    lock = places.PlaceLock(path)
    warnings: list[str] = []
    folder_writable = os.access(path.parent, os.W_OK)
    # Without its log beside it the file cannot be written safely, even where it may be written itself.
    read_only = not (os.access(path, os.W_OK) and folder_writable)
    # What is still in a log would be passed over.
    immutable = not folder_writable and not _has_log(path)
    if read_only:
        warnings.append(
            worded(
                "{path} or its folder is read-only: it can be read and exported, but nothing can be tagged. "
                "Copy it to a place where you may write.",
                path=path.name,
            )
        )
    wal = True
    if not read_only:
        wal = _safe_for_wal(path, warnings)
        if not wal:
            lock.take(path)
    try:
        if not read_only and _has_log(path):
            warnings += _strange_log(path)
        number = schema.recognise(path, immutable=immutable)
        if number < schema.SCHEMA:
            if read_only:
                raise _too_old_to_read(path)
            _migrate(path, wal)
    except BaseException:
        lock.release()
        raise
    engine = sqlite_engine(path, read_only=read_only, immutable=immutable, wal=wal)
    return Opened(path, engine, lock, read_only, immutable, warnings)


def is_without_room(path: Path, error: Exception) -> bool:
    """Whether a project could not be opened because its disk is full: SQLite needs some room even for reading."""
    told = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(told, "sqlite_errorcode", 0) & 0xFF
    if code not in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN):
        return False
    return shutil.disk_usage(path).free < NEEDED_BYTES


def open_without_room(path: Path) -> Opened:
    """Open a file on a full disk for reading only. What still stands in its log is read from a copy elsewhere."""
    borrowed, place = None, path
    if _has_log(path):
        borrowed = TemporaryDirectory(prefix="annotator-full-disk-", ignore_cleanup_errors=True)
        place = Path(borrowed.name) / path.name
        together(path, places.log_of(path), place)
    if schema.recognise(place, immutable=True) < schema.SCHEMA:
        raise _too_old_to_read(path)
    told = worded(
        "There is no room left on the disk of {path}: it can be read, exported and copied to another disk, but nothing "
        "can be tagged. Free some space and open it again.",
        path=path.name,
    )
    engine = sqlite_engine(place, read_only=True, immutable=True)
    return Opened(path, engine, places.PlaceLock(path), True, True, [told], borrowed)


def _too_old_to_read(path: Path) -> ReadOnlyProject:
    return ReadOnlyProject(
        worded(
            "{path} was made by an older version of Annotator and has to be brought up to date, "
            "but it is read-only. Copy it to a place where you may write.",
            path=path,
        )
    )


def _strange_log(path: Path) -> list[str]:
    """What was done with a log that another file left beside the project; nothing beside what is no project."""
    try:
        schema.recognise(path, immutable=True)
    except (AnnotatorError, sqlite3.DatabaseError):
        return []
    return set_strange_log_aside(path)


def _has_log(path: Path) -> bool:
    log = places.log_of(path)
    return log.exists() and log.stat().st_size > 0


def _safe_for_wal(path: Path, warnings: list[str]) -> bool:
    share, service = places.network_system(path), places.synced_folder(path)
    if share:
        warnings.append(
            worded(
                "{path} lies on a network share ({share}). One person at a time may work on it there; for a "
                "team, exchange annotation sets or use a team database.",
                path=path.name,
                share=share,
            )
        )
    if service:
        warnings.append(
            worded(
                "{path} lies in a folder that {service} synchronises. Let it finish before opening the project "
                "on another computer, and never work on two at once.",
                path=path.name,
                service=service,
            )
        )
    for copy in places.conflict_copies(path):
        warnings.append(
            worded(
                "The sync service left a conflict copy, {copy}. Merge it into this project (annotator merge, or "
                "Project › Merge a copy…) so that nothing in it is lost.",
                copy=copy.name,
            )
        )
    return not (share or service)


def _migrate(path: Path, wal: bool) -> None:
    """Back up, then bring the file up to date in one transaction."""
    source = sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)
    try:
        project_id = str(source.execute("SELECT id FROM project").fetchone()[0])
        folder = paths.backup_folder(project_id)
        folder.mkdir(parents=True, exist_ok=True)
        backup.copy_database(source, folder / f"{backup.stamp()} before migration.annotator")
    finally:
        source.close()
    engine = sqlite_engine(path, wal=wal)
    try:
        with engine.connect() as connection:
            # Rebuilding a table that others refer to would remove their rows with foreign keys on.
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            # Inside a transaction it would do nothing.
            driver.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                schema.upgrade(connection)
    finally:
        engine.dispose()
