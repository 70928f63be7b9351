"""The body of an article that something else carries: a mail, an entry of a feed, a cell of a table.

Called by the readers of those. Unlike a web page, such a body has no navigation around it, so all that it
shows is text; header and tail lines are taken off as in text files. Nothing that it names is fetched.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import UnreadableArticle
from annotator.readers.dates import date_line
from annotator.readers.folders import Refusal
from annotator.readers.news_header import take_header
from annotator.readers.news_tail import take_tail
from annotator.readers.page_blocks import page_units
from annotator.readers.page_tree import page_tree
from annotator.readers.standfirst import mark_standfirst
from annotator.readers.text_file import text_units
from annotator.readers.units import Details, Unit, assembled, same_words
from annotator.records import Document
from annotator.sentences import worded
from annotator.text import normalise

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|img|table|t[dr]|blockquote|figure|section|article"
    r"|html|body)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[\da-f]{2,5});", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z!?][\w:-]*)[^<>]*>")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DROPPED = frozenset({"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button"})
# The words of trafilatura's trees, which `page_blocks` reads.
_RENAMED = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "head"),
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("div", "section", "article", "header", "footer", "figure", "figcaption", "center"), "div"),
    **dict.fromkeys(("br", "hr"), "lb"),
    **dict.fromkeys(("td", "th"), "cell"),
    "blockquote": "quote",
    "tr": "row",
    "pre": "code",
    "a": "ref",
}
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_LONGEST_STAMP = 90
_NAMED = 5


class LeftOut:
    """The parts of a file that held no article: counted, and told once for each reason."""

    def __init__(self, path: Path, one: str, many: str) -> None:
        """one, many: what a part is called, such as `Row` and `rows`."""
        self._path, self._one, self._many = path, one, many
        self._names: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def add(self, name: str, reason: str) -> None:
        """One part by its name or number, and a sentence why it was left out."""
        self._counts[reason] = self._counts.get(reason, 0) + 1
        names = self._names.setdefault(reason, [])
        if len(names) < _NAMED:
            names.append(name)

    def refusals(self) -> Iterator[Refusal]:
        """A refusal for each reason, in the order in which the reasons came up."""
        for reason, names in self._names.items():
            count = self._counts[reason]
            listed = ", ".join(names)
            if count == 1:
                yield Refusal(
                    self._path,
                    worded("{part} {name} was left out: {reason}", part=self._one, name=listed, reason=reason),
                )
            else:
                listed += ", …" if count > len(names) else ""
                yield Refusal(
                    self._path,
                    worded(
                        "{count} {parts} were left out ({names}): {reason}",
                        count=count,
                        parts=self._many,
                        names=listed,
                        reason=reason,
                    ),
                )


def one_line(text: object) -> str | None:
    """A value of metadata: one line without control characters; None where nothing is left."""
    return " ".join(normalise(str(text)).split()) or None if text is not None else None


def plain_line(text: object) -> str | None:
    """The same of a value that may hold tags and entities, as titles of feeds and tables do."""
    line = one_line(text)
    if not line or ("<" not in line and "&" not in line):
        return line
    if _TAG.search(line):
        return " ".join(unit.text for unit in html_units(line)) or None
    return one_line(entities.unescape(line)) if _ENTITY.search(line) else line


def body_units(text: str) -> list[Unit]:
    """The paragraphs of a body that is HTML if it holds tags, else plain text."""
    if _TAG.search(text):
        return html_units(text)
    return text_units(normalise(entities.unescape(text) if _ENTITY.search(text) else text))


def html_units(markup: str) -> list[Unit]:
    """All blocks that a piece of HTML shows, in order. Scripts are never run, nothing is fetched."""
    from lxml import html

    markup = normalise(markup)
    if markup.lstrip().startswith("<?xml"):
        markup = markup.partition("?>")[2]
    tree = page_tree(markup)
    if tree is None:
        return []
    for element in [each for each in tree.iter() if isinstance(each, html.HtmlElement)]:
        _prepare(element)
    try:
        units = page_units(tree)
    except RecursionError:
        units = []
    return units or text_units(normalise("\n".join(_words(markup))))


def _words(markup: str) -> Iterator[str]:
    """The words between tags, of a page whose elements lie too deep within each other for a parser."""
    place, hidden = 0, ""
    for tag in _ANY_TAG.finditer(f"{markup}<end>"):
        if not hidden:
            yield entities.unescape(markup[place : tag.start()]).strip()
        place = tag.end()
        name = tag["name"].lower()
        if not hidden and name in _DROPPED:
            hidden = "" if tag["closing"] else name
        elif hidden == name and tag["closing"]:
            hidden = ""


def _prepare(element: HtmlElement) -> None:
    """Takes out what is not shown, and gives what is the name that `page_blocks` knows it by."""
    if element.tag in _DROPPED or _HIDDEN.search(element.get("style") or ""):
        if element.getparent() is not None:
            element.drop_tree()
        return
    if element.tag == "a":
        element.set("target", (element.get("href") or "").strip())
    if element.tag in _RENAMED:
        # Only then: the parser lets names through that cannot be given.
        element.tag = _RENAMED[element.tag]


def carried_article(path: Path, units: list[Unit], details: Details) -> Document:
    """The document of a body and what its carrier says about it; a title that the body repeats is one.

    Raises UnreadableArticle when there is nothing beside a title.
    """
    title = details.title = one_line(details.title)
    if title and units and same_words(units[0].text, title):
        units[0].kind, units[0].level = "title", 1
    elif title:
        units = [Unit("title", title, level=1), *units]
    units = take_tail(take_header(units, details), details)
    if all(unit.kind == "title" for unit in units):
        raise UnreadableArticle(worded("There is no text but a title; look for the full article."), where=str(path))
    mark_standfirst(units, details)
    return assembled(path, units, details)


def set_date(details: Details, stamp: str) -> None:
    """Takes the date that a carrier states, in its own zone; the clock, where it has one, into `meta`."""
    stamp = stamp.strip()[:_LONGEST_STAMP]
    moment = _moment(stamp)
    if moment is not None:
        details.published = moment.date().isoformat()
        if moment.tzinfo is not None or moment.time().isoformat() != "00:00:00":
            details.further["published_at"] = moment.isoformat()
        return
    named = date_line(stamp, details.language)
    if named is None:
        details.warnings.append(f"The date “{stamp}” could not be read; enter it by hand.")
        return
    details.published = named.date
    if named.ambiguous:
        details.warnings.append(f"Day and month cannot be told apart in the date “{stamp}”; only its year was kept.")


def _moment(stamp: str) -> datetime | None:
    """A date as programs write it: ISO 8601, digits only, or as in mails (RFC 5322)."""
    from email.utils import parsedate_to_datetime

    digits = _DIGITS.fullmatch(stamp)
    try:
        return datetime.fromisoformat("{}-{}-{}T{}:{}:{}".format(*digits.groups()) if digits else stamp)
    except ValueError:
        pass  # not ISO 8601: perhaps as in mails
    if not stamp[:1].isalpha() and not stamp[:2].strip().isdigit():
        return None
    try:
        return parsedate_to_datetime(stamp) if ":" in stamp else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
