"""What of a project is exported: states of articles, the consensus, and what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.actions.articles import set_state
from annotator.actions.exchange import export_set, import_sets
from annotator.actions.selection import selected
from annotator.errors import InvalidValue
from annotator.formats.native import write
from annotator.queries.article_states import standing
from annotator.records import AnnotatorRecord, SetRecord
from annotator.store import Store
from tests.sample_articles import MOMENT, TEXT, article_record, claim_record

NAMES = {"ana": "Ana", "ben": "Ben", "agreed": "Consensus"}


@pytest.fixture
def shared(store: Store, tmp_path: Path) -> Store:
    """Four articles: Ana finished the first and began the second, Ben reviewed the second; both are agreed on one."""
    people = [
        AnnotatorRecord(each, name, name[:2], "#7b5bb8", "consensus" if each == "agreed" else "person")
        for each, name in NAMES.items()
    ]
    articles = [article_record(each, f"{TEXT} {each}") for each in ("a", "b", "c", "d")]
    claims = [claim_record("1", "a", "ana"), claim_record("2", "b", "ana"), claim_record("3", "a", "agreed")]
    write([SetRecord("annotator-set", 1, "p", "P", MOMENT, "x"), *people, *articles, *claims], tmp_path / "a.jsonl")
    (report,) = import_sets(store, [tmp_path / "a.jsonl"])
    assert report.refused == []
    set_state(store, ["a"], "finished", by="Ana")
    set_state(store, ["b"], "reviewed", by="Ben")
    set_state(store, ["c"], "in_progress", by="Ben")
    return store


def test_articles_are_chosen_by_the_furthest_that_anybody_brought_them(shared: Store) -> None:
    with shared.read() as session:
        found = standing(session)
    assert found.by_state() == {"new": ("d",), "in_progress": ("c",), "finished": ("a",), "reviewed": ("b",)}
    assert selected(shared, states=("new", "reviewed")) == (None, ("d", "b"))
    assert selected(shared, states=("new", "finished"), articles=("b", "a")) == (None, ("a",))


def test_states_are_those_of_the_annotators_who_are_named(shared: Store) -> None:
    assert selected(shared, annotators=("Ana",), states=("in_progress",)) == (("Ana",), ("b",))
    assert selected(shared, annotators=("Ana",), states=("new",)) == (("Ana",), ("c", "d"))
    # The consensus finishes nothing: whose tags it was made of did.
    assert selected(shared, consensus=True, states=("finished",)) == (("Consensus",), ("a",))


def test_the_consensus_goes_out_alone_or_with_others(shared: Store, tmp_path: Path) -> None:
    names, articles = selected(shared, consensus=True)
    assert export_set(shared, tmp_path / "b.jsonl", annotators=names, articles=articles).counts["claim"] == 1
    assert selected(shared, annotators=("Ben",), consensus=True)[0] == ("Ben", "Consensus")


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"annotators": ("Zoe",)}, "Zoe"),
        ({"articles": ("z",)}, "no article z"),
        ({"states": ("finished",), "articles": ("d",)}, "No article that is asked for is finished"),
    ],
)
def test_what_is_not_there_is_refused(shared: Store, wish: dict[str, tuple[str, ...]], why: str) -> None:
    with pytest.raises(InvalidValue, match=why):
        selected(shared, **wish)  # type: ignore[arg-type]  # names, ids and states


def test_without_a_consensus_it_cannot_be_chosen(store: Store) -> None:
    with pytest.raises(InvalidValue, match="no consensus"):
        selected(store, consensus=True)
