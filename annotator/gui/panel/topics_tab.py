"""The tree of topics with the number of claims in this article; definitions show under the mouse.

A tab of the panel. Reports what somebody asks for; the codebook screen does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QTreeView, QWidget

from annotator.gui.empty_state import EmptyState
from annotator.gui.icons import icon
from annotator.gui.language import filled
from annotator.gui.panel.delegates import TopicDelegate
from annotator.gui.panel.registry_tab import RegistryTab
from annotator.gui.panel.topic_model import ID_ROLE, TopicModel
from annotator.gui.theme import LARGE, Theme, scaled
from annotator.records import TopicRecord

_CARET = 12


class TopicTree(QTreeView):
    """A tree whose branches are a caret of the icon set, without lines and without a tint of their own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(LARGE)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left goes up from a topic with none below it at once: Qt folds it first where all was unfolded."""
        here = self.currentIndex()
        goes_left = event.key() == Qt.Key.Key_Left and not event.modifiers()
        if goes_left and here.parent().isValid() and not self.model().hasChildren(here):
            self.setCurrentIndex(here.parent())
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.fillRect(rect, self.theme.colour("pane"))
        if self.model().hasChildren(index):
            picture = icon("down" if self.isExpanded(index) else "unfold", self.theme, "faint")
            side = scaled(_CARET)
            left = rect.right() - (self.indentation() + side) // 2
            picture.paint(painter, QRect(left, rect.center().y() - side // 2, side, side))


class TopicsTab(RegistryTab):
    """The tree of topics."""

    topic_new = Signal(str, object)
    """Name (empty: ask for one), id of the topic above or None."""
    topic_renamed = Signal(str, str)
    topic_merge_requested = Signal(str)
    topic_colour_requested = Signal(str)
    topic_deleted = Signal(str)
    topic_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        tree: TopicTree | None = None,
        model: TopicModel | None = None,
    ) -> None:
        """tree, model: others than the panel's, where topics are moved as well."""
        view = tree or TopicTree(theme)
        self.model = model or TopicModel()
        view.setModel(self.model)
        super().__init__(view, TopicDelegate(theme, view), EmptyState("topic", theme), theme, parent)
        self._tree = view
        self._folded: set[str] = set()
        view.setAccessibleName(self.tr("Topics"))
        self.filter.say(self.tr("Filter topics"))
        self._empty.asked.connect(self._make_new)
        self._build_actions()
        self.watch_rows(self.model)
        self.model.renamed.connect(self.topic_renamed)
        view.activated.connect(lambda index: self.topic_chosen.emit(str(index.data(ID_ROLE))))
        view.collapsed.connect(lambda index: self._folded.add(str(index.data(ID_ROLE))))
        view.expanded.connect(lambda index: self._folded.discard(str(index.data(ID_ROLE))))
        self._say_empty()

    def _build_actions(self) -> None:
        self.add_action(self.tr("New topic"), "add", self._make_new, needs_row=False)
        self.add_action(self.tr("New topic below"), "tree", self._make_new_below)
        self.add_action(self.tr("Rename"), "rename", self.rename_chosen, shortcut="F2")
        self.add_action(self.tr("Colour"), "colour", lambda: self._emit(self.topic_colour_requested))
        self.add_action(self.tr("Merge into…"), "merge", lambda: self._emit(self.topic_merge_requested))
        self.add_action(self.tr("Delete"), "delete", lambda: self._emit(self.topic_deleted), shortcut="Del")

    def set_topics(self, topics: Iterable[TopicRecord], counts: Mapping[str, int]) -> None:
        """Show the codebook. counts: topic id -> claims in this article, for those that have any."""
        kept, bar = self.to_choose(), self.view.verticalScrollBar()
        at = bar.value()
        self.model.set_topics(topics, counts)
        self._unfold()
        # Rows that were in view stay where they were: choosing one would make it the last row in view.
        self._tree.doItemsLayout()
        bar.setValue(at)
        self.select(kept)
        self.look_for_wanted()
        self._say_empty()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Other numbers of claims beside the same topics."""
        self.model.set_counts(counts)

    def narrow(self, query: str) -> None:
        kept = self.chosen()
        self.model.narrow(query)
        self._unfold()
        self.select(kept)
        self._say_empty()

    def chosen(self) -> str | None:
        """The id of the chosen topic."""
        index = self.view.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else None

    def select(self, id_: str | None) -> None:
        """Choose a topic and bring it into view."""
        index = self.model.index_of(id_) if id_ else QModelIndex()
        if index.isValid():
            self.view.setCurrentIndex(index)
        self.enable_actions()

    def set_theme(self, theme: Theme) -> None:
        if isinstance(self.view, TopicTree):
            self.view.theme = theme
            self.view.setIndentation(scaled(LARGE))
        super().set_theme(theme)
        # The rows are asked for their height again, since the interface may have another size.
        self.view.doItemsLayout()

    def _unfold(self) -> None:
        """Everything is unfolded but what was folded by hand; a filter unfolds that too."""
        folded = set() if self.filter.text() else set(self._folded)
        kept = set(self._folded)
        self._tree.expandAll()
        for id_ in folded:
            self._tree.collapse(self.model.index_of(id_))
        self._folded = kept

    def _make_new(self) -> None:
        """What is typed in the filter is the name; without it the shell asks for one."""
        self.topic_new.emit(self.filter.text().strip(), None)

    def _make_new_below(self) -> None:
        if self.chosen() is not None:
            self.topic_new.emit("", self.chosen())

    def _emit(self, signal: object) -> None:
        id_ = self.chosen()
        if id_ is not None:
            signal.emit(id_)  # type: ignore[attr-defined]

    def lock(self, why: str) -> None:
        super().lock(why)
        self._say_empty()

    def _say_empty(self) -> None:
        typed = self.filter.text().strip()
        if typed:
            title = filled(self.tr("No topic matches “{words}”"), words=typed)
            self._empty.say(title, "", "" if self._locked else self.tr("Make this a new topic"))
        elif self._locked:
            self._empty.say(self.tr("No topics yet"), self.tr("A manager of the team makes them."))
        else:
            hint = self.tr("Topics say what claims are about. Make the first one here, or press {topic} in the text.")
            self._empty.say(self.tr("No topics yet"), hint, self.tr("New topic"))
        self.show_rows(self.model.rowCount() > 0)
