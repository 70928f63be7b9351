"""Articles in PDF files: text in reading order, lines joined to paragraphs again.

The file is opened in a process of its own (`pdf_worker`); here its lines become units. Scanned pages, which
are pictures, are told and refused. Registers itself; called through `read_file`.
"""

from __future__ import annotations

import re
from pathlib import Path

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.file_properties import Properties, article
from annotator.readers.pdf_layout import Line
from annotator.readers.pdf_paragraphs import units_of
from annotator.readers.pdf_worker import lines_of
from annotator.readers.units import Details
from annotator.records import Document
from annotator.sentences import worded

SUFFIXES = (".pdf",)
_BEGINS = b"%PDF-"
_WITHIN = 1024
_CREATED = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
# Programs that people print and type with: the day of that says nothing about the article.
_PRINTERS = re.compile(
    r"skia|quartz|print to pdf|wkhtml|chrome|firefox|cairo|ghostscript|cups|scan|word|writer|docs",
    re.IGNORECASE,
)
_FEWEST_PER_PAGE = 15
_ADDRESS = re.compile(r"https?://\S+")


def recognise(path: Path, head: bytes) -> float:
    """By suffix; without one, by how the content begins."""
    suffix = path.suffix.lower()
    return 0.9 if suffix in SUFFIXES or (not suffix and head.startswith(_BEGINS)) else 0.0


def read(path: Path, data: bytes) -> list[Document]:
    """The one article of the file. Raises UnreadableArticle."""
    if _BEGINS not in data[:_WITHIN]:
        raise UnreadableArticle(
            worded("This is no PDF, whatever its name says; give the file its right suffix."), where=str(path)
        )
    answer = lines_of(path, data)
    pages = [[Line(*line) for line in page] for page in answer["pages"]]
    characters = sum(len(line.text) for page in pages for line in page)
    if characters < _FEWEST_PER_PAGE * len(pages) and (answer["pictures"] or not characters):
        raise UnreadableArticle(
            worded(
                "The PDF holds pictures of pages and no text; run it through text recognition (OCR) and add the result."
            ),
            where=str(path),
        )
    units, dropped = units_of(pages)
    address = next((found[0] for line in dropped if (found := _ADDRESS.search(line))), None)
    details = Details(left_out=dropped, url=address)
    return [article(path, units, details, _properties(answer["properties"]))]


def _properties(values: dict[str, str]) -> Properties:
    created = _CREATED.match(values.get("CreationDate", ""))
    day = "-".join(part for part in created.groups() if part) if created else None
    printed = _PRINTERS.search(f"{values.get('Producer', '')} {values.get('Creator', '')}")
    return Properties(
        title=values.get("Title"),
        author=values.get("Author"),
        created=day,
        published=None if printed else day,
    )


register(Reader("pdf", worded("PDF document"), SUFFIXES, recognise, read))
