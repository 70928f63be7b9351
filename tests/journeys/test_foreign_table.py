"""A table of another program is imported by its columns, in a real window; the whole of it is taken back at once."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from annotator.gui.dialogs.annotation_columns_dialog import AnnotationColumnsDialog
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.queries.annotators import annotators
from annotator.queries.check import problems
from annotator.records import PassageRecord
from tests.journeys.analyst import Analyst

Dialog = TypeVar("Dialog", bound=QDialog)
ARTICLE = "Port fees to rise by a third"


def shown(analyst: Analyst, kind: type[Dialog]) -> Dialog:
    """The dialog of that kind, once it is there."""

    def found() -> Dialog | None:
        widgets = QApplication.topLevelWidgets()
        return next((each for each in widgets if isinstance(each, kind) and each.isVisible()), None)

    analyst.until(lambda: found() is not None, kind.__name__)
    dialog = found()
    assert dialog is not None
    return dialog


def looked_at(analyst: Analyst, path: Path) -> ImportDialog:
    """The dialog in which columns are named that no heading tells of."""
    analyst.window.commands.import_files([path])
    dialog = shown(analyst, ImportDialog)
    assert not dialog.take.isEnabled()
    assert "No column is known" in dialog.refused.as_text() or "known are" in dialog.refused.as_text()
    dialog.columns.click()
    columns = shown(analyst, AnnotationColumnsDialog)
    assert not columns.take.isEnabled()
    for number, field in enumerate(("quote", "label", "annotator", "document")):
        columns.boxes[number].setCurrentIndex(columns.boxes[number].findData(field))
    columns.take.click()
    analyst.until(dialog.take.isEnabled, "it was looked at once more")
    return dialog


def test_columns_are_named_and_the_import_is_undone_at_once(reading: Analyst, tmp_path: Path) -> None:
    words = [part.strip() for part in reading.article.text.split("\n")[-1].split(".") if len(part.split()) > 2]
    rows = [f"{quote},Harbour,Ben,{ARTICLE}" for quote in words if "," not in quote]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(["Was,Wie,Wer,Wo", *rows]) + "\n", encoding="utf-8")
    before = reading.article
    looked_at(reading, path).take.click()
    shown(reading, ReportDialog).accept()
    reading.rest()
    screen = reading.project.screen
    screen.opened.show_colleagues(True)
    reading.rest()
    assert len([mark for mark in reading.marks() if isinstance(mark, PassageRecord)]) == len(rows) > 0
    reading.answer("Undo")
    reading.press("Ctrl+Z")
    reading.rest()
    assert not [mark for mark in reading.marks() if isinstance(mark, PassageRecord)]
    assert reading.article == before


def test_an_import_that_is_stopped_leaves_nothing(reading: Analyst, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"rise by a third,Topic {number},Ben,{ARTICLE}" for number in range(6_000)]
    path.write_text("\n".join(["quote,label,annotator,document", *rows]) + "\n", encoding="utf-8")
    reading.window.commands.import_files([path])
    dialog = shown(reading, ImportDialog)
    reading.until(dialog.take.isEnabled, "looked at")
    dialog.take.click()

    def stop() -> QPushButton | None:
        buttons = reading.window.findChildren(QPushButton)
        return next((each for each in buttons if each.accessibleName() == "Stop: Importing" and each.isVisible()), None)

    reading.until(lambda: stop() is not None, "it is under way")
    button = stop()
    assert button is not None
    button.click()
    reading.until(lambda: stop() is None, "it has stopped")
    reading.rest()
    with reading.project.store.read() as session:
        assert [each.name for each in annotators(session)] == []
        assert list(problems(session)) == []
