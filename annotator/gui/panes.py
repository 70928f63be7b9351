"""Panes side by side, whose shares a person draws; the lists at the edges can be folded away.

Made by the screens and their pages. A pane that is made with this as its parent is in its place at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.gui.theme import scaled

MOST_OF_FIRST = 1.25
"""How many times its usual width the first pane has at most where the interface is larger."""


class Panes(QSplitter):
    """`arrange` once they are all there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self._widths: tuple[int, ...] = ()

    def arrange(self, widths: Sequence[int], *, growing: Sequence[int] = (1,), most: float = MOST_OF_FIRST) -> None:
        """Widths of the panes at first, in pixels, and which of them take the room of a larger window.

        The list at the left grows with the interface, up to `most` times its usual width.
        Of three the one in the middle is what the others are for: it can be made narrow, not folded away.
        """
        first = round(min(scaled(widths[0]), widths[0] * most))
        self._widths = (first, *widths[1:])
        self.setSizes(list(self._widths))
        for pane in growing:
            self.setStretchFactor(pane, 1)
        if len(widths) > 2:
            self.setCollapsible(1, False)

    def fold(self, side: int) -> None:
        """Fold a pane away, or show it again at its first width; the second pane has the difference."""
        sizes = self.sizes()
        change = -sizes[side] if sizes[side] else self._widths[side]
        sizes[side] += change
        sizes[1] -= change
        self.setSizes(sizes)

    def is_shown(self, side: int) -> bool:
        """Whether a pane has room now."""
        return bool(self.sizes()[side])

    def state(self) -> str:
        """The shares as they are, to be remembered."""
        return bytes(self.saveState().toBase64().data()).decode()

    def restore(self, state: str) -> None:
        """The shares as they were remembered; nothing is changed by what is no such state."""
        self.restoreState(QByteArray.fromBase64(state.encode()))
