"""What changed between two revisions of a text: stretches that stayed, and the way from old to new.

Called by `anchoring.py`. It says where characters went, never whether a mark is still the same one.

The comparison goes from coarse to fine: lines, then clauses inside changed lines, then words inside
changed clauses. So its cost follows the size of the change. It stops at words, since matching letters
finds likeness everywhere and a rewritten word is a change anyway.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

Span = tuple[int, int]

# Thai to Burmese, Khmer, Chinese and Japanese: without spaces, each character is compared by itself.
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u2e80-\u9fff\U00020000-\U0003ffff"
_PIECES = (
    r"[^\n]*\n|[^\n]+",
    r"[^.!?;:。！？।؟\n]*[.!?;:。！？।؟\n]+\s*|[^.!?;:。！？।؟\n]+",
    rf"[^\W{_UNSPACED}]+|\s+|[{_UNSPACED}]|[^\w\s]",
)

# The comparison of n with m pieces keeps n * m bits. Beyond 32 MB only pieces that stand once in both
# texts are matched.
_LARGEST_COMPARISON = 32 * 8 * 1024 * 1024


class Kept(NamedTuple):
    """A stretch that stands in both texts: where it begins in each, and its length (code points)."""

    old: int
    new: int
    length: int


class Revised:
    """The stretches that two revisions share, in order, and offsets carried through them."""

    __slots__ = ("_new_length", "_starts", "kept")

    def __init__(self, old: str, new: str) -> None:
        """Compares the texts: two of 1 MB take 0.01 s for one edit, 0.2 s for thousands."""
        found: list[Kept] = []
        _compare(old, new, 0, 0, 0, found)
        self.kept = _joined(found)
        self._starts = [stretch.old for stretch in self.kept]
        self._new_length = len(new)

    def kept_at(self, position: int) -> Kept | None:
        """The stretch that holds the old text's character at `position`, if it stayed."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        stretch = self.kept[index]
        return stretch if position < stretch.old + stretch.length else None

    def carry(self, start: int, end: int) -> Span:
        """Where the old span's characters went: from the first to the last that may belong to it.

        An end that fell into a changed stretch takes in what stands there now, so the result holds
        every character that can have come from the span; it is empty where the span was deleted.
        """
        return self._carry_start(start), self._carry_end(end)

    def changed(self) -> list[Span]:
        """The stretches of the new text that the old one did not have, in order."""
        found: list[Span] = []
        position = 0
        for stretch in self.kept:
            if stretch.new > position:
                found.append((position, stretch.new))
            position = stretch.new + stretch.length
        if position < self._new_length:
            found.append((position, self._new_length))
        return found

    def _carry_start(self, start: int) -> int:
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return 0
        stretch = self.kept[index]
        return stretch.new + min(start - stretch.old, stretch.length)

    def _carry_end(self, end: int) -> int:
        index = bisect_left(self._starts, end) - 1
        if index >= 0:
            stretch = self.kept[index]
            if end <= stretch.old + stretch.length:
                return stretch.new + end - stretch.old
        return self.kept[index + 1].new if index + 1 < len(self.kept) else self._new_length


def _compare(old: str, new: str, old_at: int, new_at: int, level: int, found: list[Kept]) -> None:
    """Adds what the two pieces of text share, where they begin at `old_at` and `new_at`."""
    if not old or not new or level == len(_PIECES):
        return
    old_pieces, new_pieces = re.findall(_PIECES[level], old), re.findall(_PIECES[level], new)
    old_ends, new_ends = _ends(old_pieces, old_at), _ends(new_pieces, new_at)
    old_done = new_done = 0
    blocks = [*_shared(old_pieces, new_pieces), (len(old_pieces), len(new_pieces), 0)]
    for old_index, new_index, count in blocks:
        old_gap = "".join(old_pieces[old_done:old_index])
        new_gap = "".join(new_pieces[new_done:new_index])
        _compare(old_gap, new_gap, old_ends[old_done], new_ends[new_done], level + 1, found)
        old_done, new_done = old_index + count, new_index + count
        if count:
            length = old_ends[old_done] - old_ends[old_index]
            found.append(Kept(old_ends[old_index], new_ends[new_index], length))


def _ends(pieces: list[str], begin: int) -> list[int]:
    """Where each piece begins, and after them where the last one ends."""
    ends = [begin]
    for piece in pieces:
        begin += len(piece)
        ends.append(begin)
    return ends


def _shared(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Runs of equal pieces: index in old, index in new, count."""
    smaller = min(len(old), len(new))
    head = 0
    while head < smaller and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < smaller - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    runs = [(head + first, head + second, count) for first, second, count in _matched(middle_old, middle_new)]
    return [(0, 0, head), *runs, (len(old) - tail, len(new) - tail, tail)]


def _matched(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    if not old or not new:
        return []
    if len(old) * len(new) > _LARGEST_COMPARISON:
        return _matched_once(old, new)
    # Imported here, since an unchanged text needs no comparison.
    from rapidfuzz.distance import LCSseq

    # Numbers for pieces: rapidfuzz compares the hashes of strings, numbers are their own.
    numbers: dict[str, int] = {}
    first, second = ([numbers.setdefault(piece, len(numbers)) for piece in side] for side in (old, new))
    return [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in LCSseq.opcodes(first, second)
        if code.tag == "equal"
    ]


def _matched_once(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Pieces that stand once on either side and in the same order: the longest such sequence.

    This is the "patience" comparison: its cost grows like n log n.
    """
    once_old, once_new = ({piece for piece, count in Counter(side).items() if count == 1} for side in (old, new))
    place_in_new = {piece: index for index, piece in enumerate(new) if piece in once_new}
    once = once_old & once_new
    pairs = [(index, place_in_new[piece]) for index, piece in enumerate(old) if piece in once]
    ends: list[int] = []
    ends_at: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(ends_at[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        ends_at[length : length + 1] = [number]
    chain: list[tuple[int, int, int]] = []
    number = ends_at[-1] if ends_at else -1
    while number >= 0:
        chain.append((*pairs[number], 1))
        number = before[number]
    return chain[::-1]


def _joined(found: list[Kept]) -> list[Kept]:
    """The stretches in order, neighbours that touch in both texts made one."""
    joined: list[Kept] = []
    for stretch in found:
        if not stretch.length:
            continue
        last = joined[-1] if joined else None
        if last and (last.old + last.length, last.new + last.length) == (stretch.old, stretch.new):
            joined[-1] = Kept(last.old, last.new, last.length + stretch.length)
        else:
            joined.append(stretch)
    return joined
