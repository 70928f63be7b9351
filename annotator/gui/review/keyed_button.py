"""A button that shows the key which does the same, as a cap behind its word.

Used for the verdicts.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from annotator.gui.dress import current_theme
from annotator.gui.theme import scaled

_GAP, _CAP = 6, 18
"""Pixels at the usual size of the interface."""


class KeyedButton(QPushButton):
    """A push button with a key."""

    def __init__(self, word: str, key: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._key = key
        self.setProperty("kind", kind)
        self.setAccessibleName(word)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        margin = 2 * scaled(9)
        width = self.fontMetrics().horizontalAdvance(self.text()) + scaled(_GAP) + self._cap_width() + margin
        return QSize(round(width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setWeight(QFont.Weight.Normal)
        return font

    def _cap_width(self) -> float:
        return max(QFontMetricsF(self._small()).horizontalAdvance(self._key) + 8, scaled(_CAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        primary = self.property("kind") == "primary"
        ink = theme.colour("on_accent" if primary else "ink") if self.isEnabled() else theme.colour("faint")
        width = self.fontMetrics().horizontalAdvance(self.text())
        cap, side = self._cap_width(), scaled(_CAP)
        left = (self.width() - width - scaled(_GAP) - cap) / 2
        painter.setPen(ink)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(left, 0, width + 1, self.height()), middle, self.text())
        box = QRectF(left + width + scaled(_GAP), (self.height() - side) / 2, cap, side)
        edge = theme.colour("on_accent" if primary and self.isEnabled() else "line")
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self._small())
        painter.setPen(ink if primary else theme.colour("soft"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._key)
