"""How far everybody is with every article, for choosing articles by their state.

Asked by export, in the window and on the command line. What one person sees in the list of articles is the question
`article_list`; here it is told of all at once.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import select

from annotator.model.tables import ANNOTATOR, ARTICLE, MARK, PROGRESS
from annotator.records import State

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

STATES: tuple[State, ...] = ("new", "in_progress", "finished", "reviewed")
"""From the least to the most that can have become of an article."""


class Standing(Struct, frozen=True):
    """articles: all ids, in order. begun: name of every person -> article -> state, of what is not new to them."""

    articles: tuple[str, ...]
    begun: dict[str, dict[str, State]]

    def by_state(self, names: Collection[str] | None = None) -> dict[State, tuple[str, ...]]:
        """The articles by the furthest state that one of these persons has brought them to, or anybody.

        Names of those who are no persons (the consensus) count for nothing; where there is no other, for everybody.
        """
        chosen = [self.begun[name] for name in names or () if name in self.begun] or list(self.begun.values())
        found: dict[State, list[str]] = {state: [] for state in STATES}
        for article in self.articles:
            states = (begun.get(article, STATES[0]) for begun in chosen)
            found[max(states, key=STATES.index, default=STATES[0])].append(article)
        return {state: tuple(ids) for state, ids in found.items()}


def standing(session: Session) -> Standing:
    """How far every person is with every article: as noted, and begun where they have a mark in it."""
    articles = tuple(session.execute(select(ARTICLE.c.id).order_by(ARTICLE.c.position, ARTICLE.c.id)).scalars())
    persons = select(ANNOTATOR.c.id, ANNOTATOR.c.name).where(ANNOTATOR.c.kind == "person")
    names = {row.id: row.name for row in session.execute(persons)}
    begun: dict[str, dict[str, State]] = {name: {} for name in names.values()}

    def take(annotator: str, article: str, state: State) -> None:
        if annotator in names:
            own = begun[names[annotator]]
            own[article] = max(own.get(article, STATES[0]), state, key=STATES.index)

    for annotator, article in session.execute(select(MARK.c.annotator_id, MARK.c.article_id).distinct()):
        take(annotator, article, "in_progress")
    for annotator, article, state in session.execute(
        select(PROGRESS.c.annotator_id, PROGRESS.c.article_id, PROGRESS.c.state).where(PROGRESS.c.state != "new")
    ):
        take(annotator, article, state)
    return Standing(articles, begun)
