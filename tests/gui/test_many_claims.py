"""Cards filtered, sorted and grouped; several claims selected and changed as one step."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.actions.fields import make_field
from annotator.actions.many import Change
from annotator.actions.tagging import add_topic, tag_claim
from annotator.actions.topics import make_topic
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.arrangement import Arrangement, Only, Order
from annotator.gui.panel.card_list import CardList
from annotator.gui.theme import LIGHT
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord, ClaimSpeaker, ClaimTopic
from annotator.store import Store
from tests.gui.invented import DISPLAY, claim
from tests.sample_articles import snapshot, span

CLAIMS = [
    claim("a", 0, "fees rise", topics=(ClaimTopic("level"),), certainty="high"),
    claim("b", 100, "silt moves", speakers=(ClaimSpeaker("albrecht"),), topics=(ClaimTopic("dredging"),), note="hm"),
    claim("c", 200, "boats leave", speakers=(ClaimSpeaker(None, mention="he"),), certainty="low"),
    claim("d", 300, "fees fall", speakers=(), topics=(ClaimTopic("fees"),)),
]


@pytest.fixture
def cards(qtbot: QtBot) -> CardList:
    made = CardList(LIGHT)
    qtbot.addWidget(made)
    made.resize(372, 1400)
    made.show()
    made.set_claims(CLAIMS, DISPLAY)
    return made


def shown(cards: CardList) -> list[str]:
    """Ids of the cards in view, from above."""
    found = {id_: card.y() for id_ in "abcd" if (card := cards.card(id_)) is not None and card.isVisible()}
    return sorted(found, key=lambda id_: found[id_])


@pytest.mark.parametrize(
    ("order", "wanted"),
    [("text", "abcd"), ("speaker", "cbad"), ("topic", "bdac"), ("certainty", "cbda"), ("latest", "abcd")],
)
def test_cards_stand_in_the_order_asked_for(cards: CardList, order: Order, wanted: str) -> None:
    cards.set_arrangement(Arrangement(order))
    assert "".join(shown(cards)) == wanted


@pytest.mark.parametrize(
    ("words", "only", "wanted"),
    [
        ("fees", "all", "ad"), ("ALBRECHT silt", "all", "b"), ("level port", "all", "a"), ("hm", "all", "b"),
        ("", "no_speaker", "cd"), ("", "no_topic", "c"), ("", "unsure", "c"), ("", "noted", "b"),
        ("fees", "no_speaker", "d"), ("nothing like it", "all", ""),
    ],
)  # fmt: skip
def test_cards_are_narrowed(cards: CardList, words: str, only: Only, wanted: str) -> None:
    cards.set_arrangement(Arrangement("text", words, only))
    assert "".join(shown(cards)) == wanted


def test_the_current_claim_is_shown_whatever_is_left_out(cards: CardList) -> None:
    cards.set_arrangement(Arrangement("text", "fees"))
    cards.set_current("b")
    assert shown(cards) == ["a", "b", "d"]
    cards.set_current("a")
    assert shown(cards) == ["a", "d"]
    cards.update_claims([claim("b", 100, "fees and silt")])
    assert shown(cards) == ["a", "b", "d"]
    cards.update_claims([claim("d", 300, "nothing")], ["a"])
    assert shown(cards) == ["b"]


def test_a_claim_keeps_its_place_while_it_is_changed(cards: CardList) -> None:
    cards.set_arrangement(Arrangement("speaker"))
    cards.set_current("c")
    cards.update_claims([claim("c", 200, "boats leave", speakers=(ClaimSpeaker("residents"),))])
    assert shown(cards) == ["c", "b", "a", "d"]
    cards.set_current(None)
    assert shown(cards) == ["b", "a", "c", "d"]


def test_groups_have_headings(cards: CardList) -> None:
    cards.set_arrangement(Arrangement("speaker"))
    tops = [cards.card(id_).y() for id_ in "cbad"]  # type: ignore[union-attr]  # all are in view
    assert tops[0] > 20
    arrangement = Arrangement("topic")
    assert [arrangement.heading(each, DISPLAY) for each in CLAIMS] == [
        "Port fees › Level of the rise", "Dredging", "No topic", "Port fees",
    ]  # fmt: skip


def press(cards: CardList, id_: str, modifier: Qt.KeyboardModifier) -> None:
    card = cards.card(id_)
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, modifier, QPoint(card.width() - 4, 8))


def test_claims_are_selected_by_mouse_and_keys(cards: CardList) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    told: list[Sequence[str]] = []
    cards.wishes.selection_changed.connect(told.append)
    press(cards, "a", control)
    press(cards, "c", shift)
    assert told[-1] == ["a", "b", "c"]
    press(cards, "b", control)
    assert list(cards.selected) == ["a", "c"]
    card = cards.card("d")
    assert card is not None
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert list(cards.selected) == ["a", "c", "d"]
    cards.set_arrangement(Arrangement("text", "fees"))
    assert list(cards.selected) == ["a", "d"]
    QTest.keyClick(cards, Qt.Key.Key_A, control)
    cards.update_claims([], ["a"])
    assert told[-1] == ["d"]
    cards.select_none()
    assert told[-1] == []


@pytest.fixture
def screen(window: MainWindow) -> AnnotateScreen:
    assert window.project is not None
    return window.project.screen


@pytest.fixture
def claims(store: Store, article_id: str, screen: AnnotateScreen) -> list[str]:
    """Three claims of Ana's, the first about fees; all selected."""
    fees = make_topic(store, "Port fees", topic_id="fees")
    make_field(store, "Has a figure", kind="yes_no", key="figure")
    made = [tag_claim(store, article_id, [span(words)]) for words in ("Two ships", "fees hurt boats", "She did")]
    add_topic(store, made[0], fees, stance="supports")
    screen.panel.cards.select_all()
    assert screen.panel.selection.counted.text() == "3 selected"
    return made


def found(store: Store, claims: list[str]) -> list[ClaimRecord]:
    with store.read() as session:
        marks = {mark.id: mark for mark in marks_by_id(session, claims)}
    return [mark for id_ in claims if isinstance(mark := marks.get(id_), ClaimRecord)]


def choose(menu: QMenu, *words: str) -> None:
    """Take a line of the menu, or of a menu below it."""
    for word in words[:-1]:
        below = next(action for action in menu.actions() if action.text() == word).menu()
        assert isinstance(below, QMenu)
        menu = below
    next(action for action in menu.actions() if action.text() == words[-1]).trigger()


@pytest.fixture
def agreed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was said before each change, which is agreed to."""
    said: list[str] = []

    def agree(_parent: object, title: str, text: str, _label: str, destructive: bool = False) -> bool:
        said.append(f"{title} {text}")
        return True

    monkeypatch.setattr(Confirm, "ask", agree)
    return said


def test_many_claims_are_changed_as_one_step(
    store: Store, claims: list[str], screen: AnnotateScreen, agreed: list[str]
) -> None:
    before = snapshot(store)
    screen.many.ask(Change("add_topic", topic="fees"))
    assert agreed == [
        "Change these claims? They get the topic “Port fees”. 2 claims are changed, as one step of undo."
        " 1 is so already."
    ]
    assert [[each.topic for each in claim.topics] for claim in found(store, claims)] == [["fees"]] * 3
    store.undo()
    assert snapshot(store) == before
    choose(screen.many.menu(), "Quotation", "mixed")
    choose(screen.many.menu(), "Has a figure", "yes")
    choose(screen.many.menu(), "Stance on", "Port fees", "opposes")
    choose(screen.many.menu(), "Certainty", "low")
    assert {(c.quotation, c.certainty, c.fields["figure"]) for c in found(store, claims)} == {("mixed", "low", True)}
    assert found(store, claims)[0].topics[0].stance == "opposes"
    choose(screen.many.menu(), "Remove a topic", "Port fees")
    assert found(store, claims)[0].topics == ()
    choose(screen.many.menu(), "Delete…")
    assert agreed[-1].startswith("Delete these claims? 3 claims")
    assert found(store, claims) == []
    assert not screen.panel.selection.isVisible()
    for _ in range(6):
        store.undo()
    assert snapshot(store) == before


def test_what_would_change_nothing_is_not_asked(
    store: Store, claims: list[str], screen: AnnotateScreen, agreed: list[str], window: MainWindow
) -> None:
    before = snapshot(store)
    screen.many.ask(Change("quotation", value=None))
    assert agreed == []
    assert window.status.said.text() == "Nothing would change. 3 are so already."
    assert snapshot(store) == before


def test_the_bars_filter_and_clear(store: Store, claims: list[str], screen: AnnotateScreen) -> None:
    panel = screen.panel
    panel.arrange.filter.setText("ships")
    QApplication.processEvents()
    assert panel.cards.count == 1
    panel.arrange.filter.setText("nothing like it")
    QApplication.processEvents()
    assert panel.cards.count == 0
    panel.arrange.filter.setFocus()
    QTest.keyClick(panel.arrange.filter, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert panel.cards.count == 3
    assert screen.reader.hasFocus()
    choose(panel.arrange.button.menu(), "Group by topic")
    assert panel.arrange.arrangement.order == "topic"
    panel.cards.select_all()
    panel.selection.clear.click()
    assert not panel.selection.isVisible()
