"""Which part of the page is in view, held by the text and not by the pixel.

Called by the view. The place is a paragraph and the pixels of it above the window's edge; heights that
turn out different from their estimates therefore move the scroll bar, never the text under the eyes.
"""

from __future__ import annotations

from annotator.gui.reader.page import Page


class ScrollPosition:
    """The top edge of the window on one page."""

    def __init__(self, page: Page, height: float) -> None:
        self._page = page
        self.height = height
        self._number = 0
        # The margin above the first paragraph counts as the paragraph's own, before its top.
        self._within = -page.first_top

    @property
    def value(self) -> float:
        """The pixels of the page above the window, estimates included."""
        return self._page.top(self._number) + self._within

    @property
    def limit(self) -> float:
        """The largest value there is."""
        return max(self._page.total() - self.height, 0.0)

    def move(self, pixels: float) -> None:
        """Scroll by so many pixels as they are on the screen: what comes into view is laid out first."""
        page, number, within = self._page, self._number, self._within + pixels
        while within < 0 and number > 0:
            number -= 1
            page.laid(number)
            within += page.column.height(number)
        while within >= page.column.height(number) and number < len(page.paragraphs) - 1:
            within -= page.column.height(number)
            number += 1
            page.laid(number)
        self._number, self._within = number, within
        self.settle()

    def jump(self, value: float) -> None:
        """Go to a height of the page; across unseen paragraphs that is where it is thought to be."""
        number = self._page.number_at(value)
        within = value - self._page.top(number)
        estimated = self._page.column.height(number)
        self._page.laid(number)
        if within > 0:
            within *= self._page.column.height(number) / max(estimated, 1.0)
        self._number, self._within = number, within
        self.settle()

    def go_to_end(self) -> None:
        """Show the last line; what stands above it is laid out from there upwards."""
        self._number = len(self._page.paragraphs) - 1
        self._page.laid(self._number)
        self._within = self._page.column.height(self._number)
        self.settle()

    def show_at(self, offset: int, distance: float) -> None:
        """Put the line of an offset `distance` pixels below the top edge."""
        page = self._page
        self._number = page.column.number_of(offset)
        page.laid(self._number)
        self._within = page.line_of(offset)[0] - page.top(self._number)
        self.move(-distance)

    def settle(self) -> None:
        """Lay out what is in view, and stay within the page when its height turned out smaller."""
        for _ in range(4):
            self.visible()
            over = self.value - self.limit
            if over > 0.5:
                self._within -= over
            elif self.value < 0:
                self._within -= self.value
            else:
                return
            self._normalise()

    def _normalise(self) -> None:
        number = self._number
        while self._within < 0 and number > 0:
            number -= 1
            self._page.laid(number)
            self._within += self._page.column.height(number)
        self._number = number

    def visible(self) -> list[tuple[int, float]]:
        """The paragraphs in view and where each begins below the window's top edge; all laid out."""
        page, found = self._page, []
        number, top = self._number, -self._within
        # A paragraph's height may be corrected when it is laid out; those below follow, those above stay.
        while top < self.height and number < len(page.paragraphs):
            page.laid(number)
            found.append((number, top))
            top += page.column.height(number)
            number += 1
        return found

    def first_offset(self) -> int:
        """The offset at which the first line in view begins."""
        page = self._page
        laid = page.laid(self._number)[0]
        line = laid.lines[laid.line_at(self._within + 1)]
        return laid.offset(line.start)
