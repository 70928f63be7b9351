"""What stands where on a page of a PDF, and in which order a person reads it.

Called in the process that opens PDF files. Characters become fragments (stretches of a line without a wide
gap), fragments lines, column by column where the page has columns. Lengths are points; `top` and `bottom`
grow downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

SOFT_HYPHEN = "\ufffe"
"""Stands for a hyphen at the end of a line that PDFium takes for one of word division."""

_WIDE_GAP = 1.3  # of the size: blanks in justified lines are narrower, gutters wider
_BLANK_GAP = 0.18
_SAME_LINE = 0.5
_STEPS = 120
_CROSSING = 0.12
_SIDE = 0.2
_NARROWEST = 0.22
_FEWEST = 3
_MOST_FRAGMENTS = 20_000
_DEEPEST = 3
_LINE_ENDS = frozenset({0x0A, 0x0D})
_HYPHENS = frozenset({0x02, 0xFFFE})
_NO_CHARACTER = frozenset({0, 0xFFFF})


class Line(NamedTuple):
    """A line, or a fragment of one. `size`: its height. `column`: numbers the columns of a page in the order
    of reading; a line across all columns is a column of its own."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    column: int = 0


def fragments_of(page: PdfPage) -> list[Line]:
    """The fragments of a page, in the order of the file."""
    from pypdfium2 import raw

    text = page.get_textpage()
    box = raw.FS_RECTF()
    found: list[Line] = []
    pen = _Pen(found)
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _LINE_ENDS:
            pen.end()
        elif code in (0x20, 0x09, 0xA0):
            pen.blank = True
        elif code not in _NO_CHARACTER and raw.FPDFText_GetLooseCharBox(text, index, box):
            character = SOFT_HYPHEN if code in _HYPHENS else chr(code)
            pen.write(character, box.left, box.right, -box.top, -box.bottom)
    pen.end()
    text.close()
    return found


class _Pen:
    """Puts characters together until a gap, a new line or a step back."""

    def __init__(self, found: list[Line]) -> None:
        self.blank = False
        self._found = found
        self._pieces: list[str] = []
        self._box = (0.0, 0.0, 0.0, 0.0)

    def write(self, character: str, left: float, right: float, top: float, bottom: float) -> None:
        """A visible character in its place."""
        if self._pieces:
            first, last, above, below = self._box
            size = max(bottom - top, below - above, 0.1)
            moved = abs((top + bottom) - (above + below)) / 2 > _SAME_LINE * size
            gap = left - last
            if moved or gap > _WIDE_GAP * size or gap < -size:
                self.end()
            else:
                if self.blank or gap > _BLANK_GAP * size:
                    self._pieces.append(" ")
                left, right = min(first, left), max(last, right)
                top, bottom = min(above, top), max(below, bottom)
        self._pieces.append(character)
        self._box = (left, right, top, bottom)
        self.blank = False

    def end(self) -> None:
        """The fragment is complete."""
        if self._pieces:
            left, right, top, bottom = self._box
            self._found.append(Line("".join(self._pieces), left, right, top, bottom, bottom - top))
        self._pieces = []
        self.blank = False


def in_reading_order(fragments: Sequence[Line]) -> list[Line]:
    """The lines of a page: columns one after the other, each from top to bottom."""
    ordered: list[Line] = []
    if len(fragments) <= _MOST_FRAGMENTS:
        _order(list(fragments), ordered, 0)
    else:
        ordered.extend(_rows(fragments))
    return ordered


def _order(fragments: list[Line], ordered: list[Line], depth: int) -> None:
    gutter = _gutter(fragments) if depth < _DEEPEST else None
    if gutter is None:
        column = ordered[-1].column + 1 if ordered else 0
        ordered.extend(line._replace(column=column) for line in _rows(fragments))
        return
    band: list[Line] = []
    for row in _clustered(fragments):
        across = [fragment for fragment in row if fragment.left < gutter < fragment.right]
        if across:
            _order_band(band, gutter, ordered, depth)
            column = ordered[-1].column + 1 if ordered else 0
            ordered.extend(line._replace(column=column) for line in _rows(row))
            band = []
        else:
            band += row
    _order_band(band, gutter, ordered, depth)


def _order_band(band: list[Line], gutter: float, ordered: list[Line], depth: int) -> None:
    for side in (
        [fragment for fragment in band if fragment.right <= gutter],
        [fragment for fragment in band if fragment.right > gutter],
    ):
        if side:
            _order(side, ordered, depth + 1)


def _gutter(fragments: Sequence[Line]) -> float | None:
    """Where a white strip parts two columns that stand side by side; None where there is none.

    Hardly any fragment crosses it, there is a fair share of the text on both sides, and the sides are broad
    enough to be columns of text rather than of a table.
    """
    if len(fragments) < 2 * _FEWEST:
        return None
    first = min(fragment.left for fragment in fragments)
    width = max(fragment.right for fragment in fragments) - first
    best: list[float] = []
    fewest = _CROSSING * len(fragments) + 1
    for step in range(int(_STEPS * _SIDE), int(_STEPS * (1 - _SIDE)) + 1):
        place = first + width * step / _STEPS
        crossing = sum(fragment.left < place < fragment.right for fragment in fragments)
        if crossing < fewest and _is_parted(fragments, place, width):
            best, fewest = [place], crossing
        elif best and crossing == fewest and _is_parted(fragments, place, width):
            best.append(place)
    return best[len(best) // 2] if best else None


def _is_parted(fragments: Sequence[Line], place: float, width: float) -> bool:
    left = [fragment for fragment in fragments if fragment.right <= place]
    right = [fragment for fragment in fragments if fragment.left >= place]
    if min(len(left), len(right)) < _FEWEST:
        return False
    for side in (left, right):
        broad = sorted(fragment.right - fragment.left for fragment in side)[len(side) // 2]
        if broad < _NARROWEST * width * (1 if width else 0):
            return False
    top = max(min(fragment.top for fragment in side) for side in (left, right))
    bottom = min(max(fragment.bottom for fragment in side) for side in (left, right))
    return bottom - top > 2 * left[0].size


def _clustered(fragments: Sequence[Line]) -> list[list[Line]]:
    """Fragments by row, from top to bottom, each row from left to right."""
    rows: list[list[Line]] = []
    for fragment in sorted(fragments, key=lambda each: (each.top + each.bottom, each.left)):
        last = rows[-1][0] if rows else None
        middle = (fragment.top + fragment.bottom) / 2
        if last and abs(middle - (last.top + last.bottom) / 2) < _SAME_LINE * min(fragment.size, last.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _rows(fragments: Sequence[Line]) -> list[Line]:
    return [
        Line(
            " ".join(fragment.text for fragment in row),
            row[0].left,
            max(fragment.right for fragment in row),
            min(fragment.top for fragment in row),
            max(fragment.bottom for fragment in row),
            max(fragment.size for fragment in row),
        )
        for row in _clustered(fragments)
    ]
