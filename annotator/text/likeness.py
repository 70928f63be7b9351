"""Which texts are nearly the same: a wire report printed by several papers, cut and lightly edited.

Asked by the question after near copies. Texts are compared by the runs of five words that they share
(shingles: Broder, "On the resemblance and containment of documents", 1997); of these every eighth is kept,
chosen by its hash, so that the same ones are kept of every text. What counts is containment, the share of
the shorter text's runs that the longer one has too: a copy that was cut to half its length is still a copy.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from zlib import crc32

RUN_WORDS = 5
RUN_CHARACTERS = 12
"""The run where no spaces part the words, as in Chinese or Thai."""
KEPT = 8
"""One run in so many is kept."""
FEWEST_KEPT = 4
"""Texts with fewer kept runs, of some 40 words and less, are compared with none."""
LIKE = 0.6
"""Containment from which two texts are near copies of each other: 0 nothing shared, 1 the one in the other."""
MOST_SHARING = 100
"""A run in more texts than this is a formula of the trade, such as a footer, and tells nothing."""
_WORD = re.compile(r"\w+")
_LONG_WORDS = 12


def sample(text: str) -> frozenset[int]:
    """The hashes of the kept runs of a text; empty where it is too short to be compared."""
    words = _WORD.findall(text.casefold())
    if words and sum(map(len, words)) > _LONG_WORDS * len(words):
        letters = "".join(words)
        runs = [letters[start : start + RUN_CHARACTERS] for start in range(len(letters) - RUN_CHARACTERS + 1)]
    else:
        runs = [" ".join(words[start : start + RUN_WORDS]) for start in range(len(words) - RUN_WORDS + 1)]
    kept = frozenset(mark for run in runs if not (mark := crc32(run.encode())) % KEPT)
    return kept if len(kept) >= FEWEST_KEPT else frozenset()


def near_copies(texts: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Groups of near copies among (id, text), each in the order given, and the groups by their first.

    A text that is like two others brings them together, however unlike these are.
    """
    samples: dict[str, frozenset[int]] = {}
    having: defaultdict[int, list[str]] = defaultdict(list)
    for identity, text in texts:
        samples[identity] = sample(text)
        for run in samples[identity]:
            having[run].append(identity)
    leader = {identity: identity for identity in samples}

    def first(identity: str) -> str:
        while leader[identity] != identity:
            leader[identity] = identity = leader[leader[identity]]
        return identity

    place = {identity: number for number, identity in enumerate(samples)}
    for one, other in _pairs(samples, having, place):
        ahead, behind = sorted((first(one), first(other)), key=place.__getitem__)
        leader[behind] = ahead
    groups: dict[str, list[str]] = {}
    for identity in samples:
        groups.setdefault(first(identity), []).append(identity)
    return [group for group in groups.values() if len(group) > 1]


def _pairs(
    samples: dict[str, frozenset[int]], having: dict[int, list[str]], place: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """The pairs that are like each other. Only texts that share a run are looked at."""
    for identity, runs in samples.items():
        shared = Counter(
            other
            for run in runs
            if 1 < len(having[run]) <= MOST_SHARING
            for other in having[run]
            if place[other] > place[identity]
        )
        for other, count in shared.items():
            if count >= LIKE * min(len(runs), len(samples[other])):
                yield identity, other
