"""Speakers, topics and annotators of the project as the widgets look them up, and who was used last.

Made by the Annotate screen; follows the news and tells the widgets by one signal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from annotator.gui.annotate.choices import everybody, names_of
from annotator.gui.annotator_colours import kept_apart
from annotator.gui.jobs import Jobs
from annotator.gui.panel.display import Display
from annotator.gui.picker_model import PickerItem
from annotator.queries.annotators import annotator_named, annotators
from annotator.queries.propositions import Known, propositions
from annotator.queries.registry import fields, recent_speakers, recent_topics, speakers, topics
from annotator.queries.reviews import MarkReview
from annotator.records import AnnotatorRecord, Changes, FieldRecord, MentionRecord, SpeakerRecord, TopicRecord

if TYPE_CHECKING:
    from annotator.queries import Session

TABLES = ("speaker", "topic", "annotator", "field", "proposition")


class Found(Struct, frozen=True):
    """What a question brought; None for what was not asked for."""

    me: str | None
    speakers: list[SpeakerRecord] | None
    everybody: list[PickerItem]
    names: list[tuple[str, str]]
    topics: list[TopicRecord] | None
    annotators: list[AnnotatorRecord] | None
    fields: list[FieldRecord] | None
    propositions: list[Known] | None


NOTHING_SAID: Mapping[str, MarkReview] = {}


class Lookup(QObject):
    """What ids stand for. `changed` comes with a new `Display` whenever one of them changed."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.speakers: dict[str, SpeakerRecord] = {}
        self.topics: dict[str, TopicRecord] = {}
        self.annotators: dict[str, AnnotatorRecord] = {}
        self.everybody: list[PickerItem] = []
        """All speakers as the end of every list of them."""
        self.names: list[tuple[str, str]] = []
        """What speakers are called, each name with an id; see `names_of`."""
        self.fields: tuple[FieldRecord, ...] = ()
        self.propositions: dict[str, str] = {}
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
            known = speakers(session) if "speaker" in tables else None
            return Found(
                annotator_named(session, name),
                known,
                everybody(known or ()),
                names_of(known or ()),
                topics(session) if "topic" in tables else None,
                annotators(session) if "annotator" in tables else None,
                fields(session) if "field" in tables else None,
                propositions(session) if "proposition" in tables else None,
            )

        self._jobs.ask(answer, self._take)

    def _take(self, found: Found) -> None:
        self.me = found.me
        if found.speakers is not None:
            self.speakers = {each.id: each for each in found.speakers}
            self.everybody, self.names = found.everybody, found.names
        if found.topics is not None:
            self.topics = {each.id: each for each in found.topics}
        if found.annotators is not None:
            self.annotators = kept_apart(found.annotators)
        if found.fields is not None:
            self.fields = tuple(found.fields)
        if found.propositions is not None:
            self.propositions = {each.id: each.text for each in found.propositions}
        self.changed.emit()

    def used_speaker(self, id_: str) -> None:
        """A speaker was taken: it comes first among those used last."""
        self.recent_speakers = [id_, *(each for each in self.recent_speakers if each != id_)][:50]

    def used_topic(self, id_: str) -> None:
        """A topic was taken: it comes first among those used last."""
        self.recent_topics = [id_, *(each for each in self.recent_topics if each != id_)][:50]

    def display(
        self, mentions: Mapping[str, MentionRecord], me: str | None, said: Mapping[str, MarkReview] = NOTHING_SAID
    ) -> Display:
        """The look-up for one article. said: verdicts and comments on its marks."""
        names = self.speakers, self.topics, self.annotators
        return Display(*names, mentions, me or self.me, self.fields, self.propositions, said)
