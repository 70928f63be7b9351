"""Articles downloaded from Factiva as XML: one `article` element for each, whatever is around it.

Registers itself. What has no field of its own is kept under the two-letter code that the service's pages give
it. No entity is resolved, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.bodies import LeftOut, one_line, set_date
from annotator.readers.folders import Refusal
from annotator.readers.nexis_labels import names
from annotator.readers.units import Details, Unit, assembled
from annotator.records import Document
from annotator.sentences import worded

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES = (".xml",)
LIMIT_BYTES = 20 * 1024 * 1024
_MARK = re.compile(rb"<(?:\w+:)?ppsArticle|global\.factiva\.com/", re.IGNORECASE)
_TEXT = ("leadParagraph", "tailParagraphs")
_CODED = {"region": "RE", "newsSubject": "NS", "company": "CO", "industry": "IN"}
_PLAIN = {
    "wordCount": "WC",
    "sourceCode": "SC",
    "copyright": "CY",
    "credit": "CR",
    "edition": "ED",
    "pages": "PG",
    "publisherName": "PUB",
    "notes": "RF",
}


def recognise(path: Path, head: bytes) -> float:
    """By the name of the service's elements or of their namespace."""
    return 0.97 if path.suffix.lower() in (*SUFFIXES, ".txt", "") and _MARK.search(head) else 0.0


def read(path: Path, data: bytes) -> Iterator[Document | Refusal]:
    """The articles of the file, and a refusal for those without text. Raises UnreadableArticle."""
    from lxml import etree  # 20 ms, not at the start of the program

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableArticle(
            worded("The file is broken XML; download it again from the service."), where=str(path)
        ) from error
    left_out = LeftOut(path, worded("Article"), worded("articles"))
    for number, element in enumerate(root.iter("{*}article"), 1):
        document = _document(path, element)
        if document is None:
            left_out.add(str(number), worded("There is no text but a title; look for the full article."))
        else:
            yield document
    yield from left_out.refusals()


def _document(path: Path, element: _Element) -> Document | None:
    details = Details()
    body: list[Unit] = []
    for name in _TEXT:
        for part in element.iterfind(f"{{*}}{name}"):
            body += _paragraphs(part)
    if not body:
        return None
    details.title = _line(element, "headline")
    details.source = _line(element, "sourceName")
    details.section = _line(element, "sectionName") or _line(element, "columnName")
    details.language = (_line(element, "baseLanguage") or "").lower() or None
    byline = _line(element, "byline")
    details.byline = names(byline) if byline else None
    date = _line(element, "publicationDate/{*}dateTime") or _line(element, "publicationDate/{*}date")
    if date:
        set_date(details, date)
    if accession := _line(element, "accessionNo"):
        details.further["accession"] = accession
    further = _further(element)
    if further:
        details.further["factiva"] = further
    title = [Unit("title", details.title)] if details.title else []
    return assembled(path, title + body, details)


def _further(element: _Element) -> dict[str, str]:
    """What the service's pages show with a two-letter code, worded as they do."""
    found = {code: line for name, code in _PLAIN.items() if (line := _line(element, name))}
    for name, code in _CODED.items():
        said = [f"{each.get('code') or ''} : {_line(each, 'name') or ''}" for each in element.iterfind(f"{{*}}{name}")]
        if said:
            found[code] = " | ".join(said)
    return found


def _paragraphs(part: _Element) -> Iterator[Unit]:
    """The paragraphs; what is set line by line, such as a table, stays so."""
    for paragraph in part.iterfind("{*}paragraph"):
        text = "".join(map(str, paragraph.itertext()))
        lines = text.splitlines() if (paragraph.get("display") or "").lower() == "preformatted" else [text]
        yield from (Unit("paragraph", line) for line in map(one_line, lines) if line)


def _line(element: _Element, name: str) -> str | None:
    found = element.find(f"{{*}}{name}")
    return one_line("".join(map(str, found.itertext()))) if found is not None else None


register(Reader("factiva-xml", worded("Factiva download (XML)"), SUFFIXES, recognise, read, LIMIT_BYTES))
