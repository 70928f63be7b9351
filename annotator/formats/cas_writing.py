"""Our layers as feature structures, and the types that they are of.

Used by the XMI and the JSON format. The types are those that INCEpTION calls custom layers: spans with features,
and slots for links, each slot a structure with a role and a target.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import structs

from annotator.formats.cas_model import NOTE, OWN, PASSAGE, TOPIC, References, Structure
from annotator.formats.foreign.description import ForeignLayer, ForeignSpan, ForeignText
from annotator.formats.foreign.leaving import CLAIM, CUE, MENTION, with_topics
from annotator.formats.foreign.segments import apart
from annotator.formats.xml_text import xml_text
from annotator.text import Offsets

SPACE = "webanno.custom"
LINKS, TOPICS = "links", "topics"
LAYERS = (CLAIM, CUE, MENTION, PASSAGE)
SHOWN = ("quotation", "certainty", "stance", TOPICS)
STRING, STRINGS, ANNOTATION, TOP = "uima.cas.String", "uima.cas.StringArray", "uima.tcas.Annotation", "uima.cas.TOP"
DESCRIPTION = "uima.tcas.DocumentAnnotation"
SOFA = "1"


def slot_of(layer: str) -> str:
    """The type of the links of a layer."""
    return f"{SPACE}.{layer}LinksLink"


def types() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Name, type above it, and the ranges of its features by name, of each type that is written."""
    for layer in LAYERS:
        yield slot_of(layer), TOP, {"role": STRING, "target": ANNOTATION}
        features = {NOTE: STRING, OWN: STRING, LINKS: f"{slot_of(layer)}[]"}
        if layer == PASSAGE:
            features[TOPIC] = STRING
        if layer == CLAIM:
            features |= dict.fromkeys(SHOWN, STRING) | {TOPICS: STRINGS}
        yield f"{SPACE}.{layer}", ANNOTATION, features


def fitted(span: ForeignSpan, text: str) -> ForeignSpan:
    """The span as these types show it."""
    span = with_topics(span, text)
    passage = span.label not in (CLAIM, CUE, MENTION)
    shown: dict[str, Any] = {}
    for name, value in span.attributes.items():
        if name in SHOWN and span.label == CLAIM and value:
            shown[name] = [xml_text(each) for each in value] if name == TOPICS else xml_text(str(value))
    if not all(shown.get(TOPICS, ["-"])):
        del shown[TOPICS]
    return structs.replace(
        span,
        label=xml_text(span.label) if passage else span.label,
        attributes=shown,
        notes=tuple(xml_text(note) for note in span.notes),
    )


def structures(text: ForeignText, layer: ForeignLayer) -> list[Structure]:
    """The structures of a layer, without the text itself, whose id is `SOFA`. Offsets are UTF-16."""
    offsets = Offsets(text.raw or "")
    about = {"begin": 0, "end": offsets.utf16_length, "language": text.language or "x-unspecified"}
    found = [Structure("2", DESCRIPTION, about, SOFA)]
    layer = apart(layer)
    ids = {span.key: str(number) for number, span in enumerate(layer.spans, 3)}
    links: dict[str, list[tuple[str, str]]] = {}
    for link in layer.links:
        links.setdefault(link.arguments[0][1], []).append((link.label, ids[link.arguments[1][1]]))
    free = len(layer.spans) + 3
    for span in layer.spans:
        kind = span.label if span.label in (CLAIM, CUE, MENTION) else PASSAGE
        start, end = span.parts[0]
        features: dict[str, Any] = {"begin": offsets.to_utf16(start), "end": offsets.to_utf16(end)}
        features |= {TOPIC: span.label} if kind == PASSAGE else {}
        features |= span.attributes
        features |= {NOTE: span.notes[0]} if span.notes else {}
        features |= {OWN: span.own} if span.own else {}
        slots = []
        for role, target in links.get(span.key, ()):
            slots.append(Structure(str(free), slot_of(kind), {"role": role, "target": References((target,))}))
            free += 1
        features |= {LINKS: References(tuple(slot.id for slot in slots))} if slots else {}
        found.append(Structure(ids[span.key], f"{SPACE}.{kind}", features, SOFA))
        found.extend(slots)
    return found
