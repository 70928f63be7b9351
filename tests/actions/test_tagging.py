"""Tagging: what each verb leaves behind, what it refuses, and that every one is one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.actions.spans import checked
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import (
    add_part,
    add_speaker,
    add_topic,
    delete_marks,
    edit_marks,
    remove_part,
    remove_speaker,
    remove_topic,
    set_cue,
    set_role,
    set_spans,
    set_stance,
    tag_claim,
    tag_mention,
    tag_passage,
)
from annotator.actions.topics import make_topic
from annotator.errors import ChangeError, InvalidSpan, InvalidValue, UnknownRecord
from annotator.queries.annotators import annotators
from annotator.queries.check import problems
from annotator.queries.history import history
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord, ClaimSpeaker, ClaimTopic, MentionRecord, Part, PassageRecord
from annotator.store import Store
from tests.sample_articles import TEXT, snapshot, span

CLAIM = span("Two ships a month go to Wessel.")


def claim_of(store: Store, mark: str) -> ClaimRecord:
    with store.read() as session:
        [found] = marks_by_id(session, [mark])
    assert isinstance(found, ClaimRecord)
    return found


def steps(store: Store) -> int:
    with store.read() as session:
        return len(history(session))


@pytest.fixture
def claim(store: Store, article_id: str) -> str:
    return tag_claim(store, article_id, [CLAIM])


@pytest.fixture
def mira(store: Store) -> str:
    return make_speaker(store, "Mira Okafor")


@pytest.fixture
def fees(store: Store) -> str:
    return make_topic(store, "Port fees")


def test_a_claim_keeps_what_it_was_given(store: Store, article_id: str) -> None:
    made = tag_claim(
        store, article_id, [span("go to Wessel"), span("Two ships")], cue=[span("said")], quotation="direct",
        certainty="high", note="unsure", mark_id="known beforehand",
    )  # fmt: skip
    found = claim_of(store, made)
    assert found.id == "known beforehand"
    assert [part.quote for part in found.parts] == ["Two ships", "go to Wessel"]
    assert found.cue == (Part(*span("said"), "said"),)
    assert (found.quotation, found.certainty, found.note) == ("direct", "high", "unsure")
    assert (found.revision, found.codebook, found.created) == (1, 0, found.updated)


def test_offsets_are_code_points_beyond_the_first_plane(store: Store, article_id: str) -> None:
    made = tag_claim(store, article_id, [span("🐟, he argued")])
    assert claim_of(store, made).parts[0].quote == "🐟, he argued"


def test_the_first_tag_enters_the_annotator(store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [CLAIM], by="Tomas Renn")
    tag_claim(store, article_id, [CLAIM], by="Tomas Renn")
    with store.read() as session:
        [who] = annotators(session)
    assert (who.name, who.initials, who.kind) == ("Tomas Renn", "TR", "person")


def test_an_annotator_without_a_name_is_refused(store: Store, article_id: str) -> None:
    with pytest.raises(InvalidValue, match="needs a name"):
        tag_claim(store, article_id, [CLAIM], by=" ")


WRONG = {
    "none": [],
    "empty": [(5, 5)],
    "backwards": [(9, 5)],
    "before the text": [(-1, 5)],
    "after the text": [(5, len(TEXT) + 1)],
    "overlapping": [(5, 20), (19, 30)],
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_span_is_refused_with_nothing_changed(store: Store, article_id: str, what: str) -> None:
    before = snapshot(store)
    with pytest.raises(InvalidSpan):
        tag_claim(store, article_id, WRONG[what])
    assert snapshot(store) == before
    assert steps(store) == 1


@given(st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=4))
def test_checked_spans_are_in_order_apart_and_inside(spans: list[tuple[int, int]]) -> None:
    try:
        found = checked(spans, 50)
    except InvalidSpan:
        ordered = sorted(spans)
        apart = all(a[1] <= b[0] for a, b in pairwise(ordered))
        assert not (spans and apart and all(0 <= start < end <= 50 for start, end in spans))
    else:
        assert found == sorted(spans)
        assert found
        flat = [offset for pair in found for offset in pair]
        assert flat == sorted(flat)
        assert 0 <= flat[0] < flat[-1] <= 50


def test_an_unknown_article_is_told(store: Store) -> None:
    with pytest.raises(UnknownRecord, match="This article is not in the project"):
        tag_claim(store, "nothing", [(0, 4)])


def test_parts_are_added_moved_and_taken_away(store: Store, claim: str) -> None:
    add_part(store, claim, span("Jonas Albrecht"))
    assert [part.quote for part in claim_of(store, claim).parts] == [
        "Two ships a month go to Wessel.", "Jonas Albrecht",
    ]  # fmt: skip
    with pytest.raises(InvalidSpan, match="must not overlap"):
        add_part(store, claim, span("go to"))
    remove_part(store, claim, CLAIM)
    assert [part.quote for part in claim_of(store, claim).parts] == ["Jonas Albrecht"]
    with pytest.raises(ChangeError, match="needs one part at least"):
        remove_part(store, claim, span("Jonas Albrecht"))
    set_spans(store, claim, [span("fees hurt boats"), span("he argued"), span("denied it")])
    assert [part.quote for part in claim_of(store, claim).parts] == ["denied it", "fees hurt boats", "he argued"]
    with store.read() as session:
        assert list(problems(session)) == []


def test_the_cue_is_set_and_removed(store: Store, claim: str) -> None:
    set_cue(store, claim, [span("said")])
    set_cue(store, claim, [span("denied")])
    gap = TEXT.index(" ")
    with pytest.raises(InvalidSpan, match="cannot be blank"):
        set_cue(store, claim, [(gap, gap + 1)])
    assert [part.quote for part in claim_of(store, claim).cue] == ["denied"]
    set_cue(store, claim, [])
    assert claim_of(store, claim).cue == ()
    with store.read() as session:
        assert [step.label for step in history(session, limit=2)] == ["Remove cue", "Tag cue"]


def test_a_speaker_with_its_mention_is_one_step(store: Store, claim: str, mira: str) -> None:
    before = snapshot(store)
    mention = add_speaker(store, claim, mira, mention=[span("Mira Okafor")])
    assert claim_of(store, claim).speakers == (ClaimSpeaker(mira, "says", mention),)
    store.undo()
    assert snapshot(store) == before


def test_a_mention_at_the_same_words_is_used_again(store: Store, article_id: str, claim: str, mira: str) -> None:
    mention = tag_mention(store, article_id, [span("Mira Okafor")])
    assert add_speaker(store, claim, mira, mention=[span("Mira Okafor")]) == mention
    with store.read() as session:
        [found] = marks_by_id(session, [mention])
    assert isinstance(found, MentionRecord)
    assert found.speaker == mira


def test_a_colleagues_mention_is_left_alone(store: Store, article_id: str, claim: str, mira: str) -> None:
    theirs = tag_mention(store, article_id, [span("Mira Okafor")], by="Ben")
    assert add_speaker(store, claim, mira, mention=[span("Mira Okafor")]) != theirs


def test_a_speaker_is_not_added_twice(store: Store, claim: str, mira: str) -> None:
    add_speaker(store, claim, mira)
    mention = add_speaker(store, claim, mira, mention=[span("Mira Okafor")])
    add_speaker(store, claim, mira)
    assert claim_of(store, claim).speakers == (ClaimSpeaker(mira, "says", mention),)


def test_a_speaker_needs_a_name_or_words(store: Store, claim: str) -> None:
    with pytest.raises(InvalidValue, match="needs a name, or words"):
        add_speaker(store, claim, None)
    mention = add_speaker(store, claim, None, mention=[span("the harbour minister")])
    assert claim_of(store, claim).speakers == (ClaimSpeaker(None, "says", mention),)


def test_speakers_roles_are_changed_by_their_number(store: Store, claim: str, mira: str) -> None:
    jonas = make_speaker(store, "Jonas Albrecht")
    mention = add_speaker(store, claim, mira, mention=[span("Mira Okafor")])
    add_speaker(store, claim, jonas, role="reported_by")
    set_role(store, claim, 0, "on_behalf_of")
    assert [each.role for each in claim_of(store, claim).speakers] == ["on_behalf_of", "reported_by"]
    assert claim_of(store, claim).speakers[0].mention == mention
    remove_speaker(store, claim, 0)
    assert [each.role for each in claim_of(store, claim).speakers] == ["reported_by"]
    with pytest.raises(ChangeError, match="no such speaker"):
        set_role(store, claim, 1, "says")


def test_topics_and_stances_are_changed_by_their_number(store: Store, claim: str, fees: str) -> None:
    labour = make_topic(store, "Labour")
    add_topic(store, claim, fees)
    add_topic(store, claim, labour, stance="supports")
    add_topic(store, claim, fees, stance="opposes")
    assert claim_of(store, claim).topics == (ClaimTopic(fees, None), ClaimTopic(labour, "supports"))
    set_stance(store, claim, 1, None)
    set_stance(store, claim, 0, "unclear")
    assert claim_of(store, claim).topics == (ClaimTopic(fees, "unclear"), ClaimTopic(labour, None))
    remove_topic(store, claim, 0)
    assert claim_of(store, claim).topics == (ClaimTopic(labour, None),)
    with pytest.raises(ChangeError, match="no such topic"):
        remove_topic(store, claim, 1)


def test_one_edit_of_many_marks_is_one_step(store: Store, article_id: str, claim: str) -> None:
    other = tag_claim(store, article_id, [CLAIM])
    edit_marks(store, [claim, other], label="Set quotation", quotation="mixed", fields={"check_worthy": "yes"})
    for mark in (claim, other):
        assert claim_of(store, mark).quotation == "mixed"
        assert claim_of(store, mark).fields == {"check_worthy": "yes"}
    store.undo()
    for mark in (claim, other):
        assert (claim_of(store, mark).quotation, claim_of(store, mark).fields) == (None, {})


def test_a_value_that_a_mark_does_not_have_is_refused(store: Store, article_id: str, claim: str) -> None:
    mention = tag_mention(store, article_id, [span("Mira Okafor")])
    before = snapshot(store)
    with pytest.raises(InvalidValue, match="A mention has no quotation"):
        edit_marks(store, [claim, mention], label="Set quotation", quotation="direct")
    with pytest.raises(InvalidValue, match="A claim has no speaker"):
        edit_marks(store, [claim], label="Set speaker", speaker_id="x")
    assert snapshot(store) == before


def test_a_passage_has_a_topic(store: Store, article_id: str, fees: str) -> None:
    made = tag_passage(store, article_id, [span("The study")], fees)
    with store.read() as session:
        [found] = marks_by_id(session, [made])
    assert isinstance(found, PassageRecord)
    assert found.topic == fees
    with pytest.raises(ChangeError, match="not in the project"):
        tag_passage(store, article_id, [span("The study")], "no topic")


def test_deleting_a_mention_leaves_the_claim_its_speaker(store: Store, claim: str, mira: str) -> None:
    mention = add_speaker(store, claim, mira, mention=[span("Mira Okafor")])
    nameless = add_speaker(store, claim, None, mention=[span("He", TEXT.replace("he argued", "He argued"))])
    before = snapshot(store)
    delete_marks(store, [str(mention), str(nameless)])
    assert claim_of(store, claim).speakers == (ClaimSpeaker(mira, "says", None),)
    store.undo()
    assert snapshot(store) == before


def test_deleting_a_claim_and_its_mention_together_is_undone(store: Store, claim: str, mira: str) -> None:
    mention = add_speaker(store, claim, mira, mention=[span("Mira Okafor")])
    before = snapshot(store)
    for order in ([claim, str(mention)], [str(mention), claim]):
        delete_marks(store, order)
        assert snapshot(store)["part"] == []
        store.undo()
        assert snapshot(store) == before


CHANGES: dict[str, Callable[[Store, str], Any]] = {
    "spans": lambda store, mark: set_spans(store, mark, [(0, 4)], by="Ben"),
    "part": lambda store, mark: add_part(store, mark, (0, 4), by="Ben"),
    "cue": lambda store, mark: set_cue(store, mark, [(0, 4)], by="Ben"),
    "speaker": lambda store, mark: add_speaker(store, mark, None, mention=[(0, 4)], by="Ben"),
    "note": lambda store, mark: edit_marks(store, [mark], label="Note", note="no", by="Ben"),
    "deletion": lambda store, mark: delete_marks(store, [mark], by="Ben"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_colleagues_mark_is_never_changed(store: Store, claim: str, what: str) -> None:
    before = snapshot(store)
    with pytest.raises(ChangeError, match="This claim is Ana’s; only Ana may change it"):
        CHANGES[what](store, claim)
    assert snapshot(store) == before


@pytest.mark.parametrize("verb", [set_cue, add_part])
def test_an_absent_mark_is_told(store: Store, article_id: str, verb: Any) -> None:
    with pytest.raises(UnknownRecord, match="not in the project"):
        verb(store, "nothing", (0, 4))


def test_a_cue_belongs_to_claims(store: Store, article_id: str) -> None:
    mention = tag_mention(store, article_id, [span("Mira Okafor")])
    with pytest.raises(ChangeError, match="This is a mention, not a claim"):
        set_cue(store, mention, [span("said")])


@pytest.mark.parametrize("kind", ["mention", "passage"])
def test_the_note_of_a_mention_or_passage_is_one_step_there_and_back(store: Store, article_id: str, kind: str) -> None:
    if kind == "mention":
        mark = tag_mention(store, article_id, [span("Mira Okafor")])
    else:
        mark = tag_passage(store, article_id, [span("speaks of silt")], make_topic(store, "Silt"))

    def note() -> str:
        with store.read() as session:
            return marks_by_id(session, {mark})[0].note

    edit_marks(store, [mark], label="Write note", note="seen twice")
    assert note() == "seen twice"
    store.undo()
    assert note() == ""
    store.redo()
    assert note() == "seen twice"
