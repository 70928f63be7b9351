"""The codebook as a whole: its versions, splitting and merging of topics, marks that were looked at again.

Called by the Codebook screen and by the verbs that change a topic. A change of meaning makes a version with
a note, so that marks made before it can be found; names, colours, keys and places change no meaning.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import acting, clean_name, found, own_mark
from annotator.actions.topics import insert_topic, refuse_same_name
from annotator.errors import ChangeError, InvalidValue
from annotator.model import ClaimTopic, CodebookVersion, Mark, Topic
from annotator.model.tables import JOURNAL, TOPIC
from annotator.queries.marks import winners
from annotator.queries.registry import codebook_version
from annotator.records import now
from annotator.sentences import in_quotes, plain, worded
from annotator.store import Store


def new_version(session: Session, note: str) -> int:
    """The number of the version that a change of meaning belongs to, inside the step that makes it.

    A version of today by the same annotator under which nothing was tagged yet is gone on with: its note
    grows. Else a new one begins.
    """
    note = plain(note)
    annotator, moment = acting(session), now()
    number = codebook_version(session)
    latest = session.get(CodebookVersion, number) if number else None
    if latest is not None and latest.annotator == annotator and latest.created[:10] == moment[:10]:
        used = select(Mark.id).where(Mark.codebook == number).limit(1)
        if session.execute(used).first() is None:
            if note not in latest.note.split("; "):
                latest.note = f"{latest.note}; {note}" if latest.note else note
            return number
    session.add(CodebookVersion(number=number + 1, note=note, created=moment, annotator=annotator))
    return number + 1


def edit_topic_meaning(
    store: Store,
    topic_id: str,
    *,
    definition: str | None = None,
    include: str | None = None,
    exclude: str | None = None,
    note: str = "",
    by: str | None = None,
    origin: object = None,
) -> None:
    """Say anew what a topic covers: a new version. None leaves a text as it is.

    note: what the version is called in the history; made from the topic's name when empty.
    """
    wanted = {"definition": definition, "include": include, "exclude": exclude}
    with store.change(worded("Define topic"), by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        changed = [name for name, text in wanted.items() if text is not None and text.strip() != getattr(topic, name)]
        if not changed:
            return
        new_version(session, note or worded("“{topic}”: {fields} changed", topic=topic.name, fields=", ".join(changed)))
        for name in changed:
            setattr(topic, name, str(wanted[name]).strip())


def add_examples(
    store: Store, topic_id: str, quotes: Sequence[str], *, by: str | None = None, origin: object = None
) -> None:
    """Put words of tagged text among the cases that the topic is used for, each in a line: a new version.

    What stands there already, quoted or not, is left out.
    """
    with store.change(worded("Take examples"), by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        kept = topic.include or ""
        for quote in (" ".join(each.split()) for each in quotes):
            if quote and quote not in kept:
                kept = f"{kept}\n{in_quotes(quote)}".strip()
        if kept != topic.include:
            new_version(session, worded("“{topic}”: {fields} changed", topic=topic.name, fields="include"))
            topic.include = kept


def edit_version_note(store: Store, number: int, note: str, *, by: str | None = None, origin: object = None) -> None:
    """Say in one's own words what a version of the codebook is about. Raises InvalidValue for no words."""
    with store.change(worded("Change note"), by=by, origin=origin) as session:
        version = found(session, CodebookVersion, number, "version")
        note = " ".join(note.split())
        if not note:
            raise InvalidValue(worded("The note of a version needs words."))
        version.note = note


def retire_topic(
    store: Store, topic_id: str, retired: bool = True, *, note: str = "", by: str | None = None, origin: object = None
) -> None:
    """The same for one topic."""
    retire_topics(store, [topic_id], retired, note=note, by=by, origin=origin)


def retire_topics(
    store: Store,
    topic_ids: Collection[str],
    retired: bool = True,
    *,
    note: str = "",
    by: str | None = None,
    origin: object = None,
) -> None:
    """Offer topics no longer, or again. Their marks stay; their keys become free, and come back if still free."""
    one = len(topic_ids) == 1
    done = worded("Retire topic") if one else worded("Retire topics")
    undone = worded("Bring topic back") if one else worded("Bring topics back")
    with store.change(done if retired else undone, by=by, origin=origin) as session:
        for topic in [found(session, Topic, each, "topic") for each in topic_ids]:
            if topic.retired == retired:
                continue
            said = worded("“{topic}” retired", topic=topic.name)
            if not retired:
                said = worded("“{topic}” brought back", topic=topic.name)
            new_version(session, note or said)
            topic.retired = retired
            topic.key = None if retired else _key_before(session, topic)


def _key_before(session: Session, topic: Topic) -> str | None:
    """The key that a topic had before it was retired, where no other topic has it now."""
    rows = (
        select(JOURNAL.c.old, JOURNAL.c.new)
        .where(JOURNAL.c.record == topic.id, JOURNAL.c.table_name == TOPIC.name, JOURNAL.c.operation == "update")
        .order_by(JOURNAL.c.step.desc(), JOURNAL.c.seq.desc())
    )
    for old, new in session.execute(rows):
        if "key" in new:
            key = old.get("key") if new["key"] is None else None
            taken = session.execute(select(Topic.key).where(Topic.key.is_not(None))).scalars()
            return key if key and key.casefold() not in {str(each).casefold() for each in taken} else None
    return None


def merge_topics(
    store: Store, loser_id: str, winner_id: str, *, note: str = "", by: str | None = None, origin: object = None
) -> None:
    """The same for one loser."""
    merge_many_topics(store, [loser_id], winner_id, note=note, by=by, origin=origin)


def merge_many_topics(
    store: Store,
    loser_ids: Sequence[str],
    winner_id: str,
    *,
    note: str = "",
    by: str | None = None,
    origin: object = None,
) -> None:
    """Make one topic of several, as a new version. No mark is rewritten: the losers point at the winner.

    Topics below a loser move below the winner. Raises ChangeError for one topic, for a winner below a
    loser, and for two topics of one name that would lie side by side.
    """
    with store.change(worded("Merge topics"), by=by, origin=origin) as session:
        for loser_id in loser_ids:
            _merge(session, loser_id, winner_id, note)
            session.flush()


def _merge(session: Session, loser_id: str, winner_id: str, note: str) -> None:
    merged = winners(session, TOPIC)
    winner = found(session, Topic, merged.get(winner_id, winner_id), "topic")
    loser = found(session, Topic, loser_id, "topic")
    if winner.id == merged.get(loser.id, loser.id):
        raise ChangeError(worded("“{loser}” is this topic already; choose two different ones.", loser=loser.name))
    above = winner
    while above.parent_id is not None:
        if above.parent_id == loser.id:
            raise ChangeError(
                worded("“{winner}” lies below “{loser}”; move it out first.", winner=winner.name, loser=loser.name)
            )
        above = found(session, Topic, above.parent_id, "topic")
    new_version(session, note or worded("“{loser}” merged into “{winner}”", loser=loser.name, winner=winner.name))
    loser.merged_into_id = winner.id
    loser.key = None
    for child in session.execute(select(Topic).where(Topic.parent_id == loser.id)).scalars():
        if child.merged_into_id is None:
            refuse_same_name(session, child.name, winner.id, child.id)
        child.parent_id = winner.id


def part_topic(store: Store, topic_id: str, *, note: str = "", by: str | None = None, origin: object = None) -> None:
    """Take a merge back, also one of long ago, as a new version: the topic stands for itself again, with its marks.

    Topics that moved along stay where they are. The other topic says in "not for" what it gave away, so that
    marks made while the two were one are looked at again. Raises ChangeError.
    """
    with store.change(worded("Part topics"), by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        if topic.merged_into_id is None:
            raise ChangeError(worded("“{topic}” was not merged into another topic.", topic=topic.name))
        merged = winners(session, TOPIC)
        winner = found(session, Topic, merged[topic_id], "topic")
        parent = merged.get(topic.parent_id or "", topic.parent_id)
        refuse_same_name(session, topic.name, parent, topic_id)
        number = new_version(
            session, note or worded("“{loser}” parted from “{winner}”", loser=topic.name, winner=winner.name)
        )
        topic.parent_id, topic.merged_into_id = parent, None
        _give_away(winner, topic.name, number)


def _give_away(topic: Topic, made: str, number: int) -> None:
    parted = worded("“{made}” has been a topic of its own since version {number}.", made=made, number=number)
    topic.exclude = f"{topic.exclude}\n{parted}".strip()


def split_topic(
    store: Store,
    topic_id: str,
    name: str,
    mark_ids: Collection[str],
    *,
    definition: str = "",
    note: str = "",
    made_id: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """Part a topic in two, as a new version: a new sibling takes over the marks named; returns its id.

    The marks are one's own, and bear the topic. The topic that stays says in “not for” what it gave away,
    so whoever tagged with it is asked to look at the other marks again. Raises ChangeError.
    """
    with store.change(worded("Split topic"), by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        if topic.merged_into_id is not None:
            raise ChangeError(worded("“{topic}” was merged into another topic; split that one.", topic=topic.name))
        made = insert_topic(session, clean_name(name, "topic"), topic.parent_id, made_id, None, after=topic)
        made.definition = definition.strip()
        number = new_version(session, note or worded("“{made}” split from “{topic}”", made=made.name, topic=topic.name))
        _give_away(topic, made.name, number)
        session.flush()
        losers = {loser for loser, winner in winners(session, TOPIC).items() if winner == topic_id}
        for mark_id in mark_ids:
            _move_mark(session, own_mark(session, mark_id), {topic_id, *losers}, made.id, topic.name)
            found(session, Mark, mark_id, "mark").codebook = number
        return made.id


def _move_mark(session: Session, mark: Mark, old: set[str], new: str, name: str) -> None:
    """Let a mark speak of another topic where it spoke of one of the old ones."""
    if mark.kind == "passage" and mark.topic_id in old:
        mark.topic_id = new
    else:
        rows = select(ClaimTopic).where(
            ClaimTopic.article_id == mark.article_id, ClaimTopic.mark_id == mark.id, ClaimTopic.topic_id.in_(old)
        )
        bearing = session.execute(rows.order_by(ClaimTopic.ordinal)).scalars().all()
        if not bearing:
            raise ChangeError(
                worded("One of the marks is not about “{name}” (any more); choose the marks again.", name=name)
            )
        bearing[0].topic_id = new
        for row in bearing[1:]:
            session.delete(row)
    mark.updated = now()


def keep_marks(store: Store, mark_ids: Collection[str], *, by: str | None = None, origin: object = None) -> None:
    """One's own marks were looked at again and hold under the present version of the codebook."""
    with store.change(worded("Look at marks again"), by=by, origin=origin) as session:
        number = codebook_version(session)
        for mark_id in mark_ids:
            mark = own_mark(session, mark_id)
            mark.codebook, mark.updated = number, now()
