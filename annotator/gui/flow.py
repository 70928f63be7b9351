"""Widgets one after another, on as many lines as they need.

Used for the chips of causes, the buttons of verdicts, the colours of topics and choices side by side.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 6


class Flow(QWidget):
    """Holds widgets in lines; as high as they need at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: list[QWidget] = []
        """In their order, those that are shown."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def hold(self, widgets: Iterable[QWidget]) -> None:
        """Show these, in this order; what was held before is hidden."""
        before, self._held = self._held, list(widgets)
        for widget in before:
            widget.setVisible(widget in self._held)
        for widget in self._held:
            widget.setParent(self)
            widget.show()
        self.lay_out()

    def sizeHint(self) -> QSize:
        width = sum(each.sizeHint().width() + _GAP for each in self._held)
        return QSize(width, self._place(self.width(), move=False))

    def minimumSizeHint(self) -> QSize:
        widest = max((each.sizeHint().width() for each in self._held), default=0)
        return QSize(widest, self._place(max(self.width(), widest), move=False))

    def lay_out(self) -> None:
        """Place everything for the width that there is, and take the height that it needs."""
        self.setFixedHeight(max(self._place(self.width(), move=True), 1))

    def changeEvent(self, event: QEvent) -> None:
        """Another size of the letters makes the widgets wider or narrower."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and self._held:
            self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def _place(self, width: int, *, move: bool) -> int:
        """The height that is needed for a width; what stands in a line stands on its middle."""
        y = 0
        for line in self._lines(width):
            height = max(size.height() for _, size in line)
            x = 0
            for widget, size in line:
                if move:
                    widget.setGeometry(QRect(x, y + (height - size.height()) // 2, size.width(), size.height()))
                x += size.width() + _GAP
            y += height + _GAP
        return max(y - _GAP, 0)

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """What stands in each line, each widget with the size that it likes, which is asked for once only."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        x = 0
        for widget in self._held:
            size = widget.sizeHint()
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((widget, size))
            x += size.width() + _GAP
        return lines
