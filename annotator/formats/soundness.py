"""What must hold of each single record that comes from elsewhere, before anything is written.

Called by `references` for the lines of an annotation set; other formats may ask it of the records that
they make. Each function gives one plain sentence on the first thing that does not hold, or None. It looks
at one record and its text only; what records say about each other is in `references.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

from annotator.records import (
    ArticleRecord,
    AssignmentRecord,
    ClaimRecord,
    CodebookRecord,
    FieldRecord,
    MentionRecord,
    Part,
    PassageRecord,
    ProgressRecord,
    Record,
    SpeakerRecord,
    TopicRecord,
    kind_of,
)
from annotator.sentences import worded
from annotator.text import normalise, sha256_of

LARGEST_NUMBER = 2**31 - 1
"""The largest whole number that every database stores as an integer."""

DEEPEST_NESTING = 40
"""How deep lists and objects may lie in each other in `fields`, `meta` and `identifiers`."""

_BYTE_ORDER_MARK = "\ufeff"

_QUOTED_AT_MOST = 40


def unsound(record: Record) -> str | None:
    """Why the record cannot be taken as it stands, whatever the others say; None when it can."""
    match record:
        case ClaimRecord() | MentionRecord() | PassageRecord():
            numbers: Sequence[int] = (record.revision, record.codebook)
            free: dict[str, Any] = record.fields
        case ArticleRecord():
            numbers = (record.revision, *(each.revision for each in record.earlier))
            free = record.meta
        case SpeakerRecord():
            numbers, free = (), record.identifiers
        case TopicRecord() | FieldRecord():
            numbers, free = (record.order,), {}
        case CodebookRecord():
            numbers, free = (record.version,), {}
        case ProgressRecord():
            numbers, free = (record.position, *record.empty_blocks), {}
        case _:
            return None
    if max(numbers, default=0) > LARGEST_NUMBER:
        return worded(
            "a number is larger than {largest_number}, which cannot be stored; correct it.",
            largest_number=LARGEST_NUMBER,
        )
    if free and _deeper(free, DEEPEST_NESTING):
        return worded(
            "its own fields are nested more than {deepest_nesting} deep; make them flatter.",
            deepest_nesting=DEEPEST_NESTING,
        )
    return unsound_article(record) if isinstance(record, ArticleRecord) else None


def unsound_article(article: ArticleRecord) -> str | None:
    """Why the article's texts, hashes, blocks or links do not fit each other; None when they do."""
    numbers = [article.revision, *(each.revision for each in article.earlier)]
    if len(set(numbers)) < len(numbers):
        return worded("two of its texts have the same revision number; give each its own.")
    texts: Iterator[tuple[int, str, str]] = chain(
        [(article.revision, article.text, article.sha256)],
        ((each.revision, each.text, each.sha256) for each in article.earlier),
    )
    for revision, text, sha256 in texts:
        if sha256_of(text) != sha256:
            return worded(
                "the text of revision {revision} is not the one that its sha256 was made from.", revision=revision
            )
        # A text may begin with a byte order mark of its own when its source began with two.
        if normalise(_BYTE_ORDER_MARK + text) != text:
            return worded(
                "the text of revision {revision} holds line breaks or control characters that "
                "article texts do not have; normalise it first.",
                revision=revision,
            )
    length = len(article.text)
    for block in article.blocks:
        if not block.start <= block.end <= length:
            return worded(
                "the block {start} to {end} lies outside its text (0 to {length}).",
                start=block.start,
                end=block.end,
                length=length,
            )
    for before, after in pairwise(article.blocks):
        if after.start < before.end:
            return worded("the block {start} to {end} overlaps the one before it.", start=after.start, end=after.end)
    for link in article.links:
        if not link.start <= link.end <= length:
            return worded(
                "the link {start} to {end} lies outside its text (0 to {length}).",
                start=link.start,
                end=link.end,
                length=length,
            )
    return None


def unsound_parts(parts: Sequence[Part], text: str) -> str | None:
    """Why parts (code points, half-open) do not fit the text or each other; None when they do."""
    for part in parts:
        if text[part.start : part.end] != part.quote or part.start >= part.end:
            return _misplaced(part, text)
    if len(parts) > 1:
        for before, after in pairwise(sorted(parts, key=lambda each: each.start)):
            if after.start < before.end:
                return worded(
                    "its parts overlap at {start} to {end}; the parts of a mark must not.",
                    start=after.start,
                    end=before.end,
                )
    return None


def _misplaced(part: Part, text: str) -> str:
    if part.start >= part.end:
        return worded("the part {start} to {end} is empty; a mark needs some text.", start=part.start, end=part.end)
    if part.end > len(text):
        return worded(
            "the part {start} to {end} lies outside the text (0 to {length}).",
            start=part.start,
            end=part.end,
            length=len(text),
        )
    found = text[part.start : part.end]
    return worded(
        "the text at {start} to {end} is “{found!s}”, not “{quote!s}”; offsets count code points.",
        start=part.start,
        end=part.end,
        found=_short(found),
        quote=_short(part.quote),
    )


def _short(quote: str) -> str:
    one_line = quote.replace("\n", " ")
    return one_line if len(one_line) <= _QUOTED_AT_MOST else one_line[: _QUOTED_AT_MOST - 1] + "…"


def _deeper(value: dict[str, Any] | list[Any], levels: int) -> bool:
    """Whether lists and objects lie in each other more than so many levels deep."""
    if levels == 0:
        return True
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list) and _deeper(each, levels - 1):
            return True
    return False


def identity(record: Record) -> tuple[str, str] | None:
    """(space, id) that only one record may have; None for the first and the last line.

    Claims, mentions and passages share the space "mark". Records without an id have one made of the keys
    that tell them apart.
    """
    match record:
        case ClaimRecord() | MentionRecord() | PassageRecord():
            return "mark", record.id
        case CodebookRecord():
            return "codebook", str(record.version)
        case FieldRecord():
            return "field", record.key
        case ProgressRecord():
            return "progress", f"{record.article} of annotator {record.annotator}"
        case AssignmentRecord():
            return "assignment", f"{record.article} of annotator {record.annotator}, {record.purpose}"
    own = getattr(record, "id", None)
    return None if own is None else (kind_of(record), str(own))
