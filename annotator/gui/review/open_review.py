"""The article that is reviewed: its text, the versions of its claims, and what was said about them.

Made by the Review screen; asks for everything of one article at once, and again when the news concern it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.gui.jobs import Jobs
from annotator.queries.annotators import annotator_named
from annotator.queries.disagreements import ClaimGroup
from annotator.queries.marks import marks_of
from annotator.queries.registry import fields
from annotator.queries.review_queue import ArticleReview, review_article
from annotator.queries.reviews import MarkReview, consensus_id
from annotator.records import ArticleRecord, FieldRecord, MarkRecord

if TYPE_CHECKING:
    from annotator.queries import Session

NOTHING_SAID = MarkReview()


class _Answer(NamedTuple):
    review: ArticleReview
    marks: list[MarkRecord]
    fields: list[FieldRecord]
    reviewer: str | None
    consensus: str | None


class OpenReview(QObject):
    """What is known of the article. marks: everybody's, by id. me: who may change what is amended: the consensus."""

    shown = Signal()
    """Another article, or the same one asked for anew."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.record: ArticleRecord | None = None
        self.groups: tuple[ClaimGroup, ...] = ()
        self.said: dict[str, MarkReview] = {}
        self.marks: dict[str, MarkRecord] = {}
        self.fields: dict[str, FieldRecord] = {}
        self.reviewer: str | None = None
        self.me: str | None = None
        self._group_of: dict[str, int] = {}
        self._wanted: str | None = None

    def open(self, article_id: str, annotators: Collection[str] | None) -> None:
        """Ask for the article with the versions of these annotators (None: all); `shown` comes when it is there."""
        self._wanted = article_id
        name = self._jobs.store.annotator

        def question(session: Session) -> _Answer:
            return _Answer(
                review_article(session, article_id, annotator_ids=annotators),
                marks_of(session, article_id),
                fields(session),
                annotator_named(session, name),
                consensus_id(session),
            )

        self._jobs.ask(question, self._take, key="reviewed article", failed=self.failed.emit)

    def _take(self, answer: _Answer) -> None:
        self.record = answer.review.record
        self.groups = answer.review.groups
        self.said = answer.review.said
        self.marks = {mark.id: mark for mark in answer.marks}
        self.fields = {field.key: field for field in answer.fields}
        self.reviewer, self.me = answer.reviewer, answer.consensus
        self._group_of = {claim.id: at for at, group in enumerate(self.groups) for claim in group.claims}
        self.shown.emit()

    def close(self) -> None:
        """Show no article."""
        self.record, self.groups, self.said, self.marks, self._group_of = None, (), {}, {}, {}
        self._wanted = None

    @property
    def wanted(self) -> str | None:
        """The article that is shown, or was asked for last."""
        return self._wanted

    def group_of(self, marks: Collection[str]) -> ClaimGroup | None:
        """The claim that these marks are versions of, None when they are not here (any more)."""
        for mark in marks:
            if mark in self._group_of:
                return self.groups[self._group_of[mark]]
        return None

    def about(self, mark: str) -> MarkReview:
        """What was said about a mark."""
        return self.said.get(mark, NOTHING_SAID)
