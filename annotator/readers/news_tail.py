"""The lines below an article's body: address, outlet, contact, credits, copyright, related articles.

Called by the readers of plain text and Markdown once the header is taken off. Only what stands at the end is
taken out of the text, from the last line upwards to the first that is text; it is kept in `Details`.
"""

from __future__ import annotations

import re

from annotator.readers.news_header import LONGEST_LINE, URL, header_line, take_line
from annotator.readers.units import Details, Unit

_CONTACT = re.compile(
    r"(?:(?:to |please )?contact|write to|e-?mail|reach|follow|tips?|got a tip|have a (?:story|tip)|kontakt|"
    r"schreiben sie|contacter|écrire|contacta|escriba|связаться|напишите|للتواصل|צרו קשר|联系)\b",
    re.IGNORECASE,
)
_NETWORKS = r"(?:twitter|x|facebook|instagram|telegram|linkedin|bluesky|mastodon|threads|whatsapp|youtube|google news)"
_FOLLOW = re.compile(
    rf"(?:follow|like|join|find|folgen sie|suivez|síganos|sigue|seguici|подписывайтесь)\b.{{0,60}}"
    rf"\b(?:on|auf|sur|en|su|в|at)\s+{_NETWORKS}(?:\s*(?:,|and|und|et|y)\s*{_NETWORKS})*[.!]?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,120}$|all rights reserved\.?$", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_HANDLE = re.compile(r"(?:^|\s)@\w+")
_CREDITS = re.compile(
    r"\(?(?:additional |further )?(?:reporting|writing|editing|translation) by (?-i:[^\W\d_a-z])[^()]{2,150}\)?\.?",
    re.IGNORECASE,
)
_FIRST_PUBLISHED = re.compile(
    r"(?:this|the) (?:article|story|piece|report|essay|text|interview)\b.{0,20}?\b(?:published|appeared|posted)"
    r"(?: (?:by|in|on|at))+\s+(?P<outlet>\S.{0,60}?)\.?"
    r"|dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde) zuerst (?:in|im|bei|auf)\s+(?P<medium>\S.{0,60}?)"
    r"(?: erschienen| veröffentlicht)?\.?",
    re.IGNORECASE,
)
_LONGEST_OUTLET = 60
_RELATED = re.compile(
    r"(?:read (?:more|also|next)|also read|related(?: (?:articles?|stories|story|news|reading|links))?|see also|"
    r"more (?:on this|stories)|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leer también|"
    r"leggi anche|lees ook|читайте также|اقرأ أيضا|קראו גם|相关阅读|相關閱讀)\s*[:：]?",
    re.IGNORECASE,
)


def take_tail(units: list[Unit], details: Details) -> list[Unit]:
    """The units without those that follow the body: address, outlet, contact, copyright, navigation."""
    end = len(units)
    while end and units[end - 1].kind not in ("title", "standfirst"):
        taken = _taken_at(units, end, details)
        if not taken:
            break
        end -= taken
    return units[:end]


def _taken_at(units: list[Unit], end: int, details: Details) -> int:
    """How many units at the end belong to the tail: none, one, or a label with what stands below it."""
    unit = units[end - 1]
    url = URL.fullmatch(unit.text)
    if url and end > 1 and _announces_address(units[end - 2]):
        details.url = details.url or url[1]
        return 2
    if url and not details.url:
        details.url = url[1]
        return 1
    if _is_tail_line(unit, details):
        return 1
    return _related_at(units, end, details)


def _announces_address(unit: Unit) -> bool:
    """Whether a line is the label of an address that stands below it, with or without a colon."""
    text = unit.text if unit.text.endswith((":", "：")) else f"{unit.text}:"
    line = header_line(Unit("paragraph", text))
    return line is not None and line.kind == "url" and not line.value


def _related_at(units: list[Unit], end: int, details: Details) -> int:
    """Links to other articles below a label, or behind it in one line."""
    start = end
    while start and units[start - 1].anchors and units[start - 1].linked == len(units[start - 1].text):
        start -= 1
    if start < end and start and _RELATED.fullmatch(units[start - 1].text):
        start -= 1
    else:
        unit = units[end - 1]
        label = _RELATED.match(unit.text)
        rest = len(unit.text[label.end() :].strip()) if label else 0
        start = end - 1 if label and rest and unit.linked >= rest - 2 * unit.anchors else end
    details.left_out += [unit.text for unit in units[start:end]]
    return end - start


def _is_tail_line(unit: Unit, details: Details) -> bool:
    text = unit.text
    if unit.kind == "quote" or len(text) > LONGEST_LINE:
        return False
    address = _MAIL.search(text) or _HANDLE.search(text) or "http" in text
    if address and (_CONTACT.match(text) or (_MAIL.search(text) and len(text.split()) <= 8)):
        details.contact = f"{text}\n{details.contact}" if details.contact else text
        return True
    if _COPYRIGHT.match(text) or _CREDITS.fullmatch(text) or _FOLLOW.fullmatch(text):
        details.left_out.append(text)
        return True
    if first := _FIRST_PUBLISHED.fullmatch(text):
        return _take_first_published(unit, first["outlet"] or first["medium"], details)
    line = header_line(unit)
    if line is None or (line.kind == "byline" and details.byline):
        return False
    if line.kind == "url" and not line.value:
        details.left_out.append(text)
    else:
        take_line(unit, line, details)
    return True


def _take_first_published(unit: Unit, outlet: str, details: Details) -> bool:
    """The outlet that a line names as the first to have published the article, with the address behind it."""
    details.left_out.append(unit.text)
    address = next((url for _, _, url in unit.links if url.startswith("http")), None)
    details.url = details.url or address
    if not URL.fullmatch(outlet) and len(outlet) <= _LONGEST_OUTLET:
        details.source = details.source or outlet
    return True
