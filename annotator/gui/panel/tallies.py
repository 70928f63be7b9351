"""How many marks of the open article are about each topic, and whose claims it holds.

Kept by the panel for its lists of speakers and topics, mark by mark, so that a new one costs no new count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from annotator.gui.panel.display import Display
from annotator.records import ClaimRecord, MarkRecord, MentionRecord


class Tallies:
    """Merged speakers and topics count for the winner, each once a mark."""

    def __init__(self) -> None:
        self._claims_of: Counter[str] = Counter()
        self._mentions_of: Counter[str] = Counter()
        self._about: Counter[str] = Counter()
        self._display = Display()

    def speakers(self) -> Mapping[str, int]:
        """Speaker -> claims; 0 for those who are mentioned only."""
        return dict.fromkeys(self._mentions_of, 0) | self._claims_of

    def topics(self) -> Mapping[str, int]:
        """Topic -> claims and passages."""
        return dict(self._about)

    def count(self, marks: Iterable[MarkRecord], display: Display) -> None:
        """Begin anew. Marks with the same speakers, or topics, are looked up once together."""
        self._display = display
        self._claims_of, self._mentions_of, self._about = Counter(), Counter(), Counter()
        named, about = Counter[tuple[bool, tuple[str | None, ...]]](), Counter[tuple[str, ...]]()
        for mark in marks:
            named[isinstance(mark, ClaimRecord), speakers_of(mark)] += 1
            about[topics_of(mark)] += 1
        for (is_claim, speakers), number in named.items():
            self._add_speakers(speakers, number, is_claim=is_claim)
        for topics, number in about.items():
            self._add_topics(topics, number)

    def add(self, mark: MarkRecord, by: int = 1) -> None:
        """One mark more, or with -1 one less."""
        self._add_speakers(speakers_of(mark), by, is_claim=isinstance(mark, ClaimRecord))
        self._add_topics(topics_of(mark), by)

    def _add_speakers(self, ids: Iterable[str | None], by: int, *, is_claim: bool) -> None:
        _add(
            self._claims_of if is_claim else self._mentions_of,
            {who.id for id_ in ids if (who := self._display.speaker(id_)) is not None},
            by,
        )

    def _add_topics(self, ids: Iterable[str], by: int) -> None:
        _add(self._about, {what.id for id_ in ids if (what := self._display.topic(id_)) is not None}, by)


def _add(counts: Counter[str], ids: Iterable[str], by: int) -> None:
    for id_ in ids:
        counts[id_] += by
        if not counts[id_]:
            del counts[id_]


def speakers_of(mark: MarkRecord) -> tuple[str | None, ...]:
    """Who asserts a claim, or whom a mention names."""
    if isinstance(mark, ClaimRecord):
        return tuple([one.speaker for one in mark.speakers])
    return (mark.speaker,) if isinstance(mark, MentionRecord) else ()


def topics_of(mark: MarkRecord) -> tuple[str, ...]:
    """What a claim or passage is about."""
    if isinstance(mark, ClaimRecord):
        return tuple([one.topic for one in mark.topics])
    return () if isinstance(mark, MentionRecord) else (mark.topic,)
