"""The flow of tagging: what a claim, a finished article or words selected by hand bring into view next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def two(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    """A window on a project of two articles, of which the first is open; what is written is written elsewhere."""
    add_articles(store, [article_record("article-1"), article_record("article-2")], source="two articles")
    made = MainWindow(Settings(annotator="Ana"), keep_settings=False)
    made.resize(1280, 720)
    made.show_project(store, "article-1")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and opened(made) == "article-1")
    yield made
    made.close()
    made.deleteLater()


def screen_of(window: MainWindow) -> AnnotateScreen:
    assert window.project is not None
    return window.project.screen


def opened(window: MainWindow) -> str:
    record = screen_of(window).opened.record
    return record.id if record is not None else ""


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def said(window: MainWindow) -> str:
    return window.messages.message.text if window.messages.message is not None else ""


@pytest.mark.parametrize("tab", ["speakers", "topics"])
def test_a_claim_that_is_made_shows_its_card_and_the_keys_stay_in_the_text(window: MainWindow, tab: str) -> None:
    screen = screen_of(window)
    screen.panel.show_tab("speakers" if tab == "speakers" else "topics")
    screen.reader.setFocus()
    press(Qt.Key.Key_C)
    assert screen.panel.current_tab() == "claims"
    assert screen.panel.cards.current == screen.tagger.current()
    assert screen.reader.hasFocus()


def test_the_last_article_that_is_finished_is_said_to_be_the_last(two: MainWindow, qtbot: QtBot) -> None:
    screen_of(two).reader.setFocus()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened(two) == "article-2")
    assert said(two) == ""
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(two) == "All articles are finished.")


def test_where_the_filter_hides_the_others_that_is_said(two: MainWindow, qtbot: QtBot) -> None:
    screen = screen_of(two)
    add_articles(two.project.store, [article_record("only", title="Quarry")], source="a third") if two.project else None
    qtbot.waitUntil(lambda: screen.articles.model.total == 3)
    screen.articles.filter.setText("quarry")
    qtbot.waitUntil(lambda: len(screen.articles.model.shown()) == 1)
    screen.step("only")
    qtbot.waitUntil(lambda: opened(two) == "only")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    expected = "No unfinished article is left in this list; the filter hides 2 more."
    qtbot.waitUntil(lambda: said(two) == expected)
    assert opened(two) == "only"
