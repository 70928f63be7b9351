"""The open palette: a type-ahead list over everything, in the middle of the window below its top bar.

Made by `command_palette.py`. What cannot be done now stands in the list with its reason and is not taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from annotator.gui.icons import icon
from annotator.gui.matching import PATH_PARTING
from annotator.gui.palette.entries import Row
from annotator.gui.palette.ranking import Likeness
from annotator.gui.picker import Picker, PickerItem
from annotator.gui.picker_delegate import PickerDelegate
from annotator.gui.picker_model import Offer, PickerModel, PickerRow, row_size
from annotator.gui.theme import LARGE, SMALL, Theme, scaled

_WIDTH = 620
_ROWS = 13
_SHADOW = 10
_ICON = 16


class PaletteModel(PickerModel):
    """Ranked by likeness and by what was taken last."""

    def __init__(self, items: Sequence[PickerItem], recent: Sequence[str], *, new_label: str) -> None:
        super().__init__(items, new_label=new_label, allow_new=True)
        self._recent = recent

    def _make_ranking(self) -> Likeness:
        place = {item.id: row for row, item in enumerate(self._single)}
        others = [item.aliases for item in self._single]
        return Likeness(self._names, others, [place[id_] for id_ in self._recent if id_ in place])

    def keyed(self, _key: str) -> PickerItem | None:
        """Keys are shown beside commands, but here letters are typed."""
        return None


class PaletteDelegate(PickerDelegate):
    """Icon or colour, name, quieter words, and at the right the key or the kind."""

    new_icon = "search"

    def __init__(self, theme: Theme, parent: QWidget, rows: Mapping[str, Row], kinds: Mapping[str, str]) -> None:
        super().__init__(theme, parent)
        self._rows = rows
        self._kinds = kinds

    def _paint_item(self, painter: QPainter, item: PickerItem, box: QRectF) -> None:
        painting, theme, row = self._painting, self._theme, self._rows[item.id]
        side, able = scaled(_ICON), not row.refused
        place = QRect(round(box.left()), round(box.center().y() - side / 2), side, side)
        if row.icon:
            icon(row.icon, theme, "soft" if able else "faint").paint(painter, place)
        elif item.colour:
            painting.square(painter, item.colour, box.adjusted(3, 0, 0, 0))
        left = box.left() + side + SMALL
        right = box.right()
        if row.key:
            right = painting.key(painter, theme, row.key, box)
        elif row.kind in self._kinds:
            right = painting.at_right(painter, theme.colour("faint"), self._kinds[row.kind], box)
        path, parting, last = item.name.rpartition(PATH_PARTING)
        name = QRectF(left, box.top(), right - left, box.height())
        if path:
            name.setLeft(painting.words(painter, painting.font, theme.colour("soft"), path + parting, name))
        ink = theme.colour("ink" if able else "faint")
        left = painting.words(painter, painting.font, ink, last, name) + SMALL
        detail = QRectF(left, box.top(), right - left, box.height())
        painting.words(painter, painting.small, theme.colour("soft"), item.detail, detail)


class Palette(Picker):
    """The list; see `Picker` for its signals. `new_requested` asks to find the words in the article."""

    def __init__(
        self, parent: QWidget, items: Sequence[PickerItem], rows: Mapping[str, Row], recent: Sequence[str], theme: Theme
    ) -> None:
        self._rows = rows
        self._recent = recent
        super().__init__(parent, items, theme, new_label="", allow_new=True, prompt="")
        prompt = self.tr("Search commands, articles, speakers and topics")
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.view.setAccessibleName(prompt)

    def _make_model(
        self, items: Sequence[PickerItem], _new_label: str, _allow_new: bool, _offer: Offer | None
    ) -> PickerModel:
        return PaletteModel(items, self._recent, new_label=self.tr("Find “{name}” in this article"))

    def _make_delegate(self) -> PickerDelegate:
        kinds = {
            "article": self.tr("article"),
            "speaker": self.tr("speaker"),
            "topic": self.tr("topic"),
        }
        return PaletteDelegate(self._theme, self.view, self._rows, kinds)

    def open(self) -> None:
        """Show it, with the keyboard in its field."""
        self._open(QRect())

    def _place(self) -> QRect:
        window = self._window
        width = min(scaled(_WIDTH), window.width() - 2 * LARGE)
        chrome = self.field.sizeHint().height() + 2 * SMALL
        top = scaled(54)
        row = row_size("item").height()
        room = max(120, window.height() - top - LARGE) - chrome
        height = chrome + self.model.height(min(_ROWS * row, room - room % row))
        left = (window.width() - width) // 2
        return QRect(left, top, width, height).adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW)

    def _take(self, row: PickerRow | None) -> None:
        if row is not None and row.item is not None and self._rows[row.item.id].refused:
            return
        super()._take(row)

    def _take_new(self) -> None:
        """The words are looked for in the text, also where an entry bears that very name."""
        name = " ".join(self.field.text().split())
        if name and not self._answered:
            self._finish(give_back_focus=True, answer=lambda: self.new_requested.emit(name))

    def _take_by_key(self, _event: QKeyEvent) -> bool:
        return False
