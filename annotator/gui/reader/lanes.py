"""Which of several overlapping things stands in which lane, so that none hides another.

Called when a paragraph is decorated: lanes of underlines below the text, stripes in the margin, and
how deeply tints are nested. Pure arithmetic over half-open stretches.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from annotator.gui.reader.marks_index import Span

MOST_LANES = 8
"""Underlines beyond this many share the last lane; the text would not be readable any more."""


def pack_lanes(stretches: Sequence[tuple[int, int]]) -> list[int]:
    """A lane for each stretch, the lowest that is free there; the shortest choose first.

    So a name inside a long claim is underlined next to its letters, and the claim's line runs below.
    """
    lanes: list[list[tuple[int, int]]] = []
    chosen = [0] * len(stretches)
    order = sorted(range(len(stretches)), key=lambda i: (stretches[i][1] - stretches[i][0], stretches[i]))
    for index in order:
        start, end = stretches[index]
        lane = 0
        while lane < len(lanes) and not _is_free(lanes[lane], start, end):
            lane += 1
        if lane >= MOST_LANES:
            chosen[index] = MOST_LANES - 1
            continue
        if lane == len(lanes):
            lanes.append([])
        insort(lanes[lane], (start, end))
        chosen[index] = lane
    return chosen


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(taken, (start, end))
    if index < len(taken) and taken[index][0] < end:
        return False
    return index == 0 or taken[index - 1][1] <= start


def sweep_lanes(stretches: Sequence[tuple[int, int]]) -> list[int]:
    """A lane for each stretch, taken in text order: what begins first stands in the lowest lane."""
    chosen = [0] * len(stretches)
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    lanes = 0
    for index in sorted(range(len(stretches)), key=lambda i: (stretches[i][0], -stretches[i][1])):
        start, end = stretches[index]
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            lane = heappop(free)
        else:
            lane = lanes
            lanes += 1
        chosen[index] = lane
        heappush(busy, (end, lane))
    return chosen


def segments(spans: Iterable[Span]) -> list[tuple[int, int, tuple[str, ...]]]:
    """The text cut wherever a span begins or ends: start, end and the marks over that stretch.

    Two parts of one mark that overlap count once. Stretches without a mark are left out.
    """
    edges: list[tuple[int, int, str]] = []
    for span in spans:
        edges.append((span.start, 1, span.mark))
        edges.append((span.end, -1, span.mark))
    edges.sort()
    found: list[tuple[int, int, tuple[str, ...]]] = []
    open_marks: dict[str, int] = {}
    last = 0
    for offset, change, mark in edges:
        if offset > last and open_marks:
            found.append((last, offset, tuple(open_marks)))
        last = offset
        count = open_marks.get(mark, 0) + change
        if count:
            open_marks[mark] = count
        else:
            open_marks.pop(mark, None)
    return found
