"""The items of a JSON file, one by one and in bounded memory: of an array, of lines, or one object.

Used by `json_objects` and by formats of one object a file. A file is read in pieces, so that a large array is never
in memory as a whole; an item that is too large, or would be once it is read, is refused before it is decoded.
It accepts a byte order mark, CR LF, blank lines and UTF-16, and never evaluates anything.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import msgspec

from annotator.errors import FileError, InvalidSet
from annotator.formats import Refusal, unreadable
from annotator.formats.first_pass import LONGEST_LINE_BYTES
from annotator.formats.weight import is_heavy, require_light
from annotator.sentences import worded

LARGEST_BYTES = 512 << 20
"""The largest file that is read."""

PIECE_BYTES = 1 << 20

SIGNS = {b"[": 1200, b"{": 800, b",": 60, b":": 60}
"""What begins and parts the values of JSON, with the memory that a value takes once a mark is made of it."""

UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError)

_BETWEEN = re.compile(r"[\s,]*")
_NOT_A_NUMBER = re.compile(rb"[:,\[]\s*-?(?:NaN|Infinity)\b")
_CUT_AT_MOST = 16  # characters of a literal or an escape that a piece may end in


def items(path: Path) -> Iterator[tuple[str, Any | Refusal]]:
    """Where each item stands, and the item; a Refusal in the place of a line that is no JSON. Raises FileError."""
    try:
        with path.open("rb") as file:
            if path.stat().st_size > LARGEST_BYTES:
                raise FileError(
                    worded("The file is larger than {megabytes} MB; split it.", megabytes=LARGEST_BYTES >> 20),
                    where=str(path),
                )
            yield from _items(path, _in_utf_8(file, path.name))
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error


def _in_utf_8(file: IO[bytes], name: str) -> IO[bytes]:
    """The file from behind its byte order mark, as UTF-8."""
    mark = file.read(3)
    if mark[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        file.seek(0)
        data = file.read(LONGEST_LINE_BYTES + 1)
        _require_short(data, name)
        return BytesIO(data.decode("utf-16", errors="replace").encode("utf-8", errors="replace"))
    file.seek(3 if mark == codecs.BOM_UTF8 else 0)
    return file


def _items(path: Path, file: IO[bytes]) -> Iterator[tuple[str, Any | Refusal]]:
    begin = file.tell()
    first = b""
    while not first and (line := file.readline(LONGEST_LINE_BYTES + 1)):
        first = line.strip()
    if first.startswith(b"["):
        file.seek(begin)
        yield from _of_array(path.name, file)
        return
    _require_short(first, f"{path.name}:1")
    if first.startswith(b"{") and not _is_object(first):
        file.seek(begin)
        yield path.name, decoded(file.read(LONGEST_LINE_BYTES + 1), path.name)
        return
    file.seek(begin)
    yield from _of_lines(path.name, file)


def _of_lines(name: str, file: IO[bytes]) -> Iterator[tuple[str, Any | Refusal]]:
    number = 0
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        if not line.strip():
            continue
        where = f"{name}:{number}"
        _require_short(line, where)
        require_light(line, where, SIGNS)
        try:
            yield where, msgspec.json.decode(line)
        except UNREADABLE as error:
            yield (
                where,
                Refusal(where, worded("This is no JSON: {reason}; correct or remove the line.", reason=_plain(error))),
            )


def _require_short(data: bytes, where: str) -> None:
    if len(data) > LONGEST_LINE_BYTES:
        raise InvalidSet(
            worded(
                "One object takes more than {megabytes} MB; write one object for each text, or split it.",
                megabytes=LONGEST_LINE_BYTES >> 20,
            ),
            where=where,
        )


def _is_object(line: bytes) -> bool:
    if is_heavy(line, SIGNS):
        # What begins and ends like an object is one line of many, or else the reason why it is refused.
        return line.endswith(b"}")
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except UNREADABLE:
        return False


def decoded(data: bytes, name: str) -> Any:
    """All of a file's bytes as JSON. name: of the file, for the sentence. Raises InvalidSet."""
    _require_short(data, name)
    require_light(data, name, SIGNS)
    # Some tools write NaN, which is no JSON; nothing here needs the number.
    if _NOT_A_NUMBER.search(data):
        data = re.sub(rb"([:,\[]\s*)-?(?:NaN|Infinity)\b", rb"\1null", data)
    try:
        return msgspec.json.decode(data)
    except UNREADABLE as error:
        raise InvalidSet(
            worded("This is no whole JSON: {reason}; export it again.", reason=_plain(error)), where=name
        ) from error


def _plain(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return worded("it is nested too deep")
    return worded("it is not UTF-8") if isinstance(error, UnicodeDecodeError) else str(error)


# Arrays ----------------------------------------------------------------------------------------------


class _Window:
    """The part of a file that is looked at: from the item under way on. at: where that begins in `words`."""

    def __init__(self, name: str, file: IO[bytes]) -> None:
        self._name = name
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self.words = ""
        self.at = 0
        self.ended = False

    def more(self) -> None:
        """Let go of what is done, and read on: by a quarter of what is there at least. Raises InvalidSet."""
        rest = self.words[self.at :]
        piece = self._file.read(max(PIECE_BYTES, len(rest) // 4))
        self.ended = not piece
        try:
            self.words, self.at = rest + self._decode(piece, self.ended), 0
        except UnicodeDecodeError as error:
            raise InvalidSet(
                worded("This is no whole JSON: it is not UTF-8; export it again."), where=self._name
            ) from error

    def skip(self) -> str:
        """Go to the next item; the sign that it begins with, none at the end of the file."""
        while True:
            found = _BETWEEN.match(self.words, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.words) or self.ended:
                return self.words[self.at : self.at + 1]
            self.more()


def _of_array(name: str, file: IO[bytes]) -> Iterator[tuple[str, Any]]:
    window = _Window(name, file)
    window.skip()
    window.at += 1
    number = 0
    while window.skip() != "]":
        number += 1
        yield f"{name}, item {number}", _next(window, f"{name}, item {number}")


def _next(window: _Window, where: str) -> Any:
    """The item that the window stands at; it goes behind it. Raises InvalidSet."""
    while True:
        try:
            value, end = json.JSONDecoder().raw_decode(window.words, window.at)
        except RecursionError as error:
            raise _damaged(worded("it is nested too deep"), where) from error
        except ValueError as error:
            if window.ended or not _is_cut(error, window.words):
                raise _damaged(worded("it breaks off or is damaged"), where) from error
        else:
            # A number may go on in what has not been read yet.
            if end < len(window.words) or window.ended:
                window.at = end
                return value
        so_far = window.words[window.at :].encode()
        _require_short(so_far, where)
        require_light(so_far, where, SIGNS)
        del so_far
        window.more()


def _damaged(reason: str, where: str) -> InvalidSet:
    return InvalidSet(worded("This is no whole JSON: {reason}; export it again.", reason=reason), where=where)


def _is_cut(error: ValueError, words: str) -> bool:
    """Whether the item may only be cut off by the end of what has been read."""
    if not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith("Unterminated string") or error.pos >= len(words) - _CUT_AT_MOST
