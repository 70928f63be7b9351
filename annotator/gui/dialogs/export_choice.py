"""Which articles are exported: all, the selected ones, or those in some states.

A part of the export dialog. The states are those that one of the annotators whose tags are chosen has brought an
article to; who chooses others sees the numbers change.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from annotator.gui.articles.state_mark import state_word
from annotator.gui.theme import TIGHT, WIDE
from annotator.queries.article_states import STATES, Standing
from annotator.records import State

_TICKED_AT_FIRST: tuple[State, ...] = ("finished", "reviewed")


class ArticleChoice(QWidget):
    """`ids` are those of the articles chosen, None for all."""

    changed = Signal()

    def __init__(self, standing: Standing, selected: Sequence[str]) -> None:
        super().__init__()
        self._standing = standing
        self._selected = tuple(selected)
        self._names: tuple[str, ...] | None = None
        self.all = QRadioButton(self.tr("All articles"))
        self.all.setChecked(True)
        text = self.tr("Only the articles selected in the list: {count}").format(count=len(self._selected))
        self.selected = QRadioButton(text)
        self.selected.setEnabled(bool(self._selected))
        self.by_state = QRadioButton(self.tr("Only articles that are:"))
        self.by_state.setToolTip(self.tr("As far as one of the annotators whose tags are exported has brought them."))
        self.by_state.setEnabled(bool(standing.articles))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        group = QButtonGroup(self)
        for choice in (self.all, self.selected, self.by_state):
            group.addButton(choice)
            column.addWidget(choice)
            choice.toggled.connect(lambda on: self.changed.emit() if on else None)
        column.addWidget(self._state_ticks())
        self.count_for(None)

    def _state_ticks(self) -> QWidget:
        self.ticks: dict[State, QCheckBox] = {}
        states = QWidget()
        row = QHBoxLayout(states)
        row.setContentsMargins(WIDE, 0, 0, 0)
        row.setSpacing(WIDE)
        for state in STATES:
            tick = self.ticks[state] = QCheckBox()
            tick.setChecked(state in _TICKED_AT_FIRST)
            tick.toggled.connect(lambda _on: self.changed.emit())
            row.addWidget(tick)
        row.addStretch(1)
        states.hide()
        self.by_state.toggled.connect(states.setVisible)
        return states

    def count_for(self, names: tuple[str, ...] | None) -> None:
        """Tell the states that these annotators, or anybody, have brought the articles to."""
        self._names = names
        for state, ids in self._standing.by_state(names).items():
            self.ticks[state].setText(f"{state_word(state)}: {self.locale().toString(len(ids))}")

    def ids(self) -> tuple[str, ...] | None:
        """The articles chosen; None for all."""
        if self.selected.isChecked():
            return self._selected
        if not self.by_state.isChecked():
            return None
        chosen = {
            each
            for state, ids in self._standing.by_state(self._names).items()
            if self.ticks[state].isChecked()
            for each in ids
        }
        return tuple(each for each in self._standing.articles if each in chosen)
