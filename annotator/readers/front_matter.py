"""The block between two `---` lines at the top of a Markdown file: names and values, in simple YAML.

Called by the Markdown reader. It reads `name: value`, quoted values, lists in brackets or lines with a
dash, and folded values (`>` and `|`). Anything deeper is kept as the text it is: nothing is executed,
and a block that does not look like this is left in the article.
"""

from __future__ import annotations

import re

from annotator.readers.dates import date_line
from annotator.readers.units import Details

_ENTRY = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*)|$)")
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
    if not body.startswith("---\n"):
        return {}, text
    lines = body.split("\n")
    ends = [number for number, line in enumerate(lines[:200]) if number and line.rstrip() in ("---", "...")]
    values = _entries(lines[1 : ends[0]]) if ends else None
    if not values or not _NAMES.intersection(values):
        return {}, text
    return values, "\n".join(lines[ends[0] + 1 :])


def apply_front_matter(values: dict[str, str], details: Details) -> None:
    """Writes what the block names into the details; names without a field go to `further`."""
    used: set[str] = set()

    def first(names: tuple[str, ...]) -> str | None:
        used.update(names)
        return next((values[name] for name in names if values.get(name)), None)

    details.title = first(_TITLE)
    details.standfirst = first(_STANDFIRST)
    details.byline = first(_BYLINE)
    details.url = first(_URL)
    details.source = first(_SOURCE)
    if details.source and "://" in details.source:
        details.url, details.source = details.url or details.source, None
    language = first(_LANGUAGE)
    details.language = language[:2].lower() if language else None
    date = first(_DATE)
    if date:
        named = date_line(date, details.language)
        details.published = named.date if named else None
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
            name = re.sub(r"[ .-]", "_", entry[1].strip().lower())
            values[name] = _value(entry[2] or "")
        elif not line.strip() or line.lstrip().startswith("#"):
            continue
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
    return _unquoted(value)


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        if value[0] == "'":
            return inner.replace("''", "'")
        return inner.replace('\\"', '"').replace("\\\\", "\\")
    return value
