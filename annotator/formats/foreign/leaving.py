"""Our records described as a foreign set: the first half of every export to another tool.

Used by the formats that write. `Leaving` takes the records, counts what other tools have no place for, and
gives the articles with their layers, one layer an annotator. Claims, cues and mentions are spans with these
names, a passage is a span with the name of its topic, and relations tie a claim to its cue and its mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from msgspec import structs

from annotator.formats import Progress
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSpan, ForeignText, Reference
from annotator.formats.foreign.labels import Meanings
from annotator.formats.foreign.own import About, Names, Step, Whose, line_of, seal
from annotator.formats.foreign.register import PATH, SPEAKERS, TOPICS
from annotator.formats.xml_text import beyond_xml
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    PropositionRecord,
    Record,
    SpeakerKind,
    SpeakerRecord,
    TopicRecord,
    kind_of,
)

CLAIM, CUE, MENTION = "Claim", "Cue", "Mention"
"""The labels of spans and, of the cue, also that of the relation from the claim."""

LOSES = (
    "codebook", "field", "topic", "speaker", "proposition", "review", "comment", "progress", "assignment",
    "earlier", "blocks", "links", "details",
)  # fmt: skip
"""What no foreign format carries, or not wholly: of topics and speakers ids, names and places in the tree stay; of an
article's details (byline, date, outlet, …) what travels with its marks."""

DETAILS = ("byline", "published", "source", "url", "language", "file", "retrieved", "meta")
"""What is told of an article besides its title and text."""

RECORDS_AT_ONCE = 1000

Fit = Callable[[ForeignSpan, str], ForeignSpan]
"""A span as the format will give it back, given the article's text; what it cannot show is left away."""


def bare(span: ForeignSpan, text: str) -> ForeignSpan:
    """`Fit` of a format that shows labels and nothing more."""
    return structs.replace(span, attributes={}, references=(), notes=())


def with_topics(span: ForeignSpan, text: str) -> ForeignSpan:
    """`Fit` of a format that shows attributes, lists too, but has no registers: topics are named by their paths."""
    topics = [each.name for each in span.references if each.register == TOPICS]
    attributes = span.attributes | ({"topics": topics} if topics else {})
    return structs.replace(span, attributes=attributes, references=())


class Leaving:
    """The records of one export. counts: what is carried, by kind. loses: what is not, with how many of it."""

    def __init__(self, records: Iterable[Record], progress: Progress) -> None:
        self.counts: Counter[str] = Counter()
        self.loses: Counter[str] = Counter()
        self.topics: dict[str, TopicRecord] = {}
        self._articles: dict[str, ArticleRecord] = {}
        self._annotators: dict[str, AnnotatorRecord] = {}
        self._speakers: dict[str, SpeakerRecord] = {}
        self._propositions: dict[str, PropositionRecord] = {}
        self._marks: dict[str, dict[str, list[MarkRecord]]] = {}
        self._mentions: set[str] = set()
        self._paths: dict[str, tuple[Step, ...]] = {}
        for done, record in enumerate(records, 1):
            self._take(record)
            if not done % RECORDS_AT_ONCE:
                progress(done)
        self._count_losses()

    def _take(self, record: Record) -> None:
        match record:
            case ClaimRecord() | MentionRecord() | PassageRecord():
                if record.revision == self._articles[record.article].revision:
                    record = self._without_lost_mentions(record)
                    layers = self._marks.setdefault(record.article, {})
                    layers.setdefault(record.annotator, []).append(record)
                    self.counts[kind_of(record)] += 1
                else:
                    self.loses["earlier"] += 1
            case ArticleRecord():
                self._articles[record.id] = record
                self.counts["article"] += 1
                for key in ("earlier", "blocks", "links"):
                    if lost := len(getattr(record, key)):
                        self.loses[key] += lost
            case AnnotatorRecord():
                self._annotators[record.id] = record
            case TopicRecord():
                self.topics[record.id] = record
            case SpeakerRecord():
                self._speakers[record.id] = record
            case PropositionRecord():
                self._propositions[record.id] = record
            case _:
                if (kind := kind_of(record)) != "set":
                    self.loses[kind] += 1

    def _without_lost_mentions(self, mark: MarkRecord) -> MarkRecord:
        """A claim without links to mentions on an earlier text, which stay behind."""
        if isinstance(mark, MentionRecord):
            self._mentions.add(mark.id)
        if not isinstance(mark, ClaimRecord) or all(each.mention in self._mentions for each in mark.speakers):
            return mark
        there = self._mentions
        said = [each if each.mention in there else structs.replace(each, mention=None) for each in mark.speakers]
        return structs.replace(mark, speakers=tuple(each for each in said if each.speaker or each.mention))

    def _count_losses(self) -> None:
        for article in self._articles.values():
            # They travel with the marks; when it was retrieved does not.
            lost = ("retrieved",) if article.id in self._marks else DETAILS
            self.loses["details"] += any(getattr(article, key) for key in lost)
        used = _Used()
        for layers in self._marks.values():
            for marks in layers.values():
                for mark in marks:
                    used.add(mark)
        self.counts["annotator"] = len({each for layers in self._marks.values() for each in layers})
        for topic in self.topics.values():
            plain = TopicRecord(topic.id, topic.name, topic.parent)
            self.loses["topic"] += topic.id not in used.topics or topic != plain
        for speaker in self._speakers.values():
            plainest = SpeakerRecord(speaker.id, speaker.name, speaker.kind)
            self.loses["speaker"] += speaker.id not in used.speakers or speaker != plainest
        for each in self._propositions.values():
            self.loses["proposition"] += each.id not in used.propositions or bool(each.note)
        self.loses = +self.loses

    @property
    def detailed(self) -> int:
        """How many articles have details, for a format that carries none of them."""
        return sum(any(getattr(article, key) for key in DETAILS) for article in self._articles.values())

    def beyond_xml(self) -> int:
        """How many characters of all texts, names and notes XML cannot hold. To be asked before `texts`."""
        marks = (mark for layers in self._marks.values() for some in layers.values() for mark in some)
        return sum(
            map(
                beyond_xml,
                chain(
                    (words for each in self._articles.values() for words in (each.title, each.text)),
                    (each.name for each in self._annotators.values()),
                    (words for each in self.topics.values() for words in (each.name, each.definition)),
                    (words for each in self._speakers.values() for words in (each.name, each.note)),
                    (each.text for each in self._propositions.values()),
                    (mark.note for mark in marks),
                ),
            )
        )

    @property
    def counted(self) -> tuple[dict[str, int], dict[str, int]]:
        """counts and loses, as a report on the export takes them."""
        return dict(self.counts), dict(self.loses)

    # Out --------------------------------------------------------------------------------------------

    def titles(self) -> list[str]:
        """The titles of the articles, in the order in which `texts` gives them."""
        return [article.title for article in self._articles.values()]

    def annotators(self) -> list[list[AnnotatorRecord]]:
        """Who has a layer on each article, in the order in which `texts` gives them."""
        return [self._layers_of(article) for article in self._articles]

    def _layers_of(self, article: str) -> list[AnnotatorRecord]:
        known = (self._annotators[each] for each in self._marks.get(article, ()))
        return sorted(known, key=lambda each: (each.name, each.id))

    def texts(self, fit: Fit) -> Iterator[ForeignText]:
        """The articles in their order, each with its layers by the annotators' names; to be asked for once.

        Marks are let go as they are given, so that a large set is never in memory twice.
        """
        for article in self._articles.values():
            whose = self._layers_of(article.id)
            layers = self._marks.pop(article.id, {})
            described = [_Layer(article, each.name, fit, self).described(layers[each.id], each) for each in whose]
            yield ForeignText(
                name=article.title,
                raw=article.text,
                layers=tuple(described),
                identity=article.id,
                title=article.title,
                byline=article.byline,
                published=article.published,
                source=article.source,
                url=article.url,
                language=article.language,
                file=article.file,
                meta=article.meta,
            )

    def path(self, topic: str) -> tuple[Step, ...]:
        """The steps from the top of the tree to a topic."""
        if topic in self._paths:
            return self._paths[topic]
        steps: dict[str, str] = {}
        at = self.topics.get(topic)
        while at is not None and at.id not in steps:
            steps[at.id] = at.name
            at = self.topics.get(at.parent or "")
        return self._paths.setdefault(topic, tuple(reversed(steps.items())))

    def names(self, mark: MarkRecord) -> Names:
        """What the ids in a mark are called."""
        match mark:
            case MentionRecord(speaker=speaker):
                return Names(speakers=self._called([speaker] if speaker else []))
            case PassageRecord(topic=topic):
                return Names({topic: self.path(topic)})
            case ClaimRecord():
                speakers = self._called(each.speaker for each in mark.speakers if each.speaker is not None)
                propositions = {each: self._propositions[each].text for each in (mark.proposition,) if each is not None}
                return Names({each.topic: self.path(each.topic) for each in mark.topics}, speakers, propositions)

    def _called(self, speakers: Iterable[str]) -> dict[str, tuple[str, SpeakerKind]]:
        return {each: (self._speakers[each].name, self._speakers[each].kind) for each in speakers}

    def speaker(self, identity: str) -> Reference:
        """The entry of a speaker in our register."""
        return Reference(SPEAKERS, identity, self._speakers[identity].name)

    def topic(self, identity: str) -> Reference:
        """The entry of a topic in our register, with its path for a name."""
        return Reference(TOPICS, identity, PATH.join(name for _, name in self.path(identity)))

    def passage_label(self, topic: str) -> str:
        """The label of passages on a topic: its name, made unlike the names of claims, cues and mentions."""
        return topic_label(self.topics[topic].name)


def topic_label(name: str) -> str:
    """A topic's name as a label that no reader takes for one of a claim, cue or mention."""
    return name if name.strip() and Meanings({}).of_span(name) == "passage" else f"{name} (topic)"


class _Used:
    """The ids that marks name."""

    def __init__(self) -> None:
        self.topics: set[str] = set()
        self.speakers: set[str] = set()
        self.propositions: set[str] = set()

    def add(self, mark: MarkRecord) -> None:
        match mark:
            case ClaimRecord():
                self.topics.update(each.topic for each in mark.topics)
                self.speakers.update(each.speaker for each in mark.speakers if each.speaker is not None)
                self.propositions.update(filter(None, (mark.proposition,)))
            case MentionRecord():
                self.speakers.update(filter(None, (mark.speaker,)))
            case PassageRecord():
                self.topics.add(mark.topic)


class _Layer:
    """One annotator's marks on one article on their way out."""

    def __init__(self, article: ArticleRecord, name: str, fit: Fit, leaving: Leaving) -> None:
        self._article = article
        self._name = name
        self._fit = fit
        self._leaving = leaving
        self._spans: list[ForeignSpan] = []
        self._links: list[ForeignLink] = []

    def described(self, marks: list[MarkRecord], annotator: AnnotatorRecord) -> ForeignLayer:
        """The layer; each mark's first span carries the mark whole."""
        mentions: dict[str, ForeignSpan] = {}
        first: list[tuple[int, MarkRecord, list[tuple[str, ForeignSpan]]]] = []
        for mark in marks:
            place = len(self._spans)
            links: list[tuple[str, ForeignSpan]] = []
            match mark:
                case MentionRecord():
                    mentions[mark.id] = self._mention(mark)
                case PassageRecord():
                    self._span(self._leaving.passage_label(mark.topic), mark.parts, _shown(mark.fields), mark)
                case ClaimRecord():
                    self._claim(mark)
                    if mark.cue:
                        links.append((CUE, self._span(CUE, mark.cue, {}, None)))
                    links += [(each.role, mentions[each.mention]) for each in mark.speakers if each.mention in mentions]
            first.append((place, mark, links))
        for number, (place, mark, links) in enumerate(first):
            names = self._leaving.names(mark)
            self._tie(place, mark, links, names if number else self._with_layer(names, annotator))
        return ForeignLayer(self._name, tuple(self._spans), tuple(self._links), (), annotator.kind, annotator.id)

    def _span(
        self,
        label: str,
        parts: Iterable[Part],
        attributes: dict[str, Any],
        mark: MarkRecord | None,
        references: tuple[Reference, ...] = (),
    ) -> ForeignSpan:
        span = ForeignSpan(
            key=str(len(self._spans) + 1),
            label=label,
            parts=tuple((part.start, part.end) for part in parts),
            attributes=attributes,
            references=references,
            notes=(mark.note,) if mark is not None and mark.note else (),
            created=mark.created if mark is not None else None,
            updated=mark.updated if mark is not None else None,
        )
        self._spans.append(self._fit(span, self._article.text))
        return self._spans[-1]

    def _mention(self, mark: MentionRecord) -> ForeignSpan:
        known = () if mark.speaker is None else (self._leaving.speaker(mark.speaker),)
        return self._span(MENTION, mark.parts, _shown(mark.fields), mark, known)

    def _claim(self, mark: ClaimRecord) -> None:
        attributes = _shown(mark.fields)
        for name, value in (("quotation", mark.quotation), ("certainty", mark.certainty)):
            if value is not None:
                attributes[name] = value
        if len(mark.topics) == 1 and mark.topics[0].stance is not None:
            attributes["stance"] = mark.topics[0].stance
        elif any(each.stance is not None for each in mark.topics):
            attributes["stances"] = [each.stance or "" for each in mark.topics]
        silent = [each.speaker for each in mark.speakers if each.speaker is not None and each.mention is None]
        references = [self._leaving.speaker(each) for each in silent]
        references += [self._leaving.topic(each.topic) for each in mark.topics]
        self._span(CLAIM, mark.parts, attributes, mark, tuple(references))

    def _with_layer(self, names: Names, annotator: AnnotatorRecord) -> Names:
        about = {name: getattr(self._article, name) for name in About.__struct_fields__}
        whose = Whose(annotator.id, annotator.name, annotator.kind)
        return structs.replace(names, annotator=whose, article=About(**about))

    def _tie(self, place: int, mark: MarkRecord, links: list[tuple[str, ForeignSpan]], names: Names) -> None:
        span = self._spans[place]
        for label, target in links:
            key = str(len(self._links) + 1)
            self._links.append(ForeignLink(key, label, (("Arg1", span.key), ("Arg2", target.key))))
        ends = [(label, target.label, target.parts) for label, target in links]
        sealed = seal(span.label, span.parts, span.attributes, span.notes, span.references, ends)
        self._spans[place] = structs.replace(span, own=line_of(sealed, mark, names))


def _shown(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that other tools can show: plain values under names that mean nothing else."""
    reserved = ("quotation", "certainty", "stance", "stances", "topics")
    return {key: value for key, value in fields.items() if isinstance(value, str | int | float) and key not in reserved}
