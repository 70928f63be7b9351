"""What marks are called: the names behind their ids, and a sentence about a mark.

Given to the view by the screen, which alone asks the project. Used for margin names, tool tips and for
what a screen reader says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from annotator.gui.reader.long_lanes import topics_of
from annotator.records import ClaimRecord, MarkRecord, MentionRecord

_LONGEST_NOTE = 200
"""Characters of a note in a tool tip."""


@dataclass(frozen=True, slots=True)
class Names:
    """Speaker id -> name; topic id -> name and colour ("#3a86c8"). Merged ones under their old ids too."""

    speakers: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    colleagues: Mapping[str, str] = field(default_factory=dict)
    """Annotator id -> name, of all but who works here."""


def describe(mark: MarkRecord, names: Names) -> str:
    """A mark in a few words: "Claim by Mira Okafor on Port fees"."""
    translate = QCoreApplication.translate
    topics = ", ".join(names.topics[topic][0] for topic in topics_of(mark) if topic in names.topics)
    if isinstance(mark, MentionRecord):
        speaker = names.speakers.get(mark.speaker or "")
        if speaker is None:
            return translate("Reader", "Mention of a speaker")
        return translate("Reader", "Mention of {speaker}").format(speaker=speaker)
    if not isinstance(mark, ClaimRecord):
        return translate("Reader", "Passage on {topics}").format(topics=topics or "?")
    known = [names.speakers[s.speaker] for s in mark.speakers if s.speaker and s.speaker in names.speakers]
    speakers = ", ".join(known)
    if speakers and topics:
        return translate("Reader", "Claim by {speakers} on {topics}").format(speakers=speakers, topics=topics)
    if speakers:
        return translate("Reader", "Claim by {speakers}").format(speakers=speakers)
    if topics:
        return translate("Reader", "Claim on {topics}").format(topics=topics)
    return translate("Reader", "Claim")


def describe_with_note(mark: MarkRecord, names: Names) -> str:
    """The same with the name of the colleague who made it, and in a line below it the mark's note, shortened."""
    note, said = " ".join(mark.note.split()), describe(mark, names)
    if (colleague := names.colleagues.get(mark.annotator)) is not None:
        said = f"{colleague}: {said}"
    if not note:
        return said
    short = note if len(note) <= _LONGEST_NOTE else note[:_LONGEST_NOTE].rstrip() + "…"
    return said + "\n" + QCoreApplication.translate("Reader", "Note: {note}").format(note=short)
