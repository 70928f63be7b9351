"""What a pane says when it has nothing to show: an icon, what is missing, and what to do about it.

Used by the list of articles and by the panel. It never explains the program; one sentence and one button.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from annotator.gui.commands import with_keys
from annotator.gui.icons import icon
from annotator.gui.theme import MEDIUM, SMALL, WIDE, Theme, scaled

_ICON = 32
"""In pixels at the usual size of the interface."""
_LEVEL = 0.36
"""Of the window's height, where the icon stands, so that those of panes beside one another stand in a row."""


class EmptyState(QWidget):
    """An icon, a title, a hint and, where something can be done at once, a button."""

    asked = Signal()
    """The button was pressed."""

    def __init__(self, symbol: str, theme: Theme, parent: QWidget | None = None) -> None:
        """symbol: name of an icon."""
        super().__init__(parent)
        self._symbol = symbol
        self._hinted = ""
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._title.setProperty("kind", "title")
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setProperty("kind", "soft")
        for label in (self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.hide()
        self._button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(SMALL)
        self._above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        column.addSpacerItem(self._above)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(MEDIUM)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.set_theme(theme)

    def say(self, title: str, hint: str, button: str = "") -> None:
        """Set the words; an empty `button` shows none. hint: names keys by their commands, in braces."""
        self._title.setText(title)
        self._hinted = hint
        self._hint.setText(with_keys(hint))
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def set_theme(self, theme: Theme) -> None:
        """Show the icon in another palette."""
        self._theme = theme
        # With the palette come all other settings, the keys among them.
        self._hint.setText(with_keys(self._hinted))
        if self.isVisible():
            self._wear_icon()

    def _wear_icon(self) -> None:
        side = scaled(_ICON)
        self._picture.setPixmap(icon(self._symbol, self._theme, "faint").pixmap(QSize(side, side)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon stands as high as its neighbours', or higher where what is below it needs the room."""
        super().resizeEvent(event)
        window, column = self.window(), self.layout()
        if column is None:
            return
        level = round(window.height() * _LEVEL) - self.mapTo(window, QPoint(0, 0)).y() - WIDE
        needed = column.heightForWidth(self.width()) - self._above.sizeHint().height()
        self._above.changeSize(
            0, max(min(level, self.height() - needed), 0), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed
        )
        column.invalidate()

    def showEvent(self, event: QShowEvent) -> None:
        # Not before it is seen: the first icon takes a fifth of a second to load.
        self._wear_icon()
        super().showEvent(event)
