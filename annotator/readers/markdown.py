"""Articles in Markdown, with the header and tail that news archives write around them.

A file is cut into blocks by markdown-it-py; runs of text are parsed only where they hold a character of
markup, which most paragraphs of news do not. Registers itself; called through `read_file`. Emphasis marks
are removed, pictures dropped, links become offsets, fenced code is kept line by line.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import UnreadableArticle
from annotator.readers import Reader, register
from annotator.readers.dates import date_of
from annotator.readers.encoding import decode
from annotator.readers.front_matter import apply_front_matter, split_front_matter
from annotator.readers.news_header import stands_alone, take_header
from annotator.readers.news_tail import take_tail
from annotator.readers.standfirst import mark_standfirst
from annotator.readers.units import Details, TextLink, Unit, assembled, check_lines, same_words
from annotator.readers.wrapping import joined
from annotator.records import BlockKind, Document
from annotator.text import normalise

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
# How weblogs name their posts: `2025-11-24-boats-to-stay.md`.
_DATED_NAME = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)[-_ ]")
_TEXT_SUFFIXES = (".txt", ".text", "")
# Signs of Markdown in a text file. A line break in front lets the search leap from line to line.
_SIGNS = re.compile(rb"\n(?:\#{1,6}[ \t]+\S|(?:={3,}|-{3,})[ \t]*\r?\n|<https?://[^>\s]+>|\*\*\S)")
_LINK_SIGN = re.compile(rb"\]\((?:https?:|mailto:|#|/)[^)\s]*\)")
_MARKUP = re.compile(r"[\\`*_\[<&]")
# A line that begins a list, quotation, fence, rule or underline: then the text needs the parser of blocks.
_STRUCTURE = re.compile(
    r"\n[ \t]*(?:[-+*][ \t\n]|>|[-*_=](?:[ \t]*[-*_=])*[ \t]*\n|```|~~~|\||[^\n]*\|[ \t]*:?-|\d{1,9}[.)][ \t\n])"
)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_ADDRESS = re.compile(r"<(https?://[!-;=?-~]+)>")
_REFERENCE = re.compile(
    r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*<?((?:https?|mailto|ftp):[^\s>]+|/[^\s>]*|\#[^\s>]*)>?"
    r"(?:[ \t]+[\"'(][^\n]*[\"')])?[ \t]*$\n?",
    re.MULTILINE,
)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(?=\S)", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_LABEL = re.compile(r"\[([^\[\]\n]{1,500})\]")
_LINE_BREAK_TAG = re.compile(r"<br\b|</?p\b|</?div\b|</?td\b|</?li\b", re.IGNORECASE)
_LONGEST_HEADING = 200
# What lies deeper than a parser goes is lost; within a line, going deep takes the square of the time.
_DEEPEST = 200
_DEEPEST_IN_LINE = 20
# A token takes a hundred times the memory of the sign of markup that it stands for.
_LONGEST_RUN = 100_000
_BLANK = re.compile(r"[ \t]*")


def recognise(path: Path, head: bytes) -> float:
    """By suffix; a text file also by its content: headings, links, or a block of front matter."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return 0.9
    if suffix not in _TEXT_SUFFIXES:
        return 0.0
    return 0.8 if _SIGNS.search(b"\n" + head) or _LINK_SIGN.search(head) else 0.0


def read(path: Path, data: bytes) -> list[Document]:
    """The one article of the file. Raises UnreadableArticle when it is binary or without text."""
    try:
        decoded = decode(data)
        check_lines(decoded.text)
    except UnreadableArticle as error:
        raise UnreadableArticle(error.reason, where=str(path)) from error
    details = Details(warnings=list(decoded.warnings), further={"encoding": decoded.encoding})
    values, body = split_front_matter(normalise(decoded.text))
    apply_front_matter(values, details)
    dated = _DATED_NAME.match(path.name)
    units = take_tail(take_header(markdown_units(body), details), details)
    _put_in_front(units, details)
    mark_standfirst(units, details)
    if dated and not details.published:
        details.published = date_of(dated[1])
    return [assembled(path, units, details)]


def markdown_units(text: str) -> list[Unit]:
    """The blocks of a normalised Markdown text, in order, without those that hold no text."""
    references: dict[str, Any] = {}
    if "<!--" in text:
        text = _without_comments(text)
    if "[^" in text:
        text = _without_footnote_marks(text)
    if "]:" in text:
        text = _without_references(text, references)
    walk = _Walk(references)
    if _STRUCTURE.search(f"\n{text}\n"):
        for token in _parser(_DEEPEST).parse(text, {"references": references}):
            walk.take(token)
    else:
        walk.take_plain(text)
    return walk.units


def _put_in_front(units: list[Unit], details: Details) -> None:
    """A title or standfirst that only the front matter names becomes text; one that the first heading
    says again is that heading."""
    if details.title and not any(unit.kind == "title" for unit in units):
        if units and same_words(units[0].text, details.title):
            units[0].kind = "title"
        else:
            units.insert(0, Unit("title", details.title))
    if not details.standfirst:
        return
    after = 1 if units and units[0].kind == "title" else 0
    same = [unit for unit in units[after : after + 1] if same_words(unit.text, details.standfirst)]
    if same:
        same[0].kind = "standfirst"
    elif not any(unit.kind == "standfirst" for unit in units):
        units.insert(after, Unit("standfirst", details.standfirst))


@cache
def _parser(deepest: int = _DEEPEST_IN_LINE) -> MarkdownIt:
    from markdown_it import MarkdownIt  # 40 ms, not at the start of the program

    # Indented text is a paragraph with an old-fashioned first line, and tags are taken out of running text.
    parser = MarkdownIt("commonmark", {"maxNesting": deepest}).disable(["code", "html_block", "reference"])
    parser.enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _without_comments(text: str) -> str:
    """The text without what stands between the marks of comments; a mark without its end is text."""
    pieces: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces.append(text[place:start])
        place = end + len("-->")
    return "".join(pieces) + text[place:]


def _without_footnote_marks(text: str) -> str:
    """Notes stay as paragraphs of their own; the marks that lead to them, which are markup, go."""
    noted = set(_NOTE.findall(text))
    text = _NOTE.sub("", text)
    return _NOTE_MARK.sub(lambda mark: "" if mark[1] in noted else mark[0], text)


def _without_references(text: str, references: dict[str, Any]) -> str:
    """Takes out the lines that only define where `[words][label]` leads, if the label is used at all."""
    from markdown_it.common.utils import normalizeReference

    uses = Counter(label.casefold() for label in _LABEL.findall(text))

    def taken(match: re.Match[str]) -> str:
        label = normalizeReference(match[1])
        if uses[match[1].casefold()] < 2:
            return match[0]
        references.setdefault(label, {"href": match[2], "title": ""})
        return ""

    return _REFERENCE.sub(taken, text)


class _Walk:
    """Turns the parser's tokens into units, knowing which list or quotation it is in."""

    def __init__(self, references: dict[str, Any]) -> None:
        self.units: list[Unit] = []
        self._references = references
        self._lists = 0
        self._quotes = 0
        self._number = ""
        self._cells: list[str] | None = None
        self._heading = 0
        self._line = 0
        self._gap = 1

    def take(self, token: Token) -> None:
        """One token of the parser, in order."""
        kind = token.type
        if kind == "inline" and self._cells is not None:
            self._cells.append(token.content)
        elif kind == "inline":
            self._content(token.content, self._heading)
        elif kind == "paragraph_open":
            self._heading = 0
            self._place(token)
        elif kind == "heading_open":
            self._heading = int(token.tag[1])
            if token.markup == "-" and token.map and token.map[1] - token.map[0] > 2:
                self._heading = 0
            self._place(token)
        elif kind in ("bullet_list_open", "ordered_list_open"):
            self._lists += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists -= 1
        elif kind == "list_item_open":
            self._number = f"{token.info}{token.markup} " if token.info else ""
        elif kind in ("blockquote_open", "blockquote_close"):
            self._quotes += 1 if kind == "blockquote_open" else -1
        elif kind == "fence":
            self._fence(token)
        elif kind == "tr_open":
            self._cells = []
            self._heading = 0
            self._place(token)
        elif kind == "tr_close" and self._cells is not None:
            row, self._cells = " ".join(filter(None, self._cells)), None
            self._content(row, 0)

    def take_plain(self, text: str) -> None:
        """A whole text of headings and paragraphs only; gives what the parser's tokens would give."""
        chunk: list[str] = []
        for number, line in enumerate((*text.split("\n"), "")):
            heading = _HEADING.fullmatch(line)
            if heading is None and not _BLANK.fullmatch(line):
                chunk.append(line)
                continue
            if chunk:
                self._between(number - len(chunk), number)
                self._content("\n".join(chunk).strip(), 0)
                chunk = []
            if heading:
                self._between(number, number + 1)
                self._content((heading[2] or "").strip(), len(heading[1]))

    def _place(self, token: Token) -> None:
        if token.map:
            self._between(token.map[0], token.map[1])

    def _between(self, first: int, after: int) -> None:
        self._gap = max(0, first - self._line)
        self._line = after

    def _fence(self, token: Token) -> None:
        self._place(token)
        for line in token.content.split("\n"):
            if line.strip():
                self.units.append(Unit("paragraph", line.rstrip(), gap=self._gap))
                self._gap = 0

    def _content(self, content: str, level: int) -> None:
        kind: BlockKind = "item" if self._lists else "quote" if self._quotes else "paragraph"
        if level > 1 and len(content) > _LONGEST_HEADING:
            level = 0  # a paragraph with a rule right below it, which Markdown takes for an underline
        if level:
            paragraphs = [" ".join(content.split("\n"))]
            kind = "heading"
        elif "\n" in content:
            # A backslash at the end of a line is a line break, whether the lines are joined or parted.
            lines = [line.removesuffix("\\") for line in content.split("\n")]
            # Within quotations and lists a new line is never a new paragraph.
            paragraphs = joined(lines, stands_alone) if kind == "paragraph" else [" ".join(lines)]
        else:
            paragraphs = [content]
        for paragraph in paragraphs:
            unit = self._unit(kind, paragraph, level)
            if unit:
                self.units.append(unit)
                self._gap = 0
            self._number = ""

    def _unit(self, kind: BlockKind, source: str, level: int) -> Unit | None:
        if len(source) > _LONGEST_RUN or not _MARKUP.search(source):
            text = f"{self._number}{source}".strip()
            return Unit(kind, text, gap=self._gap, level=level) if text else None
        address = _ADDRESS.fullmatch(source)
        if address and not self._number:  # as most files end: not worth the parser's time
            url, length = address[1], len(address[1])
            return Unit(kind, url, ((0, length, url),), self._gap, level, 1, length)
        run = _Run(self._number)
        tokens: list[Token] = []
        _parser().inline.parse(source, _parser(), {"references": self._references}, tokens)
        for token in tokens:
            run.take(token)
        return run.unit(kind, self._gap, level, _is_emphasised(tokens))


class _Run:
    """A run of text that is put together from the parser's inline tokens."""

    def __init__(self, prefix: str) -> None:
        self._pieces = [prefix] if prefix else []
        self._length = len(prefix)
        self._open: tuple[int, str] | None = None
        self._links: list[TextLink] = []

    def take(self, token: Token) -> None:
        """One inline token: text is kept, tags and pictures are not."""
        kind = token.type
        if kind in ("text", "code_inline"):
            self._add(token.content)
        elif kind == "text_special":  # an escaped character or an entity, which may stand for any character
            self._add(normalise(token.content).replace("\n", " "))
        elif kind in ("softbreak", "hardbreak") or (kind == "html_inline" and _LINE_BREAK_TAG.match(token.content)):
            self._add(" ")
        elif kind == "link_open":
            self._open = (self._length, str(token.attrs.get("href", "")))
        elif kind == "link_close" and self._open:
            start, url = self._open
            if self._length > start:
                self._links.append((start, self._length, url))
            self._open = None

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def unit(self, kind: BlockKind, gap: int, level: int, emphasised: bool) -> Unit | None:
        """The unit, without blanks at its ends; None when nothing is left."""
        raw = "".join(self._pieces)
        text = raw.strip()
        if not text:
            return None
        cut = len(raw) - len(raw.lstrip())
        links = [(max(0, start - cut), min(len(text), end - cut), url) for start, end, url in self._links]
        return Unit(
            kind,
            text,
            links=tuple(link for link in links if link[0] < link[1] and link[2] and link[2][0] != "#"),
            gap=gap,
            level=level,
            anchors=len(links),
            linked=sum(end - start for start, end, _ in links),
            emphasised=emphasised,
        )


def _is_emphasised(tokens: list[Token]) -> bool:
    """Whether one pair of emphasis marks spans the whole run."""
    inner = [token for token in tokens if token.content or token.nesting]
    if len(inner) < 2 or inner[0].type not in ("em_open", "strong_open"):
        return False
    depth = 0
    for place, token in enumerate(inner):
        depth += token.nesting
        if depth == 0 and place < len(inner) - 1:
            return False
    return True


register(Reader("markdown", "Markdown", SUFFIXES, recognise, read))
