"""JSON files from other tools, object by object, and the values in them that should be words or numbers.

Used by the formats that are JSON. It names the line of what is no object; `json_items` reads and bounds the file.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from annotator.errors import InvalidSet
from annotator.formats import FileReport, Refusal
from annotator.formats.json_items import items
from annotator.sentences import worded

MOST_REFUSED = 10_000
"""What may be wrong with a file, one by one, before it is refused as a whole."""

SEEN_BYTES = 1 << 20
"""How much of a file is looked at to tell its kind."""

_KEY = re.compile(r'"([^"\\]{1,64})"\s*:')

Object = dict[str, Any]


def objects(path: Path, report: FileReport) -> Iterator[tuple[str, Object]]:
    """Where each object stands, and the object. What is none goes into the report. Raises FileError."""
    for where, value in items(path):
        if len(report.refused) > MOST_REFUSED:
            raise InvalidSet(
                worded(
                    "More than {most_refused:,} pieces of the file are nothing that this format knows; "
                    "choose another format.",
                    most_refused=MOST_REFUSED,
                ),
                where=path.name,
            )
        if isinstance(value, dict):
            yield where, value
        elif isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict):
            # A pair of a text and what is said of it, as spaCy wants it.
            yield where, {"text": value[0], **value[1]}
        elif isinstance(value, Refusal):
            report.refused.append(value)
        else:
            report.refused.append(Refusal(where, worded("This is no JSON object; each text of a set is one.")))


def first_keys(path: Path, head: bytes) -> frozenset[str]:
    """The keys of the first object, those of objects in it too; none where the file begins with no JSON."""
    if not head.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"{", b"[")) or path.is_dir():
        return frozenset()
    try:
        status = path.stat()
    except OSError:
        return frozenset()
    return _keys(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=16)
def _keys(path: Path, size: int, time: int) -> frozenset[str]:
    with path.open("rb") as file:
        return keys_in(file.read(SEEN_BYTES))


def keys_in(beginning: bytes) -> frozenset[str]:
    """The keys of the first object at the beginning of a file, those of objects in it too."""
    words = beginning.decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n[")
    try:
        found, end = json.JSONDecoder().raw_decode(words)
        if isinstance(found, str):
            # The text of a pair; what is said of it stands behind.
            found, _ = json.JSONDecoder().raw_decode(words[end:].lstrip(" \t\r\n,"))
    except (ValueError, RecursionError):
        # Cut off in the middle: what looks like keys there.
        return frozenset(_KEY.findall(words))
    return frozenset(_keys_in(found, 3))


def _keys_in(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    inner = value.values() if isinstance(value, dict) else value[:1] if isinstance(value, list) else ()
    if depth:
        for each in inner:
            yield from _keys_in(each, depth - 1)


# Values of others ------------------------------------------------------------------------------------


def text_of(value: Any) -> str | None:
    """A value that should be words; None where it is none."""
    return value if isinstance(value, str) else None


def whole_number(value: Any) -> int | None:
    """A value that should be an offset, also as digits in a string; None where it is none, negative or huge."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12:
        value = int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 40 else None


def list_of(value: Any) -> list[Any]:
    """A value that should be a list; empty where it is none."""
    return value if isinstance(value, list) else []


def object_of(value: Any) -> Object:
    """A value that should be an object; empty where it is none."""
    return value if isinstance(value, dict) else {}


def headline(text: str, fallback: str) -> str:
    """What to call a text that has no title: its first line, 80 characters at most."""
    line = next((line.strip() for line in text.lstrip("\ufeff")[:2000].splitlines() if line.strip()), "")
    return fallback if not line else line if len(line) <= 80 else line[:79].rstrip() + "…"


def rest_of(value: Mapping[str, Any], known: tuple[str, ...]) -> Object:
    """What an object says besides the keys that were read."""
    return {key: each for key, each in value.items() if key not in known and each not in (None, "", [], {})}
