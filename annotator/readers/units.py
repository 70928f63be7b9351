"""The pieces that an article file is made of, before it is known which are text and which metadata.

The readers cut a file into units, `news_header` and `standfirst` sort them, `assembled` makes the
document. Nothing here reads files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotator.errors import UnreadableArticle
from annotator.readers.language import guess_language
from annotator.records import Block, BlockKind, Document, Link
from annotator.sentences import worded
from annotator.text import normalise

TextLink = tuple[int, int, str]
"""A link as code points into its unit's text, and where it goes."""


LINES_LIMIT = 200_000


@dataclass(slots=True)
class Unit:
    """One block of the file: a line of the text to be, or a line of metadata.

    text: without markup, one line, normalised. gap: blank lines before it. level: of a heading, else 0.
    anchors, linked: how many links the unit has (those without a target too) and how many code points
    they cover. emphasised: all of it.
    """

    kind: BlockKind
    text: str
    links: tuple[TextLink, ...] = ()
    gap: int = 1
    level: int = 0
    anchors: int = 0
    linked: int = 0
    emphasised: bool = False


@dataclass(slots=True)
class Details:
    """What a file says about its article. `left_out`: lines that are neither text nor one of the others,
    kept so that nothing is lost without trace. `standfirst`: one that the file names as such."""

    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    contact: str | None = None
    section: str | None = None
    left_out: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    further: dict[str, Any] = field(default_factory=dict)

    def meta(self) -> dict[str, Any]:
        """What has no field of its own in a document, without the empty ones."""
        every = {
            "updated": self.updated,
            "contact": self.contact,
            "section": self.section,
            "left_out": self.left_out,
            "warnings": self.warnings,
        }
        return {name: value for name, value in every.items() if value} | self.further


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same but for case, blanks and punctuation."""
    return folded(one) == folded(other)


def folded(text: str) -> str:
    """The letters and digits of a text, without case."""
    return "".join(filter(str.isalnum, text.casefold()))


def host_of(url: str | None) -> str | None:
    """The host of a web address without `www.`; None where there is none."""
    if not url or "://" not in url:
        return None
    host = url.split("://", 1)[1].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    host = host.rpartition("@")[2].partition(":")[0].lower()
    return host.removeprefix("www.") or None


def check_lines(text: str) -> None:
    """Raises UnreadableArticle (without a place) when a text has so many lines that each of them as a block
    would fill the memory; a book has some 20,000."""
    if text.count("\n") > LINES_LIMIT:
        raise UnreadableArticle(
            worded("The text has more than {count:,} lines; split it into single articles.", count=LINES_LIMIT)
        )


def shown_name(name: str) -> str:
    """The name of a file as a line of text: systems allow line breaks in it, and bytes that are no characters."""
    return " ".join(normalise(name).split())


def assembled(path: Path, units: list[Unit], details: Details) -> Document:
    """The document: units as lines parted by one newline, a block for each, links as offsets.

    A title that only the metadata names becomes the first line; a file without any title has its stem
    as title, which is not part of the text. Raises UnreadableArticle when there is no text.
    """
    if details.title and not any(unit.kind == "title" for unit in units):
        units = [Unit("title", details.title), *units]
    lines: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    start = 0
    for unit in units:
        end = start + len(unit.text)
        lines.append(unit.text)
        blocks.append(Block(unit.kind, start, end))
        links.extend(Link(start + first, start + last, url) for first, last, url in unit.links)
        start = end + 1
    if not lines:
        raise UnreadableArticle(worded("There is no text in the file; choose a file with an article."), where=str(path))
    text = "\n".join(lines)
    return Document(
        title=details.title or shown_name(path.stem or path.name),
        text=text,
        byline=details.byline,
        published=details.published,
        source=details.source or host_of(details.url),
        url=details.url,
        language=details.language or guess_language(text),
        blocks=tuple(blocks),
        links=tuple(links),
        file=shown_name(path.name),
        meta=details.meta(),
    )
