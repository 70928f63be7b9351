"""Speakers, topics and annotators of the project as the widgets look them up, and who was used last.

Made by the Annotate screen; follows the news and tells the widgets by one signal.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from annotator.gui.jobs import Jobs
from annotator.gui.panel.display import Display
from annotator.queries import Session
from annotator.queries.annotators import annotator_named, annotators
from annotator.queries.registry import recent_speakers, recent_topics, speakers, topics
from annotator.records import AnnotatorRecord, Changes, MentionRecord, SpeakerRecord, TopicRecord

TABLES = ("speaker", "topic", "annotator")
Found = tuple[list[SpeakerRecord] | None, list[TopicRecord] | None, list[AnnotatorRecord] | None, str | None]


class Lookup(QObject):
    """What ids stand for. `changed` comes with a new `Display` whenever one of them changed."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.speakers: dict[str, SpeakerRecord] = {}
        self.topics: dict[str, TopicRecord] = {}
        self.annotators: dict[str, AnnotatorRecord] = {}
        self.me: str | None = None
        self.recent_speakers: list[str] = []
        self.recent_topics: list[str] = []

    def load(self) -> None:
        """Ask for everything, and for what was used last."""
        name = self._jobs.store.annotator

        def recent(session: Session) -> tuple[list[str], list[str]]:
            me = annotator_named(session, name)
            return recent_speakers(session, me), recent_topics(session, me)

        self._ask(TABLES)
        self._jobs.ask(recent, self._take_recent, key="recent")

    def _take_recent(self, answer: tuple[list[str], list[str]]) -> None:
        self.recent_speakers, self.recent_topics = answer

    def follow(self, changes: Changes) -> None:
        """The store's news."""
        touched = tuple(table for table in TABLES if changes.touches(table))
        if touched:
            self._ask(touched)

    def _ask(self, tables: tuple[str, ...]) -> None:
        name = self._jobs.store.annotator

        def answer(session: Session) -> Found:
            return (
                speakers(session) if "speaker" in tables else None,
                topics(session) if "topic" in tables else None,
                annotators(session) if "annotator" in tables else None,
                annotator_named(session, name),
            )

        self._jobs.ask(answer, self._take)

    def _take(self, found: Found) -> None:
        some_speakers, some_topics, some_annotators, self.me = found
        if some_speakers is not None:
            self.speakers = {each.id: each for each in some_speakers}
        if some_topics is not None:
            self.topics = {each.id: each for each in some_topics}
        if some_annotators is not None:
            self.annotators = {each.id: each for each in some_annotators}
        self.changed.emit()

    def used_speaker(self, id_: str) -> None:
        """A speaker was taken: it comes first among those used last."""
        self.recent_speakers = [id_, *(each for each in self.recent_speakers if each != id_)][:50]

    def used_topic(self, id_: str) -> None:
        """A topic was taken: it comes first among those used last."""
        self.recent_topics = [id_, *(each for each in self.recent_topics if each != id_)][:50]

    def display(self, mentions: Mapping[str, MentionRecord], me: str | None) -> Display:
        """The look-up for one article."""
        return Display(self.speakers, self.topics, self.annotators, mentions, me or self.me)
