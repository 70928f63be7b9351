"""The list of the codebook's own fields.

Made by the page of fields. Reports what is asked for; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.gui.codebook.words import field_kind_word
from annotator.gui.empty_state import EmptyState
from annotator.gui.language import filled
from annotator.gui.matching import Narrowing
from annotator.gui.panel.delegates import AnyIndex, RowDelegate
from annotator.gui.panel.registry_tab import RegistryTab
from annotator.gui.panel.row_painting import ROW_HEIGHT
from annotator.gui.rows_view import RowsView
from annotator.gui.theme import LARGE, MEDIUM, SMALL, Theme, scaled
from annotator.records import FieldRecord

KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
KIND_ROLE = KEY_ROLE + 1
COUNT_ROLE = KEY_ROLE + 2


class FieldDelegate(RowDelegate):
    """The title, what kind of answer it asks for, on how many marks it is answered."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painting, theme = self.painting, self.theme
        painter.save()
        box = self.ground(painter, option).adjusted(MEDIUM, 0, -LARGE, 0)
        right = box.right()
        if count := index.data(COUNT_ROLE):
            right = painting.at_right(painter, theme.colour("soft"), str(count), box)
        title = QRectF(box.left(), box.top(), right - box.left(), box.height())
        left = painting.words(painter, painting.font, theme.colour("ink"), str(index.data()), title) + SMALL
        kind = QRectF(left, box.top(), right - left, box.height())
        painting.words(painter, painting.small, theme.colour("faint"), str(index.data(KIND_ROLE)), kind)
        painter.restore()


class FieldList(RegistryTab):
    """The fields in their order."""

    field_new = Signal(str)
    """The title; empty: ask for one."""
    field_deleted = Signal(str)
    field_moved = Signal(str, int)
    """The key and its new place."""
    current_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        view = RowsView(scaled(ROW_HEIGHT))
        self.model = QStandardItemModel()
        view.setModel(self.model)
        super().__init__(view, FieldDelegate(theme, view), EmptyState("note", theme), theme, parent)
        self._fields: Sequence[FieldRecord] = ()
        self._counts: Mapping[str, int] = {}
        view.setAccessibleName(self.tr("Fields"))
        self.filter.say(self.tr("Filter fields"))
        self._empty.asked.connect(self._make_new)
        self.add_action(self.tr("New field"), "add", self._make_new, needs_row=False)
        self.add_action(self.tr("Move up"), "up", lambda: self._step(-1), shortcut="Alt+Up")
        self.add_action(self.tr("Move down"), "down", lambda: self._step(1), shortcut="Alt+Down")
        self.add_action(self.tr("Delete"), "delete", self._delete, shortcut="Del")
        self.watch_rows(self.model)
        view.selectionModel().currentChanged.connect(lambda *_: self._tell_chosen())
        self._say_empty()

    def set_fields(self, fields: Sequence[FieldRecord], counts: Mapping[str, int]) -> None:
        """Show the fields. counts: key -> marks on which the field is answered."""
        self._fields, self._counts = fields, counts
        self.narrow(self.filter.text())

    def narrow(self, query: str) -> None:
        kept = self.to_choose()
        hits = Narrowing([f"{each.title} {' '.join(each.choices)}" for each in self._fields]).hits(query)
        with self.filling():
            self._fill(hits)
        self.select(kept or (self._fields[hits[0]].key if hits else None))
        self.look_for_wanted()
        self._say_empty()

    def _tell_chosen(self) -> None:
        if not self.is_filling:
            self.current_changed.emit(self.chosen())

    def _fill(self, hits: Sequence[int]) -> None:
        self.model.removeRows(0, self.model.rowCount())
        for row in hits:
            field = self._fields[row]
            item = QStandardItem(field.title)
            item.setEditable(False)
            item.setData(field.key, KEY_ROLE)
            item.setData(field_kind_word(field.kind), KIND_ROLE)
            item.setData(self._counts.get(field.key, 0), COUNT_ROLE)
            self.model.appendRow(item)

    def chosen(self) -> str | None:
        """The key of the chosen field."""
        index = self.view.currentIndex()
        return str(index.data(KEY_ROLE)) if index.isValid() else None

    def select(self, key: str | None) -> None:
        """Choose a field."""
        for row in range(self.model.rowCount()):
            if self.model.item(row).data(KEY_ROLE) == key:
                self.view.setCurrentIndex(self.model.index(row, 0))
        self.enable_actions()
        self.current_changed.emit(self.chosen())

    def set_theme(self, theme: Theme) -> None:
        if isinstance(self.view, RowsView):
            self.view.set_row_height(scaled(ROW_HEIGHT))
        super().set_theme(theme)

    def _step(self, by: int) -> None:
        key = self.chosen()
        keys = [each.key for each in self._fields]
        if key is not None and 0 <= keys.index(key) + by < len(keys):
            self.field_moved.emit(key, keys.index(key) + by)

    def _make_new(self) -> None:
        self.field_new.emit(self.filter.text().strip())

    def _delete(self) -> None:
        if (key := self.chosen()) is not None:
            self.field_deleted.emit(key)

    def _say_empty(self) -> None:
        if self.filter.text().strip():
            title = filled(self.tr("No field matches “{words}”"), words=self.filter.text().strip())
            self._empty.say(title, "", self.tr("Make this a new field"))
        else:
            hint = self.tr("Fields are questions of your own, such as “worth checking?”, answered on each claim.")
            self._empty.say(self.tr("No fields yet"), hint, self.tr("New field"))
        self.show_rows(self.model.rowCount() > 0)
