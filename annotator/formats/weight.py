"""How much memory a file would take once it is read, told from its bytes before anything is made of them.

Asked by the formats that hold a whole text with all its marks at once. A hostile file of a few hundred megabytes can
say more small things than memory holds; a set of articles is far from that. It only counts, and decodes nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from annotator.errors import InvalidSet
from annotator.sentences import worded

MOST_BYTES = 400 << 20
"""What one text with its marks may take: the whole program then stays below 500 MB."""

MARK_BYTES = 1700
"""What one mark of a foreign set takes until the set is read."""

CERTAINLY_LIGHT = 2 << 20
"""Bytes of a file up to which nothing need be counted."""

_COPIES = 4
"""How often a text is in memory at the worst: as read, described, normalised and written."""

_FOUR_BYTES_EACH = re.compile(rb"[\xf0-\xf4]")
_TWO_BYTES_EACH = re.compile(rb"[\xc4-\xef]")


def require_light(data: bytes, where: str, signs: Mapping[bytes, int]) -> None:
    """Raises InvalidSet where reading the bytes would take too much memory.

    where: file, line or item, for the sentence. signs: what begins or parts the things that the format tells of,
    each with the bytes that one such thing takes.
    """
    if is_heavy(data, signs):
        raise InvalidSet(
            worded(
                "This piece of {megabytes} MB says more than {most_bytes} MB of memory hold; split it "
                "into several texts or files.",
                megabytes=len(data) >> 20,
                most_bytes=MOST_BYTES >> 20,
            ),
            where=where,
        )


def require_light_set(size: int, where: str) -> None:
    """Raises InvalidSet where all texts of a set take more than memory holds together. size: bytes in memory."""
    if size > MOST_BYTES:
        raise InvalidSet(
            worded(
                "All texts of this set together say more than {most_bytes} MB of memory hold; import it in parts.",
                most_bytes=MOST_BYTES >> 20,
            ),
            where=where,
        )


def is_heavy(data: bytes, signs: Mapping[bytes, int]) -> bool:
    """Whether reading the bytes would take more than `MOST_BYTES`. signs: as for `require_light`."""
    if len(data) <= CERTAINLY_LIGHT:
        return False
    told = sum(data.count(sign) * each for sign, each in signs.items())
    return told + len(data) * _COPIES * _width(data) > MOST_BYTES


def _width(data: bytes) -> int:
    """How many bytes one character takes in memory, which the widest of a text decides."""
    if _FOUR_BYTES_EACH.search(data):
        return 4
    return 2 if _TWO_BYTES_EACH.search(data) else 1


def text_bytes(text: str) -> int:
    """What a text takes in memory; its widest character decides."""
    return sys.getsizeof(text)
