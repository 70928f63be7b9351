"""The registry of speakers: made, changed, merged, deleted. Every function is one step of undo."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from annotator.actions.acting import clean_name, found
from annotator.errors import ChangeError, InvalidValue
from annotator.model import ClaimSpeaker, Mark, Speaker, new_id
from annotator.queries.marks import winners
from annotator.records import SpeakerKind
from annotator.store import Store

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
    with store.change("New speaker", by=by, origin=origin) as session:
        made = Speaker(id=speaker_id or new_id(), name=clean_name(name, "speaker"), kind=kind)
        session.add(made)
        return made.id


def edit_speaker(store: Store, speaker_id: str, *, by: str | None = None, origin: object = None, **values: Any) -> None:
    """Change name, kind, aliases, affiliations, identifiers or note; see the noun for their shapes."""
    label = "Rename speaker" if set(values) == {"name"} else "Change speaker"
    with store.change(label, by=by, origin=origin) as session:
        speaker = found(session, Speaker, speaker_id, "speaker")
        for name, value in values.items():
            if name not in EDITABLE:
                raise InvalidValue(f"A speaker has no {name}.")
            if name == "name":
                value = clean_name(value, "speaker")
            setattr(speaker, name, value if name in ("name", "kind", "note") else value or None)


def merge_speakers(
    store: Store, loser_id: str, winner_id: str, *, by: str | None = None, origin: object = None
) -> None:
    """Make one speaker of two. No mark is rewritten: the loser points at the winner.

    The loser's name and aliases become aliases of the winner, so that typing them finds it.
    """
    with store.change("Merge speakers", by=by, origin=origin) as session:
        merged = winners(session, Speaker)
        winner = found(session, Speaker, merged.get(winner_id, winner_id), "speaker")
        loser = found(session, Speaker, loser_id, "speaker")
        if winner.id == merged.get(loser.id, loser.id):
            raise ChangeError(f"“{loser.name}” is this speaker already; choose two different ones.")
        loser.merged_into_id = winner.id
        known = {winner.name, *(winner.aliases or [])}
        more = [name for name in (loser.name, *(loser.aliases or [])) if name not in known]
        winner.aliases = [*(winner.aliases or []), *dict.fromkeys(more)] or None


def delete_speaker(store: Store, speaker_id: str, *, by: str | None = None, origin: object = None) -> None:
    """Delete a speaker whom nothing names. Raises ChangeError with the count otherwise: merge instead."""
    with store.change("Delete speaker", by=by, origin=origin) as session:
        speaker = found(session, Speaker, speaker_id, "speaker")
        if used := uses(session, speaker_id):
            raise ChangeError(f"“{speaker.name}” is named by {used} tags; merge it into another speaker instead.")
        session.delete(speaker)


def uses(session: Session, speaker_id: str) -> int:
    """How many claims, mentions and merged speakers name the speaker."""
    counts = (
        select(func.count()).select_from(ClaimSpeaker).where(ClaimSpeaker.speaker_id == speaker_id),
        select(func.count()).select_from(Mark).where(Mark.speaker_id == speaker_id),
        select(func.count()).select_from(Speaker).where(Speaker.merged_into_id == speaker_id),
    )
    return sum(session.execute(query).scalar_one() for query in counts)
