"""The field in the top bar that opens the palette: it looks like one to type in, and says its key.

Made by the top bar. Painted here; where there is little room it is a magnifying glass alone.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.gui.dress import current_theme
from annotator.gui.icons import icon
from annotator.gui.panel.row_painting import RowPainter
from annotator.gui.theme import RADIUS, SMALL, scaled

_HEIGHT = 30
_ICON = 14
_EDGE = 9
"""All in pixels at the usual size of the interface."""


class SearchButton(QAbstractButton):
    """A press opens the palette."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.setText(action.text().partition("\t")[0])
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    def show_key(self, key: str) -> None:
        """The key that opens the palette, "" where it has none."""
        self._key = key
        self.setToolTip(f"{self.text()} ({key})" if key else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room for all that it says."""
        painting = RowPainter()
        words = QFontMetricsF(painting.font).horizontalAdvance(self.text())
        cap = painting.cap_width(self._key) + SMALL if self._key else 0.0
        return QSize(round(words + cap) + scaled(_EDGE + _ICON) + 2 * SMALL + 6, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The magnifying glass alone."""
        return QSize(scaled(_HEIGHT), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, painting = current_theme(), RowPainter()
        edge = "focus" if self.hasFocus() else "accent" if self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("card"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        side = scaled(_ICON)
        wide = self.width() >= self.sizeHint().width()
        left = scaled(_EDGE) if wide else (self.width() - side) // 2
        icon("search", theme).paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        if wide:
            inner = box.adjusted(left + side + SMALL, 0, -SMALL, 0)
            if self._key:
                inner.setRight(painting.key(painter, theme, self._key, inner))
            painting.words(painter, painting.font, theme.colour("faint"), self.text(), inner)
        painter.end()
