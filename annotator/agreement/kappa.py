"""Percent agreement and the kappas, for comparison with papers that report them.

Called by the question about agreement. Codes are units by annotators, -1 where there is no value; `times`
says how many such units each row stands for, 1 when None.
"""

from __future__ import annotations

import numpy as np

from annotator.agreement.figures import ONE_CATEGORY, Figure, Floats, Whole, summed, undefined

NO_PAIRS = "It cannot be computed, because no two annotators gave a value to the same unit."
UNEVEN = "It cannot be computed, because Fleiss’ kappa needs as many values of each unit, and some are missing."


def percent(codes: Whole, times: Whole | None = None) -> Figure:
    """The share of pairs of values of a unit that are equal, no allowance for chance; 0 to 1."""
    weight = _weight(codes, times)
    equal = pairs = 0
    for one in range(codes.shape[1]):
        for other in range(one + 1, codes.shape[1]):
            both = (codes[:, one] >= 0) & (codes[:, other] >= 0)
            pairs += int(weight[both].sum())
            equal += int(weight[both] @ (codes[both, one] == codes[both, other]))
    units = int(weight[(codes >= 0).sum(axis=1) >= 2].sum())
    return Figure(equal / pairs, units) if pairs else undefined(NO_PAIRS)


def cohen(codes: Whole, times: Whole | None = None) -> Figure:
    """Two annotators, chance by the habits of each (Cohen 1960, "A coefficient of agreement for nominal scales").

    codes: units by two annotators; units that one of them left out are passed over.
    """
    there = (codes >= 0).all(axis=1)
    both, weight = codes[there], _weight(codes, times)[there]
    if not len(both):
        return undefined(NO_PAIRS)
    size = int(both.max()) + 1
    table = summed(both[:, 0] * size + both[:, 1], weight / weight.sum(), size * size).reshape(size, size)
    expected = float(table.sum(axis=0) @ table.sum(axis=1))
    return _corrected(float(np.trace(table)), expected, int(weight.sum()))


def fleiss(codes: Whole, times: Whole | None = None) -> Figure:
    """Any number of annotators, chance by what all of them use (Fleiss 1971, "Measuring nominal scale
    agreement among many raters"); each unit must have the same number of values.
    """
    given = (codes >= 0).sum(axis=1)
    weight = _weight(codes, times)[given >= 2]
    codes, given = codes[given >= 2], given[given >= 2]
    if not len(codes):
        return undefined(NO_PAIRS)
    if len(set(given.tolist())) > 1:
        return undefined(UNEVEN, int(weight.sum()))
    counts = np.zeros((len(codes), int(codes.max()) + 1))
    for column in codes.T:
        there = np.flatnonzero(column >= 0)
        np.add.at(counts, (there, column[there]), 1)
    raters = int(given[0])
    units = float(weight.sum())
    observed = float(weight @ ((counts**2).sum(axis=1) - raters)) / (units * raters * (raters - 1))
    shares = weight @ counts / (units * raters)
    return _corrected(observed, float(shares @ shares), int(units))


def _weight(codes: Whole, times: Whole | None) -> Floats:
    return np.ones(len(codes)) if times is None else times.astype(np.float64)


def _corrected(observed: float, expected: float, units: int) -> Figure:
    if expected > 1 - 1e-12:
        return undefined(ONE_CATEGORY, units)
    return Figure((observed - expected) / (1 - expected), units)
