"""What a reviewer fills in beside the versions, and what the queue says of answers to the project's own questions."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.actions.fields import make_field, set_field
from annotator.actions.reviewing import Grounds, add_comment
from annotator.store import Store
from tests.gui.reviewing import Reviewer
from tests.reviewed import verdicts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_what_is_filled_in_stays_until_the_verdict(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str], qtbot: QtBot
) -> None:
    form = reviewer.screen.versions.form
    reviewer.press("q")
    qtbot.keyClicks(form.reason, "Whole sentences")
    add_comment(store, made["ben ships"], "Too short?", by="Ben")
    reviewer.settle()
    wanted = Grounds(None, "Whole sentences", True)
    assert form.grounds() == wanted
    reviewer.press("2")
    assert form.grounds() == wanted
    # Also on the way to the next claim and back.
    reviewer.press("j")
    assert form.grounds() == Grounds()
    reviewer.press("k")
    assert form.grounds() == wanted
    reviewer.press("2", "a")
    assert verdicts(store, article_id)[made["ben ships"]][:4] == ("accepted", None, "Whole sentences", True)
    reviewer.press("k")
    assert form.grounds() == wanted


def test_answers_that_differ_are_shown_under_their_question(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str]
) -> None:
    key = make_field(store, "Worth checking", kind="yes_no")
    for who, answer in (("ana", True), ("ben", False)):
        set_field(store, [made[f"{who} channel"]], key, answer, by=who.title())
    reviewer.settle()
    model = reviewer.screen.queue.model
    entries = [model.entry(row) for row in range(model.rowCount())]
    [told] = [model.detail(entry) for entry in entries if entry is not None and entry.kind == "field"]
    assert told == "Worth checking: yes · no"


def test_a_key_before_the_versions_are_there_decides_nothing_unseen(
    reviewer: Reviewer, store: Store, article_id: str
) -> None:
    reviewer.screen.showing.group = None
    reviewer.press("a")
    assert reviewer.window.status.said.text() == "The versions are on their way; press again when they are there."
    assert verdicts(store, article_id) == {}
