"""Flat tables for spreadsheets and statistics programs: a folder of CSV files, or a zip of them.

The verbs that export and import call it by way of the registry. What the tables hold is in `tables`, and how
they become records again in `table_records`. Cells that a spreadsheet could take for a formula are protected,
which the table `meta` says; see `csv_cells`. Read are also tables that a spreadsheet saved anew: with another
separator, in another encoding, with columns in another order.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

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
    unreadable,
)
from annotator.formats.bundle import write_bundle
from annotator.formats.csv_cells import (
    BYTE_ORDER_MARK,
    LINE_END,
    PROTECTION,
    cell,
    decoded_table,
    json_cell,
    optional_cell,
    repeated,
    row,
    separator_of,
    unprotected,
    yes_or_no,
)
from annotator.formats.sound_set import sound_records
from annotator.formats.table_records import records_of
from annotator.formats.tables import FORMAT, TABLES, Cells, Tables
from annotator.formats.zip_package import ENTRY_LIMIT_BYTES, opened
from annotator.records import Record
from annotator.sentences import worded

_FILES = tuple(f"{name}.csv" for name in TABLES)
_META = "meta.csv"
_CELLS = Cells(cell, repeated, optional_cell, str, yes_or_no, json_cell, PROTECTION)
# So few that the texts of long articles do not pile up in memory.
_RECORDS_AT_ONCE = 50
_LONGEST_CELL = 2**31 - 1


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the tables into the folder `out`, or, when that ends in `.zip`, into one zip file.

    The records come in the contract's order, the set first. Raises DiskFull, and FileError when `out` has
    another suffix or cannot be written; then it stays as it was.
    """
    streams: dict[str, TextIO] = {}
    waiting: dict[str, list[Sequence[str]]] = {name: [] for name in TABLES}

    def write_waiting() -> None:
        for name, rows in waiting.items():
            if rows:
                streams[name].write(LINE_END.join(map(",".join, rows)) + LINE_END)
                rows.clear()

    def in_turns() -> Iterator[Record]:
        for number, record in enumerate(records, 1):
            yield record
            if not number % _RECORDS_AT_ONCE:
                write_waiting()

    tables = Tables(_CELLS, lambda name: waiting[name].append)

    def fill(folder: Path) -> None:
        with ExitStack() as files:
            for name, columns in TABLES.items():
                stream = (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
                streams[name] = files.enter_context(stream)
                stream.write(BYTE_ORDER_MARK + row([cell(column.name) for column in columns]))
            try:
                tables.take_all(in_turns(), progress)
                write_waiting()
            except UnicodeEncodeError as error:
                raise FileError(
                    worded("A text holds half a character (a lone surrogate), which no file carries; type it again."),
                    where=str(out),
                ) from error

    sha256 = write_bundle(out, _FILES, fill)
    return Written(str(out), "csv", dict(tables.counts), {}, sha256)


# Reading ---------------------------------------------------------------------------------------------


def recognise(path: Path, head: bytes) -> float:
    """Certain of a folder, a zip or the table `meta` itself, where that says what the tables are."""
    try:
        if path.is_dir():
            return float(_says_so((path / _META).read_bytes()))
        if head.startswith(b"PK"):
            with opened(path, FileReport("", "")) as package:
                return float(_says_so(package.read(_META)))
    except (OSError, FileError, KeyError):
        return 0.0
    return float(path.name == _META and _says_so(head))


def _says_so(data: bytes) -> bool:
    return FORMAT.encode() in data or FORMAT.encode("utf-16-le") in data


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
    """The records of a folder or zip of tables; rows that are not sound go into the report.

    partial and options change nothing here: rows are taken or refused each by itself. Raises InvalidSet and FileError.
    """
    del partial, options
    with ExitStack() as stack:
        if path.is_file() and path.name != _META:
            package = stack.enter_context(opened(path, report))
            data_of: Callable[[str], bytes | None] = lambda name: package.read(name) if name in package.names else None  # noqa: E731
        else:
            folder = path if path.is_dir() else path.parent
            data_of = lambda name: _bytes(folder / name)  # noqa: E731
        found = records_of(lambda table: _rows(f"{table}.csv", data_of(f"{table}.csv")), report)
        return sound_records(found, report, known, article_text, progress)


def _bytes(path: Path) -> bytes | None:
    """The bytes of a table in a folder; None when it is not there, or is no ordinary file."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        if path.stat().st_size > ENTRY_LIMIT_BYTES:
            raise InvalidSet(
                worded(
                    "The table has more than {megabytes} MB; split the set.", megabytes=ENTRY_LIMIT_BYTES // 1024**2
                ),
                where=str(path),
            )
        return path.read_bytes()
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error


def _rows(name: str, data: bytes | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of one table by column, with the line that each begins in."""
    if not data:
        return
    text = decoded_table(data)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    try:
        columns = next(reader, [])
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                yield f"{name}:{line}", dict(zip(columns, map(unprotected, cells), strict=False))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InvalidSet(
            worded("The table cannot be read from here on ({error}); save it anew.", error=error), where=name
        ) from error


register(
    Format(
        name="csv",
        title=worded("Tables for spreadsheets (CSV)"),
        suffixes=(".zip",),
        recognise=recognise,
        read=read,
        write=write,
    )
)
