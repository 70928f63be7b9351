"""Marks in a text that changed: where a quote stands now, and how sure that is.

Called when an article gets a new revision (`reanchor`) and when marks come from elsewhere with their
quotes (`find_quote`). It never guesses in silence: what is not the very same quote in a place that is
beyond doubt is "uncertain" and goes to a person, what cannot be found is an "orphan".

The order of attempts and the weights (quote 50, context before and after 20 each, position 2) follow
the approach of the Hypothesis client, as the dossier on text anchoring describes it: the difference
of the texts, the exact quote, the quote with its typography evened out, and the nearest likeness.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from annotator.text.folding import Folded
from annotator.text.revision import Revised, Span
from annotator.text.word import snap_to_graphemes, words

Status = Literal["same", "moved", "uncertain", "orphan"]

# Below this a place is shown to a person, whatever speaks for it.
SURE = 0.85
# Below this two texts have nothing to do with each other.
_ALIKE = 0.6
# By how much the best of several places must be better than the second.
_MARGIN = 0.05
# Context compared on either side, in code points.
_CONTEXT = 32
# How far beyond the ends of an alignment the true ends are looked for (code points).
_EDGE = 16
# Shorter quotes say too little by themselves: they need their context as well.
_TELLING = 12
# A quote this long that stands once in both texts needs no context.
_UNMISTAKABLE = 32
# More places of one quote than this are not ranked (5,000 take 30 ms); such a quote is an orphan.
_MOST_PLACES = 5_000
# How much of a revised text is searched for a likeness of one quote: code points, changed regions.
_SEARCHED = 20_000
_MOST_REGIONS = 8


class Anchor(Struct, frozen=True, gc=False):
    """Where a quote stands in a text: half-open code points, always inside the text.

    same: the very quote, where it was said to be (or, with no place given, where it stands once).
    moved: the very quote, beyond doubt, elsewhere. uncertain: a likeness, or one of several places; a
    person has to look. orphan: not found; the span is empty and says where it would have stood.
    score: 0 to 1.
    """

    start: int
    end: int
    status: Status
    score: float


class _Wanted(NamedTuple):
    """A quote with what stood around it; `near` is where it is expected, if anything says so."""

    quote: str
    prefix: str
    suffix: str
    near: int | None

    @property
    def tells(self) -> bool:
        """Whether the quote alone is enough to look for likenesses."""
        return len(self.quote) >= _TELLING and len(self.quote.split()) > 1


def reanchor(old_text: str, new_text: str, spans: Sequence[Span]) -> list[Anchor]:
    """Where marks on the old text stand in the new one, in the order of `spans`.

    spans: half-open code points in the old text, not empty. A place that the old text had already, and
    that did not belong to the mark, is not taken for it. For texts of 1 MB the comparison costs
    0.01 to 0.2 s (1 s where they have little in common), then a mark whose words changed 1 to 3 ms.
    """
    if old_text == new_text:
        return [Anchor(start, end, "same", 1.0) for start, end in spans]
    revised = Revised(old_text, new_text)
    changed = revised.changed()
    return [_reanchored(old_text, new_text, span, revised, changed) for span in spans]


def find_quote(text: str, quote: str, *, near: int | None, prefix: str = "", suffix: str = "") -> Anchor:
    """Where a quote from elsewhere stands in a text.

    near: where it is said to begin (code points), None if nothing is said. prefix, suffix: what stood
    before and after it, of any length, empty where not known.
    """
    expected = None if near is None else min(max(near, 0), len(text))
    wanted = _Wanted(quote, prefix[-_CONTEXT:], suffix[:_CONTEXT], expected)
    if not quote.strip():
        return _orphan(wanted)
    if near is not None and near >= 0 and text.startswith(quote, near):
        return Anchor(near, near + len(quote), "same", 1.0)
    places = _places(text, quote)
    if len(places) > _MOST_PLACES:
        return _orphan(wanted)
    if places:
        return _best_place(text, wanted, places)
    return _likeness(text, wanted, [(0, len(text))])


def _reanchored(old: str, new: str, span: Span, revised: Revised, changed: list[Span]) -> Anchor:
    start, end = span
    first, last = revised.carry(start, end)
    wanted = _Wanted(old[start:end], old[max(0, start - _CONTEXT) : start], old[end : end + _CONTEXT], min(first, last))
    if new[first:last] == wanted.quote and _stayed(wanted, new, span, first, revised):
        return Anchor(first, last, "same" if first == start else "moved", 1.0)
    everywhere = _places(new, wanted.quote)
    if len(everywhere) > _MOST_PLACES:
        return _orphan(wanted)
    places = _touching(everywhere, len(wanted.quote), changed)
    if first < last and new[first:last] == wanted.quote and first not in places:
        places.append(first)
    if places:
        unmistakable = len(wanted.quote) >= _UNMISTAKABLE and old.count(wanted.quote) == 1
        return _best_place(new, wanted, places, old_start=start, unmistakable=unmistakable)
    return _likeness(new, wanted, _nearest(changed, wanted, len(new)), carried=(first, last))


def _stayed(wanted: _Wanted, new: str, span: Span, first: int, revised: Revised) -> bool:
    """Whether a quote that the comparison carried over unchanged is the same one beyond doubt.

    A short quote in a rewritten sentence may have been matched with its like by accident.
    """
    kept = revised.kept_at(span[0])
    whole = kept is not None and kept.old + kept.length >= span[1]
    if whole and (len(wanted.quote) >= _TELLING or (kept is not None and kept.length >= _CONTEXT)):
        return True
    return _context_likeness(new, wanted, (first, first + len(wanted.quote))) >= 0.5


def _places(text: str, quote: str) -> list[int]:
    """Where the exact quote begins, overlapping places included; stops one beyond the most."""
    found: list[int] = []
    place = text.find(quote)
    while place >= 0 and len(found) <= _MOST_PLACES:
        found.append(place)
        place = text.find(quote, place + 1)
    return found


def _touching(places: list[int], length: int, changed: list[Span]) -> list[int]:
    """The places of a quote that touch what is new in the text: the others were there before."""
    found: list[int] = []
    for place in places:
        # The first changed region that does not end before the place.
        index = bisect_left(changed, place + 1, key=lambda region: region[1])
        if index < len(changed) and changed[index][0] < place + length:
            found.append(place)
    return found


def _best_place(
    text: str, wanted: _Wanted, places: list[int], *, old_start: int | None = None, unmistakable: bool = False
) -> Anchor:
    """The exact place that the context speaks for; "moved" only if it is the one beyond doubt."""
    length = len(wanted.quote)
    ranked = sorted(((_rank(text, wanted, place), place) for place in places), reverse=True)
    score, place = ranked[0]
    beyond_doubt = len(ranked) == 1 or score - ranked[1][0] >= _MARGIN
    if len(ranked) == 1 and (unmistakable or not (wanted.prefix or wanted.suffix)):
        score = 1.0
    if not beyond_doubt or score < SURE:
        return Anchor(place, place + length, "uncertain", score)
    same = place == old_start or (old_start is None and wanted.near is None)
    return Anchor(place, place + length, "same" if same else "moved", score)


def _rank(text: str, wanted: _Wanted, place: int) -> float:
    """How much speaks for an exact place: 0 to 1, what is not known left out."""
    earned = possible = 50.0
    context = _contexts(text, wanted, (place, place + len(wanted.quote)))
    earned += 20 * sum(context)
    possible += 20 * len(context)
    if wanted.near is not None:
        earned += 2 * (1 - abs(place - wanted.near) / max(len(text), 1))
        possible += 2
    return earned / possible


def _contexts(text: str, wanted: _Wanted, span: Span) -> list[float]:
    """Likeness of what stands before and after, for the sides that are known."""
    from rapidfuzz.distance import Indel

    found: list[float] = []
    if wanted.prefix:
        before = text[max(0, span[0] - len(wanted.prefix)) : span[0]]
        found.append(Indel.normalized_similarity(wanted.prefix, before))
    if wanted.suffix:
        after = text[span[1] : span[1] + len(wanted.suffix)]
        found.append(Indel.normalized_similarity(wanted.suffix, after))
    return found


def _context_likeness(text: str, wanted: _Wanted, span: Span) -> float:
    context = _contexts(text, wanted, span)
    return sum(context) / len(context) if context else 0.0


def _nearest(regions: list[Span], wanted: _Wanted, length: int) -> list[Span]:
    """The changed regions to search for a likeness: the nearest first, up to a bound, with margins."""
    near = wanted.near or 0
    margin = len(wanted.quote)
    chosen: list[Span] = []
    left = _SEARCHED
    here = bisect_left(regions, near, key=lambda region: region[1])
    around = regions[max(0, here - _MOST_REGIONS) : here + _MOST_REGIONS]
    around.sort(key=lambda region: max(region[0] - near, near - region[1], 0))
    for begin, end in around[:_MOST_REGIONS]:
        if left <= 0:
            break
        first = max(begin, near - left // 2)
        last = min(end, first + left)
        if first < last:
            left -= last - first + 2 * margin
            chosen.append((max(0, first - margin), min(length, last + margin)))
    return chosen


def _likeness(text: str, wanted: _Wanted, regions: list[Span], *, carried: Span | None = None) -> Anchor:
    """The place most like the quote, always for a person to look at; an orphan if none is like it."""
    found = _most_alike(text, wanted, [carried] if carried and carried[0] < carried[1] else [])
    if found and found.score >= SURE:
        return found
    candidates = [place for region in regions for place in _folded_places(text, wanted.quote, *region)]
    if not candidates and wanted.tells:
        candidates = [place for region in regions if (place := _nearest_likeness(text, wanted.quote, region))]
    other = _most_alike(text, wanted, candidates)
    # At equal likeness the place that the comparison of the texts gave is the better founded one.
    if found is None or (other and other.score > found.score):
        found = other
    return found or _orphan(wanted)


def _most_alike(text: str, wanted: _Wanted, candidates: list[Span]) -> Anchor | None:
    """The candidate most like the quote, if any is alike enough; its ends are whole clusters."""
    found: list[Anchor] = []
    for first, last in candidates:
        start, end = snap_to_graphemes(text, first, last)
        score = _similarity(wanted.quote, text[start:end])
        if not wanted.tells and _context_likeness(text, wanted, (start, end)) < 0.5:
            continue
        if start < end and score >= _ALIKE:
            found.append(Anchor(start, end, "uncertain", score))
    near = wanted.near or 0
    return max(found, key=lambda anchor: (anchor.score, -abs(anchor.start - near)), default=None)


def _folded_places(text: str, quote: str, begin: int, end: int) -> list[Span]:
    """Where the quote stands with other white space, quotation marks, dashes, accents or ligatures."""
    folded, folded_quote = Folded(text[begin:end]), Folded(quote).text.strip()
    if not folded_quote:
        return []
    found: list[Span] = []
    for place in _places(folded.text, folded_quote):
        first, last = folded.origin(place, place + len(folded_quote))
        found.append((begin + first, begin + last))
    return found


def _nearest_likeness(text: str, quote: str, region: Span) -> Span | None:
    """The stretch of a region that is most like the quote."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    begin, end = region
    searched = text[begin:end]
    if len(searched) <= len(quote):
        return _refined(text, quote, begin, end)
    # rapidfuzz scores in per cent.
    found = partial_ratio_alignment(quote, searched, score_cutoff=100 * (_ALIKE - 0.1))
    if found is None:
        return None
    return _refined(text, quote, begin + found.dest_start, begin + found.dest_end)


def _refined(text: str, quote: str, begin: int, end: int) -> Span | None:
    """The alignment's window has the quote's length; its true ends are where the two stop matching."""
    from rapidfuzz.distance import Levenshtein

    first, last = max(0, begin - _EDGE), min(len(text), end + _EDGE)
    equal = [code for code in Levenshtein.opcodes(quote, text[first:last]) if code.tag == "equal"]
    starts = {begin, *(first + code.dest_start for code in equal[:4])}
    starts.update(start for start, _ in words(text, first, begin + _EDGE))
    ends = {end, *(first + code.dest_end for code in equal[-4:])}
    ends.update(stop for _, stop in words(text, max(first, end - _EDGE), last))
    spans = [(start, stop) for start in starts for stop in ends if start < stop]
    # Of equally like stretches the shorter one is the quote, the longer one took in its neighbours.
    return max(
        spans,
        key=lambda span: (_similarity(quote, text[span[0] : span[1]]), span[0] - span[1], -span[0]),
        default=None,
    )


def _similarity(quote: str, other: str) -> float:
    """1 - edits / length of the longer one."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(quote, other)


def _orphan(wanted: _Wanted) -> Anchor:
    place = wanted.near or 0
    return Anchor(place, place, "orphan", 0.0)
