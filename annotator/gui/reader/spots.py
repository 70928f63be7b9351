"""Stretches of the text that are shown without being marks: what was found, what a highlighter is set on.

Made by the view, read by the painters for each paragraph and by the overview. Knows no colours of the
theme and no marks. Offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.gui.reader.cursor import Stretch


class Spots:
    """Stretches in the order of the text; none overlaps another."""

    def __init__(self, stretches: Sequence[Stretch] = ()) -> None:
        self.stretches = stretches
        self._starts = [start for start, _ in stretches]
        self._ends = [end for _, end in stretches]

    def __len__(self) -> int:
        return len(self.stretches)

    def within(self, start: int, end: int) -> Sequence[Stretch]:
        """Those that share a code point with a stretch."""
        return self.stretches[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def at_or_after(self, offset: int) -> int:
        """The number of the first one that ends behind an offset; from the top again behind the last."""
        number = bisect_right(self._ends, offset)
        return number if number < len(self.stretches) else 0


@dataclass(frozen=True, slots=True)
class Highlight:
    """Where one of the user's highlighters is set on the text. name: what it is called in a tool tip."""

    name: str
    colour: str
    spots: Spots = field(default_factory=Spots)
