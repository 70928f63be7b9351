"""The shape of a project's database: making it, recognising it, bringing an older one up to date.

Called by the store when a project is made or opened. Migrations are Alembic's, in `migrations/`.
"""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from annotator.errors import ForeignFile, NewerProject
from annotator.sentences import worded
from annotator.store.engine import APPLICATION_ID
from annotator.store.places import beside_itself

# Number of the newest revision in migrations/versions; stored as SQLite's user_version.
SCHEMA = 1
# What each revision's sqlite_master hashes to. A file that differs holds something that is not ours.
FINGERPRINTS = {1: "c6eaefe8b4ed4b261c960cad437d0a583380d0fdeb63cf85eab7c74dab0e7888"}
SCRIPTS = "annotator.store:migrations"
# SQLite's own bookkeeping tables, which appear and vanish with ANALYZE.
STATISTICS = frozenset({("table", "sqlite_stat1"), ("table", "sqlite_stat4")})


def upgrade(connection: Connection, target: str = "head") -> None:
    """Bring an empty or older database to the newest schema, in the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def fingerprint(connection: sqlite3.Connection) -> str:
    """A hash over everything that the file declares: tables, indexes, and what should not be there."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    digest = hashlib.sha256()
    for kind, name, sql in rows:
        if (kind, name) not in STATISTICS:
            digest.update(f"{kind}\x00{name}\x00{' '.join((sql or '').split())}\x01".encode())
    return digest.hexdigest()


def reading_uri(path: Path, *, immutable: bool = False) -> str:
    """The address under which SQLite only reads a file, and leaves nothing beside it where it can.

    Even a reader makes the log's files beside a project, and may not remove them; where nobody else is at
    work it can do without.
    """
    alone = not any(beside_itself(path, end).exists() for end in ("-wal", "-shm", "-journal"))
    return path.resolve().as_uri() + "?mode=ro" + ("&immutable=1" if immutable or alone else "")


def recognise(path: Path, *, immutable: bool = False) -> int:
    """The schema number of the project at `path`, which may be anything.

    immutable: the file lies where not even SQLite's lock files can be made.

    Raises ForeignFile when it is no project or holds what the program did not put there, NewerProject
    when a newer version made it. Nothing in the file is executed and nothing is written.
    """
    # Not opened by hand: closing a file gives up the locks of those in this process who have it open.
    connection = _opened(path, immutable=immutable)
    try:
        _require_database(connection, path)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise ForeignFile(worded("{path} is a database of another program, not an Annotator project.", path=path))
        number = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if number > SCHEMA:
            raise NewerProject(
                worded(
                    "{path} was made by a newer version of Annotator (format {number}, this one reads up to "
                    "{schema}); update the program to open it. The file was not changed.",
                    path=path,
                    number=number,
                    schema=SCHEMA,
                )
            )
        if number not in FINGERPRINTS or fingerprint(connection) != FINGERPRINTS[number]:
            raise ForeignFile(worded("{path} is not opened: {stranger}.", path=path, stranger=_stranger(connection)))
    finally:
        connection.close()
    return number


def _opened(path: Path, *, immutable: bool) -> sqlite3.Connection:
    """A connection that only reads. Raises PermissionError where the system does not let us."""
    try:
        return sqlite3.connect(reading_uri(path, immutable=immutable), uri=True, timeout=5)
    except sqlite3.OperationalError as error:
        if os.access(path, os.R_OK):
            raise
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path)) from error


def _require_database(connection: sqlite3.Connection, path: Path) -> None:
    """Raises ForeignFile when the file is none of SQLite's, or an empty one."""
    try:
        empty = not connection.execute("PRAGMA page_count").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
            raise
        empty = True
    if empty:
        raise ForeignFile(worded("{path} is not an Annotator project.", path=path))


def _stranger(connection: sqlite3.Connection) -> str:
    query = "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name LIMIT 1"
    found = connection.execute(query).fetchone()
    if found:
        return worded("it holds a {kind} “{name}” that Annotator did not make", kind=found[0], name=found[1])
    return worded("its tables are not those that Annotator makes")
