"""The left pane of Review: filters, the queue of disagreements, and how much is decided.

Made by the Review screen, which hands it articles of the queue and listens to its signals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)

from annotator.gui.commands import why_not
from annotator.gui.labels import ElidedButton
from annotator.gui.panel.card import is_of_the_text
from annotator.gui.review.filter_button import FilterButton
from annotator.gui.review.queue_delegate import ENTRY_HEIGHT, HEADING_HEIGHT, QueueDelegate
from annotator.gui.review.queue_model import EntryKey, QueueModel, key_of
from annotator.gui.rows_view import RowsView
from annotator.gui.side_list import SideList
from annotator.gui.theme import Theme, scaled
from annotator.queries.review_queue import QueueArticle, QueueEntry

_NARROWEST = 190
"""Pixels at the usual size of the interface."""
_ARRANGE_MILLISECONDS = 250
"""Rows are made anew at most so often while articles still arrive."""


class QueuePane(SideList):
    """The queue."""

    entry_chosen = Signal(object)
    """A `QueueEntry`, or None where there is none any more."""
    accept_all_wanted = Signal()
    overview_wanted = Signal()
    left = Signal()
    """Esc in the queue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        button = FilterButton(theme)
        super().__init__(RowsView(scaled(ENTRY_HEIGHT)), button, "review", theme, parent)
        self.button = button
        self.model = QueueModel()
        self.unanimous = ElidedButton()
        self._locked = False
        self.overview = QPushButton(self.tr("Overview of articles…"))
        self._delegate = QueueDelegate(theme, self.model, self.view)
        self._key: EntryKey | None = None
        self._place = 0
        self._low: set[int] = set()
        self._moved = False
        """Somebody chose an entry by hand: it stays chosen while others still arrive."""
        self._comparing = False
        self._arranging = False
        self._arrange_soon = QTimer(self, singleShot=True, interval=_ARRANGE_MILLISECONDS)
        self._set_up()
        self.lay_out(self.unanimous, self.overview)
        self._connect()
        self.set_theme(theme)

    def _set_up(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("Disagreements, worst first"))
        self.view.installEventFilter(self)
        self.filter.installEventFilter(self)
        self.filter.say(self.tr("Filter disagreements"))
        for link in (self.unanimous, self.overview):
            link.setProperty("kind", "link")
            link.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def can_accept_all(self) -> bool:
        """Whether there may be claims that all, or most, agree on and that still wait for the consensus."""
        decided, total, _unanimous, waiting = self.model.counts()
        return waiting > 0 or total > decided

    def lock(self, why: str) -> None:
        """Whose role does not allow deciding may look at all; why: the sentence that says so."""
        self._locked = True
        self.unanimous.setEnabled(False)
        self.unanimous.setToolTip(why)

    def _connect(self) -> None:
        self._arrange_soon.timeout.connect(self.arrange)
        self.filter.textChanged.connect(lambda _text: self.narrow())
        self.button.changed.connect(self.narrow)
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._moved_to(now.row()))
        self.unanimous.clicked.connect(self.accept_all_wanted)
        self.overview.clicked.connect(self.overview_wanted)
        self.empty.asked.connect(self.filter.clear)

    # Data --------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Another comparison begins."""
        self._comparing = True
        self._moved = False
        self.model.clear()
        self._say()

    def put(self, articles: Iterable[QueueArticle]) -> None:
        """Show articles of the queue as soon as the eye can follow."""
        self.model.put(articles)
        if self.model.rowCount() == 0 or not self._comparing:
            self.arrange()
        elif not self._arrange_soon.isActive():
            self._arrange_soon.start()

    def end(self) -> None:
        """All articles are there."""
        self._comparing = False
        self.arrange()

    def narrow(self) -> None:
        """Show what the filters say now."""
        entry = self.current()
        self.model.query = self.filter.text()
        self.model.kinds = self.button.kinds
        self.model.shown = self.button.shown
        self.model.article = entry.article if self.button.this_article and entry is not None else None
        self.arrange()

    def arrange(self) -> None:
        """Make the rows anew; the chosen one stays chosen, or the one in its place is."""
        self._arrange_soon.stop()
        scrolled = self.view.verticalScrollBar().value()
        selection = self.view.selectionModel()
        self._arranging = True
        self.model.arrange()
        self._make_headings_low()
        row = self.model.row_of(self._key) if self._moved or not self._comparing else self.model.next_row(-1, 1)
        if row < 0 and self.model.rowCount():
            row = self.model.next_row(min(self._place, self.model.rowCount()) - 1, 1)
            row = row if row >= 0 else self.model.next_row(self.model.rowCount(), -1)
        if row >= 0:
            chosen = selection.SelectionFlag.ClearAndSelect | selection.SelectionFlag.Rows
            selection.setCurrentIndex(self.model.index(row, 0), chosen)
        self._arranging = False
        self.view.verticalScrollBar().setValue(scrolled)
        self.view.viewport().update()
        self._say()
        self._chosen(row, again=True)

    def mark_decided(self, marks: Collection[str]) -> None:
        """A verdict was given on these versions."""
        self.model.decide(marks)
        self.view.viewport().update()
        self._say()

    # Choosing ----------------------------------------------------------------------------------------

    def current(self) -> QueueEntry | None:
        """The chosen disagreement."""
        return self.model.entry(self.view.currentIndex().row())

    def choose_row(self, row: int) -> None:
        """Choose the entry in a row and bring it into view."""
        if row >= 0:
            self._moved = True
            index = self.model.index(row, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def step(self, step: int, *, only_open: bool = False) -> bool:
        """Go to the next (1) or previous (-1) disagreement; False where there is none."""
        row = self.model.next_row(self.view.currentIndex().row(), step, only_open=only_open)
        self.choose_row(row)
        return row >= 0

    def _moved_to(self, row: int) -> None:
        if not self._arranging:
            self._moved = True
            self._chosen(row)

    def _chosen(self, row: int, *, again: bool = False) -> None:
        entry = self.model.entry(row)
        key = key_of(entry) if entry is not None else None
        if entry is not None:
            self._place = row
        if key != self._key or again:
            self._key = key
            self.entry_chosen.emit(entry)

    # Showing -----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._delegate.set_theme(theme)
        self.button.set_theme(theme)
        self.wear(theme, _NARROWEST)
        self.view.set_row_height(scaled(ENTRY_HEIGHT))
        self._low.clear()
        self._make_headings_low()
        self._say()

    def _make_headings_low(self) -> None:
        """Headings are lower than entries; a row keeps its height when the model is filled anew."""
        low = set(self.model.headings())
        for row in self._low - low:
            if row < self.model.rowCount():
                self.view.setRowHeight(row, scaled(ENTRY_HEIGHT))
        for row in low:
            self.view.setRowHeight(row, scaled(HEADING_HEIGHT))
        self._low = low

    def _say(self) -> None:
        """The words around the rows."""
        decided, total, unanimous, waiting = self.model.counts()
        said = self.tr("{count} unanimous · accept all…") if waiting else self.tr("{count} unanimous · all accepted")
        if 0 < waiting < unanimous:
            said = self.tr("{waiting} of {count} unanimous · accept all…")
        self.unanimous.setText(said.format(count=unanimous, waiting=waiting))
        self.unanimous.setVisible(unanimous > 0)
        self.unanimous.setEnabled(not self._locked and self.can_accept_all)
        if not self._locked:
            self.unanimous.setToolTip("" if self.can_accept_all else why_not("unanimous"))
        words = self.tr("{done} of {all} decided").format(done=decided, all=total)
        if self._comparing:
            words = self.tr("{done} of {all} decided, comparing…").format(done=decided, all=total)
        if total:
            self.empty.say(self.tr("Nothing matches the filter"), "", self.tr("Show all") if self.filter.text() else "")
        elif self._comparing:
            self.empty.say(self.tr("Comparing…"), "")
        elif unanimous:
            self.empty.say(self.tr("Nobody disagrees"), self.tr("All claims are unanimous."))
        else:
            hint = self.tr("As soon as two people have tagged the same article, their differences stand here.")
            self.empty.say(self.tr("Nothing to compare yet"), hint)
        self.foot.setVisible(bool(total or unanimous))
        self.show_rows(decided, total, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self.view and is_of_the_text(event):
            # A letter decides or does nothing; a list would jump to a row that begins with it.
            return True
        if watched is self.view and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if watched is self.filter:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.filter.clear()
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)
