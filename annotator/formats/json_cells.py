"""Tables whose cells hold JSON: the CSV exports of doccano and Label Studio, a row a text with its labels.

Used by these two formats, for which each row becomes an object as their JSON files have it. The labels stand in a
cell as a list; which program wrote the table is told from the form of its first label. Cells are never computed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import InvalidSet
from annotator.formats import FileReport, Refusal
from annotator.formats.cas_files import content_of
from annotator.formats.csv_cells import decoded_table, separator_of
from annotator.formats.json_items import SIGNS, UNREADABLE
from annotator.formats.json_objects import SEEN_BYTES, Object, objects
from annotator.formats.weight import require_light
from annotator.sentences import worded

SUFFIXES = (".csv", ".tsv")

_WEIGHTS = {b"\n": 2000} | SIGNS
_ROWS_SEEN = 50
_NUMBERS = ("id", "annotator", "annotation_id")


def objects_or_rows(path: Path, report: FileReport) -> Iterator[tuple[str, Object]]:
    """Where each object of a JSON file, or each row of such a table, stands, and the object. Raises FileError."""
    if path.suffix.lower() not in SUFFIXES:
        yield from objects(path, report)
        return
    data = content_of(path)
    require_light(data, path.name, _WEIGHTS)
    for line, row in _rows(decoded_table(data), path):
        where = f"{path.name}:{line}"
        found: Object = {}
        for name, cell in row.items():
            try:
                found[name] = _value(name, cell)
            except UNREADABLE:
                reason = worded("The cell “{name}” is no whole JSON; export the table again.", name=name[:40])
                report.refused.append(Refusal(where, reason))
        yield where, found


def _rows(text: str, path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    csv.field_size_limit(2**31 - 1)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    try:
        headings = next(lines, [])
        for cells in lines:
            if any(cells):
                yield lines.line_num, {name: cell for name, cell in zip(headings, cells, strict=False) if name}
    except csv.Error as error:
        raise InvalidSet(
            worded("The table cannot be read from here on ({error}); save it anew.", error=error), where=str(path)
        ) from error


def _value(name: str, cell: str) -> Any:
    """What a cell says: a list or object of JSON, a number that names something, or words."""
    if name != "text" and _is_json(cell):
        return msgspec.json.decode(cell)
    if name in _NUMBERS and cell.isascii() and cell.isdigit() and len(cell) < 12:
        return int(cell)
    return cell


def _is_json(cell: str) -> bool:
    return cell.startswith(("[[", "[{", "{", "[]")) and cell.rstrip().endswith(("]", "}"))


def first_label(path: Path) -> Any:
    """The first label of a table with a column of texts and one of labels; None of any other file."""
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return None
    with path.open("rb") as file:
        text = decoded_table(file.read(SEEN_BYTES))
    try:
        for _, row in islice(_rows(text, path), _ROWS_SEEN):
            for cell in row.values():
                if len(row) > 1 and _is_json(cell) and cell.startswith("[") and (found := msgspec.json.decode(cell)):
                    return found[0]
    except (InvalidSet, *UNREADABLE):
        return None
    return None
