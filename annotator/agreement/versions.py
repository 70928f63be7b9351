"""What each version of a claim says that not all versions say: what a reviewer is shown.

Called by the Review screen. Pure: it compares the claims that it is given, and names no winner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from annotator.records import ClaimRecord, Part

Stretch = tuple[int, int]


class Unlike(Struct, frozen=True):
    """What is particular to one version: numbers of its speakers and topics, stretches of its words and cue.

    fields: keys answered otherwise or by this version only.
    """

    speakers: frozenset[int] = frozenset()
    topics: frozenset[int] = frozenset()
    words: tuple[Stretch, ...] = ()
    cue: tuple[Stretch, ...] = ()
    quotation: bool = False
    fields: frozenset[str] = frozenset()


def unlike(version: ClaimRecord, versions: Sequence[ClaimRecord]) -> Unlike:
    """What of the version is not in all of the versions, which it is one of."""
    speakers = [{(each.speaker, each.role) for each in claim.speakers} for claim in versions]
    topics = [{(each.topic, each.stance) for each in claim.topics} for claim in versions]
    answers = [(key, claim.fields.get(key)) for claim in versions for key in claim.fields]
    return Unlike(
        speakers=frozenset(
            number
            for number, each in enumerate(version.speakers)
            if any((each.speaker, each.role) not in some for some in speakers)
        ),
        topics=frozenset(
            number
            for number, each in enumerate(version.topics)
            if any((each.topic, each.stance) not in some for some in topics)
        ),
        words=_within(differing(claim.parts for claim in versions), version.parts),
        cue=_within(differing(claim.cue for claim in versions), version.cue),
        quotation=len({claim.quotation for claim in versions}) > 1,
        fields=frozenset(key for key in version.fields if answers.count((key, version.fields[key])) < len(versions)),
    )


def differing(versions: Iterable[Sequence[Part]]) -> tuple[Stretch, ...]:
    """The stretches of the text that some but not all versions cover, in its order; none overlaps another."""
    some = list(versions)
    change: Counter[int] = Counter()
    for parts in some:
        for part in parts:
            change[part.start] += 1
            change[part.end] -= 1
    found: list[Stretch] = []
    covered = last = 0
    for offset in sorted(change):
        if 0 < covered < len(some) and offset > last:
            if found and found[-1][1] == last:
                found[-1] = (found[-1][0], offset)
            else:
                found.append((last, offset))
        covered += change[offset]
        last = offset
    return tuple(found)


def _within(stretches: Sequence[Stretch], parts: Sequence[Part]) -> tuple[Stretch, ...]:
    """What of the stretches lies in the parts."""
    return tuple(
        (max(start, part.start), min(end, part.end))
        for part in parts
        for start, end in stretches
        if start < part.end and part.start < end
    )
