"""The registry of speakers: made, changed, merged, deleted. Every function is one step of undo."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.actions.acting import clean_name, found
from annotator.errors import ChangeError, InvalidValue
from annotator.model import ClaimSpeaker, Mark, Speaker, new_id
from annotator.model.tables import SPEAKER
from annotator.queries.marks import winners
from annotator.records import SpeakerKind
from annotator.sentences import worded
from annotator.store import Store
from annotator.text import folded

KINDS: tuple[SpeakerKind, ...] = get_args(SpeakerKind)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
EDITABLE = frozenset({"name", "kind", "aliases", "affiliations", "identifiers", "note"})


def make_speaker(
    store: Store,
    name: str,
    *,
    kind: SpeakerKind = "person",
    speaker_id: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """A new speaker. Two of the same name are allowed: two people may share one."""
    with store.change(worded("New speaker"), by=by, origin=origin) as session:
        made = Speaker(id=speaker_id or new_id(), name=clean_name(name, "speaker"), kind=kind)
        session.add(made)
        return made.id


def edit_speaker(store: Store, speaker_id: str, *, by: str | None = None, origin: object = None, **values: Any) -> None:
    """Change name, kind, aliases, affiliations, identifiers or note; see the noun for their shapes.

    White space around words, empty ones and doubled aliases are left out. Raises InvalidValue.
    """
    label = worded("Rename speaker") if set(values) == {"name"} else worded("Change speaker")
    with store.change(label, by=by, origin=origin) as session:
        speaker = found(session, Speaker, speaker_id, "speaker")
        for name, value in values.items():
            if name not in EDITABLE:
                raise InvalidValue(worded("A speaker has no {name}.", name=name))
            setattr(speaker, name, _checked(speaker, name, value))


def _checked(speaker: Speaker, name: str, value: Any) -> Any:
    if name == "name":
        return clean_name(value, "speaker")
    if name == "kind" and value not in KINDS:
        raise InvalidValue(
            worded("A speaker cannot be a “{value}”; choose one of {kinds}.", value=value, kinds=", ".join(KINDS))
        )
    if name == "aliases":
        aliases: dict[str, str] = {}
        for each in value or ():
            aliases.setdefault(folded(each), " ".join(each.split()))
        return [each for each in aliases.values() if each] or None
    if name == "affiliations":
        return [_affiliation(each) for each in value or ()] or None
    return _identifiers(value or {}) if name == "identifiers" else value


def _identifiers(value: Mapping[str, Any] | Sequence[Sequence[str]]) -> dict[str, str] | None:
    """Scheme -> id. What lacks either is left out; a scheme is named once, or one of its ids would be lost."""
    pairs = value.items() if isinstance(value, Mapping) else value
    kept: dict[str, str] = {}
    for scheme, id_ in ((str(scheme).strip().lower(), str(id_).strip()) for scheme, id_ in pairs):
        if not scheme or not id_:
            continue
        if kept.setdefault(scheme, id_) != id_:
            raise InvalidValue(
                worded(
                    "There is an identifier in “{scheme}” already: {kept}. Change it, or say where “{id_}” is from.",
                    scheme=scheme,
                    kept=kept[scheme],
                    id_=id_,
                )
            )
    return kept or None


def _affiliation(value: Sequence[Any]) -> list[Any]:
    """[organisation, role, from, to], checked."""
    organisation, role, since, until = (" ".join(str(each or "").split()) for each in value)
    if not organisation:
        raise InvalidValue(worded("An affiliation needs the name of an organisation."))
    for day in (since, until):
        if day and not _is_date(day):
            raise InvalidValue(
                worded("“{date}” is no date; write a year, a month or a day: 2024, 2024-05 or 2024-05-01.", date=day)
            )
    shorter = min(len(since), len(until))
    if since and until and since[:shorter] > until[:shorter]:
        raise InvalidValue(
            worded(
                "The time at “{organisation}” ends ({until}) before it begins ({since}).",
                organisation=organisation,
                until=until,
                since=since,
            )
        )
    return [organisation, role or None, since or None, until or None]


def _is_date(text: str) -> bool:
    """Whether it is a year, a month or a day that there was."""
    try:
        return _DATE.fullmatch(text) is not None and bool(date.fromisoformat((text + "-01-01")[:10]))
    except ValueError:
        return False


def merge_speakers(
    store: Store, loser_id: str, winner_id: str, *, by: str | None = None, origin: object = None
) -> None:
    """Make one speaker of two. No mark is rewritten: the loser points at the winner.

    The loser's name and aliases become aliases of the winner, so that typing them finds it; its affiliations, and
    identifiers where the winner has none, become the winner's.
    """
    with store.change(worded("Merge speakers"), by=by, origin=origin) as session:
        merged = winners(session, SPEAKER)
        winner = found(session, Speaker, merged.get(winner_id, winner_id), "speaker")
        loser = found(session, Speaker, loser_id, "speaker")
        if winner.id == merged.get(loser.id, loser.id):
            raise ChangeError(worded("“{loser}” is this speaker already; choose two different ones.", loser=loser.name))
        _merge(loser, winner)


def merge_pairs(store: Store, pairs: Sequence[tuple[str, str]], *, by: str | None = None, origin: object = None) -> int:
    """Merge many pairs (loser, winner) as one step; pairs that became one by those before them are passed over.

    Returns how many speakers were merged.
    """
    done = 0
    with store.change(worded("Merge speakers"), by=by, origin=origin) as session:
        merged = winners(session, SPEAKER)
        for loser_id, winner_id in pairs:
            loser, winner = _standing(session, loser_id, merged), _standing(session, winner_id, merged)
            if loser.id != winner.id:
                _merge(loser, winner)
                merged[loser.id] = winner.id
                done += 1
    return done


def _standing(session: Session, speaker_id: str, merged: dict[str, str]) -> Speaker:
    """The speaker, or whom it was merged into in the end."""
    while speaker_id in merged:
        speaker_id = merged[speaker_id]
    return found(session, Speaker, speaker_id, "speaker")


def _merge(loser: Speaker, winner: Speaker) -> None:
    loser.merged_into_id = winner.id
    known = {winner.name, *(winner.aliases or [])}
    more = [name for name in (loser.name, *(loser.aliases or [])) if name not in known]
    winner.aliases = [*(winner.aliases or []), *dict.fromkeys(more)] or None
    held = winner.affiliations or []
    winner.affiliations = [*held, *(each for each in loser.affiliations or [] if each not in held)] or None
    winner.identifiers = ((loser.identifiers or {}) | (winner.identifiers or {})) or None


def part_speaker(store: Store, speaker_id: str, *, by: str | None = None, origin: object = None) -> None:
    """Take a merge back, also one of long ago: the speaker stands for itself again, with its marks.

    Its names leave the aliases of the other, its affiliations and identifiers leave the other's.
    """
    with store.change(worded("Part speakers"), by=by, origin=origin) as session:
        speaker = found(session, Speaker, speaker_id, "speaker")
        if speaker.merged_into_id is None:
            raise ChangeError(worded("“{speaker}” was not merged into anybody.", speaker=speaker.name))
        winner = found(session, Speaker, speaker.merged_into_id, "speaker")
        names = {speaker.name, *(speaker.aliases or [])}
        winner.aliases = [each for each in winner.aliases or [] if each not in names] or None
        winner.affiliations = [
            each for each in winner.affiliations or [] if each not in (speaker.affiliations or [])
        ] or None
        own = (speaker.identifiers or {}).items()
        winner.identifiers = {
            scheme: id_ for scheme, id_ in (winner.identifiers or {}).items() if (scheme, id_) not in own
        } or None
        speaker.merged_into_id = None


def delete_speaker(store: Store, speaker_id: str, *, by: str | None = None, origin: object = None) -> None:
    """The same for one speaker."""
    delete_speakers(store, [speaker_id], by=by, origin=origin)


def delete_speakers(
    store: Store, speaker_ids: Collection[str], *, by: str | None = None, origin: object = None
) -> None:
    """Delete speakers whom nothing names. Raises ChangeError with the count otherwise: merge instead."""
    label = worded("Delete speaker") if len(speaker_ids) == 1 else worded("Delete speakers")
    with store.change(label, by=by, origin=origin) as session:
        for speaker in [found(session, Speaker, each, "speaker") for each in speaker_ids]:
            if used := uses(session, speaker.id):
                raise ChangeError(
                    worded(
                        "“{speaker}” is named by {used} tags; merge it into another speaker instead.",
                        speaker=speaker.name,
                        used=used,
                    )
                )
            session.delete(speaker)


def uses(session: Session, speaker_id: str) -> int:
    """How many claims, mentions and merged speakers name the speaker."""
    counts = (
        select(func.count()).select_from(ClaimSpeaker).where(ClaimSpeaker.speaker_id == speaker_id),
        select(func.count()).select_from(Mark).where(Mark.speaker_id == speaker_id),
        select(func.count()).select_from(Speaker).where(Speaker.merged_into_id == speaker_id),
    )
    return sum(session.execute(query).scalar_one() for query in counts)
