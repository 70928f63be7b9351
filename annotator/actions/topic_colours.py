"""The colours that new topics get: apart from each other in both themes and for colour-blind readers.

Used by the verbs that make topics and by the choice of colours in the window. Found by a search for the ten
colours that differ most (CIEDE2000) to normal sight and to simulated deuteranopia, protanopia and
tritanopia (Machado, Oliveira and Fernandes 2009), among those that have a contrast of 3 to 1 with every
surface of the light and the dark theme. A test measures all of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

COLOURS = (
    "#0087ff", "#d22d87", "#879600", "#a55ab4", "#00872d",
    "#a5785a", "#5a7887", "#c37887", "#9687b4", "#697869",
)  # fmt: skip


def free_colours(used: Iterable[str | None]) -> Iterator[str]:
    """Again and again the colour of the palette that is used least, the first of these; it counts as used then.

    used: "#rrggbb", any case.
    """
    counts = Counter(colour.lower() for colour in used if colour)
    while True:
        colour = min(COLOURS, key=lambda each: counts[each])
        counts[colour] += 1
        yield colour


def free_colour(used: Iterable[str | None]) -> str:
    """The first of these."""
    return next(free_colours(used))
