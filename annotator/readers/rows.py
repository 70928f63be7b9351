"""From the row of a table to an article: cells that hold HTML, written-out line breaks, lists of names.

Called by the readers of tables with rows and a mapping of fields to columns. It knows nothing of the kind
of file that a row comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from annotator.errors import UnreadableArticle
from annotator.readers.bodies import LeftOut, body_units, carried_article, plain_line, set_date
from annotator.readers.folders import Refusal
from annotator.readers.units import Details, Unit, same_words
from annotator.records import Document
from annotator.sentences import worded

_WRITTEN_OUT = re.compile(r"\\r\\n|\\n|\\r")
_CUT = re.compile(r"(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?=[-_]|$)")
_NAME_KEYS = ("name", "title", "value", "$date")
_LONGEST_KEPT = 500
_EARLIEST_SECONDS = 100_000_000
_SECONDS_OF_9999 = 253_402_300_799
_FULL_CELL = 32_767


class Row(NamedTuple):
    """One row: its number as a person counts, heading -> cell, warnings, and why it cannot be read."""

    name: str
    cells: Mapping[str, Any]
    warnings: tuple[str, ...] = ()
    trouble: str | None = None


def row_documents(
    path: Path,
    rows: Iterable[Row],
    mapping: Mapping[str, str],
    warnings: tuple[str, ...] = (),
    further: Mapping[str, Any] | None = None,
) -> Iterator[Document | Refusal]:
    """An article for each row that has text, and refusals for the others.

    mapping: field -> heading, `text` among them. warnings, further: what holds for the whole table.
    """
    left_out = LeftOut(path, worded("Row"), worded("rows"))
    for row in rows:
        if row.trouble:
            left_out.add(row.name, row.trouble)
            continue
        details = _details(row, mapping)
        details.warnings[:0] = (*warnings, *row.warnings)
        details.further.update({**(further or {}), "row": row.name})
        try:
            yield carried_article(path, _units(row, mapping, details), details)
        except UnreadableArticle:
            left_out.add(row.name, worded("The column “{text}” holds no text there.", text=mapping["text"]))
    yield from left_out.refusals()


def _details(row: Row, mapping: Mapping[str, str]) -> Details:
    def line(field: str, parting: str = ", ") -> str | None:
        return plain_line(joined(row.cells.get(mapping.get(field, "")), parting))

    details = Details(title=line("title"), byline=line("byline"), source=line("source"))
    details.url = (line("url", " ") or "").split(" ")[0] or None
    language = _LANGUAGE.match(line("language") or "")
    details.language = language[0].lower() if language else None
    published = row.cells.get(mapping.get("published", ""))
    if stamp := _moment(published) if isinstance(published, int) else line("published"):
        set_date(details, stamp)
    others = [heading for heading in row.cells if heading not in mapping.values()]
    kept = {heading: value[:_LONGEST_KEPT] for heading in others if (value := joined(row.cells[heading], ", "))}
    if kept:
        details.further["columns"] = kept
    return details


def _units(row: Row, mapping: Mapping[str, str], details: Details) -> list[Unit]:
    text = joined(row.cells.get(mapping["text"]), "\n\n")
    if len(text) == _FULL_CELL:
        details.warnings.append(
            "The text fills a spreadsheet's largest cell (32,767 characters); its end may be missing."
        )
    if _CUT.search(text):
        text = _CUT.sub("", text)
        details.further["teaser"] = True
    if "\n" not in text and "\\" in text:
        text = _broken(text, details)
    units = body_units(text)
    standfirst = plain_line(joined(row.cells.get(mapping.get("standfirst", "")), " "))
    if not standfirst:
        return units
    title_first = bool(units and details.title and same_words(units[0].text, details.title))
    after = units[1:] if title_first else units
    if after and same_words(after[0].text, standfirst):
        after[0].kind = "standfirst"
        return after
    return [Unit("standfirst", standfirst), *after]


def _broken(text: str, details: Details) -> str:
    """Line breaks for the `\\n` that some programs write into a cell; one alone may be part of a path."""
    if len(_WRITTEN_OUT.findall(text)) < 2:
        return text
    details.warnings.append("Line breaks that the table writes as “\\n” were read as line breaks.")
    return _WRITTEN_OUT.sub("\n", text).replace("\\t", " ").replace('\\"', '"')


def joined(value: Any, parting: str) -> str:
    """A cell as text: lists joined, objects by their name, dates in ISO 8601."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return parting.join(filter(None, (joined(each, ", ") for each in value)))
    if isinstance(value, dict):
        return next((joined(value[key], parting) for key in _NAME_KEYS if value.get(key)), "")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _moment(number: int) -> str:
    """A number, or the moment that it counts seconds or milliseconds up to, if it is large enough."""
    for seconds in (number, number // 1000):
        if _EARLIEST_SECONDS <= seconds <= _SECONDS_OF_9999 and len(str(seconds)) in (9, 10):
            return datetime.fromtimestamp(seconds, UTC).isoformat()
    return str(number)
