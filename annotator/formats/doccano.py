"""doccano: JSON Lines of texts with labelled spans, relations, categories and comments.

Called by way of the registry. Read are all shapes that doccano exports (triples, entities with relations,
categories; tables with the labels in a cell), and what spaCy was trained with: pairs of a text and its entities, and
documents of paragraphs. Written are entities with relations, a line for each text and annotator. doccano keeps
unknown keys of a line as its metadata, which is where the rest of a mark stands.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSet, ForeignSpan, ForeignText
from annotator.formats.foreign.leaving import LOSES, Leaving, bare
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.foreign.segments import apart, together
from annotator.formats.json_cells import first_label, objects_or_rows
from annotator.formats.json_objects import (
    Object,
    first_keys,
    headline,
    list_of,
    object_of,
    rest_of,
    text_of,
    whole_number,
)
from annotator.formats.json_output import write_objects
from annotator.formats.spacy_paragraphs import is_document, lines_of
from annotator.records import Record
from annotator.sentences import worded

OWN = "annotator_marks"
"""The key of a line under which the marks stand whole, by the ids of their entities."""

_LABELS = ("label", "labels", "entities", "cats", "annotations")
_PAIRS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\[\s*\[\s*"')
"""How an array of pairs of a text and its labels begins, which spaCy was trained with."""

_KNOWN = ("id", "text", "data", *_LABELS, "relations", "Comments", "annotator", OWN)


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a file. Raises FileError."""
    return ForeignSet(_texts(path, report))


def _texts(path: Path, report: FileReport) -> Iterator[ForeignText]:
    for where, line in _lines(path, report):
        text = text_of(line.get("text")) or text_of(line.get("data"))
        if not text:
            report.refused.append(Refusal(where, worded("It has no text; add one, or remove it.")))
            continue
        layers = _layers(path.stem, line, where, report)
        yield ForeignText(headline(text, path.stem), text, layers, file=path.name, meta=rest_of(line, _KNOWN))


def _lines(path: Path, report: FileReport) -> Iterator[tuple[str, Object]]:
    for where, line in objects_or_rows(path, report):
        if is_document(line):
            yield from ((where, each) for each in lines_of(line))
        else:
            yield where, line


def _layers(stem: str, line: Object, where: str, report: FileReport) -> tuple[ForeignLayer, ...]:
    """A layer for each who is named beside the labels; those beside which nobody is named are of one annotator."""
    base = text_of(line.get("annotator")) or stem
    spans: defaultdict[str, list[ForeignSpan]] = defaultdict(list)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    own = object_of(line.get(OWN))
    number = 0
    for key in _LABELS:
        value = line.get(key)
        for each in value if isinstance(value, list) else [] if value in (None, "") else [value]:
            span = _span(each, str(number), where, own)
            whose = _user(each) or base
            number += span is not None
            if span is not None:
                spans[whose].append(span)
            elif isinstance(each, dict) and (each.keys() & {"label", "text"}) and "start_offset" not in each:
                # Old exports say of a whole text which label it has, or what it is rendered as.
                notes[whose].append(str(each.get("text", each.get("label"))))
            elif isinstance(each, str):
                notes[whose].append(each)
            else:
                report.refused.append(
                    Refusal(where, worded("{label} is no label of doccano; correct or remove it.", label=_short(each)))
                )
    comments = [each.get("comment") if isinstance(each, dict) else each for each in list_of(line.get("Comments"))]
    notes[base] += [each for each in comments if isinstance(each, str) and each.strip()]
    links = _links_of(line, where, spans, base)
    found = dict.fromkeys([*spans, *notes, *links])
    return tuple(
        together(ForeignLayer(whose, tuple(spans[whose]), tuple(links[whose]), tuple(notes[whose]))) for whose in found
    )


def _user(each: Any) -> str:
    """Who is named beside a label: old exports number their users."""
    user = each.get("user") if isinstance(each, dict) else None
    number = whole_number(user)
    return f"user {number}" if number is not None else text_of(user) or ""


def _links_of(
    line: Object, where: str, spans: dict[str, list[ForeignSpan]], base: str
) -> defaultdict[str, list[ForeignLink]]:
    """The relations of a line, each with the annotator of the span that it begins at."""
    whose = {span.key: each for each, own in spans.items() for span in own}
    found: defaultdict[str, list[ForeignLink]] = defaultdict(list)
    for link in _links(line, where):
        found[whose.get(link.arguments[0][1], base)].append(link)
    return found


def _span(each: Any, key: str, where: str, own: Object) -> ForeignSpan | None:
    if isinstance(each, dict):
        key = str(each.get("id", key))
        each = [each.get("start_offset"), each.get("end_offset"), each.get("label")]
    if not isinstance(each, list) or len(each) < 3:
        return None
    start, end, label = whole_number(each[0]), whole_number(each[1]), each[2]
    # Old exports number the labels, whose names stand in another file.
    label = str(label) if isinstance(label, int) and not isinstance(label, bool) else label
    if start is None or end is None or not isinstance(label, str) or not label:
        return None
    notes = tuple(str(more) for more in each[3:] if more not in (None, ""))
    return ForeignSpan(key, label, ((start, end),), notes=notes, where=where, own=text_of(own.get(key)))


def _links(line: Object, where: str) -> Iterator[ForeignLink]:
    for number, each in enumerate(map(object_of, list_of(line.get("relations")))):
        ends = (("from", str(each.get("from_id"))), ("to", str(each.get("to_id"))))
        yield ForeignLink(f"r{number}", str(each.get("type") or "related"), ends, where=where)


def _short(value: Any) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 60 else f"{words[:59]}…"


def recognise(path: Path, head: bytes) -> float:
    """By the keys of the first object, or the first label in a table."""
    label = first_label(path)
    if label is not None:
        return 0.9 * (_span(label, "", "", {}) is not None)
    keys = first_keys(path, head)
    if {"paragraphs", "sentences"} <= keys and "text" not in keys:
        return 0.8
    if "annotations" in keys and keys & {"annotation_approver", "start_offset"}:
        return 0.8
    if keys & {"entities", "cats"} and _PAIRS.match(head):
        return 0.8
    if not keys & {"text", "data"} or keys & {"spans", "answer", "annotations", "predictions", "label_name"}:
        return 0.0
    return 0.8 * bool(keys & {"label", "labels", "entities", "cats", "Comments"})


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write JSON Lines in the place of `out`. Raises DiskFull and FileError."""
    leaving = Leaving(records, progress)
    lines = (_line(text, layer) for text in leaving.texts(bare) for layer in text.layers or (ForeignLayer(""),))
    return Written(str(out), "doccano", *leaving.counted, write_objects(lines, out))


def _line(text: ForeignText, layer: ForeignLayer) -> Object:
    layer = apart(layer)
    numbers = {span.key: number for number, span in enumerate(layer.spans)}
    entities = [
        {"id": numbers[span.key], "label": span.label, "start_offset": span.parts[0][0], "end_offset": span.parts[0][1]}
        for span in layer.spans
    ]
    relations = [
        {
            "id": number,
            "from_id": numbers[link.arguments[0][1]],
            "to_id": numbers[link.arguments[1][1]],
            "type": link.label,
        }
        for number, link in enumerate(layer.links)
    ]
    return {
        "text": text.raw,
        "entities": entities,
        "relations": relations,
        "annotator": layer.annotator,
        OWN: {str(numbers[span.key]): span.own for span in layer.spans if span.own},
    }


register(
    Format(
        name="doccano",
        title=worded("doccano (JSON Lines)"),
        suffixes=(".jsonl", ".json"),
        loses=LOSES,
        recognise=recognise,
        read=reader(describe),
        write=write,
        labels=lister(describe),
    )
)
