"""Versions of the codebook: what makes one, and the marks to look at again after it."""

from __future__ import annotations

import pytest

from annotator.actions.codebook import (
    edit_topic_meaning,
    keep_marks,
    merge_topics,
    part_topic,
    retire_topic,
    retire_topics,
    split_topic,
)
from annotator.actions.tagging import add_topic, tag_claim, tag_passage
from annotator.actions.topics import edit_topic, make_topic, move_topic
from annotator.errors import ChangeError, InvalidValue
from annotator.queries.annotators import annotator_named
from annotator.queries.check import problems
from annotator.queries.codebook import (
    Version,
    counts_to_look_at,
    marks_about,
    marks_to_look_at,
    meaning_versions,
    topic_counts,
    versions,
)
from annotator.queries.marks import raw_marks
from annotator.queries.registry import topics
from annotator.records import ClaimRecord, MarkRecord
from annotator.store import Store
from tests.sample_articles import snapshot, span


def all_versions(store: Store) -> list[Version]:
    with store.read() as session:
        return versions(session)


def to_look_at(store: Store, name: str = "Ana") -> list[tuple[str, str, int, int]]:
    with store.read() as session:
        found = marks_to_look_at(session, annotator_named(session, name))
        counts = counts_to_look_at(session, annotator_named(session, name))
    assert sum(counts.values()) == len(found)
    return [(each.mark, each.topic, each.made, each.changed) for each in found]


def mark(store: Store, mark_id: str) -> MarkRecord:
    with store.read() as session:
        return raw_marks(session, [mark_id])[0]


def claim_about(store: Store, article: str, words: str, topic: str, by: str = "Ana") -> str:
    claim = tag_claim(store, article, [span(words)], by=by)
    add_topic(store, claim, topic, by=by)
    return claim


def test_names_colours_keys_and_places_make_no_version(store: Store) -> None:
    fees, labour = make_topic(store, "Port fees"), make_topic(store, "Labour")
    edit_topic(store, fees, name="Fees", colour="#123456", key="f")
    move_topic(store, labour, fees)
    edit_topic_meaning(store, fees, definition="")
    assert all_versions(store) == []


def test_a_change_of_meaning_makes_a_version_with_a_note(store: Store, article_id: str) -> None:
    fees = make_topic(store, "Port fees")
    claim = claim_about(store, article_id, "Two ships", fees)
    edit_topic_meaning(store, fees, definition="What ships pay")
    edit_topic_meaning(store, fees, exclude="Fines", note="Fines are parted off")
    [version] = all_versions(store)
    assert (version.number, version.annotator, version.topics) == (1, "Ana", (fees,))
    assert version.note == "“Port fees”: definition changed; Fines are parted off"
    assert to_look_at(store) == [(claim, fees, 0, 1)]
    tag_passage(store, article_id, [span("The study")], fees)
    assert to_look_at(store) == [(claim, fees, 0, 1)]
    retire_topic(store, fees)
    assert [each.number for each in all_versions(store)] == [2, 1]
    assert len(to_look_at(store)) == 2
    store.undo()
    assert to_look_at(store) == [(claim, fees, 0, 1)]
    store.redo()
    assert [each[3] for each in to_look_at(store)] == [2, 2]


def test_marks_that_were_looked_at_are_listed_no_more(store: Store, article_id: str) -> None:
    fees = make_topic(store, "Port fees")
    mine = claim_about(store, article_id, "Two ships", fees)
    other = claim_about(store, article_id, "fees hurt boats", fees, by="Ben")
    edit_topic_meaning(store, fees, definition="What ships pay")
    assert [each[0] for each in to_look_at(store)] == [mine]
    assert [each[0] for each in to_look_at(store, "Ben")] == [other]
    assert to_look_at(store, "Nobody") == []
    keep_marks(store, [mine])
    assert to_look_at(store) == []
    assert mark(store, mine).codebook == 1
    with pytest.raises(ChangeError, match="is Ben’s"):
        keep_marks(store, [other])
    store.undo()
    assert [each[0] for each in to_look_at(store)] == [mine]


def test_bringing_a_topic_back_asks_for_no_second_look(store: Store, article_id: str) -> None:
    fees = make_topic(store, "Port fees")
    retire_topic(store, fees)
    claim_about(store, article_id, "Two ships", fees)
    retire_topic(store, fees, False)
    assert [each.note for each in all_versions(store)] == ["“Port fees” brought back", "“Port fees” retired"]
    assert to_look_at(store) == []


def test_a_topic_that_comes_back_has_its_key_again_where_that_is_free(store: Store) -> None:
    fees, labour = make_topic(store, "Port fees"), make_topic(store, "Labour")
    edit_topic(store, fees, key="p")
    edit_topic(store, labour, key="l")
    retire_topics(store, [fees, labour])
    edit_topic(store, make_topic(store, "Landing"), key="L")
    retire_topics(store, [fees, labour], False)
    with store.read() as session:
        assert {each.name: each.key for each in topics(session)} == {"Port fees": "p", "Labour": None, "Landing": "L"}


def test_a_merge_lists_the_losers_marks(store: Store, article_id: str) -> None:
    fees, dues = make_topic(store, "Port fees"), make_topic(store, "Harbour dues")
    claim_about(store, article_id, "Two ships", fees)
    loser = claim_about(store, article_id, "fees hurt boats", dues)
    merge_topics(store, dues, fees)
    assert to_look_at(store) == [(loser, dues, 0, 1)]
    with store.read() as session:
        assert topic_counts(session) == {fees: 2}
        assert [each.quote for each in marks_about(session, fees)] == ["Two ships", "fees hurt boats"]
        assert meaning_versions(session) == {dues: 1}


def test_a_merge_of_long_ago_is_taken_back_with_its_marks(store: Store, article_id: str) -> None:
    fees, dues = make_topic(store, "Port fees"), make_topic(store, "Harbour dues")
    below = make_topic(store, "Small ships", parent=dues)
    loser = claim_about(store, article_id, "fees hurt boats", dues)
    merge_topics(store, dues, fees)
    keep_marks(store, [loser], by="Ana")
    since = claim_about(store, article_id, "Two ships", fees)
    with pytest.raises(ChangeError, match="“Port fees” was not merged"):
        part_topic(store, fees)
    before = snapshot(store)
    part_topic(store, dues)
    with store.read() as session:
        assert topic_counts(session) == {fees: 1, dues: 1}
        found = {each.id: each for each in topics(session)}
    assert (found[dues].merged_into, found[below].parent) == (None, fees)
    assert found[fees].exclude == "“Harbour dues” has been a topic of its own since version 2."
    assert all_versions(store)[0].note == "“Harbour dues” parted from “Port fees”"
    assert to_look_at(store) == [(since, fees, 1, 2)]
    store.undo()
    assert snapshot(store) == before
    make_topic(store, "harbour DUES")
    with pytest.raises(InvalidValue, match="There is a topic “harbour DUES” at this place"):
        part_topic(store, dues)


def test_a_quote_in_several_parts_is_shown_whole(store: Store, article_id: str) -> None:
    fees = make_topic(store, "Port fees")
    claim = tag_claim(store, article_id, [span("Two ships"), span("fees hurt boats")], by="Ana")
    add_topic(store, claim, fees, by="Ana")
    tag_passage(store, article_id, [span("The study")], fees)
    with store.read() as session:
        assert sorted(each.quote for each in marks_about(session, fees)) == [
            "The study",
            "Two ships … fees hurt boats",
        ]


def test_a_split_moves_the_marks_that_were_chosen(store: Store, article_id: str) -> None:
    fees, after, dues = make_topic(store, "Port fees"), make_topic(store, "Labour"), make_topic(store, "Dues")
    merge_topics(store, dues, fees)
    moved = claim_about(store, article_id, "fees hurt boats", dues)
    passage = tag_passage(store, article_id, [span("The study")], fees)
    stays = claim_about(store, article_id, "Two ships", fees)
    theirs = claim_about(store, article_id, "She did not answer", fees, by="Ben")
    before = snapshot(store)
    made = split_topic(store, fees, " Fees of  boats", [moved, passage], definition="What boats pay", made_id="new")
    with store.read() as session:
        found = {each.id: each for each in topics(session)}
        assert topic_counts(session) == {made: 2, fees: 2}
    assert made == "new"
    assert (found[made].name, found[made].definition, found[made].parent) == ("Fees of boats", "What boats pay", None)
    assert found[fees].order < found[made].order < found[after].order
    assert found[fees].exclude == "“Fees of boats” has been a topic of its own since version 2."
    record = mark(store, moved)
    assert isinstance(record, ClaimRecord)
    assert ([each.topic for each in record.topics], record.codebook) == ([made], 2)
    assert [each[0] for each in to_look_at(store)] == [stays]
    assert [each[0] for each in to_look_at(store, "Ben")] == [theirs]
    with store.read() as session:
        assert list(problems(session)) == []
    store.undo()
    assert snapshot(store) == before


def test_a_split_that_cannot_be_changes_nothing(store: Store, article_id: str) -> None:
    fees, labour = make_topic(store, "Port fees"), make_topic(store, "Labour")
    mine = claim_about(store, article_id, "Two ships", labour)
    theirs = claim_about(store, article_id, "fees hurt boats", fees, by="Ben")
    before = snapshot(store)
    with pytest.raises(ChangeError, match="not about “Port fees”"):
        split_topic(store, fees, "New", [mine])
    with pytest.raises(ChangeError, match="is Ben’s"):
        split_topic(store, fees, "New", [theirs])
    with pytest.raises(ChangeError, match="There is a topic “Labour”"):
        split_topic(store, fees, "labour", [])
    assert snapshot(store) == before
