"""The codes of a REFI-QDA project, and the ids that its schema wants.

Used by the two halves of the format `refi_qda`. Topics are codes in their tree, as in a codebook alone
(`codebook_qdc`); beside them stand codes for the kinds of marks and for words such as stances, which other
programs show and count like any code.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, get_args

from msgspec import structs

from annotator.formats.codebook_file import stable_id
from annotator.formats.codebook_qdc import codes_of, topics_from
from annotator.formats.foreign.leaving import CLAIM, CUE, MENTION, topic_label
from annotator.formats.foreign.register import PATH
from annotator.records import Certainty, Quotation, Stance, TopicRecord

if TYPE_CHECKING:
    from lxml.etree import _Element

PROJECT = "urn:QDA-XML:project:1.0"
ORIGIN = "Annotator"
"""How the `origin` of our own projects begins."""

KIND, ATTRIBUTE = "Kind", "Attribute"
"""The codes above those for kinds of marks, and above those for words about them."""

KINDS = (CLAIM, CUE, MENTION)
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "quotation": get_args(Quotation),
    "certainty": get_args(Certainty),
    "stance": get_args(Stance),
}
"""Words about claims that have codes: name -> values."""

_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_COLOUR = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def guid(kind: str, identity: str) -> str:
    """The id where it is a UUID; else one made of it."""
    if _UUID.fullmatch(identity):
        return identity
    try:
        return str(uuid.UUID(identity))
    except ValueError:
        return stable_id(f"{kind} id", identity)


def plain_guid(text: str | None) -> str:
    """A GUID of any writer as it is compared: lower case, without braces; empty where there is none."""
    return (text or "").strip().strip("{}").lower()


@cache
def kind_guid(label: str) -> str:
    """The code for a kind of mark."""
    return stable_id("code", f"{KIND}/{label}")


@cache
def attribute_guid(name: str, value: str) -> str:
    """The code for a word about a claim."""
    return stable_id("code", f"{ATTRIBUTE}/{name}/{value}")


def codes_element(topics: Iterable[TopicRecord]) -> _Element:
    """The `Codes` of a project: topics in their tree, kinds, words."""
    from lxml import etree

    codes = codes_of(sound_topics(topics), PROJECT)

    def add(above: _Element, identity: str, name: str, codable: bool) -> _Element:
        about = {"guid": identity, "name": name, "isCodable": "true" if codable else "false"}
        return etree.SubElement(above, f"{{{PROJECT}}}Code", about)

    kinds = add(codes, stable_id("code", KIND), KIND, False)
    for label in KINDS:
        add(kinds, kind_guid(label), label, True)
    attributes = add(codes, stable_id("code", ATTRIBUTE), ATTRIBUTE, False)
    for name, values in ATTRIBUTES.items():
        above = add(attributes, stable_id("code", f"{ATTRIBUTE}/{name}"), name, False)
        for value in values:
            add(above, attribute_guid(name, value), value, True)
    return codes


def sound_topics(topics: Iterable[TopicRecord]) -> list[TopicRecord]:
    """The topics as codes can be: parents first, no colour that is none."""
    ordered = _parents_first({each.id: each for each in topics})
    return [each if _COLOUR.fullmatch(each.colour or "") else structs.replace(each, colour=None) for each in ordered]


def _parents_first(topics: dict[str, TopicRecord]) -> list[TopicRecord]:
    """Topics each after the one that it lies under; those that would lie under themselves, or nowhere, on top."""
    done: dict[str, TopicRecord] = {}
    for topic in topics.values():
        line: dict[str, TopicRecord] = {}
        at: TopicRecord | None = topic
        while at is not None and at.id not in done and at.id not in line:
            line[at.id] = at
            at = topics.get(at.parent or "")
        done |= dict(reversed(line.items()))
    return list(done.values())


class Codes:
    """The codes of a project that is read: guid -> what it means. said: sentences on what was mended."""

    def __init__(self, codes: _Element | None, own_ids: dict[str, str] | None) -> None:
        """own_ids: guid -> id, of topics whose ids are no GUIDs; None where another program wrote the project."""
        own = own_ids is not None
        topics, self.said = ([], []) if codes is None else topics_from(codes)
        self.kinds: dict[str, str] = {}
        self.attributes: dict[str, tuple[str, str]] = {}
        if own:
            self.kinds = {kind_guid(label): label for label in KINDS}
            self.attributes = {
                attribute_guid(name, value): (name, value) for name, values in ATTRIBUTES.items() for value in values
            }
            above = {stable_id("code", each) for each in (KIND, ATTRIBUTE, *(f"{ATTRIBUTE}/{a}" for a in ATTRIBUTES))}
            topics = [each for each in topics if each.id not in above | self.kinds.keys() | self.attributes.keys()]
        self.labels = code_labels(topics, guarded=own)
        self.topics = {self.labels[each.id]: _called(each, own_ids or {}) for each in topics}


def _called(topic: TopicRecord, ids: dict[str, str]) -> TopicRecord:
    """The topic by its own id, and under its parent's."""
    parent = None if topic.parent is None else ids.get(topic.parent, topic.parent)
    return structs.replace(topic, id=ids.get(topic.id, topic.id), parent=parent)


def code_labels(topics: Sequence[TopicRecord], *, guarded: bool) -> dict[str, str]:
    """Guid of a code -> its label: the name where no other code has it, else the names from the top.

    guarded: made unlike the labels of claims, cues and mentions.
    """
    by_id = {each.id: each for each in topics}
    names = Counter(each.name.casefold() for each in topics)
    found: dict[str, str] = {}
    for each in topics:
        label = each.name if names[each.name.casefold()] == 1 else PATH.join(names_above(each, by_id))
        found[each.id] = topic_label(label) if guarded else label
    return found


def names_above(topic: TopicRecord, by_id: dict[str, TopicRecord]) -> list[str]:
    """The names from the top of the tree down to the topic."""
    line: dict[str, str] = {}
    at: TopicRecord | None = topic
    while at is not None and at.id not in line:
        line[at.id] = at.name
        at = by_id.get(at.parent or "")
    return list(reversed(line.values()))
