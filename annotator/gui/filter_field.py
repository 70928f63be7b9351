"""A field to narrow a list by typing, with a cross that empties it.

Used above the articles, the speakers and the topics.
"""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui.icons import icon
from annotator.gui.theme import Theme


class FilterField(QLineEdit):
    """A line edit whose cross shows while there is something to take away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clear = QAction(self.tr("Clear the filter"), self)
        self._clear.triggered.connect(lambda _checked=False: self.clear())
        self.textChanged.connect(self._show_or_hide_cross)
        self.set_theme(theme)

    def say(self, words: str) -> None:
        """What the field is for: its placeholder and its accessible name."""
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        """Another palette."""
        self._clear.setIcon(icon("close", theme, "faint"))

    def _show_or_hide_cross(self, text: str) -> None:
        if text and self._clear not in self.actions():
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        elif not text:
            self.removeAction(self._clear)
