"""The authors that a saved web page shows beside its article.

Called by the reader of web pages where the page's metadata names no person. It looks at elements that are
marked as a byline (microdata, `rel="author"`, classes), never at comments, teasers or the frame of the page,
and takes only what reads like names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.readers.bylines import marked_names

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORDS = (
    "byline|by-line|authors?|auteurs?|autor(?:es|en|a|i)?|autor[ei]|firma|verfasser|redakteur|reporter|journalists?|"
    "journaliste|writer|author-?name|vcard"
)
_CLASS = re.compile(
    rf"(?:^|\s)(?:[\w-]*[_-]|\w+(?=byline))?(?:{_WORDS})(?:[_-]{{1,2}}(?:names?|list|links?|info|text|inline|top))?(?:$|\s)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"comment|respond|reply|related|promo|teaser|sidebar|widget|recommend|popular|trending|newsletter|footer|navig|"
    r"menu|login|account|caption|credit|disqus|figure",
    re.IGNORECASE,
)
_FRAMES = frozenset({"nav", "footer", "aside", "figure", "figcaption", "form", "select"})
_UNSEEN = frozenset({"script", "style", "title", "meta", "noscript", "template"})
_LONGEST = 160
_LONGEST_NAME = 60
_LONGEST_PREFIX = 12
_MOST = 8
_PARTING_TAGS = frozenset({"br", "div", "p", "li", "h1", "h2", "h3", "h4"})


def shown_byline(tree: HtmlElement) -> str | None:
    """The names that the page marks as its authors, parted by commas; None where it marks none."""
    marked = [element for element in _elements(tree) if _is_microdata(element)]
    first = next((element for element in marked if _names(element)), None)
    if first is not None:
        beside = first.getparent() if first.getparent() is not None else first
        block = beside.getparent() if beside.getparent() is not None else beside
        return _listed(name for element in marked if _is_within(element, block) for name in _names(element))
    for element in _elements(tree):
        if _CLASS.search(element.get("class") or "") and (found := _listed(_names(element))):
            return found
    return None


def is_shown(tree: HtmlElement, name: str) -> bool:
    """Whether a name stands in the page's text somewhere else than in comments, teasers and the frame."""
    holders = (
        each for each in tree.iter("*") if each.tag not in _UNSEEN and name in f"{each.text or ''} {each.tail or ''}"
    )
    return any(not _is_elsewhere(each) for each in holders)


def _elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that could mark a byline, in the order of the page."""
    for element in tree.iter("a", "address", "b", "cite", "div", "em", "li", "p", "section", "span", "strong"):
        marks = element.get("class") or element.get("itemprop") or element.get("rel")
        if marks and not _is_elsewhere(element):
            yield element


def _is_microdata(element: HtmlElement) -> bool:
    marks = f"{element.get('itemprop') or ''} {element.get('rel') or ''} {element.get('property') or ''}".split()
    return "author" in marks or "creator" in marks


def _is_elsewhere(element: HtmlElement) -> bool:
    for above in (element, *element.iterancestors()):
        if above.tag in _FRAMES or _ELSEWHERE.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            return above.tag not in ("body", "html")
    return False


def _is_within(element: HtmlElement, block: HtmlElement) -> bool:
    return any(above is block for above in element.iterancestors())


def _names(element: HtmlElement) -> list[str]:
    """The names in a marked element: of those who are marked or linked in it, else what its text says."""
    within = [each for each in element.iter("*") if each is not element]
    inner = [each for each in within if each.get("itemprop") == "name" or "fn" in (each.get("class") or "").split()]
    inner = inner or [each for each in within if each.tag == "a" and not (each.get("href") or "").startswith("mailto:")]
    inner = inner or [each for each in within if each.tag in ("b", "strong")]
    named = [name for each in inner if (name := _one(each, _LONGEST_NAME))]
    return named or [name for line in _lines(element) if (name := marked_names(line))][:1]


def _lines(element: HtmlElement) -> list[str]:
    """The lines that the element's text stands in; a lone `By` goes on in the next one."""
    pieces: list[str] = [element.text or ""]
    for each in element.iterdescendants():
        pieces.append("\n" if each.tag in _PARTING_TAGS else "")
        pieces += [each.text or "" if isinstance(each.tag, str) else "", each.tail or ""]
    lines = [line for text in "".join(pieces).split("\n") if (line := " ".join(text.split()))]
    if len(lines) > 1 and len(lines[0]) <= _LONGEST_PREFIX:
        lines[:2] = [f"{lines[0]} {lines[1]}"]
    return [line for line in lines if len(line) <= _LONGEST]


def _one(element: HtmlElement, longest: int) -> str | None:
    text = " ".join(element.text_content().split())
    return marked_names(text) if text and len(text) <= longest else None


def _listed(names: Iterator[str] | list[str]) -> str | None:
    return ", ".join(list(dict.fromkeys(names))[:_MOST]) or None
