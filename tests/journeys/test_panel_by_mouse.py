"""Everything that the keyboard does to a claim can be done with the mouse in the panel as well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from annotator.gui.panel.registry_tab import RegistryTab
from tests.journeys.analyst import Analyst


@pytest.fixture
def claimed(reading: Analyst) -> Analyst:
    """Ana with a current claim on the study, whose card is unfolded."""
    reading.go_to("The study")
    reading.press("C")
    reading.rest()
    return reading


def choose(analyst: Analyst, words: str) -> None:
    """Click a line of the menu that is open."""
    analyst.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "a menu is open")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == words)
    analyst.click(menu, menu.actionGeometry(action).center())


def take(analyst: Analyst, name: str) -> None:
    """Click a line of the list that is open."""
    picker = analyst.picker()
    rows = range(picker.model.rowCount())
    at = {row.words: number for number in rows if (row := picker.model.row(picker.model.index(number, 0)))}
    box: QRect = picker.view.visualRect(picker.model.index(at[name], 0))
    analyst.click(picker.view.viewport(), box.center())


def test_chips_add_change_and_remove_speaker_and_topic(claimed: Analyst) -> None:
    id_ = claimed.claim().id
    claimed.click(claimed.chip(id_, "Add a topic"))
    take(claimed, "Port fees")
    claimed.rest()
    claimed.click(claimed.chip(id_, "Topic: Port fees"))
    choose(claimed, "opposes")
    claimed.rest()
    assert claimed.claim().topics[0].stance == "opposes"
    claimed.click(claimed.chip(id_, "Add a speaker"))
    claimed.picker()
    claimed.type("Samir Haddad")
    claimed.press("Enter")
    claimed.rest()
    claimed.click(claimed.chip(id_, "Speaker: Samir Haddad"))
    choose(claimed, "reported by")
    claimed.rest()
    assert claimed.claim().speakers[0].role == "reported_by"
    claimed.click(claimed.chip(id_, "Quotation: indirect"))
    claimed.click(claimed.chip(id_, "Certainty: low"))
    claimed.rest()
    assert (claimed.claim().quotation, claimed.claim().certainty) == ("indirect", "low")
    claimed.click(claimed.chip(id_, "Speaker: Samir Haddad"))
    choose(claimed, "Remove the speaker")
    claimed.click(claimed.chip(id_, "Topic: Port fees"))
    choose(claimed, "Remove the topic")
    claimed.rest()
    assert (claimed.claim().speakers, claimed.claim().topics) == ((), ())


def test_the_words_selected_become_the_cue(claimed: Analyst) -> None:
    id_ = claimed.claim().id
    claimed.select("study")
    claimed.click(claimed.chip(id_, "Set the cue"))
    claimed.rest()
    assert [part.quote for part in claimed.claim().cue] == ["study"]


def test_card_and_text_are_chosen_together_both_ways(claimed: Analyst) -> None:
    reader = claimed.project.screen.reader
    study = claimed.claim().id
    claimed.press("Enter")
    claimed.press("C")
    claimed.rest()
    answer = claimed.claim().id
    claimed.click(claimed.card(study), QPoint(40, 16))
    assert reader.cursor_state.current == study
    assert claimed.project.screen.panel.cards.current == study
    start = claimed.article.text.index("not answer")
    box = reader.screen_rectangle(start, start + 3)
    QTest.mouseClick(
        reader.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        reader.viewport().mapFromGlobal(box.center()),
    )
    claimed.rest()
    assert reader.cursor_state.current == answer
    assert claimed.project.screen.panel.cards.current == answer


def tool(analyst: Analyst, tab: RegistryTab, name: str) -> None:
    """Click a button below the list of a tab."""
    analyst.click(next(each for each in tab.findChildren(QToolButton) if each.accessibleName() == name))


def test_speakers_are_made_renamed_merged_and_deleted_in_their_tab(claimed: Analyst) -> None:
    screen = claimed.project.screen
    screen.panel.show_tab("speakers")
    tab = screen.panel.speakers
    for name in ("Edda Brandt", "E. Brandt"):
        claimed.answer("OK", write=name)
        tool(claimed, tab, "New speaker")
        claimed.rest()
    ids = {each.name: each.id for each in screen.lookup.speakers.values()}
    assert set(ids) == {"Edda Brandt", "E. Brandt"}
    tab.select(ids["E. Brandt"])
    tool(claimed, tab, "Merge into…")
    claimed.answer("Merge")
    take(claimed, "Edda Brandt")
    claimed.until(lambda: screen.lookup.speakers[ids["E. Brandt"]].merged_into, "merged, as was agreed to")
    assert screen.lookup.speakers[ids["E. Brandt"]].merged_into == ids["Edda Brandt"]
    tab.select(ids["Edda Brandt"])
    tool(claimed, tab, "Rename")
    claimed.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the field is open")
    claimed.press("Ctrl+A")
    claimed.type("Mayor Brandt")
    claimed.press("Enter")
    claimed.rest()
    assert screen.lookup.speakers[ids["Edda Brandt"]].name == "Mayor Brandt"


def test_topics_are_made_below_others_and_deleted_in_their_tab(claimed: Analyst) -> None:
    screen = claimed.project.screen
    screen.panel.show_tab("topics")
    tab = screen.panel.topics
    fees = next(each.id for each in screen.lookup.topics.values() if each.name == "Port fees")
    tab.select(fees)
    claimed.answer("OK", write="Exemptions")
    tool(claimed, tab, "New topic below")
    claimed.rest()
    made = next(each for each in screen.lookup.topics.values() if each.name == "Exemptions")
    assert made.parent == fees
    tab.select(made.id)
    tool(claimed, tab, "Delete")
    claimed.rest()
    assert "Exemptions" not in {each.name for each in screen.lookup.topics.values()}


def test_the_menu_of_the_text_tags_and_says_why_it_cannot(reading: Analyst) -> None:
    window, reader = reading.window, reading.project.screen.reader
    reading.go_to("The study")
    window.commands.text_menu(reader.mapToGlobal(QPoint(200, 200)), 0)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    part = next(each for each in menu.actions() if each.text() == "Another part of the claim")
    assert "C makes one" in part.toolTip()
    greyed = [each.text() for each in menu.actions() if each.text() and not each.isEnabled()]
    assert {"Another part of the claim", "Cue", "Note", "Fields of the mark"} <= set(greyed)
    assert "Claim" not in greyed
    choose(reading, "Claim")
    reading.rest()
    assert [claim.parts[0].quote for claim in reading.claims()] == [reading.sentence()]
    # The menu is gone: its keys act, or say what is missing.
    assert part.isEnabled()


def test_the_keys_of_the_text_act_on_a_claim_whose_card_was_clicked(claimed: Analyst) -> None:
    id_ = claimed.claim().id
    claimed.press("Esc")
    claimed.rest()
    claimed.click(claimed.card(id_))
    claimed.until(lambda: claimed.claim().id == id_, "it is the current claim")
    claimed.press("D")
    claimed.rest()
    assert claimed.claim().quotation == "direct"
    claimed.click(claimed.card(id_))
    claimed.press("N")
    claimed.type("A note.")
    claimed.press("Esc")
    claimed.rest()
    assert claimed.claim().note == "A note."
