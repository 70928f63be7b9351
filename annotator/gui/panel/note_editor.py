"""The note of a mark, written where it stands: grows with its lines, keeps what was typed when it is left.

Used by the current card, and below the text for mentions and passages. Nothing has to be pressed to keep a
note: leaving the field, Ctrl+Enter and Esc all keep it, and undo takes it back. What is half typed is told after
each pause, so that it can be kept as a draft.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from annotator.gui.theme import Theme

_FRAME = 6
_HIGHEST = 12
"""Lines before the field scrolls."""
PAUSE_MILLISECONDS = 1200
"""After so long without a key what has been typed is kept as a draft."""


class NoteEditor(QPlainTextEdit):
    """A field of one line or as many as the note has."""

    kept = Signal(str, str)
    """Id of the mark, the new note; only when it changed."""
    drafted = Signal(str, str, str)
    """Id of the mark, its note, and what has been typed when the typing paused."""
    left = Signal()
    """Esc or Ctrl+Enter: the field is done with."""
    grown = Signal()
    """It wants another height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = ""
        self._note = ""
        self._lines = 1
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("Add a note"))
        self.document().contentsChanged.connect(self._count_lines)
        self._drafted = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._draft)
        self.textChanged.connect(self._pause.start)

    def show_note(self, mark: str, note: str) -> None:
        """Show the note of a mark; what is being typed for the same mark is left alone."""
        if mark == self._mark and (note == self._note or self._is_typed()):
            self._note = note
            return
        self.keep()
        self._mark, self._note = mark, note
        self.setPlainText(note)

    def focus_end(self) -> None:
        """Put the focus behind the last letter."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keep(self) -> None:
        """Report the note if it differs from what was shown."""
        self._pause.stop()
        self._drafted = False
        note = self.toPlainText().strip()
        if self._mark and note != self._note.strip():
            self._note = note
            self.kept.emit(self._mark, note)

    def _draft(self) -> None:
        typed = self._is_typed()
        if self._mark and (typed or self._drafted):
            # Typed back to what it was, it is told once more.
            self._drafted = typed
            self.drafted.emit(self._mark, self._note, self.toPlainText())

    def set_theme(self, theme: Theme) -> None:
        """No frame until it has the focus."""
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: transparent; border: 1px solid transparent; padding: 1px 3px;"
            f" border-radius: 5px; color: {theme.ink}; }}"
            f"QPlainTextEdit:hover {{ border-color: {theme.line}; }}"
            f"QPlainTextEdit:focus {{ background: {theme.pane}; border: 1px solid {theme.focus};"
            f" padding: 1px 3px; }}"
        )

    def wanted_height(self, width: int) -> int:
        """The height in pixels that shows the whole note at this width, up to twelve lines."""
        if self.width() != width:
            self.resize(width, max(self.height(), 24))
        # QPlainTextEdit's document counts its height in lines.
        lines = max(1, round(self.document().size().height()))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > _HIGHEST else policy.ScrollBarAlwaysOff)
        return self.fontMetrics().lineSpacing() * min(lines, _HIGHEST) + 4 + _FRAME

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().lineSpacing() + 4 + _FRAME)

    def _is_typed(self) -> bool:
        return self.hasFocus() and self.toPlainText().strip() != self._note.strip()

    def _count_lines(self) -> None:
        lines = round(self.document().size().height())
        if lines != self._lines:
            self._lines = lines
            self.grown.emit()

    # Input -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter ends the note here; the window would finish the article.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = _ends(event)
        if done or event.key() == Qt.Key.Key_Escape:
            self.keep()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()


def _ends(event: QKeyEvent) -> bool:
    """Whether the key is Ctrl+Enter."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
