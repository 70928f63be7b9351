"""Where the ends of a mark come to lie when a key moves them, or takes words out of it.

Called by the tagger and by the review of versions. Pure: knows texts and records, no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from annotator.records import MarkRecord
from annotator.text import snap_to_graphemes, words

Edge = Literal["start", "end"]
Span = tuple[int, int]
_BESIDE = " \t\n\u00a0,;"


def spans_without(text: str, spans: Sequence[Span], cut: Span) -> list[Span]:
    """What is left of the spans without a stretch of the text, and without white space and commas beside it."""
    left: list[Span] = []
    for start, end in sorted(spans):
        if cut[1] <= start or end <= cut[0]:
            left.append((start, end))
            continue
        before, after = text[start : max(start, cut[0])], text[min(end, cut[1]) : end]
        left.append((start, start + len(before.rstrip(_BESIDE))))
        left.append((end - len(after.lstrip(_BESIDE)), end))
    return [(start, end) for start, end in left if start < end]


def moved_spans(text: str, mark: MarkRecord, edge: Edge, unit: str, right: bool) -> list[Span] | None:
    """The mark's spans with its first start or last end one step on; None where it cannot go further."""
    spans = sorted((part.start, part.end) for part in mark.parts)
    index = 0 if edge == "start" else len(spans) - 1
    start, end = spans[index]
    if edge == "start":
        start = _stepped(text, start, unit, right, edge)
    else:
        end = _stepped(text, end, unit, right, edge)
    before = spans[index - 1][1] if index else 0
    if (start, end) == spans[index] or not before <= start < end <= len(text):
        return None
    spans[index] = (start, end)
    return spans


def _stepped(text: str, offset: int, unit: str, right: bool, edge: Edge) -> int:
    """The next boundary of a word or character: starts rest on a word's start, ends on a word's end."""
    if unit == "character":
        window = text[max(0, offset - 64) : offset + 64]
        base = max(0, offset - 64)
        inside = offset - base
        if right:
            span = snap_to_graphemes(window, inside, min(inside + 1, len(window)))
            return base + span[1]
        return base + snap_to_graphemes(window, max(inside - 1, 0), inside)[0]
    low, high = (offset, len(text)) if right else (0, offset)
    reach = 400
    low, high = max(low, offset - reach), min(high, offset + reach)
    places = [span[0] if edge == "start" else span[1] for span in words(text, low, high)]
    beyond = [place for place in places if (place > offset if right else place < offset)]
    if not beyond:
        return offset
    return min(beyond) if right else max(beyond)
