"""The strip above the text in which one looks for something in the article.

Made by the reading pane. Says by signals what is wanted; what is found is told to it. Searches nothing
itself. Enter and Shift+Enter go from hit to hit, Esc goes back to the text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QWidget

from annotator.gui.dress import dress
from annotator.gui.filter_field import FilterField
from annotator.gui.icons import icon
from annotator.gui.labels import ElidedLabel
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled
from annotator.text.finding import Wanted

_FIELD = 260
_ONE_ROW = 460
"""Pixels at the usual size of the interface."""


class FindBar(QFrame):
    """A field, three options, how many hits there are, and the steps between them."""

    wanted_changed = Signal()
    stepped = Signal(int)
    """1: to the next hit; -1: to the one before."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Find in this article"))
        self.field = FilterField(theme, self)
        self.field.say(self.tr("Find in this article"))
        self.field.installEventFilter(self)
        self.case = self._option("Aa", self.tr("Capital and small letters are told apart"))
        self.whole_words = self._option("[ab]", self.tr("Whole words only"))
        self.expression = self._option(".*", self.tr("What is typed is a regular expression"))
        self.said = ElidedLabel("", "soft")
        self.before = self._step_button(self.tr("Previous hit (Shift+Enter)"), -1)
        self.after = self._step_button(self.tr("Next hit (Enter)"), 1)
        self.close_button = self._button(self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.left)
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self.wanted_changed.emit())
        for each in (self.case, self.whole_words, self.expression):
            each.toggled.connect(lambda _on: self.wanted_changed.emit())
        self.say("")
        self.hide()
        dress(self, self._dressed)

    def _lay_out(self) -> None:
        looking, telling = QHBoxLayout(), QHBoxLayout()
        for each in (self.field, self.before, self.after):
            looking.addWidget(each)
        for each in (self.case, self.whole_words, self.expression):
            telling.addWidget(each)
        telling.addSpacing(TIGHT)
        telling.addWidget(self.said, 1)
        telling.addWidget(self.close_button)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._halves.setSpacing(SMALL)
        for half, share in ((looking, 2), (telling, 3)):
            half.setSpacing(TIGHT)
            self._halves.addLayout(half, share)

    def _button(self, words: str) -> QToolButton:
        made = QToolButton(self)
        made.setProperty("kind", "bare")
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _option(self, sign: str, words: str) -> QToolButton:
        made = self._button(words)
        made.setText(sign)
        made.setCheckable(True)
        return made

    def _step_button(self, words: str, step: int) -> QToolButton:
        made = self._button(words)
        made.clicked.connect(lambda _checked=False: self.stepped.emit(step))
        return made

    def _dressed(self, theme: Theme) -> None:
        self.field.set_theme(theme)
        self.field.setMaximumWidth(scaled(_FIELD))
        for button, name in ((self.before, "up"), (self.after, "down"), (self.close_button, "close")):
            button.setIcon(icon(name, theme))
            button.setIconSize(QSize(scaled(14), scaled(14)))

    # What is wanted, what was found -------------------------------------------------------------------

    def wanted(self) -> Wanted:
        """What to look for."""
        return Wanted(
            self.field.text(),
            case=self.case.isChecked(),
            whole_words=self.whole_words.isChecked(),
            expression=self.expression.isChecked(),
        )

    def say(self, words: str, *, hits: bool = False, trouble: bool = False) -> None:
        """What came of it; hits: there is something to step to; trouble: it could not be searched for."""
        self.said.setText(words)
        self.said.setProperty("kind", "warn" if trouble else "soft")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.field.setAccessibleDescription(words)
        self.before.setEnabled(hits)
        self.after.setEnabled(hits)

    def open(self, words: str) -> None:
        """Show the strip with the keyboard in its field; words: what is looked for at first, "" for the last."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In one row where there is room for it, else the options stand below the field."""
        one_row = self.width() >= scaled(_ONE_ROW)
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if one_row else directions.TopToBottom)
        super().resizeEvent(event)

    # Keys ---------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
