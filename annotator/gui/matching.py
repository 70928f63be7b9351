"""Narrowing a list while somebody types: letters folded, words ranked, in a few milliseconds for 20,000 rows.

Called by the type-ahead list and by the filters of articles, speakers and topics. Knows neither records
nor widgets: it works on numbers of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.text import folded, plain_letters

PATH_PARTING = " › "
"""Between the names of a path; only the last of them is the row's own."""


def _folded_all(texts: Sequence[str]) -> list[str]:
    # In one go: a call for each of 20,000 short texts would take ten times as long.
    lines = "\n".join(texts).casefold()
    if lines.count("\n") != len(texts) - 1:
        lines = "\n".join([" ".join(text.split()) for text in texts]).casefold()
    return plain_letters(lines).split("\n")


class Narrowing:
    """Rows that hold what is typed; a longer query looks only through what the shorter one found."""

    def __init__(self, texts: Sequence[str]) -> None:
        """texts: one a row, everything that the row may be found by."""
        self._haystacks = _folded_all(texts) if texts else []
        self._query = ""
        self._hits: list[int] = list(range(len(texts)))

    def hits(self, query: str) -> list[int]:
        """The rows that hold every word of the query, in their order."""
        query = folded(query)
        if not query.startswith(self._query):
            self._hits = list(range(len(self._haystacks)))
        haystacks = self._haystacks
        for word in query.split():
            self._hits = [row for row in self._hits if word in haystacks[row]]
        self._query = query
        return self._hits


class Ranking:
    """Rows with a name and other names, best first: own name, whole path, word of the name, other name, anywhere.

    Where a name is a path, the beginning of its last part counts most: a parent stands before its children.

    The folded texts are made by the first question or by `prepare`, so that opening a list costs nothing.
    """

    def __init__(self, names: Sequence[str], others: Sequence[Sequence[str]]) -> None:
        """names, others: one a row; others are aliases and whatever else a row may be found by."""
        self._given_names, self._given_others = names, others
        self._names: list[str] = []
        self._others: list[str] = []
        self._query = ""
        self._hits: list[int] = list(range(len(names)))

    def ranked(self, query: str) -> list[int]:
        """Rows that match the query; among equals in their order. An empty query finds all."""
        query = folded(query)
        if not query.startswith(self._query) or not query:
            self._hits = list(range(len(self._given_names)))
        self._query = query
        if not query:
            return self._hits
        self.prepare()
        names, others = self._names, self._others
        self._hits = [row for row in self._hits if query in names[row] or query in others[row]]
        return self._ordered(query)

    def prepare(self) -> None:
        """Fold the texts, once; worth calling in a spare moment before the first key."""
        if self._names or not self._given_names:
            return
        # A space before each text and each alias, so that the beginning of a name is the beginning of a word.
        self._names = [f" {name}" for name in _folded_all(self._given_names)]
        self._others = _folded_all([" \x1f ".join(("", *others)) for others in self._given_others])

    def _ordered(self, query: str) -> list[int]:
        names, others, needle, parting = self._names, self._others, " " + query, PATH_PARTING.strip()
        tests: tuple[Callable[[int], bool], ...] = (
            lambda row: names[row].startswith(needle, names[row].rfind(parting) + 1),
            lambda row: names[row].startswith(needle),
            lambda row: needle in names[row],
            lambda row: needle in others[row],
        )
        left, ranked = self._hits, list[int]()
        for test in tests:
            found = [row for row in left if test(row)]
            if found:
                ranked += found
                taken = set(found)
                left = [row for row in left if row not in taken]
        return ranked + left


class WordLikeness:
    """Rows of whole sentences by likeness of words: those that hold all that is typed, then those alike.

    Has the face of `Ranking`, for lists in which nobody remembers how a sentence begins.
    """

    ALIKE = 55.0
    """From 0 to 100: what is less alike is not shown."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._given = texts
        self._folded: list[str] = []

    def prepare(self) -> None:
        """Fold the texts, once."""
        if not self._folded and self._given:
            self._folded = _folded_all(self._given)

    def ranked(self, query: str) -> list[int]:
        """Rows that match the query, likest first. An empty query finds all in their order."""
        query = folded(query)
        if not query:
            return list(range(len(self._given)))
        self.prepare()
        words = query.split()
        whole = [row for row, text in enumerate(self._folded) if all(word in text for word in words)]
        taken = set(whole)
        return whole + [row for row in self.alike(query) if row not in taken]

    def alike(self, words: str) -> list[int]:
        """Rows whose words are like these, likest first; at most 200."""
        from rapidfuzz import fuzz, process

        self.prepare()
        found = process.extract(
            folded(words), self._folded, scorer=fuzz.token_set_ratio, limit=200, score_cutoff=self.ALIKE
        )
        return [row for _, _, row in found]
