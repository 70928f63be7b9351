"""Labels of steps as they come back from the journal, where they stand as plain English texts.

Called where the name of a step becomes a part of a sentence, and by the window's lists of steps.
"""

from __future__ import annotations

import re

from annotator.sentences import Sentence

WITH_VALUES = (
    "Accept {count} unanimous claims",
    "Add {count} articles",
    "Import {name}",
    "Merge {name}",
    "Remove {count} articles",
)
"""Templates of the labels that hold values; all others are known as they stand. A test keeps the list whole."""

_PATTERNS = tuple(
    (each, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(each)), re.S)) for each in WITH_VALUES
)


def step_label(label: str) -> str:
    """The label as a sentence, to be said in another language; it reads the same."""
    for template, pattern in _PATTERNS:
        if found := pattern.fullmatch(label):
            return Sentence(template, found.groupdict())
    return label if set("{}") & set(label) else Sentence(label, {})
