"""How a row of the type-ahead list looks: colour, name, quieter detail, key.

Used by `picker.py` alone.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.gui.icons import icon
from annotator.gui.matching import PATH_PARTING
from annotator.gui.panel.row_painting import RowPainter
from annotator.gui.picker_model import ROW_ROLE, PickerItem, PickerRow, row_size
from annotator.gui.theme import SMALL, Theme

_ICON = 14


class PickerDelegate(QStyledItemDelegate):
    """Paints the rows."""

    new_icon = "add"

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painting = RowPainter()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = index.data(Qt.ItemDataRole.SizeHintRole)
        return size if isinstance(size, QSize) else row_size("item")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PickerRow):
            return
        painting, theme = self._painting, self._theme
        painter.save()
        box = QRectF(option.rect)
        inner = box.adjusted(SMALL + 2, 0, -SMALL - 2, 0)
        if row.kind in ("heading", "more"):
            painting.words(painter, painting.small, theme.colour("faint"), row.words, inner)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
            painting.ground(painter, theme, box.adjusted(-4, 0, 4, 0), chosen=chosen, under_mouse=under_mouse)
            if row.item is None:
                top = round(box.center().y() - _ICON / 2)
                icon(self.new_icon, theme, "accent").paint(painter, QRect(round(inner.left()), top, _ICON, _ICON))
                place = inner.adjusted(_ICON + SMALL, 0, 0, 0)
                painting.words(painter, painting.strong, theme.colour("accent"), row.words, place)
            else:
                self._paint_item(painter, row.item, inner)
        painter.restore()

    def _paint_item(self, painter: QPainter, item: PickerItem, box: QRectF) -> None:
        painting, theme = self._painting, self._theme
        right = painting.key(painter, theme, item.key.upper(), box) if item.key else box.right()
        left = painting.square(painter, item.colour, box) if item.colour else box.left()
        name = QRectF(left, box.top(), right - left, box.height())
        path, parting, last = item.name.rpartition(PATH_PARTING)
        if path:
            left = painting.words(painter, painting.font, theme.colour("soft"), path + parting, name)
            name.setLeft(left)
        left = painting.words(painter, painting.font, theme.colour("ink"), last, name) + SMALL
        detail = QRectF(left, box.top(), right - left, box.height())
        painting.words(painter, painting.small, theme.colour("soft"), item.detail, detail)
