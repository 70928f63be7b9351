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
from annotator.text import spelled

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ALIKE = 86.0
"""From 0 to 100: pairs that are less alike are not worth a look."""
MOST_PAIRS = 300
_LARGEST_BLOCK = 60
"""Speakers that share a beginning; a beginning that more of them share says nothing."""
_BEGINNING = 4
_PART, _INITIALS, _SHORT = 89.0, 88.0, 87.0
"""How likely each way of being alike is, beside names that are spelled alike."""
_OTHER_KIND = 97.0
"""A person and an organisation are less likely one: “Ministry of Harbours” is not “Minister of Harbours”."""
_SMALL_WORDS = frozenset(["of", "for", "and", "the", "de", "des", "du", "der", "und", "y", "e", "a", "al"])


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
    """Two speakers who may be one. likeness: 0 to 100.

    why: "identifier", "name" (spelled alike), "part" (the one name is within the other), "initials" (Mira and M.)
    or "short" (the one is made of the other's first letters).
    """

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
    names = {id_: list(dict.fromkeys(map(spelled, (each.name, *each.aliases[:5])))) for id_, each in known.items()}
    described = {
        id_: {spelled(alias) for alias in each.aliases[:5] if alias[:1].islower()} for id_, each in known.items()
    }
    found: dict[tuple[str, str], Alike] = {}
    for first, second in _pairs(known, names):
        if (first, second) not in found and (
            pair := _compare(known[first], known[second], names, described)
        ) is not None:
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
    """What names that are alike have in common: beginnings of words, of the first and last; initials; first letters."""
    words = name.split()
    yield from (word[:_BEGINNING] for word in words if len(word) > 2)
    yield f"={_first_letters(words) or name}"
    if len(words) > 1:
        ends = sorted((words[0], words[-1]))
        yield f"{ends[0][:3]} {ends[1][:3]}"
        yield f"{words[0][0]} {words[-1]}"


def _compare(
    first: SpeakerRecord, second: SpeakerRecord, names: dict[str, list[str]], described: dict[str, set[str]]
) -> Alike | None:
    from rapidfuzz import fuzz  # 15 ms, not when the screen opens

    for scheme in first.identifiers.keys() & second.identifiers.keys():
        same = first.identifiers[scheme] == second.identifiers[scheme]
        return Alike(first.id, second.id, 100.0, "identifier") if same else None
    one_names, other_names = names[first.id], names[second.id]
    least = _OTHER_KIND if {first.kind, second.kind} == {"person", "organisation"} else ALIKE
    # “the minister” is said of many: it tells something beside a name, and nothing beside another “the minister”.
    loose, others_loose = described[first.id], described[second.id]
    both = [(one, other) for one in one_names for other in other_names]
    if loose and others_loose:
        both = [(one, other) for one, other in both if one not in loose or other not in others_loose]
    best = max((fuzz.token_sort_ratio(one, other, score_cutoff=least) for one, other in both), default=0.0)
    if best >= least:
        return Alike(first.id, second.id, best, "name")
    if least == ALIKE:
        for why, likeness, test in (("part", _PART, _is_part), ("initials", _INITIALS, _by_initials)):
            if any(test(one, other) for one, other in both):
                return Alike(first.id, second.id, likeness, why)
        if "person" not in (first.kind, second.kind) and any(_is_short(one, other) for one, other in both):
            return Alike(first.id, second.id, _SHORT, "short")
    return None


def _is_part(one: str, other: str) -> bool:
    """“Mira Okafor” and “Mira Adaeze Okafor”: all words of the one, at least two, are in the other."""
    fewer, more = sorted((set(one.split()), set(other.split())), key=len)
    return len(fewer) > 1 and fewer < more and max(map(len, fewer)) > 2


def _first_letters(words: list[str]) -> str:
    """The first letters of the words that matter; empty for fewer than two."""
    letters = [word[0] for word in words if word not in _SMALL_WORDS]
    return "".join(letters) if len(letters) > 1 else ""


def _is_short(one: str, other: str) -> bool:
    """“UN” and “United Nations”."""
    return (" " not in one and one == _first_letters(other.split())) or (
        " " not in other and other == _first_letters(one.split())
    )


def _by_initials(one: str, other: str) -> bool:
    """“M. Okafor” and “Mira Okafor”: the last words are the same, the first begin alike, one of them is cut."""
    *first, last = one.split() or [""]
    *second, end = other.split() or [""]
    if not first or not second or last != end or len(last) < 3:
        return False
    shorter, longer = sorted((first[0], second[0]), key=len)
    return len(shorter) == 1 and longer.startswith(shorter)
