"""The fields of an editor: a label above each, and texts that are kept when they are left.

Used by the editors of topics, fields and speakers. Nothing has to be pressed to keep a text: leaving the
field, Enter and Esc all keep it, and undo takes it back.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.filter_field import LineField
from annotator.gui.labels import label
from annotator.gui.theme import LARGE, SMALL, TIGHT, WIDE, scaled

_WIDEST = 640
"""Pixels at the usual size: a line of a definition is not longer than a line of an article."""


class KeptLine(LineField):
    """One line of text."""

    kept = Signal(str)
    """The new text; only when it changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self.keep)

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed is left alone, unless it was typed over this text."""
        typed = self.hasFocus() and self.text() != self._shown
        self._shown = text
        if not typed:
            self.setText(text)

    def keep(self) -> None:
        """Report the text if it differs from what was shown."""
        text = " ".join(self.text().split())
        if text != self._shown:
            before, self._shown = self._shown, text
            self.kept.emit(text)
            if not text:
                self._shown = before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)


class KeptText(QPlainTextEdit):
    """Several lines of text; as high as they are, within bounds."""

    kept = Signal(str)
    """The new text; only when it changed."""
    LOWEST, HIGHEST = 2, 10
    """Lines."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().contentsChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed is left alone."""
        typed = self.hasFocus() and self.toPlainText().strip() != self._shown.strip()
        self._shown = text
        if not typed and self.toPlainText() != text:
            self.setPlainText(text)
        self._fit()

    def keep(self) -> None:
        """Report the text if it differs from what was shown."""
        text = self.toPlainText().strip()
        if text != self._shown.strip():
            self._shown = text
            self.kept.emit(text)

    def _fit(self) -> None:
        # QPlainTextEdit's document counts its height in lines.
        wanted = round(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wanted > self.HIGHEST else policy.ScrollBarAlwaysOff
        )
        lines = min(max(wanted, self.LOWEST), self.HIGHEST)
        height = self.fontMetrics().lineSpacing() * lines + scaled(22)
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()


def in_pane(widget: QWidget) -> QFrame:
    """The widget on the ground that lists at the sides have."""
    pane = QFrame()
    pane.setProperty("kind", "pane")
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, SMALL, 0, 0)
    column.addWidget(widget)
    return pane


class Form(QScrollArea):
    """A column of labelled fields that scrolls, at most as wide as a page is read well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setObjectName("formPage")
        # The page is as wide as the pane, its column is not.
        self._column = QVBoxLayout()
        self._column.setSpacing(TIGHT)
        around = QVBoxLayout(self._page)
        around.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        self._inner = QWidget()
        self._inner.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._inner)
        around.addStretch(1)
        self.setWidget(self._page)
        self.fit()

    def fit(self) -> None:
        """Take over the size that the interface has now."""
        self._inner.setMaximumWidth(scaled(_WIDEST))

    def add(self, words: str, field: QWidget | QLayout, below: str = "") -> None:
        """A field with its label above and, where there is something to say, a soft line below."""
        self.add_label(words, field)
        if isinstance(field, QWidget):
            self._column.addWidget(field)
        else:
            self._column.addLayout(field)
        if below:
            self._column.addWidget(label(below, "small", wrapped=True))
        self._column.addSpacing(SMALL)

    def add_label(self, words: str, field: QWidget | QLayout | None = None) -> None:
        """A label alone."""
        made = label(words, "soft")
        if isinstance(field, QWidget):
            made.setBuddy(field)
        self._column.addWidget(made)

    def add_widget(self, widget: QWidget, space: int = SMALL) -> None:
        """Something without a label. space: pixels below it."""
        self._column.addWidget(widget)
        self._column.addSpacing(space)

    def add_layout(self, layout: QLayout, space: int = SMALL) -> None:
        """A row without a label. space: pixels below it."""
        self._column.addLayout(layout)
        self._column.addSpacing(space)

    def lock(self, why: str) -> None:
        """Let everything be read and nothing changed; why: the sentence that is shown there."""
        for each in self.findChildren(QWidget):
            if isinstance(each, QLineEdit | QPlainTextEdit):
                each.setReadOnly(True)
                each.setToolTip(why)
            elif isinstance(each, QAbstractButton | QComboBox):
                each.setEnabled(False)
                each.setToolTip(why)
