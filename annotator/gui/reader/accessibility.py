"""The reader's text as assistive programs see it: characters, caret, selection, places on the screen.

Installed by the view. Speaks UTF-16 outwards, as Qt's text interface does, and code points inwards. The
selection can be read and set, the text cannot be changed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from annotator.gui.reader.positions import Positions

if TYPE_CHECKING:
    from annotator.gui.reader.view import ReaderView


class ReaderText(QAccessibleTextInterface):
    """The text of the article shown."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__()
        self._view = view
        self._known: tuple[str, Positions] = ("", Positions(""))

    def _positions(self) -> Positions:
        text = self._view.text()
        if self._known[0] is not text:
            self._known = (text, Positions(text))
        return self._known[1]

    def _offset(self, unit: int) -> int:
        return min(max(self._positions().to_code_points(unit), 0), len(self._view.text()))

    def characterCount(self) -> int:
        return self._positions().to_units(len(self._view.text()))

    def text(self, startOffset: int, endOffset: int) -> str:
        return self._view.text()[self._offset(startOffset) : self._offset(endOffset)]

    def cursorPosition(self) -> int:
        return self._positions().to_units(self._view.cursor_state.caret)

    def setCursorPosition(self, position: int) -> None:
        self._view.place_cursor(self._offset(position))

    def selectionCount(self) -> int:
        return 1 if self._view.cursor_state.selection else 0

    def selection(self, selectionIndex: int) -> tuple[int, int]:
        """Start and end of the selection in UTF-16 units; both 0 without one."""
        start, end = self._view.cursor_state.selection or (0, 0)
        return self._positions().to_units(start), self._positions().to_units(end)

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self._view.select(self._offset(startOffset), self._offset(endOffset))

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        self._view.select(self._offset(startOffset), self._offset(endOffset))

    def removeSelection(self, selectionIndex: int) -> None:
        self._view.clear_selection()

    def characterRect(self, offset: int) -> QRect:
        start = self._offset(offset)
        return self._view.screen_rectangle(start, start + 1)

    def offsetAtPoint(self, point: QPoint) -> int:
        inside = self._view.viewport().mapFromGlobal(QPointF(point))
        place = self._view.to_page(inside)
        return self._positions().to_units(self._view.page.character_at(place.x(), place.y()))

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        self._view.scroll_to(self._offset(startIndex))


class ReaderAccessible(QAccessibleWidget):
    """The reader as a read-only document."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._view = view
        self.reader_text = ReaderText(view)

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        # The declared integer makes Qt read a wrong address; the object itself is converted rightly.
        if t == QAccessible.InterfaceType.TextInterface:
            return self.reader_text
        return super().interface_cast(t)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        return state

    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Name:
            return self._view.accessibleName() or self._view.article_title()
        if t == QAccessible.Text.Description:
            return self._view.description_at_cursor()
        return super().text(t)


@cache
def install() -> None:
    """Let Qt find the interface of readers; once for the whole program."""
    QAccessible.installFactory(_make)


def _make(class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from annotator.gui.reader.view import ReaderView

    if not isinstance(thing, ReaderView):
        return None
    # Qt keeps the interface but not the Python object behind it.
    thing.accessible = ReaderAccessible(thing)
    return thing.accessible


def tell(view: ReaderView) -> None:
    """Say to assistive programs where caret and selection are now; nothing where none listens."""
    if not QAccessible.isActive() or not isinstance(QAccessible.queryAccessibleInterface(view), ReaderAccessible):
        return
    text = view.accessible.reader_text
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, text.cursorPosition()))
    if text.selectionCount():
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, *text.selection(0)))
