"""The codebook as TOML, to be read, edited and compared by people: `[[topic]]` and `[[field]]` tables.

Called by `codebook_file`. A topic has a name, and where it has them: id, parent (name or id), definition,
include, exclude, colour, key, retired. Ids that are not given are made from the names.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from typing import Any

import msgspec
from msgspec import structs

from annotator.errors import FileError
from annotator.formats.codebook_fields import sound_fields
from annotator.formats.codebook_file import CodebookFile, stable_id, tidied
from annotator.records import FieldRecord, TopicRecord
from annotator.sentences import worded
from annotator.text import REPLACEMENT, normalise

_KINDS: dict[str, type[TopicRecord] | type[FieldRecord]] = {"topic": TopicRecord, "field": FieldRecord}
_WANTED = {
    "retired": worded("true or false"),
    "choices": worded("a list of texts"),
    "applies_to": worded("a list of texts"),
    "order": worded("a whole number"),
}
_TOPIC = ("name", "id", "parent", "key", "colour", "retired", "definition", "include", "exclude")
_FIELD = ("key", "title", "kind", "choices", "applies_to")


def read(content: bytes, where: str) -> CodebookFile:
    """Topics and fields. Raises FileError: no TOML, no name, unknown parent, a circle, a doubled name."""
    try:
        tables = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FileError(worded("It is no valid TOML: {error}.", error=error), where=where) from error
    said: list[str] = []
    raw = {kind: _tables(tables, kind, where, said) for kind in _KINDS}
    topics, more = topics_of(raw["topic"], where)
    fields = [
        _converted({"choices": [], "order": n} | each, "field", n, where) for n, each in enumerate(raw["field"], 1)
    ]
    fields, mended = sound_fields(fields, where)
    return CodebookFile(tuple(topics), tuple(fields), (*said, *more, *mended))


def topics_of(tables: list[dict[str, Any]], where: str) -> tuple[list[TopicRecord], list[str]]:
    """Topics from what is written of each, parents first, and sentences on what was mended. Raises FileError."""
    return tidied(_in_tree(_topics(tables, where), where))


def _tables(tables: dict[str, Any], kind: str, where: str, said: list[str]) -> list[dict[str, Any]]:
    found = tables.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise FileError(worded("A {kind} begins with a line [[{kind}]].", kind=kind), where=where)
    known = {*_KINDS[kind].__struct_fields__} - {"order", "merged_into"}
    for name in sorted({name for each in found for name in each} - known):
        said.append(worded("“{name}” of a {kind} means nothing here; it was left out.", name=name, kind=kind))
    return [{name: value for name, value in each.items() if name in known} for each in found]


def _converted(values: dict[str, Any], kind: str, number: int, where: str) -> Any:
    try:
        return msgspec.convert(values, _KINDS[kind])
    except msgspec.ValidationError as error:
        raise FileError(_unfit(str(error)), where=f"{where}: {kind} {number}") from error


def _unfit(error: str) -> str:
    """What msgspec says of a value, in words for whoever wrote the file."""
    if missing := re.search("missing required field `(.*?)`", error):
        return worded("It says nothing of “{name}”; add a line for it.", name=missing[1])
    place = re.search(r"at `\$\.(\w+)", error)
    if place is None:
        return worded("It does not fit: {error}.", error=error)
    if wrong := re.search("Invalid enum value '(.*?)'", error):
        return worded("“{value}” is nothing that “{name}” can be.", value=wrong[1], name=place[1])
    return worded("“{name}” is not {wanted}.", name=place[1], wanted=_WANTED.get(place[1], worded("a text")))


def _topics(tables: list[dict[str, Any]], where: str) -> list[TopicRecord]:
    """The topics with ids, parents still as they are written."""
    found: list[TopicRecord] = []
    names = Counter[str]()
    for number, table in enumerate(tables, 1):
        name = table.get("name")
        if not isinstance(name, str) or not name.strip():
            raise FileError(worded("Every topic needs a name."), where=f"{where}: topic {number}")
        name = " ".join(normalise(name).replace(REPLACEMENT, " ").split())
        if not name:
            raise FileError(worded("Every topic needs a name."), where=f"{where}: topic {number}")
        # The second of a name is told from the first by the one above it.
        unique = name if not names[name] else f"{name} < {table.get('parent', '')}"
        names[name] += 1
        values = {"id": stable_id("topic", unique), "order": number} | table | {"name": name}
        made: TopicRecord = _converted(values, "topic", number, where)
        texts = {which: normalise(getattr(made, which)) for which in ("definition", "include", "exclude")}
        found.append(structs.replace(made, **texts))
    doubled = [id_ for id_, count in Counter(each.id for each in found).items() if count > 1]
    if doubled:
        name = next(each.name for each in found if each.id == doubled[0])
        raise FileError(
            worded("“{name}” stands twice at the same place; give each topic a name of its own.", name=name),
            where=where,
        )
    return found


def _in_tree(topics: list[TopicRecord], where: str) -> list[TopicRecord]:
    """The topics with ids of their parents, each after its parent."""
    by_id = {each.id: each for each in topics}
    by_name: dict[str, list[str]] = {}
    for each in topics:
        by_name.setdefault(each.name, []).append(each.id)
    parents: dict[str, str | None] = {}
    for each in topics:
        wanted = each.parent or None
        if wanted is not None and wanted not in by_id:
            known = by_name.get(" ".join(wanted.split()), [])
            if len(known) != 1:
                what = (
                    worded("there are several of that name; name its id instead")
                    if known
                    else worded("there is no such topic")
                )
                raise FileError(
                    worded("“{each}” lies under “{wanted}”, but {what}.", each=each.name, wanted=wanted, what=what),
                    where=where,
                )
            wanted = known[0]
        parents[each.id] = wanted
    _refuse_doubled(topics, parents, where)
    placed: dict[str, TopicRecord] = {}
    for each in topics:
        line: list[str] = []
        here: str | None = each.id
        while here is not None and here not in placed:
            if here in line:
                way = " › ".join(by_id[id_].name for id_ in [*line[line.index(here) :], here])
                raise FileError(
                    worded("“{by_id}” lies below itself ({way}).", by_id=by_id[here].name, way=way), where=where
                )
            line.append(here)
            here = parents[here]
        for id_ in reversed(line):
            placed[id_] = structs.replace(by_id[id_], parent=parents[id_])
    return list(placed.values())


def _refuse_doubled(topics: list[TopicRecord], parents: dict[str, str | None], where: str) -> None:
    seen: set[tuple[str | None, str]] = set()
    for each in topics:
        place = parents[each.id], each.name.casefold()
        if place in seen:
            raise FileError(
                worded("“{each}” stands twice at the same place; give each topic a name of its own.", each=each.name),
                where=where,
            )
        seen.add(place)


def content_of(book: CodebookFile) -> bytes:
    """The codebook as it is written; reading it gives the same."""
    names = Counter(each.name for each in book.topics)
    name_of = {each.id: each.name for each in book.topics}
    lines = ["# A codebook: topics in their order, each with the one that it lies under, and fields."]
    for topic in book.topics:
        values = structs.asdict(topic) | {"parent": None}
        if topic.parent in name_of:
            values["parent"] = name_of[topic.parent] if names[name_of[topic.parent]] == 1 else topic.parent
        lines += ["", "[[topic]]", *(f"{name} = {_value(values[name])}" for name in _TOPIC if values[name])]
    for field in book.fields:
        values = structs.asdict(field)
        lines += ["", "[[field]]", *(f"{name} = {_value(values[name])}" for name in _FIELD if values[name])]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    # JSON's strings and truth values are TOML's, but for one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
