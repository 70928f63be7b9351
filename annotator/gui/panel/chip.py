"""A chip: one speaker, topic or choice as a small rounded button that shows its state by form and colour.

Used by the cards in great numbers, so it is painted by hand and used again for other faces: a style sheet
would cost ten times as much for each of them. The card decides what a press means.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotator.gui.theme import Theme, interface_font, interface_scale, scaled
from annotator.records import Stance

ChipForm = Literal["value", "choice", "add", "plain"]
"""A speaker or topic; one of several choices; the plus; words without a border."""

_HEIGHT = 24
"""Pixels at the usual size of the interface, as all of these."""
_PADDING = 9.0
_GAP = 5.0
_SQUARE = 8.0
_GLYPH = 9.0
_ADD_WIDTH = 28.0
_LEAST_SOFT = 16
"""Letters that are left of the quieter words where there is little room."""


def chip_height() -> int:
    """The height of every chip, in pixels; it grows with the interface."""
    return scaled(_HEIGHT)


class ChipFace(NamedTuple):
    """What a chip shows. square: colour of the square before the text; before, soft: quieter words around it."""

    text: str
    form: ChipForm = "value"
    square: str | None = None
    before: str = ""
    soft: str = ""
    stance: Stance | None = None
    stance_word: str = ""
    chosen: bool = False
    differs: bool = False
    """Other versions of the same claim say otherwise."""
    name: str = ""
    """What a screen reader says; also the tool tip where the chip had to be shortened."""
    key: str = ""
    """What does the same from the text; the tool tip says it."""

    def tip(self, *, cut: bool) -> str:
        """What is said under the pointer. cut: the chip had to be shortened."""
        if self.key:
            return f"{self.name} ({self.key})"
        return self.name if cut else ""


class Chip(QAbstractButton):
    """A chip. `menu_wanted` asks for the menu at a global point, `removal_wanted` comes from Delete."""

    menu_wanted = Signal(QPoint)
    removal_wanted = Signal()
    moved_on = Signal(int)
    """An arrow key: the key, for the card to move the focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = ChipFace("")
        self._set_fonts()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _set_fonts(self) -> None:
        self._scale = interface_scale()
        self._font = interface_font()
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics, self._bold_metrics = QFontMetricsF(self._font), QFontMetricsF(self._bold)
        self._square, self._glyph = _SQUARE * self._scale, _GLYPH * self._scale
        self._gap, self._padding = _GAP * self._scale, _PADDING * self._scale

    @property
    def face(self) -> ChipFace:
        """What it shows now."""
        return self._face

    def set_face(self, face: ChipFace, theme: Theme, *, editable: bool) -> None:
        """Show something else. A chip that is not editable takes neither focus nor presses."""
        resized = interface_scale() != self._scale
        if resized:
            self._set_fonts()
        changed = resized or face != self._face or theme is not self._theme
        self._face, self._theme = face, theme
        if editable != (self.focusPolicy() == Qt.FocusPolicy.StrongFocus):
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.NoFocus)
        transparent = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        if self.testAttribute(transparent) == editable:
            self.setAttribute(transparent, not editable)
        if not changed:
            return
        self.setAccessibleName(face.name or face.text)
        self.setCheckable(face.form == "choice")
        self.setChecked(face.chosen)
        self.update()

    def wanted_width(self) -> float:
        """The width in pixels at which nothing is shortened."""
        face = self._face
        if face.form == "add":
            return _ADD_WIDTH * self._scale
        padding = 0.0 if face.form == "plain" else 2 * self._padding
        width = padding + self._metrics.horizontalAdvance(face.text)
        if face.square:
            width += self._square + self._gap
        if face.before:
            width += self._metrics.horizontalAdvance(face.before) + self._gap
        if face.soft:
            width += self._metrics.horizontalAdvance(face.soft) + (self._gap if face.text else 0)
        if face.stance:
            width += self._glyph + self._gap + self._gap + self._bold_metrics.horizontalAdvance(face.stance_word)
        return width + 1

    def least_width(self) -> float:
        """The width in pixels at which the quieter words behind the text, and they alone, are shortened."""
        cut = self._metrics.horizontalAdvance(self._face.soft) - self._metrics.averageCharWidth() * _LEAST_SOFT
        return self.wanted_width() - max(cut, 0.0)

    def sizeHint(self) -> QSize:
        return QSize(round(self.wanted_width() + 0.5), chip_height())

    def nextCheckState(self) -> None:
        """The choice is shown when the record has changed, not by the press."""

    # Input -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved_on.emit(int(key))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # Painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        face, theme = self._face, self._theme
        if face.form != "plain":
            self._paint_pill(painter)
        if face.form == "add":
            self._paint_plus(painter)
            return
        ink = theme.accent if face.chosen else theme.soft if face.form == "plain" else theme.ink
        padding = 0.0 if face.form == "plain" else self._padding
        left, right = padding, self.width() - padding
        if face.stance:
            right = self._paint_stance(painter, right)
        if face.square:
            top = (self.height() - self._square) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(face.square))
            painter.drawRoundedRect(QRectF(left, top, self._square, self._square), 2, 2)
            left += self._square + self._gap
        if face.before:
            left = self._paint_words(painter, face.before, theme.colour("soft"), left, right) + self._gap
        left = self._paint_words(painter, face.text, QColor(ink), left, right)
        if face.soft:
            self._paint_words(painter, face.soft, theme.colour("faint"), left + (self._gap if face.text else 0), right)

    def _paint_words(self, painter: QPainter, words: str, colour: QColor, left: float, right: float) -> float:
        room = right - left
        if room <= 8:
            return left
        # Of one line, whatever the words hold: a line break would put half of them out of sight.
        shown = words.replace("\n", " ")
        if self._metrics.horizontalAdvance(shown) > room + 1:
            shown = self._metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        painter.setPen(colour)
        painter.drawText(QRectF(left, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        return left + min(room, self._metrics.horizontalAdvance(shown))

    def _paint_pill(self, painter: QPainter) -> None:
        theme, face = self._theme, self._face
        fill, edge, width = theme.colour("pane"), theme.colour("line"), 1.0
        if face.differs:
            fill, edge = theme.colour("differs"), theme.colour("differs")
        if face.chosen:
            # A tint alone is too little where nothing may be hard to see, and on a card that is tinted as well.
            fill, edge = theme.colour("accentbg"), theme.colour("accent")
        elif self.underMouse() and self.isEnabled() and self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            # Less than what is chosen: the tint stays with that.
            edge = theme.colour("soft")
        if self.hasFocus():
            edge, width = theme.colour("focus"), 2.0
        pen = QPen(edge, width)
        if face.form == "add" and not self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setDashPattern([3, 2])
            pen.setColor(theme.colour("faint"))
        painter.setPen(pen)
        painter.setBrush(fill)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _paint_plus(self, painter: QPainter) -> None:
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(self._theme.colour("soft"), 1.3))
        arm = 4 * self._scale
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))

    def _paint_stance(self, painter: QPainter, right: float) -> float:
        """The stance at the right end of the chip; returns where it begins."""
        face = self._face
        colour = stance_colour(face.stance, self._theme)
        width = self._bold_metrics.horizontalAdvance(face.stance_word)
        painter.setFont(self._bold)
        painter.setPen(colour)
        place = QRectF(right - width, 0, width + 1, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), face.stance_word)
        left = right - width - self._gap + 1 - self._glyph
        box = QRectF(left, (self.height() - self._glyph) / 2, self._glyph, self._glyph)
        paint_stance(painter, box, face.stance, colour)
        painter.setFont(self._font)
        return left - self._gap


def stance_colour(stance: Stance | None, theme: Theme) -> QColor:
    """Green for, red against, quiet for the rest."""
    return theme.colour({"supports": "ok", "opposes": "warn"}.get(stance or "", "soft"))


def paint_stance(painter: QPainter, box: QRectF, stance: Stance | None, colour: QColor) -> None:
    """The form of a stance: up, down, a dot, a question mark. Painted, since not every font has them."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if stance == "supports":
        painter.drawPolygon(QPolygonF([box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()]))
    elif stance == "opposes":
        painter.drawPolygon(QPolygonF([box.topLeft(), QPointF(box.center().x(), box.bottom()), box.topRight()]))
    elif stance == "neutral":
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif stance == "unclear":
        painter.setPen(colour)
        painter.drawText(box.adjusted(-3, -3, 3, 3), int(Qt.AlignmentFlag.AlignCenter), "?")
