"""W3C Web Annotations (JSON-LD): one collection with all annotations, in a profile that loses nothing.

The verbs that export and import call it by way of the registry; how a record becomes an annotation and back is in
`w3c_profile`. It is written as a stream, one annotation a line. Nothing is ever loaded from the network: the
context is a constant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial as bound
from io import BufferedRandom
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw, Struct, field

from annotator.errors import FileError, InvalidSet
from annotator.formats import (
    HEAD_BYTES,
    ArticleText,
    FileReport,
    Format,
    Known,
    Label,
    Progress,
    ReadOptions,
    Refusal,
    Written,
    no_progress,
    no_text,
    nothing_known,
    register,
    unreadable,
)
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.output import replacing, sha256_so_far
from annotator.formats.sound_set import sound_records
from annotator.formats.w3c_foreign import describe
from annotator.formats.w3c_profile import (
    CONTEXT,
    Texts,
    Unreadable,
    annotation_of,
    iri,
    noun_of,
    record_of_annotation,
    record_of_noun,
)
from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    AssignmentRecord,
    ClaimRecord,
    CodebookRecord,
    CommentRecord,
    FieldRecord,
    MentionRecord,
    PassageRecord,
    ProgressRecord,
    PropositionRecord,
    Record,
    ReviewRecord,
    SetRecord,
    SpeakerRecord,
    TopicRecord,
    kind_of,
)
from annotator.sentences import worded

LARGEST_BYTES = 1024**3
"""The largest file that is read."""

_ITEMS_AT_ONCE = 1000
_ANNOTATIONS = (ClaimRecord, MentionRecord, PassageRecord, ReviewRecord, CommentRecord)
_NOUNS: dict[str, Any] = {
    "codebook": CodebookRecord,
    "annotator": AnnotatorRecord,
    "field": FieldRecord,
    "topic": TopicRecord,
    "speaker": SpeakerRecord,
    "article": ArticleRecord,
    "proposition": PropositionRecord,
    "progress": ProgressRecord,
    "assignment": AssignmentRecord,
}
_MARK_OF_OWN = b'"x:set"'


class _Page(Struct):
    items: list[Raw] = field(default_factory=list)


class _Collection(Struct):
    """A collection of this profile; lists are taken apart one by one."""

    own: dict[str, Any] = field(name="x:set")
    codebook: list[Raw] = field(name="x:codebook", default_factory=list)
    annotator: list[Raw] = field(name="x:annotator", default_factory=list)
    topic: list[Raw] = field(name="x:topic", default_factory=list)
    speaker: list[Raw] = field(name="x:speaker", default_factory=list)
    article: list[Raw] = field(name="x:article", default_factory=list)
    proposition: list[Raw] = field(name="x:proposition", default_factory=list)
    first: _Page = field(default_factory=_Page)
    progress: list[Raw] = field(name="x:progress", default_factory=list)
    assignment: list[Raw] = field(name="x:assignment", default_factory=list)
    field: list[Raw] = field(name="x:field", default_factory=list)


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


# Writing ---------------------------------------------------------------------------------------------


class _Lists:
    """The file while it is written: a list for each kind of noun, and one of annotations between them."""

    def __init__(self, file: BufferedRandom) -> None:
        self._file = file
        self._open: str | None = None
        self._pending: list[bytes] = []
        self._project = ""

    def begin(self, record: SetRecord) -> None:
        self._project = iri("set", record.project_id)
        head: dict[str, Any] = {
            "@context": CONTEXT,
            "id": self._project,
            "type": "AnnotationCollection",
            "label": record.project,
        }
        head |= {"generator": record.generator, "x:set": _described(record)}
        self._file.write(_encode(head)[:-1])

    def add(self, kind: str, node: dict[str, Any]) -> None:
        """One more node; kind: of noun, or “items” of an annotation. They come kind by kind."""
        if kind == self._open:
            self._pending.append(b",\n" + _encode(node))
        else:
            self._close_list()
            page = {"id": f"{self._project}#1", "type": "AnnotationPage", "startIndex": 0}
            opening = b'"first":' + _encode(page)[:-1] + b',"items":' if kind == "items" else b'"x:%s":' % kind.encode()
            self._pending.append(b",\n" + opening + b"[\n" + _encode(node))
            self._open = kind
        if len(self._pending) >= _ITEMS_AT_ONCE:
            self._flush()

    def finish(self, total: int) -> None:
        self._close_list()
        self._pending.append(b',\n"total":%d}\n' % total)
        self._flush()

    def _close_list(self) -> None:
        if self._open is not None:
            self._pending.append(b"\n]}" if self._open == "items" else b"\n]")
        self._open = None

    def _flush(self) -> None:
        self._file.write(b"".join(self._pending))
        self._pending.clear()


def _described(record: SetRecord) -> dict[str, Any]:
    """The set's own line without the two words that would make a native set of the file."""
    return {key: value for key, value in msgspec.to_builtins(record).items() if key not in ("type", "format")}


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the collection in the place of `out`; records come in the contract's order, the set first.

    Raises DiskFull and FileError; then `out` stays as it was.
    """
    counts: Counter[str] = Counter()
    texts: Texts = {}
    with replacing(out) as file:
        lists = _Lists(file)
        total = 0
        for done, record in enumerate(records, 1):
            kind = kind_of(record)
            counts[kind] += 1
            try:
                match record:
                    case SetRecord():
                        lists.begin(record)
                    case _ if isinstance(record, _ANNOTATIONS):
                        total += 1
                        lists.add("items", annotation_of(record, texts))
                    case _:
                        if isinstance(record, ArticleRecord):
                            texts[record.id, record.revision] = record.text
                            texts |= {(record.id, each.revision): each.text for each in record.earlier}
                        lists.add(kind, noun_of(record))
            except UnicodeEncodeError as error:
                raise FileError(
                    worded(
                        "The {kind} {id} holds half a character (a lone surrogate), which no file can "
                        "carry; type that text again.",
                        kind=kind,
                        id=getattr(record, "id", ""),
                    )
                ) from error
            if not done % _ITEMS_AT_ONCE:
                progress(done)
        lists.finish(total)
        del counts["set"]
        return Written(str(out), "w3c", dict(counts), {}, sha256_so_far(file))


# Reading ---------------------------------------------------------------------------------------------


_read_foreign = reader(describe)
_foreign_labels = lister(describe)


def recognise(_path: Path, head: bytes) -> float:
    """Certain of what this program wrote, nearly so of what names the recommendation; rows of Hypothesis last."""
    if b"www.w3.org/ns/anno" in head or b"www.w3.org/ns/oa" in head:
        return 1.0 if _MARK_OF_OWN in head else 0.9
    return 0.7 if b'"TextQuoteSelector"' in head and b'"target"' in head else 0.0


def _is_own(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return recognise(path, file.read(HEAD_BYTES)) == 1.0
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error


def labels(path: Path, options: ReadOptions) -> list[Label]:
    """The labels of annotations of another program; none of our own. Raises FileError."""
    return [] if _is_own(path) else _foreign_labels(path, options)


def read(
    path: Path,
    *,
    partial: bool,
    report: FileReport,
    known: Known = nothing_known,
    article_text: ArticleText = no_text,
    progress: Progress = no_progress,
    options: ReadOptions = ReadOptions(),  # noqa: B008  # frozen
) -> Iterator[Record]:
    """The records of a collection; what cannot be read of it goes into the report.

    partial changes nothing here: annotations are taken or refused each by itself. options: for annotations of
    other programs. Raises InvalidSet and FileError.
    """
    if not _is_own(path):
        return _read_foreign(
            path,
            partial=partial,
            report=report,
            known=known,
            article_text=article_text,
            progress=progress,
            options=options,
        )
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise InvalidSet(
                worded("The file has more than {megabytes} MB; split the set.", megabytes=LARGEST_BYTES // 1024**2),
                where=str(path),
            )
        data = path.read_bytes()
    except OSError as error:
        raise FileError(unreadable(error), where=str(path)) from error
    return sound_records(_placed(path, data, report), report, known, article_text, progress)


def _placed(path: Path, data: bytes, report: FileReport) -> Iterator[tuple[str, Record]]:
    try:
        collection = msgspec.json.decode(data, type=_Collection)
        header = msgspec.convert(collection.own | {"format": "annotator-set"}, SetRecord)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidSet(
            worded("The file cannot be read as JSON of this profile: {error}.", error=error), where=str(path)
        ) from error
    yield path.name, header
    for kind, record_type in _NOUNS.items():
        make = bound(record_of_noun, record_type=record_type)
        yield from _taken(f"{path.name}: {kind}", getattr(collection, kind), report, make)
    yield from _taken(f"{path.name}: annotation", collection.first.items, report, record_of_annotation)


def _taken(
    place: str, nodes: list[Raw], report: FileReport, make: Callable[[Any], Record]
) -> Iterator[tuple[str, Record]]:
    """The record of each node with its place; those that cannot be read go into the report."""
    for number, raw in enumerate(nodes, 1):
        where = f"{place} {number}"
        try:
            record = make(_decode(raw))
        except (Unreadable, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            report.refused.append(Refusal(where, worded("It cannot be read: {error}.", error=error)))
            continue
        yield where, record


register(
    Format(
        name="w3c",
        title=worded("W3C Web Annotations (JSON-LD)"),
        suffixes=(".jsonld", ".json"),
        recognise=recognise,
        read=read,
        write=write,
        labels=labels,
    )
)
