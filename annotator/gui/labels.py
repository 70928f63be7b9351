"""Labels of a few designed kinds: plain ones, those (and buttons) that give way with an ellipsis, caps of keys.

Called by the dialogs, the welcome screen and the strips. Their looks stand in the style sheets.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QStyle, QStyleOption, QWidget

from annotator.gui.words_line import running


def label(text: str = "", kind: str = "", *, wrapped: bool = False) -> QLabel:
    """A label of plain text. kind: huge, large, lead, title, section, soft, faint, small, warn, ok, cap."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrapped)
    if wrapped:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def rule() -> QFrame:
    """A thin line between two parts of a page."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def key_text(keys: str) -> str:
    """A shortcut as people read it on this system: "Ctrl+Enter", "Delete"; on a Mac with its own signs."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    for word, usual in (("Return", "Enter"), ("Del", "Delete")):
        parts = shown.split("+") if shown != "+" else [shown]
        if parts[-1] == word:
            shown = "+".join([*parts[:-1], usual])
    return shown


def key_cap(keys: str) -> QLabel:
    """The cap of a key, as drawn beside what it does."""
    made = label(key_text(keys), "cap")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class ElidedLabel(QLabel):
    """One line of plain text that gives way with an ellipsis; the whole text is in its tool tip."""

    def __init__(
        self,
        text: str = "",
        kind: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """As low as one line, as narrow as it must be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        alignment = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter) | running(self.text(), at_left=True)
        self.style().drawItemText(
            painter, room, alignment, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )


class ElidedButton(QPushButton):
    """A button in one line whose words give way with an ellipsis; all of them are read out and in its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._length(self._whole) - self._length(super().text()), 0)

    def minimumSizeHint(self) -> QSize:
        """As low as one line, as narrow as it must be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _length(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _fit(self) -> None:
        beside = super().sizeHint().width() - self._length(super().text())
        room = self.width() - beside
        fits = not self.isVisible() or self._length(self._whole) <= room
        shown = self._whole if fits else self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != super().text():
            super().setText(shown)
