"""Messages that do not interrupt: one sentence at the top of the text, with a button where one helps.

Placed by the window in the layout above the text, so that it never covers a word. Refusals come here. One
message is shown at a time; the others wait, and the strip says how many.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from annotator.gui.dress import current_theme, dress, repolish
from annotator.gui.icons import icon
from annotator.gui.labels import label
from annotator.gui.theme import MEDIUM, SMALL, Theme, scaled

Tone = Literal["info", "warning", "error"]
STAY_MILLISECONDS = 9000
"""How long a message of tone "info" stays when nobody points at it."""
_ICONS: dict[Tone, tuple[str, str]] = {
    "info": ("info", "accent"),
    "warning": ("warning", "cue"),
    "error": ("warning", "warn"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """actions: what a button says and what it does; the message closes when one is pressed.

    passing: it is past when something else was done since.
    """

    text: str
    tone: Tone = "info"
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()
    passing: bool = False


class MessageStrip(QFrame):
    """Hidden while there is nothing to say. Never takes the focus by itself."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self.setAccessibleName(self.tr("Message"))
        self._waiting: deque[Message] = deque()
        self.message: Message | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(STAY_MILLISECONDS)
        self.timer.timeout.connect(self._time_is_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        self._picture = QLabel()
        self.text = label("", wrapped=True)
        self.more = label("", "small")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SMALL)
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "bare")
        self.close_button.setAccessibleName(self.tr("Close the message"))
        self.close_button.setToolTip(self.tr("Close the message"))
        self.close_button.clicked.connect(self.dismiss)
        row.addWidget(self._picture)
        row.addWidget(self.text, 1)
        row.addLayout(self._buttons)
        row.addWidget(self.more)
        row.addWidget(self.close_button)
        self.hide()
        dress(self, self._dressed)

    def show_message(
        self,
        text: str,
        tone: Tone = "info",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        passing: bool = False,
    ) -> None:
        """Show a sentence, or let it wait for its turn. The same sentence is not queued twice."""
        message = Message(text, tone, tuple(actions), passing)
        # What was merely said gives way to what is said now.
        if self.message is None or self.message.tone == "info" or self.message.text == text:
            self._show(message)
        elif all(each.text != text for each in self._waiting):
            self._waiting.append(message)
            self._count()

    def pass_over(self) -> None:
        """Something was done since: what was said of single steps before goes."""
        if any(each.passing for each in self._waiting):
            kept = [each for each in self._waiting if not each.passing]
            self._waiting.clear()
            self._waiting.extend(kept)
            self._count()
        if self.message is not None and self.message.passing:
            self.dismiss()

    def dismiss(self) -> None:
        """Close the message shown; the next one comes."""
        self.timer.stop()
        self.message = None
        if self._waiting:
            self._show(self._waiting.popleft())
            return
        self.hide()
        self.closed.emit()

    def clear(self) -> None:
        """Close the message shown and drop those that wait; for another project."""
        self._waiting.clear()
        if self.message is not None:
            self.dismiss()

    def _show(self, message: Message) -> None:
        self.message = message
        self.text.setText(message.text)
        self.setAccessibleDescription(message.text)
        self.setProperty("tone", message.tone)
        repolish(self)
        self._show_buttons(message)
        self._dressed(current_theme())
        self._count()
        self.show()
        self._announce(message)
        if message.tone == "info" and not message.actions:
            self.timer.start()
        else:
            self.timer.stop()

    def _show_buttons(self, message: Message) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for text, then in message.actions:
            button = QPushButton(text)
            button.clicked.connect(lambda _checked=False, then=then: self._act(then))
            self._buttons.addWidget(button)

    def _act(self, then: Callable[[], object]) -> None:
        self.dismiss()
        then()

    def _count(self) -> None:
        count = len(self._waiting)
        self.more.setText(self.tr("{n} more").format(n=count))
        self.more.setVisible(count > 0)

    def _announce(self, message: Message) -> None:
        """Tell screen readers, at once where it is a refusal."""
        polite = QAccessible.AnnouncementPoliteness.Polite
        if message.tone != "info":
            polite = QAccessible.AnnouncementPoliteness.Assertive
        event = QAccessibleAnnouncementEvent(self, message.text)
        event.setPoliteness(polite)
        QAccessible.updateAccessibility(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _time_is_over(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self.timer.start()
        else:
            self.dismiss()

    def _dressed(self, theme: Theme) -> None:
        # Icons are loaded by the first message and not before, since that takes a while.
        if self.message is not None:
            self.close_button.setIcon(icon("close", theme))
            name, token = _ICONS[self.message.tone]
            self.close_button.setIconSize(QSize(scaled(14), scaled(14)))
            self._picture.setPixmap(icon(name, theme, token).pixmap(scaled(18), scaled(18)))
