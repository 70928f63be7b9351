"""In which claims the annotators of an article differ, how, and in which they all agree.

Asked by the review screen, article by article, and by the command line for all. Only claims of persons are
compared; marks of an earlier text are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping

from msgspec import Struct
from sqlalchemy.orm import Session

from annotator.agreement.differences import KINDS, DifferenceKind, differences
from annotator.agreement.matching import matched_groups
from annotator.queries.compared import ComparedArticle, compared_articles
from annotator.records import AnnotatorRecord, ClaimRecord, MentionRecord


class ClaimGroup(Struct, frozen=True):
    """The versions of one claim by the annotators of an article.

    annotators: all of the article, by name. claims: the versions that there are, in the annotators' order.
    differences: kind -> severity, from above 0 to 1; none when all have the claim and say the same. mentions:
    of the whole article by id, for speakers whom only words in the text stand for.
    """

    article: str
    annotators: tuple[AnnotatorRecord, ...]
    claims: tuple[ClaimRecord, ...]
    differences: dict[DifferenceKind, float]
    mentions: Mapping[str, MentionRecord]

    @property
    def start(self) -> int:
        """Where the claim begins: code point."""
        return min(claim.parts[0].start for claim in self.claims)

    @property
    def missing(self) -> tuple[AnnotatorRecord, ...]:
        """Who of the article's annotators has no version."""
        have = {claim.annotator for claim in self.claims}
        return tuple(each for each in self.annotators if each.id not in have)


class Disagreement(Struct, frozen=True):
    """One kind of difference in one claim. annotators: names. marks: ids, in the annotators' order.

    severity: from above 0 to 1. start: code point at which the claim begins. decided: one of the marks has a verdict.
    """

    article: str
    kind: DifferenceKind
    annotators: tuple[str, ...]
    marks: tuple[str, ...]
    severity: float
    start: int
    decided: bool


class Agreed(Struct, frozen=True):
    """A claim on which enough annotators agree. versions: those that say the same."""

    group: ClaimGroup
    versions: tuple[ClaimRecord, ...]


def claim_groups(
    session: Session,
    *,
    annotator_ids: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    without: Collection[str] = (),
) -> Iterator[ClaimGroup]:
    """All claims of the articles that two persons or more worked on, grouped, in the order of the text.

    None: everybody, all articles. without: articles that are not to be looked at.
    """
    for each in compared_articles(session, annotator_ids=annotator_ids, articles=articles, without=without):
        yield from groups_of(each)


def groups_of(compared: ComparedArticle) -> Iterator[ClaimGroup]:
    """The claims of one article, grouped, in the order of the text."""
    mentions = {mark.id: mark for mark in compared.marks if isinstance(mark, MentionRecord)}
    place = {each.id: number for number, each in enumerate(compared.annotators)}
    for group in matched_groups(mark for mark in compared.marks if isinstance(mark, ClaimRecord)):
        claims = [mark for mark in group if isinstance(mark, ClaimRecord)]
        claims.sort(key=lambda claim: place[claim.annotator])
        found = differences(claims, len(place), mentions)
        yield ClaimGroup(compared.article, compared.annotators, tuple(claims), found, mentions)


def disagreements(
    groups: Iterable[ClaimGroup], decided: Container[str] = frozenset()
) -> tuple[list[Disagreement], int]:
    """Each disagreement, worst first, and in how many claims all agree.

    groups: in the order of articles and text, which decides between equal severities. decided: ids of the marks
    that have a verdict.
    """
    found: list[tuple[float, int, int, Disagreement]] = []
    articles: dict[str, int] = {}
    unanimous = 0
    for group in groups:
        place = articles.setdefault(group.article, len(articles))
        unanimous += not group.differences
        found += [(-each.severity, place, each.start, each) for each in _named(group, decided)]
    found.sort(key=lambda entry: (*entry[:3], KINDS.index(entry[3].kind)))
    return [entry[3] for entry in found], unanimous


def _named(group: ClaimGroup, decided: Container[str]) -> Iterator[Disagreement]:
    have = {claim.annotator for claim in group.claims}
    everybody = tuple(each.name for each in group.annotators)
    involved = tuple(each.name for each in group.annotators if each.id in have)
    marks = tuple(claim.id for claim in group.claims)
    done = any(mark in decided for mark in marks)
    for kind, severity in group.differences.items():
        names = everybody if kind == "missing" else involved
        yield Disagreement(group.article, kind, names, marks, severity, group.start, done)


def agreed(groups: Iterable[ClaimGroup], *, share: float = 1.0) -> Iterator[Agreed]:
    """The claims of which a share of the article's annotators gave versions that say the same.

    share: above 0.5, so that there is one such version at most; 1.0 asks all.
    """
    for group in groups:
        if not group.differences:
            yield Agreed(group, group.claims)
        elif share < 1.0:
            yield from _majority(group, share)


def _majority(group: ClaimGroup, share: float) -> Iterator[Agreed]:
    for first in group.claims:
        same = [each for each in group.claims if not differences([first, each], 1, group.mentions)]
        if len({each.annotator for each in same}) >= share * len(group.annotators):
            yield Agreed(group, tuple(same))
            return
