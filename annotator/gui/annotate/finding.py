"""Find in the article: from what is typed to the hits in the text, and from hit to hit.

Made by the Annotate screen. The search runs off the window's thread; an answer that was overtaken is
dropped. The sentence cursor goes along, so that the next key tags what was found.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.gui.annotate.find_bar import FindBar
from annotator.gui.jobs import Jobs
from annotator.gui.language import translated
from annotator.gui.reader.spots import Spots
from annotator.gui.reader.view import ReaderView
from annotator.text.finding import Found, find_all

_LONGEST_OFFERED = 80
"""Characters of a hand selection that becomes what is looked for."""


class Finding(QObject):
    """The search of one screen, while its strip is open."""

    def __init__(self, jobs: Jobs, reader: ReaderView, bar: FindBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._bar = bar
        self._found = Found()
        self._hits = Spots()
        self._chosen = -1
        self._from = 0
        bar.wanted_changed.connect(self.search)
        bar.stepped.connect(self.step)
        bar.left.connect(self.close)

    def open(self, words: str = "") -> None:
        """Ctrl+F: the strip opens; a selection of a few words is what is looked for at first."""
        self._from = self._reader.cursor_state.caret
        words = words or self._reader.selected_text()
        self._bar.open(words if len(words) <= _LONGEST_OFFERED and "\n" not in words else "")
        self.search()

    def close(self) -> None:
        """Esc: the hits go, the text has the keyboard, the cursor stands at the hit."""
        self._bar.hide()
        self._forget()
        self._reader.setFocus()

    def again(self) -> None:
        """Another article is shown: look for the same in it."""
        self._from = 0
        if not self._bar.isHidden():
            self.search()

    def _forget(self) -> None:
        self._found, self._hits, self._chosen = Found(), Spots(), -1
        self._reader.show_hits(self._hits)

    def search(self) -> None:
        """Look for what the strip says now."""
        text, wanted = self._reader.text(), self._bar.wanted()
        self._jobs.reckon(lambda: find_all(text, wanted), self._take, key="find")

    def _take(self, found: Found) -> None:
        if self._bar.isHidden():
            return
        self._found, self._hits = found, Spots(found.spans)
        self._chosen = -1
        if found.spans:
            self._go_to(self._hits.at_or_after(self._from))
        else:
            self._reader.show_hits(self._hits)
            self._say()

    def step(self, by: int) -> None:
        """To the next (1) or the previous (-1) hit; round at the ends. Opens the strip when it is closed."""
        if self._bar.isHidden():
            self.open()
        elif self._hits:
            self._go_to((self._chosen + by) % len(self._hits))
            self._from = self._hits.stretches[self._chosen][0]

    def _go_to(self, number: int) -> None:
        self._chosen = number
        start, end = self._hits.stretches[number]
        self._reader.place_cursor(start)
        self._reader.show_hits(self._hits, (start, end))
        self._reader.show_stretch(start, end)
        self._say()

    def _say(self) -> None:
        found, count = self._found, len(self._found.spans)
        if found.trouble:
            self._bar.say(translated(found.trouble), hits=count > 0, trouble=True)
        elif not self._bar.field.text().strip():
            self._bar.say("")
        elif not count:
            self._bar.say(self.tr("Nothing found"))
        else:
            words = self.tr("{number} of more than {count}") if found.more else self.tr("{number} of {count}")
            self._bar.say(words.format(number=f"{self._chosen + 1:,}", count=f"{count:,}"), hits=True)
