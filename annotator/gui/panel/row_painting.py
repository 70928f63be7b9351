"""How rows of speakers and topics are drawn: ground, name, quieter words, a key, a number at the right.

Called by the delegates of the two lists and of the type-ahead list, so that all three look alike.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.gui.theme import SMALL, Theme, interface_font, scaled
from annotator.gui.words_line import running

ROW_HEIGHT = 32
"""In pixels at the usual size of the interface."""
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


def draw_heading(painter: QPainter, theme: Theme, box: QRectF, words: str) -> None:
    """What the rows below have in common, on one line."""
    painter.setFont(interface_font())
    painter.setPen(theme.colour("soft"))
    words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(box.width()))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)


class RowPainter:
    """Fonts and the parts of a row. Positions are pixels in the painter's coordinates."""

    def __init__(self) -> None:
        self.font = interface_font()
        self.strong = QFont(self.font)
        self.strong.setWeight(QFont.Weight.Medium)
        self.small = QFont(self.font)
        self.small.setPointSizeF(self.font.pointSizeF() * 0.885)
        self.metrics = {id(font): QFontMetricsF(font) for font in (self.font, self.strong, self.small)}

    def ground(self, painter: QPainter, theme: Theme, box: QRectF, *, chosen: bool, under_mouse: bool) -> None:
        """The tint of a chosen row and of the one under the mouse."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not (chosen or under_mouse):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accentbg" if chosen else "bg"))
        painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 6, 6)

    def ring(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        """The mark of the row that keys act on."""
        painter.setPen(QPen(theme.colour("focus"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(5, 2, -5, -2), 6, 6)

    def words(self, painter: QPainter, font: QFont, colour: QColor, words: str, box: QRectF) -> float:
        """Words at the left of a box, shortened to it; returns their right edge."""
        metrics = self.metrics[id(font)]
        if box.width() < 12 or not words:
            return box.left()
        shown, width = words, metrics.horizontalAdvance(words)
        if width > box.width():
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            width = metrics.horizontalAdvance(shown)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, running(words, at_left=True), shown)
        return box.left() + width

    def at_right(self, painter: QPainter, colour: QColor, words: str, box: QRectF) -> float:
        """Small words at the right of a box; returns where they begin, less a space."""
        width = self.small_width(words)
        painter.setFont(self.small)
        painter.setPen(colour)
        painter.drawText(QRectF(box.right() - width, box.top(), width + 1, box.height()), _LEFT, words)
        return box.right() - width - SMALL

    def small_width(self, words: str) -> float:
        """The width of small words in pixels."""
        return self.metrics[id(self.small)].horizontalAdvance(words)

    def cap_width(self, key: str) -> float:
        """The width of a key cap in pixels."""
        return max(18.0, self.small_width(key) + 10)

    def key(self, painter: QPainter, theme: Theme, key: str, box: QRectF) -> float:
        """A key cap at the right of a box; returns where it begins, less a space."""
        width, height = self.cap_width(key), scaled(17)
        cap = QRectF(box.right() - width, box.center().y() - height / 2, width, height)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(cap.translated(0, 1), 4, 4)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(self.small)
        painter.setPen(theme.colour("soft"))
        painter.drawText(cap, _MIDDLE, key)
        return cap.left() - SMALL

    def square(self, painter: QPainter, colour: str, box: QRectF) -> float:
        """A square of a topic's colour at the left of a box; returns its right edge and a space."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        side = scaled(10)
        painter.drawRoundedRect(QRectF(box.left(), box.center().y() - side / 2, side, side), 2.5, 2.5)
        return box.left() + side + SMALL
