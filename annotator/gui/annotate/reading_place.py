"""Where the annotator is in the open article: noted when it is left and while the cursor rests, gone back to
when it is opened again.

Made by the Annotate screen. Also brings marks into view that are waited for, and shows which paragraphs
were found empty. The position is no step: undo knows nothing of it.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from annotator.gui import verbs
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.jobs import Jobs
from annotator.gui.reader.spots import Spots
from annotator.gui.reader.view import ReaderView

REST_MILLISECONDS = 3000
"""So long the cursor rests in a sentence before the place is noted."""
APART_MILLISECONDS = 30_000
"""Between two notes: each is a line of the journal, and people read for years."""


class ReadingPlace(QObject):
    """The place of one reader in the article that is open."""

    reached = Signal(str)
    """A mark that was to be chosen is in view."""

    def __init__(self, jobs: Jobs, reader: ReaderView, opened: OpenArticle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._opened = opened
        self._wanted: str | None = None
        self._choose = False
        opened.empty_changed.connect(self.show_empty)
        self._rested = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rested.timeout.connect(self.remember)
        self._noted = QElapsedTimer()
        reader.sentence_changed.connect(lambda _start, _end: self._rest())

    def _rest(self) -> None:
        """The cursor is in another sentence: note it once it rests there, and not too soon after the last time."""
        since = self._noted.elapsed() if self._noted.isValid() else APART_MILLISECONDS
        self._rested.start(max(REST_MILLISECONDS, APART_MILLISECONDS - since))

    def remember(self) -> None:
        """Note how far the open article was read, if that is elsewhere than when it was noted last."""
        self._rested.stop()
        record, store = self._opened.record, self._jobs.store
        sentence = self._reader.cursor_state.sentence
        if record is None or store.read_only or sentence is None or self._reader.page.article.id != record.id:
            return
        position = sentence.start
        if position != self._opened.reading.position:
            self._opened.reading = replace(self._opened.reading, position=position)
            self._noted.start()
            # Nobody waits for it, and an article that is gone meanwhile was read for nothing.
            self._jobs.write(
                lambda: verbs.articles.remember_position(store, record.id, position), failed=lambda _error: None
            )

    def go_back(self) -> None:
        """The sentence cursor goes where the annotator stopped reading."""
        position = self._opened.reading.position
        if 0 < position < len(self._reader.text()):
            self._reader.place_cursor(position)
            self._reader.scroll_to(position)

    def show_empty(self) -> None:
        """Show in the margin which paragraphs hold nothing to tag."""
        self._reader.show_empty(Spots(self._opened.empty_stretches()))

    def want(self, mark: str | None, *, choose: bool = False) -> None:
        """Bring a mark into view as soon as it is there. choose: it is to be the current one as well."""
        self._wanted, self._choose = mark, choose

    def show_wanted(self) -> None:
        """Bring the mark that is waited for into view, if it is there now."""
        mark = self._opened.marks.get(self._wanted or "")
        if mark is not None:
            self._wanted = None
            self._reader.show_stretch(mark.parts[0].start, mark.parts[0].end)
            if self._choose:
                self.reached.emit(mark.id)
