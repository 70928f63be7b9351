"""An empty project in the window: what needs an article or a row is greyed and says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.commands import BY_ID, why_not
from annotator.gui.main_window import MainWindow
from annotator.gui.palette.entries import command_entries
from annotator.gui.panel.panel import PanelTab
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OF_THE_TEXT = ("article", "taggable", "claim", "mark", "selection")


@pytest.fixture
def empty(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    made = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    made.resize(1100, 800)
    made.show_project(store, None)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def shown(screen: AnnotateScreen) -> list[str]:
    """What stands in place of cards."""
    labels = screen.panel._empty.findChildren(QLabel)
    return [each.text() for each in labels if each.text()]


def menus(window: MainWindow) -> list[QMenu]:
    return [action.menu() for action in window.top_bar.menus.actions()]  # type: ignore[misc]  # all are menus


def test_menus_grey_what_needs_an_article_and_say_why(empty: MainWindow) -> None:
    shown = []
    for menu in menus(empty):
        menu.aboutToShow.emit()
        for action in menu.actions():
            if action.objectName() and BY_ID[action.objectName()].needs in OF_THE_TEXT:
                shown.append(action.objectName())
                assert (action.isEnabled(), action.toolTip()) == (False, why_not("article")), action.objectName()
        menu.aboutToHide.emit()
    assert {"claim", "finish", "find"} <= set(shown)
    # A key that does nothing teaches nothing: in the text it says what is missing.
    assert all(empty.actions_[each].isEnabled() for each in shown if BY_ID[each].where == "text")


def test_a_menu_offers_what_the_text_has_once_an_article_is_open(window: MainWindow) -> None:
    for menu in menus(window):
        menu.aboutToShow.emit()
    assert window.actions_["claim"].isEnabled()
    assert not window.actions_["cue"].isEnabled()
    assert window.actions_["cue"].toolTip() == why_not("claim")


def test_the_palette_says_of_each_why_it_cannot_be_run(empty: MainWindow) -> None:
    said = {item.id: item.detail for item, _ in command_entries(empty.actions_.why_not)}
    for command in BY_ID.values():
        if command.needs in OF_THE_TEXT:
            assert said[f"command:{command.id}"] == why_not("article")


@pytest.mark.parametrize("tab", ["speakers", "topics"])
def test_buttons_below_the_lists_are_greyed_and_say_that_no_row_is_chosen(empty: MainWindow, tab: PanelTab) -> None:
    assert empty.project is not None
    panel = empty.project.screen.panel
    panel.show_tab(tab)
    buttons = [each for each in getattr(panel, tab).findChildren(QToolButton) if each.defaultAction() is not None]
    needing = [each for each in buttons if not each.isEnabled()]
    assert len(needing) == len(buttons) - 1
    assert all(each.toolTip().endswith(": choose one in the list first.") for each in needing)


def test_the_claims_and_the_foot_ask_for_no_key_before_an_article_is_open(empty: MainWindow, store: Store) -> None:
    assert empty.project is not None
    screen = empty.project.screen
    assert shown(screen) == ["No article is open", "Here are the claims of the open article."]
    assert [key for key, _ in screen.key_hints()] == ["?"]
    add_articles(store, [article_record("a")], source="a")
    screen.load("a")
    assert shown(screen)[0] == "No claims yet"
    assert [key for key, _ in screen.key_hints()] == ["C", "S", "T", "?"]
