"""The rest of a topic's name, typed behind the key that took a topic already, is no string of commands.

Made by the lists. A topic's key takes it at once, so who begins to type the whole name is back in the text after
one letter. Letters that follow faster than anybody decides, and that go on as a topic's name does, are dropped,
and a sentence says so; all other keys act as always.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.gui.labels import key_text
from annotator.gui.matching import PATH_PARTING
from annotator.text import folded, plain_letters

FIRST_MILLISECONDS = 200
"""Between the key and the second letter: within a word fingers are faster, from tag to tag they are slower."""
NEXT_MILLISECONDS = 600
"""Between further letters, when it is clear that a word is being typed."""


class TypedOn(QObject):
    """Looks at the keys of the text for a moment after a topic was taken by its key."""

    hint = Signal(str)

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self._text = text
        self._names: list[str] = []
        self._typed = ""
        self._clock = QElapsedTimer()

    def begin(self, key: str, names: Iterable[str]) -> None:
        """A key took a topic. names: of all topics, with the path above them."""
        paths = [folded(name) for name in names]
        self._names = [*paths, *(path.rpartition(folded(PATH_PARTING))[2].strip() for path in paths)]
        self._typed = folded(key)
        self._clock.start()
        self._text.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            return False
        if not self._goes_on(event):
            self._text.removeEventFilter(self)
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Else the key would be a command, and never come as a key.
            event.accept()
        else:
            self._drop(event)
        return True

    def _goes_on(self, event: QKeyEvent) -> bool:
        within = FIRST_MILLISECONDS if len(self._typed) == 1 else NEXT_MILLISECONDS
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if not plain or self._clock.elapsed() > within:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter ends the name that was typed; one letter might have been a slip.
            return len(self._typed) > 2
        letter = event.text()
        if not (letter.isalpha() or (letter == " " and len(self._typed) > 2)):
            return False
        typed = self._typed + plain_letters(letter)
        return any(name.startswith(typed) for name in self._names)

    def _drop(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._text.removeEventFilter(self)
            return
        key = key_text(self._typed[0].upper())
        self._typed += plain_letters(event.text())
        self._clock.restart()
        said = self.tr("{key} took the topic whose key it is. To type a name instead, begin it with a space.")
        self.hint.emit(said.format(key=key))
