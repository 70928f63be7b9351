"""The project is compared article by article in the background; what is found arrives in pages.

Made by the Review screen. The first page is a few articles, so that the queue shows something at once; an
article whose marks or verdicts change is compared again alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.gui.jobs import Jobs
from annotator.queries.plan import blind_articles
from annotator.queries.review_queue import QueueArticle, first_shared, review_queue, shared_articles
from annotator.records import JUDGED, MARKED, Changes

if TYPE_CHECKING:
    from annotator.queries import Session

FIRST_PAGE, PAGE = 4, 40
"""Articles of one question."""


class Comparing(QObject):
    """Asks for the queue. articles: id -> the persons who worked on it, once they are known."""

    begun = Signal()
    """Another comparison: what was there before is to be forgotten."""
    ordered = Signal(object)
    """The ids of all articles that will be compared, in their order."""
    arrived = Signal(object)
    """Articles of the queue, new or compared again."""
    ended = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._round = 0
        self._waiting: list[str] = []
        self._hidden: set[str] = set()
        self.articles: dict[str, frozenset[str]] = {}
        self.annotators: frozenset[str] | None = None
        """Only these are compared; None for everybody."""
        self.running = False
        self._begun = False

    def start(self) -> None:
        """Compare everything anew."""
        self._round += 1
        self.running = True
        self._begun = False
        number, name, annotators = self._round, self._jobs.store.annotator, self.annotators

        def first(session: Session) -> list[QueueArticle]:
            blind = blind_articles(session, name)
            page = [each for each in first_shared(session, FIRST_PAGE) if each not in blind]
            return review_queue(session, page, annotator_ids=annotators)

        # In a large project it takes a while to learn which articles can be compared.
        self._jobs.ask(first, lambda found: self._take_first(number, found), key="first of the queue")

    def stop(self) -> None:
        """Ask for nothing more of this comparison."""
        self._round += 1
        self.running = False

    def _take_first(self, number: int, found: list[QueueArticle]) -> None:
        if number != self._round:
            return
        if found:
            self._forget_once()
            self.arrived.emit(found)
        name = self._jobs.store.annotator
        self._jobs.ask(
            lambda session: (shared_articles(session), blind_articles(session, name)),
            lambda answer: self._begin(number, *answer),
            key="shared articles",
        )

    def _forget_once(self) -> None:
        """What was there before goes when the first answer is there."""
        if not self._begun:
            self._begun = True
            self.begun.emit()

    def choose(self, annotators: Collection[str] | None) -> None:
        """Compare these only, None for everybody."""
        chosen = frozenset(annotators) if annotators is not None else None
        if chosen != self.annotators:
            self.annotators = chosen
            self.start()

    def _begin(self, number: int, found: dict[str, frozenset[str]], blind: set[str]) -> None:
        """blind: articles whose other versions are not to be seen before one's own work on them is finished."""
        if number != self._round:
            return
        self.articles = {article: people for article, people in found.items() if article not in blind}
        self._hidden = found.keys() & blind
        self._waiting = list(self.articles)
        self._forget_once()
        self.ordered.emit(self._waiting)
        self._ask_page(number, FIRST_PAGE)

    def _ask_page(self, number: int, size: int) -> None:
        if number != self._round:
            return
        page, self._waiting = self._waiting[:size], self._waiting[size:]
        if not page:
            self.running = False
            self.ended.emit()
            return

        def take(found: list[QueueArticle]) -> None:
            if number == self._round:
                self.arrived.emit(found)
                self._ask_page(number, PAGE)

        self._ask(page, take)

    def _ask(self, page: list[str], take: Callable[[list[QueueArticle]], None]) -> None:
        annotators = self.annotators

        def question(session: Session) -> list[QueueArticle]:
            return review_queue(session, page, annotator_ids=annotators)

        self._jobs.ask(question, take)

    def again(self, articles: Collection[str]) -> None:
        """Compare these articles again."""
        if articles:
            number = self._round

            def take(found: list[QueueArticle]) -> None:
                if number == self._round:
                    self.arrived.emit(found)

            self._ask(list(articles), take)

    def follow(self, changes: Changes) -> frozenset[str]:
        """The store's news: what is concerned is compared again. Returns the articles concerned."""
        planned = changes.ids("assignment")
        if changes.everything or planned or changes.ids("progress") & self._hidden:
            self.start()
            return frozenset()
        concerned = changes.ids(MARKED) | changes.ids(JUDGED)
        if changes.touches("progress"):
            concerned |= changes.ids("progress")
        concerned -= self._hidden
        if concerned:
            self.again(concerned)
        return concerned
