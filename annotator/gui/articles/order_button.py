"""The button beside the filter that says in which order, and in which groups, the articles stand.

Used by the list of articles.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.gui.articles.list_model import GROUPINGS, SORTINGS, Grouping, Sorting
from annotator.gui.icons import icon
from annotator.gui.theme import Theme, scaled


class OrderButton(QToolButton):
    """`sorting` and `grouping` are what is chosen; `changed` says that one of them was."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sorting: Sorting = "added"
        self.grouping: Grouping = "none"
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton { padding: 0; min-height: 0; } QToolButton:focus { padding: 0; }")
        self.setAccessibleName(self.tr("Order of the articles"))
        self.setToolTip(self.accessibleName())
        self._actions: dict[str, QAction] = {}
        menu = QMenu(self)
        menu.addSection(self.tr("Order"))
        by_sorting = QActionGroup(menu)
        for sorting in SORTINGS:
            self._add(menu, by_sorting, sorting, _sorting_word(sorting))
        menu.addSeparator()
        by_grouping = QActionGroup(menu)
        for grouping in GROUPINGS:
            self._add(menu, by_grouping, f"by {grouping}", _grouping_word(grouping))
        self._actions["added"].setChecked(True)
        self._actions["by none"].setChecked(True)
        by_sorting.triggered.connect(lambda _action: self._read())
        by_grouping.triggered.connect(lambda _action: self._read())
        self.setMenu(menu)
        self.set_theme(theme)

    def choose(self, sorting: Sorting, grouping: Grouping) -> None:
        """Set both, as they were when the window was last open."""
        self._actions[sorting].setChecked(True)
        self._actions[f"by {grouping}"].setChecked(True)
        self._read()

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self.setIconSize(QSize(scaled(16), scaled(16)))
        self.setIcon(icon("sort", theme))

    def _add(self, menu: QMenu, group: QActionGroup, key: str, words: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        group.addAction(action)
        self._actions[key] = action

    def _read(self) -> None:
        self.sorting = next(sorting for sorting in SORTINGS if self._actions[sorting].isChecked())
        self.grouping = next(group for group in GROUPINGS if self._actions[f"by {group}"].isChecked())
        self.changed.emit()


def _sorting_word(sorting: Sorting) -> str:
    translate = QCoreApplication.translate
    return {
        "added": translate("OrderButton", "In the order added"),
        "date": translate("OrderButton", "By date"),
        "title": translate("OrderButton", "By title"),
        "outlet": translate("OrderButton", "By outlet"),
        "state": translate("OrderButton", "By state"),
        "claims": translate("OrderButton", "By number of claims"),
    }[sorting]


def _grouping_word(grouping: Grouping) -> str:
    translate = QCoreApplication.translate
    return {
        "none": translate("OrderButton", "Without groups"),
        "outlet": translate("OrderButton", "Grouped by outlet"),
        "state": translate("OrderButton", "Grouped by state"),
        "copies": translate("OrderButton", "Grouped by near copies"),
    }[grouping]
