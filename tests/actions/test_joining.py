"""Claims are joined and split: parts and tags are all there afterwards, and one undo takes it back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.actions.joining import join_claims, split_claim, united
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, edit_marks, set_cue, tag_claim, tag_mention
from annotator.actions.topics import make_topic
from annotator.errors import ChangeError
from annotator.queries.check import problems
from annotator.queries.marks import marks_by_id, marks_of
from annotator.records import ClaimRecord, ClaimTopic
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, snapshot, span


@pytest.fixture
def claims(store: Store, article_id: str) -> list[str]:
    """Two claims of Ana's out of order in the text, with tags of their own and one in common."""
    for name in ("Mira", "Jonas"):
        make_speaker(store, name, speaker_id=name.lower())
    for name in ("Fees", "Labour"):
        make_topic(store, name, topic_id=name.lower())
    later = tag_claim(store, article_id, [span("fees hurt boats")], certainty="high", note="later", quotation="mixed")
    first = tag_claim(store, article_id, [span("Two ships a month")], quotation="direct", note="first")
    add_topic(store, first, "fees", stance="opposes")
    add_topic(store, later, "fees", stance="supports")
    add_topic(store, later, "labour", stance="supports")
    add_speaker(store, first, "mira", mention=[span("Mira Okafor")])
    add_speaker(store, later, "mira")
    add_speaker(store, later, "jonas", role="reported_by", mention=[span("Jonas Albrecht")])
    set_cue(store, later, [span("argued")])
    return [later, first]


def claim(store: Store, id_: str) -> ClaimRecord:
    with store.read() as session:
        [found] = marks_by_id(session, [id_])
    assert isinstance(found, ClaimRecord)
    return found


def test_claims_become_one_with_all_parts_and_tags(store: Store, article_id: str, claims: list[str]) -> None:
    before = snapshot(store)
    joined = claim(store, join_claims(store, claims))
    assert joined.id == claims[1]
    assert [part.quote for part in joined.parts] == ["Two ships a month", "fees hurt boats"]
    assert [part.quote for part in joined.cue] == ["argued"]
    assert joined.topics == (ClaimTopic("fees", "opposes"), ClaimTopic("labour", "supports"))
    assert [(each.speaker, each.role) for each in joined.speakers] == [("mira", "says"), ("jonas", "reported_by")]
    assert all(each.mention for each in joined.speakers)
    assert (joined.quotation, joined.certainty, joined.note) == ("direct", "high", "first\nlater")
    with store.read() as session:
        assert [mark.id for mark in marks_of(session, article_id) if isinstance(mark, ClaimRecord)] == [joined.id]
        assert list(problems(session)) == []
    store.undo()
    assert snapshot(store) == before


def test_a_claim_falls_into_its_parts_with_the_same_tags(store: Store, claims: list[str]) -> None:
    joined = join_claims(store, claims)
    before = snapshot(store)
    first, second = (claim(store, id_) for id_ in split_claim(store, joined))
    assert ([part.quote for part in first.parts], [part.quote for part in second.parts]) == (
        ["Two ships a month"],
        ["fees hurt boats"],
    )
    assert (first.topics, first.speakers, first.cue, first.note) == (
        second.topics, second.speakers, second.cue, second.note,
    )  # fmt: skip
    assert (second.quotation, second.certainty) == ("direct", "high")
    with store.read() as session:
        assert list(problems(session)) == []
    store.undo()
    assert snapshot(store) == before


def test_what_cannot_be_joined_or_split_is_refused_and_nothing_changes(
    store: Store, article_id: str, claims: list[str]
) -> None:
    add_articles(store, [article_record("other")], source="another")
    elsewhere = tag_claim(store, "other", [span("Two ships")])
    theirs = tag_claim(store, article_id, [span("silt")], by="Ben")
    mention = tag_mention(store, article_id, [span("She")])
    before = snapshot(store)
    for ids, sentence in (
        (claims[:1], "two claims of your own"),
        ([*claims, elsewhere], "two articles"),
        ([*claims, theirs], "only Ben may change it"),
        ([*claims, mention], "not a claim"),
    ):
        with pytest.raises(ChangeError, match=sentence):
            join_claims(store, ids)
    with pytest.raises(ChangeError, match="nothing to split"):
        split_claim(store, claims[0])
    assert snapshot(store) == before


def test_fields_of_the_first_claim_go_before_those_of_the_others(store: Store, claims: list[str]) -> None:
    edit_marks(store, [claims[0]], label="Set", fields={"a": 1, "b": 2})
    edit_marks(store, [claims[1]], label="Set", fields={"b": 3})
    assert claim(store, join_claims(store, claims)).fields == {"a": 1, "b": 3}


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), max_size=8))
def test_united_spans_hold_the_same_places_and_never_touch(drawn: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in drawn]
    found = united(spans)
    assert {place for start, end in found for place in range(start, end)} == {
        place for start, end in spans for place in range(start, end)
    }
    assert all(before[1] < after[0] for before, after in itertools.pairwise(found))
