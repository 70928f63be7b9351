"""What the mouse does in the text: click, drag, double and triple click, drag beyond the edge, drag of an end.

Owned by the view, which forwards its mouse events. Turns points into offsets and tells the cursor; says
to the view, by one callback, what to show and announce. A drag takes whole words, with Alt characters.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.gui.reader.cursor import ReadingCursor, Unit
from annotator.gui.reader.edges import Edges
from annotator.gui.reader.page import Page

_SCROLL_EVERY = 30
"""Milliseconds between steps while a drag is held beyond the edge."""


class Surface(Protocol):
    """What the mouse needs of the view."""

    def to_page(self, point: QPointF) -> QPointF:
        """A point of the window as a point of the page."""

    def beyond_edge(self, point: QPointF) -> float:
        """How far a point lies above (negative) or below (positive) the window; 0 within."""

    def scroll_by(self, pixels: float) -> None:
        """Scroll the page."""

    def cursor_moved(self) -> None:
        """Show and announce what changed in the cursor."""

    def clicked(self, point: QPointF, *, follow: bool) -> None:
        """A click that was no drag; follow: Ctrl was held."""

    def edges_moved(self) -> None:
        """Show where the ends of the current mark would lie."""


class Mouse(QObject):
    """The state between a press and its release."""

    def __init__(self, parent: QObject, surface: Surface, page: Page, cursor: ReadingCursor, edges: Edges) -> None:
        super().__init__(parent)
        self._edges = edges
        self._surface = surface
        self._page = page
        self._cursor = cursor
        self._pressed: QPointF | None = None
        self._anchor = (0, 0)
        self._dragging = False
        self._unit: Unit = "word"
        self._clicks = 0
        self._last = QPointF()
        self._since_double = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_EVERY)
        self._timer.timeout.connect(self._scroll_on)

    @property
    def dragging(self) -> bool:
        """Whether words are being selected by the pointer, which scrolls only when it is beyond the edge."""
        return self._dragging

    def press(self, event: QMouseEvent) -> None:
        """The left button went down: a first, second or third click, or the start of a drag."""
        page, cursor = self._page, self._cursor
        point = self._surface.to_page(event.position())
        self._clicks = 3 if self._is_third(event.position()) else 1
        self._pressed = event.position()
        self._dragging = False
        self._last = event.position()
        if self._clicks == 3:
            self._select_sentence(point)
            return
        if self._edges.take(point):
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            start, end = cursor.selection or (cursor.caret, cursor.caret)
            offset = page.between_at(point.x(), point.y())
            cursor.select(end if offset < start else start, offset)
            self._surface.cursor_moved()
            self._pressed = None
            return
        self._anchor = self._touched(point, event)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the pointer."""
        page, cursor = self._page, self._cursor
        point = self._surface.to_page(event.position())
        self._clicks = 2
        self._since_double.start()
        self._pressed = event.position()
        offset = page.character_at(point.x(), point.y())
        self._anchor = (offset, offset + 1)
        cursor.select(offset, offset + 1, "word")
        self._dragging = True
        self._unit = "word"
        self._surface.cursor_moved()

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved with the button down."""
        if self._pressed is None or self._clicks == 3:
            return
        self._last = event.position()
        if not self._dragging:
            moved = (event.position() - self._pressed).manhattanLength()
            if moved < QApplication.startDragDistance() / 2:
                return
            self._dragging = True
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._unit = "character" if alt else "word"
        self._drag()
        beyond = self._surface.beyond_edge(event.position())
        if beyond and not self._timer.isActive():
            self._timer.start()
        elif not beyond:
            self._timer.stop()

    def release(self, event: QMouseEvent) -> None:
        """The button went up: the end of a drag, or a click."""
        self._timer.stop()
        if self._pressed is None:
            return
        if self._edges.held:
            self._edges.drop()
        elif not self._dragging and self._clicks == 1:
            follow = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._surface.clicked(self._surface.to_page(event.position()), follow=follow)
        self._dragging = False

    def stop(self) -> None:
        """Forget a drag, as when another article is shown."""
        self._timer.stop()
        self._pressed = None
        self._dragging = False

    # ---------------------------------------------------------------------------------------------------

    def _is_third(self, position: QPointF) -> bool:
        if self._clicks != 2 or self._pressed is None:
            return False
        near = (position - self._pressed).manhattanLength() < QApplication.startDragDistance()
        return near and self._since_double.elapsed() < QApplication.doubleClickInterval()

    def _touched(self, point: QPointF, event: QMouseEvent) -> tuple[int, int]:
        """The character under the pointer; with Alt the place between two characters."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            offset = self._page.between_at(point.x(), point.y())
            return offset, offset
        offset = self._page.character_at(point.x(), point.y())
        return offset, offset + 1

    def _drag(self) -> None:
        point = self._surface.to_page(self._last)
        if self._edges.held:
            if self._edges.drag(point, self._unit):
                self._surface.edges_moved()
            return
        start, end = self._anchor
        if self._unit == "character":
            free = self._page.between_at(point.x(), point.y())
            changed = self._cursor.select(end if free < start else start, free)
        else:
            free = self._page.character_at(point.x(), point.y())
            anchor, free = (end, free) if free < start else (start, free + 1)
            changed = self._cursor.select(anchor, free, "word")
        if changed:
            self._surface.cursor_moved()

    def _select_sentence(self, point: QPointF) -> None:
        self._cursor.place(self._page.character_at(point.x(), point.y()))
        if self._cursor.sentence is not None:
            self._cursor.select(self._cursor.sentence.start, self._cursor.sentence.end)
        self._surface.cursor_moved()

    def _scroll_on(self) -> None:
        self._surface.scroll_by(self._surface.beyond_edge(self._last) * 0.5)
        self._drag()
