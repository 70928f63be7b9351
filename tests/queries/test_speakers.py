"""The registry of speakers: counts, previews of merges, likely duplicates."""

from __future__ import annotations

import pytest

from annotator.actions.speakers import edit_speaker, make_speaker, merge_speakers
from annotator.actions.tagging import add_speaker, tag_claim, tag_mention
from annotator.errors import ChangeError
from annotator.queries.registry import speakers
from annotator.queries.speakers import SpeakerCounts, alike, merge_preview, speaker_counts
from annotator.records import SpeakerRecord
from annotator.store import Store
from tests.sample_articles import snapshot, span


def test_counts_and_preview_say_what_a_merge_touches(store: Store, article_id: str) -> None:
    mira, minister = make_speaker(store, "Mira Okafor"), make_speaker(store, "the harbour minister", kind="unnamed")
    edit_speaker(store, minister, aliases=["minister"], identifiers={"wikidata": "Q2"})
    edit_speaker(store, mira, identifiers={"wikidata": "Q1"})
    mine = tag_claim(store, article_id, [span("Two ships")])
    add_speaker(store, mine, minister, mention=[span("the harbour minister")])
    theirs = tag_claim(store, article_id, [span("The study")], by="Ben")
    add_speaker(store, theirs, minister, by="Ben")
    tag_mention(store, article_id, [span("Mira Okafor")], speaker=mira)
    before = snapshot(store)
    with store.read() as session:
        assert speaker_counts(session) == {minister: SpeakerCounts(2, 1), mira: SpeakerCounts(0, 1)}
        preview = merge_preview(session, minister, mira)
        with pytest.raises(ChangeError, match="“Mira Okafor” is this speaker already"):
            merge_preview(session, mira, mira)
        with pytest.raises(ChangeError, match="not in the project"):
            merge_preview(session, mira, "nobody")
    assert (preview.claims, preview.mentions, preview.articles) == (2, 1, 1)
    assert preview.annotators == ("Ana", "Ben")
    assert preview.new_aliases == ("the harbour minister", "minister")
    assert preview.differences == (
        "One is called “person”, the other “unnamed”.",
        "They have different identifiers in wikidata: Q1, Q2.",
    )
    merge_speakers(store, minister, mira)
    with store.read() as session:
        assert speaker_counts(session) == {mira: SpeakerCounts(2, 2)}
        with pytest.raises(ChangeError, match="is this speaker already"):
            merge_preview(session, minister, mira)
    store.undo()
    assert snapshot(store) == before


def names(*names: str) -> list[SpeakerRecord]:
    return [SpeakerRecord(name, name) for name in names]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Mira Okafor", "Okafor, Mira", "name"),
        ("Mira Okafor", "Mira Okafour", "name"),
        ("José Álvarez", "Jose Alvarez", "name"),
        ("M. Okafor", "Mira Okafor", "initials"),
        ("ميرا أوكافور", "ميرا اوكافور", "name"),
        ("Mira Okafor", "Tomas Okafor", None),
        ("Mira Okafor", "Jonas Albrecht", None),
        ("T. Okafor", "Mira Okafor", None),
    ],
)
def test_names_are_compared_as_a_reader_would(one: str, other: str, why: str | None) -> None:
    found = alike(names(one, other))
    assert [each.why for each in found] == ([why] if why else [])


def test_identifiers_decide_before_names() -> None:
    a, b, c = (
        SpeakerRecord(id_, "Mira Okafor", identifiers={"wikidata": q})
        for id_, q in (("a", "Q1"), ("b", "Q2"), ("c", "Q1"))
    )
    assert [(each.first, each.second, each.why, each.likeness) for each in alike([a, b, c])] == [
        ("a", "c", "identifier", 100.0)
    ]
    assert (
        alike([SpeakerRecord("x", "Mira Okafor"), SpeakerRecord("y", "Guild", aliases=("Mira Okafor",))])[0].why
        == "name"
    )


def test_merged_speakers_are_no_duplicates(store: Store) -> None:
    first, second, third = (make_speaker(store, "Mira Okafor") for _ in range(3))
    merge_speakers(store, first, second)
    with store.read() as session:
        [pair] = alike(speakers(session))
    assert {pair.first, pair.second} == {second, third}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Okafor, Mira", "Mira Okafor", "name"),
        ("Łukasz Nowak", "Lukasz Nowak", "name"),
        ("Jürgen Müller", "Juergen Mueller", "name"),
        ("Мария Иванова", "Marija Ivanova", "name"),
        ("Αλέξης Τσίπρας", "Alexis Tsipras", "name"),
        ("Dr. Mira Okafor", "Mira Okafor", "name"),
        ("Kim Jong Un", "Kim Jong-un", "name"),
        ("Mira Adaeze Okafor", "Mira Okafor", "part"),
        ("Okafor, M.", "Mira Okafor", "initials"),
    ],
)
def test_names_are_alike_across_scripts_spellings_and_orders(one: str, other: str, why: str) -> None:
    assert [each.why for each in alike([SpeakerRecord("1", one), SpeakerRecord("2", other)])] == [why]


def test_organisations_are_alike_by_their_first_letters_and_a_ministry_is_no_minister() -> None:
    short = [SpeakerRecord("1", "Union of Quay Workers", "organisation"), SpeakerRecord("2", "U.Q.W.", "organisation")]
    assert [each.why for each in alike(short)] == ["short"]
    assert alike([SpeakerRecord("1", "Una Quist"), SpeakerRecord("2", "UQ")]) == []
    person = SpeakerRecord("1", "Mira Okafor", aliases=("Minister of Harbours",))
    assert alike([person, SpeakerRecord("2", "Ministry of Harbours", "organisation")]) == []
    assert alike([SpeakerRecord("1", "Ana Silva"), SpeakerRecord("2", "Ivo Silva")]) == []


def test_what_is_said_of_many_makes_nobody_alike() -> None:
    first = SpeakerRecord("1", "Mira Okafor", aliases=("the minister", "the 11th minister"))
    second = SpeakerRecord("2", "Jonas Albrecht", aliases=("the minister", "the 111th minister"))
    assert alike([first, second]) == []
    assert [each.why for each in alike([first, SpeakerRecord("3", "the minister", "unnamed")])] == ["name"]
