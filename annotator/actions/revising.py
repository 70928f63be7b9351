"""A new text for an article that is there already: a new revision, with the marks carried over.

The old text stays as an earlier revision. A mark whose words are found again moves with them; one whose
words are gone or unsure keeps its place in the old revision and is named in the report: nothing is
shifted silently.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.actions.acting import found
from annotator.actions.articles import _digest, text_row
from annotator.errors import ChangeError
from annotator.model import Article, ArticleText, Mark, Part
from annotator.queries.articles import article_text
from annotator.readers import read_file
from annotator.records import now
from annotator.sentences import worded
from annotator.store import Store
from annotator.text import Anchor, reanchor


class Revised(Struct, frozen=True):
    """What became of the marks: how many stand at the same place, and ids of those that do not."""

    article: str
    title: str
    revision: int
    same: int
    moved: tuple[str, ...]
    uncertain: tuple[str, ...]
    orphans: tuple[str, ...]


def revise_article(
    store: Store, article_id: str, path: Path, *, by: str | None = None, origin: object = None
) -> Revised:
    """Read the article's new text from a file, as one step of undo.

    Raises UnreadableArticle, and ChangeError when the file holds several articles or the very same text.
    """
    documents = read_file(path)
    if len(documents) != 1:
        raise ChangeError(
            worded("{path} holds {count} articles; a revision takes one.", path=path, count=len(documents))
        )
    document = documents[0]
    digest = _digest(document.text)
    with store.change(worded("Revise article"), by=by, origin=origin) as session:
        article = found(session, Article, article_id, "article")
        if article.sha256 == digest:
            raise ChangeError(
                worded("“{article}” has this very text already; nothing was changed.", article=article.title)
            )
        old = article_text(session, article_id)
        moment = now()
        marks = session.execute(
            select(Mark).where(Mark.article_id == article_id, Mark.revision == article.revision)
        ).scalars()
        row = text_row(document, article_id, article.revision + 1, digest, moment)
        session.add(ArticleText(**row))
        article.revision += 1
        article.sha256, article.characters, article.retrieved = digest, len(document.text), moment
        article.title = document.title
        for name in ("byline", "published", "source", "url", "language"):
            setattr(article, name, getattr(document, name) or getattr(article, name))
        outcome = carry_over(session, list(marks), old, document.text, article.revision)
        return Revised(
            article_id,
            article.title,
            article.revision,
            len(outcome["same"]),
            tuple(outcome["moved"]),
            tuple(outcome["uncertain"]),
            tuple(outcome["orphan"]),
        )


def carry_over(session: Session, marks: Sequence[Mark], old: str, new: str, revision: int) -> dict[str, list[str]]:
    """Move marks of one article from its old text to its new one where their words are found for sure.

    Returns ids by what became of the marks: same, moved, uncertain, orphan.
    """
    by_mark: dict[str, list[Part]] = defaultdict(list)
    if marks:
        query = select(Part).where(Part.article_id == marks[0].article_id)
        for part in session.execute(query.order_by(Part.role, Part.ordinal)).scalars():
            by_mark[part.mark_id].append(part)
    parts = [part for mark in marks for part in by_mark[mark.id]]
    anchors = dict(zip(map(id, parts), reanchor(old, new, [(p.start, p.end) for p in parts]), strict=True))
    outcome: dict[str, list[str]] = {"same": [], "moved": [], "uncertain": [], "orphan": []}
    for mark in marks:
        found_again = [anchors[id(part)] for part in by_mark[mark.id]]
        worst = _worst(found_again)
        outcome[worst].append(mark.id)
        if worst in ("same", "moved"):
            for part, anchor in zip(by_mark[mark.id], found_again, strict=True):
                part.start, part.end = anchor.start, anchor.end
            mark.revision = revision
            mark.start = min(part.start for part in by_mark[mark.id] if part.role == "content")
            mark.updated = now()
    return outcome


def _worst(anchors: Sequence[Anchor]) -> str:
    order = ("same", "moved", "uncertain", "orphan")
    return max((anchor.status for anchor in anchors), key=order.index)
