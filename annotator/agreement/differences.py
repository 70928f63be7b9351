"""In what the versions of one claim differ, and how far.

Called by the question about disagreements, with claims that were matched and whose merged speakers and
topics are resolved. Every difference is a mean distance over all pairs of annotators, from 0 (the same) to 1
(nothing in common), times what a difference of its kind weighs for the reader of the result. It does not
say who is right.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations
from typing import Literal

from annotator.agreement.matching import shared_characters
from annotator.records import ClaimRecord, ClaimSpeaker, MentionRecord, Part

DifferenceKind = Literal["boundary", "missing", "speaker", "role", "cue", "topic", "stance", "quotation", "field"]

KINDS: tuple[DifferenceKind, ...] = (
    "boundary", "missing", "speaker", "role", "cue", "topic", "stance", "quotation", "field",
)  # fmt: skip
# A claim that nobody else saw, or another speaker, changes a result more than a word at its edge.
WEIGHTS: dict[DifferenceKind, float] = {
    "missing": 1.0, "speaker": 0.9, "stance": 0.85, "topic": 0.8, "boundary": 0.7, "role": 0.6, "quotation": 0.4,
    "field": 0.35, "cue": 0.3,
}  # fmt: skip
OPPOSITE = {"supports", "opposes"}
Mentions = Mapping[str, MentionRecord]


def differences(claims: Sequence[ClaimRecord], annotators: int, mentions: Mentions) -> dict[DifferenceKind, float]:
    """The kinds in which the claims of one group differ, with the severity of each, above 0 and at most 1.

    annotators: how many worked on the article; who has no claim in the group makes it `missing`. mentions:
    by id, for speakers whom only words in the text stand for.
    """
    found: dict[DifferenceKind, float] = {}
    have = len({claim.annotator for claim in claims})
    if have < annotators:
        # Of all pairs of annotators those in which one has the claim and the other has not.
        found["missing"] = have * (annotators - have) / (annotators * (annotators - 1) / 2)
    pairs = [(one, other) for one, other in combinations(claims, 2) if one.annotator != other.annotator]
    if pairs:
        for kind, distance in _DISTANCES.items():
            mean = sum(distance(one, other, mentions) for one, other in pairs) / len(pairs)
            if mean:
                found[kind] = mean
    return {kind: round(max(found[kind] * WEIGHTS[kind], 0.001), 3) for kind in KINDS if kind in found}


def _boundary(one: ClaimRecord, other: ClaimRecord, _mentions: Mentions) -> float:
    return _words_apart(one.parts, other.parts)


def _cue(one: ClaimRecord, other: ClaimRecord, _mentions: Mentions) -> float:
    return _words_apart(one.cue, other.cue)


def _words_apart(one: Sequence[Part], other: Sequence[Part]) -> float:
    """The share of the covered code points that only one covers; other parts of the same words count a little."""
    if one == other:
        return 0.0
    shared = shared_characters(one, other)
    covered = sum(part.end - part.start for part in (*one, *other)) - shared
    return max(1 - shared / covered, 0.01)


def _speaker(one: ClaimRecord, other: ClaimRecord, mentions: Mentions) -> float:
    if one.speakers == other.speakers:
        return 0.0
    return _apart(set(_roles(one, mentions)), set(_roles(other, mentions)))


def _role(one: ClaimRecord, other: ClaimRecord, mentions: Mentions) -> float:
    if one.speakers == other.speakers:
        return 0.0
    mine, theirs = _roles(one, mentions), _roles(other, mentions)
    return _share([mine[each] != theirs[each] for each in mine.keys() & theirs.keys()])


def _roles(claim: ClaimRecord, mentions: Mentions) -> dict[str, set[str]]:
    """The roles of each speaker of a claim."""
    found: dict[str, set[str]] = {}
    for each in claim.speakers:
        found.setdefault(_named(each, mentions), set()).add(each.role)
    return found


def _named(said: ClaimSpeaker, mentions: Mentions) -> str:
    """The speaker, or the words that stand for them where nobody said who they are."""
    mention = mentions.get(said.mention or "")
    if said.speaker or mention is None:
        return said.speaker or ""
    return mention.speaker or "".join(part.quote for part in mention.parts).casefold()


def _topic(one: ClaimRecord, other: ClaimRecord, _mentions: Mentions) -> float:
    if one.topics == other.topics:
        return 0.0
    return _apart({each.topic for each in one.topics}, {each.topic for each in other.topics})


def _stance(one: ClaimRecord, other: ClaimRecord, _mentions: Mentions) -> float:
    if one.topics == other.topics:
        return 0.0
    mine = {each.topic: each.stance for each in one.topics}
    theirs = {each.topic: each.stance for each in other.topics}
    return _share([_sides_apart(mine[each], theirs[each]) for each in mine.keys() & theirs.keys()])


def _sides_apart(one: str | None, other: str | None) -> float:
    if one == other:
        return 0.0
    return 1.0 if {one, other} == OPPOSITE else 0.5


def _quotation(one: ClaimRecord, other: ClaimRecord, _mentions: Mentions) -> float:
    return float(one.quotation != other.quotation)


def _field(one: ClaimRecord, other: ClaimRecord, _mentions: Mentions) -> float:
    if one.fields == other.fields:
        return 0.0
    answered = {key for fields in (one.fields, other.fields) for key, value in fields.items() if not _empty(value)}
    return _share([_answer(one, key) != _answer(other, key) for key in answered])


def _answer(claim: ClaimRecord, key: str) -> object:
    value = claim.fields.get(key)
    return None if _empty(value) else value


def _empty(value: object) -> bool:
    return value is None or value in ("", [], {})


def _apart(one: set[Hashable] | set[str], other: set[Hashable] | set[str]) -> float:
    """The Jaccard distance of two sets."""
    together = one | other
    return 1 - len(one & other) / len(together) if together else 0.0


def _share(distances: Sequence[float]) -> float:
    return sum(distances) / len(distances) if distances else 0.0


_DISTANCES: dict[DifferenceKind, Callable[[ClaimRecord, ClaimRecord, Mentions], float]] = {
    "boundary": _boundary,
    "speaker": _speaker,
    "role": _role,
    "cue": _cue,
    "topic": _topic,
    "stance": _stance,
    "quotation": _quotation,
    "field": _field,
}
