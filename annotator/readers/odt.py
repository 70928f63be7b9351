"""Articles in OpenDocument text files (ODT), as LibreOffice writes them.

Reads `content.xml` and `meta.xml` by hand, within the limits of `office_package`. Registers itself; called
through `read_file`. No entity is resolved, nothing is fetched, nothing in a document is run.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.dates import date_of
from annotator.readers.docx import warnings_about
from annotator.readers.file_properties import Properties, article
from annotator.readers.odt_body import body_of
from annotator.readers.office_package import opened, too_deep, xml_part
from annotator.readers.units import Details
from annotator.records import Document
from annotator.sentences import worded

if TYPE_CHECKING:
    from lxml.etree import _Element

SUFFIXES = (".odt",)
_KIND = b"application/vnd.oasis.opendocument.text"
_ENCRYPTED = b"encryption-data"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_CORE = "{http://purl.org/dc/elements/1.1/}"


def recognise(path: Path, head: bytes) -> float:
    """By suffix, and by the kind that such a file names in its first bytes."""
    if path.suffix.lower() in SUFFIXES:
        return 0.9
    return 0.8 if head.startswith(b"PK\x03\x04") and _KIND in head[:200] else 0.0


def read(path: Path, data: bytes) -> list[Document]:
    """The one article of the document. Raises UnreadableArticle."""
    with opened(path, data) as package:
        manifest = xml_part(path, package, "META-INF/manifest.xml") or b""
        content = xml_part(path, package, "content.xml")
        meta = xml_part(path, package, "meta.xml")
    if _ENCRYPTED in manifest:
        raise UnreadableArticle(
            worded("The document is protected by a password; save it without one and add that."), where=str(path)
        )
    tree = _parsed(content)
    text = tree.find(f"{_OFFICE}body/{_OFFICE}text") if tree is not None else None
    if tree is None or text is None:
        raise UnreadableArticle(
            worded(
                "The document is damaged or holds no text; open it in a word processor, save it again as .odt and"
                " add that."
            ),
            where=str(path),
        )
    omitted: Counter[str] = Counter()
    try:
        units = body_of(tree, text, omitted)
    except RecursionError as error:
        raise too_deep(path) from error
    return [article(path, units, Details(warnings=warnings_about(omitted)), _properties(_parsed(meta)))]


def _parsed(data: bytes | None) -> _Element | None:
    from lxml import etree  # 20 ms, not at the start of the program

    if not data:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None  # told by the caller; properties may be damaged where the text is not


def _properties(tree: _Element | None) -> Properties:
    meta = tree.find(f"{_OFFICE}meta") if tree is not None else None
    if meta is None:
        return Properties()
    author = meta.findtext(f"{_META}initial-creator")
    return Properties(
        title=meta.findtext(f"{_CORE}title"),
        author=author or meta.findtext(f"{_CORE}creator"),
        saved_by=meta.findtext(f"{_CORE}creator"),
        created=date_of((meta.findtext(f"{_META}creation-date") or "")[:10]),
        language=meta.findtext(f"{_CORE}language"),
    )


register(Reader("odt", worded("OpenDocument text"), SUFFIXES, recognise, read))
