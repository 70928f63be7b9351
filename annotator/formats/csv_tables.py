"""Flat tables for spreadsheets and statistics programs: a folder of CSV files, or a zip of them.

The verb that exports calls it by way of the registry. One table for each kind of record, one row for each
part, speaker and topic of a mark, and names beside ids. Cells that a spreadsheet could take for a formula
are protected, which the table `meta` says; see `csv_cells`. It is written only, never read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from annotator.errors import FileError
from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.bundle import write_bundle
from annotator.formats.csv_cells import (
    BYTE_ORDER_MARK,
    PROTECTION,
    cell,
    json_cell,
    repeated,
    row,
    yes_or_no,
)
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

_COLUMNS_OF_MARKS = "id article article_title annotator annotator_name revision start end quote"
_COLUMNS_OF_ALL_MARKS = "note fields origins codebook created updated"

TABLES: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "meta": "format version software project_id project exported_at offset_unit newline text_hash"
        " protection names lists",
        "annotators": "id name initials colour kind",
        "topics": "id path name parent order definition include exclude colour key retired merged_into",
        "speakers": "id name kind aliases affiliations identifiers note merged_into merged_into_name",
        "articles": "id title byline published source url language revision sha256 characters file retrieved meta text",
        "propositions": "id text note",
        "mentions": f"{_COLUMNS_OF_MARKS} speaker speaker_name {_COLUMNS_OF_ALL_MARKS}",
        "claims": f"{_COLUMNS_OF_MARKS} cue speakers topics quotation certainty proposition proposition_text"
        f" {_COLUMNS_OF_ALL_MARKS}",
        "passages": f"{_COLUMNS_OF_MARKS} topic topic_path {_COLUMNS_OF_ALL_MARKS}",
        "parts": "mark kind article role ordinal start end quote",
        "claim_speakers": "claim article ordinal speaker speaker_name role mention",
        "claim_topics": "claim article ordinal topic topic_path stance",
        "reviews": "id target annotator annotator_name verdict reason cause codebook_question replacement created",
        "comments": "id target reply_to annotator annotator_name text created",
    }.items()
}
"""Name of each table -> its columns. Offsets are code points, half-open."""

_LOSES = ("codebook", "field", "progress", "assignment", "earlier", "blocks", "links")
_FILES = tuple(f"{name}.csv" for name in TABLES)
_ROWS_AT_ONCE = 1000


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the tables into the folder `out`, or, when that ends in `.zip`, into one zip file.

    The records come in the contract's order, the set first. Raises DiskFull, and FileError when `out` has
    another suffix or cannot be written; then it stays as it was.
    """
    tables = _Tables()
    sha256 = write_bundle(out, _FILES, lambda folder: tables.write(records, folder, progress))
    return Written(str(out), "csv", dict(tables.counts), dict(tables.loses), sha256)


class _Tables:
    """The tables while they are written, and the names that stand beside ids."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.loses: Counter[str] = Counter()
        self._streams: dict[str, TextIO] = {}
        self._articles: dict[str, str] = {}  # id -> cell of the title; so too the next two
        self._annotators: dict[str, str] = {}
        self._propositions: dict[str, str] = {}
        self._names = Names()

    def write(self, records: Iterable[Record], folder: Path, progress: Progress) -> None:
        """All tables of all records, into the folder."""
        with ExitStack() as files:
            for name, columns in TABLES.items():
                stream = (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
                self._streams[name] = files.enter_context(stream)
                stream.write(BYTE_ORDER_MARK)
                self._put(name, *map(cell, columns))
            try:
                for done, record in enumerate(records, 1):
                    self._take(record)
                    if not done % _ROWS_AT_ONCE:
                        progress(done)
                # Only now: a path needs all topics, a merged name all speakers.
                self._put_topics()
                self._put_speakers()
            except UnicodeEncodeError as error:
                raise FileError(
                    "A text holds half a character (a lone surrogate), which no file carries; type it again.",
                    where=str(folder),
                ) from error

    def _put(self, table: str, *cells: str) -> None:
        self._streams[table].write(row(cells))

    def _take(self, record: Record) -> None:
        kind = kind_of(record)
        if kind in _LOSES:
            self.loses[kind] += 1
            return
        self.counts[kind] += 1
        match record:
            case ClaimRecord() | MentionRecord() | PassageRecord():
                self._put_mark(kind, record)
            case TopicRecord() | SpeakerRecord():
                self._names.take(record)
            case ArticleRecord():
                self._put_article(record)
            case ReviewRecord() | CommentRecord():
                self._put_remark(record)
            case AnnotatorRecord(id=identity, name=name, initials=initials, colour=colour, kind=what):
                self._annotators[identity] = cell(name)
                self._put("annotators", *map(cell, (identity, name, initials, colour, what)))
            case PropositionRecord(id=identity, text=text, note=note):
                self._propositions[identity] = cell(text)
                self._put("propositions", *map(cell, (identity, text, note)))
            case SetRecord():
                del self.counts[kind]
                self._put_meta(record)

    def _put_meta(self, each: SetRecord) -> None:
        own = (each.generator, each.project_id, each.project, each.created)
        text = ("unicode-code-point", "LF", "sha256 of the UTF-8 bytes", PROTECTION)
        names = "Names and paths beside the id of a merged speaker or topic are those it was merged into."
        lists = "Cells that begin with [ or { hold JSON."
        self._put("meta", cell("annotator-tables"), "1", *map(cell, (*own, *text, names, lists)))

    def _put_article(self, each: ArticleRecord) -> None:
        self._articles[each.id] = cell(each.title)
        for key in ("earlier", "blocks", "links"):
            if lost := len(getattr(each, key)):
                self.loses[key] += lost
        about = (each.id, each.title, each.byline, each.published, each.source, each.url, each.language)
        text = (str(each.revision), cell(each.sha256), str(len(each.text)))
        origin = (cell(each.file), cell(each.retrieved), json_cell(each.meta))
        self._put("articles", *map(cell, about), *text, *origin, cell(each.text))

    def _put_topics(self) -> None:
        for each in self._names.topics.values():
            own = (each.id, self._names.own_path(each), each.name, each.parent)
            about = (each.definition, each.include, each.exclude, each.colour, each.key)
            state = (yes_or_no(each.retired), cell(each.merged_into))
            self._put("topics", *map(cell, own), str(each.order), *map(cell, about), *state)

    def _put_speakers(self) -> None:
        for each in self._names.speakers.values():
            lists = (each.aliases, each.affiliations, each.identifiers)
            own = (each.id, each.name, each.kind)
            into = self._names.speaker_name(each.id) if each.merged_into else ""
            after = (each.note, each.merged_into, into)
            self._put("speakers", *map(cell, own), *map(json_cell, lists), *map(cell, after))

    # Marks -------------------------------------------------------------------------------------------

    def _put_mark(self, kind: str, mark: MarkRecord) -> None:
        identity, article = cell(mark.id), repeated(mark.article)
        start, end = min(part.start for part in mark.parts), max(part.end for part in mark.parts)
        match mark:
            case ClaimRecord():
                own = self._claim(identity, article, mark)
            case MentionRecord():
                own = (repeated(mark.speaker), repeated(self._names.speaker_name(mark.speaker)))
            case PassageRecord():
                own = (repeated(mark.topic), repeated(self._names.topic_path(mark.topic)))
        self._put(
            f"{kind}s",
            identity,
            article,
            self._articles.get(mark.article, '""'),
            repeated(mark.annotator),
            self._annotators.get(mark.annotator, '""'),
            str(mark.revision),
            str(start),
            str(end),
            _quote(mark.parts),
            *own,
            cell(mark.note),
            json_cell(mark.fields),
            json_cell(mark.origins),
            str(mark.codebook),
            cell(mark.created),
            cell(mark.updated),
        )
        self._put_parts(identity, cell(kind), article, '"content"', mark.parts)

    def _claim(self, identity: str, article: str, claim: ClaimRecord) -> tuple[str, ...]:
        """The cells of a claim's own row; its cue, speakers and topics go into their tables."""
        speakers = [self._names.speaker_name(each.speaker) for each in claim.speakers]
        for ordinal, (said, name) in enumerate(zip(claim.speakers, speakers, strict=True)):
            who = (repeated(said.speaker), repeated(name), repeated(said.role), cell(said.mention))
            self._put("claim_speakers", identity, article, str(ordinal), *who)
        topics = [self._names.topic_path(each.topic) for each in claim.topics]
        for ordinal, (about, path) in enumerate(zip(claim.topics, topics, strict=True)):
            what = (repeated(about.topic), repeated(path), repeated(about.stance))
            self._put("claim_topics", identity, article, str(ordinal), *what)
        self._put_parts(identity, '"claim"', article, '"cue"', claim.cue)
        return (
            _quote(claim.cue),
            repeated("; ".join(filter(None, speakers))),
            repeated("; ".join(filter(None, topics))),
            repeated(claim.quotation),
            repeated(claim.certainty),
            repeated(claim.proposition),
            self._propositions.get(claim.proposition or "", '""'),
        )

    def _put_parts(self, identity: str, kind: str, article: str, role: str, parts: Sequence[Part]) -> None:
        for ordinal, part in enumerate(parts):
            place = (str(ordinal), str(part.start), str(part.end))
            self._put("parts", identity, kind, article, role, *place, cell(part.quote))

    def _put_remark(self, each: ReviewRecord | CommentRecord) -> None:
        who = (repeated(each.annotator), self._annotators.get(each.annotator, '""'))
        if isinstance(each, CommentRecord):
            own = map(cell, (each.id, each.target, each.reply_to))
            self._put("comments", *own, *who, cell(each.text), cell(each.created))
            return
        said = (cell(each.verdict), cell(each.reason), cell(each.cause), yes_or_no(each.codebook_question))
        own = map(cell, (each.id, each.target))
        self._put("reviews", *own, *who, *said, cell(each.replacement), cell(each.created))


def _quote(parts: Sequence[Part]) -> str:
    return cell(parts[0].quote if len(parts) == 1 else " … ".join(part.quote for part in parts))


register(
    Format(
        name="csv",
        title="Tables for spreadsheets (CSV)",
        suffixes=(".zip",),
        loses=_LOSES,
        write=write,
    )
)
