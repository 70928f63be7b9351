"""Starts the window. Called by `annotator` without a command.

What the first picture does not need is imported after it: the window is there under a second.
"""

from __future__ import annotations

import gc
import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator import log, paths, settings
from annotator.errors import AnnotatorError
from annotator.gui import crash
from annotator.gui.ahead import Ahead
from annotator.gui.language import speak
from annotator.gui.main_window import MainWindow
from annotator.settings import acting_annotator
from annotator.store import Store
from annotator.store.database import is_url


def application() -> QApplication:
    """The one application object, made when there is none yet."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    made = QApplication(sys.argv[:1])
    QGuiApplication.setApplicationName("annotator")
    QGuiApplication.setApplicationDisplayName("Annotator")
    QGuiApplication.setDesktopFileName("annotator")
    return made


def set_pace() -> None:
    """Tune the interpreter to a window with helping threads and a great many small records.

    A thread that answers gets its turn after half a millisecond instead of five. What was imported is no
    garbage, and records are not made in circles: looking for garbage every 700 objects would take longer
    than making the 10,000 records of a long article.
    """
    sys.setswitchinterval(0.0005)
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


def run(project: str | None) -> int:
    """Open the window on a project, on the last one, or on the welcome screen. Returns the exit code."""
    log.start()
    watch = crash.install(paths.log_file())
    chosen = settings.load()
    app = application()
    speak(chosen.language)
    window = MainWindow(chosen)
    window.apply_settings()
    watch.look_into = window.commands.rescuing.look_into
    # Not the one before it: somebody who misses a project must not work on in another by mistake.
    address = project or next(iter(chosen.recent), None)
    try:
        if address is not None and is_url(address):
            # A server may be far away or gone: the window does not wait for it.
            QTimer.singleShot(0, lambda: window.commands.open_path(address))
        elif address is not None:
            store = Store.open(address, acting_annotator(None, chosen))
            window.commands.opened_at_start(store)
    except AnnotatorError as error:
        if project is not None:
            sys.stderr.write(f"{error}\n")
            window.deleteLater()
            return 2
        QTimer.singleShot(0, partial(window.commands.rescuing.not_opened, str(address), error))
    window.show()
    set_pace()
    Ahead(window.background, window)
    code = app.exec()
    watch.look_into = None
    return code
