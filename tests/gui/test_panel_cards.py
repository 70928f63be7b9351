"""The cards stand in text order, follow every change, and report each wish with the right id and place."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.panel import card_menu
from annotator.gui.panel.card import ClaimCard
from annotator.gui.panel.card_list import CardList
from annotator.gui.panel.chip import Chip
from annotator.gui.theme import DARK, LIGHT, Theme, style_sheet_of
from annotator.records import ClaimRecord
from tests.gui.invented import DISPLAY, claim, some_claims, speaker

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def cards(qtbot: QtBot) -> CardList:
    made = CardList(LIGHT)
    qtbot.addWidget(made)
    made.resize(372, 900)
    made.show()
    made.set_claims(reversed(some_claims()), DISPLAY)
    return made


def card_of(cards: CardList, id_: str) -> ClaimCard:
    found = cards.card(id_)
    assert found is not None
    return found


def chip_of(cards: CardList, id_: str, text: str) -> Chip:
    chips = card_of(cards, id_).findChildren(Chip)
    return next(chip for chip in chips if chip.face.text == text and chip.isVisible())


def tops(cards: CardList, *ids: str) -> list[int]:
    return [card_of(cards, id_).y() for id_ in ids]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def many(count: int) -> list[ClaimRecord]:
    return [claim(f"k{number:05}", number * 100, f"the claim of number {number}") for number in range(count)]


def test_cards_stand_in_text_order_without_gaps_or_overlaps(cards: CardList) -> None:
    shown = [card_of(cards, id_) for id_ in ("c1", "c2", "c3", "c4")]
    for above, below in pairwise(shown):
        assert above.geometry().bottom() < below.y() <= above.geometry().bottom() + 16


def test_a_new_claim_takes_its_place_in_the_text_and_a_removed_one_leaves(cards: CardList) -> None:
    cards.update_claims([claim("c0", 10, "At the very beginning")], ["c3"])
    assert tops(cards, "c0", "c1", "c2", "c4") == sorted(tops(cards, "c0", "c1", "c2", "c4"))
    assert cards.card("c3") is None
    assert cards.count == 4


def test_a_changed_claim_is_shown_anew_even_when_it_moves(cards: CardList) -> None:
    moved = claim("c1", 9000, "the increase of 40 per cent", speakers=(speaker("lindqvist"),))
    cards.update_claims([moved])
    assert chip_of(cards, "c1", "Petra Lindqvist")
    assert tops(cards, "c4", "c1") == sorted(tops(cards, "c4", "c1"))


def test_only_what_is_in_view_has_a_card_and_the_end_can_be_reached(qtbot: QtBot) -> None:
    cards = CardList(LIGHT)
    qtbot.addWidget(cards)
    cards.resize(372, 600)
    cards.show()
    cards.set_claims(many(3000), DISPLAY)
    assert len(cards.findChildren(ClaimCard)) < 20
    bar = cards.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
    last = card_of(cards, "k02999").geometry()
    assert 0 < last.bottom() <= 600
    assert len(cards.findChildren(ClaimCard)) < 30


def test_scrolling_up_over_unseen_cards_moves_what_is_seen_by_as_much(qtbot: QtBot) -> None:
    cards = CardList(LIGHT)
    qtbot.addWidget(cards)
    cards.resize(372, 600)
    cards.show()
    cards.set_claims(many(500), DISPLAY)
    bar = cards.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = next(card for card in cards.findChildren(ClaimCard) if card.isVisible() and card.y() > 100)
    for _ in range(6):
        before = middle.y()
        bar.setValue(bar.value() - 20)
        assert middle.y() == before + 20


def test_the_current_claim_unfolds_where_it_was_clicked(cards: CardList) -> None:
    cards.set_current("c1")
    before = card_of(cards, "c3").y()
    folded = card_of(cards, "c3").height()
    QTest.mouseClick(card_of(cards, "c3"), Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    cards.set_current("c3")
    assert card_of(cards, "c3").height() > folded
    assert card_of(cards, "c3").y() <= before
    assert cards.current == "c3"
    assert chip_of(cards, "c3", "paraphrase")


def test_a_far_claim_comes_into_view_when_it_becomes_current(qtbot: QtBot) -> None:
    cards = CardList(LIGHT)
    qtbot.addWidget(cards)
    cards.resize(372, 600)
    cards.show()
    cards.set_claims(many(2000), DISPLAY)
    for id_ in ("k01500", "k00003", "k01999", "k00000"):
        cards.set_current(id_)
        shown = card_of(cards, id_).geometry()
        assert shown.top() >= 0
        assert shown.bottom() <= 600


def test_a_click_chooses_the_claim(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.wishes.claim_chosen) as chosen:
        QTest.mouseClick(card_of(cards, "c4"), Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    assert chosen.args == ["c4"]


def test_choices_report_their_value_and_nothing_when_taken_back(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c2")
    with qtbot.waitSignal(cards.wishes.quotation_chosen) as chosen:
        chip_of(cards, "c2", "mixed").click()
    assert chosen.args == ["c2", "mixed"]
    with qtbot.waitSignal(cards.wishes.certainty_chosen) as chosen:
        chip_of(cards, "c2", "medium").click()
    assert chosen.args == ["c2", None]
    assert chip_of(cards, "c2", "medium").isChecked()


def test_the_plus_asks_for_a_speaker_and_a_topic(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c2")
    plus = [chip for chip in card_of(cards, "c2").findChildren(Chip) if chip.face.form == "add"]
    with qtbot.waitSignals([cards.wishes.speaker_add_requested, cards.wishes.topic_add_requested]):
        for chip in plus:
            chip.click()
    place = cards.field_rect("c2", "speaker")
    assert place.topLeft() == plus[0].mapToGlobal(QPoint(0, 0))


def test_delete_on_a_chip_removes_that_one(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c3")
    with qtbot.waitSignal(cards.wishes.speaker_remove) as removed:
        QTest.keyClick(chip_of(cards, "c3", "Fishermen’s Guild of Selm Bay"), Qt.Key.Key_Delete)
    assert removed.args == ["c3", 1]
    with qtbot.waitSignal(cards.wishes.topic_remove) as removed:
        QTest.keyClick(chip_of(cards, "c3", "Strike"), Qt.Key.Key_Delete)
    assert removed.args == ["c3", 2]


def test_the_menus_report_roles_stances_parts_and_deleting(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c3")
    card = card_of(cards, "c3")
    shown = card.claim
    assert shown is not None
    speakers = card_menu.speaker_menu(card, shown, card._planned[1])
    with qtbot.waitSignal(cards.wishes.role_chosen) as chosen:
        next(action for action in speakers.actions() if action.text() == "addressed").trigger()
    assert chosen.args == ["c3", 1, "addressed"]
    topics = card_menu.topic_menu(card, shown, card._planned[3])
    with qtbot.waitSignal(cards.wishes.stance_chosen) as chosen:
        next(action for action in topics.actions() if action.text() == "no stance").trigger()
    assert chosen.args == ["c3", 0, None]
    cards.set_current("c2")
    several = some_claims()[1]
    menu = card_menu.claim_menu(card_of(cards, "c2"), several)
    parts = next(action.menu() for action in menu.actions() if action.menu() is not None)
    assert isinstance(parts, QMenu)
    with qtbot.waitSignal(cards.wishes.part_remove_requested) as chosen:
        parts.actions()[1].trigger()
    assert chosen.args == ["c2", 1]


def test_a_colleagues_claim_is_shown_and_cannot_be_changed(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c4")
    card = card_of(cards, "c4")
    assert not card.editable
    assert all(chip.focusPolicy() == Qt.FocusPolicy.NoFocus for chip in card.findChildren(Chip) if chip.isVisible())
    assert not [editor for editor in card.findChildren(QPlainTextEdit) if editor.isVisible()]
    with qtbot.assertNotEmitted(cards.wishes.delete_requested):
        QTest.keyClick(card, Qt.Key.Key_Delete)


def test_a_note_is_kept_by_leaving_it_and_only_when_it_changed(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c2")
    card = card_of(cards, "c2")
    editor = card.findChild(QPlainTextEdit)
    assert editor is not None
    assert editor.toPlainText() == "Which ships? Compare the port’s own count."
    with qtbot.assertNotEmitted(cards.wishes.note_edited):
        card.focus_note()
        QTest.keyClick(editor, Qt.Key.Key_Escape)
    card.focus_note()
    QTest.keyClicks(editor, " Yes.")
    with qtbot.waitSignal(cards.wishes.note_edited) as kept, qtbot.waitSignal(cards.wishes.left):
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept.args == ["c2", "Which ships? Compare the port’s own count. Yes."]


def test_the_note_keeps_the_key_that_ends_it_from_the_window(cards: CardList) -> None:
    cards.set_current("c2")
    editor = card_of(cards, "c2").findChild(QPlainTextEdit)
    assert editor is not None
    press = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press.ignore()
    QApplication.sendEvent(editor, press)
    assert press.isAccepted()


def test_choosing_another_claim_keeps_the_note_of_the_first(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c2")
    editor = card_of(cards, "c2").findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("Seventeen, says the port.")
    with qtbot.waitSignal(cards.wishes.note_edited) as kept:
        cards.set_claims([claim("z", 0, "another article")], DISPLAY)
        cards.set_current("z")
        cards.set_claims(some_claims(), DISPLAY)
        for id_ in ("c1", "c2", "c3"):
            cards.set_current(id_)
    assert kept.args == ["c2", "Seventeen, says the port."]


def test_news_of_a_claim_does_not_overwrite_what_is_being_typed(cards: CardList, qtbot: QtBot) -> None:
    cards.activateWindow()
    cards.set_current("c2")
    card = card_of(cards, "c2")
    card.focus_note()
    editor = card.findChild(QPlainTextEdit)
    assert editor is not None
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, " More")
    cards.update_claims([msgspec.structs.replace(some_claims()[1], certainty="low")])
    assert editor.toPlainText().endswith(" More")
    assert chip_of(cards, "c2", "low").face.chosen


def test_a_longer_note_makes_the_card_grow(cards: CardList, qtbot: QtBot) -> None:
    cards.set_current("c1")
    before = card_of(cards, "c1").height()
    below = card_of(cards, "c2").y()
    editor = card_of(cards, "c1").findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText("one\ntwo\nthree\nfour")
    qtbot.waitUntil(lambda: card_of(cards, "c1").height() > before)
    assert card_of(cards, "c2").y() > below


def test_arrow_keys_walk_through_the_fields_and_esc_leaves(cards: CardList, qtbot: QtBot) -> None:
    cards.activateWindow()
    cards.set_current("c2")
    card = card_of(cards, "c2")
    card.focus_fields()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Chip))
    walked = []
    for key in (Qt.Key.Key_Right, *3 * [Qt.Key.Key_Down], Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
        assert isinstance(focused(), Chip)
        walked.append(focused().accessibleName())
    assert walked == [
        "Add a speaker",
        "Set the cue",
        "Topic: Dredging, supports",
        "Quotation: direct",
        "Quotation: indirect",
        "Topic: Dredging, supports",
    ]
    with qtbot.waitSignal(cards.wishes.left):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_down_on_a_card_chooses_the_next_claim(cards: CardList, qtbot: QtBot) -> None:
    card_of(cards, "c1").setFocus()
    with qtbot.waitSignal(cards.wishes.claim_chosen) as chosen:
        QTest.keyClick(card_of(cards, "c1"), Qt.Key.Key_Down)
    assert chosen.args == ["c2"]


def test_every_chip_has_a_name_and_right_to_left_words_are_shown(cards: CardList) -> None:
    cards.update_claims([claim("ar", 50, "«الرسوم ضرورية من أجل تعميق القناة»")])
    cards.set_current("c2")
    for chip in cards.findChildren(Chip):
        assert chip.accessibleName() or not chip.isVisible()
    assert "الرسوم" in card_of(cards, "ar").accessibleName()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_cards_stand_on_the_pane_in_both_themes(cards: CardList, theme: Theme) -> None:
    cards.set_theme(theme)
    cards.setStyleSheet(style_sheet_of(theme))
    assert cards.grab().toImage().pixelColor(3, 880).name() == theme.pane
