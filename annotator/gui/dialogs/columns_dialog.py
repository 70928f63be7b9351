"""Which column of a table of articles holds what: the beginning of the table with a choice above each column.

Opened by the window before articles of a table are added. What the headings say of themselves is chosen
already, so that mostly one key does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.labels import label
from annotator.gui.language import filled
from annotator.gui.theme import scaled
from annotator.readers.columns import FIELDS

COLUMN_WIDTH = 170
ROW_HEIGHT = 34
CHOICE_GAP = 12


class Previewed(Protocol):
    """The beginning of a table, of articles or of annotations. mapping: field -> heading."""

    @property
    def headings(self) -> Sequence[str]: ...
    @property
    def mapping(self) -> Mapping[str, str]: ...
    @property
    def rows(self) -> Sequence[Sequence[str]]: ...


class ColumnsDialog(DesignedDialog):
    """`mapping` is what is chosen: field -> heading, an empty one for a field that no column holds.

    What it asks is about articles; a table of something else asks by other fields and sentences.
    """

    fields: Sequence[str] = FIELDS

    def __init__(self, files: Sequence[Path], preview: Previewed, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        title, sentence = self.sentences()
        self.setWindowTitle(title)
        names = ", ".join(each.name for each in files[:3]) + (" …" if len(files) > 3 else "")
        self.heading.setText(self.tr("What the columns of {names} hold").format(names=names))
        self.explain(sentence)
        self.open_at(860, 420)
        self._headings = preview.headings
        self.boxes: list[QComboBox] = []
        self.table = QTableWidget(len(preview.rows) + 1, len(preview.headings))
        self._dress_table()
        by_heading = {heading: field for field, heading in preview.mapping.items()}
        for column, heading in enumerate(preview.headings):
            self._fill(column, heading, by_heading.get(heading, ""), [row[column] for row in preview.rows])
        self._give_room(by_heading)
        self.content.addWidget(self.table, 1)
        self.said = label("", "warn", wrapped=True)
        self.content.addWidget(self.said)
        self.add_button(self.tr("Cancel"), self.reject)
        self.take = self.add_button(title, self.accept, kind="primary", default=True)
        self._check()
        self.take.setFocus()

    def sentences(self) -> tuple[str, str]:
        """What is done with the table, and what becomes of its rows and columns."""
        sentence = self.tr("Each row becomes an article. Columns that hold nothing of this are kept with it.")
        return self.tr("Add articles"), sentence

    def word(self, field: str) -> str:
        """What a column may hold, in a word."""
        return field_word(field)

    def missing(self, chosen: Collection[str]) -> str:
        """What must still be said, as a sentence; empty where nothing must. chosen: fields that a column holds."""
        return "" if "text" in chosen else self.tr("Say which column holds the text of the articles.")

    def _dress_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(list(self._headings))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultSectionSize(scaled(COLUMN_WIDTH))
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAccessibleName(self.tr("The beginning of the table"))

    def _give_room(self, by_heading: Mapping[str, str]) -> None:
        """The column of the texts takes what room is left beside the others, if there is any."""
        texts = [column for column, heading in enumerate(self._headings) if by_heading.get(heading) == "text"]
        if texts and len(self._headings) * scaled(COLUMN_WIDTH) < self.width():
            self.table.horizontalHeader().setStretchLastSection(False)
            self.table.horizontalHeader().setSectionResizeMode(texts[0], QHeaderView.ResizeMode.Stretch)

    def _fill(self, column: int, heading: str, field: str, cells: Sequence[str]) -> None:
        box = QComboBox()
        box.setAccessibleName(filled(self.tr("What the column “{heading}” holds"), heading=heading))
        box.addItem(self.tr("further"), "")
        for each in self.fields:
            box.addItem(self.word(each), each)
        box.setCurrentIndex(box.findData(field))
        box.currentIndexChanged.connect(lambda _index, at=column: self._chosen(at))
        self.boxes.append(box)
        self.table.setCellWidget(0, column, box)
        # Before it is asked: a box without its style would like to be higher.
        box.ensurePolished()
        self.table.setRowHeight(0, box.sizeHint().height() + CHOICE_GAP)
        for row, text in enumerate(cells, 1):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, column, item)

    def _chosen(self, column: int) -> None:
        """A field is in one column only: the column that had it before gives it up."""
        field = self.boxes[column].currentData()
        for other, box in enumerate(self.boxes):
            if field and other != column and box.currentData() == field:
                box.setCurrentIndex(0)
        self._check()

    def _check(self) -> None:
        missing = self.missing({box.currentData() for box in self.boxes})
        self.said.setText(missing)
        self.said.setVisible(bool(missing))
        self.take.setEnabled(not missing)

    def mapping(self) -> dict[str, str]:
        """Field -> heading; the empty heading keeps a field from being guessed."""
        chosen = {box.currentData(): heading for box, heading in zip(self.boxes, self._headings, strict=True)}
        return {field: chosen.get(field, "") for field in self.fields}


def field_word(field: str) -> str:
    """What a column may hold, in a word."""
    translate = QCoreApplication.translate
    words = {
        "title": translate("ColumnsDialog", "title"),
        "standfirst": translate("ColumnsDialog", "standfirst"),
        "text": translate("ColumnsDialog", "text"),
        "byline": translate("ColumnsDialog", "byline"),
        "published": translate("ColumnsDialog", "date"),
        "source": translate("ColumnsDialog", "outlet"),
        "url": translate("ColumnsDialog", "address"),
        "language": translate("ColumnsDialog", "language"),
    }
    return words[field]
