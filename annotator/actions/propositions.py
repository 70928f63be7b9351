"""Propositions: what claims in several articles assert in common. Every function is one step of undo.

Called by the panel (key L) and by changes of many marks at once.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import func, select

from annotator.actions.acting import acting, found, own_mark
from annotator.errors import ChangeError, InvalidValue
from annotator.model import Mark, Proposition, new_id
from annotator.records import now
from annotator.sentences import worded
from annotator.store import Store

EDITABLE = frozenset({"text", "note"})


def link_proposition(
    store: Store,
    claim_ids: Collection[str],
    proposition_id: str | None,
    *,
    text: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> None:
    """Say that claims of one's own assert the proposition; None takes the link away.

    text: makes the proposition of this id in the same step, where it is new. Raises UnknownRecord, and
    InvalidValue for an empty text.
    """
    with store.change(
        worded("Link proposition") if proposition_id else worded("Unlink proposition"), by=by, origin=origin
    ) as session:
        if proposition_id is not None and text is not None:
            session.add(Proposition(id=proposition_id, text=_clean(text)))
        elif proposition_id is not None:
            found(session, Proposition, proposition_id, "proposition")
        for claim_id in claim_ids:
            claim = own_mark(session, claim_id, "claim")
            claim.proposition_id, claim.updated = proposition_id, now()


def make_proposition(
    store: Store, text: str, *, proposition_id: str | None = None, by: str | None = None, origin: object = None
) -> str:
    """A new proposition that nothing asserts yet."""
    with store.change(worded("New proposition"), by=by, origin=origin) as session:
        made = Proposition(id=proposition_id or new_id(), text=_clean(text))
        session.add(made)
        return made.id


def edit_proposition(
    store: Store, proposition_id: str, *, by: str | None = None, origin: object = None, **values: Any
) -> None:
    """Change text or note."""
    with store.change(worded("Change proposition"), by=by, origin=origin) as session:
        proposition = found(session, Proposition, proposition_id, "proposition")
        for name, value in values.items():
            if name not in EDITABLE:
                raise InvalidValue(worded("A proposition has no {name}.", name=name))
            setattr(proposition, name, _clean(value) if name == "text" else value)


def merge_propositions(
    store: Store, loser: str, winner: str, *, by: str | None = None, origin: object = None
) -> tuple[int, int]:
    """Say that what one's own claims assert is the winner instead; the loser goes once nobody asserts it.

    Returns how many claims follow, and how many of colleagues stay. Raises ChangeError for one with itself.
    """
    with store.change(worded("Merge propositions"), by=by, origin=origin) as session:
        if loser == winner:
            raise ChangeError(worded("A proposition cannot be merged with itself."))
        gone = found(session, Proposition, loser, "proposition")
        found(session, Proposition, winner, "proposition")
        me, moment = acting(session), now()
        claims = session.execute(select(Mark).where(Mark.proposition_id == loser)).scalars().all()
        mine = [claim for claim in claims if claim.annotator_id == me]
        for claim in mine:
            claim.proposition_id, claim.updated = winner, moment
        if len(mine) == len(claims):
            session.flush()
            session.delete(gone)
        return len(mine), len(claims) - len(mine)


def delete_proposition(store: Store, proposition_id: str, *, by: str | None = None, origin: object = None) -> None:
    """Delete a proposition that no claim points at. Raises ChangeError with the count otherwise."""
    with store.change(worded("Delete proposition"), by=by, origin=origin) as session:
        proposition = found(session, Proposition, proposition_id, "proposition")
        linked = select(func.count()).select_from(Mark).where(Mark.proposition_id == proposition_id)
        if used := session.execute(linked).scalar_one():
            raise ChangeError(
                worded(
                    "“{proposition}” is asserted by {used} claims; unlink them first.",
                    proposition=proposition.text,
                    used=used,
                )
            )
        session.delete(proposition)


def _clean(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise InvalidValue(worded("A proposition needs words."))
    return text
