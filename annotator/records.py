"""Frozen records: what readers, formats, verbs, questions and skins hand to each other.

The records that name a line of an annotation set have that line's keys in that order, so that the
native format is these records written as JSON; see `formats/native.py`. Offsets are Unicode code
points, half-open. Times are ISO 8601 in UTC with `Z`. Nothing here knows the database or Qt.

The records are msgspec structs: as frozen and slotted as data classes, made ten times faster, and
checked field by field when they are read from a file that somebody else wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

PROJECT_SUFFIX = ".annotator"
"""What the file of a project ends in."""

# The words of the field ------------------------------------------------------------------------------

BlockKind = Literal["title", "standfirst", "heading", "paragraph", "quote", "item"]
AnnotatorKind = Literal["person", "suggester", "consensus"]
FieldKind = Literal["choice", "choices", "text", "number", "yes_no"]
FieldTarget = Literal["claim", "mention", "passage", "article"]
SpeakerKind = Literal["person", "organisation", "group", "unnamed"]
TeamRole = Literal["coder", "reviewer", "manager"]
Role = Literal["says", "on_behalf_of", "reported_by", "addressed"]
Stance = Literal["supports", "opposes", "neutral", "unclear"]
Quotation = Literal["direct", "indirect", "mixed", "paraphrase"]
Certainty = Literal["high", "medium", "low"]
Verdict = Literal["accepted", "rejected", "amended"]
Cause = Literal[
    "boundary", "missing", "spurious", "speaker", "cue", "topic", "stance", "guideline", "slip", "judgement"
]
State = Literal["new", "in_progress", "finished", "reviewed"]
Purpose = Literal["single", "double", "repeat", "review", "third"]

Id = Annotated[str, Meta(min_length=1)]
Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]
PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Meta(ge=0)]
Number = Annotated[int, Meta(ge=1)]


def now() -> str:
    """The present moment as it is stored: ISO 8601, UTC, whole microseconds, `Z`."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


# Parts of other records ------------------------------------------------------------------------------


class Part(Struct, frozen=True, gc=False):
    """A stretch of an article's text: half-open code points and the very characters there."""

    start: Count
    end: Number
    quote: Annotated[str, Meta(min_length=1)]


class Block(Struct, frozen=True, gc=False):
    """One line of an article's text and what it is."""

    kind: BlockKind
    start: Count
    end: Count


class Link(Struct, frozen=True, gc=False):
    """Where the text linked to; never followed by itself."""

    start: Count
    end: Count
    url: str


class Affiliation(Struct, frozen=True, gc=False, rename={"since": "from", "until": "to"}):
    """A speaker's place in an organisation, between two dates (year, month or day) where known."""

    organisation: str
    role: str | None
    since: PartialDate | None
    until: PartialDate | None


class ClaimSpeaker(Struct, frozen=True, gc=False):
    """Who asserts a claim, in which role; the mention is where the text names them."""

    speaker: str | None
    role: Role = "says"
    mention: str | None = None


class ClaimTopic(Struct, frozen=True, gc=False):
    """What a claim is about, and which side it takes on it."""

    topic: Id
    stance: Stance | None = None


class Revision(Struct, frozen=True, gc=False):
    """An earlier text of an article."""

    revision: Count
    text: str
    sha256: Hash
    retrieved: Moment | None


# What a reader of article files gives ----------------------------------------------------------------


class Document(Struct, frozen=True):
    """An article as a reader found it in a file. `text` is normalised; blocks and links point into it."""

    title: str
    text: str
    byline: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    file: str | None = None
    meta: dict[str, Any] = field(default_factory=dict)


# One record for each kind of line of an annotation set -----------------------------------------------


class SetRecord(Struct, frozen=True, tag_field="type", tag="set"):
    format: Literal["annotator-set"]
    version: int
    project_id: Id
    project: str
    created: Moment
    generator: str


class CodebookRecord(Struct, frozen=True, tag_field="type", tag="codebook"):
    version: Count
    note: str
    created: Moment
    annotator: str | None


class AnnotatorRecord(Struct, frozen=True, tag_field="type", tag="annotator"):
    id: Id
    name: str
    initials: str
    colour: str
    kind: AnnotatorKind


ANNOTATOR_COLOURS = ("#7b5bb8", "#2f6fb3", "#b3541e", "#2d7f57", "#a63d57", "#5b6b1f", "#1f7a86", "#8a4b9c")
"""Colours that annotators get one after the other, legible beside each other on light and dark grounds."""


def next_colour(others: int) -> str:
    """The colour of who comes into a project as one more than the others that are in it."""
    return ANNOTATOR_COLOURS[others % len(ANNOTATOR_COLOURS)]


def initials(name: str) -> str:
    """Two letters for a badge: of the first and last word, or of the only one."""
    words = name.split() or ["?"]
    return (words[0][:1] + words[-1][:1] if len(words) > 1 else words[0][:2]).upper()


class FieldRecord(Struct, frozen=True, tag_field="type", tag="field"):
    key: Id
    title: str
    kind: FieldKind
    choices: tuple[str, ...]
    applies_to: tuple[FieldTarget, ...]
    order: Count


class TopicRecord(Struct, frozen=True, tag_field="type", tag="topic"):
    id: Id
    name: str
    parent: str | None = None
    order: Count = 0
    definition: str = ""
    include: str = ""
    exclude: str = ""
    colour: str | None = None
    key: str | None = None
    retired: bool = False
    merged_into: str | None = None


class SpeakerRecord(Struct, frozen=True, tag_field="type", tag="speaker"):
    id: Id
    name: str
    kind: SpeakerKind = "person"
    aliases: tuple[str, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    identifiers: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    merged_into: str | None = None


class ArticleRecord(Struct, frozen=True, tag_field="type", tag="article"):
    id: Id
    title: str
    byline: str | None
    published: PartialDate | None
    source: str | None
    url: str | None
    language: str | None
    text: str
    sha256: Hash
    revision: Number
    earlier: tuple[Revision, ...]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    file: str | None
    retrieved: Moment | None
    meta: dict[str, Any]


class PropositionRecord(Struct, frozen=True, tag_field="type", tag="proposition"):
    id: Id
    text: str
    note: str


class MentionRecord(Struct, frozen=True, gc=False, tag_field="type", tag="mention"):
    id: Id
    article: Id
    revision: Number
    annotator: Id
    parts: Annotated[tuple[Part, ...], Meta(min_length=1)]
    speaker: str | None
    note: str
    fields: dict[str, Any]
    origins: tuple[Id, ...]
    codebook: Count
    created: Moment
    updated: Moment


class ClaimRecord(Struct, frozen=True, gc=False, tag_field="type", tag="claim"):
    id: Id
    article: Id
    revision: Number
    annotator: Id
    parts: Annotated[tuple[Part, ...], Meta(min_length=1)]
    cue: tuple[Part, ...]
    speakers: tuple[ClaimSpeaker, ...]
    topics: tuple[ClaimTopic, ...]
    quotation: Quotation | None
    certainty: Certainty | None
    proposition: str | None
    note: str
    fields: dict[str, Any]
    origins: tuple[Id, ...]
    codebook: Count
    created: Moment
    updated: Moment


class PassageRecord(Struct, frozen=True, gc=False, tag_field="type", tag="passage"):
    id: Id
    article: Id
    revision: Number
    annotator: Id
    parts: Annotated[tuple[Part, ...], Meta(min_length=1)]
    topic: Id
    note: str
    fields: dict[str, Any]
    origins: tuple[Id, ...]
    codebook: Count
    created: Moment
    updated: Moment


class ReviewRecord(Struct, frozen=True, tag_field="type", tag="review"):
    id: Id
    target: Id
    annotator: Id
    verdict: Verdict
    reason: str
    cause: Cause | None
    codebook_question: bool
    replacement: str | None
    created: Moment


class CommentRecord(Struct, frozen=True, tag_field="type", tag="comment"):
    id: Id
    target: Id
    reply_to: str | None
    annotator: Id
    text: str
    created: Moment


class ProgressRecord(Struct, frozen=True, tag_field="type", tag="progress"):
    article: Id
    annotator: Id
    state: State
    nothing_to_tag: bool
    empty_blocks: tuple[Count, ...]
    position: Count


class AssignmentRecord(Struct, frozen=True, tag_field="type", tag="assignment"):
    article: Id
    annotator: Id
    purpose: Purpose
    blind: bool


class EndRecord(Struct, frozen=True, tag_field="type", tag="end"):
    counts: dict[str, int]
    sha256: Hash


MarkRecord = ClaimRecord | MentionRecord | PassageRecord

Record = (
    SetRecord
    | CodebookRecord
    | AnnotatorRecord
    | FieldRecord
    | TopicRecord
    | SpeakerRecord
    | ArticleRecord
    | PropositionRecord
    | MentionRecord
    | ClaimRecord
    | PassageRecord
    | ReviewRecord
    | CommentRecord
    | ProgressRecord
    | AssignmentRecord
    | EndRecord
)


def kind_of(record: Record) -> str:
    """The word that a line of an annotation set opens with: "claim", "speaker", …"""
    return str(record.__struct_config__.tag)


ANSWERS = "codebook_fields"
"""The key of an article's `meta` under which the codebook's own fields of the article are answered, by their keys."""


def answers_of(meta: Mapping[str, Any] | None) -> dict[str, Any]:
    """The answers among what is kept with an article."""
    answers = (meta or {}).get(ANSWERS)
    return dict(answers) if isinstance(answers, dict) else {}


def target_of(mark: MarkRecord) -> FieldTarget:
    """What a field must be asked of to be asked of this mark."""
    if isinstance(mark, ClaimRecord):
        return "claim"
    return "mention" if isinstance(mark, MentionRecord) else "passage"


# News ------------------------------------------------------------------------------------------------


MARKED = "marked"
"""In the news: the articles whose marks changed, since a mark that is gone does not say where it was."""
JUDGED = "judged"
"""In the news: the articles on whose marks a verdict or a comment was given, changed or taken back."""


class Changes(Struct, frozen=True):
    """What one committed step changed: the one signal that views listen to.

    rows: table name -> ids of the rows changed in it; for parts, speakers and topics of a mark, the
    mark's id. `everything` is true after a batch or when another program's steps cannot be told apart;
    then views ask for all that they show. `origin` is the view that asked for the change, so that it
    can tell its own echo; None when the change came from another process.
    """

    label: str
    step: int
    origin: object = None
    rows: dict[str, frozenset[str]] = field(default_factory=dict)
    everything: bool = False

    def touches(self, table: str) -> bool:
        """Whether anything in the table may have changed."""
        return self.everything or table in self.rows

    def ids(self, table: str) -> frozenset[str]:
        """The ids that changed in the table (empty after `everything`, which names none)."""
        return self.rows.get(table, frozenset())
