"""The older layout of LexisNexis: plain text, lines cut at a width, centred heads, labels in capitals.

Called by the reader of Nexis downloads with the lines of a file that holds at least one splitter.
"""

from __future__ import annotations

import re
from pathlib import Path

from annotator.readers.nexis_labels import Label, date, is_copyright, label, language_code, names
from annotator.readers.units import Details, Unit, assembled
from annotator.readers.wrapping import is_wrapped, joined
from annotator.records import Document

SPLITTER = re.compile(
    r"\s*(?:FOCUS - )?\d{1,6}\s+(?:of|von|de|van|sur)\s+\d{1,6}\s+"
    r"(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS?)\s*"
)
"""The line above each article: `12 of 340 DOCUMENTS`."""

_HEAD_BLOCKS = 8
_LABELLED_WITHIN = 16

_Block = list[str]


def old_articles(path: Path, lines: list[str], warnings: list[str]) -> list[Document]:
    """The articles below the splitters; what stands above the first is the cover of the download."""
    wrapped = is_wrapped(lines)
    pieces: list[list[str]] = []
    for line in lines:
        if SPLITTER.fullmatch(line):
            pieces.append([])
        elif pieces:
            pieces[-1].append(line)
    found = [_article(path, _blocks(piece), wrapped, warnings) for piece in pieces]
    return [document for document in found if document is not None]


def _blocks(lines: list[str]) -> list[_Block]:
    """Runs of lines between blank ones."""
    blocks: list[_Block] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _line(block: _Block) -> str:
    return " ".join(" ".join(block).split())


def _label(block: _Block) -> Label | None:
    """The label of a block in this layout: in capitals."""
    word = block[0].partition(":")[0]
    return label(_line(block)) if word.isupper() else None


def _article(path: Path, blocks: list[_Block], wrapped: bool, warnings: list[str]) -> Document | None:
    details = Details(warnings=list(warnings))
    blocks = _without_tail(blocks, details)
    dated = next((place for place, block in enumerate(blocks[:_HEAD_BLOCKS]) if date(block[0].strip())), None)
    head = blocks[: dated or 0]
    rest = blocks if dated is None else blocks[dated + 1 :]
    if dated is not None:
        details.published = date(blocks[dated][0].strip())
        editions = [line.strip(" ;") for line in blocks[dated][1:]]
        if editions:
            details.further["edition"] = "; ".join(editions)
    outlets = [_line(block) for block in head if not is_copyright(_line(block))]
    details.source = ", ".join(outlets) or None
    above, body = _parted(rest, details)
    units: list[Unit] = []
    if above and details.title is None:
        details.title = _line(above.pop(0))
    if above:
        details.standfirst = details.standfirst or _line(above.pop(0))
        details.left_out += map(_line, above)
    if details.standfirst:
        units.append(Unit("standfirst", details.standfirst))
    for block in body:
        paragraphs = joined(block, lambda _line: False) if wrapped else [line.strip() for line in block]
        units += [Unit("paragraph", paragraph) for paragraph in paragraphs]
    if not units:
        return None
    return assembled(path, [Unit("title", details.title), *units] if details.title else units, details)


def _parted(blocks: list[_Block], details: Details) -> tuple[list[_Block], list[_Block]]:
    """The blocks above the labels (title, subtitle) and those below them (the body)."""
    kept: list[_Block] = []
    for block in blocks:
        (details.left_out.append(_line(block)) if is_copyright(_line(block)) else kept.append(block))
    first = next((place for place, block in enumerate(kept[:_LABELLED_WITHIN]) if _label(block)), None)
    if first is None:
        return kept[:1], kept[1:]
    body = first
    while body < len(kept) and (found := _label(kept[body])):
        take(details, found.name, found.value)
        body += 1
    return kept[:first], kept[body:]


def _without_tail(blocks: list[_Block], details: Details) -> list[_Block]:
    """The blocks without those below the body, whose labels go to the details.

    It is found from the end upwards: labels and copyright lines; else only captions that run on are in it.
    """
    end = len(blocks)
    while end and _in_tail(blocks[end - 1]):
        end -= 1
    if end > 1 and end < len(blocks) and _is_captions(blocks[end - 2]):
        end -= 2
        while end and _in_tail(blocks[end - 1]):
            end -= 1
    for block in blocks[end:]:
        found = _label(block)
        if found:
            take(details, found.name, found.value)
        else:
            details.left_out.append(_line(block))
    return blocks[:end]


def _in_tail(block: _Block) -> bool:
    found = _label(block)
    return is_copyright(_line(block)) or (found is not None and found.tail)


def _is_captions(block: _Block) -> bool:
    """Captions may run on into a second block."""
    found = _label(block)
    return found is not None and found.name == "graphic"


def take(details: Details, name: str, value: str) -> None:
    """Writes what a label says to its place in the details."""
    if not value:
        return
    if name == "byline":
        details.byline = names(value)
    elif name == "highlight":
        details.standfirst = value
    elif name == "section":
        details.section = value
    elif name == "language":
        details.language = language_code(value)
    elif name == "headline":
        details.title = details.title or value
    elif name == "load_date":
        # When the service took it in; not when it was published.
        details.further[name] = date(value) or value
    else:
        details.further[name] = value
