"""How a disagreement looks in the queue: the form of its kind, its words, what differs; a tick once decided.

Used by the queue's view.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.gui.icons import icon
from annotator.gui.review.queue_model import ENTRY_ROLE, Heading, QueueModel
from annotator.gui.review.words import MARKS, kind_word
from annotator.gui.theme import LARGE, MEDIUM, SMALL, Theme, interface_font, scaled
from annotator.gui.words_line import draw_words
from annotator.queries.review_queue import QueueEntry

AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_HEIGHT = 52
HEADING_HEIGHT = 34
"""Pixels at the usual size of the interface, as all of these."""
_PITCH = 17.0
_MARK = 15.0
_BAR = 3
_GAP = 11.0
"""Between the mark and the words, in pixels."""


class QueueDelegate(QStyledItemDelegate):
    """Paints rows."""

    def __init__(self, theme: Theme, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._theme = theme
        self._title = interface_font()
        self._title.setWeight(QFont.Weight.Medium)
        self._small = interface_font()
        self._small.setPointSizeF(self._small.pointSizeF() * 0.885)
        self._caps = QFont(self._small)
        self._caps.setCapitalization(QFont.Capitalization.AllUppercase)
        self._caps.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        self._metrics, self._small_metrics = QFontMetricsF(self._title), QFontMetricsF(self._small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, QueueEntry):
            self._paint_ground(painter, option)
            self._paint_entry(painter, QRectF(option.rect), row)
        elif row:
            self._paint_heading(painter, QRectF(option.rect), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, box = self._theme, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accentbg"))
            painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), theme.colour("accent"))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.colour("focus"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(_BAR + 2, 2, -2, -2), 5, 5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("bg"))

    def _paint_entry(self, painter: QPainter, box: QRectF, row: QueueEntry) -> None:
        theme = self._theme
        pitch, mark = scaled(_PITCH), scaled(_MARK)
        left = box.left() + LARGE - 2 + mark + _GAP
        top = box.top() + (box.height() - 2 * pitch - 1) / 2
        self._paint_mark(painter, QRectF(box.left() + LARGE - 2, top + (pitch - mark) / 2, mark, mark), row)
        room = box.right() - MEDIUM - left
        painter.setFont(self._title)
        painter.setPen(theme.colour("soft" if row.decided else "ink"))
        draw_words(painter, self._metrics, row.words, QRectF(left, top, room, pitch))
        painter.setFont(self._small)
        painter.setPen(theme.colour("faint" if row.decided else "soft"))
        draw_words(painter, self._small_metrics, self._model.detail(row), QRectF(left, top + pitch + 1, room, pitch))

    def _paint_mark(self, painter: QPainter, box: QRectF, row: QueueEntry) -> None:
        """The form of the kind, in red where it weighs much; a green tick once it is decided."""
        name, token = MARKS[row.kind], "warn" if row.severity >= 0.5 else "soft"
        if row.decided:
            name, token = "finished", "ok"
        icon(name, self._theme, token).paint(painter, box.toAlignedRect())

    def _paint_heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        kind, count, waiting = row
        painter.setFont(self._caps)
        painter.setPen(self._theme.colour("faint"))
        number = str(count) if waiting == count else f"{count - waiting}/{count}"
        place = box.adjusted(LARGE - 2, SMALL, -MEDIUM, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), kind_word(kind))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), number)
