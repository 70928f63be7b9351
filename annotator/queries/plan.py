"""Who is to read what, how far they are, and what is hidden from whom until then.

Asked by the plan's dialog, and by all that shows or writes marks of more than one annotator. An article that
somebody is to read blind hides the others' marks from them until they have finished it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Select, func, or_, select, true

from annotator.model.rows import table_of
from annotator.model.tables import ARTICLE, ASSIGNMENT, MARK, PROGRESS
from annotator.queries.annotators import annotator_named
from annotator.queries.compared import persons
from annotator.records import AnnotatorRecord, Purpose, State

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DONE = ("finished", "reviewed")


class PlannedArticle(Struct, frozen=True):
    """An article as the plan sees it: what is dealt out, and the outlet by which it is spread."""

    id: str
    title: str
    source: str | None


class Cell(Struct, frozen=True):
    """One article and one annotator. purposes: what the article is assigned for; empty when it is not."""

    state: State
    marks: int
    purposes: tuple[Purpose, ...]
    blind: bool


class PlanOverview(Struct, frozen=True):
    """articles in their order, persons by name, and a cell where there is anything to say."""

    articles: list[PlannedArticle]
    people: list[AnnotatorRecord]
    cells: dict[tuple[str, str], Cell]


def plan_overview(session: Session) -> PlanOverview:
    """The whole plan: article by annotator."""
    query = select(ARTICLE.c.id, ARTICLE.c.title, ARTICLE.c.source).order_by(ARTICLE.c.position, ARTICLE.c.id)
    articles = [PlannedArticle(*row) for row in session.execute(query)]
    states: dict[tuple[str, str], State] = {
        (row.article_id, row.annotator_id): row.state
        for row in session.execute(select(PROGRESS.c.article_id, PROGRESS.c.annotator_id, PROGRESS.c.state))
    }
    counted = select(MARK.c.article_id, MARK.c.annotator_id, func.count()).group_by(
        MARK.c.article_id, MARK.c.annotator_id
    )
    marks: dict[tuple[str, str], int] = {(row[0], row[1]): row[2] for row in session.execute(counted)}
    assigned: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for each in session.execute(select(ASSIGNMENT).order_by(ASSIGNMENT.c.purpose)):
        assigned[each.article_id, each.annotator_id].append(each)
    people = persons(session)
    known = {each.id for each in people}
    cells = {
        key: Cell(
            states.get(key, "in_progress" if marks.get(key) else "new"),
            marks.get(key, 0),
            tuple(each.purpose for each in assigned[key]),
            any(each.blind for each in assigned[key]),
        )
        for key in states.keys() | marks.keys() | set(assigned)
        if key[1] in known
    }
    return PlanOverview(articles, people, cells)


def own_finished(session: Session, annotator_ids: Sequence[str]) -> dict[str, list[PlannedArticle]]:
    """For each annotator the articles that they have finished, in their order."""
    query = (
        select(PROGRESS.c.annotator_id, ARTICLE.c.id, ARTICLE.c.title, ARTICLE.c.source)
        .join(ARTICLE, ARTICLE.c.id == PROGRESS.c.article_id)
        .where(PROGRESS.c.state.in_(DONE), PROGRESS.c.annotator_id.in_(annotator_ids))
        .order_by(ARTICLE.c.position, ARTICLE.c.id)
    )
    found: dict[str, list[PlannedArticle]] = {each: [] for each in annotator_ids}
    for row in session.execute(query):
        found[row.annotator_id].append(PlannedArticle(row.id, row.title, row.source))
    return found


def blind_articles(session: Session, annotator: str) -> set[str]:
    """The articles that the annotator, by name, is to read without seeing the others' marks, and has not finished.

    Who opens a finished one again reads it blind again, until it is finished again.
    """
    me = annotator_named(session, annotator)
    return set(session.execute(_blind(me)).scalars()) if me is not None else set()


def shown_to(session: Session, reader: str | None) -> ColumnElement[bool]:
    """A condition on marks, for lists over the whole project: without colleagues' in articles that are read blind.

    reader: name of who looks; None where nothing is hidden.
    """
    me = annotator_named(session, reader) if reader is not None else None
    return or_(MARK.c.annotator_id == me, MARK.c.article_id.not_in(_blind(me))) if me is not None else true()


def _blind(annotator_id: str) -> Select[str]:
    assigned = table_of("assignment").c
    finished = select(PROGRESS.c.article_id).where(PROGRESS.c.annotator_id == annotator_id, PROGRESS.c.state.in_(DONE))
    return select(assigned.article_id).where(
        assigned.annotator_id == annotator_id, assigned.blind.is_(True), assigned.article_id.not_in(finished)
    )
