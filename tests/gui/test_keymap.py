"""Keys that the user chooses: one command a key, told where two want it, and shown everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.actions.topics import edit_topic, make_topic
from annotator.gui import keymap
from annotator.gui.commands import BY_ID, COMMANDS, Command
from annotator.gui.dialogs.help_pages import commands_page
from annotator.gui.dialogs.keys_page import KeysPage
from annotator.gui.dialogs.keys_sheet import commands_found
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def _usual_keys_again() -> Iterator[None]:
    yield
    keymap.use(COMMANDS, {})


def doubled() -> list[tuple[str, str, str]]:
    """Pairs of commands that share a key and can be wanted at the same moment."""
    return [
        (first.id, second.id, key)
        for number, first in enumerate(COMMANDS)
        for second in COMMANDS[number + 1 :]
        if keymap.meet(first, second)
        for key in {*map(keymap.portable, first.keys)} & {*map(keymap.portable, second.keys)}
    ]


def test_the_usual_keys_stand_for_one_command_each() -> None:
    assert keymap.use(COMMANDS, {}) == []
    assert doubled() == []
    assert all(command.keys == command.usual_keys for command in COMMANDS)


IDS = st.sampled_from([command.id for command in COMMANDS])
KEYS = st.sampled_from(["C", "Shift+C", "Ctrl+E", "F5", "J", "Return", "?", "Tab", "", "no such key", "del"])


@examples(max_examples=25)
@given(st.dictionaries(st.one_of(IDS, st.just("gone")), st.lists(KEYS, max_size=3), max_size=6))
def test_whatever_is_chosen_no_key_stands_for_two_commands(chosen: dict[str, list[str]]) -> None:
    sentences = keymap.use(COMMANDS, chosen)
    assert doubled() == []
    wanted = [(id_, key) for id_, keys in chosen.items() if id_ in BY_ID for key in {*map(keymap.portable, keys)}]
    kept = [(id_, key) for id_, key in wanted if key in BY_ID[id_].keys]
    lost = [(id_, key) for id_, key in wanted if key and key not in keymap.RESERVED and (id_, key) not in kept]
    assert len(sentences) == len(lost)


def test_of_two_wishes_the_first_command_gets_the_key_and_a_sentence_says_so() -> None:
    (sentence,) = keymap.use(COMMANDS, {"find": ["Ctrl+B"], "backup": ["Ctrl+B"]})
    assert BY_ID["backup"].keys == ("Ctrl+B",)
    assert BY_ID["find"].keys == ()
    assert sentence == "Ctrl+B is given to two commands; it stays with “Save a backup…”, not “Find in this article”."


def window_with(keys: dict[str, list[str]], qtbot: QtBot) -> MainWindow:
    made = MainWindow(Settings(annotator="Ana", keys=keys), at_once=True, keep_settings=False)
    qtbot.addWidget(made)
    return made


def test_menus_sheet_help_and_keyboard_follow(qtbot: QtBot) -> None:
    window = window_with({"claim": ["Q"]}, qtbot)
    assert window.actions_["claim"].shortcut() == QKeySequence("Q")
    window.settings.keys = {"claim": ["F4"], "find": []}
    window.apply_settings()
    assert window.actions_["claim"].shortcut() == QKeySequence("F4")
    assert window.actions_["find"].shortcuts() == []
    assert BY_ID["claim"] in commands_found("F4")["Tagging"]
    assert "F4" in commands_page().html
    assert window.messages.message is None


def test_colliding_settings_are_told_in_a_sentence(qtbot: QtBot) -> None:
    window = window_with({"find": ["Ctrl+B"], "backup": ["Ctrl+B"]}, qtbot)
    assert window.messages.message is not None
    assert "Ctrl+B" in window.messages.message.text
    assert window.settings.keys == {"find": ["Ctrl+B"], "backup": ["Ctrl+B"]}


@pytest.fixture
def page(qtbot: QtBot) -> KeysPage:
    made = KeysPage({})
    qtbot.addWidget(made)
    made.show()
    return made


def press(page: KeysPage, command: str, key: str) -> None:
    page.select(command)
    page.new_key.setKeySequence(QKeySequence(key))


def told(page: KeysPage) -> list[dict[str, list[str]]]:
    said: list[dict[str, list[str]]] = []
    page.changed.connect(said.append)
    return said


def test_a_free_key_is_used_or_added(page: KeysPage) -> None:
    said = told(page)
    press(page, "backup", "Ctrl+B")
    assert not page.also.isEnabled()
    page.use.click()
    press(page, "claim", "Ctrl+J")
    page.also.click()
    assert said == [{"backup": ["Ctrl+B"]}, {"backup": ["Ctrl+B"], "claim": ["C", "Ctrl+J"]}]
    assert BY_ID["claim"].keys == ("C", "Ctrl+J")


def test_a_key_that_is_taken_is_told_before_and_moves_only_when_wanted(page: KeysPage) -> None:
    said = told(page)
    press(page, "find", "Ctrl+E")
    assert page.said.text() == "Ctrl+E is the key of “Export the annotation set…”, which would lose it."
    assert said == []
    page.use.click()
    assert said == [{"find": ["Ctrl+E"], "export": []}]
    page.select("export")
    page.usual.click()
    assert "belongs to another command" in page.said.text()
    page.select("find")
    page.usual.click()
    assert [said[-1], BY_ID["export"].keys, BY_ID["find"].keys] == [{}, ("Ctrl+E",), ("Ctrl+F",)]


def test_all_that_would_lose_a_key_are_named(page: KeysPage) -> None:
    said = told(page)
    press(page, "backup", "J")
    losing = [command for command in COMMANDS if "J" in command.keys]
    assert len(losing) > 1
    assert all(f"“{command.label}”" in page.said.text() for command in losing)
    page.use.click()
    assert [BY_ID["backup"].keys, *(command.keys.count("J") for command in losing)] == [("J",), *([0] * len(losing))]
    assert set(said[-1]) == {"backup", *(command.id for command in losing)}


@pytest.mark.parametrize(
    ("key", "kept"), [("Ctrl+V", True), ("Ctrl+A", True), ("Home", True), ("B", True), ("Ctrl+B", False), ("F9", False)]
)
def test_keys_that_fields_keep_for_themselves_are_told(page: KeysPage, key: str, kept: bool) -> None:
    press(page, "backup", key)
    assert ("stays with the field" in page.said.text()) == kept
    press(page, "claim", key)
    assert "stays with the field" not in page.said.text()


def test_a_key_that_takes_a_topic_in_its_list_is_told(window: MainWindow, store: Store) -> None:
    edit_topic(store, make_topic(store, "Port fees"), key="b")
    page = window.commands.settings().keys
    press(page, "claim", "B")
    assert page.said.text().endswith("In the list of topics, B takes “Port fees”.")
    press(page, "claim", "Z")
    assert "list of topics" not in page.said.text()


def test_a_key_that_was_taken_goes_back_with_the_usual_keys_of_the_taker(page: KeysPage) -> None:
    said = told(page)
    press(page, "cue", "C")
    page.use.click()
    assert BY_ID["claim"].keys == ()
    page.select("cue")
    page.usual.click()
    assert [said[-1], BY_ID["claim"].keys, BY_ID["cue"].keys] == [{}, ("C",), ("U",)]


def test_keys_can_be_taken_away_and_those_of_the_focus_cannot_be_used(page: KeysPage) -> None:
    said = told(page)
    page.select("claim")
    page.none.click()
    assert said == [{"claim": []}]
    assert not page.none.isEnabled()
    assert page.focusWidget() is page.view
    press(page, "find", "Tab")
    assert not page.use.isEnabled()
    assert "moves the focus" in page.said.text()


def test_tab_leaves_the_field_for_new_keys(page: KeysPage, qtbot: QtBot) -> None:
    page.select("claim")
    page.new_key.setFocus()
    field = page.new_key.focusProxy() or page.new_key
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()


def test_the_filter_narrows_by_name_and_by_key(page: KeysPage) -> None:
    def shown() -> set[str]:
        return {id_ for id_, row in page._rows.items() if not row.isHidden()}

    page.filter.setText("stance")
    assert shown() == {"supports", "opposes", "neutral", "unclear", "no_stance"}
    page.filter.setText("ctrl+f")
    assert "find" in shown()
    page.filter.setText("")
    assert shown() == {command.id for command in COMMANDS if isinstance(command, Command)}
