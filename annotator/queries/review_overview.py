"""How far each annotator is with each article, and how far the article is reviewed: a matrix.

Asked by the overview of the Review screen.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct, convert
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.model import Article, Mark, Progress
from annotator.queries.compared import persons
from annotator.queries.plan import blind_articles
from annotator.records import AnnotatorRecord, State


class Work(Struct, frozen=True, gc=False):
    """One annotator's work on one article."""

    state: State
    claims: int


class OverviewRow(Struct, frozen=True):
    """One article. work: annotator id -> what they did; who did nothing there is not in it."""

    article: str
    title: str
    work: dict[str, Work]


class Overview(Struct, frozen=True):
    """All articles in their order, and the persons who worked on any, by name."""

    annotators: tuple[AnnotatorRecord, ...]
    rows: tuple[OverviewRow, ...]


def review_overview(session: Session, reader: str | None = None) -> Overview:
    """The matrix of all articles. reader: name of who looks; of articles that they read blind only they are shown."""
    claims: defaultdict[str, dict[str, int]] = defaultdict(dict)
    tagged: defaultdict[str, set[str]] = defaultdict(set)
    counted = select(Mark.article_id, Mark.kind, Mark.annotator_id, func.count()).group_by(
        Mark.article_id, Mark.kind, Mark.annotator_id
    )
    for article, kind, annotator, count in session.execute(counted):
        tagged[article].add(annotator)
        if kind == "claim":
            claims[article][annotator] = count
    states: defaultdict[str, dict[str, State]] = defaultdict(dict)
    query = select(Progress.article_id, Progress.annotator_id, Progress.state)
    for row in session.execute(query):
        states[row.article_id][row.annotator_id] = convert(row.state, State)
    people = persons(session)
    blind = blind_articles(session, reader) if reader is not None else set()
    rows = []
    seen: set[str] = set()
    for article, title in session.execute(select(Article.id, Article.title).order_by(Article.position, Article.id)):
        work = {}
        for each in people:
            state = states[article].get(each.id)
            if each.id in tagged[article] and state in (None, "new"):
                state = "in_progress"
            if state is not None and (article not in blind or each.name == reader):
                work[each.id] = Work(state, claims[article].get(each.id, 0))
        seen |= work.keys()
        rows.append(OverviewRow(article, title, work))
    return Overview(tuple(each for each in people if each.id in seen), tuple(rows))
