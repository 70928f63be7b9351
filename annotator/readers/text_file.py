"""Articles as plain text, wrapped at a width or with a paragraph a line; and texts taken as they are.

Registers itself; called through `read_file`. `read_verbatim` is for texts that come with stand-off marks:
they are normalised and never cut or reflowed, so that the marks' offsets hold.
"""

from __future__ import annotations

from pathlib import Path

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.encoding import decode
from annotator.readers.language import guess_language
from annotator.readers.news_header import stands_alone, take_header
from annotator.readers.news_tail import take_tail
from annotator.readers.standfirst import mark_standfirst
from annotator.readers.units import Details, Unit, assembled, check_lines
from annotator.readers.wrapping import is_wrapped, joined
from annotator.records import Block, Document
from annotator.sentences import worded
from annotator.text import normalise

SUFFIXES = (".txt", ".text")
_LONGEST_TITLE = 150


def recognise(path: Path, _head: bytes) -> float:
    """By suffix; other readers are surer when they find their own marks in the content."""
    suffix = path.suffix.lower()
    return 0.5 if suffix in SUFFIXES else 0.1 if not suffix else 0.0


def read(path: Path, data: bytes) -> list[Document]:
    """The one article of the file. Raises UnreadableArticle when it is binary or without text."""
    try:
        decoded = decode(data)
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    details = Details(warnings=list(decoded.warnings), further={"encoding": decoded.encoding})
    try:
        paragraphs = text_units(normalise(decoded.text))
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    units = take_tail(take_header(paragraphs, details), details)
    mark_standfirst(units, details)
    return [assembled(path, units, details)]


def text_units(text: str) -> list[Unit]:
    """The paragraphs of a normalised text: reflowed when its lines were cut at a width, else one a line.

    Raises UnreadableArticle (without a place: the caller knows it) when there are more lines than articles have.
    """
    check_lines(text)
    lines = text.split("\n")
    wrapped = is_wrapped(lines)
    units: list[Unit] = []
    chunk: list[str] = []
    gap = blank = 0
    for line in (*lines, ""):
        if line.strip():
            if not chunk:
                gap, blank = blank, 0
            chunk.append(line)
            continue
        blank += 1
        for place, paragraph in enumerate(_paragraphs(chunk, wrapped)):
            units.append(Unit("paragraph", paragraph, gap=0 if place else gap))
        chunk = []
    return units


def read_verbatim(data: bytes, stem: str = "") -> Document:
    """The text of the bytes, only normalised: offsets into the decoded text stay true.

    Blocks are its lines, blank ones left out. The title is the first line when that is short, else `stem`
    (the file's name without suffix). Raises UnreadableArticle when the bytes are no text.
    """
    decoded = decode(data)
    text = normalise(decoded.text)
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    first = text[blocks[0].start : blocks[0].end].strip() if blocks else ""
    meta: dict[str, object] = {"encoding": decoded.encoding}
    if decoded.warnings:
        meta["warnings"] = list(decoded.warnings)
    return Document(
        title=first if first and len(first) <= _LONGEST_TITLE else stem or first[:_LONGEST_TITLE],
        text=text,
        language=guess_language(text),
        blocks=tuple(blocks),
        meta=meta,
    )


def _paragraphs(chunk: list[str], wrapped: bool) -> list[str]:
    if not wrapped or len(chunk) < 2:
        return [line.strip() for line in chunk]
    return joined(chunk, stands_alone)


register(Reader("text", worded("Plain text"), SUFFIXES, recognise, read))
