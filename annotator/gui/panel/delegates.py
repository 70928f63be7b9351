"""How the rows of the Speakers and Topics tabs look.

Used by the two tabs; paints with `row_painting` and edits a name in place with a plain field.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.gui.filter_field import LineField
from annotator.gui.icons import icon
from annotator.gui.panel.display import DEFAULT_COLOUR
from annotator.gui.panel.row_painting import ROW_HEIGHT, RowPainter
from annotator.gui.panel.speaker_model import ROW_ROLE, SpeakerRow
from annotator.gui.panel.topic_model import COLOUR_ROLE, COUNT_ROLE, KEY_ROLE, RETIRED_ROLE
from annotator.gui.theme import LARGE, MEDIUM, SMALL, Theme, scaled

AnyIndex = QModelIndex | QPersistentModelIndex
_ICON = 16
WIDEST_COUNT = "000"
"""A key stands left of the room that such a number takes."""


class RowDelegate(QStyledItemDelegate):
    """What both lists share: the height of a row, the ground, the field for a new name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.painting = RowPainter()

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self.theme = theme
        self.painting = RowPainter()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(80, scaled(ROW_HEIGHT))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: AnyIndex) -> QWidget:
        editor = LineField(parent)
        editor.setAccessibleName(self.tr("New name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex) -> None:
        box: QRect = option.rect
        editor.setGeometry(box.adjusted(LARGE + SMALL, 1, -SMALL, -1))

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
        """The tint of a row; returns the box for its words."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(option.rect)
        self.painting.ground(painter, self.theme, box, chosen=chosen, under_mouse=under_mouse)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self.painting.ring(painter, self.theme, box)
        return box


class SpeakerDelegate(RowDelegate):
    """A symbol of the kind, the name, the organisation, the number of claims in this article."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, SpeakerRow):
            return
        painting, theme = self.painting, self.theme
        painter.save()
        if row.speaker is None:
            box = QRectF(option.rect).adjusted(MEDIUM, SMALL, -MEDIUM, 0)
            painting.words(painter, painting.small, theme.colour("faint"), row.heading, box)
            painter.restore()
            return
        box = self.ground(painter, option).adjusted(MEDIUM, 0, -LARGE, 0)
        side = scaled(_ICON)
        top = round(box.center().y() - side / 2)
        picture = icon(row.speaker.kind, theme, "mention" if row.claims else "faint")
        picture.paint(painter, QRect(round(box.left()), top, side, side))
        right = box.right()
        if row.claims:
            right = painting.at_right(painter, theme.colour("soft"), str(row.claims), box)
        left = box.left() + side + SMALL
        name = QRectF(left, box.top(), right - left, box.height())
        left = painting.words(painter, painting.font, theme.colour("ink"), row.speaker.name, name) + SMALL
        held = row.speaker.affiliations[-1].organisation if row.speaker.affiliations else ""
        rest = QRectF(left, box.top(), right - left, box.height())
        painting.words(painter, painting.small, theme.colour("faint"), held, rest)
        painter.restore()


class TopicDelegate(RowDelegate):
    """A square of the colour, the name, the key, the number of claims in this article."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painting, theme = self.painting, self.theme
        painter.save()
        box = self.ground(painter, option).adjusted(MEDIUM, 0, -LARGE, 0)
        count, key = index.data(COUNT_ROLE), index.data(KEY_ROLE)
        right = box.right()
        if count:
            right = painting.at_right(painter, theme.colour("soft"), str(count), box)
        if key:
            # The caps stand in one column, whatever numbers stand beside them.
            beside = min(right, box.right() - painting.small_width(WIDEST_COUNT) - SMALL)
            place = QRectF(box.left(), box.top(), beside - box.left(), box.height())
            right = painting.key(painter, theme, str(key).upper(), place)
        left = painting.square(painter, index.data(COLOUR_ROLE) or DEFAULT_COLOUR, box)
        name = QRectF(left, box.top(), right - left, box.height())
        ink = theme.colour("faint" if index.data(RETIRED_ROLE) else "ink")
        font = painting.font if index.parent().isValid() else painting.strong
        painting.words(painter, font, ink, str(index.data()), name)
        painter.restore()
