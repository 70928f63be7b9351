"""Watches that the window's thread is never kept busy for long, and tells where it was when it is.

Used by the analyst of the journeys. What counts is the processor's time of that thread alone: other programs on
the machine and this program's own helpers make no difference, so that a busy machine fails no story. A wait
that costs no processor time (for a lock, a disk, another thread) shows in the clock on the wall, and is judged by
a limit that no busy machine explains.

Where programs share a core, the same work takes more of the processor's time. So whenever work was long, a loop that
is known to take `KNOWN_MILLISECONDS` on a core of its own is run behind it, and what the work took is divided by how
much slower the loop is just then: at most by two, so that no freeze of twice the limit is ever excused, and never
by less than one, so that a faster machine is given no stricter limit.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

SAMPLE_SECONDS = 0.004
TOLD_FROM_SECONDS = 0.02
HOPELESS_SECONDS = 1.5
KNOWN_MILLISECONDS = 1.9
MOST_SLOWER = 2.0
FRAMES_TOLD = 5
MOST_SAMPLES = 12


@dataclass(frozen=True)
class Freeze:
    """milliseconds: how long on a core of its own. what: what was asked of the window. where: samples of the
    program's frames. slower: how much slower the processor was just then."""

    milliseconds: float = 0.0
    what: str = ""
    where: tuple[str, ...] = ()
    slower: float = 1.0

    def __str__(self) -> str:
        slower = f", on a core {self.slower:.2f} times slower than usual" if self.slower > 1 else ""
        return "\n    ".join([f"{self.milliseconds:.0f} ms ({self.what}{slower})", *self.where])


def times_slower() -> float:
    """How much slower than usual the processor works just now, from 1 to `MOST_SLOWER`."""
    begun = time.thread_time()
    sum(map(len, map(str, range(20_000))))
    taken = 1000 * (time.thread_time() - begun)
    return min(max(taken / KNOWN_MILLISECONDS, 1.0), MOST_SLOWER)


class Watchdog:
    """The longest freeze so far. Made, entered and closed by the thread that is watched, the main one.

    While the program works a timer interrupts it now and then, to note where it is. (Another thread that looks
    at the frames of a running one crashes the interpreter.)
    """

    def __init__(self) -> None:
        self.longest = Freeze()
        self._begun: float | None = None
        self._where: list[str] = []
        if hasattr(signal, "setitimer"):
            self._before = signal.signal(signal.SIGVTALRM, self._sample)
            signal.siginterrupt(signal.SIGVTALRM, False)
            signal.setitimer(signal.ITIMER_VIRTUAL, SAMPLE_SECONDS, SAMPLE_SECONDS)

    @contextmanager
    def watching(self, what: str) -> Iterator[None]:
        """Something is asked of the window; it should be done with it soon."""
        self._where = []
        begun = time.perf_counter()
        self._begun = worked = time.thread_time()
        yield
        self._begun = None
        worked, waited = time.thread_time() - worked, time.perf_counter() - begun
        hopeless = waited > HOPELESS_SECONDS
        slower = times_slower() if worked > TOLD_FROM_SECONDS and not hopeless else 1.0
        taken = 1000 * (waited if hopeless else worked / slower)
        if taken > self.longest.milliseconds:
            self.longest = Freeze(taken, what, tuple(self._where), slower)

    def forget(self) -> None:
        """What was so far is not part of the story."""
        self.longest = Freeze()

    def close(self) -> None:
        """End the sampling."""
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, self._before)

    def _sample(self, _number: int, frame: FrameType | None) -> None:
        """Called in between by the timer: when this goes on for long, note where it is."""
        if self._begun is None or len(self._where) >= MOST_SAMPLES:
            return
        busy = time.thread_time() - self._begun
        if busy < TOLD_FROM_SECONDS:
            return
        said: list[str] = []
        while frame is not None and len(said) < FRAMES_TOLD:
            if "annotator/" in frame.f_code.co_filename:
                name = frame.f_code.co_filename.rpartition("/")[2]
                said.append(f"{name}:{frame.f_lineno} {frame.f_code.co_name}")
            frame = frame.f_back
        self._where.append(f"after {1000 * busy:.0f}: {' < '.join(said)}")
