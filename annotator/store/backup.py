"""Verified copies of a project.

A copy of the file alone would miss what still stands in the write-ahead log; SQLite's own backup does
not. Called by the store, in the background, and by the command line.
"""

from __future__ import annotations

import errno
import glob
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator import paths
from annotator.errors import DamagedProject, DiskFull, ProjectError, ProjectExists
from annotator.sentences import worded
from annotator.store import schema
from annotator.store.engine import explained

KEEP = 10
"""So many of the newest backups are kept, and of so many days the newest one."""
HOURLY_BYTES = 32 * 1024 * 1024
"""A file up to this size is backed up every hour in which something was changed, a larger one once a day."""
PAGES_A_STEP = 512
STAMP = "%Y-%m-%dT%H-%M-%SZ"


def stamp() -> str:
    """The moment as part of a file name: UTC, to the second."""
    return datetime.now(UTC).strftime(STAMP)


def free_place(path: Path) -> Path:
    """The path, with a number behind its stem where a file of that name is there already."""
    place, number = path, 1
    while place.exists():
        number += 1
        place = path.with_name(f"{path.stem} {number}{path.suffix}")
    return place


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
            raise DamagedProject(
                worded(
                    "The copy for {target} does not pass the check ({result}); it was not kept.",
                    target=target,
                    result=result,
                )
            )
        with _written_or_told(target):
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            unfinished.replace(target)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return target


def made_folder(project_id: str) -> Path:
    """The folder of a project's backups, made where there is none. Raises DiskFull, ProjectError."""
    folder = paths.backup_folder(project_id)
    with _written_or_told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _written_or_told(target: Path) -> Iterator[None]:
    """Says in a sentence that a file or folder could not be written. Raises DiskFull, ProjectError."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(
                worded(
                    "There was no room for the copy {target}; free some space, or choose another disk.", target=target
                )
            ) from error
        raise ProjectError(
            worded("{target} cannot be written: {reason}.", target=target, reason=error.strerror or error)
        ) from error


def restore(backup: Path, target: Path) -> Path:
    """A new project from a backup. Refuses to overwrite. The backup is only read."""
    if target.exists():
        raise ProjectExists(
            worded("{target} exists already; restore to another name, then compare the two.", target=target)
        )
    if not backup.is_file():
        raise ProjectError(worded("There is no backup at {backup}.", backup=backup))
    with explained(str(backup)):
        schema.recognise(backup)
        source = sqlite3.connect(schema.reading_uri(backup), uri=True)
        try:
            return copy_database(source, target)
        finally:
            source.close()


def last_backup(folder: Path) -> Path | None:
    """The newest backup in the folder, if there is one."""
    found = sorted(folder.glob("*.annotator"))
    return found[-1] if found else None


def copies_of(path: Path, project_id: str) -> tuple[Path | None, Path | None]:
    """The newest rescued copy beside a project's file, and the newest backup; project_id: "" where unknown."""
    try:
        rescued = sorted(path.parent.glob(f"{glob.escape(path.stem)} (rescued *){glob.escape(path.suffix)}"))
    except OSError:
        rescued = []
    last = last_backup(paths.backup_folder(project_id)) if project_id else None
    return (rescued[-1] if rescued else None), last


def next_stamp(folder: Path) -> str:
    """The stamp of the next backup: they are sorted by it, so it is the latest even where the clock was set back."""
    last = last_stamped(folder)
    present = stamp()
    if last is None or last.name < present:
        return present
    with suppress(ValueError, OverflowError):
        moment = datetime.strptime(last.name.removesuffix(".annotator"), STAMP) + timedelta(seconds=1)
        return moment.strftime(STAMP)
    return present


def last_stamped(folder: Path) -> Path | None:
    """The newest backup that is not from before a migration."""
    return max(folder.glob("*Z.annotator"), default=None)


def due(folder: Path, size: int, step: tuple[int, ...]) -> bool:
    """Whether the last backup is old enough for another one, and something was done since.

    size: of the project in bytes. step: its last step, as `last_step` tells.
    """
    last = last_stamped(folder)
    if last is None:
        return True
    # A backup of the future was made before the clock was set back: how long ago, nobody knows.
    age = abs(datetime.now(UTC) - datetime.fromtimestamp(last.stat().st_mtime, UTC))
    if age <= (timedelta(hours=1) if size <= HOURLY_BYTES else timedelta(days=1)):
        return False
    try:
        with closing(sqlite3.connect(schema.reading_uri(last), uri=True)) as connection:
            return last_step(connection) != step
    except sqlite3.Error:
        # What cannot be read is no backup.
        return True


def last_step(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Number and rows of the last step, by which a project is told from an older copy; empty where there is none."""
    return connection.execute("SELECT number, rows FROM step ORDER BY number DESC LIMIT 1").fetchone() or ()


def drop_old(folder: Path) -> None:
    """Keep the newest backups, and the newest of each of the last days; those from before a migration for good."""
    found = sorted(folder.glob("*Z.annotator"), reverse=True)
    of_days: dict[str, Path] = {}
    for path in found:
        of_days.setdefault(path.name[: len("2025-01-01")], path)
    kept = {*found[:KEEP], *list(of_days.values())[:KEEP]}
    for path in found:
        if path not in kept:
            path.unlink(missing_ok=True)
