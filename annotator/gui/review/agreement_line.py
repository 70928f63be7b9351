"""How far the annotators agree, above the versions: the figure for claims, and the other layers below it.

Made by the versions pane. A press opens the view of agreement.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui.dress import current_theme
from annotator.gui.labels import label
from annotator.gui.theme import RADIUS, SMALL, TIGHT

_NARROWEST = 160
"""Pixels, before the line has a width."""


class AgreementLine(QAbstractButton):
    """Two lines of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._value = label("", "large")
        self._words = label("", "soft", wrapped=True)
        self._others = label("", "soft", wrapped=True)
        self._first = first = QHBoxLayout()
        first.setSpacing(SMALL)
        first.addWidget(self._value)
        first.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        column.setSpacing(TIGHT)
        column.addLayout(first)
        column.addWidget(self._others)
        for each in (self._value, self._words, self._others):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, value: str, words: str, others: str, explanation: str) -> None:
        """value: of the claims, empty where there is none; words: beside it; others: the other layers."""
        self._value.setText(value)
        self._value.setVisible(bool(value))
        self._words.setText(words)
        # A layer and its figure stand on one line.
        self._others.setText(others.replace(" ", "\u00a0").replace("\u00a0·\u00a0", " · "))
        self._others.setVisible(bool(others))
        self.setToolTip(explanation)
        self.setAccessibleName(" ".join(filter(None, (value, words, others))))
        self._align()
        self.updateGeometry()
        self.show()

    def _align(self) -> None:
        """The words stand on the line of the figure, or beside it on lines of their own."""
        room = self.width() - 2 * TIGHT - self._value.sizeHint().width() - SMALL
        fits = self._words.fontMetrics().horizontalAdvance(self._words.text()) <= room
        side = Qt.AlignmentFlag.AlignBottom if fits else Qt.AlignmentFlag.AlignTop
        for each in (self._value, self._words):
            self._first.setAlignment(each, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align()

    def sizeHint(self) -> QSize:
        column = self.layout()
        assert column is not None
        return column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(self.width(), _NARROWEST)))

    def heightForWidth(self, width: int) -> int:
        """The other layers stand on as many lines as they need."""
        column = self.layout()
        assert column is not None
        return column.heightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accentbg") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
