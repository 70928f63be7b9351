"""An article's text as tokens, and what an annotator's claims make of each.

Called by the question about agreement. A token is a run of word characters, or one other character that is
not white space; it is labelled by its first character. Cue goes before source, source before content,
content before nothing. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.figures import Whole

NOTHING, CONTENT, SOURCE, CUE = range(4)
LABELS = ("nothing", "content", "source", "cue")
Span = tuple[int, int]

_OTHER, _WORD, _SPACE = range(3)


def token_starts(text: str) -> Whole:
    """Where the tokens of the text begin."""
    kinds = _kinds()[np.frombuffer(text.encode("utf-32-le"), np.uint32)]
    starts = kinds != _SPACE
    starts[1:] &= (kinds[1:] == _OTHER) | (kinds[:-1] != _WORD)
    return np.flatnonzero(starts)


@cache
def _kinds() -> NDArray[np.uint8]:
    """What each code point is, as the regular expressions \\w and \\s have it."""
    kinds = np.zeros(0x110000, np.uint8)
    for code in range(len(kinds)):
        character = chr(code)
        if character.isalnum() or character == "_":
            kinds[code] = _WORD
        elif character.isspace():
            kinds[code] = _SPACE
    return kinds


def labelled(
    length: int, starts: Whole, *, content: Iterable[Span], source: Iterable[Span], cue: Iterable[Span]
) -> Whole:
    """The label of each token in a text of `length` code points, given what one annotator marked in it."""
    painted = np.zeros(length + 1, np.int64)
    for label, spans in ((CONTENT, content), (SOURCE, source), (CUE, cue)):
        for start, end in spans:
            painted[start:end] = label
    return painted[starts]
