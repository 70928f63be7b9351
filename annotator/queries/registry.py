"""Speakers and topics, and which of them an annotator used last.

Asked by the type-ahead lists and the panel.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from annotator.model import ClaimSpeaker, ClaimTopic, CodebookVersion, Field, Mark, Speaker, Topic
from annotator.model.rows import plain_from, speaker_from, topic_from
from annotator.queries.marks import winners
from annotator.records import FieldRecord, SpeakerRecord, TopicRecord

RECENT = 50


def speakers(session: Session) -> list[SpeakerRecord]:
    """The whole registry by id, merged ones included (`merged_into` tells)."""
    return [speaker_from(row) for row in session.execute(select(*Speaker.__table__.c).order_by(Speaker.id))]


def topics(session: Session) -> list[TopicRecord]:
    """The whole codebook by id, merged and retired ones included."""
    return [topic_from(row) for row in session.execute(select(*Topic.__table__.c).order_by(Topic.id))]


def fields(session: Session) -> list[FieldRecord]:
    """The project's own fields in their order."""
    rows = session.execute(select(Field).order_by(Field.place, Field.key)).scalars()
    return [record for row in rows if isinstance(record := plain_from("field", row), FieldRecord)]


def codebook_version(session: Session) -> int:
    """The number of the present version of the codebook; 0 before the first."""
    return int(session.execute(select(func.coalesce(func.max(CodebookVersion.number), 0))).scalar_one())


def recent_speakers(session: Session, annotator_id: str | None) -> list[str]:
    """Ids of the speakers that the annotator used last, latest first; at most 50."""
    return _recent(session, annotator_id, ClaimSpeaker, ClaimSpeaker.speaker_id, winners(session, Speaker))


def recent_topics(session: Session, annotator_id: str | None) -> list[str]:
    """Ids of the topics that the annotator used last, latest first; at most 50."""
    return _recent(session, annotator_id, ClaimTopic, ClaimTopic.topic_id, winners(session, Topic))


def _recent(
    session: Session,
    annotator_id: str | None,
    noun: type[ClaimSpeaker] | type[ClaimTopic],
    column: InstrumentedAttribute[Any],
    merged: dict[str, str],
) -> list[str]:
    if annotator_id is None:
        return []
    latest = (
        select(Mark.article_id, Mark.id, Mark.updated)
        .where(Mark.annotator_id == annotator_id, Mark.kind == "claim")
        .order_by(Mark.updated.desc())
        .limit(RECENT * 4)
        .subquery()
    )
    query = (
        select(column)
        .join(latest, (latest.c.article_id == noun.article_id) & (latest.c.id == noun.mark_id))
        .where(column.is_not(None))
        .order_by(latest.c.updated.desc())
    )
    found = dict.fromkeys(merged.get(id_, id_) for id_ in session.execute(query).scalars())
    return list(found)[:RECENT]
