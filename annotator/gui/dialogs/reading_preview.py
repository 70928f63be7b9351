"""A paragraph set as the reader would set it, so that a font is chosen by looking and not by its name.

Shown by the settings dialog. The words are invented for it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from annotator.gui.reader.typography import PageStyle, Style, Typography
from annotator.gui.theme import LARGE, RADIUS, WIDE, Theme

HEIGHT = 210


class ReadingPreview(QWidget):
    """A title and a paragraph under a typography; what does not fit is cut off at the bottom."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = PageStyle(Typography())
        self.setMinimumHeight(HEIGHT)
        self.setAccessibleName(self.tr("How articles will look"))

    def show_typography(self, typography: Typography) -> None:
        """Show how this one looks."""
        self._page = PageStyle(typography)
        self.update()

    def wear(self, theme: Theme) -> None:
        """Put on the colours of the theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a title and some lines."""
        return QSize(560, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the title and the paragraph."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line")))
        painter.setBrush(self._theme.colour("card"))
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        room = card.adjusted(WIDE, LARGE, -WIDE, -1)
        painter.setClipRect(room)
        ink = self._theme.colour("ink")
        title = self.tr("The tide keeps no timetable")
        bottom = self._set(painter, title, self._page["title"], room, room.top(), ink)
        text = self.tr(
            "“A harbour is a promise,” the keeper of the northern light said on Tuesday, “and a promise has "
            "to be dredged.” Her brother, who sells nets beside the quay, was less sure: whoever pays for "
            "the depth, he argued, will also decide who may use it. The council is to vote in December."
        )
        paragraph = self._page["paragraph"]
        bottom += self._page["title"].after
        self._set(painter, text, paragraph, room, bottom, ink)

    def _set(self, painter: QPainter, text: str, style: Style, room: QRectF, top: float, ink: QColor) -> float:
        """Paint a text; the place below its last line."""
        layout = QTextLayout(text, style.font)
        layout.setTextOption(QTextOption())
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(min(self._page.column_width, room.width()))
            line.setPosition(QPointF(room.left(), top + (style.pitch - line.height()) / 2))
            top += style.pitch
            line = layout.createLine()
        layout.endLayout()
        painter.setPen(ink)
        layout.draw(painter, QPointF(0, 0))
        return top
