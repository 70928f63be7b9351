"""Which articles there are, how far an annotator is with them, and what one holds.

Asked by the list of articles, the reader, and the command line.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import case, func, select

from annotator.errors import InvalidValue, UnknownRecord
from annotator.model.rows import article_from
from annotator.model.tables import ARTICLE, MARK, PROGRESS, TEXT
from annotator.model.values import require_texts
from annotator.queries.annotators import annotator_named
from annotator.queries.marks import tuples
from annotator.queries.plan import blind_articles
from annotator.records import ArticleRecord, State
from annotator.sentences import worded

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ArticleSummary(Struct, frozen=True, gc=False):
    """An article as a list shows it. state and claims are those of who asks; marks are everybody's, but for articles
    that who asks reads blind.

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
    empty: bool = False
    """Finished, as there was nothing to tag in it."""


_LISTED = (
    ARTICLE.c.id, ARTICLE.c.title, ARTICLE.c.byline, ARTICLE.c.published, ARTICLE.c.source, ARTICLE.c.url,
    ARTICLE.c.language, ARTICLE.c.characters, ARTICLE.c.revision,
)  # fmt: skip


def article_list(session: Session, annotator: str, ids: frozenset[str] | None = None) -> list[ArticleSummary]:
    """All articles in their order, or those of `ids`. annotator: name of who asks."""
    me = annotator_named(session, annotator)
    counts, progress = _counts(session, me, ids), _states(session, me, ids)
    blind = blind_articles(session, annotator)
    query = select(*_LISTED).order_by(ARTICLE.c.position, ARTICLE.c.id)
    if ids is not None:
        query = query.where(ARTICLE.c.id.in_(ids))
    nothing, unread = (0, 0, 0), (None, False)
    found = []
    for row in tuples(session, query):
        marks, mine, claims = counts.get(row[0], nothing)
        stored, empty = progress.get(row[0], unread)
        shown = mine if row[0] in blind else marks
        require_texts(row)
        found.append(ArticleSummary(*(*row, _state(stored, mine > 0), shown, claims, empty)))
    return found


def _state(stored: State | None, tagged: bool) -> State:
    if stored in ("finished", "reviewed"):
        return stored
    return "in_progress" if tagged or stored == "in_progress" else "new"


def _counts(session: Session, me: str | None, ids: frozenset[str] | None) -> dict[str, tuple[int, int, int]]:
    """Of each article with marks: marks of everybody, marks of the annotator, claims of the annotator."""
    own = MARK.c.annotator_id == me
    mine = func.sum(case((own, 1), else_=0))
    claims = func.sum(case((own & (MARK.c.kind == "claim"), 1), else_=0))
    query = select(MARK.c.article_id, func.count(), mine, claims).group_by(MARK.c.article_id)
    if ids is not None:
        query = query.where(MARK.c.article_id.in_(ids))
    return {article: (marks, mine, claims) for article, marks, mine, claims in tuples(session, query)}


def _states(session: Session, me: str | None, ids: frozenset[str] | None) -> dict[str, tuple[State, bool]]:
    """Of each article that was begun: the stored state, and whether it holds nothing to tag."""
    if me is None:
        return {}
    query = select(PROGRESS.c.article_id, PROGRESS.c.state, PROGRESS.c.nothing_to_tag)
    query = query.where(PROGRESS.c.annotator_id == me)
    if ids is not None:
        query = query.where(PROGRESS.c.article_id.in_(ids))
    return {row.article_id: (row.state, row.nothing_to_tag) for row in session.execute(query)}


def require_articles(session: Session, ids: Collection[str]) -> set[str]:
    """The ids, all of articles that there are. Raises InvalidValue for one that is not in the project."""
    there = set(session.execute(select(ARTICLE.c.id)).scalars())
    if missing := [each for each in ids if each not in there]:
        raise InvalidValue(
            worded("There is no article {missing} in this project; see annotator articles.", missing=missing[0])
        )
    return set(ids)


def article_titles(session: Session, ids: Collection[str]) -> dict[str, str]:
    """The titles of these articles, by id; at most 5,000 of them."""
    query = select(ARTICLE.c.id, ARTICLE.c.title).where(ARTICLE.c.id.in_(ids))
    return {row[0]: row[1] for row in session.execute(query)}


def article_text(session: Session, article_id: str, revision: int | None = None) -> str:
    """The text of an article, of its present revision where none is named. Raises UnknownRecord."""
    query = select(TEXT.c.text).where(TEXT.c.article_id == article_id)
    if revision is None:
        query = query.join(ARTICLE, ARTICLE.c.id == TEXT.c.article_id).where(TEXT.c.revision == ARTICLE.c.revision)
    else:
        query = query.where(TEXT.c.revision == revision)
    text: str | None = session.execute(query).scalar_one_or_none()
    if text is None:
        raise UnknownRecord(worded("This article is not in the project (any more)."))
    return text


def article(session: Session, article_id: str) -> ArticleRecord:
    """An article with its present text, without its earlier ones. Raises UnknownRecord."""
    row = session.execute(
        select(*ARTICLE.c, TEXT.c.text, TEXT.c.blocks, TEXT.c.links)
        .join(TEXT, TEXT.c.article_id == ARTICLE.c.id)
        .where(ARTICLE.c.id == article_id, TEXT.c.revision == ARTICLE.c.revision)
    ).first()
    if row is None:
        raise UnknownRecord(worded("This article is not in the project (any more)."))
    return article_from(row, row)


class Reading(Struct, frozen=True):
    """What an annotator noted of an article while reading.

    position: code point read up to. empty_blocks: numbers of the blocks in which there was nothing to tag.
    nothing_to_tag: there was nothing in the whole article.
    """

    position: int = 0
    nothing_to_tag: bool = False
    empty_blocks: frozenset[int] = frozenset()


def reading_of(session: Session, article_id: str, annotator: str) -> Reading:
    """How far the annotator (by name) has read in an article, and what was found empty."""
    me = annotator_named(session, annotator)
    query = select(PROGRESS.c.position, PROGRESS.c.nothing_to_tag, PROGRESS.c.empty_blocks)
    query = query.where(PROGRESS.c.article_id == article_id, PROGRESS.c.annotator_id == me)
    row = session.execute(query).one_or_none()
    return Reading() if row is None else Reading(row[0], row[1], frozenset(row[2] or ()))
