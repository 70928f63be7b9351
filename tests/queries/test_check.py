"""`problems()` finds each broken invariant; the breaking is done past the program."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.actions.speakers import make_speaker, merge_speakers
from annotator.actions.tagging import add_speaker, tag_claim
from annotator.actions.topics import make_topic
from annotator.queries.check import counts, problems
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, span

BREAKS = {
    "quote": ("UPDATE part SET quote = 'Three ships' WHERE role = 'content'",
              "Mark claim: the quote at 111 to 120 is not what the text says there"),
    "offset": ("UPDATE part SET start = 9000, \"end\" = 9009", "the quote at 9000 to 9009 is not what the text says"),
    "start": ("UPDATE mark SET start = 3 WHERE kind = 'claim'", "Mark claim is listed at another place"),
    "no part": ("DELETE FROM part WHERE mark_id = 'claim'", "Mark claim covers no text"),
    "text": ("UPDATE article_text SET text = 'x' || text", "the text is not the one that was stored"),
    "hash": ("UPDATE article SET sha256 = 'x'", "the list names another text"),
    "no text": ("DELETE FROM article_text", "(a) has no text"),
    "block": ("UPDATE article_text SET blocks = '[[\"title\", 0, 9000]]'", "a block lies outside the text"),
    "reference": ("UPDATE claim_speaker SET speaker_id = 'nobody'", "A row of claim_speaker"),
    "mark's article": ("UPDATE mark SET article_id = 'gone'", "A row of mark"),
    "speakers' circle": ("UPDATE speaker SET merged_into_id = 'y' WHERE id = 'z'", "back to itself (merged_into)"),
    "topics' circle": ("UPDATE topic SET parent_id = id", "leads back to itself (parent)"),
    "journal": ("DELETE FROM journal WHERE step = 3 AND seq = 0", "The journal of step 3 has 0 rows instead of 1"),
    "journal's step": ("DELETE FROM step WHERE number = 3", "rows that belong to no step"),
    "open batch": ("UPDATE step SET open = 1 WHERE number = 1", "did not reach its end. Run the same import again"),
}  # fmt: skip


@pytest.fixture
def busy(project: Path) -> Path:
    """A closed project with something of everything that can be broken."""
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a"), article_record("b")], source="set")
        make_topic(opened, "Fees", topic_id="t")
        make_speaker(opened, "Y", speaker_id="y")
        make_speaker(opened, "Z", speaker_id="z")
        merge_speakers(opened, "y", "z")
        claim = tag_claim(opened, "a", [span("Two ships")], mark_id="claim")
        add_speaker(opened, claim, "z", mention=[span("Mira Okafor")])
        with opened.read() as session:
            assert list(problems(session)) == []
            assert counts(session) == {"articles": 2, "marks": 2, "steps": 7}
    return project


@pytest.mark.parametrize("what", BREAKS)
def test_each_broken_invariant_is_named(busy: Path, what: str) -> None:
    statement, sentence = BREAKS[what]
    with Store.open(busy, "Ana") as opened:
        with closing(sqlite3.connect(busy, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            assert connection.execute(statement).rowcount > 0
        with opened.read() as session:
            found = list(problems(session))
    assert any(sentence in problem for problem in found), found
    assert all(problem.endswith(".") for problem in found)


def test_an_index_that_lost_an_entry_is_named(busy: Path) -> None:
    def schema_of_index(statement: str, *values: object) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(busy, isolation_level=None)) as connection:
            connection.execute("PRAGMA writable_schema=ON")
            return connection.execute(statement, values).fetchall()

    [row] = schema_of_index("SELECT * FROM sqlite_master WHERE name = 'ix_article_position'")
    schema_of_index("DELETE FROM sqlite_master WHERE name = 'ix_article_position'")
    with closing(sqlite3.connect(busy, isolation_level=None)) as connection:
        connection.execute("UPDATE article SET position = position + 10")
    schema_of_index("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", *row)
    with Store.open(busy, "Ana") as opened, opened.read() as session:
        found = list(problems(session))
    assert any("The database file is damaged" in problem for problem in found), found


GARBAGE = {
    "text": ("article_text", "text = CAST(x'4d697261ff' AS TEXT)", "its text cannot be read, what"),
    "title": ("article", "title = CAST(x'ff' AS TEXT)", "its title cannot be read, what stands there is no text"),
    "blocks": ("article_text", "blocks = '{'", "its blocks cannot be read, what stands there is no JSON"),
    "shape": ("article_text", "blocks = '[1]'", "a block lies outside the text"),
    "number": ("article", "position = 'first'", "its position cannot be read, what stands there is no number"),
    "note": ("mark", "note = CAST(x'ff' AS TEXT)", "Row claim of mark: its note cannot be read"),
    "blob": ("article", "title = x'4d697261'", "its title cannot be read, what stands there is no text"),
    "scalar": ("article_text", "links = '7'", "its links cannot be read, what stands there is no JSON"),
    "revision": ("article", "revision = 7", "Article a has no text of its present revision, 7"),
    "words": ("mark", "certainty = 'strange'", "its certainty cannot be read, what stands there is none of high"),
    "list": ("article", "meta = '[1]'", "its meta cannot be read, what stands there is no JSON"),
    "journal": ("journal", "new = 'nothing'", "of journal: its new cannot be read, what stands there is no JSON"),
}  # fmt: skip


@pytest.mark.parametrize("what", GARBAGE)
def test_garbage_in_a_column_is_named_and_hides_nothing_else(busy: Path, what: str) -> None:
    table, garbage, sentence = GARBAGE[what]
    with closing(sqlite3.connect(busy, isolation_level=None)) as connection:
        connection.execute(f"UPDATE {table} SET {garbage}")
        connection.execute("UPDATE mark SET start = 3 WHERE kind = 'claim'")
        connection.execute("DELETE FROM journal WHERE step = 3 AND seq = 0")
    with Store.open(busy, "Ana") as opened, opened.read() as session:
        found = list(problems(session))
    assert any(sentence in problem for problem in found), found
    assert any("is listed at another place" in problem for problem in found), found
    assert any("The journal of step 3 has 0 rows" in problem for problem in found), found
    assert not any("any further" in problem for problem in found), found
