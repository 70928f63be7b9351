"""Tagging: claims, mentions and passages are made, changed and deleted.

Called by the reader, the panel and scripts. Every function is one step of undo. Spans are half-open code
points into the article's present text; quotes are taken from the text, never from a widget. An annotator
changes only marks of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import acting, found, hanging, own_mark
from annotator.actions.spans import Span, parts_of, replace_parts, write_parts
from annotator.errors import ChangeError, InvalidValue
from annotator.model import Article, ClaimSpeaker, ClaimTopic, Mark, Part, Progress, Speaker, Topic, new_id
from annotator.queries.marks import MOST_IDS
from annotator.queries.registry import codebook_version
from annotator.records import Certainty, Quotation, Role, Stance, now
from annotator.sentences import term, worded
from annotator.store import Store

# What `edit_marks` may set, and on which kinds of mark.
EDITABLE = {
    "quotation": ("claim",),
    "certainty": ("claim",),
    "proposition_id": ("claim",),
    "note": ("claim", "mention", "passage"),
    "fields": ("claim", "mention", "passage"),
    "speaker_id": ("mention",),
    "topic_id": ("passage",),
}


def tag_claim(
    store: Store,
    article_id: str,
    spans: Sequence[Span],
    *,
    cue: Sequence[Span] = (),
    quotation: Quotation | None = None,
    certainty: Certainty | None = None,
    note: str = "",
    mark_id: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """A claim over the spans. mark_id: an id made beforehand, so that the next key can speak of it.

    Raises InvalidSpan and UnknownRecord.
    """
    more = {"quotation": quotation, "certainty": certainty, "note": note}
    with store.change(worded("Tag claim"), by=by, origin=origin) as session:
        _begin(session, article_id)
        return new_mark(session, "claim", article_id, spans, mark_id, cue, **more)


def tag_mention(
    store: Store,
    article_id: str,
    spans: Sequence[Span],
    *,
    speaker: str | None = None,
    mark_id: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """A mention of a speaker (who may not be known yet) over the spans."""
    with store.change(worded("Tag mention"), by=by, origin=origin) as session:
        _begin(session, article_id)
        return new_mark(session, "mention", article_id, spans, mark_id, speaker_id=speaker)


def tag_passage(
    store: Store,
    article_id: str,
    spans: Sequence[Span],
    topic: str,
    *,
    mark_id: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """A passage about a topic over the spans."""
    with store.change(worded("Tag passage"), by=by, origin=origin) as session:
        _begin(session, article_id)
        return new_mark(session, "passage", article_id, spans, mark_id, topic_id=topic)


def _begin(session: Session, article_id: str) -> None:
    """An article that was only read so far is in progress with the first tag."""
    progress = session.get(Progress, (article_id, acting(session)))
    if progress is not None and progress.state == "new":
        progress.state = "in_progress"


def new_mark(
    session: Session,
    kind: str,
    article_id: str,
    spans: Sequence[Span],
    mark_id: str | None,
    cue: Sequence[Span] = (),
    owner: str | None = None,
    **more: Any,
) -> str:
    """A mark inside a step; returns its id. owner: whose it is, where it is not that of who acts: the
    consensus' mentions are its own.
    """
    annotator_id = owner or acting(session)
    article = found(session, Article, article_id, "article")
    moment = now()
    mark = Mark(
        id=mark_id or new_id(),
        kind=kind,
        article_id=article_id,
        revision=article.revision,
        annotator_id=annotator_id,
        codebook=codebook_version(session),
        created=moment,
        updated=moment,
        start=0,
        **more,
    )
    # Written at once: else the mark would be written, and recorded, first without its start.
    with session.no_autoflush:
        session.add(mark)
        write_parts(session, mark, "content", spans)
        if cue:
            write_parts(session, mark, "cue", cue)
    return mark.id


def set_spans(
    store: Store, mark_id: str, spans: Sequence[Span], *, by: str | None = None, origin: object = None
) -> None:
    """Give a mark other boundaries, or other parts."""
    with store.change(worded("Move boundary"), by=by, origin=origin) as session:
        replace_parts(session, _touched(own_mark(session, mark_id)), "content", spans)


def add_part(store: Store, claim_id: str, span: Span, *, by: str | None = None, origin: object = None) -> None:
    """Another part of a claim whose content is interrupted."""
    with store.change(worded("Add part"), by=by, origin=origin) as session:
        mark = _touched(own_mark(session, claim_id))
        replace_parts(session, mark, "content", [*parts_of(session, mark, "content"), span])


def remove_part(store: Store, claim_id: str, span: Span, *, by: str | None = None, origin: object = None) -> None:
    """Take one part away. Raises ChangeError for the last one: delete the mark instead."""
    with store.change(worded("Remove part"), by=by, origin=origin) as session:
        mark = _touched(own_mark(session, claim_id))
        kept = [each for each in parts_of(session, mark, "content") if each != span]
        if not kept:
            raise ChangeError(worded("A mark needs one part at least; delete the mark instead."))
        replace_parts(session, mark, "content", kept)


def set_cue(
    store: Store, claim_id: str, spans: Sequence[Span], *, by: str | None = None, origin: object = None
) -> None:
    """The words that attribute the claim ("said", "according to"); no spans: no cue."""
    with store.change(worded("Tag cue") if spans else worded("Remove cue"), by=by, origin=origin) as session:
        replace_parts(session, _touched(own_mark(session, claim_id, "claim")), "cue", spans)


def add_speaker(
    store: Store,
    claim_id: str,
    speaker: str | None,
    *,
    role: Role = "says",
    mention: Sequence[Span] = (),
    by: str | None = None,
    origin: object = None,
) -> str | None:
    """Who asserts the claim, and where the text names them: one step for the mention and the link.

    speaker: id, or None where only the mention is known. mention: the naming words; a mention of one's
    own at exactly these words is used again. Returns the mention's id. A speaker who is on the claim
    already is not added twice; the mention is then linked to that one.
    """
    with store.change(worded("Add speaker"), by=by, origin=origin) as session:
        claim = _touched(own_mark(session, claim_id, "claim"))
        if speaker is not None:
            found(session, Speaker, speaker, "speaker")
        mention_id = None
        if mention:
            mention_id = mention_at(session, claim.article_id, claim.annotator_id, mention, speaker)
        if speaker is None and mention_id is None:
            raise InvalidValue(worded("A claim’s speaker needs a name, or words in the text that stand for one."))
        link_speaker(session, claim, speaker, role, mention_id)
        return mention_id


def link_speaker(session: Session, claim: Mark, speaker: str | None, role: Role, mention_id: str | None) -> None:
    """The same inside a step, with a mention that is there."""
    there = _speakers(session, claim)
    for row in there:
        if row.speaker_id is not None and row.speaker_id == speaker:
            row.mention_id = mention_id or row.mention_id
            return
    session.add(
        ClaimSpeaker(
            article_id=claim.article_id,
            mark_id=claim.id,
            ordinal=max((row.ordinal for row in there), default=-1) + 1,
            speaker_id=speaker,
            role=role,
            mention_id=mention_id,
        )
    )


def mention_at(session: Session, article_id: str, annotator_id: str, spans: Sequence[Span], speaker: str | None) -> str:
    """The id of the annotator's mention at exactly these words, made where there is none; it names the speaker."""
    mine = select(Mark).where(
        Mark.article_id == article_id,
        Mark.annotator_id == annotator_id,
        Mark.kind == "mention",
        Mark.start == min(start for start, _ in spans),
    )
    for mention in session.execute(mine).scalars():
        if parts_of(session, mention, "content") == sorted(spans):
            if speaker is not None and mention.speaker_id != speaker:
                _touched(mention).speaker_id = speaker
            return mention.id
    return new_mark(session, "mention", article_id, spans, None, owner=annotator_id, speaker_id=speaker)


def set_role(
    store: Store, claim_id: str, index: int, role: Role, *, by: str | None = None, origin: object = None
) -> None:
    """The role of the claim's speaker number `index` (from 0, in the order shown; -1 the last one)."""
    with store.change(worded("Set role"), by=by, origin=origin) as session:
        claim = _touched(own_mark(session, claim_id, "claim"))
        _at(_speakers(session, claim), index, "speaker").role = role


def remove_speaker(store: Store, claim_id: str, index: int, *, by: str | None = None, origin: object = None) -> None:
    """Take the claim's speaker number `index` away; the mention stays in the text."""
    with store.change(worded("Remove speaker"), by=by, origin=origin) as session:
        claim = _touched(own_mark(session, claim_id, "claim"))
        session.delete(_at(_speakers(session, claim), index, "speaker"))


def add_topic(
    store: Store,
    claim_id: str,
    topic: str,
    *,
    stance: Stance | None = None,
    by: str | None = None,
    origin: object = None,
) -> None:
    """What the claim is about. A topic that is there already is not added twice."""
    with store.change(worded("Add topic"), by=by, origin=origin) as session:
        claim = _touched(own_mark(session, claim_id, "claim"))
        found(session, Topic, topic, "topic")
        there = _topics(session, claim)
        if any(row.topic_id == topic for row in there):
            return
        ordinal = max((row.ordinal for row in there), default=-1) + 1
        session.add(
            ClaimTopic(article_id=claim.article_id, mark_id=claim.id, ordinal=ordinal, topic_id=topic, stance=stance)
        )


def set_stance(
    store: Store,
    claim_id: str,
    index: int,
    stance: Stance | None,
    *,
    by: str | None = None,
    origin: object = None,
) -> None:
    """The side that the claim takes on its topic number `index` (from 0; -1 the last one)."""
    with store.change(worded("Set stance"), by=by, origin=origin) as session:
        claim = _touched(own_mark(session, claim_id, "claim"))
        _at(_topics(session, claim), index, "topic").stance = stance


def remove_topic(store: Store, claim_id: str, index: int, *, by: str | None = None, origin: object = None) -> None:
    """Take the claim's topic number `index` away."""
    with store.change(worded("Remove topic"), by=by, origin=origin) as session:
        claim = _touched(own_mark(session, claim_id, "claim"))
        session.delete(_at(_topics(session, claim), index, "topic"))


def edit_marks(
    store: Store,
    mark_ids: Collection[str],
    *,
    label: str,
    by: str | None = None,
    origin: object = None,
    **values: Any,
) -> None:
    """Set plain values of one or many marks in one step; see EDITABLE for which.

    label: what the step is called ("Set quotation"). Raises InvalidValue for a value that a kind of mark
    does not have.
    """
    with store.change(label, by=by, origin=origin) as session:
        for mark_id in mark_ids:
            mark = _touched(own_mark(session, mark_id))
            for name, value in values.items():
                if mark.kind not in EDITABLE.get(name, ()):
                    raise InvalidValue(
                        worded("A {kind} has no {name}.", kind=term(mark.kind), name=term(name.removesuffix("_id")))
                    )
                setattr(mark, name, value or (None if name != "note" else ""))


def delete_marks(store: Store, mark_ids: Collection[str], *, by: str | None = None, origin: object = None) -> None:
    """Delete marks with their parts. A mention's claims keep their speaker, without the words."""
    with store.change(
        worded("Delete mark") if len(mark_ids) == 1 else worded("Delete marks"), by=by, origin=origin
    ) as session:
        delete_together(session, [own_mark(session, mark_id) for mark_id in mark_ids])


def delete_together(session: Session, marks: Sequence[Mark]) -> None:
    """Delete marks inside a step, row by row, so that the journal sees each."""
    for noun in (Part, ClaimSpeaker, ClaimTopic):
        for row in hanging(session, noun, marks):
            session.delete(row)
    mentions = [mark for mark in marks if mark.kind == "mention"]
    for first in range(0, len(mentions), MOST_IDS):
        some = mentions[first : first + MOST_IDS]
        naming = select(ClaimSpeaker).where(
            ClaimSpeaker.article_id.in_({mark.article_id for mark in some}),
            ClaimSpeaker.mention_id.in_([mark.id for mark in some]),
        )
        for link in session.execute(naming).scalars():
            link.mention_id = None
            if link.speaker_id is None:
                session.delete(link)
    # The rows that refer to the marks go first.
    session.flush()
    for mark in marks:
        session.delete(mark)


def _touched(mark: Mark) -> Mark:
    mark.updated = now()
    return mark


def _speakers(session: Session, claim: Mark) -> Sequence[ClaimSpeaker]:
    query = select(ClaimSpeaker).where(ClaimSpeaker.article_id == claim.article_id, ClaimSpeaker.mark_id == claim.id)
    return session.execute(query.order_by(ClaimSpeaker.ordinal)).scalars().all()


def _topics(session: Session, claim: Mark) -> Sequence[ClaimTopic]:
    query = select(ClaimTopic).where(ClaimTopic.article_id == claim.article_id, ClaimTopic.mark_id == claim.id)
    return session.execute(query.order_by(ClaimTopic.ordinal)).scalars().all()


Listed = Any


def _at(rows: Sequence[Listed], index: int, what: str) -> Listed:
    if not rows or not -1 <= index < len(rows):
        raise ChangeError(worded("The claim has no such {what} (any more).", what=term(what)))
    return rows[index]
