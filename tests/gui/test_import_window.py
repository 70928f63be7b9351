"""Importing a colleague's set in the window: what does not fit is said before, and there is a choice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from annotator.actions.exchange import export_set
from annotator.actions.tagging import tag_claim
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.gui.main_window import MainWindow
from annotator.queries.marks import marks_of
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record, span

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture(autouse=True)
def _no_report_left(window: MainWindow) -> Iterator[None]:
    yield
    for each in window.findChildren(ReportDialog):
        each.close()


def set_of(tmp_path: Path, article_id: str, text: str, who: str, words: list[str]) -> Path:
    """A set in which somebody tagged these words of a text of their own."""
    with Store.create(tmp_path / "other", who) as other:
        add_articles(other, [article_record(article_id, text)], source="articles")
        for each in words:
            tag_claim(other, article_id, [span(each, text)])
        export_set(other, tmp_path / "set.jsonl")
    return tmp_path / "set.jsonl"


def shown(window: MainWindow) -> ImportDialog:
    [dialog] = [each for each in window.findChildren(ImportDialog) if each.isVisible()]
    return dialog


def said(dialog: ImportDialog) -> str:
    """All words in front."""
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog))


def labels_in(dialog: ImportDialog) -> list[str]:
    """The labels that the dialog lists."""
    items = [dialog.labels.item(row, 0) for row in range(dialog.labels.rowCount())]
    return [each.text() for each in items if each is not None]


def quotes(store: Store, article_id: str) -> list[str]:
    with store.read() as session:
        return [mark.parts[0].quote for mark in marks_of(session, article_id)]


def test_a_set_whose_text_differs_by_a_character(
    window: MainWindow, store: Store, article_id: str, tmp_path: Path
) -> None:
    before = "Two ships a month"
    text = TEXT.replace(before, "Two ship a month")
    path = set_of(tmp_path, article_id, text, "Zoe", ["Two ship a month", "She did not answer"])
    window.commands.import_files([path])
    dialog = shown(window)
    told = said(dialog)
    assert "Here with other content: 1. What is here stays." in told
    assert "Marks found at another place, since the text has changed: 1." in told
    # The words themselves differ: whoever tagged them has to look.
    assert "Marks whose place is uncertain and should be looked at: 1." in told
    assert dialog.refused.isVisible()
    dialog.reject()
    assert quotes(store, article_id) == []
    window.commands.import_files([path])
    shown(window).take.click()
    assert "She did not answer" in quotes(store, article_id)
    store.undo()
    assert quotes(store, article_id) == []


def test_somebody_of_the_same_name_is_kept_apart_or_made_one(
    window: MainWindow, store: Store, article_id: str, tmp_path: Path
) -> None:
    tag_claim(store, article_id, [span("Two ships a month")], by="Zoe")
    path = set_of(tmp_path, article_id, TEXT, "Zoe", ["She did not answer"])
    for name, people in (("", 2), ("Zoe", 1)):
        window.commands.import_files([path])
        dialog = shown(window)
        assert "“Zoe” is somebody else here; give the name below where they are the same person." in said(dialog)
        if name:
            dialog.name.setText(name)
            dialog.name.editingFinished.emit()
            assert "is somebody else here" not in said(dialog)
        dialog.take.click()
        with store.read() as session:
            assert len({mark.annotator for mark in marks_of(session, article_id)}) == people
        store.undo()


def test_the_labels_are_those_of_the_columns_that_were_named_last(
    window: MainWindow, store: Store, article_id: str, tmp_path: Path
) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("document,code,quote,grade\na,Port fees,Two ships a month,high\n", "utf-8")
    window.commands.import_files([path])
    dialog = shown(window)
    assert labels_in(dialog) == ["Port fees"]
    box = dialog.labels.cellWidget(0, 2)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("claim"))
    dialog.take_columns({"document": "document", "quote": "quote", "label": "grade"})
    assert labels_in(dialog) == ["high"]
    dialog.take_columns({"document": "document", "quote": "quote", "label": "code"})
    assert (labels_in(dialog), dialog.labels.labels()) == (["Port fees"], {"Port fees": "claim"})
    dialog.reject()
