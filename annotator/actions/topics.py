"""The codebook's topics: made, changed, moved, merged, deleted. Every function is one step of undo."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.actions.acting import clean_name, found
from annotator.errors import ChangeError, InvalidValue
from annotator.model import ClaimTopic, Mark, Topic, new_id
from annotator.queries.marks import winners
from annotator.store import Store

EDITABLE = frozenset({"name", "definition", "include", "exclude", "colour", "key", "retired"})
# Tol's "bright" and "muted" schemes: apart for colour-blind readers too.
COLOURS = (
    "#4477aa", "#ee6677", "#228833", "#aa3377", "#ccbb44", "#66ccee", "#882255", "#44aa99",
    "#999933", "#332288", "#cc6677", "#117733",
)  # fmt: skip


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
    with store.change("New topic", by=by, origin=origin) as session:
        name = clean_name(name, "topic")
        if parent is not None:
            found(session, Topic, parent, "topic")
        _refuse_same_name(session, name, parent, None)
        siblings = select(func.count()).select_from(Topic).where(Topic.parent_id == parent)
        total = session.execute(select(func.count()).select_from(Topic)).scalar_one()
        made = Topic(
            id=topic_id or new_id(),
            name=name,
            parent_id=parent,
            place=session.execute(siblings).scalar_one() + 1,
            colour=colour or COLOURS[total % len(COLOURS)],
        )
        session.add(made)
        return made.id


def edit_topic(store: Store, topic_id: str, *, by: str | None = None, origin: object = None, **values: Any) -> None:
    """Change name, definition, include, exclude, colour, key or whether it is retired.

    Raises InvalidValue for a sibling's name or a key that another topic has.
    """
    label = "Rename topic" if set(values) == {"name"} else "Change topic"
    with store.change(label, by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        for name, value in values.items():
            if name not in EDITABLE:
                raise InvalidValue(f"A topic has no {name}.")
            if name == "name":
                value = clean_name(value, "topic")
                _refuse_same_name(session, value, topic.parent_id, topic_id)
            if name == "key" and value:
                _refuse_same_key(session, value, topic_id)
            setattr(topic, name, value if name != "key" else value or None)


def move_topic(
    store: Store, topic_id: str, parent: str | None, *, by: str | None = None, origin: object = None
) -> None:
    """Put a topic under another one, or at the top. Raises ChangeError for a place below itself."""
    with store.change("Move topic", by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        here = parent
        while here is not None:
            if here == topic_id:
                raise ChangeError(f"“{topic.name}” cannot lie below itself.")
            here = found(session, Topic, here, "topic").parent_id
        _refuse_same_name(session, topic.name, parent, topic_id)
        topic.parent_id = parent


def merge_topics(store: Store, loser_id: str, winner_id: str, *, by: str | None = None, origin: object = None) -> None:
    """Make one topic of two. No mark is rewritten: the loser points at the winner.

    Topics below the loser move below the winner.
    """
    with store.change("Merge topics", by=by, origin=origin) as session:
        merged = winners(session, Topic)
        winner = found(session, Topic, merged.get(winner_id, winner_id), "topic")
        loser = found(session, Topic, loser_id, "topic")
        if winner.id == merged.get(loser.id, loser.id):
            raise ChangeError(f"“{loser.name}” is this topic already; choose two different ones.")
        above = winner
        while above.parent_id is not None:
            if above.parent_id == loser.id:
                raise ChangeError(f"“{winner.name}” lies below “{loser.name}”; move it out first.")
            above = found(session, Topic, above.parent_id, "topic")
        loser.merged_into_id = winner.id
        loser.key = None
        for child in session.execute(select(Topic).where(Topic.parent_id == loser.id)).scalars():
            child.parent_id = winner.id


def delete_topic(store: Store, topic_id: str, *, by: str | None = None, origin: object = None) -> None:
    """Delete a topic that nothing uses. Raises ChangeError with the count otherwise: merge or retire it."""
    with store.change("Delete topic", by=by, origin=origin) as session:
        topic = found(session, Topic, topic_id, "topic")
        counts = (
            select(func.count()).select_from(ClaimTopic).where(ClaimTopic.topic_id == topic_id),
            select(func.count()).select_from(Mark).where(Mark.topic_id == topic_id),
            select(func.count())
            .select_from(Topic)
            .where((Topic.parent_id == topic_id) | (Topic.merged_into_id == topic_id)),
        )
        if used := sum(session.execute(query).scalar_one() for query in counts):
            raise ChangeError(
                f"“{topic.name}” is used by {used} tags or topics; merge it into another or retire it instead."
            )
        session.delete(topic)


def _refuse_same_name(session: Session, name: str, parent: str | None, but: str | None) -> None:
    siblings = select(Topic.id, Topic.name).where(Topic.parent_id == parent, Topic.merged_into_id.is_(None))
    for id_, other in session.execute(siblings):
        if id_ != but and other.casefold() == name.casefold():
            raise InvalidValue(f"There is a topic “{other}” at this place already; choose another name.")


def _refuse_same_key(session: Session, key: str, but: str) -> None:
    if len(key) != 1 or not key.isalnum():
        raise InvalidValue(f"“{key}” cannot be a topic's key: one letter or digit it must be.")
    for id_, name in session.execute(select(Topic.id, Topic.name).where(Topic.key == key)):
        if id_ != but:
            raise InvalidValue(f"The key “{key}” belongs to “{name}”; choose another one.")
