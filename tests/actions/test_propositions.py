"""Propositions: made, linked, and listed where they appear."""

from __future__ import annotations

import pytest

from annotator.actions.propositions import (
    delete_proposition,
    edit_proposition,
    link_proposition,
    make_proposition,
    merge_propositions,
)
from annotator.actions.speakers import make_speaker, merge_speakers
from annotator.actions.tagging import add_part, add_speaker, tag_claim, tag_mention
from annotator.errors import ChangeError, InvalidValue, UnknownRecord
from annotator.queries.propositions import appearances, propositions
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, snapshot, span


def test_a_proposition_is_made_and_linked_in_one_step(store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships a month")])
    before = snapshot(store)
    link_proposition(store, [claim], "p", text=" The port loses\n two ships a month ")
    with store.read() as session:
        [known] = propositions(session)
    assert (known.id, known.text, known.claims) == ("p", "The port loses two ships a month", 1)
    store.undo()
    assert snapshot(store) == before
    for wrong, sentence in (("", "needs words"), (" \n", "needs words")):
        with pytest.raises(InvalidValue, match=sentence):
            make_proposition(store, wrong)
    with pytest.raises(UnknownRecord):
        link_proposition(store, [claim], "nothing")
    mention = tag_mention(store, article_id, [span("She")])
    made = make_proposition(store, "A")
    with pytest.raises(ChangeError, match="This is a mention, not a claim"):
        link_proposition(store, [claim, mention], made)
    with store.read() as session:
        assert [each.claims for each in propositions(session)] == [0]


def test_appearances_come_in_the_order_of_days(store: Store, article_id: str) -> None:
    earlier = article_record("article-2", title="Earlier")
    undated = article_record("article-3", title="Undated")
    from msgspec import structs

    add_articles(
        store,
        [structs.replace(undated, published=None), structs.replace(earlier, published="2025-10")],
        source="more",
    )
    mira, other = make_speaker(store, "Mira Okafor"), make_speaker(store, "M. Okafor")
    merge_speakers(store, other, mira)
    claims = [tag_claim(store, each, [span("Two ships a month")]) for each in ("article-3", article_id, "article-2")]
    add_part(store, claims[1], span("fees hurt boats"))
    add_speaker(store, claims[1], other)
    made = make_proposition(store, "Two ships are lost")
    link_proposition(store, claims, made)
    with store.read() as session:
        found = appearances(session, made)
    assert [each.article for each in found] == ["article-2", article_id, "article-3"]
    assert found[1].quote == "Two ships a month … fees hurt boats"
    assert (found[1].speakers, found[1].annotator, found[1].published) == (("Mira Okafor",), "Ana", "2025-11-24")
    with pytest.raises(ChangeError, match="“Two ships are lost” is asserted by 3 claims; unlink them first"):
        delete_proposition(store, made)
    link_proposition(store, claims, None)
    edit_proposition(store, made, text="Ships are lost", note="count them")
    with store.read() as session:
        assert [(each.text, each.note, each.claims) for each in propositions(session)] == [
            ("Ships are lost", "count them", 0)
        ]
        assert appearances(session, made) == []
    delete_proposition(store, made)
    with pytest.raises(UnknownRecord):
        edit_proposition(store, made, note="x")


def test_two_propositions_become_one_where_all_claims_are_ones_own(store: Store, article_id: str) -> None:
    for id_ in ("first", "second"):
        make_proposition(store, id_, proposition_id=id_)
    claims = [tag_claim(store, article_id, [span(words)]) for words in ("Two ships", "fees hurt boats")]
    link_proposition(store, claims, "first")
    before = snapshot(store)
    assert merge_propositions(store, "first", "second") == (2, 0)
    with store.read() as session:
        assert [(each.id, each.claims) for each in propositions(session)] == [("second", 2)]
    store.undo()
    assert snapshot(store) == before
    with pytest.raises(ChangeError, match="itself"):
        merge_propositions(store, "first", "first")
    with pytest.raises(UnknownRecord):
        merge_propositions(store, "first", "nothing")


def test_claims_of_colleagues_keep_the_proposition_that_was_merged(store: Store, article_id: str) -> None:
    for id_ in ("first", "second"):
        make_proposition(store, id_, proposition_id=id_)
    for who in ("Ana", "Ben"):
        link_proposition(store, [tag_claim(store, article_id, [span("Two ships")], by=who)], "first", by=who)
    assert merge_propositions(store, "first", "second") == (1, 1)
    with store.read() as session:
        assert {(each.id, each.claims) for each in propositions(session)} == {("first", 1), ("second", 1)}
