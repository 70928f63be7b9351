"""The paragraphs of an article one below the other: which lies where, and how high the page is.

Called by the view. A paragraph is laid out when it is asked for; until then its height is an estimate
from its length. Tops are summed anew, in one go, after heights have changed: a few microseconds for
thousands of paragraphs. Pixels are counted from the top of the page.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

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
        self._lengths = np.array([p.end - p.start for p in paragraphs], dtype=np.float64)
        kinds = {kind: number for number, kind in enumerate(style.kinds)}
        self._kinds = np.array([kinds[p.kind] for p in paragraphs], dtype=np.intp)
        self._ends = np.array([not p.continues for p in paragraphs])
        self._starts = np.array([p.start for p in paragraphs])
        self._extra: dict[int, float] = {}
        self._laid: OrderedDict[int, LaidParagraph] = OrderedDict()
        self._heights: NDArray[np.float64] = np.zeros(0)
        self._tops: NDArray[np.float64] | None = None
        self.set_style(style, width)

    def set_style(self, style: PageStyle, width: float) -> None:
        """Set everything anew at another width or in other fonts; all heights are estimates again."""
        self.style = style
        self.width = width
        self._laid.clear()
        styles = [style[kind] for kind in style.kinds]
        advances = np.array([s.advance / max(width - s.indent, 1.0) for s in styles])[self._kinds]
        # Words do not fill their lines to the end: about four characters a line are left over.
        lines = np.maximum(np.ceil(self._lengths * advances * 1.05), 1.0)
        pitches = np.array([s.pitch for s in styles])[self._kinds]
        befores = np.array([s.before for s in styles])[self._kinds]
        afters = np.array([s.after for s in styles])[self._kinds]
        self._heights = befores + lines * pitches + afters * self._ends
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
        return float(self._sums()[-1])

    def top(self, number: int) -> float:
        """Where a paragraph begins."""
        return float(self._sums()[number])

    def height(self, number: int) -> float:
        """How high a paragraph is, the space below it included."""
        return float(self._heights[number])

    def number_at(self, y: float) -> int:
        """The paragraph at a height; above the page the first, below it the last."""
        number = int(np.searchsorted(self._sums(), y, side="right")) - 1
        return min(max(number, 0), len(self.paragraphs) - 1)

    def number_of(self, offset: int) -> int:
        """The paragraph that holds an offset of the text; a line feed belongs to the line that it ends."""
        number = int(np.searchsorted(self._starts, offset, side="right")) - 1
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

    def _sums(self) -> NDArray[np.float64]:
        if self._tops is None:
            self._tops = np.concatenate(([0.0], np.cumsum(self._heights)))
        return self._tops
