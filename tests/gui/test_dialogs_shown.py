"""What is only shown: reports, history, keys, help, messages and work under way."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.actions.articles import AddedArticle, FileOutcome
from annotator.formats import FileReport, Refusal
from annotator.gui.commands import COMMANDS
from annotator.gui.dialogs.help_pages import help_folder, help_pages
from annotator.gui.dialogs.help_viewer import HelpViewer
from annotator.gui.dialogs.history_dialog import HistoryDialog
from annotator.gui.dialogs.keys_sheet import KeysSheet, commands_found
from annotator.gui.dialogs.report_dialog import ReportDialog, articles_summary, import_summary
from annotator.gui.jobs import LongWork
from annotator.gui.labels import key_text
from annotator.gui.message_strip import MessageStrip
from annotator.gui.work_strip import WorkStrip
from annotator.queries.history import HistoryStep

# Offscreen, Qt says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

OUTCOMES = [
    FileOutcome("/a/one.md", "added", (AddedArticle("1", "One"), AddedArticle("2", "Two"))),
    FileOutcome("/a/copy.md", "present", (AddedArticle("1", "One"),), "The same text is in the project."),
    FileOutcome("/a/scan.md", "refused", reason="This is no text."),
]


def test_the_summary_counts_articles_and_leaves_out_what_is_none() -> None:
    assert articles_summary(OUTCOMES) == "2 added, 1 there already, 1 refused."
    assert articles_summary(OUTCOMES[:1]) == "2 added."
    assert articles_summary([]) == "Nothing was found to take in."
    report = FileReport("/b.jsonl", "native", claims=4, refused=[Refusal("/b.jsonl:3", "No.")])
    assert import_summary([report]) == "4 claims, 1 refused."


def test_the_report_lists_what_was_not_added_and_copies_it(qtbot: QtBot) -> None:
    dialog = ReportDialog.of_articles(OUTCOMES)
    qtbot.addWidget(dialog)
    assert dialog.table.as_text() == "/a/scan.md\tThis is no text.\n/a/copy.md\tThe same text is in the project."
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Copy").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("2 added")
    assert "scan.md" in copied


STEPS = [
    HistoryStep(3, "Tag claim", "Ben", "2025-11-03T10:00:00Z", 2, False, articles=("Port fees",)),
    HistoryStep(2, "Add topic", "Ana", "2025-11-02T10:00:00Z", 1, True),
    HistoryStep(1, "Tag claim", "Ana", "2025-11-01T10:00:00Z", 2, False, kind="undo"),
]


def test_the_history_strikes_out_what_was_undone_and_filters(qtbot: QtBot) -> None:
    dialog = HistoryDialog()
    qtbot.addWidget(dialog)
    assert dialog.pages.currentWidget() is dialog.empty
    dialog.show_steps(STEPS)
    texts = [dialog.model.index(row, 2).data() for row in range(3)]
    assert texts == ["Tag claim", "Add topic", "Undo: Tag claim"]
    assert dialog.model.index(1, 2).data(Qt.ItemDataRole.FontRole).strikeOut()
    assert dialog.model.index(0, 2).data(Qt.ItemDataRole.FontRole) is None
    dialog.filter.setText("port")
    assert dialog.shown.rowCount() == 1
    dialog.filter.setText("nothing like it")
    assert dialog.pages.currentWidget() is dialog.empty


def test_undo_in_the_history_is_a_wish(qtbot: QtBot) -> None:
    dialog = HistoryDialog()
    qtbot.addWidget(dialog)
    dialog.allow(undo=True, redo=False)
    assert not dialog.redo.isEnabled()
    with qtbot.waitSignal(dialog.undo_requested, timeout=1000):
        dialog.undo.click()


def test_every_command_with_a_key_is_on_the_sheet() -> None:
    shown = [command for commands in commands_found("").values() for command in commands]
    assert {command.id for command in shown} == {command.id for command in COMMANDS if command.keys}


def test_the_sheet_finds_a_key_by_name_and_by_cap(qtbot: QtBot) -> None:
    assert "claim" in {each.id for each in commands_found("Claim")["Tagging"]}
    assert [each.id for each in commands_found("f1")["Help"]] == ["help"]
    sheet = KeysSheet()
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.filter.setText("no such key at all")
    assert sheet.nothing.isVisible()


@pytest.mark.parametrize(("keys", "shown"), [("Ctrl+Return", "Ctrl+Enter"), ("Del", "Delete"), ("Ctrl++", "Ctrl++")])
def test_keys_are_called_as_on_the_keyboard(keys: str, shown: str) -> None:
    assert key_text(keys) == shown


def test_help_names_only_keys_that_exist() -> None:
    known = {key_text(each).casefold() for command in COMMANDS for each in command.keys}
    said = set()
    for path in help_folder().glob("*.md"):
        said |= set(re.findall(r"`((?:Ctrl|Alt|Shift)\+[^`]+|F\d|[A-Z]|\d|[.,?])`", path.read_text("utf-8")))
    assert said
    assert {each for each in said if each.casefold() not in known} == set()


def test_links_between_pages_lead_to_pages() -> None:
    names = {page.name for page in help_pages()}
    for path in help_folder().glob("*.md"):
        for target in re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8")):
            assert target.removesuffix(".md") in names, (path.name, target)


def test_the_help_turns_to_the_page_of_a_link(qtbot: QtBot) -> None:
    viewer = HelpViewer()
    qtbot.addWidget(viewer)
    assert viewer.text.toPlainText().startswith("First steps")
    viewer.text.anchorClicked.emit(QUrl("tagging.md"))
    assert viewer.text.toPlainText().startswith("Tagging by keyboard")
    viewer.show_page("commands")
    assert all(command.label in viewer.text.toPlainText() for command in COMMANDS)


def test_messages_wait_for_their_turn(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.show_message("The disk is full.", "error")
    strip.show_message("The folder is synced.", "warning")
    strip.show_message("The folder is synced.", "warning")
    assert strip.text.text() == "The disk is full."
    assert strip.more.text() == "1 more"
    strip.close_button.click()
    assert strip.text.text() == "The folder is synced."
    strip.dismiss()
    assert strip.isHidden()


def test_a_message_said_gives_way_and_leaves_by_itself(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.show_message("Choose a mark first.")
    assert strip.timer.isActive()
    strip.show_message("The disk is full.", "error")
    assert strip.text.text() == "The disk is full."
    assert not strip.timer.isActive()


def test_the_button_of_a_message_closes_it_and_acts(qtbot: QtBot) -> None:
    strip, done = MessageStrip(), list[str]()
    qtbot.addWidget(strip)
    strip.show_message("The disk is full.", "error", [("Try again", lambda: done.append("again"))])
    strip.findChild(QPushButton).click()
    assert done == ["again"]
    assert strip.message is None


def test_work_is_shown_stopped_and_gone(qtbot: QtBot) -> None:
    strip = WorkStrip()
    qtbot.addWidget(strip)
    first, second = LongWork("Adding articles"), LongWork("Importing")
    strip.add(first)
    strip.add(second)
    first.report(12, 40, "a.md")
    row = strip.rows[0]
    assert (row.bar.value(), row.bar.maximum(), row.count.text(), row.what.text()) == (
        12,
        40,
        "12 of 40",
        "a.md",
    )
    row.stop.click()
    assert not row.stop.isEnabled()
    first.ended.emit()
    assert len(strip.rows) == 1
    second.ended.emit()
    assert strip.isHidden()


def test_what_was_said_of_a_step_goes_with_the_next_one_and_what_holds_stays(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.show_message("The parts must not overlap.", "warning", passing=True)
    strip.show_message("The folder is synced.", "warning")
    strip.show_message("There is no such topic.", "warning", passing=True)
    strip.pass_over()
    assert strip.text.text() == "The folder is synced."
    strip.pass_over()
    assert strip.text.text() == "The folder is synced."
    strip.dismiss()
    assert strip.message is None
