"""Whom to pair with whom so that the pairs weigh most together: the assignment problem on a sparse graph.

Called by the matching of marks. Knows numbers only, and nothing of what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

Edges = dict[int, int]


def heaviest_pairs(rows: Sequence[Edges], columns: int) -> list[int | None]:
    """For each row the column that it is paired with, or None; the sum of the pairs' weights is the greatest.

    rows: for each row {column: weight}, weights whole and above 0; columns: how many there are. Rows are
    taken in their order and each is placed by a shortest augmenting path (Kuhn 1955; Edmonds and Karp 1972),
    found with Dijkstra's method on the reduced costs. Of equally heavy results one is taken that depends on
    the numbering alone: a later row stays alone rather than an earlier one.
    """
    search = _Search(rows, columns)
    for row in range(len(rows)):
        search.place(row)
    return search.column_of


@dataclass
class _Way:
    """A way through the graph: how long, where it ends, and what was found on the search for it.

    column: the free column at its end, None where it ends at the row `lone` instead.
    """

    length: int
    lone: int
    column: int | None = None
    distance: Edges = field(default_factory=dict)
    row_before: Edges = field(default_factory=dict)


class _Search:
    """Prices and pairs while rows are placed.

    The prices keep: row price + column price >= weight, with equality for pairs; none is below 0; whoever is
    alone has price 0. A result with such prices is a heaviest one.
    """

    def __init__(self, rows: Sequence[Edges], columns: int) -> None:
        self.rows = rows
        self.column_of: list[int | None] = [None] * len(rows)
        self.row_of: list[int | None] = [None] * columns
        self.row_price = [0] * len(rows)
        self.column_price = [0] * columns

    def place(self, row: int) -> None:
        """Let one more row take part."""
        prices = self.column_price
        self.row_price[row] = max([0, *(weight - prices[column] for column, weight in self.rows[row].items())])
        way = self._way_from(row)
        self._reprice(row, way)
        column = way.column
        if column is None:
            column, self.column_of[way.lone] = self.column_of[way.lone], None
        self._shift(column, way.row_before)

    def _way_from(self, row: int) -> _Way:
        """The cheapest way from a row to a free column, or to a row that is best left alone."""
        way = _Way(length=self.row_price[row], lone=row)
        done: set[int] = set()
        heap: list[tuple[int, int]] = []
        far = 0
        while True:
            for column, weight in self.rows[row].items():
                further = far + self.row_price[row] + self.column_price[column] - weight
                if column not in done and further < way.distance.get(column, way.length + 1):
                    way.distance[column], way.row_before[column] = further, row
                    heappush(heap, (further, column))
            while heap and heap[0][1] in done:
                heappop(heap)
            if not heap or heap[0][0] > way.length:
                return way
            far, column = heappop(heap)
            done.add(column)
            mate = self.row_of[column]
            if mate is None:
                way.length, way.column = far, column
                return way
            row = mate
            if (far + self.row_price[row], -row) < (way.length, -way.lone):
                way.length, way.lone = far + self.row_price[row], row

    def _reprice(self, start: int, way: _Way) -> None:
        """Keep the promise on prices along all ways that are shorter than the one taken."""
        self.row_price[start] -= way.length
        for column, far in way.distance.items():
            mate = self.row_of[column]
            if far < way.length:
                self.column_price[column] += way.length - far
                if mate is not None:
                    self.row_price[mate] -= way.length - far

    def _shift(self, column: int | None, row_before: Edges) -> None:
        """Give the column to the row before it on the way, that row's column to the one before, and so on."""
        while column is not None:
            row = row_before[column]
            freed, self.column_of[row] = self.column_of[row], column
            self.row_of[column] = row
            column = freed
