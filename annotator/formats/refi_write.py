"""Our records as a REFI-QDA project, valid by its schema.

Used by `refi_qda`. The schema is a sequence: users, codes, variables and cases come before the sources, notes and
links behind them; so sources go to a temporary file while notes and links are kept, and the memory holds neither
selections nor codings. Ids are ours where they are UUIDs; positions are code points, ends exclusive, on texts
with plain newlines.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZipFile

import msgspec
from msgspec import Struct, structs

from annotator import __version__
from annotator.errors import FileError
from annotator.formats import Progress
from annotator.formats.bundle import timeless_entry
from annotator.formats.codebook_file import stable_id
from annotator.formats.codebook_qdc import topics_from
from annotator.formats.foreign.description import ForeignLayer, ForeignSpan, ForeignText, Reference
from annotator.formats.foreign.leaving import Leaving
from annotator.formats.foreign.placing import as_parts
from annotator.formats.foreign.register import SPEAKERS, TOPICS
from annotator.formats.refi_codes import (
    ATTRIBUTES,
    KINDS,
    ORIGIN,
    PROJECT,
    attribute_guid,
    code_labels,
    codes_element,
    guid,
    kind_guid,
)
from annotator.formats.xml_text import xml_text
from annotator.records import Record, SetRecord, SpeakerRecord
from annotator.sentences import worded

PROJECT_ENTRY, OWN_ENTRY = "project.qde", "annotator-marks.txt"
"""The project in the archive; and, beside it, each mark whole, a line with the GUID of its selection."""

TOPIC, SPEAKER = "topic ", "speaker "
"""In front of the GUID, in lines that say the id of a topic or speaker where it is no GUID."""

CONTINUES = "continues"
"""The link from a part of a mark to the next."""

DESCRIPTIONS = ("byline", "published", "source", "url", "language")
"""What is known of an article, a variable each."""

SPEAKER_KIND = "kind"
LONGEST_NAME = 1000
"""A selection is called by its words, up to so many characters."""

_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


class _MarkId(Struct):
    id: str


class _Line(Struct):
    mark: _MarkId


_mark_of = msgspec.json.Decoder(_Line).decode


def _quoted(text: str) -> str:
    return xml_text(text).translate(_ATTRIBUTE)


def _written(text: str) -> str:
    return xml_text(text).translate(_TEXT)


class _Records(Leaving):
    """The records on their way out, in the terms of codes."""

    project = "Annotation"
    created: str | None = None

    def __init__(self, records: Iterable[Record], progress: Progress) -> None:
        super().__init__(records, progress)
        self.codes = codes_element(self.topics.values())
        self._labels = code_labels(topics_from(self.codes)[0], guarded=True)
        self._guids = {label: each for each, label in self._labels.items()}

    def _count_losses(self) -> None:
        """Of topics keys and merges are lost, and of those above others that they are retired; of speakers more."""
        super()._count_losses()
        above = {each.parent for each in self.topics.values()}
        for kind in ("topic", "speaker"):
            del self.loses[kind]
        for topic in self.topics.values():
            kept = topic.key is None and topic.merged_into is None and not (topic.retired and topic.id in above)
            self.loses["topic"] += not kept
        for speaker in self._speakers.values():
            self.loses["speaker"] += speaker != SpeakerRecord(speaker.id, speaker.name, speaker.kind, note=speaker.note)
        self.loses = +self.loses

    def _take(self, record: Record) -> None:
        if isinstance(record, SetRecord):
            self.project, self.created = record.project, record.created
        super()._take(record)

    def passage_label(self, topic: str) -> str:
        """The label that the reader will give to the topic's code."""
        return self._labels[guid("topic", topic)]

    def code_of(self, label: str) -> str:
        """The GUID of the code of that label."""
        return kind_guid(label) if label in KINDS else self._guids[label]

    def speakers(self) -> list[SpeakerRecord]:
        """All speakers."""
        return list(self._speakers.values())

    def own_ids(self) -> Iterator[str]:
        """The lines of ids that are no GUIDs."""
        named = ((TOPIC, "topic", self.topics), (SPEAKER, "speaker", self._speakers))
        for word, kind, entries in named:
            for each in entries:
                if (identity := guid(kind, each)) != each and not set("\t\n").intersection(each):
                    yield f"{word}{identity}\t{each}\n"

    def users(self) -> Iterator[tuple[str, str, str]]:
        """GUID, name and initials of each annotator."""
        for each in self._annotators.values():
            yield guid("annotator", each.id), each.name, each.initials


def fitted(span: ForeignSpan, text: str) -> ForeignSpan:
    """The span as the project gives it back."""
    parts = span.parts
    if len(parts) > 1:
        parts = tuple((part.start, part.end) for part in as_parts(text, parts))
    return structs.replace(
        span,
        parts=parts,
        attributes={name: value for name, value in span.attributes.items() if value in ATTRIBUTES.get(name, ())},
        references=tuple(map(_fitted, span.references)),
        notes=tuple(map(xml_text, span.notes)),
    )


@lru_cache(10_000)
def _fitted(reference: Reference) -> Reference:
    kind = "topic" if reference.register == TOPICS else "speaker"
    return structs.replace(reference, key=guid(kind, reference.key))


class ProjectWriter:
    """One project while it is written."""

    def __init__(self, records: Iterable[Record], progress: Progress) -> None:
        self._records = _Records(records, progress)
        self.counts: Counter[str] = self._records.counts
        self.loses: Counter[str] = self._records.loses
        self.loses["controls"] = self._records.beyond_xml()
        self._notes: list[str] = []
        self._links: list[str] = []
        self._mentions: dict[str, list[str]] = {}
        self._serial = 0
        self._series = stable_id("project", self._records.project)[:24]

    def write(self, pack: ZipFile, folder: Path) -> None:
        """Write all entries. folder: where temporary files may lie."""
        with TemporaryFile(dir=folder) as sources, TemporaryFile(dir=folder) as own:
            try:
                for text in self._records.texts(fitted):
                    self._source(text, pack, sources, own)
            except UnicodeEncodeError as error:
                raise FileError(
                    worded("A text holds half a character (a lone surrogate), which no file carries; type it again.")
                ) from error
            with pack.open(timeless_entry(PROJECT_ENTRY), "w") as entry:
                for piece in self._before():
                    entry.write(piece.encode())
                sources.seek(0)
                shutil.copyfileobj(sources, entry, 1 << 20)
                for piece in self._behind(sources.tell() > 0):
                    entry.write(piece.encode())
            own.write("".join(self._records.own_ids()).encode())
            own.seek(0)
            with pack.open(timeless_entry(OWN_ENTRY), "w") as entry:
                shutil.copyfileobj(own, entry, 1 << 20)

    # Before and behind the sources ------------------------------------------------------------------

    def _before(self) -> Iterator[str]:
        from lxml import etree

        created = f' creationDateTime="{self._records.created}"' if self._records.created else ""
        about = f'name="{_quoted(self._records.project)}" origin="{ORIGIN} {__version__}"{created}'
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<Project xmlns="{PROJECT}" {about}>\n'
        users = [
            f'<User guid="{each}" name="{_quoted(name)}" id="{_quoted(initials)}"/>\n'
            for each, name, initials in self._records.users()
        ]
        if users:
            yield f"<Users>\n{''.join(users)}</Users>\n"
        codes = etree.tostring(self._records.codes, encoding="unicode").replace(f' xmlns:ns0="{PROJECT}"', "")
        yield f"<CodeBook>{codes.replace('<ns0:', '<').replace('</ns0:', '</')}</CodeBook>\n<Variables>\n"
        for name in (*DESCRIPTIONS, SPEAKER_KIND):
            yield f'<Variable guid="{_variable(name)}" name="{name}" typeOfVariable="Text"/>\n'
        yield "</Variables>\n"
        cases = [self._case(each) for each in self._records.speakers()]
        if cases:
            yield f"<Cases>\n{''.join(cases)}</Cases>\n"
        if self.counts["article"]:
            yield "<Sources>\n"

    def _case(self, speaker: SpeakerRecord) -> str:
        identity = guid("speaker", speaker.id)
        described = f"<Description>{_written(speaker.note)}</Description>" if speaker.note else ""
        mentions = "".join(f'<SelectionRef targetGUID="{each}"/>' for each in self._mentions.get(identity, ()))
        kind = _value(SPEAKER_KIND, speaker.kind)
        return f'<Case guid="{identity}" name="{_quoted(speaker.name)}">{described}{kind}{mentions}</Case>\n'

    def _behind(self, sources: bool) -> Iterator[str]:
        if sources:
            yield "</Sources>\n"
        for name, pieces in (("Notes", self._notes), ("Links", self._links)):
            if pieces:
                yield f"<{name}>\n"
                yield from pieces
                yield f"</{name}>\n"
        yield "</Project>\n"

    # Sources ----------------------------------------------------------------------------------------

    def _source(self, text: ForeignText, pack: ZipFile, sources: IO[bytes], own: IO[bytes]) -> None:
        identity, raw = guid("article", text.identity or text.name), text.raw or ""
        # A text that begins with a byte order mark needs one more, since a reader takes one away.
        marked = "\ufeff" + raw if raw.startswith("\ufeff") else raw
        pack.writestr(timeless_entry(f"sources/{identity}.txt"), marked.encode())
        path = f'plainTextPath="internal://{identity}.txt"'
        pieces = [f'<TextSource guid="{identity}" name="{_quoted(text.title or text.name)}" {path}>\n']
        for layer in text.layers:
            self._layer(layer, raw, pieces, own)
        for name in DESCRIPTIONS:
            if value := getattr(text, name):
                pieces.append(_value(name, value))
        pieces.append("</TextSource>\n")
        sources.write("".join(pieces).encode())

    def _layer(self, layer: ForeignLayer, raw: str, pieces: list[str], own: IO[bytes]) -> None:
        user = guid("annotator", layer.identity or layer.annotator)
        selections: dict[str, str] = {}
        lines = []
        for span in layer.spans:
            if span.own is not None:
                selection = guid("mark", _mark_of(span.own).mark.id)
                lines.append(f"{selection}\t{span.own}\n")
            else:
                selection = self._next()
            selections[span.key] = selection
            self._selection(selection, user, span, raw, pieces)
        own.write("".join(lines).encode())
        for link in layer.links:
            (_, origin), (_, target) = link.arguments
            self._link(link.label, selections[origin], selections[target])

    def _selection(self, selection: str, user: str, span: ForeignSpan, raw: str, pieces: list[str]) -> None:
        """The selections of a span: one for each part, the first with all that is said of it."""
        when = f' creationDateTime="{span.created}"' if span.created else ""
        changed = f' modifyingUser="{user}" modifiedDateTime="{span.updated}"' if span.updated else ""
        coded = f'creatingUser="{user}"'
        codes = [self._records.code_of(span.label)]
        codes += [attribute_guid(name, value) for name, value in span.attributes.items()]
        codes += [each.key for each in span.references if each.register == TOPICS]
        before = selection
        for number, (start, end) in enumerate(span.parts):
            this = self._next() if number else selection
            words = raw[start:end] if end - start <= LONGEST_NAME else raw[start : start + LONGEST_NAME - 1] + "…"
            place = f'startPosition="{start}" endPosition="{end}"'
            pieces.append(f'<PlainTextSelection guid="{this}" name="{_quoted(words)}" {place} {coded}{when}{changed}>')
            for code in codes if number == 0 else codes[:1]:
                pieces.append(f'<Coding guid="{self._next()}" {coded}><CodeRef targetGUID="{code}"/></Coding>')
            if number == 0:
                pieces += [self._note(note, coded + when) for note in span.notes]
            else:
                self._link(CONTINUES, before, this)
            pieces.append("</PlainTextSelection>\n")
            before = this
        for each in span.references:
            if each.register == SPEAKERS and span.label == KINDS[-1]:
                self._mentions.setdefault(each.key, []).append(selection)
            elif each.register == SPEAKERS:
                self._link("says", selection, each.key)

    def _note(self, note: str, coded: str) -> str:
        identity = self._next()
        about = f'<Note guid="{identity}" {coded}><PlainTextContent>{_written(note)}</PlainTextContent></Note>\n'
        self._notes.append(about)
        return f'<NoteRef targetGUID="{identity}"/>'

    def _link(self, name: str, origin: str, target: str) -> None:
        ends = f'originGUID="{origin}" targetGUID="{target}"'
        self._links.append(f'<Link guid="{self._next()}" name="{_quoted(name)}" direction="OneWay" {ends}/>\n')

    def _next(self) -> str:
        """A GUID for what nobody else refers to: counted, so that the same set gives the same ones."""
        self._serial += 1
        return f"{self._series}{self._serial:012x}"


def _variable(name: str) -> str:
    return stable_id("variable", name)


def _value(name: str, value: str) -> str:
    reference = f'<VariableRef targetGUID="{_variable(name)}"/>'
    return f"<VariableValue>{reference}<TextValue>{_written(value)}</TextValue></VariableValue>\n"
