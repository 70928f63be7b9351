"""The lines around an article's body: title, byline, date, outlet above; address and contact below.

Called by the readers of plain text and Markdown with the units of a file in order. A unit is taken out
of the text only at the top (before the body begins) or at the bottom (after it has ended): a paragraph
amid the body that looks like a byline or a date stays where it is. What is taken is kept in `Details`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.readers.dates import date_line
from annotator.readers.units import Details, Unit
from annotator.readers.wrapping import ends_sentence

_HEADER_UNITS = 15
_TITLE_WITHIN = 6
_LONGEST_TITLE = 200
_LONGEST_BYLINE = 140
_LONGEST_DECK = 400
_LONGEST_OUTLET = 40
_LONGEST_CONTACT = 200
_LONGEST_NAME = 60

_BYLINE = re.compile(
    r"(?P<colon>(?:by|authors?|reported by|reporting by|written by|words|text|von|par|por|di|door|av|"
    r"autor(?:en|in|es|a)?|auteurs?|автор[ыа]?|بقلم|כתב|מאת|作者|記者|记者|文)\s*[:：]\s*)(?P<names>\S.*)"
    r"|(?:by|written by|reported by|von|par|por|di|door|av|بقلم|מאת)\s+(?P<plain>\S.*)",
    re.IGNORECASE,
)
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
_CONTACT = re.compile(
    r"(?:contact|write to|e-?mail|reach|follow|tips?|got a tip|have a story|kontakt|schreiben sie|contacter|"
    r"écrire|contacta|escriba|связаться|напишите|للتواصل|צרו קשר|联系)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,120}$|all rights reserved\.?$", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_HANDLE = re.compile(r"(?:^|\s)@\w+")
_URL = re.compile(r"<?((?:https?|ftp)://[^\s<>]+)>?")
_PARTING = re.compile(r"\s*[|•·—]\s*|\s+[-–]\s+")
_PARTICLE_WORDS = (
    "and und et y e en og och i и و ו von van de der den del della di da dos du la le el al bin ibn ben ter "
    "with for in at the of from aus mit pour avec con para"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_NAME_WORDS = 16


class Line(NamedTuple):
    """What a unit is if it is no text: `kind` names a field of Details, or is `nav`."""

    kind: str
    value: str
    also_published: str | None = None
    ambiguous: bool = False


def header_line(unit: Unit) -> Line | None:
    """What a unit above the body is, or None for text."""
    text = unit.text
    if len(text) > _LONGEST_CONTACT or unit.kind == "quote":
        return None
    return _dated(text) or byline(unit) or _addressed(unit) or _labelled(text) or _navigation(unit)


def stands_alone(line: str) -> bool:
    """Whether a line of a file is one of a header or tail, and so never part of a wrapped paragraph."""
    if len(line) > _LONGEST_BYLINE or line.startswith("|"):
        return line.startswith("|")
    plain = line.strip("*_# ")
    unit = Unit("paragraph", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", plain))
    return bool(date_line(unit.text) or byline(unit) or _addressed(unit) or _URL.fullmatch(plain))


def byline(unit: Unit) -> Line | None:
    """The authors that a line such as `By Anna Bell and Carl Dorn` names; None for any other line."""
    text = unit.text
    if len(text) > _LONGEST_BYLINE:
        return None
    match = _BYLINE.fullmatch(text)
    if match is None:
        # A name that is nothing but a link stands for a byline; the target leads to the author's page.
        words = text.split()
        if unit.anchors == 1 and unit.linked == len(text) and 2 <= len(words) <= 4 and _are_names(text):
            return Line("byline", text) if text.replace(" ", "").isalpha() else None
        return None
    pieces = _PARTING.split((match["names"] or match["plain"]).strip())
    names = pieces[0].strip(" ,;")
    dated = next((named for piece in pieces[1:] if (named := date_line(piece))), None)
    if not names or not _are_names(names) or (dated is None and _ends_like_prose(names)):
        return None
    further = [piece for piece in pieces[1:] if piece and not date_line(piece)]
    return Line("byline", ", ".join([names, *further]), dated.date if dated else None)


def _are_names(text: str) -> bool:
    words = text.replace(",", " ").replace("&", " ").split()
    lower = [word for word in words if word[0].islower() and word.casefold() not in _PARTICLES]
    begins = words[0][0]
    return (
        len(words) <= _NAME_WORDS
        and (not begins.islower() or words[0] in _PARTICLES)
        and not begins.isdigit()
        and len(lower) <= 3
    )


def _ends_like_prose(text: str) -> bool:
    last = text.split()[-1]
    return ends_sentence(text) and len(last) > 3 and last.casefold() not in ("staff.", "jr.", "dr.")


def _dated(text: str) -> Line | None:
    named = date_line(text)
    if named is None:
        return None
    return Line("updated" if named.updated else "published", named.date, ambiguous=named.ambiguous)


def _addressed(unit: Unit) -> Line | None:
    match = _ADDRESS.fullmatch(unit.text)
    if match is None:
        return None
    value = match["value"].strip()
    url = _URL.fullmatch(value)
    if url or not value:
        return Line("url", url[1] if url else "")
    if unit.anchors == 1 and unit.links and unit.links[0][2].startswith("http"):
        return Line("source", value, None)
    if value.startswith("www."):
        return Line("url", f"https://{value}")
    return Line("source", value) if len(value) <= _LONGEST_NAME and not ends_sentence(value) else None


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
    if details.title is None:
        details.title = title.text
    title.kind = "title"
    for unit in units[:place]:
        _take(unit, header_line(unit), details)
    after, decks = _scan(units, place + 1, details)
    return [title, *decks, *units[after:]]


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
                    details.source = details.source or unit.text
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
    return len(unit.text) <= _LONGEST_OUTLET and len(unit.text.split()) <= 5 and not ends_sentence(unit.text)


def _take_with_next(units: list[Unit], place: int, line: Line, details: Details) -> int:
    """Takes a header line, with the next unit where that is the address that the line announces."""
    following = units[place + 1] if place + 1 < len(units) else None
    if line.kind == "url" and not line.value:
        url = _URL.fullmatch(following.text) if following else None
        if not url:
            details.left_out.append(units[place].text)
            return 1
        details.url = details.url or url[1]
        return 2
    _take(units[place], line, details)
    return 1


def _take(unit: Unit, line: Line | None, details: Details) -> None:
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
    if line.kind == "source" and unit.links and unit.links[0][2].startswith("http"):
        details.url = details.url or unit.links[0][2]


def take_tail(units: list[Unit], details: Details) -> list[Unit]:
    """The units without those that follow the body: address, outlet, contact, copyright, navigation."""
    end = len(units)
    while end and units[end - 1].kind not in ("title", "standfirst"):
        unit = units[end - 1]
        url = _URL.fullmatch(unit.text)
        label = header_line(units[end - 2]) if url and end > 1 else None
        if url and label and label.kind == "url" and not label.value:
            details.url = details.url or url[1]
            end -= 2
        elif url and not details.url:
            details.url = url[1]
            end -= 1
        elif _is_tail_line(unit, details):
            end -= 1
        else:
            break
    return units[:end]


def _is_tail_line(unit: Unit, details: Details) -> bool:
    text = unit.text
    if unit.kind == "quote" or len(text) > _LONGEST_CONTACT:
        return False
    address = _MAIL.search(text) or _HANDLE.search(text) or "http" in text
    if address and (_CONTACT.match(text) or (_MAIL.search(text) and len(text.split()) <= 8)):
        details.contact = details.contact or text
        return True
    if _COPYRIGHT.match(text):
        details.left_out.append(text)
        return True
    line = header_line(unit)
    if line is None or (line.kind == "byline" and details.byline):
        return False
    if line.kind == "url" and not line.value:
        details.left_out.append(text)
    else:
        _take(unit, line, details)
    return True
