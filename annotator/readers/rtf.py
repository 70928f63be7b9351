"""Articles in rich text (RTF), and the downloads of Nexis and Factiva in that format.

striprtf turns into text what `rtf_source` has made ready; here the text is cut into units. Registers itself;
called through `read_file`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, factiva, nexis, register
from annotator.readers.docx import warnings_about
from annotator.readers.file_properties import Properties, article
from annotator.readers.rtf_source import (
    BOLD,
    ITEM,
    LEVEL,
    LINK,
    LINK_END,
    PLAIN,
    Source,
    prepared,
    without_signs,
)
from annotator.readers.unit_builder import UnitBuilder
from annotator.readers.units import Details, Unit
from annotator.records import Document
from annotator.sentences import worded

SUFFIXES = (".rtf",)
_BEGINS = b"{\\rtf"
_OLD_SUFFIXES = (".doc", ".txt", "")
_BLANK_BYTES = b" \t\r\n\xef\xbb\xbf"
_PIECE = re.compile(
    f"{LINK}(?P<link>\\d+);|{LEVEL}(?P<level>\\d+);|(?P<sign>[\ufdd0-\ufdef])|(?P<text>[^\ufdd0-\ufdef]+)"
)
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class RichText(NamedTuple):
    """The units of an RTF file, the places of those that begin with bold print, and the prepared source."""

    units: list[Unit]
    bold: frozenset[int]
    source: Source


def recognise(path: Path, head: bytes) -> float:
    """By how the content begins; Word gives such files the suffix .doc as well."""
    begins = head.lstrip(_BLANK_BYTES).startswith(_BEGINS)
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return 0.95 if begins else 0.5
    return 0.95 if begins and suffix in _OLD_SUFFIXES else 0.0


def read(path: Path, data: bytes) -> list[Document]:
    """The article of the file, or the articles of a download. Raises UnreadableArticle."""
    data = data.lstrip(_BLANK_BYTES)
    if not data.startswith(_BEGINS):
        raise UnreadableArticle(
            worded("This is no rich text, whatever its name says; give the file its right suffix."), where=str(path)
        )
    rich = rich_text(path, data)
    warnings = warnings_about(rich.source.omitted)
    if nexis.is_download(rich.units):
        return nexis.articles(path, rich.units, warnings)
    if factiva.is_download(rich.units, rich.bold):
        return factiva.articles(path, rich.units, rich.bold, warnings)
    properties = Properties(
        title=_decoded(path, rich.source, rich.source.title),
        author=_decoded(path, rich.source, rich.source.author),
    )
    return [article(path, rich.units, Details(warnings=warnings), properties)]


def rich_text(path: Path, data: bytes) -> RichText:
    """The paragraphs of an RTF file. Raises UnreadableArticle when it cannot be decoded."""
    source = prepared(data)
    builder = UnitBuilder()
    bold: set[int] = set()
    for line in _stripped(path, source, source.text).split("\n"):
        before = len(builder.units)
        begins_bold = _take_line(builder, line, source)
        if begins_bold and len(builder.units) > before:
            bold.add(before)
    return RichText(builder.units, frozenset(bold), source)


def _take_line(builder: UnitBuilder, line: str, source: Source) -> bool:
    """One paragraph or line; whether its first words are bold."""
    level, item = 0, False
    opened: tuple[int, str] | None = None
    is_bold = begins_bold = False
    for match in _PIECE.finditer(line):
        text, sign = match["text"], match["sign"]
        if text is not None:
            if text.strip() and not builder.position:
                begins_bold = is_bold
            builder.add(text if builder.position else text.lstrip(), emphasised=is_bold)
        elif match["level"]:
            level = int(match["level"]) + 1
        elif match["link"]:
            opened = (builder.position, _target(source, int(match["link"])))
        elif sign == LINK_END and opened:
            builder.link(*opened)
            opened = None
        elif sign in (BOLD, PLAIN):
            is_bold = sign == BOLD
        elif sign == ITEM:
            item = True
    builder.close("heading" if level else "item" if item else "paragraph", level)
    return begins_bold


def _target(source: Source, number: int) -> str:
    return source.links[number] if number < len(source.links) else ""


def _stripped(path: Path, source: Source, text: str) -> str:
    """The text as striprtf reads it, surrogate pairs made one character."""
    from striprtf.striprtf import rtf_to_text

    convert: Callable[..., str] = rtf_to_text  # the library gives no types

    try:
        plain = convert(text, encoding=source.encoding, errors="replace")
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise UnreadableArticle(
            worded("The rich text is damaged; open it in a word processor, save it again and add that."),
            where=str(path),
        ) from error
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), plain)


def _decoded(path: Path, source: Source, value: str) -> str:
    return without_signs(_stripped(path, source, f"{{\\rtf1 {value}}}")).strip()


register(Reader("rtf", worded("Rich text"), SUFFIXES, recognise, read))
