"""The file of a database of the Discourse Network Analyzer, opened for reading alone and never trusted.

Used by `dna_read`. Only ordinary tables are asked, nothing that the file defines is run, and what takes too long is
stopped.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from annotator.errors import InvalidSet
from annotator.sentences import worded

MOST_STEPS = 2_000_000_000
"""The virtual machine's instructions that one file may take: far above what reading every row does."""

_STEPS_AT_ONCE = 100_000
_LONGEST_VALUE = 100 * 1024**2

Row = tuple[Any, ...]


def opened(path: Path) -> sqlite3.Connection:
    """The database, which the caller closes. Raises sqlite3.Error."""
    # Immutable: not even a journal of somebody else's making is looked at, and nothing is written beside it.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    left = MOST_STEPS // _STEPS_AT_ONCE

    def spend() -> int:
        nonlocal left
        left -= 1
        return left < 0

    connection.set_progress_handler(spend, _STEPS_AT_ONCE)
    return connection


class Tables:
    """The rows of its tables."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Raises InvalidSet where they are not those of the program."""
        self._connection = connection
        self._path = path
        self._columns = self._ordinary_tables()

    def _ordinary_tables(self) -> dict[str, set[str]]:
        """Table -> its columns, of those that are no view and no virtual table. Raises InvalidSet."""
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        found = {str(name).upper(): str(sql) for name, sql in self._connection.execute(query)}
        plain = [name for name, sql in found.items() if sql.upper().startswith("CREATE TABLE") and name.isidentifier()]
        columns = {}
        for name in plain:
            rows = self._connection.execute(f'PRAGMA table_xinfo("{name}")')
            # Hidden columns are computed by what the file says.
            columns[name] = {str(row[1]).upper() for row in rows if row[6] == 0}
        if not {"DOCUMENTS", "STATEMENTS", "VARIABLES", "CODERS"} <= columns.keys():
            raise InvalidSet(
                worded("It is a database, but none of the Discourse Network Analyzer."), where=str(self._path)
            )
        return columns

    def rows(self, table: str, *columns: str) -> list[Row]:
        """The rows of a table, None for columns that it does not have; none where the table is not there."""
        there = self._columns.get(table)
        if there is None:
            return []
        wanted = ", ".join(f'"{each}"' if each.upper() in there else "NULL" for each in columns)
        return list(self._connection.execute(f'SELECT {wanted} FROM "{table}"'))
