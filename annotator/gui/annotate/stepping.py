"""From sentence to sentence and from mark to mark, and what is said where there is no further one.

Made by the Annotate screen, one method a command: a key that goes nowhere says so.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.gui.commands import with_keys
from annotator.gui.reader.view import ReaderView


class Stepping(QObject):
    """Commands that move the cursor. `hint` carries a sentence at the end of the way."""

    hint = Signal(str)

    def __init__(self, reader: ReaderView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader

    def next_sentence(self) -> None:
        """Sentence cursor down; the mark stays current."""
        if not self._reader.next_sentence():
            self.hint.emit(with_keys(self.tr("This is the last sentence; {finish} finishes the article.")))

    def previous_sentence(self) -> None:
        """Sentence cursor up; the mark stays current."""
        if not self._reader.previous_sentence():
            self.hint.emit(self.tr("This is the first sentence."))

    def next_mark(self) -> None:
        """Make the next mark current and go there."""
        if not self._reader.next_mark():
            self.hint.emit(self._none_further(self.tr("This is the last mark of the article.")))

    def previous_mark(self) -> None:
        """Make the previous mark current and go there."""
        if not self._reader.previous_mark():
            self.hint.emit(self._none_further(self.tr("This is the first mark of the article.")))

    def _none_further(self, said: str) -> str:
        if len(self._reader.page.marks):
            return said
        return with_keys(self.tr("No mark is shown in this article; {claim} makes a claim of the sentence."))

    def overlapping(self) -> None:
        """Make the next of the marks that overlap here current."""
        before = self._reader.cursor_state.current
        if not self._reader.cycle_marks():
            self.hint.emit(self.tr("No mark lies here."))
        elif before is not None and self._reader.cursor_state.current == before:
            self.hint.emit(self.tr("No other mark overlaps this one."))
