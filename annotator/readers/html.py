"""Articles in web pages that were saved from a browser.

The body is found by trafilatura, metadata by it and by `page_metadata`. Registers itself; called through
`read_file`. Scripts are text here, never run, and nothing that a page names is fetched.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, europresse, factiva, register
from annotator.readers.bylines import marked_names
from annotator.readers.encoding import declared_encoding, decode
from annotator.readers.page_blocks import page_units
from annotator.readers.page_byline import is_shown
from annotator.readers.page_metadata import deck, page_details, saved_from
from annotator.readers.page_paragraphs import give_paragraphs
from annotator.readers.page_tree import page_tree
from annotator.readers.units import Details, Unit, assembled, folded
from annotator.readers.wrapping import ends_sentence
from annotator.records import Document
from annotator.sentences import worded
from annotator.text import normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from annotator.readers.folders import Refusal

SUFFIXES = (".html", ".htm", ".xhtml")
_TEXT_SUFFIXES = (".txt", ".text", "")
_BEGINS = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
# A page means one blank by any number of them, and some patterns that look at pages take the square of it.
_LONG_BLANKS = re.compile(r"[ \t\r\n\f]{200,}")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SHORT = 200
_SENTENCE = 20
_DECK_AMONG = 3
_LINKED = 0.8


def recognise(path: Path, head: bytes) -> float:
    """By suffix, and by how the content begins."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return 0.9
    return 0.95 if suffix in _TEXT_SUFFIXES and _BEGINS.match(head.removeprefix(b"\xef\xbb\xbf")) else 0.0


def articles(path: Path, data: bytes) -> Iterable[Document | Refusal]:
    """The one article of a page, or those of a page that is a download of a news database. Raises as `read`."""
    if factiva.is_page(data):
        return factiva.read(path, data)
    return europresse.read(path, data) if europresse.is_download(data) else read(path, data)


def read(path: Path, data: bytes) -> list[Document]:
    """The one article of the page. Raises UnreadableArticle when the page holds none."""
    try:
        decoded = decode(data, declared_encoding(data))
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    page = _XML_DECLARATION.sub("", decoded.text.lstrip("\ufeff"), count=1).replace("\x00", "\ufffd")
    page = _LONG_BLANKS.sub(" ", page)
    tree = page_tree(page)
    details = page_details(tree) if tree is not None else Details()
    details.warnings.extend(decoded.warnings)
    details.further["encoding"] = decoded.encoding
    details.url = details.url or saved_from(page)
    units = _extracted(tree, details) if tree is not None else []
    if tree is None or not _is_article(units, tree):
        raise UnreadableArticle(
            worded("No article text was found in this page; copy the text into a text file and add that."),
            where=str(path),
        )
    _clean(details)
    units = _with_standfirst(_without_title(units, details), details, tree)
    return [assembled(path, units, details)]


def _is_article(units: list[Unit], tree: HtmlElement) -> bool:
    """Whether there is more than the words of a menu or a list of pages: a sentence, or a fair amount of text."""
    lines = [unit.text for unit in units if unit.kind != "heading" and unit.linked < _LINKED * len(unit.text)]
    if any(len(line) >= _SENTENCE and ends_sentence(line) for line in lines):
        return True
    return sum(map(len, lines)) >= _SHORT and _linked_share(tree) < _LINKED


def _linked_share(tree: HtmlElement) -> float:
    """How much of a page's words lead to other pages."""
    words = sum(len("".join(text.split())) for text in tree.xpath("//body//text()[not(ancestor::script)]"))
    linked = sum(len("".join(text.split())) for text in tree.xpath("//body//a//text()"))
    return linked / words if words else 0.0


def _extracted(tree: HtmlElement, details: Details) -> list[Unit]:
    """The body's units; trafilatura's metadata fills what the page's own marks left open."""
    given = copy.deepcopy(tree)
    give_paragraphs(given)
    found = _trafilatura(given, precise=True)
    units = page_units(found.body) if found is not None else []
    if sum(len(unit.text) for unit in units) < _SHORT:
        wider = _trafilatura(copy.deepcopy(tree), precise=False)
        wider_units = page_units(wider.body) if wider is not None else []
        if sum(len(unit.text) for unit in wider_units) > sum(len(unit.text) for unit in units):
            found, units = wider, wider_units
    if found is not None:
        details.title = details.title or found.title
        guessed = marked_names((found.author or "").replace("; ", ", "))
        if guessed and is_shown(tree, guessed.split(",")[0]):
            details.byline = details.byline or guessed
        details.published = details.published or found.date
        details.url = details.url or found.url
        if found.sitename and not details.url and folded(found.sitename) not in folded(details.title or ""):
            # It may be the end of the page's title, or all of it.
            site = found.sitename.removeprefix(details.title or "").strip(" -–—|»·:")
            details.source = details.source or site or None
    return units


def _trafilatura(tree: HtmlElement, *, precise: bool) -> Any:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction  # 190 ms, not at the start of the program

    return bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_links=True,
        favor_precision=precise,
        favor_recall=not precise,
        # A search through all of the page's text finds days that other articles were published on.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _clean(details: Details) -> None:
    """Metadata is one line without control characters, as the text is."""
    for name in ("title", "byline", "source", "section"):
        value = getattr(details, name)
        setattr(details, name, " ".join(normalise(value).split()) or None if value else None)


def _without_title(units: list[Unit], details: Details) -> list[Unit]:
    """The body without a heading or first line that only says the title again."""
    title = folded(details.title or "")
    first = next((unit for unit in units[:3] if title and folded(unit.text) == title), None)
    if first is None:
        if details.title or units[0].kind != "heading":
            return units
        details.title = units[0].text
        return units[1:]
    details.title = first.text
    return [unit for unit in units if unit is not first]


def _with_standfirst(units: list[Unit], details: Details, tree: HtmlElement) -> list[Unit]:
    if len(units) < 2:
        return units
    shown = deck(tree, details.further.get("description"), units[0].text)
    if shown is None:
        return units
    shown = " ".join(normalise(shown).split())
    words = folded(shown)
    if details.title and words == folded(details.title):
        return units
    for place, unit in enumerate(units[:_DECK_AMONG]):
        if folded(unit.text) == words:
            unit.kind = "standfirst"
            return [unit, *units[:place], *units[place + 1 :]]
    if any(words in folded(unit.text) for unit in units[:_DECK_AMONG]):
        return units
    return [Unit("standfirst", shown), *units]


register(Reader("html", worded("Web page"), SUFFIXES, recognise, articles))
