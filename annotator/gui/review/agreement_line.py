"""How far the annotators agree, above the versions: the figure for claims, and the other layers below it.

Made by the versions pane. A press opens the view of agreement.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.gui.labels import ElidedLabel, label
from annotator.gui.theme import SMALL, TIGHT


class AgreementLine(QPushButton):
    """Two lines of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "flat")
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
        return QSize(super().sizeHint().width(), column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
