"""Connections to a project's database: the address, the pragmas, and errors put into sentences.

Called by the store only. Opens connections; never reads or writes a row of the project.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from annotator import paths
from annotator.errors import (
    AlreadyEntered,
    AnnotatorError,
    ChangeError,
    DamagedProject,
    DiskFull,
    ProjectError,
    ProjectGone,
    ProjectLocked,
    ReadOnlyProject,
    StaleWrite,
)
from annotator.records import PROJECT_SUFFIX
from annotator.sentences import worded

SUFFIX = PROJECT_SUFFIX
# "Anno" in ASCII: tells a project from any other SQLite file.
APPLICATION_ID = 0x416E6E6F
BUSY_MILLISECONDS = 5000
WAL_LIMIT_BYTES = 64 * 1024 * 1024

Sentence = Callable[[BaseException | None, str], AnnotatorError]


def project_path(address: str | Path) -> Path:
    """The file that a user's PROJECT names, as a whole path: the suffix is added where it is missing.

    A file that is there under the very name given is meant itself, so that it can be said what it is.
    """
    path = Path(address)
    # A name may begin with that sign and be nobody's home.
    with suppress(RuntimeError):
        path = path.expanduser()
    path = path.absolute()
    if not str(address).strip() or not path.name:
        raise ProjectError(worded("A project needs the name of a file."))
    if path.suffix == SUFFIX:
        return path
    whole = path.with_name(path.name + SUFFIX)
    return path if path.is_file() and not whole.exists() else whole


def sqlite_engine(path: Path, *, read_only: bool = False, immutable: bool = False, wal: bool = True) -> Engine:
    """An engine on the file. Nothing is opened before the first connection.

    read_only: no write is possible. immutable: nobody else writes either, and the folder cannot take
    the files that WAL needs. wal: False on network shares, where its shared memory is not shared.
    """
    mode = "ro" if read_only else "rw"
    uri = path.resolve().as_uri() + f"?mode={mode}" + ("&immutable=1" if immutable else "")

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            uri,
            uri=True,
            timeout=BUSY_MILLISECONDS / 1000,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )

    engine = create_engine("sqlite://", creator=connect, pool_size=6, max_overflow=10, poolclass=_pool())
    event.listen(engine, "connect", lambda connection, _: _prepare(connection, read_only, wal))
    event.listen(engine, "begin", _begin)
    return engine


def _pool() -> Any:
    from sqlalchemy.pool import QueuePool

    return QueuePool


def _prepare(connection: sqlite3.Connection, read_only: bool, wal: bool) -> None:
    cursor = connection.cursor()
    # A project from somebody else is a hostile file: nothing in its schema may call a function.
    cursor.execute("PRAGMA trusted_schema=OFF")
    cursor.execute("PRAGMA cell_size_check=ON")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    if read_only:
        # Its disk, and that of the temporary files, may be full.
        cursor.execute("PRAGMA temp_store=MEMORY")
    else:
        cursor.execute(f"PRAGMA journal_mode={'WAL' if wal else 'DELETE'}")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute(f"PRAGMA journal_size_limit={WAL_LIMIT_BYTES}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer that begins as a reader loses updates or is refused when another one came first.
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@contextmanager
def explained(
    place: str, sentence: Callable[[BaseException | None, str], AnnotatorError] | None = None
) -> Iterator[None]:
    """Turn what the database says into a sentence about the project at `place`.

    sentence: what makes one of the driver's error; SQLite's when None.
    """
    told = sentence or _sentence
    try:
        yield
    except IntegrityError as error:
        if "FOREIGN KEY" in str(error.orig).upper():
            raise ChangeError(worded("The change names something that is not in the project (any more).")) from error
        if "UNIQUE" in str(error.orig).upper():
            raise AlreadyEntered(
                worded(
                    "Another program entered the same thing at the same moment, and this change was not kept. Look "
                    "at the project again, and repeat what is still missing."
                )
            ) from error
        raise ChangeError(worded("The change does not fit what is in the project: {orig}.", orig=error.orig)) from error
    except UnicodeEncodeError as error:
        raise ChangeError(
            worded("The change holds half a character, which cannot be kept; type or copy it anew.")
        ) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        # A text that was stored can be read as long as its page is whole.
        raise _damaged(place) from error
    except DBAPIError as error:
        raise told(error.orig, place) from error
    except SQLAlchemyError as error:
        # Not at the top: what only opens and shows a project does without SQLAlchemy's mapping.
        from sqlalchemy.orm.exc import StaleDataError

        if isinstance(error, StaleDataError):
            raise StaleWrite(
                worded("Somebody changed the same thing in the meantime; look at it again and repeat the change.")
            ) from error
        raise
    except sqlite3.Error as error:
        raise told(error, place) from error


def _damaged(place: str) -> DamagedProject:
    return DamagedProject(
        worded(
            "{place} is damaged: a part of it cannot be read. Writing has stopped. Backups, where there are "
            "any, lie in {paths}; annotator restore BACKUP PROJECT takes one, and annotator backup PROJECT OUT "
            "saves what can still be read to a new file.",
            place=place,
            paths=paths.data_folder() / "backups",
        )
    )


def _sentence(error: BaseException | None, place: str) -> AnnotatorError:
    code = getattr(error, "sqlite_errorcode", 0) or 0
    primary = code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectLocked(
            worded(
                "{place} is being written by another program and did not become free; try again in a moment.",
                place=place,
            )
        )
    if primary == sqlite3.SQLITE_FULL:
        return DiskFull(
            worded(
                "There is no room left on the disk for {place}; this change was not kept, everything before it "
                "was. Free some space and repeat it.",
                place=place,
            )
        )
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return ProjectGone(worded("{place} was moved or deleted while it was open.", place=place))
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return ReadOnlyProject(
            worded(
                "{place} cannot be written: the file, its folder or its disk is read-only. Copy the project to "
                "a place where you may write.",
                place=place,
            )
        )
    undecoded = str(error).startswith("Could not decode to UTF-8")
    if undecoded or primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(place)
    if primary == sqlite3.SQLITE_CANTOPEN:
        return ProjectError(
            worded("{place} cannot be opened; check that the folder exists and may be written.", place=place)
        )
    if primary == sqlite3.SQLITE_IOERR:
        return ProjectError(
            worded(
                "The disk refused to read or write {place}; this change was not kept. Check the disk and the "
                "connection to it.",
                place=place,
            )
        )
    return ProjectError(worded("{place}: the database refused ({error}).", place=place, error=error))
