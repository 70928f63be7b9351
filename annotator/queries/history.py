"""What was done, by whom and when: the journal as people read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from sqlalchemy import bindparam, func, select, union_all

from annotator.model.tables import ARTICLE, COMMENT, JOURNAL, MARK, REVIEW, STEP
from annotator.queries.marks import MOST_IDS
from annotator.queries.plan import blind_articles
from annotator.store.batch import is_batch
from annotator.store.journal import OWNER, READING, SAID_ABOUT_MARKS
from annotator.store.undo import last_redoable, last_undoable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_ROWS = select(JOURNAL.c.record, JOURNAL.c.old, JOURNAL.c.new).where(JOURNAL.c.step == bindparam("step")).limit(1)
_SAID = _ROWS.where(JOURNAL.c.table_name.in_(SAID_ABOUT_MARKS))
_TAKEN = _ROWS.where(JOURNAL.c.table_name == "mark", JOURNAL.c.operation == "delete")
_MARKED = _ROWS.where(JOURNAL.c.table_name.in_(["mark", *(table for table, owner in OWNER.items() if owner == "mark")]))


class HistoryStep(Struct, frozen=True):
    """One step. rows: how many it changed. undone: its rows were put back and not done again.

    kind: change, batch, undo or redo. open: a batch that did not reach its end. articles: titles of the
    articles concerned, at most a few.
    """

    step: int
    label: str
    annotator: str
    at: str
    rows: int
    undone: bool
    kind: str = "change"
    open: bool = False
    articles: tuple[str, ...] = ()


def history(
    session: Session, mark: str | None = None, limit: int | None = None, *, reader: str | None = None
) -> list[HistoryStep]:
    """All steps, latest first; or those that touched one mark. limit: at most so many.

    reader: name of who looks; what colleagues did in articles that they read blind is left out.
    """
    blind = blind_articles(session, reader) if reader is not None else set()
    query = select(*STEP.c).where(STEP.c.kind != READING).order_by(STEP.c.number.desc())
    if mark is not None:
        of_mark = select(JOURNAL.c.step).where(JOURNAL.c.record == mark)
        brought = select(MARK.c.batch).where(MARK.c.id == mark, MARK.c.batch.is_not(None))
        query = query.where(STEP.c.number.in_(of_mark.union(brought)))
    if limit is not None:
        query = query.limit(limit)
    rows = session.execute(query).all()
    undoing = _undoing(session, rows)
    named = {row.number: list(row.articles or ()) for row in rows}
    named |= _spoken_of(session, [row.number for row in rows if not row.articles])
    titles = _titles(session, named.values())
    return [
        HistoryStep(
            step=row.number,
            label=row.label,
            annotator=row.annotator,
            at=row.at,
            rows=row.rows,
            undone=_undone(row.number, undoing),
            kind=row.kind,
            open=row.open,
            articles=tuple(titles[id_] for id_ in named[row.number] if id_ in titles),
        )
        for row in rows
        if row.annotator == reader or blind.isdisjoint(named[row.number])
    ]


def readings(session: Session) -> int:
    """How many steps only note how far somebody has read; `history` leaves them out."""
    return session.execute(select(func.count()).select_from(STEP).where(STEP.c.kind == READING)).scalar_one()


class NextStep(Struct, frozen=True):
    """What undo or redo would take next. batch: it moves a whole import. articles: ids, at most a few."""

    number: int
    label: str
    at: str
    rows: int
    batch: bool
    articles: tuple[str, ...]
    record: str | None
    """The id of a mark that it changed or spoke of, to go there."""
    took_away: bool
    """It deleted marks, which undo brings back."""


def next_step(session: Session, annotator: str, *, redo: bool) -> NextStep | None:
    """The step that undo (or redo) of this annotator, by name, would take; None when there is none."""
    connection = session.connection()
    step = (last_redoable if redo else last_undoable)(connection, annotator)
    if step is None:
        return None
    return NextStep(
        number=step["number"],
        label=step["label"],
        at=step["at"],
        rows=step["rows"],
        batch=is_batch(connection, step),
        articles=tuple(step["articles"] or ()),
        record=_mark_of(session, step["number"]),
        took_away=session.execute(_TAKEN, {"step": step["number"]}).first() is not None,
    )


def _mark_of(session: Session, step: int) -> str | None:
    """A mark that a step gave a verdict or a comment on, else one that it changed; None when there is none."""
    said = session.execute(_SAID, {"step": step}).first()
    if said is not None:
        whole = (said.old or {}) | (said.new or {})
        return whole.get("target") or _target(session, said.record)
    found = session.execute(_MARKED, {"step": step}).first()
    return found.record if found is not None else None


def _target(session: Session, record: str) -> str | None:
    """The mark that a verdict or a comment is about, by the id of what was said."""
    query = union_all(*(select(table.c.target).where(table.c.id == record) for table in (REVIEW, COMMENT)))
    return session.execute(query).scalars().first()


def is_sample(session: Session) -> bool:
    """Whether the project was made as the sample."""
    return session.execute(select(STEP.c.number).where(STEP.c.source == "sample").limit(1)).first() is not None


def _undoing(session: Session, rows: Sequence[Any]) -> dict[int, int | None]:
    """By number of a step the one that put its rows back: of the steps that are asked for and of those that follow."""
    undoing: dict[int, int | None] = {row.number: row.undone_by for row in rows}
    while unknown := {later for later in undoing.values() if later is not None} - undoing.keys():
        found = session.execute(select(STEP.c.number, STEP.c.undone_by).where(STEP.c.number.in_(unknown)))
        # One that a server hides from who looks is as good as one that stands.
        undoing |= dict.fromkeys(unknown) | {row.number: row.undone_by for row in found}
    return undoing


def _undone(number: int, undoing: dict[int, int | None]) -> bool:
    """A step stands again when its undo was undone, and so on."""
    undone, later = False, undoing.get(number)
    while later is not None:
        undone, later = not undone, undoing.get(later)
    return undone


def _spoken_of(session: Session, steps: Sequence[int]) -> dict[int, list[str]]:
    """The articles of the marks that steps gave verdicts and comments on which name no article themselves."""
    found: dict[int, list[str]] = {}
    for said in (REVIEW, COMMENT):
        query = (
            select(JOURNAL.c.step, MARK.c.article_id)
            .join(said, said.c.id == JOURNAL.c.record)
            .join(MARK, MARK.c.id == said.c.target)
            .where(JOURNAL.c.table_name == said.name)
            .distinct()
            .order_by(JOURNAL.c.step, MARK.c.article_id)
        )
        for first in range(0, len(steps), MOST_IDS):
            some = steps[first : first + MOST_IDS]
            for step, article in session.execute(query.where(JOURNAL.c.step.in_(some))):
                found.setdefault(step, []).append(article)
    return found


def _titles(session: Session, named: Iterable[Sequence[str]]) -> dict[str, str]:
    ids = {id_ for some in named for id_ in some}
    if not ids:
        return {}
    query = select(ARTICLE.c.id, ARTICLE.c.title)
    if len(ids) < 1000:
        query = query.where(ARTICLE.c.id.in_(ids))
    return {id_: title for id_, title in session.execute(query) if id_ in ids}
