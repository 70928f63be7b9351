"""Tables of articles in Excel workbooks (XLSX), one article in each row.

Registers itself; called through `read_parts`. Every sheet with a column of text is read. Values only:
what a formula would compute is taken as the workbook saved it, and a workbook that takes cells from other
files is refused. Nothing in a workbook is run or fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.columns import chosen_mapping
from annotator.readers.folders import Refusal
from annotator.readers.rows import Row, row_documents
from annotator.readers.tables import Preview, Table, beginning, distinct
from annotator.records import Document
from annotator.sentences import worded

SUFFIXES = (".xlsx", ".xlsm")
EXPANDED_LIMIT_BYTES = 300 * 1024 * 1024
_MOST_PARTS = 5000
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 256
_HEADING_WITHIN = 20
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,  # broken XML: xml.etree's ParseError and lxml's XMLSyntaxError are of this kind
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
)


def recognise(path: Path, _head: bytes) -> float:
    """By suffix."""
    return 0.9 if path.suffix.lower() in SUFFIXES else 0.0


def read(path: Path, data: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Document | Refusal]:
    """The articles of the sheets that have a column of text.

    Raises UnreadableArticle when no sheet has one, or the workbook is damaged, protected or refused.
    """
    refused: UnreadableArticle | None = None
    found = False
    with _opened(path, data) as book:
        for sheet in book.worksheets:
            names, rows = _table(path, sheet)
            if not names:
                continue
            try:
                mapping = chosen_mapping(path, names, columns or {})
            except UnreadableArticle as error:
                refused = refused or error
                continue
            found = True
            yield from row_documents(path, rows, mapping, further={"sheet": sheet.title})
    if not found:
        raise refused or UnreadableArticle(
            worded("The workbook has no table; write one with a heading row."), where=str(path)
        )


def preview(path: Path, data: bytes) -> Preview:
    """The beginning of the first sheet that has a table. Raises UnreadableArticle as `read` does."""
    with _opened(path, data) as book:
        for sheet in book.worksheets:
            names, rows = _table(path, sheet)
            if names:
                return beginning(Table(names, rows))
    raise UnreadableArticle(worded("The workbook has no table; write one with a heading row."), where=str(path))


@contextmanager
def _opened(path: Path, data: bytes) -> Iterator[Any]:
    """The workbook, opened for reading values."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableArticle(
            worded("The workbook is protected by a password or of the old kind (.xls); save it as .xlsx without one."),
            where=str(path),
        )
    import openpyxl

    with _damage_told(path):
        _check_parts(path, data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        yield book
    finally:
        book.close()


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """What openpyxl raises on broken workbooks, as a sentence."""
    try:
        yield
    except _DAMAGE as error:
        raise UnreadableArticle(
            worded("The workbook is damaged or not as Excel writes it; save it anew, or save the table as CSV."),
            where=str(path),
        ) from error


def _check_parts(path: Path, data: bytes) -> None:
    """Refuses what would fill the memory or leads elsewhere, before anything is expanded."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > EXPANDED_LIMIT_BYTES:
        raise UnreadableArticle(
            worded(
                "The workbook expands to more than {megabytes} MB; split its table, or save it as CSV.",
                megabytes=EXPANDED_LIMIT_BYTES // 1024**2,
            ),
            where=str(path),
        )
    if any(part.filename.lower().startswith("xl/externallinks/") for part in parts):
        raise UnreadableArticle(
            worded("The workbook takes cells from other files, which are not read; save the table as CSV."),
            where=str(path),
        )


def _table(path: Path, sheet: Any) -> tuple[list[str], Iterator[Row]]:
    """Headings and rows of a sheet. The heading is the first row with two cells, else the first with one."""
    # What a sheet says of its size may be wrong by a million rows.
    sheet.reset_dimensions()
    first = [(number, cells) for number, cells in _values(path, sheet, _HEADING_WITHIN, _MOST_COLUMNS) if cells]
    number, cells = next((each for each in first if len(each[1]) > 1), first[0] if first else (0, []))
    names = distinct(cells)
    return names, _rows(path, sheet, number, names)


def _rows(path: Path, sheet: Any, heading: int, names: list[str]) -> Iterator[Row]:
    for number, cells in _values(path, sheet, _MOST_ROWS, len(names)):
        if number > heading and cells:
            yield Row(str(number), dict(zip(names, cells, strict=False)))


def _values(path: Path, sheet: Any, rows: int, columns: int) -> Iterator[tuple[int, list[Any]]]:
    """Number and cells of each row up to the last cell that holds something."""
    with _damage_told(path):
        found = sheet.iter_rows(max_row=rows, max_col=columns, values_only=True)
        for number, row in enumerate(found, 1):
            cells = list(row) if any(cell is not None for cell in row) else []
            while cells and cells[-1] is None:
                cells.pop()
            yield number, cells


register(Reader("xlsx", worded("Table (Excel workbook)"), SUFFIXES, recognise, read, EXPANDED_LIMIT_BYTES, read))
