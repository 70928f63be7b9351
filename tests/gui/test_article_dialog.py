"""Details of an article in Ana's window, down to the project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.actions.fields import make_field
from annotator.errors import ReadOnlyProject
from annotator.gui.dialogs.article_dialog import ArticleDialog
from annotator.gui.main_window import MainWindow
from annotator.queries.articles import article
from annotator.records import ArticleRecord, answers_of
from annotator.store import Store


def record(store: Store, article_id: str) -> ArticleRecord:
    with store.read() as session:
        return article(session, article_id)


def opened(window: MainWindow) -> ArticleDialog:
    assert window.project is not None
    QTest.keyClick(window.project.screen.reader, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ArticleDialog)
    return dialog


@pytest.fixture
def fields(store: Store) -> tuple[str, str]:
    """Keys of two questions about articles."""
    genre = make_field(store, "Genre", choices=["report", "opinion"], applies_to=["article"])
    return genre, make_field(store, "Words", kind="number", applies_to=["article"])


def test_details_and_answers_are_saved_in_one_step(
    qtbot: QtBot, window: MainWindow, store: Store, article_id: str, fields: tuple[str, str]
) -> None:
    dialog = opened(window)
    assert dialog.lines["title"].text() == record(store, article_id).title
    dialog.lines["title"].setText("Fewer ships")
    dialog.lines["published"].setText("4 May 2023")
    report, opinion = dialog.asked.chips[0]
    assert report.accessibleName() == "Genre: report"
    opinion.click()
    dialog.asked.chips[1][0].click()
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "many")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.said.text() == "“many” is no number."
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "420")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.save.click()
    assert not dialog.isVisible()
    now = record(store, article_id)
    assert (now.title, now.published, answers_of(now.meta)) == (
        "Fewer ships", "2023-05-04", {fields[0]: "opinion", fields[1]: 420},
    )  # fmt: skip
    assert window.project is not None
    assert window.project.screen.opened.record is not None
    assert window.project.screen.opened.record.title == "Fewer ships"
    shown = window.project.screen.articles.model
    qtbot.waitUntil(lambda: shown.data(shown.index(shown.row_of(article_id), 0)) == "Fewer ships")
    window.actions_["undo"].trigger()
    assert answers_of(record(store, article_id).meta) == {}
    assert record(store, article_id).title != "Fewer ships"


def test_what_is_refused_is_said_and_the_dialog_stays(window: MainWindow, store: Store, article_id: str) -> None:
    dialog, before = opened(window), record(store, article_id)
    dialog.lines["language"].setText("Englisch")
    dialog.save.click()
    assert dialog.isVisible()
    assert "“Englisch” is no code of a language" in dialog.said.text()
    assert record(store, article_id) == before
    dialog.lines["language"].setText(before.language or "")
    dialog.save.click()
    assert not dialog.isVisible()


def test_who_may_not_change_articles_may_look(window: MainWindow, store: Store, fields: tuple[str, str]) -> None:
    store.read_only = True
    with pytest.raises(ReadOnlyProject), store.change("Nothing"):
        pass
    dialog = opened(window)
    assert not dialog.save.isVisible()
    assert all(line.isReadOnly() for line in dialog.lines.values())
    assert not dialog.asked.isEnabled()
    assert dialog.explanation.text() == "This project is open for reading only."
    dialog.reject()
