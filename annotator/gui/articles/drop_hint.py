"""What shows that files may be dropped: a dashed frame over the list, and what will happen.

Used by the list of articles while something is dragged over it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.gui.icons import icon
from annotator.gui.theme import MEDIUM, SMALL, Theme

_ICON = 32


class DropHint(QWidget):
    """Covers its parent while something is dragged over it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, rect: QRect) -> None:
        """Show the hint over a part of the parent."""
        self.setGeometry(rect)
        self.raise_()
        self.show()

    def set_theme(self, theme: Theme) -> None:
        """Another palette."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("accentbg"))
        pen = QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(SMALL, SMALL, -SMALL, -SMALL)
        painter.drawRoundedRect(box, 9, 9)
        middle = box.center()
        picture = icon("import", theme, "accent").pixmap(QSize(_ICON, _ICON))
        painter.drawPixmap(round(middle.x() - _ICON / 2), round(middle.y() - _ICON - SMALL), picture)
        words = QRectF(box.left() + MEDIUM, middle.y(), box.width() - 2 * MEDIUM, 60)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, self.tr("Drop to add the articles"))


def paths_of(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
