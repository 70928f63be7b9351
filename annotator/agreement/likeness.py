"""How alike two codes are: 1 minus the distance that Krippendorff's alpha counts a disagreement with.

Used by `alpha.py`. Codes are numbers from 0; for sets, the number of a set in a list of different sets.
Only pairs of different codes that are alike at all are kept: of some thousand sets of speakers hardly any
two share a member.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from annotator.agreement.figures import Floats, Whole

CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Likeness:
    """size: how many codes there are. pairs: low * size + high of the codes that are alike, sorted; values:
    how alike they are, above 0 and at most 1. A code is wholly like itself.
    """

    size: int
    pairs: Whole
    values: Floats

    def of(self, one: Whole, other: Whole) -> Floats:
        """The likeness of codes, pair by pair."""
        alike: Floats = (one == other).astype(np.float64)
        if len(self.pairs):
            wanted = np.minimum(one, other) * self.size + np.maximum(one, other)
            place = np.minimum(np.searchsorted(self.pairs, wanted), len(self.pairs) - 1)
            alike = alike + np.where(self.pairs[place] == wanted, self.values[place], 0.0)
        return alike

    def expected(self, counts: Floats) -> Floats:
        """The sum of likeness over all pairs of values, for each column of `counts` (codes by columns)."""
        total: Floats = np.einsum("kb,kb->b", counts, counts)
        low, high = self.pairs // self.size, self.pairs % self.size
        for first in range(0, len(self.pairs), CHUNK):
            some = slice(first, first + CHUNK)
            total += 2 * np.einsum("pb,pb,p->b", counts[low[some]], counts[high[some]], self.values[some])
        return total


def nominal(size: int) -> Likeness:
    """Two different categories have nothing in common."""
    return Likeness(size, np.empty(0, np.int64), np.empty(0))


def ordinal(counts: Sequence[float] | Floats) -> Likeness:
    """Categories in their order; counts: how often each was used.

    The distance is that of the ranks between the two (Krippendorff 2011, "Computing Krippendorff's
    alpha-reliability", section E), scaled to at most 1, which alpha does not see.
    """
    used = np.asarray(counts, np.float64)
    places = np.cumsum(used) - used / 2
    low, high = np.triu_indices(len(places), 1)
    distance = (places[low] - places[high]) ** 2
    alike = 1 - distance / max(distance.max(initial=0.0), np.finfo(np.float64).tiny)
    kept = alike > 0
    return Likeness(len(places), (low * len(places) + high)[kept], alike[kept])


def jaccard(sets: Sequence[AbstractSet[Hashable]]) -> Likeness:
    """Different sets by the share of their members that they have in common (Jaccard 1901)."""
    return _by_sharing(sets, lambda shared, one, other: shared / (one + other - shared))


def masi(sets: Sequence[AbstractSet[Hashable]]) -> Likeness:
    """Jaccard's share, weighted by whether one set holds the other (Passonneau 2006, "Measuring agreement on
    set-valued items (MASI) for semantic and pragmatic annotation").
    """

    def weighted(shared: Floats, one: Floats, other: Floats) -> Floats:
        inside = np.where(shared == np.minimum(one, other), 2 / 3, 1 / 3)
        return inside * shared / (one + other - shared)

    return _by_sharing(sets, weighted)


def _by_sharing(sets: Sequence[AbstractSet[Hashable]], alike: Callable[[Floats, Floats, Floats], Floats]) -> Likeness:
    holders: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, members in enumerate(sets):
        for member in members:
            holders[member].append(number)
    keys = [np.empty(0, np.int64)]
    for numbers in holders.values():
        low, high = np.triu_indices(len(numbers), 1)
        held = np.asarray(numbers, np.int64)
        keys.append(held[low] * len(sets) + held[high])
    pairs, shared = np.unique(np.concatenate(keys), return_counts=True)
    sizes = np.array([len(each) for each in sets], np.float64)
    size = max(len(sets), 1)
    values = alike(shared.astype(np.float64), sizes[pairs // size], sizes[pairs % size])
    return Likeness(len(sets), pairs, values)
