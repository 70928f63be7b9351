"""The queue as rows: disagreements grouped by kind under headings, worst first, narrowed by filters.

Read by the queue's view and its delegate. Entries arrive article by article while the project is still being
compared; rows are made anew when the pane asks for it, not with every article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Literal

from msgspec import structs
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.agreement.differences import KINDS, DifferenceKind
from annotator.gui.review.words import entry_words, kind_word
from annotator.queries.review_queue import QueueArticle, QueueEntry
from annotator.text import folded

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Shown = Literal["all", "open", "decided"]
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Heading = tuple[DifferenceKind, int, int]
"""A kind, how many of its entries are shown, how many of these are open."""
EntryKey = tuple[DifferenceKind, tuple[str, ...]]


class QueueModel(QAbstractListModel):
    """Rows are entries, or headings of kinds."""

    def __init__(self) -> None:
        super().__init__()
        self._articles: dict[str, QueueArticle] = {}
        self._order: dict[str, int] = {}
        self._rows: list[QueueEntry | Heading] = []
        self._row_of: dict[EntryKey, int] = {}
        self.name_of: Callable[[str], str] = lambda _annotator: ""
        self.names_hidden = False
        self.query = ""
        self.shown: Shown = "all"
        self.kinds: frozenset[DifferenceKind] = frozenset(KINDS)
        self.article: str | None = None
        """Only this article's entries; None for all."""

    # Data --------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Forget all; another comparison begins."""
        self._articles.clear()
        self._order.clear()
        self.arrange()

    def set_order(self, articles: Sequence[str]) -> None:
        """The order of all articles, by which equal severities stand."""
        self._order = {article: number for number, article in enumerate(articles)}
        for article in self._articles:
            self._order.setdefault(article, len(self._order))

    def put(self, articles: Iterable[QueueArticle]) -> None:
        """Take in articles, new or compared again. `arrange` must follow before they are seen."""
        for article in articles:
            self._order.setdefault(article.id, len(self._order))
            self._articles[article.id] = article

    def decide(self, marks: Collection[str]) -> None:
        """A verdict was given on these versions: said at once, and again by the news."""
        wanted = set(marks)
        for number, row in enumerate(self._rows):
            if isinstance(row, QueueEntry) and not row.decided and wanted.intersection(row.marks):
                self._rows[number] = structs.replace(row, decided=True)
                article = self._articles[row.article]
                entries = [structs.replace(e, decided=True) if e == row else e for e in article.entries]
                self._articles[row.article] = structs.replace(article, entries=tuple(entries))
        self._count_headings()

    def _count_headings(self) -> None:
        """Say anew how many of each heading's entries are open."""
        open_now = Counter(row.kind for row in self._rows if isinstance(row, QueueEntry) and not row.decided)
        for number, row in enumerate(self._rows):
            if not isinstance(row, QueueEntry):
                self._rows[number] = (row[0], row[1], open_now[row[0]])

    def articles(self) -> Iterable[QueueArticle]:
        """All that were compared, shown or not."""
        return self._articles.values()

    def title(self, article: str) -> str:
        """The title of an article; empty where it was not compared."""
        found = self._articles.get(article)
        return found.title if found else ""

    def arrange(self) -> None:
        """Make the rows anew: kinds in their order, in each the worst first, ties by article and place."""
        by_kind: dict[DifferenceKind, list[QueueEntry]] = {kind: [] for kind in KINDS}
        wanted = folded(self.query)
        for article in self._articles.values():
            if self.article is not None and article.id != self.article:
                continue
            for entry in article.entries:
                if self._is_wanted(entry, article.title, wanted):
                    by_kind[entry.kind].append(entry)
        self.beginResetModel()
        self._rows = []
        for kind, entries in by_kind.items():
            if entries:
                entries.sort(key=lambda entry: (-entry.severity, self._order[entry.article], entry.start))
                self._rows.append((kind, len(entries), sum(not entry.decided for entry in entries)))
                self._rows += entries
        self._row_of = {key_of(row): at for at, row in enumerate(self._rows) if isinstance(row, QueueEntry)}
        self.endResetModel()

    def _is_wanted(self, entry: QueueEntry, title: str, wanted: str) -> bool:
        if entry.kind not in self.kinds or (self.shown != "all" and entry.decided != (self.shown == "decided")):
            return False
        return not wanted or wanted in folded(f"{title} {entry.words} {' '.join(entry.said)}")

    # Answers -----------------------------------------------------------------------------------------

    def counts(self) -> tuple[int, int, int, int]:
        """Decided and all disagreements, unanimous claims, and those of them without a verdict."""
        entries = [entry for article in self._articles.values() for entry in article.entries]
        unanimous = sum(article.unanimous for article in self._articles.values())
        waiting = sum(article.open_unanimous for article in self._articles.values())
        return sum(entry.decided for entry in entries), len(entries), unanimous, waiting

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [number for number, row in enumerate(self._rows) if not isinstance(row, QueueEntry)]

    def entry(self, row: int) -> QueueEntry | None:
        """The entry in a row; None on a heading and outside."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, QueueEntry) else None

    def row_of(self, key: EntryKey | None) -> int:
        """The row of an entry, -1 where it is not shown."""
        return self._row_of.get(key, -1) if key is not None else -1

    def next_row(self, row: int, step: int, *, only_open: bool = False) -> int:
        """The next row with an entry (step 1) or the one before (-1); -1 where there is none."""
        row += step
        while 0 <= row < len(self._rows):
            entry = self.entry(row)
            if entry is not None and not (only_open and entry.decided):
                return row
            row += step
        return -1

    def row_of_mark(self, mark: str, articles: Collection[str] = ()) -> int:
        """The first row whose disagreement concerns a mark, else one of the articles; -1 where there is none."""
        elsewhere = -1
        for number, row in enumerate(self._rows):
            if isinstance(row, QueueEntry):
                if mark in row.marks:
                    return number
                if elsewhere < 0 and row.article in articles:
                    elsewhere = number
        return elsewhere

    def detail(self, entry: QueueEntry) -> str:
        """The second line of an entry."""
        return entry_words(entry, self.title(entry.article), self.name_of, names_hidden=self.names_hidden)

    # Qt ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if not isinstance(row, QueueEntry):
            return kind_word(row[0]) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.words, self.title(row.article), self.detail(row)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (
                self.tr("{kind}: {words}, {detail}, decided") if row.decided else self.tr("{kind}: {words}, {detail}")
            )
            return said.format(kind=kind_word(row.kind), words=row.words, detail=self.detail(row))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def key_of(entry: QueueEntry) -> EntryKey:
    """What makes an entry the same one after its article was compared again."""
    return entry.kind, entry.marks
