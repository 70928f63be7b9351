"""Compressed bytes made large again, within bounds.

Called by the readers of archives and of web archives. A few kilobytes can expand to terabytes; reading
stops, with a sentence, where no file of articles goes. Nothing is written to the disk.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.sentences import worded

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

EXPANDED_LIMIT_BYTES = 1024**3
"""The most that one file may hold when expanded."""

RATIO_LIMIT = 100
"""How many times larger than its compressed bytes a file may be: text becomes 3 to 20 times larger."""

RATIO_FREE_BYTES = 10 * 1024**2
"""Up to this size the ratio does not matter: a short file may hold one line again and again."""

_Stream = gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
_OPENERS: dict[bytes, Callable[[IO[bytes]], _Stream]] = {
    b"\x1f\x8b": lambda source: gzip.GzipFile(fileobj=source),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
# What the decompressors of the standard library raise on damaged bytes.
DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError)


def is_out_of_ratio(expanded: int, compressed: int) -> bool:
    """Whether this many bytes from so few are the mark of a file made to fill the memory."""
    return expanded > max(RATIO_FREE_BYTES, RATIO_LIMIT * compressed)


def expanded(path: Path, data: bytes) -> io.BytesIO | io.RawIOBase:
    """The bytes of a file to be read in order: expanded if it is gzip, bzip2 or xz, else as they are.

    A read may give fewer bytes than asked for, so that what comes before damage is not lost. It raises
    UnreadableArticle where the bytes are damaged or past the limits.
    """
    source = io.BytesIO(data)
    opener = next((opener for magic, opener in _OPENERS.items() if data.startswith(magic)), None)
    return source if opener is None else _Bounded(path, opener(source), len(data))


class _Bounded(io.RawIOBase):
    """Counts what a decompressor gives, and refuses to go on past the limits."""

    def __init__(self, path: Path, stream: _Stream, compressed: int) -> None:
        self._path, self._stream, self._compressed = path, stream, compressed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        try:
            piece = self._stream.read1(len(view))
        except DAMAGE as error:
            raise UnreadableArticle(
                worded("The compressed file is damaged or incomplete; get it anew."), where=str(self._path)
            ) from error
        self._count += len(piece)
        if self._count > EXPANDED_LIMIT_BYTES or is_out_of_ratio(self._count, self._compressed):
            raise UnreadableArticle(
                worded(
                    "The file expands to far more than articles take, as files made to do harm do; unpack it"
                    " yourself if you trust it."
                ),
                where=str(self._path),
            )
        view[: len(piece)] = piece
        return len(piece)
