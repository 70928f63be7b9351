"""Speakers and topics, and which of them an annotator used last.

Asked by the type-ahead lists and the panel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Table, func, select

from annotator.model.rows import plain_from, speaker_from, table_of, topic_from
from annotator.model.tables import CLAIM_SPEAKER, CLAIM_TOPIC, CODEBOOK, MARK, SPEAKER, TOPIC
from annotator.queries.marks import winners
from annotator.records import FieldRecord, SpeakerRecord, TopicRecord

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

RECENT = 50
_VERSION = select(func.coalesce(func.max(CODEBOOK.c.number), 0))


def speakers(session: Session) -> list[SpeakerRecord]:
    """The whole registry by id, merged ones included (`merged_into` tells)."""
    return [speaker_from(row) for row in session.execute(select(*SPEAKER.c).order_by(SPEAKER.c.id))]


def topics(session: Session) -> list[TopicRecord]:
    """The whole codebook by id, merged and retired ones included."""
    return [topic_from(row) for row in session.execute(select(*TOPIC.c).order_by(TOPIC.c.id))]


def fields(session: Session) -> list[FieldRecord]:
    """The project's own fields in their order."""
    columns = table_of("field").c
    rows = session.execute(select(*columns).order_by(columns.place, columns.key))
    return [record for row in rows if isinstance(record := plain_from("field", row), FieldRecord)]


def codebook_version(session: Session) -> int:
    """The number of the present version of the codebook; 0 before the first."""
    return int(session.execute(_VERSION).scalar_one())


def recent_speakers(session: Session, annotator_id: str | None) -> list[str]:
    """Ids of the speakers that the annotator used last, latest first; at most 50."""
    return _recent(session, annotator_id, CLAIM_SPEAKER, CLAIM_SPEAKER.c.speaker_id, winners(session, SPEAKER))


def recent_topics(session: Session, annotator_id: str | None) -> list[str]:
    """Ids of the topics that the annotator used last, latest first; at most 50."""
    return _recent(session, annotator_id, CLAIM_TOPIC, CLAIM_TOPIC.c.topic_id, winners(session, TOPIC))


def _recent(
    session: Session, annotator_id: str | None, table: Table, column: Column[Any], merged: dict[str, str]
) -> list[str]:
    if annotator_id is None:
        return []
    latest = (
        select(MARK.c.article_id, MARK.c.id, MARK.c.updated)
        .where(MARK.c.annotator_id == annotator_id, MARK.c.kind == "claim")
        .order_by(MARK.c.updated.desc())
        .limit(RECENT * 4)
        .subquery()
    )
    query = (
        select(column)
        .join(latest, (latest.c.article_id == table.c.article_id) & (latest.c.id == table.c.mark_id))
        .where(column.is_not(None))
        .order_by(latest.c.updated.desc())
    )
    found = dict.fromkeys(merged.get(id_, id_) for id_ in session.execute(query).scalars())
    return list(found)[:RECENT]
