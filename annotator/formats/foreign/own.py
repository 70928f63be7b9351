"""What another tool has no place for, kept beside its own words and sealed.

`leaving.py` writes it, the translator reads it. A mark goes out twice: in the tool's terms, and whole, as one
line of JSON that tools keep as a comment or an extra value. The seal is a digest of the tool's terms. When it
still matches on the way back, nothing was changed there and the mark is taken whole; when it does not, the
tool's terms win and only the id is kept. What stands in the line is checked like any foreign input.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct, field

from annotator.formats.foreign.description import Reference
from annotator.records import (
    AnnotatorKind,
    ClaimRecord,
    Id,
    MarkRecord,
    MentionRecord,
    Part,
    PartialDate,
    PassageRecord,
    SpeakerKind,
)

LONGEST = 1 << 20
"""The longest line of our own that is looked at, in characters."""

# What cannot be read as what it should be.
UNREADABLE = (msgspec.MsgspecError, RecursionError, UnicodeError, ValueError, TypeError)

_KINDS: dict[str, Any] = {"claim": ClaimRecord, "mention": MentionRecord, "passage": PassageRecord}
_EMPTY: dict[str, Any] = {
    "claim": {"cue": [], "speakers": [], "topics": [], "quotation": None, "certainty": None, "proposition": None},
    "mention": {"speaker": None},
    "passage": {},
}
_ALWAYS: dict[str, Any] = {"note": "", "fields": {}, "origins": [], "codebook": 0}

Step = tuple[Id, str]


class About(Struct, frozen=True, omit_defaults=True):
    """What is known of an article besides its text."""

    id: Id
    title: str = ""
    byline: str | None = None
    published: PartialDate | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    file: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)


class Whose(Struct, frozen=True, omit_defaults=True):
    """The annotator of a layer."""

    id: Id
    name: str
    kind: AnnotatorKind = "person"


class Names(Struct, frozen=True, omit_defaults=True):
    """What the ids in a mark are called. topics: id -> steps from the top of the tree, as (id, name).

    annotator, article: only with the first mark of a layer.
    """

    topics: dict[str, tuple[Step, ...]] = field(default_factory=dict)
    speakers: dict[str, tuple[str, SpeakerKind]] = field(default_factory=dict)
    propositions: dict[str, str] = field(default_factory=dict)
    annotator: Whose | None = None
    article: About | None = None


class _Line(Struct, frozen=True):
    seal: str
    mark: dict[str, Any]
    names: Names = Names()


class Own(Struct, frozen=True):
    """A mark that this program wrote: sealed in these terms, on words at these places (code points)."""

    seal: str
    mark: MarkRecord
    names: Names


def seal(
    label: str,
    places: Iterable[tuple[int, int]],
    attributes: dict[str, Any],
    notes: Iterable[str],
    references: Iterable[Reference],
    links: Iterable[tuple[str, str, tuple[tuple[int, int], ...]]],
) -> str:
    """The digest of a mark in a tool's terms. links: label of the relation, label and places of the other end."""
    view = (
        label,
        list(places),
        sorted(attributes.items()),
        list(notes),
        sorted((each.register, each.key) for each in references),
        sorted(links),
    )
    return hashlib.blake2b(msgspec.json.encode(view), digest_size=8).hexdigest()


def line_of(sealed: str, mark: MarkRecord, names: Names) -> str:
    """One line of JSON. Raises UnicodeEncodeError where a text holds half a character."""
    kept: dict[str, Any] = {"type": mark.__struct_config__.tag}
    for name in mark.__struct_fields__:
        if value := getattr(mark, name):
            kept[name] = [(part.start, part.end) for part in value] if name in ("parts", "cue") else value
    return msgspec.json.encode(_Line(sealed, kept, names)).decode()


def own_of(line: str | None, text: str) -> Own | None:
    """What a line says, its quotes read from the text (normalised); None where it is no such line."""
    if not line or len(line) > LONGEST:
        return None
    try:
        read = msgspec.json.decode(line, type=_Line)
        mark = dict(read.mark)
        kind = str(mark.get("type"))
        for role in ("parts", "cue"):
            if role in mark:
                mark[role] = [_part(text, *place) for place in mark[role]]
        whole = _ALWAYS | _EMPTY[kind] | mark
        return Own(read.seal, msgspec.convert(whole, _KINDS[kind]), read.names)
    except (*UNREADABLE, KeyError):
        return None


def _part(text: str, start: int, end: int) -> Part:
    if not 0 <= start < end <= len(text):
        raise ValueError("a part outside the text")
    return Part(start, end, text[start:end])
