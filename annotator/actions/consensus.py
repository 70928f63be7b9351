"""The consensus: an annotator of its own, whose marks are copies that point at the marks they were made from.

Called by the verbs of reviewing only. A claim is copied with the mentions that it links, so that the consensus
is whole when it is exported alone; originals are read and never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import structs
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from annotator.actions.tagging import delete_together
from annotator.model import Base, ClaimSpeaker, Mark, new_id
from annotator.model.rows import rows_of
from annotator.model.tables import ANNOTATOR, MARK
from annotator.queries.marks import marks_by_id, tuples
from annotator.queries.registry import codebook_version
from annotator.queries.reviews import consensus_id
from annotator.records import ANNOTATOR_COLOURS, ClaimRecord, MarkRecord, MentionRecord, Part, now
from annotator.records import ClaimSpeaker as Said

NAME, INITIALS = "Consensus", "CO"
_NOUNS: dict[Any, type[Any]] = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}


def enter_consensus(session: Session) -> str:
    """The id of the consensus; it is entered in the project before the first decision.

    Being entered is no work, so it is no part of the step and is not undone with it.
    """
    there = consensus_id(session)
    if there is not None:
        return there
    row = {
        "id": new_id(),
        "name": NAME,
        "initials": INITIALS,
        "colour": ANNOTATOR_COLOURS[3],
        "kind": "consensus",
        "imported": False,
        "version": 1,
        "batch": None,
    }
    session.info["recorder"].touched.setdefault("annotator", set()).add(row["id"])
    session.connection().execute(insert(ANNOTATOR), [row])
    return str(row["id"])


class Copies:
    """Makes the consensus' copies of claims, each mention once for the words and the speaker that it has."""

    def __init__(self, session: Session, consensus: str, claims: Iterable[ClaimRecord]) -> None:
        """claims: all that may be copied; their mentions and the consensus' own are read now."""
        linked = {said.mention for claim in claims for said in claim.speakers if said.mention}
        self._consensus = consensus
        self._codebook = codebook_version(session)
        self.mentions = {mark.id: mark for mark in marks_by_id(session, linked) if isinstance(mark, MentionRecord)}
        articles = {mention.article for mention in self.mentions.values()}
        own = select(MARK.c.id).where(
            MARK.c.article_id.in_(articles), MARK.c.annotator_id == consensus, MARK.c.kind == "mention"
        )
        self._there: dict[tuple[str, tuple[Part, ...], str | None], str] = {
            (mark.article, mark.parts, mark.speaker): mark.id
            for mark in marks_by_id(session, [row[0] for row in tuples(session, own)])
            if isinstance(mark, MentionRecord)
        }

    def of(self, claim: ClaimRecord, origins: Sequence[str], mark_id: str | None = None) -> list[MarkRecord]:
        """The records to write: mentions that are new to the consensus, then the copy of the claim.

        A mention that was deleted meanwhile is left out; the speaker stays.
        """
        made: list[MarkRecord] = []
        moment = now()
        said: list[Said] = []
        for each in claim.speakers:
            mention = self.mentions.get(each.mention or "")
            copied = self._mention(mention, made, moment) if mention is not None else None
            if each.speaker or copied:
                said.append(structs.replace(each, mention=copied))
        copy = structs.replace(
            claim,
            id=mark_id or new_id(),
            annotator=self._consensus,
            speakers=tuple(said),
            origins=tuple(origins),
            codebook=self._codebook,
            created=moment,
            updated=moment,
        )
        return [*made, copy]

    def _mention(self, mention: MentionRecord, made: list[MarkRecord], moment: str) -> str:
        key = mention.article, mention.parts, mention.speaker
        if key not in self._there:
            self._there[key] = new_id()
            made.append(
                structs.replace(
                    mention,
                    id=self._there[key],
                    annotator=self._consensus,
                    origins=(mention.id,),
                    codebook=self._codebook,
                    created=moment,
                    updated=moment,
                )
            )
        return self._there[key]


def write_records(session: Session, records: Iterable[MarkRecord]) -> None:
    """Put marks into a step, row by row, so that the journal sees each."""
    with session.no_autoflush:
        for record in records:
            for table, rows in rows_of(record):
                session.add_all(_NOUNS[table](**row) for row in rows)


def delete_copies(session: Session, consensus: str, article: str, origins: Iterable[str]) -> None:
    """Take away the consensus' claims made from these marks, and the mentions that nothing links any more."""
    wanted = set(origins)
    query = select(Mark).where(Mark.article_id == article, Mark.annotator_id == consensus, Mark.kind == "claim")
    for claim in session.execute(query).scalars().all():
        if not wanted.intersection(claim.origins or ()):
            continue
        links = select(ClaimSpeaker.mention_id).where(
            ClaimSpeaker.article_id == article, ClaimSpeaker.mark_id == claim.id, ClaimSpeaker.mention_id.is_not(None)
        )
        mentions = set(session.execute(links).scalars())
        delete_together(session, [claim])
        session.flush()
        for mention in mentions:
            others = select(ClaimSpeaker.mark_id).where(
                ClaimSpeaker.article_id == article, ClaimSpeaker.mention_id == mention
            )
            row = session.get(Mark, mention)
            if row is not None and row.annotator_id == consensus and session.execute(others).first() is None:
                delete_together(session, [row])
