"""Apply to all occurrences: the words of a mention or passage are looked for, ticked in a list, and tagged.

Made by the Annotate screen. The list is there before anything is written; places where one's own mark lies
already are shown as such and cannot be ticked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject

from annotator.gui import verbs
from annotator.gui.annotate.lookup import Lookup
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted
from annotator.queries.annotators import annotator_named
from annotator.queries.occurrences import Place, places
from annotator.records import MentionRecord, PassageRecord

if TYPE_CHECKING:
    from annotator.gui.annotate.occurrences_dialog import OccurrencesDialog
    from annotator.queries import Session


class Occurrences(QObject):
    """Opens the dialog for the current mark, searches, and writes what was ticked."""

    def __init__(self, screen: Any, jobs: Jobs, lookup: Lookup, opened: OpenArticle) -> None:
        super().__init__(screen)
        self._screen, self._jobs, self._lookup, self._opened = screen, jobs, lookup, opened
        self.dialog: OccurrencesDialog | None = None

    def ask(self, mark_id: str | None) -> None:
        """The words of a mention with a speaker, or of a passage, are tagged elsewhere too.

        mark_id: the current mark; with none that of these kinds in which the cursor stands, the smallest.
        """
        from annotator.gui.annotate.occurrences_dialog import OccurrencesDialog

        here = [mark_id] if mark_id is not None else self._screen.reader.marks_at_cursor()
        marks = [self._opened.marks.get(each) for each in here]
        mark = next((each for each in marks if isinstance(each, MentionRecord | PassageRecord)), None)
        display = self._lookup.display({}, self._opened.me)
        kind: Literal["mention", "passage"]
        if isinstance(mark, MentionRecord) and mark.speaker is not None:
            kind, target, name = "mention", mark.speaker, display.speaker_name(mark.speaker)
        elif isinstance(mark, PassageRecord):
            kind, target, name = "passage", mark.topic, display.topic_name(mark.topic)
        else:
            self._screen.hint.emit(self.tr("Choose a mention with a speaker, or a passage, first."))
            return
        words, article, store = mark.parts[0].quote, mark.article, self._jobs.store
        dialog = self.dialog = OccurrencesDialog(" ".join(words.split()), name, self._screen.window())

        def search(everywhere: bool, match_case: bool) -> None:
            def answer(session: Session) -> list[Place]:
                me = annotator_named(session, store.annotator)
                only = None if everywhere else article
                return places(session, words, kind, me, article_id=only, match_case=match_case)

            self._jobs.ask(answer, dialog.show_places, key="occurrences")

        def tag(chosen: list[tuple[str, int, int]]) -> None:
            self._jobs.write(
                lambda: verbs.occurrences.tag_occurrences(store, kind, target, chosen, origin=self), self._tagged
            )

        dialog.search_wanted.connect(search)
        dialog.agreed.connect(tag)
        dialog.open()
        search(False, False)

    def _tagged(self, made: int) -> None:
        one = self.tr("Tagged 1 place. Undo takes it back.")
        several = self.tr("Tagged {count} places. Undo takes all of them back.")
        self._screen.hint.emit(counted(made, one, several))
