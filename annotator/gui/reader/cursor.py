"""Where the reader's hand is: the sentence cursor, the hand selection and the current mark.

Called by the view for every key and click, and by the commands to learn what they act on. A state
machine without Qt: it changes itself and says whether it did; painting, scrolling and news are the
view's. There is always a sentence (unless the text has none), there may be a selection, there may be a
current mark, which stays current until it is done with or left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from annotator.gui.reader.marks_index import MarksIndex, Place
from annotator.gui.reader.sentences import Sentence, Sentences

Stretch = tuple[int, int]
Unit = Literal["character", "word"]


class Boundaries(Protocol):
    """Where characters as people see them (grapheme clusters) and words begin and end in the text."""

    def next(self, offset: int, unit: Unit) -> int:
        """The first boundary behind the offset; the text's end at its end."""

    def previous(self, offset: int, unit: Unit) -> int:
        """The last boundary before the offset; 0 at the text's start."""

    def widen(self, start: int, end: int, unit: Unit) -> Stretch:
        """The stretch made whole: no character, or no word, is cut. May be empty between two words."""


class ReadingCursor:
    """The state of one reader over one article."""

    def __init__(self, sentences: Sentences, marks: MarksIndex, boundaries: Boundaries) -> None:
        self._sentences = sentences
        self._marks = marks
        self._boundaries = boundaries
        self.sentence: Sentence | None = sentences.at(0)
        self.current: str | None = None
        self.caret = self.sentence.start if self.sentence else 0
        """Where a selection by keys begins: the last click, else the start of the sentence."""
        self._anchor: int | None = None

    # The hand selection ----------------------------------------------------------------

    @property
    def selection(self) -> Stretch | None:
        """The hand selection, half-open code points; None when nothing is selected."""
        if self._anchor is None or self._anchor == self.caret:
            return None
        return min(self._anchor, self.caret), max(self._anchor, self.caret)

    def extend(self, unit: Unit, *, forward: bool) -> bool:
        """Move the selection's free end by a character or a word; begins one where there is none."""
        step = self._boundaries.next if forward else self._boundaries.previous
        if self._anchor is None:
            self._anchor = self.caret
        before, self.caret = self.caret, step(self.caret, unit)
        return before != self.caret

    def extend_sentence(self, *, forward: bool) -> bool:
        """Move the selection's free end to where a sentence ends, back before where it began to where one starts."""
        if self._anchor is None:
            self._anchor = self.caret
        before, self.caret = self.caret, self._sentence_edge(self._anchor, forward)
        return before != self.caret

    def _sentence_edge(self, anchor: int, forward: bool) -> int:
        free, here = self.caret, self._sentences.at(self.caret)
        if forward and free < anchor:
            following = self._sentences.after(free)
            return min(following.start, anchor) if following else anchor
        if forward:
            reached = here if here and here.end > free else self._sentences.after(free)
            return reached.end if reached else free
        earlier = self._sentences.before(free)
        if free <= anchor or earlier is None:
            return earlier.start if earlier else free
        # The sentence that the selection ends in is left; the one before it is kept whole.
        kept = self._sentences.before(earlier.start)
        return max(kept.end, anchor) if kept else anchor

    def select(self, anchor: int, free: int, unit: Unit = "character") -> bool:
        """Select from one offset to another, made whole by `unit`; the second one is the free end."""
        before = self._anchor, self.caret
        start, end = self._boundaries.widen(min(anchor, free), max(anchor, free), unit)
        self._anchor, self.caret = (start, end) if anchor <= free else (end, start)
        return before != (self._anchor, self.caret)

    def clear_selection(self) -> bool:
        """Drop the hand selection; the caret goes to where it began."""
        had = self.selection is not None
        if had and self._anchor is not None:
            self.caret = self._anchor
        self._anchor = None
        return had

    def use_selection(self) -> bool:
        """The hand selection became a mark: the sentence cursor goes to where it ends, so that Enter goes on behind."""
        selection = self.selection
        if selection is None:
            return self.clear_selection()
        self.clear_selection()
        moved = self._rest_on(self._sentences.at(selection[1] - 1))
        if moved and self.sentence is not None and not self.sentence.start <= self.caret < self.sentence.end:
            self.caret = self.sentence.start
        return True

    # The sentence cursor ----------------------------------------------------------------

    def point_at(self, offset: int, marks: Sequence[str]) -> None:
        """The cursor to where a menu is asked for, and one of the marks there current; a selection there stays."""
        start, end = self.selection or (0, 0)
        if start <= offset < end:
            return
        self.place(offset)
        if marks and self.current not in marks:
            self.current = marks[0]

    def place(self, offset: int) -> bool:
        """Put the cursor on the sentence at an offset, as a click does; drops the selection."""
        self._anchor = None
        self.caret = offset
        return self._rest_on(self._sentences.at(offset))

    def place_from(self, offset: int) -> bool:
        """Put the cursor on the first sentence that begins at an offset or behind it; on the last where none does."""
        here = self._sentences.at(offset)
        if here is not None and here.start < offset:
            here = self._sentences.after(offset) or here
        return self.place(here.start if here is not None else offset)

    def next_sentence(self) -> bool:
        """Go to the next sentence; the mark stays current, the selection goes."""
        return self._step(self._sentences.after(self.sentence.start) if self.sentence else None)

    def previous_sentence(self) -> bool:
        """Go to the previous sentence; the mark stays current, the selection goes."""
        return self._step(self._sentences.before(self.sentence.start) if self.sentence else None)

    def move_caret(self, unit: Unit, *, forward: bool) -> bool:
        """Move the caret by a character, or to a word's start; the sentence follows, the selection goes."""
        selection, before = self.selection, self.caret
        self._anchor = None
        if selection is not None:
            self.caret = selection[1] if forward else selection[0]
        elif unit == "word" and forward:
            self.caret = self._next_word()
        else:
            step = self._boundaries.next if forward else self._boundaries.previous
            self.caret = step(self.caret, unit)
        self._rest_on(self._sentences.at(self.caret))
        return selection is not None or self.caret != before

    def _next_word(self) -> int:
        """Where the next word begins; the text's end behind the last."""
        end = self._boundaries.next(self.caret, "word")
        start = self._boundaries.previous(end, "word")
        if start > self.caret:
            return start
        following = self._boundaries.next(end, "word")
        return self._boundaries.previous(following, "word") if following > end else end

    def _step(self, sentence: Sentence | None) -> bool:
        if sentence is None:
            return False
        self._anchor = None
        self.caret = sentence.start
        return self._rest_on(sentence)

    def _rest_on(self, sentence: Sentence | None) -> bool:
        before, self.sentence = self.sentence, sentence
        return before != sentence

    # The current mark ----------------------------------------------------------------

    def make_current(self, mark: str | None) -> bool:
        """Make a mark current, or none. The sentence cursor stays where it is."""
        before, self.current = self.current, mark
        return before != mark

    def go_to(self, mark: str) -> bool:
        """Put the sentence cursor on a mark that was chosen beside the text, unless it meets it already.

        Words that are selected by hand stay selected: they may be meant as a part, cue or speaker of it.
        """
        place = self._marks.place(mark)
        if place is None or self.selection is not None or self._sentence_meets(mark):
            return False
        return self.place(place.start)

    def _sentence_meets(self, mark: str) -> bool:
        start, end = (self.sentence.start, self.sentence.end) if self.sentence is not None else (0, 0)
        return any(piece.start < end and start < piece.end for piece in self._marks.own_pieces(mark))

    def done(self) -> bool:
        """Done with this claim (Enter): none is current, on to the next sentence."""
        dropped = self.make_current(None)
        cleared = self.clear_selection()
        return self.next_sentence() or dropped or cleared

    def escape(self) -> Literal["selection", "current"] | None:
        """Leave the selection, else the current mark (Esc). Says what was left, None for nothing."""
        if self.clear_selection():
            return "selection"
        if self.make_current(None):
            return "current"
        return None

    def next_mark(self) -> str | None:
        """Make the next mark in the text current and go there; None behind the last."""
        return self._step_to(self._marks.after(self._where()))

    def previous_mark(self) -> str | None:
        """Make the previous mark in the text current and go there; None before the first."""
        return self._step_to(self._marks.before(self._where()))

    def cycle_overlapping(self) -> str | None:
        """Make the next of the marks that overlap here current, smallest to largest and round."""
        here = self._overlapping()
        if not here:
            return None
        position = here.index(self.current) + 1 if self.current in here else 0
        self.current = here[position % len(here)]
        return self.current

    def _overlapping(self) -> list[str]:
        if self.current is not None and self.current in self._marks:
            found: set[str] = set()
            for piece in self._marks.own_pieces(self.current):
                found.update(self._marks.meeting(piece.start, piece.end))
            return self._marks.by_size(found)
        start, end = self.span_for_claim() or (0, 0)
        return self._marks.meeting(start, end)

    def _where(self) -> Place:
        place = self._marks.place(self.current) if self.current is not None else None
        if place is not None:
            return place
        start, _ = self.span_for_claim() or (0, 0)
        # End 0 sorts before every mark that begins here, so the first step forward takes one of those.
        return Place(start, 0, "")

    def _step_to(self, place: Place | None) -> str | None:
        if place is None:
            return None
        self.place(place.start)
        self.current = place.mark
        return place.mark

    # What commands act on ----------------------------------------------------------------

    def span_for_claim(self) -> Stretch | None:
        """The hand selection, else the sentence; None in a text without sentences."""
        if self.selection is not None:
            return self.selection
        return None if self.sentence is None else (self.sentence.start, self.sentence.end)

    def word_at_cursor(self) -> Stretch | None:
        """The word at the caret, else the next one; None when none follows."""
        start, end = self._boundaries.widen(self.caret, self.caret + 1, "word")
        if start < end:
            return start, end
        end = self._boundaries.next(self.caret, "word")
        start, end = self._boundaries.widen(end - 1, end, "word")
        return (start, end) if start < end else None
