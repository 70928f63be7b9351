"""Two people change the same thing: the second is told what it says now, and nothing is overwritten unseen."""

from __future__ import annotations

import pytest

from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.actions.topics import edit_topic, make_topic
from annotator.errors import StaleWrite
from annotator.queries.registry import speakers, topics
from annotator.records import SpeakerRecord, TopicRecord
from annotator.store import Store
from annotator.store.expecting import as_shown
from tests.sample_articles import snapshot


def shown(store: Store) -> SpeakerRecord:
    """The one speaker as a form shows it."""
    with store.read() as session:
        [found] = speakers(session)
    return found


def test_a_change_of_what_a_colleague_changed_is_refused_with_both_versions(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    form = shown(store)
    edit_speaker(store, made, name="M. Okafor", aliases=["the minister"], by="Ben")
    before = snapshot(store)
    sentence = (
        r"Ben changed this meanwhile \(“Change speaker”\): name is now “M\. Okafor”, yours was “Mira O\.”; aliases is "
        r"now “the minister”, yours was “her”\. Nothing was overwritten"
    )
    with pytest.raises(StaleWrite, match=sentence) as refused:
        as_shown(form, lambda: edit_speaker(store, made, name="Mira O.", aliases=["her"], note="seen"))()
    assert refused.value.theirs == {"name": "M. Okafor", "aliases": ["the minister"]}
    assert refused.value.yours == {"name": "Mira O.", "aliases": ["her"]}
    assert snapshot(store) == before
    # After a look at what it says now, the same change is taken.
    as_shown(shown(store), lambda: edit_speaker(store, made, name="Mira O."))()
    assert shown(store).name == "Mira O."


def test_two_people_may_change_two_fields(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    form = shown(store)
    edit_speaker(store, made, note="minister since May", by="Ben")
    as_shown(form, lambda: edit_speaker(store, made, name="M. Okafor"))()
    assert (shown(store).name, shown(store).note) == ("M. Okafor", "minister since May")


def test_what_a_form_sends_back_unchanged_overwrites_nobody(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    form = shown(store)
    edit_speaker(store, made, name="M. Okafor", by="Ben")
    with pytest.raises(StaleWrite, match="Ben changed this meanwhile"):
        as_shown(form, lambda: edit_speaker(store, made, name="Mira Okafor", note="seen"))()
    assert shown(store).name == "M. Okafor"


def test_own_changes_in_a_row_do_not_stand_in_each_others_way(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    form = shown(store)
    edit_speaker(store, made, name="M. Okafor")
    as_shown(form, lambda: edit_speaker(store, made, name="Mira"))()
    assert shown(store).name == "Mira"


def test_both_want_the_same(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    form = shown(store)
    edit_speaker(store, made, name="M. Okafor", by="Ben")
    as_shown(form, lambda: edit_speaker(store, made, name="M. Okafor"))()
    assert shown(store).name == "M. Okafor"


def test_a_topic_is_minded_as_well(store: Store) -> None:
    made = make_topic(store, "Port fees")
    with store.read() as session:
        [form] = topics(session)
    assert isinstance(form, TopicRecord)
    edit_topic(store, made, name="Harbour fees", by="Ben")
    with pytest.raises(StaleWrite, match="name is now “Harbour fees”, yours was “Fees”"):
        as_shown(form, lambda: edit_topic(store, made, name="Fees"))()
    # What is not believed any more does not outlive the verb.
    edit_topic(store, made, name="Fees")
