"""What cards, menus, tabs and windows say: cue, roles, keys, one and several; how help and keys are closed."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from annotator.gui.commands import BY_ID
from annotator.gui.dialogs.help_viewer import HelpViewer
from annotator.gui.dialogs.keys_sheet import KeysSheet, pitch
from annotator.gui.labels import key_text
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.card_plan import rows_of
from annotator.gui.panel.chip import Chip
from annotator.gui.panel.panel import Panel
from annotator.gui.theme import LIGHT
from annotator.records import ClaimRecord, Part, Role
from annotator.settings import Settings
from tests.gui.invented import DISPLAY, SPEAKERS, claim, speaker, topic

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def with_cue(made: ClaimRecord) -> ClaimRecord:
    return msgspec.structs.replace(made, cue=(Part(50, 54, "said"),))


def test_the_card_shows_the_cue_or_the_key_that_sets_it() -> None:
    made = claim("c", 0, "words")
    rows = {row.label: row for row in rows_of(made, DISPLAY, LIGHT, current=True, editable=True)}
    assert ([chip.face.text for chip in rows["Cue"].chips], rows["Cue"].key) == (["+"], "U")
    rows = {row.label: row for row in rows_of(with_cue(made), DISPLAY, LIGHT, current=True, editable=True)}
    assert ([chip.face.text for chip in rows["Cue"].chips], rows["Cue"].key) == (["said"], "")


@pytest.mark.parametrize("cue", [False, True])
def test_arrows_come_to_the_cue_and_to_where_it_is_to_be_set(qtbot: QtBot, cue: bool) -> None:
    panel = Panel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(400, 700)
    panel.show()
    made = claim("c", 0, "words", topics=(topic("fees"),))
    panel.set_marks([with_cue(made) if cue else made], DISPLAY)
    panel.set_current("c")
    panel.focus_fields()
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(panel.focusWidget(), key)
        found = panel.focusWidget()
        assert isinstance(found, Chip)
        seen.append(found.face.text)
    assert seen == ["said" if cue else "+", "Mira Okafor"]


@pytest.mark.parametrize(
    ("role", "before"),
    [
        ("says", ""),
        ("on_behalf_of", "on behalf of:"),
        ("reported_by", "reported by:"),
        ("addressed", "addressed:"),
    ],
)
def test_a_role_stands_before_the_name_and_the_mention_behind_it(role: Role, before: str) -> None:
    made = claim("c", 0, "words", speakers=(speaker("okafor", role, "she"),))
    face = rows_of(made, DISPLAY, LIGHT, current=True, editable=True)[0].chips[0].face
    assert (face.before, face.text, face.soft) == (before, "Mira Okafor", "“she”")


def test_one_is_singular_and_merged_speakers_count_once(qtbot: QtBot) -> None:
    panel = Panel(LIGHT)
    qtbot.addWidget(panel)
    two = claim("c", 0, "words", speakers=(speaker("okafor"), speaker("albrecht")), topics=(topic("fees"),))
    panel.set_marks([two], DISPLAY)
    assert panel.said_counts() == "1 claim · 2 speakers · 1 topic"
    merged = {**SPEAKERS, "albrecht": msgspec.structs.replace(SPEAKERS["albrecht"], merged_into="okafor")}
    panel.set_display(type(DISPLAY)(merged, DISPLAY.topics, DISPLAY.annotators, DISPLAY.mentions, "ana"))
    assert panel.said_counts() == "1 claim · 1 speaker · 1 topic"
    bar = panel.findChild(QTabBar)
    assert bar is not None
    assert [bar.tabText(tab) for tab in range(3)] == ["Claims 1", "Speakers 1", "Topics 1"]
    panel.set_marks([], DISPLAY)
    assert panel.said_counts() == "0 claims · 0 speakers · 0 topics"


def test_menus_call_the_keys_what_the_sheet_calls_them(qtbot: QtBot) -> None:
    window = MainWindow(Settings(), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    for command in ("done", "finish", "delete"):
        shown = window.actions_[command].text().split("\t")
        assert shown == [BY_ID[command].label, key_text(BY_ID[command].keys[0])]
    assert window.actions_["claim"].text() == "Claim"
    window.close()


@pytest.mark.parametrize("kind", [HelpViewer, KeysSheet])
def test_help_and_keys_close_by_esc_ctrl_w_and_a_button(qtbot: QtBot, kind: type[HelpViewer | KeysSheet]) -> None:
    window = kind()
    qtbot.addWidget(window)
    for key, modifiers in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
    ):
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, key, modifiers)
        assert not window.isVisible()
    window.show()
    next(each for each in window.findChildren(QPushButton) if each.text() == "Close").click()
    assert not window.isVisible()


@pytest.mark.parametrize("height", [420, 507, 660])
def test_the_sheet_of_keys_ends_with_a_whole_row(qtbot: QtBot, height: int) -> None:
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.resize(1120, height)
    sheet.show()
    for _ in range(2):
        assert sheet.area.viewport().height() % pitch() == 0
        sheet.area.verticalScrollBar().setValue(100)
        assert sheet.area.verticalScrollBar().value() % pitch() == 0
