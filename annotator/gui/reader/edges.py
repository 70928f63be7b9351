"""The ends of the current mark, as handles that the mouse can drag: whole words, with Alt characters.

Made by the view for each article, asked by the mouse before it selects anything. It changes no mark: it
shows where the ends would come to lie, and says so by one callback when the button is let go.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF

from annotator.gui.reader.cursor import Boundaries, Stretch, Unit
from annotator.gui.reader.laid_paragraph import LaidParagraph
from annotator.gui.reader.page import Page
from annotator.records import MarkRecord

REACH = 6.0
"""Pixels around a handle in which it can be taken."""
Spans = list[Stretch]


class Handle(NamedTuple):
    """One end of one part. part: its number in the order of the text."""

    part: int
    edge: Literal["start", "end"]
    offset: int


def handles_of(spans: Spans) -> list[Handle]:
    """The ends of all parts, in the order of the text."""
    found: list[Handle] = []
    for number, (start, end) in enumerate(spans):
        found += [Handle(number, "start", start), Handle(number, "end", end)]
    return found


class Place(NamedTuple):
    """Where a handle stands in its paragraph: x, and the line's letters from top to bottom."""

    x: float
    top: float
    bottom: float


def place_of(laid: LaidParagraph, handle: Handle) -> Place | None:
    """Where a handle stands from the paragraph's top left corner; None when its letter is elsewhere."""
    letter = handle.offset if handle.edge == "start" else handle.offset - 1
    if not laid.paragraph.start <= letter < laid.paragraph.end:
        return None
    strips = laid.strips(letter, letter + 1)
    if not strips:
        return None
    strip, line = strips[0], laid.lines[strips[0].line]
    sign = laid.text[letter - laid.paragraph.start]
    leftward = unicodedata.bidirectional(sign) in ("R", "AL") if sign.strip() else laid.right_to_left
    x = strip.right if leftward == (handle.edge == "start") else strip.left
    return Place(x, line.letters_top, line.letters_bottom)


class Edges:
    """The handles of one article, and the drag of one of them."""

    def __init__(self, page: Page, boundaries: Boundaries) -> None:
        self._page = page
        self._boundaries = boundaries
        self._mark: MarkRecord | None = None
        self._held: Handle | None = None
        self.spans: Spans = []
        """Where the parts lie, or would lie if the button were let go now."""
        self.dropped: Callable[[str, Spans], None] = lambda _mark, _spans: None

    @property
    def held(self) -> bool:
        """Whether a handle is being dragged."""
        return self._held is not None

    def show(self, mark: MarkRecord | None) -> None:
        """The mark whose ends can be dragged; None for none. A drag under way is forgotten."""
        self._mark, self._held = mark, None
        self.spans = sorted((part.start, part.end) for part in mark.parts) if mark is not None else []

    def handles(self) -> list[Handle]:
        """All handles there are now."""
        return handles_of(self.spans)

    def at(self, point: QPointF) -> Handle | None:
        """The handle at a point of the page, the nearest where two are near."""
        number = self._page.number_at(point.y())
        laid, top = self._page.laid(number)[0], self._page.top(number)
        near: list[tuple[float, Handle]] = []
        for handle in self.handles():
            place = place_of(laid, handle)
            if place is None:
                continue
            away = abs(self._page.left + place.x - point.x())
            if away <= REACH and top + place.top - REACH <= point.y() <= top + place.bottom + REACH:
                near.append((away, handle))
        return min(near)[1] if near else None

    def take(self, point: QPointF) -> bool:
        """A press: take the handle at this point of the page, if there is one."""
        self._held = self.at(point)
        return self.held

    def drag(self, point: QPointF, unit: Unit) -> bool:
        """The pointer is here now. Says whether the parts would lie elsewhere than before."""
        if self._held is None:
            return False
        part, edge, _ = self._held
        start, end = self.spans[part]
        if edge == "start":
            start = self._start_at(point, unit, end)
        else:
            end = self._end_at(point, unit, start)
        low = self.spans[part - 1][1] if part else 0
        high = self.spans[part + 1][0] if part + 1 < len(self.spans) else len(self._page.article.text)
        if not low <= start < end <= high or (start, end) == self.spans[part]:
            return False
        self.spans[part] = (start, end)
        return True

    def _start_at(self, point: QPointF, unit: Unit, end: int) -> int:
        if unit == "character":
            offset = self._page.between_at(point.x(), point.y())
            return self._boundaries.widen(offset, end, unit)[0] if offset < end else end
        offset = self._page.character_at(point.x(), point.y())
        return self._boundaries.widen(offset, offset + 1, unit)[0] if offset < end else end

    def _end_at(self, point: QPointF, unit: Unit, start: int) -> int:
        if unit == "character":
            offset = self._page.between_at(point.x(), point.y())
            return self._boundaries.widen(start, offset, unit)[1] if offset > start else start
        offset = self._page.character_at(point.x(), point.y()) + 1
        return self._boundaries.widen(start, offset, unit)[1] if offset > start else start

    def drop(self) -> None:
        """The button went up: say where the parts lie now, if that is elsewhere than before."""
        mark, self._held = self._mark, None
        if mark is not None and self.spans != sorted((part.start, part.end) for part in mark.parts):
            self.dropped(mark.id, list(self.spans))
