"""The button beside the queue's filter: whose versions, which articles, which kinds, decided or not.

Used by the queue.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.agreement.differences import KINDS, DifferenceKind
from annotator.gui.icons import icon
from annotator.gui.review.queue_model import Shown
from annotator.gui.review.words import kind_word
from annotator.gui.theme import Theme, scaled
from annotator.records import AnnotatorRecord


class FilterButton(QToolButton):
    """What is chosen stands in `annotators` (None: everybody), `kinds`, `shown` and `this_article`."""

    changed = Signal()
    annotators_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotators: frozenset[str] | None = None
        self.kinds: frozenset[DifferenceKind] = frozenset(KINDS)
        self.shown: Shown = "all"
        self.this_article = False
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton { padding: 0; min-height: 0; } QToolButton:focus { padding: 0; }")
        self.setAccessibleName(self.tr("Filter by annotator, article, kind and verdict"))
        self.setToolTip(self.accessibleName())
        self._article_actions: list[QAction] = []
        menu = QMenu(self)
        self._people = menu.addMenu(self.tr("Annotators"))
        self._persons: dict[str, QAction] = {}
        self._everybody = self._people.addAction(self.tr("Everybody"))
        self._everybody.setCheckable(True)
        self._everybody.setChecked(True)
        self._everybody.triggered.connect(self._take_everybody)
        self._add_articles(menu)
        self._add_kinds(menu)
        self._add_shown(menu)
        self.setMenu(menu)
        self.set_theme(theme)

    def _add_articles(self, menu: QMenu) -> None:
        articles = menu.addMenu(self.tr("Articles"))
        group = QActionGroup(articles)
        for words, only_this in ((self.tr("All articles"), False), (self.tr("This article only"), True)):
            action = articles.addAction(words)
            action.setCheckable(True)
            action.setChecked(not only_this)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, only_this=only_this: self._take_article(only_this))
            self._article_actions.append(action)

    def _add_kinds(self, menu: QMenu) -> None:
        kinds = menu.addMenu(self.tr("Kinds"))
        self._kinds: dict[DifferenceKind, QAction] = {}
        for kind in KINDS:
            action = kinds.addAction(kind_word(kind))
            action.setCheckable(True)
            action.setChecked(True)
            action.triggered.connect(lambda _=False: self._take_kinds())
            self._kinds[kind] = action

    def _add_shown(self, menu: QMenu) -> None:
        menu.addSeparator()
        group = QActionGroup(menu)
        choices: tuple[tuple[Shown, str], ...] = (
            ("all", self.tr("Open and decided")),
            ("open", self.tr("Open only")),
            ("decided", self.tr("Decided only")),
        )
        for shown, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(shown == "all")
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, shown=shown: self._take_shown(shown))

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._theme = theme
        self.setIconSize(QSize(scaled(16), scaled(16)))
        self._wear()

    def _wear(self) -> None:
        narrowed = self.annotators is not None or self.this_article or self.shown != "all"
        narrowed |= len(self.kinds) < len(KINDS)
        self.setIcon(icon("filter", self._theme, "accent" if narrowed else "soft"))

    def set_people(self, people: Iterable[AnnotatorRecord]) -> None:
        """Who can be chosen."""
        for action in self._persons.values():
            self._people.removeAction(action)
        self._persons = {}
        for person in people:
            action = self._people.addAction(person.name)
            action.setCheckable(True)
            action.setChecked(self.annotators is None or person.id in self.annotators)
            action.triggered.connect(lambda _=False: self._take_people())
            self._persons[person.id] = action

    def _take_everybody(self) -> None:
        for action in (self._everybody, *self._persons.values()):
            action.setChecked(True)
        self._take_people()

    def _take_people(self) -> None:
        chosen = frozenset(id_ for id_, action in self._persons.items() if action.isChecked())
        everybody = len(chosen) == len(self._persons)
        self._everybody.setChecked(everybody)
        self.annotators = None if everybody else chosen
        self._wear()
        self.annotators_changed.emit()

    def show_article(self, only_this: bool) -> None:
        """Choose whether only the open article's disagreements are shown, and say so to those who listen."""
        self._article_actions[int(only_this)].setChecked(True)
        self._take_article(only_this)

    def _take_article(self, only_this: bool) -> None:
        self.this_article = only_this
        self._wear()
        self.changed.emit()

    def _take_kinds(self) -> None:
        self.kinds = frozenset(kind for kind, action in self._kinds.items() if action.isChecked())
        self._wear()
        self.changed.emit()

    def _take_shown(self, shown: Shown) -> None:
        self.shown = shown
        self._wear()
        self.changed.emit()
