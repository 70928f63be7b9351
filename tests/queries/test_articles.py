"""The list of articles, their texts, and how far each annotator is."""

from __future__ import annotations

import pytest

from annotator.actions.tagging import tag_claim, tag_mention
from annotator.errors import UnknownRecord
from annotator.queries.annotators import annotator_named, annotators
from annotator.queries.articles import article, article_list, article_text
from annotator.records import AnnotatorRecord, ProgressRecord
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record, span


def test_articles_are_listed_in_their_order_with_marks_of_everybody(store: Store) -> None:
    add_articles(store, [article_record("b"), article_record("a", title="Second")], source="set")
    tag_claim(store, "a", [span("Two ships")])
    tag_mention(store, "a", [span("Mira Okafor")])
    tag_claim(store, "a", [span("Two ships")], by="Ben")
    with store.read() as session:
        first, second = article_list(session, "Ana")
        assert [first.id, second.id, second.title] == ["b", "a", "Second"]
        assert (first.marks, first.claims, first.state, first.characters) == (0, 0, "new", len(TEXT))
        assert (second.marks, second.claims, second.state) == (3, 1, "in_progress")
        assert [each.claims for each in article_list(session, "Ben")] == [0, 1]
        assert [each.state for each in article_list(session, "Carl")] == ["new", "new"]
        assert [each.id for each in article_list(session, "Ana", frozenset({"a"}))] == ["a"]


def test_a_state_is_that_of_who_asks(store: Store) -> None:
    people = [AnnotatorRecord(name.lower(), name, name[0], "#000000", "person") for name in ("Ana", "Ben")]
    states = [
        ProgressRecord("a", "ana", "finished", True, (), 0),
        ProgressRecord("a", "ben", "in_progress", False, (1,), 30),
    ]
    add_articles(store, [*people, article_record("a"), *states], source="set")
    with store.read() as session:
        assert [article_list(session, name)[0].state for name in ("Ana", "Ben", "Carl")] == [
            "finished", "in_progress", "new",
        ]  # fmt: skip
        assert [each.id for each in annotators(session)] == ["ana", "ben"]


def test_an_article_comes_back_as_it_was_brought(store: Store) -> None:
    record = article_record("a")
    add_articles(store, [record], source="set")
    with store.read() as session:
        assert article(session, "a") == record
        assert article_text(session, "a") == article_text(session, "a", 1) == TEXT
        for ask in (lambda: article(session, "x"), lambda: article_text(session, "x"),
                    lambda: article_text(session, "a", 2)):  # fmt: skip
            with pytest.raises(UnknownRecord, match="not in the project"):
                ask()


def test_an_annotator_without_work_is_known_but_not_listed(store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [span("Two ships")], by="Ben")
    with store.read() as session:
        assert [each.name for each in annotators(session)] == ["Ben"]
    store.undo(by="Ben")
    with store.read() as session:
        assert annotators(session) == []
        assert annotator_named(session, "Ben") is not None
        assert annotator_named(session, "Carl") is None
