"""Whose claims are compared, and how disagreements are listed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec import structs

from annotator.queries.compared import workers
from annotator.queries.disagreements import Disagreement, claim_groups, disagreements
from annotator.records import AnnotatorRecord, ClaimRecord, ProgressRecord, Record
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, claim_record

TEAM = [
    AnnotatorRecord("3", "Ana", "AN", "#000000", "person"),
    AnnotatorRecord("2", "Ben", "BE", "#000000", "person"),
    AnnotatorRecord("1", "Cleo", "CL", "#000000", "person"),
    AnnotatorRecord("0", "Machine", "MA", "#000000", "suggester"),
    AnnotatorRecord("4", "Consensus", "CO", "#000000", "consensus"),
]


def fill(store: Store, records: Sequence[Record], articles: Sequence[str] = ("a", "b")) -> None:
    """Bring the team, articles and records in."""
    add_articles(store, [*TEAM, *(article_record(each) for each in articles), *records], source="set")


def found(store: Store) -> tuple[list[Disagreement], int]:
    with store.read() as session:
        return disagreements(claim_groups(session))


def test_a_claim_of_one_is_missing_to_the_others_who_worked_on_the_article(store: Store) -> None:
    finished = ProgressRecord("a", "1", "finished", True, (), 0)
    begun = ProgressRecord("b", "1", "in_progress", False, (), 0)
    fill(
        store,
        [
            claim_record("ana-a", "a", "3"),
            claim_record("ben-a", "a", "2", "She did not answer"),
            claim_record("ana-b", "b", "3"),
            claim_record("ben-b", "b", "2"),
            finished,
            begun,
        ],
    )
    listed, unanimous = found(store)
    assert [(each.article, each.kind, each.annotators, each.marks) for each in listed] == [
        ("a", "missing", ("Ana", "Ben", "Cleo"), ("ana-a",)),
        ("a", "missing", ("Ana", "Ben", "Cleo"), ("ben-a",)),
    ]
    assert unanimous == 1


def test_one_reader_alone_suggesters_and_the_consensus_are_not_compared(store: Store) -> None:
    fill(store, [claim_record(f"{who}-a", "a", who) for who in ("3", "0", "4")])
    assert found(store) == ([], 0)
    with store.read() as session:
        assert workers(session) == {"a": {"3"}}


def test_marks_left_behind_on_an_earlier_text_are_not_compared(store: Store) -> None:
    old = structs.replace(claim_record("old", "a", "3"), revision=0)
    fill(store, [old, claim_record("ana", "a", "3"), claim_record("ben", "a", "2")])
    assert found(store) == ([], 1)


def test_two_kinds_in_one_claim_are_two_entries_worst_first(store: Store) -> None:
    def said(id_: str, who: str, article: str, **values: object) -> ClaimRecord:
        return structs.replace(claim_record(id_, article, who), **values)

    fill(
        store,
        [
            said("b2", "2", "b", quotation="mixed"),
            said("b3", "3", "b"),
            said("a2", "2", "a", quotation="mixed", parts=claim_record("", "a", "2", "Two ships").parts),
            said("a3", "3", "a"),
        ],
    )
    listed, unanimous = found(store)
    assert [(each.article, each.kind, each.marks, each.annotators) for each in listed] == [
        ("a", "quotation", ("a3", "a2"), ("Ana", "Ben")),
        ("b", "quotation", ("b3", "b2"), ("Ana", "Ben")),
        ("a", "boundary", ("a3", "a2"), ("Ana", "Ben")),
    ]
    assert unanimous == 0


def test_only_those_asked_for_are_compared(store: Store) -> None:
    fill(store, [claim_record(f"{who}-{article}", article, who) for who in "23" for article in "ab"])
    with store.read() as session:
        assert {group.article for group in claim_groups(session, articles=["b"])} == {"b"}
        assert list(claim_groups(session, annotator_ids=["3", "1"])) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_marks_came_does_not_matter(tmp_path: Path, seed: int) -> None:
    words = ("Two ships", "Two ships a month", "ships a month go", "She did not answer", "The study by the Selm")
    chance = random.Random(7)
    records = [
        claim_record(f"{who}-{number}", chance.choice("ab"), who, chance.choice(words))
        for who in "123"
        for number in range(6)
    ]
    lists = []
    for order in (0, seed + 1):
        shuffled = list(records)
        random.Random(order).shuffle(shuffled)
        with Store.create(tmp_path / f"{order}", "Ana") as store:
            fill(store, shuffled)
            lists.append(found(store))
    assert [(e.article, e.kind, e.annotators, e.severity, e.start) for e in lists[0][0]] == [
        (e.article, e.kind, e.annotators, e.severity, e.start) for e in lists[1][0]
    ]
    assert lists[0][1] == lists[1][1]
