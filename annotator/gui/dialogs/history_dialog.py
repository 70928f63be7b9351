"""The history: every step of everybody, latest first, with undo and redo beside it.

Opened by the window, which hands over the steps and does what the two buttons ask for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHeaderView, QLineEdit, QStackedLayout, QTreeView, QWidget

from annotator.gui.dates import moment_in_words
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme
from annotator.gui.icons import icon
from annotator.gui.labels import label
from annotator.gui.language import translated
from annotator.gui.theme import Theme, scaled
from annotator.gui.whole_rows import ShowsWholeRows
from annotator.queries.history import HistoryStep
from annotator.store.step_labels import step_label

Index = QModelIndex | QPersistentModelIndex
WHEN, WHO, WHAT, WHERE, ROWS = range(5)
MOST_STEPS = 2000
"""The steps that are shown; the command line lists all."""
WHAT_WIDTH = 180
"""In pixels at the usual size of the interface; the article has what the others leave."""


class HistoryModel(QAbstractTableModel):
    """The steps as rows; undone ones are struck through and faint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: list[HistoryStep] = []

    def show_steps(self, steps: Sequence[HistoryStep]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.steps = list(steps)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # an empty index, as in Qt
        """One row a step."""
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # an empty index, as in Qt
        """When, who, what, where, how many rows."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The names of the columns, that of the numbers above their right end."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == ROWS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Article"), self.tr("Changes"))
        return names[section]

    def data(self, index: Index, role: int = 0) -> Any:
        """Texts, the line through undone steps, and what screen readers say."""
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(step, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(step, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and step.undone:
            return self.tr("{step}, undone").format(step=self._text(step, index.column()))
        if role == Qt.ItemDataRole.FontRole and step.undone and index.column() == WHAT:
            font = QFont(QApplication.font())
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and (step.undone or index.column() != WHAT):
            return current_theme().colour("faint" if step.undone else "soft")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == ROWS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, step: HistoryStep, column: int) -> str:
        if column == WHEN:
            return moment_text(step.at)
        if column == WHO:
            return step.annotator
        if column == WHAT:
            return self._label(step)
        if column == WHERE:
            more = len(step.articles) - 1
            first = step.articles[0] if step.articles else ""
            return self.tr("{article} and {n} more").format(article=first, n=more) if more > 0 else first
        return QLocale().toString(step.rows)

    def _label(self, step: HistoryStep) -> str:
        if step.kind == "undo":
            return self.tr("Undo: {step}").format(step=translated(step_label(step.label)))
        if step.kind == "redo":
            return self.tr("Redo: {step}").format(step=translated(step_label(step.label)))
        if step.open:
            return self.tr("{step} (did not reach its end)").format(step=translated(step_label(step.label)))
        return translated(step_label(step.label))

    def _tip(self, step: HistoryStep, column: int) -> str:
        if column == WHERE and len(step.articles) > 1:
            return "\n".join(step.articles)
        return self.tr("This step was undone.") if step.undone else self._text(step, column)


def moment_text(at: str) -> str:
    """A moment in the clock and the habits of this computer; today's without the day."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return moment_in_words(moment, seconds=True)


class _Steps(ShowsWholeRows, QTreeView):
    """The list."""


class HistoryDialog(DesignedDialog):
    """A filter, the list, Undo and Redo."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._built = False
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("History"))
        self.heading.setText(self.tr("History"))
        self.open_at(860, 560)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by step, name or article"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.content.addWidget(self.filter)
        self.model = HistoryModel(self)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter.textChanged.connect(self._filtered)
        self._add_list()
        self.undo = self.add_button(self.tr("Undo"), self.undo_requested.emit, left=True)
        self.redo = self.add_button(self.tr("Redo"), self.redo_requested.emit, left=True)
        self.add_button(self.tr("Close"), self.accept, kind="primary", default=True)
        self._built = True
        self.dressed(current_theme())
        self.show_steps([])

    def _add_list(self) -> None:
        self.list = _Steps()
        self.list.show_whole_rows()
        self.list.setModel(self.shown)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(self.tr("Steps, latest first"))
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WHERE, QHeaderView.ResizeMode.Stretch)
        self.empty = label("", "soft", wrapped=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        holder = QWidget()
        self.pages = QStackedLayout(holder)
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.content.addWidget(holder, 1)

    def dressed(self, theme: Theme) -> None:
        """Icons in the colours of the theme, columns as wide as the interface is large."""
        if self._built:
            self._share_out()
            for button in (self.undo, self.redo):
                button.setIconSize(QSize(scaled(16), scaled(16)))
            self.undo.setIcon(icon("undo", theme))
            self.redo.setIcon(icon("redo", theme))

    def _share_out(self) -> None:
        """Moments, names and numbers take what they need, so that articles are read whole where there is room."""
        self.list.header().resizeSection(WHAT, scaled(WHAT_WIDTH))
        for column in (WHEN, WHO, ROWS):
            self.list.resizeColumnToContents(column)

    def show_steps(self, steps: Sequence[HistoryStep]) -> None:
        """Show these steps, latest first, at most MOST_STEPS; the filter stays."""
        self.model.show_steps(steps)
        self._share_out()
        if len(steps) < MOST_STEPS:
            self.explain(self.tr("Every step of everybody, latest first. Undo and Redo concern your own steps."))
        else:
            latest = self.tr(
                "The latest {count} steps of everybody; annotator history lists all. Undo and Redo concern your own "
                "steps."
            )
            self.explain(latest.format(count=QLocale().toString(MOST_STEPS)))
        self._look()

    def allow(self, *, undo: bool, redo: bool) -> None:
        """Whether there is something to undo and to do again."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)

    def _filtered(self, text: str) -> None:
        self.shown.setFilterFixedString(text.strip())
        self._look()

    def _look(self) -> None:
        if not self.model.steps:
            self.empty.setText(self.tr("Nothing has been done in this project yet."))
        else:
            self.empty.setText(self.tr("No step matches the filter."))
        self.pages.setCurrentWidget(self.list if self.shown.rowCount() else self.empty)
