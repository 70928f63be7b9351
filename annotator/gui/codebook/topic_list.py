"""The tree of topics of the Codebook screen: moved by drag and by the keyboard, retired ones shown as well.

Made by the page of topics. Reports what is asked for; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.gui.language import counted
from annotator.gui.panel.topic_model import ID_ROLE, TopicModel
from annotator.gui.panel.topics_tab import TopicsTab, TopicTree
from annotator.gui.theme import Theme
from annotator.records import TopicRecord

AnyIndex = QModelIndex | QPersistentModelIndex


class CodebookModel(TopicModel):
    """All topics but the merged ones. A drop is reported and not done: the tree is made anew by the news."""

    dropped = Signal(list, object, int)
    """The topics, the one that they go under or None, their place among the others there."""

    def is_shown(self, topic: TopicRecord) -> bool:
        return topic.merged_into is None

    def said_count(self, name: str, count: int) -> str:
        return counted(count, self.tr("{name}, 1 mark"), self.tr("{name}, {count} marks"), name=name)

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = super().mimeData(indexes)
        data.setText("\n".join(str(each.data(ID_ROLE)) for each in indexes))
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: AnyIndex) -> bool:
        topics = [id_ for id_ in data.text().split("\n") if self.index_of(id_).isValid()]
        if not topics:
            return False
        # Among the hits of a filter there is no telling where the others lie: last of all then.
        place = row if row >= 0 and not self._query else self.rowCount(parent) + len(self._topics)
        # A place counts the others: those that move from above it take none.
        places = [self.index_of(id_) for id_ in topics]
        place -= sum(each.parent() == parent and each.row() < place for each in places)
        self.dropped.emit(topics, parent.data(ID_ROLE) if parent.isValid() else None, place)
        return False


class TopicList(TopicsTab):
    """The tree with its buttons."""

    topics_moved = Signal(list, object, int)
    """The topics, the one that they go under or None, their place among the others there."""
    topics_deleted = Signal(list)
    topics_merge_requested = Signal(list)
    topics_place_requested = Signal(list)
    topics_retired = Signal(list)
    topic_split_requested = Signal(str)
    told = Signal(str)
    """Why something cannot be done here."""
    current_changed = Signal(object)
    """The id of the chosen topic, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tree, model = TopicTree(theme), CodebookModel()
        super().__init__(theme, parent, tree=tree, model=model)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        model.dropped.connect(self.topics_moved)
        tree.selectionModel().currentChanged.connect(lambda *_: self._tell_chosen())

    def _build_actions(self) -> None:
        self.add_action(self.tr("New topic"), "add", self._make_new, needs_row=False)
        self.add_action(self.tr("New topic below"), "tree", self._make_new_below, shortcut="Shift+Ins")
        self.add_action(
            self.tr("New topic beside"), "add", self._make_new_beside, shortcut="Ins", needs_row=False, button=False
        )
        self.add_action(self.tr("Rename"), "rename", self.rename_chosen, shortcut="F2")
        self.add_action(self.tr("Merge into…"), "merge", lambda: self._emit_all(self.topics_merge_requested))
        self.add_action(self.tr("Split…"), "split", lambda: self._emit(self.topic_split_requested))
        self.add_action(
            self.tr("Move to…"), "move", lambda: self._emit_all(self.topics_place_requested), shortcut="Ctrl+M"
        )
        self.add_action(self.tr("Retire or bring back"), "reject", lambda: self._emit_all(self.topics_retired))
        self.add_action(self.tr("Delete"), "delete", lambda: self._emit_all(self.topics_deleted), shortcut="Del")
        self.add_action(self.tr("Move up"), "up", lambda: self._step(-1), shortcut="Alt+Up", button=False)
        self.add_action(self.tr("Move down"), "down", lambda: self._step(1), shortcut="Alt+Down", button=False)
        self.add_action(self.tr("Move below the one above"), "unfold", self._indent, shortcut="Alt+Right", button=False)
        self.add_action(self.tr("Move out"), "back", self._outdent, shortcut="Alt+Left", button=False)
        self.add_action(self.tr("Sort these by name"), "sort", self._sort, button=False)

    def _make_new_beside(self) -> None:
        """Below the same topic as the chosen one; at the top where none is chosen."""
        above = self.view.currentIndex().parent()
        self.topic_new.emit("", above.data(ID_ROLE) if above.isValid() else None)

    def set_topics(self, topics: Iterable[TopicRecord], counts: Mapping[str, int]) -> None:
        kept, others = self.chosen(), self.chosen_all()
        with self.filling():
            super().set_topics(topics, counts)
            for index in map(self.model.index_of, others if len(others) > 1 else []):
                self.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
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

    def chosen_all(self) -> list[str]:
        """The ids of all topics that are selected, in the order of the tree; the one with the cursor at least."""
        indexes = self.view.selectionModel().selectedIndexes() or [self.view.currentIndex()]
        indexes = sorted((each for each in indexes if each.isValid()), key=_path)
        return [str(each.data(ID_ROLE)) for each in indexes]

    def _emit_all(self, signal: SignalInstance) -> None:
        if ids := self.chosen_all():
            signal.emit(ids)

    # Moving by the keyboard --------------------------------------------------------------------------

    def _block(self) -> list[QModelIndex]:
        """The selected topics beside the one with the cursor, in their order; none, with a word, under a filter."""
        current = self.view.currentIndex()
        if self.filter.text():
            self.told.emit(self.tr("Clear the filter first: a topic’s neighbours are not shown among its hits."))
            return []
        indexes = map(self.model.index_of, self.chosen_all())
        return [each for each in indexes if current.isValid() and each.parent() == current.parent()]

    def _move(self, block: list[QModelIndex], parent: QModelIndex, place: int) -> None:
        self.topics_moved.emit([each.data(ID_ROLE) for each in block], parent.data(ID_ROLE), place)

    def _step(self, by: int) -> None:
        if block := self._block():
            parent = block[0].parent()
            place = block[0].row() + by
            if 0 <= place <= self.model.rowCount(parent) - len(block):
                self._move(block, parent, place)

    def _indent(self) -> None:
        block = self._block()
        if block and block[0].row() > 0:
            above = block[0].siblingAtRow(block[0].row() - 1)
            self._move(block, above, self.model.rowCount(above))

    def _outdent(self) -> None:
        block = self._block()
        if block and (parent := block[0].parent()).isValid():
            self._move(block, parent.parent(), parent.row() + 1)

    def _sort(self) -> None:
        """The topics beside the chosen one, by name."""
        if block := self._block():
            parent = block[0].parent()
            every = [self.model.index(row, 0, parent) for row in range(self.model.rowCount(parent))]
            self._move(sorted(every, key=lambda each: str(each.data()).casefold()), parent, 0)


def _path(index: QModelIndex) -> list[int]:
    """The rows from the top down to an index: what sorts indexes as the tree shows them."""
    rows: list[int] = []
    while index.isValid():
        rows.append(index.row())
        index = index.parent()
    return rows[::-1]
