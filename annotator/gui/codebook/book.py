"""What the Codebook screen shows, as records: asked for once and again after the news, told by signals.

Made by the screen. Holds no widget and writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.gui.jobs import Jobs
from annotator.gui.panel.display import Display
from annotator.queries.annotators import annotator_named
from annotator.queries.codebook import Version, counts_to_look_at, field_counts, topic_counts, versions
from annotator.queries.codebook_questions import CodebookQuestion, codebook_questions
from annotator.queries.plan import blind_articles
from annotator.queries.registry import fields, speakers, topics
from annotator.queries.speakers import SpeakerCounts, speaker_counts
from annotator.records import Changes, FieldRecord, SpeakerRecord, TopicRecord

if TYPE_CHECKING:
    from annotator.queries import Session

OF_THE_CODEBOOK = ("topic", "field", "codebook", "mark", "review", "annotator")
OF_THE_SPEAKERS = ("speaker", "mark")


class Words(Struct, frozen=True):
    """Topics and fields, how often each is used, and what changed in which version."""

    topics: dict[str, TopicRecord]
    fields: list[FieldRecord]
    versions: list[Version]
    topic_counts: Mapping[str, int]
    field_counts: Mapping[str, Counter[str]]
    to_look_at: Mapping[str, int]
    questions: list[CodebookQuestion]
    me: str | None


class Registry(Struct, frozen=True):
    """Speakers and how often each is named."""

    speakers: dict[str, SpeakerRecord]
    counts: Mapping[str, SpeakerCounts]


class Book(QObject):
    """The codebook and the speakers of the open project."""

    words_changed = Signal()
    speakers_changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.words = Words({}, [], [], {}, {}, {}, [], None)
        self.registry = Registry({}, {})

    def load(self) -> None:
        """Ask for everything."""
        self._ask_words()
        self._ask_speakers()

    def follow(self, changes: Changes) -> None:
        """The store's news."""
        if any(changes.touches(table) for table in OF_THE_CODEBOOK):
            self._ask_words()
        if any(changes.touches(table) for table in OF_THE_SPEAKERS):
            self._ask_speakers()

    def display(self) -> Display:
        """Names and colours by id, merges resolved."""
        return Display(speakers=self.registry.speakers, topics=self.words.topics, me=self.words.me)

    def topic_and_losers(self, topic: str) -> set[str]:
        """The topic's id with those that were merged into it: marks are stored under any of them."""
        display = self.display()
        return {id_ for id_ in self.words.topics if (found := display.topic(id_)) is not None and found.id == topic}

    def count_to_look_at(self, topic: str) -> int:
        """Own marks about the topic that were made before its meaning changed."""
        return sum(self.words.to_look_at.get(id_, 0) for id_ in self.topic_and_losers(topic))

    def _ask_words(self) -> None:
        name = self._jobs.store.annotator

        def answer(session: Session) -> Words:
            me = annotator_named(session, name)
            return Words(
                {each.id: each for each in topics(session)},
                fields(session),
                versions(session),
                topic_counts(session),
                field_counts(session),
                counts_to_look_at(session, me),
                codebook_questions(session, without=blind_articles(session, name)),
                me,
            )

        self._jobs.ask(answer, self._take_words, key="codebook")

    def _take_words(self, words: Words) -> None:
        self.words = words
        self.words_changed.emit()

    def _ask_speakers(self) -> None:
        def answer(session: Session) -> Registry:
            return Registry({each.id: each for each in speakers(session)}, speaker_counts(session))

        self._jobs.ask(answer, self._take_speakers, key="registry")

    def _take_speakers(self, registry: Registry) -> None:
        self.registry = registry
        self.speakers_changed.emit()
