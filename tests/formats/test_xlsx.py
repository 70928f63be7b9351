"""Workbooks of tables: nothing lost, nothing run, and those that others made do no harm."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

from annotator.errors import FileError
from annotator.formats import FileReport, recognise_file, workbook_sheets, xlsx
from annotator.formats.xlsx import read, write
from annotator.records import ArticleRecord, CommentRecord, Record
from annotator.text import sha256_of
from tests.formats.golden import MOMENT, golden_set
from tests.strategies import annotation_sets

slowly = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def taken(path: Path) -> tuple[list[Record], FileReport]:
    report = FileReport(str(path), "xlsx")
    return list(read(path, partial=False, report=report)), report


def comment(number: int, text: str) -> CommentRecord:
    return CommentRecord(f"k-{number}", "c-1", None, "a-1", text, MOMENT)


def with_comments(*texts: str) -> list[Record]:
    """The golden set with further comments of these texts."""
    made = golden_set()
    place = next(number for number, each in enumerate(made) if isinstance(each, CommentRecord))
    return [*made[:place], *(comment(100 + number, text) for number, text in enumerate(texts)), *made[place:]]


def test_the_golden_set_comes_back_whole(tmp_path: Path) -> None:
    first = write(golden_set(), tmp_path / "a.xlsx")
    records, report = taken(tmp_path / "a.xlsx")
    assert records == golden_set()
    assert not report.refused
    assert write(golden_set(), tmp_path / "b.xlsx").sha256 == first.sha256
    found = recognise_file(tmp_path / "a.xlsx")
    assert found is not None
    assert found.name == "xlsx"


@slowly
@given(annotation_sets())
def test_any_set_comes_back_whole(made: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(made, Path(folder) / "a.xlsx")
        records, report = taken(Path(folder) / "a.xlsx")
    assert not report.refused
    assert records == made


WILD = (
    "=1+1", "+1", "-1", "@x", "http://example.org/", "_x000B_", "_x005F_", "a\rb\r\nc", "\x0b\x00\x1f", "\ufffe\uffff",
    "  blanks  ", "\t", "⟪long text 1⟫", "'tis", "x" * 40_000, "😀" * 20_000, "=" + "y" * 32_766, "1e5", "TRUE", "#N/A",
)  # fmt: skip


def test_texts_that_no_cell_holds_come_back(tmp_path: Path) -> None:
    made = with_comments(*WILD)
    write(made, tmp_path / "a.xlsx")
    records, report = taken(tmp_path / "a.xlsx")
    assert not report.refused
    assert records == made


def test_a_long_article_comes_back(tmp_path: Path) -> None:
    text = "Harbour 😀 “fees”. " * 9000
    made = golden_set()
    place = next(number for number, each in enumerate(made) if getattr(each, "id", "") == "d-2")
    article: Any = made[place]
    assert isinstance(article, ArticleRecord)
    made[place] = structs.replace(article, text=text, sha256=sha256_of(text))
    made = [each for each in made if getattr(each, "id", "") != "m-3"]
    write(made, tmp_path / "a.xlsx")
    assert taken(tmp_path / "a.xlsx")[0] == made


def test_no_cell_is_a_formula_or_a_link(tmp_path: Path) -> None:
    write(with_comments(*WILD), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert all(isinstance(cell.value, int | float) for cell in cells if cell.data_type == "n")
    assert "=Fees" in {cell.value for cell in cells}


def test_a_full_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_ROWS_A_SHEET", 3)
    write(golden_set(), tmp_path / "a.xlsx")
    assert "parts (4)" in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert taken(tmp_path / "a.xlsx")[0] == golden_set()


def edited(path: Path, sheet: str, cell: str, value: Any) -> Path:
    """The golden workbook, with one cell changed and saved by another program."""
    write(golden_set(), path)
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)
    return path


def test_a_workbook_that_was_edited_elsewhere_is_read(tmp_path: Path) -> None:
    records, report = taken(edited(tmp_path / "a.xlsx", "speakers", "C2", "organisation"))
    assert not report.refused
    assert {each.kind for each in records if getattr(each, "id", "") == "s-1"} == {"organisation"}  # type: ignore[union-attr]


def test_a_formula_is_not_computed(tmp_path: Path) -> None:
    records, _ = taken(edited(tmp_path / "a.xlsx", "propositions", "B2", '=HYPERLINK("http://example.org/","x")'))
    (text,) = (each.text for each in records if getattr(each, "id", "") == "q-1")  # type: ignore[union-attr]
    assert text == ""


def test_a_sheet_that_goes_on_far_below_is_read(tmp_path: Path) -> None:
    records, report = taken(edited(tmp_path / "a.xlsx", "comments", "F60000", "last"))
    assert [each.where for each in report.refused] == ["comments:60000"]
    assert len(records) == len(golden_set())


def test_more_cells_than_anybody_tags_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_sheets, "MOST_CELLS", 100)
    write(golden_set(), tmp_path / "a.xlsx")
    with pytest.raises(FileError, match="more than 100 cells"):
        taken(tmp_path / "a.xlsx")


def repacked(path: Path, change: dict[str, Any]) -> Path:
    """The golden workbook with entries changed by these functions."""
    write(golden_set(), path)
    with zipfile.ZipFile(path) as pack:
        entries = {name: pack.read(name) for name in pack.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in entries.items():
            pack.writestr(name, change[name](data) if name in change else data)
    return path


BOMB = (
    b'<!DOCTYPE b [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (99 + n, b"&%c;" % (98 + n if n else 97) * 20) for n in range(8))
    + b"]>"
)


def bombs() -> Iterator[Any]:
    """Entities that grow without end, in the list of sheets and in a sheet."""
    for name in ("xl/workbook.xml", "xl/worksheets/sheet3.xml"):
        yield pytest.param(name, BOMB, b"&j;", id=f"bomb in {name}")
        outside = b'<!DOCTYPE b [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
        yield pytest.param(name, outside, b"&j;", id=f"file in {name}")


@pytest.mark.parametrize(("name", "doctype", "use"), [*bombs()])
def test_entities_are_not_expanded(tmp_path: Path, name: str, doctype: bytes, use: bytes) -> None:
    def spoil(data: bytes) -> bytes:
        head, rest = data.split(b"?>\n", 1) if b"?>\n" in data else data.split(b"?>", 1)
        return head + b"?>" + doctype + rest.replace(b"Ana", use).replace(b'name="claims"', b'name="claims" x="&j;"')

    with pytest.raises(FileError, match="damaged, protected, or not as a spreadsheet writes it"):
        taken(repacked(tmp_path / "a.xlsx", {name: spoil}))


def test_a_spoiled_sheet_of_long_texts_is_named(tmp_path: Path) -> None:
    made = with_comments("x" * 40_000)
    write(made, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book["long_texts"]["B2"] = "first"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(FileError, match="The sheet long_texts is not as it was written"):
        taken(tmp_path / "a.xlsx")


@pytest.mark.parametrize("data", [b"PK", b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0" * 100, b""])
def test_what_is_no_workbook_is_not_taken_for_one(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    assert recognise_file(path) is None
