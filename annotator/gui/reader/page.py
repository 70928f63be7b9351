"""One article on the page: its paragraphs, its marks, and what lies where, in pixels of the page.

Called by the view and the mouse. Brings together column, index and decorations, and keeps them in step
when marks change: only the paragraphs that a change touches are decorated again. Scrolls and paints
nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from annotator.gui.reader.column import Column
from annotator.gui.reader.decoration import Decoration, decorate
from annotator.gui.reader.header import Header
from annotator.gui.reader.laid_paragraph import LaidParagraph
from annotator.gui.reader.long_lanes import LongLanes
from annotator.gui.reader.margin import NEAREST, STRIPE, stripe_box
from annotator.gui.reader.marks_index import MarksIndex, Span
from annotator.gui.reader.paragraphs import paragraphs_of
from annotator.gui.reader.typography import PageStyle
from annotator.records import ArticleRecord, Link, MarkRecord

TOP = 34.0
BOTTOM = 96.0
BARE_MARGIN = 44.0
"""Left of the text when there is room for stripes alone."""
RIGHT_MARGIN = 24.0
NARROW = 360.0
"""The text is at least this wide before the names of the topics get their room."""

_REACH = 6.0
"""Pixels beside a stripe in which it can be pressed: it is thin."""
_NAMES = 130.0
"""Pixels beside the stripes in which names stand."""
_MOST_DECORATED = 400
"""Decorations kept before those of paragraphs out of sight are thrown away."""


class Page:
    """An article laid out for one width."""

    def __init__(
        self, article: ArticleRecord, marks: Iterable[MarkRecord], style: PageStyle, width: float = 800.0
    ) -> None:
        self.article = article
        self.paragraphs = paragraphs_of(article.text, article.blocks)
        self._has_title = self.paragraphs[0].kind == "title"
        self.header = Header(article, has_title=self._has_title)
        self.width = 0.0
        self.left = 0.0
        self.labelled = True
        self._style = style
        self._decorations: dict[int, Decoration] = {}
        self._place(width)
        self.column = Column(article.text, self.paragraphs, style, self.column_width)
        self._measure_header()
        self._links: dict[int, list[Link]] = {}
        for link in article.links:
            numbers = range(self.column.number_of(link.start), self.column.number_of(link.end - 1) + 1)
            for number in numbers:
                self._links.setdefault(number, []).append(link)
        self.set_marks(marks)

    # Geometry ----------------------------------------------------------------

    def _place(self, width: float) -> None:
        self.width = width
        with_names = BARE_MARGIN + self._style.names_width
        self.labelled = width >= with_names + NARROW + RIGHT_MARGIN
        margin = with_names if self.labelled else BARE_MARGIN
        self.column_width = max(min(self._style.column_width, width - margin - RIGHT_MARGIN), 80.0)
        self.left = round(max((width - self.column_width) / 2, margin))

    def _measure_header(self) -> None:
        title = self._style["title"].font
        self.header.measure(title, self._style.small, self.column_width)
        if self._has_title:
            self.column.set_extra(0, self.header.details_height)

    def resize(self, width: float, style: PageStyle) -> None:
        """Lay out for another width or in other fonts."""
        if width == self.width and style is self._style:
            return
        before, self._style = (self.column_width, self._style), style
        self._place(width)
        if before != (self.column_width, style):
            self._decorations.clear()
            self.column.set_style(style, self.column_width)
            self._measure_header()

    @property
    def first_top(self) -> float:
        """Where the first paragraph begins."""
        return TOP if self._has_title else TOP + self.header.title_height + self.header.details_height

    def total(self) -> float:
        """The height of the page, margins included."""
        return self.first_top + self.column.total() + BOTTOM

    def top(self, number: int) -> float:
        """Where a paragraph begins on the page."""
        return self.first_top + self.column.top(number)

    def number_at(self, y: float) -> int:
        """The paragraph at a height of the page."""
        return self.column.number_at(y - self.first_top)

    # Marks ----------------------------------------------------------------

    def set_marks(self, marks: Iterable[MarkRecord]) -> None:
        """Show these marks and no others."""
        self.marks = MarksIndex(marks)
        self._long_lanes = LongLanes(self.marks.records())
        self._decorations.clear()

    def update_marks(self, changed: Iterable[MarkRecord], removed: Iterable[str]) -> set[int]:
        """Take in new, changed and deleted marks. Returns the laid paragraphs that look different now."""
        touched: list[Span] = []
        for mark in removed:
            touched.extend(self.marks.drop(mark))
            self._long_lanes.drop(mark)
        for record in changed:
            touched.extend(self.marks.put(record))
            self._long_lanes.put(record)
        stale: set[int] = set()
        for span in touched:
            first, last = self.column.number_of(span.start), self.column.number_of(span.end - 1)
            if last - first < len(self._decorations):
                stale.update(range(first, last + 1))
            else:
                stale.update(number for number in self._decorations if first <= number <= last)
        for number in stale:
            self._decorations.pop(number, None)
        return stale

    def laid(self, number: int) -> tuple[LaidParagraph, Decoration]:
        """A paragraph with its decoration; worked out now where it is not yet."""
        fresh = not self.column.is_laid(number)
        laid = self.column.laid(number)
        found = self._decorations.get(number)
        if found is None or fresh:
            found = decorate(laid, self.marks, self._links.get(number, ()), self._long_lanes)
            self.column.measure(number)
            if len(self._decorations) > _MOST_DECORATED:
                self._decorations = {n: d for n, d in self._decorations.items() if self.column.is_laid(n)}
            self._decorations[number] = found
        return laid, found

    # What lies where ----------------------------------------------------------------

    def character_at(self, x: float, y: float) -> int:
        """The offset of the character at, or nearest to, a point of the page."""
        number = self.number_at(y)
        return self.laid(number)[0].character_at(x - self.left, y - self.top(number))

    def between_at(self, x: float, y: float) -> int:
        """The offset between two characters nearest to a point of the page."""
        number = self.number_at(y)
        return self.laid(number)[0].between_at(x - self.left, y - self.top(number))

    def is_on_text(self, x: float, y: float) -> bool:
        """Whether a point of the page lies on letters."""
        if not self.first_top <= y < self.first_top + self.column.total():
            return False
        number = self.number_at(y)
        return self.laid(number)[0].is_on_text(x - self.left, y - self.top(number))

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """What a stretch of the text covers on the page, paragraph by paragraph."""
        found: list[QRectF] = []
        for number in range(self.column.number_of(start), self.column.number_of(max(start, end - 1)) + 1):
            laid = self.laid(number)[0]
            top = self.top(number)
            for strip in laid.strips(start, end):
                line = laid.lines[strip.line]
                found.append(
                    QRectF(
                        self.left + strip.left,
                        top + line.letters_top,
                        strip.right - strip.left,
                        line.letters_bottom - line.letters_top,
                    )
                )
        return found

    def line_of(self, offset: int) -> tuple[float, float]:
        """Top and bottom, on the page, of the line that holds an offset."""
        number = self.column.number_of(offset)
        laid = self.laid(number)[0]
        line = laid.lines[laid.line_of(offset)]
        top = self.top(number)
        return top + line.top, top + line.bottom

    def link_at(self, offset: int) -> str | None:
        """The address that the text at an offset links to."""
        for link in self._links.get(self.column.number_of(offset), ()):
            if link.start <= offset < link.end:
                return link.url
        return None

    def stripes_at(self, x: float, y: float) -> list[str]:
        """The marks of the stripe nearest to a point of the margin, of all beside their names; smallest first."""
        number = self.number_at(y)
        laid, decoration = self.laid(number)
        place = QPointF(x - self.left, y - self.top(number))
        boxes = [(stripe_box(laid, stripe), stripe.marks) for stripe in decoration.stripes]
        beside = [(box, marks) for box, marks in boxes if box.top() <= place.y() <= box.bottom()]
        outermost = min((box.left() for box, _ in boxes), default=0.0)
        if not beside or not outermost - _NAMES < place.x() < -NEAREST + STRIPE + _REACH:
            return []
        if place.x() < outermost - _REACH:
            return self.marks.by_size({mark for _, marks in beside for mark in marks}) if self.labelled else []
        return self.marks.by_size(min(beside, key=lambda each: abs(each[0].center().x() - place.x()))[1])

    def runs_right_to_left(self, offset: int) -> bool:
        """Whether the paragraph at an offset is read from right to left."""
        return self.laid(self.column.number_of(offset))[0].right_to_left
