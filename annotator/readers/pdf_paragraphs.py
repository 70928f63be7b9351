"""The lines of a PDF's pages into paragraphs and headings.

Called by the reader of PDF files. Running heads, feet and page numbers are dropped; lines are joined where
the line end is only that of the column, across columns and pages too; divided words are mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotator.readers.pdf_layout import SOFT_HYPHEN, Line
from annotator.readers.units import Unit
from annotator.readers.wrapping import ends_sentence
from annotator.text import normalise

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|pagina|página|p\.)\s*)?\d{1,4}(?:\s*(?:of|/|von|de|van|sur)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+")
_ITEM = re.compile(r"[•▪‣◦●■]\s*")
_WORD_PART = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT_PART = re.compile(r"^([^\W\d_]+)")
_EDGE_LINES = 2
_SHARE_OF_PAGES = 0.5
_WIDER_GAP = 1.35
_OTHER_SIZE = 0.13
_LARGER = 1.15
_INDENT = 0.8
_SHORT = 0.2
_VERY_SHORT = 0.4
_LONGEST_HEADING = 200


def units_of(pages: Sequence[Sequence[Line]]) -> tuple[list[Unit], list[str]]:
    """The paragraphs and headings of all pages, and the running heads and feet that were dropped."""
    kept, dropped = _without_edges(pages)
    lines = [(number, line) for number, page in enumerate(kept) for line in page]
    if not lines:
        return [], dropped
    page = _Measures([line for _, line in lines])
    groups: list[list[Line]] = []
    last: tuple[int, Line] | None = None
    for number, line in lines:
        same = last is not None and last[0] == number and last[1].column == line.column
        if last is None or page.parts(last[1], line, same_column=same):
            groups.append([])
        groups[-1].append(line)
        last = (number, line)
    words = Counter(word for _, line in lines for word in _WORD.findall(line.text))
    units = [_unit(group, page.body, words) for group in groups]
    return _with_title([unit for unit in units if unit.text], groups, page.body), dropped


def _without_edges(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without lines that come back at the top or bottom of pages, but for their numbers."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page in edges for key in {_key(line) for line in page})
    needed = max(2, _SHARE_OF_PAGES * len(pages))
    kept: list[list[Line]] = []
    dropped: dict[str, None] = {}
    for page, edge in zip(pages, edges, strict=True):
        gone = {line for line in edge if seen[_key(line)] >= needed or _PAGE_NUMBER.fullmatch(line.text)}
        # A page that would be emptied is a page of text that happens to repeat.
        gone = gone if len(gone) < len(page) else set()
        kept.append([line for line in page if line not in gone])
        dropped.update((line.text, None) for line in page if line in gone)
    return kept, list(dropped)


def _edges(page: Sequence[Line]) -> list[Line]:
    by_place = sorted(page, key=lambda line: line.top)
    return [*by_place[:_EDGE_LINES], *by_place[_EDGE_LINES:][-_EDGE_LINES:]]


def _key(line: Line) -> str:
    return _NUMBERS.sub("#", " ".join(line.text.casefold().split()))


class _Measures:
    """The usual size and distance of lines, and the edges of columns: what tells a paragraph's end."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        self.body = sizes.most_common(1)[0][0] or 1.0
        steps = sorted(
            following.top - line.top
            for line, following in pairwise(lines)
            if line.column == following.column and 0.5 < (following.top - line.top) / self.body < 3
        )
        # Low in the order: where most paragraphs have one line, most steps are those between paragraphs.
        self._step = steps[len(steps) // 4] if steps else 1.2 * self.body
        text = [line for line in lines if abs(line.size - self.body) <= _OTHER_SIZE * self.body]
        widths = sorted(line.right - line.left for line in text)
        self._width = max(1.0, widths[int(0.9 * (len(widths) - 1))]) if widths else 1.0

    def parts(self, last: Line, line: Line, *, same_column: bool) -> bool:
        """Whether a paragraph ends between two lines that are read one after the other."""
        if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size) or _ITEM.match(line.text):
            return True
        begins_lower = line.text[:1].islower()
        divided = last.text.endswith(("-", SOFT_HYPHEN))
        short = self._width - (last.right - last.left)
        if not same_column:
            open_end = not ends_sentence(last.text) and (begins_lower or short < _SHORT * self._width)
            return not (divided or open_end)
        scale = max(1.0, line.size / self.body)
        if line.top - last.top > _WIDER_GAP * self._step * scale:
            return True
        if divided or begins_lower:
            return False
        if ends_sentence(last.text):
            indented = line.left - last.left > _INDENT * line.size
            return indented or short > _SHORT * self._width
        return line.size <= self.body * _LARGER and short > _VERY_SHORT * self._width


def _unit(lines: Sequence[Line], body: float, words: Counter[str]) -> Unit:
    text = lines[0].text
    for line in lines[1:]:
        text = _joined(text, line.text, words)
    text = " ".join(normalise(text.replace(SOFT_HYPHEN, "-")).split(" ")).strip()
    item = _ITEM.match(text)
    if item:
        return Unit("item", text[item.end() :])
    is_heading = lines[0].size >= _LARGER * body and len(text) <= _LONGEST_HEADING
    return Unit("heading", text, level=2) if is_heading else Unit("paragraph", text)


def _joined(before: str, after: str, words: Counter[str]) -> str:
    """Two lines as one. A hyphen at the end goes, unless the word is written with one elsewhere or what
    follows has a capital; what is written together elsewhere is written together."""
    soft = before.endswith(SOFT_HYPHEN)
    before = before[:-1] + "-" if soft else before
    first, second = _WORD_PART.search(before), _NEXT_PART.match(after)
    if first is None or second is None:
        return f"{before} {after}"
    together, hyphened = first[1] + second[1], f"{first[1]}-{second[1]}"
    if words[together] or (second[1][0].islower() and not words[hyphened]):
        return before[:-1] + after
    return before + after


def _with_title(units: list[Unit], groups: Sequence[Sequence[Line]], body: float) -> list[Unit]:
    """The largest of the first lines is the title, if it is larger than the text."""
    first = [(group[0].size, -place) for place, group in enumerate(groups[:6]) if place < len(units)]
    size, place = max(first, default=(0.0, 0))
    if size >= _LARGER * body and units[-place].level:
        units[-place].level = 1
    return units
