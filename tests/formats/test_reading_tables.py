"""Tables read back: nothing is lost, spreadsheets may have saved them anew, and hostile ones do no harm."""

from __future__ import annotations

import csv
import io
import stat
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.actions.exchange import import_sets
from annotator.errors import FileError
from annotator.formats import FileReport, format_named, recognise_file
from annotator.formats.csv_tables import read, write
from annotator.formats.zip_package import ENTRY_LIMIT
from annotator.records import ClaimRecord, Record, kind_of
from annotator.store import Store
from tests.formats.golden import TEXT, golden_set
from tests.strategies import annotation_sets

slowly = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def taken(path: Path) -> tuple[list[Record], FileReport]:
    """The records of a file or folder, and what was refused."""
    report = FileReport(str(path), "csv")
    return list(read(path, partial=False, report=report)), report


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The golden set as a folder of tables."""
    write(golden_set(), tmp_path / "tables")
    return tmp_path / "tables"


def changed(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of a table."""
    path.write_bytes(change(path.read_bytes().decode("utf-8-sig")).encode())


@pytest.mark.parametrize("name", ["tables", "tables.zip"])
def test_the_golden_set_comes_back_whole(tmp_path: Path, name: str) -> None:
    write(golden_set(), tmp_path / name)
    records, report = taken(tmp_path / name)
    assert records == golden_set()
    assert not report.refused
    found = recognise_file(tmp_path / name)
    assert found is not None
    assert found.name == "csv"


@slowly
@given(annotation_sets())
def test_any_set_comes_back_whole(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(made, Path(folder) / "a.zip")
        records, report = taken(Path(folder) / "a.zip")
    assert not report.refused
    assert records == made


def test_the_table_of_what_they_are_stands_for_its_folder(tables: Path) -> None:
    assert taken(tables / "meta.csv")[0] == golden_set()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", ";\t,")
def test_tables_that_a_spreadsheet_saved_anew(tables: Path, encoding: str, separator: str) -> None:
    for path in tables.iterdir():
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
        turned = [list(reversed(row)) for row in rows]
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(turned)
        path.write_bytes(stream.getvalue().encode(encoding))
    records, report = taken(tables)
    assert not report.refused
    assert records == golden_set()


def test_a_row_that_does_not_fit_is_refused_with_its_line(tables: Path) -> None:
    changed(tables / "claims.csv", lambda text: text.replace('"direct"', '"shouted"'))
    records, report = taken(tables)
    assert "c-1" not in {each.id for each in records if isinstance(each, ClaimRecord)}
    first = report.refused[0]
    assert first.where == "claims.csv:2"
    assert "quotation" in first.reason


def test_a_number_that_is_none_is_refused(tables: Path) -> None:
    changed(tables / "parts.csv", lambda text: text.replace('"content",0,', '"content",zero,', 1))
    records, report = taken(tables)
    assert any("wants a whole number, not “zero”" in each.reason for each in report.refused)
    assert len(records) < len(golden_set())


def test_words_that_are_not_at_their_place_are_refused(tables: Path) -> None:
    changed(tables / "parts.csv", lambda text: text.replace('"or three"', '"or four"'))
    records, report = taken(tables)
    assert [each.reason for each in report.refused if "is “or three”, not “or four”" in each.reason]
    assert "c-1" not in {getattr(each, "id", None) for each in records if kind_of(each) == "claim"}


def test_words_that_were_edited_decide_over_the_numbers(tables: Path) -> None:
    changed(tables / "parts.csv", lambda text: text.replace('"Mira Okafor"', '"Okafor"').replace("83,91", "80,88"))
    records, report = taken(tables)
    assert not report.refused
    parts = {part.quote: part for each in records for part in getattr(each, "parts", ())}
    assert TEXT[parts["Okafor"].start : parts["Okafor"].end] == "Okafor"
    assert report.moved >= 1
    assert any(each.startswith("moved: parts.csv:") and "“Okafor”" in each for each in report.ignored)


def test_parts_of_a_mark_that_is_not_there_are_named(tables: Path) -> None:
    changed(tables / "passages.csv", lambda text: text.splitlines(keepends=True)[0])
    _, report = taken(tables)
    assert [each.reason for each in report.refused] == ["There is no mark g-1 that this row could belong to."]


def test_newer_tables_are_not_taken_for_these(tables: Path) -> None:
    changed(tables / "meta.csv", lambda text: text.replace('"annotator-tables",1', '"annotator-tables",2'))
    _, report = taken(tables)
    assert "Install a newer program" in report.refused[0].reason


def test_a_table_that_is_a_link_is_not_followed(tables: Path, tmp_path: Path) -> None:
    (tables / "comments.csv").replace(tmp_path / "elsewhere.csv")
    (tables / "comments.csv").symlink_to(tmp_path / "elsewhere.csv")
    records, _ = taken(tables)
    assert not [each for each in records if kind_of(each) == "comment"]


def repacked(path: Path, *more: tuple[zipfile.ZipInfo, bytes]) -> Path:
    """The golden tables in a zip, with further entries."""
    write(golden_set(), path)
    with zipfile.ZipFile(path, "a") as pack:
        for entry, data in more:
            pack.writestr(entry, data)
    return path


@pytest.mark.parametrize("name", ["../out.csv", "/etc/out.csv", "C:/out.csv", "a/../../out.csv"])
def test_entries_that_lead_out_are_left_out(tmp_path: Path, name: str) -> None:
    records, report = taken(repacked(tmp_path / "a.zip", (zipfile.ZipInfo(name), b"x")))
    assert records == golden_set()
    assert [each.where for each in report.refused] == [f"a.zip:{name}"]
    assert "leads out of the archive" in report.refused[0].reason


def test_links_in_an_archive_are_left_out(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link.csv")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    _, report = taken(repacked(tmp_path / "a.zip", (entry, b"/etc/passwd")))
    assert "links are not followed" in report.refused[0].reason


def test_an_archive_made_to_fill_the_memory_is_refused(tmp_path: Path) -> None:
    bomb = zipfile.ZipInfo("bomb.csv")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    path = repacked(tmp_path / "a.zip", (bomb, bytes(50 * 1024**2)))
    with pytest.raises(FileError, match="packed so tightly"):
        taken(path)
    assert format_named("csv").recognise(path, b"PK") == 0


def test_an_archive_of_countless_entries_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x01\x02" * (ENTRY_LIMIT + 1))
    with pytest.raises(FileError, match="claims more than 20,000 entries"):
        taken(path)


@pytest.mark.parametrize("cut", [10, 200, 1000])
def test_a_damaged_archive_is_refused_with_a_sentence(tmp_path: Path, cut: int) -> None:
    path = repacked(tmp_path / "a.zip")
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(FileError, match="damaged or incomplete"):
        taken(path)


def test_a_folder_of_tables_goes_into_a_project_and_is_the_same_the_second_time(tables: Path, tmp_path: Path) -> None:
    with Store.create(tmp_path / "p", "Ana") as store:
        (first,) = import_sets(store, [tables])
        (again,) = import_sets(store, [tables])
    assert (first.format, first.articles, first.claims, first.mentions, first.passages) == ("csv", 2, 3, 3, 1)
    assert not first.refused
    assert (again.claims, again.conflicts) == (0, [])
    assert again.same > 0
