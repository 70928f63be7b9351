"""What commands do to the cursor of a page: to the next sentence, a word more, to the next mark.

The base of the reader, which shows and announces what changed. Each method says to the cursor what is
wanted and then that it may have moved; nothing here paints or asks.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF

from annotator.gui.reader.cursor import ReadingCursor, Unit
from annotator.gui.reader.page_view import PageView


class CursorView(PageView):
    """A page with a sentence cursor, a hand selection and a current mark."""

    cursor_state: ReadingCursor

    def cursor_moved(self) -> None:
        """Show and announce what changed in the cursor; the reader's business."""
        raise NotImplementedError

    def caret_moved(self) -> None:
        """The same for a caret that moved within its sentence."""
        raise NotImplementedError

    def next_sentence(self) -> bool:
        """Sentence cursor down; the mark stays current. False at the last one."""
        moved = self.cursor_state.next_sentence()
        self.cursor_moved()
        return moved

    def previous_sentence(self) -> bool:
        """Sentence cursor up; the mark stays current. False at the first one."""
        moved = self.cursor_state.previous_sentence()
        self.cursor_moved()
        return moved

    def extend_selection(self, unit: Unit, *, forward: bool) -> None:
        """Make or change the hand selection by a character or a word."""
        self.cursor_state.extend(unit, forward=forward)
        self.cursor_moved()

    def extend_sentence(self, *, forward: bool) -> None:
        """Make or change the hand selection by a sentence."""
        self.cursor_state.extend_sentence(forward=forward)
        self.cursor_moved()

    def extend_toward(self, unit: Unit, *, right: bool) -> None:
        """Make or change the hand selection towards a side of the screen, also where the text runs left."""
        self.extend_selection(unit, forward=right != self.page.runs_right_to_left(self.cursor_state.caret))

    def move_caret(self, unit: Unit, *, right: bool) -> None:
        """Move the caret towards a side of the screen: from there words are selected, or named by S."""
        forward = right != self.page.runs_right_to_left(self.cursor_state.caret)
        if self.cursor_state.move_caret(unit, forward=forward):
            self.caret_moved()

    def select(self, start: int, end: int) -> None:
        """Select a stretch, widened to whole characters."""
        self.cursor_state.select(start, end)
        self.cursor_moved()

    def clear_selection(self) -> None:
        """Drop the hand selection."""
        self.cursor_state.clear_selection()
        self.cursor_moved()

    def use_selection(self) -> None:
        """Drop the hand selection, which became a mark; the sentence cursor goes to where it ended."""
        self.cursor_state.use_selection()
        self.cursor_moved()

    def show_stretch(self, start: int, end: int) -> None:
        """Scroll as little as needed to see a stretch; the cursor stays."""
        self._bring_into_view(start, end)

    def place_cursor(self, offset: int) -> None:
        """Put the sentence cursor where an offset is."""
        self.cursor_state.place(offset)
        self.cursor_moved()

    def go_pages(self, pages: int) -> None:
        """Scroll by windows and take the sentence cursor along: keys act on what is seen."""
        before = self._position.value
        self.scroll_pages(pages)
        if self._position.value == before:
            self.go_to_end(end=pages > 0)
            return
        # Clear of the upper edge, so that nothing is scrolled back for it.
        line = self.to_page(QPointF(0.0, 2.0 * self._style["paragraph"].pitch))
        self.cursor_state.place_from(self.page.character_at(self.page.left, line.y()))
        self.cursor_moved()

    def go_to_end(self, *, end: bool) -> None:
        """The sentence cursor to the first sentence of the article, or to the last."""
        self.scroll_to_end(end=end)
        self.place_cursor(len(self.text()) if end else 0)

    def finish_claim(self) -> None:
        """Done with the current claim, on to the next sentence."""
        self.cursor_state.done()
        self.cursor_moved()

    def escape(self) -> bool:
        """Leave the selection, else the current mark. False when there was nothing to leave."""
        left = self.cursor_state.escape()
        self.cursor_moved()
        return left is not None

    def next_mark(self) -> bool:
        """Make the next mark current and go there. False behind the last one."""
        found = self.cursor_state.next_mark()
        self.cursor_moved()
        return found is not None

    def previous_mark(self) -> bool:
        """Make the previous mark current and go there. False before the first one."""
        found = self.cursor_state.previous_mark()
        self.cursor_moved()
        return found is not None

    def cycle_marks(self) -> bool:
        """Make the next of the overlapping marks current. False where no mark lies."""
        found = self.cursor_state.cycle_overlapping()
        self.cursor_moved()
        return found is not None
