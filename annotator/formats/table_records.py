"""The records of an annotation set, out of its tables.

Used by the formats that hold tables, which say what rows each table has. Columns are known by their heading,
in any order; columns that are only shown, and those that are not known, are passed over. Whether the records
fit each other is asked afterwards; see `sound_set`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, get_args

import msgspec

from annotator.formats import FileReport, Refusal
from annotator.formats.tables import FORMAT, TABLES, VERSION, Column, table_of
from annotator.records import ArticleRecord, ClaimRecord, MentionRecord, PassageRecord, Record, SetRecord
from annotator.sentences import worded
from annotator.text import find_quote

Rows = Callable[[str], Iterator[tuple[str, dict[str, Any]]]]
"""Of a table's name: its rows, each with the place where it stands (`claims.csv:7`); none when it is not there."""

Placed = tuple[str, Record]

_OF_TABLE: dict[str, Any] = {
    table_of(str(each.__struct_config__.tag)): each
    for each in get_args(Record)
    if table_of(str(each.__struct_config__.tag)) in TABLES
}
_MARKS = (MentionRecord, ClaimRecord, PassageRecord)
_TRUE, _FALSE = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0", ""})
_ROW_KINDS = ("parts", "claim_speakers", "claim_topics")


class _Unreadable(ValueError):
    """A cell that is not what its column holds; the message names it."""


def records_of(rows: Rows, report: FileReport) -> Iterator[Placed]:
    """The records of all tables in the contract's order; rows that are none go into the report."""
    for where, values in _values("meta", rows, report):
        if values["format"] != FORMAT or values["version"] > VERSION:
            reason = worded(
                "The tables are {found} {version}, not {format} up to {newest}.",
                found=values["format"],
                version=values["version"],
                format=FORMAT,
                newest=VERSION,
            )
            report.refused.append(
                Refusal(where, worded("{reason} Install a newer program, or export them again.", reason=reason))
            )
            continue
        about = (values["project_id"], values["project"], values["exported_at"], values["software"])
        yield where, SetRecord("annotator-set", 1, *about)
    details = _details(rows, report)
    texts: dict[tuple[str, int], str] = {}
    for table, record_type in _OF_TABLE.items():
        for where, values in _values(table, rows, report):
            if record_type in _MARKS:
                _complete(record_type, values, details)
                _anchor(values, texts.get((values["article"], values["revision"])), report)
            try:
                record = msgspec.convert(values, record_type)
            except msgspec.ValidationError as error:
                report.refused.append(Refusal(where, worded("The row cannot be read: {error}.", error=error)))
                continue
            if isinstance(record, ArticleRecord):
                texts[record.id, record.revision] = record.text
                texts |= {(record.id, each.revision): each.text for each in record.earlier}
            yield where, record
    for table in _ROW_KINDS:
        for owner, lost in details[table].items():
            where = lost[0]["where"]
            report.refused.append(
                Refusal(where, worded("There is no mark {owner} that this row could belong to.", owner=owner))
            )


def _details(rows: Rows, report: FileReport) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Table of details -> id of a mark -> its rows, by their ordinal."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for table in _ROW_KINDS:
        by_mark: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for where, values in _values(table, rows, report):
            by_mark[values["mark" if table == "parts" else "claim"]].append(values | {"where": where})
        for each in by_mark.values():
            each.sort(key=lambda row: row["ordinal"])
        found[table] = dict(by_mark)
    return found


def _complete(record_type: Any, values: dict[str, Any], details: dict[str, dict[str, list[dict[str, Any]]]]) -> None:
    """Put the parts, speakers and topics of a mark into its values; what is used is taken away."""
    identity = values["id"]
    parts = details["parts"].pop(identity, [])
    values["parts"] = [each for each in parts if each["role"] != "cue"]
    if record_type is ClaimRecord:
        values["cue"] = [each for each in parts if each["role"] == "cue"]
        values["speakers"] = details["claim_speakers"].pop(identity, [])
        values["topics"] = details["claim_topics"].pop(identity, [])


def _anchor(values: dict[str, Any], text: str | None, report: FileReport) -> None:
    """Where somebody edited words or numbers, the words decide: those that stand elsewhere for sure are moved there.

    What is in doubt is left as it is, and refused afterwards.
    """
    for part in (*values["parts"], *values.get("cue", ())) if text is not None else ():
        start, quote = part["start"], part["quote"]
        if text is None or not quote or text[start : part["end"]] == quote:
            continue
        found = find_quote(text, quote, near=start)
        if found.status in ("same", "moved"):
            report.moved += 1
            report.ignored.append(
                f"moved: {part['where']}: {start}–{part['end']} “{quote[:60]}”, now at {found.start}–{found.end}"
            )
            part |= {"start": found.start, "end": found.end}


def _values(table: str, rows: Rows, report: FileReport) -> Iterator[tuple[str, dict[str, Any]]]:
    """The values of each row by column; a row with an unreadable cell goes into the report."""
    columns = [column for column in TABLES[table] if not column.shown_only]
    for where, cells in rows(table):
        try:
            yield where, {column.name: _value(column, cells.get(column.name)) for column in columns}
        except _Unreadable as error:
            report.refused.append(Refusal(where, str(error)))


def _value(column: Column, cell: Any) -> Any:
    match column.kind:
        case "text":
            return _text(cell) or ""
        case "optional":
            return _text(cell)
        case "number":
            return _number(column, cell)
        case "flag":
            return _flag(column, cell)
        case "json":
            return _json(column, cell)


def _text(cell: Any) -> str | None:
    """A cell as text, also where a spreadsheet made a number or a date of it."""
    match cell:
        case None | str():
            return cell
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.date().isoformat() if cell.time() == datetime.min.time() else f"{cell.isoformat()}Z"
        case date():
            return cell.isoformat()
    return str(cell)


def _number(column: Column, cell: Any) -> int:
    text = (_text(cell) or "").strip()
    if text.isascii() and text.isdigit() and len(text) < 19:
        return int(text)
    raise _Unreadable(
        worded("The column {column} wants a whole number, not “{text}”.", column=column.name, text=text[:40])
    )


def _flag(column: Column, cell: Any) -> bool:
    text = (_text(cell) or "").strip().lower()
    if text in _TRUE | _FALSE:
        return text in _TRUE
    raise _Unreadable(worded("The column {column} wants yes or no, not “{text}”.", column=column.name, text=text[:40]))


def _json(column: Column, cell: Any) -> Any:
    text = _text(cell)
    try:
        # A column that was left out or emptied holds nothing.
        return msgspec.json.decode(text) if text else _nothing(column)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise _Unreadable(
            worded(
                "The column {column} wants JSON, which “{text}” is not.",
                column=column.name,
                text=text[:40] if text else "",
            )
        ) from error


def _nothing(column: Column) -> Any:
    return {} if column.name in ("identifiers", "meta", "fields") else []
