"""The current mark of the text: which it is, also while it is being written, and where it lies.

The base of the tagger, which adds what is said of a mark. Where the mark lies is changed here: its ends are moved,
words are taken out, and it is deleted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from annotator.gui import verbs
from annotator.gui.annotate.moved_ends import Edge, Span, moved_spans, spans_without
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.commands import with_keys
from annotator.gui.jobs import Jobs
from annotator.gui.reader.view import ReaderView
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord, MarkRecord


class CurrentMark(QObject):
    """What is current in the text. `hint` carries a sentence when a key found nothing to act on."""

    hint = Signal(str)

    def __init__(self, jobs: Jobs, reader: ReaderView, opened: OpenArticle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._open = opened
        # Made by a key, not yet told of by the news: current all the same.
        self._fresh: str | None = None

    # What is current ----------------------------------------------------------------------------

    @property
    def article_id(self) -> str:
        """The id of the open article. Commands that need one are disabled without."""
        assert self._open.record is not None
        return self._open.record.id

    def current(self) -> str | None:
        """The id of the current mark, also of one that is just being written."""
        return self._fresh or self._reader.cursor_state.current

    def current_mark(self) -> MarkRecord | None:
        """The record of the current mark; None while it is being written."""
        return self._open.marks.get(self.current() or "")

    def current_claim(self) -> str | None:
        """The current mark's id if it is a claim."""
        mark = self.current_mark()
        return self.current() if mark is None or isinstance(mark, ClaimRecord) else None

    def settle(self) -> None:
        """The news brought the mark that a key has just made: make it current in the text."""
        if self._fresh is not None and self._fresh in self._open.marks:
            mark, self._fresh = self._fresh, None
            self._reader.set_current(mark)

    def forget_fresh(self) -> None:
        """The user went elsewhere before the news came, or the write was refused."""
        self._fresh = None

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))

    def _write_on(self, mark_id: str, change: Callable[[MarkRecord], str | None]) -> None:
        """Write what follows from the mark as it will be then: a key held down speaks of its last effect.

        change: runs on the writer's thread, and returns a sentence where there is nothing to do.
        """
        store = self._jobs.store

        def look_and_change() -> str | None:
            with store.read() as session:
                found = marks_by_id(session, {mark_id})
            return change(found[0]) if found else None

        self._jobs.write(look_and_change, lambda sentence: self.hint.emit(sentence) if sentence else None)

    # Where it lies ------------------------------------------------------------------------------

    def move(self, edge: Edge, unit: Literal["word", "character"], *, right: bool) -> None:
        """Move the start or the end of the current mark by a word or a character, to that side of the screen."""
        current, record, store = self.current(), self._open.record, self._jobs.store
        if current is None or record is None:
            return
        mark = self.current_mark()
        place = mark.parts[0].start if mark is not None else self._reader.cursor_state.caret
        forward = right != self._reader.page.runs_right_to_left(place)

        def shift(mark: MarkRecord) -> str | None:
            spans = moved_spans(record.text, mark, edge, unit, forward)
            if spans is None:
                return self.tr("The boundary cannot move further there.")
            verbs.tagging.set_spans(store, mark.id, spans, origin=self)
            return None

        self._write_on(current, shift)

    def take_out(self) -> None:
        """The hand selection belongs to the current mark no longer; what is left of it stays, also in more parts."""
        current, cut, record = self.current(), self._reader.cursor_state.selection, self._open.record
        if current is None or cut is None or record is None:
            self.hint.emit(with_keys(self.tr("Select the words that the mark is to lose, then press {take_out}.")))
            return
        store = self._jobs.store

        def shorten(mark: MarkRecord) -> str | None:
            spans = [(part.start, part.end) for part in mark.parts]
            left = spans_without(record.text, spans, cut)
            if left == sorted(spans):
                return self.tr("None of these words belong to the mark.")
            if not left:
                return with_keys(self.tr("Nothing would be left of the mark; {delete} deletes it."))
            verbs.tagging.set_spans(store, mark.id, left, origin=self)
            return None

        self._write_on(current, shorten)
        self._reader.clear_selection()

    def drag(self, mark: str, spans: list[Span]) -> None:
        """The mouse has dragged an end of this mark: it has these spans now."""
        self._write(verbs.tagging.set_spans, mark, spans)

    def delete(self) -> None:
        """Delete the current mark."""
        mark = self.current()
        if mark is not None:
            self.forget_fresh()
            self._write(verbs.tagging.delete_marks, [mark])
