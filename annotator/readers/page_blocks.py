"""The body of an article as trafilatura found it in a page, cut into units.

Called by the reader of web pages with trafilatura's tree: `head`, `p`, `quote`, `list` and `item`,
`table`, `ref` for links, `lb` for line breaks. It never looks at the page itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.readers.units import TextLink, Unit
from annotator.records import BlockKind
from annotator.text import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"[ \t\n]+")
_BLOCKS: dict[str, BlockKind] = {
    "p": "paragraph",
    "head": "heading",
    "quote": "quote",
    "item": "item",
    "row": "paragraph",
    "code": "paragraph",
}
_CONTAINERS = frozenset({"list", "table", "body", "div", "main"})
_TARGETS = ("http://", "https://", "mailto:", "/")
_DROPPED = frozenset({"graphic", "del"})


def page_units(body: _Element) -> list[Unit]:
    """The lines of the body in order; those without text are left out."""
    walk = _Walk()
    walk.take(body, "paragraph")
    walk.close()
    return walk.units


class _Walk:
    """Goes through the tree and puts lines together; a block inside another ends the outer's line."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._kind: BlockKind = "paragraph"
        self._text = ""
        self._links: list[TextLink] = []
        # Of all links of the line, those without an address that holds outside of its site too.
        self._anchors = 0
        self._length = 0

    def take(self, element: _Element, kind: BlockKind) -> None:
        """An element with all that is in it; `kind` is what text right inside it belongs to."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED:
            return
        if tag == "lb":
            self._begin(self._kind)
        elif tag in _BLOCKS or tag in _CONTAINERS:
            inner = _BLOCKS.get(tag, kind)
            # A paragraph within a quotation or an item is one of its lines.
            inner = kind if inner == "paragraph" and kind in ("quote", "item") else inner
            self._begin(inner)
            self._inside(element, inner)
            self._begin(kind)
        elif tag == "ref":
            self._linked(element, kind)
        else:
            if tag == "cell" and self._text:
                self._add(" ")
            self._inside(element, kind)

    def close(self) -> None:
        """Ends the last line."""
        self._begin("paragraph")

    def _inside(self, element: _Element, kind: BlockKind) -> None:
        self._add(element.text or "")
        for child in element:
            self.take(child, kind)
            self._add(child.tail or "")

    def _linked(self, element: _Element, kind: BlockKind) -> None:
        lines, start = len(self.units), len(self._text)
        self._inside(element, kind)
        url = str(element.get("target") or "")
        end = len(self._text.rstrip())
        if lines != len(self.units) or end <= start:
            return
        start += len(self._text[start:]) - len(self._text[start:].lstrip())
        self._anchors += 1
        self._length += end - start
        if url.startswith(_TARGETS):
            self._links.append((start, end, url))

    def _add(self, text: str) -> None:
        text = _BLANKS.sub(" ", normalise(text))
        self._text += text.lstrip(" ") if not self._text or self._text[-1] == " " else text

    def _begin(self, kind: BlockKind) -> None:
        text = self._text.strip()
        if text:
            cut = len(self._text) - len(self._text.lstrip())
            links = tuple((start - cut, end - cut, url) for start, end, url in self._links)
            self.units.append(Unit(self._kind, text, links, anchors=self._anchors, linked=self._length))
        self._kind, self._text, self._links = kind, "", []
        self._anchors = self._length = 0
