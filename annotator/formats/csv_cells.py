"""Cells and rows of CSV files as RFC 4180 has them, safe for people who open them in a spreadsheet.

Called by the formats that write CSV, and by the one that reads it. Text is in quotes, numbers are not, so that
a number is always one that this program counted. The `csv` module of the standard library takes three times as
long for the million rows of a large project, which is why rows are joined here. Nothing here knows what the
tables hold.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

import msgspec

PROTECTION = (
    "A cell that begins with an apostrophe, or that a spreadsheet could take for a formula, has one more"
    " apostrophe in front: drop the first apostrophe of every cell that begins with one."
)
"""How cells are protected, in a sentence for those who read the tables."""

BYTE_ORDER_MARK = "\ufeff"
"""Stands at the beginning of every table: without it Excel takes UTF-8 for the system's code page."""

LINE_END = "\r\n"
"""What ends a row: RFC 4180."""

_SEPARATORS = ",;\t|"

# What spreadsheets take for a formula, also in full width, and also behind blanks and quotes that they
# drop. Source: OWASP, "CSV Injection".
_RISKY = re.compile("'|[\\s\"'\ufeff\u200b]*[=+\\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]")


def protected(text: str) -> str:
    """The text with an apostrophe in front where it begins with one or could be run as a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def cell(text: str | None) -> str:
    """Text as a cell: protected, in quotes, quotes in it doubled; None is an empty cell."""
    if not text:
        return '""'
    if not text[0].isalnum():
        text = protected(text)
    if '"' in text:
        text = text.replace('"', '""')
    return f'"{text}"'


def optional_cell(text: str | None) -> str:
    """The same where nothing and an empty text differ: an empty text is the apostrophe that protects it."""
    return '"\'"' if text == "" else cell(text)


repeated = lru_cache(20_000)(cell)
"""The same, for names, ids and words that come again in row after row."""


def unprotected(text: str) -> str | None:
    """The text of a cell that `cell` or `optional_cell` wrote; None where there is none."""
    return text[1:] if text.startswith("'") else text or None


def json_cell(value: Collection[Any]) -> str:
    """A list or an object in one cell."""
    if not value:
        return '"{}"' if isinstance(value, dict) else '"[]"'
    return cell(msgspec.json.encode(value).decode())


def yes_or_no(value: bool) -> str:
    """A cell that says yes or no."""
    return '"yes"' if value else '"no"'


def row(cells: Sequence[str]) -> str:
    """A row of finished cells with its line end."""
    return ",".join(cells) + LINE_END


def decoded_table(data: bytes) -> str:
    """The text of a table: UTF-8, UTF-16 with its mark, or what is none of them as Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def separator_of(text: str) -> str:
    """What parts the cells of a table, by its headings."""
    return max(_SEPARATORS, key=text.split("\n", 1)[0].count)
