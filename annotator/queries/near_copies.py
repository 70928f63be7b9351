"""Which articles are near copies of each other: one wire report in several papers.

Asked by the list of articles when it groups by copies, and by the command line. All texts are read, one
after the other; with 10,000 articles that takes some seconds, so the window asks it in the background.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.model import Article, ArticleText
from annotator.text.likeness import near_copies as alike

AT_ONCE = 200


def near_copies(session: Session) -> list[list[str]]:
    """Groups of ids of articles whose present texts are nearly the same, in the order of the list."""

    def texts() -> Iterator[tuple[str, str]]:
        query = (
            select(Article.id, ArticleText.text)
            .join(ArticleText, (ArticleText.article_id == Article.id) & (ArticleText.revision == Article.revision))
            .order_by(Article.position, Article.id)
        )
        for row in session.execute(query.execution_options(yield_per=AT_ONCE)):
            yield row[0], row[1]

    return alike(texts())
