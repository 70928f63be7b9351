"""The registry of speakers: made, changed, merged, deleted."""

from __future__ import annotations

import pytest

from annotator.actions.speakers import (
    delete_speaker,
    edit_speaker,
    make_speaker,
    merge_pairs,
    merge_speakers,
    part_speaker,
)
from annotator.actions.tagging import add_speaker, tag_claim, tag_mention
from annotator.errors import ChangeError, InvalidValue, UnknownRecord
from annotator.queries.check import problems
from annotator.queries.marks import marks_by_id
from annotator.queries.registry import speakers
from annotator.records import Affiliation, ClaimRecord, SpeakerRecord
from annotator.store import Store
from tests.sample_articles import snapshot, span


def speaker(store: Store, id_: str) -> SpeakerRecord:
    with store.read() as session:
        return {each.id: each for each in speakers(session)}[id_]


def test_a_speaker_is_made_with_a_clean_name(store: Store) -> None:
    made = make_speaker(store, "  Mira \n Okafor ", kind="person", speaker_id="mira")
    assert speaker(store, made) == SpeakerRecord("mira", "Mira Okafor")
    with pytest.raises(InvalidValue, match="A speaker needs a name"):
        make_speaker(store, " ")


def test_every_value_is_changed_and_undone(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    before = snapshot(store)
    edit_speaker(
        store, made, name="M. Okafor", kind="organisation", aliases=["the minister"], note="since 2024",
        affiliations=[["Reform League", "minister", "2024-05-01", None]], identifiers={"wikidata": "Q1"},
    )  # fmt: skip
    assert speaker(store, made) == SpeakerRecord(
        made, "M. Okafor", "organisation", ("the minister",),
        (Affiliation("Reform League", "minister", "2024-05-01", None),), {"wikidata": "Q1"}, "since 2024",
    )  # fmt: skip
    store.undo()
    assert snapshot(store) == before


def test_what_is_no_value_of_a_speaker_is_refused(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    before = snapshot(store)
    with pytest.raises(InvalidValue, match="A speaker has no merged_into_id"):
        edit_speaker(store, made, note="x", merged_into_id=made)
    with pytest.raises(InvalidValue, match="needs a name"):
        edit_speaker(store, made, name="")
    with pytest.raises(UnknownRecord):
        edit_speaker(store, "nobody", name="Nobody")
    assert snapshot(store) == before


def test_a_merge_points_the_loser_at_the_winner(store: Store, article_id: str) -> None:
    mira, minister = make_speaker(store, "Mira Okafor"), make_speaker(store, "the harbour minister")
    edit_speaker(store, minister, aliases=["minister", "Mira Okafor"])
    claim = tag_claim(store, article_id, [span("Two ships")], by="Ben")
    add_speaker(store, claim, minister, by="Ben")
    before = snapshot(store)
    merge_speakers(store, minister, mira)
    assert speaker(store, minister).merged_into == mira
    assert speaker(store, mira).aliases == ("the harbour minister", "minister")
    after = snapshot(store)
    assert (after["mark"], after["claim_speaker"]) == (before["mark"], before["claim_speaker"])
    with store.read() as session:
        [found] = marks_by_id(session, [claim])
    assert isinstance(found, ClaimRecord)
    assert [each.speaker for each in found.speakers] == [mira]


def test_merges_follow_each_other_without_a_circle(store: Store) -> None:
    a, b, c = (make_speaker(store, name) for name in "ABC")
    merge_speakers(store, a, b)
    merge_speakers(store, b, c)
    for loser, winner in ((c, a), (a, c), (a, a), (c, b)):
        with pytest.raises(ChangeError, match="is this speaker already"):
            merge_speakers(store, loser, winner)
    d = make_speaker(store, "D")
    merge_speakers(store, d, a)
    assert speaker(store, d).merged_into == c
    with store.read() as session:
        assert list(problems(session)) == []


def test_a_speaker_in_use_is_not_deleted(store: Store, article_id: str) -> None:
    mira, other = make_speaker(store, "Mira Okafor"), make_speaker(store, "M. Okafor")
    claim = tag_claim(store, article_id, [span("Two ships")])
    add_speaker(store, claim, mira, mention=[span("Mira Okafor")])
    tag_mention(store, article_id, [span("She")], speaker=mira)
    merge_speakers(store, other, mira)
    with pytest.raises(ChangeError, match="“Mira Okafor” is named by 4 tags; merge it"):
        delete_speaker(store, mira)
    alone = make_speaker(store, "Nobody")
    delete_speaker(store, alone)
    with store.read() as session:
        assert {each.id for each in speakers(session)} == {mira, other}


def test_values_are_cleaned_and_checked(store: Store) -> None:
    mira = make_speaker(store, "Mira Okafor")
    edit_speaker(
        store, mira, aliases=["The  Minister", "the minister", " "], identifiers={" Wikidata ": " Q1 ", "x": ""},
        affiliations=[[" Reform  League ", "", "2024", "2024-05"]],
    )  # fmt: skip
    found = speaker(store, mira)
    assert (found.aliases, found.identifiers) == (("The Minister",), {"wikidata": "Q1"})
    assert found.affiliations == (Affiliation("Reform League", None, "2024", "2024-05"),)
    before = snapshot(store)
    for values, sentence in (
        ({"kind": "party"}, "A speaker cannot be a “party”"),
        ({"affiliations": [["", "minister", None, None]]}, "needs the name of an organisation"),
        ({"affiliations": [["League", None, "May 2024", None]]}, "“May 2024” is no date; write a year"),
        ({"affiliations": [["League", None, "2024-13", None]]}, "“2024-13” is no date"),
        ({"affiliations": [["League", None, "2025-02", "2024"]]}, "ends \\(2024\\) before it begins \\(2025-02\\)"),
    ):
        with pytest.raises(InvalidValue, match=sentence):
            edit_speaker(store, mira, **values)  # type: ignore[arg-type]
    assert snapshot(store) == before


def test_a_merge_of_long_ago_is_taken_back(store: Store) -> None:
    mira, minister = make_speaker(store, "Mira Okafor"), make_speaker(store, "the minister")
    edit_speaker(store, mira, aliases=["Okafor"])
    with pytest.raises(ChangeError, match="“the minister” was not merged into anybody"):
        part_speaker(store, minister)
    merge_speakers(store, minister, mira)
    make_speaker(store, "Somebody else")
    part_speaker(store, minister)
    assert (speaker(store, minister).merged_into, speaker(store, mira).aliases) == (None, ("Okafor",))


def test_a_second_identifier_of_a_scheme_is_refused_and_takes_none_away(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    edit_speaker(store, made, identifiers=[["Wikidata", "Q1"], ["viaf", ""]])
    assert speaker(store, made).identifiers == {"wikidata": "Q1"}
    with pytest.raises(InvalidValue, match="an identifier in “wikidata” already: Q1"):
        edit_speaker(store, made, identifiers=[["wikidata", "Q1"], ["Wikidata", "Q2"]])
    assert speaker(store, made).identifiers == {"wikidata": "Q1"}


@pytest.mark.parametrize("day", ["2024-02-30", "2024-13", "2023-02-29", "May 2024", "0000"])
def test_a_day_that_never_was_is_refused(store: Store, day: str) -> None:
    made = make_speaker(store, "Mira Okafor")
    with pytest.raises(InvalidValue, match=f"“{day}” is no date"):
        edit_speaker(store, made, affiliations=[["Reform League", "", day, ""]])
    edit_speaker(store, made, affiliations=[["Reform League", "", "2024-02-29", "2024-03"]])


def test_a_merge_brings_affiliations_and_identifiers_along_and_parting_takes_them_back(store: Store) -> None:
    mira, twin = make_speaker(store, "Mira Okafor"), make_speaker(store, "M. Okafor")
    edit_speaker(store, mira, affiliations=[["Reform League", "", "", ""]], identifiers={"wikidata": "Q1"})
    edit_speaker(
        store,
        twin,
        affiliations=[["Harbour Council", "chair", "2019", ""], ["Reform League", "", "", ""]],
        identifiers={"wikidata": "Q2", "viaf": "7"},
    )
    merge_speakers(store, twin, mira)
    merged = speaker(store, mira)
    assert [each.organisation for each in merged.affiliations] == ["Reform League", "Harbour Council"]
    assert merged.identifiers == {"wikidata": "Q1", "viaf": "7"}
    part_speaker(store, twin)
    assert speaker(store, mira).identifiers == {"wikidata": "Q1"}
    assert "Harbour Council" not in [each.organisation for each in speaker(store, mira).affiliations]


def test_many_pairs_are_merged_as_one_step_whatever_they_share(store: Store) -> None:
    a, b, c, d = (make_speaker(store, name) for name in "ABCD")
    before = snapshot(store)
    assert merge_pairs(store, [(a, b), (a, c), (b, c), (c, d)]) == 3
    with store.read() as session:
        assert list(problems(session)) == []
        ends = {each.id: each.merged_into for each in speakers(session)}
    assert (ends[a], ends[b], ends[c], ends[d]) == (b, c, d, None)
    assert set(speaker(store, d).aliases) == {"A", "B", "C"}
    store.undo()
    assert snapshot(store) == before
