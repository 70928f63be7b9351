"""The margin left of the text: a stripe for each topic, its name beside it.

Called by the view after a paragraph. Stripes stand in lanes that the decoration chose; names are left
out where there is no room for them, and a tool tip tells them anyway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from annotator.gui.reader.decoration import Decoration, Stripe
from annotator.gui.reader.laid_paragraph import LaidParagraph
from annotator.gui.theme import Theme

NEAREST = 26.0
"""From the text to the far side of the first stripe, in pixels."""
STRIPE = 5.0
STEP = 9.0
MOST_STRIPES = 3
"""Lanes drawn where there are names beside them; without names as many as the margin holds."""
MOST_LINES = 3
"""Of one name."""
_AIR = 5.0
"""Between a name and the stripes, in pixels."""
_BACK, _BACK_IN_CONTRAST = 0.4, 0.75
"""How strong a stripe is that steps back."""
_UNKNOWN = ("", "#8a8a8a")
_RIGHT = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

Topics = Mapping[str, tuple[str, str]]
"""Topic id -> name and colour."""


def stripe_box(laid: LaidParagraph, stripe: Stripe) -> QRectF:
    """Where a stripe stands, from the paragraph's top left corner; x is negative."""
    # What goes on in the next paragraph reaches over the edge, where it is cut off: no rounded end there.
    top = -STRIPE if stripe.above else laid.lines[stripe.first].letters_top + 1
    bottom = laid.height + STRIPE if stripe.below else laid.lines[stripe.last].letters_bottom
    return QRectF(-NEAREST - stripe.lane * STEP, top, STRIPE, bottom - top)


def named(stripes: Iterable[Stripe]) -> tuple[list[Stripe], int]:
    """The stripes whose names are said, from the top: those that begin here and are drawn; how many more begin.

    Of those that begin on one line, the names go down as the stripes go from left to right.
    """
    beginning = sorted((s for s in stripes if not s.above), key=lambda s: (s.first, -s.lane))
    drawn = [stripe for stripe in beginning if stripe.lane < MOST_STRIPES]
    return drawn, len(beginning) - len(drawn)


class MarginPainter:
    """Paints stripes, and the names of those that are drawn; how many more there are is a number."""

    def __init__(self, font: QFont, theme: Theme) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._colour = theme.colour("soft")
        self._back = _BACK_IN_CONTRAST if theme.high_contrast else _BACK

    def paint(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        decoration: Decoration,
        place: QPointF,
        topics: Topics,
        standing_out: frozenset[str],
        names_from: float | None,
    ) -> None:
        """Paint the margin of one paragraph.

        place: the paragraph's top left corner; names_from: where the room for names begins, None for no
        names; standing_out: the marks beside which all others step back.
        """
        if not decoration.stripes:
            return
        painter.save()
        painter.translate(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        page = QRectF(-place.x(), 0, place.x(), laid.height)
        painter.setClipRect(page, Qt.ClipOperation.IntersectClip)
        for stripe in decoration.stripes:
            if names_from is not None and stripe.lane >= MOST_STRIPES:
                continue
            colour = QColor(topics.get(stripe.topic, _UNKNOWN)[1])
            if standing_out and not standing_out.intersection(stripe.marks):
                colour.setAlphaF(self._back)
            painter.setBrush(colour)
            painter.drawRoundedRect(stripe_box(laid, stripe), STRIPE / 2, STRIPE / 2)
        painter.restore()
        if names_from is not None:
            self._paint_names(painter, laid, decoration.stripes, topics, names_from - place.x())
        painter.restore()

    def _paint_names(
        self, painter: QPainter, laid: LaidParagraph, stripes: list[Stripe], topics: Topics, left: float
    ) -> None:
        starting, undrawn = named(stripes)
        lanes = min(1 + max(stripe.lane for stripe in stripes), MOST_STRIPES)
        width = -NEAREST - (lanes - 1) * STEP - _AIR - left
        painter.setFont(self._font)
        painter.setPen(self._colour)
        free_from, single = 0.0, self._metrics.height()
        # Below the paragraph the names of the next one begin.
        bottom = laid.height + 2
        for index, stripe in enumerate(starting):
            top = max(laid.lines[stripe.first].letters_top + 2, free_from)
            follow = undrawn + len(starting) - index - 1
            lines = int((bottom - top) // single) - bool(follow)
            if lines < 1 and (index or follow):
                undrawn, free_from = follow + 1, top
                break
            name = topics.get(stripe.topic, _UNKNOWN)[0]
            free_from = top + self._paint_name(painter, name, QPointF(left, top), width, min(max(lines, 1), MOST_LINES))
        if undrawn and free_from + single <= bottom:
            painter.drawText(QRectF(left, free_from, width, single), _RIGHT, f"+{undrawn}")

    def _paint_name(self, painter: QPainter, name: str, place: QPointF, width: float, most: int) -> float:
        """Paint one name on at most so many lines; returns the height that it took."""
        single = self._metrics.height()
        lines = lines_of(name, self._font, width, most)
        for number, words in enumerate(lines):
            painter.drawText(QRectF(place.x(), place.y() + number * single, width, single), _RIGHT, words)
        return len(lines) * single + 1


def lines_of(name: str, font: QFont, width: float, most: int) -> list[str]:
    """A name on at most `most` lines of `width` pixels: broken between its words, and what is too long shortened."""
    metrics, words = QFontMetricsF(font), name.split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        taken = 1
        while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
            taken += 1
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
    if words:
        lines.append(" ".join(words))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
