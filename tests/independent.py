"""The sample's agreement computed by other programs and by plain counting, for comparison with our own.

Krippendorff's alphas by `krippendorff` and `nltk`, kappas by `scikit-learn`, matching by `networkx`; where no
program has a measure, it is counted character by character or segment by segment from the paper's formula.
Nothing of the package `agreement` is used here. Two annotators only, as the sample has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

import krippendorff
import networkx
import numpy as np
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import jaccard_distance, masi_distance
from sklearn.metrics import cohen_kappa_score
from sqlalchemy.orm import Session

from annotator.queries.articles import article_text
from annotator.queries.compared import compared_articles
from annotator.records import ClaimRecord, MarkRecord, MentionRecord

Pair = tuple[ClaimRecord, ClaimRecord]
Span = tuple[int, int]
STANCES = ("opposes", "neutral", "supports")
# As definitions.py tells the reader.
SEED, SAMPLES = 20160501, 1000


@dataclass
class Article:
    """One article with two annotators' claims. names: who speaks, by (speaker, mention) of a claim."""

    id: str
    text: str
    claims: list[list[ClaimRecord]]
    mentions: dict[str, MentionRecord]
    pairs: list[Pair] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [match.start() for match in re.finditer(r"\w+|[^\w\s]", self.text)]
        self.pairs = matched(*self.claims)

    def labels(self, claims: Sequence[ClaimRecord]) -> list[int]:
        """Of the tokens: 3 cue, 2 source, 1 content, 0 nothing."""
        cue = {at for claim in claims for part in claim.cue for at in range(part.start, part.end)}
        said = {each.mention for claim in claims for each in claim.speakers if each.mention}
        source = {at for id_ in said for part in self.mentions[id_].parts for at in range(part.start, part.end)}
        content = {at for claim in claims for at in characters(claim)}
        return [3 if at in cue else 2 if at in source else 1 if at in content else 0 for at in self.starts]

    def units(self, claims: Sequence[ClaimRecord]) -> list[Span]:
        """The stretches of tokens whose first character lies in a part; those that overlap are one."""
        spans = []
        for part in sorted((part for claim in claims for part in claim.parts), key=lambda part: (part.start, part.end)):
            inside = [number for number, at in enumerate(self.starts) if part.start <= at < part.end]
            if inside and spans and inside[0] < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], inside[-1] + 1))
            elif inside:
                spans.append((inside[0], inside[-1] + 1))
        return spans

    def speakers(self, claim: ClaimRecord) -> frozenset[str]:
        """Those who say it; where nobody knows who, the words."""
        return frozenset(who for who, _ in self.roles(claim))

    def roles(self, claim: ClaimRecord) -> frozenset[tuple[str, str]]:
        """The same, each with the role."""
        found = set()
        for each in claim.speakers:
            mention = self.mentions.get(each.mention or "")
            words = " ".join(part.quote for part in mention.parts).casefold() if mention else ""
            found.add((each.speaker or (mention and mention.speaker) or words, each.role))
        return frozenset(found)

    def same(self, one: ClaimRecord, other: ClaimRecord) -> bool:
        """Whether two claims say the same of who, about what, on which side and how."""
        return (
            self.roles(one) == self.roles(other)
            and {(each.topic, each.stance) for each in one.topics}
            == {(each.topic, each.stance) for each in other.topics}
            and one.quotation == other.quotation
        )


def characters(claim: ClaimRecord) -> set[int]:
    """The places that a claim covers."""
    return {at for part in claim.parts for at in range(part.start, part.end)}


def matched(one: Sequence[ClaimRecord], other: Sequence[ClaimRecord]) -> list[Pair]:
    """A heaviest matching by common characters."""
    graph = networkx.Graph()
    claims = {claim.id: claim for claim in (*one, *other)}
    for mine in one:
        for theirs in other:
            if shared := len(characters(mine) & characters(theirs)):
                graph.add_edge((0, mine.id), (1, theirs.id), weight=shared)
    return [(claims[first[1]], claims[second[1]]) for first, second in map(sorted, networkx.max_weight_matching(graph))]


def articles(session: Session) -> list[Article]:
    """What the two have in common, by id of the article."""
    found = []
    for each in compared_articles(session):
        sides: list[list[MarkRecord]] = [
            [mark for mark in each.marks if mark.annotator == who.id] for who in each.annotators
        ]
        mentions = {mark.id: mark for mark in each.marks if isinstance(mark, MentionRecord)}
        claims = [[mark for mark in side if isinstance(mark, ClaimRecord)] for side in sides]
        found.append(Article(each.article, article_text(session, each.article), claims, mentions))
    return sorted(found, key=lambda article: article.id)


def nominal(rows: Sequence[tuple[Any, Any]]) -> float:
    """Krippendorff's alpha of values of two annotators; None is missing."""
    return leveled(rows, sorted({value for row in rows for value in row if value is not None}), "nominal")


def leveled(rows: Sequence[tuple[Any, Any]], values: Sequence[Any], level: str) -> float:
    """The same with values in an order."""
    matrix = [[np.nan if value is None else float(values.index(value)) for value in row] for row in rows]
    return float(krippendorff.alpha(np.array(matrix).T, level_of_measurement=level))


def sets(rows: Sequence[tuple[frozenset[str], frozenset[str]]], distance: Callable[[Any, Any], float]) -> float:
    """Krippendorff's alpha of sets; nltk divides by the size, so that nothing is a member of its own."""
    task = [
        (str(who), str(unit), each or frozenset({"nothing"}))
        for unit, row in enumerate(rows)
        for who, each in enumerate(row)
    ]
    return float(AnnotationTask(task, distance=distance).alpha())


def segments(length: int, units: Sequence[Span], values: Sequence[int] = ()) -> list[tuple[int, int, int]]:
    """Units as they are, and each place of a gap by itself: start, end, value; 1 is any unit, 0 a gap."""
    covered = {at for start, end in units for at in range(start, end)}
    gaps = [(at, at + 1, 0) for at in range(length) if at not in covered]
    return sorted([(*unit, value) for unit, value in zip(units, values or [1] * len(units), strict=True)] + gaps)


def unitizing(continua: Iterable[tuple[int, Sequence[Sequence[Span]]]]) -> float:
    """|u-alpha: every unit has the one value, and what it is told from is the gaps."""
    return valued_units([[segments(length, units) for units in by_annotator] for length, by_annotator in continua])


def valued_units(continua: Iterable[Sequence[Sequence[tuple[int, int, int]]]]) -> float:
    """u-alpha, segment by segment: what two annotators' segments share, and all pairs of different segments.

    Krippendorff, Mathet, Bouvry and Widlöcher 2016: coincidences are lengths of intersections; by chance any
    segment may meet any other but itself, and a gap is as many segments as it has places.
    """
    mixed = total = 0.0
    pool: list[tuple[int, int]] = []
    for lines in continua:
        masks = [np.array([value for start, end, value in line for _ in range(start, end)]) for line in lines]
        for one, other in permutations(masks, 2):
            mixed += float((one != other).sum()) / (len(lines) - 1)
        total += sum(mask.size for mask in masks)
        pool += [(end - start, value) for line in lines for start, end, value in line]
    size, value = np.array([each for each, _ in pool], float), np.array([each for _, each in pool])
    met = sum(
        sum_of_pairs(size[value == left], size[value == right], same=False)
        for left, right in permutations(set(value.tolist()), 2)
    )
    return 1 - mixed / (total * met / sum_of_pairs(size, size, same=True))


def coding_of_units(lines: Sequence[Sequence[tuple[int, int, int]]]) -> float:
    """cu-alpha: the values of units alone, where units of two annotators meet; a unit counts by what it meets."""
    masks = [np.array([value for start, end, value in line for _ in range(start, end)]) for line in lines]
    mixed = 0.0
    pool: list[tuple[float, int]] = []
    for number, (one, line) in enumerate(zip(masks, lines, strict=True)):
        others = np.array(masks[:number] + masks[number + 1 :])
        meeting = (others != 0).mean(axis=0)
        pool += [(float(meeting[start:end].sum()), value) for start, end, value in line if value]
        mixed += float(((others != 0) & (one != 0) & (others != one)).mean(axis=0).sum())
    size, value = np.array([each for each, _ in pool]), np.array([each for _, each in pool])
    met = sum(
        sum_of_pairs(size[value == left], size[value == right], same=False)
        for left, right in permutations(set(value.tolist()), 2)
    )
    return 1 - mixed / (float(size.sum()) * met / sum_of_pairs(size, size, same=True))


def sum_of_pairs(one: np.ndarray, other: np.ndarray, *, same: bool) -> float:
    """The products of the lengths of all pairs of segments, one by one, without those of one with itself."""
    total = sum(float(each * other.sum()) for each in one)
    return total - float((one**2).sum()) if same else total


def unitizing_1995(continua: Iterable[tuple[int, Sequence[Sequence[Span]]]]) -> float:
    """The coefficient of 1995 from the book's formula, with every unit against every unit and gap."""
    observed = expected = 0.0
    for length, by_annotator in continua:
        raters = len(by_annotator)
        gaps = [_gaps(length, units) for units in by_annotator]
        squared = 0.0
        for one, other in permutations(range(raters), 2):
            for start, end in by_annotator[one]:
                met = [each for each in by_annotator[other] if each[0] < end and start < each[1]]
                squared += sum((start - low) ** 2 + (end - high) ** 2 for low, high in met)
                # Of a pair of units that overlap both orders are met; of a unit in a gap, one.
                squared += 0 if met else 2 * (end - start) ** 2
        observed += squared / 2 * 2 / (raters * (raters - 1) * length)
        long = [end - start for units in by_annotator for start, end in units]
        room = [end - start for each in gaps for start, end in each]
        places = raters * length
        chance = 0.0
        for each in long:
            chance += (len(long) - 1) / 3 * (2 * each**3 - 3 * each**2 + each)
            chance += each**2 * sum(gap - each + 1 for gap in room if gap >= each)
        expected += 2 * chance / (places * (places - 1) - sum(each * (each - 1) for each in long))
    return 1 - observed / expected


def _gaps(length: int, units: Sequence[Span]) -> list[Span]:
    edges = [0, *(at for span in units for at in span), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start]


@dataclass
class Values:
    """What two annotators gave to the same things in one article. units: how many spans of tokens both marked."""

    article: str
    units: int
    tokens: list[tuple[int, int]]
    inside: list[tuple[bool, bool]]
    continuum: tuple[int, list[list[Span]]]
    claims: int
    matched: int
    whole: int
    overlaps: list[float]
    exact: list[bool]
    speakers: list[tuple[frozenset[str], frozenset[str]]]
    topics: list[tuple[frozenset[str], frozenset[str]]]
    stance: list[tuple[str, str]]
    quotation: list[tuple[str, str]]


def values(article: Article) -> Values:
    """Counted in one article."""
    units = [article.units(side) for side in article.claims]
    places = [{at for start, end in each for at in range(start, end)} for each in units]
    stance = []
    for one, other in article.pairs:
        mine, theirs = ({each.topic: each.stance or "none" for each in claim.topics} for claim in (one, other))
        stance += [(mine[topic], theirs[topic]) for topic in sorted(mine.keys() & theirs.keys())]
    covered = [(characters(one), characters(other)) for one, other in article.pairs]
    return Values(
        article=article.id,
        units=sum(map(len, units)),
        tokens=list(zip(*(article.labels(side) for side in article.claims), strict=True)),
        inside=[(at in places[0], at in places[1]) for at in range(len(article.starts))],
        continuum=(len(article.starts), units),
        claims=sum(map(len, article.claims)),
        matched=len(article.pairs),
        whole=sum(article.same(*pair) for pair in article.pairs),
        overlaps=[len(one & other) / len(one | other) for one, other in covered],
        exact=[_spans(one) == _spans(other) for one, other in article.pairs],
        speakers=[(article.speakers(one), article.speakers(other)) for one, other in article.pairs],
        topics=[(_topics(one), _topics(other)) for one, other in article.pairs],
        stance=stance,
        quotation=[(one.quotation or "none", other.quotation or "none") for one, other in article.pairs],
    )


def _topics(claim: ClaimRecord) -> frozenset[str]:
    return frozenset(each.topic for each in claim.topics)


def _spans(claim: ClaimRecord) -> set[Span]:
    return {(part.start, part.end) for part in claim.parts}


def together(name: str, counted: Sequence[Values]) -> list[Any]:
    """The values of that name of several articles."""
    return [value for each in counted for value in getattr(each, name)]


def share(rows: Sequence[tuple[Any, Any]]) -> float:
    """How many pairs are equal."""
    return sum(one == other for one, other in rows) / len(rows)


MAIN: dict[str, Callable[[Sequence[Values]], float]] = {
    "tokens": lambda some: nominal(together("tokens", some)),
    "claims": lambda some: 2 * sum(each.matched for each in some) / sum(each.claims for each in some),
    "boundaries": lambda some: unitizing(each.continuum for each in some),
    "speakers": lambda some: sets(together("speakers", some), jaccard_distance),
    "topics": lambda some: sets(together("topics", some), jaccard_distance),
    "stance": lambda some: nominal(together("stance", some)),
    "quotation": lambda some: nominal(together("quotation", some)),
    "end_to_end": lambda some: 2 * sum(each.whole for each in some) / sum(each.claims for each in some),
}
"""Each layer's main figure."""


def _kappa(name: str) -> Callable[[Sequence[Values]], float]:
    return lambda some: float(cohen_kappa_score(*zip(*together(name, some), strict=True)))


OTHERS: dict[tuple[str, str], Callable[[Sequence[Values]], float]] = {
    **{(name, "percent"): lambda some, name=name: share(together(name, some))  # type: ignore[misc]
       for name in ("tokens", "speakers", "topics", "stance", "quotation")},
    **{(name, "cohen_kappa"): _kappa(name) for name in ("tokens", "stance", "quotation")},
    ("boundaries", "krippendorff_alpha_tokens"): lambda some: nominal(together("inside", some)),
    ("boundaries", "krippendorff_alpha_unitizing_1995"): lambda some: unitizing_1995(each.continuum for each in some),
    ("boundaries", "mean_overlap"): lambda some: float(np.mean(together("overlaps", some))),
    ("boundaries", "exact_boundaries"): lambda some: float(np.mean(together("exact", some))),
    ("speakers", "krippendorff_alpha_masi"): lambda some: sets(together("speakers", some), masi_distance),
    ("topics", "krippendorff_alpha_masi"): lambda some: sets(together("topics", some), masi_distance),
    ("stance", "krippendorff_alpha_ordinal"): lambda some: leveled(
        [tuple(value if value in STANCES else None for value in row) for row in together("stance", some)],  # type: ignore[misc]
        STANCES, "ordinal",
    ),
}  # fmt: skip
"""The other measures, by layer and name."""


def topic_by_topic(counted: Sequence[Values]) -> dict[str, float | None]:
    """For each topic the alpha over whether a claim was given it; None where all say the same."""
    rows = together("topics", counted)
    found: dict[str, float | None] = {}
    for topic in {topic for row in rows for each in row for topic in each}:
        chosen = [(topic in one, topic in other) for one, other in rows]
        found[topic] = nominal(chosen) if len({value for row in chosen for value in row}) > 1 else None
    return found


def interval(counted: Sequence[Values], figure: Callable[[Sequence[Values]], float]) -> tuple[float, float]:
    """The percentiles of as many figures, each of whole articles drawn with replacement."""
    drawn = np.random.default_rng(SEED).integers(0, len(counted), (SAMPLES, len(counted)))
    low, high = np.percentile([figure([counted[number] for number in row]) for row in drawn], [2.5, 97.5])
    return float(low), float(high)
