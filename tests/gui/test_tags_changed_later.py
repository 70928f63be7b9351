"""What a tag says is changed after the fact in the window: other speakers, other topics, no cue; and what refuses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, set_cue, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.chip import Chip
from annotator.records import ClaimRecord, ClaimTopic, MentionRecord, PassageRecord
from annotator.store import Store
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def screen(window: MainWindow, store: Store, article_id: str) -> AnnotateScreen:
    """Two speakers, two topics; a claim by Mira, by her name, on the fees, with a cue."""
    for name in ("Mira", "Jonas"):
        make_speaker(store, name, speaker_id=name.lower())
    for name in ("Fees", "Labour"):
        make_topic(store, name, topic_id=name.lower())
    tag_claim(store, article_id, [span("Two ships a month")], mark_id="claim")
    add_speaker(store, "claim", "mira", role="on_behalf_of", mention=[span("Mira Okafor")])
    add_topic(store, "claim", "fees", stance="opposes")
    set_cue(store, "claim", [span("said")])
    assert window.project is not None
    made = window.project.screen
    made.reader.setFocus()
    return made


def claim(screen: AnnotateScreen) -> ClaimRecord:
    found = screen.opened.marks["claim"]
    assert isinstance(found, ClaimRecord)
    return found


def said(screen: AnnotateScreen) -> list[str]:
    heard: list[str] = []
    screen.hint.connect(heard.append)
    return heard


def chip(screen: AnnotateScreen, words: str) -> Chip:
    card = screen.panel.cards.card("claim")
    assert card is not None
    return next(each for each in card.findChildren(Chip) if words in each.face.text and each.isVisible())


def choose_in_menu(screen: AnnotateScreen, words: str) -> None:
    """Press an entry of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(each for each in menu.actions() if each.text() == words)
    menu.close()
    entry.trigger()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)


def shifted(key: Qt.Key) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, Qt.KeyboardModifier.ShiftModifier)


def test_the_chip_of_a_speaker_offers_somebody_else_in_the_same_role(screen: AnnotateScreen) -> None:
    screen.choose("claim")
    chip(screen, "Mira").setFocus()
    press(Qt.Key.Key_Return)
    choose_in_menu(screen, "Another speaker…")
    assert screen.lists.picker is not None
    assert [each.name for each in screen.lists.picker.model._items] == ["Jonas"]
    press(Qt.Key.Key_Return)
    assert [(each.speaker, each.role) for each in claim(screen).speakers] == [("jonas", "on_behalf_of")]


def test_the_chip_of_a_topic_offers_another_with_the_same_stance(screen: AnnotateScreen) -> None:
    screen.choose("claim")
    chip(screen, "Fees").setFocus()
    press(Qt.Key.Key_Return)
    choose_in_menu(screen, "Another topic…")
    press(Qt.Key.Key_Return)
    assert claim(screen).topics == (ClaimTopic("labour", "opposes"),)


def test_a_cue_is_removed_by_its_menu_and_by_a_key(screen: AnnotateScreen) -> None:
    screen.choose("claim")
    QTest.mouseClick(chip(screen, "said"), Qt.MouseButton.LeftButton)
    choose_in_menu(screen, "Remove the cue")
    assert not claim(screen).cue
    screen.command_wanted.emit("undo")
    assert claim(screen).cue
    chip(screen, "said").setFocus()
    press(Qt.Key.Key_Delete)
    assert not claim(screen).cue


def test_the_key_for_speakers_names_the_current_mention_anew_and_its_claims_follow(screen: AnnotateScreen) -> None:
    heard = said(screen)
    mention = str(claim(screen).speakers[0].mention)
    screen.choose(mention)
    screen.reader.place_cursor(span("Okafor")[0])
    press(Qt.Key.Key_S)
    assert screen.lists.picker is not None
    assert screen.lists.picker.field.placeholderText() == "Whom do these words name?"
    press(Qt.Key.Key_J, Qt.Key.Key_Return)
    found = screen.opened.marks[mention]
    assert isinstance(found, MentionRecord)
    assert (found.speaker, claim(screen).speakers[0].speaker) == ("jonas", "jonas")
    assert heard == ["1 claim follows these words."]
    assert sum(isinstance(each, MentionRecord) for each in screen.opened.marks.values()) == 1


def test_keys_replace_the_topic_of_a_passage_and_speaker_and_topic_of_a_claim(
    screen: AnnotateScreen, store: Store
) -> None:
    tag_passage(store, claim(screen).article, [span("The study")], "fees", mark_id="passage")
    screen.choose("passage")
    shifted(Qt.Key.Key_T)
    press(Qt.Key.Key_L, Qt.Key.Key_Return)
    found = screen.opened.marks["passage"]
    assert isinstance(found, PassageRecord)
    assert found.topic == "labour"
    screen.choose("claim")
    shifted(Qt.Key.Key_T)
    press(Qt.Key.Key_Return)
    shifted(Qt.Key.Key_S)
    press(Qt.Key.Key_Return)
    assert claim(screen).topics == (ClaimTopic("labour", "opposes"),)
    assert [(each.speaker, each.role) for each in claim(screen).speakers] == [("jonas", "on_behalf_of")]


def test_what_a_mark_has_not_cannot_be_replaced_and_a_sentence_says_so(screen: AnnotateScreen, store: Store) -> None:
    tag_passage(store, claim(screen).article, [span("The study")], "fees", mark_id="passage")
    tag_claim(store, claim(screen).article, [span("fees hurt boats")], mark_id="bare")
    heard = said(screen)
    for mark, key in (("passage", Qt.Key.Key_S), ("bare", Qt.Key.Key_S), ("bare", Qt.Key.Key_T)):
        screen.choose(mark)
        shifted(key)
    screen.choose(str(claim(screen).speakers[0].mention))
    shifted(Qt.Key.Key_T)
    assert heard == [
        "A passage has a topic and no speaker.",
        "The claim has no speaker yet: S adds one.",
        "The claim has no topic yet: T adds one.",
        "A mention has a speaker and no topic.",
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_T, Qt.Key.Key_L, Qt.Key.Key_N])
def test_on_a_colleagues_claim_no_list_opens_and_a_sentence_says_why(
    screen: AnnotateScreen, store: Store, key: Qt.Key
) -> None:
    tag_claim(store, claim(screen).article, [span("fees hurt boats")], mark_id="theirs", by="Ben")
    screen.opened.show_colleagues(True)
    screen.choose("theirs")
    heard = said(screen)
    press(key)
    assert heard == ["A colleague made this mark; only they change it. Esc leaves it."]
    assert screen.lists.picker is None
    assert screen.propositions.picker is None
    assert screen.reader.hasFocus()


def test_a_stance_without_a_topic_says_how_a_topic_is_added(screen: AnnotateScreen, store: Store) -> None:
    tag_claim(store, claim(screen).article, [span("fees hurt boats")], mark_id="bare")
    screen.choose("bare")
    heard = said(screen)
    press(Qt.Key.Key_1)
    assert heard == ["The claim has no topic yet: T adds one."]


def test_a_colleagues_mention_is_not_named_anew(screen: AnnotateScreen, store: Store) -> None:
    tag_mention(store, claim(screen).article, [span("She")], speaker="mira", mark_id="theirs", by="Ben")
    screen.opened.show_colleagues(True)
    screen.choose("theirs")
    screen.reader.place_cursor(span("She")[0])
    heard = said(screen)
    press(Qt.Key.Key_S)
    assert heard == ["A colleague made this mark; only they change it. Esc leaves it."]
    assert screen.lists.picker is None
