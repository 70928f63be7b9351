"""Articles in Word documents (DOCX).

Opened by python-docx within the limits of `office_package`; the body is walked by `docx_body`. A download of
Nexis is known by its content and handed over to that reader. Registers itself; called through `read_file`.
Nothing in a document is run or fetched.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, nexis, register
from annotator.readers.docx_body import Body, body_of
from annotator.readers.file_properties import Properties, article
from annotator.readers.office_package import OLD_OFFICE, check_xml, opened, too_deep
from annotator.readers.units import Details
from annotator.records import Document
from annotator.sentences import worded

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

SUFFIXES = (".docx",)
_OLD_SUFFIXES = (".doc", ".dot")
_ARCHIVE = b"PK\x03\x04"


def recognise(path: Path, head: bytes) -> float:
    """By suffix, and by the names of the first parts; also the old format, so that the refusal can help."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return 0.9
    if suffix in _OLD_SUFFIXES or (head.startswith(OLD_OFFICE) and suffix == ""):
        return 0.5
    return 0.6 if suffix != ".zip" and head.startswith(_ARCHIVE) and b"word/document.xml" in head else 0.0


def read(path: Path, data: bytes) -> list[Document]:
    """The article of the document, or the articles of a Nexis download. Raises UnreadableArticle."""
    document, body = _walked(path, data)
    details = Details(warnings=warnings_about(body.omitted), left_out=body.contents)
    if nexis.is_download(body.units):
        return nexis.articles(path, body.units, details.warnings)
    return [article(path, body.units, details, _properties(document))]


def lines(path: Path, data: bytes) -> list[str]:
    """Every paragraph of the running text, metadata or not. Raises UnreadableArticle."""
    return [unit.text for unit in _walked(path, data)[1].units]


def _walked(path: Path, data: bytes) -> tuple[WordDocument, Body]:
    if data.startswith(OLD_OFFICE):
        raise UnreadableArticle(
            worded(
                "This is a Word document in the old format or with a password; save it as .docx without a"
                " password and add that."
            ),
            where=str(path),
        )
    if not data.startswith(_ARCHIVE):
        raise UnreadableArticle(
            worded("This is not a Word document, whatever its name says; give the file its right suffix."),
            where=str(path),
        )
    with opened(path, data) as package:
        check_xml(path, package)
    document = _opened(path, data)
    try:
        return document, body_of(document)
    except RecursionError as error:
        raise too_deep(path) from error


def warnings_about(omitted: Counter[str]) -> list[str]:
    """A sentence for each kind of thing that is not part of the running text and was left out."""
    return [f"Left out: {name} ({count}); only the running text is read." for name, count in sorted(omitted.items())]


def _opened(path: Path, data: bytes) -> WordDocument:
    import docx  # 100 ms with lxml, not at the start of the program
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    damage = (KeyError, ValueError, AttributeError, OSError, EOFError, zipfile.BadZipFile, zlib.error)
    try:
        document = docx.Document(io.BytesIO(data))
        # The parts are looked up when they are asked for: here, so that damage shows here.
        if document.element.body is None or document.styles is None:
            raise ValueError
    except RecursionError as error:
        raise too_deep(path) from error
    except (*damage, PackageNotFoundError, LxmlError) as error:
        raise UnreadableArticle(
            worded(
                "The Word document is damaged or incomplete; open it in a word processor, save it again and add that."
            ),
            where=str(path),
        ) from error
    return document


def _properties(document: WordDocument) -> Properties:
    from lxml.etree import LxmlError

    try:
        core = document.core_properties
        created = core.created
        return Properties(
            title=core.title,
            author=core.author,
            saved_by=core.last_modified_by,
            created=created.date().isoformat() if created else None,
            language=core.language,
        )
    except (KeyError, ValueError, AttributeError, LxmlError):
        return Properties()  # what a file says about itself may be damaged where its text is not


register(Reader("docx", worded("Word document"), SUFFIXES, recognise, read))
