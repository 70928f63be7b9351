"""The overview: article by annotator, how far each is and how much is decided. A click goes there.

Opened from the foot of the queue.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.gui.articles.state_mark import STATE_MARK, paint_state, state_word
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme
from annotator.gui.language import counted
from annotator.gui.theme import SMALL, scaled
from annotator.gui.whole_rows import ShowsWholeRows
from annotator.queries.review_overview import Overview, Work

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WORK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TITLE_WIDTH, WORK_WIDTH, ROW_HEIGHT = 320, 104, 34
"""Pixels at the usual size of the interface."""


class OverviewModel(QAbstractTableModel):
    """Columns: the article, its annotators, how many of its disagreements are decided."""

    def __init__(self, overview: Overview, decided: Mapping[str, tuple[int, int]], parent: QWidget) -> None:
        """decided: article id -> decided and all disagreements."""
        super().__init__(parent)
        self.overview = overview
        self.decided = decided

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.overview.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.overview.annotators) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Article")
        if section == self.columnCount() - 1:
            return self.tr("Decided")
        return self.overview.annotators[section - 1].name

    def work(self, index: Index) -> Work | None:
        """What the annotator of a cell did in its article."""
        if not 0 < index.column() < self.columnCount() - 1:
            return None
        return self.overview.rows[index.row()].work.get(self.overview.annotators[index.column() - 1].id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.overview.rows[index.row()]
        work = self.work(index)
        if role == WORK_ROLE:
            return work
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == 0:
                return row.title
            if index.column() == self.columnCount() - 1:
                done, total = self.decided.get(row.article, (0, 0))
                return self.tr("{done} of {all}").format(done=done, all=total) if total else ""
            return str(work.claims) if work else ""
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) and work is not None:
            one, several = self.tr("{state}, 1 claim"), self.tr("{state}, {count} claims")
            return counted(work.claims, one, several, state=state_word(work.state))
        return None


class _WorkDelegate(QStyledItemDelegate):
    """The state as the list of articles shows it, and the number of claims."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = current_theme(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accentbg"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 1.5))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        work = index.data(WORK_ROLE)
        if work is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = scaled(STATE_MARK)
        paint_state(painter, theme, work.state, QRectF(box.left() + SMALL, box.center().y() - side / 2, side, side))
        painter.setPen(theme.colour("soft"))
        place = box.adjusted(SMALL + side + SMALL, 0, 0, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), str(work.claims) if work.claims else "")
        painter.restore()


class _Articles(ShowsWholeRows, QTableView):
    """The matrix."""


class OverviewDialog(DesignedDialog):
    """The matrix; Enter or a click goes to an article, a button calls it reviewed."""

    article_chosen = Signal(str)
    reviewed = Signal(list, bool)
    """Ids of articles, whether they are reviewed."""

    def __init__(
        self,
        parent: QWidget | None,
        overview: Overview,
        decided: Mapping[str, tuple[int, int]],
        *,
        why_not: str = "",
    ) -> None:
        """why_not: why articles cannot be called reviewed, if so."""
        super().__init__(parent, "")
        self.heading.setText(self.tr("Overview of articles"))
        self.setWindowTitle(self.heading.text())
        self.explain(self.tr("Who has read what, and what is decided. Enter or a double click goes there."))
        self.model = OverviewModel(overview, decided, self)
        self.table = _Articles()
        self.table.show_whole_rows()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Articles by annotator"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        delegate = _WorkDelegate(self.table)
        across = self.table.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, self.model.columnCount()):
            self.table.setColumnWidth(column, scaled(WORK_WIDTH))
            if column < self.model.columnCount() - 1:
                self.table.setItemDelegateForColumn(column, delegate)
        self.table.doubleClicked.connect(lambda index: self._go(index))
        self.table.activated.connect(lambda index: self._go(index))
        self.content.addWidget(self.table, 1)
        for text, reviewed in ((self.tr("Mark as reviewed"), True), (self.tr("Reopen"), False)):
            button = self.add_button(text, partial(self._mark, reviewed), left=True)
            button.setEnabled(not why_not)
            button.setToolTip(why_not)
        self.add_button(self.tr("Close"), self.reject)
        self.go = self.add_button(
            self.tr("Go to the article"), lambda: self._go(self.table.currentIndex()), kind="primary"
        )
        self.open_at(TITLE_WIDTH + WORK_WIDTH * (self.model.columnCount() - 1) + 80, 560)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def _go(self, index: Index) -> None:
        if index.isValid() and self.isVisible():
            self.article_chosen.emit(self.model.overview.rows[index.row()].article)
            self.accept()

    def _mark(self, reviewed: bool) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        if rows:
            self.reviewed.emit([self.model.overview.rows[row].article for row in sorted(rows)], reviewed)

    def show_overview(self, overview: Overview) -> None:
        """Show what became of it; the choice stays."""
        self.model.layoutAboutToBeChanged.emit()
        self.model.overview = overview
        self.model.layoutChanged.emit()
