"""The frame that all dialogs share: a heading, a line of explanation, the content, a row of buttons.

Called by every dialog here. Distances and button kinds are decided in this one place.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dress import dress
from annotator.gui.labels import label
from annotator.gui.theme import MEDIUM, SMALL, TITLE_BAR, WIDE, Theme, interface_scale, scaled

SETTLE_MILLISECONDS = 100
"""After the interface became smaller a dialog does too."""
LEAST_HEIGHT = 120
"""Of what can be moved up and down, in pixels at the usual size of the interface."""


class Scrolling(QScrollArea):
    """Holds what is as large as it likes to be where there is room, and is moved up and down where there is less."""

    outgrown = Signal(int)
    """What it holds has changed and is higher than what can be seen, by so many pixels."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Once the parts have been placed.
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if self.verticalScrollBar().maximum() > 0:
            self.outgrown.emit(self.verticalScrollBar().maximum())

    def sizeHint(self) -> QSize:
        return self._held.sizeHint()

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._held.minimumSizeHint().width() + bar, scaled(LEAST_HEIGHT))


class DesignedDialog(QDialog):
    """A dialog with a heading; `content` is filled by the dialog that it becomes."""

    def __init__(self, parent: QWidget | None, title: str, explanation: str = "", *, scrolls: bool = False) -> None:
        """scrolls: where the screen is too small for all of the content, it is moved, and the buttons stay."""
        super().__init__(parent)
        self.setWindowTitle(title)
        page = QVBoxLayout(self)
        page.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        page.setSpacing(MEDIUM)
        self.heading = label(title, "large", wrapped=True)
        page.addWidget(self.heading)
        self.explanation = label(explanation, "soft", wrapped=True)
        self.explanation.setVisible(bool(explanation))
        page.addWidget(self.explanation)
        self.content = QVBoxLayout()
        self.content.setSpacing(MEDIUM)
        if scrolls:
            holder = QWidget()
            holder.setLayout(self.content)
            self.content.setContentsMargins(0, 0, 0, 0)
            area = Scrolling(holder)
            area.outgrown.connect(self._grow)
            page.addWidget(area, 1)
        else:
            page.addLayout(self.content, 1)
        page.addSpacing(SMALL)
        self._left = QHBoxLayout()
        self._right = QHBoxLayout()
        self._add_row(page)
        self._usual = QSize()
        self._scale = interface_scale()
        dress(self, self._dress_all)

    def _add_row(self, page: QVBoxLayout) -> None:
        row = QHBoxLayout()
        for half in (self._left, self._right):
            half.setSpacing(SMALL)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addLayout(self._right)
        page.addLayout(row)

    def open_at(self, width: int, height: int) -> None:
        """The size of the dialog at the usual size of the interface, in pixels; it grows with it."""
        self._usual = QSize(width, height)
        self.resize(self._roomy())

    def _roomy(self) -> QSize:
        """The size that the dialog wants now, but not beyond the screen."""
        return QSize(scaled(self._usual.width()), scaled(self._usual.height())).boundedTo(self._room())

    def _grow(self, more: int) -> None:
        """Take as many pixels more in height as there are, so that less has to be moved up and down."""
        self.resize(self.width(), max(self.height(), min(self.height() + more, self._room().height())))

    def _room(self) -> QSize:
        """What the screen leaves to a dialog."""
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        window = self.parentWidget()
        if window is not None:
            room = room.expandedTo(window.window().size() - QSize(0, TITLE_BAR))
        return room

    def _dress_all(self, theme: Theme) -> None:
        self.dressed(theme)
        if self._usual.isValid():
            smaller, self._scale = interface_scale() < self._scale, interface_scale()
            self.resize(self.size().expandedTo(self._roomy()))
            if smaller:
                # Not before all that stands in it wants less room as well.
                QTimer.singleShot(SETTLE_MILLISECONDS, self, lambda: self.resize(self._roomy()))

    def dressed(self, theme: Theme) -> None:
        """Told the theme when it is put on or changes; for icons and painted parts."""

    def explain(self, text: str) -> None:
        """Set the line below the heading; an empty one takes no room."""
        self.explanation.setText(text)
        self.explanation.setVisible(bool(text))

    def add_button(
        self,
        text: str,
        then: Callable[[], object],
        *,
        kind: str = "",
        default: bool = False,
        left: bool = False,
    ) -> QPushButton:
        """Add a button to the row; the default one is what Enter presses."""
        button = QPushButton(text)
        button.setProperty("kind", kind)
        button.setAutoDefault(default)
        button.setDefault(default)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked=False: then())
        (self._left if left else self._right).addWidget(button)
        return button


def emptied(layout: QLayout) -> None:
    """Take all widgets out of a layout and let them go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
