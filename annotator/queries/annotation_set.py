"""The lines of an annotation set, in the order of the contract, as a stream.

Asked by export. Merged speakers and topics stay as they are: the loser's line says whom it points to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from annotator import __version__
from annotator.model import (
    Article,
    ArticleText,
    Assignment,
    CodebookVersion,
    Comment,
    Field,
    Progress,
    Project,
    Proposition,
    Review,
)
from annotator.model.rows import (
    MARK_COLUMNS,
    PART_COLUMNS,
    SPEAKER_COLUMNS,
    TOPIC_COLUMNS,
    article_from,
    marks_from,
    plain_from,
)
from annotator.model.tables import CLAIM_SPEAKER, CLAIM_TOPIC, MARK, PART
from annotator.queries import registry
from annotator.queries.annotators import annotators
from annotator.queries.marks import tuples
from annotator.records import ArticleRecord, ClaimRecord, ProgressRecord, Record, Revision, SetRecord, now

# Articles asked for at a time: enough to be fast, few enough to stay small in memory.
ARTICLES_A_PAGE = 200
_ARTICLE = MARK_COLUMNS.index(MARK.c.article_id)


def annotation_set(
    session: Session,
    *,
    annotator_ids: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    blind: Collection[str] = (),
    reader: str | None = None,
) -> Iterator[Record]:
    """All lines but the end. None means all annotators, all articles.

    blind: articles of which nothing is given but the marks of the reader, an annotator's id, and what belongs to
    them.

    With annotators named, only their marks, reviews, comments and progress are given; a claim's link to
    a mention that is left out falls away, its speaker stays.
    """
    project = session.execute(select(Project)).scalar_one()
    yield SetRecord("annotator-set", 1, project.id, project.name, now(), f"annotator {__version__}")
    yield from _plain(session, "codebook", select(CodebookVersion).order_by(CodebookVersion.number))
    yield from (each for each in annotators(session) if annotator_ids is None or each.id in annotator_ids)
    yield from _plain(session, "field", select(Field).order_by(Field.key))
    yield from registry.topics(session)
    yield from registry.speakers(session)
    order = _article_order(session, articles)
    pages = [order[i : i + ARTICLES_A_PAGE] for i in range(0, len(order), ARTICLES_A_PAGE)]
    for page in pages:
        yield from article_records(session, page)
    yield from _plain(session, "proposition", select(Proposition).order_by(Proposition.id))
    given: set[str] = set()
    partial = annotator_ids is not None or articles is not None or bool(blind)
    for kind in ("mention", "claim", "passage"):
        for page in pages:
            found = _marks(session, kind, page, annotator_ids)
            if not partial:
                yield from found
                continue
            for mark in found:
                if mark.article in blind and mark.annotator != reader:
                    continue
                if isinstance(mark, ClaimRecord):
                    mark = _without_dangling(mark, given)
                given.add(mark.id)
                yield mark
    yield from _about_marks(session, annotator_ids, given if partial else None)
    for record in _about_articles(session, annotator_ids, order):
        if not isinstance(record, ProgressRecord) or record.article not in blind or record.annotator == reader:
            yield record


def _plain(session: Session, kind: str, query: Any) -> Iterator[Record]:
    for row in session.execute(query).scalars():
        yield plain_from(kind, row)


def _article_order(session: Session, wanted: Collection[str] | None) -> list[str]:
    query = select(Article.id).order_by(Article.position, Article.id)
    ids = session.execute(query).scalars()
    return [each for each in ids if wanted is None or each in wanted]


def article_records(session: Session, page: Sequence[str]) -> Iterator[ArticleRecord]:
    """The articles of these ids, in their order, each with all its texts."""
    texts: dict[str, list[Any]] = {}
    query = select(*ArticleText.__table__.c).where(ArticleText.article_id.in_(page))
    for text in session.execute(query.order_by(ArticleText.article_id, ArticleText.revision)):
        texts.setdefault(text.article_id, []).append(text)
    found = session.execute(select(*Article.__table__.c).where(Article.id.in_(page)))
    rows = {row.id: row for row in found}
    for article_id in page:
        row = rows[article_id]
        *earlier, present = texts[article_id]
        old = tuple(Revision(e.revision, e.text, e.sha256, e.retrieved) for e in earlier)
        yield article_from(row, present, old)


def _marks(session: Session, kind: str, page: Sequence[str], annotator_ids: Collection[str] | None) -> list[Any]:
    mine = select(*MARK_COLUMNS).where(MARK.c.article_id.in_(page), MARK.c.kind == kind)
    if annotator_ids is not None:
        mine = mine.where(MARK.c.annotator_id.in_(annotator_ids))
    mine = mine.order_by(MARK.c.article_id, MARK.c.start, MARK.c.id)
    rows = {article: list(some) for article, some in groupby(tuples(session, mine), key=itemgetter(_ARTICLE))}
    if not rows:
        return []
    # Without the fence of an offset SQLite would begin with the parts, and look up the mark of each.
    kind_of_page = select(MARK.c.article_id, MARK.c.id).where(MARK.c.article_id.in_(page), MARK.c.kind == kind)
    ours = kind_of_page.offset(0).subquery()
    whose = (PART.c.article_id == ours.c.article_id) & (PART.c.mark_id == ours.c.id)
    parts = tuples(session, select(*PART_COLUMNS).join(ours, whose).order_by(*PART.primary_key.columns))
    said: Iterable[Any] = ()
    about: Iterable[Any] = ()
    if kind == "claim":
        said = _hanging(session, CLAIM_SPEAKER, SPEAKER_COLUMNS, page)
        about = _hanging(session, CLAIM_TOPIC, TOPIC_COLUMNS, page)
    return list(
        marks_from(chain.from_iterable(rows[article] for article in page if article in rows), parts, said, about)
    )


def _hanging(session: Session, table: Table, columns: Sequence[Any], page: Sequence[str]) -> Iterator[Any]:
    """The rows of marks in these articles, by their ordinal; the mark's id comes first."""
    query = select(*columns).where(table.c.article_id.in_(page))
    return tuples(session, query.order_by(*table.primary_key.columns))


def _without_dangling(claim: ClaimRecord, given: set[str]) -> ClaimRecord:
    from msgspec import structs

    if all(each.mention is None or each.mention in given for each in claim.speakers):
        return claim
    kept = [
        each if each.mention is None or each.mention in given else structs.replace(each, mention=None)
        for each in claim.speakers
    ]
    return structs.replace(claim, speakers=tuple(each for each in kept if each.speaker or each.mention))


def _about_marks(session: Session, annotator_ids: Collection[str] | None, given: set[str] | None) -> Iterator[Record]:
    for kind, noun in (("review", Review), ("comment", Comment)):
        for record in _plain(session, kind, select(noun).order_by(noun.id)):
            whose = getattr(record, "annotator", None)
            target = getattr(record, "target", None)
            if (annotator_ids is None or whose in annotator_ids) and (given is None or target in given):
                yield record


def _about_articles(session: Session, annotator_ids: Collection[str] | None, order: Sequence[str]) -> Iterator[Record]:
    place = {article_id: number for number, article_id in enumerate(order)}
    nouns: tuple[tuple[str, Any], ...] = (("progress", Progress), ("assignment", Assignment))
    for kind, noun in nouns:
        rows: list[Any] = [
            row
            for row in session.execute(select(noun)).scalars()
            if row.article_id in place and (annotator_ids is None or row.annotator_id in annotator_ids)
        ]
        purpose = "purpose" if kind == "assignment" else "state"
        rows.sort(key=lambda row: (place[row.article_id], row.annotator_id, getattr(row, purpose)))
        for row in rows:
            yield plain_from(kind, row)
