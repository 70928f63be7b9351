"""One line of somebody's words in a list: which way it runs, at which side it stands, and where it is cut.

Called by all that paints rows. Qt takes the direction of a line from the window, not from the words: a title
in Arabic would be cut at its beginning and have its full stop at the wrong end.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotator.text.direction import is_right_to_left


def running(words: str, *, at_left: bool = False) -> int:
    """Flags for `QPainter.drawText`: words that run from right to left begin at the right of their box.

    at_left: they stand at its left all the same, where something follows them.
    """
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    if is_right_to_left(words):
        flags |= int(Qt.TextFlag.TextForceRightToLeft)
        flags |= int(Qt.AlignmentFlag.AlignAbsolute) if at_left else 0
    return flags


def draw_words(painter: QPainter, metrics: QFontMetricsF, words: str, box: QRectF) -> None:
    """Draw the words in a box, shortened at their end to its width."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, running(words), shown)


class WordsDelegate(QStyledItemDelegate):
    """Cells of a table, each of which runs as its words do."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: object) -> None:
        super().initStyleOption(option, index)  # type: ignore[arg-type]  # an index of either kind
        if is_right_to_left(option.text):
            option.direction = Qt.LayoutDirection.RightToLeft
