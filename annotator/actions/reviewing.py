"""Reviewing: verdicts on the versions of a claim, the consensus that comes of them, comments, third opinions.

Called by the Review screen and, for comments, by the Annotate screen. Every function is one step of undo. A
decision gives each version its verdict and puts the outcome into the consensus; originals never change. Who
decides again replaces their own verdicts and the consensus' version, never a colleague's verdict.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct, structs
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import acting, found
from annotator.actions.consensus import Copies, delete_copies, enter_consensus, write_records
from annotator.agreement.differences import differences
from annotator.errors import ChangeError, InvalidValue, StaleWrite
from annotator.model import Annotator, Article, Assignment, Comment, Mark, Progress, Review, new_id
from annotator.queries.compared import workers
from annotator.queries.marks import marks_by_id
from annotator.records import Cause, ClaimRecord, Verdict, now
from annotator.sentences import worded
from annotator.store import Store


class Grounds(Struct, frozen=True):
    """Why a verdict is as it is. codebook_question: the codebook should say, and does not."""

    cause: Cause | None = None
    reason: str = ""
    codebook_question: bool = False


NO_GROUNDS = Grounds()


def accept_version(
    store: Store,
    versions: Sequence[ClaimRecord],
    chosen: str,
    grounds: Grounds = NO_GROUNDS,
    *,
    as_seen: bool = False,
    by: str | None = None,
    origin: object = None,
) -> str:
    """Take one version into the consensus; versions that say the same are accepted too, others rejected.

    versions: all of the claim, as they were seen. as_seen: decide on these even if they were changed or
    deleted since. Returns the id of the consensus' mark. Raises StaleWrite where they were.
    """
    with store.change(worded("Accept version"), by=by, origin=origin) as session:
        return _decide(session, versions, chosen, "accepted", grounds, as_seen=as_seen)


def amend_version(
    store: Store,
    versions: Sequence[ClaimRecord],
    chosen: str,
    grounds: Grounds = NO_GROUNDS,
    *,
    as_seen: bool = False,
    mark_id: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """Like accepting, but the consensus' mark is to be changed; the version is called amended.

    mark_id: an id made beforehand for the consensus' mark, so that the next key can speak of it.
    """
    with store.change(worded("Amend version"), by=by, origin=origin) as session:
        return _decide(session, versions, chosen, "amended", grounds, as_seen=as_seen, mark_id=mark_id)


def reject_versions(
    store: Store,
    versions: Sequence[ClaimRecord],
    grounds: Grounds = NO_GROUNDS,
    *,
    as_seen: bool = False,
    by: str | None = None,
    origin: object = None,
) -> None:
    """Keep all versions out of the consensus."""
    with store.change(worded("Reject versions"), by=by, origin=origin) as session:
        _decide(session, versions, None, "rejected", grounds, as_seen=as_seen)


def _decide(
    session: Session,
    versions: Sequence[ClaimRecord],
    chosen: str | None,
    verdict: Verdict,
    grounds: Grounds,
    *,
    as_seen: bool,
    mark_id: str | None = None,
) -> str:
    """One decision on all versions of a claim. Returns the consensus' mark, empty when there is none."""
    if not as_seen:
        _require_unchanged(session, versions)
    me, consensus = acting(session), enter_consensus(session)
    delete_copies(session, consensus, versions[0].article, [version.id for version in versions])
    replacement = None
    taken: set[str] = set()
    if chosen is not None:
        copies = Copies(session, consensus, versions)
        version = next(each for each in versions if each.id == chosen)
        same = [each.id for each in versions if not differences([version, each], 1, copies.mentions)]
        taken = {chosen, *same}
        records = copies.of(version, [chosen, *(each for each in same if each != chosen)], mark_id)
        replacement = records[-1].id
        write_records(session, records)
    moment = now()
    asks = chosen or versions[0].id
    for version in versions:
        own = structs.replace(grounds, codebook_question=grounds.codebook_question and version.id == asks)
        word: Verdict = verdict if version.id in taken else "rejected"
        _write_review(session, version.id, me, word, own, None if word == "accepted" else replacement, moment)
    return replacement or ""


def _write_review(
    session: Session, target: str, me: str, verdict: Verdict, grounds: Grounds, replacement: str | None, moment: str
) -> None:
    """Give a verdict, in place of one's own earlier verdict on the mark."""
    mine = select(Review).where(Review.target == target, Review.annotator_id == me).order_by(Review.id)
    row = session.execute(mine).scalars().first()
    if row is None:
        row = Review(id=new_id(), target=target, annotator_id=me)
        session.add(row)
    row.verdict, row.replacement, row.created = verdict, replacement, moment
    row.cause, row.reason, row.codebook_question = grounds.cause, grounds.reason.strip(), grounds.codebook_question


def _require_unchanged(session: Session, versions: Sequence[ClaimRecord]) -> None:
    """Raises StaleWrite when a version is no more what the reviewer looked at."""
    present = {mark.id: mark for mark in marks_by_id(session, [version.id for version in versions])}
    for version in versions:
        now_there = present.get(version.id)
        if now_there is None:
            name = _name(session, version.annotator)
            raise StaleWrite(worded("{name} deleted this claim since you saw it; nothing was decided.", name=name))
        if structs.replace(version, updated="", codebook=0) != structs.replace(now_there, updated="", codebook=0):
            name = _name(session, version.annotator)
            raise StaleWrite(worded("{name} changed this claim since you saw it; nothing was decided.", name=name))


def _name(session: Session, annotator_id: str) -> str:
    return found(session, Annotator, annotator_id, "annotator").name


def set_codebook_question(
    store: Store, review_ids: Collection[str], asked: bool, *, by: str | None = None, origin: object = None
) -> None:
    """Flag verdicts with "the codebook should say", or take the flag away once it does."""
    label = worded("Flag for the codebook") if asked else worded("Settle a question to the codebook")
    with store.change(label, by=by, origin=origin) as session:
        for review_id in review_ids:
            found(session, Review, review_id, "verdict").codebook_question = asked


# Comments --------------------------------------------------------------------------------------------


def add_comment(
    store: Store,
    target: str,
    text: str,
    *,
    reply_to: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """A remark on a mark, or an answer to one. Raises UnknownRecord for a mark that was deleted."""
    text = text.strip()
    if not text:
        raise InvalidValue(worded("A comment needs some words."))
    with store.change(worded("Comment"), by=by, origin=origin) as session:
        found(session, Mark, target, "mark")
        if reply_to is not None and found(session, Comment, reply_to, "comment").target != target:
            raise InvalidValue(worded("An answer belongs to the same mark as the comment that it answers."))
        made = Comment(
            id=new_id(), target=target, reply_to=reply_to, annotator_id=acting(session), text=text, created=now()
        )
        session.add(made)
        return made.id


def delete_comment(store: Store, comment_id: str, *, by: str | None = None, origin: object = None) -> None:
    """Take back a remark of one's own that nobody has answered."""
    with store.change(worded("Delete comment"), by=by, origin=origin) as session:
        row = found(session, Comment, comment_id, "comment")
        if row.annotator_id != acting(session):
            raise ChangeError(
                worded("This comment is {name}’s; only they may delete it.", name=_name(session, row.annotator_id))
            )
        if session.execute(select(Comment.id).where(Comment.reply_to == comment_id)).first() is not None:
            raise ChangeError(worded("This comment was answered; it stays, so that the answer can be understood."))
        session.delete(row)


# Articles --------------------------------------------------------------------------------------------


def ask_third_opinion(
    store: Store,
    article_id: str,
    annotator_id: str,
    made_by: Iterable[str],
    *,
    by: str | None = None,
    origin: object = None,
) -> None:
    """Give the article to somebody who made none of the versions, without showing them the others' marks.

    made_by: ids of those who made them.
    """
    with store.change(worded("Ask for a third opinion"), by=by, origin=origin) as session:
        acting(session)
        found(session, Article, article_id, "article")
        reader = found(session, Annotator, annotator_id, "annotator")
        if reader.kind != "person":
            raise InvalidValue(worded("{reader} reads no articles; choose a person.", reader=reader.name))
        if annotator_id in set(made_by):
            raise InvalidValue(
                worded("{reader} made one of the versions; choose somebody who made none.", reader=reader.name)
            )
        if session.get(Assignment, (article_id, annotator_id, "third")) is not None:
            raise InvalidValue(worded("{reader} was asked already.", reader=reader.name))
        session.add(Assignment(article_id=article_id, annotator_id=annotator_id, purpose="third", blind=True))


def set_reviewed(
    store: Store, article_ids: Collection[str], reviewed: bool, *, by: str | None = None, origin: object = None
) -> None:
    """Call the work of all annotators on these articles reviewed, or finished only."""
    with store.change(
        worded("Mark as reviewed") if reviewed else worded("Reopen the review"), by=by, origin=origin
    ) as session:
        acting(session)
        for article_id, annotator_ids in workers(session, articles=article_ids).items():
            for annotator_id in sorted(annotator_ids):
                row = session.get(Progress, (article_id, annotator_id))
                if row is None:
                    row = Progress(article_id=article_id, annotator_id=annotator_id)
                    session.add(row)
                row.state = "reviewed" if reviewed else "finished"
