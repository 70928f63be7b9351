"""Whom the words of a text name, among the speakers that are known."""

from __future__ import annotations

import pytest

from annotator.gui.annotate.choices import speaker_called
from annotator.records import SpeakerRecord

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
