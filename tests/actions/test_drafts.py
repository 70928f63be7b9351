"""Drafts of notes: kept while somebody types, written when the program was killed, gone with the note itself."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from annotator import paths
from annotator.actions.drafts import drop_draft, keep_draft, take_drafts, write_note
from annotator.actions.tagging import delete_marks, edit_marks, tag_claim
from annotator.queries.history import history
from annotator.queries.marks import marks_by_id
from annotator.store import Store
from tests.sample_articles import span

pytestmark = [pytest.mark.in_a_file, pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are forked")]


@pytest.fixture
def claim(store: Store, article_id: str) -> str:
    return tag_claim(store, article_id, [span("Two ships a month")])


def killed_while_typing(store: Store, claim: str, base: str, *texts: str) -> None:
    child = os.fork()
    if child == 0:
        for text in texts:
            keep_draft(store, claim, base, text)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def note_of(store: Store, claim: str) -> str:
    with store.read() as session:
        return marks_by_id(session, {claim})[0].note


def left() -> list[Path]:
    return list((paths.data_folder() / "drafts").rglob("*.json"))


def test_what_was_half_typed_becomes_the_note_as_one_step(store: Store, claim: str) -> None:
    killed_while_typing(store, claim, "", "Ask", "Ask the harbour")
    assert take_drafts(store) == [claim]
    assert note_of(store, claim) == "Ask the harbour"
    assert left() == []
    with store.read() as session:
        assert [step.label for step in history(session)][:2] == ["Write note", "Tag claim"]
    store.undo()
    assert note_of(store, claim) == ""
    assert take_drafts(store) == []


def test_what_changed_since_stays_above_what_was_typed(store: Store, claim: str) -> None:
    killed_while_typing(store, claim, "", "Ask the harbour")
    edit_marks(store, [claim], label="Write note", note="Seen by Ben")
    take_drafts(store)
    assert note_of(store, claim) == "Seen by Ben\nAsk the harbour"


def test_nothing_is_written_of_a_mark_that_is_gone_or_a_note_that_is_written(store: Store, claim: str) -> None:
    killed_while_typing(store, claim, "", "Ask the harbour")
    edit_marks(store, [claim], label="Write note", note="Ask the harbour tomorrow")
    assert take_drafts(store) == []
    killed_while_typing(store, claim, "Ask the harbour tomorrow", "Ask")
    delete_marks(store, [claim])
    assert take_drafts(store) == []
    assert left() == []


def test_a_draft_of_a_living_program_waits_and_goes_with_the_note(store: Store, claim: str) -> None:
    keep_draft(store, claim, "", "Ask")
    assert take_drafts(store) == []
    assert len(left()) == 1
    write_note(store, claim, "Ask the harbour", label="Write note")
    assert left() == []
    keep_draft(store, claim, "Ask the harbour", "Ask")
    keep_draft(store, claim, "Ask the harbour", "Ask the harbour ")
    assert left() == []
    drop_draft(store, claim)


def test_a_draft_that_cannot_be_read_or_kept_is_no_trouble(
    store: Store, claim: str, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_typing(store, claim, "", "Ask")
    [place] = left()
    place.write_bytes(b"{")
    assert take_drafts(store) == []
    assert left() == []
    monkeypatch.setenv("ANNOTATOR_HOME", str(small_disk))
    (small_disk / "filler").write_bytes(bytes(1024 * 1024))
    keep_draft(store, claim, "", "Ask")
