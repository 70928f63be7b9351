"""Agreement on where units begin and end in a continuum: Krippendorff's alphas for unitizing.

Called by the question about agreement. An annotator's units of a continuum are spans from 0 to its length,
half-open, sorted, not overlapping (`merged` makes them so); what lies between is gap. A continuum is an
article, a length a number of tokens. All sums add up over continua.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

import numpy as np

from annotator.agreement.figures import Figure, Floats, interval, resamples, undefined

Span = tuple[int, int]

NO_UNITS = "It cannot be computed, because nobody has marked a claim there."
NO_GAPS = "It cannot be computed, because the claims cover all of the text."


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one; those that only touch stay two."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif end > start:
            found.append((start, end))
    return found


@dataclass(frozen=True, slots=True)
class Lengths:
    """What one continuum adds to the coefficients; lengths in its own unit.

    mixed: coincidences of unit and gap. inside, outside: lengths of all annotators' units and gaps.
    own: the coincidences of segments with themselves, which chance must not count. units: how many.
    observed, expected: disagreement as the coefficient of 1995 has it, times the continuum's length.
    """

    mixed: float
    inside: float
    outside: float
    own: float
    units: int
    observed: float
    expected: float


def lengths(length: int, by_annotator: Sequence[Sequence[Span]], *, of_1995: bool = True) -> Lengths:
    """Measure a continuum that two annotators or more have worked on. of_1995: for that coefficient too."""
    annotators = len(by_annotator)
    long = [end - start for units in by_annotator for start, end in units]
    inside = sum(long)
    outside = annotators * length - inside
    squares = sum(each * each for each in long)
    mixed = observed = 0
    for one, other in combinations(by_annotator, 2):
        shared, squared = _faced(one, other)
        mixed += sum(end - start for start, end in (*one, *other)) - 2 * shared
        observed += squared
    return Lengths(
        mixed / (annotators - 1),
        inside,
        outside,
        squares + outside,
        len(long),
        2 * observed / (annotators * (annotators - 1) * length) if length else 0.0,
        _expected_1995(length, annotators, long, by_annotator) if of_1995 else 0.0,
    )


def unitizing_alpha(continua: Sequence[Lengths]) -> Figure:
    """How reliably claims are told from the text between them: |u-alpha, the binary coefficient.

    Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability of unitizing textual continua:
    further developments": coincidences of intersection lengths; a unit is not paired with itself, and each
    token of a gap is a segment of its own. Gives the .413 of the example in Krippendorff 2019, "Content
    Analysis", 4th edition, figure 12.11: three observers, 60 places.
    """
    rows = _rows(continua)
    return _defined(float(_binary(rows.sum(axis=0)[None, :])[0]), continua)


def unitizing_interval(continua: Sequence[Lengths]) -> tuple[float, float] | None:
    """The interval of |u-alpha, continua resampled; None for fewer than two."""
    if len(continua) < 2:
        return None
    rows = _rows(continua)
    return interval(_binary(np.concatenate([weights @ rows for weights in resamples(len(rows))])))


def unitizing_alpha_1995(continua: Sequence[Lengths]) -> Figure:
    """The older coefficient, which other tools report: squared differences of the ends of units that overlap.

    Krippendorff 1995, "On the reliability of unitizing continuous data"; 2004, "Measuring the reliability
    of qualitative text analysis data". Continua weigh by their length.
    """
    observed, expected = sum(each.observed for each in continua), sum(each.expected for each in continua)
    return _defined(1 - observed / expected if expected > 0 else float("nan"), continua)


def _rows(continua: Sequence[Lengths]) -> Floats:
    return np.array([[each.mixed, each.inside, each.outside, each.own] for each in continua]).reshape(-1, 4)


def _binary(sums: Floats) -> Floats:
    mixed, inside, outside, own = sums.T
    total = inside + outside
    with np.errstate(invalid="ignore", divide="ignore"):
        expected = total * inside * outside / (total**2 - own)
        values: Floats = 1 - mixed / expected
    return values


def _defined(value: float, continua: Sequence[Lengths]) -> Figure:
    units = sum(each.units for each in continua)
    if np.isfinite(value):
        return Figure(value, units)
    return undefined(NO_GAPS if units else NO_UNITS, units)


def _faced(one: Sequence[Span], other: Sequence[Span]) -> tuple[int, int]:
    """The length that units of both cover, and their disagreement as the coefficient of 1995 counts it.

    The disagreement of two units that overlap is the sum of the squared differences of their ends; of a
    unit that lies in a gap it is its squared length.
    """
    shared = squared = first = 0
    met: set[int] = set()
    for start, end in one:
        while first < len(other) and other[first][1] <= start:
            first += 1
        number = first
        while number < len(other) and other[number][0] < end:
            low, high = other[number]
            shared += min(end, high) - max(start, low)
            squared += (start - low) ** 2 + (end - high) ** 2
            met.add(number)
            number += 1
        if number == first:
            squared += (end - start) ** 2
    return shared, squared + sum((high - low) ** 2 for at, (low, high) in enumerate(other) if at not in met)


def _expected_1995(length: int, annotators: int, long: list[int], by_annotator: Sequence[Sequence[Span]]) -> float:
    """Disagreement by chance, times the length: units anywhere among the others' units and gaps."""
    whole = annotators * length
    pairs = whole * (whole - 1) - sum(each * (each - 1) for each in long)
    if not pairs:
        return 0.0
    gaps = sorted(gap for units in by_annotator for gap in _gaps(length, units))
    tails = [*reversed([*accumulate(reversed(gaps))]), 0]
    total = 0.0
    for each in long:
        first = bisect_left(gaps, each)
        room = tails[first] - (len(gaps) - first) * (each - 1)
        total += (len(long) - 1) / 3 * (2 * each**3 - 3 * each**2 + each) + each**2 * room
    return 2 * total / pairs


def _gaps(length: int, units: Sequence[Span]) -> list[int]:
    ends = [0, *(end for _, end in units)]
    starts = [*(start for start, _ in units), length]
    return [start - end for end, start in zip(ends, starts, strict=True) if start > end]
