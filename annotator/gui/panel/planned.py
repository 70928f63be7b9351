"""The parts of a card's plan: a chip with what it stands for, and a labelled row of chips.

Used by `card_plan`, `card_fields` and the card; knows no widget.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from annotator.gui.panel.chip import ChipFace

Target = Literal[
    "speaker", "topic", "add_speaker", "add_topic", "add_cue", "quotation", "certainty", "cue", "words", "proposition",
    "add_proposition", "answer", "written",
    "review",
]  # fmt: skip


class PlannedChip(NamedTuple):
    """A chip and what it stands for: its place in the claim's speakers or topics, or a value to choose."""

    face: ChipFace
    target: Target
    place: int = 0
    value: str = ""
    field: str = ""
    """The key of the field that the chip answers."""


class PlannedRow(NamedTuple):
    """A labelled row of chips. key: the key that does the same, shown beside the label."""

    label: str
    chips: tuple[PlannedChip, ...]
    key: str = ""
