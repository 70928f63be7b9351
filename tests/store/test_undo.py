"""Undo and redo: persistent, of one annotator, stopped by conflicts that name who stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.actions.speakers import edit_speaker, make_speaker, merge_speakers
from annotator.actions.tagging import (
    add_speaker,
    delete_marks,
    edit_marks,
    set_spans,
    tag_claim,
    tag_mention,
)
from annotator.errors import NothingToUndo, UndoConflict
from annotator.model import Annotator, Speaker
from annotator.queries.check import problems
from annotator.queries.history import history
from annotator.queries.marks import marks_by_id
from annotator.store import Store
from tests.sample_articles import snapshot, span


def name_of(store: Store, speaker: str) -> str | None:
    with store.read() as session:
        return session.execute(select(Speaker.name).where(Speaker.id == speaker)).scalar_one_or_none()


def assert_sound(store: Store) -> None:
    with store.read() as session:
        assert list(problems(session)) == []


def test_every_step_comes_back_in_turn(store: Store, article_id: str) -> None:
    states = [snapshot(store)]
    claim = tag_claim(store, article_id, [span("Two ships a month")], cue=[span("said")], quotation="direct")
    states.append(snapshot(store))
    mira = make_speaker(store, "Mira Okafor")
    states.append(snapshot(store))
    mention = add_speaker(store, claim, mira, mention=[span("Mira Okafor")])
    states.append(snapshot(store))
    set_spans(store, claim, [span("Two ships"), span("go to Wessel")])
    states.append(snapshot(store))
    assert mention is not None
    delete_marks(store, [mention])
    states.append(snapshot(store))
    delete_marks(store, [claim])
    states.append(snapshot(store))
    for expected in reversed(states[:-1]):
        store.undo()
        assert snapshot(store) == expected
    for expected in states[1:]:
        store.redo()
        assert snapshot(store) == expected
    for expected in reversed(states[:-1]):
        store.undo()
        assert snapshot(store) == expected
    assert_sound(store)


def test_undo_outlives_a_restart(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        made = make_speaker(opened, "Mira Okafor")
        edit_speaker(opened, made, name="M. Okafor")
    with Store.open(project, "Ana") as opened:
        assert opened.undo()["label"] == "Rename speaker"
    with Store.open(project, "Ana") as opened:
        assert name_of(opened, made) == "Mira Okafor"
        assert opened.redo()["label"] == "Rename speaker"
        assert name_of(opened, made) == "M. Okafor"


def test_undo_is_of_who_asks(store: Store) -> None:
    anas = make_speaker(store, "Mira Okafor")
    bens = make_speaker(store, "Jonas Albrecht", by="Ben")
    store.undo()
    assert name_of(store, anas) is None
    assert name_of(store, bens) == "Jonas Albrecht"
    with pytest.raises(NothingToUndo, match="Ana has nothing to undo"):
        store.undo()
    with pytest.raises(NothingToUndo, match="Carl has nothing to do again"):
        store.redo(by="Carl")


def test_a_new_step_ends_the_redo_chain(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="M. Okafor")
    store.undo()
    edit_speaker(store, made, note="minister")
    before = snapshot(store)
    with pytest.raises(NothingToUndo):
        store.redo()
    assert snapshot(store) == before


def test_a_colleagues_step_does_not_end_the_redo_chain(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="M. Okafor")
    store.undo()
    make_speaker(store, "Jonas Albrecht", by="Ben")
    store.redo()
    assert name_of(store, made) == "M. Okafor"


def test_a_conflict_names_who_and_changes_nothing(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="M. Okafor")
    edit_speaker(store, made, name="Minister Okafor", by="Maria")
    before = snapshot(store)
    with pytest.raises(UndoConflict, match=r"Maria changed this since \(“Rename speaker”\)") as caught:
        store.undo()
    assert caught.value.step == 2
    assert snapshot(store) == before


def test_a_conflict_with_a_step_done_again_names_who(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="M. Okafor")
    edit_speaker(store, made, name="Minister Okafor", by="Maria")
    store.undo(by="Maria")
    store.redo(by="Maria")
    with pytest.raises(UndoConflict, match="Maria changed this since"):
        store.undo()


def test_a_step_in_conflict_is_passed_over(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    other = make_speaker(store, "Jonas Albrecht")
    edit_speaker(store, made, name="M. Okafor")
    edit_speaker(store, made, name="Minister Okafor", by="Maria")
    with pytest.raises(UndoConflict) as caught:
        store.undo()
    assert store.undo(pass_over=caught.value.step)["label"] == "New speaker"
    assert name_of(store, other) is None
    assert name_of(store, made) == "Minister Okafor"


def test_several_conflicts_in_a_row_are_passed_over_one_by_one(store: Store) -> None:
    first = make_speaker(store, "Mira Okafor")
    second = make_speaker(store, "Jonas Albrecht")
    edit_speaker(store, first, note="changed", by="Maria")
    edit_speaker(store, second, note="changed", by="Maria")
    with pytest.raises(UndoConflict) as caught:
        store.undo()
    assert caught.value.step == 2
    with pytest.raises(UndoConflict) as caught:
        store.undo(pass_over=2)
    assert caught.value.step == 1
    with pytest.raises(NothingToUndo):
        store.undo(pass_over=1)
    with pytest.raises(NothingToUndo):
        store.undo()


def test_nobody_passes_over_a_colleagues_step(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    with pytest.raises(NothingToUndo):
        store.undo(by="Ben", pass_over=1)
    store.undo()
    assert name_of(store, made) is None


def test_a_conflict_in_redo_changes_nothing(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="M. Okafor")
    store.undo()
    edit_speaker(store, made, name="Minister Okafor", by="Maria")
    before = snapshot(store)
    with pytest.raises(UndoConflict, match="Maria changed this since"):
        store.redo()
    assert snapshot(store) == before


def test_what_later_work_uses_is_not_undone(store: Store, article_id: str) -> None:
    mira = make_speaker(store, "Mira Okafor")
    claim = tag_claim(store, article_id, [span("Two ships a month")], by="Ben")
    add_speaker(store, claim, mira, by="Ben")
    before = snapshot(store)
    with pytest.raises(UndoConflict, match="later work uses what it made") as caught:
        store.undo()
    assert caught.value.step == 2
    assert snapshot(store) == before
    store.undo(by="Ben")
    store.undo()
    assert name_of(store, mira) is None
    assert_sound(store)


def test_undo_of_a_merge_touches_no_mark(store: Store, article_id: str) -> None:
    mira, minister = make_speaker(store, "Mira Okafor"), make_speaker(store, "the harbour minister")
    mention = tag_mention(store, article_id, [span("the harbour minister")], speaker=minister, by="Ben")
    before = snapshot(store)
    merge_speakers(store, minister, mira)
    assert snapshot(store)["mark"] == before["mark"]
    with store.read() as session:
        [found] = marks_by_id(session, [mention])
        assert getattr(found, "speaker", None) == mira
    store.undo()
    assert snapshot(store) == before


def test_version_and_moment_are_not_compared(store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships a month")])
    edit_marks(store, [claim], label="Note", note="first")
    edit_marks(store, [claim], label="Certainty", certainty="high", note="first")
    store.undo()
    store.undo()
    with store.read() as session:
        [mark] = marks_by_id(session, [claim])
        assert (mark.note, getattr(mark, "certainty", "")) == ("", None)


def test_undo_keeps_the_annotator_it_does_not_count_as_work(store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [span("Two ships a month")], by="Ben")
    store.undo(by="Ben")
    store.redo(by="Ben")
    with store.read() as session:
        assert session.execute(select(Annotator.name)).scalars().all() == ["Ben"]


def test_history_tells_what_stands(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="M. Okafor")
    store.undo()
    with store.read() as session:
        steps = {step.step: step for step in history(session)}
    assert [(n, steps[n].kind, steps[n].undone) for n in (1, 2, 3)] == [
        (1, "change", False),
        (2, "change", True),
        (3, "undo", False),
    ]
    store.redo()
    with store.read() as session:
        assert {step.step: step.undone for step in history(session)} == {1: False, 2: False, 3: True, 4: False}
