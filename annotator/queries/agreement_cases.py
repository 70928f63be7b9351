"""The cases behind a figure of agreement: what the annotators differ in, of one layer.

Asked by the view of agreement when a number is pressed.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.agreement.differences import KINDS, DifferenceKind
from annotator.model import Article
from annotator.queries.disagreements import claim_groups, disagreements

KINDS_OF: dict[str, tuple[DifferenceKind, ...]] = {
    "tokens": ("boundary", "missing", "speaker", "cue"),
    "claims": ("missing",),
    "boundaries": ("boundary", "missing"),
    "speakers": ("speaker",),
    "topics": ("topic",),
    "stance": ("stance",),
    "quotation": ("quotation",),
    "end_to_end": tuple(kind for kind in KINDS if kind not in ("boundary", "cue", "field")),
}
"""Layer -> the kinds of difference that lower its figure."""


class Case(Struct, frozen=True):
    """One difference. mark: the first version's id, to go there. words: of it. annotators: names; lacking: of those
    of them who have no version.
    """

    article: str
    title: str
    mark: str
    words: str
    kind: DifferenceKind
    annotators: tuple[str, ...]
    severity: float
    lacking: tuple[str, ...] = ()


def cases(
    session: Session,
    layer: str,
    *,
    annotator_ids: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    topic: str | None = None,
    without: Collection[str] = (),
) -> list[Case]:
    """The cases of a layer, worst first. None: everybody, all articles. topic: only claims that somebody gave it.

    without: articles of which nothing is to be shown, as to one who reads them blind.
    """
    groups = list(claim_groups(session, annotator_ids=annotator_ids, articles=articles, without=without))
    if topic is not None:
        groups = [
            each for each in groups if any(topic == about.topic for claim in each.claims for about in claim.topics)
        ]
    words = {claim.id: " … ".join(part.quote for part in claim.parts) for group in groups for claim in group.claims}
    lacking = {claim.id: tuple(each.name for each in group.missing) for group in groups for claim in group.claims}
    found, _ = disagreements(groups)
    titles: dict[str, str] = {row[0]: row[1] for row in session.execute(select(Article.id, Article.title))}
    return [
        Case(
            each.article,
            titles[each.article],
            each.marks[0],
            words[each.marks[0]],
            each.kind,
            each.annotators,
            each.severity,
            lacking[each.marks[0]],
        )
        for each in found
        if each.kind in KINDS_OF[layer]
    ]
