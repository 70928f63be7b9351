"""Propositions, how often each is asserted, and where, over time.

Asked by the type-ahead list of the key L and by the list of appearances.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import func, select

from annotator.model.rows import table_of
from annotator.model.tables import ANNOTATOR, ARTICLE, CLAIM_SPEAKER, MARK, PART, SPEAKER
from annotator.queries.marks import winners
from annotator.queries.plan import shown_to

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Known(Struct, frozen=True):
    """A proposition and how many claims of everybody assert it."""

    id: str
    text: str
    note: str
    claims: int


class Appearance(Struct, frozen=True):
    """A claim that asserts a proposition. published: of the article, year, month or day."""

    claim: str
    article: str
    title: str
    source: str | None
    published: str | None
    quote: str
    speakers: tuple[str, ...]
    annotator: str


def propositions(session: Session) -> list[Known]:
    """All propositions, those asserted most often first."""
    asserted = MARK.c.proposition_id
    counts = select(asserted, func.count()).where(asserted.is_not(None)).group_by(asserted)
    claims: dict[str, int] = {row[0]: row[1] for row in session.execute(counts)}
    known = table_of("proposition").c
    rows = session.execute(select(known.id, known.text, known.note))
    found = [Known(id_, text, note, claims.get(id_, 0)) for id_, text, note in rows]
    return sorted(found, key=lambda each: (-each.claims, each.text.casefold(), each.id))


def appearances(session: Session, proposition_id: str, *, reader: str | None = None) -> list[Appearance]:
    """The claims that assert it, by the day of the article; undated ones last.

    reader: name of who looks; colleagues' claims in articles that they read blind are left out.
    """
    query = (
        select(
            MARK.c.id, MARK.c.article_id, ARTICLE.c.title, ARTICLE.c.source, ARTICLE.c.published, PART.c.quote,
            ANNOTATOR.c.name,
        )
        .join(ARTICLE, ARTICLE.c.id == MARK.c.article_id)
        .join(ANNOTATOR, ANNOTATOR.c.id == MARK.c.annotator_id)
        .join(
            PART,
            (PART.c.article_id == MARK.c.article_id) & (PART.c.mark_id == MARK.c.id) & (PART.c.role == "content"),
        )
        .where(MARK.c.proposition_id == proposition_id, shown_to(session, reader))
        .order_by(
            func.coalesce(ARTICLE.c.published, "9999"), ARTICLE.c.position, ARTICLE.c.id, MARK.c.start, MARK.c.id,
            PART.c.ordinal,
        )
    )  # fmt: skip
    found: dict[str, Appearance] = {}
    said = _speakers(session, proposition_id)
    for id_, article, title, source, published, quote, annotator in session.execute(query):
        words = f"{found[id_].quote} … {quote}" if id_ in found else quote
        found[id_] = Appearance(id_, article, title, source, published, words, tuple(said[id_]), annotator)
    return list(found.values())


def _speakers(session: Session, proposition_id: str) -> dict[str, list[str]]:
    merged = winners(session, SPEAKER)
    query = (
        select(CLAIM_SPEAKER.c.mark_id, CLAIM_SPEAKER.c.speaker_id)
        .join(MARK, (MARK.c.article_id == CLAIM_SPEAKER.c.article_id) & (MARK.c.id == CLAIM_SPEAKER.c.mark_id))
        .where(MARK.c.proposition_id == proposition_id, CLAIM_SPEAKER.c.speaker_id.is_not(None))
        .order_by(CLAIM_SPEAKER.c.mark_id, CLAIM_SPEAKER.c.ordinal)
    )
    rows = [(mark, merged.get(id_ or "", id_)) for mark, id_ in session.execute(query)]
    ids = {id_ for _, id_ in rows}
    names = dict(session.execute(select(SPEAKER.c.id, SPEAKER.c.name).where(SPEAKER.c.id.in_(ids))).all())
    found: dict[str, list[str]] = defaultdict(list)
    for mark, id_ in rows:
        if (name := names.get(id_ or "", "")) and name not in found[mark]:
            found[mark].append(name)
    return found
