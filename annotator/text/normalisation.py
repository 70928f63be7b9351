"""What an article's text may hold: the one cleaning that a text goes through, once, at import.

Called by every reader of article files and by the formats that bring texts along. It never composes
or decomposes letters (no NFC), never trims and never changes a text that is clean already, so
cleaning twice is cleaning once.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from typing import NamedTuple

from annotator.errors import InvalidSpan
from annotator.sentences import worded

BYTE_ORDER_MARK = "\ufeff"
REPLACEMENT = "\ufffd"

# In this order: a pair CR LF is one line break, not two.
_LINE_BREAKS = ("\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")

_FORBIDDEN_SINGLY = (*map(chr, range(0x09)), *map(chr, range(0x0E, 0x20)), "\ufffe", "\uffff")
_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(raw: str) -> str:
    """The text of an article as it is stored.

    CR LF, CR, U+2028, U+2029, U+0085, U+000B and U+000C become one newline each; one leading byte
    order mark is dropped; NUL, other C0 controls but tab and newline, lone surrogates, U+FFFE and
    U+FFFF become U+FFFD, one for one. Source of the rule: the contract, "Article text".
    """
    text = raw.removeprefix(BYTE_ORDER_MARK)
    # `str.replace` on a character that is absent costs one scan in C and copies nothing, which makes
    # two dozen of them faster than one regular expression over the whole text.
    for line_break in _LINE_BREAKS:
        text = text.replace(line_break, "\n")
    for character in _FORBIDDEN_SINGLY:
        text = text.replace(character, REPLACEMENT)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = _SURROGATE.sub(REPLACEMENT, text)
    return text


class RawOffsets:
    """Carries offsets into a raw text over to its normalised text. Both are code points."""

    __slots__ = ("_dropped", "_length")

    def __init__(self, raw: str) -> None:
        """Finds the code points of the raw text that normalising drops."""
        self._length = len(raw)
        self._dropped = [pair.start() for pair in re.finditer("\r\n", raw)]
        if raw.startswith(BYTE_ORDER_MARK):
            self._dropped.insert(0, 0)

    def carry(self, offset: int) -> int:
        """The offset (code points) in the normalised text that stands where it stood in the raw one.

        Between CR and LF is taken as before the newline. Raises InvalidSpan outside the raw text.
        """
        if not 0 <= offset <= self._length:
            raise InvalidSpan(
                worded(
                    "Offset {offset} lies outside the text of {length} characters; check that the text and its "
                    "marks belong together.",
                    offset=offset,
                    length=self._length,
                )
            )
        return offset - bisect_left(self._dropped, offset)


class NormalisedText(NamedTuple):
    """A normalised text and the way to it from offsets into the raw one."""

    text: str
    offsets: RawOffsets


def normalise_with_map(raw: str) -> NormalisedText:
    """Normalises like `normalise` and keeps what stand-off marks on the raw text need."""
    return NormalisedText(normalise(raw), RawOffsets(raw))


def sha256_of(text: str) -> str:
    """The hexadecimal SHA-256 of a text in UTF-8: how texts are told apart.

    Raises UnicodeEncodeError on lone surrogates, which a normalised text does not hold.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
