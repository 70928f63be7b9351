"""The lines above an article's body: title, byline, date, outlet, address.

Called by the readers of plain text and Markdown with the units of a file in order, and by `news_tail` for the
lines below the body. A unit is taken out of the text only before the body begins: a paragraph amid the body
that looks like a byline or a date stays where it is. What is taken is kept in `Details`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.readers.bylines import LONGEST_BYLINE, are_names, byline_in, is_of_person
from annotator.readers.dates import date_line
from annotator.readers.units import Details, Unit, same_words
from annotator.readers.wrapping import ends_sentence

_HEADER_UNITS = 15
_TITLE_WITHIN = 6
_LONGEST_TITLE = 200
_LONGEST_DECK = 400
_LONGEST_OUTLET = 40
_OUTLET_WORDS = 6
LONGEST_LINE = 200
_LONGEST_NAME = 60

_ADDRESS = re.compile(
    r"(?:original(?:[ -](?:url|link|article|source|text))?|url|link|permalink|web address|source(?: url)?|"
    r"originally published at|read the original(?: at)?|quelle|originalartikel|lien|fuente|enlace|fonte|"
    r"источник|ссылка|المصدر|الرابط|מקור|קישור|来源|來源|原文链接|原文)\s*[:：]\s*(?P<value>.*)",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"(?:outlet|publication|newspaper|publisher|zeitung|medium|journal)\s*:\s*(?P<value>\S.*)", re.IGNORECASE
)
_SECTION = re.compile(
    r"(?:section|category|ressort|rubrik|rubrique|sección|topics?|tags?)\s*:\s*(?P<value>\S.*)", re.IGNORECASE
)
_TITLE_LABEL = re.compile(
    r"(?:title|headline|titel|überschrift|titre|título|titolo|заголовок|标题|標題)\s*[:：]\s*(?=\S)", re.IGNORECASE
)
URL = re.compile(r"<?((?:https?|ftp)://[^\s<>]+)>?")
# "Vell, November 24, 2015": where it was written, and when.
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*[ ]?){1,3}(?:,\s+|\s+[—–]\s+)(?=\S*\d|[^\W\d_]+\.? \d)")


class Line(NamedTuple):
    """What a unit is if it is no text: `kind` names a field of Details, or is `nav`."""

    kind: str
    value: str
    also_published: str | None = None
    ambiguous: bool = False
    is_cut: bool = False
    changed: str | None = None


def header_line(unit: Unit) -> Line | None:
    """What a unit above the body is, or None for text."""
    text = unit.text
    if len(text) > LONGEST_LINE or unit.kind == "quote":
        return None
    return _addressed(unit) or byline(unit) or _dated(text) or _labelled(text) or _navigation(unit)


def stands_alone(line: str) -> bool:
    """Whether a line of a file is one of a header or tail, and so never part of a wrapped paragraph."""
    if len(line) > LONGEST_BYLINE or line.startswith("|"):
        return line.startswith("|")
    plain = line.strip("*_# ")
    unit = Unit("paragraph", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain))
    return bool(date_line(unit.text) or byline(unit) or _addressed(unit) or URL.fullmatch(plain))


def byline(unit: Unit) -> Line | None:
    """The authors that a line such as `By Anna Bell and Carl Dorn` names; None for any other line."""
    text = unit.text
    found = byline_in(text)
    if found is not None:
        date = found.date.date if found.date else None
        return Line("byline", found.names, date, is_cut=found.is_cut)
    # A name that is nothing but a link stands for a byline; the target leads to the author's page.
    words = text.split()
    if unit.anchors == 1 and unit.linked == len(text) and 2 <= len(words) <= 4 and are_names(text):
        return Line("byline", text) if text.replace(" ", "").isalpha() and not words[-1].islower() else None
    return None


def _dated(text: str) -> Line | None:
    named = date_line(text)
    placed = _PLACE.match(text) if named is None else None
    if placed:
        named = date_line(text[placed.end() :].rstrip(" -–—"))
    if named is None:
        return None
    kind = "updated" if named.updated else "published"
    return Line(kind, named.date, ambiguous=named.ambiguous, is_cut=bool(placed), changed=named.changed)


def _addressed(unit: Unit) -> Line | None:
    match = _ADDRESS.fullmatch(unit.text)
    if match is None:
        return _linked_address(unit)
    value = match["value"].strip()
    url = URL.fullmatch(value)
    if url or not value:
        return Line("url", url[1] if url else "")
    if unit.anchors == 1 and unit.links and unit.links[0][2].startswith("http"):
        return Line("source", value, None)
    if value.startswith("www."):
        return Line("url", f"https://{value}")
    return Line("source", value) if len(value) <= _LONGEST_NAME and not ends_sentence(value) else None


def _linked_address(unit: Unit) -> Line | None:
    """A line such as `[Original article](https://…)`: the words of the label, and the address behind them."""
    leads = len(unit.links) == 1 and unit.linked == len(unit.text) and unit.links[0][2].startswith("http")
    return Line("url", unit.links[0][2]) if leads and _ADDRESS.fullmatch(f"{unit.text}:") else None


def _labelled(text: str) -> Line | None:
    for kind, pattern in (("source", _OUTLET), ("section", _SECTION)):
        match = pattern.fullmatch(text)
        if match and len(match["value"]) <= _LONGEST_NAME:
            return Line(kind, match["value"])
    return None


def _navigation(unit: Unit) -> Line | None:
    """Lines that are nothing but links and what parts them; one lone link is left to the body."""
    beside = len(unit.text) - unit.linked
    if unit.anchors >= 2 and beside <= 3 * unit.anchors + 12 and not ends_sentence(unit.text):
        return Line("nav", unit.text)
    return None


def take_header(units: list[Unit], details: Details) -> list[Unit]:
    """The units without those of the header; the title and a standfirst above the byline get their kind.

    What the header says is written into the details, unless the file has said it before (front matter).
    """
    place = _title_at(units)
    if place is None:
        after, decks = _scan(units, 0, details)
        return [*decks, *units[after:]]
    title = units[place]
    _without_label(title)
    start = _with_second_line(units, place)
    if details.title is None:
        details.title = title.text
    title.kind = "title"
    for unit in units[:place]:
        take_line(unit, header_line(unit), details)
    after, decks = _scan(units, start, details)
    return [title, *decks, *units[after:]]


def _without_label(title: Unit) -> None:
    label = _TITLE_LABEL.match(title.text)
    if label and not title.links:
        title.text = title.text[label.end() :]


def _with_second_line(units: list[Unit], place: int) -> int:
    """The place after the title, which goes on in a second heading right below it; one that says it again is
    passed over."""
    title, following = units[place], units[place + 1] if place + 1 < len(units) else None
    if following is None or not title.level or following.level != title.level:
        return place + 1
    if same_words(title.text, following.text):
        return place + 2
    if following.gap or title.links or following.links or header_line(following):
        return place + 1
    title.text = f"{title.text} {following.text}"
    return place + 2


def _title_at(units: list[Unit]) -> int | None:
    for place, unit in enumerate(units[:_TITLE_WITHIN]):
        if unit.level == 1:
            return place
        if header_line(unit) is None and (len(unit.text) > _LONGEST_NAME or ends_sentence(unit.text)):
            break
    first = next((place for place, unit in enumerate(units[:3]) if header_line(unit) is None), None)
    if first is None:
        return None
    unit = units[first]
    return first if unit.level or _looks_like_title(units, first) else None


def _looks_like_title(units: list[Unit], place: int) -> bool:
    unit, following = units[place], units[place + 1 : place + 3]
    if unit.kind != "paragraph" or len(unit.text) > _LONGEST_TITLE or not following:
        return False
    if any(_is_main(header_line(below)) for below in following):
        return True
    if unit.text[-1] in ".,;:…。" or unit.links:
        return False
    unparted = not any(other.gap for other in units[1:]) and len(following[0].text) > 1.5 * len(unit.text)
    return following[0].gap > 0 or unparted


def _is_main(line: Line | None) -> bool:
    return line is not None and line.kind in ("byline", "published")


def _scan(units: list[Unit], start: int, details: Details) -> tuple[int, list[Unit]]:
    """Where the body begins, and the standfirst that stands between header lines (none or one)."""
    lines = [header_line(unit) for unit in units[start : start + _HEADER_UNITS]]
    seen: set[str] = set()
    decks: list[Unit] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if line is None:
            skip = _skipped(units[start : start + len(lines)], lines, place, seen, bool(decks))
            if not skip:
                break
            for unit in units[start + place : start + place + skip]:
                if _like_outlet(unit):
                    _take_name(unit, details)
                else:
                    unit.kind = "standfirst"
                    decks.append(unit)
            place += skip
            continue
        if line.kind in seen and line.kind != "nav":
            break
        place += _take_with_next(units, start + place, line, details)
        seen.add(line.kind)
    return start + place, decks


def _skipped(units: list[Unit], lines: list[Line | None], place: int, seen: set[str], has_deck: bool) -> int:
    """How many units of text from `place` still belong to the header: an outlet, a standfirst, or both,
    if a byline or date that has not been there yet comes right after them; else 0."""
    for skip in (1, 2):
        below = lines[place + skip] if place + skip < len(lines) else None
        between = units[place : place + skip]
        if below is not None and _is_main(below) and below.kind not in seen:
            decks = [unit for unit in between if not _like_outlet(unit)]
            fits = all(unit.kind != "item" and len(unit.text) <= _LONGEST_DECK for unit in decks)
            return skip if fits and len(decks) + has_deck <= 1 and len(between) - len(decks) <= 1 else 0
        if below is not None:
            return 0
    return 0


def _like_outlet(unit: Unit) -> bool:
    if unit.level or len(unit.text) > _LONGEST_OUTLET or len(unit.text.split()) > _OUTLET_WORDS:
        return False
    return are_names(unit.text) and not ends_sentence(unit.text)


def _take_name(unit: Unit, details: Details) -> None:
    """A line that is nothing but a name: of the authors, or of the outlet."""
    written = byline_in(unit.text)
    field = "byline" if details.byline is None and (written or is_of_person(unit.text)) else "source"
    if getattr(details, field) is None:
        setattr(details, field, written.names if written else unit.text)
    else:
        details.left_out.append(unit.text)


def _take_with_next(units: list[Unit], place: int, line: Line, details: Details) -> int:
    """Takes a header line, with the next unit where that is the address that the line announces."""
    following = units[place + 1] if place + 1 < len(units) else None
    if line.kind == "url" and not line.value:
        url = URL.fullmatch(following.text) if following else None
        if not url:
            details.left_out.append(units[place].text)
            return 1
        details.url = details.url or url[1]
        return 2
    take_line(units[place], line, details)
    return 1


def take_line(unit: Unit, line: Line | None, details: Details) -> None:
    """Writes what a line says to its place in the details; a line without one goes to what is left out."""
    if line is None or line.kind == "nav":
        details.left_out.append(unit.text)
        return
    if line.ambiguous:
        details.warnings.append(
            f"Day and month cannot be told apart in the date “{unit.text}”; only its year was kept."
        )
    if getattr(details, line.kind) is None:
        setattr(details, line.kind, line.value)
    elif getattr(details, line.kind) != line.value:
        details.left_out.append(unit.text)
    details.published = details.published or line.also_published
    details.updated = details.updated or line.changed
    if line.is_cut:
        details.left_out.append(unit.text)
    if line.kind == "source" and unit.links and unit.links[0][2].startswith("http"):
        details.url = details.url or unit.links[0][2]
