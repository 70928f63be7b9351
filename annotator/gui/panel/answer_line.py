"""The line in which a field of a claim is answered, right where its chip stands.

Made by the card when a chip of a text or number is pressed; goes when it is left.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.gui.panel.card_fields import written
from annotator.records import FieldRecord


class AnswerLine(QLineEdit):
    """Enter and leaving keep the answer, Esc does not; a number that is none stays to be mended."""

    kept = Signal(object)
    refused = Signal(str)
    done = Signal()

    def __init__(self, field: FieldRecord, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._field, self._before, self._over = field, text, False
        self.setAccessibleName(field.title)
        self.setStyleSheet("QLineEdit { padding: 1px 6px; min-height: 0; } QLineEdit:focus { padding: 0 5px; }")
        self.selectAll()

    def keep(self) -> bool:
        """Report the answer; False where it is no number."""
        if self._over:
            return True
        try:
            answer = written(self._field, self.text())
        except ValueError:
            self.refused.emit(self.tr("“{text}” is no number.").format(text=self.text().strip()))
            return False
        self._over = True
        if self.text().strip() != self._before:
            self.kept.emit(answer)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._over = True
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.keep():
                self.done.emit()
            else:
                self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._over:
            self.keep()
            self._over = True
            self.done.emit()
