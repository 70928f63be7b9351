"""The text of a Word document: its body walked in order, block by block.

Called by the reader of DOCX files with what python-docx opened. Tracked deletions are left out, insertions
kept; what does not belong to the running text (text boxes, notes, comments) is counted, never mixed in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from annotator.readers.unit_builder import UnitBuilder
from annotator.readers.units import Unit
from annotator.records import BlockKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_THROUGH = frozenset({"ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir"})
_REMOVED = frozenset({"del", "moveFrom"})
_REFERENCES = {
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
    "commentReference": "comments",
}
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:heading|\d)", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_QUOTES = frozenset({"quote", "intense quote", "block text"})
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')


class Style(NamedTuple):
    """What a paragraph style makes of its paragraphs. `contents`: lines of a table of contents."""

    kind: BlockKind = "paragraph"
    level: int = 0
    contents: bool = False


class Body(NamedTuple):
    """The units in order; how often something was left out, by its name; lines of tables of contents."""

    units: list[Unit]
    omitted: Counter[str]
    contents: list[str]


def body_of(document: WordDocument) -> Body:
    """The body of an opened document."""
    targets = {name: relation.target_ref for name, relation in document.part.rels.items() if relation.is_external}
    walk = _Walk(_styles(document.styles.element), targets)
    walk.blocks(document.element.body)
    return Body(walk.builder.units, walk.omitted, walk.contents)


def _styles(element: _Element) -> dict[str, Style]:
    """The paragraph styles by id; a style without a kind of its own has that of the one it is based on."""
    found: dict[str, Style] = {}
    parents: dict[str, str] = {}
    for child in element.iterchildren(f"{_WORD}style"):
        identifier = child.get(f"{_WORD}styleId") or ""
        found[identifier] = _style(_value(child, "name") or "", child)
        parents[identifier] = _value(child, "basedOn") or ""
    for identifier, style in list(found.items()):
        seen: set[str] = set()
        parent = parents.get(identifier, "")
        while style == Style() and parent in found and parent not in seen:
            seen.add(parent)
            style, parent = found[parent], parents[parent]
        found[identifier] = style
    return found


def _style(name: str, element: _Element) -> Style:
    lowered = name.casefold()
    heading = _HEADING.fullmatch(lowered)
    if lowered == "title":
        return Style("heading", 1)
    if lowered == "subtitle":
        return Style("standfirst")
    if heading:
        return Style("heading", int(heading[1]) + 1)
    if _CONTENTS.fullmatch(lowered):
        return Style(contents=True)
    if lowered in _QUOTES:
        return Style("quote")
    if _LIST.match(lowered) or element.find(f"{_WORD}pPr/{_WORD}numPr") is not None:
        return Style("item")
    outline = _value(element.find(f"{_WORD}pPr"), "outlineLvl")
    return Style("heading", int(outline) + 2) if outline and outline in "012345678" else Style()


def _value(element: _Element | None, name: str) -> str | None:
    child = element.find(f"{_WORD}{name}") if element is not None else None
    return child.get(f"{_WORD}val") if child is not None else None


def _name(element: _Element) -> str:
    """The local name of one of Word's own elements; empty for others."""
    return element.tag[len(_WORD) :] if isinstance(element.tag, str) and element.tag.startswith(_WORD) else ""


def _is_on(properties: _Element | None, name: str) -> bool:
    if properties is None or properties.find(f"{_WORD}{name}") is None:
        return False
    return _value(properties, name) not in ("0", "false", "off", "none")


class _Walk:
    """Goes through the body. `_joins`: the mark that ended the last paragraph was deleted, so the next one
    continues it."""

    def __init__(self, styles: dict[str, Style], targets: dict[str, str]) -> None:
        self.builder = UnitBuilder()
        self.omitted: Counter[str] = Counter()
        self.contents: list[str] = []
        self._styles = styles
        self._targets = targets
        self._joins = False
        self._instruction: list[str] = []
        self._field: tuple[int, str] | None = None

    def blocks(self, container: Iterable[_Element]) -> None:
        """Paragraphs and tables in order, through content controls and tracked insertions."""
        for element in container:
            name = _name(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in _THROUGH:
                self.blocks(element)
            elif name in _REMOVED:
                self.omitted["tracked deletions"] += 1
        if self._joins:
            self.builder.close()
            self._joins = False

    def _paragraph(self, element: _Element) -> None:
        properties = element.find(f"{_WORD}pPr")
        style = self._styles.get(_value(properties, "pStyle") or "", Style())
        self._field, self._instruction = None, []
        self._inline(element)
        self._end_field()
        self._joins = properties is not None and properties.find(f"{_WORD}rPr/{_WORD}del") is not None
        if self._joins:
            return
        numbering = properties.find(f"{_WORD}numPr") if properties is not None else None
        if numbering is not None and style.kind == "paragraph" and _value(numbering, "numId") != "0":
            style = Style("item")
        before = len(self.builder.units)
        self.builder.close(style.kind, style.level)
        if style.contents:
            self.contents += [unit.text for unit in self.builder.units[before:]]
            del self.builder.units[before:]

    def _inline(self, container: Iterable[_Element]) -> None:
        for element in container:
            name = _name(element)
            if name == "r":
                self._run(element)
            elif name == "hyperlink":
                start = self.builder.position
                self._inline(element)
                self.builder.link(start, self._targets.get(element.get(_RELATION) or "", ""))
            elif name in _THROUGH:
                self._inline(element)
            elif name in _REMOVED:
                self.omitted["tracked deletions"] += 1
            elif not name and isinstance(element.tag, str):
                self.builder.add("".join(text.text or "" for text in element.iter(_MATHS_TEXT)))

    def _run(self, run: _Element) -> None:
        properties = run.find(f"{_WORD}rPr")
        if _is_on(properties, "vanish"):
            self.omitted["pieces of hidden text"] += 1
            return
        emphasised = _is_on(properties, "b") or _is_on(properties, "i")
        for element in run:
            name = _name(element)
            if name == "t":
                self.builder.add(element.text or "", emphasised=emphasised)
            elif name in ("br", "cr"):
                self.builder.add("\n", emphasised=emphasised)
            elif name in ("tab", "ptab"):
                self.builder.add("\t", emphasised=emphasised)
            elif name == "noBreakHyphen":
                self.builder.add("\u2011", emphasised=emphasised)
            elif name == "sym":
                self.builder.add(_symbol(element))
            elif name in ("fldChar", "instrText"):
                self._take_field(element, name)
            elif name in _REFERENCES:
                self.omitted[_REFERENCES[name]] += 1
            else:
                self._count_boxes(element)

    def _count_boxes(self, element: _Element) -> None:
        """Text boxes stand twice in a file: once as a drawing, once for old programs."""
        for box in element.iter(f"{_WORD}txbxContent"):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                self.omitted["text boxes"] += 1

    def _take_field(self, element: _Element, name: str) -> None:
        """A link may be written as a field: its instruction, then its text, then an end."""
        if name == "instrText":
            self._instruction.append(element.text or "")
            return
        kind = element.get(f"{_WORD}fldCharType")
        if kind == "begin":
            self._instruction = []
        elif kind == "separate":
            target = _HYPERLINK.search("".join(self._instruction))
            self._field = (self.builder.position, target[1]) if target else self._field
        elif kind == "end":
            self._end_field()

    def _end_field(self) -> None:
        if self._field is not None:
            self.builder.link(*self._field)
            self._field = None

    def _table(self, table: _Element) -> None:
        """A row is a line, unless its cells hold running text: then each of their paragraphs is one."""
        if self._joins:
            self.builder.close()
            self._joins = False
        for row in table.iterchildren(f"{_WORD}tr"):
            if row.find(f"{_WORD}trPr/{_WORD}del") is not None:
                self.omitted["tracked deletions"] += 1
                continue
            before = len(self.builder.units)
            longest = 0
            for cell in row.iter(f"{_WORD}tc"):
                if next(cell.iterancestors(f"{_WORD}tr")) is not row:
                    continue
                count = len(self.builder.units)
                self.blocks(cell)
                longest = max(longest, len(self.builder.units) - count)
            self.builder.join_since(before, longest)


def _symbol(element: _Element) -> str:
    try:
        return chr(int(element.get(f"{_WORD}char") or "", 16))
    except (ValueError, OverflowError):
        return "\ufffd"
