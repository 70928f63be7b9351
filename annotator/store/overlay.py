"""A log and the file that it was written for, brought together again after another file took that one's place.

Called by the store when a project was overwritten, and when one is opened beside whose file an earlier one left
its log. SQLite reads such a log into whatever lies beside it: nothing in a log says which file it belongs to.
Works on copies; of what lies there it changes nothing but such a log.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from annotator import paths
from annotator.sentences import worded
from annotator.store import backup, places
from annotator.store.main_file import Known, known_of
from annotator.store.salvage import Missing, salvage
from annotator.store.watch import is_open_here

MOST_BACKUPS = 3
LOG_HEADER_BYTES = 32
_TORN_JOURNAL = (
    "SELECT 1 FROM step WHERE kind = 'change' AND rows != (SELECT count(*) FROM journal WHERE step = number) LIMIT 1"
)


def rescue_overwritten(path: Path, known: Known, target: Path) -> Missing:
    """Save what is known of a project that was overwritten at `path`, whose log is still there.

    The log holds all pages that were written since it was begun; together with a copy of the project from before
    that they are the project. Where there is no such copy, what can be read of the two is saved.
    """
    log, backups = places.log_of(path), _backups(known.project)
    bases = [path, *backups]
    if any(_with_log(base, log, target, known) for base in bases):
        return {}
    nearest = next((base for base in bases if _project_of(base) == known.project), path)
    with _copied(nearest, log, target) as work, closing(sqlite3.connect(work, isolation_level=None)) as read:
        missing = salvage(read, target)
    older = worded("what was written before the log began is as it was in {file}", file=nearest.name)
    missing["step"] = worded("{first}; {second}", first=missing["step"], second=older) if "step" in missing else older
    return missing


def together(base: Path, log: Path, target: Path) -> None:
    """Make `target` of a file and its own log."""
    with _copied(base, log, target) as work:
        with closing(sqlite3.connect(work, isolation_level=None)) as read:
            read.execute("PRAGMA journal_mode=DELETE")
        work.replace(target)


def set_strange_log_aside(path: Path) -> list[str]:
    """Keep the log of a file that lay here before out of the one that lies here now; sentences on what was done.

    A log that a stopped program left is brought into its file, as it should be; of what another program is
    working with nothing is touched.
    """
    log = places.log_of(path)
    if is_open_here(path) or not log.exists() or log.stat().st_size <= LOG_HEADER_BYTES:
        return []
    with path.open("rb") as file:
        # A copy that was never opened has no log yet: these bytes say so.
        never_opened = file.read(20)[18:20] == b"\x01\x01"
    with closing(sqlite3.connect(path.resolve().as_uri() + "?mode=rw", uri=True, isolation_level=None)) as alone:
        alone.execute("PRAGMA busy_timeout=0")
        alone.execute("PRAGMA trusted_schema=OFF")
        alone.execute("PRAGMA locking_mode=EXCLUSIVE")
        try:
            alone.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                return []
        if not never_opened and _is_its_own(path, alone):
            return []
        told = _saved_apart(path, log)
        # Empty, it is not brought into the file when the connection is closed.
        os.truncate(log, 0)
    return told


def _is_its_own(path: Path, read: sqlite3.Connection) -> bool:
    """Whether a file and the log beside it belong together; read: the two as SQLite takes them together."""
    own = _is_sound(read)
    try:
        with closing(_alone(path)) as without:
            before = known_of(without)
            step = without.execute("SELECT * FROM step WHERE number = ?", (before.step,)).fetchone()
            if own:
                after = known_of(read)
                there = read.execute("SELECT number FROM step WHERE number = ?", (before.step,)).fetchone()
                if after.project == before.project:
                    return step is None or there is not None
                # A set that came into an empty project gave it its identity (`Store.adopt`).
                return before.step == 0 and _is_whole(read)
            return not _is_sound(without)
    except sqlite3.DatabaseError:
        # A file that is not whole without its log was interrupted in taking it in.
        return True


def _saved_apart(path: Path, log: Path) -> list[str]:
    project = _project_of(path) or ""
    backups = _backups(project)
    rescued = backup.free_place(path.with_name(f"{path.stem} (rescued {backup.stamp()}){path.suffix}"))
    if any(_with_log(base, log, rescued, None) for base in (path, *backups)):
        return [
            worded(
                "{path} was replaced while it was open, and the program was stopped before it could tell. What was "
                "tagged until then was saved to {rescued}.",
                path=path.name,
                rescued=rescued,
            )
        ]
    kept = path.with_name(f"{path.stem} (log of another file {backup.stamp()}).annotator-wal")
    shutil.copyfile(log, kept)
    told: list[str] = [
        worded(
            "{path} was replaced while it was open, and the program was stopped before it could tell. The log of the "
            "file that lay here before was kept as {kept}; it cannot be read without that file.",
            path=path.name,
            kept=kept.name,
        )
    ]
    return [*told, *(worded("The last backup is {path}.", path=each) for each in backups[:1])]


def _with_log(base: Path, log: Path, target: Path, known: Known | None) -> bool:
    """Make `target` of a file and a log, if together they are a whole project, in the state that is known."""
    try:
        with _copied(base, log, target) as work:
            with closing(sqlite3.connect(work, isolation_level=None)) as read:
                if not _is_whole(read) or (known is not None and known_of(read) != known):
                    return False
                read.execute("PRAGMA journal_mode=DELETE")
            with work.open("rb+") as file:
                os.fsync(file.fileno())
            work.replace(target)
    except sqlite3.DatabaseError:
        return False
    return True


@contextmanager
def _copied(base: Path, log: Path, target: Path) -> Iterator[Path]:
    """A copy of the file with a copy of the log beside it, which are gone afterwards."""
    work = target.with_name(f".{target.name}.{os.getpid()}.part")
    beside = [places.log_of(work), work.with_name(f"{work.name}-shm")]
    try:
        with closing(_alone(base)) as source, closing(sqlite3.connect(work)) as copy:
            source.backup(copy)
        shutil.copyfile(log, beside[0])
        yield work
    finally:
        for each in (work, *beside):
            with contextlib.suppress(OSError):
                each.unlink(missing_ok=True)


def _alone(path: Path) -> sqlite3.Connection:
    """A connection that reads the file without its log."""
    read = sqlite3.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)
    read.execute("PRAGMA trusted_schema=OFF")
    # Else SQLite refuses a file whose last pages still stand in the log.
    read.execute("PRAGMA writable_schema=ON")
    return read


def _is_sound(read: sqlite3.Connection) -> bool:
    try:
        return bool(read.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def _is_whole(read: sqlite3.Connection) -> bool:
    """Whether no page of another state is among these: the indexes, the references and the journal all agree."""
    return (
        read.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        and read.execute("PRAGMA foreign_key_check").fetchone() is None
        and read.execute(_TORN_JOURNAL).fetchone() is None
    )


def _project_of(path: Path) -> str | None:
    try:
        with closing(_alone(path)) as read:
            return known_of(read).project
    except sqlite3.DatabaseError:
        return None


def _backups(project: str) -> Sequence[Path]:
    """The last ones, the newest first."""
    return sorted(paths.backup_folder(project).glob("*.annotator"), reverse=True)[:MOST_BACKUPS] if project else ()
