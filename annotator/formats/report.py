"""What a readable report of tagged articles says: texts cut into runs, numbered tags, and a legend.

Used by the formats that write reports (HTML, PDF), which say how it looks. A run is a stretch of one line over
which the same tags lie; claims and passages are numbered in the order of the text, and listed below it with all
that is said of them. It knows no file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from annotator.formats import Progress
from annotator.formats.names import Names
from annotator.records import (
    ArticleRecord,
    Block,
    BlockKind,
    ClaimRecord,
    MarkRecord,
    MentionRecord,
    PassageRecord,
    Record,
    SetRecord,
    kind_of,
)
from annotator.text.direction import is_right_to_left

LOSES = (
    "codebook", "field", "topic", "speaker", "proposition", "mention", "claim", "passage", "review", "comment",
    "progress", "assignment", "earlier", "links",
)  # fmt: skip
"""Of marks, those on an earlier text; of topics, speakers and propositions, those that no mark names."""

NO_COLOUR = "#8a8f98"
"""Of what has no topic, or a topic without a colour."""

_COLOUR = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_ROLES = {"says": "", "on_behalf_of": "on behalf of ", "reported_by": "reported by ", "addressed": "addressed to "}
_RECORDS_AT_ONCE = 1000
_SHOWN = ("article", "annotator", "claim", "mention", "passage")


class Run(Struct, frozen=True):
    """Words with the same tags on them. colour: of the first claim or passage; numbers: of tags that end here."""

    text: str
    colour: str | None = None
    claim: bool = False
    passage: bool = False
    mention: bool = False
    cue: bool = False
    numbers: tuple[int, ...] = ()


class Topic(Struct, frozen=True):
    """A topic of a tag, or of the legend. stance: a word, or empty. count: tags in this report."""

    path: str
    colour: str
    stance: str = ""
    count: int = 0


class Entry(Struct, frozen=True):
    """A numbered tag and what is said of it; about: short words such as “direct”, “quoted by Ana”."""

    number: int
    kind: str
    words: str
    speakers: tuple[str, ...]
    topics: tuple[Topic, ...]
    about: tuple[str, ...]
    proposition: str
    note: str


class Line(Struct, frozen=True):
    """A block of the text. right_to_left: by its first letter."""

    kind: str
    runs: tuple[Run, ...]
    right_to_left: bool


class Section(Struct, frozen=True):
    """An article."""

    title: str
    about: tuple[str, ...]
    url: str | None
    language: str | None
    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]


class Report:
    """The report of one set."""

    def __init__(self) -> None:
        self.title = ""
        self.counts: Counter[str] = Counter()
        self.loses: Counter[str] = Counter()
        self._names = Names()
        self._articles: list[ArticleRecord] = []
        self._marks: defaultdict[str, list[MarkRecord]] = defaultdict(list)
        self._tags: Counter[str] = Counter()  # topic -> how many tags
        self._used: defaultdict[str, set[str]] = defaultdict(set)
        self._revisions: dict[str, int] = {}

    def take_all(self, records: Iterable[Record], progress: Progress) -> None:
        """Collect articles and marks; records come in the contract's order."""
        for done, record in enumerate(records, 1):
            self._names.take(record)
            self._take(record)
            if not done % _RECORDS_AT_ONCE:
                progress(done)
        registers = (("topic", self._names.topics), ("speaker", self._names.speakers))
        for kind, entries in (*registers, ("proposition", self._names.propositions)):
            self.loses[kind] = len(entries) - len(self._used[kind])
        self.loses = +self.loses

    def characters(self) -> int:
        """How long all texts are together."""
        return sum(len(each.text) for each in self._articles)

    def _take(self, record: Record) -> None:
        kind = kind_of(record)
        match record:
            case SetRecord():
                self.title = record.project
            case ArticleRecord():
                self._articles.append(record)
                self._revisions[record.id] = record.revision
                for key in ("earlier", "links"):
                    self.loses[key] += len(getattr(record, key))
            case ClaimRecord() | MentionRecord() | PassageRecord():
                if self._revisions.get(record.article) != record.revision:
                    self.loses[kind] += 1
                    return
                self._marks[record.article].append(record)
                self._note_used(record)
            case _ if kind not in (*_SHOWN, "topic", "speaker", "proposition"):
                self.loses[kind] += 1
        self.counts[kind] += kind in _SHOWN

    def _note_used(self, mark: MarkRecord) -> None:
        topics = [each.topic for each in mark.topics] if isinstance(mark, ClaimRecord) else []
        topics += [mark.topic] if isinstance(mark, PassageRecord) else []
        self._used["topic"].update(each for each in topics if each in self._names.topics)
        self._tags.update({found.id for each in topics if (found := self._names.topic(each))})
        if isinstance(mark, ClaimRecord):
            said = [each.speaker for each in mark.speakers]
            self._used["speaker"].update(each for each in said if each in self._names.speakers)
            if mark.proposition in self._names.propositions:
                self._used["proposition"].add(str(mark.proposition))
        elif isinstance(mark, MentionRecord) and mark.speaker in self._names.speakers:
            self._used["speaker"].add(str(mark.speaker))

    # What it says -----------------------------------------------------------------------------------

    def legend(self) -> list[Topic]:
        """The topics of the tags, by path."""
        found = [Topic(self._names.topic_path(each), self._colour(each), "", n) for each, n in self._tags.items()]
        return sorted(found, key=lambda topic: (topic.path, topic.colour))

    def sections(self) -> Iterator[Section]:
        """The articles in their order."""
        for article in self._articles:
            marks = self._marks[article.id]
            numbered = [each for each in marks if not isinstance(each, MentionRecord)]
            numbered.sort(key=lambda each: (each.parts[0].start, each.parts[0].end, each.id))
            about = (article.byline, article.published, article.source)
            yield Section(
                article.title,
                tuple(filter(None, about)),
                article.url,
                article.language,
                tuple(self._lines(article, marks, {each.id: n for n, each in enumerate(numbered, 1)})),
                tuple(self._entry(number, each) for number, each in enumerate(numbered, 1)),
            )

    def _colour(self, topic: str | None) -> str:
        found = self._names.topic(topic)
        colour = found.colour if found is not None and found.colour else NO_COLOUR
        return colour if _COLOUR.fullmatch(colour) else NO_COLOUR

    def _colour_of(self, mark: MarkRecord) -> str:
        match mark:
            case ClaimRecord():
                return self._colour(mark.topics[0].topic if mark.topics else None)
            case PassageRecord():
                return self._colour(mark.topic)
        return NO_COLOUR

    def _lines(self, article: ArticleRecord, marks: Sequence[MarkRecord], numbers: dict[str, int]) -> Iterator[Line]:
        runs = self._runs(article.text, marks, numbers)
        starts = [start for start, _ in runs]
        for block in _lines_of(article):
            cut = []
            for start, run in runs[max(0, bisect_left(starts, block.start + 1) - 1) :]:
                if start >= block.end:
                    break
                words = run.text[max(0, block.start - start) : block.end - start]
                if words:
                    ends = start + len(run.text) <= block.end
                    cut.append(Run(words, *_tags(run), run.numbers if ends else ()))
            if cut:
                yield Line(block.kind, tuple(cut), is_right_to_left("".join(run.text for run in cut)))

    def _runs(self, text: str, marks: Sequence[MarkRecord], numbers: dict[str, int]) -> list[tuple[int, Run]]:
        """The whole text in runs, each with its start: cut wherever a tag begins or ends."""
        opening: defaultdict[int, list[tuple[str, str, str]]] = defaultdict(list)
        closing: defaultdict[int, list[tuple[str, str, str]]] = defaultdict(list)
        ends: defaultdict[int, list[int]] = defaultdict(list)
        for mark in marks:
            colour = self._colour_of(mark)
            cues = [("cue", part) for part in mark.cue] if isinstance(mark, ClaimRecord) else []
            for kind, part in [*((kind_of(mark), part) for part in mark.parts), *cues]:
                opening[part.start].append((kind, mark.id, colour))
                closing[part.end].append((kind, mark.id, colour))
            if mark.id in numbers:
                ends[max(part.end for part in mark.parts)].append(numbers[mark.id])
        here: dict[tuple[str, str, str], int] = {}
        made = []
        places = sorted({0, len(text), *opening, *closing})
        for start, end in pairwise(places):
            for each in closing[start]:
                here[each] -= 1
                if not here[each]:
                    del here[each]
            for each in opening[start]:
                here[each] = here.get(each, 0) + 1
            kinds = {kind for kind, _, _ in here}
            colour_here = next((colour for kind, _, colour in here if kind in ("claim", "passage")), None)
            flags = ("claim" in kinds, "passage" in kinds, "mention" in kinds, "cue" in kinds)
            made.append((start, Run(text[start:end], colour_here, *flags, tuple(sorted(ends[end])))))
        return made

    def _entry(self, number: int, mark: MarkRecord) -> Entry:
        words = " … ".join(part.quote for part in mark.parts)
        about = [f"tagged by {self._names.annotator_name(mark.annotator) or 'nobody known'}"]
        if isinstance(mark, PassageRecord):
            topic = Topic(self._names.topic_path(mark.topic), self._colour(mark.topic))
            return Entry(number, "passage", words, (), (topic,), tuple(about), "", mark.note)
        assert isinstance(mark, ClaimRecord)
        speakers = [
            f"{_ROLES[each.role]}{self._names.speaker_name(each.speaker) or 'somebody mentioned'}"
            for each in mark.speakers
        ]
        topics = [
            Topic(self._names.topic_path(each.topic), self._colour(each.topic), each.stance or "")
            for each in mark.topics
        ]
        certainty = f"certainty {mark.certainty}" if mark.certainty else ""
        about = [*filter(None, (mark.quotation, certainty)), *about]
        proposition = self._names.propositions.get(mark.proposition or "")
        said = proposition.text if proposition else ""
        return Entry(number, "claim", words, tuple(speakers), tuple(topics), tuple(about), said, mark.note)


def _tags(run: Run) -> tuple[str | None, bool, bool, bool, bool]:
    return run.colour, run.claim, run.passage, run.mention, run.cue


def _lines_of(article: ArticleRecord) -> Iterator[Block]:
    """The lines of a text with their kinds; of one that nobody cut into blocks the first is the title."""
    kinds = {block.start: block.kind for block in article.blocks}
    start = 0
    for number, line in enumerate(article.text.split("\n")):
        kind: BlockKind = "paragraph" if number or kinds else "title"
        yield Block(kinds.get(start, kind), start, start + len(line))
        start += len(line) + 1
