"""Many marks changed at once: what the preview says is what is done, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.actions.codebook import merge_topics
from annotator.actions.fields import make_field
from annotator.actions.many import Change, Preview, change_many, preview
from annotator.actions.propositions import make_proposition
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.errors import InvalidValue, UnknownRecord
from annotator.queries.check import problems
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord, MarkRecord, MentionRecord, PassageRecord
from annotator.store import Store
from tests.sample_articles import snapshot, span


@pytest.fixture
def marks(store: Store, article_id: str) -> list[str]:
    """Two claims, a mention and a passage of Ana's, and a claim of Ben's."""
    make_topic(store, "Fees", topic_id="fees")
    make_topic(store, "Labour", topic_id="labour")
    make_speaker(store, "Mira", speaker_id="mira")
    make_speaker(store, "Jonas", speaker_id="jonas")
    make_field(store, "Check", kind="yes_no", key="check")
    make_proposition(store, "Ships are lost", proposition_id="lost")
    first, second = (tag_claim(store, article_id, [span(words)]) for words in ("Two ships", "fees hurt boats"))
    add_topic(store, first, "fees", stance="supports")
    add_speaker(store, first, "mira", mention=[span("Mira Okafor")])
    mention = tag_mention(store, article_id, [span("She")])
    passage = tag_passage(store, article_id, [span("The study")], "fees")
    theirs = tag_claim(store, article_id, [span("Two ships")], by="Ben")
    return [first, second, mention, passage, theirs]


def look(store: Store, marks: Sequence[str], change: Change) -> Preview:
    with store.read() as session:
        return preview(session, marks, change, "Ana")


def now_(store: Store, mark: str) -> MarkRecord:
    with store.read() as session:
        return marks_by_id(session, [mark])[0]


def test_a_topic_is_added_to_all_that_do_not_have_it(store: Store, marks: list[str]) -> None:
    change = Change("add_topic", topic="fees")
    assert look(store, marks, change) == Preview(changes=1, same=2, unfit=1, others=1)
    before = snapshot(store)
    assert change_many(store, marks, change) == 1
    claim = now_(store, marks[1])
    assert isinstance(claim, ClaimRecord)
    assert [each.topic for each in claim.topics] == ["fees"]
    store.undo()
    assert snapshot(store) == before
    with pytest.raises(UnknownRecord):
        change_many(store, marks, Change("add_topic", topic="nothing"))


def test_a_passage_and_a_mention_get_the_other_one(store: Store, marks: list[str]) -> None:
    change_many(store, marks, Change("add_topic", topic="labour"))
    change_many(store, marks, Change("add_speaker", speaker="jonas", role="addressed"))
    mention, passage, claim = now_(store, marks[2]), now_(store, marks[3]), now_(store, marks[0])
    assert isinstance(mention, MentionRecord)
    assert isinstance(passage, PassageRecord)
    assert isinstance(claim, ClaimRecord)
    assert (mention.speaker, passage.topic) == ("jonas", "labour")
    assert [(each.speaker, each.role) for each in claim.speakers] == [("mira", "says"), ("jonas", "addressed")]


def test_merged_topics_are_the_same_topic(store: Store, marks: list[str]) -> None:
    merge_topics(store, "fees", "labour")
    assert look(store, marks[:1], Change("add_topic", topic="labour")).same == 1
    assert change_many(store, marks, Change("stance", topic="labour", stance="opposes")) == 1
    assert change_many(store, marks, Change("remove_topic", topic="labour")) == 1
    claim = now_(store, marks[0])
    assert isinstance(claim, ClaimRecord)
    assert claim.topics == ()


def test_what_is_no_choice_is_refused(store: Store, marks: list[str]) -> None:
    before = snapshot(store)
    for change in (
        Change("quotation", value="loud"),
        Change("certainty", value="quite"),
        Change("field", field="check", value="maybe"),
        Change("field", field="check", value=True),
    ):
        with pytest.raises(InvalidValue):
            change_many(store, marks, change)
    for change in (
        Change("proposition", value="none"),
        Change("add_speaker", speaker="nobody"),
        Change("field", field="x"),
    ):
        with pytest.raises(UnknownRecord):
            change_many(store, marks, change)
    assert snapshot(store) == before


values: dict[str, Any] = {
    "quotation": st.sampled_from(["direct", "paraphrase", None]),
    "certainty": st.sampled_from(["high", None]),
    "proposition": st.sampled_from(["lost", None]),
    "field": st.sampled_from([True, False, None]),
}


@st.composite
def changes(draw: st.DrawFn) -> Change:
    what = draw(
        st.sampled_from(
            ["add_topic", "remove_topic", "stance", "add_speaker", "remove_speaker", "quotation", "certainty",
             "proposition", "field", "delete"]
        )
    )  # fmt: skip
    return Change(
        what,
        topic=draw(st.sampled_from(["fees", "labour"])),
        stance=draw(st.sampled_from(["supports", "opposes", None])),
        speaker=draw(st.sampled_from(["mira", "jonas"])),
        value=draw(values.get(what, st.none())),
        field="check",
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(changes(), min_size=1, max_size=4))
def test_the_preview_tells_what_is_done_and_undo_takes_all_back(
    store: Store, marks: list[str], several: list[Change]
) -> None:
    first = snapshot(store)
    claims = [marks[0], marks[1], marks[4]]
    done = 0
    for change in several:
        told = look(store, claims, change)
        before = snapshot(store)
        assert change_many(store, claims, change) == told.changes
        assert (snapshot(store) == before) == (told.changes == 0)
        again = look(store, claims, change)
        assert again.changes == 0
        done += told.changes > 0
    with store.read() as session:
        assert list(problems(session)) == []
    for _ in range(done):
        store.undo()
    assert snapshot(store) == first


def test_a_topic_is_replaced_where_it_is_with_its_stance(store: Store, marks: list[str]) -> None:
    add_topic(store, marks[1], "fees", stance="opposes")
    add_topic(store, marks[1], "labour")
    change = Change("replace_topic", topic="fees", value="labour")
    assert look(store, marks[:2], change) == Preview(changes=2, same=0, unfit=0, others=0)
    before = snapshot(store)
    assert change_many(store, marks[:2], change) == 2
    first, second = (now_(store, mark) for mark in marks[:2])
    assert isinstance(first, ClaimRecord)
    assert isinstance(second, ClaimRecord)
    assert [(each.topic, each.stance) for each in first.topics] == [("labour", "supports")]
    assert [(each.topic, each.stance) for each in second.topics] == [("labour", None)]
    store.undo()
    assert snapshot(store) == before
    with pytest.raises(UnknownRecord):
        change_many(store, marks, Change("replace_topic", topic="fees", value="nothing"))


def test_a_speaker_is_replaced_and_the_words_that_name_them_follow(store: Store, marks: list[str]) -> None:
    add_speaker(store, marks[1], "mira", role="addressed")
    add_speaker(store, marks[1], "jonas")
    change = Change("replace_speaker", speaker="mira", value="jonas")
    before = snapshot(store)
    assert change_many(store, marks, change) == 2
    first, second = (now_(store, mark) for mark in marks[:2])
    assert isinstance(first, ClaimRecord)
    assert isinstance(second, ClaimRecord)
    [link] = first.speakers
    mention = now_(store, str(link.mention))
    assert isinstance(mention, MentionRecord)
    assert (link.speaker, mention.speaker) == ("jonas", "jonas")
    assert [(each.speaker, each.role) for each in second.speakers] == [("jonas", "says")]
    with store.read() as session:
        assert list(problems(session)) == []
    store.undo()
    assert snapshot(store) == before
    with pytest.raises(UnknownRecord):
        change_many(store, marks, Change("replace_speaker", speaker="mira", value="nobody"))
