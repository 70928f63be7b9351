"""Where a speaker is named: the claims that a speaker makes, and the mentions, over all articles.

Asked by the page of speakers, for those who have to tell two speakers apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, union

from annotator.model.tables import ANNOTATOR, ARTICLE, CLAIM_SPEAKER, MARK, PART, SPEAKER
from annotator.queries.codebook import MOST_MARKS, TaggedText
from annotator.queries.marks import winners
from annotator.queries.plan import shown_to

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def marks_naming(session: Session, speaker_id: str, *, reader: str | None = None) -> list[TaggedText]:
    """Claims and mentions of everybody that name the speaker or one merged into it, in the order of the text.

    At most 2,000. reader: name of who looks; colleagues' marks in articles that they read blind are left out.
    """
    ids = {speaker_id, *(loser for loser, winner in winners(session, SPEAKER).items() if winner == speaker_id)}
    named = union(
        select(CLAIM_SPEAKER.c.article_id, CLAIM_SPEAKER.c.mark_id).where(CLAIM_SPEAKER.c.speaker_id.in_(ids)),
        select(MARK.c.article_id, MARK.c.id).where(MARK.c.speaker_id.in_(ids)),
    ).subquery("named")
    marks = (
        select(MARK.c.article_id, MARK.c.id, MARK.c.kind, MARK.c.start, MARK.c.codebook, MARK.c.annotator_id)
        .join(named, (named.c.article_id == MARK.c.article_id) & (named.c.mark_id == MARK.c.id))
        .join(ARTICLE, ARTICLE.c.id == MARK.c.article_id)
        .where(shown_to(session, reader))
        .order_by(ARTICLE.c.position, ARTICLE.c.id, MARK.c.start, MARK.c.id)
        .limit(MOST_MARKS)
        .subquery("marks")
    )
    query = (
        select(marks.c.id, marks.c.kind, marks.c.article_id, ARTICLE.c.title, ANNOTATOR.c.name, marks.c.start,
               marks.c.codebook, PART.c.quote)
        .join(ARTICLE, ARTICLE.c.id == marks.c.article_id)
        .join(ANNOTATOR, ANNOTATOR.c.id == marks.c.annotator_id)
        .join(
            PART,
            (PART.c.article_id == marks.c.article_id) & (PART.c.mark_id == marks.c.id) & (PART.c.role == "content"),
        )
        .order_by(ARTICLE.c.position, ARTICLE.c.id, marks.c.start, marks.c.id, PART.c.ordinal)
    )  # fmt: skip
    found: dict[str, TaggedText] = {}
    for mark, kind, article, title, annotator, start, made, quote in session.execute(query):
        before = found.get(mark)
        words = f"{before.quote} … {quote}" if before is not None else quote
        found[mark] = TaggedText(mark, kind, article, title, annotator, "", words, start, made)
    return list(found.values())
