"""What a saved web page says about its article: JSON-LD, OpenGraph, meta tags, `<time>`.

Called by the reader of web pages with a parsed page. It only looks: no script is run, no address asked.
The order of trust is JSON-LD of an article, OpenGraph, other meta tags, the page's visible marks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotator.readers.dates import date_of
from annotator.readers.units import Details, folded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:news|blog|report|review|opinion|analysis|background|live).*|.*article")
_DECK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|subtitle|sub-title|subheadline|sub-headline|subhead|dek|deck|"
    r"chapo|sottotitolo|entradilla|vorspann)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTLET_PARTING = re.compile(r"\s+[|–—·-]\s+")
_LONGEST_DECK = 500
_SHORTEST_DECK = 30
_DEPTH = 8


def page_details(tree: HtmlElement) -> Details:
    """Title, byline, date, outlet, address, language and description (in `further`) of a page."""
    article = next(_articles(tree), {})
    meta = _meta_tags(tree)
    details = Details()
    headline = _text(article.get("headline"))
    titles = (headline, meta.get("og:title"), meta.get("twitter:title"), _title_tag(tree))
    details.title = _visible_title(tree, [title for title in titles if title])
    names = _names(article.get("author")) or [
        name for key in ("author", "article:author", "byl", "dc.creator") for name in _author(meta.get(key))
    ]
    details.byline = ", ".join(dict.fromkeys(names)) or None
    stamp = next(filter(None, _stamps(article, meta, tree)), None)
    details.published = date_of(stamp) if stamp else None
    if stamp and details.published and stamp.strip() != details.published:
        details.further["published_at"] = stamp.strip()
    details.updated = date_of(_text(article.get("dateModified")) or meta.get("article:modified_time") or "")
    details.source = next(iter(_names(article.get("publisher"))), None) or meta.get("og:site_name")
    details.title = _without_outlet(details.title, details.source)
    details.url = _address(tree, article, meta)
    language = _text(article.get("inLanguage")) or tree.get("lang") or meta.get("og:locale") or ""
    details.language = language[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", language) else None
    description = _text(article.get("description")) or meta.get("og:description") or meta.get("description")
    if description:
        details.further["description"] = description
    section = article.get("articleSection")
    details.section = _text(section[0] if isinstance(section, list) and section else section)
    return details


def deck(tree: HtmlElement, description: str | None, first_line: str) -> str | None:
    """The standfirst that the page shows between its main heading and the body's first line: an element
    that is named so, or one apart from the paragraphs that says what the description says; else None."""
    wanted, first = folded(description or ""), folded(first_line)
    below_heading = tree.find(".//h1") is None
    for element in tree.iter("h1", "h2", "h3", "h4", "p", "div", "span"):
        if element.tag == "h1":
            below_heading = True
            continue
        named = bool(_DECK_CLASS.search(element.get("class") or ""))
        if not below_heading or (not named and element.tag == "div"):
            continue
        text = " ".join(element.text_content().split())
        if not _SHORTEST_DECK <= len(text) <= _LONGEST_DECK:
            continue
        words = folded(text)
        if (named and not _is_linked(element)) or (words == wanted and not _among_paragraphs(element)):
            return text
        if words == first:
            return None
    return None


def _is_linked(element: HtmlElement) -> bool:
    """Whether an element leads elsewhere: a teaser of another article."""
    inside = next(element.iterancestors("a", "aside", "nav"), None)
    return inside is not None or element.find(".//a") is not None


def _among_paragraphs(element: HtmlElement) -> bool:
    parent = element.getparent()
    if element.tag != "p" or parent is None:
        return False
    return sum(len(sibling.text_content()) > _SHORTEST_DECK for sibling in parent.iterchildren("p")) > 2


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # broken metadata is the page's own matter: the meta tags are left
        yield from _of_article_type(found, _DEPTH)


def _of_article_type(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for entry in value:
            yield from _of_article_type(entry, depth - 1)
    elif depth and isinstance(value, dict):
        kinds = value.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE_TYPE.fullmatch(name.lower()) for name in names):
            yield value
        yield from _of_article_type([value.get("@graph"), value.get("mainEntity")], depth - 1)


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = (tag.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _names(value: Any) -> list[str]:
    """Names in the several shapes that JSON-LD allows: a text, an object with a name, a list of them."""
    if isinstance(value, list):
        return [name for entry in value for name in _names(entry)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return _author(value) if isinstance(value, str) else []


def _author(value: str | None) -> list[str]:
    """A name without `By`; addresses of author pages are no names."""
    if not value or "://" in value:
        return []
    name = re.sub(r"^by\s+", "", " ".join(value.split()), flags=re.IGNORECASE)
    return [name] if name else []


def _stamps(article: dict[str, Any], meta: dict[str, str], tree: HtmlElement) -> Iterator[str | None]:
    yield _text(article.get("datePublished"))
    names = (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "ptime",
    )
    for name in (*names, "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "date"):
        stamp = meta.get(name)
        yield stamp if stamp and date_of(stamp) else None
    for element in tree.iter("time"):
        stamp = element.get("datetime") or ""
        yield stamp if date_of(stamp) else None


def _address(tree: HtmlElement, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    page = article.get("mainEntityOfPage")
    of_page = page.get("@id") if isinstance(page, dict) else page
    candidates = (canonical, meta.get("og:url"), _text(article.get("url")), _text(of_page))
    return next((url for url in candidates if url and url.startswith(("http://", "https://"))), None)


def _title_tag(tree: HtmlElement) -> str | None:
    element = tree.find(".//title")
    return _text(element.text_content()) if element is not None else None


def _visible_title(tree: HtmlElement, titles: list[str]) -> str | None:
    """The heading that the page shows, if the metadata's titles begin or end with the same words or there
    is no other; else the first of the titles (which often carry the outlet's name at their end)."""
    headings = [text for h1 in tree.iter("h1") if (text := " ".join(h1.text_content().split()))]
    for heading in headings:
        words = folded(heading)
        if words and any(folded(title).startswith(words) or words == folded(title) for title in titles):
            return heading
    if titles:
        return titles[0]
    return headings[0] if headings else None


def _without_outlet(title: str | None, source: str | None) -> str | None:
    """A title without the outlet's name that many pages append: `Fees to rise - Daily Ledger`."""
    parted = _OUTLET_PARTING.split(title) if title and source else []
    if len(parted) > 1 and title and source and folded(parted[-1]) == folded(source):
        return title[: title.rindex(parted[-1])].rstrip(" |-–—·:")
    return title
