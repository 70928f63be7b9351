"""The tree of topics as a Qt model, narrowed by what is typed; a hit keeps the topics above it.

Read by the Topics tab's view and its delegate. A codebook has at most some thousand topics, so the model
is made anew when one of them changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from annotator.gui.language import counted
from annotator.gui.matching import Narrowing
from annotator.records import TopicRecord

AnyIndex = QModelIndex | QPersistentModelIndex
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COLOUR_ROLE = ID_ROLE + 1
KEY_ROLE = ID_ROLE + 2
COUNT_ROLE = ID_ROLE + 3
RETIRED_ROLE = ID_ROLE + 4


class TopicModel(QStandardItemModel):
    """The topics. `renamed` reports a name that was typed in place."""

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._topics: list[TopicRecord] = []
        self._by_id: dict[str, TopicRecord] = {}
        self._counts: Mapping[str, int] = {}
        self._narrowing = Narrowing([])
        self._query = ""
        self._items: dict[str, QStandardItem] = {}

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
        self._counts = counts
        for id_, item in self._items.items():
            if item.data(COUNT_ROLE) != counts.get(id_, 0):
                self._tell_count(item, id_)

    def _tell_count(self, item: QStandardItem, id_: str) -> None:
        count = self._counts.get(id_, 0)
        item.setData(count, COUNT_ROLE)
        item.setData(self.said_count(self._by_id[id_].name, count), Qt.ItemDataRole.AccessibleTextRole)

    def narrow(self, query: str) -> None:
        """Show what holds every word of the query, and the topics above it."""
        self._query = query
        kept: set[str] = set()
        for row in self._narrowing.hits(query):
            topic: TopicRecord | None = self._topics[row]
            while topic is not None and topic.id not in kept:
                kept.add(topic.id)
                topic = self._by_id.get(topic.parent or "")
        self.clear()
        self._items = {topic.id: self._item(topic) for topic in self._topics if topic.id in kept}
        for topic in self._topics:
            if topic.id in kept:
                above = self._items.get(topic.parent or "")
                (above if above is not None else self.invisibleRootItem()).appendRow(self._items[topic.id])

    def _item(self, topic: TopicRecord) -> QStandardItem:
        item = QStandardItem(topic.name)
        item.setData(topic.id, ID_ROLE)
        item.setData(self._colour(topic), COLOUR_ROLE)
        item.setData(topic.key, KEY_ROLE)
        item.setData(topic.retired, RETIRED_ROLE)
        item.setToolTip(explanation(topic))
        self._tell_count(item, topic.id)
        return item

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
        item = self._items.get(id_)
        return item.index() if item is not None else QModelIndex()

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
