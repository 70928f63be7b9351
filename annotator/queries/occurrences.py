"""Where words stand elsewhere: the list to tick before a mention or passage is applied to all of them.

Asked by "Apply to all occurrences". Reads texts only; what is ticked is written by `actions/occurrences.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from sqlalchemy import select

from annotator.model.tables import ARTICLE, MARK, PART, TEXT

if TYPE_CHECKING:
    from regex import Pattern
    from sqlalchemy.orm import Session

AROUND = 48
"""Code points of context before and after a place."""
MOST_PLACES = 5000
Span = tuple[int, int]
# Scripts that set no spaces: every letter may begin and end a word.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"


class Place(Struct, frozen=True):
    """The words at one place of an article's present text: half-open code points, in logical order.

    there: id of one's own mark of that kind which covers some of these words already, else None.
    """

    article: str
    title: str
    start: int
    end: int
    before: str
    words: str
    after: str
    there: str | None


def pattern(words: str, *, match_case: bool) -> Pattern[str]:
    """Finds the words as whole words, with any white space between them, never inside a letter's marks.

    Works on characters in logical order, so the direction of writing does not matter. Raises ValueError for
    words of white space only.
    """
    import regex

    pieces = words.split()
    if not pieces:
        raise ValueError("no words to look for")
    first, last = pieces[0][0], pieces[-1][-1]
    open_ = regex.compile(rf"[{_UNSPACED}]")
    letter = regex.compile(r"[\p{L}\p{N}\p{M}_]")
    begin = r"(?<![\p{L}\p{N}\p{M}_])" if letter.match(first) and not open_.match(first) else ""
    end = r"(?![\p{L}\p{N}\p{M}_])" if letter.match(last) and not open_.match(last) else r"(?!\p{M})"
    flags = regex.VERSION1 if match_case else regex.VERSION1 | regex.IGNORECASE | regex.FULLCASE
    return regex.compile(begin + r"\s+".join(regex.escape(each, literal_spaces=True) for each in pieces) + end, flags)


def places(
    session: Session,
    words: str,
    kind: Literal["mention", "passage"],
    annotator_id: str | None,
    *,
    article_id: str | None = None,
    match_case: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Place]:
    """Where the words stand, in the order of the articles and of the text; at most 5,000 places.

    article_id: only there; None looks through the whole project. stopped: asked between articles, so that
    somebody who types on does not wait.
    """
    wanted = pattern(words, match_case=match_case)
    query = (
        select(ARTICLE.c.id, ARTICLE.c.title, TEXT.c.text, ARTICLE.c.revision)
        .join(TEXT, (TEXT.c.article_id == ARTICLE.c.id) & (TEXT.c.revision == ARTICLE.c.revision))
        .order_by(ARTICLE.c.position, ARTICLE.c.id)
    )
    if article_id is not None:
        query = query.where(ARTICLE.c.id == article_id)
    mine = _own(session, kind, annotator_id, article_id)
    found: list[Place] = []
    for id_, title, text, revision in session.execute(query.execution_options(yield_per=50)):
        if stopped() or len(found) >= MOST_PLACES:
            break
        for start, end in _spans(wanted, text):
            there = next((mark for mark, first, last in mine[id_, revision] if first < end and start < last), None)
            before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
            found.append(Place(id_, title, start, end, before, text[start:end], after, there))
    return found[:MOST_PLACES]


def _spans(wanted: Pattern[str], text: str) -> Iterator[Span]:
    for match in wanted.finditer(text):
        if match.end() > match.start():
            yield match.span()


def _own(
    session: Session, kind: str, annotator_id: str | None, article_id: str | None
) -> dict[tuple[str, int], list[tuple[str, int, int]]]:
    """(article, revision) -> own marks of the kind, with their spans."""
    found: dict[tuple[str, int], list[tuple[str, int, int]]] = defaultdict(list)
    query = (
        select(MARK.c.article_id, MARK.c.revision, MARK.c.id, PART.c.start, PART.c.end)
        .join(
            PART, (PART.c.article_id == MARK.c.article_id) & (PART.c.mark_id == MARK.c.id) & (PART.c.role == "content")
        )
        .where(PART.c.role == "content", MARK.c.kind == kind, MARK.c.annotator_id == annotator_id)
    )
    if article_id is not None:
        query = query.where(MARK.c.article_id == article_id)
    for article, revision, mark, start, end in session.execute(query):
        found[article, revision].append((mark, start, end))
    return found
