"""Marks of a set onto the articles and texts that the project has: other ids, other revisions, other texts.

Used by `intake.py` only. A mark keeps its place where the project has the very text it was made on; else it
is anchored again by its words in the present text. It never takes a place that is not beyond doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, structs
from sqlalchemy import select

from annotator.actions.spans import is_visible
from annotator.model import Article, ArticleText
from annotator.records import ArticleRecord, ClaimRecord, MarkRecord, Part
from annotator.store import Store
from annotator.text import Anchor, reanchor
from annotator.text.anchoring import Status

# Articles whose present text is at hand: marks come article by article, kind by kind.
TEXTS_AT_HAND = 8
WORST_LAST: tuple[Status, ...] = ("same", "moved", "uncertain", "orphan")


class Met(Struct, frozen=True):
    """An article of the set that the project has.

    id, revision: of the article here. at: revision in the set -> the revision here that has the same text,
    None where there is none.
    """

    id: str
    revision: int
    at: dict[int, int | None]


class Fitted(Struct, frozen=True):
    """A mark as it can be taken (None if it cannot), and how sure its place is."""

    mark: MarkRecord | None
    status: Status


class Fitting:
    """What one set's articles are here."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._met: dict[str, Met | None] = {}
        self._texts: dict[tuple[str, int], str] = {}
        self._present = lru_cache(TEXTS_AT_HAND)(self._text_here)

    def brings(self, article_id: str) -> None:
        """The set brings this article; its marks need no fitting."""
        self._met[article_id] = None

    def meets(self, record: ArticleRecord, here: str) -> bool:
        """The set's article is the one of the id `here`. Whether the present texts are the same."""
        revision, hashes = self._revisions(here)
        numbers = {sha256: number for number, sha256 in sorted(hashes.items())} | {hashes[revision]: revision}
        # What the set does not bring of an article with the same id is the project's.
        at: dict[int, int | None] = {each: each for each in hashes} if here == record.id else {}
        texts = [(record.revision, record.sha256, record.text)]
        for number, sha256, text in texts + [(old.revision, old.sha256, old.text) for old in record.earlier]:
            at[number] = number if hashes.get(number) == sha256 != hashes[revision] else numbers.get(sha256)
            if at[number] != revision:
                self._texts[record.id, number] = text
        self._met[record.id] = Met(here, revision, at)
        return at[record.revision] == revision

    def article(self, article_id: str) -> str:
        """The id here of an article of the set."""
        met = self._met.get(article_id)
        return article_id if met is None else met.id

    def fitted(self, marks: Sequence[MarkRecord]) -> list[Fitted]:
        """The marks as they can be taken, in their order; all lie in one revision of one article."""
        first = marks[0]
        if first.article not in self._met:
            revision, hashes = self._revisions(first.article)
            self._met[first.article] = Met(first.article, revision, {each: each for each in hashes})
        met = self._met[first.article]
        if met is None:
            return [Fitted(mark, "same") for mark in marks]
        same_text_at = met.at.get(first.revision)
        if same_text_at == met.revision:
            changes = {"article": met.id, "revision": met.revision}
            return [Fitted(structs.replace(mark, **changes), "same") for mark in marks]
        return self._anchored(marks, met, same_text_at)

    def _anchored(self, marks: Sequence[MarkRecord], met: Met, same_text_at: int | None) -> list[Fitted]:
        first = marks[0]
        there = self._texts.get((first.article, first.revision))
        if there is None:
            there = self._text_here(first.article, first.revision)
        spans = [(part.start, part.end) for mark in marks for part in _all_parts(mark)]
        anchors = iter(reanchor(there, self._present(met.id, met.revision), spans))
        made = []
        for mark in marks:
            own = [next(anchors) for _ in _all_parts(mark)]
            status = max((anchor.status for anchor in own), key=WORST_LAST.index)
            if status in ("same", "moved"):
                made.append(Fitted(_moved(mark, own, met), status))
            elif same_text_at is not None:
                # As after a revision of the article here: the mark stays on the text that it was made on.
                made.append(Fitted(structs.replace(mark, article=met.id, revision=same_text_at), status))
            else:
                made.append(Fitted(None, status))
        return made

    def _revisions(self, article_id: str) -> tuple[int, dict[int, str]]:
        """The present revision of an article here, and the hash of the text of each."""
        query = select(ArticleText.revision, ArticleText.sha256).where(ArticleText.article_id == article_id)
        with self._store.read() as session:
            present = session.execute(select(Article.revision).where(Article.id == article_id)).scalar_one()
            return present, {row.revision: row.sha256 for row in session.execute(query)}

    def _text_here(self, article_id: str, revision: int) -> str:
        query = select(ArticleText.text).where(ArticleText.article_id == article_id, ArticleText.revision == revision)
        with self._store.read() as session:
            return session.execute(query).scalar_one()


def _all_parts(mark: MarkRecord) -> tuple[Part, ...]:
    return mark.parts + mark.cue if isinstance(mark, ClaimRecord) else mark.parts


def _moved(mark: MarkRecord, anchors: Sequence[Anchor], met: Met) -> MarkRecord:
    parts = tuple(
        structs.replace(part, start=anchor.start, end=anchor.end)
        for part, anchor in zip(_all_parts(mark), anchors, strict=True)
    )
    content = len(mark.parts)
    moved = structs.replace(mark, article=met.id, revision=met.revision, parts=parts[:content])
    return structs.replace(moved, cue=parts[content:]) if isinstance(moved, ClaimRecord) else moved


def with_seen_cue(mark: MarkRecord | None) -> MarkRecord | None:
    """The very mark, or one without the parts of its cue that hold white space alone."""
    if not isinstance(mark, ClaimRecord) or all(is_visible(part.quote) for part in mark.cue):
        return mark
    return structs.replace(mark, cue=tuple(part for part in mark.cue if is_visible(part.quote)))
