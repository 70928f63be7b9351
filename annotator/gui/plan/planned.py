"""The plan as rows of a table: what is proposed, and what is assigned already. Called by the plan's dialog."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from annotator.actions.planning import Proposed
from annotator.gui.language import tr
from annotator.gui.plain_table import PlainRow
from annotator.queries.plan import Cell, PlanOverview


def proposed_rows(overview: PlanOverview, proposed: Sequence[Proposed]) -> list[PlainRow]:
    """An article a row, with those who are to read it."""
    readers: defaultdict[str, list[Proposed]] = defaultdict(list)
    for each in proposed:
        readers[each.article].append(each)
    return [
        PlainRow((each.title, each.source or "", _readers(readers[each.id])), key=each.id)
        for each in overview.articles
        if each.id in readers
    ]


def _readers(some: Sequence[Proposed]) -> str:
    names = ", ".join(sorted(each.annotator for each in some))
    return tr("{names} · blind").format(names=names) if any(each.blind for each in some) else names


def again_rows(overview: PlanOverview, proposed: Sequence[Proposed]) -> list[PlainRow]:
    """An article and reader a row."""
    articles = {each.id: each for each in overview.articles}
    return [
        PlainRow((articles[each.article].title, articles[each.article].source or "", each.annotator), key=each.article)
        for each in proposed
    ]


def planned_rows(overview: PlanOverview) -> list[PlainRow]:
    """Article by annotator: only articles of which something is assigned."""
    rows = []
    for article in overview.articles:
        cells = [overview.cells.get((article.id, each.id)) for each in overview.people]
        if any(cell is not None and cell.purposes for cell in cells):
            rows.append(PlainRow((article.title, *(_cell(cell) for cell in cells)), key=article.id))
    return rows


def _cell(cell: Cell | None) -> str:
    if cell is None or not cell.purposes:
        return "–"
    words = {
        "single": tr("alone"), "double": tr("with another"), "repeat": tr("again"), "review": tr("review"),
        "third": tr("third opinion"),
    }  # fmt: skip
    states = {
        "new": tr("not begun"), "in_progress": tr("begun"), "finished": tr("finished"), "reviewed": tr("reviewed"),
    }  # fmt: skip
    said = ", ".join(words[each] for each in cell.purposes)
    blind = ", " + tr("blind") if cell.blind else ""
    return f"{said}{blind}: {states[cell.state]}"
