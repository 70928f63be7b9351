"""The lines of a set in the contract's order of kinds, in whatever order the file has them.

Used by the verb that imports. What a mark needs (articles, people, topics, mentions) then always comes before
it, so that the rows of a set can be written in chunks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.formats.first_pass import KINDS, lines_of
from annotator.records import Record, kind_of

# The type of a line as every known writer puts it: first.
TYPE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"type"\s*:\s*"(\w+)"')
PLACE = {kind: place for place, kind in enumerate(KINDS)}


def in_order(path: Path, records: Iterator[Record]) -> Iterator[Record]:
    """The records of a native set by kind, within a kind as they came. path: the file that they come from.

    A file that is in order, as all are that this program writes, streams through; another is held in memory.
    """
    if _in_order(path):
        return records
    return iter(sorted(records, key=lambda record: PLACE[kind_of(record)]))


def _in_order(path: Path) -> bool:
    """Whether the lines come by kind; a look at the beginning of each, far cheaper than reading them."""
    present = -1
    for _, line in lines_of(path):
        found = TYPE.match(line)
        place = PLACE.get(found[1].decode(), present) if found else -1 if line.strip() else present
        if place < present:
            return False
        present = place
    return True
