"""How far an annotator is: finished, empty, read up to a place; and what of it counts as work."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.actions.articles import remember_position, set_empty_block, set_nothing_to_tag, set_state
from annotator.actions.exchange import export_set, import_sets
from annotator.actions.tagging import tag_claim
from annotator.errors import InvalidValue
from annotator.queries.annotators import annotators
from annotator.queries.articles import article_list, reading_of
from annotator.queries.check import problems
from annotator.queries.history import history
from annotator.store import Store
from tests.sample_articles import span


def listed(store: Store) -> list[str]:
    with store.read() as session:
        return [each.name for each in annotators(session)]


def test_who_only_read_has_no_work_in_the_project_and_the_position_is_kept(store: Store, article_id: str) -> None:
    remember_position(store, article_id, 40)
    remember_position(store, article_id, 60)
    with store.read() as session:
        assert reading_of(session, article_id, "Ana").position == 60
        assert reading_of(session, article_id, "Ben").position == 0
        assert [step.label for step in history(session)] == ["Add articles"]
        assert article_list(session, "Ana")[0].state == "new"
        assert list(problems(session)) == []
    assert listed(store) == []
    set_empty_block(store, article_id, 1, True)
    assert listed(store) == ["Ana"]


def test_reading_on_does_not_end_what_can_be_done_again(store: Store, article_id: str) -> None:
    made = tag_claim(store, article_id, [span("Two ships a month")])
    store.undo()
    remember_position(store, article_id, 40)
    assert store.redo()["label"] == "Tag claim"
    remember_position(store, article_id, 50)
    assert store.undo()["label"] == "Tag claim"
    assert made


def test_who_read_further_is_at_odds_with_nobody(store: Store, article_id: str, tmp_path: Path) -> None:
    set_state(store, [article_id], "finished")
    remember_position(store, article_id, 40)
    export_set(store, tmp_path / "set.jsonl")
    remember_position(store, article_id, 90)
    (report,) = import_sets(store, [tmp_path / "set.jsonl"])
    assert report.conflicts == []
    with store.read() as session:
        assert reading_of(session, article_id, "Ana").position == 90


def test_nothing_to_tag_is_refused_where_there_are_own_marks_and_ends_with_reopening(
    store: Store, article_id: str
) -> None:
    set_nothing_to_tag(store, [article_id], True)
    set_state(store, [article_id], "in_progress")
    with store.read() as session:
        assert not reading_of(session, article_id, "Ana").nothing_to_tag
    tag_claim(store, article_id, [span("Two ships a month")])
    with pytest.raises(InvalidValue, match="1 marks in this article"):
        set_nothing_to_tag(store, [article_id], True)
