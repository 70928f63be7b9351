"""JSON files from other tools, object by object: one array, one object, or one object a line.

Used by the formats that are JSON. It accepts a byte order mark, CR LF and blank lines, names the line of what
cannot be read, and refuses what is too large or nested too deep; it never evaluates anything.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport, Refusal, unreadable
from annotator.formats.first_pass import LONGEST_LINE_BYTES

LARGEST_BYTES = 512 << 20
"""The largest file that is read."""

SEEN_BYTES = 1 << 20
"""How much of a file is looked at to tell its kind."""

UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError)

_KEY = re.compile(r'"([^"\\]{1,64})"\s*:')
_BETWEEN = re.compile(r"[\s,]*")
_NOT_A_NUMBER = re.compile(rb"[:,\[]\s*-?(?:NaN|Infinity)\b")

Object = dict[str, Any]


def objects(path: Path, report: FileReport) -> Iterator[tuple[str, Object]]:
    """Where each object stands, and the object. What is none goes into the report. Raises FileError."""
    data = _bytes(path)
    start = data.lstrip()[:1]
    if start == b"[":
        yield from _of_array(path, data, report)
        return
    lines = data.split(b"\n")
    first = next((line for line in lines if line.strip()), b"")
    if start == b"{" and not _is_object(first):
        yield path.name, decoded(data, path.name)
        return
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path.name}:{number}"
        if len(line) > LONGEST_LINE_BYTES:
            raise InvalidSet(
                f"The line is longer than {LONGEST_LINE_BYTES >> 20} MB; no set has such lines.", where=where
            )
        try:
            yield from _object(where, msgspec.json.decode(line), report)
        except UNREADABLE as error:
            report.refused.append(Refusal(where, f"This is no JSON: {_plain(error)}; correct or remove the line."))


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
        found, _ = json.JSONDecoder().raw_decode(words)
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


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise FileError(f"The file is larger than {LARGEST_BYTES >> 20} MB; split it.", where=str(path))
        data = path.read_bytes()
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            data = data.decode(encoding, errors="replace").encode("utf-8", errors="replace")
    return data.removeprefix(codecs.BOM_UTF8)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except UNREADABLE:
        return False


def decoded(data: bytes, name: str) -> Any:
    """All of a file's bytes as JSON. name: of the file, for the sentence. Raises InvalidSet."""
    # Some tools write NaN, which is no JSON; nothing here needs the number.
    if _NOT_A_NUMBER.search(data):
        data = re.sub(rb"([:,\[]\s*)-?(?:NaN|Infinity)\b", rb"\1null", data)
    try:
        return msgspec.json.decode(data)
    except UNREADABLE as error:
        raise InvalidSet(f"This is no whole JSON: {_plain(error)}; export it again.", where=name) from error


def _of_array(path: Path, data: bytes, report: FileReport) -> Iterator[tuple[str, Object]]:
    """One item after the other, so that a large array is never in memory as objects."""
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidSet("This is no whole JSON: it is not UTF-8; export it again.", where=path.name) from error
    scan = json.JSONDecoder().raw_decode
    at, number = _BETWEEN.match(words, words.index("[") + 1).end(), 0  # type: ignore[union-attr]  # matches nothing too
    while not words.startswith("]", at):
        number += 1
        where = f"{path.name}, item {number}"
        try:
            value, at = scan(words, at)
        except (ValueError, RecursionError) as error:
            reason = "it is nested too deep" if isinstance(error, RecursionError) else "it breaks off or is damaged"
            raise InvalidSet(f"This is no whole JSON: {reason}; export it again.", where=where) from error
        yield from _object(where, value, report)
        found = _BETWEEN.match(words, at)
        assert found is not None
        at = found.end()


def _object(where: str, value: Any, report: FileReport) -> Iterator[tuple[str, Object]]:
    if isinstance(value, dict):
        yield where, value
    else:
        report.refused.append(Refusal(where, "This is no JSON object; each text of a set is one."))


def _plain(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)


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
