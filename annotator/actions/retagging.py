"""What a tag says is changed after the fact: another speaker, another topic, no cue, and the rest stays.

Called by the panel, the reader and scripts. Every function is one step of undo. An annotator changes only
marks of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import found, hanging, own_mark
from annotator.errors import ChangeError
from annotator.model import ClaimSpeaker, ClaimTopic, Mark, Speaker, Topic
from annotator.records import now
from annotator.sentences import term, worded
from annotator.store import Store


def replace_speaker(
    store: Store, claim_id: str, index: int, speaker: str, *, by: str | None = None, origin: object = None
) -> None:
    """Another speaker in place of the claim's number `index`, in the same role; one's own mention then names that one.

    Who is on the claim already is not there twice: the entry that was to be replaced goes.
    """
    with store.change(worded("Change speaker"), by=by, origin=origin) as session:
        claim = _own(session, claim_id, "claim")
        found(session, Speaker, speaker, "speaker")
        rows = list(hanging(session, ClaimSpeaker, [claim]))
        row = _at(rows, index, "speaker")
        if row.mention_id is not None:
            mention = found(session, Mark, row.mention_id, "mention")
            if mention.annotator_id == claim.annotator_id:
                mention.speaker_id, mention.updated = speaker, now()
        there = next((each for each in rows if each is not row and each.speaker_id == speaker), None)
        if there is None:
            row.speaker_id = speaker
            return
        there.mention_id = there.mention_id or row.mention_id
        session.delete(row)


def replace_topic(
    store: Store, claim_id: str, index: int, topic: str, *, by: str | None = None, origin: object = None
) -> None:
    """Another topic in place of the claim's number `index`, with the same stance.

    A topic that is on the claim already is not there twice: the entry that was to be replaced goes.
    """
    with store.change(worded("Change topic"), by=by, origin=origin) as session:
        claim = _own(session, claim_id, "claim")
        found(session, Topic, topic, "topic")
        rows = list(hanging(session, ClaimTopic, [claim]))
        row = _at(rows, index, "topic")
        if any(each is not row and each.topic_id == topic for each in rows):
            session.delete(row)
        else:
            row.topic_id = topic


def name_mention(store: Store, mention_id: str, speaker: str, *, by: str | None = None, origin: object = None) -> int:
    """Whom the words of a mention name, also where they named somebody else before.

    The annotator's claims that have their speaker by these words follow; returns how many did.
    """
    with store.change(worded("Change speaker"), by=by, origin=origin) as session:
        mention = _own(session, mention_id, "mention")
        found(session, Speaker, speaker, "speaker")
        before, mention.speaker_id = mention.speaker_id, speaker
        links = select(ClaimSpeaker).where(
            ClaimSpeaker.article_id == mention.article_id, ClaimSpeaker.mention_id == mention.id
        )
        followed = 0
        for link in session.execute(links).scalars().all():
            claim = found(session, Mark, link.mark_id, "claim")
            if claim.annotator_id == mention.annotator_id and link.speaker_id in (before, None):
                _name(session, claim, link, speaker)
                followed += 1
        return followed


def _name(session: Session, claim: Mark, link: ClaimSpeaker, speaker: str) -> None:
    """The claim's speaker is another one; who is on it already is not there twice."""
    claim.updated = now()
    there = [each for each in hanging(session, ClaimSpeaker, [claim]) if each.speaker_id == speaker]
    if there and link not in there:
        there[0].mention_id = link.mention_id
        session.delete(link)
    else:
        link.speaker_id = speaker


def replace_passage_topic(
    store: Store, passage_id: str, topic: str, *, by: str | None = None, origin: object = None
) -> None:
    """What a passage is about, in place of what it was about before."""
    with store.change(worded("Change topic"), by=by, origin=origin) as session:
        found(session, Topic, topic, "topic")
        _own(session, passage_id, "passage").topic_id = topic


def _own(session: Session, mark_id: str, kind: str) -> Mark:
    mark = own_mark(session, mark_id, kind)
    mark.updated = now()
    return mark


def _at(rows: Sequence[Any], index: int, what: str) -> Any:
    if not 0 <= index < len(rows):
        raise ChangeError(worded("The claim has no such {what} (any more).", what=term(what)))
    return rows[index]
