"""The text of an OpenDocument file: `office:text` walked in order, block by block.

Called by the reader of ODT files. Deleted text lies in a list of its own and is left out; notes, comments
and text boxes are counted, never mixed into the running text.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from annotator.readers.unit_builder import UnitBuilder
from annotator.readers.units import Unit
from annotator.records import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TARGET = "{http://www.w3.org/1999/xlink}href"
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 99
_OMITTED = {
    f"{_TEXT}note": "notes",
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation": "comments",
    f"{_TEXT}changed-region": "tracked changes",
    f"{_TEXT}table-of-content": "tables of contents",
}
_SKIPPED = frozenset({f"{_TEXT}ruby-text", f"{_TEXT}index-title", f"{_TEXT}hidden-text"})
_ROLES: dict[str, tuple[BlockKind, int]] = {
    "title": ("heading", 1),
    "subtitle": ("standfirst", 0),
    "quotations": ("quote", 0),
}


def body_of(tree: _Element, text: _Element, omitted: Counter[str]) -> list[Unit]:
    """The units of `office:text` in order; what was left out is counted in `omitted`."""
    walk = _Walk(_style_parents(tree), omitted)
    walk.inside(text, "paragraph")
    walk.builder.close()
    return walk.builder.units


def _style_parents(tree: _Element) -> dict[str, str]:
    """The named style behind each of the styles that the program made for single paragraphs."""
    return {
        str(style.get(f"{_STYLE}name")): str(style.get(f"{_STYLE}parent-style-name") or "")
        for style in tree.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}family") == "paragraph"
    }


class _Walk:
    """Goes through the text; `kind` is what a paragraph in the present place is."""

    def __init__(self, parents: dict[str, str], omitted: Counter[str]) -> None:
        self.builder = UnitBuilder()
        self._parents = parents
        self._omitted = omitted

    def inside(self, container: _Element, kind: BlockKind) -> None:
        """All blocks in a section, list or cell."""
        for element in container:
            tag = element.tag
            if not isinstance(tag, str) or tag in _SKIPPED:
                continue
            if tag in _OMITTED:
                self._omitted[_OMITTED[tag]] += 1
            elif tag.startswith(_DRAWING):
                self._count_boxes(element)
            elif tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(element, kind)
            elif tag == f"{_TABLE}table-row":
                self._row(element)
            else:
                self.inside(element, "item" if tag == f"{_TEXT}list" else kind)

    def _paragraph(self, element: _Element, kind: BlockKind) -> None:
        self._inline(element)
        name = str(element.get(f"{_TEXT}style-name") or "")
        role = _ROLES.get(name.casefold()) or _ROLES.get(self._parents.get(name, "").casefold())
        if role is None and element.tag == f"{_TEXT}h":
            level = str(element.get(f"{_TEXT}outline-level") or "1")
            role = ("heading", int(level) + 1 if level in "123456789" else 2)
        self.builder.close(*(role or (kind, 0)))

    def _inline(self, container: _Element) -> None:
        self._add(container.text)
        for element in container:
            tag = element.tag
            if tag in _OMITTED:
                self._omitted[_OMITTED[str(tag)]] += 1
            elif tag == f"{_TEXT}s":
                count = str(element.get(f"{_TEXT}c") or "1")
                self.builder.add(" " * (int(count) if count.isdecimal() and len(count) < 3 else _MOST_BLANKS))
            elif tag == f"{_TEXT}tab":
                self.builder.add("\t")
            elif tag == f"{_TEXT}line-break":
                self.builder.add("\n")
            elif tag == f"{_TEXT}a":
                start = self.builder.position
                self._inline(element)
                self.builder.link(start, str(element.get(_TARGET) or ""))
            elif isinstance(tag, str) and tag.startswith(_DRAWING):
                self._count_boxes(element)
            elif isinstance(tag, str) and tag not in _SKIPPED:
                self._inline(element)
            self._add(element.tail)

    def _count_boxes(self, drawing: _Element) -> None:
        self._omitted.update("text boxes" for _ in drawing.iter(f"{_DRAWING}text-box"))

    def _add(self, text: str | None) -> None:
        if text:
            self.builder.add(_BLANKS.sub(" ", text))

    def _row(self, row: _Element) -> None:
        """A row is a line, unless its cells hold running text: then each of their paragraphs is one."""
        before = len(self.builder.units)
        longest = 0
        for cell in row.iterchildren(f"{_TABLE}table-cell"):
            count = len(self.builder.units)
            self.inside(cell, "paragraph")
            longest = max(longest, len(self.builder.units) - count)
        self.builder.join_since(before, longest)
