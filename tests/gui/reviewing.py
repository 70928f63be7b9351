"""A reviewer at the Review screen, for the tests of what its keys do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.review.screen import ReviewScreen
from annotator.settings import Settings
from annotator.store import Store
from tests.reviewed import disagree


class Reviewer:
    """Cleo at the Review screen."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot
        window.show_screen("review")
        assert window.project is not None
        screen = window.project.screens["review"]
        assert isinstance(screen, ReviewScreen)
        self.screen = screen
        self.settle()

    def settle(self) -> None:
        """Let what was asked for arrive."""
        for _ in range(4):
            QApplication.processEvents()

    def press(self, *keys: str) -> None:
        """Keys on the queue: letters, with Shift where they are capitals, or Qt's names."""
        for key in keys:
            shifted = len(key) == 1 and key.isupper()
            modifier = Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.NoModifier
            code = Qt.Key(getattr(Qt.Key, f"Key_{key.upper() if len(key) == 1 else key}"))
            self._qtbot.keyClick(self.screen.queue.view, code, modifier)
            self.settle()

    @property
    def kinds(self) -> list[str]:
        """The kinds of the entries, in the order of the rows."""
        model = self.screen.queue.model
        entries = [model.entry(row) for row in range(model.rowCount())]
        return [entry.kind for entry in entries if entry is not None]

    @property
    def kind(self) -> str:
        """The kind of the chosen entry."""
        entry = self.screen.queue.current()
        return entry.kind if entry is not None else ""


@pytest.fixture
def made(store: Store, article_id: str) -> dict[str, str]:
    """The claims on which Ana and Ben disagree."""
    return disagree(store, article_id)


@pytest.fixture
def reviewer(qtbot: QtBot, store: Store, made: dict[str, str], article_id: str) -> Iterator[Reviewer]:
    """Cleo's window, on the Review screen."""
    store.annotator = "Cleo"
    window = MainWindow(Settings(annotator="Cleo", theme="light"), at_once=True, keep_settings=False)
    window.resize(1280, 800)
    window.show_project(store, article_id)
    window.show()
    window.activateWindow()
    yield Reviewer(window, qtbot)
    window.close()
    window.deleteLater()
