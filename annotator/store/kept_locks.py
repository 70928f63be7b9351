"""Keeps the locks that SQLite holds on an open project's file, whoever else in this process reads that file.

Used by `FileWatch`. A POSIX system forgets all locks of a process on a file as soon as the process closes that
file anywhere, as a dialog that lists a folder does when it looks into the files for their kind. Without its
locks another program that closes the project takes itself for the last one and removes the log (SQLite, "How
To Corrupt An SQLite Database File", 2.2). The locks are the process's, not those of whoever set them, so they
are set anew here: those that every connection holds for as long as it is open, never those of a transaction.
"""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

from annotator.store import places

try:
    import fcntl
except ModuleNotFoundError:
    # Windows keeps a lock with the handle that set it.
    fcntl = None  # type: ignore[assignment]

# The bytes that SQLite locks: the range of readers of a file (os_unix.c, SHARED_FIRST and SHARED_SIZE), and the
# byte by which a log's shared memory is known to be in use (UNIX_SHM_DMS).
READERS = (0x40000000 + 2, 510)
IN_USE = (128, 1)

_Identity = tuple[int, int]


class KeptLocks:
    """Of one file, however often this process has it open; made by `keep`."""

    def __init__(self, path: Path) -> None:
        self._memory_path = places.beside_itself(path, "-shm")
        self._file = os.open(path, os.O_RDONLY)
        self._memory: int | None = None
        self.users = 0

    def hold(self) -> None:
        """Set the locks anew; nothing changes where they stand. Call it only while a connection is open."""
        with _CHANGING:
            if not self.users:
                return
            _set(self._file, READERS)
            if self._memory is None:
                # It is there once the log was read or written.
                with contextlib.suppress(OSError):
                    self._memory = os.open(self._memory_path, os.O_RDWR)
            if self._memory is not None:
                _set(self._memory, IN_USE)

    def let_go(self) -> None:
        """The last one closes the files, which drops the locks: call it when the connections are closed."""
        with _CHANGING:
            self.users -= 1
            if self.users:
                return
            for identity in [identity for identity, kept in _KEPT.items() if kept is self]:
                del _KEPT[identity]
            for each in (self._file, self._memory):
                if each is not None:
                    os.close(each)


_KEPT: dict[_Identity, KeptLocks] = {}
_CHANGING = threading.Lock()


def keep(path: Path) -> KeptLocks | None:
    """Keep the locks of a file that has a log; None on systems that keep them by themselves.

    Each call is answered by one `let_go`. Raises OSError where the file cannot be read.
    """
    if fcntl is None:
        return None
    with _CHANGING:
        status = path.stat()
        identity = (status.st_dev, status.st_ino)
        if identity not in _KEPT:
            _KEPT[identity] = KeptLocks(path)
        _KEPT[identity].users += 1
        return _KEPT[identity]


def _set(file: int, stretch: tuple[int, int]) -> None:
    first, length = stretch
    # Refused where another program took the file for its own meanwhile: the look at the log tells that.
    with contextlib.suppress(OSError):
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, length, first)
