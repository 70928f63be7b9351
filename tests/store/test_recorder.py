"""The recorder sees every write, and what would slip past it raises."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import delete, insert, inspect, select, text, update
from sqlalchemy.orm import Session

from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.actions.tagging import delete_marks, tag_claim
from annotator.errors import UnrecordedWrite
from annotator.model import Base, JournalRow, Mark, Speaker, Step
from annotator.store import Store
from tests.sample_articles import snapshot, span

SLIPPING: dict[str, Callable[[Session], object]] = {
    "update": lambda session: session.execute(update(Speaker).values(name="X")),
    "delete": lambda session: session.execute(delete(Speaker)),
    "insert": lambda session: session.execute(insert(Speaker), [{"id": "x", "name": "X", "kind": "person"}]),
    "text": lambda session: session.execute(text("UPDATE speaker SET name = 'X'")),
    "bulk save": lambda session: session.bulk_save_objects([Speaker(id="x", name="X", kind="person", note="")]),
    "bulk insert": lambda session: session.bulk_insert_mappings(
        inspect(Speaker), [{"id": "x", "name": "X", "kind": "person", "note": ""}]
    ),
    "bulk update": lambda session: session.bulk_update_mappings(inspect(Speaker), [{"id": "s", "name": "X"}]),
    "step": lambda session: session.add(
        Step(number=99, label="X", annotator="Ana", at="", kind="change", passed_over=False, open=False, rows=0)
    ),
}


@pytest.mark.parametrize("way", SLIPPING)
def test_a_write_that_slips_past_the_journal_raises(store: Store, way: str) -> None:
    make_speaker(store, "Mira Okafor", speaker_id="s")
    before = snapshot(store)

    def slip() -> None:
        with store.change("Slip") as session:
            SLIPPING[way](session)

    with pytest.raises(UnrecordedWrite):
        slip()
    assert snapshot(store) == before


@pytest.mark.parametrize("way", SLIPPING)
def test_a_write_while_reading_raises(store: Store, way: str) -> None:
    make_speaker(store, "Mira Okafor", speaker_id="s")
    before = snapshot(store)

    def write() -> None:
        with store.read() as session:
            SLIPPING[way](session)
            session.flush()

    with pytest.raises(UnrecordedWrite):
        write()
    assert snapshot(store) == before


def test_a_flush_of_a_changed_object_while_reading_raises(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")

    def write() -> None:
        with store.read() as session:
            session.get_one(Speaker, made).name = "Changed"
            session.execute(select(Speaker)).all()

    with pytest.raises(UnrecordedWrite):
        write()
    with store.read() as session:
        assert session.get_one(Speaker, made).name == "Mira Okafor"


def test_no_mapper_has_what_the_recorder_cannot_see() -> None:
    mappers = list(Base.registry.mappers)
    assert len(mappers) >= 15
    for mapper in mappers:
        assert mapper.inherits is None, mapper
        for relationship in mapper.relationships:
            assert relationship.secondary is None, relationship
            assert not relationship.cascade.delete_orphan, relationship
            assert not relationship.cascade.delete, relationship
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            assert key.ondelete is None, key
            assert key.onupdate is None, key
        for column in table.c:
            assert column.server_default is None, column
            assert column.server_onupdate is None, column
            assert column.computed is None, column


def test_every_noun_that_people_edit_has_a_version() -> None:
    nouns = {"article", "annotator", "mark", "speaker", "topic", "field", "project", "proposition", "progress",
             "assignment", "review", "comment"}  # fmt: skip
    versioned = {str(mapper.local_table) for mapper in Base.registry.mappers if mapper.version_id_col is not None}
    assert versioned == nouns


def test_the_journal_keeps_what_each_kind_of_change_needs(store: Store, article_id: str) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, name="M. Okafor")
    with store.change("Delete") as session:
        session.delete(session.get_one(Speaker, made))
    with store.read() as session:
        rows = session.execute(select(JournalRow).where(JournalRow.record == made)).scalars().all()
        assert [row.operation for row in rows] == ["insert", "update", "delete"]
        assert (rows[0].old, rows[0].key) == (None, [made])
        assert (rows[1].old, rows[1].new) == ({"name": "Mira Okafor"}, {"name": "M. Okafor"})
        assert rows[2].new is None
        assert rows[2].old is not None
        assert rows[2].old["name"] == "M. Okafor"


def test_a_marks_journal_names_the_mark_for_its_parts(store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships"), span("go to Wessel")], cue=[span("said")])
    delete_marks(store, [claim])
    with store.read() as session:
        rows = session.execute(select(JournalRow.table_name, JournalRow.operation, JournalRow.record)).all()
        assert {row.record for row in rows} == {claim}
        assert sorted(row.table_name for row in rows if row.operation == "delete") == ["mark"] + ["part"] * 3
        assert session.execute(select(Mark)).all() == []


def test_values_that_were_not_loaded_are_kept(store: Store, article_id: str) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, note="minister", aliases=["the minister"])
    with store.change("Change") as session:
        speaker = session.get_one(Speaker, made)
        session.expire(speaker)
        speaker.note = "harbour minister"
    with store.read() as session:
        last = session.execute(select(JournalRow).order_by(JournalRow.step.desc())).scalars().first()
        assert last is not None
        assert last.old == {"note": "minister"}
