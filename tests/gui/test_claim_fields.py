"""Fields, propositions, resolved mentions and occurrences in Ana's window, down to the project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.actions.fields import make_field
from annotator.actions.propositions import link_proposition
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.answer_line import AnswerLine
from annotator.gui.panel.card import ClaimCard
from annotator.gui.panel.chip import Chip
from annotator.queries.marks import marks_by_id, marks_of
from annotator.queries.propositions import propositions
from annotator.records import ClaimRecord, MarkRecord, MentionRecord, PassageRecord
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, span


@pytest.fixture
def claim(store: Store, article_id: str, window: MainWindow) -> str:
    """A claim of Ana's, current in the window."""
    made = tag_claim(store, article_id, [span("Two ships a month")])
    assert window.project is not None
    window.project.screen.choose(made)
    return made


def record(store: Store, mark: str) -> MarkRecord:
    with store.read() as session:
        return marks_by_id(session, [mark])[0]


def card(window: MainWindow, claim: str) -> ClaimCard:
    assert window.project is not None
    found = window.project.screen.panel.cards.card(claim)
    assert found is not None
    return found


def chip(window: MainWindow, claim: str, name: str) -> Chip:
    chips = [each for each in card(window, claim).findChildren(Chip) if each.isVisible()]
    return next(each for each in chips if each.face.name == name)


def test_choices_are_answered_by_a_press(store: Store, claim: str, window: MainWindow) -> None:
    one = make_field(store, "Worth checking", choices=["yes", "no"])
    some = make_field(store, "Frames", kind="choices", choices=["money", "jobs", "sea"])
    truth = make_field(store, "Has a figure", kind="yes_no")
    make_field(store, "Of passages", kind="text", applies_to=["passage"])
    for name in ("Worth checking: no", "Frames: sea", "Frames: money", "Has a figure: yes"):
        chip(window, claim, name).click()
    assert record(store, claim).fields == {one: "no", some: ["money", "sea"], truth: True}
    for name in ("Worth checking: no", "Frames: sea", "Has a figure: no"):
        chip(window, claim, name).click()
    assert record(store, claim).fields == {some: ["money"], truth: False}
    with pytest.raises(StopIteration):
        chip(window, claim, "Answer “Of passages”")


def test_texts_and_numbers_are_written_in_place(store: Store, claim: str, window: MainWindow) -> None:
    how_many = make_field(store, "How many", kind="number")
    words = make_field(store, "In short", kind="text")

    def write(name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        chip(window, claim, name).click()
        line = next(each for each in card(window, claim).findChildren(AnswerLine) if each.isVisible())
        assert line.hasFocus()
        line.clear()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, key)
        QApplication.processEvents()

    write("Answer “How many”", "2")
    write("Answer “In short”", "ships are lost")
    assert record(store, claim).fields == {how_many: 2, words: "ships are lost"}
    write("How many: 2", "2.5")
    write("In short: ships are lost", "not kept", Qt.Key.Key_Escape)
    assert record(store, claim).fields == {how_many: 2.5, words: "ships are lost"}
    write("How many: 2.5", "many")
    assert "“many” is no number" in window.status.said.text()
    assert record(store, claim).fields[how_many] == 2.5
    QTest.keyClick(card(window, claim).findChildren(AnswerLine)[-1], Qt.Key.Key_Escape)
    QTest.keyClick(chip(window, claim, "In short: ships are lost"), Qt.Key.Key_Delete)
    assert record(store, claim).fields == {how_many: 2.5}


def test_a_claim_is_linked_by_likeness_of_words(store: Store, article_id: str, claim: str, window: MainWindow) -> None:
    other = tag_claim(store, article_id, [span("fees hurt boats")])
    link_proposition(store, [other], "boats", text="Fees hurt small boats")
    link_proposition(store, [other], "ships", text="The port loses two ships every month")
    assert window.project is not None
    screen = window.project.screen
    screen.choose(claim)
    window.actions_["proposition"].trigger()
    picker = screen.propositions.picker
    assert picker is not None
    assert [picker.model.index(row, 0).data() for row in range(3)] == [
        "Like these words", "The port loses two ships every month", "All",
    ]  # fmt: skip
    QTest.keyClicks(picker.field, "boats hurt")
    assert picker.model.index(0, 0).data() == "Fees hurt small boats"
    picker.field.clear()
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    found = record(store, claim)
    assert isinstance(found, ClaimRecord)
    assert found.proposition == "ships"
    screen.panel.wishes.appearances_requested.emit(claim)
    dialog = screen.propositions.dialog
    assert dialog is not None
    assert [line.words for line in dialog.list.model_.lines] == ["Two ships a month", "fees hurt boats"]
    dialog.list.opened.emit(dialog.list.model_.lines[1])
    assert not dialog.isVisible()
    screen.panel.wishes.proposition_removed.emit(claim)
    assert record(store, claim) == found.__class__(
        **{n: getattr(record(store, claim), n) for n in found.__struct_fields__}
    )
    with store.read() as session:
        assert {each.id: each.claims for each in propositions(session)} == {"ships": 1, "boats": 0}


def test_a_new_proposition_is_made_on_the_spot(store: Store, claim: str, window: MainWindow) -> None:
    window.actions_["proposition"].trigger()
    assert window.project is not None
    picker = window.project.screen.propositions.picker
    assert picker is not None
    QTest.keyClicks(picker.field, "Ships are lost")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    with store.read() as session:
        [known] = propositions(session)
    assert (known.text, known.claims) == ("Ships are lost", 1)
    assert chip(window, claim, "Proposition: Ships are lost").isVisible()


def test_who_is_meant_is_told_with_one_key(store: Store, article_id: str, claim: str, window: MainWindow) -> None:
    mira = make_speaker(store, "Mira Okafor")
    tag_mention(store, article_id, [span("Mira Okafor")], speaker=mira)
    assert window.project is not None
    reader = window.project.screen.reader
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_A)
    found = record(store, claim)
    assert isinstance(found, ClaimRecord)
    assert [each.speaker for each in found.speakers] == [mira]
    assert window.status.said.text() == "Mira Okafor says it; Ctrl+Z takes it back."
    reader.set_current(None)
    reader.select(*span("She did"))
    window.actions_["resolve"].trigger()
    assert window.status.said.text() == "“She did” is Mira Okafor here; Ctrl+Z takes it back."
    with store.read() as session:
        mentions = [each for each in marks_of(session, article_id) if isinstance(each, MentionRecord)]
    assert [(each.parts[0].quote, each.speaker) for each in mentions][-1] == ("She did", mira)


def test_all_occurrences_are_ticked_and_tagged(store: Store, article_id: str, window: MainWindow) -> None:
    add_articles(store, [article_record("article-2", "Ships\nThe guild met. A guild house, the guilds.")], source="2")
    mention = tag_mention(store, article_id, [span("guild")], speaker=make_speaker(store, "Guild"))
    assert window.project is not None
    screen = window.project.screen
    screen.reload_article()
    screen.choose(mention)
    window.actions_["occurrences"].trigger()
    dialog = screen.occurrences.dialog
    assert dialog is not None
    assert dialog.counted.text() == "0 of 1 places will be tagged · 1 is there already"
    assert not dialog.tag.isEnabled()
    dialog.where.setCurrentIndex(1)
    assert dialog.counted.text() == "2 of 3 places will be tagged · 1 is there already"
    dialog.list.setCurrentIndex(dialog.list.model_.index(1, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.tag.click()
    with store.read() as session:
        found = marks_of(session, "article-2")
    assert [each.parts[0].quote for each in found] == ["guild"]
    assert found[0].parts[0].start == 23
    store.undo()
    with store.read() as session:
        assert marks_of(session, "article-2") == []


def test_a_mention_in_which_the_cursor_stands_is_applied_without_being_chosen(
    store: Store, article_id: str, window: MainWindow
) -> None:
    mention = tag_mention(store, article_id, [span("guild")], speaker=make_speaker(store, "Guild"))
    assert window.project is not None
    screen = window.project.screen
    screen.reload_article()
    screen.reader.set_current(None)
    screen.reader.place_cursor(screen.opened.marks[mention].parts[0].start)
    window.actions_["occurrences"].trigger()
    assert screen.occurrences.dialog is not None
    assert "guild" in screen.occurrences.dialog.heading.text()


def test_a_passage_is_applied_to_its_words(store: Store, article_id: str, window: MainWindow) -> None:
    passage = tag_passage(store, article_id, [span("ships")], make_topic(store, "Ships"))
    assert window.project is not None
    screen = window.project.screen
    screen.choose(passage)
    window.actions_["occurrences"].trigger()
    dialog = screen.occurrences.dialog
    assert dialog is not None
    assert "as Ships" in dialog.heading.text()
    dialog.close()
    claim = tag_claim(store, article_id, [span("Mira")])
    screen.choose(claim)
    screen.occurrences.ask(claim)
    assert "Choose a mention with a speaker" in window.status.said.text()
    assert isinstance(record(store, passage), PassageRecord)


def test_a_letter_on_a_chip_does_what_it_does_in_the_text(store: Store, claim: str, window: MainWindow) -> None:
    assert window.project is not None
    make_topic(store, "Port fees")
    screen = window.project.screen
    screen.reader.setFocus()
    QTest.keyClicks(screen.reader, "e")
    assert isinstance(QApplication.focusWidget(), Chip)
    QTest.keyClicks(QApplication.focusWidget(), "d")
    found = record(store, claim)
    assert isinstance(found, ClaimRecord)
    assert found.quotation == "direct"
    QTest.keyClicks(screen.reader, "e")
    QTest.keyClicks(QApplication.focusWidget(), "t")
    assert screen.lists.picker is not None
