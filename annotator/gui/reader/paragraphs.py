"""The lines of an article's text as the reader lays them out, one after the other.

Called when an article is shown. A paragraph is one line of the text with the kind that its block says;
a line too long to be laid out within a blink comes as several pieces. Knows neither Qt nor marks.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.records import Block, BlockKind

LONGEST = 8_000
"""Code points that one text layout may hold; a longer line is cut at a blank before that."""


class Paragraph(NamedTuple):
    """A stretch of the text, half-open code points, without the line feed that ends it.

    continues: the line goes on in the next paragraph, so no space follows this one.
    """

    start: int
    end: int
    kind: BlockKind
    continues: bool = False


def paragraphs_of(text: str, blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs of a text in order; together with the line feeds they hold every character."""
    starts = [block.start for block in blocks]
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        index = bisect_right(starts, start) - 1
        kind: BlockKind = "paragraph"
        if index >= 0 and blocks[index].end > start:
            kind = blocks[index].kind
        if end - start <= LONGEST:
            found.append(Paragraph(start, end, kind))
        else:
            found.extend(_pieces(text, start, end, kind))
        start = end + 1
    return found


def _pieces(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Paragraph]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1
        if not cut:
            cut = start + LONGEST
            # Without a blank, at least no mark that combines with the character before it begins a piece.
            while cut < end and (unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f"):
                cut += 1
        yield Paragraph(start, cut, kind, continues=True)
        start = cut
    yield Paragraph(start, end, kind)
