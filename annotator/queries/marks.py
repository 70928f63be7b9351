"""The marks of an article, as records.

Asked by the reader and the panel: all of an article's marks once, afterwards only those that changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import structs
from sqlalchemy import BindParameter, Select, Table, bindparam, select

from annotator.model.rows import MARK_COLUMNS, PART_COLUMNS, SPEAKER_COLUMNS, TOPIC_COLUMNS, marks_from
from annotator.model.tables import CLAIM_SPEAKER, CLAIM_TOPIC, MARK, PART, SPEAKER, TOPIC
from annotator.records import ClaimRecord, MarkRecord, MentionRecord, PassageRecord

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# SQLite takes some 32,000 values in one statement.
MOST_IDS = 5000
_MERGED: dict[Table, Select[Any]] = {
    table: select(table.c.id, table.c.merged_into_id).where(table.c.merged_into_id.is_not(None))
    for table in (SPEAKER, TOPIC)
}

# Built once: every key that changes a mark asks for it again.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ARTICLES: BindParameter[Any] = bindparam("articles", expanding=True)
_ARTICLES_OF_MARKS = select(MARK.c.article_id).distinct().where(MARK.c.id.in_(_IDS))
_MARKS_BY_ID = (
    select(*MARK_COLUMNS).where(MARK.c.id.in_(_IDS)),
    *(
        select(*columns)
        .where(table.c.article_id.in_(_ARTICLES), table.c.mark_id.in_(_IDS))
        .order_by(*table.primary_key.columns)
        for table, columns in (
            (PART, PART_COLUMNS),
            (CLAIM_SPEAKER, SPEAKER_COLUMNS),
            (CLAIM_TOPIC, TOPIC_COLUMNS),
        )
    ),
)


def marks_of(session: Session, article_id: str) -> list[MarkRecord]:
    """All marks of everybody in the article, in any order. Merged speakers and topics are resolved.

    Sorting would take the database longer than a reader takes to find 10,000 marks their places.
    """
    return _of_articles(session, [article_id], order=())


def marks_of_articles(session: Session, article_ids: Collection[str]) -> list[MarkRecord]:
    """All marks of everybody in these articles, at most 5,000 of them, by article and in text order.

    Merged speakers and topics are resolved.
    """
    return _of_articles(session, article_ids, order=(MARK.c.article_id, MARK.c.start, MARK.c.id))


def _of_articles(session: Session, article_ids: Collection[str], order: Sequence[Any]) -> list[MarkRecord]:
    def hanging(table: Any, columns: Any) -> Select[Any]:
        return select(*columns).where(table.c.article_id.in_(article_ids)).order_by(*table.primary_key.columns)

    queries = (
        select(*MARK_COLUMNS).where(MARK.c.article_id.in_(article_ids)).order_by(*order),
        hanging(PART, PART_COLUMNS),
        hanging(CLAIM_SPEAKER, SPEAKER_COLUMNS),
        hanging(CLAIM_TOPIC, TOPIC_COLUMNS),
    )
    found = marks_from(*(tuples(session, query) for query in queries))
    return resolved(found, winners(session, SPEAKER), winners(session, TOPIC))


def marks_by_id(session: Session, ids: Collection[str]) -> list[MarkRecord]:
    """The marks of these ids that are in the project, in any order. Merged names are resolved."""
    return resolved(raw_marks(session, ids), winners(session, SPEAKER), winners(session, TOPIC))


def raw_marks(session: Session, ids: Collection[str]) -> list[MarkRecord]:
    """The marks of these ids as they are stored, merged names not resolved, in any order."""
    wanted = list(ids)
    found: list[MarkRecord] = []
    for first in range(0, len(wanted), MOST_IDS):
        some = wanted[first : first + MOST_IDS]
        articles = session.execute(_ARTICLES_OF_MARKS, {"ids": some}).scalars().all()
        values = {"ids": some, "articles": articles}
        found += marks_from(*(tuples(session, query, values) for query in _MARKS_BY_ID))
    return found


def tuples(session: Session, query: Select[Any], values: Any = None) -> Iterator[Any]:
    """The rows as the driver gives them, one after the other: 10,000 marks have some 50,000 rows.

    SQLAlchemy's own rows would take twice as long, and a list of them all would only be thrown away. JSON
    comes as text; `marks_from` reads what is there.
    """
    cursor: Any = session.connection().execute(query, values).cursor
    return iter(cursor)


def winners(session: Session, table: Table) -> dict[str, str]:
    """For each merged row of a table, of speakers or of topics, the one that it ended up in, through all merges."""
    step = {row[0]: row[1] for row in session.execute(_MERGED[table])}
    return {loser: _end(loser, step) for loser in step}


def _end(start: str, step: dict[str, Any]) -> str:
    here, seen = start, set[str]()
    while here in step and here not in seen:
        seen.add(here)
        here = step[here]
    return here


def resolved(marks: Iterable[MarkRecord], speakers: dict[str, str], topics: dict[str, str]) -> list[MarkRecord]:
    """The marks with merged speakers and topics replaced by the winners; the rows stay as they are."""
    if not speakers and not topics:
        return list(marks)
    return [_resolve(mark, speakers, topics) for mark in marks]


def _resolve(mark: MarkRecord, speakers: dict[str, str], topics: dict[str, str]) -> MarkRecord:
    if isinstance(mark, ClaimRecord):
        if any(each.speaker in speakers for each in mark.speakers):
            said = [
                structs.replace(each, speaker=speakers.get(each.speaker or "", each.speaker)) for each in mark.speakers
            ]
            mark = structs.replace(mark, speakers=tuple(said))
        if any(each.topic in topics for each in mark.topics):
            about = [structs.replace(each, topic=topics.get(each.topic, each.topic)) for each in mark.topics]
            mark = structs.replace(mark, topics=tuple(about))
    elif isinstance(mark, MentionRecord) and mark.speaker in speakers:
        mark = structs.replace(mark, speaker=speakers[mark.speaker])
    elif isinstance(mark, PassageRecord) and mark.topic in topics:
        mark = structs.replace(mark, topic=topics[mark.topic])
    return mark
