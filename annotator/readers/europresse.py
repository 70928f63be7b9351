"""Articles downloaded from Europresse: a web page with one `article` element for each.

Registers itself; the reader of web pages hands over those whose head does not show yet what they are. Fields
are told by the classes that the service gives them, which have changed little since 2015. Nothing that a page
names is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.bodies import LeftOut, html_units, one_line
from annotator.readers.dates import date_line
from annotator.readers.encoding import declared_encoding, decode
from annotator.readers.folders import Refusal
from annotator.readers.nexis_labels import names
from annotator.readers.page_tree import page_tree
from annotator.readers.units import Details, Unit, assembled
from annotator.records import Document
from annotator.sentences import worded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SUFFIXES = (".html", ".htm")
_MARK = re.compile(rb"""class=["'](?:rdp__)?DocPublicationName["']""")
_ARTICLE = re.compile(rb"<article\b", re.IGNORECASE)
# `news·20251124·PF·0123`, with points that old downloads write in other ways.
_NUMBER = re.compile(r"[a-z]+\W{1,3}(?P<date>(?:19|20)\d{6})\W{1,3}\S+", re.IGNORECASE)
_ISSUE = re.compile(r"(?:,\s*)?\b(?:no|n°|nº|vol)\.?\s*\d.*$", re.IGNORECASE)
_COUNT = re.compile(r"\b(?:\d{1,3}(?:\s\d{3})+|\d{1,6})\s*(?:mots|words)\b", re.IGNORECASE)
_FIRST_PUBLISHED = re.compile(
    r"\b(?:cet article est paru dans|this article (?:was published|appeared) in)\b", re.IGNORECASE
)


def recognise(path: Path, head: bytes) -> float:
    """By the class that the service gives the name of an outlet."""
    return 0.96 if path.suffix.lower() in (*SUFFIXES, ".txt", "") and _MARK.search(head) else 0.0


def is_download(page: bytes) -> bool:
    """Whether a web page is a download of this service."""
    return bool(_MARK.search(page) and _ARTICLE.search(page))


def read(path: Path, data: bytes) -> Iterator[Document | Refusal]:
    """The articles of the page, and a refusal for those without text. Raises UnreadableArticle."""
    try:
        decoded = decode(data, declared_encoding(data))
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    tree = page_tree(re.sub(r"\A\s*<\?xml[^>]*\?>", "", decoded.text.lstrip("\ufeff")).replace("\x00", "\ufffd"))
    elements = list(tree.iter("article")) if tree is not None else []
    left_out = LeftOut(path, worded("Article"), worded("articles"))
    for number, element in enumerate(elements, 1):
        details = Details(warnings=list(decoded.warnings))
        body = _body(element, details)
        _take_fields(element, details)
        if not body:
            left_out.add(str(number), worded("There is no text but a title; look for the full article."))
            continue
        front = [Unit("title", details.title)] if details.title else []
        if details.standfirst:
            front.append(Unit("standfirst", details.standfirst))
        details.further["reader"] = "europresse"
        yield assembled(path, front + body, details)
    yield from left_out.refusals()


def _body(element: HtmlElement, details: Details) -> list[Unit]:
    """The paragraphs; a line that only says where else the article appeared gives the address."""
    from lxml import etree

    found: list[Unit] = []
    for name in ("docOcurrContainer", "DocText"):
        part = _first(element, name)
        if part is not None and not found:
            part.tail = None
            found = html_units(etree.tostring(part, encoding="unicode", method="html"))
    body = []
    for unit in found:
        if _FIRST_PUBLISHED.search(unit.text) and unit.links:
            details.url = details.url or unit.links[0][2]
            details.left_out.append(unit.text)
        else:
            body.append(unit)
    return body


def _take_fields(element: HtmlElement, details: Details) -> None:
    outlet = _first(element, "DocPublicationName")
    lines = [line for line in map(one_line, outlet.itertext()) if line] if outlet is not None else []
    if lines:
        details.source = _ISSUE.sub("", lines[0]).strip(" ,") or lines[0]
        issue = lines[0].removeprefix(details.source).strip(" ,")
        if issue:
            details.further["issue"] = issue
    _take_title(element, details)
    _take_date(_text(_first(element, "DocHeader")) or "", details)
    number = _text(_first(element, "publiC-lblNodoc"))
    stamp = _NUMBER.search(number or "")
    if number:
        details.further["accession"] = stamp[0] if stamp else number
    if stamp and not details.published:
        day = stamp["date"]
        details.published = getattr(date_line(f"{day[:4]}-{day[4:6]}-{day[6:]}"), "date", None)
    for part in element.iter("aside", "small"):
        if line := _text(part):
            details.left_out.append(line)


def _take_title(element: HtmlElement, details: Details) -> None:
    """The title, a line above or below it, and the names that follow."""
    box = _first(element, "titreArticle")
    title = _first(element, "rdp__articletitle")
    title = title if title is not None else _first(element, "titreArticleVisu")
    title = title if title is not None else box
    details.title = _text(title)
    details.standfirst = _text(_first(element, "rdp__subtitle"))
    if above := _text(_first(box, "sm-margin-bottomNews")) if box is not None else None:
        details.left_out.append(above)
    authors = _text(_first(element, "docAuthors"))
    anchor = box if box is not None else title
    for sibling in anchor.itersiblings("p", "b") if anchor is not None else ():
        line = _text(sibling)
        if "sm-margin-bottomNews" in (sibling.get("class") or ""):
            authors = authors or line
        elif line and not sibling.get("class"):
            details.standfirst = details.standfirst or line
    details.byline = names(authors) if authors else None


def _take_date(header: str, details: Details) -> None:
    """The date in a line such as `Ville, lundi 24 novembre 2025 512 mots, p. 11`, and the section before it."""
    header = " ".join(_COUNT.sub(",", header).split())
    pieces = [piece.strip() for piece in header.split(",") if piece.strip()]
    for first in range(len(pieces)):
        for after in range(min(len(pieces), first + 3), first, -1):
            named = date_line(", ".join(pieces[first:after]))
            if named is not None:
                details.published = named.date
                details.section = ", ".join(pieces[:first]) or None
                details.further["header"] = header
                return


def _first(element: HtmlElement, name: str) -> HtmlElement | None:
    """The first element within another that has the class."""
    return next((each for each in element.iter() if name in (each.get("class") or "").split()), None)


def _text(element: HtmlElement | None) -> str | None:
    return one_line(element.text_content()) if element is not None else None


register(Reader("europresse", worded("Europresse download"), SUFFIXES, recognise, read))
