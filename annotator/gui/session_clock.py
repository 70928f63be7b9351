"""How long the annotator has worked since the window opened, and the median time a claim takes.

Made by the main window, shown at its foot while the settings want it. For the annotator's own eyes: nothing
of it is stored, exported or told to anybody. Time in which nothing is done is no work.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

PAUSE_SECONDS = 120.0
"""After so long without a key or a click the clock stands still."""
TICK_MILLISECONDS = 1000
_DONE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class SessionClock(QObject):
    """Seconds of work, and seconds between claims. Watches the window for keys and clicks while it is on."""

    changed = Signal(str)
    """What to show now; empty while the clock is off."""

    def __init__(self, window: QObject, now: Callable[[], float] = time.monotonic) -> None:
        """now: seconds on a clock that never goes back."""
        super().__init__(window)
        self._window = window
        self._now = now
        self._on = False
        self._last = now()
        self._worked = 0.0
        self._since_claim = 0.0
        self._times: list[float] = []
        self._timer = QTimer(self, interval=TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tell)

    def set_on(self, on: bool) -> None:
        """Show the clock, or stop it; it begins anew when it is shown again."""
        if on == self._on:
            return
        self._on = on
        if on:
            self._last, self._worked, self._since_claim, self._times = self._now(), 0.0, 0.0, []
            self._window.installEventFilter(self)
            self._timer.start()
        else:
            self._window.removeEventFilter(self)
            self._timer.stop()
        self._tell()

    def touch(self) -> None:
        """Something was done: the time since the last thing was work, unless it was a pause."""
        now = self._now()
        if now - self._last <= PAUSE_SECONDS:
            self._worked += now - self._last
            self._since_claim += now - self._last
        self._last = now

    def claim_made(self) -> None:
        """A claim was made."""
        if self._on:
            self.touch()
            self._times.append(self._since_claim)
            self._since_claim = 0.0
            self._tell()

    def text(self) -> str:
        """The time worked, and behind the first claim the median seconds a claim."""
        minutes = int(self._worked // 60)
        worked = self.tr("{hours} h {minutes} min") if minutes >= 60 else self.tr("{minutes} min")
        worked = worked.format(hours=minutes // 60, minutes=minutes % 60)
        if not self._times:
            return worked
        from statistics import median

        return self.tr("{worked} · {seconds} s a claim").format(worked=worked, seconds=round(median(self._times)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _DONE:
            self.touch()
        return False

    def _tell(self) -> None:
        self.changed.emit(self.text() if self._on else "")
