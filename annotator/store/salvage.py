"""Saving what can still be read of a damaged project.

Called by `Store.rescue`, and by the command that makes backups for a file that cannot be opened any more. It
only reads the damaged file; what it makes is a new project that holds every row that could be read, and a
sentence for each table that lost some.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.errors import DamagedProject, ProjectExists
from annotator.model.tables import METADATA, new_id
from annotator.model.values import mended
from annotator.records import now
from annotator.sentences import joined, worded
from annotator.store import schema
from annotator.store.engine import explained

# Tables that are stored by their key: the noun, and its columns, by whose values their rows can be asked for.
STORED_BY_KEY = {
    "part": ("article_id, mark_id", "SELECT article_id, id FROM mark"),
    "claim_speaker": ("article_id, mark_id", "SELECT article_id, id FROM mark"),
    "claim_topic": ("article_id, mark_id", "SELECT article_id, id FROM mark"),
    "journal": ("step", "SELECT number FROM step"),
}
# A rescued file holds the marks and steps before what hangs on them is asked for.
LAST = tuple(STORED_BY_KEY)

Missing = dict[str, str]


def salvage_file(path: Path, target: Path) -> Missing:
    """Save what can be read of a file that cannot be opened as a project any more, because it was cut off.

    Raises DamagedProject when nothing in it can be read.
    """
    with explained(str(path)), contextlib.closing(sqlite3.connect(schema.reading_uri(path), uri=True)) as damaged:
        damaged.execute("PRAGMA trusted_schema=OFF")
        # Else SQLite refuses a file that is shorter than its first page says.
        damaged.execute("PRAGMA writable_schema=ON")
        return salvage(damaged, target)


def salvage(damaged: sqlite3.Connection, target: Path) -> Missing:
    """Save all rows that can still be read into a new project at `target`.

    Returns for each table that is not whole a sentence on what is missing. A table is read from both
    ends, and what lies between two bad places row by row, so that a bad page costs the rows on it.
    Raises DamagedProject, and leaves nothing, when there is no row that can be read.
    """
    if target.exists():
        raise ProjectExists(worded("{target} exists already; nothing was saved over it.", target=target))
    try:
        with explained(str(target)), contextlib.closing(sqlite3.connect(target, isolation_level=None)) as rescued:
            _empty_project(rescued)
            rescued.execute("PRAGMA foreign_keys=OFF")
            missing = _save_tables(damaged, rescued)
            if not _is_anything(rescued):
                raise DamagedProject(worded("Nothing in the project can be read any more; take a backup of it."))
            _name_it(rescued, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return missing


def _save_tables(damaged: sqlite3.Connection, rescued: sqlite3.Connection) -> Missing:
    missing: Missing = {}
    found = rescued.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    names = sorted((name for (name,) in found), key=lambda name: (name in LAST, name))
    rescued.execute("BEGIN")
    for name in names:
        mending = _Mending(name)
        with _lenient(damaged) as replaced:
            lost = _save_table(damaged, rescued, name, mending)
        told = [lost] if lost else []
        if mending.values:
            told.append(worded("{count} values could not be read", count=len(mending.values)))
        if mending.rows:
            told.append(worded("{count} rows had no meaning without a value", count=len(mending.rows)))
        if replaced:
            told.append(worded("{count} texts hold signs that could not be read", count=len(replaced)))
        if told:
            kept = rescued.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            missing[name] = worded("{kept} rows saved, {lost}", kept=kept, lost=joined(told))
    rescued.execute("COMMIT")
    torn = Counter(row[0] for row in rescued.execute("PRAGMA foreign_key_check"))
    for name, count in torn.items():
        refers = worded("{count} rows refer to something that could not be saved", count=count)
        missing[name] = worded("{first}; {second}", first=missing[name], second=refers) if name in missing else refers
    return missing


class _Mending:
    """Makes rows of a table such as they can be read. Knows which values and whole rows it gave up."""

    def __init__(self, name: str) -> None:
        self._columns = list(METADATA.tables[name].columns) if name in METADATA.tables else []
        self.values: set[tuple[Any, str]] = set()
        self.rows: set[Any] = set()

    def mend(self, place: Any, names: list[str], row: list[Any]) -> list[Any] | None:
        """The row with what can stand in the place of values that are none; None where that leaves no meaning.

        place: tells the row from others, which may be met twice. names: of the row's columns.
        """
        sound = list(row)
        try:
            for column in self._columns:
                index = names.index(column.name)
                sound[index] = mended(column, row[index])
                if sound[index] is not row[index]:
                    self.values.add((place, column.name))
        except ValueError:
            self.rows.add(place)
            return None
        return sound


@contextlib.contextmanager
def _lenient(damaged: sqlite3.Connection) -> Iterator[set[bytes]]:
    """A text that is none is read with U+FFFD for what cannot be read: the rest of it is worth saving.

    Gives the bytes of those met so far.
    """
    replaced: set[bytes] = set()

    def text(data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError:
            replaced.add(data)
            return data.decode(errors="replace")

    before = damaged.text_factory
    damaged.text_factory = text
    try:
        yield replaced
    finally:
        damaged.text_factory = before


def _is_anything(rescued: sqlite3.Connection) -> bool:
    return any(rescued.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() for name in ("article", "mark", "project"))


def _name_it(rescued: sqlite3.Connection, target: Path) -> None:
    """A project that lost the row that says which one it is gets another: the rest is not to be lost for it."""
    if rescued.execute("SELECT count(*) FROM project").fetchone()[0] != 1:
        rescued.execute("DELETE FROM project")
        rescued.execute(
            "INSERT INTO project (id, name, created, version) VALUES (?, ?, ?, 1)", (new_id(), target.stem, now())
        )


def _empty_project(connection: sqlite3.Connection) -> None:
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.begin() as made:
        schema.upgrade(made)
    connection.execute("DELETE FROM alembic_version")
    # The pool must not close the connection: it is the caller's.
    engine.dispose(close=False)


def _save_table(damaged: sqlite3.Connection, rescued: sqlite3.Connection, name: str, mending: _Mending) -> str:
    """Save a table's rows; returns what is missing in words, nothing when all were read."""
    columns = [row[1] for row in rescued.execute(f'PRAGMA table_info("{name}")')]
    names = ", ".join(f'"{column}"' for column in columns)
    put = f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({", ".join("?" * len(columns))})'
    keys = [row[1] for row in rescued.execute(f'PRAGMA table_info("{name}")') if row[5]]
    place = ["rowid"] if name not in STORED_BY_KEY else keys
    key_places = [columns.index(key) for key in keys]

    def save(row: list[Any]) -> None:
        sound = mending.mend(tuple(row[index] for index in key_places), columns, row)
        if sound is not None:
            rescued.execute(put, sound)

    ends: list[Any] = []
    failure = ""
    for direction in ("ASC", "DESC"):
        order = ", ".join(f'"{key}" {direction}' if key != "rowid" else f"rowid {direction}" for key in place)
        query = f'SELECT {place[0]}, {names} FROM "{name}" NOT INDEXED ORDER BY {order}'
        try:
            reached = None
            for place_of_row, *row in damaged.execute(query):
                save(row)
                reached = place_of_row
        except sqlite3.DatabaseError as error:
            failure = str(error)
            ends.append(reached)
        else:
            return ""
    for condition, values in _between(rescued, name, ends):
        with contextlib.suppress(sqlite3.DatabaseError):
            for row in damaged.execute(f'SELECT {names} FROM "{name}" WHERE {condition}', values):
                save(list(row))
    return worded("{lost} cannot be read ({failure})", lost=_lost(damaged, rescued, name), failure=failure)


def _between(rescued: sqlite3.Connection, name: str, ends: list[Any]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Conditions, each for a few rows, that together cover what lies between the bad places."""
    if name in STORED_BY_KEY:
        columns, nouns = STORED_BY_KEY[name]
        condition = " AND ".join(f"{column} = ?" for column in columns.split(", "))
        for values in rescued.execute(nouns).fetchall():
            yield condition, values
    elif None not in ends:
        for rowid in range(ends[0] + 1, ends[1]):
            yield "rowid = ?", (rowid,)


def _lost(damaged: sqlite3.Connection, rescued: sqlite3.Connection, name: str) -> str:
    """How many rows are missing, as far as an index that is whole can tell."""
    kept = int(rescued.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
    with contextlib.suppress(sqlite3.DatabaseError):
        whole = int(damaged.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        return str(max(0, whole - kept))
    return worded("an unknown number")
