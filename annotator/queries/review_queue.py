"""What the Review screen shows: the queue of disagreements article by article, and one article with its versions.

The queue is asked for in pages, in the background: its first page is there at once in a project of any size.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.agreement.differences import DifferenceKind
from annotator.model import Mark
from annotator.queries import registry
from annotator.queries.articles import article as article_record
from annotator.queries.articles import article_titles
from annotator.queries.compared import workers
from annotator.queries.disagreements import ClaimGroup, claim_groups
from annotator.queries.reviews import MarkReview, reviews_on, said_about
from annotator.records import ArticleRecord, ClaimRecord, ReviewRecord

LONGEST_WORDS = 120
"""Code points of a claim that the queue shows."""


class QueueEntry(Struct, frozen=True):
    """One disagreement as the queue shows it.

    annotators: ids of all who are named; have: of those who have a version. said: what the versions say of
    the kind in question, each once: names of speakers or topics, words of the codebook, "question: answer" in lines.
    """

    article: str
    kind: DifferenceKind
    severity: float
    start: int
    marks: tuple[str, ...]
    annotators: tuple[str, ...]
    have: tuple[str, ...]
    words: str
    said: tuple[str, ...]
    decided: bool


class QueueArticle(Struct, frozen=True):
    """The disagreements of one article. unanimous: claims that all have and agree on; open_unanimous: of those
    the ones without a verdict.
    """

    id: str
    title: str
    annotators: tuple[str, ...]
    entries: tuple[QueueEntry, ...]
    unanimous: int
    open_unanimous: int


class ArticleReview(Struct, frozen=True):
    """An article with all versions of its claims, and what was said about them: mark id -> verdicts, comments."""

    record: ArticleRecord
    groups: tuple[ClaimGroup, ...]
    said: dict[str, MarkReview]


def shared_articles(session: Session) -> dict[str, frozenset[str]]:
    """The articles that two persons or more worked on, in their order, with the ids of these."""
    return {article: frozenset(ids) for article, ids in workers(session).items() if len(ids) > 1}


def first_shared(session: Session, count: int) -> list[str]:
    """A few articles that several annotators tagged, found without looking at all, in no telling order."""
    query = (
        select(Mark.article_id)
        .group_by(Mark.article_id)
        .having(func.count(Mark.annotator_id.distinct()) > 1)
        .limit(count)
    )
    return list(session.execute(query).scalars())


def review_queue(
    session: Session, articles: Collection[str], *, annotator_ids: Collection[str] | None = None
) -> list[QueueArticle]:
    """The disagreements of these articles, among these persons (None: all). Articles without any are there too."""
    names = names_of(session)
    titles = article_titles(session, articles)
    groups: dict[str, list[ClaimGroup]] = {article: [] for article in articles if article in titles}
    for group in claim_groups(session, annotator_ids=annotator_ids, articles=articles):
        groups[group.article].append(group)
    marks = [claim.id for some in groups.values() for group in some for claim in group.claims]
    reviews = reviews_on(session, marks)
    return [_queued(article, titles[article], some, reviews, names) for article, some in groups.items()]


def names_of(session: Session) -> dict[str, str]:
    """What speakers, topics and fields are called, by their ids and keys."""
    names = {each.id: each.name for each in registry.speakers(session)}
    names |= {each.id: each.name for each in registry.topics(session)}
    return names | {each.key: each.title for each in registry.fields(session)}


def said_apart(
    kind: DifferenceKind, mine: ClaimRecord, other: ClaimRecord, names: Mapping[str, str]
) -> tuple[str, str]:
    """What two versions say of the kind in which they differ, as `QueueEntry.said` has it. names: see `names_of`."""
    group = ClaimGroup(mine.article, (), (mine, other), {}, {})
    return _said(mine, kind, group, names), _said(other, kind, group, names)


class Undecided(Struct, frozen=True):
    """What has no verdict yet. disagreements: differences; unanimous: claims on which all agree."""

    disagreements: int = 0
    unanimous: int = 0


def undecided(session: Session, *, articles: Collection[str] | None = None, without: Collection[str] = ()) -> Undecided:
    """How much has no verdict yet. articles: None for all; without: not to be looked at."""
    groups = list(claim_groups(session, articles=articles, without=without))
    decided = reviews_on(session, [claim.id for group in groups for claim in group.claims])
    left = [group for group in groups if not any(claim.id in decided for claim in group.claims)]
    return Undecided(sum(len(group.differences) for group in left), sum(not group.differences for group in left))


def review_article(session: Session, article_id: str, *, annotator_ids: Collection[str] | None = None) -> ArticleReview:
    """An article as the Review screen shows it, with these persons' versions (None: all). Raises UnknownRecord."""
    record = article_record(session, article_id)
    groups = tuple(claim_groups(session, annotator_ids=annotator_ids, articles=[article_id]))
    return ArticleReview(record, groups, said_about(session, [article_id]))


def _queued(
    article: str,
    title: str,
    groups: Iterable[ClaimGroup],
    reviews: Mapping[str, list[ReviewRecord]],
    names: Mapping[str, str],
) -> QueueArticle:
    entries: list[QueueEntry] = []
    annotators: tuple[str, ...] = ()
    unanimous = undecided = 0
    for group in groups:
        decided = any(claim.id in reviews for claim in group.claims)
        annotators = tuple(each.id for each in group.annotators)
        unanimous += not group.differences
        undecided += not group.differences and not decided
        entries += (_entry(group, kind, severity, decided, names) for kind, severity in group.differences.items())
    return QueueArticle(article, title, annotators, tuple(entries), unanimous, undecided)


def _entry(
    group: ClaimGroup, kind: DifferenceKind, severity: float, decided: bool, names: Mapping[str, str]
) -> QueueEntry:
    have = tuple(dict.fromkeys(claim.annotator for claim in group.claims))
    everybody = tuple(each.id for each in group.annotators)
    longest = max(group.claims, key=lambda claim: sum(part.end - part.start for part in claim.parts))
    words = " ".join(" … ".join(part.quote for part in longest.parts).split())
    return QueueEntry(
        article=group.article,
        kind=kind,
        severity=severity,
        start=group.start,
        marks=tuple(claim.id for claim in group.claims),
        annotators=everybody if kind == "missing" else tuple(each for each in everybody if each in have),
        have=tuple(each for each in everybody if each in have),
        words=words[:LONGEST_WORDS],
        said=tuple(dict.fromkeys(_said(claim, kind, group, names) for claim in group.claims)),
        decided=decided,
    )


def _said(claim: ClaimRecord, kind: DifferenceKind, group: ClaimGroup, names: Mapping[str, str]) -> str:
    """What a version says of the kind in question, empty where nothing."""
    if kind in ("speaker", "role"):
        said = [(names.get(each.speaker or "", ""), each.role, each.mention) for each in claim.speakers]
        words = [name or _mention_words(mention, group) for name, _, mention in said]
        return ", ".join(words) if kind == "speaker" else ", ".join(role for _, role, _ in said)
    if kind == "topic":
        return ", ".join(names.get(each.topic, "") for each in claim.topics)
    if kind == "stance":
        return ", ".join(each.stance or "" for each in claim.topics)
    if kind == "quotation":
        return claim.quotation or ""
    if kind == "cue":
        return " … ".join(part.quote for part in claim.cue)
    if kind == "field":
        return "\n".join(
            f"{names.get(key, key).replace(': ', ' ')}: {_answer(claim, key)}" for key in _differing(group)
        )
    return ""


def _differing(group: ClaimGroup) -> list[str]:
    """The keys of the fields that the versions answer differently."""
    keys = {key for claim in group.claims for key in claim.fields}
    return sorted(key for key in keys if len({_answer(claim, key) for claim in group.claims}) > 1)


def _answer(claim: ClaimRecord, key: str) -> str:
    value = claim.fields.get(key)
    said = " / ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return " ".join(said.split())


def _mention_words(mention: str | None, group: ClaimGroup) -> str:
    found = group.mentions.get(mention or "")
    return " … ".join(part.quote for part in found.parts) if found else ""
