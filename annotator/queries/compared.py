"""Which articles several persons worked on, and their marks there: what can be compared.

Asked by the questions about disagreements and agreement, and by the plan. Suggesters and the consensus are
not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import or_, select

from annotator.model.rows import plain_from
from annotator.model.tables import ANNOTATOR, ARTICLE, ASSIGNMENT, MARK, PROGRESS
from annotator.queries.marks import MOST_IDS, marks_of_articles
from annotator.records import AnnotatorRecord, MarkRecord

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# Enough to ask seldom, few enough to stay small in memory and to be stopped soon.
ARTICLES_A_PAGE = 100
AGAIN = " (again)"
"""What follows a person's name where the second reading of an article is kept, to be compared with the first."""


class ComparedArticle(Struct, frozen=True):
    """An article that two persons or more worked on.

    annotators: they, by name. marks: theirs in the present text, in its order; merged speakers and topics
    are resolved. Marks that were left behind on an earlier text are not among them.
    """

    article: str
    annotators: tuple[AnnotatorRecord, ...]
    marks: tuple[MarkRecord, ...]


def persons(session: Session) -> list[AnnotatorRecord]:
    """All persons that the project knows, by name."""
    query = select(ANNOTATOR).where(ANNOTATOR.c.kind == "person").order_by(ANNOTATOR.c.name, ANNOTATOR.c.id)
    return [
        record for row in session.execute(query) if isinstance(record := plain_from("annotator", row), AnnotatorRecord)
    ]


def workers(
    session: Session, *, annotator_ids: Collection[str] | None = None, articles: Collection[str] | None = None
) -> dict[str, set[str]]:
    """For each article the ids of the persons who worked on it, articles in their order.

    Who tagged something there did, and who finished it having found nothing to tag. None: all, but for
    those who read their own old articles again.
    """
    tagged = select(MARK.c.article_id, MARK.c.annotator_id).distinct()
    done = select(PROGRESS.c.article_id, PROGRESS.c.annotator_id).where(
        or_(PROGRESS.c.state.in_(("finished", "reviewed")), PROGRESS.c.nothing_to_tag)
    )
    order = select(ARTICLE.c.id).order_by(ARTICLE.c.position, ARTICLE.c.id)
    if articles is not None and len(articles) <= MOST_IDS:
        # A few articles are asked about again and again while a project is compared.
        tagged, done = tagged.where(MARK.c.article_id.in_(articles)), done.where(PROGRESS.c.article_id.in_(articles))
        order = order.where(ARTICLE.c.id.in_(articles))
    known = {each.id for each in persons(session)}
    known = known - _reading_again(session) if annotator_ids is None else known & set(annotator_ids)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for query in (tagged, done):
        for article_id, annotator_id in session.execute(query):
            if annotator_id in known:
                found[article_id].add(annotator_id)
    ids = session.execute(order).scalars()
    return {each: found[each] for each in ids if each in found and (articles is None or each in articles)}


def _reading_again(session: Session) -> set[str]:
    """The ids under which persons read their own old articles again: compared only when they are named."""
    query = select(ANNOTATOR.c.id, ANNOTATOR.c.name).join(ASSIGNMENT, ASSIGNMENT.c.annotator_id == ANNOTATOR.c.id)
    rows = session.execute(query.where(ASSIGNMENT.c.purpose == "repeat"))
    return {row.id for row in rows if row.name.endswith(AGAIN)}


def compared_articles(
    session: Session,
    *,
    annotator_ids: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    without: Collection[str] = (),
) -> Iterator[ComparedArticle]:
    """The articles that two persons or more of those named worked on, in their order. None: all.

    without: articles that are not to be looked at, as by one who reads them blind.
    """
    known = {each.id: each for each in persons(session)}
    at_work = workers(session, annotator_ids=annotator_ids, articles=articles)
    shared = [article for article, ids in at_work.items() if len(ids) > 1 and article not in without]
    for first in range(0, len(shared), ARTICLES_A_PAGE):
        page = shared[first : first + ARTICLES_A_PAGE]
        revisions: dict[str, int] = {
            row[0]: row[1]
            for row in session.execute(select(ARTICLE.c.id, ARTICLE.c.revision).where(ARTICLE.c.id.in_(page)))
        }
        marks: defaultdict[str, list[MarkRecord]] = defaultdict(list)
        for mark in marks_of_articles(session, page):
            if mark.annotator in at_work[mark.article] and mark.revision == revisions[mark.article]:
                marks[mark.article].append(mark)
        for article in page:
            annotators = tuple(each for each in known.values() if each.id in at_work[article])
            yield ComparedArticle(article, annotators, tuple(marks[article]))
