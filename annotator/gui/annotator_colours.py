"""Colours of annotators that stay apart where two brought the same one along.

Used where people are shown beside each other. What a project keeps is not touched: a merge must give the same
whichever copy takes in the other, so a colour that two have is told apart for the eye alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from annotator.records import ANNOTATOR_COLOURS, AnnotatorRecord


def kept_apart(people: Iterable[AnnotatorRecord]) -> dict[str, AnnotatorRecord]:
    """By id, each with the own colour, or where somebody before has it, with the first that nobody has.

    Who comes before whom is told by the ids, so that it is the same in every window. When all colours are given
    away, the own one stays.
    """
    everybody = sorted(people, key=lambda each: each.id)
    free = [colour for colour in ANNOTATOR_COLOURS if colour not in {each.colour.lower() for each in everybody}]
    shown: dict[str, AnnotatorRecord] = {}
    taken: set[str] = set()
    for each in everybody:
        if each.colour.lower() in taken and free:
            each = structs.replace(each, colour=free.pop(0))
        taken.add(each.colour.lower())
        shown[each.id] = each
    return shown
