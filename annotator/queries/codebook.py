"""The codebook's history and use: versions, what each changed, marks to look at again, counts, examples.

Asked by the Codebook screen. What a version changed is read from the journal: the rows of topics that were
written in the same step as the version's row, as far as that step stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct, structs
from sqlalchemy import ColumnElement, func, or_, select, union_all

from annotator.model.tables import ANNOTATOR, ARTICLE, CLAIM_TOPIC, CODEBOOK, JOURNAL, MARK, PART, STEP, TOPIC
from annotator.queries.marks import winners
from annotator.queries.plan import shown_to
from annotator.records import answers_of
from annotator.sentences import Sentence, joined, recognised, term
from annotator.store.undo import STANDING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MEANING = frozenset({"definition", "include", "exclude", "retired", "merged_into_id"})
"""Columns of a topic that say what it covers."""
BROUGHT_BACK = frozenset({"retired", "merged_into_id"})
"""Of these, those that are taken away again ask for no second look: the marks mean what they did."""
MOST_MARKS = 2000
"""Marks that one list shows; the number of all is told."""
BEARING = union_all(
    select(CLAIM_TOPIC.c.article_id, CLAIM_TOPIC.c.mark_id, CLAIM_TOPIC.c.topic_id),
    select(MARK.c.article_id, MARK.c.id, MARK.c.topic_id).where(MARK.c.topic_id.is_not(None)),
).subquery("bearing")
"""Marks and the topics that they bear, as stored: claims with each of theirs, and passages."""
_SAME_MARK = (MARK.c.article_id == BEARING.c.article_id) & (MARK.c.id == BEARING.c.mark_id)


NOTES = (
    "“{topic}”: {fields} changed",
    "“{topic}” retired",
    "“{topic}” brought back",
    "“{loser}” merged into “{winner}”",
    "“{loser}” parted from “{winner}”",
    "“{made}” split from “{topic}”",
    "Codebook taken from {file}",
    "Field “{field}” changed",
)
"""Templates of the notes that versions get where nobody writes one; `actions/codebook.py` words them."""


class Version(Struct, frozen=True):
    """A version of the codebook. annotator: name of who made it. marks: made under it. topics: that it changed."""

    number: int
    note: str
    created: str
    annotator: str
    marks: int
    topics: tuple[str, ...]


class TaggedText(Struct, frozen=True):
    """A mark as a list shows it. topic: as stored, perhaps merged away since. quote: its parts, joined with " … ".

    made: the version that it was made under. changed: the later one that changed the topic, 0 where none did.
    """

    mark: str
    kind: str
    article: str
    title: str
    annotator: str
    topic: str
    quote: str
    start: int
    made: int
    changed: int = 0


def versions(session: Session) -> list[Version]:
    """All versions, latest first."""
    changed: dict[int, list[str]] = defaultdict(list)
    for topic, numbers in _changes(session).items():
        for number in numbers:
            changed[number].append(topic)
    counts = select(MARK.c.codebook, func.count()).group_by(MARK.c.codebook)
    made: dict[int, int] = {row[0]: row[1] for row in session.execute(counts)}
    names = dict(session.execute(select(ANNOTATOR.c.id, ANNOTATOR.c.name)).all())
    rows = session.execute(select(CODEBOOK).order_by(CODEBOOK.c.number.desc()))
    return [
        Version(
            row.number,
            row.note,
            row.created,
            names.get(row.annotator or "", ""),
            made.get(row.number, 0),
            tuple(changed.get(row.number, ())),
        )
        for row in rows
    ]


def meaning_versions(session: Session) -> dict[str, int]:
    """For each topic whose meaning changed, the last version that changed it."""
    return {topic: max(numbers) for topic, numbers in _changes(session).items()}


def _changes(session: Session) -> dict[str, set[int]]:
    """Topic id -> versions that changed what it covers. Bringing or parting a topic asks for none."""
    numbers = [str(each) for each in session.execute(select(CODEBOOK.c.number)).scalars()]
    steps = (
        select(JOURNAL.c.step, JOURNAL.c.record)
        .join(STEP, STEP.c.number == JOURNAL.c.step)
        .where(
            JOURNAL.c.record.in_(numbers),
            JOURNAL.c.table_name == "codebook",
            STEP.c.undone_by.is_(None),
            STEP.c.kind.in_(STANDING),
        )
    )
    version = {step: int(record) for step, record in session.execute(steps)}
    rows = select(JOURNAL.c.step, JOURNAL.c.record, JOURNAL.c.new).where(
        JOURNAL.c.step.in_(list(version)), JOURNAL.c.table_name == "topic", JOURNAL.c.operation == "update"
    )
    found: dict[str, set[int]] = defaultdict(set)
    for step, topic, new in session.execute(rows):
        changed = {name for name in MEANING & set(new) if name not in BROUGHT_BACK or new[name]}
        if changed:
            found[topic].add(version[step])
    return found


def marks_to_look_at(session: Session, annotator_id: str | None, *, topics: Collection[str] = ()) -> list[TaggedText]:
    """The annotator's marks that were made before their topic changed its meaning; at most 2,000.

    topics: only of these (as stored, merged ones under their own id); none means all. In the order of the
    articles and of the text.
    """
    changed = {topic: n for topic, n in meaning_versions(session).items() if not topics or topic in topics}
    if annotator_id is None or not changed:
        return []
    found = _tagged(session, MARK.c.annotator_id == annotator_id, _older(changed), limit=MOST_MARKS)
    return [structs.replace(each, changed=changed[each.topic]) for each in found]


def counts_to_look_at(session: Session, annotator_id: str | None) -> dict[str, int]:
    """The same, counted: topic id (as stored) -> marks to look at again."""
    changed = meaning_versions(session)
    if annotator_id is None or not changed:
        return {}
    query = (
        select(BEARING.c.topic_id, func.count())
        .join(MARK, _SAME_MARK)
        .where(MARK.c.annotator_id == annotator_id, _older(changed))
        .group_by(BEARING.c.topic_id)
    )
    return dict(session.execute(query).all())


def _older(changed: Mapping[str, int]) -> ColumnElement[bool]:
    """Marks made under a version before the one that changed their topic."""
    by_version: dict[int, list[str]] = defaultdict(list)
    for topic, number in changed.items():
        by_version[number].append(topic)
    return or_(*(BEARING.c.topic_id.in_(topics) & (MARK.c.codebook < number) for number, topics in by_version.items()))


def marks_about(
    session: Session, topic_id: str, *, annotator_id: str | None = None, reader: str | None = None
) -> list[TaggedText]:
    """Marks about a topic and those merged into it, in the order of the text; at most 2,000.

    annotator_id: only this one's; None means everybody's. reader: name of who looks; colleagues' marks in
    articles that they read blind are left out.
    """
    ids = {topic_id, *(loser for loser, winner in winners(session, TOPIC).items() if winner == topic_id)}
    mine = [] if annotator_id is None else [MARK.c.annotator_id == annotator_id]
    return _tagged(session, BEARING.c.topic_id.in_(ids), *mine, shown_to(session, reader), limit=MOST_MARKS)


def topic_counts(session: Session) -> dict[str, int]:
    """Topic id -> marks of everybody about it in the project, merged topics under the winner."""
    merged, total = winners(session, TOPIC), Counter[str]()
    query = select(BEARING.c.topic_id, func.count()).group_by(BEARING.c.topic_id)
    for topic, count in session.execute(query):
        total[merged.get(topic, topic)] += count
    return dict(total)


def field_counts(session: Session) -> dict[str, Counter[str]]:
    """For each field that is answered anywhere: its answers as text -> on how many marks or articles."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    of_marks = session.execute(select(MARK.c.fields).where(MARK.c.fields.is_not(None))).scalars()
    of_articles = session.execute(select(ARTICLE.c.meta).where(ARTICLE.c.meta.is_not(None))).scalars()
    for answers in chain(of_marks, map(answers_of, of_articles)):
        for key, answer in answers.items():
            for each in answer if isinstance(answer, list) else [answer]:
                found[key][str(each)] += 1
    return dict(found)


def _tagged(session: Session, *conditions: ColumnElement[bool], limit: int) -> list[TaggedText]:
    query = (
        select(
            MARK.c.id, MARK.c.kind, MARK.c.article_id, ARTICLE.c.title, ANNOTATOR.c.name, BEARING.c.topic_id,
            PART.c.quote, MARK.c.start, MARK.c.codebook,
        )
        .select_from(BEARING)
        .join(MARK, _SAME_MARK)
        .join(ARTICLE, ARTICLE.c.id == MARK.c.article_id)
        .join(ANNOTATOR, ANNOTATOR.c.id == MARK.c.annotator_id)
        .join(
            PART,
            (PART.c.article_id == MARK.c.article_id)
            & (PART.c.mark_id == MARK.c.id)
            & (PART.c.role == "content")
            & (PART.c.ordinal == 0),
        )
        .where(*conditions)
        .order_by(ARTICLE.c.position, ARTICLE.c.id, MARK.c.start, MARK.c.id)
        .limit(limit)
    )  # fmt: skip
    found = [TaggedText(*row) for row in session.execute(query)]
    later = _later_parts(session, *conditions)
    return [structs.replace(each, quote=" … ".join((each.quote, *later.get(each.mark, ())))) for each in found]


def _later_parts(session: Session, *conditions: ColumnElement[bool]) -> dict[str, list[str]]:
    """Mark id -> what its second part and those after it say, for the few marks that have several."""
    query = (
        select(PART.c.mark_id, PART.c.ordinal, PART.c.quote)
        .select_from(BEARING)
        .join(MARK, _SAME_MARK)
        .join(PART, (PART.c.article_id == MARK.c.article_id) & (PART.c.mark_id == MARK.c.id))
        .where(*conditions, PART.c.role == "content", PART.c.ordinal > 0)
        .order_by(PART.c.mark_id, PART.c.ordinal)
        .distinct()
    )
    found: dict[str, list[str]] = defaultdict(list)
    for mark, _, quote in session.execute(query):
        found[mark].append(quote)
    return found


def note_sentence(note: str) -> str:
    """A version's note as a sentence, to be said in another language; it reads the same."""
    return joined((_one_note(each) for each in note.split("; ")), "; ")


def _one_note(note: str) -> str:
    said = recognised(note, NOTES)
    if isinstance(said, Sentence) and "fields" in said.values:
        changed = joined(term(each) for each in said.values["fields"].split(", "))
        return Sentence(said.template, {**said.values, "fields": changed})
    return said
