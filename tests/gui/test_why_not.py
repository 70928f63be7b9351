"""Whatever cannot be done says why, wherever it is offered: each command, on each screen, in menus and palette."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.gui.commands import BY_ID, COMMANDS, WHY_NOT, why_not
from annotator.gui.main_window import MainWindow
from annotator.gui.palette.entries import command_entries
from annotator.gui.screens import SCREENS
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
STATES = ("welcome", *(f"{state} {kind.id}" for state in ("empty", "article") for kind in SCREENS))


@pytest.fixture(params=STATES)
def window(request: pytest.FixtureRequest, qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    made = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    state, _, screen = request.param.partition(" ")
    if state == "article":
        add_articles(store, [article_record("article-1")], source="one")
    if state == "welcome":
        made.show_welcome()
    else:
        made.show_project(store, "article-1" if state == "article" else None)
        made.show_screen(screen)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_each_reason_is_a_sentence_of_its_own() -> None:
    sentences = [why_not(need) for need in WHY_NOT]
    assert all(said.endswith(".") and " " in said for said in sentences)
    assert len(set(sentences)) == len(sentences)


def test_each_command_that_cannot_be_run_says_why_in_tool_tip_and_palette(window: MainWindow) -> None:
    in_palette = {item.id: (item.detail, row.refused) for item, row in command_entries(window.actions_.why_not)}
    lacking = 0
    for command in COMMANDS:
        action, reason = window.actions_[command.id], window.actions_.why_not(command)
        lacking += bool(reason)
        assert action.toolTip() == action.statusTip() == (reason or command.explanation), command.id
        assert action.isEnabled() == (not reason or command.where != "window"), command.id
        if command.id != "palette":
            assert in_palette[f"command:{command.id}"] == (reason, reason), command.id
    assert lacking


def test_each_grey_line_of_each_menu_shows_its_reason(window: MainWindow) -> None:
    shown = set()
    for above in window.top_bar.menus.actions():
        menu = above.menu()
        assert isinstance(menu, QMenu)
        assert menu.toolTipsVisible()
        menu.aboutToShow.emit()
        for action in menu.actions():
            if (command := BY_ID.get(action.objectName())) is not None:
                shown.add(command.id)
                reason = window.actions_.why_not(command)
                assert (action.isEnabled(), action.toolTip()) == (not reason, reason or command.explanation), command.id
        menu.aboutToHide.emit()
    assert len(shown) > len(COMMANDS) // 3
