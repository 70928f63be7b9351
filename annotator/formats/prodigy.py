"""Prodigy: JSON Lines of tasks with spans, relations and an answer.

Called by way of the registry. Lines with one text are that text's layers, one an annotator; a task that was
skipped or rejected gives no marks, and the report says so. Spans may overlap, so that written sets want the view
`spans_manual`. Prodigy keeps unknown keys of a span, which is where the rest of a mark stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import regex

from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSet, ForeignSpan, ForeignText
from annotator.formats.foreign.leaving import LOSES, Leaving, with_topics
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.foreign.segments import apart, together
from annotator.formats.json_objects import (
    Object,
    first_keys,
    headline,
    list_of,
    object_of,
    objects,
    rest_of,
    text_of,
    whole_number,
)
from annotator.formats.json_output import write_objects
from annotator.records import Record
from annotator.sentences import worded

_TOKEN = regex.compile(r"\w+|[^\w\s]")
_KNOWN_OF_SPAN = (
    "id", "label", "start", "end", "token_start", "token_end", "text", "note", "attributes", "annotator_mark", "source",
    "input_hash",
)  # fmt: skip


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a file. Raises FileError."""
    return ForeignSet(_texts(path, report))


def _texts(path: Path, report: FileReport) -> Iterator[ForeignText]:
    for where, task in objects(path, report):
        text = text_of(task.get("text"))
        if not text:
            report.refused.append(Refusal(where, worded("The task has no text; add one, or remove it.")))
            continue
        meta = object_of(task.get("meta"))
        layers: tuple[ForeignLayer, ...] = (_layer(path.stem, task, where),)
        for key in ("spans", "relations"):
            if task.get(key) and not isinstance(task[key], list):
                report.refused.append(
                    Refusal(where, worded("Its {key} are no list, and were left out; export the task again.", key=key))
                )
        if (answer := task.get("answer")) in ("reject", "ignore"):
            report.ignored.append(f"{where}: answered “{answer}”; its {len(layers[0].spans)} spans were left out")
            layers = ()
        yield ForeignText(
            text_of(meta.get("title")) or headline(text, path.stem),
            text,
            layers,
            title=text_of(meta.get("title")),
            url=text_of(meta.get("url")),
            file=path.name,
            meta=rest_of(meta, ("title", "url")),
        )


def _layer(stem: str, task: Object, where: str) -> ForeignLayer:
    whose = text_of(task.get("_annotator_id")) or text_of(task.get("_session_id")) or stem
    moment = _moment(task.get("_timestamp"))
    spans = []
    for number, each in enumerate(map(object_of, list_of(task.get("spans")))):
        start, end = whole_number(each.get("start")), whole_number(each.get("end"))
        if start is not None and end is not None:
            key = str(each.get("id", f"s{number}"))
            attributes = object_of(each.get("attributes")) | rest_of(each, _KNOWN_OF_SPAN)
            note = text_of(each.get("note"))
            spans.append(
                ForeignSpan(
                    key,
                    str(each.get("label") or "span"),
                    ((start, end),),
                    tuple(filter(None, [text_of(each.get("text"))])),
                    attributes=attributes,
                    notes=(note,) if note else (),
                    created=moment,
                    where=where,
                    own=text_of(each.get("annotator_mark")),
                )
            )
    links = tuple(_links(task, spans, where))
    notes = [str(each) for each in list_of(task.get("accept"))]
    notes += [label] if (label := text_of(task.get("label"))) else []
    return together(ForeignLayer(whose, tuple(spans), links, tuple(notes)))


def _moment(seconds: Any) -> str | None:
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 0 < seconds < 1 << 33:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _links(task: Object, spans: Sequence[ForeignSpan], where: str) -> Iterator[ForeignLink]:
    """Relations name the spans by what these are, or by the token in which they end; never by their ids."""
    by_id = {span.key: span for span in spans}
    by_content = {(span.parts[0], span.label): span for span in reversed(spans)}
    by_token = {
        each.get(end): span
        for span, each in zip(spans, map(object_of, list_of(task.get("spans"))), strict=False)
        for end in ("token_start", "token_end")
    }
    for number, each in enumerate(map(object_of, list_of(task.get("relations")))):
        ends = []
        for name in ("head", "child"):
            said = object_of(each.get(f"{name}_span"))
            place = (whole_number(said.get("start")), whole_number(said.get("end")))
            span = (
                by_id.get(str(said.get("id")))
                or by_content.get((place, str(said.get("label") or "span")))  # type: ignore[arg-type]  # None finds none
                or by_token.get(each.get(name))
            )
            ends.append((name, span.key if span is not None else f"token {each.get(name)}"))
        yield ForeignLink(f"r{number}", str(each.get("label") or "related"), tuple(ends), where=where)


def recognise(path: Path, head: bytes) -> float:
    """By the keys of the first object."""
    keys = first_keys(path, head)
    sure = keys & {"_input_hash", "_task_hash", "_view_id", "answer"}
    return 0.9 * bool("text" in keys and "annotations" not in keys and (sure or "spans" in keys))


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write JSON Lines in the place of `out`, a task for each text and annotator. Raises DiskFull and FileError."""
    leaving = Leaving(records, progress)
    tasks = (task for text in leaving.texts(with_topics) for task in _tasks(text))
    return Written(str(out), "prodigy", *leaving.counted, write_objects(tasks, out))


def _tasks(text: ForeignText) -> Iterator[Object]:
    raw = text.raw or ""
    tokens = [
        {
            "text": found[0],
            "start": found.start(),
            "end": found.end(),
            "id": number,
            "ws": raw[found.end() : found.end() + 1] == " ",
        }
        for number, found in enumerate(_TOKEN.finditer(raw))
    ]
    starts = [each["start"] for each in tokens]
    meta = {name: value for name, value in (("title", text.title), ("url", text.url)) if value}
    for layer in text.layers or (ForeignLayer(""),):
        layer = apart(layer)
        spans = {span.key: _span(span, starts) for span in layer.spans}
        yield {
            "text": raw,
            "meta": meta,
            "tokens": tokens,
            "spans": list(spans.values()),
            "relations": [_relation(link, spans) for link in layer.links],
            "_annotator_id": layer.annotator,
            "_session_id": layer.annotator,
            "_view_id": "relations" if layer.links else "spans_manual",
        }


def _span(span: ForeignSpan, starts: Sequence[int]) -> Object:
    start, end = span.parts[0]
    found: Object = {
        "id": span.key,
        "label": span.label,
        "start": start,
        "end": end,
        "token_start": max(0, bisect_right(starts, start) - 1),
        "token_end": max(0, bisect_right(starts, end - 1) - 1),
    }
    extra = (("note", "\n".join(span.notes)), ("attributes", span.attributes), ("annotator_mark", span.own))
    return found | {name: value for name, value in extra if value}


def _relation(link: ForeignLink, spans: dict[str, Object]) -> Object:
    relation: Object = {"label": link.label}
    for name, (_, key) in zip(("head", "child"), link.arguments, strict=True):
        span = {part: spans[key][part] for part in ("id", "label", "start", "end", "token_start", "token_end")}
        relation |= {name: span["token_end"], f"{name}_span": span}
    return relation


register(
    Format(
        name="prodigy",
        title=worded("Prodigy (JSON Lines)"),
        suffixes=(".jsonl", ".json"),
        loses=LOSES,
        recognise=recognise,
        read=reader(describe),
        write=write,
        labels=lister(describe),
    )
)
