"""Who marked what, beside the text: one lane an annotator, in the annotator's colour.

Shown by the view in place of the topics' stripes where versions of several annotators are compared. The
names stand beside one place only: where the versions differ that are being looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from annotator.gui.reader.laid_paragraph import LaidParagraph
from annotator.gui.reader.margin import NEAREST, STEP, STRIPE
from annotator.gui.theme import Theme, mixed

MOST_LANES = 8
"""Annotators beyond this many share the last lane; the margin holds no more."""
_BACK, _BACK_IN_CONTRAST = 0.45, 0.85
"""How much is left of the colour of what is not looked at."""


class LaneSpan(NamedTuple):
    """A stretch that one annotator marked. lane: from 0, the nearest to the text; colour: "#rrggbb"."""

    start: int
    end: int
    lane: int
    colour: str
    in_front: bool = False


class AnnotatorLanes:
    """The stretches of all annotators of an article. names: said beside the line that holds `names_at`."""

    def __init__(self, spans: Iterable[LaneSpan] = (), names: Sequence[str] = (), names_at: int = -1) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)
        self.names = ", ".join(names)
        self.names_at = names_at
        self.count = min(1 + max((span.lane for span in self._spans), default=0), MOST_LANES)

    def within(self, start: int, end: int) -> list[LaneSpan]:
        """The stretches that share a code point with this one."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [span for span in self._spans[first:last] if span.end > start]


class LanePainter:
    """Paints the lanes of one paragraph after another."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._ground = theme.colour("card")
        self._back = _BACK_IN_CONTRAST if theme.high_contrast else _BACK
        self._ink = theme.colour("soft")
        self._font = font
        self._metrics = QFontMetricsF(font)

    def paint(
        self, painter: QPainter, laid: LaidParagraph, lanes: AnnotatorLanes, place: QPointF, names_from: float | None
    ) -> None:
        """Paint the margin of one paragraph. place: its top left corner; names_from: None for no names."""
        paragraph = laid.paragraph
        painter.save()
        painter.translate(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for span in sorted(lanes.within(paragraph.start, paragraph.end), key=lambda span: span.in_front):
            colour = QColor(span.colour)
            painter.setBrush(colour if span.in_front else mixed(self._ground, colour, self._back))
            painter.drawRoundedRect(self._box(laid, span), STRIPE / 2, STRIPE / 2)
        if names_from is not None and paragraph.start <= lanes.names_at < paragraph.end:
            self._paint_names(painter, laid, lanes, names_from - place.x())
        painter.restore()

    def _box(self, laid: LaidParagraph, span: LaneSpan) -> QRectF:
        paragraph = laid.paragraph
        first = laid.lines[laid.line_of(max(span.start, paragraph.start))]
        last = laid.lines[laid.line_of(min(span.end, paragraph.end) - 1)]
        left = -NEAREST - min(span.lane, MOST_LANES - 1) * STEP
        return QRectF(left, first.letters_top + 1, STRIPE, last.letters_bottom - first.letters_top - 1)

    def _paint_names(self, painter: QPainter, laid: LaidParagraph, lanes: AnnotatorLanes, left: float) -> None:
        line = laid.lines[laid.line_of(lanes.names_at)]
        right = -NEAREST - (lanes.count - 1) * STEP - 6
        painter.setFont(self._font)
        painter.setPen(self._ink)
        names = self._metrics.elidedText(lanes.names, Qt.TextElideMode.ElideRight, max(right - left, 0))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRectF(left, line.letters_top + 2, right - left, self._metrics.height()), flags, names)
