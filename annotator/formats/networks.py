"""Networks of speakers and topics, counted from the claims of an annotation set.

Used by the formats that write graphs and matrices. Two modes: a speaker and a topic are tied by the claims
in which the speaker asserts something on the topic. One mode: two speakers are congruent once for each topic
and side (supports, opposes) that both take, and in conflict once for each topic on which one supports and the
other opposes; a speaker who takes both sides counts on both. Only who says a claim, or on whose behalf it is
said, holds it: not who reports it or is addressed. It writes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from annotator.formats import Progress
from annotator.formats.names import Names
from annotator.records import ClaimRecord, Record, kind_of

HOLDING = frozenset({"says", "on_behalf_of"})
"""The roles in which a speaker holds a claim."""

STANCES = ("supports", "opposes", "neutral", "unclear", "none")
"""The sides that ties are counted by; “none” where the claim has no stance on the topic."""

LOSES = (
    "codebook", "annotator", "field", "article", "proposition", "mention", "claim", "passage", "review", "comment",
    "progress", "assignment",
)  # fmt: skip
"""What networks do not carry. Of claims, those without a speaker who holds them or without a topic."""

_RECORDS_AT_ONCE = 1000

Pair = tuple[str, str]


class Network:
    """Who says how much on what. Ids are those of the speakers and topics that others were merged into."""

    def __init__(self) -> None:
        self.names = Names()
        self.ties: defaultdict[Pair, Counter[str]] = defaultdict(Counter)
        """(speaker, topic) -> claims by stance."""
        self.claims_of_speaker: Counter[str] = Counter()
        self.claims_on_topic: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.loses: Counter[str] = Counter()

    def take_all(self, records: Iterable[Record], progress: Progress) -> None:
        """Count all claims; records come in the contract's order."""
        for done, record in enumerate(records, 1):
            self._take(record)
            if not done % _RECORDS_AT_ONCE:
                progress(done)
        self.counts["speaker"] = len(self.claims_of_speaker)
        self.counts["topic"] = len(self.claims_on_topic)

    def _take(self, record: Record) -> None:
        self.names.take(record)
        kind = kind_of(record)
        if isinstance(record, ClaimRecord) and self._tie(record):
            self.counts["claim"] += 1
        elif kind in LOSES:
            self.loses[kind] += 1

    def _tie(self, claim: ClaimRecord) -> bool:
        """Whether the claim ties anybody to anything. A side of a tie is counted once a claim."""
        holders = dict.fromkeys(each.speaker for each in claim.speakers if each.role in HOLDING)
        people = dict.fromkeys(who.id for each in holders if (who := self.names.speaker(each)))
        sides = dict.fromkeys(
            (what.id, each.stance or "none") for each in claim.topics if (what := self.names.topic(each.topic))
        )
        if not people or not sides:
            return False
        self.claims_of_speaker.update(people.keys())
        self.claims_on_topic.update({topic for topic, _ in sides})
        for speaker in people:
            for topic, stance in sides:
                self.ties[speaker, topic][stance] += 1
        return True

    def speakers(self) -> list[str]:
        """The speakers of the network, by name and id."""
        return sorted(self.claims_of_speaker, key=lambda each: (self.names.speaker_name(each), each))

    def topics(self) -> list[str]:
        """The topics of the network, by path and id."""
        return sorted(self.claims_on_topic, key=lambda each: (self.names.topic_path(each), each))

    def congruence(self) -> dict[Pair, int]:
        """Pair of speakers, in the order of `speakers` -> topics and sides that both take."""
        found: Counter[Pair] = Counter()
        for holders in self._sides().values():
            for side in holders.values():
                found.update(combinations(side, 2))
        return dict(found)

    def conflict(self) -> dict[Pair, int]:
        """Pair of speakers, in the order of `speakers` -> topics on which they take different sides."""
        place = {speaker: number for number, speaker in enumerate(self.speakers())}
        found: Counter[Pair] = Counter()
        for holders in self._sides().values():
            pairs = {
                (one, other) if place[one] < place[other] else (other, one)
                for one in holders["supports"]
                for other in holders["opposes"]
                if one != other
            }
            found.update(pairs)
        return dict(found)

    def _sides(self) -> dict[str, dict[str, list[str]]]:
        """Topic -> side -> the speakers who take it, in the order of `speakers`."""
        on: defaultdict[str, set[str]] = defaultdict(set)
        for (speaker, topic), stances in self.ties.items():
            if stances["supports"] or stances["opposes"]:
                on[topic].add(speaker)
        order = self.speakers()
        return {
            topic: {
                side: [each for each in order if each in on[topic] and self.ties[each, topic][side]]
                for side in ("supports", "opposes")
            }
            for topic in sorted(on)
        }
