"""Lists and tables that end with a whole row: what there is no room for is not shown by half.

Mixed into the views of dialogs whose rows are of one height. It changes nothing of what is chosen or scrolled to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from annotator.gui.dress import current_theme

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class ShowsWholeRows(_View):
    """Stands before the view in the list of bases: `class Steps(ShowsWholeRows, QTreeView)`."""

    def show_whole_rows(self) -> None:
        """Scroll by rows, so that the first one is whole as well; called once the view is made."""
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)

    def half_row(self) -> QRect:
        """Where the foot shows a part of a row, in pixels of the viewport; empty where it ends with a whole one."""
        room = self.viewport().rect()
        foot = self.visualRect(self.indexAt(QPoint(room.center().x(), room.bottom())))
        if not foot.isValid() or foot.bottom() <= room.bottom() or foot.top() <= 0:
            return QRect()
        return QRect(0, foot.top(), room.width(), room.bottom() + 1 - foot.top())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        half = self.half_row()
        if half.isValid():
            painter = QPainter(self.viewport())
            painter.fillRect(half, current_theme().colour("card"))
            painter.end()
