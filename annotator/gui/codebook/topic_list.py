"""The tree of topics of the Codebook screen: moved by drag and by the keyboard, retired ones shown as well.

Made by the page of topics. Reports what is asked for; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.gui.language import counted
from annotator.gui.panel.topic_model import ID_ROLE, TopicModel
from annotator.gui.panel.topics_tab import TopicsTab, TopicTree
from annotator.gui.theme import Theme
from annotator.records import TopicRecord

AnyIndex = QModelIndex | QPersistentModelIndex


class CodebookModel(TopicModel):
    """All topics but the merged ones. A drop is reported and not done: the tree is made anew by the news."""

    dropped = Signal(str, object, int)
    """The topic, the one that it goes under or None, its place among the others there."""

    def is_shown(self, topic: TopicRecord) -> bool:
        return topic.merged_into is None

    def said_count(self, name: str, count: int) -> str:
        return counted(count, self.tr("{name}, 1 mark"), self.tr("{name}, {count} marks"), name=name)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = super().mimeData(indexes)
        data.setText(str(indexes[0].data(ID_ROLE)))
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: AnyIndex) -> bool:
        topic = data.text()
        source = self.index_of(topic)
        if not source.isValid():
            return False
        # Among the hits of a filter there is no telling where the others lie: last of all then.
        place = row if row >= 0 and not self._query else self.rowCount(parent) + len(self._topics)
        # A place counts the others: from above itself the topic takes none.
        if source.parent() == parent and source.row() < place:
            place -= 1
        self.dropped.emit(topic, parent.data(ID_ROLE) if parent.isValid() else None, place)
        return False


class TopicList(TopicsTab):
    """The tree with its buttons."""

    topic_moved = Signal(str, object, int)
    """The topic, the one that it goes under or None, its place among the others there."""
    topic_split_requested = Signal(str)
    topic_retired = Signal(str)
    current_changed = Signal(object)
    """The id of the chosen topic, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tree, model = TopicTree(theme), CodebookModel()
        super().__init__(theme, parent, tree=tree, model=model)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        model.dropped.connect(self.topic_moved)
        tree.selectionModel().currentChanged.connect(lambda *_: self._tell_chosen())

    def _build_actions(self) -> None:
        self.add_action(self.tr("New topic"), "add", self._make_new, needs_row=False)
        self.add_action(self.tr("New topic below"), "tree", self._make_new_below)
        self.add_action(self.tr("Rename"), "rename", self.rename_chosen, shortcut="F2")
        self.add_action(self.tr("Merge into…"), "merge", lambda: self._emit(self.topic_merge_requested))
        self.add_action(self.tr("Split…"), "split", lambda: self._emit(self.topic_split_requested))
        self.add_action(self.tr("Retire or bring back"), "reject", lambda: self._emit(self.topic_retired))
        self.add_action(self.tr("Delete"), "delete", lambda: self._emit(self.topic_deleted), shortcut="Del")
        self.add_action(self.tr("Move up"), "up", lambda: self._step(-1), shortcut="Alt+Up", button=False)
        self.add_action(self.tr("Move down"), "down", lambda: self._step(1), shortcut="Alt+Down", button=False)
        self.add_action(self.tr("Move below the one above"), "unfold", self._indent, shortcut="Alt+Right", button=False)
        self.add_action(self.tr("Move out"), "back", self._outdent, shortcut="Alt+Left", button=False)

    def set_topics(self, topics: Iterable[TopicRecord], counts: Mapping[str, int]) -> None:
        kept = self.chosen()
        with self.filling():
            super().set_topics(topics, counts)
            if self.chosen() is None and self.model.rowCount():
                self.view.setCurrentIndex(self.model.index(0, 0))
        if self.chosen() != kept:
            self.current_changed.emit(self.chosen())

    def narrow(self, query: str) -> None:
        # A topic that is no hit gives way to the first that is one, and is told of once, not row by row.
        kept = self.chosen()
        with self.filling():
            super().narrow(query)
            self.select(self.model.hit(kept))
        if self.chosen() != kept:
            self.current_changed.emit(self.chosen())

    def _tell_chosen(self) -> None:
        if not self.is_filling:
            self.current_changed.emit(self.chosen())

    # Moving by the keyboard --------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        index = self.view.currentIndex()
        place = index.row() + by
        if index.isValid() and 0 <= place < self.model.rowCount(index.parent()) and not self.filter.text():
            self.topic_moved.emit(index.data(ID_ROLE), index.parent().data(ID_ROLE), place)

    def _indent(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and index.row() > 0 and not self.filter.text():
            above = index.siblingAtRow(index.row() - 1)
            self.topic_moved.emit(index.data(ID_ROLE), above.data(ID_ROLE), self.model.rowCount(above))

    def _outdent(self) -> None:
        index = self.view.currentIndex()
        parent = index.parent()
        if parent.isValid() and not self.filter.text():
            self.topic_moved.emit(index.data(ID_ROLE), parent.parent().data(ID_ROLE), parent.row() + 1)
