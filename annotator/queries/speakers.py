"""The registry of speakers as a whole: how often each is named, what a merge would touch, likely duplicates.

Asked by the Codebook screen before and after merges. Merged speakers count under the one that they became.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import func, select

from annotator.errors import ChangeError
from annotator.model.rows import speaker_from
from annotator.model.tables import ANNOTATOR, CLAIM_SPEAKER, MARK, SPEAKER
from annotator.queries.marks import winners
from annotator.records import SpeakerRecord
from annotator.sentences import term, worded
from annotator.text import folded

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ALIKE = 86.0
"""From 0 to 100: pairs that are less alike are not worth a look."""
MOST_PAIRS = 300
_LARGEST_BLOCK = 60
"""Speakers that share a beginning; a beginning that more of them share says nothing."""
_BEGINNING = 4


class SpeakerCounts(Struct, frozen=True):
    """How many claims and mentions of everybody name a speaker."""

    claims: int = 0
    mentions: int = 0


class MergePreview(Struct, frozen=True):
    """What a merge of speakers would do, before it is done. Marks are counted, none is rewritten.

    annotators: names of those whose marks will show the winner instead. differences: sentences on what
    speaks against the two being one.
    """

    loser: SpeakerRecord
    winner: SpeakerRecord
    claims: int
    mentions: int
    articles: int
    annotators: tuple[str, ...]
    new_aliases: tuple[str, ...]
    differences: tuple[str, ...]


class Alike(Struct, frozen=True):
    """Two speakers who may be one. likeness: 0 to 100. why: "identifier", "name" or "initials"."""

    first: str
    second: str
    likeness: float
    why: str


def speaker_counts(session: Session) -> dict[str, SpeakerCounts]:
    """Counts of all who are named anywhere, by id."""
    merged = winners(session, SPEAKER)
    claims, mentions = Counter[str](), Counter[str]()
    per_claim = select(CLAIM_SPEAKER.c.speaker_id, func.count()).where(CLAIM_SPEAKER.c.speaker_id.is_not(None))
    per_mention = select(MARK.c.speaker_id, func.count()).where(MARK.c.speaker_id.is_not(None))
    for counts, query in (
        (claims, per_claim.group_by(CLAIM_SPEAKER.c.speaker_id)),
        (mentions, per_mention.group_by(MARK.c.speaker_id)),
    ):
        for id_, count in session.execute(query):
            assert id_ is not None
            counts[merged.get(id_, id_)] += count
    return {id_: SpeakerCounts(claims[id_], mentions[id_]) for id_ in claims.keys() | mentions.keys()}


def merge_preview(session: Session, loser_id: str, winner_id: str) -> MergePreview:
    """What merging the one into the other would do. Raises ChangeError for one speaker, or none."""
    merged = winners(session, SPEAKER)
    winner_id = merged.get(winner_id, winner_id)
    both = select(SPEAKER).where(SPEAKER.c.id.in_((loser_id, winner_id)))
    rows = {row.id: row for row in session.execute(both)}
    if loser_id not in rows or winner_id not in rows:
        raise ChangeError(worded("One of the two speakers is not in the project (any more)."))
    loser, winner = speaker_from(rows[loser_id]), speaker_from(rows[winner_id])
    if merged.get(loser_id, loser_id) == winner_id:
        raise ChangeError(worded("“{loser}” is this speaker already; choose two different ones.", loser=loser.name))
    ids = {loser_id, *(id_ for id_, end in merged.items() if end == loser_id)}
    claims = (
        select(CLAIM_SPEAKER.c.article_id, CLAIM_SPEAKER.c.mark_id)
        .where(CLAIM_SPEAKER.c.speaker_id.in_(ids))
        .distinct()
    )
    mentions = select(MARK.c.article_id, MARK.c.id).where(MARK.c.speaker_id.in_(ids))
    found = [session.execute(query).all() for query in (claims, mentions)]
    marks = claims.union(mentions).subquery()
    names = select(ANNOTATOR.c.name).distinct().join(MARK, MARK.c.annotator_id == ANNOTATOR.c.id)
    whose = names.join(marks, (marks.c.article_id == MARK.c.article_id) & (marks.c.mark_id == MARK.c.id))
    known = {winner.name, *winner.aliases}
    return MergePreview(
        loser,
        winner,
        claims=len(found[0]),
        mentions=len(found[1]),
        articles=len({row[0] for rows_ in found for row in rows_}),
        annotators=tuple(sorted(session.execute(whose).scalars())),
        new_aliases=tuple(dict.fromkeys(name for name in (loser.name, *loser.aliases) if name not in known)),
        differences=tuple(_differences(loser, winner)),
    )


def _differences(loser: SpeakerRecord, winner: SpeakerRecord) -> Iterator[str]:
    if loser.kind != winner.kind:
        yield worded("One is called “{one}”, the other “{other}”.", one=term(winner.kind), other=term(loser.kind))
    for scheme in sorted(loser.identifiers.keys() & winner.identifiers.keys()):
        one, other = winner.identifiers[scheme], loser.identifiers[scheme]
        if one != other:
            yield worded(
                "They have different identifiers in {scheme}: {one}, {other}.", scheme=scheme, one=one, other=other
            )


def alike(speakers: Iterable[SpeakerRecord]) -> list[Alike]:
    """Pairs of speakers who may be one, likeliest first; at most 300. Merged ones are left out.

    Only those are compared that share an identifier or a beginning. Asks the database nothing.
    """
    known = {each.id: each for each in speakers if each.merged_into is None}
    names = {id_: [folded(name) for name in (each.name, *each.aliases)][:6] for id_, each in known.items()}
    found: dict[tuple[str, str], Alike] = {}
    for first, second in _pairs(known, names):
        if (first, second) not in found and (pair := _compare(known[first], known[second], names)) is not None:
            found[first, second] = pair
    ranked = sorted(found.values(), key=lambda each: (-each.likeness, known[each.first].name, each.first, each.second))
    return ranked[:MOST_PAIRS]


def _pairs(known: dict[str, SpeakerRecord], names: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for id_, each in known.items():
        for key in dict.fromkeys(key for name in names[id_] for key in _keys(name)):
            blocks[key].append(id_)
        for scheme, value in each.identifiers.items():
            blocks[f"{scheme}={value}"].append(id_)
    for block in blocks.values():
        if len(block) <= _LARGEST_BLOCK:
            yield from combinations(sorted(block), 2)


def _keys(name: str) -> Iterator[str]:
    """What names that are alike have in common: the beginning of a word; of the first and last; an initial."""
    words = name.replace(",", " ").replace(".", " ").split()
    yield from (word[:_BEGINNING] for word in words if len(word) > 2)
    if len(words) > 1:
        ends = sorted((words[0], words[-1]))
        yield f"{ends[0][:3]} {ends[1][:3]}"
        yield f"{words[0][0]} {words[-1]}"


def _compare(first: SpeakerRecord, second: SpeakerRecord, names: dict[str, list[str]]) -> Alike | None:
    from rapidfuzz import fuzz  # 15 ms, not when the screen opens

    for scheme in first.identifiers.keys() & second.identifiers.keys():
        same = first.identifiers[scheme] == second.identifiers[scheme]
        return Alike(first.id, second.id, 100.0, "identifier") if same else None
    best = max(
        fuzz.token_sort_ratio(one, other, score_cutoff=ALIKE) for one in names[first.id] for other in names[second.id]
    )
    if best >= ALIKE:
        return Alike(first.id, second.id, best, "name")
    if any(_by_initials(one, other) for one in names[first.id] for other in names[second.id]):
        return Alike(first.id, second.id, 88.0, "initials")
    return None


def _by_initials(one: str, other: str) -> bool:
    """“M. Okafor” and “Mira Okafor”: the last words are the same, the first begin alike, one of them is cut."""
    *first, last = one.replace(".", " ").split() or [""]
    *second, end = other.replace(".", " ").split() or [""]
    if not first or not second or last != end or len(last) < 3:
        return False
    shorter, longer = sorted((first[0], second[0]), key=len)
    return len(shorter) == 1 and longer.startswith(shorter)
