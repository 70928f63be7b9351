"""Spans of a foreign set onto the normalised text: in place, moved, uncertain, or nowhere.

Called by the translator, once for each text. What does not read as its quote is looked for by quote and
context; nothing is shifted in silence, and nothing that is in doubt is passed off as sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from annotator.formats.foreign.description import ForeignSpan, ForeignText
from annotator.formats.foreign.units import Place, Ruler, agrees, ruler_for
from annotator.records import Part
from annotator.text import Status, find_quote, normalise

# A quote cut short by its tool still tells where its span begins.
TELLING = 12
# Looking for a likeness takes milliseconds; past so many in one text only quotes that stand there once are found.
LOOKED_FOR = 2000
# So many places of the very quote take as long to weigh against each other.
WEIGHED = 1500
# Characters that may be searched in all texts of a set together: some ten seconds.
SEARCHED = 250_000_000
LEAST_SEARCHED = 2000
WORST_LAST: tuple[Status, ...] = ("same", "moved", "uncertain", "orphan")


class Placed(Struct, frozen=True):
    """A span where it stands in the normalised text (code points).

    status: as in `text.anchoring`; an orphan and a span of no length have no parts. at: where the file says that
    it begins, in code points, if that is inside the text.
    """

    span: ForeignSpan
    parts: tuple[Part, ...]
    status: Status
    at: int | None = None


class Patience:
    """How much of the texts of one set may still be searched for words that are not where the set says."""

    def __init__(self) -> None:
        self.left = SEARCHED


def placed(raw_text: ForeignText, text: str, patience: Patience | None = None) -> tuple[list[list[Placed]], Ruler]:
    """The spans of each layer in their order, and the way to count that was found.

    text: normalised. patience: of the whole set; that of one text alone by default.
    """
    spans = [span for layer in raw_text.layers for span in layer.spans]
    ruler = ruler_for(text if raw_text.raw is None else raw_text.raw, text, raw_text.unit, spans)
    looker = _Looker(text, ruler, patience or Patience(), across_lines=raw_text.across_lines, derived=raw_text.derived)
    return [[looker.place(span) for span in layer.spans] for layer in raw_text.layers], ruler


class _Looker:
    """Places spans on one text."""

    def __init__(self, text: str, ruler: Ruler, patience: Patience, *, across_lines: bool, derived: bool) -> None:
        self._patience = patience
        self._across_lines = across_lines
        self._derived = derived
        self._text = text
        self._ruler = ruler
        self._left = float(LOOKED_FOR)

    def place(self, span: ForeignSpan) -> Placed:
        text = self._text
        found = [self._ruler.place(*part) for part in span.parts]
        places = [place for place in found if place is not None]
        if len(places) == len(found):
            if (self._derived or self._ruler.doubtful) and not span.quotes and places:
                return Placed(span, self._parts(places), "uncertain")
            if not span.quotes or agrees(text, places, span.quotes):
                return Placed(span, self._parts(places), "same", places[0][0] if places else None)
            if _cut_short(text, places, span.quotes):
                return Placed(span, self._parts(places), "uncertain")
        elif not span.quotes:
            return Placed(span, (), "orphan")
        return self._looked_for(span, found)

    def _looked_for(self, span: ForeignSpan, expected: Sequence[Place | None]) -> Placed:
        quotes = _quotes(span)
        if not quotes or not self._may_look(quotes):
            return Placed(span, (), "orphan")
        places: list[Place] = []
        worst: Status = "same"
        for number, quote in enumerate(quotes):
            near = expected[number] if number < len(expected) else None
            anchor = find_quote(
                self._text,
                quote,
                near=near[0] if near else None,
                prefix=normalise(span.prefix) if number == 0 else "",
                suffix=normalise(span.suffix) if number == len(quotes) - 1 else "",
            )
            status: Status = anchor.status
            if status in ("same", "moved"):
                # What begins where the file says but ends elsewhere is no longer where the file says; a span of
                # which the file keeps nothing but the words stands where they stand.
                status = "moved" if number < len(expected) else "same"
            worst = max(worst, status, key=WORST_LAST.index)
            places.append((anchor.start, anchor.end))
        if worst == "orphan":
            return Placed(span, (), "orphan")
        return Placed(span, self._parts(places), worst)

    def _may_look(self, quotes: Sequence[str]) -> bool:
        """Whether there is time left to look for these words, which is then spent."""
        found = [self._text.count(quote) for quote in quotes if quote]
        spent = sum(count / WEIGHED if count else 1.0 for count in found if count != 1)
        if spent and min(self._left, self._patience.left) <= 0:
            return False
        self._left -= spent
        self._patience.left -= int(spent * max(LEAST_SEARCHED, len(self._text)))
        return True

    def _parts(self, places: Sequence[Place]) -> tuple[Part, ...]:
        return as_parts(self._text, places, across_lines=self._across_lines)


def _cut_short(text: str, places: Sequence[Place], quotes: Sequence[str]) -> bool:
    """Whether the quote is only the beginning of what stands at the place: its tool kept no more."""
    if len(places) != 1 or len(quotes) != 1 or len(quotes[0]) < TELLING:
        return False
    start, end = places[0]
    return end - start > len(quotes[0]) and agrees(text, [(start, start + len(quotes[0]))], quotes)


def _quotes(span: ForeignSpan) -> list[str]:
    """The words to look for, part by part where the file lets them be told apart."""
    quotes = [normalise(quote) for quote in span.quotes]
    if len(quotes) == len(span.parts) or len(quotes) != 1:
        return quotes
    lengths = [end - start for start, end in span.parts]
    for glue in (1, 0):
        if sum(lengths) + glue * (len(lengths) - 1) == len(quotes[0]):
            starts = [sum(lengths[:number]) + glue * number for number in range(len(lengths))]
            return [quotes[0][start : start + length] for start, length in zip(starts, lengths, strict=True)]
    return quotes


def as_parts(text: str, places: Iterable[Place], *, across_lines: bool = False) -> tuple[Part, ...]:
    """Places (code points) as parts: sorted, the empty ones dropped, those that overlap made one.

    across_lines: also those that only white space with a newline parts.
    """
    made: list[Place] = []
    for start, end in sorted(place for place in places if place[0] < place[1]):
        if made and (start < made[-1][1] or (across_lines and _is_line_break(text[made[-1][1] : start]))):
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(Part(start, end, text[start:end]) for start, end in made)


def _is_line_break(gap: str) -> bool:
    return "\n" in gap and gap.isspace()
