"""How an article looks in the list: shape of its state, title on up to two lines, outlet and date, claims.

Used by the list's view. Titles are broken once for a width and kept while they are in view.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.gui.articles.list_model import ROW_ROLE, ArticleModel
from annotator.gui.articles.state_mark import STATE_MARK, paint_state
from annotator.gui.theme import LARGE, MEDIUM, SMALL, Theme, interface_font, scaled
from annotator.gui.words_line import running
from annotator.queries.articles import ArticleSummary

AnyIndex = QModelIndex | QPersistentModelIndex
_BAR = 3
_TITLE_PITCH = 17.0
_BELOW = 16.0
"""Pixels at the usual size of the interface."""
_TITLE_GAP = 14.0
"""Between the shape of the state and the title, in pixels."""
_LONGEST = 300
"""Letters of a title that are looked at."""


class ArticleDelegate(QStyledItemDelegate):
    """Paints rows. `opened` is the id of the article in the reader."""

    def __init__(self, theme: Theme, model: ArticleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.opened: str | None = None
        self._model = model
        self._set_fonts()

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self.theme = theme
        self._set_fonts()

    def _set_fonts(self) -> None:
        self._title = interface_font()
        self._title.setWeight(QFont.Weight.Medium)
        self._small = interface_font()
        self._small.setPointSizeF(self._small.pointSizeF() * 0.885)
        self._title_metrics = QFontMetricsF(self._title)
        self._small_metrics = QFontMetricsF(self._small)
        self._pitch, self._below = scaled(_TITLE_PITCH), scaled(_BELOW)
        self._mark = scaled(STATE_MARK)
        self._left = LARGE - 1 + self._mark + _TITLE_GAP
        self._broken = lru_cache(maxsize=500)(self._break)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, ArticleSummary):
            self._paint_ground(painter, option, row)
            self._paint_article(painter, QRectF(option.rect), row)
        elif row:
            self._paint_heading(painter, QRectF(option.rect), *row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: ArticleSummary) -> None:
        theme, box = self.theme, QRectF(option.rect)
        opened = row.id == self.opened
        if opened or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accentbg"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("bg"))
        if opened:
            painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), theme.colour("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(_BAR + 2, 2, -2, -2), 5, 5)

    def _paint_article(self, painter: QPainter, box: QRectF, row: ArticleSummary) -> None:
        theme = self.theme
        count = str(row.claims) if row.claims else ""
        count_width = self._small_metrics.horizontalAdvance(count)
        right = box.right() - MEDIUM - (count_width + SMALL if count else 0)
        lines = self._broken(row.title[:_LONGEST], round(right - box.left() - self._left))
        left = box.left() + self._left
        room = box.right() - MEDIUM - left
        below = self._below_words(row, room)
        top = box.top() + (box.height() - len(lines) * self._pitch - (self._below + 1 if below else 0)) / 2
        above = top + (self._pitch - self._mark) / 2
        mark = QRectF(box.left() + LARGE - 1, above, self._mark, self._mark)
        paint_state(painter, theme, row.state, mark, empty=row.empty)
        painter.setFont(self._title)
        painter.setPen(theme.colour("ink"))
        for number, line in enumerate(lines):
            place = QRectF(left, top + number * self._pitch, right - left + 2, self._pitch)
            painter.drawText(place, running(row.title), line)
        painter.setFont(self._small)
        painter.setPen(theme.colour("soft"))
        place = QRectF(left, top + len(lines) * self._pitch + 1, room, self._below)
        painter.drawText(place, running(row.source or ""), below)
        if count:
            place = QRectF(box.right() - MEDIUM - count_width, top, count_width + 1, self._pitch)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), count)

    def _below_words(self, row: ArticleSummary, room: float) -> str:
        """Outlet and date; the outlet is shortened before the date is."""
        whole, date = self._model.below(row), self._model.date(row)
        rest = f" · {date}"
        if whole.endswith(rest) and self._small_metrics.horizontalAdvance(whole) > room:
            left_over = room - self._small_metrics.horizontalAdvance(rest)
            if left_over > room / 3:
                outlet = self._small_metrics.elidedText(
                    whole.removesuffix(rest), Qt.TextElideMode.ElideRight, left_over
                )
                return outlet + rest
        return self._small_metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)

    def _paint_heading(self, painter: QPainter, box: QRectF, words: str, count: int) -> None:
        painter.setFont(self._small)
        painter.setPen(self.theme.colour("faint"))
        number = str(count)
        width = self._small_metrics.horizontalAdvance(number)
        place = box.adjusted(LARGE - 1, SMALL, -MEDIUM - width - SMALL, 0)
        words = self._small_metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        place = box.adjusted(0, SMALL, -MEDIUM, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), number)

    def _break(self, title: str, width: int) -> tuple[str, ...]:
        """The title on one or two lines, the second shortened."""
        layout = QTextLayout(title, self._title)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, 0))
        layout.endLayout()
        units = title.encode("utf-16-le", "surrogatepass")
        end = 2 * line.textLength() if line.isValid() else len(units)
        first = units[:end].decode("utf-16-le", "replace").rstrip()
        rest = units[end:].decode("utf-16-le", "replace").strip()
        if not rest:
            return (first,)
        return first, self._title_metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(width, 40))
