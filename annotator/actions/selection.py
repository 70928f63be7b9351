"""What of a project is exported: whose tags and which articles, also by state, as names and ids.

Called by the command line before it exports; the window asks its person instead. It changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection

from annotator.errors import InvalidValue
from annotator.queries.annotators import annotators as all_annotators
from annotator.queries.annotators import ids_of_names
from annotator.queries.article_states import standing
from annotator.queries.articles import require_articles
from annotator.records import State
from annotator.sentences import worded
from annotator.store import Store


def selected(
    store: Store,
    *,
    annotators: Collection[str] = (),
    consensus: bool = False,
    articles: Collection[str] = (),
    states: Collection[State] = (),
) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """The names and ids that `export_set` takes; None stands for all.

    consensus: also, or alone, the agreed tags. states: only articles that one of the annotators has brought so far
    and no further (anybody, where none is named); with articles named, only those of them. Raises InvalidValue for
    what is not there, and where nothing is left.
    """
    with store.read() as session:
        names = list(annotators)
        ids_of_names(session, names)
        if consensus:
            agreed = [each.name for each in all_annotators(session) if each.kind == "consensus"]
            if not agreed:
                raise InvalidValue(worded("There is no consensus in this project yet; review tags first."))
            names += agreed
        chosen: tuple[str, ...] | None = tuple(articles) or None
        require_articles(session, articles)
        if states:
            by_state = standing(session).by_state(names)
            chosen = tuple(each for state in by_state if state in states for each in by_state[state])
            if articles:
                chosen = tuple(each for each in articles if each in chosen)
            if not chosen:
                stated = " or ".join(state.replace("_", " ") for state in by_state if state in states)
                raise InvalidValue(
                    worded("No article that is asked for is {stated}; see annotator articles.", stated=stated)
                )
    return tuple(names) or None, chosen
