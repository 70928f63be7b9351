"""The left pane of Annotate: a filter, the articles with their states, how many are finished.

Built by the shell, which hands it summaries and connects its signals to verbs. Files and folders can be
dropped on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QWidget,
)

from annotator.gui.articles.drop_hint import DropHint, paths_of
from annotator.gui.articles.list_model import HEADING_HEIGHT, ROW_HEIGHT, ArticleModel
from annotator.gui.articles.order_button import OrderButton
from annotator.gui.articles.row_delegate import ArticleDelegate
from annotator.gui.language import filled
from annotator.gui.rows_view import RowsView
from annotator.gui.side_list import SideList
from annotator.gui.theme import Theme, scaled
from annotator.queries.articles import ArticleSummary

_NARROWEST = 170
"""Pixels at the usual size of the interface."""


class ArticleList(SideList):
    """The list of articles."""

    article_chosen = Signal(str)
    context_requested = Signal(list, QPoint)
    """Ids of the chosen articles, the global point for a menu."""
    files_dropped = Signal(list)
    """Paths of files and folders."""
    add_requested = Signal()
    copies_wanted = Signal()
    """The articles are grouped by near copies: whoever can compare texts hands the groups to `set_copies`."""
    left = Signal()
    """Esc: the focus should go back to the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        order = OrderButton(theme)
        super().__init__(RowsView(scaled(ROW_HEIGHT)), order, "article", theme, parent)
        self.setAcceptDrops(True)
        self.order = order
        self.model = ArticleModel()
        self._delegate = ArticleDelegate(theme, self.model, self.view)
        self._hint = DropHint(theme, self)
        self._added: str | None = None
        self._typed = QTimer(self, singleShot=True, interval=0)
        self._set_up_view()
        self.lay_out()
        self._connect()
        self.set_theme(theme)
        self._say()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.tr("Articles"))
        view.installEventFilter(self)
        self.filter.installEventFilter(self)

    def _connect(self) -> None:
        self._typed.timeout.connect(self._narrow)
        self.filter.textChanged.connect(lambda _text: self._typed.start())
        self.filter.returnPressed.connect(self._choose_current)
        self.order.changed.connect(self._reorder)
        self.view.clicked.connect(self._clicked)
        self.view.customContextMenuRequested.connect(self._ask_for_menu)
        self.empty.asked.connect(self._empty_asked)

    # Data --------------------------------------------------------------------------------------------

    def set_articles(self, articles: Iterable[ArticleSummary]) -> None:
        """Show these articles, in the order in which they were added."""
        self._keeping_place(lambda: self.model.set_articles(articles))
        self._ask_for_copies()

    def update_articles(self, articles: Iterable[ArticleSummary]) -> None:
        """Show new and changed articles."""
        self._keeping_place(lambda: self.model.update_articles(articles))

    def remove(self, ids: Iterable[str]) -> None:
        """Take articles away."""
        self._keeping_place(lambda: self.model.remove(ids))

    def select(self, id_: str | None) -> None:
        """Show which article is open; reports nothing."""
        self._delegate.opened = id_
        row = self.model.row_of(id_)
        if row >= 0:
            # Said outright: the view would look at the keys held down, and Ctrl+Enter would add to the choice.
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().setCurrentIndex(self.model.index(row, 0), alone)
        else:
            self.view.clearSelection()
        self.view.viewport().update()

    def show_added(self, id_: str) -> None:
        """Choose an article that was added just now and bring it into view, as soon as it is listed. What is open
        stays open; where nothing is, the article is reported as chosen.
        """
        self._added = id_
        self._look_for_added()

    def _look_for_added(self) -> None:
        row = self.model.row_of(self._added)
        if row < 0:
            # The filter would hide it: looking for it later would come as a surprise.
            self._added = None if self.filter.text() else self._added
            return
        id_, self._added = self._added, None
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.model.index(row, 0)
        self.view.selectionModel().setCurrentIndex(index, alone)
        self.view.scrollTo(index)
        if self._delegate.opened is None and id_ is not None:
            self.article_chosen.emit(id_)

    def selected(self) -> str | None:
        """The id of the open article."""
        return self._delegate.opened

    def next_id(self) -> str | None:
        """The article after the open one as the list stands, None at the end."""
        return self._neighbour(1)

    def previous_id(self) -> str | None:
        """The article before the open one as the list stands, None at the beginning."""
        return self._neighbour(-1)

    def next_unfinished_id(self) -> str | None:
        """The next article that is not finished, from the top again after the end; None where all are."""
        shown = self.model.shown()
        ids = [article.id for article in shown]
        opened = self._delegate.opened
        begin = ids.index(opened) + 1 if opened in ids else 0
        for article in (*shown[begin:], *shown[:begin]):
            if article.state in ("new", "in_progress") and article.id != opened:
                return article.id
        return None

    def _neighbour(self, step: int) -> str | None:
        ids = [article.id for article in self.model.shown()]
        opened = self._delegate.opened
        if opened not in ids:
            return (ids[0] if step > 0 else ids[-1]) if ids else None
        place = ids.index(opened) + step
        return ids[place] if 0 <= place < len(ids) else None

    # Showing -----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._delegate.set_theme(theme)
        self.order.set_theme(theme)
        self._hint.set_theme(theme)
        self.wear(theme, _NARROWEST)
        self.view.set_row_height(scaled(ROW_HEIGHT))
        self._make_headings_low()

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Change the rows; what was chosen and where the list was scrolled to stay."""
        current = self.model.article(self.view.currentIndex())
        chosen = {article.id for article in self._chosen()}
        scrolled = self.view.verticalScrollBar().value()
        change()
        self._make_headings_low()
        selection = self.view.selectionModel()
        for id_ in chosen:
            row = self.model.row_of(id_)
            if row >= 0:
                selection.select(self.model.index(row, 0), selection.SelectionFlag.Select)
        row = self.model.row_of(current.id if current else self._delegate.opened)
        if row >= 0:
            selection.setCurrentIndex(self.model.index(row, 0), selection.SelectionFlag.NoUpdate)
        self.view.verticalScrollBar().setValue(scrolled)
        self._look_for_added()
        self._say()

    def _make_headings_low(self) -> None:
        for row in self.model.headings():
            self.view.setRowHeight(row, scaled(HEADING_HEIGHT))

    def _say(self) -> None:
        """The words around the rows: how many there are, how many are finished, what to do where none are."""
        total, finished = self.model.total, self.model.finished
        words = self.tr("Filter {count} articles").format(count=total) if total != 1 else self.tr("Filter 1 article")
        self.filter.say(words)
        if total == 0:
            hint = self.tr("Drop article files here, or press {add}.")
            self.empty.say(self.tr("No articles yet"), hint, self.tr("Add articles…"))
        else:
            title = filled(self.tr("No article matches “{words}”"), words=self.filter.text().strip())
            self.empty.say(title, "", self.tr("Show all articles"))
        self.foot.setVisible(total > 0)
        self.show_rows(finished, total, self.tr("{done} of {all} finished").format(done=finished, all=total))

    def _narrow(self) -> None:
        self._keeping_place(lambda: self.model.set_view(query=self.filter.text()))

    def _reorder(self) -> None:
        self._keeping_place(lambda: self.model.set_view(sorting=self.order.sorting, grouping=self.order.grouping))
        self._ask_for_copies()

    def _ask_for_copies(self) -> None:
        if self.model.grouping == "copies":
            self.copies_wanted.emit()

    def set_copies(self, groups: Iterable[Sequence[str]]) -> None:
        """Which articles are near copies of each other: groups of ids."""
        self._keeping_place(lambda: self.model.set_copies(groups))

    # Choosing ----------------------------------------------------------------------------------------

    def selection(self) -> list[str]:
        """The ids of the articles that are selected, else of the open one."""
        opened = self.selected()
        return [article.id for article in self._chosen()] or ([] if opened is None else [opened])

    def _chosen(self) -> list[ArticleSummary]:
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [article for index in rows if (article := self.model.article(index)) is not None]

    def _clicked(self, index: QModelIndex) -> None:
        article = self.model.article(index)
        if article is not None and len(self._chosen()) == 1:
            self._choose(article)

    def _choose_current(self) -> None:
        article = self.model.article(self.view.currentIndex())
        if article is None:
            shown = self.model.shown()
            article = shown[0] if shown else None
        if article is not None:
            self._choose(article)

    def _choose(self, article: ArticleSummary) -> None:
        self.select(article.id)
        self.article_chosen.emit(article.id)

    def _ask_for_menu(self, point: QPoint) -> None:
        ids = [article.id for article in self._chosen()]
        if ids:
            self.context_requested.emit(ids, self.view.viewport().mapToGlobal(point))

    def _empty_asked(self) -> None:
        if self.model.total:
            self.filter.clear()
        else:
            self.add_requested.emit()

    # Keys --------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self._escape()
                return True
            if watched is self.filter and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                if not self.view.currentIndex().isValid() and self.model.shown():
                    first = self.model.row_of(self.model.shown()[0].id)
                    self.view.setCurrentIndex(self.model.index(first, 0))
                return True
            if watched is self.view and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose_current()
                return True
            if watched is self.view and _is_typing(event):
                self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
                self.filter.insert(event.text())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What neither filter nor rows have taken: the button of the order has no Esc of its own.
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        self.filter.clear()
        self.left.emit()

    # Dropping ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._hint.cover(self.rect())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._hint.hide()
        paths: list[Path] = paths_of(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if paths:
            self.files_dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._hint.isVisible():
            self._hint.cover(self.rect())


def _is_typing(event: QKeyEvent) -> bool:
    """A letter without Ctrl, Alt or the like. Space alone chooses in a list and is left to it."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    return bool(text) and text.isprintable() and not text.isspace() and modifiers == Qt.KeyboardModifier.NoModifier
