"""Records as rows and rows as records: the one place that knows both.

Used by the verbs that bring sets in and by the questions that read them out. Pure: no session here.
`rows_of` gives the rows that a record becomes; `marks_from` and the others build records from rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

from sqlalchemy import Table

from annotator.errors import DamagedProject
from annotator.model.tables import (
    ANNOTATOR,
    ARTICLE,
    ASSIGNMENT,
    CLAIM_SPEAKER,
    CLAIM_TOPIC,
    CODEBOOK,
    COMMENT,
    FIELD,
    MARK,
    PART,
    PROGRESS,
    PROPOSITION,
    REVIEW,
    SPEAKER,
    TEXT,
    TOPIC,
)
from annotator.model.values import require_texts, strange_value
from annotator.records import (
    Affiliation,
    AnnotatorRecord,
    ArticleRecord,
    AssignmentRecord,
    Block,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    CodebookRecord,
    CommentRecord,
    FieldRecord,
    Link,
    MarkRecord,
    MentionRecord,
    Part,
    PassageRecord,
    ProgressRecord,
    PropositionRecord,
    Record,
    ReviewRecord,
    Revision,
    Role,
    SpeakerRecord,
    Stance,
    TopicRecord,
    kind_of,
)
from annotator.sentences import worded

Values = dict[str, Any]
Rows = list[tuple[Table, list[Values]]]


_PLAIN: dict[str, Table] = {
    "codebook": CODEBOOK,
    "annotator": ANNOTATOR,
    "field": FIELD,
    "topic": TOPIC,
    "speaker": SPEAKER,
    "proposition": PROPOSITION,
    "review": REVIEW,
    "comment": COMMENT,
    "progress": PROGRESS,
    "assignment": ASSIGNMENT,
}
# Keys of a set's line that are called otherwise in the database.
_COLUMNS: dict[str, dict[str, str]] = {
    "codebook": {"version": "number"},
    "field": {"order": "place"},
    "topic": {"parent": "parent_id", "order": "place", "merged_into": "merged_into_id"},
    "speaker": {"merged_into": "merged_into_id"},
    "review": {"annotator": "annotator_id"},
    "comment": {"annotator": "annotator_id"},
    "progress": {"article": "article_id", "annotator": "annotator_id"},
    "assignment": {"article": "article_id", "annotator": "annotator_id"},
}


def table_of(kind: str) -> Table:
    """The table in which a record of this kind has its main row."""
    if kind in ("claim", "mention", "passage"):
        return MARK
    return ARTICLE if kind == "article" else _PLAIN[kind]


# Records to rows -------------------------------------------------------------------------------------


def rows_of(record: Record) -> Rows:
    """The rows that a record becomes, parents first. Not for set and end lines, which have no table.

    An article's `position` is left at 0 for the caller to set.
    """
    if isinstance(record, ClaimRecord):
        return _claim_rows(record)
    if isinstance(record, MentionRecord):
        return _with_parts(record, speaker_id=record.speaker)
    if isinstance(record, PassageRecord):
        return _with_parts(record, topic_id=record.topic)
    if isinstance(record, ArticleRecord):
        return _article_rows(record)
    kind = kind_of(record)
    names = _COLUMNS.get(kind, {})
    values: Values = {}
    for name in record.__struct_fields__:
        values[names.get(name, name)] = _plain(getattr(record, name))
    if isinstance(record, SpeakerRecord):
        values["affiliations"] = [[a.organisation, a.role, a.since, a.until] for a in record.affiliations] or None
    if isinstance(record, AnnotatorRecord):
        values["imported"] = True
    target = _PLAIN[kind]
    if "version" in target.c:
        values["version"] = 1
    return [(target, [values])]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value) or None
    return None if value == {} else value


def _article_rows(record: ArticleRecord) -> Rows:
    main = {
        "id": record.id,
        "position": 0,
        "title": record.title,
        "byline": record.byline,
        "published": record.published,
        "source": record.source,
        "url": record.url,
        "language": record.language,
        "revision": record.revision,
        "characters": len(record.text),
        "sha256": record.sha256,
        "file": record.file,
        "file_sha256": None,
        "retrieved": record.retrieved,
        "meta": record.meta or None,
        "version": 1,
    }
    texts: list[Values] = [
        {
            "article_id": record.id,
            "revision": old.revision,
            "text": old.text,
            "sha256": old.sha256,
            "retrieved": old.retrieved,
            "blocks": None,
            "links": None,
        }
        for old in record.earlier
    ]
    texts.append(
        {
            "article_id": record.id,
            "revision": record.revision,
            "text": record.text,
            "sha256": record.sha256,
            "retrieved": record.retrieved,
            "blocks": [[b.kind, b.start, b.end] for b in record.blocks] or None,
            "links": [[li.start, li.end, li.url] for li in record.links] or None,
        }
    )
    return [(ARTICLE, [main]), (TEXT, texts)]


def _with_parts(record: MarkRecord, cue: Sequence[Part] = (), **more: Any) -> Rows:
    main: Values = {
        "id": record.id,
        "kind": kind_of(record),
        "article_id": record.article,
        "revision": record.revision,
        "annotator_id": record.annotator,
        "start": min(part.start for part in record.parts),
        "note": record.note,
        "fields": record.fields or None,
        "origins": list(record.origins) or None,
        "codebook": record.codebook,
        "created": record.created,
        "updated": record.updated,
        "quotation": None,
        "certainty": None,
        "proposition_id": None,
        "speaker_id": None,
        "topic_id": None,
        "version": 1,
    }
    parts = [
        {
            "article_id": record.article,
            "mark_id": record.id,
            "role": role,
            "ordinal": ordinal,
            "start": part.start,
            "end": part.end,
            "quote": part.quote,
        }
        for role, some in (("content", record.parts), ("cue", cue))
        for ordinal, part in enumerate(some)
    ]
    return [(MARK, [main | more]), (PART, parts)]


def _claim_rows(record: ClaimRecord) -> Rows:
    rows = _with_parts(
        record,
        record.cue,
        quotation=record.quotation,
        certainty=record.certainty,
        proposition_id=record.proposition,
    )
    if record.speakers:
        speakers = [
            {
                "article_id": record.article,
                "mark_id": record.id,
                "ordinal": ordinal,
                "speaker_id": each.speaker,
                "role": each.role,
                "mention_id": each.mention,
            }
            for ordinal, each in enumerate(record.speakers)
        ]
        rows.append((CLAIM_SPEAKER, speakers))
    if record.topics:
        topics = [
            {
                "article_id": record.article,
                "mark_id": record.id,
                "ordinal": ordinal,
                "topic_id": each.topic,
                "stance": each.stance,
            }
            for ordinal, each in enumerate(record.topics)
        ]
        rows.append((CLAIM_TOPIC, topics))
    return rows


# In the order in which `marks_from` takes them apart.
MARK_COLUMNS = (
    MARK.c.id, MARK.c.kind, MARK.c.article_id, MARK.c.revision, MARK.c.annotator_id, MARK.c.note,
    MARK.c.fields, MARK.c.origins, MARK.c.codebook, MARK.c.created, MARK.c.updated, MARK.c.quotation,
    MARK.c.certainty, MARK.c.proposition_id, MARK.c.speaker_id, MARK.c.topic_id,
)  # fmt: skip
PART_COLUMNS = (PART.c.mark_id, PART.c.role, PART.c.start, PART.c.end, PART.c.quote)
SPEAKER_COLUMNS = (
    CLAIM_SPEAKER.c.mark_id, CLAIM_SPEAKER.c.speaker_id, CLAIM_SPEAKER.c.role, CLAIM_SPEAKER.c.mention_id,
)  # fmt: skip
_ROLES: frozenset[str | None] = frozenset(get_args(Role))
_STANCES: frozenset[str | None] = frozenset({*get_args(Stance), None})
TOPIC_COLUMNS = (CLAIM_TOPIC.c.mark_id, CLAIM_TOPIC.c.topic_id, CLAIM_TOPIC.c.stance)


def marks_from(
    marks: Iterable[Any], parts: Iterable[Any], speakers: Iterable[Any], topics: Iterable[Any]
) -> Iterator[MarkRecord]:
    """Records of marks, in the order of `marks`, from rows of the four column lists above.

    Rows of parts, speakers and topics come by their ordinal. Raises DamagedProject for a mark without words, and for a
    role or stance that is none: a picture of it would end the program.
    """
    content: dict[str, tuple[Part, ...]] = {}
    cues: dict[str, tuple[Part, ...]] = {}
    # Nearly every mark has one part: a tuple of one at once, and no list that would be copied afterwards.
    for mark_id, role, start, end, quote in parts:
        found = content if role == "content" else cues
        part = Part(start, end, quote)
        found[mark_id] = (*found[mark_id], part) if mark_id in found else (part,)
    said = _hanging(((mark, role, ClaimSpeaker(who, role, words)) for mark, who, role, words in speakers), _ROLES)
    about = _hanging(((mark, stance, ClaimTopic(topic, stance)) for mark, topic, stance in topics), _STANCES)
    for (
        id_, kind, article, revision, annotator, note, fields, origins, codebook, created, updated,
        quotation, certainty, proposition, speaker, topic,
    ) in marks:  # fmt: skip
        try:
            spans = content[id_]
        except KeyError:
            told = worded(
                "A mark of {created} has lost its words: the project is damaged. annotator check PROJECT lists "
                "what is missing, annotator restore BACKUP PROJECT takes a backup.",
                created=created,
            )
            raise DamagedProject(told) from None
        fields = {} if fields is None else _json(fields) or {}
        sources = () if origins is None else tuple(_json(origins) or ())
        if kind == "claim":
            yield ClaimRecord(
                id_, article, revision, annotator, spans, cues.get(id_, ()), said.get(id_, ()),
                about.get(id_, ()), quotation, certainty, proposition, note, fields, sources,
                codebook, created, updated,
            )  # fmt: skip
        elif kind == "mention":
            yield MentionRecord(
                id_, article, revision, annotator, spans, speaker, note, fields, sources, codebook,
                created, updated,
            )  # fmt: skip
        else:
            yield PassageRecord(
                id_, article, revision, annotator, spans, topic, note, fields, sources, codebook,
                created, updated,
            )  # fmt: skip


def _hanging(rows: Iterable[tuple[str, str | None, Any]], words: frozenset[str | None]) -> dict[str, tuple[Any, ...]]:
    """What hangs on each mark. rows: the mark's id, a word that must be one of `words`, and what hangs there."""
    found: dict[str, tuple[Any, ...]] = {}
    said: set[str | None] = set()
    for mark, word, made in rows:
        said.add(word)
        found[mark] = (*found[mark], made) if mark in found else (made,)
    if not said <= words:
        raise strange_value()
    return found


def _json(stored: Any) -> Any:
    """What a JSON column holds: some drivers give its text."""
    return json.loads(stored) if isinstance(stored, str) else stored


def speaker_from(row: Any) -> SpeakerRecord:
    """A record from a row of the speaker table."""
    require_texts((row.name, row.note))
    return SpeakerRecord(
        id=row.id,
        name=row.name,
        kind=row.kind,
        aliases=tuple(row.aliases or ()),
        affiliations=tuple(Affiliation(*each) for each in row.affiliations or ()),
        identifiers=row.identifiers or {},
        note=row.note,
        merged_into=row.merged_into_id,
    )


def topic_from(row: Any) -> TopicRecord:
    """A record from a row of the topic table."""
    require_texts((row.name, row.definition, row.include, row.exclude, row.colour, row.key))
    return TopicRecord(
        row.id, row.name, row.parent_id, row.place, row.definition, row.include, row.exclude, row.colour,
        row.key, row.retired, row.merged_into_id,
    )  # fmt: skip


def article_from(row: Any, present: Any, earlier: tuple[Revision, ...] = ()) -> ArticleRecord:
    """A record from a row of the article table and one of its present text, which may be one row of both."""
    require_texts((row.title, row.byline, row.published, row.source, row.url, present.text))
    return ArticleRecord(
        id=row.id,
        title=row.title,
        byline=row.byline,
        published=row.published,
        source=row.source,
        url=row.url,
        language=row.language,
        text=present.text,
        sha256=row.sha256,
        revision=row.revision,
        earlier=earlier,
        blocks=tuple(Block(*each) for each in present.blocks or ()),
        links=tuple(Link(*each) for each in present.links or ()),
        file=row.file,
        retrieved=row.retrieved,
        meta=row.meta or {},
    )


def plain_from(kind: str, row: Any) -> Record:
    """A record of the kinds whose lines are their table's columns by other names."""
    names = _COLUMNS.get(kind, {})
    made = {
        "codebook": CodebookRecord,
        "annotator": AnnotatorRecord,
        "field": FieldRecord,
        "proposition": PropositionRecord,
        "review": ReviewRecord,
        "comment": CommentRecord,
        "progress": ProgressRecord,
        "assignment": AssignmentRecord,
    }[kind]
    values = {name: getattr(row, names.get(name, name)) for name in made.__struct_fields__}
    require_texts(values.values())
    for name in values.keys() & {"choices", "applies_to", "empty_blocks"}:
        values[name] = tuple(values[name] or ())
    record: Record = made(**values)
    return record
