"""Labels of steps as they come back from the journal, where they stand as plain English texts.

Called where the name of a step becomes a part of a sentence, and by the window's lists of steps.
"""

from __future__ import annotations

from annotator.sentences import recognised

WITH_VALUES = (
    "Accept {count} unanimous claims",
    "Add {count} articles",
    "Import {name}",
    "Merge the copy {name}",
    "Remove {count} articles",
)
"""Templates of the labels that hold values; all others are known as they stand. A test keeps the list whole."""


def step_label(label: str) -> str:
    """The label as a sentence, to be said in another language; it reads the same."""
    return recognised(label, WITH_VALUES)
