"""A figure of agreement: a value, or the sentence that says why there is none.

Made by the measures of this package, handed on by the question about agreement. Never 0 or 1 in place of
something that is not defined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

SAMPLES = 1000
"""Resamples that an interval is taken from."""

SEED = 20160501
"""Of the resamples and of gamma's chance texts: the same project gives the same interval at every run."""

COVERAGE = 0.95
MOST_AT_ONCE = 1 << 20

NOTHING_SHARED = "It cannot be computed, because no two of these annotators have worked on the same article."
NOTHING_MARKED = "It cannot be computed, because nobody has marked anything there."
NOTHING_MATCHED = "It cannot be computed, because no claim was found by two of these annotators."
NO_SHARED_TOPIC = "It cannot be computed, because no two of these annotators gave the same topic to the same claim."
ONE_CATEGORY = "It cannot be computed, because there is one category only: every value is the same."


@dataclass(frozen=True, slots=True)
class Figure:
    """value: None where it is not defined, and then `undefined` says why. units: how many were compared."""

    value: float | None
    units: int
    undefined: str | None = None


def undefined(reason: str, units: int = 0) -> Figure:
    """A figure that is not there."""
    return Figure(None, units, reason)


def ratio(part: float, whole: float, units: int, reason: str) -> Figure:
    """part / whole; `reason` is why there is no figure when the whole is 0."""
    return Figure(float(part / whole), units) if whole else undefined(reason, units)


def summed(where: Whole, weights: Floats, size: int) -> Floats:
    """The weights that fall on each of the numbers from 0 to size."""
    return np.bincount(where, weights, size).astype(np.float64)


def resamples(clusters: int, samples: int = SAMPLES, seed: int = SEED) -> Iterator[Floats]:
    """How often each of the clusters (articles) is drawn, with replacement: blocks of resamples by clusters.

    Efron 1979, "Bootstrap methods: another look at the jackknife"; whole clusters are drawn, since what
    stands in one article hangs together (Davison and Hinkley 1997, 3.8).
    """
    random = np.random.default_rng(seed)
    block = max(1, min(samples, MOST_AT_ONCE // clusters))
    for first in range(0, samples, block):
        rows = min(block, samples - first)
        drawn = random.integers(0, clusters, (rows, clusters)) + np.arange(rows)[:, None] * clusters
        yield np.bincount(drawn.ravel(), minlength=rows * clusters).reshape(rows, clusters).astype(np.float64)


def interval(values: Floats, coverage: float = COVERAGE) -> tuple[float, float] | None:
    """The percentile interval of resampled values; None where fewer than half of them are defined."""
    defined = values[np.isfinite(values)]
    if not len(values) or len(defined) * 2 < len(values):
        return None
    low, high = np.quantile(defined, [(1 - coverage) / 2, (1 + coverage) / 2])
    return float(low), float(high)


def ratio_interval(parts: Floats, wholes: Floats) -> tuple[float, float] | None:
    """The interval of sum(parts) / sum(wholes), given both for each cluster."""
    if len(wholes) < 2:
        return None
    both = np.stack([parts, wholes], axis=1)
    sums = np.concatenate([weights @ both for weights in resamples(len(wholes))])
    with np.errstate(invalid="ignore", divide="ignore"):
        return interval(sums[:, 0] / sums[:, 1])
