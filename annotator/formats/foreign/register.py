"""Who and what a foreign set names: annotators, topics, speakers, fields, propositions, each made once.

Used by the translator. What the project has by that id or name is used and not brought along again, so that
its name, colour or place in the tree, changed since, stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import structs

from annotator.errors import InvalidSet
from annotator.formats import Known, ReadOptions
from annotator.formats.foreign.description import ForeignSet, Reference
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.own import Names, Step
from annotator.formats.references import needs
from annotator.records import (
    AnnotatorKind,
    AnnotatorRecord,
    ClaimRecord,
    FieldKind,
    FieldRecord,
    MarkRecord,
    PropositionRecord,
    Record,
    SpeakerRecord,
    TopicRecord,
)
from annotator.sentences import worded

SPEAKERS = "Speakers"
"""The register in which a reference's key is the id of a speaker of ours."""

TOPICS = "Topics"
"""The register in which a reference's key is the id of a topic of ours, and its name the path to it."""

PATH = " / "
"""Stands between the names of a topic and those above it."""


class Register:
    """The people, topics and fields of one import."""

    def __init__(self, described: ForeignSet, options: ReadOptions, known: Known) -> None:
        self._described = described
        self._options = options
        self._known = known
        self._annotators: dict[tuple[str, str], str] = {}
        self._made_annotators: dict[str, AnnotatorRecord] = {}
        self._topics: dict[str, TopicRecord | None] = {}
        self._speakers: dict[str, SpeakerRecord | None] = {}
        self._values: dict[str, set[type]] = {}
        self._propositions: dict[str, str] = {}
        if described.codebook:
            for topic in described.labels.values():
                self._bring(topic)
            for speaker in described.speakers.values():
                self._speakers[speaker.id] = None if known("speaker", speaker.id, None) else speaker
        self.taken: set[str] = set()
        """Ids of marks that were given already."""
        self.seen: Counter[tuple[Any, ...]] = Counter()
        """How often marks of a content were made."""

    # People -----------------------------------------------------------------------------------------

    def annotator(self, name: str, kind: AnnotatorKind, own: str | None = None) -> str:
        """The id of an annotator. own: the one that this program gave them before.

        Raises InvalidSet when several would become one by the user's wish.
        """
        wish = self._options.annotator
        key = (own or name, kind)
        if key in self._annotators:
            return self._annotators[key]
        if wish is not None and self._annotators:
            raise InvalidSet(
                worded(
                    "It holds the marks of several annotators, {name} among them, which cannot all "
                    "become {wish}’s; import it under their own names.",
                    name=name,
                    wish=wish,
                )
            )
        called = wish or name
        if wish is None and own is not None:
            identity = own
        else:
            there = self._options.named("annotator", called) if kind == "person" else None
            identity = there or identity_of("annotator", kind, called)
        self._annotators[key] = identity
        if wish is not None or not self._known("annotator", identity, None):
            self._made_annotators[identity] = AnnotatorRecord(identity, called, "", "", kind)
        return identity

    def speaker(self, reference: Reference) -> str:
        """The id of the speaker that an entry of a register stands for."""
        described = self._described.speakers.get(reference.key)
        if described is not None:
            identity = described.id
        elif reference.register == SPEAKERS:
            identity = reference.key
        else:
            identity = identity_of("speaker", reference.register, reference.key)
        if identity not in self._speakers:
            made = described or SpeakerRecord(identity, reference.name or reference.key)
            if reference.register != SPEAKERS and described is None:
                made = structs.replace(made, identifiers={reference.register.casefold(): reference.key})
            self._speakers[identity] = None if self._known("speaker", identity, None) else made
        return identity

    # Topics -----------------------------------------------------------------------------------------

    def topic(self, label: str) -> str:
        """The id of the topic of a label: that of the set, of the project, or a new one."""
        described = self._described.labels.get(label)
        if described is not None:
            self._bring(described)
            if described.parent is not None:
                self._bring_parents(described.parent)
            return described.id
        identity = self._options.named("topic", label) or identity_of("topic", label)
        self._bring(TopicRecord(identity, label))
        return identity

    def topic_at(self, path: str) -> str:
        """The id of the topic of that name, with those above it in front of it."""
        steps: list[Step] = []
        names = path.split(PATH)
        for number, name in enumerate(names, 1):
            path = PATH.join(names[:number])
            steps.append((self._options.named("topic", path) or identity_of("topic", path), name))
        self._bring_path(steps)
        return steps[-1][0]

    def topic_of(self, reference: Reference) -> str:
        """The id of the topic that an entry of our register stands for."""
        key = reference.key
        if key in self._topics or self._known("topic", key, None) or not reference.name:
            return key
        return self.topic_at(reference.name)

    def _bring(self, topic: TopicRecord) -> None:
        if topic.id not in self._topics:
            self._topics[topic.id] = None if self._known("topic", topic.id, None) else topic

    def _bring_path(self, steps: Sequence[Step]) -> None:
        parent = None
        for identity, name in steps:
            self._bring(TopicRecord(identity, name, parent))
            parent = identity

    def _bring_parents(self, identity: str) -> None:
        by_id = {each.id: each for each in self._described.labels.values()}
        at: str | None = identity
        while at is not None and at in by_id and at not in self._topics:
            self._bring(by_id[at])
            at = by_id[at].parent

    # What our own marks name ------------------------------------------------------------------------

    def bring(self, names: Names) -> None:
        """What the ids in a mark of our own stand for."""
        for steps in names.topics.values():
            self._bring_path(steps)
        for identity, (name, kind) in names.speakers.items():
            if identity not in self._speakers:
                made = SpeakerRecord(identity, name, kind)
                self._speakers[identity] = None if self._known("speaker", identity, None) else made
        self._propositions.update(names.propositions)

    def with_mentions(self, mark: MarkRecord, article: str) -> MarkRecord:
        """A mark of our own without links to mentions that neither the set nor the project has."""
        if self._described.mentions or not isinstance(mark, ClaimRecord):
            return mark
        said = [
            each
            if each.mention is None or self._known("mention", each.mention, article)
            else structs.replace(each, mention=None)
            for each in mark.speakers
        ]
        return structs.replace(mark, speakers=tuple(each for each in said if each.speaker or each.mention))

    def note_field(self, key: str, value: Any) -> None:
        """A value of that name is kept in the fields of a mark."""
        self._values.setdefault(key, set()).add(type(value))

    # What came of it --------------------------------------------------------------------------------

    def records(self, marks: Iterable[MarkRecord]) -> Iterator[Record]:
        """Annotators, fields, topics and speakers that the marks use and the project does not have, in this order.

        Of a set that brings its codebook, all topics and speakers.
        """
        yield from self._made_annotators.values()
        for key, kinds in self._values.items():
            if not self._known("field", key, None):
                kind: FieldKind = "yes_no" if kinds == {bool} else "number" if kinds <= {int, float} else "text"
                yield FieldRecord(key, key, kind, (), ("claim", "mention", "passage"), 0)
        topics, speakers = self._used(marks)
        yield from (each for each in self._topics.values() if each is not None and each.id in topics)
        yield from (each for each in self._speakers.values() if each is not None and each.id in speakers)

    def _used(self, marks: Iterable[MarkRecord]) -> tuple[set[str], set[str]]:
        """The ids of topics, those above them too, and of speakers that the marks name."""
        topics: set[str] = set(self._topics) if self._described.codebook else set()
        speakers: set[str] = set(self._speakers) if self._described.codebook else set()
        for mark in marks:
            for kind, identity in needs(mark):
                if kind == "topic":
                    topics.add(identity)
                elif kind == "speaker":
                    speakers.add(identity)
        below = list(topics)
        while below:
            topic = self._topics.get(below.pop())
            if topic is not None and topic.parent is not None and topic.parent not in topics:
                topics.add(topic.parent)
                below.append(topic.parent)
        return topics, speakers

    def propositions(self) -> Iterator[PropositionRecord]:
        """Propositions that marks of our own point at and the project does not have."""
        for identity, text in self._propositions.items():
            if not self._known("proposition", identity, None):
                yield PropositionRecord(identity, text, "")
