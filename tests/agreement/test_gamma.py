"""Gamma's alignment against all alignments there are, and what it is where it is not defined."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.agreement.gamma import ABSENT, Span, disorder, gamma
from annotator.errors import Cancelled

spans = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair)))
units = st.lists(st.lists(spans, max_size=3), min_size=2, max_size=3)


def quiet(_done: int) -> None:
    """Nobody watches."""


def dissimilarity(one: Span | None, other: Span | None) -> float:
    """As the paper has it, with a cost of 1 for an empty place."""
    if one is None or other is None:
        return float(one is not other)
    ends = abs(one[0] - other[0]) + abs(one[1] - other[1])
    return (ends / (one[1] - one[0] + other[1] - other[0])) ** 2


def alignments(left: Sequence[tuple[int, Span]], annotators: int) -> Iterator[list[list[Span | None]]]:
    """All ways to part units into groups with one unit of an annotator at most."""
    if not left:
        yield []
        return
    (who, span), *rest = left
    for chosen in _subsets(rest, who):
        group: list[Span | None] = [None] * annotators
        for at, each in [(who, span), *chosen]:
            group[at] = each
        others = list(rest)
        for each_chosen in chosen:
            others.remove(each_chosen)
        for more in alignments(others, annotators):
            yield [group, *more]


def _subsets(rest: Sequence[tuple[int, Span]], who: int) -> Iterator[list[tuple[int, Span]]]:
    for size in range(3):
        for some in combinations(rest, size):
            owners = [who, *(at for at, _ in some)]
            if len(set(owners)) == len(owners):
                yield list(some)


@settings(max_examples=40)
@given(units)
def test_the_best_alignment_is_the_best_of_all(by_annotator: list[list[Span]]) -> None:
    annotators = len(by_annotator)
    every = [(who, span) for who, some in enumerate(by_annotator) for span in some]
    pairs = annotators * (annotators - 1) / 2
    best = min(
        sum(dissimilarity(*pair) for group in some for pair in combinations(group, 2)) / pairs
        for some in alignments(every, annotators)
    )
    expected = best * annotators / len(every) if every else 0.0
    assert disorder(by_annotator) == pytest.approx(expected)


def test_the_paper_s_dissimilarities() -> None:
    """Two units of the same length that overlap by half, a unit alone, and perfect agreement."""
    assert disorder([[(0, 4)], [(2, 6)]]) == pytest.approx(0.25)
    assert disorder([[(0, 4)], []]) == pytest.approx(2.0)
    assert disorder([[(0, 4), (5, 9)], [(0, 4), (5, 9)]]) == 0


def test_gamma_is_1_for_the_same_claims_and_the_same_at_every_run() -> None:
    same = [(200, [[(0, 10), (40, 60)], [(0, 10), (40, 60)]])]
    assert gamma(same, quiet).value == pytest.approx(1)
    near = [(200, [[(0, 10), (40, 60)], [(2, 10), (44, 60)]]), (100, [[(5, 20)], []])]
    figure = gamma(near, quiet)
    assert figure == gamma(near, quiet)
    assert figure.value is not None
    assert figure.value < 1
    assert figure.units == 5
    assert gamma(near, quiet, seed=2).value != figure.value


def test_what_is_not_defined_has_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert gamma([(100, [[], []])], quiet).undefined
    crowded = [[(at, at + 200) for at in range(60)] for _ in range(4)]
    assert "too many overlapping claims" in (gamma([(400, crowded)], quiet).undefined or "")
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    assert gamma([(100, [[(0, 4)], [(0, 4)]])], quiet).undefined == ABSENT


def test_it_can_be_stopped() -> None:
    def stop(done: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        gamma([(100, [[(0, 4)], [(0, 4)]])] * 3, stop)
