"""A field to narrow a list by typing, with a cross that empties it.

Used above the articles, the speakers and the topics. Esc empties it as well; that is its owner's.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from annotator.gui.icons import icon
from annotator.gui.theme import TIGHT, Theme

_CROSS = 20


class FilterField(QLineEdit):
    """A line edit whose cross shows while there is something to take away.

    The cross is a button of its own: Qt's sits five pixels too low in a field with a padding.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cross = QToolButton(self)
        self._cross.setProperty("kind", "flat")
        self._cross.setStyleSheet("QToolButton { padding: 0; min-height: 0; border-radius: 4px; }")
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setIconSize(QSize(12, 12))
        self._cross.setAccessibleName(self.tr("Clear the filter"))
        self._cross.setToolTip(self._cross.accessibleName())
        self._cross.hide()
        self._cross.clicked.connect(self.clear)
        self.setTextMargins(0, 0, _CROSS, 0)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self.set_theme(theme)

    def say(self, words: str) -> None:
        """What the field is for: its placeholder and its accessible name."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        """Another palette."""
        self._cross.setIcon(icon("close", theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = TIGHT if mirrored else self.width() - _CROSS - TIGHT - 1
        self._cross.setGeometry(left, (self.height() - _CROSS) // 2, _CROSS, _CROSS)
