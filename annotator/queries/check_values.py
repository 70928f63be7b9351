"""Whether each stored value is what its column holds: text, JSON, a number. Asked by `check`.

Looks at the bytes as they stand in the file: whoever asks for a text that is none gets an error instead, which
says neither where it stands nor what else is wrong. A server lets nothing else in, so there it is not asked.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Integer,
    LargeBinary,
    String,
    Table,
    cast,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session

from annotator.model.tables import ARTICLE, METADATA
from annotator.model.values import WORDS, is_json_of
from annotator.sentences import in_quotes

MOST_TOLD = 20
"""Of one column; a file that is all garbage is not to fill the screen."""


def unreadable_values(session: Session) -> Iterator[str]:
    """A sentence for each value that cannot be read as what its column holds."""
    titles = _titles(session)
    for table in METADATA.sorted_tables:
        for column, told in _unreadable(session, table):
            for number, key in enumerate(told):
                if number == MOST_TOLD:
                    yield f"More rows of {table.name} have a {column.name} that cannot be read."
                    break
                yield _sentence(table, column, key, titles)


def has_strange_values(session: Session) -> bool:
    """Whether a column of a file holds what is not of its kind, as far as SQLite tells without reading the values.

    Takes a second or two for 200,000 marks, which no other thread waits for.
    """
    if session.connection().dialect.name != "sqlite":
        return False
    return any(
        session.execute(select(literal(1)).select_from(table).where(or_(*_strange(table).values())).limit(1)).first()
        for table in METADATA.sorted_tables
    )


def is_json(stored: Any) -> bool:
    """Whether what a driver gives of a column of JSON can be read: its text, or what a server has read already."""
    if not isinstance(stored, str):
        return True
    try:
        json.loads(stored)
    except (ValueError, RecursionError):
        return False
    return True


@contextlib.contextmanager
def lenient(session: Session) -> Iterator[None]:
    """Texts that are none are read with U+FFFD for what cannot be read, so that all others are looked at."""
    driver = session.connection().connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    before = driver.text_factory
    driver.text_factory = lambda data: data.decode(errors="replace")
    try:
        yield
    finally:
        driver.text_factory = before


def _unreadable(session: Session, table: Table) -> Iterator[tuple[Column[Any], list[tuple[str, ...]]]]:
    """Each column with the keys of the rows whose value is none of its kind."""
    keys = [cast(column, LargeBinary) for column in table.primary_key.columns]
    strange = _strange(table)
    texts = [column for column in strange if isinstance(column.type, String | JSON)]
    found: dict[str, list[tuple[str, ...]]] = {column.name: [] for column in strange}
    # One look at the whole table first: hardly any has a value of the wrong kind.
    if session.execute(select(*keys).where(or_(*strange.values())).limit(1)).first() is not None:
        for column, condition in strange.items():
            found[column.name] = [_key(row) for row in session.execute(select(*keys).where(condition))]
    decoded = [column for column in texts if isinstance(column.type, JSON)]
    bytes_of = select(*keys, *(cast(column, LargeBinary) for column in texts))
    for row in session.execute(bytes_of):
        values = row[len(keys) :]
        if _is_text(b"".join(value for value in values if value is not None)) and not decoded:
            continue
        for column, value in zip(texts, values, strict=True):
            if value is not None and not (is_json_of(column, value) if column in decoded else _is_text(value)):
                key = _key(row[: len(keys)])
                if key not in found[column.name]:
                    found[column.name].append(key)
    yield from ((table.columns[name], rows) for name, rows in found.items() if rows)


def _strange(table: Table) -> dict[Column[Any], ColumnElement[bool]]:
    """For each column the condition that its value is not of its kind, or none of its words."""
    texts = [column for column in table.columns if isinstance(column.type, String | JSON)]
    numbers = [column for column in table.columns if isinstance(column.type, Integer | Boolean)]
    strange: dict[Column[Any], ColumnElement[bool]]
    strange = {column: func.typeof(column).not_in(("text", "null")) for column in texts}
    strange |= {column: func.typeof(column).not_in(("integer", "null")) for column in numbers}
    strange |= {column: or_(strange[column], column.not_in(WORDS[column])) for column in texts if column in WORDS}
    strange |= {column: or_(strange[column], column.is_(None)) for column in strange if not column.nullable}
    return strange


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _key(row: Any) -> tuple[str, ...]:
    return tuple(b"".join([value or b""]).decode(errors="replace") for value in row)


def _titles(session: Session) -> dict[str, str]:
    with lenient(session):
        rows = session.execute(select(ARTICLE.c.id, ARTICLE.c.title)).all()
    return {row.id: row.title for row in rows if isinstance(row.title, str)}


def _sentence(table: Table, column: Column[Any], key: tuple[str, ...], titles: dict[str, str]) -> str:
    what = "text" if isinstance(column.type, String) else "JSON" if isinstance(column.type, JSON) else "number"
    reason = "what stands there is " + (f"none of {', '.join(WORDS[column])}" if column in WORDS else f"no {what}")
    where = f"Row {', '.join(key)} of {table.name}"
    title = titles.get(key[0]) if table.name in ("article", "article_text") else None
    if title is not None:
        where = f"Article {in_quotes(title)} ({', '.join(key)})"
    return f"{where}: its {column.name} cannot be read, {reason}."
