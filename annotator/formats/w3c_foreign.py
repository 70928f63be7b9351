"""Web Annotations of other programs, described in neutral terms.

Used by `w3c`. Read are single annotations, pages, collections, arrays, one annotation a line, and the rows that
Hypothesis gives; targets, bodies and selectors in all forms that the recommendation allows. Positions are a hint,
the quote decides, since positions count on a page that is not our text. Articles are found by the address of the
page. Nothing is fetched: what lies elsewhere is named in the report.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from annotator.formats import ArticleCalled, FileReport, ReadOptions, Refusal
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignSpan, ForeignText
from annotator.formats.foreign.moments import moment_of
from annotator.formats.json_objects import objects
from annotator.formats.weight import MARK_BYTES, require_light_set
from annotator.sentences import worded

UNKNOWN = "Unknown"
"""The annotator of annotations that name nobody."""

DEEPEST = 20
"""How many selectors, bodies or targets may lie in each other."""

DECODED = 3
"""How much more a file takes in memory once it is read."""

MOST_PLACES = 1000
"""Of a quote that stands more often than that no place is looked for."""

_SELECTING = frozenset({"selector", "exact", "refinedBy", "startSelector"})
_LISTS = frozenset({"List", "Composite", "Independents", "Choice"})
_LABELLING = frozenset({"tagging", "classifying", "identifying"})
_PLAIN_KEYS = (
    "@context id @id type @type motivation creator created modified generator generated body bodyValue target",
    "canonical via stylesheet items rights audience uri text tags user references document links permissions group",
    "updated user_info hidden flagged",
)
_KNOWN = frozenset(word for words in _PLAIN_KEYS for word in words.split())

# Of words only those that stand together: a text fragment may also name but the first and the last ones.
_PLACES = re.compile(r"char=([0-9]{1,9}),([0-9]{1,9})(?:;.*)?")
_WORDS = re.compile(r"[^:]*:~:text=(?:([^,&]+)-,)?([^,&]+)(?:,-([^,&]+))?")

Node = dict[str, Any]


@dataclass(slots=True)
class _Found:
    """What one page is annotated with: creator -> spans; notes on the page as a whole."""

    spans: defaultdict[str, list[ForeignSpan]] = field(default_factory=lambda: defaultdict(list))
    title: str | None = None


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The set in a file. Raises FileError."""
    reading = _Reading(path, report, options.article_called)
    for where, node in objects(path, report):
        reading.take(where, node)
    return ForeignSet(reading.texts())


class _Reading:
    """The annotations of one file."""

    def __init__(self, path: Path, report: FileReport, article_called: ArticleCalled) -> None:
        self._path = path
        self._article_called = cache(article_called)
        self._report = report
        self._pages: defaultdict[str, _Found] = defaultdict(_Found)
        self._replies: defaultdict[str, list[str]] = defaultdict(list)
        self._annotations: list[tuple[str, Node]] = []
        self._ids: set[str] = set()
        self._ignored: Counter[str] = Counter()
        self._bytes = DECODED * path.stat().st_size

    # Which annotations there are --------------------------------------------------------------------

    def take(self, where: str, node: Any, depth: int = 0) -> None:
        """Collect the annotations in a node: it is one, or holds them."""
        if isinstance(node, str):
            self._ignored["annotations that are only named, not fetched"] += 1
            return
        if not isinstance(node, dict) or depth > DEEPEST:
            self._report.refused.append(Refusal(where, worded("This is no annotation.")))
            return
        inner = [each for key in ("items", "rows", "first", "@graph") for each in _listed(node.get(key))]
        types = _words(node, "type")
        if "target" in node or "Annotation" in types or ("uri" in node and "user" in node):
            self._bytes += 2 * MARK_BYTES
            require_light_set(self._bytes, str(self._path))
            self._annotations.append((where, node))
            self._ids.add(_identity(node))
        elif inner or types & {"AnnotationPage", "AnnotationCollection"}:
            for number, each in enumerate(inner, 1):
                self.take(f"{where}, item {number}" if len(inner) > 1 else where, each, depth + 1)
        else:
            self._report.refused.append(Refusal(where, worded("This is no annotation.")))

    def texts(self) -> Iterator[ForeignText]:
        """One text for each page, to be found in the project."""
        for _, node in self._annotations:
            self._take_reply(node)
        for where, node in self._annotations:
            self._take_annotation(where, node)
        for page, found in self._pages.items():
            layers = tuple(ForeignLayer(who, tuple(spans)) for who, spans in found.spans.items())
            yield ForeignText(name=page, raw=None, layers=layers, derived=True, url=page, title=found.title)
        for what, count in self._ignored.items():
            self._report.ignored.append(f"{self._path.name}: {what} ({count})")

    def _take_reply(self, node: Node) -> None:
        """Keep what is said about another annotation of this file."""
        about = _references(node)
        if about:
            creator, _, notes, _ = _said(node)
            self._replies[about].extend(f"{creator}: {note}" for note in notes)

    # One annotation ---------------------------------------------------------------------------------

    def _take_annotation(self, where: str, node: Node) -> None:
        creator, labels, notes, attributes = _said(node)
        identity = _identity(node) or where
        if (about := _references(node)) and about in self._ids:
            return
        targets = list(_targets(node.get("target"), node.get("uri"), self._path.stem))
        if not targets:
            self._report.refused.append(Refusal(where, worded("It has no target.")))
        by_page: defaultdict[str, list[Node]] = defaultdict(list)
        for address, target in targets:
            page, selector = _fragment(address)
            if selector is None and "selector" not in target and target.keys() & _SELECTING:
                selector = target
            by_page[page].append(target if selector is None else {"selector": selector} | target)
        notes = [*notes, *self._replies.get(_identity(node), ())]
        for page, nodes in by_page.items():
            found = self._pages[page]
            found.title = found.title or _title(node)
            for number, target in enumerate(nodes):
                selected = _Selected(partial(self._text_of, page))
                selected.take(target.get("selector"))
                key = f"{identity} {number}"
                self._put(found, creator, key, labels, selected, tuple(notes), attributes, node, where)

    def _text_of(self, page: str) -> str:
        """The project's text of a page; empty where it has none."""
        article = self._article_called(page)
        return "" if article is None else article.text

    def _put(
        self,
        found: _Found,
        creator: str,
        key: str,
        labels: list[str],
        selected: _Selected,
        notes: tuple[str, ...],
        attributes: dict[str, Any],
        node: Node,
        where: str,
    ) -> None:
        """The spans of a target: one for each label."""
        for kind in selected.others:
            self._ignored[f"no place for {kind}"] += 1
        parts = () if selected.position is None else (selected.position,)
        for number, label in enumerate(labels):
            span = ForeignSpan(
                key=f"{key} {number}",
                label=label,
                parts=parts,
                quotes=() if selected.quote is None else (selected.quote,),
                prefix=selected.prefix,
                suffix=selected.suffix,
                attributes=attributes,
                notes=notes if number == 0 else (),
                created=moment_of(_word(node.get("created"))),
                updated=moment_of(_word(node.get("modified") or node.get("updated"))),
                where=where,
            )
            found.spans[creator].append(span)


class _Selected:
    """What the selectors of a target say: of alternatives the quote and the position, of refinements the last."""

    def __init__(self, text: Callable[[], str]) -> None:
        """text: gives that of the article, for ranges from one quote to another; empty where it is not known."""
        self._text = text
        self.position: tuple[int, int] | None = None
        self.quote: str | None = None
        self.prefix = self.suffix = ""
        self.others: list[str] = []

    def take(self, selector: Any, depth: int = 0) -> None:
        """Look at one selector, or several."""
        for each in _listed(selector):
            if not isinstance(each, dict) or depth > DEEPEST:
                continue
            types = _words(each, "type")
            exact = each.get("exact")
            start, end = _offset(each.get("start")), _offset(each.get("end"))
            if isinstance(exact, str) and exact:
                self.quote = exact
                self.prefix, self.suffix = _word(each.get("prefix")) or "", _word(each.get("suffix")) or ""
            elif start is not None and end is not None and "DataPositionSelector" not in types:
                self.position = (start, end)
            elif "startSelector" in each:
                self._range(each)
            elif each.get("refinedBy") is None:
                self.others.extend(sorted(types) or ["a selector without a type"])
            if each.get("refinedBy") is not None:
                self._refine(each["refinedBy"], depth)

    def _refine(self, selector: Any, depth: int) -> None:
        """What a refinement selects of what is selected so far."""
        inner = _Selected(self._text)
        inner.take(selector, depth + 1)
        self.others.extend(inner.others)
        if inner.quote is not None:
            self.position, self.quote, self.prefix, self.suffix = None, inner.quote, inner.prefix, inner.suffix
        elif inner.position is not None:
            # It counts from the beginning of the selection: told by its words or its place, else by nobody here.
            start, end = inner.position
            if self.quote is not None and end <= len(self.quote):
                before, after = self.quote[:start], self.quote[end:]
                self.prefix, self.suffix = self.prefix + before, after + self.suffix
                self.quote = self.quote[start:end]
            elif self.quote is None and self.position is None:
                self.others.append("a position within another selection")
            if self.position is not None:
                self.position = (self.position[0] + start, self.position[0] + end)

    def _range(self, node: Node) -> None:
        ends = [node.get("startSelector"), node.get("endSelector")]
        start, end = (_offset(each.get("start")) if isinstance(each, dict) else None for each in ends)
        if start is not None and end is not None:
            self.position = (start, end)
            return
        text = self._text()
        first, last = (_only_place(text, each) for each in ends)
        if first is not None and last is not None and first < last:
            # The range goes up to the beginning of what the end selects.
            self.position, self.quote = (first, last), text[first:last]
        else:
            self.others.append("RangeSelector")


def _only_place(text: str, selector: Any) -> int | None:
    """Where the quote of a selector begins, if it stands there alone, or with what it says stands around it."""
    exact = _word(selector.get("exact")) if isinstance(selector, dict) else None
    if exact is None:
        return None
    found = [each.start() for each in islice(re.finditer(re.escape(exact), text), MOST_PLACES)]
    if len(found) > 1:
        before, after = _word(selector.get("prefix")) or "", _word(selector.get("suffix")) or ""
        found = [each for each in found if text[:each].endswith(before) and text.startswith(after, each + len(exact))]
    return found[0] if len(found) == 1 else None


def _said(node: Node) -> tuple[str, list[str], list[str], dict[str, Any]]:
    """Who made an annotation, its labels, its notes, and what else it says."""
    motivations = sorted(_words(node, "motivation"))
    labels = [word for word in map(_word, _listed(node.get("tags"))) if word]
    notes = [word for word in (_word(node.get("text")), _word(node.get("bodyValue"))) if word]
    for body in _bodies(node.get("body")):
        value = _word(body.get("value"))
        source = _address(body)
        purposes = _words(body, "purpose") or set(motivations)
        if purposes & _LABELLING:
            if label := value or _word(body.get("label")) or (source or "").rstrip("/").rpartition("/")[2]:
                labels.append(label)
        elif value or source:
            notes.append(value or f"See {source}")
    extra = {key: value for key, value in node.items() if key not in _KNOWN and isinstance(value, str | int | float)}
    return _creator(node), labels or motivations or ["annotation"], notes, extra


def _bodies(body: Any, depth: int = 0) -> Iterator[Node]:
    """All bodies, those within lists and choices too; a bare address is a body of that address."""
    for each in _listed(body):
        if isinstance(each, str):
            yield {"id": each}
        elif isinstance(each, dict) and depth <= DEEPEST:
            if _words(each, "type") & _LISTS and "items" in each:
                yield from _bodies(each["items"], depth + 1)
            else:
                yield each


def _targets(target: Any, address: Any, name: str, depth: int = 0) -> Iterator[tuple[str, Node]]:
    """The page and the node of each target.

    address: of the page, where the row says it beside the targets. name: of the article where nothing says it, as in
    Recogito, whose files hold the annotations of one text.
    """
    for each in _listed(target) or _listed(address):
        if isinstance(each, str):
            yield each, {}
        elif isinstance(each, dict) and depth <= DEEPEST:
            if _words(each, "type") & _LISTS and "items" in each:
                yield from _targets(each["items"], None, name, depth + 1)
            elif page := _address(each):
                yield page, each
            elif each.keys() & _SELECTING:
                yield _word(address) or name, each


def _address(node: Node) -> str | None:
    """The address of a resource: of its source where it is a part of one."""
    source = node.get("source")
    if isinstance(source, dict):
        source = source.get("id") or source.get("@id")
    return _word(source) or _word(node.get("id") or node.get("@id"))


def _fragment(address: str) -> tuple[str, Node | None]:
    """The page of an address, and what its fragment selects: places (RFC 5147), or words (`#:~:text=`)."""
    page, _, fragment = address.partition("#")
    if found := _PLACES.fullmatch(fragment):
        return page, {"start": int(found[1]), "end": int(found[2])}
    if found := _WORDS.fullmatch(fragment):
        prefix, exact, suffix = (unquote(each or "") for each in found.groups())
        return page, {"exact": exact, "prefix": prefix, "suffix": suffix}
    return page, None


def _identity(node: Node) -> str:
    return _word(node.get("id") or node.get("@id")) or ""


def _references(node: Node) -> str:
    """The annotation that this one is about: the last reference of Hypothesis, or a target without a selector."""
    references = _listed(node.get("references"))
    if references:
        return _word(references[-1]) or ""
    target = node.get("target")
    return target if isinstance(target, str) else ""


def _creator(node: Node) -> str:
    for each in (*_listed(node.get("creator")), node.get("user")):
        if isinstance(each, dict):
            each = each.get("name") or each.get("nickname") or each.get("id")
        name = _word(each)
        if name:
            return name.removeprefix("acct:").partition("@")[0] if name.startswith("acct:") else name
    return UNKNOWN


def _title(node: Node) -> str | None:
    document = node.get("document")
    titles = _listed(document.get("title")) if isinstance(document, dict) else []
    return _word(titles[0]) if titles else None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _words(node: Node, key: str) -> set[str]:
    """The values of a key that may hold one word or several, without their prefixes (`oa:Annotation`)."""
    found = _listed(node.get(key)) + (_listed(node.get(f"@{key}")) if key == "type" else [])
    return {each.rpartition(":")[2].rpartition("#")[2] for each in found if isinstance(each, str)}


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _offset(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31 else None
