"""The user's own highlighters on the open article.

Made by the Annotate screen. Each highlighter is searched for off the window's thread and within a limit of
time, so that an expression that would never end costs nothing but itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from annotator.gui.jobs import Jobs
from annotator.gui.language import filled, translated
from annotator.gui.reader.spots import Highlight, Spots
from annotator.gui.reader.view import ReaderView
from annotator.settings import Highlighter
from annotator.text.finding import Found, Wanted, find_all

SECONDS = 0.5
"""For each highlighter and article."""
Outcome = list[tuple[Highlighter, Found]]


class Highlighting(QObject):
    """Paints what the settings name, in each article that is opened."""

    hint = Signal(str)

    def __init__(self, jobs: Jobs, reader: ReaderView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._highlighters: list[Highlighter] = []

    def use(self, highlighters: Sequence[Highlighter]) -> None:
        """Take what the settings say now."""
        if list(highlighters) != self._highlighters:
            self._highlighters = list(highlighters)
            self.again()

    def again(self) -> None:
        """Search the text that is shown now."""
        text, active = self._reader.text(), [each for each in self._highlighters if each.on]
        if not active:
            self._reader.show_highlights(())
            return

        def search() -> Outcome:
            return [(each, find_all(text, wanted(each), SECONDS)) for each in active]

        self._jobs.reckon(search, self._take, key="highlighters")

    def _take(self, outcome: Outcome) -> None:
        self._reader.show_highlights(
            [Highlight(each.words, each.colour, Spots(found.spans)) for each, found in outcome if found.spans]
        )
        for each, found in outcome:
            if found.trouble:
                self.hint.emit(
                    filled(self.tr("Highlighter “{words}”: {why}"), words=each.words, why=translated(found.trouble))
                )
                return


def wanted(highlighter: Highlighter) -> Wanted:
    """What a highlighter looks for."""
    return Wanted(
        highlighter.words,
        case=highlighter.case,
        whole_words=highlighter.whole_words,
        expression=highlighter.expression,
    )
