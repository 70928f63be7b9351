"""The real window with its real threads, as the benchmarks use it: do something, wait until it is painted.

Made by the fixtures. A mark that was painted came with the store's news, which are told after the commit;
so what is painted is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.app import application, set_pace
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.benchmarks.workloads import ANNOTATOR

PATIENCE_MILLISECONDS = 20_000


class PaintSpy(QObject):
    """Ends a loop with the first paint of a widget at which a condition holds."""

    def __init__(self, widget: QWidget, holds: Callable[[], bool], loop: QEventLoop) -> None:
        super().__init__()
        self._holds, self._loop, self._widget = holds, loop, widget
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.seen and self._holds():
            self.seen = True
            self._widget.removeEventFilter(self)
            # The loop ends when this event has been dealt with, hence after the paint.
            self._loop.quit()
        return False


def wait(milliseconds: int) -> None:
    """Run the event loop. `QTest.qWait` would keep the interpreter from the other threads meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Desk:
    """A window of 1440 by 900 on one project."""

    def __init__(self) -> None:
        self.application = application()
        set_pace()
        self.window = MainWindow(Settings(annotator=ANNOTATOR, theme="light"), keep_settings=False)
        self.window.apply_settings()
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def open(self, project: Path) -> None:
        """Show a project and wait until its first article is painted."""
        store = Store.open(project, ANNOTATOR)
        self.until_painted(
            lambda: self.window.show_project(store),
            lambda: self.screen.reader.viewport(),
            lambda: self.screen.opened.record is not None,
        )
        self.settle()

    @property
    def screen(self) -> AnnotateScreen:
        """The Annotate screen of the project that is shown."""
        assert self.window.project is not None
        return self.window.project.screen

    def until_painted(
        self, act: Callable[[], object], widget: Callable[[], QWidget], holds: Callable[[], bool]
    ) -> None:
        """Act, then run the event loop until the widget has been painted while the condition held."""
        act()
        loop = QEventLoop()
        spy = PaintSpy(widget(), holds, loop)
        tired = QTimer(singleShot=True, interval=PATIENCE_MILLISECONDS)
        tired.timeout.connect(loop.quit)
        tired.start()
        loop.exec()
        assert spy.seen, "nothing was painted in time"

    def read(self, act: Callable[[], object], holds: Callable[[], bool]) -> None:
        """The same for the text."""
        self.until_painted(act, lambda: self.screen.reader.viewport(), holds)

    def show_article(self, article_id: str, marks: int) -> None:
        """As a click in the list does, until text and marks are painted."""
        page = self.screen.reader
        self.read(
            lambda: self.screen.articles.article_chosen.emit(article_id),
            lambda: page.page.article.id == article_id and len(page.page.marks) >= marks,
        )

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key in the text."""
        QTest.keyClick(self.screen.reader, key, modifiers)

    def change_marks(self, act: Callable[[], object]) -> None:
        """Act, and wait until a text with one mark more or fewer is painted."""
        marks = self.screen.reader.page
        before = len(marks.marks)
        self.read(act, lambda: len(marks.marks) != before)

    def settle(self) -> None:
        """Let everything end that is still under way, so that the next measurement begins from rest."""
        wait(40)
        while self.window.project is not None and self.window.project.jobs.writing:
            wait(5)
        wait(40)

    def close(self) -> None:
        """Close the window; waits for its threads."""
        self.window.close()
        self.window.deleteLater()
        self.application.processEvents()
