"""One look at an annotation set, line by line: whether it is whole, and which of its lines can be taken.

Called by the native format only. It checks the end line, the UTF-8 and the shape of every line itself,
and leaves what the records say to `references`. It never holds more of the file than a line, and never
changes it.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec

from annotator.errors import FileError, InvalidSet
from annotator.formats import Refusal, unreadable
from annotator.formats.references import References
from annotator.records import EndRecord, Record, SetRecord, kind_of
from annotator.sentences import worded

VERSION = 1
"""The version of the format that is written, and the newest that is read."""

LONGEST_LINE_BYTES = 64 * 1024 * 1024
"""The longest line that is read: an article of a whole book with all its revisions is far shorter."""

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

KINDS = tuple(str(each.__struct_config__.tag) for each in get_args(Record))
"""The types of line, in the order in which they are written."""

decode = msgspec.json.Decoder(Record).decode
"""The record of one line; raises one of `_UNREADABLE`."""

# What decoding raises on lines that others wrote.
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)

# What a line that cannot be read says it is; every known writer puts the type first.
_TYPE = re.compile(rb'\s*\{\s*"type"\s*:\s*"(\w+)"')


class _Typed(msgspec.Struct):
    type: str


_decode_type = msgspec.json.Decoder(_Typed).decode


@dataclass(frozen=True, slots=True)
class SetSummary:
    """What the first pass over a set found.

    counts: sound records by kind. refused: lines left out, in order; ignored: unknown types of line.
    complete: whether the end line is there and matches. skipped_lines and stamp are for `records`.
    """

    header: SetRecord
    counts: dict[str, int]
    refused: tuple[Refusal, ...]
    ignored: tuple[str, ...]
    complete: bool
    skipped_lines: frozenset[int]
    stamp: tuple[int, int]


class FirstPass:
    """The state of one `inspect`: the seal of the file, and what was found in its lines."""

    def __init__(self, name: str, references: References) -> None:
        self._name = name
        self._references = references
        self._header: SetRecord | None = None
        self._counts: Counter[str] = Counter()  # of all lines, by the type that they say
        self._taken: defaultdict[str, array[int]] = defaultdict(_numbers)  # kind -> lines that became records
        self._unknown: defaultdict[str, array[int]] = defaultdict(_numbers)  # type -> lines
        self._end: EndRecord | None = None
        self._after_end = 0
        # Of all bytes so far, without a byte order mark and, where there is one, also with it.
        self._digests = [hashlib.sha256()]
        self._sealed: list[str] = []

    def take(self, number: int, line: bytes) -> None:
        """Look at one line, with its line end."""
        if number == 1 and line.startswith(BYTE_ORDER_MARK):
            self._digests.append(hashlib.sha256(BYTE_ORDER_MARK))
            line = line.removeprefix(BYTE_ORDER_MARK)
        if not line.isspace():
            self._take_content(number, line)
        for digest in self._digests:
            digest.update(line)

    def _take_content(self, number: int, line: bytes) -> None:
        if self._header is None:
            self._header = self._opened(number, line)
        elif self._end is None:
            self._take_record(number, line)
        else:
            self._after_end = self._after_end or number
            self._references.refuse(number, worded("it stands behind the end line."))

    def summary(self, stamp: tuple[int, int], *, partial: bool) -> SetSummary:
        """What was found, after the last line. Raises InvalidSet."""
        if self._header is None:
            raise InvalidSet(worded("The file is empty; choose an annotation set."), where=self._name)
        problem = self._problem()
        if problem and not partial:
            raise InvalidSet(
                worded(
                    "{problem} Nothing was taken; export the set again, or ask for what can be read of it.",
                    problem=problem,
                ),
                where=self._name,
            )
        lines = self._references.finish()
        refused = [Refusal(f"{self._name}:{line}", lines[line]) for line in sorted(lines)]
        if problem:
            refused.append(Refusal(self._name, worded("{problem} What could be read was taken.", problem=problem)))
        sound = {kind: sum(line not in lines for line in taken) for kind, taken in self._taken.items()}
        ignored = tuple(
            f"{self._name}:{found[0]}: lines of the unknown type “{kind}” ({len(found)})"
            for kind, found in self._unknown.items()
        )
        return SetSummary(self._header, sound, tuple(refused), ignored, not problem, self._skipped(lines), stamp)

    def _skipped(self, refused: Iterable[int]) -> frozenset[int]:
        return frozenset(refused).union(*self._unknown.values())

    def _problem(self) -> str:
        if self._end is None:
            return worded("The set is not whole: its end line is missing.")
        if self._after_end:
            return worded("The set goes on behind its end line, in line {line}.", line=self._after_end)
        if self._end.sha256 not in self._sealed:
            return worded("The set is not as it was written: its bytes do not match its end line.")
        for kind, count in self._end.counts.items():
            if count != self._counts[kind]:
                return worded(
                    "The end line counts {count} {kind} lines, and there are {there}.",
                    count=count,
                    kind=kind,
                    there=self._counts[kind],
                )
        return ""

    def _opened(self, number: int, line: bytes) -> SetRecord:
        where = f"{self._name}:{number}"
        try:
            loose: Any = msgspec.json.decode(line)
        except _UNREADABLE:
            loose = None
        if not isinstance(loose, dict) or loose.get("format") != "annotator-set":
            raise InvalidSet(
                worded("This is no annotation set: it does not begin with a set line; choose another file."),
                where=where,
            )
        version = loose.get("version")
        if isinstance(version, int) and version > VERSION:
            raise InvalidSet(
                worded(
                    "The set is of version {version}, and this program reads up to version {newest}; "
                    "install a newer one.",
                    version=version,
                    newest=VERSION,
                ),
                where=where,
            )
        try:
            header = msgspec.convert(loose, SetRecord)
        except msgspec.ValidationError as error:
            raise InvalidSet(worded("The set line cannot be read: {error}.", error=error), where=where) from error
        if header.version < 1:
            raise InvalidSet(
                worded("There is no version {version} of the format; export it again.", version=version), where=where
            )
        self._note("set", number)
        return header

    def _note(self, kind: str, number: int) -> None:
        self._counts[kind] += 1
        self._taken[kind].append(number)

    def _take_record(self, number: int, line: bytes) -> None:
        try:
            # The decoder does not look into keys that it does not know.
            if not line.isascii():
                line.decode("utf-8")
            record = decode(line)
        except _UNREADABLE as error:
            self._take_unreadable(number, line, error)
            return
        if isinstance(record, EndRecord):
            self._end = record
            self._sealed = [digest.hexdigest() for digest in self._digests]
            return
        self._note(kind_of(record), number)
        if isinstance(record, SetRecord):
            self._references.refuse(number, worded("it is a second set line; a file holds one set."))
        else:
            self._references.add(number, record)

    def _take_unreadable(self, number: int, line: bytes, error: Exception) -> None:
        kind = _type_of(line)
        self._counts[kind] += 1
        if kind and kind not in KINDS:
            self._unknown[kind].append(number)
        else:
            self._references.refuse(
                number,
                worded("the {kind} cannot be read: {reason}.", kind=kind or worded("line"), reason=_plain(error)),
            )


def _numbers() -> array[int]:
    return array("q")


def lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file with their line ends, numbered from 1."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LONGEST_LINE_BYTES + 1):
                number += 1
                if len(line) > LONGEST_LINE_BYTES:
                    raise InvalidSet(
                        worded(
                            "The line is longer than {megabytes} MB; no set has such lines.",
                            megabytes=LONGEST_LINE_BYTES // 1024**2,
                        ),
                        where=f"{path.name}:{number}",
                    )
                yield number, line
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error


def stamp_of(path: Path) -> tuple[int, int]:
    """Tells whether a file is still the same: its size in bytes and its time in nanoseconds."""
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    return status.st_size, status.st_mtime_ns


def _type_of(line: bytes) -> str:
    """The type that a line says it has, even where the rest cannot be read; empty when it says none."""
    try:
        return _decode_type(line).type
    except _UNREADABLE:
        found = _TYPE.match(line)
        return found[1].decode() if found else ""


def _plain(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return worded("it is not UTF-8")
    if isinstance(error, RecursionError):
        return worded("it is nested too deep")
    return str(error)
