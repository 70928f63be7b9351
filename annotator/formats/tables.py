"""An annotation set as flat tables: one for each kind of record, one row for each part, speaker and topic of a mark.

Used by the formats that hold tables (CSV, XLSX, Parquet), which say how a cell is made and where a row goes.
Names stand beside ids, for people; `table_records` reads everything but those back. It knows no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Literal, NamedTuple

from annotator.formats import Progress
from annotator.formats.names import Names
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    CommentRecord,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    PropositionRecord,
    Record,
    ReviewRecord,
    SetRecord,
    SpeakerRecord,
    TopicRecord,
    kind_of,
)

ColumnKind = Literal["text", "optional", "number", "flag", "json"]


class Column(NamedTuple):
    """A column: what its cells are, and whether it only repeats, for people, what stands elsewhere."""

    name: str
    kind: ColumnKind
    shown_only: bool


_KIND_OF_SIGN: dict[str, ColumnKind] = {"?": "optional", "#": "number", "!": "flag", "*": "json"}


def _column(word: str) -> Column:
    name = word.rstrip("?#!*~")
    signs = word[len(name) :]
    kinds: list[ColumnKind] = [_KIND_OF_SIGN[sign] for sign in signs if sign in _KIND_OF_SIGN]
    return Column(name, kinds[0] if kinds else "text", "~" in signs)


_MARK = "id article article_title~ annotator annotator_name~ revision# start#~ end#~ quote~"
_EVERY_MARK = "note fields* origins* codebook# created updated"

# After a name: ? nothing or text, # a whole number, ! yes or no, * a list or object, ~ shown only.
TABLES: dict[str, tuple[Column, ...]] = {
    name: tuple(map(_column, words.split()))
    for name, words in {
        "meta": "format version# software project_id project exported_at offset_unit~ newline~ text_hash~"
        " protection~ names~ lists~",
        "codebook": "version# note created annotator?",
        "annotators": "id name initials colour kind",
        "fields": "key title kind choices* applies_to* order#",
        "topics": "id path~ name parent? order# definition include exclude colour? key? retired! merged_into?",
        "speakers": "id name kind aliases* affiliations* identifiers* note merged_into? merged_into_name~",
        "articles": "id title byline? published? source? url? language? revision# sha256 characters#~ file?"
        " retrieved? meta* text blocks* links* earlier*",
        "propositions": "id text note",
        "mentions": f"{_MARK} speaker? speaker_name~ {_EVERY_MARK}",
        "claims": f"{_MARK} cue~ speakers~ topics~ quotation? certainty? proposition? proposition_text~ {_EVERY_MARK}",
        "passages": f"{_MARK} topic topic_path~ {_EVERY_MARK}",
        "parts": "mark kind~ article~ role ordinal# start# end# quote",
        "claim_speakers": "claim article~ ordinal# speaker? speaker_name~ role mention?",
        "claim_topics": "claim article~ ordinal# topic topic_path~ stance?",
        "reviews": "id target annotator annotator_name~ verdict reason cause? codebook_question! replacement? created",
        "comments": "id target reply_to? annotator annotator_name~ text created",
        "progress": "article annotator state nothing_to_tag! empty_blocks* position#",
        "assignments": "article annotator purpose blind!",
    }.items()
}
"""Name of each table -> its columns. Offsets are code points, half-open."""

FORMAT, VERSION = "annotator-tables", 1

_TABLE_OF = {"codebook": "codebook", "progress": "progress"}
_TEXT = ("unicode-code-point", "LF", "sha256 of the UTF-8 bytes")
_NAMES = "Names and paths beside the id of a merged speaker or topic are those it was merged into."
_LISTS = "Cells that begin with [ or { hold JSON."
_RECORDS_AT_ONCE = 1000


def table_of(kind: str) -> str:
    """The table that records of this kind have a row in."""
    return _TABLE_OF.get(kind, f"{kind}s")


class Cells(NamedTuple):
    """How one kind of file writes values.

    repeated: texts that come again in row after row. optional: None differs from an empty text, as it does
    not need to in the others.
    """

    text: Callable[[str | None], Any]
    repeated: Callable[[str | None], Any]
    optional: Callable[[str | None], Any]
    number: Callable[[int], Any]
    flag: Callable[[bool], Any]
    json: Callable[[Collection[Any]], Any]
    protection: str
    """What the table `meta` says on how cells are protected."""


Row = Callable[[Sequence[Any]], object]
"""Takes the cells of a table's next row."""
Put = Callable[[str], Row]
"""Asked once for each table, by its name: what takes that table's rows."""


class Tables:
    """The rows of a set, as its records come in the contract's order."""

    def __init__(self, cells: Cells, put: Put) -> None:
        self.counts: Counter[str] = Counter()
        self._cells = cells
        self._put: dict[str, Row] = {name: put(name) for name in TABLES}
        self._names = Names()
        self._empty, self._no_fields, self._no_origins = cells.text(""), cells.json({}), cells.json(())
        self._content, self._cue = cells.text("content"), cells.text("cue")
        self._first = cells.number(0)
        self._kinds = {kind: cells.text(kind) for kind in ("claim", "mention", "passage")}
        # How the cells of each table are made.
        self._makers: dict[str, list[tuple[str, bool, Callable[[Any], Any]]]] = {
            name: [(column.name, column.shown_only, getattr(cells, column.kind)) for column in columns]
            for name, columns in TABLES.items()
        }
        # Cells of what stands beside ids in many rows.
        self._titles: dict[str, Any] = {}
        self._annotators: dict[str, Any] = {}
        self._propositions: dict[str | None, Any] = {}
        # Id, name and role of those who said something; id, path and stance of what it is about.
        self._said: dict[tuple[str | None, str], tuple[Any, Any, Any]] = {}
        self._about: dict[tuple[str, str | None], tuple[Any, Any, Any]] = {}

    def take_all(self, records: Iterable[Record], progress: Progress) -> None:
        """All rows of all records."""
        for done, record in enumerate(records, 1):
            self._take(record)
            if not done % _RECORDS_AT_ONCE:
                progress(done)
        # Only now: a path needs all topics, a merged name all speakers.
        for topic in self._names.topics.values():
            self._put_plain(topic, {"path": self._names.own_path(topic)})
        for speaker in self._names.speakers.values():
            into = self._names.speaker_name(speaker.id) if speaker.merged_into else ""
            self._put_plain(speaker, {"merged_into_name": into})

    def _take(self, record: Record) -> None:
        kind = kind_of(record)
        self.counts[kind] += 1
        match record:
            case ClaimRecord():
                self._put_claim(record)
            case MentionRecord():
                who = self._cells.repeated(record.speaker), self._name_of(record.speaker)
                self._put_mark(kind, record, self._cells.text(record.id), who)
            case PassageRecord():
                what = self._cells.repeated(record.topic), self._path_of(record.topic)
                self._put_mark(kind, record, self._cells.text(record.id), what)
            case TopicRecord() | SpeakerRecord():
                self._names.take(record)
            case SetRecord():
                del self.counts[kind]
                self._put_meta(record)
            case ArticleRecord():
                self._titles[record.id] = self._cells.text(record.title)
                self._put_plain(record, {"characters": len(record.text)})
            case ReviewRecord() | CommentRecord():
                self._put_plain(record, {"annotator_name": self._names.annotator_name(record.annotator)})
            case _:
                self._note_name(record)
                self._put_plain(record, {})

    def _note_name(self, record: Record) -> None:
        if isinstance(record, AnnotatorRecord):
            self._names.take(record)
            self._annotators[record.id] = self._cells.text(record.name)
        elif isinstance(record, PropositionRecord):
            self._propositions[record.id] = self._cells.text(record.text)

    def _put_meta(self, each: SetRecord) -> None:
        texts = map(self._cells.text, (each.generator, each.project_id, each.project, each.created, *_TEXT))
        notes = map(self._cells.text, (self._cells.protection, _NAMES, _LISTS))
        self._put["meta"]((self._cells.text(FORMAT), self._cells.number(VERSION), *texts, *notes))

    def _put_plain(self, record: Record, shown: dict[str, Any]) -> None:
        """The row of a record whose keys are the columns. shown: the values of further columns."""
        table = table_of(kind_of(record))
        self._put[table](
            [make(shown[name] if apart else getattr(record, name)) for name, apart, make in self._makers[table]]
        )

    # Marks -------------------------------------------------------------------------------------------

    def _put_claim(self, claim: ClaimRecord) -> None:
        """A claim's own row; its cue, speakers and topics go into their tables."""
        cells, first = self._cells, self._first
        identity, article = cells.text(claim.id), cells.repeated(claim.article)
        speakers, topics = [], []
        for ordinal, said in enumerate(claim.speakers):
            who = self._said.get((said.speaker, said.role)) or self._cells_of_speaker(said.speaker, said.role)
            at = cells.number(ordinal) if ordinal else first
            self._put["claim_speakers"]((identity, article, at, *who, cells.text(said.mention)))
            speakers.append(who[1])
        for ordinal, about in enumerate(claim.topics):
            what = self._about.get((about.topic, about.stance)) or self._cells_of_topic(about.topic, about.stance)
            at = cells.number(ordinal) if ordinal else first
            self._put["claim_topics"]((identity, article, at, *what))
            topics.append(what[1])
        own = (
            self._put_parts(identity, self._kinds["claim"], article, self._cue, claim.cue)[2],
            speakers[0] if len(speakers) == 1 else self._names_of(claim),
            topics[0] if len(topics) == 1 else self._paths_of(claim),
            cells.repeated(claim.quotation),
            cells.repeated(claim.certainty),
            cells.repeated(claim.proposition),
            self._propositions.get(claim.proposition, self._empty),
        )
        self._put_mark("claim", claim, identity, own)

    def _put_mark(self, kind: str, mark: MarkRecord, identity: Any, own: tuple[Any, ...]) -> None:
        """The row of a mark, and those of its parts. own: the cells that only its kind has."""
        cells, empty = self._cells, self._empty
        text, repeated, json = cells.text, cells.repeated, cells.json
        article, created = repeated(mark.article), text(mark.created)
        self._put[f"{kind}s"](
            (
                identity,
                article,
                self._titles.get(mark.article, empty),
                repeated(mark.annotator),
                self._annotators.get(mark.annotator, empty),
                cells.number(mark.revision),
                *self._put_parts(identity, self._kinds[kind], article, self._content, mark.parts),
                *own,
                text(mark.note) if mark.note else empty,
                json(mark.fields) if mark.fields else self._no_fields,
                json(mark.origins) if mark.origins else self._no_origins,
                cells.number(mark.codebook),
                created,
                created if mark.updated == mark.created else text(mark.updated),
            ),
        )

    def _put_parts(
        self, identity: Any, kind: Any, article: Any, role: Any, parts: Sequence[Part]
    ) -> tuple[Any, Any, Any]:
        """The rows of the parts; start, end and quote of all of them as cells for the row of their mark."""
        text, number, put, empty = self._cells.text, self._cells.number, self._put["parts"], self._empty
        start, end, quote = empty, empty, empty
        for ordinal, part in enumerate(parts):
            start, end, quote = number(part.start), number(part.end), text(part.quote)
            put((identity, kind, article, role, number(ordinal) if ordinal else self._first, start, end, quote))
        if len(parts) > 1:
            start, end = number(min(part.start for part in parts)), number(max(part.end for part in parts))
            quote = text(" … ".join(part.quote for part in parts))
        return start, end, quote

    def _cells_of_speaker(self, speaker: str | None, role: str) -> tuple[Any, Any, Any]:
        repeated = self._cells.repeated
        made = self._said[speaker, role] = repeated(speaker), self._name_of(speaker), repeated(role)
        return made

    def _cells_of_topic(self, topic: str, stance: str | None) -> tuple[Any, Any, Any]:
        repeated = self._cells.repeated
        made = self._about[topic, stance] = repeated(topic), self._path_of(topic), repeated(stance)
        return made

    def _name_of(self, speaker: str | None) -> Any:
        return self._cells.repeated(self._names.speaker_name(speaker))

    def _path_of(self, topic: str) -> Any:
        return self._cells.repeated(self._names.topic_path(topic))

    def _names_of(self, claim: ClaimRecord) -> Any:
        names = (self._names.speaker_name(each.speaker) for each in claim.speakers)
        return self._cells.repeated("; ".join(filter(None, names)))

    def _paths_of(self, claim: ClaimRecord) -> Any:
        paths = (self._names.topic_path(each.topic) for each in claim.topics)
        return self._cells.repeated("; ".join(filter(None, paths)))
