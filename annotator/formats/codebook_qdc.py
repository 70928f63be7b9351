"""The codebook of REFI-QDA (`.qdc`), which programs for qualitative analysis exchange.

Called by `codebook_file`, and by whoever writes or reads whole REFI-QDA projects: `codes_of` and
`topics_from` work on the `Codes` element of both. Source: REFI-QDA 1.5, section 5.2. Files of other
programs are taken with their habits: braces around ids, no names, ids used twice, trees written as
“parent::child”.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import structs

from annotator import __version__
from annotator.errors import FileError
from annotator.formats.codebook_file import CodebookFile, stable_id, tidied
from annotator.formats.xml_text import xml_text
from annotator.records import TopicRecord
from annotator.sentences import worded

if TYPE_CHECKING:
    from lxml.etree import _Element

CODEBOOK = "urn:QDA-XML:codebook:1.0"
_PARTING = "::"
_USE, _NOT = "Use for:", "Not for:"
_MARKED = re.compile(rf"(?:^|\n\n)({_USE}|{_NOT})\s*")


def read(content: bytes, where: str) -> CodebookFile:
    """The codes as topics. Raises FileError for what is no such file, or holds no codes."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileError(worded("It is no valid XML: {error}.", error=error), where=where) from error
    codes = next((each for each in root.iter() if _name(each) == "Codes"), None)
    if _name(root) != "CodeBook" or codes is None:
        raise FileError(worded("It is XML, but no codebook of REFI-QDA."), where=where)
    topics, said = topics_from(codes)
    if any(_name(each) == "Set" for each in root.iter()):
        said.append(worded("Sets of codes are not known here; they were left out."))
    if not topics:
        raise FileError(worded("There are no codes in it."), where=where)
    return CodebookFile(tuple(topics), (), tuple(said))


def topics_from(codes: _Element) -> tuple[list[TopicRecord], list[str]]:
    """Topics of a `Codes` element, parents first, and sentences on what was mended."""
    said: list[str] = []
    found: dict[str, TopicRecord] = {}
    taken: dict[tuple[str | None, str], str] = {}
    doubles = Counter[tuple[str | None, str]]()
    flat = not any(_name(each) == "Code" and _name(each.getparent()) == "Code" for each in codes.iter())
    # Without recursion: how deep a file of somebody else nests is not ours to choose.
    waiting: list[tuple[_Element, str | None]] = [(each, None) for each in reversed(list(_codes(codes)))]
    while waiting:
        element, parent = waiting.pop()
        name = " ".join((element.get("name") or "").split())
        if not name:
            name = f"Code {len(found) + 1}"
            said.append(worded("A code has no name; it is called “{name}” now.", name=name))
        *above, name = [each for each in map(str.strip, name.split(_PARTING)) if each] or [name] if flat else [name]
        for each in above:
            parent = taken.get((parent, each.casefold())) or _put(found, taken, each, parent, None)
        free, place = name, (parent, name.casefold())
        while (parent, free.casefold()) in taken:
            doubles[place] += 1
            free = f"{name} ({doubles[place] + 1})"
        if free != name:
            said.append(
                worded(
                    "“{name}” stands twice at the same place; the second is called “{free}” now.", name=name, free=free
                )
            )
        id_ = _put(found, taken, free, parent, element)
        waiting += [(each, id_) for each in reversed(list(_codes(element)))]
    topics, more = tidied(found.values())
    return topics, [*said, *more]


def _put(
    found: dict[str, TopicRecord],
    taken: dict[tuple[str | None, str], str],
    name: str,
    parent: str | None,
    element: _Element | None,
) -> str:
    id_ = code_id(element.get("guid")) if element is not None else ""
    if not id_ or id_ in found:
        id_ = stable_id("topic", f"{parent or ''}/{name}")
    topic = TopicRecord(id_, name, parent, len(found) + 1)
    if element is not None:
        described = next((each for each in element if _name(each) == "Description"), None)
        words = "".join(map(str, described.itertext())) if described is not None else ""
        definition, include, exclude = _parted(words)
        leaf = next(_codes(element), None) is None
        retired = leaf and (element.get("isCodable") or "").strip().lower() in ("false", "0")
        topic = structs.replace(
            topic, definition=definition, include=include, exclude=exclude, colour=element.get("color"), retired=retired
        )
    found[id_] = topic
    taken[parent, name.casefold()] = id_
    return id_


def _codes(element: _Element) -> Iterator[_Element]:
    return (each for each in element if _name(each) == "Code")


def _name(element: _Element | None) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2] if element is not None else ""


def _guid(text: str) -> str:
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError:
        return ""


def code_id(guid: str | None) -> str:
    """The id of the topic of a code with that GUID: the GUID itself; one made of it where it is no UUID."""
    plain = (guid or "").strip().strip("{}").lower()
    return _guid(plain) or (stable_id("code guid", plain) if plain else "")


def _parted(description: str) -> tuple[str, str, str]:
    """Definition, “use for” and “not for” of a description that this program wrote; else all is definition."""
    definition, *rest = _MARKED.split(description.strip())
    texts = dict(zip(rest[::2], rest[1::2], strict=True))
    return definition.strip(), texts.get(_USE, "").strip(), texts.get(_NOT, "").strip()


def content_of(book: CodebookFile) -> bytes:
    """The codebook as it is written; valid by the schema of REFI-QDA."""
    from lxml import etree

    spaces: Any = {None: CODEBOOK}
    root = etree.Element(f"{{{CODEBOOK}}}CodeBook", {"origin": f"Annotator {__version__}"}, nsmap=spaces)
    root.append(codes_of(book.topics, CODEBOOK))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def codes_of(topics: Sequence[TopicRecord], namespace: str) -> _Element:
    """A `Codes` element of the topics, which come each after the one that it lies under."""
    from lxml import etree

    codes = etree.Element(f"{{{namespace}}}Codes")
    made: dict[str, _Element] = {}
    for topic in topics:
        above = made.get(topic.parent or "", codes)
        element = etree.SubElement(above, f"{{{namespace}}}Code")
        element.set("guid", _guid(topic.id) or stable_id("topic id", topic.id))
        element.set("name", xml_text(topic.name))
        element.set("isCodable", "false" if topic.retired else "true")
        if topic.colour:
            element.set("color", topic.colour)
        if words := _described(topic):
            etree.SubElement(element, f"{{{namespace}}}Description").text = xml_text(words)
        made[topic.id] = element
    return codes


def _described(topic: TopicRecord) -> str:
    parts = [topic.definition.strip()]
    parts += [
        f"{label} {text.strip()}" for label, text in ((_USE, topic.include), (_NOT, topic.exclude)) if text.strip()
    ]
    return "\n\n".join(each for each in parts if each)


def lost(book: CodebookFile) -> list[str]:
    """What a `.qdc` cannot carry of this codebook, as sentences."""
    said: list[str] = []
    if book.fields:
        said.append(worded("Fields have no place in this format; {count} were left out.", count=len(book.fields)))
    if keys := sum(1 for each in book.topics if each.key):
        said.append(worded("Keys have no place in this format; {keys} were left out.", keys=keys))
    if parents := sum(1 for each in book.topics if each.retired and any(e.parent == each.id for e in book.topics)):
        said.append(
            worded("{parents} retired topics have others below them, and come back as topics in use.", parents=parents)
        )
    return said
