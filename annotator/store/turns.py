"""Whose turn it is to write, among the threads of one process. Used by the store only.

SQLite lets one writer in at a time, but does not say which: a running import would win again and again
over the tag that a person just made.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock in which those who write by hand go before those who write in bulk."""

    def __init__(self) -> None:
        self._free = threading.Condition()
        self._taken = False
        self._by_hand = 0

    def wanted(self) -> bool:
        """Whether somebody waits who writes by hand."""
        return self._by_hand > 0

    @contextmanager
    def take(self, *, patient: bool) -> Iterator[None]:
        """Hold the turn. patient: wait as long as anybody waits who is not."""
        with self._free:
            if patient:
                self._free.wait_for(lambda: not self._taken and not self._by_hand)
            else:
                self._by_hand += 1
                try:
                    self._free.wait_for(lambda: not self._taken)
                finally:
                    self._by_hand -= 1
            self._taken = True
        try:
            yield
        finally:
            with self._free:
                self._taken = False
                self._free.notify_all()
