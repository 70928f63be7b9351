"""The paragraphs of an article one below the other: which lies where, and how high the page is.

Called by the view. A paragraph is laid out when it is asked for; until then its height is an estimate
from its length. Tops are summed anew, in one go, after heights have changed: a tenth of a millisecond for
thousands of paragraphs (numpy would take a hundredth, and 90 to be imported). Pixels are counted from the
top of the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from annotator.gui.reader.laid_paragraph import LaidParagraph
from annotator.gui.reader.paragraphs import Paragraph
from annotator.gui.reader.typography import PageStyle

_KEPT = 160
"""Paragraphs that stay laid out; a screen shows about a dozen."""


class Column:
    """All paragraphs of one article at one width."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], style: PageStyle, width: float) -> None:
        self._text = text
        self.paragraphs = paragraphs
        self._starts = [p.start for p in paragraphs]
        self._extra: dict[int, float] = {}
        self._laid: OrderedDict[int, LaidParagraph] = OrderedDict()
        self._heights: list[float] = []
        self._tops: list[float] | None = None
        self.set_style(style, width)

    def set_style(self, style: PageStyle, width: float) -> None:
        """Set everything anew at another width or in other fonts; all heights are estimates again."""
        self.style = style
        self.width = width
        self._laid.clear()
        # Words do not fill their lines to the end: about four characters a line are left over.
        measures = {
            kind: (1.05 * s.advance / max(width - s.indent, 1.0), s.pitch, s.before, s.after)
            for kind in style.kinds
            for s in (style[kind],)
        }
        self._heights = []
        for paragraph in self.paragraphs:
            share, pitch, before, after = measures[paragraph.kind]
            lines = max(ceil((paragraph.end - paragraph.start) * share), 1)
            self._heights.append(before + lines * pitch + (0.0 if paragraph.continues else after))
        for number, extra in self._extra.items():
            self._heights[number] += extra
        self._tops = None

    def set_extra(self, number: int, height: float) -> None:
        """Keep `height` pixels free below a paragraph (for the line with byline, outlet and date)."""
        self._heights[number] += height - self._extra.get(number, 0.0)
        self._extra[number] = height
        self._tops = None

    # Asking ----------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.paragraphs)

    def total(self) -> float:
        """The height of the whole page, estimates included."""
        return self._sums()[-1]

    def top(self, number: int) -> float:
        """Where a paragraph begins."""
        return self._sums()[number]

    def height(self, number: int) -> float:
        """How high a paragraph is, the space below it included."""
        return self._heights[number]

    def number_at(self, y: float) -> int:
        """The paragraph at a height; above the page the first, below it the last."""
        number = bisect_right(self._sums(), y) - 1
        return min(max(number, 0), len(self.paragraphs) - 1)

    def number_of(self, offset: int) -> int:
        """The paragraph that holds an offset of the text; a line feed belongs to the line that it ends."""
        number = bisect_right(self._starts, offset) - 1
        return min(max(number, 0), len(self.paragraphs) - 1)

    def is_laid(self, number: int) -> bool:
        """Whether a paragraph is laid out, so that its height is no estimate."""
        return number in self._laid

    def laid(self, number: int) -> LaidParagraph:
        """A paragraph's lines; laid out now if they are not, which may correct its height."""
        found = self._laid.get(number)
        if found is not None:
            self._laid.move_to_end(number)
            return found
        paragraph = self.paragraphs[number]
        found = LaidParagraph(
            self._text[paragraph.start : paragraph.end], paragraph, self.style[paragraph.kind], self.width
        )
        self._laid[number] = found
        while len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        self.measure(number)
        return found

    def measure(self, number: int) -> None:
        """Take over the height of a paragraph that is laid out, after its lines have moved."""
        height = self._laid[number].height + self._extra.get(number, 0.0)
        if height != self._heights[number]:
            self._heights[number] = height
            self._tops = None

    def _sums(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0.0))
        return self._tops
