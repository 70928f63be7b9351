"""JSON for other tools: one object a line, or one array, in the place of a file.

Used by the formats that are JSON. Nothing is escaped that need not be, and an array has one object a line, so
that both can be read and compared by eye.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from annotator.errors import FileError
from annotator.formats.json_objects import Object
from annotator.formats.output import replacing, sha256_so_far
from annotator.sentences import worded

_encoder = msgspec.json.Encoder()


def write_objects(objects: Iterable[Object], out: Path, *, array: bool = False) -> str:
    """Write the objects and give the file's sha256. Raises DiskFull and FileError; then `out` stays as it was."""
    opening, between, closing = (b"[\n", b",\n", b"\n]\n") if array else (b"", b"\n", b"\n")
    with replacing(out) as file:
        file.write(opening)
        try:
            for number, each in enumerate(objects):
                file.write((between if number else b"") + _encoder.encode(each))
        except UnicodeEncodeError as error:
            raise FileError(
                worded("A text holds half a character (a lone surrogate), which no file carries; type it again."),
                where=str(out),
            ) from error
        file.write(closing)
        return sha256_so_far(file)
