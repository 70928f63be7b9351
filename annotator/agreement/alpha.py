"""Krippendorff's alpha: one minus the observed over the expected disagreement.

Called by the question about agreement. Krippendorff 1970, "Estimating the reliability, systematic error
and random error of interval data"; 2004, "Content Analysis", chapter 11; 2011, "Computing Krippendorff's
alpha-reliability". Any number of annotators, missing values, any distance (see `likeness.py`).

Everything that alpha needs adds up over articles, so it is kept by cluster (an article, or a month of
them): the figure of each, of all, and of a thousand resamples come from one count.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from annotator.agreement.figures import ONE_CATEGORY, Figure, Floats, Whole, interval, resamples, summed, undefined
from annotator.agreement.likeness import Likeness

# Up to so many, one product of matrices is quicker than counting resample by resample.
FEW_CODES = 64
NO_VALUES = "It cannot be computed, because no two annotators gave a value to the same unit."


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted, by cluster.

    observed: disagreement between the values of a unit, summed. units: units with two values or more.
    cluster, code, count: how often a code was used in a cluster, in units with two values or more.
    """

    likeness: Likeness
    observed: Floats
    units: Whole
    cluster: Whole
    code: Whole
    count: Floats


def tally(
    codes: Whole, likeness: Likeness, clusters: Whole | None = None, number: int = 1, times: Whole | None = None
) -> Tally:
    """Count.

    codes: units by annotators, -1 where an annotator gave no value. clusters: which of `number` clusters
    each unit lies in; all in one when None. times: how many such units each row stands for; 1 when None.
    """
    where = np.zeros(len(codes), np.int64) if clusters is None else clusters
    weight = np.ones(len(codes)) if times is None else times.astype(np.float64)
    given = (codes >= 0).sum(axis=1)
    paired = given >= 2
    codes, where, weight, given = codes[paired], where[paired], weight[paired], given[paired]
    observed = np.zeros(number)
    for one in range(codes.shape[1]):
        for other in range(one + 1, codes.shape[1]):
            both = (codes[:, one] >= 0) & (codes[:, other] >= 0)
            differ = 1 - likeness.of(codes[both, one], codes[both, other])
            observed += summed(where[both], 2 * differ * weight[both] / (given[both] - 1), number)
    there = codes >= 0
    used = (where[:, None] * likeness.size + codes)[there]
    keys, place = np.unique(used, return_inverse=True)
    counts = summed(place, np.broadcast_to(weight[:, None], codes.shape)[there], len(keys))
    size = max(likeness.size, 1)
    return Tally(likeness, observed, summed(where, weight, number).astype(np.int64), keys // size, keys % size, counts)


def alpha(counted: Tally) -> Figure:
    """The coefficient over all clusters together."""
    units = int(counted.units.sum())
    if not units:
        return undefined(NO_VALUES)
    counts = summed(counted.code, counted.count, counted.likeness.size)
    value = _alpha(np.array([counted.observed.sum()]), counts[:, None], counted.likeness)[0]
    return Figure(float(value), units) if np.isfinite(value) else undefined(ONE_CATEGORY, units)


def alpha_interval(counted: Tally) -> tuple[float, float] | None:
    """The interval of the coefficient, clusters resampled; None where there is only one cluster."""
    number = len(counted.observed)
    if number < 2:
        return None
    observed, columns = [], []
    for weights in resamples(number):
        observed.append(weights @ counted.observed)
        columns.append(_drawn(counted, weights))
    return interval(_alpha(np.concatenate(observed), np.concatenate(columns).T, counted.likeness))


def _drawn(counted: Tally, weights: Floats) -> Floats:
    """How often each code is used in each resample: resamples by codes."""
    size, number = counted.likeness.size, len(counted.observed)
    if size <= FEW_CODES:
        table = summed(counted.cluster * size + counted.code, counted.count, number * size)
        drawn: Floats = weights @ table.reshape(number, size)
        return drawn
    return np.array([summed(counted.code, row[counted.cluster] * counted.count, size) for row in weights])


def alphas(counted: Tally) -> list[Figure]:
    """The coefficient of each cluster by itself."""
    bounds = np.searchsorted(counted.cluster, np.arange(len(counted.observed) + 1))
    found = []
    for number, (first, last) in enumerate(pairwise(bounds)):
        units = int(counted.units[number])
        if not units:
            found.append(undefined(NO_VALUES))
            continue
        codes, counts = counted.code[first:last], counted.count[first:last]
        alike = counted.likeness.of(np.repeat(codes, len(codes)), np.tile(codes, len(codes)))
        total = counts.sum()
        expected = total**2 - (alike * np.outer(counts, counts).ravel()).sum()
        value = 1 - (total - 1) * counted.observed[number] / expected if expected > 1e-9 else None
        found.append(Figure(float(value), units) if value is not None else undefined(ONE_CATEGORY, units))
    return found


def _alpha(observed: Floats, counts: Floats, likeness: Likeness) -> Floats:
    """counts: codes by columns; one coefficient a column, not a number where there is one category only."""
    total = counts.sum(axis=0)
    expected = total**2 - likeness.expected(counts)
    with np.errstate(invalid="ignore", divide="ignore"):
        values: Floats = np.where(expected > 1e-9, 1 - (total - 1) * observed / expected, np.nan)
    return values
