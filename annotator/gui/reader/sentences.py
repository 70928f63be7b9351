"""The sentences of an article, found paragraph by paragraph as the cursor comes by.

Called by the cursor. What a sentence is, the callback says; nothing here looks into the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from annotator.gui.reader.paragraphs import Paragraph

SentencesOf = Callable[[int, int], Iterable[tuple[int, int]]]
"""Start and end of a paragraph -> its sentences, half-open code points of the article's text."""


class Sentence(NamedTuple):
    """A sentence, half-open code points of the article's text."""

    start: int
    end: int


class Sentences:
    """Steps from sentence to sentence without ever asking for those of the whole text."""

    def __init__(self, paragraphs: Sequence[Paragraph], sentences_of: SentencesOf) -> None:
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._sentences_of = sentences_of
        self._found: dict[int, list[Sentence]] = {}

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, else the last before it in its paragraph, else the next one."""
        number = max(bisect_right(self._starts, offset) - 1, 0)
        for sentence in reversed(self._of(number)):
            if sentence.start <= offset:
                return sentence
        return self.after(offset - 1) or self.before(offset)

    def after(self, offset: int) -> Sentence | None:
        """The first sentence that begins behind the offset."""
        for number in range(max(bisect_right(self._starts, offset) - 1, 0), len(self._paragraphs)):
            for sentence in self._of(number):
                if sentence.start > offset:
                    return sentence
        return None

    def before(self, offset: int) -> Sentence | None:
        """The last sentence that begins before the offset."""
        for number in range(bisect_right(self._starts, offset) - 1, -1, -1):
            for sentence in reversed(self._of(number)):
                if sentence.start < offset:
                    return sentence
        return None

    def _of(self, number: int) -> list[Sentence]:
        if number >= len(self._paragraphs):
            return []
        if number not in self._found:
            paragraph = self._paragraphs[number]
            self._found[number] = [
                Sentence(start, end) for start, end in self._sentences_of(paragraph.start, paragraph.end) if start < end
            ]
        return self._found[number]
