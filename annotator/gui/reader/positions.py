"""The edge between the program's offsets and Qt's: code points here, UTF-16 units there.

Called by the paragraphs of the reader and by its accessible text. One table a paragraph, so that a
long article is never scanned as a whole. Never guesses: a unit inside a surrogate pair belongs to the
character that the pair stands for.
"""

from __future__ import annotations

from bisect import bisect_left


class Positions:
    """Converts offsets within one stretch of text between code points and UTF-16 units."""

    __slots__ = ("_astral", "_astral_units")

    def __init__(self, text: str) -> None:
        self._astral: list[int] = []
        if not text.isascii():
            self._astral = [offset for offset, character in enumerate(text) if character > "\uffff"]
        # The n-th astral character stands n units further on, for the n pairs before it.
        self._astral_units = [offset + pairs for pairs, offset in enumerate(self._astral)]

    def to_units(self, offset: int) -> int:
        """The UTF-16 unit at which the code point at `offset` begins."""
        return offset + bisect_left(self._astral, offset)

    def to_code_points(self, unit: int) -> int:
        """The code point that holds the UTF-16 unit; within a surrogate pair, the start of its character."""
        pairs = bisect_left(self._astral_units, unit)
        if pairs and self._astral_units[pairs - 1] == unit - 1:
            return self._astral[pairs - 1]
        return unit - pairs
