"""The names behind the ids of an annotation set, with merges resolved.

Used by the formats that show people names beside ids, or draw networks of them. It is fed with the records
as they come, in the contract's order, and holds no marks. A speaker or topic that was merged into another
goes by the other's name.
"""

from __future__ import annotations

from typing import TypeVar

from annotator.records import AnnotatorRecord, ArticleRecord, PropositionRecord, Record, SpeakerRecord, TopicRecord

PATH_SEPARATOR = " / "
"""Between the names of a topic and of the topics that it lies under."""

_Entry = TypeVar("_Entry", TopicRecord, SpeakerRecord)


class Names:
    """Speakers, topics, annotators, propositions and titles of a set, by id."""

    def __init__(self) -> None:
        self.annotators: dict[str, AnnotatorRecord] = {}
        self.speakers: dict[str, SpeakerRecord] = {}
        self.topics: dict[str, TopicRecord] = {}
        self.titles: dict[str, str] = {}
        self.propositions: dict[str, PropositionRecord] = {}
        self._paths: dict[str, str] = {}
        self._speaker_names: dict[str, str] = {}

    def take(self, record: Record) -> None:
        """Remember a record that has a name; others are passed over."""
        match record:
            case AnnotatorRecord():
                self.annotators[record.id] = record
            case TopicRecord():
                self.topics[record.id] = record
            case SpeakerRecord():
                self.speakers[record.id] = record
                self._speaker_names.clear()
            case ArticleRecord():
                self.titles[record.id] = record.title
            case PropositionRecord():
                self.propositions[record.id] = record

    def annotator_name(self, identity: str) -> str:
        """The annotator's name; empty when the set does not have them."""
        found = self.annotators.get(identity)
        return found.name if found else ""

    def speaker(self, identity: str | None) -> SpeakerRecord | None:
        """The speaker, or the one that it was merged into in the end."""
        return _winner(self.speakers, identity)

    def speaker_name(self, identity: str | None) -> str:
        """The name of that speaker; empty when there is none."""
        name = self._speaker_names.get(identity or "")
        if name is None:
            found = self.speaker(identity)
            name = self._speaker_names[identity or ""] = found.name if found else ""
        return name

    def topic(self, identity: str | None) -> TopicRecord | None:
        """The topic, or the one that it was merged into in the end."""
        return _winner(self.topics, identity)

    def topic_path(self, identity: str | None) -> str:
        """The names from the topmost topic to that topic; empty when there is none."""
        path = self._paths.get(identity or "")
        if path is None:
            topic = self.topic(identity)
            path = self._paths[identity or ""] = self.own_path(topic) if topic else ""
        return path

    def own_path(self, topic: TopicRecord) -> str:
        """The same of a topic itself, also when it was merged."""
        return PATH_SEPARATOR.join(each.name for each in self.lineage(topic))

    def lineage(self, topic: TopicRecord) -> list[TopicRecord]:
        """The topic and all that it lies under, the topmost first."""
        found: dict[str, TopicRecord] = {}
        at: TopicRecord | None = topic
        while at is not None and at.id not in found:
            found[at.id] = at
            at = self.topics.get(at.parent or "")
        return list(reversed(found.values()))


def _winner(entries: dict[str, _Entry], identity: str | None) -> _Entry | None:
    """The entry that this one was merged into in the end, or itself."""
    seen: set[str] = set()
    entry = entries.get(identity or "")
    while entry is not None and entry.merged_into in entries and entry.id not in seen:
        seen.add(entry.id)
        entry = entries[entry.merged_into]
    return entry
