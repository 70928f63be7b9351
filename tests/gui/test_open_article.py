"""The open article knows its marks, follows the news, and hides colleagues' marks until asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from annotator.actions.articles import set_empty_block, set_state
from annotator.actions.planning import Proposed, carry_out
from annotator.actions.tagging import delete_marks, set_spans, tag_claim
from annotator.gui.annotate.open_article import OpenArticle
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record, span


def told(opened: OpenArticle) -> list[tuple[list[str], list[str]]]:
    """What `marks_changed` says from now on: ids of marks to show, ids of marks to drop."""
    found: list[tuple[list[str], list[str]]] = []
    opened.marks_changed.connect(lambda changed, gone: found.append(([mark.id for mark in changed], list(gone))))
    return found


def test_the_article_is_there_with_its_text(opened: OpenArticle) -> None:
    assert opened.record is not None
    assert opened.record.text == TEXT
    assert opened.visible() == []


def test_new_changed_and_deleted_marks_are_told_one_by_one(opened: OpenArticle, store: Store, article_id: str) -> None:
    found = told(opened)
    first = tag_claim(store, article_id, [span("Two ships a month")])
    second = tag_claim(store, article_id, [span("fees hurt boats 🐟")])
    set_spans(store, first, [span("Two ships")])
    delete_marks(store, [second])
    assert found == [([first], []), ([second], []), ([first], []), ([], [second])]
    assert [mark.parts[0].quote for mark in opened.visible()] == ["Two ships"]


def test_undo_and_redo_are_told_like_any_change(opened: OpenArticle, store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships a month")])
    found = told(opened)
    store.undo()
    store.redo()
    assert found == [([], [claim]), ([claim], [])]


def test_colleagues_marks_are_known_but_shown_only_when_asked_for(
    opened: OpenArticle, store: Store, article_id: str
) -> None:
    found = told(opened)
    mine = tag_claim(store, article_id, [span("Two ships a month")])
    theirs = tag_claim(store, article_id, [span("She did not answer.")], by="Ben")
    assert [ids for ids, _ in found] == [[mine]] + [[] for _ in found[1:]]
    assert {mark.id for mark in opened.visible()} == {mine}
    shown: list[int] = []
    opened.shown.connect(lambda: shown.append(1))
    opened.show_colleagues(True)
    opened.show_colleagues(True)
    assert len(shown) == 1
    assert {mark.id for mark in opened.visible()} == {mine, theirs}


def test_other_settings_leave_colleagues_marks_as_they_were_chosen(opened: OpenArticle) -> None:
    opened.prefer_colleagues(False)
    opened.show_colleagues(True)
    opened.prefer_colleagues(False)
    assert opened.colleagues
    opened.prefer_colleagues(True)
    opened.prefer_colleagues(False)
    assert not opened.colleagues


def test_colleagues_marks_stay_hidden_from_who_reads_blind_until_finished(
    opened: OpenArticle, store: Store, article_id: str
) -> None:
    mine = tag_claim(store, article_id, [span("Two ships")])
    theirs = tag_claim(store, article_id, [span("She did not answer")], by="Ben")
    opened.show_colleagues(True)
    assert {mark.id for mark in opened.visible()} == {mine, theirs}
    carry_out(store, [Proposed(article_id, "Ana", "double", True)])
    assert opened.blind
    assert {mark.id for mark in opened.visible()} == {mine}
    found = told(opened)
    tag_claim(store, article_id, [span("Jonas Albrecht")], by="Ben")
    assert [mark for changed, _ in found for mark in changed] == []
    set_state(store, [article_id], "finished")
    assert len(opened.visible()) == 3


def test_marks_of_other_articles_are_nobodys_business_here(opened: OpenArticle, store: Store) -> None:
    other = article_record("article-2", "Another text. Two ships a month.", "Another text")
    add_articles(store, [other], source="second article")
    found = told(opened)
    tag_claim(store, other.id, [(0, 7)])
    assert found == []
    assert opened.marks == {}


def test_paragraphs_with_nothing_to_tag_are_told(opened: OpenArticle, store: Store, article_id: str) -> None:
    told_empty: list[frozenset[int]] = []
    opened.empty_changed.connect(lambda: told_empty.append(opened.reading.empty_blocks))
    set_empty_block(store, article_id, 2, True)
    set_empty_block(store, article_id, 2, False)
    assert told_empty == [frozenset({2}), frozenset()]


def test_an_article_that_is_gone_is_told_and_closed(opened: OpenArticle) -> None:
    failed: list[Exception] = []
    opened.failed.connect(failed.append)
    opened.open("no-such-article")
    assert len(failed) == 1
    assert str(failed[0]).endswith(".")
    opened.close()
    assert opened.visible() == []


def test_an_answer_that_was_overtaken_changes_nothing(
    opened: OpenArticle, store: Store, article_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = tag_claim(store, article_id, [span("Two ships a month")])
    answers: list[Callable[[], None]] = []

    def ask(question: Callable[[Session], Any], then: Callable[[Any], None], **_: Any) -> None:
        with store.read() as session:
            found = question(session)
        answers.append(lambda: then(found))

    monkeypatch.setattr(opened._jobs, "ask", ask)
    set_spans(store, claim, [span("Two ships")])
    set_spans(store, claim, [span("ships a month")])
    assert len(answers) == 2
    for answer in reversed(answers):
        answer()
    assert [mark.parts[0].quote for mark in opened.visible()] == ["ships a month"]
