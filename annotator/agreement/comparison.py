"""What several annotators made of the same articles, counted article by article.

Called by the question about agreement, which knows who worked on what; `layers.py` makes figures of it.
Annotators are columns, in an order that the caller keeps. Values are compared within groups of matched
claims; a second mark of the same annotator in a group adds no second value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, TypeVar

import numpy as np

from annotator.agreement.figures import Whole
from annotator.agreement.matching import content_of, grouped, matched_pairs, overlap
from annotator.agreement.tokens import labelled, token_starts
from annotator.agreement.unitizing import Lengths, Span, lengths, merged
from annotator.records import ClaimRecord, MarkRecord, MentionRecord

Marks = Mapping[int, Sequence[MarkRecord]]
Claims = dict[int, list[ClaimRecord]]
V = TypeVar("V")
NONE = "none"
"""The value of a stance or a quotation kind that was left open."""
LARGEST_KEY = 1 << 50


@dataclass(slots=True)
class Values(Generic[V]):
    """One value for each group and annotator. rows: {column: value}; article: of each row.

    missing: how many values annotators who worked on the article did not give.
    """

    rows: list[dict[int, V]] = field(default_factory=list)
    article: list[int] = field(default_factory=list)
    missing: int = 0

    def take(self, article: int, missing: int, row: dict[int, V]) -> None:
        """One more group; it is compared where two annotators gave a value."""
        self.missing += missing
        if len(row) > 1:
            self.rows.append(row)
            self.article.append(article)


@dataclass(frozen=True, slots=True)
class Repeated:
    """Different rows and how many times each is there: ten million tokens have some hundred thousand."""

    rows: Whole
    times: Whole


def repeated(rows: Whole) -> Repeated:
    """The different rows of values from -1 on."""
    keys = np.zeros(len(rows), np.int64)
    for column in rows.T:
        if keys.max(initial=0) > LARGEST_KEY:
            keys = np.unique(keys, return_inverse=True)[1]
        keys = keys * (int(column.max(initial=0)) + 2) + column + 1
    _, first, times = np.unique(keys, return_index=True, return_counts=True)
    return Repeated(rows[first], times)


@dataclass(slots=True)
class PairCounts:
    """What two annotators have in common in one article. claims: of both together; matched: pairs.

    overlap: the pairs' shares of common text, summed. exact: pairs with the same boundaries. whole: pairs
    with the same speakers and roles, topics and stances, and quotation kind.
    """

    article: int
    columns: tuple[int, int]
    claims: int
    matched: int = 0
    overlap: float = 0.0
    exact: int = 0
    whole: int = 0


class Comparison:
    """The articles compared so far."""

    def __init__(self, annotators: int, *, keep_spans: bool = False) -> None:
        """annotators: how many columns there are. keep_spans: where the claims lie is wanted afterwards."""
        self._keep_spans = keep_spans
        self.spans: list[tuple[int, list[list[Span]]]] = []
        self.annotators = annotators
        self.articles: list[str] = []
        self.claims: list[int] = []
        self.pairs: list[PairCounts] = []
        self.continua: list[Lengths] = []
        self.pair_continua: defaultdict[tuple[int, int], list[Lengths]] = defaultdict(list)
        self.speakers, self.topics = Values[frozenset[str]](), Values[frozenset[str]]()
        self.stance, self.quotation = Values[str](), Values[str]()
        self.unmatched = 0
        self._labels: list[Repeated] = []
        self._inside: list[Repeated] = []

    def add(self, article: str, text: str, marks: Marks) -> None:
        """Compare one article. marks: of each annotator who worked on it, none for one who found nothing."""
        if len(marks) < 2:
            return
        number = len(self.articles)
        self.articles.append(article)
        columns = sorted(marks)
        claims = {column: [mark for mark in marks[column] if isinstance(mark, ClaimRecord)] for column in columns}
        self.claims.append(sum(len(each) for each in claims.values()))
        mentions = {mark.id: mark for column in columns for mark in marks[column] if isinstance(mark, MentionRecord)}
        if self._keep_spans:
            self.spans.append((len(text), [sorted(map(extent, some)) for some in claims.values()]))
        self._tokens(text, claims, mentions)
        self._matches(number, claims, _Named(mentions))

    def settle(self) -> None:
        """Put the articles into the order of their ids: resamples are then the same however they came."""
        order = sorted(range(len(self.articles)), key=self.articles.__getitem__)
        place = {old: new for new, old in enumerate(order)}
        self.articles, self.claims = _ordered(self.articles, order), _ordered(self.claims, order)
        self.continua = _ordered(self.continua, order)
        self.spans = _ordered(self.spans, order) if self.spans else []
        self._labels, self._inside = _ordered(self._labels, order), _ordered(self._inside, order)
        for counts in self.pairs:
            counts.article = place[counts.article]
        for values in (self.speakers, self.topics, self.stance, self.quotation):
            values.article = [place[number] for number in values.article]

    def labels(self) -> tuple[Repeated, Whole]:
        """Rows of labels of tokens, by annotators, and the article of each row."""
        return self._together(self._labels)

    def inside(self) -> Repeated:
        """Rows of whether a token lies in a claim, by annotators."""
        return self._together(self._inside)[0]

    def _together(self, some: Sequence[Repeated]) -> tuple[Repeated, Whole]:
        rows = np.concatenate([np.empty((0, self.annotators), np.int64), *(each.rows for each in some)])
        times = np.concatenate([np.empty(0, np.int64), *(each.times for each in some)])
        return Repeated(rows, times), np.repeat(np.arange(len(some)), [len(each.rows) for each in some])

    def _tokens(self, text: str, claims: Claims, mentions: Mapping[str, MentionRecord]) -> None:
        starts = token_starts(text)
        labels = np.full((len(starts), self.annotators), -1, np.int64)
        inside = labels.copy()
        units: dict[int, list[Span]] = {}
        for column, some in claims.items():
            content = [(part.start, part.end) for claim in some for part in claim.parts]
            labels[:, column] = labelled(
                len(text), starts, content=content, source=_sources(some, mentions), cue=_cues(some)
            )
            edges = np.searchsorted(starts, np.array(content, np.int64).reshape(-1, 2))
            units[column] = merged((int(first), int(last)) for first, last in edges)
            inside[:, column] = 0
            for first, last in units[column]:
                inside[first:last, column] = 1
        self._labels.append(repeated(labels))
        self._inside.append(repeated(inside))
        self.continua.append(lengths(len(starts), list(units.values())))
        for one, other in combinations(units, 2):
            self.pair_continua[one, other].append(lengths(len(starts), [units[one], units[other]], of_1995=False))

    def _matches(self, number: int, claims: Claims, named: _Named) -> None:
        matches: list[tuple[ClaimRecord, ClaimRecord]] = []
        for one, other in combinations(claims, 2):
            counts = PairCounts(number, (one, other), len(claims[one]) + len(claims[other]))
            for mine, theirs in matched_pairs(claims[one], claims[other]):
                matches.append((mine, theirs))
                _count(counts, mine, theirs, named)
            self.pairs.append(counts)
        column_of = {claim.id: column for column, some in claims.items() for claim in some}
        groups = grouped([claim for some in claims.values() for claim in some], matches)
        for group in sorted(groups, key=lambda group: content_of(group[0])):
            first: dict[int, ClaimRecord] = {}
            for claim in group:
                first.setdefault(column_of[claim.id], claim)
            if len(first) < len(claims):
                self.unmatched += 1
            self._compare(number, first, len(claims) - len(first), named)

    def _compare(self, number: int, group: dict[int, ClaimRecord], missing: int, named: _Named) -> None:
        """The values of one group of matched claims, one an annotator."""
        self.speakers.take(number, missing, {column: named.speakers(claim) for column, claim in group.items()})
        self.topics.take(number, missing, {column: topics_of(claim) for column, claim in group.items()})
        self.quotation.take(number, missing, {column: claim.quotation or NONE for column, claim in group.items()})
        stances: defaultdict[str, dict[int, str]] = defaultdict(dict)
        for column, claim in group.items():
            for each in claim.topics:
                stances[each.topic].setdefault(column, each.stance or NONE)
        for topic in sorted(stances):
            self.stance.take(number, missing + len(group) - len(stances[topic]), stances[topic])


class _Named:
    """Who speaks in a claim, as far as two annotators can mean the same: a speaker, else the words."""

    def __init__(self, mentions: Mapping[str, MentionRecord]) -> None:
        self._mentions = mentions

    def speakers(self, claim: ClaimRecord) -> frozenset[str]:
        """Those whom the claim is ascribed to."""
        return frozenset(self._name(each.speaker, each.mention) for each in claim.speakers)

    def roles(self, claim: ClaimRecord) -> frozenset[tuple[str, str]]:
        """The same with the role of each."""
        return frozenset((self._name(each.speaker, each.mention), each.role) for each in claim.speakers)

    def _name(self, speaker: str | None, mention: str | None) -> str:
        said = self._mentions.get(mention or "")
        if speaker or said is None:
            return speaker or ""
        return said.speaker or f"“{' '.join(part.quote for part in said.parts).casefold()}”"


def _ordered(items: list[V], order: Sequence[int]) -> list[V]:
    return [items[number] for number in order]


def extent(claim: ClaimRecord) -> Span:
    """From the start of a claim's first part to the end of its last: code points."""
    return min(part.start for part in claim.parts), max(part.end for part in claim.parts)


def topics_of(claim: ClaimRecord) -> frozenset[str]:
    """What a claim is about."""
    return frozenset(each.topic for each in claim.topics)


def _count(counts: PairCounts, mine: ClaimRecord, theirs: ClaimRecord, named: _Named) -> None:
    shared = overlap(mine, theirs)
    together = sum(part.end - part.start for part in (*mine.parts, *theirs.parts)) - shared
    counts.matched += 1
    counts.overlap += shared / together
    counts.exact += _spans(mine) == _spans(theirs)
    counts.whole += (
        mine.quotation == theirs.quotation
        and named.roles(mine) == named.roles(theirs)
        and {(each.topic, each.stance) for each in mine.topics} == {(each.topic, each.stance) for each in theirs.topics}
    )


def _spans(claim: ClaimRecord) -> list[Span]:
    return sorted((part.start, part.end) for part in claim.parts)


def _sources(claims: Iterable[ClaimRecord], mentions: Mapping[str, MentionRecord]) -> Iterator[Span]:
    for claim in claims:
        for each in claim.speakers:
            mention = mentions.get(each.mention or "")
            if mention is not None:
                yield from ((part.start, part.end) for part in mention.parts)


def _cues(claims: Iterable[ClaimRecord]) -> Iterator[Span]:
    return ((part.start, part.end) for claim in claims for part in claim.cue)
