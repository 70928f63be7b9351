"""What a set of another tool says, in neutral terms: texts with layers of labelled spans and relations.

Made by the formats that read, used by the translator; made again by `leaving.py` for the formats that write.
Offsets are as the file has them, in whatever unit; `units.py` finds out which.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct, field

from annotator.records import AnnotatorKind, SpeakerRecord, TopicRecord

Unit = Literal["code points", "utf-16", "bytes"]


class Reference(Struct, frozen=True):
    """A span's entry in a register: which register, the key there, and the name that stands beside it."""

    register: str
    key: str
    name: str = ""


class ForeignSpan(Struct, frozen=True):
    """Labelled words.

    key: how relations of the layer call it. parts: half-open, as in the file; none, or all empty, where the
    span has no length. quotes: the words that the file keeps beside them: one for each part, one for all
    parts together, or none. prefix, suffix: what stood around them, where the file says. attributes: further
    values by name. where: file and line, for the report. own: what `own.py` wrote, where this program did.
    """

    key: str
    label: str
    parts: tuple[tuple[int, int], ...]
    quotes: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    notes: tuple[str, ...] = ()
    created: str | None = None
    updated: str | None = None
    where: str = ""
    own: str | None = None


class ForeignLink(Struct, frozen=True):
    """A relation or an event between spans of one layer.

    trigger: the key of the span whose words make the event; None for a plain relation. arguments: role and
    key, of a span or of another event. A plain relation has two, from and to.
    """

    key: str
    label: str
    arguments: tuple[tuple[str, str], ...]
    trigger: str | None = None
    attributes: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    where: str = ""


class ForeignLayer(Struct, frozen=True):
    """What one annotator did on one text. notes: on the text as a whole. identity: of the annotator, where ours."""

    annotator: str
    spans: tuple[ForeignSpan, ...] = ()
    links: tuple[ForeignLink, ...] = ()
    notes: tuple[str, ...] = ()
    kind: AnnotatorKind = "person"
    identity: str | None = None


class ForeignText(Struct, frozen=True):
    """One text exactly as the file has it (byte order mark and CR LF included), and the layers on it.

    name: what the set calls it. unit: the one that the format's rules give; tested, not believed. identity:
    the article's id where the set carries ours. across_lines: parts of a span that only a line break parts
    are one part, since the tool cannot mark across lines. The rest is what the set says about the article.
    derived: the offsets count on a styled file or a page, out of which the text was taken: a span without quotes is
    in doubt.
    raw: None where the set only names the article; then the project's is taken that goes by one of the names.
    """

    name: str
    raw: str | None
    layers: tuple[ForeignLayer, ...] = ()
    unit: Unit = "code points"
    identity: str | None = None
    across_lines: bool = False
    derived: bool = False
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    file: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)


class ForeignSet(Struct, frozen=True):
    """A whole set. labels: what is known of a label as a topic; speakers: by the register's key.

    codebook: whether labels and speakers are brought along also where nothing is tagged with them. mentions: whether
    the set holds the mentions that claims of ours in it point to; else those that the project has are pointed to.
    """

    texts: Iterable[ForeignText]
    labels: dict[str, TopicRecord] = field(default_factory=dict)
    speakers: dict[str, SpeakerRecord] = field(default_factory=dict)
    codebook: bool = False
    mentions: bool = True
