"""Verdicts, comments and consensus versions: what was said about marks.

Asked by the Review screen for the queue, and by the Annotate screen, where an author sees what became of a
mark and answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from sqlalchemy import ColumnElement, select

from annotator.model.rows import plain_from
from annotator.model.tables import ANNOTATOR, COMMENT, MARK, REVIEW
from annotator.queries.marks import MOST_IDS, marks_by_id, tuples
from annotator.records import CommentRecord, MarkRecord, ReviewRecord

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class MarkReview(Struct, frozen=True):
    """What was said about one mark: verdicts, latest first; comments, oldest first; the consensus version."""

    reviews: tuple[ReviewRecord, ...] = ()
    comments: tuple[CommentRecord, ...] = ()
    consensus: MarkRecord | None = None


class DecidedDifferently(Struct, frozen=True):
    """A mark of an annotator that the consensus does not hold as it is; the verdict that says so."""

    mark: MarkRecord
    review: ReviewRecord
    consensus: MarkRecord | None


def consensus_id(session: Session) -> str | None:
    """The id of the annotator who is the consensus; None before the first decision."""
    query = select(ANNOTATOR.c.id).where(ANNOTATOR.c.kind == "consensus").order_by(ANNOTATOR.c.id).limit(1)
    return session.execute(query).scalar_one_or_none()


def reviews_on(session: Session, marks: Collection[str]) -> dict[str, list[ReviewRecord]]:
    """The verdicts on these marks, latest first."""
    found: defaultdict[str, list[ReviewRecord]] = defaultdict(list)
    for page in _pages(marks):
        query = select(REVIEW).where(REVIEW.c.target.in_(page)).order_by(REVIEW.c.created.desc(), REVIEW.c.id)
        for row in session.execute(query):
            found[row.target].append(_review(row))
    return dict(found)


def _review(row: Any) -> ReviewRecord:
    record = plain_from("review", row)
    assert isinstance(record, ReviewRecord)
    return record


def consensus_marks(session: Session, articles: Collection[str]) -> list[MarkRecord]:
    """The consensus' claims in these articles; merged names are resolved."""
    consensus = consensus_id(session)
    if consensus is None:
        return []
    query = select(MARK.c.id).where(
        MARK.c.article_id.in_(articles), MARK.c.annotator_id == consensus, MARK.c.kind == "claim"
    )
    return marks_by_id(session, [row[0] for row in tuples(session, query)])


def said_about(session: Session, articles: Collection[str]) -> dict[str, MarkReview]:
    """Mark id -> what was said about it, for all marks of these articles of which anything was said."""
    here: ColumnElement[bool] = MARK.c.article_id.in_(articles)
    given = select(REVIEW).join(MARK, MARK.c.id == REVIEW.c.target).where(here)
    written = select(COMMENT).join(MARK, MARK.c.id == COMMENT.c.target).where(here)
    reviews: defaultdict[str, list[ReviewRecord]] = defaultdict(list)
    for row in session.execute(given.order_by(REVIEW.c.created.desc(), REVIEW.c.id)):
        reviews[row.target].append(_review(row))
    comments: defaultdict[str, list[CommentRecord]] = defaultdict(list)
    for comment in session.execute(written.order_by(COMMENT.c.created, COMMENT.c.id)):
        record = plain_from("comment", comment)
        assert isinstance(record, CommentRecord)
        comments[record.target].append(record)
    versions = _versions(consensus_marks(session, articles) if reviews else [])
    return {
        mark: MarkReview(
            tuple(reviews.get(mark, ())),
            tuple(comments.get(mark, ())),
            _consensus_of(mark, reviews.get(mark, ()), versions),
        )
        for mark in {*reviews, *comments}
    }


def decided_differently(session: Session, annotator_id: str | None) -> list[DecidedDifferently]:
    """The annotator's marks whose latest verdict rejects or amends them, by article and place in the text."""
    if annotator_id is None:
        return []
    mine: ColumnElement[bool] = MARK.c.annotator_id == annotator_id
    query = (
        select(REVIEW.c.target)
        .join(MARK, MARK.c.id == REVIEW.c.target)
        .where(mine, REVIEW.c.verdict != "accepted")
        .distinct()
    )
    reviews = reviews_on(session, list(session.execute(query).scalars()))
    latest = {mark: found[0] for mark, found in reviews.items() if found[0].verdict != "accepted"}
    marks = marks_by_id(session, latest)
    versions = _versions(consensus_marks(session, {mark.article for mark in marks}))
    marks.sort(key=lambda mark: (mark.article, mark.parts[0].start, mark.id))
    return [
        DecidedDifferently(mark, latest[mark.id], _consensus_of(mark.id, reviews[mark.id], versions)) for mark in marks
    ]


class _Versions(Struct):
    by_id: dict[str, MarkRecord]
    by_origin: dict[str, MarkRecord]


def _versions(marks: Iterable[MarkRecord]) -> _Versions:
    found = _Versions({}, {})
    for mark in marks:
        found.by_id[mark.id] = mark
        found.by_origin.update(dict.fromkeys(mark.origins, mark))
    return found


def _consensus_of(mark: str, reviews: Iterable[ReviewRecord], versions: _Versions) -> MarkRecord | None:
    named = [versions.by_id[each.replacement] for each in reviews if each.replacement in versions.by_id]
    return named[0] if named else versions.by_origin.get(mark)


def _pages(marks: Collection[str]) -> Iterator[list[str]]:
    wanted: list[Any] = list(marks)
    for first in range(0, len(wanted), MOST_IDS):
        yield wanted[first : first + MOST_IDS]
