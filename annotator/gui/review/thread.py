"""The comments on a mark, oldest first, and a field for the next one.

Used beside the versions on the Review screen, and in the dialog in which an author reads what became of a mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.gui.dialogs.frame import emptied
from annotator.gui.dialogs.history_dialog import moment_text
from annotator.gui.filter_field import LineField
from annotator.gui.labels import label
from annotator.gui.theme import SMALL, TIGHT
from annotator.records import CommentRecord


class Thread(QWidget):
    """What was said, and what one says."""

    said = Signal(str)
    """The words of a new comment."""
    left = Signal()
    """Esc: the focus should go back to where it came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comments = QVBoxLayout()
        self._comments.setSpacing(SMALL)
        self.field = LineField()
        self.field.returnPressed.connect(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._comments)
        column.addWidget(self.field)
        self.ask(self.tr("Comment on this version"))

    def ask(self, words: str) -> None:
        """What the field is for."""
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def show_comments(self, comments: Sequence[CommentRecord], name_of: Callable[[str], str]) -> None:
        """Show these; what is typed stays."""
        emptied(self._comments)
        for comment in comments:
            head = f"{name_of(comment.annotator)} · {moment_text(comment.created)}"
            self._comments.addWidget(_entry(head, comment.text))

    def _send(self) -> None:
        words = self.field.text().strip()
        if words:
            self.field.clear()
            self.said.emit(words)
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _entry(head: str, words: str) -> QWidget:
    """One comment: who and when above, the words below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TIGHT // 2)
    column.addWidget(label(head, "small"))
    text: QLabel = label(words, wrapped=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(text)
    return holder
