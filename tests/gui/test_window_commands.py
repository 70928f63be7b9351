"""The table of commands fits the program: every command does something, is reachable, and has its own key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.commands import BY_ID, COMMANDS, GROUPS, WHY_NOT
from annotator.gui.handlers import handlers
from annotator.gui.icons import GLYPHS
from annotator.gui.keymap import meet
from annotator.gui.main_window import MainWindow
from annotator.gui.top_bar import MENUS
from annotator.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NONE = Qt.KeyboardModifier.NoModifier

# The contract's table, as far as these commands are there.
CONTRACT = {
    "next_sentence": ("Down", "J"),
    "previous_sentence": ("Up", "K"),
    "select_right": ("Shift+Right",),
    "select_left": ("Shift+Left",),
    "select_word_right": ("Ctrl+Shift+Right",),
    "select_word_left": ("Ctrl+Shift+Left",),
    "claim": ("C",),
    "part": ("Shift+C",),
    "speaker": ("S",),
    "role": ("R",),
    "cue": ("U",),
    "topic": ("T",),
    "supports": ("1",),
    "opposes": ("2",),
    "neutral": ("3",),
    "unclear": ("4",),
    "no_stance": ("0",),
    "direct": ("D",),
    "indirect": ("I",),
    "mixed": ("M",),
    "paraphrase": ("P",),
    "certainty": ("Y",),
    "note": ("N",),
    "edit": ("E", "F2"),
    "done": ("Return",),
    "leave": ("Esc",),
    "next_mark": (".",),
    "previous_mark": (",",),
    "overlap": ("O",),
    "end_right": ("Alt+Right",),
    "end_left": ("Alt+Left",),
    "start_right": ("Alt+Shift+Right",),
    "start_left": ("Alt+Shift+Left",),
    "end_right_character": ("Ctrl+Alt+Right",),
    "end_left_character": ("Ctrl+Alt+Left",),
    "start_right_character": ("Ctrl+Alt+Shift+Right",),
    "start_left_character": ("Ctrl+Alt+Shift+Left",),
    "delete": ("Del",),
    "nothing": ("W",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z",),
    "finish": ("Ctrl+Return",),
    "next_article": ("Alt+Down",),
    "previous_article": ("Alt+Up",),
    "help": ("F1",),
    "keys": ("?",),
    "annotate": ("F5",),
    "review": ("F6",),
    "next_disagreement": ("J",),
    "previous_disagreement": ("K",),
    "version_1": ("1",),
    "version_9": ("9",),
    "accept": ("A",),
    "amend": ("E",),
    "reject": ("R",),
    "accept_why": ("Shift+A",),
    "amend_why": ("Shift+E",),
    "reject_why": ("Shift+R",),
    "skip": ("Space",),
    "comment": ("N",),
    "codebook_question": ("Q",),
    "hide_names": ("H",),
}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Settings(annotator="Ana"), at_once=True, keep_settings=False)
    yield made
    made.close()
    made.deleteLater()


def test_every_command_has_its_own_id_a_group_and_what_it_does(window: MainWindow) -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert set(handlers(window)) == set(BY_ID)
    assert {command.group for command in COMMANDS} == set(GROUPS)
    for command in COMMANDS:
        assert command.text, command.id
        assert command.help.endswith("."), command.id


def test_no_two_commands_share_a_key_since_the_windows_keys_act_in_the_text_too() -> None:
    taken = [(QKeySequence(key).toString(), command) for command in COMMANDS for key in command.keys]
    assert [
        (key, one.id, other.id)
        for (key, one), (same, other) in combinations(taken, 2)
        if key == same and meet(one, other)
    ] == []
    assert "" not in dict(taken)


@pytest.mark.parametrize(("command", "keys"), CONTRACT.items())
def test_the_keys_are_those_of_the_contract(command: str, keys: tuple[str, ...]) -> None:
    assert set(keys) <= set(BY_ID[command].keys)


def test_every_command_is_in_a_menu_or_has_a_key(window: MainWindow) -> None:
    in_menus = {entry for _, entries in MENUS for entry in entries if entry is not None}
    assert in_menus <= set(BY_ID)
    assert [command.id for command in COMMANDS if not command.keys and command.id not in in_menus] == []


def test_every_icon_exists() -> None:
    assert [command.icon for command in COMMANDS if command.icon and command.icon not in GLYPHS] == []


def test_every_need_is_met_or_has_a_sentence(window: MainWindow) -> None:
    for command in COMMANDS:
        lacking = window.missing(command.needs)
        assert lacking is None or WHY_NOT[lacking].endswith(".")


def test_single_letters_act_in_a_place_only() -> None:
    for command in COMMANDS:
        for key in command.keys:
            if len(key) == 1 and key.isalnum():
                assert command.where != "window", command.id


def test_without_a_project_only_what_needs_none_can_be_done(window: MainWindow) -> None:
    for command in COMMANDS:
        if command.where == "window":
            action = window.actions_[command.id]
            assert action.isEnabled() == (command.needs == ""), command.id
            assert action.toolTip().endswith("."), command.id


def test_a_key_whose_command_cannot_be_run_says_why(qtbot: QtBot) -> None:
    window = MainWindow(Settings(annotator="Ana"), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    window.show()
    for key, modifiers in ((Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_F5, NONE)):
        window.status.hush()
        QTest.keyClick(window, key, modifiers)
        assert window.status.said.text() == "Open a project first."
