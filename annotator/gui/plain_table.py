"""A table of plain texts in rows: figures, differences, assignments. Chosen with the keys or the mouse.

Used by the view of agreement, the dialog that merges copies and the plan. It computes nothing; who shows
rows says what is in each cell.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from annotator.gui.dress import current_theme
from annotator.gui.theme import scaled
from annotator.gui.whole_rows import ShowsWholeRows
from annotator.gui.words_line import WordsDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_HEIGHT = 32
LEAST_TINT, MOST_TINT = 0.08, 0.46
TINT_ROLE = int(Qt.ItemDataRole.UserRole)
TINT_GAP = 2
TINT_RADIUS = 5
NARROWEST = 48
"""Of a column, in pixels at the usual size of the interface."""


@dataclass(frozen=True, slots=True)
class PlainRow:
    """texts: one a column. key: what the row stands for. tips: a column's longer text. tints: 0 to 1, how
    strongly a cell is coloured, None for not at all. soft: the row is said quietly.
    """

    texts: tuple[str, ...]
    key: Any = None
    tips: tuple[str, ...] = ()
    tints: tuple[float | None, ...] = ()
    soft: bool = False


class PlainModel(QAbstractTableModel):
    """The rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headings: tuple[str, ...] = ()
        self.rows: list[PlainRow] = []
        self.numbers: frozenset[int] = frozenset()
        self.centred: frozenset[int] = frozenset()

    def show_rows(
        self,
        headings: Sequence[str],
        rows: Sequence[PlainRow],
        numbers: Collection[int],
        centred: Collection[int] = (),
    ) -> None:
        """Show these. numbers: columns that stand at the right; centred: in the middle."""
        self.beginResetModel()
        self.headings, self.rows = tuple(headings), list(rows)
        self.numbers, self.centred = frozenset(numbers), frozenset(centred)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self.headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tips[column] if column < len(row.tips) and row.tips[column] else row.texts[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings[column]}: {row.texts[column]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and row.soft:
            return current_theme().colour("faint")
        if role == TINT_ROLE and column < len(row.tints):
            return row.tints[column]
        return None

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column in self.numbers else Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag.AlignHCenter if column in self.centred else side
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class TintDelegate(WordsDelegate):
    """A figure stands on a ground that is the stronger, the higher it is: the cells are a map of heat."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        strength = index.data(TINT_ROLE)
        if strength is not None:
            theme = current_theme()
            colour = theme.colour("ok")
            colour.setAlphaF(LEAST_TINT + max(0.0, min(1.0, strength)) * (MOST_TINT - LEAST_TINT))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("ok"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            box = QRectF(option.rect).adjusted(TINT_GAP, TINT_GAP, -TINT_GAP, -TINT_GAP)
            painter.drawRoundedRect(box, TINT_RADIUS, TINT_RADIUS)
            painter.restore()
        super().paint(painter, option, index)


class PlainTable(ShowsWholeRows, QTableView):
    """The table. One column takes what room the others leave."""

    cell_chosen = Signal(int, int)
    """Row and column that were clicked, or on which Enter was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None, *, cells: bool = False) -> None:
        """name: for screen readers. cells: single cells are chosen instead of rows."""
        super().__init__(parent)
        self.model_ = PlainModel(self)
        self.setModel(self.model_)
        self.setAccessibleName(name)
        self.setItemDelegate(TintDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if cells else behaviour.SelectRows)
        self.show_whole_rows()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.horizontalHeader().setHighlightSections(False)
        self._instead = ""
        self.clicked.connect(lambda index: self.cell_chosen.emit(index.row(), index.column()))

    def say_instead(self, words: str) -> None:
        """What stands in the place of the rows while there are none."""
        self._instead = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._instead and not self.model_.rows:
            painter = QPainter(self.viewport())
            painter.setPen(current_theme().colour("soft"))
            gap = scaled(ROW_HEIGHT)
            room = self.viewport().rect().adjusted(gap, gap, -gap, -gap)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._instead)
            painter.end()

    def show_rows(
        self,
        headings: Sequence[str],
        rows: Sequence[PlainRow],
        *,
        widths: Sequence[int] = (),
        stretch: int = 0,
        numbers: Collection[int] = (),
        centred: Collection[int] = (),
    ) -> None:
        """widths: of the columns, in pixels at the usual size, 0 for as wide as it must be; each grows with its
        heading. stretch: the column that takes the rest, -1 for none. numbers, centred: see the model.
        """
        self.model_.show_rows(headings, rows, numbers, centred)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(scaled(NARROWEST))
        for column in range(len(headings)):
            width = widths[column] if column < len(widths) else 0
            if column == stretch:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            elif width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(column, max(scaled(width), header.sectionSizeHint(column)))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if rows:
            self.setCurrentIndex(self.model_.index(0, 0))

    def chosen(self) -> PlainRow | None:
        """The row that the cursor is on."""
        index = self.currentIndex()
        return self.model_.rows[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; all else as in every table."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.cell_chosen.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)
