"""The bars around the cards: above, what is shown in which order; below, what is done to several at once.

Made by the panel. Reports what is asked for.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from annotator.gui.filter_field import FilterField
from annotator.gui.icons import icon
from annotator.gui.labels import label
from annotator.gui.language import filled
from annotator.gui.panel.arrangement import ONLY, ORDERS, Arrangement, only_word, order_word
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled

_ICON = 16
"""Pixels at the usual size of the interface."""


class ArrangeBar(QWidget):
    """A field to filter and a menu of orders."""

    arranged = Signal(object)
    left = Signal()
    """Esc: the focus should go back to the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrangement = Arrangement()
        self.filter = FilterField(theme, self)
        self.filter.say(self.tr("Filter claims"))
        self.button = QToolButton(self)
        self.button.setStyleSheet("QToolButton { padding: 0; min-height: 0; } QToolButton:focus { padding: 0; }")
        self.button.setAccessibleName(self.tr("Order of the claims"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self._menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TIGHT, MEDIUM, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(self.filter, 1)
        row.addWidget(self.button)
        # Once for all letters that came at a time.
        self._typed = QTimer(self, singleShot=True, interval=0)
        self._typed.timeout.connect(lambda: self._take(self.arrangement.narrowed(self.filter.text())))
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(lambda _text: self._typed.start())
        self.set_theme(theme)
        self._say()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self.orders, self.kinds = QActionGroup(menu), QActionGroup(menu)
        for order in ORDERS:
            action = menu.addAction(order_word(order))
            action.triggered.connect(partial(self._order, order))
            self.orders.addAction(action)
        menu.addSeparator()
        for only in ONLY:
            action = menu.addAction(only_word(only))
            action.triggered.connect(partial(self._only, only))
            self.kinds.addAction(action)
        for action in (*self.orders.actions(), *self.kinds.actions()):
            action.setCheckable(True)
        return menu

    def _order(self, order: str, _checked: bool = False) -> None:
        self._take(replace(self.arrangement, order=order))  # type: ignore[arg-type]  # of the menu's words

    def _only(self, only: str, _checked: bool = False) -> None:
        self._take(replace(self.arrangement, only=only))  # type: ignore[arg-type]  # of the menu's words

    def _take(self, arrangement: Arrangement) -> None:
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self._say()
            self.arranged.emit(arrangement)

    def _say(self) -> None:
        arrangement = self.arrangement
        self.orders.actions()[ORDERS.index(arrangement.order)].setChecked(True)
        self.kinds.actions()[ONLY.index(arrangement.only)].setChecked(True)
        self.button.setToolTip(f"{order_word(arrangement.order)} · {only_word(arrangement.only)}")
        self.button.setIcon(icon("sort", self._theme, "soft" if replace(arrangement, words="").is_plain else "accent"))

    def show_all(self) -> None:
        """Leave no claim out; the order stays."""
        self.filter.clear()
        self._typed.stop()
        self._take(self.arrangement.widened())

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._theme = theme
        self.filter.set_theme(theme)
        self.button.setIconSize(QSize(scaled(_ICON), scaled(_ICON)))
        side = self.filter.sizeHint().height()
        self.button.setFixedSize(side, side)
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escaped = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escaped and event.type() == QEvent.Type.KeyPress:
            self.filter.clear()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


class NarrowedLine(QWidget):
    """How many claims the filter lets through, and how all are shown again. Hidden while all are."""

    widened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = label("", "soft", wrapped=True)
        self.all = QPushButton(self.tr("Show all"))
        self.all.setProperty("kind", "link")
        self.all.clicked.connect(self.widened)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, 0, MEDIUM, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(self.said, 1)
        row.addWidget(self.all)
        self.hide()

    def show_counts(self, fitting: int, claims: int, arrangement: Arrangement) -> None:
        """Say how many fit of how many."""
        if fitting:
            words = self.tr("{fitting} of {claims} claims").format(fitting=f"{fitting:,}", claims=f"{claims:,}")
        else:
            words = nothing_fits(arrangement)
        self.said.setText(words)


def nothing_fits(arrangement: Arrangement) -> str:
    """The sentence for a filter that lets nothing through."""
    said = QCoreApplication.translate("NarrowedLine", "No claim of this article fits “{filter}”.")
    return filled(said, filter=arrangement.said())


class SelectionBar(QWidget):
    """How many claims are selected, and what to do with them. Hidden while there are none."""

    change_wanted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counted = QLabel()
        self.counted.setProperty("kind", "title")
        self.change = QPushButton(self.tr("Change…"))
        self.change.setProperty("kind", "primary")
        self.clear = QPushButton(self.tr("Done"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.counted)
        row.addStretch(1)
        row.addWidget(self.change)
        row.addWidget(self.clear)
        self.change.clicked.connect(self.change_wanted)
        self.clear.clicked.connect(self.cleared)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are selected."""
        self.counted.setText(self.tr("1 selected") if count == 1 else self.tr("{count} selected").format(count=count))
        self.setVisible(count > 0)
