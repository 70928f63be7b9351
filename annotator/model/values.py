"""What a column may hold beyond its kind: one of some words, or JSON of a certain shape.

Asked by what looks for damage (`queries/check_values.py`) and by what saves a damaged project
(`store/salvage.py`). Pure: it reads no row itself and never changes one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, get_args

import msgspec
from sqlalchemy import JSON, Boolean, Column, Integer, String

from annotator.errors import DamagedProject
from annotator.model.tables import (
    ANNOTATOR,
    ARTICLE,
    ASSIGNMENT,
    CLAIM_SPEAKER,
    CLAIM_TOPIC,
    FIELD,
    JOURNAL,
    MARK,
    PART,
    PROGRESS,
    REVIEW,
    SPEAKER,
    STEP,
    TEXT,
)
from annotator.records import (
    AnnotatorKind,
    BlockKind,
    Cause,
    Certainty,
    FieldKind,
    Purpose,
    Quotation,
    Role,
    SpeakerKind,
    Stance,
    State,
    Verdict,
)
from annotator.sentences import worded

WORDS: dict[Column[Any], tuple[str, ...]] = {
    FIELD.c.kind: get_args(FieldKind),
    SPEAKER.c.kind: get_args(SpeakerKind),
    ANNOTATOR.c.kind: get_args(AnnotatorKind),
    PROGRESS.c.state: get_args(State),
    ASSIGNMENT.c.purpose: get_args(Purpose),
    MARK.c.kind: ("claim", "mention", "passage"),
    MARK.c.quotation: get_args(Quotation),
    MARK.c.certainty: get_args(Certainty),
    PART.c.role: ("content", "cue"),
    CLAIM_SPEAKER.c.role: get_args(Role),
    CLAIM_TOPIC.c.stance: get_args(Stance),
    REVIEW.c.verdict: get_args(Verdict),
    REVIEW.c.cause: get_args(Cause),
    JOURNAL.c.operation: ("insert", "update", "delete"),
}
"""Columns that hold one of these words and nothing else."""

_SHAPES: dict[Column[Any], Any] = {
    FIELD.c.choices: list[str],
    FIELD.c.applies_to: list[str],
    SPEAKER.c.aliases: list[str],
    SPEAKER.c.affiliations: list[tuple[str, str | None, str | None, str | None]],
    SPEAKER.c.identifiers: dict[str, Any],
    ARTICLE.c.meta: dict[str, Any],
    TEXT.c.blocks: list[tuple[BlockKind, int, int]],
    TEXT.c.links: list[tuple[int, int, str]],
    PROGRESS.c.empty_blocks: list[int],
    MARK.c.fields: dict[str, Any],
    MARK.c.origins: list[str],
    STEP.c.articles: list[str],
    JOURNAL.c.key: list[Any],
    JOURNAL.c.old: dict[str, Any],
    JOURNAL.c.new: dict[str, Any],
}

_LOGS = ("step", "journal", "removed_rows")
# What stands for a word that must be there and is none. A verdict has no such word: nobody is said to have given one.
_IN_ITS_PLACE = {
    FIELD.c.kind: "text",
    SPEAKER.c.kind: "unnamed",
    ANNOTATOR.c.kind: "person",
    PROGRESS.c.state: "in_progress",
    ASSIGNMENT.c.purpose: "single",
    MARK.c.kind: "claim",
    PART.c.role: "content",
    CLAIM_SPEAKER.c.role: "says",
}


def is_json_of(column: Column[Any], stored: str | bytes) -> bool:
    """Whether a column's JSON, as it stands in the file, can be read and has the column's shape."""
    try:
        msgspec.convert(json.loads(stored), _SHAPES.get(column, list[Any] | dict[str, Any]) | None)
    except (ValueError, RecursionError):
        return False
    return True


def is_sound(column: Column[Any], stored: Any) -> bool:
    """Whether a value, as SQLite gives it, is what its column holds."""
    if stored is None:
        return bool(column.nullable)
    if isinstance(column.type, JSON):
        return isinstance(stored, str) and is_json_of(column, stored)
    if isinstance(column.type, String):
        return isinstance(stored, str) and stored in WORDS.get(column, (stored,))
    return isinstance(stored, int) or not isinstance(column.type, Integer | Boolean)


def mended(column: Column[Any], stored: Any) -> Any:
    """The value itself where it is sound, else what can be said in its place: nothing, no number, what is legible.

    Of steps and of what they changed nothing is made up: whoever undoes is told that it cannot be read. Raises
    ValueError where a word must be there and none can stand for it.
    """
    if is_sound(column, stored) or column.table.name in _LOGS:
        return stored
    if column.nullable:
        return None
    if column in WORDS:
        if column not in _IN_ITS_PLACE:
            raise ValueError(column.name)
        return _IN_ITS_PLACE[column]
    if isinstance(column.type, String):
        return stored.decode(errors="replace") if isinstance(stored, bytes) else str(stored or "")
    return int(stored) if isinstance(stored, float) and stored.is_integer() else 0


def strange_value() -> DamagedProject:
    """What is said of a value that may not stand where it stands."""
    return DamagedProject(
        worded(
            "A value in the project is none that may stand there: the project is damaged. annotator check PROJECT "
            "names it, annotator restore BACKUP PROJECT takes a backup."
        )
    )


def require_texts(values: Iterable[Any]) -> None:
    """Raises DamagedProject where bytes stand in the place of a text; SQLite keeps whatever is written to it."""
    if bytes in map(type, values):
        raise strange_value()
