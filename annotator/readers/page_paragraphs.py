"""Loose text of a web page made into paragraphs, before its body is looked for.

Called by the reader of web pages. Pages that put text right into a box beside other boxes, without an element
of its own, lose it otherwise. It changes the tree that it is given; no word is added or dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BOXES = ("article", "div", "main", "section", "td")
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small"}
    | {"span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
_SHORTEST = 60
_LINKED = 0.5


def give_paragraphs(tree: HtmlElement) -> None:
    """Puts a paragraph around each run of text that stands in a box beside blocks, if it is long enough."""
    for box in list(tree.iter(*_BOXES)):
        if any(isinstance(child.tag, str) and child.tag not in _INLINE for child in box):
            _wrap_runs(box)


def _wrap_runs(box: HtmlElement) -> None:
    run: list[HtmlElement] = []
    before: HtmlElement | None = None
    for child in [*box, None]:
        if child is not None and (not isinstance(child.tag, str) or child.tag in _INLINE):
            run.append(child)
            continue
        _wrap(box, before, run)
        before, run = child, []


def _wrap(box: HtmlElement, before: HtmlElement | None, run: list[HtmlElement]) -> None:
    """Moves the text behind `before` (or at the start of the box) and the elements of a run into a paragraph."""
    first = (box.text if before is None else before.tail) or ""
    elements = [each for each in run if isinstance(each.tag, str)]
    tails = [each.tail or "" for each in run]
    words = "".join([first, *(each.text_content() for each in elements), *tails])
    linked = sum(len(link.text_content()) for each in elements for link in each.iter("a"))
    if len(words.strip()) < _SHORTEST or linked > _LINKED * len(words):
        return
    paragraph = box.makeelement("p", {})
    paragraph.text = first
    if before is None:
        box.text = None
        box.insert(0, paragraph)
    else:
        before.tail = None
        before.addnext(paragraph)
    paragraph.extend(run)
