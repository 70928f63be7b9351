"""Databases of the Discourse Network Analyzer: what is in them, both ways, and files that are not what they say."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

from annotator.actions.exchange import export_set, import_sets
from annotator.errors import FileError
from annotator.formats import FileReport, ReadOptions, dna_database, format_named, recognise_file
from annotator.formats.dna import LOSES, write
from annotator.formats.dna_tables import TABLES, hashed
from annotator.formats.native import write as write_native
from annotator.records import ArticleRecord, ClaimRecord, Part, PassageRecord, Record, SpeakerRecord, TopicRecord
from annotator.store import Store
from tests.formats.golden import TEXT, golden_set
from tests.formats.test_networks import claim, dispute
from tests.sample_articles import snapshot
from tests.strategies import annotation_sets

FORMAT = format_named("dna")
slowly = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def taken(path: Path, **options: Any) -> tuple[list[Any], FileReport]:
    assert FORMAT.read is not None
    report = FileReport(str(path), FORMAT.name)
    return list(FORMAT.read(path, partial=False, report=report, options=ReadOptions(**options))), report


def made(path: Path, statements: str) -> Path:
    """A database of these SQL statements."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)
        connection.commit()
    return path


# As the program itself makes them, with what this test needs of the columns.
BEFORE = """
CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT);
CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT,
  Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT);
CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER,
  Stop INTEGER, Coder INTEGER);
CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
INSERT INTO CODERS VALUES(1, 'Admin'), (2, 'Eve');
INSERT INTO DOCUMENTS VALUES(1, 'Fees', 'The 🚢 port: Mira Okafor is for higher fees, the guild is not.', 1, 'L. Voss',
  'Post', 'Front', 'https://example.org/1', 'news', 1763942400);
INSERT INTO STATEMENTTYPES VALUES(1, 'DNA Statement'), (3, 'Annotation');
INSERT INTO VARIABLES VALUES(1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
  (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'note', 'long text', 3);
INSERT INTO STATEMENTS VALUES(1, 1, 1, 13, 44, 2), (2, 1, 1, 45, 61, 2), (3, 3, 1, 13, 44, 2), (4, 3, 1, 4, 6, 2);
INSERT INTO DATABOOLEAN VALUES(1, 1, 4, 1), (2, 2, 4, 0);
INSERT INTO DATALONGTEXT VALUES(1, 3, 5, 'Look again'), (2, 4, 5, 'A ship');
"""
VERSION_3 = (
    BEFORE
    + """
CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, ChildOf INTEGER);
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT);
CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER,
  AttributeValue TEXT);
INSERT INTO ENTITIES VALUES(1, 1, '', NULL), (2, 1, 'Mira Okafor', NULL), (3, 2, '', NULL), (4, 2, 'Ministry', NULL),
  (5, 2, 'Guild', NULL), (6, 3, 'Port', NULL), (7, 3, 'Higher fees', 6);
INSERT INTO DATASHORTTEXT VALUES(1, 1, 1, 2), (2, 1, 2, 4), (3, 1, 3, 7), (4, 2, 1, 1), (5, 2, 2, 5), (6, 2, 3, 7);
INSERT INTO ATTRIBUTEVARIABLES VALUES(1, 1, 'Type'), (2, 1, 'Alias'), (3, 1, 'Notes');
INSERT INTO ATTRIBUTEVALUES VALUES(1, 2, 1, 'Minister'), (2, 2, 2, 'the minister; Okafor'), (3, 2, 3, 'Since May');
"""
)
VERSION_2 = (
    BEFORE.replace("1763942400", "1763942400000")
    + """
CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
INSERT INTO DATASHORTTEXT VALUES(1, 1, 1, 'Mira Okafor'), (2, 1, 2, 'Ministry'), (3, 1, 3, 'Higher fees'),
  (4, 2, 1, ''), (5, 2, 2, 'Guild'), (6, 2, 3, 'Higher fees');
"""
)


def claims(records: list[Any]) -> list[ClaimRecord]:
    return [each for each in records if isinstance(each, ClaimRecord)]


@pytest.mark.parametrize("version", [VERSION_2, VERSION_3], ids=["version 2", "version 3"])
def test_statements_are_claims(tmp_path: Path, version: str) -> None:
    path = made(tmp_path / "a.dna", version)
    records, report = taken(path)
    assert not report.refused
    assert report.ignored == []
    names = {each.id: each for each in records if hasattr(each, "name")}
    first, second = claims(records)
    assert [part.quote for part in first.parts] == ["Mira Okafor is for higher fees,"]
    assert [part.quote for part in second.parts] == ["the guild is not"]
    assert [(names[each.topic].name, each.stance) for each in (*first.topics, *second.topics)] == [
        ("Higher fees", "supports"),
        ("Higher fees", "opposes"),
    ]
    person, guild = names[first.speakers[0].speaker or ""], names[second.speakers[0].speaker or ""]
    assert (person.name, person.kind, [each.organisation for each in person.affiliations]) == (
        "Mira Okafor",
        "person",
        ["Ministry"],
    )
    assert (guild.name, guild.kind) == ("Guild", "organisation")
    assert names[first.annotator].name == "Eve"
    assert first.note == "Look again"
    (passage,) = (each for each in records if isinstance(each, PassageRecord))
    assert (passage.parts[0].quote, passage.note, names[passage.topic].name) == ("🚢", "A ship", "Annotation")
    (article,) = (each for each in records if isinstance(each, ArticleRecord))
    assert (article.published, article.byline, article.url) == ("2025-11-24", "L. Voss", "https://example.org/1")
    assert article.meta == {"section": "Front", "type": "news"}
    found = recognise_file(path)
    assert found is not None
    assert found.name == "dna"


def test_version_3_has_trees_and_attributes(tmp_path: Path) -> None:
    records, _ = taken(made(tmp_path / "a.dna", VERSION_3))
    topics = {each.name: each for each in records if isinstance(each, TopicRecord)}
    assert topics["Higher fees"].parent == topics["Port"].id
    (person,) = (each for each in records if isinstance(each, SpeakerRecord) and each.kind == "person")
    assert person.aliases == ("the minister", "Okafor")
    assert person.note == "Since May\nType: Minister"
    again, _ = taken(tmp_path / "a.dna")
    assert [each.id for each in again if hasattr(each, "id")] == [each.id for each in records if hasattr(each, "id")]


def test_labels_may_be_mapped(tmp_path: Path) -> None:
    records, _ = taken(made(tmp_path / "a.dna", VERSION_3), labels={"Statement": "ignore", "Annotation": "ignore"})
    assert not [each for each in records if isinstance(each, ClaimRecord | PassageRecord)]


# Written ---------------------------------------------------------------------------------------------


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(query))


def test_a_database_has_what_the_program_looks_for(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    written = write([*dispute()[:2], *golden_set()[5:]], path)
    assert {name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")} == set(TABLES)
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    per_statement = rows(
        path,
        "SELECT (SELECT count(*) FROM VARIABLES v WHERE v.StatementTypeId = s.StatementTypeId) - (SELECT count(*) FROM"
        " (SELECT StatementId FROM DATASHORTTEXT UNION ALL SELECT StatementId FROM DATALONGTEXT UNION ALL SELECT"
        " StatementId FROM DATABOOLEAN) d WHERE d.StatementId = s.ID) FROM STATEMENTS s",
    )
    assert {each for (each,) in per_statement} == {0}
    per_entity = rows(path, "SELECT count(*) FROM ATTRIBUTEVALUES GROUP BY EntityId")
    assert {each for (each,) in per_entity} == {3}
    assert rows(path, "SELECT count(*) FROM ENTITIES WHERE Value = ''")[0][0] >= 7
    assert set(written.loses) <= set(LOSES)


def test_the_password_is_checked_as_the_program_does(tmp_path: Path) -> None:
    write(golden_set(), tmp_path / "a.dna")
    (kept,) = rows(tmp_path / "a.dna", "SELECT Password FROM CODERS WHERE ID = 1")[0]
    whole = base64.b64decode(kept)
    digest = hashlib.sha256(whole[:16] + b"annotator").digest()
    for _ in range(99_999):
        digest = hashlib.sha256(digest).digest()
    assert whole[16:] == digest
    assert hashed("annotator", whole[:16]) == kept


def test_claims_come_back_from_what_was_written(tmp_path: Path) -> None:
    written = write(golden_set(), tmp_path / "a.dna")
    assert write(golden_set(), tmp_path / "b.dna").sha256 == written.sha256
    records, report = taken(tmp_path / "a.dna")
    assert not report.refused
    names = {each.id: each.name for each in records if hasattr(each, "name")}
    first = next(each for each in claims(records) if each.note)
    assert first.parts[0].quote.startswith("the port loses two ships 😀 a month")
    assert "\ufffd" in rows(tmp_path / "a.dna", "SELECT Text FROM DOCUMENTS")[0][0]
    assert [(names[each.topic], each.stance) for each in first.topics] == [("Dues", "supports"), ("Ports", None)]
    assert [names[each.speaker or ""] for each in first.speakers] == ["M. Okafor"]
    assert first.note == "-1 for certainty"
    assert (written.counts["claim"], written.loses["claim"], written.loses["characters"]) == (2, 1, 2)


def test_a_database_names_the_speakers_and_topics_that_are_there(tmp_path: Path) -> None:
    write(golden_set(), tmp_path / "a.dna")
    records, _ = taken(tmp_path / "a.dna", named=lambda kind, name: f"{kind} {name}")
    assert {each.id for each in records if isinstance(each, TopicRecord)} >= {"topic Ports", "topic Ports / Fees"}
    assert {each.id for each in records if isinstance(each, SpeakerRecord)} >= {"speaker Mira Okafor"}


def test_letters_that_no_field_holds_are_counted(tmp_path: Path) -> None:
    records = [
        structs.replace(each, name="M" * 5000) if isinstance(each, SpeakerRecord) and each.id == "s-1" else each
        for each in golden_set()
    ]
    before, after = write(golden_set(), tmp_path / "a.dna"), write(records, tmp_path / "b.dna")
    # Once for each variable that the speaker is an entity of.
    assert "cut" not in before.loses
    assert after.loses["cut"] % (5000 - 190) == 0
    assert after.loses["cut"] > 0


def test_claims_on_the_very_same_words_stay_apart(tmp_path: Path) -> None:
    before, people = dispute()[:2], [each for each in dispute() if isinstance(each, SpeakerRecord)]
    topics = [TopicRecord(each, each) for each in ("port", "town")]
    article = next(each for each in golden_set() if isinstance(each, ArticleRecord))
    same = (Part(3, 9, TEXT[3:9]),)
    held = [
        structs.replace(claim(1, "ana", "port", "supports"), revision=2, parts=same, note="first"),
        structs.replace(claim(2, "ana", "port", "supports"), revision=2, parts=same, note="second"),
        structs.replace(claim(3, "ana", "town", None), revision=2, parts=same),
    ]
    path = tmp_path / "a.dna"
    write([*before, *topics, *people, article, *held], path)
    records, report = taken(path)
    names = {each.id: each.name for each in records if isinstance(each, TopicRecord)}
    found = [(each.note, [names[about.topic] for about in each.topics]) for each in claims(records)]
    assert (found, report.refused) == ([("first", ["port"]), ("second", ["port"]), ("", ["town"])], [])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM ANNOTATORCLAIMS")
        connection.commit()
    assert len(claims(taken(path)[0])) == 3


def test_topics_of_one_name_at_several_places_are_told_apart(tmp_path: Path) -> None:
    long = "fees " * 60
    topics = [TopicRecord(each, each) for each in ("port", "town", "quay")]
    topics += [TopicRecord(f"{each.id}-fees", long, each.id) for each in topics]
    topics.append(TopicRecord("top-fees", long))
    held = [claim(number, "ana", each.id, "supports") for number, each in enumerate(topics)]
    before, people = dispute()[:2], [each for each in dispute() if isinstance(each, SpeakerRecord)]
    article = next(each for each in golden_set() if isinstance(each, ArticleRecord))
    apart = [structs.replace(each, revision=2, parts=(Part(n, n + 1, TEXT[n]),)) for n, each in enumerate(held)]
    write([*before, *topics, *people, article, *apart], tmp_path / "a.dna")
    values = rows(tmp_path / "a.dna", "SELECT Value, ChildOf FROM ENTITIES WHERE VariableId = 3 AND Value <> ''")
    assert len({value for value, _ in values}) == len(values) == 7
    assert max(len(value) for value, _ in values) < 191
    records, _ = taken(tmp_path / "a.dna")
    assert len(claims(records)) == 7


@slowly
@given(annotation_sets())
def test_any_set_makes_a_database_that_is_read(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = write(records, Path(folder) / "a.dna")
        found, report = taken(Path(folder) / "a.dna")
    assert not report.refused
    assert len(claims(found)) == written.counts.get("claim", 0)
    assert set(written.loses) <= set(LOSES)


def edited(path: Path, *statements: str) -> Path:
    """The database as the program leaves it after these changes."""
    with closing(sqlite3.connect(path)) as connection:
        for each in statements:
            connection.execute(each)
        connection.commit()
    return path


def test_a_database_of_the_project_is_the_same_again(store: Store, tmp_path: Path) -> None:
    write_native(golden_set(), tmp_path / "golden.jsonl")
    import_sets(store, [tmp_path / "golden.jsonl"])
    export_set(store, tmp_path / "a.dna", format_name="dna")
    before = snapshot(store)
    for _ in range(2):
        (report,) = import_sets(store, [tmp_path / "a.dna"])
        assert (report.conflicts, report.refused, report.namesakes) == ([], [], [])
        assert (report.articles, report.claims, report.topics, report.speakers, report.annotators) == (0, 0, 0, 0, 0)
        assert report.same >= 1 + 2
    assert snapshot(store) == before


def test_what_was_changed_in_the_other_program_is_told_and_the_rest_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.dna"
    write(golden_set(), path)
    whole = {each.id: each for each in golden_set() if isinstance(each, ClaimRecord)}
    first = next(each for each in whole.values() if each.note and each.revision == 2)
    sided = "SELECT ID FROM STATEMENTS WHERE StatementTypeId = 1"
    edited(path, f"UPDATE DATABOOLEAN SET Value = 1 - Value WHERE StatementId IN ({sided})")
    found = {each.id: each for each in claims(taken(path)[0])}
    changed = found[first.id]
    assert [each.stance for each in changed.topics] == ["opposes", None]
    assert (changed.parts, changed.cue, changed.note) == (first.parts, first.cue, first.note)
    assert changed.updated > first.updated
    note = "UPDATE DATALONGTEXT SET Value = 'Asked again'"
    renamed = "UPDATE ENTITIES SET Value = 'Mira O.' WHERE Value = 'Mira Okafor'"
    edited(path, note, renamed, "UPDATE STATEMENTS SET Stop = Stop - 8")
    changed = {each.id: each for each in claims(taken(path)[0])}[first.id]
    assert (changed.note, len(changed.parts)) == ("Asked again", 1)
    names = {each.id: each.name for each in taken(path)[0] if isinstance(each, SpeakerRecord)}
    assert [names[each.speaker or ""] for each in changed.speakers] == ["Mira O."]


def test_an_edited_claim_conflicts_and_a_new_statement_is_added(store: Store, tmp_path: Path) -> None:
    write_native(golden_set(), tmp_path / "golden.jsonl")
    import_sets(store, [tmp_path / "golden.jsonl"])
    path = tmp_path / "a.dna"
    export_set(store, path, format_name="dna")
    edited(
        path,
        "UPDATE DATABOOLEAN SET Value = 1 - Value",
        "INSERT INTO STATEMENTS SELECT 900, 1, DocumentId, 0, 5, Coder FROM STATEMENTS LIMIT 1",
        "INSERT INTO DATABOOLEAN SELECT 900, 900, 4, 1",
        "INSERT INTO DATASHORTTEXT SELECT 900 + VariableId, 900, VariableId, max(ID) FROM ENTITIES"
        " WHERE VariableId IN (1, 2, 3) GROUP BY VariableId",
    )
    (report,) = import_sets(store, [path])
    assert (report.claims, len(report.conflicts), report.refused) == (1, 1, [])


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"id": 3}', '{"id": "x", "signs": [[99999, "y"]]}', '{"line": "{}", "seals": {}}', "[" * 5000],
)
def test_what_stands_in_the_own_table_is_not_believed(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.dna"
    written = write(golden_set(), path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE ANNOTATORRECORDS SET Content = ?", (content,))
        connection.commit()
    records, report = taken(path)
    assert (len(claims(records)), report.refused) == (written.counts["claim"], [])


# Hostile ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TABLE x(y);",
        VERSION_3 + "ALTER TABLE STATEMENTS RENAME TO s; CREATE VIEW STATEMENTS AS SELECT * FROM s;",
        VERSION_3 + "DROP TABLE CODERS; CREATE VIRTUAL TABLE CODERS USING fts5(ID, Name);",
    ],
    ids=["other", "view", "virtual"],
)
def test_a_database_that_is_another_is_refused(tmp_path: Path, statements: str) -> None:
    with pytest.raises(FileError, match="none of the Discourse Network Analyzer"):
        taken(made(tmp_path / "a.dna", statements))


def test_what_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dna_database, "MOST_STEPS", dna_database._STEPS_AT_ONCE)
    more = "INSERT INTO SETTINGS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)"
    path = made(tmp_path / "a.dna", VERSION_3 + more + " SELECT 'p' || i, i FROM n;")
    with pytest.raises(FileError, match="cannot be read as a database of DNA"):
        taken(path)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 5000, b"PK\x03\x04"])
def test_what_is_no_database_is_refused_with_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.dna").write_bytes(data)
    with pytest.raises(FileError, match=r"DNA|Discourse"):
        taken(tmp_path / "a.dna")


def test_a_damaged_database_is_refused_and_never_written_to(tmp_path: Path) -> None:
    path = made(tmp_path / "a.dna", VERSION_3)
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\x0d" * 4096
    path.write_bytes(data)
    with pytest.raises(FileError):
        taken(path)
    assert path.read_bytes() == bytes(data)
    assert [each.name for each in tmp_path.iterdir()] == ["a.dna"]


def test_wild_values_are_refused_or_taken(tmp_path: Path) -> None:
    wild = "UPDATE STATEMENTS SET Start = -5; UPDATE DOCUMENTS SET Date = 'never', Author = x'ff00';"
    records, _ = taken(made(tmp_path / "a.dna", VERSION_3 + wild))
    assert [each for each in records if isinstance(each, ArticleRecord)]
    with pytest.raises(FileError, match="cannot be read"):
        taken(made(tmp_path / "b.dna", VERSION_3 + "UPDATE STATEMENTS SET Stop = 'far';"))
