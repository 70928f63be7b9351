"""The topics of a codebook as a table (`.csv`, `.tsv`), for those who keep it in a spreadsheet.

Called by `codebook_file`. One topic in a row; the columns are told by their headings, in any order. What the
cells must be is what TOML asks of a topic.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from annotator.errors import FileError
from annotator.formats.codebook_file import CodebookFile
from annotator.formats.codebook_toml import topics_of
from annotator.formats.csv_cells import (
    BYTE_ORDER_MARK,
    cell,
    decoded_table,
    row,
    separator_of,
    unprotected,
)
from annotator.records import TopicRecord
from annotator.sentences import worded

COLUMNS = ("name", "parent", "definition", "include", "exclude", "colour", "key", "retired", "id")
_HEADINGS = {
    "name": ("name", "topic", "code", "category", "label", "theme", "thema"),
    "parent": ("parent", "parent topic", "parent code", "above", "oberthema"),
    "definition": ("definition", "description", "meaning", "beschreibung"),
    "include": ("include", "use for", "inclusion", "when to use", "examples", "example"),
    "exclude": ("exclude", "not for", "exclusion", "when not to use"),
    "colour": ("colour", "color", "farbe"),
    "key": ("key", "shortcut"),
    "retired": ("retired",),
    "id": ("id", "guid"),
}
_TRUE = frozenset(("yes", "true", "1", "x", "ja", "wahr"))
_LONGEST_CELL = 32 * 1024**2


def read(content: bytes, where: str) -> CodebookFile:
    """The topics. Raises FileError: no column of names, and whatever is wrong with a topic."""
    text = decoded_table(content).removeprefix(BYTE_ORDER_MARK)
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    try:
        heads = next(rows, [])
        columns = _columns(heads)
        if "name" not in columns.values():
            raise FileError(
                worded("It has no column of names; call one of its columns “name”, in the first row."), where=where
            )
        tables = list(_tables(rows, columns))
    except csv.Error as error:
        raise FileError(worded("It is no table: {error}.", error=error), where=where) from error
    topics, said = topics_of(tables, where)
    unknown = [head.strip() for number, head in enumerate(heads) if number not in columns and head.strip()]
    left = [worded("The column “{name}” means nothing here; it was left out.", name=head) for head in unknown]
    return CodebookFile(tuple(topics), (), (*left, *said))


def _columns(heads: list[str]) -> dict[int, str]:
    """Which column is what; the first of several that are the same."""
    found: dict[int, str] = {}
    for number, head in enumerate(heads):
        plain = " ".join(head.split()).casefold()
        what = next((name for name, words in _HEADINGS.items() if plain in words), None)
        if what is not None and what not in found.values():
            found[number] = what
    return found


def _tables(rows: Iterator[list[str]], columns: dict[int, str]) -> Iterator[dict[str, Any]]:
    for cells in rows:
        if not any(each.strip() for each in cells):
            continue
        said = {what: unprotected(cells[number]) for number, what in columns.items() if number < len(cells)}
        table: dict[str, Any] = {what: words.strip() for what, words in said.items() if words and words.strip()}
        if "retired" in table:
            table["retired"] = table["retired"].casefold() in _TRUE
        yield table


def content_of(book: CodebookFile) -> bytes:
    """The topics as they are written; reading them gives the same."""
    names = Counter(each.name for each in book.topics)
    name_of = {each.id: each.name for each in book.topics}
    lines = [row([cell(each) for each in COLUMNS])]
    for topic in book.topics:
        parent = name_of.get(topic.parent or "", "")
        above = parent if names[parent] == 1 and parent not in name_of else topic.parent or ""
        lines.append(row(list(map(cell, _cells(topic, above)))))
    return (BYTE_ORDER_MARK + "".join(lines)).encode("utf-8", "replace")


def _cells(topic: TopicRecord, above: str) -> tuple[str, ...]:
    retired = "yes" if topic.retired else ""
    texts = (topic.definition, topic.include, topic.exclude)
    return (topic.name, above, *texts, topic.colour or "", topic.key or "", retired, topic.id)


def lost(book: CodebookFile) -> list[str]:
    """What a table of topics cannot carry of this codebook, as sentences."""
    if not book.fields:
        return []
    return [worded("Fields have no place in this format; {count} were left out.", count=len(book.fields))]
