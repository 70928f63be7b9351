"""Articles downloaded from Nexis Uni, Nexis and LexisNexis: one file, often hundreds of articles.

Two layouts: the present one (`Section:`, `Body`, `End of Document`), in DOCX and RTF, whose readers hand
over what they recognise with `is_download`; and the older one in plain text or HTML (`12 of 340 DOCUMENTS`,
labels in capitals), which `nexis_text` reads. Registers itself; called through `read_file`. What is cut off (cover,
table of contents, classification) is metadata or about the download, never text of an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.bodies import html_units
from annotator.readers.encoding import declared_encoding, decode
from annotator.readers.folders import Refusal
from annotator.readers.nexis_labels import (
    date,
    is_copyright,
    is_length,
    label,
    marker,
)
from annotator.readers.nexis_text import SPLITTER, old_articles, take
from annotator.readers.text_file import text_units
from annotator.readers.units import Details, Unit, assembled
from annotator.records import Document
from annotator.sentences import worded
from annotator.text import normalise

SUFFIXES = (".txt", ".html", ".docx", ".rtf")
_TEXT_SUFFIXES = (".txt", ".text", "")
_PAGE_SUFFIXES = (".html", ".htm")
_PAGE = re.compile(rb"<DOC NUMBER=\d+>|>\s*\d{1,6} (?:of|von|de|van|sur) \d{1,6} (?:DOCUMENTS?|DOKUMENTEN?)\s*<")
_COVER = re.compile(
    r"(?:user name|date and time|job number|documents?|client/matter|search terms|search type|narrowed by|"
    r"content type|benutzername|datum und uhrzeit|auftragsnummer|dokumente|suchbegriffe|nom d'utilisateur|"
    r"date et heure|numéro de tâche|gebruikersnaam|documenten|zoektermen|nombre de usuario|fecha y hora|"
    r"documentos)\s*[:(=]|\d+\.\s",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"(?:Documents?|Dokumente?|Documenten|Documentos?)\s*\((\d{1,5})\)\s*", re.IGNORECASE)
_MOST_CAPTIONS = 10
# Beside "End of Document": services leave out one or another of them.
_SIGNS_OF_A_DOWNLOAD = 2


def recognise(path: Path, head: bytes) -> float:
    """By content: a splitter of the older layout, or the labels of the present one."""
    if path.suffix.lower() in _PAGE_SUFFIXES:
        return 0.97 if _PAGE.search(head) else 0.0
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        return 0.0
    lines = normalise(head.decode("utf-8", "replace")).split("\n")
    if any(SPLITTER.fullmatch(line) for line in lines):
        return 0.97
    sized = any(is_length(label(line)) for line in lines)
    return 0.97 if sized and any(marker(line.strip()) == "body" for line in lines) else 0.0


def read(path: Path, data: bytes) -> list[Document | Refusal]:
    """The articles of a download in plain text or HTML. Raises UnreadableArticle."""
    is_page = path.suffix.lower() in _PAGE_SUFFIXES
    try:
        decoded = decode(data, declared_encoding(data) if is_page else None)
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    # In a page a block is a line, parted from the next one as paragraphs are in plain text.
    text = "\n\n".join(unit.text for unit in html_units(decoded.text)) if is_page else normalise(decoded.text)
    lines = text.split("\n")
    warnings = list(decoded.warnings)
    if any(SPLITTER.fullmatch(line) for line in lines):
        found = list(old_articles(path, lines, warnings))
        documents = _checked(path, [each for each in found if isinstance(each, Document)])
        return [*documents, *(each for each in found if isinstance(each, Refusal))]
    return [*articles(path, text_units("\n".join(lines)), warnings)]


def is_download(units: list[Unit]) -> bool:
    """Whether the paragraphs of a file are articles in the present layout."""
    markers = {marker(unit.text) for unit in units}
    if "end" not in markers:
        return False
    signs = markers & {"body", "classification"} | {_name(unit) for unit in units} & {"length", "section", "load_date"}
    return len(signs) >= _SIGNS_OF_A_DOWNLOAD


def articles(path: Path, units: list[Unit], warnings: list[str]) -> list[Document]:
    """The articles in the paragraphs of a download in the present layout.

    `warnings` go to every article. Raises UnreadableArticle when there is none.
    """
    pieces = _pieces(units)
    found: list[Document] = []
    for place, piece in enumerate(pieces):
        cut = _cut(piece, may_have_cover=place == 0)
        if cut is not None:
            cut.details.warnings += warnings
            found.append(assembled(path, cut.units, cut.details))
    announced = next((int(match[1]) for unit in units if (match := _ANNOUNCED.fullmatch(unit.text))), None)
    if announced is not None and announced != len(found):
        for document in found:
            document.meta.setdefault("warnings", []).append(
                f"The download announces {announced} articles and {len(found)} were found; compare them."
            )
    return _checked(path, found)


def _checked(path: Path, documents: list[Document]) -> list[Document]:
    if not documents:
        raise UnreadableArticle(
            worded(
                "The file looks like a Nexis download, but no article was found in it; download it "
                "again with full texts."
            ),
            where=str(path),
        )
    for document in documents:
        document.meta["reader"] = "nexis"
    return documents


def _pieces(units: list[Unit]) -> list[list[Unit]]:
    """The paragraphs of each article: up to "End of Document", or where that is missing, to the load date."""
    by_end = any(marker(unit.text) == "end" for unit in units)
    pieces: list[list[Unit]] = [[]]
    for unit in units:
        is_end = marker(unit.text) == "end"
        if not is_end:
            pieces[-1].append(unit)
        if is_end or (not by_end and _name(unit) == "load_date"):
            pieces.append([])
    return [piece for piece in pieces if piece]


def _name(unit: Unit) -> str:
    found = label(unit.text)
    return found.name if found else ""


@dataclass(slots=True)
class _Cut:
    units: list[Unit] = field(default_factory=list)
    details: Details = field(default_factory=Details)


def _cut(piece: list[Unit], *, may_have_cover: bool) -> _Cut | None:
    """One article: its head, its labels, its body and what follows it; None for a cover or an empty rest."""
    body = next((place for place, unit in enumerate(piece) if _begins_body(piece, place, unit)), len(piece))
    named = ((place, label(unit.text)) for place, unit in enumerate(piece[:body]))
    labels = [place for place, found in named if found and not found.tail]
    if not labels and body == len(piece):
        return None
    first = labels[0] if labels else body
    if body == len(piece):  # no marker: the body begins after the labels that stand together
        body = first
        while body + 1 < len(piece) and body + 1 in labels:
            body += 1
    cut = _Cut()
    title = _take_head(piece[:first], cut, may_have_cover)
    for unit in piece[first : body + 1]:
        _take_label(unit, cut)
    end = _take_tail(piece, body + 1, cut)
    if title is not None:
        cut.units.append(title)
    if cut.details.standfirst:
        cut.units.append(Unit("standfirst", cut.details.standfirst))
    cut.units += piece[body + 1 : end]
    return cut if len(cut.units) > (title is not None) else None


def _begins_body(piece: list[Unit], place: int, unit: Unit) -> bool:
    """Whether a line is the word above the body; a title may be such a word too."""
    if marker(unit.text) != "body":
        return False
    if any(is_length(label(other.text)) for other in piece):
        return any(is_length(label(above.text)) for above in piece[:place])
    return any(is_copyright(above.text) or _name(above) in ("section", "byline") for above in piece[:place])


def _take_head(head: list[Unit], cut: _Cut, may_have_cover: bool) -> Unit | None:
    """Title, outlet and date above the labels; a cover and its list of titles before them are dropped."""
    dated = max((place for place, unit in enumerate(head) if date(unit.text)), default=None)
    before = head[:dated]
    if may_have_cover:
        cover = max((place for place, unit in enumerate(before) if _COVER.match(unit.text)), default=-1)
        before = before[cover + 1 :]
    before = [unit for unit in before if not is_copyright(unit.text)]
    heading = max((place for place, unit in enumerate(before) if unit.level), default=None)
    if heading is None:
        heading = max(0, len(before) - 2) if may_have_cover else 0
    if dated is not None:
        cut.details.published = date(head[dated].text)
    _take_rest(head[len(head) if dated is None else dated + 1 :], cut)
    cut.details.left_out += [unit.text for unit in head if is_copyright(unit.text)]
    if not before:
        return None
    title = before[heading]
    outlets = before[heading + 1 :] if dated is not None else before[heading + 1 : heading + 2]
    cut.details.title = title.text
    cut.details.source = ", ".join(unit.text for unit in outlets) or None
    if title.links:
        cut.details.further["service_url"] = title.links[0][2]
    return Unit("title", title.text)


def _take_rest(units: list[Unit], cut: _Cut) -> None:
    """What stands between the date and the labels: an edition."""
    editions = [unit.text.strip(" ;") for unit in units if not is_copyright(unit.text)]
    if editions:
        cut.details.further["edition"] = "; ".join(editions)


def _take_label(unit: Unit, cut: _Cut) -> None:
    found = label(unit.text)
    if found is None:
        if marker(unit.text) != "body":
            cut.details.left_out.append(unit.text)
        return
    take(cut.details, found.name, found.value)


def _take_tail(piece: list[Unit], start: int, cut: _Cut) -> int:
    """Where the body ends; captions, notes and classification below it go to the details."""
    end = len(piece)
    loaded = max((place for place in range(start, end) if _name(piece[place]) == "load_date"), default=end)
    end = loaded
    while end > start and ((found := label(piece[end - 1].text)) and found.tail):
        end -= 1
    for place in range(start, end):
        if marker(piece[place].text) == "classification":
            end = place
            break
    for unit in piece[end:]:
        found = label(unit.text)
        if found:
            take(cut.details, found.name, found.value)
    for name in ("notes", "graphic"):
        places = [place for place in range(start, end) if marker(piece[place].text) == name]
        if places and end - places[-1] <= _MOST_CAPTIONS + 1:
            captions = [unit.text for unit in piece[places[-1] + 1 : end]]
            if captions:
                cut.details.further[name] = captions
            end = places[-1]
    return end


register(Reader("nexis", worded("Nexis or LexisNexis download"), SUFFIXES, recognise, read))
