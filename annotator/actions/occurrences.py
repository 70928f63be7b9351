"""Apply to all occurrences: the ticked places become mentions or passages, as one step.

Called after `queries/occurrences.py` has listed the places and somebody has ticked them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import acting, found
from annotator.actions.tagging import new_mark
from annotator.model import Article, Mark, Part, Speaker, Topic
from annotator.sentences import worded
from annotator.store import Store

Place = tuple[str, int, int]
"""Article id and half-open code points of its present text."""


def tag_occurrences(
    store: Store,
    kind: Literal["mention", "passage"],
    target: str,
    places: Sequence[Place],
    *,
    by: str | None = None,
    origin: object = None,
) -> int:
    """Mentions of a speaker, or passages about a topic, at all the places; returns how many were made.

    target: the speaker's or topic's id. A place that a mark of one's own of that kind touches by now is left
    out. Raises UnknownRecord and InvalidSpan with nothing made.
    """
    label = worded("Tag mentions") if kind == "mention" else worded("Tag passages")
    with store.change(label, by=by, origin=origin) as session:
        found(session, Speaker if kind == "mention" else Topic, target, "speaker" if kind == "mention" else "topic")
        made, annotator = 0, acting(session)
        for article, start, end in places:
            if not _touched(session, kind, annotator, article, start, end):
                speaker, topic = (target, None) if kind == "mention" else (None, target)
                new_mark(session, kind, article, [(start, end)], None, speaker_id=speaker, topic_id=topic)
                made += 1
        return made


def _touched(session: Session, kind: str, annotator: str, article: str, start: int, end: int) -> bool:
    query = (
        select(Part.mark_id)
        .join(Mark, (Mark.article_id == Part.article_id) & (Mark.id == Part.mark_id))
        .join(Article, (Article.id == Mark.article_id) & (Article.revision == Mark.revision))
        .where(
            Part.article_id == article,
            Part.role == "content",
            Part.start < end,
            Part.end > start,
            Mark.kind == kind,
            Mark.annotator_id == annotator,
        )
        .limit(1)
    )
    return session.execute(query).first() is not None
