"""The store's news as one Qt signal, and the look-out for what other programs do to the project.

`changed` comes on the window's thread whatever thread made the change. The look-out runs once in a
while on a thread of its own; a look costs a tenth of a millisecond.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from annotator.errors import AnnotatorError, ConnectionLost, DamagedProject, ProjectGone
from annotator.gui.language import translated
from annotator.records import Changes
from annotator.store import Store

LOOK_SECONDS = 0.7
SETTLE_SECONDS = 10.0


class Bridge(QObject):
    """One for each window."""

    changed = Signal(object)
    gone = Signal(str)
    damaged = Signal(str)
    troubled = Signal(str)
    lost = Signal(str)
    found = Signal()

    def __init__(self, store: Store, *, look_out: bool = True) -> None:
        super().__init__()
        self._store = store
        self._end = threading.Event()
        self._unsettled: float | None = None
        self._unsubscribe = store.subscribe(self._tell)
        self._thread: threading.Thread | None = None
        if look_out:
            self._thread = threading.Thread(target=self._look_out, name="look-out", daemon=True)
            self._thread.start()

    def _tell(self, changes: Changes) -> None:
        self._unsettled = time.monotonic()
        self.changed.emit(changes)

    def _settle(self) -> None:
        """After a while without a change: what is in the log goes into the file, and a backup where due."""
        if self._unsettled is not None and time.monotonic() - self._unsettled > SETTLE_SECONDS:
            self._unsettled = None
            self._store.settle()
            if not self._store.read_only:
                self._store.back_up_if_due()

    def _look_at_values(self) -> None:
        """What is shown takes the kind of a value for granted: where one is of another, that is said at once."""
        # The first picture does without it.
        from annotator.queries.check_values import has_strange_values

        with suppress(AnnotatorError):
            # What keeps it from being read is said by whoever asks for it, or at the first look.
            with self._store.read() as session:
                strange = has_strange_values(session)
            if strange:
                self.damaged.emit(translated(self._store.distrust()))

    def _look_out(self) -> None:
        # By then the window has been painted, and nobody has pressed a key yet.
        self._end.wait(LOOK_SECONDS / 2)
        self._store.get_ready()
        self._look_at_values()
        while not self._end.wait(LOOK_SECONDS):
            away = not self._store.connected
            try:
                self._store.poll()
                if away and self._store.connected:
                    self.found.emit()
                self._settle()
            except ProjectGone as error:
                self.gone.emit(translated(str(error)))
                return
            except DamagedProject as error:
                self.damaged.emit(translated(str(error)))
                return
            except ConnectionLost as error:
                self.lost.emit(translated(str(error)))
            except AnnotatorError as error:
                self.troubled.emit(translated(str(error)))

    def close(self) -> None:
        """End the look-out and the subscription."""
        self._end.set()
        self._unsubscribe()
        if self._thread is not None:
            self._thread.join()
