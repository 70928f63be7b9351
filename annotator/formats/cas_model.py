"""UIMA's common analysis structure, as far as annotation sets need it, in neutral terms.

Used by the XMI and the JSON format, which give their structures as `Structure`. Layers are spans with their
features as attributes; relations with a governor and a dependent, slots with role and target, and plain
references are links. Segmentation into tokens and sentences is no annotation: it is left aside, and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from annotator.formats import FileReport, ReadOptions, Refusal
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSpan, ForeignText
from annotator.formats.foreign.segments import together
from annotator.formats.json_objects import headline, whole_number
from annotator.records import AnnotatorKind
from annotator.sentences import worded

SEGMENTATION = frozenset({"Token", "Sentence", "Paragraph", "Div", "Document", "SurfaceForm"})
"""Layers that part a text and say nothing about it; taken only where the map names them."""

PASSAGE, TOPIC, NOTE, OWN = "Passage", "topic", "note", "annotatorMark"
"""Of the types that this program writes: the layer of passages, and the features for topic, note and the whole mark."""

CURATORS = frozenset({"curation_user", "curator"})
"""Names of annotators whose work is the adjudicated version."""

_DESCRIPTIONS = frozenset({"DocumentAnnotation", "DocumentMetaData", "TagsetDescription"})
_ABOUT = ("documentTitle", "documentId", "language")
_PLACES = frozenset({"begin", "end", "sofa"})
_GOVERNORS, _DEPENDENTS = ("Governor", "source"), ("Dependent", "target")


class References(Struct, frozen=True):
    """The value of a feature that points at other structures."""

    ids: tuple[str, ...]


class Structure(Struct, frozen=True):
    """A feature structure. type: with its name space. sofa: id of the text that it lies on, where it has one."""

    id: str
    type: str
    features: dict[str, Any] = field(default_factory=dict)
    sofa: str | None = None

    @property
    def layer(self) -> str:
        """The type's name without its name space."""
        return self.type.rpartition(".")[2].removesuffix("[]")

    @property
    def place(self) -> tuple[int, int] | None:
        """Begin and end in UTF-16 units, where it has both."""
        begin, end = whole_number(self.features.get("begin")), whole_number(self.features.get("end"))
        return None if begin is None or end is None else (begin, end)


class Sofa(Struct, frozen=True):
    """One text. uri: where it lies, if it is not in the file."""

    id: str
    name: str
    text: str | None
    uri: str | None = None


class Analysis(Struct, frozen=True):
    """One file."""

    sofas: tuple[Sofa, ...]
    structures: tuple[Structure, ...]


def texts_of(
    analysis: Analysis, whose: str, file: str, report: FileReport, options: ReadOptions
) -> Iterator[ForeignText]:
    """The texts of a file with one layer each. whose: the annotator. file: its name, for the report."""
    by_id = {each.id: each for each in analysis.structures}
    if not analysis.sofas:
        report.refused.append(Refusal(file, worded("It holds no text; export it again with its text.")))
    for sofa in analysis.sofas:
        own = [each for each in analysis.structures if each.sofa in (sofa.id, None) or len(analysis.sofas) == 1]
        if not sofa.text and not sofa.uri:
            reason = worded("It holds no text, so that its annotations have no place; export it again with its text.")
            report.refused.append(Refusal(f"{file} ({sofa.name})", reason))
            continue
        about = _about(own)
        title = about.get("documentTitle") or about.get("documentId")
        layer = _Layer(by_id, whose, file, options).described(own, report)
        yield ForeignText(
            title or headline(sofa.text or "", file),
            sofa.text or None,
            (layer,),
            unit="utf-16",
            title=title,
            url=sofa.uri,
            language=None if about.get("language") in (None, "x-unspecified") else about["language"],
            file=file,
        )


def _about(structures: Iterable[Structure]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in structures:
        if each.layer in _DESCRIPTIONS:
            found |= {name: each.features[name] for name in _ABOUT if isinstance(each.features.get(name), str)}
    return found


class _Layer:
    """The structures on one text as spans and links."""

    def __init__(self, by_id: Mapping[str, Structure], whose: str, file: str, options: ReadOptions) -> None:
        self._by_id = by_id
        self._whose = whose
        self._file = file
        self._wanted = set(options.labels)
        self._spans: list[ForeignSpan] = []
        self._links: list[ForeignLink] = []
        self._notes: list[str] = []
        self._aside: Counter[str] = Counter()
        self._between_tokens: Counter[str] = Counter()

    def described(self, structures: Iterable[Structure], report: FileReport) -> ForeignLayer:
        for each in structures:
            self._take(each)
        for layer, count in self._aside.items():
            report.ignored.append(f"{self._file}: segmentation, no annotation: {layer} ({count})")
        for layer, count in self._between_tokens.items():
            report.ignored.append(f"{self._file}: no place for relations between tokens: {layer} ({count})")
        kind: AnnotatorKind = "consensus" if self._whose.casefold() in CURATORS else "person"
        return together(ForeignLayer(self._whose, tuple(self._spans), tuple(self._links), tuple(self._notes), kind))

    def _take(self, each: Structure) -> None:
        if each.layer in _DESCRIPTIONS or "role" in each.features or ("target" in each.features and not each.place):
            return
        ends = self._ends(each)
        if ends is not None and any(self._is_aside(key) for key in ends):
            self._between_tokens[each.layer] += 1
        elif ends is not None:
            arguments = (("Governor", ends[0]), ("Dependent", ends[1]))
            attributes = {name: value for name, value in each.features.items() if _is_plain(name, value)}
            self._links.append(
                ForeignLink(each.id, each.layer, arguments, attributes=attributes, where=self._where(each))
            )
        elif each.place is not None:
            if self._is_aside(each.id):
                self._aside[each.layer] += 1
            else:
                self._take_span(each, each.place)
        else:
            said = [f"{name}: {value}" for name, value in each.features.items() if _is_plain(name, value)]
            if said:
                self._notes.append(f"{each.layer} ({', '.join(said)})")

    def _ends(self, each: Structure) -> tuple[str, str] | None:
        """The keys of a relation's governor and dependent."""
        found = []
        for names in (_GOVERNORS, _DEPENDENTS):
            value = next((each.features[name] for name in names if name in each.features), None)
            if not isinstance(value, References) or len(value.ids) != 1:
                return None
            found.append(value.ids[0])
        return found[0], found[1]

    def _take_span(self, each: Structure, place: tuple[int, int]) -> None:
        attributes = {name: value for name, value in each.features.items() if _is_plain(name, value)}
        own, note = attributes.pop(OWN, None), attributes.pop(NOTE, None)
        label = each.layer
        if label == PASSAGE and isinstance(attributes.get(TOPIC), str):
            label = attributes.pop(TOPIC)
        self._spans.append(
            ForeignSpan(
                each.id,
                label,
                (place,),
                attributes=attributes,
                notes=(note,) if isinstance(note, str) else (),
                where=self._where(each),
                own=own if isinstance(own, str) else None,
            )
        )
        for name, value in each.features.items():
            if isinstance(value, References):
                self._take_references(each, name, value)

    def _take_references(self, each: Structure, name: str, value: References) -> None:
        for target in value.ids:
            other = self._by_id.get(target)
            label = name
            if other is not None and "target" in other.features:
                slot = other.features["target"]
                label = str(other.features.get("role") or name)
                target = slot.ids[0] if isinstance(slot, References) and slot.ids else target
                other = self._by_id.get(target)
            if other is None or other.place is None or self._is_aside(target):
                continue
            key = f"{each.id}-{name}-{len(self._links)}"
            self._links.append(ForeignLink(key, label, (("from", each.id), ("to", target)), where=self._where(each)))

    def _is_aside(self, key: str) -> bool:
        """Whether that is a token or the like, which is not taken."""
        other = self._by_id.get(key)
        return other is not None and other.layer in SEGMENTATION and other.layer not in self._wanted

    def _where(self, each: Structure) -> str:
        return f"{self._file}, {each.layer} {each.id}"


def _is_plain(name: str, value: Any) -> bool:
    return name not in _PLACES and value not in (None, "", [], ()) and not isinstance(value, References)
