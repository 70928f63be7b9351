"""Whom the words of a text name, among the speakers that are known."""

from __future__ import annotations

import pytest

from annotator.gui.annotate.choices import (
    called_first,
    everybody,
    is_somebody_new,
    names_of,
    offered_name,
    section_titles,
    speaker_choices,
    speakers_called,
)
from annotator.gui.panel.display import Display
from annotator.records import MentionRecord, Part, SpeakerRecord

SPEAKERS = (
    SpeakerRecord("feld", "Jonas Feld", aliases=("the mayor",)),
    SpeakerRecord("jonas", "Jonas"),
    SpeakerRecord("council", "City council"),
    SpeakerRecord("other", "Ada Dorn", aliases=("the head",)),
    SpeakerRecord("third", "Ivo Marsh", aliases=("the head",)),
    SpeakerRecord("gone", "Rika Storm", merged_into="feld"),
    SpeakerRecord("short", "Li"),
)


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("Lars Boe", True),
        ("Lars van der Boe", True),
        ("Mr. Holm", True),
        ("Ms. Feld", False),
        ("Jonas Albrecht", False),
        ("He", False),
        ("Lars", False),
        ("the Head", False),
        ("Harbour minister", False),
        ("أميرة حداد", False),
    ],
)
def test_a_name_of_two_capitals_that_nobody_shares_is_somebody_new(name: str, new: bool) -> None:
    assert is_somebody_new(name, names_of(SPEAKERS)) == new


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mayor  Jonas Feld", {"feld"}),
        ("JONAS FELD", {"feld"}),
        ("the Mayor", {"feld"}),
        ("Jonas", {"jonas"}),
        ("Feld", {"feld"}),
        ("Dorn", {"other"}),
        ("Jonassen", set()),
        ("the head", {"other", "third"}),
        ("Rika Storm", set()),
        ("Li", set()),
        ("nobody", set()),
        ("", set()),
    ],
)
def test_words_name_speakers_by_the_longest_name_in_them_or_by_a_part_of_one(words: str, found: set[str]) -> None:
    names = names_of(SPEAKERS)
    assert set(speakers_called(words, names)) == found
    assert set(speakers_called(words, names[::-1])) == found


def test_words_that_stand_in_many_names_tell_nobody() -> None:
    many = [SpeakerRecord(str(number), f"Number {number} of Wessel") for number in range(5)]
    assert speakers_called("Wessel", names_of(many)) == []
    assert len(speakers_called("Wessel", names_of(many[:4]))) == 4


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (" Mayor \t Rika\u00a0Lund ", "Mayor Rika Lund"),
        ("x" * 60, "x" * 60),
        ("x" * 61, None),
        ("Rika\nLund", None),
        ("jonas  feld", None),
        ("The Mayor", None),
        ("— 12", None),
        ("", None),
    ],
)
def test_a_line_of_words_that_nobody_is_called_by_is_offered_as_a_new_name(words: str, offered: str | None) -> None:
    assert offered_name(words, names_of(SPEAKERS)) == offered


def test_whom_the_words_name_stands_first_under_one_heading_and_nowhere_else() -> None:
    _, last, rest = section_titles()
    display = Display({each.id: each for each in SPEAKERS})
    items = speaker_choices([], ["feld", "council", "jonas"], display, everybody(SPEAKERS))
    assert [(each.id, each.section) for each in called_first(items, ["council", "gone"], "Named so")] == [
        ("council", "Named so"), ("feld", last), ("jonas", last), ("other", rest), ("third", rest), ("short", rest)
    ]  # fmt: skip


def test_each_speaker_stands_once_under_the_first_heading_that_fits() -> None:
    here, last, rest = section_titles()
    display = Display({each.id: each for each in SPEAKERS})
    words = Part(start=0, end=9, quote="The mayor")
    mention = MentionRecord("m", "a", 1, "ana", (words,), "feld", "", {}, (), 0, "", "")
    found = speaker_choices([mention], ["feld", "council"], display, everybody(SPEAKERS))
    assert [(each.id, each.section) for each in found] == [
        ("feld", here), ("council", last), ("other", rest), ("third", rest), ("jonas", rest), ("short", rest)
    ]  # fmt: skip
