"""labelbuddy: documents with annotations, as JSON or JSON Lines; and its lists of labels.

Called by way of the registry. Read are places in characters, in bytes where there are no others, extra data,
metadata, and the older arrays of labels; written is a document for each text and annotator. labelbuddy keeps the
extra data of an annotation, which is where the rest of a mark stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSet, ForeignSpan, ForeignText, Unit
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.leaving import LOSES, Leaving, bare
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.foreign.segments import apart, together
from annotator.formats.json_items import UNREADABLE
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
from annotator.records import Record, TopicRecord
from annotator.sentences import worded
from annotator.text import Offsets

_encode = msgspec.json.Encoder().encode
_KNOWN = (
    "id", "text", "annotations", "labels", "metadata", "meta", "display_title", "list_title", "short_title",
    "long_title", "utf8_text_md5_checksum",
)  # fmt: skip


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The documents in a file, or its labels as topics. Raises FileError."""
    documents = objects(path, report)
    first = next(documents, None)
    if first is None:
        return ForeignSet(())
    if not _is_label(first[1]):
        return ForeignSet(_texts(path, chain([first], documents), report))
    labels: dict[str, TopicRecord] = {}
    others = []
    for number, (where, each) in enumerate(chain([first], documents), 1):
        if _is_label(each):
            labels[each["name"]] = _topic(each, each["name"], number, options)
        else:
            others.append((where, each))
    return ForeignSet(_texts(path, others, report), labels, codebook=True)


def _is_label(each: Object) -> bool:
    return bool(text_of(each.get("name"))) and "text" not in each


def _topic(each: Object, name: str, order: int, options: ReadOptions) -> TopicRecord:
    identity = options.named("topic", name) or identity_of("topic", name)
    colour = text_of(each.get("color"))
    return TopicRecord(identity, name, None, order, colour=colour, key=text_of(each.get("shortcut_key")))


def _texts(path: Path, read: Iterable[tuple[str, Object]], report: FileReport) -> Iterator[ForeignText]:
    for where, document in read:
        text = text_of(document.get("text"))
        meta = object_of(document.get("metadata")) | object_of(document.get("meta"))
        title = (
            text_of(meta.get("title")) or text_of(document.get("display_title")) or text_of(document.get("short_title"))
        )
        listed = [*list_of(document.get("annotations")), *list_of(document.get("labels"))]
        if text is None and not listed:
            report.refused.append(
                Refusal(where, worded("The document has neither a text nor annotations; add its text."))
            )
            continue
        unit: Unit = "code points"
        keys = {key for each in listed if isinstance(each, dict) for key in each}
        if "start_byte" in keys and "start_char" not in keys:
            unit = "bytes"
        whose = text_of(meta.get("annotator")) or path.stem
        layer = _layer(whose, listed, where, report, unit)
        name = title or (headline(text, path.stem) if text else where)
        yield ForeignText(
            name,
            text,
            (layer,),
            unit=unit,
            title=title,
            url=text_of(meta.get("url")),
            file=path.name,
            meta=rest_of(meta, ("title", "url", "annotator")) | rest_of(document, _KNOWN),
        )


def _layer(whose: str, listed: list[Any], where: str, report: FileReport, unit: Unit) -> ForeignLayer:
    spans: list[ForeignSpan] = []
    links: list[ForeignLink] = []
    for number, each in enumerate(listed, 1):
        found = _annotation(each, unit)
        if found is None:
            reason = worded("It needs a label and two places; correct or remove it.")
            report.refused.append(Refusal(f"{where}, annotation {number}", reason))
            continue
        start, end, label, words = found
        extra = _extra(words)
        key = str(number) if extra is None else extra.key
        notes = (words,) if words and extra is None else ()
        own = None if extra is None else extra.mark
        spans.append(ForeignSpan(key, label, ((start, end),), notes=notes, where=where, own=own))
        for tie, to in () if extra is None else extra.links:
            links.append(ForeignLink(f"r{len(links)}", tie, (("from", key), ("to", to)), where=where))
    return together(ForeignLayer(whose, tuple(spans), tuple(links)))


class _Extra(Struct, frozen=True, omit_defaults=True):
    """What this program keeps in the extra data of an annotation. links: label and key of the other end."""

    key: str
    links: tuple[tuple[str, str], ...] = ()
    mark: str | None = None


def _extra(words: str | None) -> _Extra | None:
    """The extra data where this program wrote it."""
    if not words or not words.startswith('{"key":'):
        return None
    try:
        return msgspec.json.decode(words, type=_Extra)
    except UNREADABLE:
        return None


def _annotation(each: Any, unit: Unit) -> tuple[int, int, str, str | None] | None:
    """Start, end, label and extra data, where these are what they should be."""
    if isinstance(each, dict):
        name = "byte" if unit == "bytes" else "char"
        each = [each.get(f"start_{name}"), each.get(f"end_{name}"), each.get("label_name"), each.get("extra_data")]
    if not isinstance(each, list) or len(each) < 3:
        return None
    start, end, label = whole_number(each[0]), whole_number(each[1]), text_of(each[2])
    if start is None or end is None or end < start or not label:
        return None
    return start, end, label, text_of(each[3]) if len(each) > 3 else None


def recognise(path: Path, head: bytes) -> float:
    """By the keys of the first object."""
    keys = first_keys(path, head)
    if keys & {"label_name", "utf8_text_md5_checksum", "display_title", "list_title"}:
        return 0.85
    if "text" in keys and "annotations" in keys and not keys & {"result", "data"}:
        return 0.7
    return 0.5 * (bool(keys) and keys <= {"name", "color", "shortcut_key"} and "name" in keys)


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write JSON Lines (an array where `out` ends in .json) in the place of `out`. Raises DiskFull and FileError."""
    leaving = Leaving(records, progress)
    documents = (_document(text, layer) for text in leaving.texts(bare) for layer in text.layers or (ForeignLayer(""),))
    sha256 = write_objects(documents, out, array=out.suffix.lower() == ".json")
    return Written(str(out), "labelbuddy", *leaving.counted, sha256)


def _document(text: ForeignText, layer: ForeignLayer) -> Object:
    layer = apart(layer)
    raw = text.raw or ""
    offsets = Offsets(raw)
    ties: dict[str, list[tuple[str, str]]] = {}
    for link in layer.links:
        ties.setdefault(link.arguments[0][1], []).append((link.label, link.arguments[1][1]))
    about = (("title", text.title), ("url", text.url), ("annotator", layer.annotator))
    return {
        "utf8_text_md5_checksum": hashlib.md5(raw.encode(), usedforsecurity=False).hexdigest(),
        "metadata": {name: value for name, value in about if value},
        "display_title": text.title or "",
        "list_title": text.title or "",
        "text": raw,
        "annotations": [
            {
                "start_char": start,
                "end_char": end,
                "start_byte": offsets.to_utf8(start),
                "end_byte": offsets.to_utf8(end),
                "label_name": span.label,
                "extra_data": _encode(_Extra(span.key, tuple(ties.get(span.key, ())), span.own)).decode(),
            }
            for span in layer.spans
            for start, end in span.parts
        ],
    }


register(
    Format(
        name="labelbuddy",
        title=worded("labelbuddy (JSON)"),
        suffixes=(".json", ".jsonl"),
        loses=LOSES,
        recognise=recognise,
        read=reader(describe),
        write=write,
        labels=lister(describe),
    )
)
