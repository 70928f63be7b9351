"""When the program itself goes wrong: the log gets the details, the user one calm dialog.

Installed once, before the first window. Neither the log nor the dialog ever holds text of an article:
of an exception only its kind and the lines of the program are noted, and what it says only where that
cannot quote the user's data.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from annotator import __version__

if TYPE_CHECKING:
    from annotator.gui.dialogs.crash_dialog import CrashDialog

log = logging.getLogger("annotator.crash")

LookInto = Callable[[BaseException, Callable[[], None]], None]
"""Takes an error and what shows it as one of the program, to be called unless there is another reason for it."""

QUIET_SECONDS = 30.0
"""After a dialog was closed, so long no other one comes; the log goes on."""
LOGGED_TIMES = 5
"""The same trouble is written to the log so many times; an endless one must not fill the disk."""
_TELLING = (AttributeError, ImportError, NameError, NotImplementedError, RecursionError, ZeroDivisionError)
"""Exceptions whose message speaks of the program and cannot quote the user's data."""


def details_of(error: BaseException) -> str:
    """What went wrong for those who mend it: versions, kind, and lines of the program; no values."""
    head = (
        f"Annotator {__version__}, Python {platform.python_version()}, PySide {pyside_version}, "
        f"{platform.system()} {platform.release()}"
    )
    blocks = [head]
    seen: set[int] = set()
    chain: BaseException | None = error
    while chain is not None and id(chain) not in seen:
        seen.add(id(chain))
        frames = "".join(traceback.format_tb(chain.__traceback__)).rstrip()
        blocks.append(f"{frames}\n{_kind(chain)}".strip("\n"))
        chain = chain.__cause__ or (None if chain.__suppress_context__ else chain.__context__)
    return "\n\nafter\n\n".join([blocks[0] + "\n\n" + blocks[1], *blocks[2:]])


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror}"
    return f"{name}: {error}" if isinstance(error, _TELLING) else name


def _place(error: BaseException) -> str:
    """What tells one trouble from another: its kind and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return f"{type(error).__qualname__} {last.filename}:{last.lineno}" if last else type(error).__qualname__


class CrashWatch(QObject):
    """Takes what nobody has caught, on whatever thread, and shows it on the window's."""

    _happened = Signal(object, str)

    def __init__(self, log_file: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """clock: seconds, going forward."""
        super().__init__()
        self._log_file = log_file
        self._clock = clock
        self._quiet_until = float("-inf")
        self._times: dict[str, int] = {}
        self._faults: TextIO | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self.dialog: CrashDialog | None = None
        self.look_into: LookInto | None = None
        # Queued, so that no dialog opens in the middle of painting or of another dialog's closing.
        self._happened.connect(self._explain, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin: exceptions of all threads, and faults of the interpreter into a file beside the log."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        try:
            self._log_file.parent.mkdir(parents=True, exist_ok=True)
            self._faults = self._log_file.with_name("faults.log").open("a", encoding="utf-8")
        except OSError:
            log.warning("faults of the interpreter cannot be written beside the log")
            return
        faulthandler.enable(self._faults)

    def uninstall(self) -> None:
        """End: what was there before takes over again."""
        sys.excepthook, threading.excepthook = self._before
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
        else:
            self.take(error)

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.take(args.exc_value)

    def take(self, error: BaseException) -> None:
        """Log an error that nobody has caught, and show it unless one is shown or was just now."""
        details = details_of(error)
        place = _place(error)
        times = self._times[place] = self._times.get(place, 0) + 1
        if times <= LOGGED_TIMES:
            log.error("%s", details)
        if QApplication.instance() is None:
            sentence = f"Annotator could not go on; the log says why: {self._log_file}"
            sys.stderr.write(f"{sentence}\n")
        else:
            self._happened.emit(error, details)

    @Slot(object, str)
    def _explain(self, error: BaseException, details: str) -> None:
        """Show it, unless it is no trouble of the program and is said elsewhere."""
        if self.look_into is None:
            self._show(details)
        else:
            self.look_into(error, partial(self._show, details))

    def _show(self, details: str) -> None:
        if self.dialog is not None or self._clock() < self._quiet_until:
            return
        from annotator.gui.dialogs.crash_dialog import CrashDialog

        self.dialog = CrashDialog(details, self._log_file, QApplication.activeWindow())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self._quiet_until = self._clock() + QUIET_SECONDS
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def install(log_file: Path) -> CrashWatch:
    """Watch over the whole program from now on. The watch must be kept until the program ends."""
    watch = CrashWatch(log_file)
    watch.install()
    return watch
