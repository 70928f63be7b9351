"""The tree of a web page or of a piece of one, as a stranger's file has it.

Called by the readers of pages, of databases' downloads and of bodies written in HTML. Nothing that a page
names is fetched, no entity is loaded, and no script is run.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ATTRIBUTES = 1_000
"""Of one element. The parser walks past all of an element's attributes for each further one."""
_LARGE = 100_000
# What is between quotation marks may hold the sign that ends the tag. Never goes back over what it has read.
_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+>?""")
_ATTRIBUTE = re.compile(r"""\s[^\s=>"'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?""")


def page_tree(page: str) -> HtmlElement | None:
    """The page's outermost element; None when there is nothing but blanks or comments.

    Of an element with more than `MOST_ATTRIBUTES` the further ones are passed over: they are no text.
    """
    from lxml import etree, html

    try:
        # `huge_tree` stays off against hostile nesting.
        tree = html.document_fromstring(_with_few_attributes(page), parser=html.HTMLParser(no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    _take_in_what_follows(tree)
    return tree


def _take_in_what_follows(tree: HtmlElement) -> None:
    """What stands behind `</html>` is shown by browsers, and by the parser set beside the page."""
    body = tree.find("body")
    for beside in list(tree.itersiblings("html")):
        for part in (beside, *beside.iterchildren("body")):
            part.tag = "div"
        (tree if body is None else body).append(beside)


def _with_few_attributes(page: str) -> str:
    if len(page) < _LARGE or not any(end - start > _LARGE for start, end in map(re.Match.span, _TAG.finditer(page))):
        return page
    return _TAG.sub(_cut, page)


def _cut(tag: re.Match[str]) -> str:
    if len(tag[0]) <= _LARGE:
        return tag[0]
    further = next(islice(_ATTRIBUTE.finditer(tag[0]), MOST_ATTRIBUTES, None), None)
    return f"{tag[0][: further.start()]}>" if further else tag[0]
