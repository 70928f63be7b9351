"""Records as Web Annotations and back: the profile in which nothing is lost.

Used by `w3c`, which reads and writes the files. What the recommendation has a place for stands there: the words
of a mark in its target, its topics, speakers and note in its body, who made it and when. The rest goes by terms
of our own (`x:…`), which other programs pass over. Nouns (annotators, topics, speakers, articles) are native
lines with an IRI for an id. It knows no file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, unquote

import msgspec

from annotator.records import (
    AnnotatorRecord,
    ArticleRecord,
    ClaimRecord,
    CommentRecord,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    Record,
    ReviewRecord,
    TopicRecord,
    kind_of,
)
from annotator.sentences import worded

VOCABULARY = "urn:x-annotator:vocab#"
CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {"@vocab": VOCABULARY, "x": VOCABULARY, "skos": "http://www.w3.org/2004/02/skos/core#"},
)
CONTEXT_CHARACTERS = 32
"""How much of the text before and after a quote is written beside it."""

_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_OWN, _UUID_IRI = "urn:x-annotator:", "urn:uuid:"
_MOTIVATIONS = {"claim": "classifying", "mention": "identifying", "passage": "tagging"}
_MARKS: dict[str, Any] = {"claim": ClaimRecord, "mention": MentionRecord, "passage": PassageRecord}
_AGENTS = {"person": "Person", "suggester": "Software", "consensus": "Organization"}

Texts = dict[tuple[str, int], str]
"""(article, revision) -> its text."""


class Unreadable(ValueError):
    """An annotation of this profile that was changed beyond reading; the message says what is missing."""


# Ids -------------------------------------------------------------------------------------------------


def iri(kind: str, identity: str) -> str:
    """The IRI of an id; kind tells ids apart that are no UUIDs."""
    return _UUID_IRI + identity if _UUID.fullmatch(identity) else f"{_OWN}{kind}:{quote(identity, safe='')}"


def identity_of(value: Any) -> str:
    """The id behind an IRI that `iri` made; another IRI stands for itself. Raises Unreadable."""
    if isinstance(value, str) and value:
        if value.startswith(_OWN):
            return unquote(value.removeprefix(_OWN).partition(":")[2]) or value
        return value.removeprefix(_UUID_IRI)
    raise Unreadable(worded("an id is missing"))


# Nouns -----------------------------------------------------------------------------------------------


def noun_of(record: Record) -> dict[str, Any]:
    """The node of a record that is no annotation: its native line, with what other programs look for."""
    kind = kind_of(record)
    node: dict[str, Any] = msgspec.to_builtins(record)
    if "id" in node:
        node["id"] = iri(kind, node["id"])
    match record:
        case TopicRecord():
            broader = {"skos:broader": iri(kind, record.parent)} if record.parent is not None else {}
            return node | {"type": ["skos:Concept", kind], "skos:prefLabel": record.name} | broader
        case AnnotatorRecord():
            return node | {"type": [_AGENTS[record.kind], kind], "nickname": record.name}
        case ArticleRecord():
            return node | {"type": ["Text", kind], "format": "text/plain", "unit": "unicode-code-point"}
    return node


def record_of_noun(node: Any, record_type: Any) -> Record:
    """The record of such a node. Raises Unreadable."""
    if not isinstance(node, dict):
        raise Unreadable(worded("it is no object"))
    values = {key: value for key, value in node.items() if key != "type"}
    if "id" in record_type.__struct_fields__:
        values["id"] = identity_of(values.get("id"))
    return _converted(values, record_type)


def _converted(values: dict[str, Any], record_type: Any) -> Record:
    try:
        record: Record = msgspec.convert(values, record_type)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    return record


# Annotations, written --------------------------------------------------------------------------------


def annotation_of(record: MarkRecord | ReviewRecord | CommentRecord, texts: Texts) -> dict[str, Any]:
    """The annotation of a mark, a verdict or a comment. texts: of the articles, for the words around a quote."""
    match record:
        case ReviewRecord():
            return _review(record)
        case CommentRecord():
            return _comment(record)
    return _mark(record, texts)


def _head(kind: str, motivation: str, record: Any) -> dict[str, Any]:
    return {
        "id": iri("mark" if kind in _MARKS else kind, record.id),
        "type": "Annotation",
        "motivation": motivation,
        "creator": iri("annotator", record.annotator),
        "created": record.created,
    }


def _mark(mark: MarkRecord, texts: Texts) -> dict[str, Any]:
    kind = kind_of(mark)
    text = texts.get((mark.article, mark.revision))
    targets = [_target(part, mark.article, text) for part in mark.parts]
    made = _head(kind, _MOTIVATIONS[kind], mark)
    made["modified"] = mark.updated
    if body := [*_bodies(mark), *([_textual("commenting", mark.note)] if mark.note else [])]:
        made["body"] = body
    made["target"] = targets[0] if len(targets) == 1 else targets
    if len(targets) > 1:
        made["x:discontinuous"] = True
    made["x:kind"] = kind
    made["x:revision"] = mark.revision
    made["x:codebook"] = mark.codebook
    if mark.fields:
        made["x:fields"] = mark.fields
    if mark.origins:
        made["x:origins"] = [iri("mark", each) for each in mark.origins]
    if isinstance(mark, ClaimRecord):
        if mark.cue:
            made["x:cue"] = [_target(part, mark.article, text) for part in mark.cue]
        made |= {"x:quotation": mark.quotation, "x:certainty": mark.certainty}
        if mark.proposition is not None:
            made["x:proposition"] = iri("proposition", mark.proposition)
    return made


def _target(part: Part, article: str, text: str | None) -> dict[str, Any]:
    exact: dict[str, Any] = {"type": "TextQuoteSelector", "exact": part.quote}
    if text is not None:
        exact["prefix"] = text[max(0, part.start - CONTEXT_CHARACTERS) : part.start]
        exact["suffix"] = text[part.end : part.end + CONTEXT_CHARACTERS]
    position = {"type": "TextPositionSelector", "start": part.start, "end": part.end}
    return {"source": iri("article", article), "selector": [position, exact]}


def _bodies(mark: MarkRecord) -> list[dict[str, Any]]:
    match mark:
        case ClaimRecord():
            said = [_speaker(each.speaker, each.mention) | {"x:role": each.role} for each in mark.speakers]
            about = [_resource("classifying", "topic", each.topic) | {"x:stance": each.stance} for each in mark.topics]
            return said + about
        case MentionRecord():
            return [] if mark.speaker is None else [_speaker(mark.speaker, None)]
        case PassageRecord():
            return [_resource("tagging", "topic", mark.topic)]


def _speaker(speaker: str | None, mention: str | None) -> dict[str, Any]:
    """Who is meant: the speaker, else the mention that names somebody, else nobody."""
    if speaker is not None:
        made = _resource("identifying", "speaker", speaker)
    elif mention is not None:
        made = _resource("identifying", "mark", mention)
    else:
        made = {"type": "SpecificResource", "purpose": "identifying", "source": f"{_OWN}nobody"}
    made["x:speaker"] = None if speaker is None else iri("speaker", speaker)
    if mention is not None:
        made["x:mention"] = iri("mark", mention)
    return made


def _resource(purpose: str, kind: str, identity: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "purpose": purpose, "source": iri(kind, identity)}


def _textual(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _review(review: ReviewRecord) -> dict[str, Any]:
    made = _head("review", "assessing", review)
    made["body"] = [_textual("assessing", review.verdict)]
    if review.reason:
        made["body"].append(_textual("commenting", review.reason))
    made["target"] = iri("mark", review.target)
    made |= {"x:kind": "review", "x:cause": review.cause, "x:codebook_question": review.codebook_question}
    made["x:replacement"] = None if review.replacement is None else iri("mark", review.replacement)
    return made


def _comment(comment: CommentRecord) -> dict[str, Any]:
    replies = comment.reply_to is not None
    made = _head("comment", "replying" if replies else "commenting", comment)
    made["body"] = [_textual("commenting", comment.text)]
    about = iri("mark", comment.target)
    made["target"] = iri("comment", comment.reply_to) if comment.reply_to is not None else about
    return made | {"x:kind": "comment", "x:about": about}


# Annotations, read -----------------------------------------------------------------------------------


def record_of_annotation(node: Any) -> Record:
    """The record of an annotation of this profile. Raises Unreadable."""
    if not isinstance(node, dict):
        raise Unreadable(worded("it is no object"))
    kind = node.get("x:kind")
    values: dict[str, Any] = {"id": identity_of(node.get("id")), "annotator": identity_of(node.get("creator"))}
    values["created"] = node.get("created")
    bodies = [each for each in _listed(node.get("body")) if isinstance(each, dict)]
    if kind in _MARKS:
        return _converted(values | _mark_values(node, bodies, kind), _MARKS[kind])
    if kind == "review":
        return _converted(values | _review_values(node, bodies), ReviewRecord)
    if kind == "comment":
        replied = node.get("target") if node.get("motivation") == "replying" else None
        values["reply_to"] = None if replied is None else identity_of(replied)
        values |= {"target": identity_of(node.get("x:about")), "text": _note(bodies, "commenting")}
        return _converted(values, CommentRecord)
    raise Unreadable(worded("annotations of the kind “{kind}” are not known", kind=str(kind)[:40]))


def _mark_values(node: dict[str, Any], bodies: Sequence[dict[str, Any]], kind: str) -> dict[str, Any]:
    targets = _listed(node.get("target"))
    sources = {each.get("source") for each in targets if isinstance(each, dict)}
    if len(sources) != 1:
        raise Unreadable(worded("its parts do not lie in one article"))
    values: dict[str, Any] = {
        "article": identity_of(sources.pop()),
        "revision": node.get("x:revision"),
        "parts": [_part(each) for each in targets],
        "note": _note(bodies, "commenting"),
        "fields": node.get("x:fields", {}),
        "origins": [identity_of(each) for each in _listed(node.get("x:origins"))],
        "codebook": node.get("x:codebook"),
        "updated": node.get("modified"),
    }
    if kind == "claim":
        return values | _claim_values(node, bodies)
    purpose, key = ("identifying", "speaker") if kind == "mention" else ("tagging", "topic")
    found = [identity_of(each.get("source")) for each in bodies if each.get("purpose") == purpose]
    return values | {key: found[0] if found else None}


def _claim_values(node: dict[str, Any], bodies: Sequence[dict[str, Any]]) -> dict[str, Any]:
    speakers = [
        {
            "speaker": _optional(each.get("x:speaker")),
            "role": each.get("x:role"),
            "mention": _optional(each.get("x:mention")),
        }
        for each in bodies
        if each.get("purpose") == "identifying"
    ]
    topics = [
        {"topic": identity_of(each.get("source")), "stance": each.get("x:stance")}
        for each in bodies
        if each.get("purpose") == "classifying"
    ]
    return {
        "cue": [_part(each) for each in _listed(node.get("x:cue"))],
        "speakers": speakers,
        "topics": topics,
        "quotation": node.get("x:quotation"),
        "certainty": node.get("x:certainty"),
        "proposition": _optional(node.get("x:proposition")),
    }


def _review_values(node: dict[str, Any], bodies: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {
        "target": identity_of(node.get("target")),
        "verdict": _note(bodies, "assessing"),
        "reason": _note(bodies, "commenting"),
        "cause": node.get("x:cause"),
        "codebook_question": node.get("x:codebook_question"),
        "replacement": _optional(node.get("x:replacement")),
    }


def _part(target: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for selector in _listed(target.get("selector") if isinstance(target, dict) else None):
        if isinstance(selector, dict):
            values |= {key: selector[key] for key in ("start", "end") if key in selector}
            if "exact" in selector:
                values["quote"] = selector["exact"]
    if len(values) != 3:
        raise Unreadable(worded("a part has no position or no quote"))
    return values


def _note(bodies: Sequence[dict[str, Any]], purpose: str) -> str:
    found = [each.get("value") for each in bodies if each.get("purpose") == purpose]
    return found[0] if found and isinstance(found[0], str) else ""


def _optional(value: Any) -> str | None:
    return None if value is None else identity_of(value)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
