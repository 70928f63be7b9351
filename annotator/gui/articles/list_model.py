"""The articles as rows: narrowed by what is typed, sorted, grouped under small headings.

Read by the list's view and its delegate. Works on summaries only. 10,000 articles are narrowed and sorted
in some milliseconds, because every key is worked out when the articles come and not when somebody types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, get_args

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.gui.articles.state_mark import state_word
from annotator.gui.dates import published_in_words
from annotator.gui.language import counted
from annotator.gui.matching import Narrowing
from annotator.queries.articles import ArticleSummary
from annotator.records import State
from annotator.text import folded

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Sorting = Literal["added", "date", "title", "outlet", "state", "claims"]
Grouping = Literal["none", "outlet", "state", "copies"]
SORTINGS: tuple[Sorting, ...] = get_args(Sorting)
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_HEIGHT = 68
HEADING_HEIGHT = 32
"""Both in pixels at the usual size of the interface."""
_STATES: tuple[State, ...] = get_args(State)
_LAST = "\U0010ffff"
"""Sorts behind every word: articles without a date or an outlet come last."""


class ArticleModel(QAbstractListModel):
    """Rows are articles or, where they are grouped, headings (text and number of articles)."""

    def __init__(self) -> None:
        super().__init__()
        self._articles: list[ArticleSummary] = []
        self._place: dict[str, int] = {}
        self._narrowing: Narrowing | None = None
        self._order: list[int] = []
        self._rows: list[ArticleSummary | tuple[str, int]] = []
        self._row_of: dict[str, int] = {}
        self._dates: dict[str, str] = {}
        self.query = ""
        self.sorting: Sorting = "added"
        self.grouping: Grouping = "none"
        self._copy_of: dict[str, str] = {}

    # Data --------------------------------------------------------------------------------------------

    def set_articles(self, articles: Iterable[ArticleSummary]) -> None:
        """Show these articles, in the order in which they were added."""
        self._articles = list(articles)
        self._renew()

    def update_articles(self, articles: Iterable[ArticleSummary]) -> None:
        """Show new and changed articles; new ones come last."""
        words_changed, changed = False, list(articles)
        for article in changed:
            place = self._place.get(article.id)
            if place is None:
                self._place[article.id] = len(self._articles)
                self._articles.append(article)
                words_changed = True
            else:
                words_changed |= _words(self._articles[place]) != _words(article)
                self._articles[place] = article
        if words_changed:
            self._renew()
        elif self.grouping == "state" or self.sorting in ("state", "claims"):
            self._sort()
        else:
            self._repaint(changed)

    def _repaint(self, articles: Iterable[ArticleSummary]) -> None:
        """Articles that stay in their rows."""
        for article in articles:
            number = self.row_of(article.id)
            if number >= 0:
                self._rows[number] = article
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def remove(self, ids: Iterable[str]) -> None:
        """Take articles away."""
        gone = set(ids)
        self._articles = [article for article in self._articles if article.id not in gone]
        self._renew()

    def set_view(
        self, *, query: str | None = None, sorting: Sorting | None = None, grouping: Grouping | None = None
    ) -> None:
        """Narrow, sort or group otherwise."""
        self.query = self.query if query is None else query
        self.sorting = sorting or self.sorting
        self.grouping = grouping or self.grouping
        if sorting or grouping:
            self._sort()
        else:
            self._fill()

    def set_copies(self, groups: Iterable[Sequence[str]]) -> None:
        """Which articles are near copies of each other: groups of ids, each led by its first."""
        self._copy_of = {each: group[0] for group in groups for each in group}
        if self.grouping == "copies":
            self._sort()

    def _renew(self) -> None:
        self._place = {article.id: place for place, article in enumerate(self._articles)}
        # Made by the first letter typed: showing 10,000 articles must not wait for folding their words.
        self._narrowing = None
        self._sort()

    def _haystack(self, article: ArticleSummary) -> str:
        date = self.date(article)
        return " ".join(filter(None, (article.title, article.source, article.byline, date, article.published)))

    def _sort(self) -> None:
        keys: dict[Sorting, Callable[[ArticleSummary], Any]] = {
            "added": lambda _article: 0,
            "date": lambda article: article.published or _LAST,
            "title": lambda article: folded(article.title).lstrip("“”\"'«»‘’"),
            "outlet": lambda article: folded(article.source or _LAST),
            "state": lambda article: _STATES.index(article.state),
            "claims": lambda article: -article.claims,
        }
        key, articles = keys[self.sorting], self._articles
        self._order = list(range(len(articles)))
        if self.sorting != "added":
            self._order.sort(key=lambda place: key(articles[place]))
        if self.grouping == "copies":
            self._order.sort(key=self._copy_key)
        elif self.grouping != "none":
            group = keys[self.grouping]
            self._order.sort(key=lambda place: group(articles[place]))
        self._fill()

    def _copy_key(self, place: int) -> int:
        """Groups of copies stand where their first was added; articles that stand alone come after them."""
        leader = self._copy_of.get(self._articles[place].id)
        return self._place.get(leader or "", len(self._articles))

    def _fill(self) -> None:
        """Make the rows anew from the order and the query."""
        self.beginResetModel()
        articles = self._articles
        if self.query.strip():
            if self._narrowing is None:
                self._narrowing = Narrowing([self._haystack(article) for article in articles])
            hits = set(self._narrowing.hits(self.query))
            found = [articles[place] for place in self._order if place in hits]
        else:
            found = [articles[place] for place in self._order]
        self._rows = list(found) if self.grouping == "none" else self._grouped(found)
        self._row_of = {row.id: number for number, row in enumerate(self._rows) if isinstance(row, ArticleSummary)}
        self.endResetModel()

    def _grouped(self, articles: list[ArticleSummary]) -> list[ArticleSummary | tuple[str, int]]:
        groups: dict[str, list[ArticleSummary]] = {}
        for article in articles:
            groups.setdefault(self._group_of(article), []).append(article)
        rows: list[ArticleSummary | tuple[str, int]] = []
        for heading, members in groups.items():
            rows.append((heading, len(members)))
            rows += members
        return rows

    def _group_of(self, article: ArticleSummary) -> str:
        if self.grouping == "state":
            return state_word(article.state)
        if self.grouping == "copies":
            leader = self._place.get(self._copy_of.get(article.id, ""))
            return self.tr("No near copies") if leader is None else self._articles[leader].title
        return article.source or self.tr("No outlet")

    # Answers -----------------------------------------------------------------------------------------

    @property
    def total(self) -> int:
        """All articles, shown or not."""
        return len(self._articles)

    @property
    def finished(self) -> int:
        """Articles that are finished or reviewed, shown or not."""
        return sum(article.state in ("finished", "reviewed") for article in self._articles)

    def every(self) -> list[ArticleSummary]:
        """All articles in the order in which they were added, whatever is typed in the filter."""
        return self._articles

    def shown(self) -> list[ArticleSummary]:
        """The articles in the order in which they are seen."""
        return [row for row in self._rows if isinstance(row, ArticleSummary)]

    def headings(self) -> list[int]:
        """The rows that are headings."""
        return [number for number, row in enumerate(self._rows) if not isinstance(row, ArticleSummary)]

    def row_of(self, id_: str | None) -> int:
        """The row of an article, -1 where it is not shown."""
        return self._row_of.get(id_ or "", -1)

    def article(self, index: AnyIndex) -> ArticleSummary | None:
        """The article at an index; None on a heading."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, ArticleSummary) else None

    def date(self, article: ArticleSummary) -> str:
        """The date as people write it, as exact as it is known: "14 Nov 2025", "Nov 2025", "2025"."""
        published = article.published or ""
        if published not in self._dates:
            self._dates[published] = published_in_words(published, short=True)
        return self._dates[published]

    # Qt ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if not isinstance(row, ArticleSummary):
            return row[0] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.title, row.byline, self.below(row), _state(row))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            one, several = self.tr("{title}, {state}, 1 claim"), self.tr("{title}, {state}, {count} claims")
            return counted(row.claims, one, several, title=row.title, state=_state(row))
        return None

    def below(self, article: ArticleSummary) -> str:
        """The line below a title: outlet and date."""
        return " · ".join(filter(None, (article.source, self.date(article))))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.article(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _state(article: ArticleSummary) -> str:
    return state_word(article.state, empty=article.empty)


def _words(article: ArticleSummary) -> tuple[str | None, ...]:
    return article.title, article.source, article.byline, article.published
