"""Articles in saved feeds: RSS and Atom.

Registers itself; called through `read_parts`. One article for each entry that has text: its content, else
its summary, which is marked as a teaser. feedparser is given bytes only, so that it asks the network for
nothing, and what it says about broken feeds becomes a warning.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.bodies import LeftOut, body_units, carried_article, html_units, plain_line, set_date
from annotator.readers.folders import Refusal
from annotator.readers.units import Details, Unit, host_of
from annotator.records import Document
from annotator.sentences import in_quotes, worded

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
FEED_LIMIT_BYTES = 20 * 1024 * 1024
ENTRY_LIMIT = 20_000
LOOSE_LIMIT_BYTES = 1024 * 1024
"""Up to this size broken XML is read too, by a parser that takes more than its share of time on more."""

_ENTRY_MARKS = (b"<item", b"<entry")
_TEXT_SUFFIXES = (".txt", ".html", "")
_ROOTS = frozenset({b"rss", b"feed", b"rdf:rdf"})
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)")
# feedparser takes it for trouble that bytes come without a header of HTTP; the feed is sound all the same.
_HARMLESS = frozenset({"NonXMLContentType", "CharacterEncodingOverride"})


def recognise(path: Path, head: bytes) -> float:
    """By the first element, whatever the suffix says of XML."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES and suffix not in _TEXT_SUFFIXES:
        return 0.0
    # Without NUL bytes, UTF-16 shows its ASCII letters.
    root = _ELEMENT.search(_COMMENT.sub(b"", head.replace(b"\x00", b"")))
    if root and root[1].lower() in _ROOTS:
        return 0.96
    return 0.3 if suffix in (".rss", ".atom") else 0.0


def read(path: Path, data: bytes) -> Iterator[Document | Refusal]:
    """The articles of the feed. Raises UnreadableArticle when it is none, or has no entries."""
    if sum(data.count(mark) for mark in _ENTRY_MARKS) > ENTRY_LIMIT:
        raise UnreadableArticle(
            worded("The feed has more than {entry_limit:,} entries; split it.", entry_limit=ENTRY_LIMIT),
            where=str(path),
        )
    if len(data) > LOOSE_LIMIT_BYTES and not _is_well_formed(data):
        raise UnreadableArticle(
            worded("The feed is broken XML and too large to be mended; save it anew."), where=str(path)
        )
    import feedparser

    found = feedparser.parse(io.BytesIO(data))
    trouble = found.get("bozo_exception")
    broken = trouble is not None and type(trouble).__name__ not in _HARMLESS
    if not found.entries:
        raise UnreadableArticle(
            worded("The feed is broken XML, and no entry could be read; save it anew from its address.")
            if broken
            else worded("The feed has no entries; save it anew, or add the articles’ pages."),
            where=str(path),
        )
    warnings = ["The feed is not well-formed; check that its entries are complete."] if broken else []
    left_out = LeftOut(path, worded("Entry"), worded("entries"))
    for number, entry in enumerate(found.entries, 1):
        details = _details(entry, found.feed)
        details.warnings.extend(warnings)
        try:
            yield carried_article(path, _units(entry, details), details)
        except UnreadableArticle as error:
            left_out.add(f"{number} {in_quotes(details.title)}" if details.title else str(number), error.reason)
    yield from left_out.refusals()


def _is_well_formed(data: bytes) -> bool:
    from xml.parsers import expat

    try:
        # Without handlers nothing is loaded, and expat itself stops entities that multiply.
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError:
        return False
    return True


def _details(entry: Any, feed: Any) -> Details:
    details = Details(title=plain_line(entry.get("title")))
    language = _language(entry) or str(feed.get("language") or "")
    details.language = language[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", language) else None
    # `published_parsed` is in UTC and may be another day than that of the outlet.
    if stamp := str(entry.get("published") or ""):
        set_date(details, stamp)
    link = str(entry.get("link") or "")
    details.url = link if link.startswith(("http://", "https://")) else None
    names = [plain_line(each.get("name")) for each in entry.get("authors") or () if hasattr(each, "get")]
    details.byline = ", ".join(filter(None, names)) or plain_line(entry.get("author"))
    # An entry that was taken over from elsewhere names its outlet itself.
    details.source = plain_line((entry.get("source") or {}).get("title")) or plain_line(feed.get("title"))
    details.source = details.source or host_of(details.url)
    if identity := plain_line(entry.get("id")):
        details.further["external_id"] = identity
    tags = [plain_line(tag.get("term")) for tag in entry.get("tags") or ()]
    details.section = ", ".join(filter(None, tags[:3])) or None
    return details


def _language(entry: Any) -> str:
    return next((str(each["language"]) for each in entry.get("content") or () if each.get("language")), "")


def _units(entry: Any, details: Details) -> list[Unit]:
    """The longest of the entry's contents; without one the summary, marked as a teaser."""
    contents = [each for each in entry.get("content") or () if (each.get("value") or "").strip()]
    summary = entry.get("summary_detail") or {"value": entry.get("summary") or ""}
    if not contents:
        details.further["teaser"] = True
        return _of_value(summary)
    if (summary.get("value") or "").strip() and summary.get("value") not in {each["value"] for each in contents}:
        details.further["description"] = plain_line(summary["value"])
    return _of_value(max(contents, key=lambda each: len(each["value"])))


def _of_value(value: Any) -> list[Unit]:
    text = str(value.get("value") or "")
    return html_units(text) if str(value.get("type") or "").endswith("html") else body_units(text)


register(Reader("feed", worded("Feed (RSS, Atom)"), SUFFIXES, recognise, read, FEED_LIMIT_BYTES))
