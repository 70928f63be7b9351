"""The sheets of an Excel workbook that somebody else may have made, read within limits.

Used by the format of workbooks. Values only: nothing is computed, no other file is opened, and what a formula
gave is taken as the workbook saved it. Entities in its XML are not expanded (defusedxml).
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport
from annotator.formats.zip_package import opened

MOST_SHEETS = 200
MOST_ROWS = 1_048_576
MOST_COLUMNS = 64
_SHEET_NAME = re.compile(rb'<sheet\b[^>]*?\bname="([^"]*)"')
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError,
    OSError, EOFError, RuntimeError, NotImplementedError, OverflowError,
)  # fmt: skip


def sheet_names(path: Path) -> list[str]:
    """The names of the sheets as the workbook lists them; none when it is no workbook."""
    try:
        with opened(path, FileReport("", "")) as package:
            listing = package.read("xl/workbook.xml")
    except (FileError, KeyError):
        return []
    return [name.decode("utf-8", "replace") for name in _SHEET_NAME.findall(listing)[:MOST_SHEETS]]


def sheets(path: Path) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """Sheet -> its rows that are not empty, by heading (its first row), each with its place (`claims:7`).

    Raises InvalidSet when the workbook is damaged, protected, or made to fill the memory.
    """
    with _book(path) as book:
        return {sheet.title: list(_rows(sheet)) for sheet in book.worksheets[:MOST_SHEETS]}


def _rows(sheet: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    # What a sheet says of its size may be wrong by a million rows.
    sheet.reset_dimensions()
    headings: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True), 1):
        if all(cell is None for cell in cells):
            continue
        if headings:
            yield f"{sheet.title}:{number}", dict(zip(headings, cells, strict=False))
        else:
            headings = ["" if cell is None else str(cell) for cell in cells]


@contextmanager
def _book(path: Path) -> Iterator[Any]:
    import openpyxl

    with opened(path, FileReport("", "")):
        pass
    try:
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except _DAMAGE as error:
        raise InvalidSet(
            "The workbook is damaged, protected, or not as a spreadsheet writes it; save it anew.", where=str(path)
        ) from error
