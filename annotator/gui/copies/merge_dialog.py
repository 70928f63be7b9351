"""What merging a copy would do, before anything is written; a choice for what was changed on both sides.

Opened by `opening.py` after a rehearsal. When somebody says that two annotators of one name are one person,
`rehearsal_wanted` asks for a new one, whose report comes back through `show_report`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.actions.merge_plan import Side
from annotator.actions.merging import MergeReport, OpenConflict
from annotator.gui.dialogs.choosers import Segments
from annotator.gui.dialogs.frame import DesignedDialog, emptied
from annotator.gui.dialogs.report_dialog import ReportTable, import_lines
from annotator.gui.labels import label
from annotator.gui.language import counted, filled, translated
from annotator.gui.plain_table import PlainRow, PlainTable
from annotator.gui.theme import SMALL, TIGHT

UNDECIDED = ""


class MergeCopyDialog(DesignedDialog):
    """Counts, namesakes, conflicts with both versions, one button."""

    rehearsal_wanted = Signal(object)
    """Names of annotators who are the same person in both copies."""

    def __init__(self, report: MergeReport, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Merge a copy"))
        self.heading.setText(filled(self.tr("Merge “{name}”"), name=Path(report.path).name))
        # What is only counted needs little room.
        plain = not (report.open or report.refused or report.namesakes)
        self.open_at(*((620, 280) if plain else (820, 620)))
        self.choices: dict[str, Side] = {}
        self.same_people: set[str] = set()
        self.report = report
        self._counts = QVBoxLayout()
        self._counts.setSpacing(TIGHT)
        self.content.addLayout(self._counts)
        self._people = QVBoxLayout()
        self._people.setSpacing(TIGHT)
        self.content.addLayout(self._people)
        self._add_conflicts()
        self.refused_title = label(self.tr("Not taken"), "section")
        self.refused = ReportTable([])
        self.content.addWidget(self.refused_title)
        self.content.addWidget(self.refused, 1)
        self.content.addStretch(0)
        self.add_button(self.tr("Cancel"), self.reject)
        self.take = self.add_button(self.tr("Merge"), self.accept, kind="primary", default=True)
        self.show_report(report)
        # Nothing that decides many conflicts at once has the focus by itself.
        (self.conflicts if report.open else self.take).setFocus()

    def _add_conflicts(self) -> None:
        self.conflicts_box = QWidget()
        column = QVBoxLayout(self.conflicts_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Changed on both sides"), "section"))
        self.conflicts = PlainTable(self.tr("What was changed on both sides"))
        self.conflicts.selectionModel().currentRowChanged.connect(lambda *_: self._show_sides())
        column.addWidget(self.conflicts, 3)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.side = Segments(
            self.tr("Go on with"),
            [
                ("here", self.tr("What is here")),
                ("there", self.tr("What the copy has")),
                (UNDECIDED, self.tr("Decide later")),
            ],
        )
        self.side.chosen.connect(self._choose)
        row.addWidget(self.side, 1)
        self.all_there = self.add_button(
            self.tr("Take the copy’s for all"), lambda: self._choose_all("there"), left=True
        )
        self.all_here = self.add_button(
            self.tr("Keep what is here for all"), lambda: self._choose_all("here"), left=True
        )
        column.addLayout(row)
        self.sides = PlainTable(self.tr("Both versions"))
        self.sides.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        column.addWidget(self.sides, 2)
        self.content.addWidget(self.conflicts_box, 4)

    # What it shows ------------------------------------------------------------------------------

    def show_report(self, report: MergeReport) -> None:
        """Show what a rehearsal found; choices for conflicts that are still there stay."""
        self.report = report
        keys = {each.key for each in report.open}
        self.choices = {key: side for key, side in self.choices.items() if key in keys}
        emptied(self._counts)
        for line in self._lines():
            self._counts.addWidget(label(line, "", wrapped=True))
        self._show_people()
        self.conflicts_box.setVisible(bool(report.open))
        for button in (self.all_here, self.all_there):
            button.setVisible(bool(report.open))
        lines = import_lines([report])
        self.refused.show_lines(lines)
        self.refused.setVisible(bool(lines))
        self.refused_title.setVisible(bool(lines))
        self._show_conflicts(0)
        self._look()

    def _lines(self) -> list[str]:
        report = self.report
        counts = [
            (report.only_there, self.tr("New from the copy: {n}")),
            (report.changed_there, self.tr("Changed in the copy only, and brought up to date: {n}")),
            (report.removed, self.tr("Deleted in the copy, and here too: {n}")),
            (report.only_here + report.changed_here, self.tr("Only here, or changed here only, and kept: {n}")),
            (report.moved, self.tr("Marks with a new place, since a text differs: {n}")),
            (report.uncertain + report.orphans, self.tr("Marks that have lost their place in the text: {n}")),
        ]
        numbers = self.locale()
        return [text.format(n=numbers.toString(number)) for number, text in counts if number]

    def _show_people(self) -> None:
        emptied(self._people)
        for name in sorted({*self.report.namesakes, *self.same_people}):
            box = QCheckBox(filled(self.tr("“{name}” here and “{name}” in the copy are the same person"), name=name))
            box.setChecked(name in self.same_people)
            box.toggled.connect(lambda on, name=name: self._same(name, on))
            self._people.addWidget(box)

    def _same(self, name: str, on: bool) -> None:
        (self.same_people.add if on else self.same_people.discard)(name)
        self.take.setEnabled(False)
        self.explain(self.tr("Looking at the copy…"))
        self.rehearsal_wanted.emit(set(self.same_people))

    def _look(self) -> None:
        report = self.report
        comes = report.only_there + report.changed_there + report.removed + len(self.choices)
        self.take.setEnabled(bool(comes))
        left = len([each for each in report.open if not each.used]) - len(self.choices)
        if not comes:
            said = self.tr("This project has all that the copy has.")
        else:
            said = self.tr("Nothing has been written yet. The merge is one step and can be undone.")
        if left:
            said += " " + counted(
                left,
                self.tr("1 conflict is not decided; there, what is here stays."),
                self.tr("{count} conflicts are not decided; there, what is here stays."),
            )
        self.explain(said)

    # Conflicts ----------------------------------------------------------------------------------

    def _show_conflicts(self, row: int) -> None:
        rows = [
            PlainRow((translated(each.kind), translated(each.title), self._decision(each)), key=each, soft=each.used)
            for each in self.report.open
        ]
        headings = [self.tr("What"), self.tr("Which"), self.tr("Goes on")]
        self.conflicts.show_rows(headings, rows, widths=(160, 0, 150), stretch=1)
        if rows:
            self.conflicts.setCurrentIndex(self.conflicts.model_.index(min(row, len(rows) - 1), 0))

    def _decision(self, conflict: OpenConflict) -> str:
        if conflict.used:
            return self.tr("stays, is used here")
        words = {"here": self.tr("what is here"), "there": self.tr("what the copy has")}
        return words.get(self.choices.get(conflict.key, ""), self.tr("not decided"))

    def _show_sides(self) -> None:
        row = self.conflicts.chosen()
        if row is None:
            return
        conflict: OpenConflict = row.key
        gone = self.tr("deleted")
        rows = [PlainRow((translated(each.field), each.here or "–", each.there or "–")) for each in conflict.sides]
        here, there = self.tr("Here"), self.tr("In the copy")
        if conflict.deleted == "here":
            here = f"{here} ({gone})"
        elif conflict.deleted == "there":
            there = f"{there} ({gone})"
        self.sides.show_rows([self.tr("Differs in"), here, there], rows, widths=(160, 280, 0), stretch=2)
        self.side.setEnabled(not conflict.used)
        self.side.set_value(self.choices.get(conflict.key, UNDECIDED))

    def _choose(self, side: str) -> None:
        row = self.conflicts.chosen()
        if row is None:
            return
        decided: Side | None = {"here": "here", "there": "there"}.get(side)  # type: ignore[assignment]  # the two words
        if decided is None:
            self.choices.pop(row.key.key, None)
        else:
            self.choices[row.key.key] = decided
        at = self.conflicts.currentIndex().row()
        self._show_conflicts(at + 1 if side else at)
        self._look()

    def _choose_all(self, side: Side) -> None:
        self.choices = {each.key: side for each in self.report.open if not each.used}
        self._show_conflicts(0)
        self._look()
