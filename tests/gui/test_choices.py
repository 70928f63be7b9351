"""Whom the words of a text name, among the speakers that are known."""

from __future__ import annotations

import pytest

from annotator.gui.annotate.choices import everybody, section_titles, speaker_called, speaker_choices
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
    ("words", "found"),
    [
        ("Mayor  Jonas Feld", "feld"),
        ("JONAS FELD", "feld"),
        ("the Mayor", "feld"),
        ("Jonas", "jonas"),
        ("Jonassen", None),
        ("the head", None),
        ("Rika Storm", None),
        ("Li", None),
        ("nobody", None),
        ("", None),
    ],
)
def test_words_name_one_speaker_or_nobody(words: str, found: str | None) -> None:
    assert speaker_called(words, SPEAKERS) == found
    assert speaker_called(words, SPEAKERS[::-1]) == found


def test_each_speaker_stands_once_under_the_first_heading_that_fits() -> None:
    here, last, rest = section_titles()
    display = Display({each.id: each for each in SPEAKERS})
    words = Part(start=0, end=9, quote="The mayor")
    mention = MentionRecord("m", "a", 1, "ana", (words,), "feld", "", {}, (), 0, "", "")
    found = speaker_choices([mention], ["feld", "council"], display, everybody(SPEAKERS))
    assert [(each.id, each.section) for each in found] == [
        ("feld", here), ("council", last), ("other", rest), ("third", rest), ("jonas", rest), ("short", rest)
    ]  # fmt: skip
