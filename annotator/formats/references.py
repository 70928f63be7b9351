"""What the records of one annotation set say about each other: ids, references, circles, quotes.

Called by the native reader, line by line and then once at the end, since lines may refer to later lines.
A line that is refused takes along all that cannot stand without it. It holds ids and article texts, never
the marks, so that a set of any length fits; it changes nothing and asks the project only what the set
leaves open.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, chain

from annotator.formats import ArticleText, Known
from annotator.formats.soundness import identity, unsound, unsound_parts
from annotator.records import (
    ArticleRecord,
    AssignmentRecord,
    ClaimRecord,
    CommentRecord,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    ProgressRecord,
    Record,
    ReviewRecord,
    SpeakerRecord,
    TopicRecord,
    kind_of,
)
from annotator.sentences import worded

Reference = tuple[str, str]

# Articles whose text is at hand at once: marks come article by article.
_TEXTS_AT_HAND = 16


class References:
    """Collects lines, and finds those that cannot be taken.

    Every id that is met, in a line of its own or in a reference, is a node, numbered from 0; what is known
    of it lies in arrays under that number. So 200,000 marks cost some 40 MB.
    """

    def __init__(self, known: Known, article_text: ArticleText) -> None:
        """known, article_text: what the project already has."""
        self._known = known
        self._article_text = article_text
        self._refused: dict[int, str] = {}
        self._nodes: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._spaces: list[str] = []  # of a node
        self._names: list[str] = []  # of a node
        self._lines = array("q")  # of a node: its line, or 0 while it is only referred to
        self._sources, self._targets = array("q"), array("q")  # needs: no source without its target
        self._about = array("q")  # pairs of source and target, which may also be absent altogether
        self._mention_uses = array("q")  # pairs: node of a claim, node of a mention it points to
        self._mention_articles: dict[int, int] = {}  # node of a mention -> node of its article
        self._claim_articles: dict[int, int] = {}  # the same, of claims that point to mentions
        self._circles: dict[str, dict[int, int]] = {}  # which pointer -> from node to node
        self._texts: dict[tuple[str, int], bytes] = {}
        self._waiting: list[tuple[int, str, int, tuple[Part, ...], tuple[Part, ...]]] = []
        self._text = lru_cache(_TEXTS_AT_HAND)(self._decoded)

    def refuse(self, line: int, reason: str) -> None:
        """Leave out this line; the first reason stays."""
        self._refused.setdefault(line, reason)

    def add(self, line: int, record: Record) -> None:
        """Check one line, as far as the lines before it allow."""
        own = identity(record)
        if own is None:
            return
        space, name = own
        node = self._node(space, name)
        if self._lines[node]:
            self.refuse(
                line,
                worded(
                    "the {space} {name} is already in line {line}; ids must differ.",
                    space=space,
                    name=name,
                    line=self._lines[node],
                ),
            )
            return
        self._lines[node] = line
        if reason := unsound(record):
            self.refuse(line, worded("the {kind} {name}: {reason}", kind=kind_of(record), name=name, reason=reason))
        self._note_references(node, record)
        match record:
            case ArticleRecord() if line not in self._refused:
                self._keep_texts(record)
            case ClaimRecord():
                self._check_parts(line, record, record.cue)
            case MentionRecord():
                self._mention_articles[node] = self._node("article", record.article)
                self._check_parts(line, record, ())
            case PassageRecord():
                self._check_parts(line, record, ())

    def finish(self) -> dict[int, str]:
        """Line -> why it is refused, after the last line."""
        for line, article, revision, parts, cue in self._waiting:
            if self._lines[self._node("article", article)] not in self._refused:
                self._compare(line, article, revision, parts, cue)
        self._refuse_circles()
        self._refuse_wrong_mentions()
        self._refuse_dependants()
        return self._refused

    # Ids and references ------------------------------------------------------------------------------

    def _node(self, space: str, name: str) -> int:
        node = self._nodes[space].get(name)
        if node is None:
            node = self._nodes[space][name] = len(self._names)
            self._spaces.append(space)
            self._names.append(name)
            self._lines.append(0)
        return node

    def _note_references(self, node: int, record: Record) -> None:
        targets = [self._node(space, name) for space, name in needs(record)]
        self._targets.extend(targets)
        self._sources.extend([node] * len(targets))
        match record:
            case ClaimRecord():
                for each in record.speakers:
                    if each.mention is not None:
                        self._claim_articles[node] = targets[0]
                        self._mention_uses.extend((node, self._node("mark", each.mention)))
            case TopicRecord() | SpeakerRecord():
                space = kind_of(record)
                if record.merged_into is not None:
                    self._point(f"{space} is merged into", node, self._node(space, record.merged_into))
                if isinstance(record, TopicRecord) and record.parent is not None:
                    self._point("topic is under", node, self._node(space, record.parent))
            case ReviewRecord() | CommentRecord():
                # A verdict and a comment outlive what they are about, but not its being refused.
                self._about.extend((node, self._node("mark", record.target)))
                if isinstance(record, CommentRecord) and record.reply_to is not None:
                    target = self._node("comment", record.reply_to)
                    self._about.extend((node, target))
                    self._point("comment replies to", node, target)

    def _point(self, pointer: str, source: int, target: int) -> None:
        self._circles.setdefault(pointer, {})[source] = target

    # Texts and parts ---------------------------------------------------------------------------------

    def _keep_texts(self, article: ArticleRecord) -> None:
        # As UTF-8, since one curly quote makes a string twice as large.
        self._texts[article.id, article.revision] = article.text.encode()
        for each in article.earlier:
            self._texts[article.id, each.revision] = each.text.encode()

    def _decoded(self, article: str, revision: int) -> str | None:
        kept = self._texts.get((article, revision))
        return self._article_text(article, revision) if kept is None else kept.decode()

    def _check_parts(self, line: int, mark: MarkRecord, cue: tuple[Part, ...]) -> None:
        if (mark.article, mark.revision) in self._texts:
            self._compare(line, mark.article, mark.revision, mark.parts, cue)
        else:
            self._waiting.append((line, mark.article, mark.revision, mark.parts, cue))

    def _compare(self, line: int, article: str, revision: int, parts: tuple[Part, ...], cue: tuple[Part, ...]) -> None:
        text = self._text(article, revision)
        if text is None:
            self.refuse(
                line,
                worded(
                    "revision {revision} of article {article} is in neither the set nor the project.",
                    revision=revision,
                    article=article,
                ),
            )
            return
        reason = unsound_parts(parts, text) or (unsound_parts(cue, text) if cue else None)
        if reason:
            self.refuse(line, reason)

    # After the last line -----------------------------------------------------------------------------

    def _refuse_circles(self) -> None:
        for pointer, pointers in self._circles.items():
            for node in _in_circles(pointers):
                what = worded("the {what} {name}", what=self._spaces[node], name=self._names[node])
                reason = worded(
                    "{what} comes back to itself when one follows what a {pointer}.", what=what, pointer=pointer
                )
                self.refuse(self._lines[node], reason)

    def _refuse_wrong_mentions(self) -> None:
        uses = iter(self._mention_uses)
        for claim, mention in zip(uses, uses, strict=True):
            if not self._lines[mention]:
                continue
            name = self._names[mention]
            if mention not in self._mention_articles:
                self.refuse(
                    self._lines[claim],
                    worded("the mention {name} that it points to is another kind of mark.", name=name),
                )
            elif self._mention_articles[mention] != self._claim_articles[claim]:
                self.refuse(
                    self._lines[claim], worded("the mention {name} that it points to is in another article.", name=name)
                )

    def _refuse_dependants(self) -> None:
        """Follow needs backwards from all that is refused or nowhere to be found."""
        in_project = cache(self._in_project)
        for source, target in self._all_needs():
            if self._lines[target]:
                continue
            within = self._claim_articles[source] if self._spaces[target] == "mark" else None
            if not in_project(target, within):
                word = "mention" if self._spaces[target] == "mark" else self._spaces[target]
                reason = worded(
                    "the {word} {name} is in neither the set nor the project.", word=word, name=self._names[target]
                )
                self.refuse(self._lines[source], reason)
        if self._refused:
            self._spread([node for node, line in enumerate(self._lines) if line in self._refused])

    def _all_needs(self) -> Iterator[tuple[int, int]]:
        yield from zip(self._sources, self._targets, strict=True)
        yield from zip(self._mention_uses[::2], self._mention_uses[1::2], strict=True)

    def _in_project(self, target: int, article: int | None) -> bool:
        if article is None:
            return self._known(self._spaces[target], self._names[target], None)
        return self._known("mention", self._names[target], self._names[article])

    def _spread(self, lost: list[int]) -> None:
        starts, sources = self._backwards()
        while lost:
            target = lost.pop()
            for source in sources[starts[target] : starts[target + 1]]:
                if self._lines[source] in self._refused:
                    continue
                reason = worded(
                    "the {what} {name} that it needs was refused.", what=self._spaces[target], name=self._names[target]
                )
                self.refuse(self._lines[source], reason)
                lost.append(source)

    def _backwards(self) -> tuple[array[int], array[int]]:
        """All needs by target: those of target t are sources[starts[t]:starts[t + 1]]."""
        about = zip(self._about[::2], self._about[1::2], strict=True)
        pairs = array("q", chain.from_iterable(chain(self._all_needs(), about)))
        starts = array("q", bytes(pairs.itemsize * (len(self._names) + 2)))
        for target in pairs[1::2]:
            starts[target + 2] += 1
        starts = array("q", accumulate(starts))
        sources = array("q", bytes(pairs.itemsize * (len(pairs) // 2)))
        for source, target in zip(pairs[::2], pairs[1::2], strict=True):
            sources[starts[target + 1]] = source
            starts[target + 1] += 1
        return starts, sources


def needs(record: Record) -> list[Reference]:
    """What a record cannot stand without, as (kind, id); the mentions of a claim apart."""
    match record:
        case ClaimRecord():
            found = [("article", record.article), ("annotator", record.annotator)]
            found.extend(("speaker", each.speaker) for each in record.speakers if each.speaker is not None)
            found.extend(("topic", each.topic) for each in record.topics)
            if record.proposition is not None:
                found.append(("proposition", record.proposition))
            return found
        case MentionRecord():
            found = [("article", record.article), ("annotator", record.annotator)]
            return found if record.speaker is None else [*found, ("speaker", record.speaker)]
        case PassageRecord():
            return [("article", record.article), ("annotator", record.annotator), ("topic", record.topic)]
        case TopicRecord():
            return [("topic", each) for each in (record.parent, record.merged_into) if each is not None]
        case SpeakerRecord():
            return [] if record.merged_into is None else [("speaker", record.merged_into)]
        case ReviewRecord() | CommentRecord():
            return [("annotator", record.annotator)]
        case ProgressRecord() | AssignmentRecord():
            return [("article", record.article), ("annotator", record.annotator)]
    return []


def _in_circles(pointers: dict[int, int]) -> Iterator[int]:
    """The nodes that come back to themselves, where each points at one other."""
    seen: set[int] = set()
    for start in pointers:
        path: dict[int, None] = {}
        node: int | None = start
        while node is not None and node not in seen:
            seen.add(node)
            path[node] = None
            node = pointers.get(node)
        if node is not None and node in path:
            whole = list(path)
            yield from whole[whole.index(node) :]
