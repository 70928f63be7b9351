"""Noticing what happens to an open project from outside. Called by `Store.poll` only.

Other processes' commits show in SQLite's `data_version`, which changes for a connection when somebody
else wrote; a server says so itself. A file that was deleted, moved or replaced shows in its identity on
the disk.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections import Counter
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DatabaseError

from annotator.errors import ProjectGone
from annotator.model.tables import TABLES
from annotator.records import Changes
from annotator.sentences import worded
from annotator.store import kept_locks, places
from annotator.store.journal import MOST_ARTICLES, OWNER, SAID_ABOUT_MARKS, last_step, with_articles
from annotator.store.main_file import Known, MainFile, known_of

# More rows than this at once are told as "everything".
MOST_ROWS = 2000
# News of these is told by the articles that their steps name.
_OF_ARTICLES = SAID_ABOUT_MARKS | {"mark"}
_OPEN: Counter[tuple[int, int] | None] = Counter()
STEP, JOURNAL = TABLES["step"].c, TABLES["journal"].c


class Watch:
    """What was seen of the journal. `connection` is kept for looking, by one thread at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._running = self._open_batches()
        self._seen = self._last_step()

    def news(self, own: set[int]) -> Changes | None:
        """What others changed since the last look; own: numbers of this process's own steps.

        Numbers that need no more looking for are taken out of `own`.
        """
        # In this order: a step that another thread commits meanwhile stays for the next look.
        mine = frozenset(own)
        running = self._open_batches()
        last = self._last_step()
        # An open batch grows, and is closed, without a new step.
        grown = bool(self._running or running - mine)
        news = self._foreign(last, mine, grown)
        self._seen, self._running = last, running - mine
        own.difference_update(number for number in mine if number <= last and number not in running)
        return news

    def _foreign(self, last: int, mine: frozenset[int], grown: bool) -> Changes | None:
        query = select(STEP.number, STEP.label, STEP.kind, STEP.rows, STEP.articles).where(
            STEP.number > self._seen, STEP.number <= last
        )
        steps = [step for step in self._connection.execute(query) if step.number not in mine]
        self._connection.rollback()
        if grown:
            return Changes(steps[-1].label if steps else "", last, everything=True)
        # Some rows of a step that a server hides are everybody's, as those of the speakers are.
        hidden = set(range(self._seen + 1, last + 1)) - mine - {step.number for step in steps}
        if not steps and not hidden:
            return None
        label = steps[-1].label if steps else ""
        many = len(hidden) > MOST_ROWS or sum(step.rows for step in steps) > MOST_ROWS
        many |= any(step.kind == "batch" or len(step.articles or ()) >= MOST_ARTICLES for step in steps)
        if many:
            return Changes(label, last, everything=True)
        numbers = [*(step.number for step in steps), *hidden]
        rows: dict[str, set[str]] = {}
        journal = select(JOURNAL.step, JOURNAL.table_name, JOURNAL.record).where(JOURNAL.step.in_(numbers))
        with_rows = set()
        for number, table, record in self._connection.execute(journal):
            with_rows.add(number)
            rows.setdefault(OWNER.get(table, table), set()).add(record)
        self._connection.rollback()
        # A step without rows in the journal undid or redid a batch; a change without them is hidden from who looks.
        silent = [step for step in steps if step.number not in with_rows]
        if not rows and all(step.kind == "change" for step in silent):
            return None
        everything = any(step.kind != "change" for step in silent) or (
            not _OF_ARTICLES.isdisjoint(rows) and not hidden.isdisjoint(with_rows)
        )
        articles = frozenset(article for step in steps for article in step.articles or ())
        named = with_articles({table: frozenset(records) for table, records in rows.items()}, articles)
        return Changes(label, last, None, named, everything)

    def _open_batches(self) -> frozenset[int]:
        found = frozenset(self._connection.execute(select(STEP.number).where(STEP.open.is_(True))).scalars())
        self._connection.rollback()
        return found

    def _last_step(self) -> int:
        last = last_step(self._connection)
        self._connection.rollback()
        return last


class FileWatch(Watch):
    """A look-out on a file."""

    def __init__(self, path: Path, engine: Engine, *, immutable: bool = False) -> None:
        """immutable: the connections take the file as it is and look at no log."""
        self._path = path
        self._identity = _identity(path)
        self._immutable = immutable
        self._connection: Connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        self._version = self._data_version()
        # There once something was read or written.
        self._log = _identity(places.log_of(path))
        super().__init__(self._connection)
        self._looking = threading.Lock()
        self._main = MainFile(path)
        self._known, self._known_at = known_of(self.driver), self._version
        self.overwritten = False
        _OPEN[self._identity] += 1
        self._locks = kept_locks.keep(path) if self._has_log() else None

    @property
    def known(self) -> Known:
        """What was written to the project as far as is known."""
        return self._known

    @property
    def driver(self) -> sqlite3.Connection:
        """The connection itself, which still holds the file when its name is gone."""
        driver = self._connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()
        _OPEN[self._identity] -= 1

    def let_go_of_locks(self) -> None:
        """Call it when all connections of the project are closed."""
        if self._locks is not None:
            self._locks.let_go()

    def _has_log(self) -> bool:
        """Whether the project is kept with a log, so that connections hold the file for as long as they are open."""
        mode = self.driver.execute("PRAGMA journal_mode").fetchone()[0]
        return not self._immutable and mode == "wal"

    def require_present(self) -> None:
        """Raises ProjectGone when the file is no longer the one that was opened."""
        if self._locks is not None:
            self._locks.hold()
        if _identity(self._path) != self._identity:
            raise ProjectGone(
                worded(
                    "{path} was deleted, moved or replaced by another program while it was open, so nothing more is "
                    "written to it.",
                    path=self._path,
                )
            )
        if self._immutable:
            return
        if self._log is not None and _identity(places.log_of(self._path)) != self._log:
            raise ProjectGone(
                worded(
                    "Another program removed the log of {path} while it was open, so nothing more is written to it.",
                    path=self._path,
                )
            )
        if self._main.has_changed() or self.overwritten:
            self._require_own()

    def _require_own(self) -> None:
        """Raises ProjectGone when the file, written to since, holds another project or an earlier state of this one."""
        with self._looking:
            if not self.overwritten:
                project = self._known.project
                self.overwritten = self._main.is_overwritten(self.driver, self._known_now)
                if self.overwritten:
                    # What another file says of itself is not what was opened.
                    self._known = Known(project, self._known.step)
        if self.overwritten:
            raise ProjectGone(
                worded(
                    "{path} was overwritten or cut off by another program while it was open, so nothing more is "
                    "written to it.",
                    path=self._path,
                )
            )

    def _known_now(self) -> Known:
        """What was written as far as is known; read anew where somebody wrote since."""
        try:
            version = self._data_version()
            if version != self._known_at:
                self._known, self._known_at = known_of(self.driver), version
        except (sqlite3.DatabaseError, DatabaseError):
            # Another file lies there, or a damaged one: the look at the file itself tells which.
            pass
        return self._known

    def drop_log(self) -> None:
        """Remove the log that this project left beside a file that took its place, or empty it.

        SQLite would read it into that file, and damage it: nothing in a log says which file it belongs to. Call
        it when what the log held was saved, or with nothing left to save. Another project's own log stays.
        """
        there, log = _identity(self._path), places.log_of(self._path)
        if self.overwritten:
            # Its connections would bring it into the file when they are closed; they cannot bring in what is gone.
            with contextlib.suppress(OSError):
                os.truncate(log, 0)
        if there is None or there == self._identity:
            return
        if self._immutable:
            return
        if self._log is not None and _identity(log) == self._log:
            # Where an open file cannot be removed, it goes when the project is closed.
            with contextlib.suppress(OSError):
                log.unlink()
                places.beside_itself(self._path, "-shm").unlink(missing_ok=True)

    def missing_in(self, copy: Path) -> dict[str, str]:
        """By table what is known of the project and is not in a copy of what its connections still see."""
        with contextlib.closing(sqlite3.connect(copy)) as read:
            found = known_of(read)
        known = max(self._seen, self._known.step)
        if found.step >= known:
            return {}
        lost = worded(
            "the steps after number {found} up to {known} were in the log, which another program emptied; look at "
            "rescued copies of the same hour",
            found=found.step,
            known=known,
        )
        return {"step": lost}

    def look(self, own: set[int]) -> Changes | None:
        """The news, if the file was written since the last look. Raises ProjectGone."""
        self.require_present()
        self._log = _identity(places.log_of(self._path)) or self._log
        with self._looking:
            version = self._data_version()
            if version == self._version:
                return None
            self._version = version
            return self.news(own)

    def _data_version(self) -> int:
        version = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        self._connection.rollback()
        return int(version)


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open: who then reads it by hand takes SQLite's locks on it away."""
    return _OPEN[_identity(path)] > 0


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
