"""The codebook grows while an analyst reads: defined, rearranged and split by the keyboard, marks looked at again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from annotator.actions.fields import make_field
from annotator.actions.many import Change
from annotator.gui.codebook.screen import CodebookScreen
from annotator.queries.check import problems
from annotator.queries.codebook import versions
from annotator.records import TopicRecord
from tests.journeys.analyst import Analyst


def screen(analyst: Analyst) -> CodebookScreen:
    """The Codebook screen, once it shows what the project holds."""
    analyst.press("F7")
    analyst.rest()
    shown = analyst.project.screens.shown
    assert isinstance(shown, CodebookScreen)
    analyst.until(lambda: shown.topics.list.model.total > 0, "the topics are shown")
    return shown


def topics(analyst: Analyst) -> dict[str, TopicRecord]:
    """The topics by name, as the Annotate screen knows them."""
    analyst.rest()
    return {each.name: each for each in analyst.project.screen.lookup.topics.values()}


def tag(analyst: Analyst, words: str, topic: str) -> None:
    """A claim of the sentence about a topic, by its key."""
    analyst.go_to(words)
    analyst.press("C", "T", topic, "Enter")
    analyst.rest()


def step_to(analyst: Analyst, key: str, target: QWidget) -> None:
    """Press a key until the focus is where it should be."""
    passed = []
    while QApplication.focusWidget() is not target and len(passed) < 40:
        analyst.press(key)
        passed.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is target, passed


def test_a_definition_that_changes_lists_what_was_tagged_before(reading: Analyst) -> None:
    tag(reading, "The port fees", "P")
    book = screen(reading)
    book.topics.list.select(topics(reading)["Port fees"].id)
    assert QApplication.focusWidget() is book.topics.list.view
    definition = book.topics.editor.texts["definition"]
    step_to(reading, "Tab", definition)
    reading.type("What ships pay.")
    reading.press("Shift+Tab")
    reading.rest()
    assert topics(reading)["Port fees"].definition.endswith("What ships pay.")
    with reading.project.store.read() as session:
        [latest, *_] = versions(session)
    assert latest.note == "“Port fees”: definition changed"
    reading.press("F5")
    tag(reading, "The study", "P")
    book = screen(reading)
    book.show_page("versions")
    stale = book.versions.tagged
    reading.until(lambda: len(stale.lines("stale")) == 1, "the first claim is to be looked at again")
    stale.view.setFocus()
    reading.press("Down", "Enter")
    reading.until(lambda: reading.project.screens.shown_id == "annotate", "the text is shown there")
    screen(reading)
    reading.answer("These hold")
    reading.click(stale.keep)
    reading.until(lambda: not stale.lines("stale"), "nothing to look at again")
    reading.press("Ctrl+Z")
    reading.until(lambda: len(stale.lines("stale")) == 1, "undo brings it back")


def test_the_tree_is_rearranged_by_keys_and_the_panel_follows(reading: Analyst) -> None:
    book = screen(reading)
    names = [each.name for each in sorted(topics(reading).values(), key=lambda each: each.order) if not each.parent]
    book.topics.list.select(topics(reading)[names[-1]].id)
    reading.press("Alt+Up")
    reading.until(lambda: topics(reading)[names[-1]].order < topics(reading)[names[-2]].order, "it moved up")
    reading.press("Alt+Right")
    reading.until(lambda: topics(reading)[names[-1]].parent is not None, "it lies below the one above")
    reading.press("Alt+Left")
    reading.until(lambda: topics(reading)[names[-1]].parent is None, "it moved out")
    for _ in range(3):
        reading.press("Ctrl+Z")
        reading.rest()
    with reading.project.store.read() as session:
        assert list(problems(session)) == []
    after = [each.name for each in sorted(topics(reading).values(), key=lambda each: each.order) if not each.parent]
    assert after == names


def test_a_split_by_keys_takes_some_marks_along(reading: Analyst) -> None:
    tag(reading, "The port fees", "P")
    tag(reading, "The study", "P")
    book = screen(reading)
    book.topics.list.select(topics(reading)["Port fees"].id)
    buttons = book.topics.list.findChildren(QToolButton)
    reading.click(next(each for each in buttons if each.accessibleName() == "Split…"))
    reading.until(lambda: book.wishes.dialog is not None and book.wishes.dialog.isVisible(), "the dialog is open")
    dialog = book.wishes.dialog
    assert dialog is not None
    dialog.name.setFocus()
    reading.type("Silt")
    dialog.list.setFocus()
    reading.press("End", "Space")
    reading.click(dialog.split)
    reading.until(lambda: "Silt" in topics(reading), "the new topic is there")
    about = {claim.parts[0].quote[:9]: claim.topics[0].topic for claim in reading.claims()}
    assert about == {"The port ": topics(reading)["Port fees"].id, "The study": topics(reading)["Silt"].id}


def test_he_is_resolved_and_a_field_is_answered_by_keys(reading: Analyst) -> None:
    make_field(reading.project.store, "Worth checking", choices=["yes", "no"], key="check")
    reading.go_to("Jonas Albrecht")
    reading.select("Jonas Albrecht")
    reading.press("S")
    reading.type("Jonas Albrecht")
    reading.press("Enter")
    reading.rest()
    reading.go_to("Jonas Albrecht")
    reading.press("C")
    reading.select("he argued")
    reading.press("A")
    reading.rest()
    known = reading.project.screen.lookup.speakers
    assert [known[each.speaker or ""].name for each in reading.claim().speakers] == ["Jonas Albrecht"]
    assert [each.parts[0].quote for each in reading.mentions()] == ["Jonas Albrecht", "he argued"]
    reading.press("E")
    chip = reading.chip(reading.claim().id, "Worth checking: yes")
    step_to(reading, "Down", chip)
    reading.press("Right", "Space")
    reading.rest()
    assert reading.claim().fields == {"check": "no"}


def test_several_claims_are_changed_at_once_by_keys(reading: Analyst) -> None:
    for words in ("The port fees", "The study", "She did"):
        tag(reading, words, "P")
    cards = reading.project.screen.panel.cards
    reading.until(lambda: cards.count == 3, "the cards are there")
    first = reading.card(reading.claims()[0].id)
    first.setFocus()
    reading.press("Space", "Ctrl+A")
    assert len(cards.selected) == 3
    change = Change("quotation", value="paraphrase")
    reading.answer("Change")
    reading.project.screen.many.ask(change)
    reading.until(lambda: {each.quotation for each in reading.claims()} == {"paraphrase"}, "all are changed")
    reading.press("Ctrl+Z")
    reading.until(lambda: {each.quotation for each in reading.claims()} == {None}, "one undo takes it back")
