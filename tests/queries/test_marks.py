"""Marks as records: order, merged names, and large numbers of ids."""

from __future__ import annotations

from annotator.actions.codebook import merge_topics
from annotator.actions.speakers import make_speaker, merge_speakers
from annotator.actions.tagging import add_speaker, add_topic, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.model.tables import SPEAKER
from annotator.queries.annotators import annotator_named
from annotator.queries.marks import marks_by_id, marks_of, marks_of_articles, winners
from annotator.queries.registry import recent_speakers, recent_topics
from annotator.records import AnnotatorRecord, Record, kind_of
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, claim_record, span


def test_marks_come_in_text_order_from_everybody(store: Store, article_id: str) -> None:
    last = tag_claim(store, article_id, [span("She did not answer")])
    first = tag_mention(store, article_id, [span("Mira Okafor")], by="Ben")
    topic = make_topic(store, "Silt")
    middle = tag_passage(store, article_id, [span("The study")], topic)
    with store.read() as session:
        found = marks_of_articles(session, [article_id])
        assert [(mark.id, kind_of(mark)) for mark in found] == [
            (first, "mention"), (middle, "passage"), (last, "claim"),
        ]  # fmt: skip
        assert {mark.id: mark for mark in marks_of(session, article_id)} == {mark.id: mark for mark in found}
        assert marks_of(session, "nothing") == []
        by_id = marks_by_id(session, [last, "nothing", first])
        assert {mark.id: mark for mark in by_id} == {last: found[2], first: found[0]}
        assert marks_by_id(session, []) == []


def test_merged_names_are_resolved_through_every_merge(store: Store, article_id: str) -> None:
    a, b, c = (make_speaker(store, name) for name in "ABC")
    fees, dues = make_topic(store, "Fees"), make_topic(store, "Dues")
    claim = tag_claim(store, article_id, [span("Two ships")])
    add_speaker(store, claim, a, mention=[span("Mira Okafor")])
    add_topic(store, claim, dues, stance="opposes")
    passage = tag_passage(store, article_id, [span("The study")], dues)
    merge_speakers(store, a, b)
    merge_speakers(store, b, c)
    merge_topics(store, dues, fees)
    with store.read() as session:
        found = {kind_of(mark): mark for mark in marks_of(session, article_id)}
        assert winners(session, SPEAKER) == {a: c, b: c}
        assert [each.speaker for each in found["claim"].speakers] == [c]  # type: ignore[union-attr]
        assert [(each.topic, each.stance) for each in found["claim"].topics] == [(fees, "opposes")]  # type: ignore[union-attr]
        assert found["mention"].speaker == c  # type: ignore[union-attr]
        assert found["passage"].topic == fees  # type: ignore[union-attr]
        [same] = marks_by_id(session, [passage])
        assert same == found["passage"]


def test_more_ids_than_one_statement_takes(store: Store) -> None:
    records: list[Record] = [AnnotatorRecord("ben", "Ben", "BE", "#000000", "person")]
    records += [article_record("a"), article_record("b")]
    records += [claim_record(f"claim-{n}", "ab"[n % 2], "ben") for n in range(5200)]
    add_articles(store, records, source="set")
    with store.read() as session:
        found = marks_by_id(session, [f"claim-{n}" for n in range(5200)])
        assert len({mark.id for mark in found}) == 5200
        assert all(mark.parts[0].quote == "Two ships a month" for mark in found)
        assert len(marks_of(session, "a")) == 2600


def test_what_was_used_last_comes_first(store: Store, article_id: str) -> None:
    a, b, c = (make_speaker(store, name) for name in "ABC")
    fees, dues = make_topic(store, "Fees"), make_topic(store, "Dues")
    for speaker, topic in ((a, fees), (b, dues), (a, fees)):
        claim = tag_claim(store, article_id, [span("Two ships")])
        add_speaker(store, claim, speaker)
        add_topic(store, claim, topic)
    claim = tag_claim(store, article_id, [span("Two ships")], by="Ben")
    add_speaker(store, claim, c, by="Ben")
    with store.read() as session:
        me = annotator_named(session, "Ana")
        assert recent_speakers(session, me) == [a, b]
        assert recent_topics(session, me) == [fees, dues]
        assert recent_speakers(session, None) == []
