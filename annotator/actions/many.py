"""Many marks changed at once: one change on all of them, looked at before, done and undone as one step.

Called by the panel and by hit lists. `outcome` says what a change makes of a mark; the preview and the
writing both ask it, so that what is shown before is what is done.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Any, Literal

from msgspec import Struct, structs
from sqlalchemy.orm import Session

from annotator.actions.acting import found, hanging, marks_with_ids
from annotator.actions.fields import answer
from annotator.actions.tagging import delete_together
from annotator.errors import InvalidValue
from annotator.model import ClaimSpeaker as SpeakerRow
from annotator.model import ClaimTopic as TopicRow
from annotator.model import Field, Mark, Proposition, Speaker, Topic
from annotator.queries.annotators import annotator_named
from annotator.queries.marks import marks_by_id
from annotator.records import (
    Certainty,
    ClaimRecord,
    ClaimSpeaker,
    ClaimTopic,
    MarkRecord,
    MentionRecord,
    PassageRecord,
    Quotation,
    Role,
    Stance,
    now,
)
from annotator.sentences import term, worded
from annotator.store import Store

What = Literal[
    "add_topic", "remove_topic", "stance", "add_speaker", "remove_speaker", "quotation", "certainty", "proposition",
    "field", "like", "replace_topic", "replace_speaker", "delete",
]  # fmt: skip
LABELS: dict[What, str] = {
    "add_topic": worded("Add topic"),
    "remove_topic": worded("Remove topic"),
    "stance": worded("Set stance"),
    "add_speaker": worded("Add speaker"),
    "remove_speaker": worded("Remove speaker"),
    "quotation": worded("Set quotation"),
    "certainty": worded("Set certainty"),
    "proposition": worded("Link proposition"),
    "field": worded("Set field"),
    "like": worded("Give the same tags"),
    "replace_topic": worded("Change topic"),
    "replace_speaker": worded("Change speaker"),
    "delete": worded("Delete marks"),
}


_ON_TOPICS = ("add_topic", "remove_topic", "stance", "replace_topic")
_ON_SPEAKERS = ("add_speaker", "remove_speaker", "replace_speaker")


class Change(Struct, frozen=True):
    """One change for many marks.

    topic, stance: of add_topic, remove_topic, stance (the side on that topic; None takes it away).
    speaker, role: of add_speaker (a mention gets it as the one that it names) and remove_speaker.
    value: the quotation, certainty, proposition's id or field's answer; None takes it away. field: its key. Of
    replace_topic and replace_speaker the id of the one that stands in the place of topic or speaker.
    pattern: of like, the claim whose speakers, topics with stances, quotation and certainty the others get too,
    where they have none of their own; nothing that they have is taken away.
    """

    what: What
    topic: str | None = None
    stance: Stance | None = None
    speaker: str | None = None
    role: Role = "says"
    value: Any = None
    field: str | None = None
    pattern: ClaimRecord | None = None


class Preview(Struct, frozen=True):
    """How many marks a change would change, how many are so already, are no marks of that kind, are others'."""

    changes: int
    same: int
    unfit: int
    others: int


def preview(session: Session, mark_ids: Collection[str], change: Change, annotator: str) -> Preview:
    """What `change_many` would do. annotator: name of who acts."""
    me, counts = annotator_named(session, annotator), Counter[str]()
    for mark in marks_by_id(session, mark_ids):
        counts["others" if mark.annotator != me else _verdict(mark, outcome(mark, change))] += 1
    return Preview(counts["changes"], counts["same"], counts["unfit"], counts["others"])


def _verdict(before: MarkRecord, after: MarkRecord | Literal["unfit", "gone"]) -> str:
    if after == "unfit":
        return "unfit"
    return "same" if after == before else "changes"


def change_many(
    store: Store, mark_ids: Collection[str], change: Change, *, by: str | None = None, origin: object = None
) -> int:
    """Change all marks of one's own that it fits; returns how many were changed. Others' are left alone.

    Raises UnknownRecord and InvalidValue for what the change names.
    """
    with store.change(LABELS[change.what], by=by, origin=origin) as session:
        _check(session, change)
        me = annotator_named(session, session.info["annotator"])
        mine = {record.id: record for record in marks_by_id(session, mark_ids) if record.annotator == me}
        after = {id_: outcome(record, change) for id_, record in mine.items()}
        changed = marks_with_ids(session, [id_ for id_ in mine if _verdict(mine[id_], after[id_]) == "changes"])
        if change.what == "delete":
            delete_together(session, changed)
        else:
            # All is read before the first mark is written, and all is written in one go.
            with session.no_autoflush:
                _write(session, [(mark, mine[mark.id], after[mark.id]) for mark in changed], change)
        return len(changed)


def _check(session: Session, change: Change) -> None:
    """What the change names must be there, so that a typing mistake of a script changes nothing."""
    if change.what in _ON_TOPICS:
        found(session, Topic, change.topic, "topic")
    elif change.what in _ON_SPEAKERS:
        found(session, Speaker, change.speaker, "speaker")
    elif change.what == "field":
        found(session, Field, change.field, "field")
    elif change.what == "proposition" and change.value is not None:
        found(session, Proposition, change.value, "proposition")
    elif change.pattern is not None:
        for topic in change.pattern.topics:
            found(session, Topic, topic.topic, "topic")
        for speaker in _known(change.pattern):
            found(session, Speaker, speaker.speaker, "speaker")
    if change.what == "replace_topic":
        found(session, Topic, change.value, "topic")
    elif change.what == "replace_speaker":
        found(session, Speaker, change.value, "speaker")
    words: dict[str, Any] = {"quotation": Quotation, "certainty": Certainty}
    if change.what in words and change.value is not None and change.value not in words[change.what].__args__:
        raise InvalidValue(worded("“{value}” is no {what}.", value=change.value, what=term(change.what)))


# What a change makes of a mark ---------------------------------------------------------------------


def outcome(mark: MarkRecord, change: Change) -> MarkRecord | Literal["unfit", "gone"]:
    """The mark after the change; "gone" when it is deleted, "unfit" where that kind of mark has no such thing."""
    if change.what == "delete":
        return "gone"
    if change.what == "field":
        return structs.replace(mark, fields=_answered(mark.fields, change))
    if isinstance(mark, ClaimRecord):
        return _CLAIM[change.what](mark, change)
    if isinstance(mark, MentionRecord) and change.what == "add_speaker":
        return structs.replace(mark, speaker=change.speaker)
    if isinstance(mark, PassageRecord) and change.what == "add_topic" and change.topic is not None:
        return structs.replace(mark, topic=change.topic)
    return "unfit"


def _answered(fields: dict[str, Any], change: Change) -> dict[str, Any]:
    kept = {key: value for key, value in fields.items() if key != change.field}
    empty = change.value is None or change.value == "" or change.value == []
    return kept if empty or change.field is None else kept | {change.field: change.value}


def _with_topic(claim: ClaimRecord, change: Change) -> ClaimRecord:
    assert change.topic is not None
    if any(each.topic == change.topic for each in claim.topics):
        return claim if change.stance is None else _with_stance(claim, change)
    return structs.replace(claim, topics=(*claim.topics, ClaimTopic(change.topic, change.stance)))


def _without_topic(claim: ClaimRecord, change: Change) -> ClaimRecord:
    return structs.replace(claim, topics=tuple(each for each in claim.topics if each.topic != change.topic))


def _with_stance(claim: ClaimRecord, change: Change) -> ClaimRecord:
    topics = (
        structs.replace(each, stance=change.stance) if each.topic == change.topic else each for each in claim.topics
    )
    return structs.replace(claim, topics=tuple(topics))


def _with_speaker(claim: ClaimRecord, change: Change) -> ClaimRecord:
    if any(each.speaker == change.speaker for each in claim.speakers):
        return claim
    return structs.replace(claim, speakers=(*claim.speakers, ClaimSpeaker(change.speaker, change.role)))


def _without_speaker(claim: ClaimRecord, change: Change) -> ClaimRecord:
    return structs.replace(claim, speakers=tuple(each for each in claim.speakers if each.speaker != change.speaker))


def _known(claim: ClaimRecord) -> list[ClaimSpeaker]:
    """The claim's speakers who are known by name; words of its own sentence name nobody in another."""
    return [structs.replace(each, mention=None) for each in claim.speakers if each.speaker]


def _like(claim: ClaimRecord, change: Change) -> ClaimRecord:
    pattern = change.pattern
    assert pattern is not None
    topics, speakers = {each.topic for each in claim.topics}, {each.speaker for each in claim.speakers}
    return structs.replace(
        claim,
        topics=(*claim.topics, *(each for each in pattern.topics if each.topic not in topics)),
        speakers=(*claim.speakers, *(each for each in _known(pattern) if each.speaker not in speakers)),
        quotation=claim.quotation or pattern.quotation,
        certainty=claim.certainty or pattern.certainty,
    )


def _exchanged(entries: tuple[Any, ...], noun: Literal["topic", "speaker"], change: Change) -> tuple[Any, ...]:
    """Another topic or speaker in the place of one; who is there already is not there twice."""
    before, after = getattr(change, noun), change.value
    there = {getattr(each, noun) for each in entries}
    if before not in there or before == after:
        return entries
    if after in there:
        return tuple(each for each in entries if getattr(each, noun) != before)
    return tuple(structs.replace(e, **{noun: after}) if getattr(e, noun) == before else e for e in entries)


_CLAIM: dict[str, Callable[[ClaimRecord, Change], ClaimRecord]] = {
    "add_topic": _with_topic,
    "remove_topic": _without_topic,
    "stance": _with_stance,
    "add_speaker": _with_speaker,
    "remove_speaker": _without_speaker,
    "quotation": lambda claim, change: structs.replace(claim, quotation=change.value),
    "certainty": lambda claim, change: structs.replace(claim, certainty=change.value),
    "proposition": lambda claim, change: structs.replace(claim, proposition=change.value),
    "like": _like,
    "replace_topic": lambda claim, change: structs.replace(claim, topics=_exchanged(claim.topics, "topic", change)),
    "replace_speaker": lambda claim, change: structs.replace(
        claim, speakers=_exchanged(claim.speakers, "speaker", change)
    ),
}


# Writing -------------------------------------------------------------------------------------------


Kind = type[TopicRow] | type[SpeakerRow]
Outcome = tuple[Mark, MarkRecord, MarkRecord | Literal["unfit", "gone"]]


def _write(session: Session, outcomes: Sequence[Outcome], change: Change) -> None:
    field = found(session, Field, change.field, "field") if change.what == "field" else None
    rows = _Rows(session, [mark for mark, _, _ in outcomes], change)
    for mark, before, after in outcomes:
        if field is not None:
            answer(mark, field, change.value)
        elif isinstance(before, ClaimRecord) and isinstance(after, ClaimRecord):
            if change.what in ("quotation", "certainty", "proposition", "like"):
                mark.quotation, mark.certainty = after.quotation, after.certainty
                mark.proposition_id = after.proposition
            if after.topics != before.topics:
                rows.put(mark, TopicRow, [{"topic_id": each.topic, "stance": each.stance} for each in after.topics])
            if after.speakers != before.speakers:
                wanted = [{"speaker_id": e.speaker, "role": e.role, "mention_id": e.mention} for e in after.speakers]
                rows.put(mark, SpeakerRow, wanted)
        elif isinstance(after, MentionRecord):
            mark.speaker_id = after.speaker
        elif isinstance(after, PassageRecord):
            mark.topic_id = after.topic
        mark.updated = now()
    if change.what == "replace_speaker":
        _name_mentions(session, [after for _, _, after in outcomes], change.value)


def _name_mentions(session: Session, claims: Sequence[MarkRecord | Literal["unfit", "gone"]], speaker: str) -> None:
    """The words by which the claims have this speaker now name that one."""
    links = [link for claim in claims if isinstance(claim, ClaimRecord) for link in claim.speakers]
    wanted = {link.mention for link in links if link.mention and link.speaker == speaker}
    mine = {claim.annotator for claim in claims if isinstance(claim, ClaimRecord)}
    for mention in marks_with_ids(session, wanted):
        if mention.annotator_id in mine and mention.speaker_id != speaker:
            mention.speaker_id, mention.updated = speaker, now()


class _Rows:
    """The rows of speakers or topics that hang on the claims, all read at once."""

    def __init__(self, session: Session, marks: Sequence[Mark], change: Change) -> None:
        self._session = session
        self._present: defaultdict[tuple[str, Kind], list[Any]] = defaultdict(list)
        nouns: list[Kind] = []
        if change.what in (*_ON_TOPICS, "like"):
            nouns.append(TopicRow)
        if change.what in (*_ON_SPEAKERS, "like"):
            nouns.append(SpeakerRow)
        for noun in nouns:
            for row in hanging(session, noun, marks):
                self._present[row.mark_id, noun].append(row)

    def put(self, mark: Mark, noun: Kind, wanted: Sequence[dict[str, Any]]) -> None:
        """Rows with these values, in this order; those that can stay are changed, not made anew."""
        present = self._present[mark.id, noun]
        for row, values in zip(present, wanted, strict=False):
            for name, value in values.items():
                # What is set counts as changed until each of its columns has been compared.
                if getattr(row, name) != value:
                    setattr(row, name, value)
        for row in present[len(wanted) :]:
            self._session.delete(row)
        free = max((row.ordinal for row in present), default=-1) + 1
        for number, values in enumerate(wanted[len(present) :]):
            self._session.add(noun(article_id=mark.article_id, mark_id=mark.id, ordinal=free + number, **values))
