"""What a two-way format must give back: the marks of a set, but for what the format says that it loses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import structs

from annotator.formats import FileReport, Format, ReadOptions
from annotator.records import ArticleRecord, ClaimRecord, MentionRecord, PassageRecord, Record

MARKS = (MentionRecord, ClaimRecord, PassageRecord)


def read_back(fmt: Format, path: Path, **options: Any) -> tuple[list[Record], FileReport]:
    """The records in a file or folder, and the report on them."""
    assert fmt.read is not None
    report = FileReport(str(path), fmt.name)
    records = list(fmt.read(path, partial=False, report=report, options=ReadOptions(**options)))
    return records, report


def marks_of(records: Iterable[Record]) -> dict[str, Record]:
    """The marks by id."""
    return {each.id: each for each in records if isinstance(each, MARKS)}


def expected_marks(records: list[Record]) -> dict[str, Record]:
    """The marks that a format for other tools carries: those on the present texts, whose number becomes 1."""
    present = {each.id: each.revision for each in records if isinstance(each, ArticleRecord)}
    carried = {each.id for each in records if isinstance(each, MARKS) and each.revision == present[each.article]}
    found: dict[str, Record] = {}
    for each in records:
        if not isinstance(each, MARKS) or each.id not in carried:
            continue
        if isinstance(each, ClaimRecord):
            said = [
                structs.replace(who, mention=who.mention if who.mention in carried else None) for who in each.speakers
            ]
            each = structs.replace(each, speakers=tuple(who for who in said if who.speaker or who.mention))
        found[each.id] = structs.replace(each, revision=1)
    return found
