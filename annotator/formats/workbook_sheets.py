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
from annotator.sentences import worded

MOST_SHEETS = 200
MOST_ROWS = 1_048_576
MOST_COLUMNS = 64
MOST_CELLS = 10_000_000
"""That is what 200,000 marks take."""

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


class Sheet:
    """The rows of a sheet that are not empty; the first of them holds the headings."""

    def __init__(self, title: str, rows: list[tuple[int, tuple[Any, ...]]]) -> None:
        self._title = title
        self._rows = rows

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The rows by heading, each with its place (`claims:7`)."""
        if not self._rows:
            return
        headings = ["" if cell is None else str(cell) for cell in self._rows[0][1]]
        for number, cells in self._rows[1:]:
            yield f"{self._title}:{number}", dict(zip(headings, cells, strict=False))


def sheets(path: Path) -> dict[str, Sheet]:
    """The sheets by name. Raises InvalidSet when the workbook is damaged, protected, or made to fill the memory."""
    with _book(path) as book:
        left = MOST_CELLS
        # Ids and names come again in row after row.
        known: dict[str, str] = {}
        found = {}
        for sheet in book.worksheets[:MOST_SHEETS]:
            # What a sheet says of its size may be wrong by a million rows.
            sheet.reset_dimensions()
            rows = []
            cells_of = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            for number, cells in enumerate(cells_of, 1):
                filled = sum(cell is not None for cell in cells)
                if not filled:
                    continue
                left -= filled
                if left < 0:
                    raise InvalidSet(
                        worded(
                            "The workbook has more than {most_cells:,} cells, which is too much for one; bring "
                            "the set as CSV tables.",
                            most_cells=MOST_CELLS,
                        ),
                        where=str(path),
                    )
                shared = (known.setdefault(each, each) if isinstance(each, str) else each for each in cells)
                rows.append((number, tuple(shared)))
            found[sheet.title] = Sheet(sheet.title, rows)
        return found


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
            worded("The workbook is damaged, protected, or not as a spreadsheet writes it; save it anew."),
            where=str(path),
        ) from error
