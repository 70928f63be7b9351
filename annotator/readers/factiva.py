"""Articles downloaded from Factiva: web pages with one block for each article, or rich text.

Registers itself for the pages; the readers of RTF and of other pages hand over what they recognise with
`is_download` and `is_page`. Fields
have two-letter codes if the user asked for indexing; else they are told by their looks, with a warning.
Nothing that a page names is fetched.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.encoding import declared_encoding, decode
from annotator.readers.factiva_codes import ACCESSION, BEHIND, CODES, TEXT_CODES, code_of, take
from annotator.readers.nexis_labels import names
from annotator.readers.page_tree import page_tree
from annotator.readers.unit_builder import UnitBuilder
from annotator.readers.units import Details, Unit, assembled
from annotator.records import Document
from annotator.sentences import worded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SUFFIXES = (".html", ".htm", ".rtf")
_PAGE_SUFFIXES = (".html", ".htm", ".txt", "")
_MARK = re.compile(
    rb"""class=["']article [a-z]{2,5}Article["']|articleParagraph|<title>[^<]{0,40}Factiva""", re.IGNORECASE
)
_ARTICLE_MARK = re.compile(rb"""class=["']article [a-z]{2,5}Article["']""")
_ARTICLE = re.compile(r"(?:^|\s)([a-z]{2})(?:[a-z]{2})?Article(?:$|\s)")
_BLANKS = re.compile(r"[ \t\r\n]+")
_CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?P<gap>[\s\u00a0]*)(?P<value>.*)")
_WITHOUT_CODES = (
    "The download has no indexing, so author, date and outlet were told by their looks; check them, or"
    " download with “Full Article/Report plus Indexing”."
)
_PARTS = frozenset({"p", "div", "pre", "li", "tr", "h1", "h2", "h3", "blockquote", "br"})
_NO_TEXT = frozenset({"script", "style", "head", "img"})
_CODES_OF_A_DOWNLOAD = 4
_FORMAT = "Factiva RTF Display Format"
_PAGE_NUMBER = re.compile(r"\s+\d{1,5}$")


def recognise(path: Path, head: bytes) -> float:
    """By the classes that the service gives its paragraphs, or the title of its pages."""
    return 0.97 if path.suffix.lower() in _PAGE_SUFFIXES and _MARK.search(head) and b"<" in head else 0.0


def read(path: Path, data: bytes) -> list[Document]:
    """The articles of a page. Raises UnreadableArticle when there is none."""
    try:
        decoded = decode(data, declared_encoding(data))
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    found = []
    for element in _article_elements(decoded.text):
        document = _of_element(path, element, list(decoded.warnings))
        if document is not None:
            found.append(document)
    return _checked(path, found)


def is_page(page: bytes) -> bool:
    """Whether a web page is a download, told by all of it: scripts and styles may fill its head."""
    return b"articleParagraph" in page and bool(_ARTICLE_MARK.search(page))


def is_download(units: list[Unit], bold: frozenset[int]) -> bool:
    """Whether the paragraphs of an RTF file are Factiva's: an accession number, and fields with codes or
    at least a number of words."""
    if not any(ACCESSION.fullmatch(unit.text) for unit in units):
        return False
    codes = {found[0] for place, unit in enumerate(units) if (found := _coded(unit.text, place in bold))}
    counted = any(code_of(unit.text, frozenset()) == "WC" for unit in units)
    return counted or (len(codes) >= _CODES_OF_A_DOWNLOAD and "HD" in codes)


def articles(path: Path, units: list[Unit], bold: frozenset[int], warnings: list[str]) -> list[Document]:
    """The articles in the paragraphs of an RTF download. Raises UnreadableArticle when there is none."""
    found: list[Document] = []
    piece: list[tuple[Unit, bool]] = []
    for place, unit in enumerate(units):
        piece.append((unit, place in bold))
        if ACCESSION.search(unit.text) and len(unit.text) < 80:
            document = _of_lines(path, piece, list(warnings))
            piece = []
            if document is not None:
                found.append(document)
    return _checked(path, found)


def _checked(path: Path, documents: list[Document]) -> list[Document]:
    if not documents:
        raise UnreadableArticle(
            worded(
                "The file looks like a Factiva download, but no article was found in it; download it again with"
                " full texts."
            ),
            where=str(path),
        )
    for document in documents:
        document.meta["reader"] = "factiva"
    return documents


def _article_elements(page: str) -> list[HtmlElement]:
    page = re.sub(r"\s*<\?xml[^>]*\?>", "", page.lstrip("\ufeff"), count=1).replace("\x00", "\ufffd")
    tree = page_tree(page)
    if tree is None:
        return []  # told by the caller
    # Only the outermost: an article is never inside another.
    found = [element for element in tree.iter("div") if _ARTICLE.search(element.get("class") or "")]
    # Until 2010 the class did not name the language.
    found = found or [element for element in tree.iter("div") if (element.get("class") or "") == "article"]
    inside = {child for element in found for child in element.iterdescendants("div")}
    return [element for element in found if element not in inside]


def _of_element(path: Path, element: HtmlElement, warnings: list[str]) -> Document | None:
    details = Details(warnings=warnings)
    language = _ARTICLE.search(element.get("class") or "")
    body = _with_codes(element, details)
    if body is None:
        details.warnings.append(_WITHOUT_CODES)
        body = _without_codes(element, details)
    details.language = details.language or (language[1] if language else None)
    return _document(path, body, details)


def _document(path: Path, body: list[Unit], details: Details) -> Document | None:
    if not body:
        return None
    title = [Unit("title", details.title)] if details.title else []
    return assembled(path, title + body, details)


def _with_codes(element: HtmlElement, details: Details) -> list[Unit] | None:
    """The fields of the indexing table; None where there is no such table."""
    body: list[Unit] = []
    coded = False
    for row in element.iter("tr"):
        cells = [cell for cell in row if cell.tag == "td"]
        code = cells[0].text_content().strip("\u00a0 \n\t") if len(cells) > 1 else ""
        if code not in CODES:
            continue
        coded = True
        units = _units(cells[1])
        if code in TEXT_CODES:
            body += units
        else:
            take(details, code, " ".join(unit.text for unit in units))
    return body if coded else None


def _without_codes(element: HtmlElement, details: Details) -> list[Unit]:
    body: list[Unit] = []
    taken: frozenset[str] = frozenset()
    fields = _fields(element)
    has_marks = any(_is_marked(child) for child in fields)
    for child in fields:
        if _is_marked(child) or child.tag == "pre" or (child.tag == "p" and not has_marks):
            units = _units(child)
            if len(units) == 1 and (found := ACCESSION.fullmatch(units[0].text)):
                take(details, "AN", found[1])
            elif not has_marks and len(units) == 1 and units[0].text.startswith(("(c)", "©")):
                details.left_out.append(units[0].text)
            else:
                body += units
            continue
        value = " ".join(unit.text for unit in _units(child))
        code = _code_of_field(child, value, taken)
        if value and code:
            taken |= {code}
            take(details, code, value)
        elif value and body:
            details.left_out.append(value)
        elif value:
            details.further.setdefault("untold", []).append(value)
    return body


def _is_marked(element: HtmlElement) -> bool:
    return "articleParagraph" in (element.get("class") or "")


def _code_of_field(element: HtmlElement, value: str, taken: frozenset[str]) -> str | None:
    if element.get("id") == "hd" or "headline" in (element.get("class") or "").lower():
        return "HD"
    if any("headline" in (inner.get("class") or "").lower() for inner in element.iter("span")):
        return "HD"
    if (element.get("class") or "") == "author" or ("WC" not in taken and names(value) not in (value, None)):
        return "BY"
    if element.tag == "span":
        return "SN"
    return code_of(value, taken | {"BY"})


def _fields(element: HtmlElement) -> list[HtmlElement]:
    """The innermost blocks of an article: those that hold no further blocks."""
    blocks = [child for child in element.iterdescendants() if child.tag in ("div", "p", "pre")]
    # An outlet that leads to its own page stands between the blocks.
    outlets = {child for child in element.iterchildren("span") if child.get("class") == "colorLinks"}
    if outlets:
        blocks = [child for child in element.iterdescendants() if child in outlets or child.tag in ("div", "p", "pre")]
    outer = {parent for block in blocks for parent in block.iterancestors("div")}
    return [block for block in blocks if block not in outer]


def _units(element: HtmlElement) -> list[Unit]:
    """The lines of an element with their links. An explicit stack: pages may be nested hundreds deep."""
    from lxml import etree

    builder = UnitBuilder()
    links: list[tuple[int, str]] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        hidden = tag in _NO_TEXT or not tag
        if event == "start":
            if tag in _PARTS:
                builder.close()
            if tag == "a":
                links.append((builder.position, str(node.get("href") or "")))
            if node.text and not hidden:
                builder.add(_BLANKS.sub(" ", node.text))
            continue
        if tag == "a" and links:
            start, url = links.pop()
            builder.link(start, url)
        if tag in _PARTS:
            builder.close()
        if node.tail and node is not element:
            builder.add(_BLANKS.sub(" ", node.tail))
    builder.close()
    return builder.units


def _coded(text: str, is_bold: bool) -> tuple[str, str] | None:
    """The code that a line begins with and what follows: `HD Ferries stay moored`; None for other lines.

    A sentence may begin with two capitals: the code is bold, stands alone, or has more than a blank after it.
    """
    match = _CODED.fullmatch(text)
    if match is None or match["code"] not in CODES or (match["value"] and not match["gap"]):
        return None
    alone = not match["value"] or len(match["gap"]) > 1 or "\u00a0" in match["gap"]
    return (match["code"], match["value"].strip()) if is_bold or alone else None


def _of_lines(path: Path, piece: list[tuple[Unit, bool]], warnings: list[str]) -> Document | None:
    details = Details(warnings=warnings)
    fields: dict[str, list[Unit]] = {}
    code = ""
    for unit, is_bold in piece:
        found = _coded(unit.text, is_bold)
        in_text = code in TEXT_CODES
        if ACCESSION.fullmatch(unit.text):
            fields["AN"] = [unit]
        elif found and not (in_text and found[0] not in BEHIND and found[0] not in TEXT_CODES):
            code, value = found
            rest = Unit("paragraph", value)
            fields.setdefault(code, []).extend([rest] if value else [])
        elif code:
            fields.setdefault(code, []).append(unit)
    if "HD" not in fields:
        return _of_lines_without_codes(path, [unit for unit, _ in piece], details)
    for name, units in fields.items():
        if name not in TEXT_CODES:
            take(details, name, " ".join(unit.text for unit in units))
    return _document(path, [unit for name in TEXT_CODES for unit in fields.get(name, [])], details)


def _first_line(units: list[Unit]) -> int:
    """Where an article begins: a list of the titles of all may stand above the first, and says its title too."""
    counted = next((place for place, unit in enumerate(units) if code_of(unit.text, frozenset()) == "WC"), 0)
    titles = [_PAGE_NUMBER.sub("", unit.text) for unit in units[:counted]]
    again = (place for place in range(counted - 1, 0, -1) if titles[place] in titles[:place])
    return next(again, int(units[0].text == _FORMAT))


def _of_lines_without_codes(path: Path, units: list[Unit], details: Details) -> Document | None:
    """Title first, then fields in varying order; the body begins after the last of them."""
    units = units[_first_line(units) :]
    details.warnings.append(_WITHOUT_CODES)
    taken: frozenset[str] = frozenset({"HD"})
    details.title = units[0].text
    body: list[Unit] = []
    for unit in units[1:]:
        code = code_of(unit.text, taken)
        is_field = code is not None and (not body or code == "AN") and code not in taken
        if is_field and code:
            taken |= {code}
            take(details, code, unit.text)
        else:
            body.append(unit)
    return _document(path, body, details)


register(Reader("factiva", worded("Factiva download"), SUFFIXES, recognise, read))
