"""The only door from the window's thread to the database and to long work.

Verbs run in order on one writer thread; questions on a small pool, and beside them what is only worked out;
long work on a thread of its own with progress and cancel. Results and refusals come back on the window's
thread. The window's thread itself opens no session at all, so nothing freezes on a lock or a slow disk.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from annotator.errors import AnnotatorError, Cancelled, DamagedProject
from annotator.gui.language import translated
from annotator.store import Store

if TYPE_CHECKING:
    from annotator.queries import Session

Result = TypeVar("Result")
Then = Callable[[Any], None]
Failed = Callable[[Exception], None]
log = logging.getLogger("annotator.jobs")


class LongWork(QObject):
    """Long work under way: what it does, how far it is, and the wish to stop it."""

    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at the next place where that is safe."""
        self._stop.set()

    def report(self, done: int, total: int, what: str) -> None:
        """Called by the work, on its own thread. Raises Cancelled once the user wants to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total, what)


class Background(QObject):
    """Work off the window's thread that needs no open project, such as opening one."""

    # (callback, its argument): delivered on the window's thread.
    _delivered = Signal(object, object)
    refused = Signal(str)
    damaged = Signal(str)
    work_started = Signal(object)

    def __init__(self, *, at_once: bool = False) -> None:
        """at_once: run everything in the calling thread, for tests and for a picture of the window."""
        super().__init__()
        self.at_once = at_once
        self._closed = False
        self._long = ThreadPoolExecutor(1, "long work")
        self._works: list[LongWork] = []
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object, object)
    def _deliver(self, callback: Then, argument: Any) -> None:
        callback(argument)

    def start(
        self,
        title: str,
        work: Callable[[Callable[[int, int, str], None]], Result],
        then: Then,
        failed: Failed | None = None,
    ) -> LongWork:
        """Begin long work; `work` is given the report function, which raises Cancelled to stop it."""
        long_work = LongWork(title)
        self._works.append(long_work)
        self.work_started.emit(long_work)

        def ended() -> None:
            self._works.remove(long_work)
            long_work.ended.emit()

        self._run(self._long, lambda: work(long_work.report), then, failed, ended)
        return long_work

    def look(self, work: Callable[[], Result], then: Then) -> None:
        """A short look at the disk that nobody needs to see the progress of."""
        self._run(self._long, work, then, None, None)

    def _run(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], Any],
        then: Then | None,
        failed: Failed | None,
        ended: Callable[[], None] | None,
    ) -> None:
        def finish(outcome: tuple[Any, Exception | None]) -> None:
            result, error = outcome
            if ended is not None:
                ended()
            # Who asked is gone by then; what was refused is said all the same.
            if error is not None:
                self._refuse(error, None if self._closed else failed)
            elif then is not None and not self._closed:
                then(result)

        def job() -> None:
            outcome = _outcome(work)
            if self.at_once:
                finish(outcome)
            else:
                self._delivered.emit(finish, outcome)

        if self.at_once:
            job()
        elif not self._closed:
            # The last news of a closed project still comes, and makes its screen ask.
            pool.submit(job)

    def _refuse(self, error: Exception, failed: Failed | None) -> None:
        if failed is not None:
            failed(error)
        elif isinstance(error, Cancelled):
            pass
        elif isinstance(error, AnnotatorError):
            log.info("refused: %s", type(error).__name__)
            (self.damaged if isinstance(error, DamagedProject) else self.refused).emit(translated(str(error)))
        else:
            raise error

    def close(self) -> None:
        """Stop long work where that is safe and wait for it. What is asked for from now on is dropped."""
        self._closed = True
        for work in self._works:
            work.cancel()
        self._long.shutdown(wait=True)


class Jobs(Background):
    """All background work of one window on one project."""

    busy = Signal(bool)

    def __init__(self, store: Store, *, at_once: bool = False) -> None:
        super().__init__(at_once=at_once)
        self.store = store
        self._writer = ThreadPoolExecutor(1, "writer")
        self._readers = ThreadPoolExecutor(2, "questions")
        self._reckoners = ThreadPoolExecutor(2, "reckoning")
        self._asked: dict[str, int] = {}
        self._writing = 0

    def write(self, verb: Callable[[], Result], then: Then | None = None, failed: Failed | None = None) -> None:
        """Run a verb after all verbs asked for before. A refusal goes to `failed`, else to `refused`."""
        self._writing += 1
        if self._writing == 1:
            self.busy.emit(True)
        self._run(self._writer, verb, then, failed, self._written)

    def _written(self) -> None:
        self._writing -= 1
        if not self._writing:
            self.busy.emit(False)

    def ask(
        self,
        question: Callable[[Session], Result],
        then: Then,
        *,
        key: str = "",
        failed: Failed | None = None,
    ) -> None:
        """Ask a question. key: an answer is dropped when a newer question of the same key was asked."""

        def read() -> Result:
            with self.store.read() as session:
                return question(session)

        self._run(self._readers, read, self._unless_overtaken(key, then), failed, None)

    def reckon(self, work: Callable[[], Result], then: Then, *, key: str) -> None:
        """Work something out that asks the database nothing, as a search of a text. key: as in `ask`."""
        self._run(self._reckoners, work, self._unless_overtaken(key, then), None, None)

    def _unless_overtaken(self, key: str, then: Then) -> Then:
        number = self._asked[key] = self._asked.get(key, 0) + 1

        def answer(result: Any) -> None:
            if not key or self._asked[key] == number:
                then(result)

        return answer

    @property
    def writing(self) -> bool:
        """Whether a verb is not on the disk yet."""
        return self._writing > 0

    def close(self) -> None:
        """Wait for all verbs, stop long work, and end the threads."""
        super().close()
        self._writer.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        self._reckoners.shutdown(wait=True, cancel_futures=True)


def _outcome(work: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001  # raised again on the window's thread, where it is shown
        return None, error
