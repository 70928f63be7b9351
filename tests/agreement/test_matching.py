"""Marks are matched one to one by the words that they share, whatever the order in which they come."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from annotator.agreement.assignment import heaviest_pairs
from annotator.agreement.matching import content_of, matched_groups, matched_pairs, overlap
from annotator.records import MarkRecord, kind_of
from tests.agreement.invented_marks import claim, marks_of, mention

graphs = st.lists(st.dictionaries(st.integers(0, 4), st.integers(1, 6), max_size=5), max_size=5)


def heaviest_sum(rows: Sequence[dict[int, int]], columns: int) -> int:
    """The greatest sum, by trying everything."""
    places = [*range(columns), *([None] * len(rows))]
    return max(
        sum(row.get(place, 0) for row, place in zip(rows, order, strict=False) if place is not None)
        for order in set(permutations(places, len(rows)))
    )


@given(graphs)
def test_no_other_pairs_weigh_more(rows: list[dict[int, int]]) -> None:
    rows = rows[:4]
    partners = heaviest_pairs(rows, 5)
    taken = [column for column in partners if column is not None]
    assert len(taken) == len(set(taken))
    pairs = [(row, column) for row, column in enumerate(partners) if column is not None]
    assert all(column in rows[row] for row, column in pairs)
    assert sum(rows[row][column] for row, column in pairs) == heaviest_sum(rows, 5)


@given(marks_of(["Ana", "Ben"], most=4))
def test_the_pairs_share_as_many_words_as_any_pairs_could(marks: list[MarkRecord]) -> None:
    for kind in ("claim", "mention"):
        here = [mark for mark in marks if mark.article == "a" and kind_of(mark) == kind]
        left = [mark for mark in here if mark.annotator == "Ana"]
        right = [mark for mark in here if mark.annotator == "Ben"]
        pairs = matched_pairs(left, right)
        assert all(overlap(one, other) for one, other in pairs)
        rows = [
            {number: shared for number, other in enumerate(right) if (shared := overlap(one, other))} for one in left
        ]
        assert sum(overlap(one, other) for one, other in pairs) == heaviest_sum(rows, len(right))


def said(groups: Iterable[tuple[MarkRecord, ...]]) -> Counter[Any]:
    """The groups by what they say: annotators and contents, no ids."""
    return Counter(
        (group[0].article, frozenset(Counter((mark.annotator, content_of(mark)) for mark in group).items()))
        for group in groups
    )


@given(marks_of(["Ana", "Ben", "Cleo"]), st.randoms(use_true_random=False), st.permutations(["1", "2", "3"]))
def test_order_and_ids_never_matter(marks: list[MarkRecord], chance: random.Random, names: list[str]) -> None:
    expected = said(matched_groups(marks))
    renamed = dict(zip(["Ana", "Ben", "Cleo"], names, strict=True))
    back = {new: old for old, new in renamed.items()}
    ids = [f"mark-{number}" for number in range(len(marks))]
    chance.shuffle(ids)
    shuffled = [
        structs.replace(mark, id=id_, annotator=renamed[mark.annotator]) for id_, mark in zip(ids, marks, strict=True)
    ]
    chance.shuffle(shuffled)
    groups = matched_groups(shuffled)
    assert said(tuple(structs.replace(m, annotator=back[m.annotator]) for m in group) for group in groups) == expected


@given(marks_of(["Ana", "Ben", "Cleo"]))
def test_every_mark_is_in_one_group_of_its_article_and_kind(marks: list[MarkRecord]) -> None:
    groups = matched_groups(marks)
    assert Counter(mark.id for group in groups for mark in group) == Counter(mark.id for mark in marks)
    assert all(len({(mark.article, kind_of(mark)) for mark in group}) == 1 for group in groups)


def ids(groups: Iterable[tuple[MarkRecord, ...]]) -> list[list[str]]:
    return [sorted(mark.id for mark in group) for group in groups]


def test_the_sum_decides_not_the_best_single_pair() -> None:
    # Ana's first shares most with Ben's second, but then Ben's first would be left alone.
    left = [claim("a1", "Ana", (0, 20)), claim("a2", "Ana", (18, 30))]
    right = [claim("b1", "Ben", (0, 9)), claim("b2", "Ben", (9, 30))]
    assert ids(matched_pairs(left, right)) == [["a1", "b1"], ["a2", "b2"]]


def test_equal_overlaps_go_to_the_mark_that_says_the_same() -> None:
    left = [claim("a1", "Ana", (0, 9), topics=["fees"]), claim("a2", "Ana", (0, 9), topics=["silt"])]
    right = [
        claim("b1", "Ben", (0, 9), topics=["silt"], speakers=["mira"]),
        claim("b2", "Ben", (0, 9), topics=["fees"]),
    ]
    assert ids(matched_pairs(left, right)) == [["a1", "b2"], ["a2", "b1"]]


def test_two_halves_of_one_claim_the_first_is_its_match() -> None:
    halves = [claim("a2", "Ana", (10, 20)), claim("a1", "Ana", (0, 10))]
    whole = [claim("b", "Ben", (0, 20))]
    assert ids(matched_pairs(halves, whole)) == ids(matched_pairs(whole, halves)) == [["a1", "b"]]


def test_parts_count_together() -> None:
    left = [claim("a", "Ana", (0, 4), (10, 14))]
    right = [claim("b1", "Ben", (0, 5)), claim("b2", "Ben", (2, 4), (9, 15))]
    assert ids(matched_pairs(left, right)) == [["a", "b2"]]


def test_a_mention_is_no_claim_and_touching_is_no_overlap() -> None:
    marks = [claim("a", "Ana", (0, 9)), mention("b", "Ben", (0, 9)), claim("c", "Ben", (9, 12))]
    assert sorted(ids(matched_groups(marks))) == [["a"], ["b"], ["c"]]


def test_pairs_hold_a_group_together_though_its_ends_do_not_touch() -> None:
    marks = [claim("a", "Ana", (0, 9)), claim("b", "Ben", (5, 20)), claim("c", "Cleo", (12, 25))]
    assert ids(matched_groups(marks)) == [["a", "b", "c"]]


def test_groups_come_in_the_order_of_the_text() -> None:
    marks = [
        claim("b2", "Ben", (30, 40)),
        claim("a1", "Ana", (0, 9)),
        claim("a2", "Ana", (28, 40)),
        claim("b1", "Ben", (2, 9)),
    ]
    assert ids(matched_groups(marks)) == [["a1", "b1"], ["a2", "b2"]]
