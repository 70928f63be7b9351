"""Lists of tagged words with where they stand below: examples, marks to look at again, places to tick.

Used by the Codebook screen, the list of a proposition's appearances, and the previews of what is done to
many places. A line is chosen with the keys or the mouse; where lines can be ticked, Space and a click on the
box tick them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.gui.icons import icon
from annotator.gui.panel.quote import reading_font
from annotator.gui.panel.row_painting import RowPainter
from annotator.gui.rows_view import dress
from annotator.gui.theme import MEDIUM, SMALL, Theme, scaled
from annotator.gui.words_line import draw_words

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TICK_ROLE = LINE_ROLE + 1
_HEIGHT = 58
_BOX = 16
_ROOM_OF_A_BOX = 28
"""In pixels at the usual size of the interface."""


class Line(NamedTuple):
    """words: what stands in the text; below: where. article, mark: what is opened. key: of who made the line."""

    words: str
    below: str
    article: str | None = None
    mark: str | None = None
    key: object = None
    fixed: str = ""
    """Why the line cannot be ticked; empty where it can."""


class LinesModel(QAbstractListModel):
    """The lines, and which of them are ticked (None: none can be)."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.ticked: set[int] | None = None

    def set_lines(self, lines: Sequence[Line], *, ticked: bool | None = None) -> None:
        """Show these. ticked: whether all are at first; None: lines without boxes."""
        self.beginResetModel()
        self.lines = list(lines)
        free = {number for number, line in enumerate(self.lines) if not line.fixed}
        self.ticked = None if ticked is None else (free if ticked else set())
        self.endResetModel()
        self.ticks_changed.emit()

    def tick(self, rows: Sequence[int], on: bool | None = None) -> None:
        """Tick rows, or take the ticks away; None turns them as the first of them is turned."""
        rows = [row for row in rows if not self.lines[row].fixed]
        if self.ticked is None or not rows:
            return
        on = rows[0] not in self.ticked if on is None else on
        self.ticked = self.ticked | set(rows) if on else self.ticked - set(rows)
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))
        self.ticks_changed.emit()

    def chosen(self) -> list[Line]:
        """The lines ticked, in order."""
        return [self.lines[row] for row in sorted(self.ticked or ())]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == TICK_ROLE:
            return None if self.ticked is None else index.row() in self.ticked
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = ""
            if self.ticked is not None:
                state = line.fixed or (self.tr("ticked") if index.row() in self.ticked else self.tr("not ticked"))
            return ", ".join(filter(None, (line.words, line.below, state)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.fixed or None
        return None


class LineDelegate(QStyledItemDelegate):
    """The words in the font of the text, in their own direction; below them, quieter, where they stand."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self.theme, self.painting, self.font = theme, RowPainter(), reading_font()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(120, scaled(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line, ticked = index.data(LINE_ROLE), index.data(TICK_ROLE)
        theme, state = self.theme, option.state
        painter.save()
        box = QRectF(option.rect)
        chosen, over = (
            bool(state & each) for each in (QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver)
        )
        self.painting.ground(painter, theme, box, chosen=chosen, under_mouse=over)
        if state & QStyle.StateFlag.State_HasFocus:
            self.painting.ring(painter, theme, box)
        box = box.adjusted(MEDIUM, SMALL - 1, -MEDIUM, -SMALL + 1)
        if ticked is not None:
            self._paint_box(painter, box, bool(ticked), bool(line.fixed))
            box.setLeft(box.left() + scaled(_ROOM_OF_A_BOX))
        half = box.height() * 0.54
        upper = QRectF(box.left(), box.top(), box.width(), half)
        painter.setFont(self.font)
        painter.setPen(theme.colour("faint" if line.fixed else "ink"))
        draw_words(painter, QFontMetricsF(self.font), " ".join(line.words.split()), upper)
        lower = QRectF(box.left(), box.top() + half, box.width(), box.height() - half)
        below = f"{line.below} · {line.fixed}" if line.fixed else line.below
        self.painting.words(painter, self.painting.small, theme.colour("faint"), below, lower)
        painter.restore()

    def _paint_box(self, painter: QPainter, row: QRectF, ticked: bool, fixed: bool) -> None:
        theme, side = self.theme, scaled(_BOX)
        box = QRectF(row.left(), row.center().y() - side / 2, side, side)
        filled = ticked and not fixed
        painter.setPen(QPen(theme.colour("accent" if filled else "faint"), 1))
        painter.setBrush(theme.colour("accent" if filled else "line" if fixed else "card"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked or fixed:
            picture = icon("check", theme, "on_accent" if filled else "faint")
            picture.paint(painter, box.toAlignedRect().adjusted(2, 2, -2, -2))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        # A click on the box, not beside it: the rest of the row opens the place.
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            inside = event.position().x() < option.rect.left() + MEDIUM + scaled(_ROOM_OF_A_BOX)
            if inside and isinstance(model, LinesModel) and model.ticked is not None:
                model.tick([index.row()])
                return True
        return super().editorEvent(event, model, option, index)


class LinesView(QListView):
    """The list. `opened` asks to show a line's place in the text."""

    opened = Signal(object)
    left = Signal()
    """Esc."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, framed: bool = False) -> None:
        """framed: it stands in a dialog, not in a pane of its own."""
        super().__init__(parent)
        self._framed = framed
        self.model_ = LinesModel()
        self._delegate = LineDelegate(theme, self)
        self.setModel(self.model_)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.activated.connect(lambda index: self.opened.emit(index.data(LINE_ROLE)))
        self.set_theme(theme)

    def set_lines(self, lines: Sequence[Line], *, ticked: bool | None = None) -> None:
        """Show these; see `LinesModel.set_lines`."""
        if lines != self.model_.lines:
            self.model_.set_lines(lines, ticked=ticked)

    def selected(self) -> list[Line]:
        """The lines selected, in order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.model_.lines[row] for row in rows]

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._delegate.set_theme(theme)
        if not self._framed:
            dress(self, theme)
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.model_.ticked is not None:
            # Come to by Tab, the list has a row with the frame and none that is selected.
            rows = [index.row() for index in self.selectedIndexes() or [self.currentIndex()] if index.isValid()]
            self.model_.tick(sorted(rows))
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            # A dialog that it stands in is left by the same press.
            event.setAccepted(not self._framed)
        else:
            super().keyPressEvent(event)
