"""The tree of topics as a Qt model, narrowed by what is typed; a hit keeps the topics above it.

Read by the Topics tab's view and its delegate. Rows are asked for when they are looked at: narrowing two
thousand topics takes a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from annotator.gui.language import counted
from annotator.gui.matching import Narrowing
from annotator.records import TopicRecord

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLOUR_ROLE = ID_ROLE + 1
KEY_ROLE = ID_ROLE + 2
COUNT_ROLE = ID_ROLE + 3
RETIRED_ROLE = ID_ROLE + 4
_MOVABLE = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)


class TopicModel(QAbstractItemModel):
    """The topics. `renamed` reports a name that was typed in place."""

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._topics: list[TopicRecord] = []
        self._by_id: dict[str, TopicRecord] = {}
        self._counts: Mapping[str, int] = {}
        self._narrowing = Narrowing([])
        self._query = ""
        self._hits: list[str] = []
        # An index carries a topic's number in this list, never an object: one of a tree that is gone harms nothing.
        self._shown: list[TopicRecord] = []
        self._numbers: dict[str, int] = {}
        self._rows: list[int] = []
        self._below: dict[str | None, list[int]] = {}

    def is_shown(self, topic: TopicRecord) -> bool:
        """Whether the topic is offered: merged and retired ones are left out."""
        return topic.merged_into is None and not topic.retired

    def said_count(self, name: str, count: int) -> str:
        """A row as a screen reader says it."""
        return counted(count, self.tr("{name}, 1 mark here"), self.tr("{name}, {count} marks here"), name=name)

    def set_topics(self, topics: Iterable[TopicRecord], counts: Mapping[str, int]) -> None:
        """Show these topics. counts: topic id -> claims and passages here."""
        self._topics = sorted(
            (topic for topic in topics if self.is_shown(topic)),
            key=lambda topic: (topic.order, topic.name.casefold()),
        )
        self._by_id = {topic.id: topic for topic in self._topics}
        self._counts = counts
        self._narrowing = Narrowing([f"{topic.name} {topic.definition}" for topic in self._topics])
        self.narrow(self._query)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Other numbers of claims; only rows whose number changed are painted again."""
        before, self._counts = self._counts, counts
        for topic in self._shown:
            if before.get(topic.id, 0) != counts.get(topic.id, 0):
                index = self.index_of(topic.id)
                self.dataChanged.emit(index, index)

    def narrow(self, query: str) -> None:
        """Show what holds every word of the query, and the topics above it."""
        self.beginResetModel()
        self._query = query
        kept: set[str] = set()
        hits = [self._topics[row] for row in self._narrowing.hits(query)]
        self._hits = [topic.id for topic in hits]
        for hit in hits:
            topic: TopicRecord | None = hit
            while topic is not None and topic.id not in kept:
                kept.add(topic.id)
                topic = self._by_id.get(topic.parent or "")
        self._shown = [topic for topic in self._topics if topic.id in kept]
        self._numbers = {topic.id: number for number, topic in enumerate(self._shown)}
        self._below = {}
        self._rows = []
        for number, topic in enumerate(self._shown):
            siblings = self._below.setdefault(self._parent_of(topic), [])
            self._rows.append(len(siblings))
            siblings.append(number)
        self.endResetModel()

    def hit(self, id_: str | None) -> str | None:
        """The topic, or else the first one that holds the query itself and not only below it; None where none does."""
        return id_ if id_ in self._hits else next(iter(self._hits), None)

    def _parent_of(self, topic: TopicRecord) -> str | None:
        """The id of the topic that this one is shown under."""
        return topic.parent if topic.parent in self._numbers else None

    def topic(self, index: AnyIndex) -> TopicRecord | None:
        """The topic at an index."""
        number = index.internalId() if index.isValid() else -1
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def _colour(self, topic: TopicRecord) -> str | None:
        seen: set[str] = set()
        found: TopicRecord | None = topic
        while found is not None and not found.colour and found.id not in seen:
            seen.add(found.id)
            found = self._by_id.get(found.parent or "")
        return found.colour if found is not None else None

    @property
    def total(self) -> int:
        """Topics in use."""
        return len(self._topics)

    def index_of(self, id_: str) -> QModelIndex:
        """Where a topic stands; an invalid index where it is not shown."""
        number = self._numbers.get(id_)
        return self.createIndex(self._rows[number], 0, number) if number is not None else QModelIndex()

    # Qt ----------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        siblings = self._siblings(parent)
        return self.createIndex(row, 0, siblings[row]) if column == 0 and 0 <= row < len(siblings) else QModelIndex()

    def parent(self, child: AnyIndex | None = None) -> Any:  # Qt has two of that name
        if child is None:
            return super().parent()
        topic = self.topic(child)
        return self.index_of(topic.parent or "") if topic is not None else QModelIndex()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return len(self._siblings(parent))

    def columnCount(self, _parent: AnyIndex = _NOWHERE) -> int:
        return 1

    def _siblings(self, parent: AnyIndex) -> list[int]:
        """The numbers of the topics below an index; those at the top for an invalid one."""
        topic = self.topic(parent)
        return [] if parent.isValid() and topic is None else self._below.get(topic.id if topic else None, [])

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return _MOVABLE if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        topic = self.topic(index)
        if topic is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return topic.name
        if role == ID_ROLE:
            return topic.id
        if role == COLOUR_ROLE:
            return self._colour(topic)
        if role == KEY_ROLE:
            return topic.key
        if role == COUNT_ROLE:
            return self._counts.get(topic.id, 0)
        if role == RETIRED_ROLE:
            return topic.retired
        if role == Qt.ItemDataRole.ToolTipRole:
            return explanation(topic)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said_count(topic.name, self._counts.get(topic.id, 0))
        return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return super().setData(index, value, role)
        name = str(value).strip()
        if name and name != index.data():
            self.renamed.emit(str(index.data(ID_ROLE)), name)
        return True


def explanation(topic: TopicRecord) -> str:
    """A topic's definition and when (not) to use it, as rich text for a tool tip; empty where none."""
    parts = [f"<b>{escape(topic.name)}</b>"]
    if topic.definition:
        parts.append(escape(topic.definition))
    for title, words in (
        (QCoreApplication.translate("TopicModel", "Use for"), topic.include),
        (QCoreApplication.translate("TopicModel", "Not for"), topic.exclude),
    ):
        if words:
            parts.append(f"<i>{escape(title)}:</i> {escape(words)}")
    return "<p>" + "</p><p>".join(parts) + "</p>" if len(parts) > 1 else ""
