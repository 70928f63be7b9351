"""The keys that the reader answers itself: moving, selecting, copying, leaving.

Called by the view when no command took the key before. Letters and other editable shortcuts are the
commands' business; they call the view's methods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from annotator.gui.reader.view import ReaderView

_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def handle_key(view: ReaderView, event: QKeyEvent) -> bool:
    """Do what a key says; False when it says nothing to the reader."""
    if event.matches(QKeySequence.StandardKey.Copy):
        view.copy()
        return True
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return _extend(view, modifiers, right=key == Qt.Key.Key_Right)
    if modifiers not in (_PLAIN, _CONTROL):
        return False
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        view.go_to_end(end=key == Qt.Key.Key_End)
        return True
    return modifiers == _PLAIN and _move(view, key)


def _move(view: ReaderView, key: Qt.Key) -> bool:
    if key == Qt.Key.Key_Escape:
        return view.escape()
    if key == Qt.Key.Key_Down:
        view.next_sentence()
    elif key == Qt.Key.Key_Up:
        view.previous_sentence()
    elif key == Qt.Key.Key_PageDown:
        view.go_pages(1)
    elif key == Qt.Key.Key_PageUp:
        view.go_pages(-1)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        view.finish_claim()
    else:
        return False
    return True


def _extend(view: ReaderView, modifiers: Qt.KeyboardModifier, *, right: bool) -> bool:
    """By characters, with Ctrl by words; with Shift the selection, else the caret; to the arrow's side."""
    if modifiers == _SHIFT:
        view.extend_toward("character", right=right)
    elif modifiers == _SHIFT | _CONTROL:
        view.extend_toward("word", right=right)
    elif modifiers == _PLAIN:
        view.move_caret("character", right=right)
    elif modifiers == _CONTROL:
        view.move_caret("word", right=right)
    else:
        return False
    return True
