"""Words and grapheme clusters: what a selection may begin and end at.

Called by the reader (hand selection, the word at the cursor, moving the ends of a mark) and by verbs
that check spans. It never cuts an emoji sequence, a flag, a Hangul syllable or a letter from its
combining marks. All offsets are code points, half-open.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from annotator.errors import InvalidSpan
from annotator.sentences import worded

if TYPE_CHECKING:
    from regex import Pattern

Span = tuple[int, int]

# `regex` is imported at the first use: most runs of the command line need neither words nor clusters.


@cache
def _word() -> Pattern[str]:
    """A word: letters, digits and their marks, with apostrophes and hyphens between them.

    In scripts that set no spaces each cluster is a word, as in Unicode's default word boundaries
    (UAX 29): without a dictionary the run would be a whole sentence.
    """
    import regex

    unspaced = r"\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
    first = rf"[[\p{{L}}\p{{N}}\p{{Pc}}]--[{unspaced}]]"
    letters = rf"{first}[[\p{{L}}\p{{M}}\p{{N}}\p{{Pc}}\u200c\u200d]--[{unspaced}]]*+"
    between = r"(?:['’\-‐‑·]|(?<=\p{Nd})[.,](?=\p{Nd}))"
    return regex.compile(rf"(?=[[\p{{L}}\p{{N}}]&&[{unspaced}]])\X|{letters}(?:{between}{letters})*+", regex.VERSION1)


@cache
def _cluster() -> Pattern[str]:
    """One extended grapheme cluster (UAX 29)."""
    import regex

    return regex.compile(r"\X")


@cache
def _certain_boundary() -> Pattern[str]:
    """Backwards: the last place where a cluster certainly begins, whatever stands before it.

    Between two printable ASCII characters nothing combines, and after a newline everything is new.
    """
    import regex

    return regex.compile(r"(?r)(?<=\n)(?=[\s\S])|(?<=[ -~])(?=[ -~])|\A")


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words that begin between two offsets, in order; white space and punctuation are left out."""
    stop = len(text) if end is None else end
    return [match.span() for match in _word().finditer(text, start, stop)]


def word_at(text: str, position: int) -> Span | None:
    """The word that holds the character at `position`, else the one that ends there, else None.

    position: 0 to len(text). Raises InvalidSpan outside the text.
    """
    _require(text, position, position)
    touching = [span for span in words(text, *_unbroken(text, position)) if span[0] <= position <= span[1]]
    return touching[-1] if touching else None


def grapheme_boundaries(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Where grapheme clusters begin and end, from `start` to `end`, both included.

    `start` must itself be a boundary (the start of a line is one).
    """
    stop = len(text) if end is None else end
    _require(text, start, stop)
    return [start, *(match.end() for match in _cluster().finditer(text, start, stop))]


def snap_to_graphemes(text: str, start: int, end: int) -> Span:
    """The smallest span of whole grapheme clusters around the given one; an empty one stays empty.

    Raises InvalidSpan for a span outside the text.
    """
    _require(text, start, end)
    first = _cluster_around(text, start)[0]
    if start == end:
        return first, first
    before, after = _cluster_around(text, end)
    return first, end if before == end else after


def snap_to_words(text: str, start: int, end: int) -> Span:
    """The span grown to whole words, white space at its ends left out, always whole clusters.

    A span of white space only becomes empty, at its start. Raises InvalidSpan outside the text.
    """
    _require(text, start, end)
    chosen = text[start:end]
    body = chosen.strip()
    if not body:
        return snap_to_graphemes(text, start, start)
    start += len(chosen) - len(chosen.lstrip())
    span = start, start + len(body)
    while True:
        grown = snap_to_graphemes(text, *_grown_to_words(text, *span))
        if grown == span:
            return span
        span = grown


def _grown_to_words(text: str, start: int, end: int) -> Span:
    for first, last in words(text, *_unbroken(text, start)):
        if first < start < last:
            start = first
    for first, last in words(text, *_unbroken(text, end)):
        if first < end < last:
            end = last
    return start, end


def _unbroken(text: str, position: int) -> Span:
    """The stretch without white space around a position: no word reaches beyond it."""
    first = last = position
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    return first, last


def _cluster_around(text: str, position: int) -> Span:
    """The cluster that begins before or at `position` and ends after it."""
    if position == len(text):
        return position, position
    anchor = _certain_boundary().search(text, 0, position + 1)
    begin = anchor.start() if anchor else 0
    for match in _cluster().finditer(text, begin):
        first, last = match.span()
        if last > position:
            return first, last
    return position, position


def _require(text: str, start: int, end: int) -> None:
    if not 0 <= start <= end <= len(text):
        raise InvalidSpan(
            worded(
                "The span {start} to {end} lies outside the text of {count} characters or runs backwards; "
                "select the words again.",
                start=start,
                end=end,
                count=len(text),
            )
        )
