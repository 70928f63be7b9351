"""The lines of a large text file one by one, without the whole text in memory.

Called by the readers of tables. The encoding is told from the beginning of the file; what does not fit it
further down is read as plausibly as in other texts. It opens no file: the bytes are given.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from annotator.errors import UnreadableArticle
from annotator.readers.encoding import MIXED, decode
from annotator.sentences import worded

LINE_LIMIT = 16 * 1024 * 1024
"""The longest line in characters; a book has about one million."""

_SAMPLE = 4 * 1024 * 1024


class TextLines(NamedTuple):
    """beginning: of the text, for a look ahead. stream: the text from its start, without a byte order mark."""

    beginning: str
    stream: io.TextIOWrapper
    encoding: str
    warnings: tuple[str, ...]

    def __iter__(self) -> Iterator[str]:
        """The lines with their ends, from where the stream stands. Raises UnreadableArticle on one past all
        measure."""
        while line := self.stream.readline(LINE_LIMIT):
            if len(line) == LINE_LIMIT:
                raise UnreadableArticle(
                    worded(
                        "A line of the file has more than {count:,} characters; check whether it is a table.",
                        count=LINE_LIMIT,
                    )
                )
            yield line


def text_lines(data: bytes, newline: str) -> TextLines:
    """The text in the bytes as lines that end as `newline` says (as for `open`).

    Raises UnreadableArticle (without a place: the caller knows it) when the bytes are no text.
    """
    sample = data
    if len(data) > _SAMPLE:
        end = data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE
        # Encodings of two or four bytes a character must not be cut within one.
        sample = data[: end - end % 4] if b"\x00" in data[:_SAMPLE] else data[:end]
    decoded = decode(sample)
    errors = MIXED if decoded.encoding == "utf-8" else "replace"
    stream = io.TextIOWrapper(io.BytesIO(data), decoded.encoding, errors, newline)
    beginning = decoded.text.removeprefix("\ufeff")
    if beginning is not decoded.text:
        stream.read(1)
    return TextLines(beginning, stream, decoded.encoding, decoded.warnings)
