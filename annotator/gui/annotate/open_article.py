"""The article on the screen: its record, its marks, and the news about them.

Made by the Annotate screen. Asks for all marks once and afterwards only for those that changed; tells
reader and panel by signals. Nothing is painted or written here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.gui.jobs import Jobs
from annotator.queries.annotators import annotator_named
from annotator.queries.articles import Reading, article, reading_of
from annotator.queries.marks import marks_by_id, marks_of
from annotator.queries.plan import blind_articles
from annotator.records import ArticleRecord, Changes, MarkRecord

Answer = tuple[ArticleRecord, list[MarkRecord], str | None, Reading, bool]
Stretch = tuple[int, int]


class OpenArticle(QObject):
    """What is known of the article shown. marks: everybody's, by id; `visible` leaves some out.

    blind: the others' marks stay hidden, whatever is asked for, until one's own work on it is finished.
    """

    shown = Signal()
    """Another article, or the same one asked for anew; everything is to be shown again."""
    marks_changed = Signal(object, object)
    """(visible marks that are new or changed, ids that are no longer visible)."""
    empty_changed = Signal()
    """Paragraphs were found to hold nothing to tag, or the contrary."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.record: ArticleRecord | None = None
        self.marks: dict[str, MarkRecord] = {}
        self.me: str | None = None
        self._questions = 0
        self._asked: dict[str, int] = {}
        self.reading = Reading()
        self.colleagues = False
        self._preferred: bool | None = None
        self.blind = False

    def open(self, article_id: str) -> None:
        """Ask for the article; `shown` comes when it is there."""
        name = self._jobs.store.annotator
        self._jobs.ask(
            lambda session: (
                article(session, article_id),
                marks_of(session, article_id),
                annotator_named(session, name),
                reading_of(session, article_id, name),
                article_id in blind_articles(session, name),
            ),
            self._show,
            key="article",
            failed=self.failed.emit,
        )

    def _show(self, answer: Answer) -> None:
        self.record, marks, self.me, self.reading, self.blind = answer
        self.marks = {mark.id: mark for mark in marks}
        self.shown.emit()

    def close(self) -> None:
        """Show no article."""
        self.record, self.marks = None, {}
        self.shown.emit()

    def prefer_colleagues(self, preferred: bool) -> None:
        """The setting for what a project opens with: what was chosen since then stays until the setting changes."""
        if preferred != self._preferred:
            self._preferred = preferred
            self.show_colleagues(preferred)

    def show_colleagues(self, visible: bool) -> None:
        """Show or hide the marks of other annotators."""
        if visible != self.colleagues:
            self.colleagues = visible
            if self.record is not None:
                self.shown.emit()

    @property
    def shows_colleagues(self) -> bool:
        """Whether the marks of other annotators are shown now."""
        return self.colleagues and not self.blind

    def is_visible(self, mark: MarkRecord) -> bool:
        """Whether the mark is shown: it lies in the present text, and is one's own or asked for."""
        if self.record is None or mark.revision != self.record.revision:
            return False
        return self.shows_colleagues or mark.annotator == self.me

    def empty_stretches(self) -> list[Stretch]:
        """Where the paragraphs are in which there was nothing to tag."""
        if self.record is None:
            return []
        text, blocks = self.record.text, self.record.blocks
        if blocks:
            spans = [(block.start, block.end) for block in blocks]
        else:
            ends = [offset for offset, character in enumerate(text) if character == "\n"]
            spans = list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))
        return [spans[number] for number in sorted(self.reading.empty_blocks) if number < len(spans)]

    def may_change(self, mark: MarkRecord) -> bool:
        """Whether the mark can be changed here: it is one's own, and the project can be written."""
        return self.is_mine(mark) and not self._jobs.store.read_only

    def is_mine(self, mark: MarkRecord) -> bool:
        """Whether who works here made the mark."""
        return mark.annotator == self.me

    def visible(self) -> list[MarkRecord]:
        """The marks to show, in no particular order."""
        if self.record is None:
            return []
        present, everybody, me = self.record.revision, self.shows_colleagues, self.me
        marks = self.marks.values()
        return [mark for mark in marks if mark.revision == present and (everybody or mark.annotator == me)]

    def follow(self, changes: Changes) -> None:
        """The store's news: ask for what changed in this article, and for nothing else."""
        if self.record is None:
            return
        id_ = self.record.id
        if changes.everything or id_ in changes.ids("article"):
            self.open(id_)
            return
        if id_ in changes.ids("progress"):
            self._ask_reading(id_)
        if id_ in changes.ids("progress") | changes.ids("assignment"):
            self._ask_blind(id_)
        if changes.touches("mark"):
            ids, name = changes.ids("mark"), self._jobs.store.annotator
            self._questions += 1
            question = self._questions
            self._asked.update(dict.fromkeys(ids, question))
            self._jobs.ask(
                lambda session: (marks_by_id(session, ids), annotator_named(session, name)),
                lambda answer: self._take(id_, self._latest(ids, question), *answer),
            )

    def _latest(self, ids: frozenset[str], question: int) -> frozenset[str]:
        """The marks that no later question asked for again: answers may overtake each other."""
        return frozenset(id_ for id_ in ids if self._asked.get(id_) == question)

    def _ask_reading(self, article_id: str) -> None:
        name = self._jobs.store.annotator

        def take(reading: Reading) -> None:
            self.reading = reading
            self.empty_changed.emit()

        self._jobs.ask(lambda session: reading_of(session, article_id, name), take, key="reading")

    def _ask_blind(self, article_id: str) -> None:
        """Whether the others' marks may be seen now: one's own work is finished, or the plan has changed."""
        name = self._jobs.store.annotator

        def take(blind: bool) -> None:
            if blind != self.blind and self.record is not None and self.record.id == article_id:
                self.blind = blind
                if self.colleagues:
                    self.shown.emit()

        self._jobs.ask(lambda session: article_id in blind_articles(session, name), take, key="blind")

    def _take(self, article_id: str, ids: frozenset[str], found: list[MarkRecord], me: str | None) -> None:
        if self.record is None or self.record.id != article_id:
            return
        self.me = me
        here = {mark.id: mark for mark in found if mark.article == article_id and mark.id in ids}
        gone = [id_ for id_ in ids if id_ not in here and id_ in self.marks]
        for id_ in gone:
            del self.marks[id_]
        self.marks.update(here)
        changed = [mark for mark in here.values() if self.is_visible(mark)]
        gone += [mark.id for mark in here.values() if not self.is_visible(mark)]
        if changed or gone:
            self.marks_changed.emit(changed, gone)
