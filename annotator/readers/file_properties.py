"""From the units of an office file or PDF to a document, with what the file says about itself.

Called by the readers of DOCX, ODT, RTF and PDF. The lines around the body are sorted as in plain text; what
stands in the article goes before what a program wrote into the file's properties, because those often name
the template, the machine or the person who pasted the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from annotator.readers.news_header import take_header
from annotator.readers.news_tail import take_tail
from annotator.readers.standfirst import mark_standfirst
from annotator.readers.units import Details, Unit, assembled, folded, same_words
from annotator.records import Document
from annotator.text import normalise

_TITLE_AMONG = 6
_LONGEST_TITLE = 200
_LONGEST_NAME = 80
_NO_TITLE = re.compile(
    r"microsoft |powerpoint|word document|(?:un|no )title|document ?\d|dokument ?\d|about:|https?:|"
    r"slide \d|normal\b|\S*\.(?:docx?|odt|rtf|pdf|indd|qxd|html?|txt)$|print\b|layout \d|page \d",
    re.IGNORECASE,
)
_NO_NAME_WORDS = """
    administrator admin user owner office microsoft windows unknown anonymous author company python docx
    editor newsroom webmaster apple lenovo dell acer hewlett packard libreoffice openoffice adobe customer
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?=[-_]|$)")


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself. saved_by: who saved it last. created: `YYYY-MM-DD`.
    published: the same day, where the file came from a publisher's program."""

    title: str | None = None
    author: str | None = None
    saved_by: str | None = None
    created: str | None = None
    language: str | None = None
    published: str | None = None


def article(path: Path, units: list[Unit], details: Details, properties: Properties) -> Document:
    """The one article of the file.

    The level of a unit is 1 for a title, 2 and more for headings. Raises UnreadableArticle when there is no
    text.
    """
    headings = [unit for unit in units if unit.level]
    if sum(unit.level == 2 for unit in headings) == 1 and not any(unit.level == 1 for unit in headings):
        # Without a paragraph in the style "Title", the only first-level heading is the title.
        next(unit for unit in headings if unit.level == 2).level = 1
    title = _plausible_title(properties.title)
    if title:
        _raise_title(units, title)
    units = take_tail(take_header(units, details), details)
    details.title = details.title or title
    author = _plausible_name(properties)
    if author and not details.byline:
        details.byline = author
    elif properties.author:
        details.further["file_author"] = _one_line(properties.author)
    if properties.created:
        details.further["file_created"] = properties.created
    if properties.published and not details.published:
        details.published = properties.published
        details.warnings.append("The article names no date; the day on which the file was made was taken.")
    code = _LANGUAGE.match(properties.language or "")
    details.language = details.language or (code[0].lower() if code else None)
    mark_standfirst(units, details)
    return assembled(path, units, details)


def _raise_title(units: list[Unit], title: str) -> None:
    """Where one of the first lines is the title that the properties name, no other line is it."""
    for unit in units[:_TITLE_AMONG]:
        if same_words(unit.text, title):
            unit.kind, unit.level = "heading", 1
            for other in units[:_TITLE_AMONG]:
                if other is not unit and other.level == 1:
                    other.level = 2
            return


def _plausible_title(title: str | None) -> str | None:
    line = _one_line(title)
    plausible = len(line.split()) >= 2 and len(line) <= _LONGEST_TITLE and not _NO_TITLE.match(line)
    return line if plausible and folded(line) else None


def _plausible_name(properties: Properties) -> str | None:
    """The author, if it reads like a name and is not just the person who saved the file."""
    line = _one_line(properties.author)
    words = re.findall(r"[^\W\d_]+", line)
    if not len(words) >= 2 or len(line) > _LONGEST_NAME or same_words(line, properties.saved_by or ""):
        return None
    if any(word.casefold() in _NO_NAME for word in words) or any(map(str.isdigit, line)) or "@" in line:
        return None
    return line if words[0][0].isupper() or not words[0].isascii() else None


def _one_line(value: str | None) -> str:
    return " ".join(normalise(value or "").replace("\ufffd", " ").split())
