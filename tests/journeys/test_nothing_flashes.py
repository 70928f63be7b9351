"""Opening a project opens no window of its own, not even for a moment: that would take the keyboard away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.analyst import Analyst


class _Shown(QObject):
    """Notes which widgets become windows on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_a_project_opens_in_the_window_that_is_there_and_the_text_has_the_keyboard(
    new_window: Callable[[], Analyst], filled: Path
) -> None:
    analyst = new_window()
    shown = _Shown()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    analyst.open_project(str(filled))
    application.removeEventFilter(shown)
    assert shown.windows == []
    assert QApplication.focusWidget() is analyst.project.screen.reader
