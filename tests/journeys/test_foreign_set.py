"""A folder of another tool's files is dropped on the window, its labels are mapped, and it all comes in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox

from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.records import ClaimRecord, PassageRecord
from tests.journeys.analyst import Analyst
from tests.journeys.test_whole_story import drop

TEXT = "The quay sinks, said Rika Storm. Perhaps it was built on sand."
SPANS = (("T1", "Content", "The quay sinks"), ("T2", "Cue", "said"), ("T3", "Source", "Rika Storm"))


def _brat(folder: Path) -> Path:
    folder.mkdir()
    (folder / "quay.txt").write_text(TEXT, encoding="utf-8")
    lines = [f"{name}\t{label} {TEXT.index(q)} {TEXT.index(q) + len(q)}\t{q}" for name, label, q in SPANS]
    lines += ["E1\tAttribution:T2 Source:T3 Content:T1 Cue:T2", f"T4\tHedge {TEXT.index('Perhaps')} 40\tPerhaps"]
    (folder / "quay_Ben.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _dialog(kind: type[ImportDialog] | type[ReportDialog]) -> ImportDialog | ReportDialog | None:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)


def test_a_dropped_folder_is_looked_at_mapped_and_taken_in(reading: Analyst, tmp_path: Path) -> None:
    drop([_brat(tmp_path / "brat")], reading.window)
    reading.until(lambda: _dialog(ImportDialog) is not None, "the import is shown before it is done")
    dialog = _dialog(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    rows = {dialog.labels.item(row, 0).text(): row for row in range(dialog.labels.rowCount())}
    assert {"Content", "Cue", "Source", "Hedge"} <= rows.keys()
    box = dialog.labels.cellWidget(rows["Hedge"], 2)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("ignore"))
    assert not dialog.take.isEnabled()
    reading.until(dialog.take.isEnabled, "it was looked at once more")
    dialog.take.click()
    reading.until(lambda: _dialog(ReportDialog) is not None, "it says what came in")
    report = _dialog(ReportDialog)
    assert isinstance(report, ReportDialog)
    report.accept()
    reading.read("quay")
    screen = reading.project.screen
    screen.opened.show_colleagues(True)
    reading.rest()
    (claim,) = (mark for mark in reading.marks() if isinstance(mark, ClaimRecord))
    assert [part.quote for part in claim.parts] == ["The quay sinks"]
    assert [part.quote for part in claim.cue] == ["said"]
    assert not [mark for mark in reading.marks() if isinstance(mark, PassageRecord)]
    assert screen.lookup.annotators[claim.annotator].name == "Ben"
