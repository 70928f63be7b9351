"""Label Studio: tasks with regions, choices, relations and predictions; also its small JSON (JSON_MIN) and CSV.

Called by way of the registry. A task's annotations are layers, one an annotator; predictions are a suggester's.
Written are done annotations and, in a folder or zip, the labeling configuration whose names they use. Places are
tested against the text that each region keeps, since releases counted differently.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import structs

from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.bundle import write_bundle
from annotator.formats.foreign.description import ForeignLayer, ForeignLink, ForeignSet, ForeignSpan, ForeignText
from annotator.formats.foreign.leaving import LOSES, Leaving, with_topics
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.foreign.segments import apart, together
from annotator.formats.json_cells import first_label, objects_or_rows
from annotator.formats.json_objects import (
    Object,
    first_keys,
    headline,
    keys_in,
    list_of,
    object_of,
    rest_of,
    text_of,
    whole_number,
)
from annotator.formats.json_output import write_objects
from annotator.formats.label_studio_config import CHOICES, LABELS, NOTE, TOPICS, configuration
from annotator.formats.unpacking import unpacked, zip_holds
from annotator.records import AnnotatorKind, Record
from annotator.sentences import worded

TEXT_KEYS = ("text", "content", "body", "article", "document", "html")
"""The keys of a task's data under which its text usually stands."""

_TASKS, _CONFIG = "tasks.json", "labeling_config.xml"
_OF_TASK = ("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time")
_KNOWN_OF_DATA = (*TEXT_KEYS, "title", "url")


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a file. Raises FileError."""
    return ForeignSet(_texts(path, report))


def _texts(path: Path, report: FileReport) -> Iterator[ForeignText]:
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    for where, task in (each for file in files for each in objects_or_rows(file, report)):
        data = object_of(task.get("data")) or task
        text = _text(data)
        if text is None:
            report.refused.append(
                Refusal(where, worded("The task holds no text that can be told; put it under “text”."))
            )
            continue
        named = text.startswith(("http://", "https://", "s3://", "gs://", "/data/")) and not text.strip().count(" ")
        title = text_of(data.get("title"))
        yield ForeignText(
            text if named else title or headline(text, path.stem),
            None if named else text,
            tuple(_layers(path.stem, task, where, report)),
            title=title,
            url=text if named else text_of(data.get("url")),
            file=path.name,
            meta=rest_of(data, _KNOWN_OF_DATA) if data is not task else {},
        )


def _text(data: Object) -> str | None:
    for key in TEXT_KEYS:
        if isinstance(data.get(key), str) and data[key]:
            return str(data[key])
    words = [each for key, each in data.items() if isinstance(each, str) and each and key not in ("title", "url", "id")]
    return words[0] if len(words) == 1 else None


def _layers(stem: str, task: Object, where: str, report: FileReport) -> Iterator[ForeignLayer]:
    kinds: tuple[tuple[str, AnnotatorKind], ...] = (
        ("annotations", "person"),
        ("completions", "person"),
        ("predictions", "suggester"),
    )
    for key, kind in kinds:
        for each in map(object_of, list_of(task.get(key))):
            if each.get("was_cancelled") is True:
                report.ignored.append(f"{where}: a skipped annotation was left out")
                continue
            whose = text_of(each.get("model_version")) if kind == "suggester" else _author(each)
            yield _layer(whose or stem, kind, list_of(each.get("result")), where)
    if "data" not in task:
        yield _layer(_who(task.get("annotator")) or stem, "person", list(_results_of_rows(task)), where)


def _results_of_rows(task: Object) -> Iterator[Object]:
    """The results in a task of the short form, where each stands under the name of what asked for it."""
    for name, value in rest_of(task, (*_KNOWN_OF_DATA, *_OF_TASK)).items():
        regions = [each for each in list_of(value) if isinstance(each, dict) and "start" in each]
        yield from (
            {"id": f"{name} {number}", "type": "labels", "from_name": name, "value": each}
            for number, each in enumerate(regions)
        )
        if not regions:
            yield {"id": name, "from_name": name, "value": value if isinstance(value, dict) else {"value": value}}


def _author(annotation: Object) -> str | None:
    """Whose an annotation is; tools that were made of older versions name them otherwise."""
    named = (_who(annotation.get(key)) for key in ("completed_by", "created_username", "created_by"))
    return next(filter(None, named), None)


def _who(value: Any) -> str | None:
    if isinstance(value, dict):
        name = " ".join(filter(None, (text_of(value.get("first_name")), text_of(value.get("last_name")))))
        return name or text_of(value.get("email")) or _who(value.get("id"))
    if isinstance(value, int) and not isinstance(value, bool):
        return f"annotator {value}"
    return text_of(value)


def _layer(whose: str, kind: AnnotatorKind, results: list[Any], where: str) -> ForeignLayer:
    spans: dict[str, ForeignSpan] = {}
    links: list[ForeignLink] = []
    attributes: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for number, each in enumerate(map(object_of, results)):
        key = str(each.get("id", f"r{number}"))
        if each.get("type") == "relation":
            labels = [str(label) for label in list_of(each.get("labels"))] or ["related"]
            ends = (("from", str(each.get("from_id"))), ("to", str(each.get("to_id"))))
            links.extend(ForeignLink(f"r{number}-{label}", label, ends, where=where) for label in labels)
        elif span := _span(key, each, where):
            spans.update(span)
            attributes[key].update(_measured(each))
        else:
            _take_values(each, attributes[key], notes[key])
    finished = [
        structs.replace(span, attributes=attributes.pop(key, {}), notes=tuple(notes.pop(key, ())))
        for key, span in spans.items()
    ]
    # What belongs to no region says something of the whole text.
    stray = [note for each in notes.values() for note in each]
    stray += [f"{name}: {value}" for each in attributes.values() for name, value in each.items()]
    return together(ForeignLayer(whose, tuple(finished), tuple(links), tuple(stray), kind))


def _span(key: str, result: Object, where: str) -> dict[str, ForeignSpan]:
    """The spans of a region, one for each of its labels; none where the result is no labelled region."""
    value = object_of(result.get("value"))
    kind = str(result.get("type") or "labels")
    labels = [str(each) for each in list_of(value.get(kind, value.get("labels"))) if isinstance(each, str)]
    if not kind.endswith("labels") or not labels:
        return {}
    offsets = object_of(value.get("globalOffsets")) or value
    start, end = whole_number(offsets.get("start")), whole_number(offsets.get("end"))
    text = value.get("text")
    quote = "\n".join(map(str, text)) if isinstance(text, list) else text_of(text)
    parts = ((start, end),) if start is not None and end is not None else ()
    own = text_of(object_of(result.get("meta")).get("annotator_mark"))
    quotes = (quote,) if quote else ()
    return {
        key if not number else f"{key}#{number}": ForeignSpan(
            key if not number else f"{key}#{number}", label, parts, quotes, where=where, own=own
        )
        for number, label in enumerate(labels)
    }


def _measured(result: Object) -> dict[str, Any]:
    """How sure the tool was of a region, where it says so."""
    said = object_of(result.get("value")) | result
    return {name: said[name] for name in ("score", "confidence") if isinstance(said.get(name), int | float)}


def _take_values(result: Object, attributes: dict[str, Any], notes: list[str]) -> None:
    """A choice, text, topic or number that belongs to a region, or to the task."""
    value = object_of(result.get("value"))
    name = str(result.get("from_name") or result.get("type") or "value")
    for kind, found in value.items():
        if (
            kind in ("start", "end", "text", "globalOffsets", "startOffset", "endOffset")
            and result.get("type") != "textarea"
        ):
            continue
        if kind == "taxonomy":
            paths = [" / ".join(map(str, path)) for path in list_of(found) if isinstance(path, list)]
            attributes["topics" if name == TOPICS else name] = paths
        elif kind == "text":
            lines = [str(each) for each in found] if isinstance(found, list) else [str(found)]
            if name == NOTE:
                notes.extend(lines)
            else:
                attributes[name] = "\n".join(lines)
        elif isinstance(found, list):
            attributes[name] = found[0] if len(found) == 1 else found
        elif kind not in ("start", "end"):
            attributes[name] = found


def recognise(path: Path, head: bytes) -> float:
    """By the keys of the first object, or the first label in a table."""
    label = first_label(path)
    if label is not None:
        return 0.9 * (isinstance(label, dict) and {"start", "end", "labels"} <= label.keys())
    inside = zip_holds(path, ".json")
    keys = first_keys(path, head) if inside is None else keys_in(inside)
    if "result" in keys and keys & {"annotations", "completions", "predictions"}:
        return 0.9
    if "data" in keys and keys & {"annotations", "predictions"}:
        return 0.8
    return 0.85 * ({"text", "start", "end", "labels"} <= keys and "annotations" not in keys)


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the tasks in the place of `out`, in a folder or zip with the configuration.

    Raises DiskFull and FileError.
    """
    leaving = Leaving(records, progress)
    used = _Used()
    tasks = (_task(number, text) for number, text in enumerate(used.watched(leaving.texts(_fitted)), 1))
    if out.suffix.lower() == ".json":
        return Written(str(out), "label_studio", *leaving.counted, write_objects(tasks, out, array=True))

    def fill(folder: Path) -> None:
        write_objects(tasks, folder / _TASKS, array=True)
        (folder / _CONFIG).write_bytes(configuration(sorted(used.labels), sorted(used.topics)))

    return Written(str(out), "label_studio", *leaving.counted, write_bundle(out, (_TASKS, _CONFIG), fill))


def _fitted(span: ForeignSpan, text: str) -> ForeignSpan:
    """The span with what the configuration has controls for."""
    span = with_topics(span, text)
    shown = {
        name: value for name, value in span.attributes.items() if name == "topics" or value in CHOICES.get(name, ())
    }
    return structs.replace(span, attributes=shown)


class _Used:
    """The labels and topics of what was written, for the configuration."""

    def __init__(self) -> None:
        self.labels: set[str] = set()
        self.topics: set[str] = set()

    def watched(self, texts: Iterable[ForeignText]) -> Iterator[ForeignText]:
        """The texts, as they are."""
        for text in texts:
            for layer in text.layers:
                for span in layer.spans:
                    self.labels.add(span.label)
                    self.topics.update(span.attributes.get("topics", ()))
            yield text


def _task(number: int, text: ForeignText) -> Object:
    about = (("title", text.title), ("url", text.url))
    return {
        "id": number,
        "data": {"text": text.raw, **{name: value for name, value in about if value}},
        "annotations": [
            {
                "id": number * 1000 + place,
                "completed_by": {"email": layer.annotator},
                "result": list(_results(apart(layer), text.raw or "")),
                "ground_truth": layer.kind == "consensus",
            }
            for place, layer in enumerate(text.layers)
            if layer.kind != "suggester"
        ],
        "predictions": [
            {"model_version": layer.annotator, "result": list(_results(apart(layer), text.raw or ""))}
            for layer in text.layers
            if layer.kind == "suggester"
        ],
    }


def _results(layer: ForeignLayer, text: str) -> Iterator[Object]:
    for span in layer.spans:
        start, end = span.parts[0]
        place = {"start": start, "end": end, "text": text[start:end]}
        region = {"id": span.key, "to_name": "text", "origin": "manual"}
        extra = {"meta": {"annotator_mark": span.own}} if span.own else {}
        yield region | {"from_name": LABELS, "type": "labels", "value": place | {"labels": [span.label]}} | extra
        for name, value in span.attributes.items():
            if name == "topics":
                paths = {"taxonomy": [path.split(" / ") for path in value]}
                yield region | {"from_name": TOPICS, "type": "taxonomy", "value": place | paths}
            else:
                yield region | {"from_name": name, "type": "choices", "value": place | {"choices": [value]}}
        for note in span.notes:
            yield region | {"from_name": NOTE, "type": "textarea", "value": place | {"text": [note]}}
    for link in layer.links:
        (_, first), (_, second) = link.arguments
        yield {"type": "relation", "from_id": first, "to_id": second, "direction": "right", "labels": [link.label]}


register(
    Format(
        name="label_studio",
        title=worded("Label Studio (JSON)"),
        suffixes=(".json",),
        loses=LOSES,
        recognise=recognise,
        read=reader(unpacked(describe)),
        write=write,
        labels=lister(unpacked(describe)),
    )
)
