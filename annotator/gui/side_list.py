"""A list at the edge of a screen: a filter with a button above it, words in its place where it is empty, and at
its foot how much is done.

The articles of Annotate and the queue of Review are such lists.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.empty_state import EmptyState
from annotator.gui.filter_field import FilterField
from annotator.gui.rows_view import RowsView, dress
from annotator.gui.theme import LARGE, MEDIUM, SMALL, Theme, scaled


class SideList(QFrame):
    """What both have. A list gives its view and the button beside the filter, and says what is in them."""

    def __init__(
        self, view: RowsView, button: QToolButton, icon_name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """icon_name: of the picture above the words where there are no rows."""
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.view, self._button = view, button
        self.filter = FilterField(theme)
        self.empty = EmptyState(icon_name, theme)
        self._done_words = QLabel()
        self._done_words.setProperty("kind", "soft")
        self._done = QProgressBar(textVisible=False)

    def lay_out(self, *at_foot: QWidget) -> None:
        """Put all in its place; at_foot: what stands above the progress."""
        top = QHBoxLayout()
        top.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        top.setSpacing(SMALL)
        top.addWidget(self.filter, 1)
        top.addWidget(self._button)
        self.foot = QFrame()
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        foot.setSpacing(SMALL)
        for each in at_foot:
            foot.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self._done_words)
        foot.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        # In its place first: pages of a stack without a place show for a moment as windows of their own.
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column.addWidget(self.foot)

    def wear(self, theme: Theme, narrowest: int) -> None:
        """The palette, and the size that the interface has now; narrowest: in pixels at its usual size."""
        self.filter.set_theme(theme)
        self.empty.set_theme(theme)
        dress(self.view, theme)
        self.setMinimumWidth(scaled(narrowest))
        side = self.filter.sizeHint().height()
        self._button.setFixedSize(side, side)
        self.foot.setStyleSheet(f".QFrame {{ border: none; border-top: 1px solid {theme.line}; }}")
        self._done.setStyleSheet("QProgressBar { min-height: 5px; max-height: 5px; }")

    def show_rows(self, done: int, total: int, words: str) -> None:
        """The rows, or the words in their place; how many of all are done, in words as well."""
        for field in (self.filter, self._button):
            field.setVisible(total > 0)
        self._done_words.setText(words)
        self._done.setRange(0, max(total, 1))
        self._done.setValue(done)
        self._done.setAccessibleName(words)
        self._stack.setCurrentWidget(self.view if self.view.model().rowCount() else self.empty)
