"""Several claims become one of several parts, and a claim of several parts becomes several claims.

Called by the panel. Every function is one step of undo. An annotator changes only claims of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy.orm import Session

from annotator.actions.acting import hanging, own_mark
from annotator.actions.spans import Span, parts_of, replace_parts
from annotator.actions.tagging import delete_together, new_mark
from annotator.errors import ChangeError
from annotator.model import ClaimSpeaker, ClaimTopic, Mark
from annotator.records import now
from annotator.sentences import worded
from annotator.store import Store


def join_claims(store: Store, claim_ids: Collection[str], *, by: str | None = None, origin: object = None) -> str:
    """All parts and tags of the claims on the first of them in the text, whose own tags go before; the others go.

    Returns the id of the claim that stays. Raises ChangeError for less than two, and for claims of two articles.
    """
    with store.change(worded("Join claims"), by=by, origin=origin) as session:
        claims = sorted((own_mark(session, id_, "claim") for id_ in set(claim_ids)), key=lambda each: each.start)
        if len(claims) < 2:
            raise ChangeError(worded("Select two claims of your own at least to make one of them."))
        if len({(claim.article_id, claim.revision) for claim in claims}) > 1:
            raise ChangeError(worded("Claims of two articles cannot be one."))
        first, others = claims[0], claims[1:]
        spans = united(span for claim in claims for span in parts_of(session, claim, "content"))
        cue = next((found for claim in claims if (found := parts_of(session, claim, "cue"))), [])
        _take_tags(session, first, others)
        delete_together(session, others)
        session.flush()
        replace_parts(session, first, "content", spans)
        replace_parts(session, first, "cue", cue)
        first.updated = now()
        return first.id


def united(spans: Iterable[Span]) -> list[Span]:
    """The spans in the order of the text, those that overlap or touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _take_tags(session: Session, first: Mark, others: Collection[Mark]) -> None:
    """What the first claim lacks it gets from the others, in their order; notes are put below one another."""
    notes = [first.note, *(each.note for each in others if each.note and each.note != first.note)]
    first.note = "\n".join(filter(None, dict.fromkeys(notes)))
    for other in others:
        first.quotation = first.quotation or other.quotation
        first.certainty = first.certainty or other.certainty
        first.proposition_id = first.proposition_id or other.proposition_id
        first.fields = {**(other.fields or {}), **(first.fields or {})}
    _copy_topics(session, first, others)
    _copy_speakers(session, first, others)


def _copy_topics(session: Session, target: Mark, sources: Collection[Mark]) -> None:
    present = list(hanging(session, ClaimTopic, [target]))
    there, free = {row.topic_id for row in present}, max((row.ordinal for row in present), default=-1) + 1
    for row in [row for source in sources for row in hanging(session, ClaimTopic, [source])]:
        if row.topic_id not in there:
            there.add(row.topic_id)
            made = ClaimTopic(article_id=target.article_id, mark_id=target.id, ordinal=free, topic_id=row.topic_id)
            made.stance = row.stance
            session.add(made)
            free += 1


def _copy_speakers(session: Session, target: Mark, sources: Collection[Mark]) -> None:
    present = list(hanging(session, ClaimSpeaker, [target]))
    there = {(row.speaker_id, None if row.speaker_id else row.mention_id) for row in present}
    free = max((row.ordinal for row in present), default=-1) + 1
    for row in [row for source in sources for row in hanging(session, ClaimSpeaker, [source])]:
        key = (row.speaker_id, None if row.speaker_id else row.mention_id)
        if key not in there:
            there.add(key)
            made = ClaimSpeaker(article_id=target.article_id, mark_id=target.id, ordinal=free, role=row.role)
            made.speaker_id, made.mention_id = row.speaker_id, row.mention_id
            session.add(made)
            free += 1


def split_claim(store: Store, claim_id: str, *, by: str | None = None, origin: object = None) -> list[str]:
    """Each part of a claim becomes a claim of its own with the same tags; returns their ids in text order.

    Raises ChangeError for a claim of one part.
    """
    with store.change(worded("Split claim"), by=by, origin=origin) as session:
        claim = own_mark(session, claim_id, "claim")
        spans, cue = parts_of(session, claim, "content"), parts_of(session, claim, "cue")
        if len(spans) < 2:
            raise ChangeError(worded("This claim has one part alone, so there is nothing to split."))
        replace_parts(session, claim, "content", spans[:1])
        claim.updated = now()
        made = [claim.id]
        for span in spans[1:]:
            tags = {"quotation": claim.quotation, "certainty": claim.certainty, "proposition_id": claim.proposition_id}
            id_ = new_mark(
                session, "claim", claim.article_id, [span], None, cue,
                owner=claim.annotator_id, note=claim.note, fields=dict(claim.fields or {}), **tags,
            )  # fmt: skip
            session.flush()
            part = own_mark(session, id_, "claim")
            _copy_topics(session, part, [claim])
            _copy_speakers(session, part, [claim])
            made.append(id_)
        return made
