"""Offsets of one text in three units: code points, UTF-16 code units, UTF-8 bytes.

Called at the edges only: by the reader's positions (Qt counts UTF-16) and by the formats whose
offsets are UTF-16 or bytes. Everything else in the program counts code points. It never moves an
offset that falls inside a character unless it is asked to.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal

from annotator.errors import InvalidSpan
from annotator.sentences import worded

Snap = Literal["start", "end"]

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# Code points between two stored byte positions: 1 MB of text then needs 4,000 numbers, and a
# question encodes at most this many characters.
_STEP = 256


class Offsets:
    """Conversions between the units for one text; built once, each question O(log n).

    `snap` says what to do with an offset inside a surrogate pair or a multi-byte character: None
    raises InvalidSpan, "start" takes the offset before that character, "end" the one after it.
    An offset outside the text always raises InvalidSpan.
    """

    __slots__ = ("_astral", "_astral_units", "_byte_length", "_byte_marks", "_text")

    def __init__(self, text: str) -> None:
        """text: what the offsets point into; lone surrogates count as one unit and three bytes."""
        self._text = text
        self._astral = _astral_positions(text)
        self._astral_units = [position + rank for rank, position in enumerate(self._astral)]
        self._byte_marks: list[int] = []
        self._byte_length = -1

    @property
    def utf16_length(self) -> int:
        """Length of the text in UTF-16 code units."""
        return len(self._text) + len(self._astral)

    @property
    def utf8_length(self) -> int:
        """Length of the text in UTF-8 bytes."""
        self._measure_bytes()
        return self._byte_length

    def to_utf16(self, offset: int) -> int:
        """Code points -> UTF-16 code units."""
        self._require(offset, len(self._text), "characters")
        return offset + bisect_left(self._astral, offset)

    def from_utf16(self, units: int, *, snap: Snap | None = None) -> int:
        """UTF-16 code units -> code points."""
        self._require(units, self.utf16_length, "UTF-16 units")
        rank = bisect_left(self._astral_units, units)
        if rank and self._astral_units[rank - 1] == units - 1:
            before = self._astral[rank - 1]
            return _snapped(before, before + 1, snap, f"UTF-16 offset {units}")
        return units - rank

    def to_utf8(self, offset: int) -> int:
        """Code points -> UTF-8 bytes."""
        self._require(offset, len(self._text), "characters")
        self._measure_bytes()
        block = offset // _STEP
        return self._byte_marks[block] + len(_encoded(self._text[block * _STEP : offset]))

    def from_utf8(self, position: int, *, snap: Snap | None = None) -> int:
        """UTF-8 bytes -> code points."""
        self._measure_bytes()
        self._require(position, self._byte_length, "bytes")
        block = bisect_right(self._byte_marks, position) - 1
        first = block * _STEP
        data = _encoded(self._text[first : first + _STEP])
        inside = position - self._byte_marks[block]
        # Every byte of UTF-8 but those from 0x80 to 0xBF opens a character.
        opened = sum(byte & 0xC0 != 0x80 for byte in data[:inside])
        if inside < len(data) and data[inside] & 0xC0 == 0x80:
            return _snapped(first + opened - 1, first + opened, snap, f"Byte offset {position}")
        return first + opened

    def _measure_bytes(self) -> None:
        """Stores the byte position of every block; put off until the first question about bytes."""
        if self._byte_length >= 0:
            return
        total = 0
        for first in range(0, len(self._text) + 1, _STEP):
            self._byte_marks.append(total)
            total += len(_encoded(self._text[first : first + _STEP]))
        self._byte_length = total

    @staticmethod
    def _require(offset: int, length: int, unit: str) -> None:
        if not 0 <= offset <= length:
            raise InvalidSpan(
                worded(
                    "Offset {offset} lies outside the text of {length} {unit}; check that the text and its marks "
                    "belong together.",
                    offset=offset,
                    length=length,
                    unit=unit,
                )
            )


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _astral_positions(text: str) -> list[int]:
    """Where the characters beyond U+FFFF stand, which UTF-16 writes as two units."""
    # Encoding is ten times faster than searching, and most texts have none.
    if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return []
    return [match.start() for match in _ASTRAL.finditer(text)]


def _snapped(before: int, after: int, snap: Snap | None, what: str) -> int:
    if snap is None:
        raise InvalidSpan(
            worded("{what} falls inside a character; check in which unit the file counts its offsets.", what=what)
        )
    return before if snap == "start" else after
