"""Which articles are near copies of each other: one wire report in several papers.

Asked by the list of articles when it groups by copies, and by the command line. All texts are read, one
after the other; with 10,000 articles that takes some seconds, so the window asks it in the background.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import select

from annotator.model.tables import ARTICLE, TEXT
from annotator.text.likeness import near_copies as alike

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

AT_ONCE = 200


def near_copies(session: Session) -> list[list[str]]:
    """Groups of ids of articles whose present texts are nearly the same, in the order of the list."""

    def texts() -> Iterator[tuple[str, str]]:
        query = (
            select(ARTICLE.c.id, TEXT.c.text)
            .join(TEXT, (TEXT.c.article_id == ARTICLE.c.id) & (TEXT.c.revision == ARTICLE.c.revision))
            .order_by(ARTICLE.c.position, ARTICLE.c.id)
        )
        for row in session.execute(query.execution_options(yield_per=AT_ONCE)):
            yield row[0], row[1]

    return alike(texts())
