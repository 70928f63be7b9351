"""A row of colours to choose from: those that stay apart in both themes and for colour-blind readers.

Used by the editor of a topic. Tab comes to the colours as one stop, and the arrow keys go from colour to
colour; the last button opens the system's choice of all colours.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QPushButton, QSizePolicy, QWidget

from annotator.actions.topic_colours import COLOURS
from annotator.gui.dress import current_theme
from annotator.gui.flow import Flow
from annotator.gui.theme import scaled

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_SIDE = 26
"""Pixels at the usual size of the interface."""


class Swatch(QAbstractButton):
    """One colour; a ring and a dot in its middle show the chosen one, also without colour."""

    stepped = Signal(int)
    """An arrow key: one on or one back."""

    def __init__(self, colour: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_SIDE), scaled(_SIDE))

    def nextCheckState(self) -> None:
        """The choice is shown when the record has changed, not by the press."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            painter.setBrush(QColor("#ffffff"))
            painter.setPen(QPen(QColor("#000000"), 0.5))
            painter.drawEllipse(QPointF(box.center()), 3.5, 3.5)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "ink"), 2 if self.hasFocus() else 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


class ColourRow(Flow):
    """The colours and "Other…"."""

    chosen = Signal(str)
    """"#rrggbb"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatches = [
            Swatch(colour, self.tr("Colour {number}: {code}").format(number=number, code=colour))
            for number, colour in enumerate(COLOURS, 1)
        ]
        for swatch in self.swatches:
            swatch.clicked.connect(partial(self.chosen.emit, swatch.colour))
        self.own = Swatch("", "")
        self.own.clicked.connect(self._ask)
        for swatch in (*self.swatches, self.own):
            swatch.stepped.connect(partial(self._step, swatch))
        self.other = QPushButton(self.tr("Other…"))
        self.other.clicked.connect(self._ask)
        self._foreign = True
        self._hold(foreign=False)
        self._colour = COLOURS[0]

    def show_colour(self, colour: str | None) -> None:
        """Mark the topic's colour; one that is none of these gets a place of its own."""
        self._colour = colour or COLOURS[0]
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour == colour)
        foreign = colour is not None and colour not in COLOURS
        self._hold(foreign=foreign)
        if foreign and colour is not None:
            self.own.colour = colour
            self.own.setChecked(True)
            name = self.tr("Colour of its own: {code}").format(code=colour)
            self.own.setAccessibleName(name)
            self.own.setToolTip(name)
            self.own.update()
        shown = self._shown()
        if not any(each.hasFocus() for each in shown):
            self._stop_at(next((each for each in shown if each.isChecked()), shown[0]))

    def _shown(self) -> list[Swatch]:
        return [*self.swatches, *([self.own] if self._foreign else [])]

    def _step(self, swatch: Swatch, by: int) -> None:
        shown = self._shown()
        place = shown.index(swatch) + by
        if 0 <= place < len(shown):
            self._stop_at(shown[place])
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, stop: Swatch) -> None:
        """Let Tab come to this colour and pass over the others."""
        for swatch in (*self.swatches, self.own):
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if swatch is stop else Qt.FocusPolicy.ClickFocus)

    def _hold(self, *, foreign: bool) -> None:
        if foreign != self._foreign:
            self._foreign = foreign
            self.hold([*self.swatches, *([self.own] if foreign else []), self.other])

    def _ask(self) -> None:
        colour = QColorDialog.getColor(QColor(self._colour), self.window(), self.tr("Colour of the topic"))
        if colour.isValid():
            self.chosen.emit(colour.name())
