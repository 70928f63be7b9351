"""One paragraph as lines on the screen: made when it comes into view, dropped when it is long gone.

Called by the column (heights), the decoration (where a stretch lies) and the mouse (what lies there).
Offsets that come in and go out are code points of the article's text; UTF-16 stays in here. Pixels are
counted from the paragraph's own top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from annotator.gui.reader.paragraphs import Paragraph
from annotator.gui.reader.positions import Positions
from annotator.gui.reader.typography import Style
from annotator.text.direction import has_right_to_left, is_right_to_left


class Strip(NamedTuple):
    """A stretch of text on one line: the line's number, from x to x. Mixed directions give several."""

    line: int
    left: float
    right: float


@dataclass(slots=True)
class Line:
    """A line's place: the box it owns, the letters in it, and its stretch in UTF-16 units.

    letters_end: where the blanks begin that hang over the end of the line.
    """

    top: float
    bottom: float
    letters_top: float
    letters_bottom: float
    baseline: float
    start: int
    end: int
    letters_end: int


class LaidParagraph:
    """The lines of one paragraph at one width."""

    def __init__(self, text: str, paragraph: Paragraph, style: Style, width: float) -> None:
        self.paragraph = paragraph
        self.style = style
        self.text = text
        self.positions = Positions(text)
        self.right_to_left = is_right_to_left(text)
        self._mixed = self.right_to_left or has_right_to_left(text)
        self.left = 0.0 if self.right_to_left else style.indent
        self.width = max(width - style.indent, 1.0)
        self.layout = QTextLayout(text, style.font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(self._option())
        self._lines: list[QTextLine] = []
        self._break()
        self._letters_ends = [self._letters_end(line) for line in self._lines]
        self.lines: list[Line] = []
        self.height = 0.0
        self._room: tuple[float, ...] | None = None
        self.place(())

    def _option(self) -> QTextOption:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        if self.right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
            option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return option

    def _break(self) -> None:
        self.layout.beginLayout()
        line = self.layout.createLine()
        while line.isValid():
            line.setLineWidth(self.width)
            self._lines.append(line)
            line = self.layout.createLine()
        self.layout.endLayout()

    def _letters_end(self, line: QTextLine) -> int:
        start, end = line.textStart(), line.textStart() + line.textLength()
        if end == len(self.text) and self.text.isascii():
            return end
        letters = self.text[self.positions.to_code_points(start) : self.positions.to_code_points(end)]
        return end - (len(letters) - len(letters.rstrip()))

    def place(self, room: tuple[float, ...]) -> bool:
        """Set the lines below each other, with `room` pixels more under a line. Says if anything moved."""
        if room == self._room:
            return False
        self._room = room
        self.lines = []
        top = self.style.before
        # One line may hold higher letters, of another script or emoji: all of a paragraph stand as far apart.
        above = max((line.ascent() for line in self._lines), default=0.0)
        tallest = above + max((line.height() - line.ascent() for line in self._lines), default=0.0)
        pitch = max(self.style.pitch, tallest + 2)
        for number, line in enumerate(self._lines):
            natural = line.height()
            letters_top = round(top) + int((pitch - tallest) / 2 + above - line.ascent())
            line.setPosition(QPointF(self.left, letters_top))
            bottom = top + pitch + (room[number] if number < len(room) else 0.0)
            start = line.textStart()
            self.lines.append(
                Line(
                    top,
                    bottom,
                    letters_top,
                    letters_top + natural,
                    letters_top + line.ascent(),
                    start,
                    start + line.textLength(),
                    self._letters_ends[number],
                )
            )
            top = bottom
        self.height = top + (0.0 if self.paragraph.continues else self.style.after)
        return True

    # Where a stretch lies ----------------------------------------------------------------

    def units(self, offset: int) -> int:
        """The paragraph's UTF-16 unit for an offset of the article; outside the paragraph its nearest end."""
        paragraph = self.paragraph
        return self.positions.to_units(min(max(offset, paragraph.start), paragraph.end) - paragraph.start)

    def offset(self, unit: int) -> int:
        """The article's offset for a UTF-16 unit of the paragraph."""
        return self.paragraph.start + self.positions.to_code_points(unit)

    def strips(self, start: int, end: int) -> list[Strip]:
        """What a stretch of the text covers on the screen; a cluster that it cuts is covered whole."""
        first, last = self.units(start), self.units(end)
        if first >= last:
            return []
        if not self.text.isascii():
            if not self.layout.isValidCursorPosition(first):
                first = self.layout.previousCursorPosition(first)
            if not self.layout.isValidCursorPosition(last):
                last = self.layout.nextCursorPosition(last)
        found: list[Strip] = []
        for number, line in enumerate(self.lines):
            if line.start < last and first < line.letters_end:
                found.extend(self._strips_on(number, max(first, line.start), min(last, line.letters_end)))
        return found

    def _strips_on(self, number: int, first: int, last: int) -> list[Strip]:
        line = self._lines[number]
        if not self._mixed:
            left, right = _x(line, first), _x(line, last)
            return [Strip(number, left, right)] if left < right else []
        found: list[tuple[float, float]] = []
        # Runs of glyphs know their direction; cursor positions do not, where two directions meet.
        for run in line.glyphRuns(first, last - first):
            box = run.boundingRect()
            found.append((box.x(), box.x() + box.width()))
        found.sort()
        merged: list[tuple[float, float]] = []
        for left, right in found:
            if merged and left <= merged[-1][1] + 0.75:
                merged[-1] = (merged[-1][0], max(merged[-1][1], right))
            else:
                merged.append((left, right))
        return [Strip(number, left, right) for left, right in merged if right > left]

    # What lies at a place ----------------------------------------------------------------

    def line_at(self, y: float) -> int:
        """The number of the line at a height; above the first the first, below the last the last."""
        for number, line in enumerate(self.lines):
            if y < line.bottom:
                return number
        return len(self.lines) - 1

    def line_of(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        unit = self.units(offset)
        for number, line in enumerate(self.lines):
            if unit < line.end:
                return number
        return len(self.lines) - 1

    def character_at(self, x: float, y: float) -> int:
        """The offset of the character under a point, else of the nearest on its line."""
        line = self._lines[self.line_at(y)]
        return self.offset(line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))

    def between_at(self, x: float, y: float) -> int:
        """The offset between two characters that is nearest to a point."""
        line = self._lines[self.line_at(y)]
        return self.offset(line.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters))

    def is_on_text(self, x: float, y: float) -> bool:
        """Whether a point lies on letters, not beside or between them."""
        number = self.line_at(y)
        if not self.lines[number].top <= y < self.lines[number].bottom:
            return False
        rectangle = self._lines[number].naturalTextRect()
        return bool(rectangle.left() <= x < rectangle.right())


def _x(line: QTextLine, unit: int) -> float:
    # Declared as an object: it is the place and the unit that was found there.
    placed = cast("tuple[float, int]", line.cursorToX(unit))
    return placed[0]
