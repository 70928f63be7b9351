"""A text with its typography evened out, and the way back to the text as it is.

Called by `anchoring.py` to find a quote whose white space, quotation marks, dashes, ligatures or
composed letters were written differently. What it gives is for searching only: it is never stored
or shown, and its offsets are never used on the text but by way of `origin`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

# Only what folding changes, so that a plain stretch is skipped in one step: runs of white space,
# accented and combining characters, general punctuation, ligatures, full-width forms, soft hyphens.
_TO_FOLD = re.compile(
    r" \s+|[^\S ]\s*|`|[\u00a0\u00ab\u00ad\u00b4\u00bb\u00c0-\u024f\u0300-\u036f\u0386-\u03ce\u0400-\u045f"
    r"\u05b0-\u05c7\u064b-\u065f\u1e00-\u1fff\u2000-\u206f\u2212\ufb00-\ufb06\ufe0e\ufe0f\uff01-\uff5e\ufeff]"
)
_DOUBLE_QUOTES = "“”„‟«»″"
_SINGLE_QUOTES = "‘’‚‛‹›′`´"
_DASHES = "‐‑‒–—―−"


class _Stretch(NamedTuple):
    """Where a stretch of the folded text came from; a plain one came over character by character."""

    begin: int
    end: int
    plain: bool


class Folded:
    """A text folded for searching."""

    __slots__ = ("_starts", "_stretches", "text")

    def __init__(self, text: str) -> None:
        """text: what is to be searched; `.text` is its folded form, often of another length."""
        pieces: list[str] = []
        self._starts: list[int] = []
        self._stretches: list[_Stretch] = []
        length = position = 0
        for match in _TO_FOLD.finditer(text):
            begin, end = match.span()
            for piece, stretch in (
                (text[position:begin], _Stretch(position, begin, plain=True)),
                (_fold(match.group()), _Stretch(begin, end, plain=False)),
            ):
                if piece:
                    pieces.append(piece)
                    self._starts.append(length)
                    self._stretches.append(stretch)
                    length += len(piece)
            position = end
        pieces.append(text[position:])
        self._starts.append(length)
        self._stretches.append(_Stretch(position, len(text), plain=True))
        self.text = "".join(pieces)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text (code points) that a non-empty span of its folded form came from."""
        return self._source(start)[0], self._source(end - 1)[1]

    def _source(self, position: int) -> tuple[int, int]:
        """The characters of the text that became the folded one at `position`."""
        index = bisect_right(self._starts, position) - 1
        stretch = self._stretches[index]
        if not stretch.plain:
            return stretch.begin, stretch.end
        begin = stretch.begin + position - self._starts[index]
        return begin, begin + 1


def _fold(characters: str) -> str:
    """What a match becomes: one space, plain signs, letters without their marks, or nothing."""
    if characters.isspace():
        return " "
    if characters in _DOUBLE_QUOTES:
        return '"'
    if characters in _SINGLE_QUOTES:
        return "'"
    if characters in _DASHES:
        return "-"
    plain = unicodedata.normalize("NFKD", characters)
    return "".join(sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Cf"))
