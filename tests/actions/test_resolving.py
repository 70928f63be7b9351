"""“she”, “the minister”: whom the article has named before."""

from __future__ import annotations

import pytest

from annotator.actions.resolving import resolve_mark, resolve_words
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.errors import ChangeError
from annotator.queries.marks import marks_of, raw_marks
from annotator.records import ClaimRecord, MentionRecord
from annotator.store import Store
from tests.sample_articles import TEXT, snapshot, span


def speaker_of(store: Store, mark: str) -> str | None:
    with store.read() as session:
        [found] = raw_marks(session, [mark])
    assert isinstance(found, MentionRecord)
    return found.speaker


def test_the_same_words_decide_before_the_nearest_mention(store: Store, article_id: str) -> None:
    mira, jonas = make_speaker(store, "Mira Okafor"), make_speaker(store, "Jonas Albrecht")
    with pytest.raises(ChangeError, match="Nobody was named before in this article, so it cannot be told who “She”"):
        resolve_words(store, article_id, span("She"))
    tag_mention(store, article_id, [span("Mira Okafor")], speaker=mira)
    tag_mention(store, article_id, [span("Jonas Albrecht")], speaker=jonas, by="Ben")
    assert resolve_words(store, article_id, span("She")) == mira
    tag_mention(store, article_id, [span("Jonas Albrecht")], speaker=jonas)
    he = span("he argued")
    assert resolve_words(store, article_id, (he[0], he[0] + 2)) == jonas
    tag_mention(store, article_id, [span("head of the guild")], speaker=mira)
    other = tag_mention(
        store, article_id, [(TEXT.index("HE") if "HE" in TEXT else TEXT.rindex("he"), TEXT.rindex("he") + 2)]
    )
    assert resolve_mark(store, other) == jonas
    assert speaker_of(store, other) == jonas
    with pytest.raises(ChangeError, match="has its speaker already"):
        resolve_mark(store, other)


def test_a_claim_gets_whom_its_words_stand_for(store: Store, article_id: str) -> None:
    mira = make_speaker(store, "Mira Okafor")
    tag_mention(store, article_id, [span("Mira Okafor")], speaker=mira)
    claim = tag_claim(store, article_id, [span("She did not answer")])
    before = snapshot(store)
    resolve_words(store, article_id, span("She"), claim=claim)
    with store.read() as session:
        [found] = [each for each in marks_of(session, article_id) if isinstance(each, ClaimRecord)]
        mentions = [each for each in marks_of(session, article_id) if isinstance(each, MentionRecord)]
    assert [(each.speaker, each.mention) for each in found.speakers] == [(mira, mentions[-1].id)]
    assert mentions[-1].parts[0].quote == "She"
    with pytest.raises(ChangeError, match="The speakers of this claim are known already"):
        resolve_mark(store, claim)
    store.undo()
    assert snapshot(store) == before
    assert resolve_mark(store, claim) == mira
    store.undo()
    add_speaker(store, claim, None, mention=[span("She")])
    assert resolve_mark(store, claim) == mira
    with store.read() as session:
        [found] = [each for each in marks_of(session, article_id) if isinstance(each, ClaimRecord)]
    assert [each.speaker for each in found.speakers] == [mira]


def test_an_implicit_speaker_is_the_one_of_the_claim_before(store: Store, article_id: str) -> None:
    mira = make_speaker(store, "Mira Okafor")
    first = tag_claim(store, article_id, [span("The channel is too shallow")])
    second = tag_claim(store, article_id, [span("Two ships a month")])
    with pytest.raises(ChangeError, match="it cannot be told who is meant"):
        resolve_mark(store, second)
    add_speaker(store, first, mira)
    assert resolve_mark(store, second) == mira
    passage = tag_passage(store, article_id, [span("The study")], make_topic(store, "Silt"))
    with pytest.raises(ChangeError, match="A passage has no speaker"):
        resolve_mark(store, passage)
