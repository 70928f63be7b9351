"""The editor of one speaker: name, kind, other names, affiliations with dates, identifiers, notes.

Shown by the page of speakers. Reports what is changed.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.gui.codebook.form import Form, KeptLine, KeptText
from annotator.gui.codebook.merged_row import MergedRow
from annotator.gui.labels import label
from annotator.gui.panel.words import SPEAKER_KINDS, speaker_kind_word
from annotator.gui.theme import SMALL, scaled
from annotator.queries.speakers import SpeakerCounts
from annotator.records import SpeakerRecord

_MOST_ROWS = 6
_WORDS, _DATE = 120, 84
"""Widths of the columns after the first, in pixels at the usual size of the interface."""


class RowsTable(QTableWidget):
    """A small table whose last row is free for another entry; a change of a cell is reported with all rows."""

    kept = Signal(list)

    def __init__(self, name: str, columns: list[str], needed: int, parent: QWidget | None = None) -> None:
        """needed: how many of the columns, from the first, a new row must have something in."""
        super().__init__(0, len(columns), parent)
        self._needed = range(needed)
        self.setHorizontalHeaderLabels(columns)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        # The first column has what the others leave.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self._shown: list[list[str]] = []
        self._filling = False
        self.cellChanged.connect(lambda *_: self._keep())

    def show_rows(self, rows: list[list[str]]) -> None:
        """Show these and a free row below; what is typed in the free row waits there until it can be kept."""
        if rows == self._shown and self.rowCount() == len(rows) + 1:
            return
        self._show(rows)

    def show_again(self) -> None:
        """Show what is kept in the place of what was refused."""
        if self.rows() != self._shown:
            self._show(self._shown)

    def _show(self, rows: list[list[str]]) -> None:
        self._filling = True
        self._shown = rows
        self.setRowCount(len(rows) + 1)
        for number in range(len(rows) + 1):
            for column in range(self.columnCount()):
                self.setItem(number, column, QTableWidgetItem(rows[number][column] if number < len(rows) else ""))
        self._filling = False
        self._share_out()
        row = self.fontMetrics().height() + scaled(14)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + row * min(len(rows) + 1, _MOST_ROWS) + scaled(12)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """All but the first column as wide as they would like to be, less where the first needs the room."""
        wanted = [scaled(_DATE if column > 1 else _WORDS) for column in range(1, self.columnCount())]
        room = self.viewport().width() - scaled(_WORDS)
        share = min(room / sum(wanted), 1.0)
        for column, width in enumerate(wanted, 1):
            self.setColumnWidth(column, max(round(width * share), self.horizontalHeader().sectionSizeHint(column)))

    def rows(self) -> list[list[str]]:
        """What stands in the rows that are not empty."""
        found = []
        for number in range(self.rowCount()):
            items = [self.item(number, column) for column in range(self.columnCount())]
            cells = [item.text().strip() if item is not None else "" for item in items]
            if any(cells):
                found.append(cells)
        return found

    def remove_row(self) -> None:
        """Take the row of the chosen cell away."""
        number = self.currentRow()
        if 0 <= number < self.rowCount():
            self._filling = True
            for column in range(self.columnCount()):
                self.setItem(number, column, QTableWidgetItem(""))
            self._filling = False
            self._keep()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes from cell to cell, and out of the table behind the last one and before the first."""
        step = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }.get(hint, 0)
        last = self.rowCount() * self.columnCount() - 1
        cell = self.currentRow() * self.columnCount() + self.currentColumn()
        if not step or 0 <= cell + step <= last:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.focusNextPrevChild(step > 0)

    def _keep(self) -> None:
        rows = self.rows()
        # A row begun in the free place counts once it says what it must.
        if len(rows) > len(self._shown) and not all(rows[-1][column] for column in self._needed):
            rows.pop()
        if not self._filling and rows != self._shown:
            self.kept.emit(rows)


def _below(table: RowsTable, words: str) -> QHBoxLayout:
    """What to write in a table, and the button that takes a row away."""
    button = QPushButton(QCoreApplication.translate("RowsTable", "Remove row"))
    button.setProperty("kind", "link")
    button.setAccessibleName(f"{table.accessibleName()}: {button.text()}")
    button.clicked.connect(table.remove_row)
    table.currentCellChanged.connect(lambda row, *_: button.setEnabled(row >= 0))
    button.setEnabled(False)
    below = QHBoxLayout()
    below.setSpacing(SMALL)
    below.addWidget(label(words, "small", wrapped=True), 1)
    below.addWidget(button)
    return below


class SpeakerEditor(Form):
    """The fields of the chosen speaker. `changed` carries the id and the value by name."""

    changed = Signal(str, dict)
    part_requested = Signal(str)
    """The id of a merged speaker that is to stand for itself again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speaker: SpeakerRecord | None = None
        self.used = label("", "small", wrapped=True)
        self.name = KeptLine(self.tr("Name of the speaker"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of speaker"))
        for kind in SPEAKER_KINDS:
            self.kind.addItem(speaker_kind_word(kind), kind)
        self.aliases = KeptText(self.tr("Other names"), self.tr("One in each line, such as “the minister”"))
        self.affiliations = RowsTable(
            self.tr("Affiliations"), [self.tr("Organisation"), self.tr("Role"), self.tr("From"), self.tr("To")], 1
        )
        self.identifiers = RowsTable(self.tr("Identifiers"), [self.tr("Where"), self.tr("Identifier")], 2)
        self.note = KeptText(self.tr("Notes"), self.tr("What helps to tell this speaker from others"))
        self.merged = MergedRow(self.tr("Merged into this speaker"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_widget(self.used)
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("Kind"), self.kind)
        self.add(self.tr("Other names"), self.aliases)
        dates = self.tr(
            "Type in the free row to add one. Dates are a year, a month or a day: 2024, 2024-05 or 2024-05-01."
        )
        self.add_label(self.tr("Affiliations"), self.affiliations)
        self.add_widget(self.affiliations, 0)
        self.add_layout(_below(self.affiliations, dates))
        self.add_label(self.tr("Identifiers"), self.identifiers)
        self.add_widget(self.identifiers, 0)
        self.add_layout(_below(self.identifiers, self.tr("Such as wikidata and Q42; each place has one.")))
        self.add(self.tr("Notes"), self.note)
        self.add_widget(self.merged)

    def _connect(self) -> None:
        self.name.kept.connect(lambda text: self._tell(name=text))
        self.kind.activated.connect(lambda _row: self._tell(kind=self.kind.currentData()))
        self.aliases.kept.connect(lambda text: self._tell(aliases=text.split("\n")))
        self.affiliations.kept.connect(lambda rows: self._tell(affiliations=rows))
        self.identifiers.kept.connect(lambda rows: self._tell(identifiers=rows))
        self.note.kept.connect(lambda text: self._tell(note=text))
        self.merged.part_requested.connect(self.part_requested)

    def _tell(self, **values: Any) -> None:
        if self.speaker is not None and self.speaker.id and values.get("kind") != self.speaker.kind:
            self.changed.emit(self.speaker.id, values)

    def show_speaker(self, speaker: SpeakerRecord | None, counts: SpeakerCounts, losers: list[SpeakerRecord]) -> None:
        """Show a speaker; what is being typed about the one shown before is kept first."""
        if self.speaker is not None and (speaker is None or speaker.id != self.speaker.id):
            for field in (self.name, self.aliases, self.note):
                field.keep()
        self.speaker = speaker
        if speaker is None:
            return
        self.used.setText(
            self.tr("Named by everybody together: claims {claims}, mentions {mentions}.").format(
                claims=counts.claims, mentions=counts.mentions
            )
        )
        self.name.show_text(speaker.name)
        self.kind.setCurrentIndex(self.kind.findData(speaker.kind))
        self.aliases.show_text("\n".join(speaker.aliases))
        self.affiliations.show_rows(
            [[each.organisation, each.role or "", each.since or "", each.until or ""] for each in speaker.affiliations]
        )
        self.identifiers.show_rows([[scheme, str(id_)] for scheme, id_ in speaker.identifiers.items()])
        self.note.show_text(speaker.note)
        self.merged.show_merged(losers)

    def show_again(self) -> None:
        """What was refused is so no more in the fields."""
        if self.speaker is not None:
            self.name.show_text(self.speaker.name)
        for table in (self.affiliations, self.identifiers):
            table.show_again()
