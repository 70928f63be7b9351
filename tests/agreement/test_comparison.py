"""What is counted of several annotators' marks, and that no order matters to it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from annotator.agreement.comparison import Comparison, repeated
from annotator.agreement.figures import Figure
from annotator.agreement.layers import layers
from annotator.agreement.tokens import SOURCE
from annotator.records import ClaimRecord, ClaimSpeaker, ClaimTopic, MarkRecord
from tests.agreement.invented_marks import TEXT, claim, marks_of, mention

TEAM = ("ana", "ben", "cleo")


def compared(
    marks: Sequence[MarkRecord], team: Sequence[str] = TEAM, articles: Sequence[str] = ("a", "b")
) -> Comparison:
    """The marks compared; everybody worked on every article."""
    made = Comparison(len(team))
    for article in articles:
        made.add(
            article,
            TEXT,
            {
                at: [mark for mark in marks if (mark.article, mark.annotator) == (article, who)]
                for at, who in enumerate(team)
            },
        )
    made.settle()
    return made


def figures(made: Comparison, team: Sequence[str] = TEAM) -> dict[str, Any]:
    """Every figure of every layer, pairs by name."""
    found: dict[str, Any] = {}
    for name, layer in layers(made).items():
        found[name] = layer.measure.overall()
        if name in ("tokens", "speakers", "end_to_end", "boundaries"):
            found[name, "interval"] = layer.measure.interval()
        found[name, "missing"] = layer.missing
        for article, figure in zip(made.articles, layer.measure.grouped(np.arange(2), 2), strict=True):
            found[name, article] = figure
        for other, make in layer.others.items():
            found[name, other] = make()
        found |= {(name, each): figure for each, figure in layer.each().items()}
        for one in range(len(team)):
            for other_one in range(one + 1, len(team)):
                pair = frozenset((team[one], team[other_one]))
                found[name, pair] = layer.measure.paired(one, other_one)
    return found


def same(one: Any, other: Any) -> bool:
    if isinstance(one, Figure):
        return (one.units, one.undefined) == (other.units, other.undefined) and same(one.value, other.value)
    return bool(one == other or (one is not None and other is not None and one == pytest.approx(other)))


@settings(max_examples=25)
@given(marks_of(TEAM), st.randoms(use_true_random=False))
def test_order_never_matters(marks: list[MarkRecord], shuffler: random.Random) -> None:
    expected = figures(compared(marks))
    team, articles = list(TEAM), ["a", "b"]
    marks = list(marks)
    for each in (team, articles, marks):
        shuffler.shuffle(each)
    found = figures(compared(marks, team, articles), team)
    assert found.keys() == expected.keys()
    assert not [key for key, figure in expected.items() if not same(figure, found[key])]


@settings(max_examples=25)
@given(marks_of(("ana", "ben")), st.randoms(use_true_random=False))
def test_ids_do_not_matter(marks: list[MarkRecord], shuffler: random.Random) -> None:
    """Ids only: equal marks of one annotator may otherwise change places."""
    numbers = list(range(len(marks)))
    shuffler.shuffle(numbers)
    renamed = [structs.replace(mark, id=f"new-{number}") for mark, number in zip(marks, numbers, strict=True)]
    two = ("ana", "ben")
    one, other = figures(compared(marks, two), two), figures(compared(renamed, two), two)
    assert not [key for key, figure in one.items() if not same(figure, other[key])]


def test_the_same_marks_agree_wholly() -> None:
    marks = [
        claim(f"{who}-{at}", who, span, article=article, topics=[topic], speakers=[speaker], quotation=kind)
        for who in ("ana", "ben")
        for article in ("a", "b")
        for at, (span, topic, speaker, kind) in enumerate(
            [((0, 9), "fees", "mira", "direct"), ((10, 20), "silt", "jonas", "indirect")]
        )
    ]
    sides = {"fees": "supports", "silt": "opposes"}
    made = compared([with_stance(mark, sides[mark.topics[0].topic]) for mark in marks], ("ana", "ben"))
    for name, layer in layers(made).items():
        assert layer.measure.overall().value == pytest.approx(1), name
        assert layer.measure.interval() == pytest.approx((1, 1)), name
        assert layer.missing == 0


def with_stance(mark: ClaimRecord, stance: Any) -> ClaimRecord:
    return structs.replace(mark, topics=(ClaimTopic(mark.topics[0].topic, stance),))


def test_missing_claims_are_counted_and_not_dropped() -> None:
    marks = [
        claim("1", "ana", (0, 9), topics=["fees"]),
        claim("2", "ben", (0, 9), topics=["fees"]),
        claim("3", "ana", (20, 30), topics=["silt"]),
        claim("4", "ben", (40, 50)),
    ]
    made = compared(marks, ("ana", "ben"), ("a",))
    found = layers(made)
    assert found["claims"].measure.overall() == Figure(0.5, 4)
    assert found["claims"].missing == 2
    assert found["topics"].missing == 2
    assert found["topics"].measure.overall().units == 1
    assert found["claims"].measure.interval() is None


def test_who_found_nothing_counts_and_who_did_not_work_does_not() -> None:
    made = Comparison(3)
    made.add("a", TEXT, {0: [claim("1", "ana", (0, 9))], 1: []})
    made.add("b", TEXT, {0: [claim("2", "ana", (0, 9))]})
    made.settle()
    assert made.articles == ["a"]
    assert layers(made)["claims"].measure.overall() == Figure(0.0, 1)
    assert layers(made)["claims"].measure.paired(0, 2).undefined
    labels, _ = made.labels()
    assert set(labels.rows[:, 2]) == {-1}


def test_a_speaker_whom_only_words_name_is_the_same_where_the_words_are() -> None:
    marks: list[MarkRecord] = []
    for who, words in (("ana", (32, 35)), ("ben", (32, 35))):
        marks.append(mention(f"{who}-m", who, words))
        said = structs.replace(claim(f"{who}-c", who, (0, 20)), speakers=(ClaimSpeaker(None, "says", f"{who}-m"),))
        marks += [said, claim(f"{who}-d", who, (45, 60), speakers=["mira"])]
    made = compared(marks, ("ana", "ben"), ("a",))
    assert layers(made)["speakers"].measure.overall() == Figure(1.0, 2)
    labels, _ = made.labels()
    # One token of the source, to both annotators.
    assert (labels.times @ (labels.rows == SOURCE)).tolist() == [1, 1]


def test_end_to_end_wants_everything_but_the_boundaries_the_same() -> None:
    alike = {"topics": ["fees"], "speakers": ["mira"], "quotation": "direct"}
    for change, value in (({}, 1.0), ({"topics": ["silt"]}, 0.0), ({"speakers": []}, 0.0), ({"quotation": None}, 0.0)):
        marks = [claim("1", "ana", (0, 9), **alike), claim("2", "ben", (3, 12), **{**alike, **change})]
        assert layers(compared(marks, ("ana", "ben"), ("a",)))["end_to_end"].measure.overall().value == value


@given(st.lists(st.lists(st.integers(-1, 3), min_size=40, max_size=40), max_size=12))
def test_repeated_rows_are_counted_however_many_annotators(rows: list[list[int]]) -> None:
    found = repeated(np.array(rows, np.int64).reshape(-1, 40))
    expected = Counter(map(tuple, rows))
    assert dict(zip(map(tuple, found.rows.tolist()), found.times.tolist(), strict=True)) == expected
