"""A project in a file: SQLite's room behind `Database`. Used by the store only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError

from annotator.errors import (
    DamagedProject,
    ProjectError,
    ProjectExists,
    ProjectNotFound,
    ReadOnlyProject,
    system_words,
)
from annotator.model.tables import PROJECT, new_id
from annotator.records import Changes, now
from annotator.sentences import worded
from annotator.store import backup, batch, schema
from annotator.store.database import Database
from annotator.store.engine import explained, project_path, sqlite_engine
from annotator.store.journal import Row
from annotator.store.opening import Opened, is_without_room, open_file, open_without_room
from annotator.store.overlay import rescue_overwritten
from annotator.store.salvage import salvage
from annotator.store.step_labels import step_label
from annotator.store.watch import FileWatch

BATCH_CACHE_KIBIBYTES = 65536
BATCH_LOG_PAGES = 8000


class SqliteDatabase(Database):
    """An open file."""

    def __init__(self, opened: Opened) -> None:
        """Use `open` or `create`."""
        self.path: Path = opened.path
        self.address = str(opened.path)
        self.engine = opened.engine
        self.read_only = opened.read_only
        self._opened = opened
        self._writer = opened.engine.execution_options(immediate=True)
        with opened.engine.connect() as connection:
            self.warnings = [*opened.warnings, *map(_unfinished, batch.open_batches(connection))]
        # Last of what can fail: it counts who has the file open.
        self._watch = FileWatch(opened.path, opened.engine, immutable=opened.immutable)
        self._saved = False

    @classmethod
    def open(cls, address: str | Path) -> SqliteDatabase:
        """Open the file, after a backup and a migration where it is older."""
        path = project_path(address)
        if not path.is_file():
            raise ProjectNotFound(
                worded("There is no project at {path}; check the name, or make a new one there.", path=path)
            )
        try:
            with explained(str(path)):
                try:
                    return cls._of(open_file(path))
                except (DBAPIError, sqlite3.Error) as error:
                    if not is_without_room(path, error):
                        raise
                return cls._of(open_without_room(path))
        except OSError as error:
            raise ProjectError(
                worded("{path} cannot be opened: {reason}.", path=path, reason=system_words(error))
            ) from error

    @classmethod
    def _of(cls, opened: Opened) -> SqliteDatabase:
        try:
            return cls(opened)
        except BaseException:
            opened.let_go()
            raise

    @classmethod
    def create(cls, address: str | Path, name: str | None) -> Path:
        """Make a file with an empty project of that name, by default the file's stem; returns its path."""
        path = project_path(address)
        if path.exists():
            raise ProjectExists(worded("{path} exists already; open it, or choose another name.", path=path))
        if not path.parent.is_dir():
            raise ProjectError(
                worded("There is no folder {parent}; make it first, or choose another.", parent=path.parent)
            )
        unfinished = path.with_name(f".{path.name}.new")
        unfinished.unlink(missing_ok=True)
        try:
            with explained(str(path)):
                unfinished.touch(exist_ok=False)
                engine = sqlite_engine(unfinished, wal=False)
                try:
                    with engine.begin() as connection:
                        schema.upgrade(connection)
                        row = {"id": new_id(), "name": name or path.stem, "created": now(), "version": 1}
                        connection.execute(insert(PROJECT), [row])
                finally:
                    engine.dispose()
            unfinished.replace(path)
        except OSError as error:
            raise ReadOnlyProject(
                worded("{path} cannot be made: {reason}.", path=path, reason=system_words(error))
            ) from error
        finally:
            unfinished.unlink(missing_ok=True)
        return path

    def close(self) -> None:
        """Let go of the file. The write-ahead log is emptied into it."""
        if self._watch.overwritten:
            self._watch.drop_log()
        self._watch.close()
        self._opened.let_go()
        self._watch.let_go_of_locks()
        if self._saved:
            self._watch.drop_log()

    def discard(self) -> None:
        """Close and delete the file."""
        self.close()
        self.path.unlink(missing_ok=True)

    def explained(self) -> AbstractContextManager[None]:
        """Turns what SQLite says into a sentence."""
        return explained(self.address)

    def require_present(self) -> None:
        """Raises ProjectGone when the file was deleted, moved or replaced."""
        self._watch.require_present()

    @contextmanager
    def writing(self, *, patient: bool) -> Iterator[Connection]:
        """One write transaction, begun as a writer's."""
        # Into a file without a name, or into the one that took its place, nobody wants to write.
        self._watch.require_present()
        with self._writer.connect() as connection:
            if patient:
                self._widen(connection)
            with connection.begin():
                yield connection

    @staticmethod
    def _widen(connection: Connection) -> None:
        """Give a batch room: ids in no order touch all of an index, page by page, again and again."""
        driver = _driver(connection)
        driver.execute(f"PRAGMA cache_size=-{BATCH_CACHE_KIBIBYTES}").close()
        driver.execute(f"PRAGMA wal_autocheckpoint={BATCH_LOG_PAGES}").close()

    def look(self, own: set[int]) -> Changes | None:
        """What other processes changed since the last look."""
        return self._watch.look(own)

    def copy_to(self, target: Path) -> Path:
        """A verified copy, also of what still stands in the log."""
        self._watch.require_present()
        with self.engine.connect() as connection:
            return backup.copy_database(_driver(connection), target)

    def save_to(self, target: Path, *, damaged: bool) -> tuple[Path, dict[str, str]]:
        """A verified copy through the connection that still holds the file; of a damaged one what can be read."""
        missing: dict[str, str] | None = None
        if self._watch.overwritten:
            missing = rescue_overwritten(self.path, self._watch.known, target)
        elif not damaged:
            with suppress(DamagedProject):
                backup.copy_database(self._watch.driver, target)
                missing = self._watch.missing_in(target)
        if missing is None:
            missing = salvage(self._watch.driver, target)
        if not self._watch.overwritten:
            # An overwritten project's log is still read by what the window shows.
            self._watch.drop_log()
        self._saved = True
        return target, missing

    def beside(self, name: str) -> Path:
        """In the same folder."""
        return self.path.with_name(name)

    def settle(self) -> None:
        """Bring what stands in the write-ahead log into the file, as far as nobody is reading it."""
        self._watch.require_present()
        with self.engine.connect() as connection:
            _driver(connection).execute("PRAGMA wal_checkpoint(PASSIVE)").close()


def _unfinished(step: Row) -> str:
    return worded(
        "“{label}” (step {number}) did not reach its end. Unless another program is still at it, do the same again to "
        "complete it, or undo it.",
        label=step_label(step["label"]),
        number=step["number"],
    )


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
