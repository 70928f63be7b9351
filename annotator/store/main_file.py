"""Whether another program wrote over a project's file in place while it was open. Used by `FileWatch`.

A file that is copied over a project keeps its name and its place on the disk. SQLite does not notice: it reads
pages of the one from its log and pages of the other from the file, and would write both together. What may
change the file itself is only a checkpoint, which brings it forward: it holds the step that it held before,
and none that nobody knows of. So whenever the file has changed it is read by itself, without its log. Nothing
here writes.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.store.places import beside_itself

Step = tuple[Any, ...]
"""Number, moment, annotator and label of a step: no two histories have the same by chance."""

SETTLING_SECONDS = 0.03
"""Between two looks at a file that seems to be another: it may be in the midst of being written."""
MOST_LOOKS = 4

_COLUMNS = "number, at, annotator, label"
# Steps of batches that brought nothing are taken out again.
_LAST = f"SELECT {_COLUMNS} FROM step WHERE open = 0 AND rows > 0 ORDER BY number DESC LIMIT 1"
_THIS = f"SELECT {_COLUMNS} FROM step WHERE number = ?"


@dataclass(frozen=True)
class Known:
    """The project's id, and the number of the last step that this program or another one made, 0 for none."""

    project: str
    step: int


def known_of(live: sqlite3.Connection) -> Known:
    """What a connection reads of the project with its log. Raises sqlite3.DatabaseError."""
    (project,) = live.execute("SELECT id FROM project").fetchone() or ("",)
    (step,) = live.execute("SELECT coalesce(max(number), 0) FROM step").fetchone()
    return Known(project, step)


@dataclass(frozen=True)
class _Look:
    """The file's size in bytes and moment of its last change, and what it held."""

    size: int
    changed: int
    project: str | None = None
    last: Step | None = None
    has_earlier: bool = True


class MainFile:
    """What was seen of one open file last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = _at_rest(path) or _Look(0, 0)
        try:
            self._seen = _read(path, self._seen, None)
        except sqlite3.DatabaseError:
            # Interrupted in a checkpoint: the log still holds what is missing.
            self._seen = _Look(self._seen.size, 0)

    def has_changed(self) -> bool:
        """Whether the file was written since the last look. Costs a question to the system."""
        now = _at_rest(self._path)
        return now is not None and (now.size, now.changed) != (self._seen.size, self._seen.changed)

    def is_overwritten(self, live: sqlite3.Connection, known: Callable[[], Known]) -> bool:
        """Whether the file holds something else than the project that was opened.

        live: a connection that reads the project with its log. known: asks what was written as far as is known;
        asked before each look, since a step may be written, and brought into the file, between the two.
        """
        told = 0
        for _ in range(MOST_LOOKS):
            verdict = self._judge(live, known())
            if verdict is False:
                return False
            told += verdict is True
            # Once could have been in the midst of a checkpoint.
            if told == 2:
                return True
            time.sleep(SETTLING_SECONDS)
        return False

    def _judge(self, live: sqlite3.Connection, known: Known) -> bool | None:
        """None as long as it cannot be told, because the file is being written or is not whole without its log."""
        now = _at_rest(self._path)
        if now is None:
            return None
        if now.size < self._seen.size:
            # A project never shrinks.
            return True
        try:
            found = _read(self._path, now, self._seen.last)
        except sqlite3.DatabaseError as error:
            return True if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB else None
        if _at_rest(self._path) != now:
            return None
        if not found.has_earlier or found.project != known.project:
            return True
        if found.last is not None and not _is_known(found.last, live, known):
            return True
        self._seen = found
        return False


def _at_rest(path: Path) -> _Look | None:
    """Nothing while there is no file, or a transaction is being written into it."""
    try:
        status = path.stat()
    except OSError:
        return None
    if beside_itself(path, "-journal").exists():
        return None
    return _Look(status.st_size, status.st_mtime_ns)


def _read(path: Path, now: _Look, earlier: Step | None) -> _Look:
    """What the file holds without its log. Raises sqlite3.DatabaseError.

    Opened by SQLite, never by hand: closing a file gives up all locks that the process holds on it.
    """
    with closing(sqlite3.connect(path.resolve().as_uri() + "?mode=ro&immutable=1", uri=True)) as alone:
        project = alone.execute("SELECT id FROM project").fetchone()
        last = alone.execute(_LAST).fetchone()
        there = earlier is None or alone.execute(_THIS, earlier[:1]).fetchone() == earlier
    return _Look(now.size, now.changed, project[0] if project else None, last, there)


def _is_known(step: Step, live: sqlite3.Connection, known: Known) -> bool:
    try:
        return bool(step[0] <= known.step and live.execute(_THIS, step[:1]).fetchone() == step)
    except sqlite3.DatabaseError:
        # Pages of two files together are no database.
        return False
