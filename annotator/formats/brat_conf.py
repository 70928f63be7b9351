"""The configuration files of a brat collection: read for its hierarchy of types, written for brat to show ours.

Used by `brat.py`. brat takes only letters, digits, `_` and `-` in the names of types; `StorageForms` makes such
names, and `visual.conf` shows the real ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from annotator.formats import ReadOptions
from annotator.formats.foreign.identity import identity_of
from annotator.formats.foreign.labels import DEFAULTS, plain
from annotator.formats.foreign.leaving import CLAIM, CUE, MENTION
from annotator.formats.foreign.register import SPEAKERS, TOPICS
from annotator.records import Certainty, Quotation, Role, Stance, TopicRecord

FILES = ("annotation.conf", "visual.conf", "tools.conf")
LARGEST_BYTES = 1 << 20

WORDS = {"quotation": get_args(Quotation), "certainty": get_args(Certainty), "stance": get_args(Stance)}
"""The attributes of claims that are written, with their values."""

_NOT_STORABLE = re.compile(r"[^A-Za-z0-9_-]+")


class StorageForms:
    """Names of types that brat takes, one for each label, all different."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._taken = {CLAIM, CUE, MENTION}

    def form(self, label: str) -> str:
        """The name under which brat keeps a label."""
        if label in (CLAIM, CUE, MENTION):
            return label
        if label not in self.of:
            form = _NOT_STORABLE.sub("_", label).strip("_")[:60]
            if not form or plain(form) in DEFAULTS or not plain(form):
                form = f"Topic_{form}".strip("_") + "_t"
            name, number = form, 1
            while name in self._taken:
                number += 1
                name = f"{form}_t{number}"
            self._taken.add(name)
            self.of[label] = name
        return self.of[label]


# Reading ---------------------------------------------------------------------------------------------


def read_labels(folders: Iterable[Path], options: ReadOptions) -> dict[str, TopicRecord]:
    """The types of the first folder that has an annotation.conf, as topics: names from visual.conf, the tree too."""
    for folder in folders:
        lines = _lines(folder / "annotation.conf")
        if lines:
            return _topics(lines, _shown(_lines(folder / "visual.conf")), options)
    return {}


def _lines(path: Path) -> list[str]:
    if not path.is_file() or path.stat().st_size > LARGEST_BYTES:
        return []
    return path.read_text("utf-8", errors="replace").removeprefix("\ufeff").splitlines()


def _section(lines: Iterable[str], wanted: tuple[str, ...]) -> Iterable[str]:
    section = ""
    for line in lines:
        bare = line.strip()
        if bare.startswith("[") and bare.endswith("]"):
            section = bare[1:-1].strip().casefold()
        elif bare and not bare.startswith(("#", "<")) and section in wanted:
            yield line


def _topics(lines: list[str], shown: dict[str, str], options: ReadOptions) -> dict[str, TopicRecord]:
    found: dict[str, TopicRecord] = {}
    above: list[TopicRecord] = []
    for order, line in enumerate(_section(lines, ("entities", "events"))):
        depth = len(line) - len(line.lstrip("\t"))
        form = line.split()[0].lstrip("!")
        name = shown.get(form, form)
        del above[depth:]
        parent = above[-1].id if above else None
        identity = options.named("topic", name) or identity_of("topic", name)
        topic = TopicRecord(identity, name, None if parent == identity else parent, order)
        above.append(topic)
        found.setdefault(form, topic)
    return found


def _shown(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _section(lines, ("labels",)):
        form, *labels = (each.strip() for each in line.split("|"))
        if labels and labels[0]:
            found.setdefault(form, labels[0])
    return found


# Writing ---------------------------------------------------------------------------------------------


def configuration(forms: StorageForms) -> dict[str, str]:
    """Name of each configuration file -> its content. forms: of all labels that the collection uses."""
    passages = list(forms.of.values())
    roles = "".join(f"{role}\tArg1:{CLAIM}, Arg2:{MENTION}\n" for role in get_args(Role))
    values = "".join(f"{name}\tArg:{CLAIM}, Value:{'|'.join(words)}\n" for name, words in WORDS.items())
    shown = "".join(f"{form} | {_one_line(label)}\n" for label, form in forms.of.items() if form != label)
    entities = "\n".join((CLAIM, CUE, MENTION, *passages))
    return {
        "annotation.conf": (
            f"[entities]\n{entities}\n\n[relations]\n"
            "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n"
            f"{CUE}\tArg1:{CLAIM}, Arg2:{CUE}\n{roles}\n[events]\n\n[attributes]\n{values}"
        ),
        "visual.conf": f"[labels]\n{shown}\n[drawing]\n",
        "tools.conf": f"[normalization]\n{SPEAKERS}\tDB:{SPEAKERS}\n{TOPICS}\tDB:{TOPICS}\n",
    }


def _one_line(label: str) -> str:
    return " ".join(label.replace("|", "/").split()) or "(no name)"
