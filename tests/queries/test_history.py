"""History as people read it, of the project and of one mark."""

from __future__ import annotations

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import delete_marks, edit_marks, set_spans, tag_claim
from annotator.queries.history import history
from annotator.records import AnnotatorRecord, Record
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, claim_record, span


def test_steps_are_told_latest_first_with_article_and_annotator(store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [span("Two ships")], by="Ben")
    make_speaker(store, "Mira Okafor")
    with store.read() as session:
        steps = history(session)
        assert [(step.step, step.label, step.annotator, step.kind) for step in steps] == [
            (3, "New speaker", "Ana", "change"),
            (2, "Tag claim", "Ben", "change"),
            (1, "Add articles", "Ana", "batch"),
        ]
        assert [step.rows for step in steps] == [1, 2, 2]
        assert steps[1].articles == ("Port fees to rise by a third",)
        assert steps[0].articles == ()
        assert history(session, limit=1) == steps[:1]


def test_history_of_a_mark_outlives_it(store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships")])
    tag_claim(store, article_id, [span("go to Wessel")])
    set_spans(store, claim, [span("Two ships a month")])
    delete_marks(store, [claim])
    with store.read() as session:
        assert [step.label for step in history(session, claim)] == ["Delete mark", "Move boundary", "Tag claim"]


def test_history_of_an_imported_mark_begins_with_its_batch(store: Store) -> None:
    ben = AnnotatorRecord("ben", "Ben", "BE", "#000000", "person")
    records: list[Record] = [ben, article_record("a"), claim_record("c", "a", "ben")]
    add_articles(store, records, source="set", label="Import of ben.jsonl")
    edit_marks(store, ["c"], label="Note", note="x", by="Ben")
    with store.read() as session:
        assert [step.label for step in history(session, "c")] == ["Note", "Import of ben.jsonl"]
