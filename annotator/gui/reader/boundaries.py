"""Where characters as people see them and words begin and end, by the rules of Unicode.

Called by the cursor and the mouse. Qt's boundary finder does the work (UAX #29, with dictionaries for
Thai and its like); it is asked paragraph by paragraph, in the article's own offsets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QTextBoundaryFinder

from annotator.gui.reader.cursor import Stretch, Unit
from annotator.gui.reader.paragraphs import Paragraph
from annotator.gui.reader.positions import Positions

_KINDS = {
    "character": QTextBoundaryFinder.BoundaryType.Grapheme,
    "word": QTextBoundaryFinder.BoundaryType.Word,
}


class TextBoundaries:
    """Boundaries of one article's text, in code points of that text."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._last: dict[Unit, tuple[int, list[int]]] = {}

    def next(self, offset: int, unit: Unit) -> int:
        """The first boundary behind the offset; by words, the next end of a word."""
        number = self._number(offset)
        while number < len(self._paragraphs):
            edges = self._edges(number, unit)
            index = bisect_right(edges, offset)
            if unit == "word":
                # The paragraph's own start ends no word.
                index = max(index, 1)
                while index < len(edges) and self._is_gap(edges, index - 1):
                    index += 1
            if index < len(edges):
                return edges[index]
            number += 1
            if number < len(self._paragraphs) and unit == "character":
                start = self._paragraphs[number].start
                if start > offset:
                    return start
        return len(self._text)

    def previous(self, offset: int, unit: Unit) -> int:
        """The last boundary before the offset; by words, the previous start of a word."""
        number = self._number(offset)
        while number >= 0:
            edges = self._edges(number, unit)
            index = bisect_left(edges, offset) - 1
            if unit == "word":
                # The paragraph's own end begins no word.
                index = min(index, len(edges) - 2)
                while index >= 0 and self._is_gap(edges, index):
                    index -= 1
            if index >= 0:
                return edges[index]
            number -= 1
            if number >= 0 and unit == "character":
                end = self._paragraphs[number].end
                if end < offset:
                    return end
        return 0

    def widen(self, start: int, end: int, unit: Unit) -> Stretch:
        """The stretch made whole, never smaller by characters; by words, without blanks at its ends."""
        start, end = max(0, min(start, len(self._text))), max(0, min(end, len(self._text)))
        edges = self._edges(self._number(start), unit)
        first = max(bisect_right(edges, start) - 1, 0)
        last_edges = self._edges(self._number(end), unit)
        last = min(bisect_left(last_edges, end), len(last_edges) - 1)
        if unit == "character":
            return edges[first], edges[first] if start == end else last_edges[last]
        if self._is_gap(edges, first):
            first += 1
        if last > 0 and self._is_gap(last_edges, last - 1):
            last -= 1
        return self._without_line_feeds(edges[first], max(edges[first], last_edges[last]))

    def _without_line_feeds(self, start: int, end: int) -> Stretch:
        while start < end and self._text[start] == "\n":
            start += 1
        while start < end and self._text[end - 1] == "\n":
            end -= 1
        return start, end

    def _is_gap(self, edges: list[int], index: int) -> bool:
        if not 0 <= index < len(edges) - 1:
            return False
        return self._text[edges[index] : edges[index + 1]].isspace()

    def _number(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _edges(self, number: int, unit: Unit) -> list[int]:
        """All boundaries of a paragraph, its start and end included; the last one asked for is kept."""
        kept = self._last.get(unit)
        if kept is not None and kept[0] == number:
            return kept[1]
        paragraph = self._paragraphs[number]
        text = self._text[paragraph.start : paragraph.end]
        positions = Positions(text)
        finder = QTextBoundaryFinder(_KINDS[unit], text)
        edges = [paragraph.start]
        while (unit_position := finder.toNextBoundary()) >= 0:
            edges.append(paragraph.start + positions.to_code_points(unit_position))
        if edges[-1] != paragraph.end:
            edges.append(paragraph.end)
        self._last[unit] = (number, edges)
        return edges
