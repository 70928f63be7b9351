"""In which unit a file counts its offsets: found from its quotes, never believed.

Called by `placing.py` for each text. Tried are code points, UTF-16 units and bytes, CR LF as two or as one,
a byte order mark counted or not, ends exclusive or inclusive; only what can differ on the text at hand. Where
a file keeps no quotes, spans that begin and end at the edges of words speak instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from annotator.errors import InvalidSpan
from annotator.formats.foreign.description import ForeignSpan, Unit
from annotator.text import Offsets, RawOffsets

BYTE_ORDER_MARK = "\ufeff"

# So many spans decide; more would say the same.
WITNESSES = 400
# Edges of words are a weak witness: another unit must win by so many spans.
MARGIN_WITHOUT_QUOTES = 2

Place = tuple[int, int]

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BLANK = re.compile(r"\s")


class Ruler:
    """One way to count: carries a file's offsets over to code points of the normalised text."""

    def __init__(self, counted: str, unit: Unit, *, inclusive: bool, name: str, expected: bool) -> None:
        """counted: the text as the file's writer saw it. name: what the report calls this way to count.

        expected: whether the format's rules say so.
        """
        self.expected = expected
        self.doubtful = False
        """Whether nothing tells this way from one that counts a byte order mark otherwise."""
        self._counted = counted
        self._unit = unit
        self._inclusive = inclusive
        self.name = name

    @property
    def counts_mark(self) -> bool:
        """Whether a byte order mark at the beginning is counted."""
        return self._counted.startswith(BYTE_ORDER_MARK)

    @cached_property
    def _raw(self) -> RawOffsets:
        return RawOffsets(self._counted)

    @cached_property
    def _to_code_points(self) -> Callable[[int], int]:
        if self._unit == "code points":
            return int
        offsets = Offsets(self._counted)
        return offsets.from_utf16 if self._unit == "utf-16" else offsets.from_utf8

    def place(self, start: int, end: int) -> Place | None:
        """The code points in the normalised text; None outside it, inside a character, or backwards."""
        try:
            first = self._raw.carry(self._to_code_points(start))
            last = self._raw.carry(self._to_code_points(end + self._inclusive))
        except InvalidSpan:
            return None
        return (first, last) if first <= last else None


def ruler_for(raw: str, text: str, unit: Unit, spans: Sequence[ForeignSpan]) -> Ruler:
    """The way to count by which most spans fit their quotes; that of the format's rules where none fits better.

    raw: the text as the file has it; text: the same, normalised. unit: what the format's rules say.
    """
    told = [span for span in spans if span.quotes and span.parts]
    if not told and any(span.own for span in spans):
        # This program wrote it, and in the format's unit.
        return next(_rulers(raw, unit))
    witnesses = told or [span for span in spans if span.parts]
    witnesses = witnesses[:: max(1, len(witnesses) // WITNESSES)]
    best: Ruler | None = None
    most = 0
    for ruler in _rulers(raw, unit):
        fitting = sum(fits(text, span, ruler) for span in witnesses)
        if best is None or fitting > most + (0 if told else MARGIN_WITHOUT_QUOTES):
            best, most = ruler, fitting
        if most == len(witnesses):
            break
    assert best is not None
    if not told and raw.startswith(BYTE_ORDER_MARK):
        return _with_mark(raw, text, unit, witnesses, best, most)
    return best


def _with_mark(raw: str, text: str, unit: Unit, witnesses: Sequence[ForeignSpan], best: Ruler, most: int) -> Ruler:
    """Of a text with a byte order mark whose file keeps no quotes: the better way, doubtful where both may be meant."""
    others = [each for each in _rulers(raw, unit) if each.counts_mark != best.counts_mark]
    fitting = {each: sum(fits(text, span, each) for span in witnesses) for each in others}
    rival = max(others, key=fitting.__getitem__)
    chosen = rival if fitting[rival] > most else best
    chosen.doubtful = abs(fitting[rival] - most) < MARGIN_WITHOUT_QUOTES
    return chosen


def fits(text: str, span: ForeignSpan, ruler: Ruler) -> bool:
    """Whether the span, counted so, stands on its quotes; without quotes, on whole words."""
    places = [ruler.place(*part) for part in span.parts]
    found = [place for place in places if place is not None]
    if len(found) < len(places):
        return False
    return agrees(text, found, span.quotes) if span.quotes else all(_on_words(text, *place) for place in found)


def agrees(text: str, places: Sequence[Place], quotes: Sequence[str]) -> bool:
    """Whether the text at the places (code points) reads as the quotes say.

    A blank may stand for a newline, and several parts may be joined by one blank or by nothing.
    """
    slices = [text[start:end] for start, end in places]
    if len(slices) == len(quotes):
        return all(same_words(each, quote) for each, quote in zip(slices, quotes, strict=True))
    joined = quotes[0] if len(quotes) == 1 else " ".join(quotes)
    return any(same_words(glue.join(slices), joined) for glue in (" ", ""))


def same_words(one: str, other: str) -> bool:
    """Whether two stretches are equal, each white space being as good as another."""
    return one == other or (
        len(one) - one.count("\r\n") == len(other) - other.count("\r\n")
        and _BLANK.sub(" ", one.replace("\r\n", "\n")) == _BLANK.sub(" ", other.replace("\r\n", "\n"))
    )


def _on_words(text: str, start: int, end: int) -> bool:
    if start >= end or text[start].isspace() or text[end - 1].isspace():
        return False
    cuts_start = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cuts_end = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not cuts_start and not cuts_end


def _rulers(raw: str, declared: Unit) -> Iterator[Ruler]:
    """All ways to count that differ on this text, the declared and plainest first."""
    units: list[Unit] = ["code points"]
    if not raw.isascii():
        units += ["utf-16"] if _ASTRAL.search(raw) else []
        units.append("bytes")
    if declared in units:
        units.remove(declared)
        units.insert(0, declared)
    for inclusive in (False, True):
        for counted, how in _as_seen(raw):
            for unit in units:
                ends = ", ends inclusive" if inclusive else ""
                expected = not (inclusive or how) and unit == units[0]
                yield Ruler(counted, unit, inclusive=inclusive, name=f"{unit}{how}{ends}", expected=expected)


def _as_seen(raw: str) -> Iterator[tuple[str, str]]:
    """The text as the writer of the offsets may have seen it, and how that is called."""
    bare = raw.removeprefix(BYTE_ORDER_MARK)
    marks = [(raw, ""), (bare, ", byte order mark not counted")]
    if bare == raw:
        marks = [(raw, ""), (BYTE_ORDER_MARK + raw, ", a byte order mark counted")]
    for text, how in marks:
        yield text, how
        if "\r\n" in text:
            yield text.replace("\r\n", "\n"), f"{how}, CR LF counted as one"
        elif "\n" in text:
            yield text.replace("\n", "\r\n"), f"{how}, newlines counted as two"
