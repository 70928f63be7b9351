"""All propositions of the project, how many claims assert each, and what can be done with one.

Opened by `proposition_list.py`, which imports it then and acts on its signals.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.gui.commands import with_keys
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme, dress
from annotator.gui.empty_state import EmptyState
from annotator.gui.filter_field import FilterField
from annotator.gui.language import counted, filled
from annotator.gui.lines_view import Line, LinesView
from annotator.gui.matching import Narrowing
from annotator.queries.propositions import Known


class PropositionsDialog(DesignedDialog):
    """A filtered list with actions on the chosen proposition; each signal carries its id."""

    words_wanted = Signal(str)
    """Other words for it are to be asked for."""
    merge_wanted = Signal(str)
    delete_wanted = Signal(str)
    appearances_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("Propositions"))
        said = self.tr("What claims assert in common, also in several articles. {proposition} links a claim to one.")
        self.explain(with_keys(said))
        self._known: list[Known] = []
        self.filter = FilterField(current_theme())
        self.filter.say(self.tr("Filter propositions"))
        self.filter.textChanged.connect(lambda _text: self._show())
        self.list = LinesView(current_theme(), self.tr("Propositions"), framed=True)
        self.list.setSelectionMode(LinesView.SelectionMode.SingleSelection)
        self.nothing = EmptyState("proposition", current_theme())
        for worn in (self.filter, self.nothing):
            dress(worn, worn.set_theme)
        for part in (self.filter, self.list, self.nothing):
            self.content.addWidget(part, 1 if part is not self.filter else 0)
        self.words = self.add_button(self.tr("Change the words…"), lambda: self._tell(self.words_wanted), left=True)
        self.merge = self.add_button(self.tr("Merge into…"), lambda: self._tell(self.merge_wanted), left=True)
        self.delete = self.add_button(self.tr("Delete"), lambda: self._tell(self.delete_wanted), left=True)
        self.add_button(self.tr("Close"), self.reject)
        self.places = self.add_button(
            self.tr("Where it appears…"), lambda: self._tell(self.appearances_wanted), kind="primary"
        )
        # No default button: Enter in the list does the same, and is heard by both.
        self.filter.returnPressed.connect(self.list.setFocus)
        self.list.opened.connect(lambda _line: self._tell(self.appearances_wanted))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
        for key, wanted in (("F2", self.words_wanted), ("Del", self.delete_wanted)):
            action = QAction(self.list)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, wanted=wanted: self._tell(wanted))
            self.list.addAction(action)
        self.open_at(720, 560)
        self._show()

    def show_known(self, known: Sequence[Known]) -> None:
        """Show these; the chosen one stays chosen."""
        self._known = list(known)
        self._show()

    def chosen(self) -> Known | None:
        """The chosen proposition."""
        row = self.list.currentIndex().row()
        lines = self.list.model_.lines
        key = lines[row].key if 0 <= row < len(lines) else None
        return next((each for each in self._known if each.id == key), None)

    def place(self) -> QRect:
        """Where the chosen row stands on the screen."""
        box = self.list.visualRect(self.list.currentIndex())
        return QRect(self.list.viewport().mapToGlobal(box.topLeft()), box.size())

    def _show(self) -> None:
        chosen, typed = self.chosen(), self.filter.text().strip()
        rows = Narrowing([each.text for each in self._known]).hits(typed)
        shown = [self._known[row] for row in rows]
        self.list.set_lines([self._line(each) for each in shown])
        ids = [each.id for each in shown]
        at = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
        self.list.setCurrentIndex(self.list.model_.index(at if shown else -1, 0))
        if typed:
            self.nothing.say(filled(self.tr("No proposition fits “{words}”"), words=typed), "")
        else:
            hint = self.tr("Choose a claim and press {proposition}: what is typed there becomes the first one.")
            self.nothing.say(self.tr("No propositions yet"), hint)
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self._enable()

    def _line(self, known: Known) -> Line:
        one, several = self.tr("1 claim"), self.tr("{count} claims")
        used = counted(known.claims, one, several) if known.claims else self.tr("no claim asserts it")
        return Line(known.text, " · ".join(filter(None, (used, known.note))), key=known.id)

    def _enable(self) -> None:
        chosen = self.chosen()
        for button in (self.words, self.merge):
            button.setEnabled(chosen is not None)
        self.places.setEnabled(chosen is not None and chosen.claims > 0)
        self.delete.setEnabled(chosen is not None and not chosen.claims)
        used = chosen is not None and chosen.claims > 0
        self.delete.setToolTip(self.tr("Claims assert it; merge it into another one instead.") if used else "")

    def _tell(self, wanted: SignalInstance) -> None:
        chosen = self.chosen()
        if chosen is not None:
            wanted.emit(chosen.id)
