"""The margin lanes of marks that run over several paragraphs.

Called by the page. Such a stripe must not jump from lane to lane where a paragraph begins, so its lane
is chosen once, in text order, and kept while the mark lives; a new mark takes the lowest one free.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.gui.reader.lanes import sweep_lanes
from annotator.gui.reader.marks_index import place_of
from annotator.records import ClaimRecord, MarkRecord, MentionRecord, PassageRecord


def topics_of(mark: MarkRecord | None) -> tuple[str, ...]:
    """The topics that a mark stands for in the margin: a passage's one, a claim's several."""
    if isinstance(mark, PassageRecord):
        return (mark.topic,)
    if isinstance(mark, ClaimRecord):
        return tuple(topic.topic for topic in mark.topics)
    return ()


class LongLanes:
    """Lanes by mark and topic; marks within one paragraph have none here."""

    def __init__(self, marks: Iterable[MarkRecord]) -> None:
        long = [mark for mark in marks if _is_long(mark)]
        self._stretches = {mark.id: place_of(mark)[:2] for mark in long}
        keys = [(mark.id, topic) for mark in long for topic in topics_of(mark)]
        lanes = sweep_lanes([self._stretches[mark] for mark, _ in keys])
        self._lanes = dict(zip(keys, lanes, strict=True))

    def lane(self, mark: str, topic: str) -> int | None:
        """The lane of a long mark's stripe, None for a mark within one paragraph."""
        return self._lanes.get((mark, topic))

    def put(self, mark: MarkRecord) -> None:
        """Take in a new or changed mark."""
        self.drop(mark.id)
        if not _is_long(mark):
            return
        start, end = self._stretches[mark.id] = place_of(mark)[:2]
        taken = {
            lane
            for (other, _), lane in self._lanes.items()
            if self._stretches[other][0] < end and start < self._stretches[other][1]
        }
        for topic in topics_of(mark):
            lane = next(number for number in range(len(taken) + 1) if number not in taken)
            self._lanes[mark.id, topic] = lane
            taken.add(lane)

    def drop(self, mark: str) -> None:
        """Forget a mark."""
        if self._stretches.pop(mark, None) is not None:
            self._lanes = {key: lane for key, lane in self._lanes.items() if key[0] != mark}


def _is_long(mark: MarkRecord) -> bool:
    if type(mark) is MentionRecord or (type(mark) is ClaimRecord and not mark.topics):
        return False
    # Asked once for each mark of an article: most have one part.
    parts = mark.parts
    return "\n" in parts[0].quote or (len(parts) > 1 and any("\n" in part.quote for part in parts))
