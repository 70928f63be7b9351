"""Which marks lie where: answers for a stretch of text in time that does not grow with the article.

Called by the view (what to paint, what was clicked) and by the cursor (next, previous, overlapping
mark). Holds the records as they came; knows neither Qt nor the text.

The index is a hierarchy of bins, like that of the UCSC genome browser (Kent et al., Genome Research 12,
2002): a mark lies in the smallest aligned bin of 2^k code points that holds all of it. So adding and
removing touch one bin, and a question looks into the few bins of each size that meet its stretch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from annotator.records import ClaimRecord, MarkRecord, MentionRecord, PassageRecord

SpanRole = Literal["claim", "cue", "mention", "passage"]

_SMALLEST = 9
"""Bits of the smallest bin: 512 code points, about a paragraph."""


class Span(NamedTuple):
    """One stretch that a mark takes up: half-open code points."""

    start: int
    end: int
    mark: str
    role: SpanRole


class Place(NamedTuple):
    """Where a mark stands in the order of the text: its first and last code point, then its id."""

    start: int
    end: int
    mark: str


class MarksIndex:
    """The marks of one article, by id and by place."""

    def __init__(self, marks: Iterable[MarkRecord] = ()) -> None:
        self._records: dict[str, MarkRecord] = {mark.id: mark for mark in marks}
        self._bins: dict[tuple[int, int], list[MarkRecord]] = {}
        self._order: list[Place] | None = None
        # Filled as marks come into view; for most of a long article never.
        self._spans: dict[str, list[Span]] = {}
        # Mention -> the claims that have their speaker by it; made once it is asked for, kept up to date then.
        self._claims: dict[str, set[str]] | None = None
        bins = self._bins
        for mark in self._records.values():
            bins.setdefault(_bin_of(mark), []).append(mark)
        self._sizes = {size for size, _ in bins}

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, mark: object) -> bool:
        return mark in self._records

    def record(self, mark: str) -> MarkRecord | None:
        """The record of a mark, None when the article has no such mark."""
        return self._records.get(mark)

    def records(self) -> Collection[MarkRecord]:
        """All marks, in no particular order."""
        return self._records.values()

    # Changing ----------------------------------------------------------------

    def put(self, mark: MarkRecord) -> list[Span]:
        """Add a mark or replace it. Returns the spans that are touched, old and new."""
        touched = self.drop(mark.id)
        self._records[mark.id] = mark
        key = _bin_of(mark)
        self._bins.setdefault(key, []).append(mark)
        self._sizes.add(key[0])
        if self._order is not None:
            insort(self._order, place_of(mark))
        if self._claims is not None:
            for mention in _mentions_of(mark):
                self._claims.setdefault(mention, set()).add(mark.id)
        return touched + self._spans_of(mark)

    def drop(self, mark: str) -> list[Span]:
        """Take a mark out, if it is there. Returns the spans it took up."""
        record = self._records.pop(mark, None)
        if record is None:
            return []
        key = _bin_of(record)
        self._bins[key] = [other for other in self._bins[key] if other.id != mark]
        if self._order is not None:
            del self._order[bisect_left(self._order, place_of(record))]
        if self._claims is not None:
            for mention in _mentions_of(record):
                self._claims[mention].discard(mark)
        return self._spans.pop(mark, None) or spans_of(record)

    # Asking ----------------------------------------------------------------

    def overlapping(self, start: int, end: int) -> list[Span]:
        """The spans that share at least one code point with the stretch, in the order of the text."""
        found: list[Span] = []
        if end <= start:
            return found
        for size in self._sizes:
            for number in range(start >> size, ((end - 1) >> size) + 1):
                for mark in self._bins.get((size, number), ()):
                    for span in self._spans_of(mark):
                        if span.start < end and start < span.end:
                            found.append(span)
        found.sort()
        return found

    def at(self, offset: int) -> list[str]:
        """The marks that hold the code point at `offset`, smallest first; ties by place."""
        return self.meeting(offset, offset + 1)

    def meeting(self, start: int, end: int) -> list[str]:
        """The marks that share a code point with the stretch, smallest first; ties by place."""
        return self.by_size({span.mark for span in self.overlapping(start, end)})

    def by_size(self, marks: Iterable[str]) -> list[str]:
        """Marks in the order in which a click offers them: smallest first; ties by place."""
        return sorted(marks, key=lambda mark: (self.size(mark), place_of(self._records[mark])))

    def size(self, mark: str) -> int:
        """How many code points the parts of a mark hold."""
        return sum(part.end - part.start for part in self._records[mark].parts)

    def place(self, mark: str) -> Place | None:
        """Where a mark stands, None when the article has no such mark."""
        record = self._records.get(mark)
        return None if record is None else place_of(record)

    def after(self, place: Place) -> Place | None:
        """The first mark behind a place, in text order."""
        order = self._sorted()
        index = bisect_right(order, place)
        return order[index] if index < len(order) else None

    def before(self, place: Place) -> Place | None:
        """The last mark before a place, in text order."""
        order = self._sorted()
        index = bisect_left(order, place)
        return order[index - 1] if index else None

    def own_pieces(self, mark: str) -> list[Span]:
        """The spans of the mark itself, in text order."""
        record = self._records.get(mark)
        return [] if record is None else sorted(spans_of(record))

    def _claims_by(self, mention: str) -> set[str]:
        """The claims that have their speaker by a mention."""
        if self._claims is None:
            self._claims = {}
            for record in self._records.values():
                for named in _mentions_of(record):
                    self._claims.setdefault(named, set()).add(record.id)
        return self._claims.get(mention, set())

    def pieces(self, mark: str) -> list[Span]:
        """All that belongs together when a mark is current, in text order.

        For a claim its parts, its cue and its speakers' mentions; for a mention its words and the claims that have
        their speaker by them; for a passage its own parts.
        """
        record = self._records.get(mark)
        if record is None:
            return []
        spans = spans_of(record)
        if isinstance(record, ClaimRecord):
            for speaker in record.speakers:
                mention = self._records.get(speaker.mention or "")
                if isinstance(mention, MentionRecord):
                    spans.extend(spans_of(mention))
        elif isinstance(record, MentionRecord):
            for claim in self._claims_by(mark):
                spans.extend(spans_of(self._records[claim]))
        return sorted(spans)

    def _spans_of(self, mark: MarkRecord) -> list[Span]:
        spans = self._spans.get(mark.id)
        if spans is None:
            spans = self._spans[mark.id] = spans_of(mark)
        return spans

    def _sorted(self) -> list[Place]:
        if self._order is None:
            self._order = sorted(place_of(mark) for mark in self._records.values())
        return self._order


def spans_of(mark: MarkRecord) -> list[Span]:
    """The spans of one mark: its parts, and a claim's cue."""
    name = mark.id
    if isinstance(mark, ClaimRecord):
        spans = [Span(part.start, part.end, name, "claim") for part in mark.parts]
        spans.extend(Span(part.start, part.end, name, "cue") for part in mark.cue)
        return spans
    role: SpanRole = "passage" if isinstance(mark, PassageRecord) else "mention"
    return [Span(part.start, part.end, name, role) for part in mark.parts]


def _mentions_of(mark: MarkRecord) -> list[str]:
    """The ids of the mentions by which a claim has its speakers."""
    speakers = mark.speakers if isinstance(mark, ClaimRecord) else ()
    return [speaker.mention for speaker in speakers if speaker.mention is not None]


def place_of(mark: MarkRecord) -> Place:
    """Where a mark stands: from its first part's start to its last part's end."""
    parts = mark.parts
    if len(parts) == 1:
        return Place(parts[0].start, parts[0].end, mark.id)
    return Place(min(part.start for part in parts), max(part.end for part in parts), mark.id)


def reach_of(mark: MarkRecord) -> tuple[int, int]:
    """From the first to the last code point of everything a mark takes up, its cue included."""
    parts = mark.parts
    start, end = parts[0].start, parts[0].end
    if len(parts) > 1:
        start = min(part.start for part in parts)
        end = max(part.end for part in parts)
    if type(mark) is ClaimRecord:
        for part in mark.cue:
            if part.start < start:
                start = part.start
            if part.end > end:
                end = part.end
    return start, end


def _bin_of(mark: MarkRecord) -> tuple[int, int]:
    # For the many marks of one part `reach_of` is not even called: a long article has 10,000 of them.
    parts = mark.parts
    if len(parts) == 1 and (type(mark) is not ClaimRecord or not mark.cue):
        start, end = parts[0].start, parts[0].end
    else:
        start, end = reach_of(mark)
    size = (start ^ (end - 1)).bit_length()
    if size < _SMALLEST:
        size = _SMALLEST
    return size, start >> size
