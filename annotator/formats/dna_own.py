"""What this program keeps for itself in a database of the Discourse Network Analyzer, in a table of its own.

Used by the two halves of the format `dna`. The other program passes over the table. For each coder, document,
entity and claim it holds who or what that is here, beside a seal: a digest of what the database says of it in its
own terms. Where the seal still matches nobody changed it there; where it does not, what was changed is taken from
the statements and the rest stays. What stands in the table is checked like all input.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct, structs

from annotator.formats.dna_tables import AGREEMENT, CONCEPT, ORGANISATION, PERSON, STANCE
from annotator.formats.foreign.description import ForeignSpan
from annotator.formats.foreign.own import UNREADABLE, line_of, own_of, seal
from annotator.formats.foreign.register import TOPICS
from annotator.records import AnnotatorKind, ClaimRecord, ClaimSpeaker, ClaimTopic, Part, SpeakerRecord, Stance, now

Kind = Literal["coder", "document", "entity", "claim"]
Row = tuple[Any, ...]

REPLACEMENT = "\ufffd"
"""What stands in the database for a character on which the other program counts in two ways."""

_SPEAKING, _TOPICAL = (PERSON, ORGANISATION), (CONCEPT, AGREEMENT, STANCE)


class Terms(Struct, frozen=True):
    """What the statements of one claim say. said: for each of them, the values of its variables by name."""

    place: tuple[int, int]
    said: Sequence[Mapping[str, Any]]
    notes: Sequence[str]

    def seals(self) -> dict[str, str]:
        """The digest of each side of the claim."""
        return {
            "place": digest(self.place),
            "note": digest(self.notes),
            "speakers": digest(self._values(_SPEAKING)),
            "topics": digest(self._values(_TOPICAL)),
        }

    def _values(self, names: Collection[str]) -> list[list[tuple[str, Any]]]:
        """The values under these names, each combination once."""
        found = [
            sorted((key, value) for key, value in values.items() if key in names and value not in (None, ""))
            for values in self.said
        ]
        return [values for _, values in sorted({repr(values): values for values in found}.items())]


def digest(value: Any) -> str:
    """A seal of a value that JSON can say."""
    return hashlib.blake2b(msgspec.json.encode(value), digest_size=8).hexdigest()


class Document(Struct, frozen=True):
    """An article's id, and its characters that the database has no place for, each with where it stands."""

    id: str
    signs: tuple[tuple[int, str], ...] = ()

    def restored(self, text: str) -> str | None:
        """The text with these characters in their places; None where they do not fit."""
        letters = list(text)
        for at, sign in self.signs:
            if not 0 <= at < len(letters) or letters[at] != REPLACEMENT or len(sign) != 1:
                return None
            letters[at] = sign
        return "".join(letters)


class Coder(Struct, frozen=True):
    """An annotator, by the whole name."""

    id: str
    name: str
    kind: AnnotatorKind


class Claim(Struct, frozen=True):
    """A claim whole, as `foreign.own` writes it, and the seals of its sides."""

    line: str
    seals: dict[str, str]


class Entity(Struct, frozen=True):
    """The id of a speaker or topic."""

    id: str


CONTENTS: dict[Kind, Any] = {"coder": Coder, "document": Document, "entity": Entity, "claim": Claim}


class Kept:
    """The rows of the table, read."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """rows: kind, number, seal, content."""
        self._found: dict[tuple[Any, Any], tuple[Any, Any]] = {}
        for kind, number, sealed, content in rows:
            try:
                self._found[kind, number] = (sealed, msgspec.json.decode(content, type=CONTENTS[kind]))
            except (*UNREADABLE, KeyError):
                continue

    def content(self, kind: Kind, number: Any) -> Any:
        """What is kept of it, an instance of its kind in `CONTENTS`; None where that is nothing."""
        return self._found.get((kind, number), (None, None))[1]

    def is_unchanged(self, kind: Kind, number: Any, value: Any) -> bool:
        """Whether something is kept of it, under the seal of that value."""
        return bool(self._found.get((kind, number), (None, None))[0] == digest(value))


def row(kind: Kind, number: int, value: Any, content: Struct) -> tuple[Kind, int, str, str]:
    """A row of the table. value: what the seal is made of."""
    return kind, number, digest(value), msgspec.json.encode(content).decode()


def as_it_was(
    span: ForeignSpan, kept: Claim, changed: Collection[str], text: str, speakers: Mapping[str, SpeakerRecord]
) -> ForeignSpan:
    """The span with the claim of ours whole, but for the changed sides, which are as the span says them.

    text: normalised. speakers: by the keys of references.
    """
    own = own_of(kept.line, text)
    if own is None or not isinstance(own.mark, ClaimRecord):
        return span
    mark = own.mark
    more = {key: value for key, value in span.attributes.items() if key not in ("stances", AGREEMENT)}
    if changed or more:
        new = _sides(span, changed, text, speakers)
        mark = structs.replace(mark, updated=now(), fields=mark.fields | more, **new)
    sealed = seal(span.label, span.parts, span.attributes, span.notes, span.references, ())
    return structs.replace(span, own=line_of(sealed, mark, own.names))


def _sides(
    span: ForeignSpan, changed: Collection[str], text: str, speakers: Mapping[str, SpeakerRecord]
) -> dict[str, Any]:
    """The changed sides of a claim, by the names that they have in its record."""
    new: dict[str, Any] = {}
    if "place" in changed:
        start, end = span.parts[0]
        new["parts"] = (Part(start, end, text[start:end]),)
    if "note" in changed:
        new["note"] = "\n\n".join(span.notes)
    if "speakers" in changed:
        silent = [each.key for each in span.references if each.register != TOPICS]
        new["speakers"] = tuple(ClaimSpeaker(speakers[key].id) for key in silent)
    if "topics" in changed:
        topics = [each.key for each in span.references if each.register == TOPICS]
        said = [each if each in get_args(Stance) else None for each in span.attributes.get("stances", ())]
        new["topics"] = tuple(ClaimTopic(*each) for each in zip(topics, chain(said, repeat(None)), strict=False))
    return new
