"""The codebook's topics: made, changed, moved, deleted. Every function is one step of undo.

What changes a topic's meaning (definition, merging, splitting, retiring) stands in `codebook.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.actions.acting import clean_name, found
from annotator.actions.topic_colours import free_colour
from annotator.errors import ChangeError, InvalidValue
from annotator.model import ClaimTopic, Mark, Topic, new_id
from annotator.sentences import worded
from annotator.store import Store

EDITABLE = frozenset({"name", "colour", "key"})
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def make_topic(
    store: Store,
    name: str,
    *,
    parent: str | None = None,
    topic_id: str | None = None,
    colour: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """A new topic, last among its siblings. Raises InvalidValue when a sibling has that name."""
    with store.change(worded("New topic"), by=by, origin=origin) as session:
        if parent is not None:
            found(session, Topic, parent, "topic")
        return insert_topic(session, clean_name(name, "topic"), parent, topic_id, colour).id


def insert_topic(
    session: Session,
    name: str,
    parent: str | None,
    topic_id: str | None,
    colour: str | None,
    *,
    after: Topic | None = None,
) -> Topic:
    """The same inside a step. after: the sibling that it follows."""
    refuse_same_name(session, name, parent, None)
    used = session.execute(select(Topic.colour).where(Topic.colour.is_not(None))).scalars().all()
    made = Topic(id=topic_id or new_id(), name=name, parent_id=parent, colour=colour or free_colour(used))
    siblings = _siblings(session, parent)
    session.add(made)
    order = [*siblings, made] if after is None else _after(siblings, made, after)
    _number(order)
    return made


def edit_topic(store: Store, topic_id: str, *, by: str | None = None, origin: object = None, **values: Any) -> None:
    """Change name, colour ("#rrggbb") or key; none of them changes what the topic means.

    Raises InvalidValue for a sibling's name or a key that another topic has.
    """
    label = worded("Rename topic") if set(values) == {"name"} else worded("Change topic")
    with store.change(label, by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        for name, value in values.items():
            if name not in EDITABLE:
                raise InvalidValue(worded("A topic has no {name}.", name=name))
            if name == "name":
                value = clean_name(value, "topic")
                refuse_same_name(session, value, topic.parent_id, topic_id)
            elif name == "key":
                value = value or None
                _refuse_same_key(session, value, topic_id)
            elif value is not None and not _COLOUR.fullmatch(value := value.lower()):
                raise InvalidValue(worded("“{value}” is no colour; write it as #rrggbb.", value=value))
            setattr(topic, name, value)


def move_topic(
    store: Store,
    topic_id: str,
    parent: str | None,
    place: int | None = None,
    *,
    by: str | None = None,
    origin: object = None,
) -> None:
    """The same for one topic."""
    move_topics(store, [topic_id], parent, place, by=by, origin=origin)


def move_topics(
    store: Store,
    topic_ids: Sequence[str],
    parent: str | None,
    place: int | None = None,
    *,
    by: str | None = None,
    origin: object = None,
) -> None:
    """Put topics, in this order, under another one or at the top, as number `place` (from 0; None: last) there.

    place counts the siblings without those that move. A topic that lies below another one of them goes along
    with it. Raises ChangeError for a place below itself, InvalidValue for a name that is there already.
    """
    label = worded("Move topic") if len(topic_ids) == 1 else worded("Move topics")
    with store.change(label, by=by, origin=origin) as session:
        above = _above(session, parent)
        moving = [found(session, Topic, id_, "topic") for id_ in dict.fromkeys(topic_ids)]
        ids = {topic.id for topic in moving}
        if topic := next((each for each in moving if each.id in above), None):
            raise ChangeError(worded("“{topic}” cannot lie below itself.", topic=topic.name))
        moving = [topic for topic in moving if not ids.intersection(_above(session, topic.parent_id))]
        siblings = [each for each in _siblings(session, parent) if each.id not in ids]
        shown = [number for number, each in enumerate(siblings) if each.merged_into_id is None]
        at = shown[place] if place is not None and place < len(shown) else len(siblings)
        for topic in moving:
            refuse_same_name(session, topic.name, parent, topic.id)
            topic.parent_id = parent
            session.flush()
        _number([*siblings[:at], *moving, *siblings[at:]])


def _above(session: Session, topic_id: str | None) -> set[str]:
    """The topic itself and those that it lies under."""
    ids: set[str] = set()
    while topic_id is not None and topic_id not in ids:
        ids.add(topic_id)
        topic_id = found(session, Topic, topic_id, "topic").parent_id
    return ids


def delete_topic(store: Store, topic_id: str, *, by: str | None = None, origin: object = None) -> None:
    """The same for one topic."""
    delete_topics(store, [topic_id], by=by, origin=origin)


def delete_topics(store: Store, topic_ids: Collection[str], *, by: str | None = None, origin: object = None) -> None:
    """Delete topics that nothing uses. Raises ChangeError with the count otherwise: merge or retire them."""
    label = worded("Delete topic") if len(topic_ids) == 1 else worded("Delete topics")
    with store.change(label, by=by, origin=origin) as session:
        topics = [found(session, Topic, each, "topic") for each in topic_ids]
        for topic in topics:
            if used := _uses(session, topic.id, topic_ids):
                raise ChangeError(
                    worded("“{topic}” is used once; merge it into another or retire it instead.", topic=topic.name)
                    if used == 1
                    else worded(
                        "“{topic}” is used by {used} tags or topics; merge it into another or retire it instead.",
                        topic=topic.name,
                        used=used,
                    )
                )
        # The lower ones first: none may point at one that is gone.
        for topic in sorted(topics, key=lambda each: -len(_above(session, each.id))):
            session.delete(topic)
            session.flush()


def _uses(session: Session, topic_id: str, but: Collection[str]) -> int:
    """How many tags and topics, other than these, need the topic."""
    counts = (
        select(func.count()).select_from(ClaimTopic).where(ClaimTopic.topic_id == topic_id),
        select(func.count()).select_from(Mark).where(Mark.topic_id == topic_id),
        select(func.count())
        .select_from(Topic)
        .where((Topic.parent_id == topic_id) | (Topic.merged_into_id == topic_id), Topic.id.not_in(but)),
    )
    return sum(session.execute(query).scalar_one() for query in counts)


def refuse_same_name(session: Session, name: str, parent: str | None, but: str | None) -> None:
    """Siblings have names of their own, whatever their case. Raises InvalidValue."""
    siblings = select(Topic.id, Topic.name).where(Topic.parent_id == parent, Topic.merged_into_id.is_(None))
    for id_, other in session.execute(siblings):
        if id_ != but and other.casefold() == name.casefold():
            raise InvalidValue(
                worded("There is a topic “{other}” at this place already; choose another name.", other=other)
            )


def _refuse_same_key(session: Session, key: str | None, but: str) -> None:
    if key is None:
        return
    if len(key) != 1 or not key.isalnum():
        raise InvalidValue(worded("“{key}” cannot be a topic’s key: one letter or digit it must be.", key=key))
    others = select(Topic.id, Topic.name, Topic.key).where(Topic.key.is_not(None), Topic.id != but)
    for _, name, other in session.execute(others):
        if other is not None and other.casefold() == key.casefold():
            raise InvalidValue(worded("The key “{key}” belongs to “{name}”; choose another one.", key=key, name=name))


def _siblings(session: Session, parent: str | None) -> Sequence[Topic]:
    query = select(Topic).where(Topic.parent_id == parent)
    return sorted(session.execute(query).scalars(), key=lambda topic: (topic.place, topic.name.casefold()))


def _after(siblings: Sequence[Topic], made: Topic, after: Topic) -> list[Topic]:
    at = next((number + 1 for number, each in enumerate(siblings) if each.id == after.id), len(siblings))
    return [*siblings[:at], made, *siblings[at:]]


def _number(topics: Sequence[Topic]) -> None:
    """Places in this order. Numbers that rise already stay, so that a new last one changes nobody else: also those
    that begin at nought, as in sets from elsewhere, or two copies would each have changed the same topics.
    """
    last = min([0, *(topic.place - 1 for topic in topics if topic.place is not None)])
    for number, topic in enumerate(topics):
        following = topics[number + 1].place if number + 1 < len(topics) else None
        rises = topic.place is not None and topic.place > last and (following is None or topic.place <= following)
        topic.place = topic.place if rises else last + 1
        last = topic.place
