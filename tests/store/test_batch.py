"""Batches: thousands of rows as one step, resumed when stopped, undone and done again whole."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select

from annotator.actions.speakers import delete_speaker, edit_speaker, make_speaker
from annotator.actions.tagging import delete_marks, edit_marks, tag_claim
from annotator.errors import NothingToUndo, UndoConflict
from annotator.model import Annotator, Article, JournalRow, Mark, RemovedRows, Step
from annotator.model.rows import rows_of
from annotator.queries.check import problems
from annotator.queries.history import history
from annotator.records import AnnotatorRecord, Record, SpeakerRecord
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, claim_record, snapshot, span


def found_problems(store: Store) -> list[str]:
    with store.read() as session:
        return list(problems(session))


def a_set(articles: int, claims: int) -> list[Record]:
    """A colleague's set: articles with so many claims each."""
    made: list[Record] = [
        AnnotatorRecord("annotator-maria", "Maria", "MA", "#7b5bb8", "person"),
        SpeakerRecord("speaker-mira", "Mira Okafor"),
    ]
    for a in range(articles):
        made.append(article_record(f"set-{a}"))
        made += [claim_record(f"claim-{a}-{c}", f"set-{a}", "annotator-maria") for c in range(claims)]
    return made


def test_a_batch_is_one_step(store: Store) -> None:
    number = add_articles(store, a_set(3, 2), source="set", label="Import of maria.jsonl")
    with store.read() as session:
        [step] = history(session)
        assert (step.step, step.label, step.kind, step.open) == (number, "Import of maria.jsonl", "batch", False)
        assert step.rows == 2 + 3 * 2 + 3 * 2 * 2
        assert session.execute(select(func.count()).select_from(JournalRow)).scalar_one() == 0
        assert session.execute(select(Mark.batch).distinct()).scalars().all() == [number]
    assert found_problems(store) == []


def test_a_batch_of_5000_rows_is_undone_and_done_again(store: Store) -> None:
    before = snapshot(store)
    add_articles(store, a_set(100, 24), source="set")
    after = snapshot(store)
    assert sum(len(rows) for rows in after.values()) > 5000
    store.undo()
    assert snapshot(store) == before
    assert found_problems(store) == []
    store.redo()
    assert snapshot(store) == after
    assert found_problems(store) == []
    with store.read() as session:
        assert session.execute(select(func.count()).select_from(RemovedRows)).scalar_one() == 0
    store.undo()
    assert snapshot(store) == before


def test_an_open_batch_is_named_and_completed_by_the_same_batch(store: Store) -> None:
    made = store.begin_batch("Import of maria.jsonl", source="set")
    for record in a_set(2, 3)[:4]:
        for table, rows in rows_of(record):
            made.add(table, rows)
    made.flush()
    [problem] = found_problems(store)
    assert "Step 1, “Import of maria.jsonl” by Ana, did not reach its end" in problem
    again = store.begin_batch("Import of maria.jsonl", source="set")
    assert again.number == made.number
    for record in a_set(2, 3)[4:]:
        for table, rows in rows_of(record):
            again.add(table, rows)
    store.batch_finished(again)
    assert found_problems(store) == []
    with store.read() as session:
        [step] = history(session)
        assert step.rows == 2 + 2 * 2 + 2 * 3 * 2
    store.undo()
    assert not any(snapshot(store).values())


def test_an_open_batch_is_removed_by_undo(store: Store) -> None:
    made = store.begin_batch("Import", source="set")
    for table, rows in rows_of(article_record("a")):
        made.add(table, rows)
    made.flush()
    store.undo()
    assert not any(snapshot(store).values())
    assert found_problems(store) == []


def test_a_batch_of_nothing_leaves_no_step(store: Store) -> None:
    store.batch_finished(store.begin_batch("Import", source="set"))
    with store.read() as session:
        assert session.execute(select(Step.number)).all() == []
    with pytest.raises(NothingToUndo):
        store.undo()


def test_a_chunk_that_failed_is_counted_once(store: Store) -> None:
    made = store.begin_batch("Import", source="set")
    for table, rows in rows_of(article_record("a")):
        made.add(table, rows)
    store.read_only = True
    with pytest.raises(Exception, match="reading only"):
        made.flush()
    store.read_only = False
    store.batch_finished(made)
    with store.read() as session:
        assert session.execute(select(Step.rows)).scalars().all() == [2]


def test_later_marks_stand_in_the_way_and_are_counted(store: Store) -> None:
    add_articles(store, [article_record("a"), article_record("b")], source="set")
    for words in ("Two ships", "go to Wessel"):
        tag_claim(store, "a", [span(words)], by="Maria")
    before = snapshot(store)
    with pytest.raises(UndoConflict, match="2 later marks lie on its articles"):
        store.undo()
    assert snapshot(store) == before
    store.undo(by="Maria")
    store.undo(by="Maria")
    store.undo()
    assert not any(snapshot(store).values())


def test_later_changes_to_its_rows_stand_in_the_way_and_are_named(store: Store) -> None:
    add_articles(store, a_set(1, 1), source="set")
    edit_marks(store, ["claim-0-0"], label="Add note", note="twice", by="Maria")
    with pytest.raises(UndoConflict, match=r"its rows were changed since .“Add note” by Maria"):
        store.undo()
    store.undo(by="Maria")
    store.redo(by="Maria")
    with pytest.raises(UndoConflict, match="its rows were changed since"):
        store.undo()


def test_a_deletion_among_its_rows_stands_in_the_way_and_is_named(store: Store) -> None:
    add_articles(store, a_set(1, 1), source="set")
    brought = snapshot(store)
    delete_speaker(store, "speaker-mira", by="Ben")
    with pytest.raises(UndoConflict, match=r"its rows were changed since .“Delete speaker” by Ben"):
        store.undo()
    store.undo(by="Ben")
    assert snapshot(store) == brought
    store.undo()
    assert not any(snapshot(store).values())


def test_what_later_work_uses_of_a_batch_stands_in_the_way(store: Store, article_id: str) -> None:
    add_articles(store, [SpeakerRecord("s", "Mira Okafor")], source="registry")
    with store.change("Mention", by="Ben") as session:
        session.add(Annotator(id="ben", name="Ben", initials="BE", colour="#000000", kind="person"))
    claim = tag_claim(store, article_id, [span("Two ships")], by="Ben")
    with store.change("Speaker", by="Ben") as session:
        session.get_one(Mark, claim).speaker_id = "s"
    before = snapshot(store)
    with pytest.raises(UndoConflict, match="later work uses what it made"):
        store.undo()
    assert snapshot(store) == before


def test_a_deletion_is_undone_and_done_again_around_its_batch(store: Store) -> None:
    empty = snapshot(store)
    add_articles(store, a_set(1, 2), source="set", by="Maria")
    brought = snapshot(store)
    delete_marks(store, ["claim-0-0"], by="Maria")
    without = snapshot(store)
    for _ in range(2):
        store.undo(by="Maria")
        assert snapshot(store) == brought
        store.undo(by="Maria")
        assert snapshot(store) == empty
        store.redo(by="Maria")
        assert snapshot(store) == brought
        store.redo(by="Maria")
        assert snapshot(store) == without
    assert found_problems(store) == []


def test_tags_made_meanwhile_go_between_the_chunks(store: Store, article_id: str) -> None:
    made = store.begin_batch("Import", source="set")
    tagged: list[str] = []
    ready = threading.Event()

    def tag() -> None:
        ready.set()
        while len(tagged) < 20:
            tagged.append(tag_claim(store, article_id, [span("Two ships")], by="Maria"))

    thread = threading.Thread(target=tag)
    thread.start()
    ready.wait()
    for number in range(400):
        for table, rows in rows_of(article_record(f"a-{number}")):
            made.add(table, rows)
        made.give_way()
    thread.join()
    store.batch_finished(made)
    with store.read() as session:
        assert session.execute(select(func.count()).select_from(Article)).scalar_one() == 401
        assert set(session.execute(select(Mark.id)).scalars()) == set(tagged)
    assert found_problems(store) == []


def test_a_registry_edit_of_a_batch_row_is_undone_after_the_batch_came_back(store: Store) -> None:
    add_articles(store, [SpeakerRecord("s", "Mira Okafor")], source="registry")
    edit_speaker(store, "s", name="M. Okafor")
    store.undo()
    store.undo()
    store.redo()
    store.redo()
    with pytest.raises(NothingToUndo):
        store.redo()
    store.undo()
    store.undo()
    make_speaker(store, "New")
    assert [row[1] for row in snapshot(store)["speaker"]] == ["New"]
