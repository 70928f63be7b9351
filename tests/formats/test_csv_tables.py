"""The tables: what is in them, and that they are safe to open and to read back."""

from __future__ import annotations

import csv
import hashlib
import json
import tempfile
import zipfile
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled, FileError
from annotator.formats.csv_cells import protected
from annotator.formats.csv_tables import write
from annotator.formats.tables import TABLES
from annotator.records import Record, kind_of
from tests.formats.golden import OTHER, TEXT, golden_set
from tests.strategies import annotation_sets, words

RISKY = tuple("=+-@\t\r\n\0")

slowly = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def rows_in(data: bytes) -> list[dict[str, Any]]:
    """The rows of a table; numbers as floats, text without the apostrophe that protects it."""
    assert data.startswith(b"\xef\xbb\xbf")
    reader = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), quoting=csv.QUOTE_NONNUMERIC, strict=True)
    header, *rows = list(reader)
    names = [str(name) for name in header]
    bare = [[cell[1:] if isinstance(cell, str) and cell.startswith("'") else cell for cell in row] for row in rows]
    return [dict(zip(names, row, strict=True)) for row in bare]


def tables_of(records: list[Record], folder: Path) -> dict[str, list[dict[str, Any]]]:
    """All tables of these records, read back."""
    write(records, folder)
    return {path.stem: rows_in(path.read_bytes()) for path in folder.iterdir()}


def by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


@pytest.fixture
def tables(tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """The golden set as tables."""
    return tables_of(golden_set(), tmp_path / "tables")


def test_there_is_a_file_for_each_table_with_its_columns(tmp_path: Path) -> None:
    write(golden_set(), tmp_path / "tables")
    for name, columns in TABLES.items():
        first = (tmp_path / "tables" / f"{name}.csv").read_text("utf-8-sig").splitlines()[0]
        assert first == ",".join(f'"{column.name}"' for column in columns)
    assert len(list((tmp_path / "tables").iterdir())) == len(TABLES)


def test_rows_end_in_carriage_return_and_newline(tmp_path: Path) -> None:
    write(golden_set(), tmp_path / "tables")
    annotators = (tmp_path / "tables" / "annotators.csv").read_bytes()
    assert annotators.count(b"\r\n") == annotators.count(b"\n") == 3


def test_meta_says_how_to_read_the_rest(tables: dict[str, list[dict[str, Any]]]) -> None:
    (meta,) = tables["meta"]
    assert meta["format"] == "annotator-tables"
    assert meta["version"] == 1
    assert meta["offset_unit"] == "unicode-code-point"
    assert meta["newline"] == "LF"
    assert meta["project_id"] == "p-1"
    assert "drop the first apostrophe" in meta["protection"]


def test_articles_come_with_their_whole_text(tables: dict[str, list[dict[str, Any]]]) -> None:
    assert [row["text"] for row in tables["articles"]] == [TEXT, OTHER]
    assert tables["articles"][1]["title"] == "=Fees"
    assert json.loads(tables["articles"][1]["meta"]) == {"desk": ["north", 2]}


def test_every_part_of_every_mark_is_a_row_with_its_words(tables: dict[str, list[dict[str, Any]]]) -> None:
    marks: list[Any] = [each for each in golden_set() if hasattr(each, "parts")]
    expected = [
        (mark.id, kind_of(mark), role, ordinal, part.start, part.end, part.quote)
        for mark in marks
        for role, parts in (("content", mark.parts), ("cue", getattr(mark, "cue", ())))
        for ordinal, part in enumerate(parts)
    ]
    keys = ("mark", "kind", "role", "ordinal", "start", "end", "quote")
    assert sorted(tuple(row[key] for key in keys) for row in tables["parts"]) == sorted(expected)


def test_a_claim_shows_names_beside_ids(tables: dict[str, list[dict[str, Any]]]) -> None:
    claim = by_id(tables["claims"])["c-1"]
    assert claim["article_title"] == "Harbour 🚢 dispute"
    assert claim["annotator_name"] == "Ana"
    assert claim["quote"] == "the port loses two ships 😀 a month … or three"
    assert claim["cue"] == "said"
    assert claim["proposition_text"] == "The port loses two ships a month"
    assert claim["note"] == "-1 for certainty"
    assert json.loads(claim["fields"]) == {"check_worthy": "yes"}
    assert TEXT[int(claim["start"]) : int(claim["end"])].endswith("or three")


def test_merged_speakers_and_topics_go_by_the_name_of_the_one_they_were_merged_into(
    tables: dict[str, list[dict[str, Any]]],
) -> None:
    claim = by_id(tables["claims"])["c-1"]
    assert claim["speakers"] == "Mira Okafor"
    assert claim["topics"] == "Ports / Fees; Ports"
    first, second = tables["claim_speakers"]
    assert (first["speaker"], first["speaker_name"], first["mention"]) == ("s-2", "Mira Okafor", "m-1")
    assert (second["speaker"], second["role"], second["mention"]) == ("", "reported_by", "m-2")
    assert [(row["topic"], row["topic_path"], row["stance"]) for row in tables["claim_topics"]] == [
        ("t-3", "Ports / Fees", "supports"),
        ("t-1", "Ports", ""),
    ]
    assert by_id(tables["speakers"])["s-2"]["merged_into_name"] == "Mira Okafor"
    assert by_id(tables["topics"])["t-3"]["path"] == "Ports / Dues"


def test_remarks_say_who_made_them(tables: dict[str, list[dict[str, Any]]]) -> None:
    (review,) = tables["reviews"]
    assert (review["annotator_name"], review["reason"], review["codebook_question"]) == (
        "Ben",
        "@ends early",
        "yes",
    )
    assert [row["text"] for row in tables["comments"]] == ["Why?", "Since\nshe says so"]


def test_every_record_but_the_set_is_counted(tmp_path: Path) -> None:
    written = write(golden_set(), tmp_path / "tables")
    assert written.loses == {}
    assert written.counts["claim"] == 3
    assert set(written.counts) == {kind_of(each) for each in golden_set()} - {"set"}


def test_a_zip_holds_the_same_tables(tmp_path: Path) -> None:
    write(golden_set(), tmp_path / "tables")
    written = write(golden_set(), tmp_path / "tables.zip")
    with zipfile.ZipFile(tmp_path / "tables.zip") as pack:
        packed = {name: pack.read(name) for name in pack.namelist()}
    assert packed == {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}
    assert written.sha256 == hashlib.sha256((tmp_path / "tables.zip").read_bytes()).hexdigest()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["tables", "tables.zip"]


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    assert write(golden_set(), tmp_path / "a.zip").sha256 == write(golden_set(), tmp_path / "b.zip").sha256
    assert write(golden_set(), tmp_path / "a").sha256 == write(golden_set(), tmp_path / "b").sha256


@pytest.mark.parametrize("name", ["tables.csv", "tables.CSV", "tables.jsonl"])
def test_one_file_cannot_hold_the_tables(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match=r"name a folder, or one file that ends in \.zip"):
        write(golden_set(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine")
    with pytest.raises(FileError, match="holds other things"):
        write(golden_set(), tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["diary.txt"]


@pytest.mark.parametrize("name", ["tables", "tables.zip"])
def test_stopping_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    def stop(done: int) -> None:
        raise Cancelled(f"Stopped at {done}.")

    many = [golden_set()[0], *([golden_set()[2]] * 2000)]
    with pytest.raises(Cancelled, match="Stopped at 1000"):
        write(many, tmp_path / name, stop)
    assert list(tmp_path.iterdir()) == []


@slowly
@given(annotation_sets())
def test_no_cell_can_be_run_as_a_formula(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(made, Path(folder))
        for path in Path(folder).iterdir():
            text = path.read_bytes().decode("utf-8-sig")
            for row in csv.reader(StringIO(text, newline=""), quoting=csv.QUOTE_NONNUMERIC, strict=True):
                for cell in row:
                    if isinstance(cell, str):
                        assert not cell.startswith(RISKY)
                        assert not cell.lstrip(' \u00a0"').startswith(RISKY)
                    else:
                        assert cell >= 0


@slowly
@given(annotation_sets())
def test_texts_names_and_notes_come_back_as_they_were(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = tables_of(made, Path(folder) / "tables")
    columns = {"annotator": ("name",), "article": ("title", "text"), "speaker": ("name", "note")}
    columns |= {"topic": ("name", "definition"), "comment": ("text",), "review": ("reason",)}
    columns |= dict.fromkeys(("claim", "mention", "passage"), ("note", "created"))
    for kind, keys in columns.items():
        rows = by_id(found[f"{kind}s"])
        records: list[Any] = [each for each in made if kind_of(each) == kind]
        assert len(rows) == len(records)
        for record in records:
            assert [rows[record.id][key] for key in keys] == [getattr(record, key) for key in keys]


@given(words | st.sampled_from(["=1+1", " =1", "'=1", "''", '"@x', "\u00a0-1", "-5", "＝1", "\ufeff+1", "'tis"]))
def test_protection_is_one_apostrophe_that_can_always_be_told(text: str) -> None:
    shown = protected(text)
    assert shown in (text, f"'{text}")
    assert not shown.startswith(RISKY)
    assert (shown[1:] if shown.startswith("'") else shown) == text
