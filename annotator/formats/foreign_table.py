"""Tables of annotations that other programs or people made (CSV, Excel): a row an annotation, told by its columns.

Called by way of the registry. A row has words or a place, and a label, a topic or a speaker; its article is brought
along in a column of texts, or is the project's of that name. Columns that are nothing known are kept as fields.
It never computes a formula, and writes nothing.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport, Format, ReadOptions, Refusal, register
from annotator.formats.cas_files import content_of
from annotator.formats.csv_cells import decoded_table, separator_of
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignSpan, ForeignText, Reference
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.label_trees import separator_in, steps_of, topics_of
from annotator.formats.foreign.moments import moment_of
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.foreign.register import SPEAKERS
from annotator.formats.json_objects import headline, whole_number
from annotator.formats.table_columns import folded, listed, mapped, tells_of_annotations
from annotator.formats.weight import require_light
from annotator.formats.workbook_sheets import sheets
from annotator.records import SpeakerRecord, TopicRecord
from annotator.sentences import worded

SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm")

_BOOKS = (".xlsx", ".xlsm")
_WEIGHTS = {b"\n": 2000}
_SEVERAL = ("codes", "tags", "labels")
_PARTED_BY = "\n;|"
_STANCES = {
    **dict.fromkeys(["supports", "support", "agree", "agrees", "yes", "true", "1", "pro", "for"], "supports"),
    **dict.fromkeys(["opposes", "oppose", "disagree", "disagrees", "no", "false", "0", "contra", "against"], "opposes"),
    "neutral": "neutral",
    "unclear": "unclear",
}
_CLAIM, _ANNOTATION = "Claim", "annotation"

_SHOWN, _LONGEST_SHOWN = 5, 300

Row = dict[str, str]


@dataclass(slots=True)
class _Document:
    """One article while its rows come in. text: None where the table names it only."""

    name: str
    text: str | None
    spans: defaultdict[str, list[ForeignSpan]] = field(default_factory=lambda: defaultdict(list))


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a table, or in those sheets of a workbook that hold annotations. Raises FileError."""
    tables = _Tables(path, report, options)
    told = []
    for name, headings, rows in _read(path):
        mapping = mapped(headings, options.columns, name)
        if tells_of_annotations(mapping):
            tables.take(name, mapping, list(rows))
        else:
            told.append(f"{name} ({listed(headings)})")
    if not tables.documents and told:
        raise InvalidSet(
            worded(
                "No column is known to hold the words or the places of annotations and what they "
                "are; there are: {told}. Name them with --column quote=HEADING and --column "
                "label=HEADING.",
                told=", ".join(told),
            ),
            where=str(path),
        )
    report.ignored.extend(f"no table of annotations: {each}" for each in told)
    return ForeignSet(tuple(tables.texts()), tables.trees(), tables.speakers)


def _read(path: Path) -> Iterator[tuple[str, list[str], Iterable[tuple[str, Row]]]]:
    """The name of each table, its headings, and its rows with their places."""
    if path.suffix.lower() in _BOOKS:
        for title, sheet in sheets(path).items():
            rows = [(where, {name: _words(cell) for name, cell in cells.items()}) for where, cells in sheet.rows()]
            if rows:
                yield f"{path.name}, {title}", list(rows[0][1]), rows
        return
    data = content_of(path)
    require_light(data, path.name, _WEIGHTS)
    text = decoded_table(data)
    csv.field_size_limit(2**31 - 1)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    try:
        headings = next(lines, [])
        rows = [
            (f"{path.name}:{lines.line_num}", dict(zip(headings, cells, strict=False))) for cells in lines if any(cells)
        ]
    except csv.Error as error:
        raise InvalidSet(
            worded("The table cannot be read from here on ({error}); save it anew.", error=error), where=str(path)
        ) from error
    yield path.name, headings, rows


def _words(cell: Any) -> str:
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


class TablePreview(NamedTuple):
    """The beginning of a table. mapping: field -> heading, as the words of the headings say; rows: cells as text."""

    headings: tuple[str, ...]
    mapping: dict[str, str]
    rows: tuple[tuple[str, ...], ...]


def preview(path: Path) -> TablePreview:
    """The beginning of the table in a file, of a workbook's first that tells of annotations. Raises FileError."""
    best: TablePreview | None = None
    for name, headings, rows in _read(path):
        mapping = mapped(headings, {}, name)
        if best is None or (tells_of_annotations(mapping) and not tells_of_annotations(best.mapping)):
            first = [tuple(row.get(each, "")[:_LONGEST_SHOWN] for each in headings) for _, row in islice(rows, _SHOWN)]
            best = TablePreview(tuple(headings), mapping, tuple(first))
    if best is None or not best.headings:
        raise InvalidSet(worded("There is no table in this file."), where=str(path))
    return best


class _Tables:
    """The documents of all tables of one file."""

    def __init__(self, path: Path, report: FileReport, options: ReadOptions) -> None:
        self._path = path
        self._report = report
        self._options = options
        self.documents: dict[tuple[str, str], _Document] = {}
        self.speakers: dict[str, SpeakerRecord] = {}
        self._named: dict[str, SpeakerRecord] = {}

    def take(self, name: str, mapping: dict[str, str], rows: list[tuple[str, Row]]) -> None:
        """All rows of a table."""
        self._text_or_quote(mapping, rows)
        if not _are_offsets(mapping, rows):
            places = f"{mapping.pop('start')}, {mapping.pop('end')}"
            self._report.ignored.append(f"{name}: {places} count no characters; the words decide")
        for where, row in rows:
            self._row(where, {each: row.get(heading, "") for each, heading in mapping.items()}, row, mapping)

    def texts(self) -> Iterator[ForeignText]:
        """The articles with a layer for each annotator."""
        for each in self.documents.values():
            layers = tuple(ForeignLayer(who, tuple(spans)) for who, spans in each.spans.items())
            known = each.name.startswith(("http://", "https://"))
            yield ForeignText(each.name, each.text, layers, url=each.name if known else None, file=self._path.name)

    def trees(self) -> dict[str, TopicRecord]:
        """What is known of labels that are paths; the report says that they were taken for some."""
        labels = {span.label for each in self.documents.values() for spans in each.spans.values() for span in spans}
        separator = separator_in(labels)
        if separator is None:
            return {}
        paths = sorted(label for label in labels if len(steps_of(label, separator)) > 1)
        self._report.ignored.append(f"tree: “{separator}” parts a topic from the one below it: {len(paths)}")
        return topics_of(paths, separator, self._options)

    @staticmethod
    def _text_or_quote(mapping: dict[str, str], rows: list[tuple[str, Row]]) -> None:
        """A column “text” may hold the article, or the words of the annotation: where it has their length."""
        if "quote" in mapping or "text" not in mapping:
            return
        lengths = [
            (len(row.get(mapping["text"], "")), end - start)
            for _, row in rows
            if (start := whole_number(row.get(mapping.get("start", "")))) is not None
            and (end := whole_number(row.get(mapping.get("end", "")))) is not None
        ]
        if sum(length <= wide for length, wide in lengths) * 2 > len(lengths):
            mapping["quote"] = mapping.pop("text")

    def _row(self, where: str, said: Row, row: Row, mapping: Mapping[str, str]) -> None:
        quote = said.get("quote", "")
        start, end = (whole_number(said.get(key, "").strip()) for key in ("start", "end"))
        parts = ((start, end),) if start is not None and end is not None and start <= end else ()
        if not quote.strip() and not parts:
            self._report.refused.append(
                Refusal(where, worded("The row has neither words nor a place in the text; add one."))
            )
            return
        document = self._document(said)
        common: dict[str, Any] = {
            "parts": parts,
            "quotes": (quote,) if quote.strip() else (),
            "notes": (said["note"],) if said.get("note", "").strip() else (),
            "created": moment_of(said.get("created")),
            "references": tuple(self._speaker(said)),
            "where": where,
        }
        fields = {name: value for name, value in row.items() if value and name not in mapping.values() and name}
        spans = document.spans[said.get("annotator", "").strip() or self._path.stem]
        for label in _labels(said, mapping):
            attributes = fields | _topic(said, label)
            spans.append(ForeignSpan(str(len(spans)), label, attributes=attributes, **common))

    def _document(self, said: Row) -> _Document:
        name, text = said.get("document", "").strip(), said.get("text") or None
        key = (name, text or "") if name or text else (self._path.stem, "")
        if key not in self.documents:
            called = name or (headline(text, self._path.stem) if text else self._path.stem)
            self.documents[key] = _Document(called, text)
        return self.documents[key]

    def _speaker(self, said: Row) -> Iterator[Reference]:
        name = " ".join(said.get("speaker", "").split())
        if name:
            made = self._named.get(name)
            if made is None:
                identity = self._options.named("speaker", name) or identity_of("speaker", "table", name)
                made = self._named[name] = self.speakers[identity] = SpeakerRecord(identity, name)
            yield Reference(SPEAKERS, made.id, name)


def _labels(said: Row, mapping: Mapping[str, str]) -> list[str]:
    """The labels of a row: several where the heading says so."""
    words = said.get("label", "")
    if folded(mapping.get("label", "")) in _SEVERAL:
        for sign in _PARTED_BY[1:]:
            words = words.replace(sign, _PARTED_BY[0])
    found = [" ".join(each.split()) for each in words.split("\n") if each.strip()]
    if found:
        return found
    if said.get("speaker", "").strip():
        return [_CLAIM]
    return [" ".join(said.get("topic", "").split()) or _ANNOTATION]


def _topic(said: Row, label: str) -> dict[str, Any]:
    """What a row says of a topic and the stance on it, as the translator takes it."""
    topic, stance = " ".join(said.get("topic", "").split()), said.get("stance", "").strip()
    known = _STANCES.get(stance.casefold(), stance)
    found: dict[str, Any] = {"topics": [topic]} if topic and topic != label else {}
    return found | ({"stance": known} if known else {})


def _are_offsets(mapping: Mapping[str, str], rows: list[tuple[str, Row]]) -> bool:
    """Whether start and end go with the words beside them: some programs count paragraphs or pages there."""
    if not {"start", "end", "quote"} <= mapping.keys():
        return True
    fitting = told = 0
    for _, row in rows:
        start, end = (whole_number(row.get(mapping[key], "").strip()) for key in ("start", "end"))
        length = len(row.get(mapping["quote"], ""))
        if start is not None and end is not None and length:
            told += 1
            fitting += length - 1 <= end - start <= 4 * length
    return fitting * 2 >= told


def recognise(path: Path, head: bytes) -> float:
    """By the headings, of a table or of the first sheets of a workbook; never of a table of articles."""
    if path.suffix.lower() not in SUFFIXES or path.is_dir():
        return 0.0
    try:
        if path.suffix.lower() in _BOOKS:
            return 0.5 * (head.startswith(b"PK") and any(_fits(headings) for _, headings, _ in _read(path)))
        text = decoded_table(head)
        return 0.5 * _fits(next(csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text)), []))
    except (FileError, csv.Error):
        return 0.0


def _fits(headings: list[str]) -> bool:
    mapping = mapped(headings, {}, "")
    return tells_of_annotations(mapping) and bool(mapping.keys() & {"label", "topic", "speaker"})


register(
    Format(
        name="table",
        title=worded("Table of annotations of another program (CSV, Excel)"),
        suffixes=SUFFIXES,
        recognise=recognise,
        read=reader(describe),
        labels=lister(describe),
    )
)
