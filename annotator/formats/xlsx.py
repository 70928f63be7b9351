"""The tables of an annotation set as one Excel workbook, a sheet for each table.

The verbs that export and import call it by way of the registry. What the sheets hold is in `tables`, and how
they become records again in `table_records`. Every text is written as text, so that none is ever run as a
formula. What a cell cannot hold (more than 32,767 UTF-16 units, control characters) stands on a sheet of its
own, `long_texts`, and nothing is lost. Of workbooks that others saved, only values are read.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from io import BufferedRandom
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import FileError, InvalidSet
from annotator.formats import (
    ArticleText,
    FileReport,
    Format,
    Known,
    Progress,
    ReadOptions,
    Written,
    no_progress,
    no_text,
    nothing_known,
    register,
)
from annotator.formats.output import replacing, sha256_so_far, working_folder
from annotator.formats.sound_set import sound_records
from annotator.formats.table_records import records_of
from annotator.formats.tables import TABLES, Cells, Tables
from annotator.formats.workbook_sheets import sheet_names, sheets
from annotator.records import Record
from annotator.sentences import worded

LONG = "long_texts"
_LONG_COLUMNS = ("number", "ordinal", "kind", "text")
_PROTECTION = (
    f"Every text is a text, never a formula. A cell that reads ⟪long text 12⟫ stands for the text of that number"
    f" on the sheet {LONG}, in pieces; those of the kind “json” are one JSON string when joined."
)
_TOKEN = re.compile("⟪long text (\\d{1,9})⟫")
# What a cell would not give back as it was: characters that XML changes or forbids, Excel's own escapes, tokens.
_UNSAFE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_x[0-9A-Fa-f]{4}_|^⟪")
_CELL_LIMIT_UNITS = 32_767
_PIECE = 15_000
_ROWS_A_SHEET = 1_048_576
_WIDTHS = {"number": 9, "flag": 9}
_WIDTH = 18


# Writing ---------------------------------------------------------------------------------------------


class _Sink:
    """Where the workbook goes: takes all that comes after the disk was full, and keeps what the system said.

    The library would say it in an error of its own, and once more whenever it lets go of the archive half made.
    """

    def __init__(self, file: BufferedRandom) -> None:
        self._file = file
        self._place = 0
        self.trouble: OSError | None = None

    def write(self, data: bytes) -> int:
        """Write, as long as that works."""
        if self.trouble is None:
            try:
                self._file.write(data)
            except OSError as error:
                self.trouble = error
        self._place += len(data)
        return len(data)

    def tell(self) -> int:
        """The place that writing has come to, also past what was written."""
        return self._place

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place, which the library counts from the beginning."""
        if self.trouble is None:
            place = self._file.seek(place, whence)
        self._place = place
        return place

    def flush(self) -> None:
        """Have all written, as long as that works."""
        if self.trouble is None:
            try:
                self._file.flush()
            except OSError as error:
                self.trouble = error


class _Workbook:
    """The sheets while they are written, row by row."""

    def __init__(self, file: _Sink, folder: Path) -> None:
        import xlsxwriter

        self.book = xlsxwriter.Workbook(file, {"constant_memory": True, "tmpdir": str(folder)})
        self._bold = self.book.add_format({"bold": True})
        self._sheets: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        self._long: list[tuple[str, str]] = []
        for table, columns in TABLES.items():
            self._add(table, table, [column.name for column in columns])
            for place, column in enumerate(columns):
                self._sheets[table].set_column(place, place, _WIDTHS.get(column.kind, _WIDTH))

    def _add(self, table: str, title: str, columns: Sequence[str]) -> None:
        sheet = self.book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, 0, len(columns) - 1)
        for place, name in enumerate(columns):
            sheet.write_string(0, place, name, self._bold)
        self._sheets[table] = sheet
        self._rows[table] = 1

    def put(self, table: str, cells: Sequence[Any]) -> None:
        """One more row; a full sheet goes on in another (“parts (2)”)."""
        row = self._rows[table]
        if row % _ROWS_A_SHEET == 0:
            names = [column.name for column in TABLES.get(table, ())] or list(_LONG_COLUMNS)
            self._add(table, f"{table} ({row // _ROWS_A_SHEET + 1})", names)
            row += 1
        sheet = self._sheets[table]
        for place, value in enumerate(cells):
            if isinstance(value, str):
                sheet.write_string(row % _ROWS_A_SHEET, place, value)
            elif value is not None:
                sheet.write_number(row % _ROWS_A_SHEET, place, value)
        self._rows[table] = row + 1

    def text(self, text: str | None) -> str | None:
        """A text as a cell holds it; an empty one is an empty cell."""
        if not text:
            return None
        if _UNSAFE.search(text):
            return self._elsewhere("json", _escaped(text))
        if 2 * len(text) > _CELL_LIMIT_UNITS and len(text.encode("utf-16-le")) > 2 * _CELL_LIMIT_UNITS:
            return self._elsewhere("text", text)
        return text

    def optional(self, text: str | None) -> str | None:
        """The same where nothing and an empty text differ."""
        return self._elsewhere("json", '""') if text == "" else self.text(text)

    def json(self, value: Collection[Any]) -> str | None:
        """A list or an object in one cell."""
        return self.text(msgspec.json.encode(value).decode())

    def _elsewhere(self, kind: str, text: str) -> str:
        self._long.append((kind, text))
        return f"⟪long text {len(self._long)}⟫"

    def finish(self, created: str) -> None:
        """Write what did not fit, and close. created: when the set was made, for the file's properties."""
        self._add(LONG, LONG, _LONG_COLUMNS)
        for number, (kind, text) in enumerate(self._long, 1):
            for ordinal, start in enumerate(range(0, len(text), _PIECE)):
                self.put(LONG, (number, ordinal, kind, text[start : start + _PIECE]))
        self.book.set_properties({"created": datetime.fromisoformat(created).replace(tzinfo=None)})
        self.book.close()

    def let_go(self) -> None:
        """Close what is open of a workbook that is given up; the library would leave it so."""
        self.book.fileclosed = True
        for sheet in self.book.worksheets():
            with suppress(OSError):
                sheet.row_data_fh.close()


def _escaped(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise FileError(
            worded("A text holds half a character (a lone surrogate), which no file carries; type it again.")
        ) from error
    return json.dumps(text).replace("_", "\\u005f")


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the workbook in the place of `out`; records come in the contract's order, the set first.

    Raises DiskFull and FileError; then `out` stays as it was.
    """
    made = "1980-01-01T00:00:00Z"
    with replacing(out) as file, working_folder(out) as folder:
        sink = _Sink(file)
        workbook = _Workbook(sink, folder)
        cells = Cells(workbook.text, workbook.text, workbook.optional, int, _yes_or_no, workbook.json, _PROTECTION)

        def put(table: str, row: Sequence[Any]) -> None:
            nonlocal made
            if table == "meta":
                made = row[[column.name for column in TABLES["meta"]].index("exported_at")]
            workbook.put(table, row)

        tables = Tables(cells, lambda table: partial(put, table))
        try:
            tables.take_all(records, progress)
            workbook.finish(made)
        except BaseException:
            workbook.let_go()
            raise
        if sink.trouble is not None:
            raise sink.trouble
        return Written(str(out), "xlsx", dict(tables.counts), {}, sha256_so_far(file))


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


# Reading ---------------------------------------------------------------------------------------------


def recognise(path: Path, head: bytes) -> float:
    """Nearly certain of a workbook that has these sheets; others are tables of something else."""
    if not head.startswith(b"PK"):
        return 0.0
    return 0.95 if {"meta", "claims", "parts"} <= set(sheet_names(path)) else 0.0


def read(
    path: Path,
    *,
    partial: bool,
    report: FileReport,
    known: Known = nothing_known,
    article_text: ArticleText = no_text,
    progress: Progress = no_progress,
    options: ReadOptions = ReadOptions(),  # noqa: B008  # frozen
) -> Iterator[Record]:
    """The records of a workbook of tables; rows that are not sound go into the report.

    partial and options change nothing here: rows are taken or refused each by itself. Raises InvalidSet and FileError.
    """
    del partial, options
    tables = sheets(path)
    long = _long_texts(path, tables.pop(LONG).rows()) if LONG in tables else {}

    def rows(table: str) -> Iterator[tuple[str, dict[str, Any]]]:
        for title, found in tables.items():
            if title == table or title.startswith(f"{table} ("):
                for where, cells in found.rows():
                    yield where, {column: _whole(cell, long) for column, cell in cells.items()}

    return sound_records(records_of(rows, report), report, known, article_text, progress)


def _whole(cell: Any, long: dict[int, str]) -> Any:
    """The cell, or the text on the sheet of long ones that it stands for."""
    if isinstance(cell, str) and cell.startswith("⟪") and (token := _TOKEN.fullmatch(cell)):
        return long.get(int(token[1]), cell)
    return cell


def _long_texts(path: Path, rows: Iterable[tuple[str, dict[str, Any]]]) -> dict[int, str]:
    pieces: defaultdict[int, list[tuple[int, str, str]]] = defaultdict(list)
    try:
        for _, cells in rows:
            piece = (int(cells["ordinal"]), str(cells["kind"]), str(cells["text"]))
            pieces[int(cells["number"])].append(piece)
        found = {}
        for number, parts in pieces.items():
            text = "".join(text for _, _, text in sorted(parts))
            found[number] = json.loads(text) if parts[0][1] == "json" else text
    except (KeyError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise InvalidSet(
            worded("The sheet {long} is not as it was written; export the set again.", long=LONG), where=str(path)
        ) from error
    return found


register(
    Format(
        name="xlsx",
        title=worded("Tables in a workbook (Excel)"),
        suffixes=(".xlsx",),
        recognise=recognise,
        read=read,
        write=write,
    )
)
