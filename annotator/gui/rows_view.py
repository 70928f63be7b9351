"""A list of one column that shows tens of thousands of rows without asking the model about each.

Used for the articles and the speakers. A QListView asks its model several times for every row whenever
the rows change, which in Python takes 130 ms for 10,000; a table with rows of fixed height asks once.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotator.gui.theme import Theme


class RowsView(QTableView):
    """Rows of one height; single rows may be given another by `setRowHeight`."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        """row_height: pixels."""
        super().__init__(parent)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setStretchLastSection(True)
        down.hide()
        down.setMinimumSectionSize(1)
        down.setDefaultSectionSize(row_height)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_row_height(self, height: int) -> None:
        """Give all rows another height, in pixels; those that had one of their own lose it."""
        self.verticalHeader().setDefaultSectionSize(height)


def dress(view: QAbstractItemView, theme: Theme) -> None:
    """Take the frame and the padding from a view that fills a pane."""
    view.setStyleSheet(
        f"QAbstractItemView {{ background: {theme.pane}; border: none; padding: 0; border-radius: 0; }}"
        f"QAbstractItemView:focus {{ border: none; padding: 0; }}"
    )
    view.viewport().update()
