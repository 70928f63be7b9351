"""The lines of a brat `.ann` file as spans, relations, events and notes.

Used by `brat.py`. A tolerant reader: blanks for tabs, CR LF, records that run over several lines since their
covered text holds newlines, ids with suffixes. What cannot be read is listed with its line, the rest is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from annotator.formats import Refusal
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSpan, Reference
from annotator.sentences import worded

OWN_NOTE = "Annotator"
"""The type of the notes in which this program keeps what brat has no place for."""

_RECORD = re.compile(r"(?:[TREAMN]\d\S*|#\S*|\*)[ \t]")
_PLACES = r"\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*"
_TEXT_BOUND = re.compile(rf"(T\S*)[ \t]+(\S+)[ \t]+({_PLACES})[ ]?(?:\t(.*)|[ ](.*))?", re.DOTALL)
_EVENT = re.compile(r"(E\S*)[ \t]+([^\s:]+):(\S+)((?:\s+[^\s:]+:\S+)*)\s*:?\s*")
_RELATION = re.compile(r"(R\S*)[ \t]+(\S+)[ \t]+([^\s:]+):(\S+)\s+([^\s:]+):(\S+)\s*")
_EQUIVALENCE = re.compile(r"\*[ \t]+(\S+)((?:\s+\S+)+)\s*")
_ATTRIBUTE = re.compile(r"([AM]\S*)[ \t]+(\S+)[ \t]+(\S+)(?:[ \t]+(.*?))?\s*", re.DOTALL)
_REFERENCE = re.compile(r"(N\S*)[ \t]+(\S+)[ \t]+(\S+)[ \t]+([^\s:]+):(\S+)(?:\t(.*)|[ ](.*))?", re.DOTALL)
_NOTE = re.compile(r"(#\S*)[ \t]+(\S+)[ \t]+(\S+)(?:[\t ](.*))?", re.DOTALL)
_OFFSETS = re.compile(r"(\d+) (\d+)")


class Read(Struct, frozen=True):
    """What a file says. refused: records that cannot be read, with their lines."""

    layer: ForeignLayer
    refused: list[Refusal]


def read_records(content: str, annotator: str, name: str) -> Read:
    """The records of a file's content. name: of the file, for the report."""
    return _Records(annotator, name).read(content)


class _Records:
    """What was met so far; attributes, entries and notes may stand before what they belong to."""

    def __init__(self, annotator: str, name: str) -> None:
        self._annotator = annotator
        self._name = name
        self._spans: dict[str, ForeignSpan] = {}
        self._links: dict[str, ForeignLink] = {}
        self._attributes: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self._references: defaultdict[str, list[Reference]] = defaultdict(list)
        self._notes: defaultdict[str, list[str]] = defaultdict(list)
        self._own: dict[str, str] = {}
        self._refused: list[Refusal] = []

    def read(self, content: str) -> Read:
        for number, record in _records(content):
            where = f"{self._name}:{number}"
            reason = self._take(record, where)
            if reason:
                self._refused.append(Refusal(where, reason))
        return Read(self._layer(), self._refused)

    def _take(self, record: str, where: str) -> str:
        """Take one record; gives the reason where it cannot be taken."""
        match record[:1]:
            case "T":
                return self._text_bound(record, where)
            case "E":
                return self._event(record, where)
            case "R":
                return self._relation(record, where)
            case "*":
                return self._equivalence(record, where)
            case "A" | "M" if found := _ATTRIBUTE.fullmatch(record):
                self._attributes[found[3]][found[2]] = found[4] or True
                return ""
            case "N" if found := _REFERENCE.fullmatch(record):
                self._references[found[3]].append(Reference(found[4], found[5], found[6] or found[7] or ""))
                return ""
            case "#" if found := _NOTE.fullmatch(record):
                if found[2] == OWN_NOTE and found[4]:
                    self._own[found[3]] = found[4]
                elif (found[4] or "").strip():
                    self._notes[found[3]].append(found[4].strip())
                return ""
        return worded("This is no record of brat; correct or remove the line.")

    def _text_bound(self, record: str, where: str) -> str:
        found = _TEXT_BOUND.fullmatch(record)
        if found is None:
            return worded("This is no span of brat (id, tab, label, offsets, tab, text); correct or remove the line.")
        if found[1] in self._spans:
            return worded("The id {found} stands in an earlier line; give this one its own.", found=found[1])
        parts = tuple((int(start), int(end)) for start, end in _OFFSETS.findall(found[3]))
        if any(start > end for start, end in parts):
            return worded("The span ends before it begins; correct its offsets.")
        words = found[4] if found[4] is not None else found[5]
        self._spans[found[1]] = ForeignSpan(found[1], found[2], parts, (words,) if words else (), where=where)
        return ""

    def _event(self, record: str, where: str) -> str:
        found = _EVENT.fullmatch(record)
        if found is None:
            return worded("This is no event of brat (id, tab, type:trigger, roles); correct or remove the line.")
        arguments = tuple((role, key) for role, _, key in (each.partition(":") for each in found[4].split()))
        return self._link(ForeignLink(found[1], found[2], arguments, trigger=found[3], where=where))

    def _relation(self, record: str, where: str) -> str:
        found = _RELATION.fullmatch(record)
        if found is None:
            return worded("This is no relation of brat (id, tab, type, two arguments); correct or remove the line.")
        arguments = ((found[3], found[4]), (found[5], found[6]))
        return self._link(ForeignLink(found[1], found[2], arguments, where=where))

    def _equivalence(self, record: str, where: str) -> str:
        found = _EQUIVALENCE.fullmatch(record)
        if found is None:
            return worded("This is no equivalence of brat (star, tab, type, ids); correct or remove the line.")
        key = f"*{len(self._links)}"
        return self._link(ForeignLink(key, found[1], tuple(("", each) for each in found[2].split()), where=where))

    def _link(self, link: ForeignLink) -> str:
        if link.key in self._links:
            return worded("The id {key} stands in an earlier line; give this one its own.", key=link.key)
        self._links[link.key] = link
        return ""

    def _layer(self) -> ForeignLayer:
        spans = [self._finished_span(each) for each in self._spans.values()]
        links = [self._finished_link(each) for each in self._links.values()]
        self._attach_left_over()
        stray = [note for notes in self._notes.values() for note in notes]
        return ForeignLayer(self._annotator, tuple(spans), tuple(links), tuple(stray))

    def _finished_span(self, span: ForeignSpan) -> ForeignSpan:
        key = span.key
        return ForeignSpan(
            key,
            span.label,
            span.parts,
            span.quotes,
            attributes=self._attributes.pop(key, {}),
            references=tuple(self._references.pop(key, ())),
            notes=tuple(self._notes.pop(key, ())),
            where=span.where,
            own=self._own.pop(key, None),
        )

    def _finished_link(self, link: ForeignLink) -> ForeignLink:
        attributes, notes = self._attributes.pop(link.key, {}), tuple(self._notes.pop(link.key, ()))
        for each in self._references.pop(link.key, ()):
            attributes[each.register] = f"{each.key} {each.name}".strip()
        return ForeignLink(link.key, link.label, link.arguments, link.trigger, attributes, notes, link.where)

    def _attach_left_over(self) -> None:
        """Attributes and entries of what is not there are listed; their notes stay, on the text as a whole."""
        for key in {*self._attributes, *self._references}:
            reason = worded(
                "An attribute or entry belongs to {key}, which is not there; correct or remove it.", key=key
            )
            self._refused.append(Refusal(self._name, reason))


def _records(content: str) -> Iterator[tuple[int, str]]:
    """The records with the numbers of their first lines.

    A line that begins no record goes on with the one before, where that is a note, or a span whose words are not
    all there yet.
    """
    number = 0
    record = ""
    for at, line in enumerate(content.removeprefix("\ufeff").split("\n"), 1):
        line = line.removesuffix("\r")
        if record and not _RECORD.match(line) and _goes_on(record):
            record = f"{record}\n{line}"
            continue
        if record:
            yield number, record
        number, record = at, line if line.strip() else ""
    if record:
        yield number, record


def _goes_on(record: str) -> bool:
    if record.startswith("#"):
        return True
    found = _TEXT_BOUND.fullmatch(record)
    if found is None or found[4] is None:
        return False
    places = [(int(start), int(end)) for start, end in _OFFSETS.findall(found[3])]
    return len(found[4]) < sum(end - start for start, end in places)
