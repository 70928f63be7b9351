"""Why a verdict is as it is, asked before it is given: cause by one key, then the reason.

Opened by Shift+A, Shift+E and Shift+R.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QWidget

from annotator.actions.reviewing import Grounds
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.filter_field import LineField
from annotator.gui.labels import key_cap, label
from annotator.gui.panel.card import is_of_the_text
from annotator.gui.review.words import CAUSE_KEYS, CAUSES, cause_help, cause_word
from annotator.gui.theme import SMALL
from annotator.records import Cause


class GroundsDialog(DesignedDialog):
    """Ten causes with their keys, and a reason. Enter gives the verdict."""

    def __init__(self, parent: QWidget | None, grounds: Grounds) -> None:
        super().__init__(parent, "", scrolls=True)
        self.heading.setText(self.tr("Why?"))
        self.setWindowTitle(self.heading.text())
        self.explain(self.tr("A key chooses the cause, then write the reason if you like. Enter gives the verdict."))
        self.setModal(True)
        self.cause = grounds.cause
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(SMALL)
        self.buttons: dict[Cause, QPushButton] = {}
        for row, (key, cause) in enumerate(zip(CAUSE_KEYS, CAUSES, strict=True)):
            button = QPushButton(cause_word(cause))
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{cause_word(cause)}: {cause_help(cause)}")
            button.clicked.connect(lambda _=False, cause=cause: self.choose(cause))
            self.buttons[cause] = button
            grid.addWidget(key_cap(key), row, 0)
            grid.addWidget(button, row, 1)
            grid.addWidget(label(cause_help(cause), "soft"), row, 2)
        grid.setColumnStretch(2, 1)
        self.content.addLayout(grid)
        self.reason = LineField(grounds.reason)
        self.reason.setPlaceholderText(self.tr("Reason, if you like"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.content.addWidget(self.reason)
        self.question = QCheckBox(self.tr("The codebook should say"))
        self.question.setChecked(grounds.codebook_question)
        self.content.addWidget(self.question)
        self.add_button(self.tr("Cancel"), self.reject)
        self.add_button(self.tr("Give the verdict"), self.accept, kind="primary", default=True)
        self.open_at(480, 640)
        self._mark()
        self.buttons[self.cause or CAUSES[0]].setFocus()

    def choose(self, cause: Cause) -> None:
        """Choose a cause and go on to the reason; the chosen one once more: none."""
        self.cause = None if self.cause == cause else cause
        self._mark()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self) -> None:
        for cause, button in self.buttons.items():
            button.setChecked(cause == self.cause)

    def grounds(self) -> Grounds:
        """What is filled in."""
        return Grounds(self.cause, self.reason.text().strip(), self.question.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.reason.hasFocus():
            super().keyPressEvent(event)
        elif event.text() and event.text() in CAUSE_KEYS:
            self.choose(CAUSES[CAUSE_KEYS.index(event.text())])
        elif is_of_the_text(event):
            # Whoever begins to write writes the reason; a space would choose the cause that has the focus.
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reason.end(False)
            self.reason.insert(event.text())
        else:
            super().keyPressEvent(event)

    @classmethod
    def ask(cls, parent: QWidget | None, grounds: Grounds) -> Grounds | None:
        """What was filled in, None for "Cancel"."""
        dialog = cls(parent, grounds)
        accepted = dialog.exec()
        given = dialog.grounds() if accepted else None
        dialog.deleteLater()
        return given
