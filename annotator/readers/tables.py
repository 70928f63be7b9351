"""Tables of articles, one in each row: CSV and JSON Lines.

Registers its readers; called through `read_parts`. Which column holds what is told by `columns`; other
columns are kept in `meta`. An annotation set is no table of articles, and is left to the formats.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.columns import automatic_mapping, chosen_mapping
from annotator.readers.folders import Refusal
from annotator.readers.lines import LINE_LIMIT, TextLines, text_lines
from annotator.readers.rows import Row, row_documents
from annotator.records import Document
from annotator.sentences import worded

CSV_SUFFIXES = (".csv", ".tsv", ".tab")
JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
TABLE_LIMIT_BYTES = 200 * 1024 * 1024
_DELIMITERS = ",;\t|"
_DELIMITER_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_HEADING_LIMIT = 100_000
_LINES_LOOKED_AT = 200
PREVIEWED_ROWS = 5
PREVIEWED_CHARACTERS = 120
_MARKS_OF_A_SET = re.compile(rb'"format"\s*:\s*"annotator-set"|\{\s*"type"\s*:\s*"set"')
_SPANS = ("spans", "label", "labels", "entities", "annotations")
# Headings of the tables that this program writes of marks, reviews and comments.
_COLUMNS_OF_MARKS = ({"target", "annotator"}, {"article", "annotator", "quote"}, {"mark", "ordinal", "quote"})


class Table(NamedTuple):
    """Headings and rows of a table; the rows are read only once, and when they are asked for."""

    headings: list[str]
    rows: Iterator[Row]
    warnings: tuple[str, ...] = ()
    encoding: str | None = None


class Preview(NamedTuple):
    """The beginning of a table. mapping: field -> heading, as the words of the headings say; rows: cells as text."""

    headings: tuple[str, ...]
    mapping: dict[str, str]
    rows: tuple[tuple[str, ...], ...]


def recognise_csv(path: Path, _head: bytes) -> float:
    """By suffix."""
    return 0.9 if path.suffix.lower() in CSV_SUFFIXES else 0.0


def recognise_json_lines(path: Path, head: bytes) -> float:
    """By suffix and first line; an annotation set has the same suffix."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0]
    is_table = path.suffix.lower() in JSON_LINES_SUFFIXES and not _MARKS_OF_A_SET.search(line)
    return 0.9 if is_table and b"{" in line[:4].replace(b"\x00", b"") else 0.0


def read_csv(path: Path, data: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Document | Refusal]:
    """The articles of a CSV table. Raises UnreadableArticle when no column holds their text."""
    return _read(path, csv_table(path, data), columns)


def read_json_lines(path: Path, data: bytes, columns: Mapping[str, str] | None = None) -> Iterator[Document | Refusal]:
    """The articles of a JSON Lines table. Raises UnreadableArticle as for CSV, or when it holds marks."""
    return _read(path, json_lines_table(path, data), columns)


def _read(path: Path, table: Table, columns: Mapping[str, str] | None) -> Iterator[Document | Refusal]:
    mapping = chosen_mapping(path, table.headings, columns or {})
    further: dict[str, Any] = {"encoding": table.encoding} if table.encoding else {}
    yield from row_documents(path, table.rows, mapping, table.warnings, further)


def preview(path: Path, data: bytes) -> Preview:
    """The beginning of a table of any kind, for a person who says which column holds what.

    Raises UnreadableArticle when it is none.
    """
    from annotator.readers import workbook

    suffix = path.suffix.lower()
    if suffix in workbook.SUFFIXES:
        return workbook.preview(path, data)
    return beginning((csv_table if suffix in CSV_SUFFIXES else json_lines_table)(path, data))


def beginning(table: Table) -> Preview:
    """The first rows of a table, with what its headings say of themselves."""
    rows = [
        tuple(_shown(row.cells.get(heading)) for heading in table.headings)
        for row, _ in zip((row for row in table.rows if row.trouble is None), range(PREVIEWED_ROWS), strict=False)
    ]
    return Preview(tuple(table.headings), automatic_mapping(table.headings), tuple(rows))


def _shown(cell: Any) -> str:
    """A cell on one line, cut where it is long."""
    return " ".join(str("" if cell is None else cell)[: 2 * PREVIEWED_CHARACTERS].split())[:PREVIEWED_CHARACTERS]


# CSV -------------------------------------------------------------------------------------------------


def csv_table(path: Path, data: bytes) -> Table:
    """Headings and rows of a CSV file; delimiter and encoding are detected."""
    try:
        text = text_lines(data, "")
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    beginning = text.beginning.lstrip("\r\n")
    named = _DELIMITER_LINE.match(beginning)
    text.stream.read(len(text.beginning) - len(beginning) + (named.end() if named else 0))
    # The module's own limit of 131,072 characters is less than a long article.
    csv.field_size_limit(LINE_LIMIT)
    delimiter = named[1] if named else _delimiter(beginning)
    records = csv.reader(iter(text), delimiter=delimiter)
    names = distinct(next(records, []))
    if any(of_marks <= set(names) for of_marks in _COLUMNS_OF_MARKS):
        raise UnreadableArticle(
            worded("The table holds marks, not articles; import it as an annotation set."), where=str(path)
        )
    return Table(names, _csv_rows(path, records, names), text.warnings, text.encoding)


def _delimiter(text: str) -> str:
    """The delimiter by which the first row has most known headings, then most cells."""

    def fitness(delimiter: str) -> tuple[int, int]:
        row = next(csv.reader(io.StringIO(text[:_HEADING_LIMIT], newline=""), delimiter=delimiter), [])
        return len(automatic_mapping(row)), len(row)

    return max(_DELIMITERS, key=fitness)


def _csv_rows(path: Path, records: Iterator[list[str]], names: list[str]) -> Iterator[Row]:
    # Tables that this program writes protect cells that a spreadsheet could run, see `csv_cells`.
    is_ours = {"sha256", "revision", "characters", "text"} <= set(names)
    number = 1
    while True:
        number += 1
        try:
            cells = next(records, None)
        except UnreadableArticle as error:
            raise UnreadableArticle(error.reason, where=f"{path}:{number}") from error
        except csv.Error as error:
            raise UnreadableArticle(
                worded("A cell is too large, or its quotation marks do not match; mend the row."),
                where=f"{path}:{number}",
            ) from error
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        warnings: tuple[str, ...] = ()
        if len(cells) != len(names):
            warnings = (
                f"The row has {len(cells)} cells and the heading {len(names)}; check whether a quotation mark is "
                "missing.",
            )
        if is_ours:
            cells = [cell.removeprefix("'") for cell in cells]
        yield Row(str(number), dict(zip(names, cells, strict=False)), warnings)


def distinct(cells: Sequence[Any]) -> list[str]:
    """Headings as text, each of its own: empty ones are named by their place, a second one gets a number."""
    names: list[str] = []
    for place, cell in enumerate(cells, 1):
        name = " ".join(str(cell if cell is not None else "").split()) or f"column {place}"
        names.append(name if name not in names else f"{name} ({place})")
    return names


# JSON Lines ------------------------------------------------------------------------------------------


def json_lines_table(path: Path, data: bytes) -> Table:
    """Keys and rows of a JSON Lines file. Raises UnreadableArticle when it holds marks on texts."""
    names: dict[str, None] = {}
    for row, _ in zip(_json_rows(path, _json_lines(path, data)), range(_LINES_LOOKED_AT), strict=False):
        if row.trouble is None and _is_marked(row.cells):
            raise UnreadableArticle(
                worded("The file holds texts with marks, not articles alone; import it as an annotation set."),
                where=f"{path}:{row.name}",
            )
        names.update(dict.fromkeys(row.cells))
    if not names:
        raise UnreadableArticle(
            worded("No line of the file is a JSON object; write one article in each line."), where=str(path)
        )
    text = _json_lines(path, data)
    return Table(list(names), _json_rows(path, text), text.warnings, text.encoding)


def _json_lines(path: Path, data: bytes) -> TextLines:
    try:
        return text_lines(data, "\n")
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error


def _json_rows(path: Path, text: TextLines) -> Iterator[Row]:
    lines = iter(text)
    for number in count(1):
        try:
            line = next(lines, None)
        except UnreadableArticle as error:
            raise UnreadableArticle(error.reason, where=f"{path}:{number}") from error
        if line is None:
            return
        if not line.strip():
            continue
        try:
            cells = json.loads(line, strict=False)
        except (ValueError, RecursionError):
            yield Row(str(number), {}, trouble=worded("It is not JSON that can be read; mend the line."))
            continue
        if isinstance(cells, dict):
            yield Row(str(number), cells)
        else:
            yield Row(str(number), {}, trouble=worded("It is no JSON object; write one article in each line."))


def _is_marked(cells: Mapping[str, Any]) -> bool:
    """Whether a line brings marks along: spans with offsets, as annotation tools write them."""
    if cells.get("type") == "set" and "project_id" in cells:
        return True
    for key in _SPANS:
        spans = cells.get(key)
        first = spans[0] if isinstance(spans, list) and spans else None
        if isinstance(first, dict) and {"start", "start_offset", "result"} & first.keys():
            return True
        if isinstance(first, list) and len(first) >= 3 and isinstance(first[0], int):
            return True
    return False


register(Reader("csv", worded("Table (CSV)"), CSV_SUFFIXES, recognise_csv, read_csv, TABLE_LIMIT_BYTES, read_csv))
register(
    Reader(
        "jsonl",
        worded("Table (JSON Lines)"),
        JSON_LINES_SUFFIXES,
        recognise_json_lines,
        read_json_lines,
        TABLE_LIMIT_BYTES,
        read_json_lines,
    )
)
