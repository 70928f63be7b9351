"""The older layout of LexisNexis: plain text, lines cut at a width, centred heads, labels in capitals.

Called by the reader of Nexis downloads with the lines of a file that holds at least one splitter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.readers.bodies import LeftOut
from annotator.readers.folders import Refusal
from annotator.readers.nexis_labels import Label, date, is_copyright, label, language_code, marker, names
from annotator.readers.units import Details, Unit, assembled
from annotator.readers.wrapping import is_wrapped, joined
from annotator.records import Document
from annotator.sentences import worded

SPLITTER = re.compile(
    r"\s*(?:FOCUS - )?\d{1,6}\s+(?:of|von|de|van|sur)\s+\d{1,6}\s+"
    r"(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS?)\s*"
    r"|\s*Dokument\s+\d{1,6}\s+von\s+\d{1,6}\s*"
)
"""The line above each article: `12 of 340 DOCUMENTS`."""

_HEAD_BLOCKS = 8
_LABELLED_WITHIN = 16
_CENTRED = re.compile(r"\s{4,}\S")
# `PUB-SUBJECT: …`: a label that is not known, below the body.
_UNKNOWN_LABEL = re.compile(r"[A-ZÄÖÜ]{2,}(?:-[A-ZÄÖÜ]{2,})+: .*")
_BODY_OF_LE_MONDE = "ARTICLE:"
_SHOW = re.compile(r"SHOW:\s+(.+)")
_LONGEST_OUTLET = 60
_LONGEST_NAME = 60

_Block = list[str]


def old_articles(path: Path, lines: list[str], warnings: list[str]) -> Iterator[Document | Refusal]:
    """The articles below the splitters, and a refusal for those without text; what stands above the first
    splitter is the cover of the download."""
    wrapped = is_wrapped(lines)
    pieces: list[list[str]] = []
    for line in lines:
        if SPLITTER.fullmatch(line):
            pieces.append([])
        elif pieces:
            pieces[-1].append(line)
    left_out = LeftOut(path, worded("Article"), worded("articles"))
    for number, piece in enumerate(pieces, 1):
        document = _article(path, _blocks(piece), wrapped, warnings)
        if document is None:
            left_out.add(str(number), worded("There is no text but a title; look for the full article."))
        else:
            yield document
    yield from left_out.refusals()


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


def _is_centred(block: _Block) -> bool:
    """Whether a block is set in the middle, as outlets and dates are: a title and the text never are."""
    return any(_CENTRED.match(line) for line in block)


def _article(path: Path, blocks: list[_Block], wrapped: bool, warnings: list[str]) -> Document | None:
    details = Details(warnings=list(warnings))
    above, body = _parted(_below_head(_without_tail(blocks, details), details), details)
    if above and details.title is None:
        details.title = _line(above.pop(0))
    elif above and details.byline is None and len(_line(above[0])) <= _LONGEST_NAME:
        details.byline = names(_line(above.pop(0)))
    if above:
        details.standfirst = details.standfirst or _line(above.pop(0))
        details.left_out += map(_line, above)
    units = [Unit("standfirst", details.standfirst)] if details.standfirst and body else []
    for block in body:
        paragraphs = joined(block, lambda _line: False) if wrapped else [line.strip() for line in block]
        units += [Unit("paragraph", paragraph) for paragraph in paragraphs]
    if not units:
        return None
    return assembled(path, [Unit("title", details.title), *units] if details.title else units, details)


def _below_head(blocks: list[_Block], details: Details) -> list[_Block]:
    """Takes outlet, date and what else is set in the middle above an article, and gives the blocks below.

    Some agencies have the title between the outlet and the date.
    """
    blocks = [part for block in blocks[:_HEAD_BLOCKS] for part in _without_rights(block, details)] + blocks[
        _HEAD_BLOCKS:
    ]
    dated = next((place for place, block in enumerate(blocks[:_HEAD_BLOCKS]) if date(block[0].strip())), None)
    if dated is None:
        if not blocks or not _is_centred(blocks[0]):
            return blocks
        details.source = blocks[0][0].strip()
        details.left_out += [line.strip() for line in blocks[0][1:]]
        return blocks[1:]
    details.published = date(blocks[dated][0].strip())
    editions = [line.strip(" ;") for line in blocks[dated][1:]]
    if editions:
        details.further["edition"] = "; ".join(editions)
    rest = blocks[dated + 1 :]
    while rest and _is_centred(rest[0]) and not _label(rest[0]):
        line = _line(rest.pop(0))
        if show := _SHOW.fullmatch(line):
            details.further["show"] = show[1]
        else:
            details.left_out.append(line)
    _take_outlet(blocks[:dated], details)
    return rest


def _without_rights(block: _Block, details: Details) -> list[_Block]:
    """A block of the head without lines about rights; the outlet may stand right below them."""
    if not is_copyright(_line(block)):
        return [block]
    last = block[-1].strip()
    outlet = [block[-1]] if len(block) > 1 and last in _line(block[:-1]) else []
    details.left_out.append(_line(block[: len(block) - len(outlet)]))
    return [outlet] if outlet else []


def _take_outlet(head: list[_Block], details: Details) -> None:
    has_centred = any(map(_is_centred, head))
    outlets: list[str] = []
    for block in head:
        line = _line(block)
        if has_centred and outlets and not _is_centred(block) and details.title is None:
            details.title = line
        elif outlets and len(line) > _LONGEST_OUTLET:
            details.left_out.append(line)  # who may print it, who wrote it down
        else:
            outlets.append(line)
    details.source = ", ".join(outlets) or None


def _parted(blocks: list[_Block], details: Details) -> tuple[list[_Block], list[_Block]]:
    """The blocks above the labels (title, subtitle) and those below them (the body)."""
    kept: list[_Block] = []
    for block in blocks:
        (details.left_out.append(_line(block)) if is_copyright(_line(block)) else kept.append(block))
    first = next((place for place, block in enumerate(kept[:_LABELLED_WITHIN]) if _label(block)), None)
    if first is None:
        return ([], kept) if details.title else (kept[:1], kept[1:])
    body = first
    while body < len(kept) and (found := _label(kept[body])):
        take(details, found.name, found.value)
        body += 1
        if found.name == "highlight" and not found.value and body < len(kept) and not _label(kept[body]):
            details.standfirst = _line(kept[body])
            body += 1
    if body < len(kept) and (marker(_line(kept[body])) == "body" or _line(kept[body]) == _BODY_OF_LE_MONDE):
        body += 1
    return kept[:first], kept[body:]


def _without_tail(blocks: list[_Block], details: Details) -> list[_Block]:
    """The blocks without those below the body, whose labels go to the details.

    It is found from the end upwards: labels and copyright lines; else only captions that run on are in it.
    """
    end = len(blocks)
    while end and _in_tail(blocks[end - 1]):
        end -= 1
    while end > 1 and end < len(blocks) and _runs_on(blocks[end - 2]):
        end -= 2
        while end and _in_tail(blocks[end - 1]):
            end -= 1
    named = ""
    for block in blocks[end:]:
        found = _label(block)
        if found:
            named = found.name
            take(details, found.name, found.value)
        elif named == "highlight" and not details.standfirst:
            details.standfirst = _line(block)
        else:
            details.left_out.append(_line(block))
    return blocks[:end]


def _in_tail(block: _Block) -> bool:
    line = _line(block)
    return is_copyright(line) or _label(block) is not None or bool(_UNKNOWN_LABEL.fullmatch(line))


def _runs_on(block: _Block) -> bool:
    """Captions may run on into a second block, and a summary may stand below its label."""
    found = _label(block)
    return found is not None and (found.name == "graphic" or (found.name == "highlight" and not found.value))


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
