"""“he”, “the minister”: an unresolved mention gets the speaker that this article has named before.

Called by the key A and the cards. The same words of this annotator decide first (the nearest before, else
the nearest after), then the nearest speaker named before, in a mention or as a claim's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import acting, found, own_mark
from annotator.actions.spans import Span
from annotator.actions.tagging import link_speaker, mention_at
from annotator.errors import ChangeError
from annotator.model import Article, ClaimSpeaker, Mark, Part
from annotator.queries.articles import article_text
from annotator.records import now
from annotator.sentences import worded
from annotator.store import Store
from annotator.text import folded


def resolve_words(
    store: Store,
    article_id: str,
    span: Span,
    *,
    claim: str | None = None,
    by: str | None = None,
    origin: object = None,
) -> str:
    """These words become a mention of whom they stand for; with a claim, that one is its speaker, too.

    Returns the speaker's id. Raises ChangeError where nobody was named before.
    """
    with store.change(worded("Resolve mention"), by=by, origin=origin) as session:
        annotator = acting(session)
        article = found(session, Article, article_id, "article")
        words = article_text(session, article_id, article.revision)[span[0] : span[1]]
        speaker = _named_before(session, article_id, annotator, span[0], words)
        mention = mention_at(session, article_id, annotator, [span], speaker)
        if claim is not None:
            link_speaker(session, own_mark(session, claim, "claim"), speaker, "says", mention)
        return speaker


def resolve_mark(store: Store, mark_id: str, *, by: str | None = None, origin: object = None) -> str:
    """A mention without a speaker, or a claim whose speakers are not known yet, gets whom this article named.

    Returns the id of the speaker last found. Raises ChangeError where nobody was named before, or all is
    resolved already.
    """
    with store.change(worded("Resolve mention"), by=by, origin=origin) as session:
        mark = own_mark(session, mark_id)
        if mark.kind == "mention":
            if mark.speaker_id is not None:
                raise ChangeError(worded("This mention has its speaker already."))
            return _resolve_mention(session, mark)
        if mark.kind != "claim":
            raise ChangeError(worded("A passage has no speaker to resolve."))
        mark.updated = now()
        rows = _rows(session, mark)
        if not rows:
            speaker = _named_before(session, mark.article_id, mark.annotator_id, mark.start, None)
            link_speaker(session, mark, speaker, "says", None)
            return speaker
        unknown = [row for row in rows if row.speaker_id is None and row.mention_id is not None]
        if not unknown:
            raise ChangeError(worded("The speakers of this claim are known already."))
        for row in unknown:
            mention = found(session, Mark, row.mention_id, "mention")
            row.speaker_id = mention.speaker_id or _resolve_mention(session, mention)
        return str(unknown[-1].speaker_id)


def _resolve_mention(session: Session, mention: Mark) -> str:
    words = session.execute(
        select(Part.quote).where(Part.article_id == mention.article_id, Part.mark_id == mention.id)
    ).scalars().first()  # fmt: skip
    speaker = _named_before(session, mention.article_id, mention.annotator_id, mention.start, words)
    mention.speaker_id, mention.updated = speaker, now()
    return speaker


def _rows(session: Session, claim: Mark) -> Sequence[ClaimSpeaker]:
    query = select(ClaimSpeaker).where(ClaimSpeaker.article_id == claim.article_id, ClaimSpeaker.mark_id == claim.id)
    return session.execute(query.order_by(ClaimSpeaker.ordinal)).scalars().all()


def _named_before(session: Session, article_id: str, annotator: str, start: int, words: str | None) -> str:
    """The speaker whom words that begin at `start` stand for. words: None for a speaker who is not named."""
    mine = (Mark.article_id == article_id, Mark.annotator_id == annotator)
    mentions = session.execute(
        select(Mark.start, Mark.speaker_id, Part.quote)
        .join(Part, (Part.article_id == Mark.article_id) & (Part.mark_id == Mark.id) & (Part.ordinal == 0))
        .where(*mine, Mark.kind == "mention", Mark.speaker_id.is_not(None))
    ).all()
    if words is not None:
        wanted = folded(words)
        same = [(place, speaker) for place, speaker, quote in mentions if folded(quote) == wanted]
        before = [each for each in same if each[0] < start]
        if chosen := max(before, default=None) or min(same, default=None):
            return str(chosen[1])
    claims = session.execute(
        select(Mark.start, ClaimSpeaker.speaker_id)
        .join(ClaimSpeaker, (ClaimSpeaker.article_id == Mark.article_id) & (ClaimSpeaker.mark_id == Mark.id))
        .where(*mine, ClaimSpeaker.speaker_id.is_not(None))
    ).all()
    everybody = [
        *((place, speaker) for place, speaker, _ in mentions),
        *((place, speaker) for place, speaker in claims),
    ]
    named = [(place, str(speaker)) for place, speaker in everybody if place < start]
    if not named:
        said = worded("“{words}” stands for", words=words) if words else worded("is meant")
        raise ChangeError(
            worded(
                "Nobody was named before in this article, so it cannot be told who {said}; name the speaker first.",
                said=said,
            )
        )
    return max(named)[1]
