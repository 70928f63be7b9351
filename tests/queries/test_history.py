"""History as people read it, of the project and of one mark."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from annotator.actions.reviewing import Grounds, add_comment, reject_versions
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import delete_marks, edit_marks, set_spans, tag_claim
from annotator.queries.history import history
from annotator.queries.marks import marks_of
from annotator.records import AnnotatorRecord, ClaimRecord, Record
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


def test_a_verdict_names_the_article_of_its_mark_even_where_its_step_does_not(tmp_path: Path) -> None:
    """Steps of an earlier version named none, and a verdict that is given again keeps only what is new of it."""
    with Store.create(tmp_path / "project", "Ana") as store:
        add_articles(store, [article_record("a", title="Port fees")], source="articles")
        claim = tag_claim(store, "a", [span("Two ships")], by="Ben")
        with store.read() as session:
            [mark] = marks_of(session, "a")
        assert isinstance(mark, ClaimRecord)
        for reason in ("", "later"):
            reject_versions(store, [mark], Grounds(reason=reason))
        add_comment(store, claim, "Why?")
    with sqlite3.connect(tmp_path / "project.annotator") as file:
        file.execute("UPDATE step SET articles = NULL WHERE label != 'Add articles'")
    file.close()
    with Store.open(tmp_path / "project", "Ana") as store, store.read() as session:
        found = [(step.label, step.articles) for step in history(session)]
    assert found == [
        ("Comment", ("Port fees",)),
        ("Reject versions", ("Port fees",)),
        ("Reject versions", ("Port fees",)),
        ("Tag claim", ()),
        ("Add articles", ()),
    ]


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
