"""Splitting a topic: the new name, what it covers, and which of one's own marks go along.

Opened by the Codebook screen; what is chosen becomes one step.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme
from annotator.gui.labels import label
from annotator.gui.language import counted, filled
from annotator.gui.lines_view import Line, LinesView
from annotator.gui.theme import TIGHT, scaled


class SplitDialog(DesignedDialog):
    """Name, definition and a list to tick."""

    agreed = Signal(str, str, list)
    """The new topic's name, its definition, ids of the marks that go along."""

    def __init__(self, topic: str, lines: Sequence[Line], others: int, parent: QWidget | None = None) -> None:
        """others: marks of colleagues, which stay and are listed to them to look at again."""
        super().__init__(parent, filled(self.tr("Split “{name}”"), name=topic))
        self.explain(
            self.tr(
                "The new topic lies beside this one. The marks ticked go along; the others stay, and are listed to "
                "look at again."
            )
        )
        self.name = QLineEdit()
        self.definition = QPlainTextEdit()
        self.definition.setTabChangesFocus(True)
        self.definition.setFixedHeight(scaled(64))
        self.list = LinesView(current_theme(), self.tr("Marks that go along"), framed=True)
        self.list.set_lines(lines, ticked=False)
        for words, field in ((self.tr("Name of the new topic"), self.name), (self.tr("Definition"), self.definition)):
            name = label(words, "soft")
            name.setBuddy(field)
            field.setAccessibleName(words)
            named = QVBoxLayout()
            named.setSpacing(TIGHT)
            named.addWidget(name)
            named.addWidget(field)
            self.content.addLayout(named)
        self.counted = label("", "soft")
        self.content.addWidget(self.counted)
        self.content.addWidget(self.list, 1)
        self._others = others
        self.add_button(self.tr("Tick all"), lambda: self.list.model_.tick(range(len(lines)), True), left=True)
        self.add_button(self.tr("Cancel"), self.reject)
        self.split = self.add_button(self.tr("Split"), self._agree, kind="primary", default=True)
        self.name.textChanged.connect(lambda _text: self._refresh())
        self.list.model_.ticks_changed.connect(self._refresh)
        self.open_at(620, 604)
        self.setModal(True)
        self._refresh()

    def _refresh(self) -> None:
        ticked, all_ = len(self.list.model_.ticked or ()), len(self.list.model_.lines)
        words = self.tr("{count} of your {all} marks go along").format(count=ticked, all=all_)
        if self._others:
            words += " · " + counted(
                self._others, self.tr("1 mark of a colleague stays"), self.tr("{count} marks of colleagues stay")
            )
        self.counted.setText(words)

    def _agree(self) -> None:
        if not self.name.text().strip():
            self.counted.setText(self.tr("The new topic needs a name."))
            self.name.setFocus()
            return
        marks = [line.key for line in self.list.model_.chosen()]
        if self.list.model_.lines and not marks and not self._means_none():
            return
        self.agreed.emit(self.name.text(), self.definition.toPlainText(), marks)
        self.accept()

    def _means_none(self) -> bool:
        """Whether a new topic is wanted that none of the marks goes along to."""
        return Confirm.ask(
            self,
            self.tr("Split without a mark?"),
            self.tr("None is ticked: the new topic begins empty, and your marks are listed to look at again."),
            self.tr("Split"),
        )
