"""What a saved web page says about its article: JSON-LD, OpenGraph, meta tags, `<time>`.

Called by the reader of web pages with a parsed page. It only looks: no script is run, no address asked.
The order of trust is JSON-LD of an article, OpenGraph, other meta tags, the page's visible marks.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotator.readers.bylines import marked_names
from annotator.readers.dates import date_of
from annotator.readers.page_byline import shown_byline
from annotator.readers.units import Details, folded, host_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPE = re.compile(r"(?:news|blog|report|review|opinion|analysis|background|live).*|.*article")
_DECK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|subtitle|sub-title|subheadline|sub-headline|subhead|dek|deck|lead|lede|"
    r"ingress|chapo|chapeau|sottotitolo|catenaccio|entradilla|bajada|copete|perex|vorspann|anleser)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TITLES = ("og:title", "twitter:title")
_OUTLET_PARTING = re.compile(r"\s+(?:[|–—·•«»-]|::?|--)\s+|\s*[｜：]\s*")
_WORD = re.compile(r"[^\W_]+")
_DATED_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?:[A-Za-z_-]+/)?(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])(?:/|$)"
)
_CHANGED = re.compile(r"updat|modif|chang|edited", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:)\s*(https?://[^\s<>]+)", re.IGNORECASE
)
_TOP = 4096
_HOST = re.compile(r"(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})", re.IGNORECASE)
_ALIKE = 0.6
_FEW = 4
_LONGEST_DECK = 500
_SHORTEST_DECK = 30
_DEPTH = 8


def page_details(tree: HtmlElement) -> Details:
    """Title, byline, date, outlet, address, language and description (in `further`) of a page."""
    article = next(_articles(tree), {})
    meta = _meta_tags(tree)
    details = Details()
    details.url = _address(tree, article, meta)
    details.source = _outlet(article, meta)
    outlets = [details.source, meta.get("og:site_name"), host_of(details.url)]
    titles = (_text(article.get("headline")), *map(_text, map(meta.get, _TITLES)), _title_tag(tree))
    details.title = _without_outlet(_visible_title(tree, [each for each in titles if each], outlets), outlets)
    details.byline = _byline(tree, article, meta, details)
    stamp = next(filter(None, _stamps(article, meta, tree)), None)
    details.published = date_of(stamp) if stamp else None
    if stamp and details.published and stamp.strip() != details.published:
        details.further["published_at"] = stamp.strip()
    details.updated = date_of(_text(article.get("dateModified")) or meta.get("article:modified_time") or "")
    language = _text(article.get("inLanguage")) or tree.get("lang") or meta.get("og:locale") or ""
    details.language = language[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", language) else None
    description = _text(article.get("description")) or meta.get("og:description") or meta.get("description")
    if description:
        details.further["description"] = description
    section = article.get("articleSection")
    details.section = _text(section[0] if isinstance(section, list) and section else section)
    return details


def _outlet(article: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The outlet: the publisher that the article names, or how the site calls itself where that is another
    name, as of the company or the platform behind it; without a motto that is appended."""
    publisher = next(iter(_names(article.get("publisher"))), None)
    site = _OUTLET_PARTING.split(meta.get("og:site_name") or "")[0].strip()
    site = site.removeprefix("www.") if _HOST.fullmatch(site) else site
    if not publisher or not site:
        return publisher or site or None
    return publisher if folded(publisher) in folded(site) or folded(site) in folded(publisher) else site


def _byline(tree: HtmlElement, article: dict[str, Any], meta: dict[str, str], details: Details) -> str | None:
    """The authors: as the article's data names them, else the page's tags, unless these only name the outlet
    and the page shows a byline."""
    names = _names(article.get("author")) or [
        name for key in ("author", "article:author", "byl", "dc.creator") for name in _author(meta.get(key))
    ]
    named = ", ".join(dict.fromkeys(names)) or None
    outlets = {folded(name) for name in (details.source, meta.get("og:site_name"), host_of(details.url)) if name}
    words = folded(named or "")
    if named and not _HOST.fullmatch(named) and not any(outlet and outlet in words for outlet in outlets):
        return named
    # "example.org" is no author, whoever wrote it into the tag.
    return shown_byline(tree) or (None if named and _HOST.fullmatch(named) else named)


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
        if not below_heading or (not named and element.tag == "div" and len(element)):
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
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


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
    name = " ".join(html.unescape(value).split())
    return [marked_names(name) or name] if name else []


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
    yield from _shown_stamps(tree)
    match = _DATED_ADDRESS.search(_address(tree, article, meta) or "")
    yield f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" if match else None


def _shown_stamps(tree: HtmlElement) -> Iterator[str | None]:
    """The times that the page marks: first those of publication, never those of changes."""
    marked = [(element, element.get("itemprop") or "") for element in tree.iter("time", "span", "meta", "abbr", "p")]
    for element, name in marked:
        stamp = element.get("datetime") or element.get("content") or element.get("title") or element.text_content()
        yield stamp if name.lower() in ("datepublished", "datecreated") and date_of(stamp) else None
    for element, name in marked:
        stamp = element.get("datetime") or ""
        is_change = "modif" in name.lower() or _CHANGED.search(element.get("class") or "")
        yield stamp if element.tag == "time" and not is_change and date_of(stamp) else None


def saved_from(page: str) -> str | None:
    """The address that a browser or its extension wrote into a comment at the top of a page when saving it."""
    match = _SAVED_FROM.search(page[:_TOP])
    return match[1] if match else None


def _address(tree: HtmlElement, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    page = article.get("mainEntityOfPage")
    of_page = page.get("@id") if isinstance(page, dict) else page
    candidates = (canonical, meta.get("og:url"), _text(article.get("url")), _text(of_page))
    return next((url for url in candidates if url and url.startswith(("http://", "https://"))), None)


def _title_tag(tree: HtmlElement) -> str | None:
    element = tree.find(".//title")
    return _text(element.text_content()) if element is not None else None


def _visible_title(tree: HtmlElement, titles: list[str], outlets: list[str | None]) -> str | None:
    """The heading that the page shows, if one of the metadata's titles begins with the same words or shares
    most of them, or there is no other; else the first of the titles."""
    names = {folded(outlet) for outlet in outlets if outlet}
    headings = [text for h1 in tree.iter("h1") for text in _shown(h1) if folded(text) not in names]
    for heading in headings:
        if any(folded(title).startswith(folded(heading)) for title in titles):
            return heading
    for heading in headings:
        if any(_share(heading, title) >= _ALIKE for title in titles):
            return heading
    if titles:
        return titles[0]
    return headings[0] if headings else None


def _shown(heading: HtmlElement) -> Iterator[str]:
    """What a heading says, and what of it leads nowhere: some sites put a link to themselves into it."""
    own = "".join(heading.xpath(".//text()[not(ancestor::a)]")) if heading.find(".//a") is not None else ""
    for text in (" ".join(heading.text_content().split()), " ".join(own.split())):
        if folded(text):
            yield text


def _share(heading: str, title: str) -> float:
    """How many of a heading's words a title has too: 0 for headings of a word or two."""
    words = set(_WORD.findall(heading.casefold()))
    return len(words & set(_WORD.findall(title.casefold()))) / len(words) if len(words) >= _FEW else 0.0


def _without_outlet(title: str | None, outlets: list[str | None]) -> str | None:
    """A title without the outlet's name that many pages put behind or before it: `Fees to rise - Daily Ledger`."""
    names = [name for outlet in outlets if (name := folded(outlet or ""))]
    places = list(_OUTLET_PARTING.finditer(title)) if title and names else []
    if not title or not places:
        return title
    first, last = places[0], places[-1]
    if any(_names_outlet(title[last.end() :], name) for name in names):
        return title[: last.start()].strip()
    if any(folded(title[: first.start()]) == name for name in names):
        return title[first.end() :].strip()
    return title


def _names_outlet(text: str, name: str) -> bool:
    """Whether a part of a title is the outlet's name, or how it is called for short."""
    words = folded(text)
    return words == name or (len(words) >= _FEW and name.startswith(words))
