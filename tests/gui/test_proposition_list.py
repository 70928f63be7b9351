"""The list of all propositions: words are changed, two become one, what nobody asserts is deleted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.actions.propositions import link_proposition, make_proposition
from annotator.actions.tagging import tag_claim
from annotator.gui.annotate.propositions_dialog import PropositionsDialog
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.dialogs.rename import AskText
from annotator.gui.main_window import MainWindow
from annotator.records import ClaimRecord
from annotator.store import Store
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def screen(window: MainWindow) -> AnnotateScreen:
    assert window.project is not None
    return window.project.screen


@pytest.fixture
def dialog(window: MainWindow, screen: AnnotateScreen, store: Store, article_id: str) -> Iterator[PropositionsDialog]:
    """Three propositions: of two claims of Ana's, of one of Ana's and one of Ben's, of none."""
    for id_, text in (("lost", "Ships are lost"), ("two", "Two ships are lost a month"), ("none", "Nobody pays")):
        make_proposition(store, text, proposition_id=id_)
    for words, linked, who in (
        ("Two ships a month", "lost", "Ana"),
        ("fees hurt boats", "lost", "Ana"),
        ("speaks of silt", "two", "Ana"),
        ("too shallow", "two", "Ben"),
    ):
        claim = tag_claim(store, article_id, [span(words)], by=who)
        link_proposition(store, [claim], linked, by=who)
    window.actions_["propositions"].trigger()
    made = screen.proposition_list.dialog
    assert made is not None
    yield made
    made.reject()


def lines(dialog: PropositionsDialog) -> list[tuple[str, str]]:
    return [(line.words, line.below) for line in dialog.list.model_.lines]


def choose(dialog: PropositionsDialog, words: str) -> None:
    row = next(row for row, line in enumerate(dialog.list.model_.lines) if line.words == words)
    dialog.list.setCurrentIndex(dialog.list.model_.index(row, 0))


def test_all_are_listed_with_how_many_claims_assert_them_and_filtered(dialog: PropositionsDialog) -> None:
    assert lines(dialog) == [
        ("Ships are lost", "2 claims"),
        ("Two ships are lost a month", "2 claims"),
        ("Nobody pays", "no claim asserts it"),
    ]
    dialog.filter.setText("month")
    assert [words for words, _ in lines(dialog)] == ["Two ships are lost a month"]
    dialog.filter.setText("xylophone")
    assert dialog.nothing.isVisible()
    assert dialog.nothing._title.text() == "No proposition fits “xylophone”"
    assert not dialog.words.isEnabled()


def test_the_words_are_changed_for_all_claims(
    dialog: PropositionsDialog, screen: AnnotateScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(dialog, "Ships are lost")
    monkeypatch.setattr(AskText, "ask", classmethod(lambda *_given: "The port loses ships"))
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    assert lines(dialog)[0] == ("The port loses ships", "2 claims")
    assert screen.lookup.propositions["lost"] == "The port loses ships"
    assert dialog.chosen() is not None


def test_two_become_one_and_those_of_colleagues_stay(
    dialog: PropositionsDialog, screen: AnnotateScreen, store: Store
) -> None:
    choose(dialog, "Two ships are lost a month")
    dialog.merge.click()
    picker = screen.proposition_list.picker
    assert picker is not None
    assert picker.model.index(1, 0).data() == "Ships are lost"
    picker._take(picker.model.row(picker.model.index(1, 0)))
    assert lines(dialog)[0] == ("Ships are lost", "3 claims")
    assert ("Two ships are lost a month", "1 claim") in lines(dialog)
    said = "1 claim of yours follows. 1 of a colleague stays, and with it the proposition."
    assert dialog.explanation.text() == said
    store.undo()
    assert lines(dialog)[0] == ("Ships are lost", "2 claims")


def test_what_nobody_asserts_is_deleted_and_what_somebody_asserts_is_not(
    dialog: PropositionsDialog, screen: AnnotateScreen
) -> None:
    choose(dialog, "Ships are lost")
    assert not dialog.delete.isEnabled()
    assert dialog.delete.toolTip() == "Claims assert it; merge it into another one instead."
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert "lost" in screen.lookup.propositions
    choose(dialog, "Nobody pays")
    assert not dialog.places.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert "none" not in screen.lookup.propositions


def test_the_appearances_of_the_chosen_one_open(dialog: PropositionsDialog, screen: AnnotateScreen) -> None:
    screen.opened.show_colleagues(True)
    choose(dialog, "Two ships are lost a month")
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    listed = screen.propositions.dialog
    assert listed is not None
    assert [line.words for line in listed.list.model_.lines] == ["too shallow", "speaks of silt"]
    listed.reject()
    # Enter was heard by the list alone, so nothing else is open.
    assert QApplication.activeModalWidget() is dialog
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    again = screen.propositions.dialog
    assert again is not None
    again.list.opened.emit(again.list.model_.lines[1])
    assert screen.proposition_list.dialog is None
    assert screen.tagger.current() == again.list.model_.lines[1].mark


def test_a_project_without_propositions_says_how_the_first_is_made(
    window: MainWindow, screen: AnnotateScreen, store: Store, article_id: str
) -> None:
    window.actions_["propositions"].trigger()
    dialog = screen.proposition_list.dialog
    assert dialog is not None
    assert dialog.nothing.isVisible()
    assert dialog.nothing._hint.text().startswith("Choose a claim and press L:")
    claim = tag_claim(store, article_id, [span("Two ships a month")])
    link_proposition(store, [claim], "made", text="Ships are lost")
    assert lines(dialog) == [("Ships are lost", "1 claim")]
    assert isinstance(screen.opened.marks[claim], ClaimRecord)
    dialog.reject()
    assert screen.proposition_list.dialog is None
