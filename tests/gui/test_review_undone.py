"""What is undone and done again on the Review screen: the queue follows, and what lies elsewhere is asked about."""

from __future__ import annotations

import pytest

from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.review.queue_model import ENTRY_ROLE
from annotator.queries.history import history
from annotator.store import Store
from tests.gui.reviewing import Reviewer
from tests.reviewed import said
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def headings(reviewer: Reviewer) -> list[tuple[int, int]]:
    """How many entries each heading counts, and how many of them as open."""
    model = reviewer.screen.queue.model
    rows = [model.data(model.index(row, 0), ENTRY_ROLE) for row in range(model.rowCount())]
    return [(row[1], row[2]) for row in rows if isinstance(row, tuple)]


@pytest.mark.parametrize("key", ["a", "r", "e"])
def test_whatever_verdict_is_undone_and_done_again_the_queue_follows(reviewer: Reviewer, key: str) -> None:
    reviewer.press("j")
    assert reviewer.kind == "missing"
    reviewer.press(key)
    reviewer.screen.end_amending()
    reviewer.settle()
    assert headings(reviewer) == [(1, 1), (1, 0)]
    for command, done in (("undo", 0), ("redo", 1), ("undo", 0)):
        reviewer.window.actions_[command].trigger()
        reviewer.settle()
        assert reviewer.screen.counts() == f"{done} of 2 disagreements decided"
        assert headings(reviewer) == [(1, 1), (1, 1 - done)]
        # It leads back to what was decided.
        assert reviewer.kind == "missing"


def test_a_heading_counts_anew_at_once(reviewer: Reviewer) -> None:
    entry = reviewer.screen.queue.current()
    assert entry is not None
    reviewer.screen.queue.mark_decided(entry.marks)
    assert headings(reviewer) == [(1, 0), (1, 1)]


def test_a_comment_that_is_undone_leaves_the_versions(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str]
) -> None:
    reviewer.screen.deciding.comment(made["ben ships"], "Too short?")
    reviewer.settle()
    assert reviewer.screen.opened.about(made["ben ships"]).comments
    reviewer.window.actions_["undo"].trigger()
    reviewer.settle()
    assert not reviewer.screen.opened.about(made["ben ships"]).comments
    assert said(store, article_id).get(made["ben ships"]) is None


def test_a_reject_in_another_article_is_asked_about_like_an_accept(
    reviewer: Reviewer, store: Store, article_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_articles(store, [article_record("a")], source="set")
    reviewer.settle()
    reviewer.press("r")
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda _window, _title, text, _confirm: bool(asked.append(text)))
    reviewer.window.show_screen("annotate")
    assert reviewer.window.project is not None
    reviewer.window.project.screen.opened.open("a")
    reviewer.settle()
    reviewer.window.actions_["undo"].trigger()
    reviewer.settle()
    assert asked == ["This step lies in another article."]
    with store.read() as session:
        assert next(step.articles for step in history(session) if step.label == "Reject versions")
