"""Why a verdict is as it is, filled in beside the versions: cause, reason, a flag for the codebook.

Made by the versions pane; everything in it is optional.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from annotator.actions.reviewing import Grounds
from annotator.agreement.differences import DifferenceKind
from annotator.gui.filter_field import LineField
from annotator.gui.flow import Flow
from annotator.gui.labels import label
from annotator.gui.panel.chip import Chip, ChipFace
from annotator.gui.review.words import CAUSES, LIKELY, cause_help, cause_word
from annotator.gui.theme import SMALL, TIGHT, Theme
from annotator.records import Cause


class GroundsForm(QWidget):
    """The form."""

    left = Signal()
    """Esc or Enter: the focus should go back to the queue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cause: Cause | None = None
        self._kind: DifferenceKind = "boundary"
        self._flow = Flow()
        self._chips: dict[Cause, Chip] = {}
        for cause in CAUSES:
            chip = Chip(theme, self)
            chip.hide()
            chip.clicked.connect(
                lambda _=False, cause=cause: self.choose_cause(None if self._cause == cause else cause)
            )
            chip.moved_on.connect(lambda key, cause=cause: self._move(cause, key))
            self._chips[cause] = chip
        self.reason = LineField()
        self.reason.setPlaceholderText(self.tr("Reason, if you like"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.returnPressed.connect(self.left)
        self.question = QCheckBox(self.tr("The codebook should say"))
        self.question.setToolTip(self.tr("Gathers the case on the Codebook screen (Q)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label(self.tr("Cause"), "small"))
        column.addWidget(self._flow)
        column.addSpacing(SMALL)
        column.addWidget(label(self.tr("Reason"), "small"))
        column.addWidget(self.reason)
        column.addWidget(self.question)
        self.show_kind("boundary")

    def grounds(self) -> Grounds:
        """What is filled in."""
        return Grounds(self._cause, self.reason.text().strip(), self.question.isChecked())

    def fill(self, grounds: Grounds) -> None:
        """Show these."""
        self._cause = grounds.cause
        self.reason.setText(grounds.reason)
        self.question.setChecked(grounds.codebook_question)
        self._show_chips()

    def show_kind(self, kind: DifferenceKind) -> None:
        """Let the causes that are likely for this kind stand first; the others are in the dialog."""
        self._kind = kind
        self._show_chips()

    def choose_cause(self, cause: Cause | None) -> None:
        """Choose one, or none."""
        self._cause = cause
        self._show_chips()

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._theme = theme
        self._show_chips()

    def _show_chips(self) -> None:
        shown = self._shown()
        for cause, chip in self._chips.items():
            name = self.tr("Cause: {cause}, {help}").format(cause=cause_word(cause), help=cause_help(cause))
            face = ChipFace(cause_word(cause), "choice", chosen=cause == self._cause, name=name)
            chip.set_face(face, self._theme, editable=True)
            chip.setToolTip(cause_help(cause))
        self._flow.hold(self._chips[cause] for cause in shown)

    def _shown(self) -> list[Cause]:
        """The likely causes, and the chosen one where it is another."""
        likely = LIKELY[self._kind]
        return [*likely, *([self._cause] if self._cause is not None and self._cause not in likely else [])]

    def _move(self, cause: Cause, key: int) -> None:
        shown = self._shown()
        forward = key in (int(Qt.Key.Key_Right), int(Qt.Key.Key_Down))
        place = shown.index(cause) + (1 if forward else -1)
        if 0 <= place < len(shown):
            self._chips[shown[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
