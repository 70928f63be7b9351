"""A field to narrow a list by typing, with a cross that empties it.

Used above the articles, the speakers and the topics. Esc empties it as well and leaves it; that is its owner's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from annotator.gui.commands import COMMANDS
from annotator.gui.icons import icon
from annotator.gui.theme import TIGHT, Theme, scaled

_CROSS = 20
_OF_THE_FIELD = ("undo", "redo")
"""Commands of the window that mean what was typed while a field has the focus."""


class LineField(QLineEdit):
    """A line edit in the window, which leaves the window's Ctrl keys to the window.

    On some systems Ctrl+E and Ctrl+H edit a line; here they export and show the history, as the menus say.
    """

    def event(self, event: QEvent) -> bool:
        asked = _asks_for_a_shortcut(event)
        if asked is not None and asked in _keys_of_the_window():
            event.ignore()
            return True
        return super().event(event)


def _asks_for_a_shortcut(event: QEvent) -> QKeyCombination | None:
    """The key that is pressed while Qt asks whether a field wants it for itself."""
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
        return event.keyCombination()
    return None


def _keys_of_the_window() -> frozenset[QKeyCombination]:
    keys = (
        QKeySequence(key)[0]  # type: ignore[index]
        for command in COMMANDS
        if command.where == "window" and command.id not in _OF_THE_FIELD
        for key in command.keys
    )
    return frozenset(key for key in keys if key.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)


class FilterField(LineField):
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
        self._cross.setAccessibleName(self.tr("Clear the filter"))
        self._cross.setToolTip(self._cross.accessibleName())
        self._cross.hide()
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(self._show_cross)
        self.set_theme(theme)

    def say(self, words: str) -> None:
        """What the field is for: its placeholder and its accessible name."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._cross.setIcon(icon("close", theme))
        self._cross.setIconSize(QSize(scaled(12), scaled(12)))
        self._show_cross(self.text())
        self._place_cross()

    def _show_cross(self, text: str) -> None:
        """The cross has room of its own while it is there; what the field is for is said in the whole width."""
        self._cross.setVisible(bool(text))
        self.setTextMargins(0, 0, scaled(_CROSS) if text else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    def _place_cross(self) -> None:
        side = scaled(_CROSS)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = TIGHT if mirrored else self.width() - side - TIGHT - 1
        self._cross.setGeometry(left, (self.height() - side) // 2, side, side)
