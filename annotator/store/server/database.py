"""A team's database: PostgreSQL's room behind `Database`. Used by the store only.

The project lies in a schema of its own, `annotator`, so that one database holds one project and nothing
else in it is touched. Writers stand in a queue: each transaction begins with an advisory lock, which
gives what `BEGIN IMMEDIATE` gives on SQLite, so that the numbers of steps follow the order of commits and
what was read in a change is still so when it is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from annotator.errors import ConnectionLost, NotAllowed, ProjectExists
from annotator.model.tables import PROJECT, new_id
from annotator.records import Changes, now
from annotator.sentences import worded
from annotator.store.copying import copy_rows
from annotator.store.database import Database
from annotator.store.engine import SUFFIX, explained
from annotator.store.server import recognising
from annotator.store.server.address import Address
from annotator.store.server.engine import server_engine
from annotator.store.server.listening import CHANNEL, ServerWatch
from annotator.store.server.members import Members
from annotator.store.server.rights import SCHEMA
from annotator.store.server.sentences import lost, sentence
from annotator.store.sqlite import SqliteDatabase

# "Anno" in ASCII; an advisory lock belongs to one database.
LOCK = 0x416E6E6F
# Tables of which a role may write some rows and read more.
PARTLY_WRITABLE = ("mark", "part", "claim_speaker", "claim_topic", "review", "comment", "progress", "assignment")


class ServerDatabase(Database):
    """An open database on a server."""

    path = None

    def __init__(self, address: Address, engine: Engine, found: recognising.Found) -> None:
        """Use `open` or `create`."""
        self.address = str(address)
        self.place = address.place
        self.engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self.warnings = found.warnings
        self.member = found.member
        self.sees_all = found.role != "coder"
        self.role = found.role
        self._writer = engine
        self._watch = ServerWatch(engine, self.place)

    @classmethod
    def open(cls, address: str | Path) -> ServerDatabase:
        """Connect, recognise the project, and bring it up to date where it is older and one's own."""
        read = Address.read(str(address))
        engine = server_engine(read)
        try:
            with explained(read.place, sentence):
                return cls(read, engine, recognising.recognise(engine, read))
        except BaseException:
            engine.dispose()
            raise

    @classmethod
    def create(cls, address: str | Path, name: str | None) -> str:
        """Make the schema, the tables and the rules of an empty project; the database must be there."""
        read = Address.read(str(address))
        engine = server_engine(read)
        try:
            with explained(read.place, sentence), engine.begin() as connection:
                recognising.require_version(connection, read)
                if connection.exec_driver_sql(f"SELECT to_regnamespace('{SCHEMA}')").scalar_one():
                    raise ProjectExists(
                        worded("There is a project in {place} already; open it, or name another one.", place=read.place)
                    )
                if not connection.exec_driver_sql(
                    "SELECT has_database_privilege(current_database(), 'CREATE')"
                ).scalar_one():
                    raise NotAllowed(
                        worded("You may not make a project in {place}; its owner has to do it.", place=read.place)
                    )
                connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA}")
                recognising.bring_up_to_date(connection)
                row = {"id": new_id(), "name": name or read.database, "created": now(), "version": 1}
                connection.execute(insert(PROJECT), [row])
        finally:
            engine.dispose()
        # With the password that was given, which the store does not keep.
        return str(address)

    def close(self) -> None:
        """Let go of all connections."""
        self._watch.close()
        self._writer.dispose()

    def discard(self) -> None:
        """Close, and take the schema out of the database."""
        self._watch.close()
        with self.explained(), self._writer.begin() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {SCHEMA} CASCADE")
        self._writer.dispose()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turns what the server says into a sentence."""
        with explained(self.place, sentence):
            try:
                yield
            except StaleDataError as error:
                # A row that may be read and not written looks to the session like one that was changed.
                table = re.search(r"on table '(\w+)'", str(error))
                if table and self._hidden_by_rules(table.group(1)):
                    raise NotAllowed(
                        worded("Your role in {place} ({role}) does not allow this.", place=self.place, role=self.role)
                    ) from error
                raise

    def _hidden_by_rules(self, table: str) -> bool:
        return self.role is not None and table in PARTLY_WRITABLE

    def require_present(self) -> None:
        """Raises ConnectionLost while there is no connection."""
        if not self._watch.connected:
            raise ConnectionLost(
                worded("There is no connection to {place} just now; it is tried again and again.", place=self.place)
            )

    @contextmanager
    def writing(self, *, patient: bool) -> Iterator[Connection]:
        """One write transaction in the queue of all writers. Raises ConnectionLost, saying what became of it."""
        ending = False
        try:
            with self._writer.connect() as connection, connection.begin():
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
                yield connection
                connection.exec_driver_sql(f"NOTIFY {CHANNEL}")
                ending = True
        except DBAPIError as error:
            if not lost(error.orig):
                raise
            kept = (
                worded("it may have been kept all the same: look before you repeat it")
                if ending
                else worded("it was not kept")
            )
            raise ConnectionLost(
                worded("The connection to {place} was lost during this change; {kept}.", place=self.place, kept=kept)
            ) from error

    def look(self, own: set[int]) -> Changes | None:
        """What others changed since the last look."""
        return self._watch.look(own)

    @property
    def connected(self) -> bool:
        """Whether the connection stands, as far as the last look told."""
        return self._watch.connected

    def members(self) -> Members:
        """The team."""
        return Members(self)

    def copy_to(self, target: Path) -> Path:
        """Everything as a project file, made under another name first. Raises NotAllowed where some is hidden."""
        self.require_all()
        unfinished = target.with_name(f".{target.stem}.{os.getpid()}{SUFFIX}")
        unfinished.unlink(missing_ok=True)
        SqliteDatabase.create(unfinished, None)
        file = SqliteDatabase.open(unfinished)
        try:
            with file.explained(), self.engine.connect() as source, file.writing(patient=True) as copy:
                copy_rows(source, copy)
            file.copy_to(target)
        finally:
            file.discard()
        return target

    def save_to(self, target: Path, *, damaged: bool) -> tuple[Path, dict[str, str]]:
        """A copy as a project file. A server keeps its own files whole, so nothing is ever missing."""
        del damaged
        return self.copy_to(target), {}

    def beside(self, name: str) -> Path:
        """In the user's own folder."""
        return Path.home() / name

    def settle(self) -> None:
        """Nothing: a server keeps its own log."""
