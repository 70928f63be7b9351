"""Damaged and vanished files: writing stops, and what can be read is saved beside."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import tag_claim
from annotator.errors import DamagedProject, ProjectError, ProjectGone
from annotator.model import Article, Mark
from annotator.queries.annotation_set import annotation_set
from annotator.queries.check import problems
from annotator.queries.registry import speakers
from annotator.records import Record
from annotator.store import Store
from annotator.store.places import log_of
from tests.sample_articles import add_articles, article_record, claim_record, snapshot, span

pytestmark = pytest.mark.in_a_file

WORDS = "Two ships a month"
# At most, on pages of 4,096 bytes.
ROWS_A_PAGE = {"mark": 45, "part": 90}


def assert_kept(path: Path, expected: set[str]) -> None:
    with Store.open(path, "Ana") as opened, opened.read() as session:
        assert list(problems(session)) == []
        assert set(session.execute(select(Mark.id)).scalars()) == expected


# Damage ----------------------------------------------------------------------------------------------


@pytest.fixture
def full(project: Path) -> Path:
    """A project large enough that its tables have many pages."""
    records: list[Record] = [article_record(f"a-{n}") for n in range(30)]
    with Store.open(project, "Ana") as opened:
        add_articles(opened, records[:1], source="first")
        tag_claim(opened, "a-0", [span(WORDS)], mark_id="by-hand")
        with opened.read() as session:
            annotator = session.get_one(Mark, "by-hand").annotator_id
        records += [claim_record(f"claim-{n:04}", f"a-{n % 30}", annotator) for n in range(900)]
        add_articles(opened, records, source="rest")
    return project


def damage(path: Path, table: str, share: float) -> None:
    """Overwrite the leaf page that lies so far into the table."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT pageno, pagetype FROM dbstat WHERE name = ? ORDER BY path"
        try:
            pages = connection.execute(query, (table,)).fetchall()
        except sqlite3.OperationalError:
            pytest.skip("this SQLite does not tell where its pages are")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    leaves = [number for number, kind in pages if kind == "leaf"]
    assert len(leaves) > 3
    with path.open("r+b") as file:
        file.seek((leaves[int(len(leaves) * share)] - 1) * size)
        file.write(b"\xee" * size)


def test_damage_stops_all_writing(full: Path) -> None:
    damage(full, "mark", 0.5)
    with Store.open(full, "Ana") as opened:
        speaker = make_speaker(opened, "Mira Okafor")
        with pytest.raises(DamagedProject, match="Writing has stopped"):
            snapshot(opened)
        before = full.read_bytes()
        with pytest.raises(DamagedProject, match="Writing has stopped"):
            make_speaker(opened, "Jonas Albrecht")
        with pytest.raises(DamagedProject):
            opened.undo()
        with pytest.raises(DamagedProject):
            opened.begin_batch("Import", source="x")
        assert full.read_bytes() == before
        assert speaker


def test_damage_found_while_writing_stops_all_writing(full: Path) -> None:
    damage(full, "mark", 0.999)
    with Store.open(full, "Ana") as opened:
        with pytest.raises(DamagedProject, match="Writing has stopped"):
            tag_claim(opened, "a-0", [span(WORDS)])
        with pytest.raises(DamagedProject, match="Writing has stopped"):
            make_speaker(opened, "Jonas Albrecht")


def test_damage_found_by_a_backup_stops_all_writing(full: Path) -> None:
    damage(full, "mark", 0.5)
    with Store.open(full, "Ana") as opened:
        with pytest.raises(DamagedProject):
            opened.back_up()
        with pytest.raises(DamagedProject):
            make_speaker(opened, "Jonas Albrecht")


@pytest.mark.parametrize("table", ["mark", "part"])
@pytest.mark.parametrize("shares", [(0.0,), (0.5,), (0.999,), (0.3, 0.7)])
def test_what_is_readable_is_rescued_and_what_is_missing_listed(
    full: Path, table: str, shares: tuple[float, ...]
) -> None:
    with Store.open(full, "Ana") as opened:
        before = snapshot(opened)
    for share in shares:
        damage(full, table, share)
    with Store.open(full, "Ana") as opened:
        rescued, missing = opened.rescue()
    assert rescued.parent == full.parent
    assert "cannot be read" in missing.pop(table)
    for what in missing.values():
        assert "refer to something that could not be saved" in what
    with Store.open(rescued, "Ana") as opened:
        after = snapshot(opened)
        for name in before:
            if name != table:
                assert after[name] == before[name]
        kept, whole = set(map(str, after[table])), set(map(str, before[table]))
        assert kept < whole
        assert len(whole) - len(kept) <= ROWS_A_PAGE[table] * len(shares)
        make_speaker(opened, "Mira Okafor")


def test_a_mark_that_lost_its_words_is_told(full: Path) -> None:
    with closing(sqlite3.connect(full, isolation_level=None)) as connection:
        connection.execute("DELETE FROM part WHERE mark_id = (SELECT id FROM mark LIMIT 1)")
    with Store.open(full, "Ana") as opened, opened.read() as session:
        with pytest.raises(DamagedProject, match=r"has lost its words.*restore BACKUP"):
            list(annotation_set(session))
        assert any("covers no text" in each for each in problems(session))


@pytest.mark.parametrize("where", ["UPDATE article_text SET text", "UPDATE article SET title"])
def test_bytes_that_are_no_text_are_damage_and_the_texts_are_not_repeated(full: Path, where: str) -> None:
    with closing(sqlite3.connect(full, isolation_level=None)) as connection:
        connection.execute(f"{where} = CAST(x'4d697261ff' AS TEXT)")
    with Store.open(full, "Ana") as opened, pytest.raises(DamagedProject, match="is damaged") as told:
        snapshot(opened)
    assert "Mira" not in str(told.value)


def test_a_declaration_that_is_no_text_is_damage(full: Path) -> None:
    data = full.read_bytes()
    full.write_bytes(data.replace(b"CREATE TABLE mark", b"CREATE TABLE \xff\xfe\xfd\xfc", 1))
    with pytest.raises(ProjectError), Store.open(full, "Ana"):
        pass


def test_a_text_that_is_none_is_rescued_with_signs_in_the_place_of_what_is_lost(full: Path) -> None:
    with closing(sqlite3.connect(full, isolation_level=None)) as connection:
        connection.execute("UPDATE article SET title = CAST(x'4d697261ff' AS TEXT) WHERE id = 'a-3'")
    with Store.open(full, "Ana") as opened:
        with pytest.raises(DamagedProject):
            snapshot(opened)
        rescued, missing = opened.rescue()
    assert set(missing) == {"article"}
    assert "1 texts hold signs that could not be read" in missing["article"]
    with Store.open(rescued, "Ana") as opened, opened.read() as session:
        assert session.execute(select(Article.title).where(Article.id == "a-3")).scalar_one() == "Mira\ufffd"
        assert list(problems(session)) == []


GARBAGE = {
    "article": "meta = '[1]' WHERE id = 'a-3'",
    "article_text": "blocks = '{' WHERE article_id = 'a-3'",
    "mark": "certainty = 'strange', kind = 'strange' WHERE id = 'claim-0007'",
    "part": "start = 'here' WHERE mark_id = 'claim-0007'",
    "annotator": "colour = x'ff'",
}


@pytest.mark.parametrize("table", GARBAGE)
def test_values_that_are_none_are_left_out_of_what_is_rescued_and_counted(full: Path, table: str) -> None:
    with closing(sqlite3.connect(full, isolation_level=None)) as connection:
        connection.execute(f"UPDATE {table} SET {GARBAGE[table]}")
    with Store.open(full, "Ana") as opened:
        opened.distrust()
        with pytest.raises(DamagedProject, match="values in it"):
            make_speaker(opened, "Jonas Albrecht")
        rescued, missing = opened.rescue()
    assert set(missing) == {table}
    assert "values could not be read" in missing[table]
    with Store.open(rescued, "Ana") as opened, opened.read() as session:
        assert len(session.execute(select(Mark.id)).all()) == 901
        assert not [each for each in problems(session) if "cannot be read" in each]
        list(annotation_set(session))


def test_a_verdict_that_is_none_is_nobodys(full: Path) -> None:
    with closing(sqlite3.connect(full, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO review (id, target, annotator_id, verdict, reason, codebook_question, created, version) "
            "SELECT 'r', 'by-hand', id, 'strange', '', 0, '2025-01-01T00:00:00Z', 1 FROM annotator"
        )
    with Store.open(full, "Ana") as opened:
        opened.distrust()
        rescued, missing = opened.rescue()
    assert "1 rows had no meaning without a value" in missing["review"]
    with Store.open(rescued, "Ana") as opened, opened.read() as session:
        assert list(problems(session)) == []


def test_rescue_of_a_whole_project_is_a_copy(store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [span(WORDS)])
    rescued, missing = store.rescue()
    assert missing == {}
    assert rescued.name.startswith("project (rescued ")
    with Store.open(rescued, "Ana") as opened:
        assert snapshot(opened) == snapshot(store)


# The file goes away ----------------------------------------------------------------------------------


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("moved.annotator"))


def replaced(path: Path) -> None:
    other = path.with_name("other.annotator")
    with Store.create(other, "Ben") as opened:
        make_speaker(opened, "Somebody else")
    other.replace(path)


def folder_renamed(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))
    path.parent.mkdir()


@pytest.mark.parametrize("happens", [deleted, moved, replaced, folder_renamed])
def test_file_that_went_away_is_told_and_rescued(
    store: Store, article_id: str, happens: Callable[[Path], None]
) -> None:
    tagged = {tag_claim(store, article_id, [span(WORDS)]) for _ in range(5)}
    store.poll()
    happens(store.path)
    with pytest.raises(ProjectGone, match="deleted, moved or replaced"):
        store.poll()
    with pytest.raises(ProjectGone):
        tag_claim(store, article_id, [span(WORDS)])
    with pytest.raises(ProjectGone):
        store.back_up()
    rescued, missing = store.rescue()
    assert missing == {}
    assert rescued.parent == store.path.parent
    assert_kept(rescued, tagged)


def test_a_file_that_took_the_projects_place_stays_as_it_is(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="first article")
        for _ in range(3):
            tag_claim(opened, "a", [span(WORDS)])
        opened.poll()
        replaced(project)
        with pytest.raises(ProjectGone):
            opened.poll()
        opened.rescue()
        assert not log_of(project).exists()
        tag = "It can be read while the old one is still open."
        with Store.open(project, "Ben") as other:
            make_speaker(other, tag)
    with Store.open(project, "Ben") as other, other.read() as session:
        assert list(problems(session)) == []
        assert sorted(each.name for each in speakers(session)) == [tag, "Somebody else"]


def test_file_that_went_away_before_anything_was_read_is_rescued(project: Path) -> None:
    with Store.open(project, "Ana") as opened:
        replaced(project)
        rescued, _ = opened.rescue()
        with Store.open(rescued, "Ana") as saved:
            assert saved.project_id == opened.project_id
            assert not any(snapshot(saved).values())
