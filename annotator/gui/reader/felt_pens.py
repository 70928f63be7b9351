"""The colours of highlighters, and which of them comes next.

Asked by the page of the settings and by the key that highlights words.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.settings import Highlighter

COLOURS = ("#f08fc0", "#6cc7a6", "#7fb2f0", "#b79af2", "#f0955c", "#a8c64f")
"""Felt pens; the yellow of claims is not among them. Letters in ink are readable on each in both themes."""


def next_colour(present: Sequence[Highlighter]) -> str:
    """The first colour that no highlighter has yet; once all are used they come in turn."""
    used = {each.colour for each in present}
    return next((each for each in COLOURS if each not in used), COLOURS[len(present) % len(COLOURS)])
