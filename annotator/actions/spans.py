"""Spans become parts: checked against the article's text, with the quote taken from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from annotator.errors import InvalidSpan
from annotator.model import Mark, Part
from annotator.model.tables import TEXT
from annotator.queries.articles import article_text
from annotator.sentences import worded

Span = tuple[int, int]
MOST_TEXTS = 4
"""Kept for the next key: a person works in one article, or in two that are compared."""
_HASH = select(TEXT.c.sha256).where(TEXT.c.article_id == bindparam("article"), TEXT.c.revision == bindparam("revision"))


def checked(spans: Sequence[Span], length: int) -> list[Span]:
    """The spans in text order. Raises InvalidSpan: none, empty, outside the text, or overlapping."""
    if not spans:
        raise InvalidSpan(worded("A mark needs some text; select a few words first."))
    in_order = sorted(spans)
    for start, end in in_order:
        if not 0 <= start < end <= length:
            raise InvalidSpan(
                worded(
                    "The span {start} to {end} is empty or lies outside the text (0 to {length}).",
                    start=start,
                    end=end,
                    length=length,
                )
            )
    for (_, end), (start, _) in pairwise(in_order):
        if start < end:
            raise InvalidSpan(worded("The parts of one mark must not overlap; choose words that are not in it yet."))
    return in_order


def write_parts(session: Session, mark: Mark, role: str, spans: Sequence[Span]) -> None:
    """Add the parts of a mark that has none of this role yet."""
    text = _text(session, mark)
    _put(session, mark, role, text, [], _worded(role, text, checked(spans, len(text))))


def parts_of(session: Session, mark: Mark, role: str) -> list[Span]:
    """The present spans of a mark, in text order."""
    return sorted((part.start, part.end) for part in _rows(session, mark, role))


def replace_parts(session: Session, mark: Mark, role: str, spans: Sequence[Span]) -> None:
    """Other parts in place of the present ones; rows that can stay are changed, not made anew."""
    text = _text(session, mark)
    wanted = _worded(role, text, checked(spans, len(text))) if spans else []
    _put(session, mark, role, text, _rows(session, mark, role), wanted)


def _worded(role: str, text: str, spans: list[Span]) -> list[Span]:
    """The same spans. Raises InvalidSpan for a cue without a word."""
    if role == "cue" and not all(is_visible(text[start:end]) for start, end in spans):
        raise InvalidSpan(worded("The words of a cue cannot be blank; select those that attribute the claim."))
    return spans


def blank_cues(claims: int) -> str:
    """What a report says of cues without a word, which are never stored. claims: how many had such parts."""
    return worded("cue: white space alone, left out ({claims})", claims=claims)


def is_visible(words: str) -> bool:
    """Whether some of it can be seen: not white space alone, nor signs without a shape."""
    return any(letter.isprintable() and not letter.isspace() for letter in words)


def _text(session: Session, mark: Mark) -> str:
    """The text that the mark lies in; the last ones are kept, since a megabyte is long in the reading.

    What is kept is known by its hash as well: after an undo another text may have the revision's number.
    """
    kept: dict[tuple[str, str | None], str] = session.info["texts"]
    where = {"article": mark.article_id, "revision": mark.revision}
    key = mark.article_id, session.execute(_HASH, where).scalar_one_or_none()
    if key not in kept:
        if len(kept) >= MOST_TEXTS:
            kept.clear()
        kept[key] = article_text(session, mark.article_id, mark.revision)
    return kept[key]


def _put(session: Session, mark: Mark, role: str, text: str, present: Sequence[Part], wanted: Sequence[Span]) -> None:
    for row, (start, end) in zip(present, wanted, strict=False):
        row.start, row.end, row.quote = start, end, text[start:end]
    for row in present[len(wanted) :]:
        session.delete(row)
    for ordinal, (start, end) in list(enumerate(wanted))[len(present) :]:
        quote = text[start:end]
        made = Part(article_id=mark.article_id, mark_id=mark.id, role=role, ordinal=ordinal)
        made.start, made.end, made.quote = start, end, quote
        session.add(made)
    if role == "content":
        mark.start = wanted[0][0]


def _rows(session: Session, mark: Mark, role: str) -> Sequence[Part]:
    query = select(Part).where(Part.article_id == mark.article_id, Part.mark_id == mark.id, Part.role == role)
    return session.execute(query.order_by(Part.ordinal)).scalars().all()
