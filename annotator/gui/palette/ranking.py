"""Which entries are likest to what is typed: its beginning, its words in any order, then near misses.

Used by the palette's model alone. Works on numbers of rows; 25,000 rows take a few milliseconds a key.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.gui.matching import Narrowing, Ranking
from annotator.text import folded

NEAR = 75
"""Of 100: how like a name must be that holds not all that was typed."""
MOST_NEAR = 12
ENOUGH = 200
"""Hits after which no further ones are looked for: nobody reads on."""


class Likeness(Ranking):
    """Rows with names and other words, best first; of those that begin alike the ones taken last."""

    def __init__(self, names: Sequence[str], others: Sequence[Sequence[str]], recent: Sequence[int]) -> None:
        """recent: rows that were taken last, latest first."""
        super().__init__(names, others)
        self._recent = recent
        self._narrowing: Narrowing | None = None

    def ranked(self, query: str) -> list[int]:
        """The rows for what is typed."""
        hits = super().ranked(query)
        if len(hits) < ENOUGH:
            hits = [*hits, *self._in_any_order(query, set(hits))]
        if not hits:
            return self._near(query)
        needle = " " + folded(query)
        early = [row for row in self._recent if needle in " " + folded(self._given_names[row])]
        first = set(early)
        return [*early, *(row for row in hits if row not in first)] if early else hits

    def _in_any_order(self, query: str, known: set[int]) -> list[int]:
        if len(query.split()) < 2:
            return []
        if self._narrowing is None:
            pairs = zip(self._given_names, self._given_others, strict=True)
            self._narrowing = Narrowing([" ".join((name, *others)) for name, others in pairs])
        return [row for row in self._narrowing.hits(query) if row not in known]

    def _near(self, query: str) -> list[int]:
        """Names with a letter wrong or left out."""
        from rapidfuzz import fuzz, process

        if len(query) < 3:
            return []
        found = process.extract(
            query, self._given_names, scorer=fuzz.WRatio, processor=str.casefold, limit=MOST_NEAR, score_cutoff=NEAR
        )
        return [row for _, _, row in found]
