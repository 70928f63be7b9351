"""Which way a text runs: from left to right, from right to left, or both.

Called by the reader and by whatever draws a line of somebody's words. Knows no Qt.
"""

from __future__ import annotations

import unicodedata


def is_right_to_left(text: str) -> bool:
    """Whether the first strong character says so: rules P2 and P3 of the Unicode bidirectional algorithm."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False


def has_right_to_left(text: str) -> bool:
    """Whether any of the text runs from right to left, so that its order on the screen may differ."""
    if text.isascii():
        return False
    # Hebrew is the first right-to-left block; explicit controls can turn other text around.
    return any(character >= "\u0590" and unicodedata.bidirectional(character) in _TURNING for character in set(text))


_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"})
