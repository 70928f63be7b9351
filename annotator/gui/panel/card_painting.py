"""How a card is drawn: ground, bar, ring, labels with their keys, the badge of a colleague.

Called by the card from its paint event; holds nothing but fonts, which are worked out once for each card.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from annotator.gui.panel.quote import Quote
from annotator.gui.theme import Theme, interface_font, scaled
from annotator.records import AnnotatorRecord

_CORNER = 9.0
_BAR = 4.0
_KEY_HEIGHT = 16.0
_KEY_GAP = 6.0
"""In pixels at the usual size of the interface."""


class Label(NamedTuple):
    """Words before a row, with the key that leads there; or the note as one line."""

    words: str
    key: str
    box: QRectF
    is_note: bool = False


class CardPainter:
    """Draws cards."""

    def __init__(self) -> None:
        self._small = interface_font()
        self._small.setPointSizeF(self._small.pointSizeF() * 0.885)
        self._initials = QFont(self._small)
        self._initials.setPointSizeF(self._small.pointSizeF() * 0.78)
        self._initials.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._small)

    def width_of(self, words: str, key: str) -> float:
        """The width of a label with the cap of its key, in pixels."""
        cap = self._cap_width(key) + _KEY_GAP if key else 0.0
        return self._metrics.horizontalAdvance(words) + cap

    def _cap_width(self, key: str) -> float:
        return self._metrics.horizontalAdvance(key) + 10

    def paint(
        self,
        card: QWidget,
        theme: Theme,
        *,
        current: bool,
        focused: bool,
        selected: bool = False,
        colour: QColor | None = None,
    ) -> None:
        """The ground with its bar at the left; a ring around the current card and the one in focus.

        A selected card has a tinted ground and a broad bar in the accent. colour: of the bar, where it is not
        that of claims.
        """
        painter = QPainter(card)
        painter.fillRect(card.rect(), theme.colour("pane"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if current or focused else 1.0
        box = QRectF(card.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, _CORNER, _CORNER)
        painter.fillPath(shape, theme.colour("accentbg" if selected else "card"))
        painter.save()
        painter.setClipPath(shape)
        usual = colour or theme.colour("claim_line")
        bar = 2 * _BAR if selected else _BAR + width / 2
        painter.fillRect(QRectF(0, 0, bar, card.height()), theme.colour("accent") if selected else usual)
        painter.restore()
        edge = theme.colour("focus") if current or focused else theme.colour("line")
        if focused and not current:
            edge = theme.colour("faint")
        painter.strokePath(shape, QPen(edge, width))

    def paint_content(
        self, card: QWidget, theme: Theme, quote: Quote, labels: list[Label], place: tuple[int, int]
    ) -> None:
        """The quote and the labels of the rows."""
        painter = QPainter(card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        quote.paint(painter, *place, theme.colour("ink"), theme.colour("differs"))
        painter.setFont(self._small)
        for label in labels:
            painter.setPen(theme.colour("soft" if label.is_note else "faint"))
            flags = int(Qt.AlignmentFlag.AlignVCenter)
            words = self._metrics.elidedText(label.words, Qt.TextElideMode.ElideRight, label.box.width())
            painter.drawText(label.box, flags, words)
            if label.key:
                self._paint_key(painter, theme, label)

    def _paint_key(self, painter: QPainter, theme: Theme, label: Label) -> None:
        width = self._cap_width(label.key)
        left = label.box.left() + self._metrics.horizontalAdvance(label.words) + _KEY_GAP
        height = scaled(_KEY_HEIGHT)
        box = QRectF(left, label.box.center().y() - height / 2, width, height)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(box.translated(0.5, 1.5), 4, 4)
        painter.drawRoundedRect(box.translated(0.5, 0.5), 4, 4)
        painter.setPen(theme.colour("soft"))
        painter.drawText(box.translated(0.5, 0.5), int(Qt.AlignmentFlag.AlignCenter), label.key)

    def paint_badge(self, card: QWidget, theme: Theme, annotator: AnnotatorRecord | None, box: QRectF) -> None:
        """The initials of the colleague whose claim it is, in their colour."""
        colour = QColor(annotator.colour) if annotator and annotator.colour else theme.colour("soft")
        painter = QPainter(card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(box)
        painter.setFont(self._initials)
        painter.setPen(ink_on(colour))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), annotator.initials[:2] if annotator else "?")


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever has more contrast on the ground (WCAG 2.2, relative luminance)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    luminance = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) + 0.0722 * linear(ground.blueF())
    return QColor("#151821") if (luminance + 0.05) ** 2 > 1.05 * 0.05 * 1.2 else QColor("#ffffff")
