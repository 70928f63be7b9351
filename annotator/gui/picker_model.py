"""The rows of the type-ahead list: sections while nothing is typed, else what matches, best first.

Used by `picker.py` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from annotator.gui.language import filled
from annotator.gui.matching import Ranking, WordLikeness
from annotator.gui.theme import scaled
from annotator.text import folded

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
MOST_ROWS = 200
"""Rows that are shown; who wants others types another letter."""
_ITEM, _HEADING = 32, 26
"""Heights of rows, in pixels at the usual size of the interface."""


class PickerItem(NamedTuple):
    """Something that can be picked. section: the heading it stands under while nothing is typed."""

    id: str
    name: str
    detail: str = ""
    aliases: tuple[str, ...] = ()
    key: str | None = None
    colour: str | None = None
    section: str = ""


class Offer(NamedTuple):
    """A new name that is offered before anything is typed.

    after: the number of items that stand above it. likeliest: Enter takes it, and not who comes next.
    """

    name: str
    after: int = 0
    likeliest: bool = False


class PickerRow(NamedTuple):
    """A row: an item; or a heading, the number of rows left out, or the offer of a new name."""

    kind: Literal["item", "heading", "more", "new"]
    words: str = ""
    item: PickerItem | None = None


def row_size(kind: Literal["item", "heading", "more", "new"]) -> QSize:
    """How much room a row wants, in pixels; it grows with the interface."""
    return QSize(100, scaled(_HEADING if kind in ("heading", "more") else _ITEM))


class PickerModel(QAbstractListModel):
    """The rows for what is typed. The same item may come in several sections; typed, it comes once."""

    def __init__(
        self,
        items: Sequence[PickerItem],
        *,
        new_label: str,
        allow_new: bool,
        by_words: bool = False,
        offer: Offer | None = None,
    ) -> None:
        """new_label: what the offer of a new name says, with "{name}" in it. by_words: rank by likeness of words."""
        super().__init__()
        self._items = items
        self._when_empty = ""
        self._by_words = by_words
        self._single: list[PickerItem] = []
        self._names: list[str] = []
        self._ranking: Ranking | WordLikeness | None = None
        self._new_label, self._allow_new = new_label, allow_new
        self.offer = offer if allow_new else None
        self._keys = {item.key.casefold(): item for item in reversed(items) if item.key}
        self._rows: list[PickerRow] = []
        self._narrowed = False
        self.narrow("")

    def say_when_empty(self, sentence: str) -> None:
        """What stands in the list where there is nothing to pick and nothing has been typed."""
        self._when_empty = sentence
        if not self._rows:
            self.narrow("")

    def prepare(self) -> None:
        """Make the first key as quick as the others; done in a spare moment after the list opened."""
        self._rank().prepare()

    def _rank(self) -> Ranking | WordLikeness:
        """Made by the first letter or in a spare moment, so that opening a list of 20,000 costs nothing."""
        if self._ranking is None:
            first: dict[str, PickerItem] = {}
            for item in self._items:
                first.setdefault(item.id, item)
            self._single = list(first.values())
            self._names = [item.name for item in self._single]
            self._ranking = self._make_ranking()
        return self._ranking

    def _make_ranking(self) -> Ranking | WordLikeness:
        if self._by_words:
            return WordLikeness(self._names)
        return Ranking(self._names, [(*item.aliases, item.detail) for item in self._single])

    def narrow(self, query: str) -> None:
        """The rows for what is typed."""
        query = " ".join(query.split())
        self._narrowed = bool(query)
        self.beginResetModel()
        self._rows = self._found(query) if query else self._sections()
        self.endResetModel()

    def _sections(self) -> list[PickerRow]:
        rows: list[PickerRow] = []
        several = any(item.section != self._items[0].section for item in self._items)
        heading = ""
        for place, item in enumerate(self._items[:MOST_ROWS]):
            if self.offer is not None and place == self.offer.after:
                rows.append(self._new(self.offer.name))
            if several and item.section != heading:
                heading = item.section
                rows.append(PickerRow("heading", heading))
            rows.append(PickerRow("item", item.name, item))
        if len(self._items) > MOST_ROWS:
            rows.append(self._more(len(self._items) - MOST_ROWS))
        if self.offer is not None and self.offer.after >= len(self._items):
            rows.append(self._new(self.offer.name))
        return rows or ([PickerRow("more", self._when_empty)] if self._when_empty else [])

    def _new(self, name: str) -> PickerRow:
        return PickerRow("new", filled(self._new_label, name=name))

    def _found(self, query: str) -> list[PickerRow]:
        hits = self._rank().ranked(query)
        shown = [self._single[row] for row in hits[:MOST_ROWS]]
        rows = [PickerRow("item", item.name, item) for item in shown]
        if len(hits) > MOST_ROWS:
            rows.append(self._more(len(hits) - MOST_ROWS))
        if self._allow_new and self._exact(query, hits) is None:
            rows.append(self._new(query))
        return rows or [PickerRow("more", filled(self.tr("Nothing fits “{words}”"), words=query))]

    def _more(self, count: int) -> PickerRow:
        return PickerRow("more", self.tr("… {count} more, keep typing").format(count=f"{count:,}"))

    def exactly(self, name: str) -> PickerItem | None:
        """The item that bears this very name."""
        return self._exact(name, self._rank().ranked(name))

    def _exact(self, name: str, hits: list[int]) -> PickerItem | None:
        # Names that begin with what is typed come first, so the very name is soon found.
        wanted = folded(name)
        return next((self._single[row] for row in hits[:MOST_ROWS] if folded(self._names[row]) == wanted), None)

    def keyed(self, key: str) -> PickerItem | None:
        """The item that a single key takes."""
        return self._keys.get(key.casefold())

    def row(self, index: AnyIndex) -> PickerRow | None:
        """What stands at an index."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def height(self, most: int) -> int:
        """The height of all rows in pixels, or of as many whole ones as fit into `most`; of one at least."""
        height = 0
        for row in self._rows:
            size = row_size(row.kind).height()
            if height and height + size > most:
                break
            height += size
        return height

    def first(self) -> int:
        """The row that Enter takes at first: an item, else a new name, or the other way; -1 where there is none."""
        kinds = [row.kind for row in self._rows]
        likeliest = self.offer is not None and self.offer.likeliest and not self._narrowed
        order = ("new", "item") if likeliest else ("item", "new")
        return next((kinds.index(kind) for kind in order if kind in kinds), -1)

    # Qt ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.SizeHintRole:
            return row_size(row.kind)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole and row.item is not None:
            return ", ".join(filter(None, (row.item.name, row.item.detail, row.item.key)))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.kind in ("heading", "more"):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
