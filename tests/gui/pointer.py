"""A hand on the mouse over the reader, for the tests of what is selected and dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.gui.reader.view import ReaderView

NONE = Qt.KeyboardModifier.NoModifier


def drag(view: ReaderView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press, two moves, release; as the window system would send them."""
    steps = [
        (QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, (start + end) / 2, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton),
    ]
    for kind, place, button, buttons in steps:
        around = QPointF(view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, QPointF(place), around, button, buttons, modifiers))
