"""Which articles there are, how far an annotator is with them, and what one holds.

Asked by the list of articles, the reader, and the command line.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.errors import InvalidValue, UnknownRecord
from annotator.model import Article, ArticleText, Mark, Progress
from annotator.model.rows import blocks_from, links_from
from annotator.queries.annotators import annotator_named
from annotator.records import ArticleRecord, State


class ArticleSummary(Struct, frozen=True, gc=False):
    """An article as a list shows it. state and claims are those of who asks; marks are everybody's.

    characters: code points of the present text.
    """

    id: str
    title: str
    byline: str | None
    published: str | None
    source: str | None
    url: str | None
    language: str | None
    characters: int
    revision: int
    state: State
    marks: int
    claims: int


def article_list(session: Session, annotator: str, ids: frozenset[str] | None = None) -> list[ArticleSummary]:
    """All articles in their order, or those of `ids`. annotator: name of who asks."""
    me = annotator_named(session, annotator)
    marks, claims, mine = _counts(session, me, ids)
    states = _states(session, me, ids)
    query = select(
        Article.id, Article.title, Article.byline, Article.published, Article.source, Article.url,
        Article.language, Article.characters, Article.revision,
    ).order_by(Article.position, Article.id)  # fmt: skip
    if ids is not None:
        query = query.where(Article.id.in_(ids))
    return [
        ArticleSummary(
            *row,
            state=_state(states.get(row[0]), bool(mine.get(row[0]))),
            marks=marks.get(row[0], 0),
            claims=claims.get(row[0], 0),
        )
        for row in session.execute(query)
    ]


def _state(stored: State | None, tagged: bool) -> State:
    if stored in ("finished", "reviewed"):
        return stored
    return "in_progress" if tagged or stored == "in_progress" else "new"


def _counts(
    session: Session, me: str | None, ids: frozenset[str] | None
) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Marks of everybody, claims of the annotator, marks of the annotator: article id -> number."""
    query = select(Mark.article_id, Mark.kind, Mark.annotator_id, func.count()).group_by(
        Mark.article_id, Mark.kind, Mark.annotator_id
    )
    if ids is not None:
        query = query.where(Mark.article_id.in_(ids))
    marks: dict[str, int] = {}
    claims: dict[str, int] = {}
    mine: dict[str, int] = {}
    for article, kind, annotator, count in session.execute(query):
        marks[article] = marks.get(article, 0) + count
        if annotator == me:
            mine[article] = mine.get(article, 0) + count
            if kind == "claim":
                claims[article] = claims.get(article, 0) + count
    return marks, claims, mine


def _states(session: Session, me: str | None, ids: frozenset[str] | None) -> dict[str, State]:
    if me is None:
        return {}
    query = select(Progress.article_id, Progress.state).where(Progress.annotator_id == me)
    if ids is not None:
        query = query.where(Progress.article_id.in_(ids))
    return {row.article_id: row.state for row in session.execute(query)}


def require_articles(session: Session, ids: Collection[str]) -> set[str]:
    """The ids, all of articles that there are. Raises InvalidValue for one that is not in the project."""
    there = set(session.execute(select(Article.id)).scalars())
    if missing := [each for each in ids if each not in there]:
        raise InvalidValue(f"There is no article {missing[0]} in this project; see annotator articles.")
    return set(ids)


def article_text(session: Session, article_id: str, revision: int | None = None) -> str:
    """The text of an article, of its present revision where none is named. Raises UnknownRecord."""
    query = select(ArticleText.text).where(ArticleText.article_id == article_id)
    if revision is None:
        query = query.join(Article, Article.id == ArticleText.article_id).where(
            ArticleText.revision == Article.revision
        )
    else:
        query = query.where(ArticleText.revision == revision)
    text = session.execute(query).scalar_one_or_none()
    if text is None:
        raise UnknownRecord("This article is not in the project (any more).")
    return text


def article(session: Session, article_id: str) -> ArticleRecord:
    """An article with its present text, without its earlier ones. Raises UnknownRecord."""
    row = session.execute(
        select(Article, ArticleText.text, ArticleText.blocks, ArticleText.links)
        .join(ArticleText, ArticleText.article_id == Article.id)
        .where(Article.id == article_id, ArticleText.revision == Article.revision)
    ).first()
    if row is None:
        raise UnknownRecord("This article is not in the project (any more).")
    found, text, blocks, links = row
    return ArticleRecord(
        id=found.id,
        title=found.title,
        byline=found.byline,
        published=found.published,
        source=found.source,
        url=found.url,
        language=found.language,
        text=text,
        sha256=found.sha256,
        revision=found.revision,
        earlier=(),
        blocks=blocks_from(blocks),
        links=links_from(links),
        file=found.file,
        retrieved=found.retrieved,
        meta=found.meta or {},
    )


def empty_blocks(session: Session, article_id: str, annotator: str) -> frozenset[int]:
    """Numbers of the blocks in which the annotator (by name) found nothing to tag."""
    me = annotator_named(session, annotator)
    query = select(Progress.empty_blocks).where(Progress.article_id == article_id, Progress.annotator_id == me)
    return frozenset(session.execute(query).scalar_one_or_none() or ())
