"""The recorder: what a session changes is written down, row by row, in the same transaction.

A step is begun by the store, filled before and after each flush (`sessions.py`), and closed before the commit.
Values are read from the database, not from ORM history, which loses deferred and expired ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, func, insert, select, tuple_

from annotator.model.tables import JOURNAL, MARK, STEP
from annotator.records import JUDGED, MARKED, Changes
from annotator.sentences import plain

# Counted up by every write, or the number of the step that brought the row, which is another one when a
# batch is done again, or how far somebody has read; never a person's doing, so neither compared nor put back
# by undo, and a change of nothing else leaves no step.
BOOKKEEPING = frozenset({"version", "updated", "batch", "position"})
# The kind of a step that only says that somebody read: undo passes it by, history does not list it.
READING = "reading"
# Rows of these tables belong to the noun named: a view asks for the mark, not for its part.
OWNER = {"part": "mark", "claim_speaker": "mark", "claim_topic": "mark", "article_text": "article"}
# Rows of these say something about a mark, their `target`, and so concern its article.
SAID_ABOUT_MARKS = frozenset({"review", "comment"})
# A step names so many of the articles that it concerned.
MOST_ARTICLES = 8
# Rows that one question reads back; more would only make the statement longer.
_TOGETHER = 500
_LAST_STEP = select(func.coalesce(func.max(STEP.c.number), 0))
_LAST_STEP_OF_ALL = select(func.last_step())

Row = dict[str, Any]
# The name of a table and the values of a primary key.
Place = tuple[Any, ...]


def key_of(table: Table, row: Row) -> list[Any]:
    """The primary key's values, in the key's order."""
    return [row[column.name] for column in table.primary_key.columns]


def record_of(table: Table, row: Row) -> str:
    """The id of the noun that the row belongs to."""
    owner = OWNER.get(table.name)
    name = f"{owner}_id" if owner else next(iter(table.primary_key.columns)).name
    return str(row[name])


def fetch(connection: Connection, table: Table, key: Sequence[Any]) -> Row | None:
    """The row as it is in the database now, every column."""
    query, names = _fetching(table)
    row = connection.execute(query, dict(zip(names, key, strict=True))).mappings().first()
    return dict(row) if row is not None else None


@cache
def _fetching(table: Table) -> tuple[Select[Any], tuple[str, ...]]:
    """The query for one row, and the names of its parameters. Built once: each key pressed asks several times."""
    columns = tuple(table.primary_key.columns)
    return select(table).where(*(c == bindparam(c.name) for c in columns)), tuple(c.name for c in columns)


def fetch_together(connection: Connection, keys: Iterable[tuple[Table, Sequence[Any]]]) -> dict[Place, Row]:
    """The rows as they are in the database now, read a few hundred at a time, under table and key."""
    wanted: defaultdict[Table, list[tuple[Any, ...]]] = defaultdict(list)
    for table, key in keys:
        wanted[table].append(tuple(key))
    rows: dict[Place, Row] = {}
    for table, places in wanted.items():
        if len(places) == 1:
            only = fetch(connection, table, places[0])
            rows |= {(table.name, *places[0]): only} if only is not None else {}
            continue
        columns = tuple(table.primary_key.columns)
        for first in range(0, len(places), _TOGETHER):
            some = places[first : first + _TOGETHER]
            among = columns[0].in_([key for (key,) in some]) if len(columns) == 1 else tuple_(*columns).in_(some)
            for found in connection.execute(select(table).where(among)).mappings():
                row = dict(found)
                rows[(table.name, *[row[column.name] for column in columns])] = row
    return rows


class StepRecorder:
    """One step while it is being made. `connection` is inside the step's transaction.

    source: what a merge has taken in, so that the next one knows; None for other changes.
    """

    def __init__(self, connection: Connection, label: str, annotator: str, at: str, kind: str = "change") -> None:
        self.connection = connection
        self.label = plain(label)
        self.annotator = annotator
        self.at = at
        self.kind = kind
        self.number = next_step(connection)
        self.rows: list[Row] = []
        self.touched: dict[str, set[str]] = {}
        self.articles: dict[str, None] = {}
        self.source: str | None = None

    def add(self, table: Table, operation: str, old: Row | None, new: Row | None) -> None:
        """Note one row's change; of an update, the changed columns only. An update of nothing is dropped."""
        whole = new or old
        assert whole is not None
        key, record = key_of(table, whole), record_of(table, whole)
        article = self._article_of(table, whole)
        if operation == "update" and old is not None and new is not None:
            changed = [name for name in new if name not in BOOKKEEPING and old[name] != new[name]]
            if not changed:
                return
            old = {name: old[name] for name in changed}
            new = {name: new[name] for name in changed}
        self.touched.setdefault(OWNER.get(table.name, table.name), set()).add(record)
        if article:
            self.articles[article] = None
        self.rows.append(
            {
                "step": self.number,
                "seq": len(self.rows),
                "table_name": table.name,
                "record": record,
                "key": key,
                "operation": operation,
                "old": old,
                "new": new,
            }
        )

    def _article_of(self, table: Table, row: Row) -> str | None:
        """The article that a row lies in or speaks of; None for what belongs to none, or whose mark is gone."""
        if table.name in SAID_ABOUT_MARKS:
            query = select(MARK.c.article_id).where(MARK.c.id == row["target"])
            return self.connection.execute(query).scalar_one_or_none()
        article: str | None = row["id"] if table.name == "article" else row.get("article_id")
        return article

    def close(self, **more: Any) -> None:
        """Write the step with its rows. A change that changed nothing leaves no step, a named one does."""
        if not self.rows and not more and not self.source:
            return
        values: Row = {
            "number": self.number,
            "label": self.label,
            "annotator": self.annotator,
            "at": self.at,
            "kind": self.kind,
            "articles": list(self.articles)[:MOST_ARTICLES] or None,
            "rows": len(self.rows),
            "passed_over": False,
            "open": False,
            "source": self.source,
        }
        self.connection.execute(insert(STEP), [values | more])
        if self.rows:
            self.connection.execute(insert(JOURNAL), self.rows)

    def news(self, origin: object) -> Changes:
        """What views are told once the step is committed."""
        rows = {table: frozenset(ids) for table, ids in self.touched.items()}
        named = with_articles(rows, frozenset(self.articles))
        return Changes(label=self.label, step=self.number, origin=origin, rows=named)


def next_step(connection: Connection) -> int:
    """The number after the last step. The writer's lock makes it safe: steps follow commit order."""
    return last_step(connection) + 1


def last_step(connection: Connection) -> int:
    """The number of the last step of all, also of one that a server hides from who asks."""
    on_server = connection.dialect.name == "postgresql"
    return int(connection.execute(_LAST_STEP_OF_ALL if on_server else _LAST_STEP).scalar_one())


def with_articles(rows: dict[str, frozenset[str]], articles: frozenset[str]) -> dict[str, frozenset[str]]:
    """The rows of news, and in which of the step's articles marks were changed or spoken of."""
    marked = {MARKED: articles} if "mark" in rows else {}
    judged = {JUDGED: articles} if not SAID_ABOUT_MARKS.isdisjoint(rows) else {}
    return rows | marked | judged


def merged(news: Iterable[Changes]) -> dict[str, frozenset[str]]:
    """The rows of several steps together."""
    rows: dict[str, frozenset[str]] = {}
    for each in news:
        for table, ids in each.rows.items():
            rows[table] = rows.get(table, frozenset()) | ids
    return rows
