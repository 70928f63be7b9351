"""An author sees on the card what became of a claim, reads why, and answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.actions.reviewing import Grounds, accept_version, add_comment, reject_versions
from annotator.actions.tagging import edit_marks
from annotator.gui.main_window import MainWindow
from annotator.gui.review.differently import DifferentlyDialog
from annotator.store import Store
from tests.reviewed import disagree, of_kind, said

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def made(window: MainWindow, store: Store, article_id: str) -> dict[str, str]:
    """Ana and Ben disagree; Cleo takes Ben's version, and nobody's of another claim."""
    made = disagree(store, article_id)
    accept_version(
        store, of_kind(store, "boundary").claims, made["ben ships"], Grounds("boundary", "Short."), by="Cleo"
    )
    reject_versions(store, of_kind(store, "missing").claims, by="Cleo")
    settle()
    return made


def chips(window: MainWindow, claim: str) -> list[str]:
    """What the chips of a claim's card say that tell of the review."""
    assert window.project is not None
    window.project.screen.choose(claim)
    settle()
    card = window.project.screen.panel.cards.card(claim)
    assert card is not None
    return [f"{chip.face.text} {chip.face.soft}".strip() for chip in card._planned if chip.target == "review"]


def test_the_verdict_stands_on_the_card(window: MainWindow, store: Store, made: dict[str, str]) -> None:
    assert chips(window, made["ana ships"]) == ["rejected Cleo · boundary"]
    assert chips(window, made["ana channel"]) == []
    add_comment(store, made["ana ships"], "Why so long?", by="Cleo")
    settle()
    assert chips(window, made["ana ships"]) == ["rejected Cleo · boundary", "1 comment"]
    store.undo(by="Cleo")
    store.undo(by="Cleo")
    store.undo(by="Cleo")
    settle()
    assert chips(window, made["ana ships"]) == []


def test_the_author_reads_why_and_answers(
    window: MainWindow, store: Store, article_id: str, made: dict[str, str], qtbot: QtBot
) -> None:
    add_comment(store, made["ana ships"], "Why so long?", by="Cleo")
    settle()
    assert window.project is not None
    verdicts = window.project.screen.verdicts
    verdicts.open(made["ana ships"])
    settle()
    dialog = verdicts.dialog
    assert dialog is not None
    words = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert "rejected by Cleo" in words
    assert "Short." in words
    assert "Why so long?" in words
    shown = [card.claim.parts[0].quote for card in dialog._cards if card.claim is not None and not card.isHidden()]
    assert shown == ["Two ships a month go to Wessel.", "Two ships a month"]
    qtbot.keyClicks(dialog.thread_.field, "One sentence.")
    qtbot.keyClick(dialog.thread_.field, Qt.Key.Key_Return)
    settle()
    assert [each.text for each in said(store, article_id)[made["ana ships"]].comments] == [
        "Why so long?",
        "One sentence.",
    ]
    assert "One sentence." in " ".join(each.text() for each in dialog.findChildren(QLabel))
    dialog.reject()
    settle()
    assert verdicts.dialog is None


def test_what_was_decided_differently_is_listed_and_leads_to_the_text(window: MainWindow, made: dict[str, str]) -> None:
    window.actions_["decided_differently"].trigger()
    settle()
    [dialog] = window.findChildren(DifferentlyDialog)
    lines = list(dialog.list.model_.lines)
    assert [line.mark for line in lines] == [made["ana ships"], made["ana answer"]]
    assert lines[0].below.startswith("rejected by Cleo · boundary · Short. · consensus: “Two ships a month” · ")
    assert window.project is not None
    dialog.list.opened.emit(lines[1])
    settle()
    assert window.project.screens.shown is window.project.screen
    # Its card is there at once, with the verdict on it and room for an answer.
    assert window.project.screen.tagger.current() == made["ana answer"]


def test_where_the_words_are_the_same_it_is_said_what_was_decided(
    window: MainWindow, store: Store, article_id: str, made: dict[str, str]
) -> None:
    edit_marks(store, [made["ben channel"]], label="Quotation", quotation="indirect", by="Ben")
    group = of_kind(store, "quotation")
    accept_version(store, group.claims, made["ben channel"], by="Cleo")
    window.actions_["decided_differently"].trigger()
    settle()
    [dialog] = window.findChildren(DifferentlyDialog)
    [line] = [each for each in dialog.list.model_.lines if each.mark == made["ana channel"]]
    assert line.below.startswith("rejected by Cleo · Quotation: direct → indirect · ")
    dialog.close()
