"""Tags are changed after the fact: what is wrong is replaced, the rest stays, one undo takes it back."""

from __future__ import annotations

import pytest

from annotator.actions.many import Change, change_many
from annotator.actions.retagging import name_mention, replace_passage_topic, replace_speaker, replace_topic
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, edit_marks, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.errors import ChangeError, UnknownRecord
from annotator.queries.check import problems
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord, ClaimSpeaker, ClaimTopic, MarkRecord, MentionRecord, PassageRecord
from annotator.store import Store
from tests.sample_articles import snapshot, span


@pytest.fixture
def claim(store: Store, article_id: str) -> str:
    """A claim by Mira, by the words that name her, on the fees."""
    for name in ("Mira", "Jonas"):
        make_speaker(store, name, speaker_id=name.lower())
    for name in ("Fees", "Labour"):
        make_topic(store, name, topic_id=name.lower())
    made = tag_claim(store, article_id, [span("Two ships")])
    add_speaker(store, made, "mira", role="on_behalf_of", mention=[span("Mira Okafor")])
    add_topic(store, made, "fees", stance="opposes")
    return made


def mark(store: Store, id_: str) -> MarkRecord:
    with store.read() as session:
        [found] = marks_by_id(session, [id_])
    return found


def claim_of(store: Store, id_: str) -> ClaimRecord:
    found = mark(store, id_)
    assert isinstance(found, ClaimRecord)
    return found


def named(store: Store, id_: str) -> str | None:
    found = mark(store, id_)
    assert isinstance(found, MentionRecord)
    return found.speaker


def test_another_speaker_has_the_role_and_the_words_of_the_one_before(store: Store, claim: str) -> None:
    before = snapshot(store)
    mention = claim_of(store, claim).speakers[0].mention
    replace_speaker(store, claim, 0, "jonas")
    assert claim_of(store, claim).speakers == (ClaimSpeaker("jonas", "on_behalf_of", mention),)
    assert named(store, str(mention)) == "jonas"
    store.undo()
    assert snapshot(store) == before
    with pytest.raises(ChangeError, match="no such speaker"):
        replace_speaker(store, claim, 1, "jonas")
    with pytest.raises(UnknownRecord):
        replace_speaker(store, claim, 0, "nobody")


def test_who_is_on_the_claim_already_is_not_there_twice(store: Store, claim: str) -> None:
    mention = claim_of(store, claim).speakers[0].mention
    add_speaker(store, claim, "jonas", role="reported_by")
    replace_speaker(store, claim, 0, "jonas")
    assert claim_of(store, claim).speakers == (ClaimSpeaker("jonas", "reported_by", mention),)
    with store.read() as session:
        assert not list(problems(session))


def test_another_topic_has_the_stance_of_the_one_before(store: Store, claim: str) -> None:
    replace_topic(store, claim, 0, "labour")
    assert claim_of(store, claim).topics == (ClaimTopic("labour", "opposes"),)
    add_topic(store, claim, "fees", stance="supports")
    replace_topic(store, claim, 1, "labour")
    assert claim_of(store, claim).topics == (ClaimTopic("labour", "opposes"),)
    with pytest.raises(ChangeError, match="no such topic"):
        replace_topic(store, claim, 1, "fees")


def test_claims_follow_the_words_that_name_their_speaker(store: Store, article_id: str, claim: str) -> None:
    mention = str(claim_of(store, claim).speakers[0].mention)
    second = tag_claim(store, article_id, [span("fees hurt boats")])
    add_speaker(store, second, "jonas")
    add_speaker(store, second, "mira", mention=[span("Mira Okafor")])
    apart = tag_claim(store, article_id, [span("She")])
    add_speaker(store, apart, "mira")
    before = snapshot(store)
    assert name_mention(store, mention, "jonas") == 2
    assert named(store, mention) == "jonas"
    assert claim_of(store, claim).speakers == (ClaimSpeaker("jonas", "on_behalf_of", mention),)
    assert claim_of(store, second).speakers == (ClaimSpeaker("jonas", "says", mention),)
    assert claim_of(store, apart).speakers == (ClaimSpeaker("mira", "says", None),)
    store.undo()
    assert snapshot(store) == before


def test_a_mention_that_names_nobody_yet_is_named_and_a_colleagues_is_left_alone(store: Store, claim: str) -> None:
    words = tag_mention(store, claim_of(store, claim).article, [span("She")])
    assert name_mention(store, words, "mira") == 0
    assert named(store, words) == "mira"
    with pytest.raises(ChangeError, match="only Ana may change it"):
        name_mention(store, words, "jonas", by="Ben")
    with pytest.raises(ChangeError):
        name_mention(store, claim, "jonas")


def test_a_passage_is_about_another_topic(store: Store, claim: str) -> None:
    passage = tag_passage(store, claim_of(store, claim).article, [span("The study")], "fees")
    replace_passage_topic(store, passage, "labour")
    found = mark(store, passage)
    assert isinstance(found, PassageRecord)
    assert found.topic == "labour"
    with pytest.raises(UnknownRecord):
        replace_passage_topic(store, passage, "nothing")


def test_other_claims_get_the_same_tags_and_keep_their_own(store: Store, article_id: str, claim: str) -> None:
    edit_marks(store, [claim], label="Set", quotation="direct", certainty="high")
    bare, own, theirs = (
        tag_claim(store, article_id, [span("fees hurt boats")], by=who) for who in ("Ana", "Ana", "Ben")
    )
    add_topic(store, own, "fees", stance="supports")
    add_topic(store, own, "labour")
    edit_marks(store, [own], label="Set", quotation="mixed")
    before = snapshot(store)
    assert change_many(store, [bare, own, theirs], Change("like", pattern=claim_of(store, claim))) == 2
    made, kept = claim_of(store, bare), claim_of(store, own)
    assert made.speakers == (ClaimSpeaker("mira", "on_behalf_of", None),)
    assert (made.topics, made.quotation, made.certainty) == ((ClaimTopic("fees", "opposes"),), "direct", "high")
    assert kept.topics == (ClaimTopic("fees", "supports"), ClaimTopic("labour", None))
    assert (kept.quotation, kept.certainty) == ("mixed", "high")
    assert not claim_of(store, theirs).topics
    assert change_many(store, [bare], Change("like", pattern=claim_of(store, claim))) == 0
    store.undo()
    assert snapshot(store) == before
