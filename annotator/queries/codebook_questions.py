"""Cases that reviewers flagged with "the codebook should say": where its words did not settle a claim.

Asked by the Codebook screen. A decision on several versions of one claim is one case.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.model import Annotator, Review
from annotator.queries.articles import article_titles
from annotator.queries.marks import marks_by_id
from annotator.records import Cause, ClaimRecord, MarkRecord, PassageRecord, Verdict


class CodebookQuestion(Struct, frozen=True):
    """One flagged case, latest first in lists.

    reviews: ids of its verdicts; verdicts: theirs in the same order. marks: the versions that are still
    there. article: id and title, quote and start of the first of these; None and empty when all were deleted
    since. topics: ids that the versions bear, merged ones resolved.
    """

    reviews: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    marks: tuple[str, ...]
    article: str | None
    title: str
    quote: str
    start: int
    topics: tuple[str, ...]
    reviewer: str
    cause: Cause | None
    reason: str
    created: str


def codebook_questions(session: Session, *, without: Collection[str] = ()) -> list[CodebookQuestion]:
    """All cases that are flagged, latest first. without: articles of which nothing is to be shown."""
    query = (
        select(Review, Annotator.name)
        .join(Annotator, Annotator.id == Review.annotator_id)
        .where(Review.codebook_question.is_(True))
        .order_by(Review.created.desc(), Review.annotator_id, Review.id)
    )
    cases: dict[tuple[str, str], list[Review]] = {}
    names: dict[str, str] = {}
    for review, name in session.execute(query):
        cases.setdefault((review.created, review.annotator_id), []).append(review)
        names[review.annotator_id] = name
    targets = {review.target for reviews in cases.values() for review in reviews}
    marks = {mark.id: mark for mark in marks_by_id(session, targets)}
    titles = article_titles(session, {mark.article for mark in marks.values()})
    found = [_case(reviews, marks, titles, names[reviewer]) for (_, reviewer), reviews in cases.items()]
    return [each for each in found if each.article not in without]


def _case(
    reviews: list[Review], marks: dict[str, MarkRecord], titles: dict[str, str], reviewer: str
) -> CodebookQuestion:
    there = [marks[review.target] for review in reviews if review.target in marks]
    there.sort(key=lambda mark: (mark.parts[0].start, mark.id))
    first = there[0] if there else None
    causes = [review.cause for review in reviews if review.cause]
    return CodebookQuestion(
        reviews=tuple(review.id for review in reviews),
        verdicts=tuple(review.verdict for review in reviews),  # type: ignore[misc]  # the column holds these words
        marks=tuple(mark.id for mark in there),
        article=first.article if first else None,
        title=titles[first.article] if first else "",
        quote=" … ".join(part.quote for part in first.parts) if first else "",
        start=first.parts[0].start if first else 0,
        topics=tuple(dict.fromkeys(topic for mark in there for topic in _topics(mark))),
        reviewer=reviewer,
        cause=causes[0] if causes else None,  # type: ignore[arg-type]  # the column holds these words
        reason=next((review.reason for review in reviews if review.reason), ""),
        created=reviews[0].created,
    )


def _topics(mark: MarkRecord) -> list[str]:
    if isinstance(mark, ClaimRecord):
        return [each.topic for each in mark.topics]
    return [mark.topic] if isinstance(mark, PassageRecord) else []
