"""What the hand finds on the cards: what a filter leaves out, menus, tags from claim to claim, empty lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.actions.fields import make_field
from annotator.actions.many import Change, change_many
from annotator.actions.propositions import link_proposition
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, edit_marks, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.card_menu import claim_menu, speaker_menu
from annotator.gui.panel.claims_bar import nothing_fits
from annotator.records import ClaimRecord, ClaimTopic
from annotator.store import Store
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WORDS = {"ships": "Two ships a month", "fees": "fees hurt boats", "silt": "speaks of silt"}


@pytest.fixture
def screen(window: MainWindow, store: Store, article_id: str) -> AnnotateScreen:
    """Three claims of Ana's, of which the first is tagged, and one of Ben's; colleagues' marks are shown."""
    make_speaker(store, "Mira", speaker_id="mira")
    make_topic(store, "Port fees", topic_id="fees")
    for id_, words in WORDS.items():
        tag_claim(store, article_id, [span(words)], mark_id=id_)
    add_speaker(store, "ships", "mira", role="reported_by")
    add_topic(store, "ships", "fees", stance="opposes")
    edit_marks(store, ["ships"], label="Set", quotation="direct")
    tag_claim(store, article_id, [span("too shallow")], mark_id="theirs", by="Ben")
    assert window.project is not None
    made = window.project.screen
    made.opened.show_colleagues(True)
    made.reader.setFocus()
    return made


def claim(screen: AnnotateScreen, id_: str) -> ClaimRecord:
    found = screen.opened.marks[id_]
    assert isinstance(found, ClaimRecord)
    return found


def narrow(screen: AnnotateScreen, words: str) -> None:
    screen.panel.arrange.filter.setText(words)
    QApplication.processEvents()


def shown(screen: AnnotateScreen) -> set[str]:
    return {each.id for each in screen.panel.cards._rows.claims}


def menu_of(screen: AnnotateScreen, id_: str) -> dict[str, object]:
    card = screen.panel.cards.card(id_)
    assert card is not None
    assert card.claim is not None
    return {each.text().partition("\t")[0]: each for each in claim_menu(card, card.claim).actions() if each.text()}


def heard(screen: AnnotateScreen) -> list[str]:
    said: list[str] = []
    screen.hint.connect(said.append)
    return said


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)


# What a filter leaves out -------------------------------------------------------------------------


def test_a_filter_says_how_many_fit_and_shows_all_again(screen: AnnotateScreen) -> None:
    panel = screen.panel
    assert not panel.narrowed.isVisible()
    narrow(screen, "fees")
    assert panel.narrowed.isVisible()
    assert panel.narrowed.said.text() == "2 of 4 claims"
    QTest.mouseClick(panel.narrowed.all, Qt.MouseButton.LeftButton)
    assert (shown(screen), panel.arrange.filter.text()) == ({*WORDS, "theirs"}, "")
    assert not panel.narrowed.isVisible()


def test_a_filter_that_nothing_fits_says_so_also_beside_the_current_claim(screen: AnnotateScreen) -> None:
    panel = screen.panel
    screen.choose("silt")
    narrow(screen, "xylophone")
    assert shown(screen) == {"silt"}
    assert panel.narrowed.isVisible()
    assert panel.narrowed.said.text() == "No claim of this article fits “xylophone”."
    # The claim is left: nothing at all is shown but why, and the way back.
    screen.reader.setFocus()
    press(Qt.Key.Key_Escape)
    assert not shown(screen)
    assert not panel.narrowed.isVisible()
    assert panel._empty._title.text() == "No claim of this article fits “xylophone”."
    QTest.mouseClick(panel._empty._button, Qt.MouseButton.LeftButton)
    assert shown(screen) == {*WORDS, "theirs"}


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("Without a topic", {"fees", "silt", "theirs"}),
        ("With a topic without stance", {"fees"}),
        ("Without a kind of quotation", {"fees", "silt", "theirs"}),
        ("My own", {"ships", "fees", "silt"}),
        ("Those of colleagues", {"theirs"}),
    ],
)
def test_claims_that_lack_something_are_shown_alone(
    screen: AnnotateScreen, store: Store, kind: str, wanted: set[str]
) -> None:
    if kind.startswith("With a"):
        add_topic(store, "fees", "fees")
    next(each for each in screen.panel.arrange.kinds.actions() if each.text() == kind).trigger()
    assert shown(screen) == wanted
    narrow(screen, "xylophone")
    assert nothing_fits(screen.panel.arrange.arrangement) == f"No claim of this article fits “{kind} · xylophone”."


def test_shift_selects_from_the_current_claim_to_the_one_pressed(screen: AnnotateScreen) -> None:
    screen.choose("ships")
    card = screen.panel.cards.card("silt")
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    assert set(screen.panel.cards.selected) == set(WORDS)


# The menu of a card -------------------------------------------------------------------------------


def test_the_menu_of_a_card_copies_selects_and_changes(screen: AnnotateScreen) -> None:
    menu_of(screen, "ships")["Copy with its source"].trigger()  # type: ignore[attr-defined]
    assert QGuiApplication.clipboard().text().startswith("“Two ships a month” (Mira)\nTomas Renn: ")
    assert "Change all that are selected…" not in menu_of(screen, "ships")
    menu_of(screen, "ships")["Select"].trigger()  # type: ignore[attr-defined]
    assert list(screen.panel.cards.selected) == ["ships"]
    menu_of(screen, "ships")["Change all that are selected…"].trigger()  # type: ignore[attr-defined]
    many = QApplication.activePopupWidget()
    assert isinstance(many, QMenu)
    many.close()
    menu_of(screen, "ships")["Deselect"].trigger()  # type: ignore[attr-defined]
    assert not screen.panel.cards.selected


def test_of_a_colleagues_claim_can_be_copied_and_nothing_changed(screen: AnnotateScreen) -> None:
    assert list(menu_of(screen, "theirs")) == ["Copy with its source", "Copy the tags", "Select"]
    card = screen.panel.cards.card("theirs")
    assert card is not None
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, card.rect().center(), card.mapToGlobal(card.pos()))
    QApplication.sendEvent(card, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


# Tags from claim to claim -------------------------------------------------------------------------


def test_one_key_gives_a_new_claim_the_tags_of_the_one_before(screen: AnnotateScreen, store: Store) -> None:
    said = heard(screen)
    screen.reader.select(*span("denied"))
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_V)
    made = claim(screen, str(screen.tagger.current()))
    assert [(each.speaker, each.role) for each in made.speakers] == [("mira", "reported_by")]
    assert (made.topics, made.quotation) == ((ClaimTopic("fees", "opposes"),), "direct")
    assert said[-1] == "Tagged like “Two ships a month”. Undo takes it back."
    press(Qt.Key.Key_V)
    assert said[-1] == "The claim has these tags already."
    store.undo()
    assert not claim(screen, made.id).topics


def test_tags_are_copied_from_a_claim_by_name_and_given_to_several(screen: AnnotateScreen, store: Store) -> None:
    said = heard(screen)
    add_topic(store, "silt", "fees")
    screen.choose("fees")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert said[-1] == "This claim has no tags yet."
    screen.choose("ships")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    assert said[-1] == "Tags copied; V gives them to another claim."
    screen.choose("fees")
    press(Qt.Key.Key_V)
    assert claim(screen, "fees").topics == (ClaimTopic("fees", "opposes"),)
    entries = [each.text() for each in screen.many.menu().actions()]
    assert "Same tags as “Two ships a month”" in entries


def test_tags_for_nothing_or_from_nothing_are_refused_in_a_sentence(screen: AnnotateScreen, store: Store) -> None:
    said = heard(screen)
    screen.choose("theirs")
    press(Qt.Key.Key_V)
    assert said[-1] == "A colleague made this claim; only they change it."
    screen.choose("ships")
    press(Qt.Key.Key_V)
    assert said[-1] == "No other claim of yours in this article has tags; Shift+V copies those of a claim."


# Lists without anything ---------------------------------------------------------------------------


def test_a_list_of_propositions_without_any_says_how_one_is_made(screen: AnnotateScreen) -> None:
    screen.choose("ships")
    press(Qt.Key.Key_L)
    picker = screen.propositions.picker
    assert picker is not None
    first = picker.model.index(0)
    assert first.data() == "None yet. Type the words; Enter makes it."
    assert not picker.model.flags(first) & Qt.ItemFlag.ItemIsEnabled
    press(Qt.Key.Key_Return)
    assert picker.isVisible()
    QTest.keyClicks(picker.field, "Ships are lost")
    press(Qt.Key.Key_Return)
    assert claim(screen, "ships").proposition is not None


def test_several_claims_get_a_new_topic_which_is_made_once_that_is_agreed_to(
    screen: AnnotateScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(Confirm, "ask", lambda *_given, **_named: answers.pop(0))
    for _ in range(2):
        screen.panel.cards._select(["fees", "silt"])
        before = set(screen.lookup.topics)
        screen.many._pick_topic()
        assert screen.many.picker is not None
        QTest.keyClicks(screen.many.picker.field, "Dredging")
        press(Qt.Key.Key_Return)
        if answers:
            assert set(screen.lookup.topics) == before
    [made] = set(screen.lookup.topics) - before
    assert [each.topic for id_ in ("fees", "silt") for each in claim(screen, id_).topics] == [made, made]
    store.undo()
    store.poll()
    assert set(screen.lookup.topics) == before
    assert [each for id_ in ("fees", "silt") for each in claim(screen, id_).topics] == []


def test_a_list_that_makes_nothing_says_what_fits_not(screen: AnnotateScreen) -> None:
    items = screen.many._topics()
    screen.many._pick(items, "Which?", lambda id_: Change("add_topic", topic=id_), "", None)
    picker = screen.many.picker
    assert picker is not None
    QTest.keyClicks(picker.field, "xylophone")
    assert picker.model.index(0).data() == "Nothing fits “xylophone”"
    picker.close_unanswered()


# Tagging from the panel ---------------------------------------------------------------------------


def press_below(screen: AnnotateScreen, tab: str, row: str) -> None:
    """Choose a row of the tab and press the first button below the list."""
    panel = screen.panel
    panel.show_tab("speakers" if tab == "speakers" else "topics")
    registry = panel.speakers if tab == "speakers" else panel.topics
    registry.select(row)
    assert registry._buttons[-1].accessibleName().startswith("Tag with this")
    QTest.mouseClick(registry._buttons[-1], Qt.MouseButton.LeftButton)


def test_a_speaker_and_a_topic_of_the_panel_go_to_the_current_claim(screen: AnnotateScreen) -> None:
    screen.choose("fees")
    screen.reader.select(*span("Jonas Albrecht"))
    press_below(screen, "speakers", "mira")
    press_below(screen, "topics", "fees")
    found = claim(screen, "fees")
    assert [each.speaker for each in found.speakers] == ["mira"]
    assert found.speakers[0].mention in screen.opened.marks
    assert [each.topic for each in found.topics] == ["fees"]


def test_without_a_claim_they_tag_the_words_selected_and_without_these_say_what_to_do(
    screen: AnnotateScreen,
) -> None:
    said = heard(screen)
    before = set(screen.opened.marks)
    for tab, row, words in (("speakers", "mira", "Jonas Albrecht"), ("topics", "fees", "The study")):
        press_below(screen, tab, row)
        assert said[-1] == "Choose a claim, or select words in the text, first."
        screen.reader.select(*span(words))
        press_below(screen, tab, row)
    made = [mark for id_, mark in screen.opened.marks.items() if id_ not in before]
    assert {(type(mark).__name__, mark.parts[0].quote) for mark in made} == {
        ("MentionRecord", "Jonas Albrecht"),
        ("PassageRecord", "The study"),
    }


def test_where_only_managers_change_topics_all_may_tag_with_them(screen: AnnotateScreen) -> None:
    screen.panel.topics.lock("Managers keep the codebook.")
    screen.choose("fees")
    press_below(screen, "topics", "fees")
    assert [each.topic for each in claim(screen, "fees").topics] == ["fees"]


def test_a_claim_without_a_proposition_has_no_appearances_and_says_so(
    window: MainWindow, screen: AnnotateScreen
) -> None:
    said = heard(screen)
    screen.choose("fees")
    window.actions_["appearances"].trigger()
    screen.tagger.leave()
    window.actions_["appearances"].trigger()
    assert said.pop().startswith("Make or choose a claim first")
    assert said[-1] == "The claim is not linked to a proposition yet: L."


# Keys on cards, and at the foot of the window -------------------------------------------------------


def test_delete_on_a_selected_card_asks_for_all_that_are_selected(
    screen: AnnotateScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _parent, title, text, *_more, **_named: asked.append(text) or True)
    screen.panel.cards._select(["ships", "fees"])
    card = screen.panel.cards.card("fees")
    assert card is not None
    card.setFocus()
    press(Qt.Key.Key_Delete)
    assert asked == ["2 claims are changed, as one step of undo."]
    assert {"ships", "fees"}.isdisjoint(screen.opened.marks)
    assert "silt" in screen.opened.marks


def test_a_card_is_copied_by_the_key_that_copies(screen: AnnotateScreen) -> None:
    card = screen.panel.cards.card("fees")
    assert card is not None
    card.setFocus()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "fees hurt boats"


def test_claims_are_grouped_by_proposition_and_by_annotator(screen: AnnotateScreen, store: Store) -> None:
    link_proposition(store, ["silt"], "p", text="The channel silts up")

    def headings(order: str) -> list[str]:
        next(each for each in screen.panel.arrange.orders.actions() if each.text() == order).trigger()
        rows = screen.panel.cards._rows
        return [heading for row in range(len(rows)) if (heading := rows.heading(row))]

    assert headings("Group by proposition") == ["The channel silts up", "No proposition"]
    assert headings("Group by annotator") == ["Ana", "Ben"]


def test_the_keys_at_the_foot_are_those_of_what_is_current(
    window: MainWindow, screen: AnnotateScreen, store: Store, article_id: str
) -> None:
    tag_mention(store, article_id, [span("Mira Okafor")], mark_id="mention")
    tag_passage(store, article_id, [span("The study")], "fees", mark_id="passage")
    seen = {}
    for mark in ("fees", "mention", "passage", "theirs"):
        screen.choose(mark)
        seen[mark] = [key for key, _ in screen.key_hints()]
        assert next(cap.text() for cap, _ in window.status._pairs) == seen[mark][0].replace("Return", "Enter")
    assert seen == {
        "fees": ["S", "T", "Return", "?"],
        "mention": ["Shift+S", "N", "Return", "?"],
        "passage": ["Shift+T", "N", "Return", "?"],
        "theirs": ["Return", "?"],
    }


def test_a_colleagues_mark_is_told_by_name_where_the_pointer_rests(screen: AnnotateScreen) -> None:
    assert screen.reader._describe(["theirs"]) == "Ben: Claim"
    assert screen.reader._describe(["fees"]) == "Claim"


def test_several_claims_get_one_of_several_choices(screen: AnnotateScreen, store: Store) -> None:
    make_field(store, "Kinds", kind="choices", key="kinds", choices=["figure", "promise"])
    screen.panel.cards._select(["ships", "fees"])
    below = next(each.menu() for each in screen.many.menu().actions() if each.text() == "Kinds")
    assert isinstance(below, QMenu)
    assert [each.text() for each in below.actions()] == ["figure", "promise", "no answer"]
    change_many(store, ["ships"], Change("field", field="kinds", value=["figure"]))
    assert claim(screen, "ships").fields == {"kinds": ["figure"]}


def test_a_topic_of_several_claims_is_replaced_by_one_chosen_from_a_list(
    screen: AnnotateScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Confirm, "ask", lambda *_given, **_named: True)
    make_topic(store, "Labour", topic_id="labour")
    add_topic(store, "fees", "fees")
    screen.panel.cards._select(["ships", "fees"])
    below = next(each.menu() for each in screen.many.menu().actions() if each.text() == "Replace a topic")
    assert isinstance(below, QMenu)
    [entry] = below.actions()
    assert entry.text() == "Port fees…"
    entry.trigger()
    press(Qt.Key.Key_Return)
    assert claim(screen, "ships").topics == (ClaimTopic("labour", "opposes"),)
    assert claim(screen, "fees").topics == (ClaimTopic("labour", None),)


def test_selected_claims_become_one_and_fall_into_their_parts_again(
    screen: AnnotateScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _parent, title, *_more, **_named: asked.append(title) or True)
    said = heard(screen)
    screen.panel.cards._select(["theirs", "fees", "ships"])
    next(each for each in screen.many.menu().actions() if each.text() == "Make one claim of them…").trigger()
    assert asked == ["Make one claim of 2?"]
    assert "fees" not in screen.opened.marks
    assert "theirs" in screen.opened.marks
    assert [part.quote for part in claim(screen, "ships").parts] == ["Two ships a month", "fees hurt boats"]
    assert screen.tagger.current() == "ships"
    menu_of(screen, "ships")["Make a claim of each part"].trigger()  # type: ignore[attr-defined]
    assert said[-1] == "2 claims were made of one. Undo takes it back."
    assert [part.quote for part in claim(screen, "ships").parts] == ["Two ships a month"]


def test_one_claim_alone_is_not_joined_and_a_sentence_says_why(screen: AnnotateScreen) -> None:
    said = heard(screen)
    screen.panel.cards._select(["theirs", "fees"])
    screen.many.join()
    assert said == ["Select two claims of your own at least to make one of them."]


def test_cards_show_the_keys_as_they_are_chosen(window: MainWindow, screen: AnnotateScreen) -> None:
    screen.choose("fees")
    card = screen.panel.cards.card("fees")
    assert card is not None
    assert {row.key for row in card._rows if row.key} == {"S", "U", "T", "Y", "L"}
    window.settings.keys = {"speaker": ["F9"]}
    window.apply_settings()
    assert {row.key for row in card._rows if row.key} == {"F9", "U", "T", "Y", "L"}
    window.settings.keys = {}
    window.apply_settings()


def test_a_speakers_chip_leads_to_the_words_that_name_them(screen: AnnotateScreen, store: Store) -> None:
    add_speaker(store, "fees", "mira", mention=[span("Mira Okafor")])
    card = screen.panel.cards.card("fees")
    assert card is not None
    screen.choose("fees")
    chip = next(each for each in card._planned if each.target == "speaker")
    entries = {each.text(): each for each in speaker_menu(card, claim(screen, "fees"), chip).actions()}
    entries["Go to the words that name them"].trigger()
    assert screen.tagger.current() == claim(screen, "fees").speakers[0].mention
