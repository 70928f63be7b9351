"""Labels that are paths, as other programs write the codes of a tree: `Fees\\Harbour dues`, `Fees > Harbour dues`.

Used by the formats whose labels are words alone. Taken for steps are signs that stand in no name by chance: the
backslash (MAXQDA, NVivo), the sign for "greater" between blanks (MAXQDA), two colons (ATLAS.ti, QualCoder).
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.formats import ReadOptions
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.register import PATH
from annotator.records import TopicRecord

SEPARATORS = ("\\", " > ", "::")


def steps_of(label: str, separator: str) -> list[str]:
    """The names from the top of the tree to that of the label; the label alone where one of them would be empty."""
    names = [each.strip() for each in label.split(separator)]
    return names if all(names) else [label]


def separator_in(labels: Iterable[str]) -> str | None:
    """The sign that parts the steps in most of the labels; None where none does."""
    known = set(labels)
    counts = {sign: sum(len(steps_of(label, sign)) > 1 for label in known) for sign in SEPARATORS}
    best = max(SEPARATORS, key=counts.__getitem__)
    return best if counts[best] else None


def topics_of(labels: Iterable[str], separator: str, options: ReadOptions) -> dict[str, TopicRecord]:
    """Label -> its topic, and path -> the topic for all that lie above one."""
    found: dict[str, TopicRecord] = {}
    for label in labels:
        parent, names = None, steps_of(label, separator)
        for number, name in enumerate(names, 1):
            path = PATH.join(names[:number])
            identity = options.named("topic", path) or identity_of("topic", path)
            topic = TopicRecord(identity, name, None if parent == identity else parent)
            found.setdefault(label if number == len(names) else path, topic)
            parent = identity
    return found
