"""Where the keys go: into the text after an article was chosen and after Esc, else they stay where they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    """A window on a project of two articles, of which the first is open."""
    add_articles(store, [article_record("article-1"), article_record("article-2")], source="two articles")
    made = MainWindow(Settings(annotator="Ana"), at_once=True, keep_settings=False)
    made.resize(1280, 720)
    made.show_project(store, "article-1")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def screen_of(window: MainWindow):  # type: ignore[no-untyped-def]
    assert window.project is not None
    return window.project.screen


def opened(window: MainWindow) -> str:
    record = screen_of(window).opened.record
    assert record is not None
    return str(record.id)


def in_text(window: MainWindow) -> bool:
    return bool(screen_of(window).reader.hasFocus())


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def click_row(window: MainWindow, row: int) -> None:
    view = screen_of(window).articles.view
    box = view.visualRect(view.model().index(row, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_a_clicked_article_gets_the_keys(window: MainWindow) -> None:
    click_row(window, 1)
    assert opened(window) == "article-2"
    assert in_text(window)
    click_row(window, 1)
    assert in_text(window)


def test_arrows_stay_in_the_list_and_enter_goes_to_the_text(window: MainWindow) -> None:
    articles = screen_of(window).articles
    articles.view.setFocus()
    press(Qt.Key.Key_Down)
    assert articles.view.hasFocus()
    assert opened(window) == "article-1"
    press(Qt.Key.Key_Return)
    assert opened(window) == "article-2"
    assert in_text(window)


def test_typing_in_the_filter_stays_in_the_filter(window: MainWindow, qtbot: QtBot) -> None:
    articles = screen_of(window).articles
    articles.view.setFocus()
    QTest.keyClicks(articles.view, "p")
    qtbot.waitUntil(lambda: articles.model.query == "p")
    assert articles.filter.hasFocus()
    press(Qt.Key.Key_Escape)
    assert in_text(window)
    assert articles.filter.text() == ""


@pytest.mark.parametrize("tab", ["speakers", "topics"])
@pytest.mark.parametrize("with_claim", [False, True])
@pytest.mark.parametrize("part", ["filter", "view", "tabs"])
def test_esc_in_a_tab_goes_to_the_text_at_once(window: MainWindow, tab: str, part: str, with_claim: bool) -> None:
    screen = screen_of(window)
    if with_claim:
        screen.tagger.claim()
    panel = screen.panel
    panel.show_tab(tab)
    holder = getattr(panel, tab)
    parts: dict[str, QWidget | None] = {
        "filter": holder.filter,
        "view": holder.view,
        "tabs": panel.findChild(QTabBar),
    }
    found = parts[part]
    assert found is not None
    if part == "view":
        holder.show_rows(True)
    found.setFocus()
    assert found.hasFocus()
    press(Qt.Key.Key_Escape)
    assert in_text(window)
    assert panel.current_tab() == tab


def test_esc_leaves_every_button_for_the_text(window: MainWindow) -> None:
    screen = screen_of(window)
    screen.tagger.claim()
    for button in (window.top_bar.buttons[2], screen.articles.order, screen.panel.cards):
        button.setFocus()
        assert button.hasFocus()
        press(Qt.Key.Key_Escape)
        assert in_text(window)


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_I, Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_W])
def test_the_windows_ctrl_letters_win_over_a_filter(window: MainWindow, key: Qt.Key) -> None:
    field = screen_of(window).articles.filter
    field.setFocus()
    ran: list[str] = []
    names = {"E": "export", "H": "history", "I": "import", "N": "new", "O": "open", "W": "close"}
    action = window.actions_[names[chr(key.value)]]
    action.triggered.disconnect()
    action.triggered.connect(lambda: ran.append(action.objectName()))
    press(key, Qt.KeyboardModifier.ControlModifier)
    assert ran == [action.objectName()]


def test_undo_in_a_filter_is_the_filters(window: MainWindow) -> None:
    field = screen_of(window).articles.filter
    field.setFocus()
    QTest.keyClicks(field, "port")
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
