"""Verdicts build the consensus, originals never change, and everything is one step of undo."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.actions.articles import set_state
from annotator.actions.reviewing import (
    Grounds,
    accept_version,
    add_comment,
    amend_version,
    ask_third_opinion,
    delete_comment,
    reject_versions,
    set_codebook_question,
    set_reviewed,
)
from annotator.actions.tagging import add_speaker, delete_marks, set_spans, tag_claim
from annotator.actions.unanimous import accept_agreed
from annotator.errors import ChangeError, InvalidValue, StaleWrite, UnknownRecord
from annotator.queries.annotators import annotator_named, annotators
from annotator.queries.articles import article_list
from annotator.queries.check import problems
from annotator.queries.codebook_questions import codebook_questions
from annotator.queries.disagreements import agreed
from annotator.queries.reviews import decided_differently
from annotator.records import ClaimRecord, MentionRecord
from annotator.store import Store
from tests.reviewed import (
    ANSWER,
    CHANNEL,
    SHIPS,
    all_marks,
    consensus,
    disagree,
    groups,
    of_kind,
    said,
    verdict,
    verdicts,
)
from tests.sample_articles import snapshot, span

FLAGGED = Grounds("boundary", "Both halves are one statement.", True)


@pytest.fixture
def made(store: Store, article_id: str) -> dict[str, str]:
    return disagree(store, article_id)


def quotes(claims: list[ClaimRecord]) -> list[str]:
    return [" … ".join(part.quote for part in claim.parts) for claim in claims]


def test_accepting_copies_the_version_and_rejects_the_other(
    store: Store, article_id: str, made: dict[str, str]
) -> None:
    originals, before = all_marks(store, article_id), snapshot(store)
    group = of_kind(store, "boundary")
    copy = accept_version(store, group.claims, made["ben ships"], FLAGGED, by="Cleo")
    [claim] = consensus(store, article_id)
    original = next(mark for mark in originals if mark.id == made["ben ships"])
    assert claim.id == copy
    assert claim.origins == (made["ben ships"],)
    assert (claim.parts, original.quotation) == (original.parts, claim.quotation)
    assert verdicts(store, article_id) == {
        made["ben ships"]: ("accepted", "boundary", "Both halves are one statement.", True, None),
        made["ana ships"]: ("rejected", "boundary", "Both halves are one statement.", False, copy),
    }
    assert all_marks(store, article_id, of=["Ana", "Ben"]) == originals
    with store.read() as session:
        assert list(problems(session)) == []
        assert [each.kind for each in annotators(session)].count("consensus") == 1
    store.undo(by="Cleo")
    assert snapshot(store) == before
    store.redo(by="Cleo")
    assert quotes(consensus(store, article_id)) == ["Two ships a month"]


def test_versions_that_say_the_same_are_accepted_together(store: Store, article_id: str, made: dict[str, str]) -> None:
    group = groups(store)[0]
    accept_version(store, group.claims, made["ben channel"], by="Cleo")
    [claim] = consensus(store, article_id)
    assert set(claim.origins) == {made["ana channel"], made["ben channel"]}
    assert {found[0] for found in verdicts(store, article_id).values()} == {"accepted"}
    [mention] = [mark for mark in all_marks(store, article_id, of=["Consensus"]) if isinstance(mark, MentionRecord)]
    assert claim.speakers[0].mention == mention.id
    assert mention.origins


def test_who_decides_again_replaces_the_own_verdict(store: Store, article_id: str, made: dict[str, str]) -> None:
    group = of_kind(store, "boundary")
    accept_version(store, group.claims, made["ben ships"], by="Cleo")
    accept_version(store, group.claims, made["ana ships"], by="Cleo")
    assert quotes(consensus(store, article_id)) == [SHIPS]
    assert {mark: found[0] for mark, found in verdicts(store, article_id).items()} == {
        made["ana ships"]: "accepted",
        made["ben ships"]: "rejected",
    }
    reject_versions(store, group.claims, by="Dora")
    assert consensus(store, article_id) == []
    about = said(store, article_id)[made["ana ships"]]
    assert [(review.verdict) for review in about.reviews] == ["rejected", "accepted"]


def test_a_rejected_claims_mentions_leave_the_consensus_with_it(
    store: Store, article_id: str, made: dict[str, str]
) -> None:
    group = groups(store)[0]
    accept_version(store, group.claims, made["ana channel"])
    reject_versions(store, group.claims)
    assert all_marks(store, article_id, of=["Consensus"]) == []


def test_amending_makes_a_consensus_mark_that_any_reviewer_may_change(
    store: Store, article_id: str, made: dict[str, str]
) -> None:
    group = of_kind(store, "boundary")
    copy = amend_version(store, group.claims, made["ana ships"], mark_id="amended", by="Cleo")
    assert copy == "amended"
    set_spans(store, copy, [span("Two ships a month go")], by="Dora")
    mention = add_speaker(store, copy, None, mention=[span("Mira Okafor")], by="Cleo")
    found = verdict(store, article_id, made["ana ships"])
    assert (found.verdict, found.replacement) == ("amended", copy)
    assert (said(store, article_id)[made["ben ships"]].consensus or group.claims[0]).id == copy
    marks = {mark.id: mark for mark in all_marks(store, article_id, of=["Consensus"])}
    assert quotes([mark for mark in marks.values() if isinstance(mark, ClaimRecord)]) == ["Two ships a month go"]
    assert mention in marks


def test_what_was_changed_or_deleted_meanwhile_is_said_and_can_be_decided_as_it_was_seen(
    store: Store, article_id: str, made: dict[str, str]
) -> None:
    group = of_kind(store, "boundary")
    set_spans(store, made["ben ships"], [span("Two ships")], by="Ben")
    with pytest.raises(StaleWrite, match="Ben changed this claim"):
        accept_version(store, group.claims, made["ben ships"], by="Cleo")
    delete_marks(store, [made["ben ships"]], by="Ben")
    with pytest.raises(StaleWrite, match="Ben deleted this claim"):
        accept_version(store, group.claims, made["ben ships"], by="Cleo")
    assert consensus(store, article_id) == []
    assert said(store, article_id) == {}
    accept_version(store, group.claims, made["ben ships"], as_seen=True, by="Cleo")
    assert quotes(consensus(store, article_id)) == ["Two ships a month"]
    with store.read() as session:
        assert list(problems(session)) == []


def test_a_case_for_the_codebook_stands_once_until_it_is_settled(
    store: Store, article_id: str, made: dict[str, str]
) -> None:
    group = of_kind(store, "boundary")
    reject_versions(store, group.claims, FLAGGED, by="Cleo")
    with store.read() as session:
        [case] = codebook_questions(session)
    assert (case.article, case.quote, case.reviewer, case.cause) == (article_id, SHIPS, "Cleo", "boundary")
    assert case.reason == "Both halves are one statement."
    assert len(case.marks) == len(case.reviews) == 1
    delete_marks(store, [case.marks[0]], by="Ana")
    with store.read() as session:
        [gone] = codebook_questions(session)
    assert (gone.article, gone.quote, gone.marks) == (None, "", ())
    set_codebook_question(store, case.reviews, False)
    with store.read() as session:
        assert codebook_questions(session) == []


def test_the_author_sees_what_was_decided_differently(store: Store, article_id: str, made: dict[str, str]) -> None:
    accept_version(store, of_kind(store, "boundary").claims, made["ben ships"], by="Cleo")
    reject_versions(store, of_kind(store, "missing").claims, by="Cleo")
    with store.read() as session:
        mine = decided_differently(session, annotator_named(session, "Ana"))
        assert decided_differently(session, annotator_named(session, "Ben")) == []
        assert decided_differently(session, None) == []
    assert [(each.mark.id, each.review.verdict) for each in mine] == [
        (made["ana ships"], "rejected"),
        (made["ana answer"], "rejected"),
    ]
    assert [each.consensus.parts[0].quote if each.consensus else None for each in mine] == ["Two ships a month", None]


def test_comments_are_threads_on_a_mark(store: Store, article_id: str, made: dict[str, str]) -> None:
    first = add_comment(store, made["ana ships"], " Why so long? ", by="Cleo")
    answer = add_comment(store, made["ana ships"], "It is one sentence.", reply_to=first, by="Ana")
    thread = said(store, article_id)[made["ana ships"]].comments
    assert [(each.id, each.reply_to, each.text) for each in thread] == [
        (first, None, "Why so long?"),
        (answer, first, "It is one sentence."),
    ]
    with pytest.raises(InvalidValue, match="some words"):
        add_comment(store, made["ana ships"], "  ")
    with pytest.raises(InvalidValue, match="same mark"):
        add_comment(store, made["ben ships"], "No.", reply_to=first)
    with pytest.raises(UnknownRecord):
        add_comment(store, "nothing", "No.")
    with pytest.raises(ChangeError, match="answered"):
        delete_comment(store, first, by="Cleo")
    with pytest.raises(ChangeError, match="Ana’s"):
        delete_comment(store, answer, by="Cleo")
    delete_comment(store, answer, by="Ana")
    assert len(said(store, article_id)[made["ana ships"]].comments) == 1


def test_a_third_opinion_is_asked_of_who_made_no_version(store: Store, article_id: str, made: dict[str, str]) -> None:
    group = of_kind(store, "boundary")
    makers = [claim.annotator for claim in group.claims]
    add_comment(store, made["ana ships"], "Hm.", by="Cleo")
    with store.read() as session:
        ben, cleo = annotator_named(session, "Ben") or "", annotator_named(session, "Cleo") or ""
    with pytest.raises(InvalidValue, match="Ben made one of the versions"):
        ask_third_opinion(store, article_id, ben, makers)
    ask_third_opinion(store, article_id, cleo, makers, by="Ana")
    with pytest.raises(InvalidValue, match="asked already"):
        ask_third_opinion(store, article_id, cleo, makers)
    assert snapshot(store)["assignment"] == [(article_id, cleo, "third", True)]


def test_the_work_of_all_on_an_article_is_called_reviewed(store: Store, article_id: str, made: dict[str, str]) -> None:
    set_state(store, [article_id], "finished", by="Ben")
    set_reviewed(store, [article_id], True, by="Cleo")
    with store.read() as session:
        states = [article_list(session, name)[0].state for name in ("Ana", "Ben", "Cleo")]
    assert states == ["reviewed", "reviewed", "new"]
    set_reviewed(store, [article_id], False, by="Cleo")
    with store.read() as session:
        assert article_list(session, "Ana")[0].state == "finished"


# What all agree on -------------------------------------------------------------------------------------


def accept_all(store: Store, share: float = 1.0, **more: Any) -> int:
    return accept_agreed(store, list(agreed(groups(store), share=share)), by="Cleo", **more)


def test_what_all_agree_on_is_accepted_in_one_step(store: Store, article_id: str, made: dict[str, str]) -> None:
    before = snapshot(store)
    assert accept_all(store) == 1
    [claim] = consensus(store, article_id)
    assert quotes([claim]) == [CHANNEL]
    assert set(claim.origins) == {made["ana channel"], made["ben channel"]}
    assert {mark: found[0] for mark, found in verdicts(store, article_id).items()} == {
        made["ana channel"]: "accepted",
        made["ben channel"]: "accepted",
    }
    with store.read() as session:
        assert list(problems(session)) == []
    assert accept_all(store) == 0
    store.undo(by="Cleo")
    assert snapshot(store) == before
    store.redo(by="Cleo")
    assert quotes(consensus(store, article_id)) == [CHANNEL]


def test_a_threshold_lets_the_majority_decide(store: Store, article_id: str, made: dict[str, str]) -> None:
    third = tag_claim(store, article_id, [span(SHIPS)], quotation="direct", by="Dora")
    assert quotes([each.versions[0] for each in agreed(groups(store), share=1.0)]) == []
    assert accept_all(store, share=0.66) == 2
    assert quotes(consensus(store, article_id)) == [CHANNEL, SHIPS]
    found = verdicts(store, article_id)
    assert (found[third][0], found[made["ana ships"]][0], found[made["ben ships"]][0]) == (
        "accepted", "accepted", "rejected",
    )  # fmt: skip
    assert ANSWER not in quotes(consensus(store, article_id))


def test_what_was_changed_after_the_preview_is_left_out(store: Store, article_id: str, made: dict[str, str]) -> None:
    previewed = list(agreed(groups(store)))
    set_spans(store, made["ben channel"], [span("The channel")], by="Ben")
    assert accept_agreed(store, previewed, by="Cleo") == 0
    assert consensus(store, article_id) == []


def test_a_stop_midway_keeps_nothing(store: Store, article_id: str, made: dict[str, str]) -> None:
    before = snapshot(store)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        accept_all(store, report=stop)
    assert snapshot(store) == before
