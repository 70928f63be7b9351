"""Topics of a codebook file in a project that has topics already: told by their ids, else by place and name.

Called by `codebook_files` inside its step. The file says how its topics are called, where they lie and what
they mean; what it leaves open, and topics that it does not name, stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.model import Topic
from annotator.model.tables import TOPIC
from annotator.queries.marks import winners
from annotator.records import TopicRecord
from annotator.sentences import worded

MEANING = ("definition", "include", "exclude")


class Taken(Struct):
    """What became of a codebook file: topics and fields by what happened to them; sentences on what was mended.

    renewed: sentences on names and places that are others now.
    """

    path: str
    added: int = 0
    changed: int = 0
    same: int = 0
    repaired: list[str] = []
    renewed: list[str] = []


class TakingTopics:
    """The project's topics while those of a file are taken in. `meanings` counts topics that mean something else."""

    def __init__(self, session: Session, taken: Taken) -> None:
        self._session, self._taken = session, taken
        self._known = {each.id: each for each in session.execute(select(Topic)).scalars()}
        self._merged = winners(session, TOPIC)
        standing = [each for each in self._known.values() if each.merged_into_id is None]
        self._places = {(each.parent_id, each.name.casefold()): each for each in standing}
        self._keys = {each.key.casefold(): each for each in standing if each.key}
        self._last: dict[str | None, int] = defaultdict(int)
        for each in self._known.values():
            self._last[each.parent_id] = max(self._last[each.parent_id], each.place)
        self._ids: dict[str | None, str | None] = {None: None}
        self.meanings = 0

    def take(self, records: Sequence[TopicRecord]) -> None:
        """Take these in, each after the one that it lies under."""
        self._free_keys(records)
        for record in records:
            if record.id in self._merged:
                winner = self._known[self._merged[record.id]]
                self._ids[record.id] = winner.id
                self._taken.repaired.append(
                    worded(
                        "“{topic}” was merged into “{winner}” here, and stays so.",
                        topic=record.name,
                        winner=winner.name,
                    )
                )
            else:
                self._take(record)

    def _free_keys(self, records: Iterable[TopicRecord]) -> None:
        """A key that its topic gives up in the file is free for another one of the file."""
        for record in records:
            topic = self._known.get(record.id)
            if topic is not None and topic.key and record.key and topic.key.casefold() != record.key.casefold():
                self._keys.pop(topic.key.casefold(), None)

    def _take(self, record: TopicRecord) -> None:
        parent = self._ids[record.parent]
        topic = self._known.get(record.id) or self._places.get((parent, record.name.casefold()))
        values: dict[str, Any] = {"colour": record.colour, "key": self._free_key(record, topic)}
        values |= {name: getattr(record, name) for name in MEANING}
        if topic is None:
            topic = self._new(record, parent)
            self._set(topic, values)
        else:
            # What the file leaves open is not taken away.
            values = {name: value for name, value in values.items() if value and value != getattr(topic, name)}
            if record.retired and not topic.retired:
                values["retired"] = True
            self._set(topic, values)
            renewed = topic.id == record.id and self._renew(topic, record.name, parent)
            self.meanings += any(name in values for name in (*MEANING, "retired"))
            self._taken.changed += bool(values or renewed)
            self._taken.same += not (values or renewed)
        self._ids[record.id] = topic.id

    def _set(self, topic: Topic, values: dict[str, Any]) -> None:
        for name, value in values.items():
            setattr(topic, name, value)
        if topic.retired and topic.key:
            self._keys.pop(topic.key.casefold(), None)
            topic.key = None
        if topic.key:
            self._keys[topic.key.casefold()] = topic

    def _new(self, record: TopicRecord, parent: str | None) -> Topic:
        self._last[parent] += 1
        made = Topic(id=record.id, name=record.name, parent_id=parent, place=self._last[parent], retired=record.retired)
        self._session.add(made)
        self._taken.added += 1
        self._places[parent, record.name.casefold()] = self._known[record.id] = made
        return made

    def _free_key(self, record: TopicRecord, topic: Topic | None) -> str | None:
        key = None if record.retired or (topic is not None and topic.retired) else record.key
        if not key or (owner := self._keys.get(key.casefold())) is None or owner is topic:
            return key
        self._taken.repaired.append(
            worded(
                "The key “{key}” is that of “{owner}”; “{record}” has none now.",
                key=key,
                owner=owner.name,
                record=record.name,
            )
        )
        return None

    def _renew(self, topic: Topic, name: str, parent: str | None) -> bool:
        """The name and the place that the file has for a topic; whether either is another one now."""
        if (name, parent) == (topic.name, topic.parent_id):
            return False
        owner = self._places.get((parent, name.casefold()))
        if (owner is not None and owner is not topic) or self._lies_below(parent, topic.id):
            self._taken.repaired.append(
                worded(
                    "“{topic}” is “{name}” in the file; here it keeps its name and place, which others stand in the "
                    "way of.",
                    topic=topic.name,
                    name=name,
                )
            )
            return False
        self._places.pop((topic.parent_id, topic.name.casefold()), None)
        if name != topic.name:
            self._taken.renewed.append(worded("“{old}” is called “{new}” now.", old=topic.name, new=name))
            topic.name = name
        if parent != topic.parent_id:
            self._last[parent] += 1
            topic.parent_id, topic.place = parent, self._last[parent]
            self._taken.renewed.append(self._moved(name, parent))
        self._places[parent, name.casefold()] = topic
        return True

    def _moved(self, name: str, parent: str | None) -> str:
        if parent is None:
            return worded("“{topic}” lies at the top now.", topic=name)
        return worded("“{topic}” lies under “{above}” now.", topic=name, above=self._known[parent].name)

    def _lies_below(self, here: str | None, topic: str) -> bool:
        while here is not None:
            if here == topic:
                return True
            here = self._known[here].parent_id
        return False
