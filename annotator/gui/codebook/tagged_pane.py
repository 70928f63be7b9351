"""A pane of lists, one shown at a time: a row of tabs with counts, and what can be done with the lines below.

Used beside the editor of a topic and on the page of versions: examples, marks to look at again, cases that
the codebook should settle.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.empty_state import EmptyState
from annotator.gui.labels import rule
from annotator.gui.language import counted
from annotator.gui.lines_view import Line, LinesView
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme
from annotator.queries.codebook import MOST_MARKS


class TaggedPane(QFrame):
    """The lists. `opened` carries a line, `kept` the marks that hold as they are."""

    opened = Signal(object)
    kept = Signal(list)
    left = Signal()
    turned = Signal()
    """Another list, or other lines, are shown; see `add_buttons`."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        tabs: Sequence[tuple[str, str, str, str]],
        stale: str,
        parent: QWidget | None = None,
        *,
        act: tuple[str, str] | None = None,
    ) -> None:
        """tabs: (id, word with "{count}", title when empty, hint when empty); stale: the id of the tab whose
        lines can be kept. act: what the button for that says and explains, where it does something else."""
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self._words = {tab: words for tab, words, _, _ in tabs}
        self._empty_words = {tab: (title, hint) for tab, _, title, hint in tabs}
        self._stale = stale
        self._asks_for_all = act is None
        self._lines: dict[str, list[Line]] = {tab: [] for tab in self._words}
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(name)
        for _ in tabs:
            self.tabs.addTab("")
        if len(tabs) == 1:
            # The one list has a heading: a tab would look as if there were something to choose.
            self.tabs.setProperty("kind", "heading")
            self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = LinesView(theme, name)
        self.empty = EmptyState("passage", theme)
        hold = self.tr("These hold"), self.tr("The marks selected, or all listed, are right under the present version.")
        words, explained = act or hold
        self.keep = QPushButton(words)
        self.keep.setToolTip(explained)
        self._lay_out()
        self.tabs.currentChanged.connect(self._show)
        self.view.opened.connect(self.opened)
        self.view.left.connect(self.left)
        self.keep.clicked.connect(self._keep)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(MEDIUM, SMALL, MEDIUM, TIGHT)
        top.addWidget(self.tabs)
        top.addStretch(1)
        column.addLayout(top)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._line = rule()
        column.addWidget(self._line)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._foot.setSpacing(SMALL)
        self._foot.addWidget(self.keep)
        self._foot.addStretch(1)
        column.addLayout(self._foot)
        self._others: list[QPushButton] = []

    def add_buttons(self, *buttons: QPushButton) -> None:
        """More to do below the lists; who adds them shows and hides them when the pane has `turned`."""
        for button in buttons:
            self._others.append(button)
            self._foot.insertWidget(self._foot.count() - 1, button)

    @property
    def shown(self) -> str:
        """The id of the list in front."""
        return list(self._words)[max(self.tabs.currentIndex(), 0)]

    def show_tab(self, tab: str) -> None:
        """Bring a list to the front."""
        self.tabs.setCurrentIndex(list(self._words).index(tab))

    def set_lines(self, tab: str, lines: list[Line]) -> None:
        """The lines of one list."""
        self._lines[tab] = lines
        self._show()

    def lines(self, tab: str) -> list[Line]:
        """The lines of one list."""
        return self._lines[tab]

    def _show(self) -> None:
        for number, (tab, words) in enumerate(self._words.items()):
            count = len(self._lines[tab])
            self.tabs.setTabText(number, words.format(count=f"{count}+" if count == MOST_MARKS else count))
        lines = self._lines[self.shown]
        self.view.set_lines(lines)
        self.empty.say(*self._empty_words[self.shown])
        self._stack.setCurrentWidget(self.view if lines else self.empty)
        self.keep.setVisible(self.shown == self._stale and bool(lines))
        self.turned.emit()
        self._line.setVisible(not all(each.isHidden() for each in (self.keep, *self._others)))

    def _keep(self) -> None:
        selected, every = self.view.selected(), self._lines[self._stale]
        if selected or not self._asks_for_all or self._means_all(len(every)):
            self.kept.emit([line.key for line in selected or every])

    def _means_all(self, count: int) -> bool:
        """Whether all lines are meant where none is selected: nobody has read so many at a glance."""
        title = counted(count, self.tr("Does this mark hold?"), self.tr("Do all {count} marks hold?"))
        said = self.tr("None is selected, so all that are listed count as looked at. Undo takes it back.")
        return Confirm.ask(self.window(), title, said, self.tr("These hold"))

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self.view.set_theme(theme)
        self.empty.set_theme(theme)
