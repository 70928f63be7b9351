"""The block of names and values at the top of a Markdown file.

Called by the Markdown reader. Between two `---` lines stands simple YAML: `name: value`, quoted values, lists
in brackets or lines with a dash, folded values (`>` and `|`), and names within an author; between `+++` lines
TOML; between braces JSON; and behind `%` title, authors and date as pandoc writes them. Nothing is executed,
and a block that does not look like this is left in the article.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from annotator.readers.bylines import byline_in
from annotator.readers.dates import date_line
from annotator.readers.units import Details
from annotator.text import normalise

_ENTRY = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*)|$)")
# `  email: …` or `  - name: …` within an author.
_INNER = re.compile(r"\s*(?:- )?\s*(?P<key>[a-z_]{2,20}):\s+(?P<value>\S.*)", re.IGNORECASE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_LONGEST_BLOCK = 200
_PANDOC = ("title", "author", "date")
_TITLE = ("title", "headline")
_STANDFIRST = ("standfirst", "subtitle", "deck", "dek", "subheadline")
_BYLINE = ("byline", "author", "authors", "by")
_DATE = ("date", "published", "publication_date", "pubdate", "date_published")
_URL = ("url", "original_url", "source_url", "link", "permalink", "canonical_url", "canonical")
_SOURCE = ("source", "outlet", "publication", "publisher", "site", "site_name", "newspaper")
_LANGUAGE = ("language", "lang", "locale")
_NAMES = frozenset((*_TITLE, *_STANDFIRST, *_BYLINE, *_DATE, *_URL, *_SOURCE, *_LANGUAGE))


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The values by name (lower case, `_` for blanks) and the text after the block; no values when the
    file does not begin with such a block or none of its names is known."""
    body = text.lstrip("\n")
    for begins, split in (("---\n", _yaml), ("+++\n", _toml), ("{", _json), ("% ", _pandoc)):
        if body.startswith(begins):
            values, rest = split(body.split("\n"))
            return (values, "\n".join(rest)) if _NAMES.intersection(values) else ({}, text)
    return {}, text


def _yaml(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    end = _end_of_block(lines, ("---", "..."))
    return (_entries(lines[1:end]) or {}, lines[end + 1 :]) if end else ({}, lines)


def _toml(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    end = _end_of_block(lines, ("+++",))
    try:
        return _flat(tomllib.loads("\n".join(lines[1:end]))), lines[end + 1 :]
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}, lines


def _json(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    end = _end_of_block(lines, ("}",))
    try:
        values = json.loads("\n".join(lines[: end + 1]))
    except (ValueError, RecursionError):
        return {}, lines
    return _flat(values) if isinstance(values, dict) else {}, lines[end + 1 :]


def _pandoc(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Up to three lines behind `%`, in this order; authors are parted by semicolons."""
    given = [line[1:].strip() for line in takewhile(lambda line: line.startswith("%"), lines[: len(_PANDOC)])]
    values = dict(zip(_PANDOC, given, strict=False))
    return {name: value.replace(";", ",") for name, value in values.items()}, lines[len(given) :]


def _end_of_block(lines: list[str], marks: tuple[str, ...]) -> int:
    """The number of the line that ends the block; 0 where there is none."""
    ends = (number for number, line in enumerate(lines[:_LONGEST_BLOCK]) if number and line.rstrip() in marks)
    return next(ends, 0)


def _flat(values: Mapping[str, Any]) -> dict[str, str]:
    """What TOML or JSON holds as lines of text; names within names are taken where the outer ones lack them."""
    inner = [value for value in values.values() if isinstance(value, dict)]
    flat = {_key(name): text for part in inner for name, value in part.items() if (text := _line(value))}
    return flat | {_key(name): text for name, value in values.items() if (text := _line(value))}


def _line(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_line, value)))
    if isinstance(value, dict):
        return _line(value.get("name", ""))
    return " ".join(normalise(str(value)).split()) if not isinstance(value, bool) else ""


def _key(name: str) -> str:
    return re.sub(r"[ .-]", "_", name.strip().lower())


def apply_front_matter(values: dict[str, str], details: Details) -> None:
    """Writes what the block names into the details; names without a field go to `further`."""
    used: set[str] = set()

    def first(names: tuple[str, ...]) -> str | None:
        used.update(names)
        return next((values[name] for name in names if values.get(name)), None)

    details.title = first(_TITLE)
    details.standfirst = first(_STANDFIRST)
    written = first(_BYLINE)
    named = byline_in(written) if written else None
    details.byline = named.names if named else written
    # An address without a host is that of a page on the site that the file was written for.
    details.url = next((values[name] for name in _URL if "://" in values.get(name, "")), None)
    used.update(name for name in _URL if "://" in values.get(name, ""))
    details.source = first(_SOURCE)
    if details.source and "://" in details.source:
        details.url, details.source = details.url or details.source, None
    language = first(_LANGUAGE)
    details.language = language[:2].lower() if language else None
    date = first(_DATE)
    if date:
        dated = date_line(date, details.language)
        details.published = dated.date if dated else None
    others = {name: value for name, value in values.items() if name not in used and value}
    if date and not details.published:
        others["date"] = date
    if others:
        details.further["front_matter"] = others


def _entries(lines: list[str]) -> dict[str, str] | None:
    values: dict[str, str] = {}
    lists: set[str] = set()
    name = ""
    for line in lines:
        entry = _ENTRY.match(line)
        if entry:
            name = _key(entry[1])
            values[name] = _value(entry[2] or "")
        elif not line.strip() or line.lstrip().startswith("#"):
            continue
        elif name and name in _BYLINE and (inner := _INNER.fullmatch(line)):
            if inner["key"].lower() == "name":
                values[name] = ", ".join(filter(None, (values[name], _value(inner["value"]))))
        elif name and line.lstrip().startswith("- "):
            item = _value(line.lstrip()[2:])
            values[name] = f"{values[name]}, {item}" if name in lists else item
            lists.add(name)
        elif name and line[0] in " \t":
            values[name] = f"{values[name]} {line.strip()}".strip()
        else:
            return None
    return values


def _value(raw: str) -> str:
    value = raw.strip()
    if value in (">", "|", ">-", "|-", "null", "~"):
        return ""
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(item.strip()) for item in value[1:-1].split(",") if item.strip())
    return _WIKI_LINK.sub(r"\1", _unquoted(value))


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        if value[0] == "'":
            return inner.replace("''", "'")
        return inner.replace('\\"', '"').replace("\\\\", "\\")
    return value
