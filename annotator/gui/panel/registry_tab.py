"""What the Speakers and Topics tabs share: a filter on top, a list, a row of buttons that are its menu too.

Base of the two tabs. Holds no records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.empty_state import EmptyState
from annotator.gui.filter_field import FilterField
from annotator.gui.icons import icon
from annotator.gui.labels import key_text, rule
from annotator.gui.language import tr
from annotator.gui.panel.delegates import RowDelegate
from annotator.gui.rows_view import dress
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled

_ICON = 16
"""In pixels at the usual size of the interface."""


class RegistryTab(QWidget):
    """A filtered list with actions on the chosen row."""

    left = Signal()
    tagging_wanted = Signal(str)
    """The claim, or the words selected, are to be tagged with the chosen row."""
    arrived = Signal()
    """The row that was made just now is there and chosen; see `choose_when_there`."""
    """Esc: the focus should go back to the text."""

    def __init__(
        self,
        view: QAbstractItemView,
        delegate: RowDelegate,
        empty: EmptyState,
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.view, self._delegate, self._empty, self._theme = view, delegate, empty, theme
        self._actions: list[tuple[QAction, str]] = []
        self._buttons: list[QToolButton] = []
        self._needing_row: list[QAction] = []
        self._tagging: QAction | None = None
        self._wanted: str | None = None
        self._locked = False
        self.is_filling = False
        self.filter = FilterField(theme)
        self.filter.installEventFilter(self)
        self._typed = QTimer(self, singleShot=True, interval=0)
        self._typed.timeout.connect(lambda: self.narrow(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._typed.start())
        view.setItemDelegate(delegate)
        view.customContextMenuRequested.connect(self._open_menu)
        view.installEventFilter(self)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(MEDIUM, TIGHT, MEDIUM, SMALL)
        top.addWidget(self.filter)
        column.addLayout(top)
        # In its place first: pages of a stack without a place show for a moment as windows of their own.
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column.addWidget(rule())
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._bar.setSpacing(TIGHT)
        self._bar.addStretch()
        column.addLayout(self._bar)

    def add_action(
        self,
        words: str,
        symbol: str,
        act: Callable[[], None],
        *,
        shortcut: str = "",
        needs_row: bool = True,
        button: bool = True,
    ) -> QAction:
        """One thing to do: a line of the list's menu, and a button below it unless there is to be none."""
        action = QAction(words, self)
        action.triggered.connect(lambda _checked=False: act())
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            # A menu would call the Delete key "Del", as nothing else here does.
            action.setShortcutVisibleInContextMenu(key_text(shortcut) == shortcut)
        self.view.addAction(action)
        if needs_row:
            self._needing_row.append(action)
            _enable(action, has_row=False)
        self._actions.append((action, symbol))
        action.setIcon(icon(symbol, self._theme))
        if button:
            self._add_button(action)
        return action

    def actions_of_rows(self) -> Sequence[tuple[QAction, str]]:
        """(action, icon): what can be done with the rows, as the list's menu has it."""
        return self._actions

    def offer_tagging(self, words: str) -> None:
        """Beside the text, the chosen row can be given to the current claim, or to the words that are selected."""

        def tag() -> None:
            if (id_ := self.chosen()) is not None:
                self.tagging_wanted.emit(id_)

        self._tagging = self.add_action(words, "topic", tag, shortcut="Shift+Return")
        self._actions.insert(0, self._actions.pop())
        self._bar.insertWidget(0, self._buttons[-1])

    def _add_button(self, action: QAction) -> None:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setStyleSheet("QToolButton { padding: 4px; } QToolButton:focus { padding: 3px; }")
        button.setAccessibleName(action.text())
        button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        self._buttons.append(button)
        self._bar.insertWidget(self._bar.count() - 1, button)

    def watch_rows(self, model: QAbstractItemModel) -> None:
        """Follow the chosen row: what needs one is enabled with it."""
        self.view.selectionModel().currentChanged.connect(lambda *_: self.enable_actions())
        model.modelReset.connect(self.enable_actions)

    def lock(self, why: str) -> None:
        """Grey everything that changes a row, for good. why: the sentence that is shown there."""
        self._locked = True
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        for action, _symbol in self._actions:
            if action is not self._tagging:
                action.setEnabled(False)
                action.setToolTip(why)

    def enable_actions(self) -> None:
        """Enable what can be done with the chosen row."""
        for action in self._needing_row:
            if self._locked and action is not self._tagging:
                continue
            _enable(action, has_row=self.view.currentIndex().isValid())

    def choose_when_there(self, id_: str) -> None:
        """Choose a row that was made just now, as soon as the list has it, and tell by `arrived`."""
        self._wanted = id_
        self.select(id_)
        self.look_for_wanted()

    def look_for_wanted(self) -> None:
        """Called when the rows are others: whether the row that was waited for is among them."""
        if self._wanted is not None and self.chosen() == self._wanted:
            self._wanted = None
            self.arrived.emit()

    def to_choose(self) -> str | None:
        """Which row is to be chosen when the rows are made anew: the one waited for, else the same."""
        return self._wanted or self.chosen()

    def chosen(self) -> str | None:
        """The id of the chosen row."""
        raise NotImplementedError

    def select(self, id_: str | None) -> None:
        """Choose a row and bring it into view."""
        raise NotImplementedError

    @contextmanager
    def filling(self) -> Iterator[None]:
        """While the rows are made anew, none counts as chosen or left: what shows the chosen one stays."""
        self.is_filling = True
        try:
            yield
        finally:
            self.is_filling = False

    def show_rows(self, some: bool) -> None:
        """Show the list, or what to do where it is empty."""
        self._stack.setCurrentWidget(self.view if some else self._empty)

    def narrow(self, query: str) -> None:
        """Show only rows that hold the query."""
        raise NotImplementedError

    def rename_chosen(self) -> None:
        """Open the field for a new name in the chosen row."""
        if self.view.currentIndex().isValid():
            self.view.edit(self.view.currentIndex())

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self._empty.set_theme(theme)
        self.filter.set_theme(theme)
        for action, symbol in self._actions:
            action.setIcon(icon(symbol, theme))
        for button in self._buttons:
            button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        dress(self.view, theme)

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([action for action, _ in self._actions])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
                return True
            if watched is self.filter and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.view.setFocus()
                if not self.view.currentIndex().isValid():
                    self.view.event(event)
                return True
        return super().eventFilter(watched, event)

    def _escape(self) -> None:
        self.filter.clear()
        self.left.emit()


def _enable(action: QAction, *, has_row: bool) -> None:
    """Enable what acts on the chosen row, or say that none is chosen."""
    action.setEnabled(has_row)
    action.setToolTip("" if has_row else tr("{what}: choose one in the list first.").format(what=action.text()))
