"""Marks in the making to marks: ids, speakers, topics, fields, and our own marks taken back whole.

Used by the translator for each layer of each text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, ClassVar, get_args

from msgspec import structs

from annotator.formats.foreign.description import ForeignLayer, Reference
from annotator.formats.foreign.drafts import Draft, Drafts
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.own import Own, own_of, seal
from annotator.formats.foreign.placing import Placed
from annotator.formats.foreign.register import TOPICS, Register
from annotator.records import (
    ArticleRecord,
    Certainty,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    Quotation,
    Stance,
)

Places = tuple[tuple[int, int], ...]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")

First = tuple[str, str, int, str, tuple[Part, ...]]
Last = tuple[tuple[str, ...], int, str, str]
Outgoing = dict[str, list[tuple[str, str, Places]]]


class Marking:
    """Makes the marks of one layer on one article."""

    KINDS: ClassVar[tuple[type[MarkRecord], ...]] = (MentionRecord, ClaimRecord, PassageRecord)
    """In the order in which they are written."""

    def __init__(self, article: ArticleRecord, annotator: str, register: Register, made_at: str) -> None:
        """annotator: an id. made_at: the time of marks whose file says none."""
        self._article = article
        self._annotator = annotator
        self._register = register
        self._made_at = made_at
        self._mentions: dict[str, tuple[str, str | None]] = {}  # key of a span -> id of mention, of speaker
        self.unsure: list[tuple[MarkRecord, Placed]] = []
        """Marks whose place is not the file's, each with the span that is to blame."""

    def marks(self, layer: ForeignLayer, spans: Sequence[Placed], drafts: Drafts) -> list[MarkRecord]:
        """The marks of a layer, mentions before the claims that point to them."""
        outgoing = _outgoing(layer, spans)
        made: list[MarkRecord] = []
        for draft in sorted(drafts.marks, key=lambda each: each.kind != "mention"):
            mark = self._mark(layer.annotator, draft, outgoing)
            made.append(mark)
            self.unsure.extend((mark, each) for each in draft.spans if each.status in ("moved", "uncertain"))
        return made

    def _mark(self, annotator: str, draft: Draft, outgoing: Outgoing) -> MarkRecord:
        own = own_of(draft.spans[0].span.own, self._article.text)
        identity = self._identity(annotator, draft, own)
        kind = None if own is None else own.mark.__struct_config__.tag
        if own is not None and kind == draft.kind and own.seal == _seal(draft, outgoing):
            return self._taken_whole(own, identity, draft)
        made = self._made(draft, identity)
        return made if own is None or kind != draft.kind else self._changed_elsewhere(own, made)

    def _made(self, draft: Draft, identity: str) -> MarkRecord:
        """The mark in the tool's terms alone."""
        span = draft.spans[0].span
        created = _moment(span.created) or self._made_at
        first: First = (identity, self._article.id, self._article.revision, self._annotator, draft.parts)
        last: Last = ((), 0, created, _moment(span.updated) or created)
        note = "\n\n".join(dict.fromkeys(draft.notes))
        match draft.kind:
            case "mention":
                speaker = next((self._register.speaker(each) for each in draft.references), None)
                self._mentions[draft.key] = (identity, speaker)
                return MentionRecord(*first, speaker, note, self._fields(draft.attributes), *last)
            case "passage":
                topic = self._register.topic(draft.label)
                fields = self._fields(draft.attributes | _as_values(draft.references))
                return PassageRecord(*first, topic, note, fields, *last)
        return self._claim(draft, first, note, last)

    def _identity(self, annotator: str, draft: Draft, own: Own | None) -> str:
        if own is not None and own.mark.id not in self._register.taken:
            self._register.taken.add(own.mark.id)
            return own.mark.id
        places = [(part.start, part.end) for part in (*draft.parts, *draft.cue)]
        values = sorted((name, str(value)) for name, value in draft.attributes.items())
        content = (self._article.id, annotator, draft.kind, draft.label, tuple(places), *values, *draft.notes)
        # Two equal marks are two marks, also where a set brings the same text twice.
        self._register.seen[content] += 1
        return identity_of("mark", *content, self._register.seen[content])

    def _taken_whole(self, own: Own, identity: str, draft: Draft) -> MarkRecord:
        self._register.bring(own.names)
        if isinstance(own.mark, MentionRecord):
            self._mentions[draft.key] = (identity, own.mark.speaker)
        whole: MarkRecord = structs.replace(
            self._register.with_mentions(own.mark, self._article.id),
            id=identity,
            article=self._article.id,
            revision=self._article.revision,
            annotator=self._annotator,
        )
        return whole

    def _changed_elsewhere(self, own: Own, made: MarkRecord) -> MarkRecord:
        """A mark of ours that the tool changed: its terms win, what they cannot say stays as it was."""
        self._register.bring(own.names)
        before = own.mark
        kept: dict[str, Any] = {"fields": before.fields | made.fields, "note": made.note or before.note}
        for name in ("created", "codebook", "origins"):
            kept[name] = getattr(before, name)
        if isinstance(before, ClaimRecord) and isinstance(made, ClaimRecord):
            for name in ("speakers", "topics", "quotation", "certainty"):
                kept[name] = getattr(made, name) or getattr(before, name)
            kept["proposition"] = before.proposition
        elif isinstance(before, MentionRecord) and isinstance(made, MentionRecord):
            kept["speaker"] = made.speaker or before.speaker
            key = next(key for key, (identity, _) in self._mentions.items() if identity == made.id)
            self._mentions[key] = (made.id, kept["speaker"])
        elif isinstance(before, PassageRecord) and isinstance(made, PassageRecord):
            steps = own.names.topics.get(before.topic, ())
            kept["topic"] = before.topic if steps and self._register.topic(steps[-1][1]) == made.topic else made.topic
        changed: MarkRecord = structs.replace(made, **kept)
        return changed

    def _claim(self, draft: Draft, first: First, note: str, last: Last) -> ClaimRecord:
        left = dict(draft.attributes)
        quotation, certainty = _word(left, "quotation", Quotation), _word(left, "certainty", Certainty)
        speakers = [
            ClaimSpeaker(speaker, role, mention)
            for role, key in draft.said
            if key in self._mentions
            for mention, speaker in (self._mentions[key],)
        ]
        silent = [each for each in draft.references if each.register != TOPICS]
        speakers += [ClaimSpeaker(self._register.speaker(each)) for each in silent]
        topics = self._topics(left, [each for each in draft.references if each.register == TOPICS])
        return ClaimRecord(
            *first, draft.cue, tuple(dict.fromkeys(speakers)), topics, quotation, certainty, None, note,
            self._fields(left), *last,
        )  # fmt: skip

    def _topics(self, left: dict[str, Any], references: Sequence[Reference]) -> tuple[ClaimTopic, ...]:
        """Topics that the references, or the attribute `topics`, name; their stances are taken out of `left`."""
        paths = left.get("topics")
        if not references and isinstance(paths, list | tuple) and all(isinstance(each, str) and each for each in paths):
            del left["topics"]
            topics = dict.fromkeys(self._register.topic_at(each) for each in paths)
        else:
            topics = dict.fromkeys(self._register.topic_of(each) for each in references)
        if not topics:
            return ()
        said = left.pop("stances", None) or [left.pop("stance", None)]
        known = [each if each in get_args(Stance) else None for each in said] if isinstance(said, list | tuple) else []
        sides: Iterator[Stance | None] = chain(known, repeat(None))
        return tuple(ClaimTopic(topic, next(sides)) for topic in topics)

    def _fields(self, attributes: Mapping[str, Any]) -> dict[str, Any]:
        for key, value in attributes.items():
            self._register.note_field(key, value)
        return dict(attributes)


def _moment(value: str | None) -> str | None:
    """A time as a set says it, where it is one as the records have it."""
    return value if value is not None and _MOMENT.fullmatch(value) else None


def _word(attributes: dict[str, Any], name: str, words: Any) -> Any:
    """The value of that attribute where it is one of our words, taken out; else None."""
    value = attributes.get(name)
    if isinstance(value, str) and value.casefold() in get_args(words):
        del attributes[name]
        return value.casefold()
    return None


def _as_values(references: Sequence[Reference]) -> dict[str, Any]:
    """Entries of registers as fields, for marks that have no speaker."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in references:
        found[each.register].append(f"{each.key} {each.name}".strip())
    return {register: "; ".join(values) for register, values in found.items()}


def _outgoing(layer: ForeignLayer, spans: Sequence[Placed]) -> Outgoing:
    """Key of a span -> (label of the relation, label and places of the other end), for relations from it."""
    by_key = {each.span.key: each for each in spans}
    found: Outgoing = {}
    for link in layer.links:
        if link.trigger is None and len(link.arguments) == 2:
            target = by_key.get(link.arguments[1][1])
            if target is not None:
                found.setdefault(link.arguments[0][1], []).append((link.label, target.span.label, _places(target)))
    return found


def _places(placed: Placed) -> Places:
    return tuple((part.start, part.end) for part in placed.parts)


def _seal(draft: Draft, outgoing: Outgoing) -> str:
    main = draft.spans[0]
    span = main.span
    links = outgoing.get(span.key, [])
    return seal(span.label, _places(main), span.attributes, span.notes, span.references, links)
