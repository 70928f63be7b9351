"""All places where words or a regular expression stand in a text, within a limit of time and number.

Called by the reader's find and by the user's own highlighters, off the window's thread. Knows no marks
and changes nothing. While it matches, other threads run: an expression that would never end is stopped.
Offsets are code points, half-open.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import lru_cache

from annotator.errors import InvalidValue
from annotator.sentences import worded
from annotator.text.folding import Folded
from annotator.text.word import snap_to_graphemes

Span = tuple[int, int]
MOST_HITS = 10_000
MOST_CHARACTERS = 500
"""Of what is searched for: longer expressions are written by programs, and take long to prepare."""
SECONDS = 1.0
_WORD_BEGINS = r"\b(?:"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. expression: `words` is a regular expression, else it is found in any typography.

    Words are hit as whole characters, with their accents. case: capitals count. whole_words: the match
    begins and ends at the edge of a word.
    """

    words: str
    case: bool = False
    whole_words: bool = False
    expression: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The hits in the order of the text; none is empty, none overlaps another.

    more: there are more than `MOST_HITS`. trouble: a sentence where the search could not be made or was
    stopped; the hits found before it are kept.
    """

    spans: tuple[Span, ...] = field(default=())
    more: bool = False
    trouble: str = ""


def find_all(text: str, wanted: Wanted, seconds: float = SECONDS) -> Found:
    """Every hit in the text. seconds: how long the search may take. Raises nothing: see `Found.trouble`."""
    if not wanted.words.strip():
        return Found()
    try:
        pattern = _pattern(wanted)
    except InvalidValue as error:
        return Found(trouble=str(error))
    if wanted.expression:
        return _matches(pattern, text, seconds)
    folded = _folded(text)
    found = _matches(pattern, folded.text, seconds)
    spans: list[Span] = []
    for start, end in (_whole(text, *folded.origin(*span)) for span in found.spans):
        # A ligature is one character of the text and two of the folded one.
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return Found(tuple(spans), found.more, found.trouble)


def _whole(text: str, start: int, end: int) -> Span:
    """The span without half a character at its ends; nothing below U+0300 joins the character before it."""
    plain = text[start] < "\u0300" and (end == len(text) or text[end] < "\u0300")
    return (start, end) if plain else snap_to_graphemes(text, start, end)


@lru_cache(maxsize=1)
def _folded(text: str) -> Folded:
    """The text as it is searched, kept while somebody types."""
    return Folded(text)


def refusal_of(wanted: Wanted) -> str:
    """Why this cannot be searched for, as a sentence; "" when it can."""
    try:
        _pattern(wanted)
    except InvalidValue as error:
        return str(error)
    return ""


def _pattern(wanted: Wanted) -> object:
    import regex

    if len(wanted.words) > MOST_CHARACTERS:
        raise InvalidValue(
            worded(
                "This is longer than {most_characters} characters; search for a part of it.",
                most_characters=MOST_CHARACTERS,
            )
        )
    source = wanted.words if wanted.expression else regex.escape(Folded(wanted.words.strip()).text, special_only=True)
    if wanted.whole_words:
        source = rf"{_WORD_BEGINS}{source})\b"
    flags = regex.VERSION1 | regex.MULTILINE | (0 if wanted.case else regex.IGNORECASE)
    try:
        return regex.compile(source, flags)
    except (regex.error, RecursionError, OverflowError) as error:
        # The library's own reason is English in every language: where it fails is said instead.
        at = getattr(error, "pos", None)
        if at is None:
            raise InvalidValue(worded("The expression is nested too deep.")) from None
        before = len(_WORD_BEGINS) if wanted.whole_words else 0
        number = min(max(at - before, 0), len(wanted.words) - 1) + 1
        raise InvalidValue(worded("Wrong at character {number}.", number=number)) from None


def _matches(pattern: object, text: str, seconds: float) -> Found:
    spans: list[Span] = []
    end = time.monotonic() + seconds
    try:
        # concurrent: the matcher lets other threads run, above all the window's.
        for match in pattern.finditer(text, concurrent=True, timeout=seconds):  # type: ignore[attr-defined]
            if match.end() > match.start():
                if len(spans) == MOST_HITS:
                    return Found(tuple(spans), more=True)
                spans.append(match.span())
            elif time.monotonic() > end:
                raise TimeoutError
    except TimeoutError:
        return Found(
            tuple(spans), trouble=worded("The search took too long and was stopped; make the expression simpler.")
        )
    except MemoryError:
        return Found(tuple(spans), trouble=worded("The expression needs too much memory; make it simpler."))
    return Found(tuple(spans))
