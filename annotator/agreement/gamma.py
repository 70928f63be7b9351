"""Gamma: agreement of any number of annotators on where claims are, over their best alignment.

Called by the question about agreement when it is asked for: it takes long, and needs SciPy's solver (extra
`gamma`). Mathet, Widlöcher and Métivier 2015, "The unified and holistic method gamma (γ) for inter-annotator
agreement measure and alignment", Computational Linguistics 41(3). Positions only: every claim is of one
category, from the start of its first part to the end of its last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, product
from math import prod

import numpy as np

from annotator.agreement.figures import SEED, Figure, undefined

Span = tuple[int, int]
Units = Sequence[Sequence[Span]]
Choice = tuple[int | None, ...]
"""For each annotator the number of a unit, or None."""

SAMPLES = 30
"""Chance texts that the expected disorder is a mean of: the paper's usual number."""

MOST_CANDIDATES = 200_000
"""Beyond so many possible alignments of units, the solver would take minutes for one article."""

ABSENT = "It cannot be computed, because the solver is not installed; install Annotator with the extra “gamma”."
NO_CLAIMS = "It cannot be computed, because nobody has marked a claim there."
TOO_MANY = "It cannot be computed, because an article has too many overlapping claims to align them all."


def gamma(articles: Sequence[tuple[int, Units]], report: Callable[[int], None], *, seed: int = SEED) -> Figure:
    """1 - observed / expected disorder, both summed over the articles.

    articles: the length of the text and each annotator's units, with two annotators or more; lengths in
    one unit of measure. report: told how many articles are done; may raise Cancelled. seed: of the chance
    texts; the same one gives the same figure.
    """
    try:
        import scipy.optimize  # noqa: F401  # looked for only
    except ImportError:
        return undefined(ABSENT)
    units = observed = expected = 0.0
    random = np.random.default_rng(seed)
    for done, (length, by_annotator) in enumerate(articles):
        report(done)
        number = sum(len(some) for some in by_annotator)
        if not number:
            continue
        found = disorder(by_annotator)
        chance = [disorder(_shifted(length, by_annotator, random)) for _ in range(SAMPLES)]
        known = [each for each in chance if each is not None]
        if found is None or len(known) < len(chance):
            return undefined(TOO_MANY)
        # The disorder is a mean over units, so articles weigh by how many they have.
        units += number
        observed += found * number
        expected += float(np.mean(known)) * number
    if not units or not expected:
        return undefined(NO_CLAIMS, int(units))
    return Figure(1 - observed / expected, int(units))


def disorder(by_annotator: Units) -> float | None:
    """The disorder of the best alignment, by the mean number of units an annotator has (the paper's 3.3).

    None where there are too many ways to align. An empty place costs 1 (the paper's delta), and so does a
    pair of units that lie a whole mean length apart.
    """
    number = sum(len(some) for some in by_annotator)
    if not number:
        return 0.0
    near = _near(by_annotator)
    if near is None:
        return None
    costs, rows, columns = _candidates(by_annotator, near)
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    covers = csr_array((np.ones(len(rows)), (rows, columns)), shape=(number, len(costs)))
    solved = milp(
        costs,
        constraints=LinearConstraint(covers, 1, 1),
        integrality=np.ones(len(costs)),
        bounds=Bounds(0, 1),
    )
    return float(solved.fun) * len(by_annotator) / number


def _candidates(by_annotator: Units, near: Sequence[Choice]) -> tuple[list[float], list[int], list[int]]:
    """Costs of the unitary alignments worth looking at, and which units each covers: (unit, alignment).

    One that costs more than its units would cost alone is in no best alignment (the paper's 4.2).
    """
    first = np.cumsum([0, *(len(some) for some in by_annotator)])
    pairs = len(by_annotator) * (len(by_annotator) - 1) / 2
    costs: list[float] = []
    rows: list[int] = []
    columns: list[int] = []
    for chosen in near:
        spans = [None if at is None else by_annotator[who][at] for who, at in enumerate(chosen)]
        cost = sum(_apart(one, other) for one, other in combinations(spans, 2)) / pairs
        there = [who for who, at in enumerate(chosen) if at is not None]
        # A unit by itself meets an empty place in every pair that it is in.
        alone = len(there) * (len(by_annotator) - 1) / pairs
        if len(there) > 1 and cost >= alone:
            continue
        for who in there:
            at = chosen[who]
            assert at is not None
            rows.append(int(first[who]) + at)
            columns.append(len(costs))
        costs.append(cost)
    return costs, rows, columns


def _near(by_annotator: Units) -> list[Choice] | None:
    """Every unit alone, and all ways to take one unit or none of each annotator that lie near one another.

    None where there are too many.
    """
    found: set[Choice] = set()
    for who, some in enumerate(by_annotator):
        for at, span in enumerate(some):
            choices: list[list[int | None]] = []
            for other, theirs in enumerate(by_annotator):
                near: list[int | None] = [number for number, each in enumerate(theirs) if _apart(span, each) < 2]
                choices.append([at] if other == who else [None] if other < who else [None, *near])
            if len(found) + prod(map(len, choices)) > MOST_CANDIDATES:
                return None
            found.update(product(*choices))
    return sorted(found, key=str)


def _apart(one: Span | None, other: Span | None) -> float:
    """The positional dissimilarity of two units (the paper's 3.1.2), delta for an empty one, 0 for two of them."""
    if one is None or other is None:
        return 0.0 if one is other else 1.0
    ends = abs(one[0] - other[0]) + abs(one[1] - other[1])
    lengths = (one[1] - one[0]) + (other[1] - other[0])
    return (ends / lengths) ** 2


def _shifted(length: int, by_annotator: Units, random: np.random.Generator) -> list[list[Span]]:
    """A chance text: each annotator's units moved along together, round the end of the text (the paper's 4.3).

    A unit that would run over the end stands at the beginning.
    """
    moved: list[list[Span]] = []
    for some in by_annotator:
        by = int(random.integers(0, max(length, 1)))
        shifted: list[Span] = []
        for start, end in some:
            begin = (start + by) % max(length, 1)
            begin = begin if begin + end - start <= length else 0
            shifted.append((begin, begin + end - start))
        moved.append(shifted)
    return moved
