"""How far the annotators agree, above the versions: the figure for claims, and the other layers below it.

Made by the versions pane. A press opens the view of agreement.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui.dress import current_theme
from annotator.gui.labels import ElidedLabel, label
from annotator.gui.theme import RADIUS, SMALL, TIGHT


class AgreementLine(QAbstractButton):
    """Two lines of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._value = label("", "large")
        self._words = ElidedLabel("", "soft")
        self._others = ElidedLabel("", "soft")
        first = QHBoxLayout()
        first.setSpacing(SMALL)
        first.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBottom)
        first.addWidget(self._words, 1, Qt.AlignmentFlag.AlignBottom)
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
        self._others.setText(others)
        self._others.setVisible(bool(others))
        self.setToolTip(explanation)
        self.setAccessibleName(" ".join(filter(None, (value, words, others))))
        self.updateGeometry()
        self.show()

    def sizeHint(self) -> QSize:
        column = self.layout()
        assert column is not None
        return column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accentbg") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
