"""What became of one's own claims: verdicts and comments on the cards, the dialog in which an author answers.

Made by the Annotate screen. Asked for after the article is shown, and again when the news concern it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from annotator.gui import verbs
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.jobs import Jobs
from annotator.gui.panel.wishes import ClaimWishes
from annotator.queries.reviews import MarkReview, said_about
from annotator.records import MARKED, Changes, ClaimRecord

if TYPE_CHECKING:
    from annotator.gui.review.verdict_dialog import VerdictDialog


class Verdicts(QObject):
    """What was said about the marks of the open article, by the marks' ids."""

    changed = Signal()

    def __init__(self, screen: Any, jobs: Jobs, opened: OpenArticle, wishes: ClaimWishes) -> None:
        super().__init__(screen)
        self._screen, self._jobs, self._opened = screen, jobs, opened
        self._article: str | None = None
        self.said: Mapping[str, MarkReview] = {}
        self.dialog: VerdictDialog | None = None
        opened.shown.connect(self._article_shown)
        wishes.review_requested.connect(self.open)

    def _article_shown(self) -> None:
        record = self._opened.record
        article = record.id if record is not None else None
        if article != self._article:
            self._article, self.said = article, {}
            self._ask()

    def follow(self, changes: Changes) -> None:
        """The store's news."""
        talk = changes.touches("review") or changes.touches("comment")
        if self.said and self._article in changes.ids(MARKED):
            talk = True
        if talk:
            self._ask()

    def _ask(self) -> None:
        article = self._article
        if article is not None:
            self._jobs.ask(lambda session: said_about(session, [article]), self._take, key="said about marks")

    def _take(self, said: Mapping[str, MarkReview]) -> None:
        if said != self.said:
            self.said = said
            self.changed.emit()
            if self.dialog is not None:
                self._show(self.dialog)

    def open(self, claim: str) -> None:
        """Show all that was said about a claim."""
        mark = self._opened.marks.get(claim)
        if not isinstance(mark, ClaimRecord):
            return
        # Not with the window: most claims were never reviewed.
        from annotator.gui.review.verdict_dialog import VerdictDialog

        dialog = VerdictDialog(mark, self._screen.window())
        store = self._jobs.store
        dialog.thread_.said.connect(
            lambda words: self._jobs.write(lambda: verbs.reviewing.add_comment(store, claim, words, origin=self))
        )
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        self._show(dialog)
        dialog.open()

    def _show(self, dialog: VerdictDialog) -> None:
        lookup = self._screen.lookup
        dialog.show_said(self.said.get(dialog.claim.id, MarkReview()), lookup.display({}, self._opened.me))

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._screen.reader.setFocus()
