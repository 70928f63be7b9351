"""The facade of a project's memory: open, read, change, batch, undo, redo, news.

Verbs and questions use it; nobody else opens a session. A session never outlives its `with`, so it
cannot cross a thread, go stale or hold a lock. Only ids and frozen records leave it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import structs
from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError

from annotator import paths
from annotator.errors import DamagedProject, ProjectError, ReadOnlyProject
from annotator.model.tables import PROJECT, STEP
from annotator.records import Changes, now
from annotator.sentences import plain, worded
from annotator.store import backup, batch, undo
from annotator.store.copying import Report, copy_rows
from annotator.store.database import Database, is_url
from annotator.store.engine import SUFFIX
from annotator.store.journal import Row, StepRecorder
from annotator.store.reading import Reading
from annotator.store.sqlite import SqliteDatabase
from annotator.store.turns import Turns

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from annotator.store.server.members import Members

Listener = Callable[[Changes], None]


class Store:
    """An open project.

    annotator: name of who acts where a verb is not told otherwise. warnings: sentences about where the
    project lies. read_only: no change is possible. writable stops being true after damage.
    """

    def __init__(self, database: Database, annotator: str) -> None:
        """Use `Store.open` or `Store.create`."""
        self._database = database
        self.annotator = database.member or annotator
        self.member, self.role = database.member, database.role
        self.address = database.address
        self.path = database.path
        self.read_only = database.read_only
        self.warnings = database.warnings
        self._turns = Turns()
        self._listeners: list[Listener] = []
        self._own_steps: set[int] = set()
        self._damage: str | None = None
        self._news = threading.Lock()
        # For verbs that cut quotes out of long texts again and again; they come one after the other.
        self._texts: dict[tuple[str, str | None], str] = {}
        with self.read() as session:
            projects = session.execute(select(*PROJECT.c)).all()
        if len(projects) != 1:
            raise DamagedProject(
                worded("{address} does not say which project it holds; restore a backup of it.", address=self.address)
            )
        project = projects[0]
        self.project_id: str = project.id
        # A damaged name keeps nobody from the rest.
        self.name: str = project.name if isinstance(project.name, str) else Path(self.address).stem

    # Opening and closing ------------------------------------------------------------------------

    @classmethod
    def create(cls, address: str | Path, annotator: str, *, name: str | None = None) -> Store:
        """Make an empty project and open it. Raises ProjectExists rather than overwrite anything.

        name: of the project; that of the file or the database when None.
        """
        return cls.open(room(address).create(address, name), annotator)

    @classmethod
    def open(cls, address: str | Path, annotator: str) -> Store:
        """Open a project, after a backup and a migration where it is older.

        address: a file, or the URL of a database on a server. Raises ProjectNotFound, ForeignFile,
        NewerProject, ProjectLocked, DamagedProject, NotConnected, each with a sentence.
        """
        database = room(address).open(address)
        try:
            return cls(database, annotator)
        except BaseException:
            database.close()
            raise

    @staticmethod
    def get_ready() -> None:
        """Do beforehand what the first change of the process would wait for; opening and looking do without."""
        from annotator.model import Base
        from annotator.store import sessions  # noqa: F401  # so that it is there

        Base.registry.configure()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def discard(self) -> None:
        """Close and remove a project whose making has failed: half of one would be taken for a whole one."""
        self._database.discard()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def team(self) -> Members:
        """The team of a project on a server. Raises ProjectError for one in a file."""
        return self._database.members()

    @property
    def connected(self) -> bool:
        """Whether the database can be reached, as far as the last `poll` told. A file always can."""
        return self._database.connected

    # Reading and writing ------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One short session on one consistent state of the project. Any write in it raises."""
        with self._explained(), self._database.engine.connect() as connection, closing(Reading(connection)) as reading:
            reading.info["sees_all"] = self._database.sees_all
            yield cast("Session", reading)

    @contextmanager
    def change(
        self, label: str, *, by: str | None = None, origin: object = None, kind: str = "change"
    ) -> Iterator[Session]:
        """One session, one transaction, one undo step, one piece of news.

        label: what the step is called in history and undo ("Tag claim"). by: name of the annotator who
        acts. origin: the view that asked, handed on with the news. kind: "change", or `journal.READING` for
        what undo passes by. When the `with` has ended without an
        error, the change is on the disk.
        """
        from annotator.store.sessions import RecordingSession

        with self._own_step() as own, self._writing() as connection:
            recorder = StepRecorder(connection, label, by or self.annotator, now(), kind)
            with RecordingSession(connection, expire_on_commit=False) as session:
                session.info["recorder"] = recorder
                session.info["annotator"] = by or self.annotator
                session.info["texts"] = self._texts
                yield session
                session.flush()
            recorder.close()
            if recorder.rows:
                own(recorder.number)
        if recorder.rows:
            news = recorder.news(origin)
            # What was hidden from a coder until an article was finished is shown from now on.
            shown = "progress" in news.rows and not self._database.sees_all
            self._tell(structs.replace(news, everything=True) if shown else news)

    @contextmanager
    def _writing(self, *, patient: bool = False) -> Iterator[Connection]:
        """One write transaction, in turn. patient: lets changes made by hand go first."""
        if self.read_only:
            raise ReadOnlyProject(
                worded("{address} was opened for reading only; nothing can be changed in it.", address=self.address)
            )
        if self._damage:
            raise DamagedProject(self._damage)
        turn = self._turns.take(patient=patient)
        with turn, self._explained(), self._database.writing(patient=patient) as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """What the database says as a sentence. Once a part cannot be read, nothing is written any more."""
        try:
            with self._database.explained():
                yield
        except DamagedProject as error:
            self._damage = str(error)
            raise

    def distrust(self) -> str:
        """Write nothing any more, because values were found that are none. Returns the sentence that writers get."""
        if self._damage is None:
            told = worded(
                "{address} is damaged: values in it cannot be read. Writing has stopped.", address=self.address
            )
            self._damage = told
        return self._damage

    @contextmanager
    def _own_step(self) -> Iterator[Callable[[int], None]]:
        """Gives a function that takes the numbers of steps being made, which `poll` then does not tell again.

        A number is free again when its transaction fails.
        """
        numbers: list[int] = []

        def own(number: int) -> None:
            numbers.append(number)
            self._own_steps.add(number)

        try:
            yield own
        except BaseException:
            self._own_steps.difference_update(numbers)
            raise

    def begin_batch(self, label: str, *, source: str, by: str | None = None) -> batch.Batch:
        """Begin a batch, or go on with the open one made from the same source; see `Batch`."""
        chunks = batch.CHUNKS_A_TRANSACTION if self._listeners else batch.CHUNKS_ALONE
        made = batch.Batch(
            lambda: self._writing(patient=True), label, by or self.annotator, source, self._turns.wanted, chunks
        )
        self._own_steps.add(made.number)
        return made

    def batch_finished(self, made: batch.Batch, *, label: str | None = None, origin: object = None) -> int:
        """Close a batch, tell the news, and return the step's number."""
        number = made.finish(label)
        if not made.rows:
            self._own_steps.discard(number)
        self._tell(Changes(label=plain(label or ""), step=number, origin=origin, everything=True))
        return number

    def abandon(self, step: int, *, by: str | None = None, origin: object = None) -> None:
        """Take back a batch that the user stopped. History shows it as undone."""
        with self._writing() as connection:
            row = connection.execute(select(STEP).where(STEP.c.number == step)).mappings().first()
            if row is None:
                return
            recorder = batch.remove(connection, dict(row), by or self.annotator)
            self._own_steps.add(recorder.number)
        self._tell(Changes(row["label"], recorder.number, origin, everything=True))

    def adopt(self, project_id: str, name: str) -> None:
        """Become a copy of another project: an empty one takes over the identity of the set it is given."""
        with self._writing() as connection:
            connection.execute(update(PROJECT).values(id=project_id, name=name))
        self.project_id, self.name = project_id, name

    # Undo and redo ------------------------------------------------------------------------------

    def undo(self, *, by: str | None = None, origin: object = None, pass_over: int | None = None) -> Row:
        """Undo the annotator's last step, also one of an earlier day.

        pass_over: number of a step in conflict to leave standing for good. Returns the step's row.
        Raises NothingToUndo, or UndoConflict with nothing changed.
        """
        return self._invert(undo.last_undoable, by or self.annotator, origin, pass_over)

    def redo(self, *, by: str | None = None, origin: object = None, pass_over: int | None = None) -> Row:
        """Do the annotator's last undone step again, unless something new was done since."""
        return self._invert(undo.last_redoable, by or self.annotator, origin, pass_over)

    def _invert(
        self,
        choose: Callable[[Connection, str], Row | None],
        annotator: str,
        origin: object,
        pass_over: int | None,
    ) -> Row:
        step: Row | None = None
        if pass_over is not None:
            # By itself, so that it holds even when the step before it is in conflict as well.
            with self._writing() as connection:
                undo.leave_standing(connection, pass_over, annotator)
        try:
            with self._own_step() as own, self._writing() as connection:
                step = choose(connection, annotator)
                if step is None:
                    raise undo.nothing_left(annotator, redo=choose is undo.last_redoable)
                whole = batch.is_batch(connection, step)
                if not whole:
                    recorder = undo.invert(connection, step, annotator)
                elif step["kind"] == "undo":
                    recorder = batch.put_back(connection, step, annotator)
                else:
                    recorder = batch.remove(connection, step, annotator)
                own(recorder.number)
        except Exception as error:
            if step is not None and isinstance(error.__cause__, IntegrityError):
                raise undo.in_use(step) from error
            raise
        news = recorder.news(origin)
        self._tell(Changes(news.label, news.step, origin, news.rows, everything=whole))
        return step

    # News ---------------------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change, on the thread that made it. Returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changes: Changes) -> None:
        for listener in list(self._listeners):
            listener(changes)

    def poll(self) -> None:
        """Look for other processes' changes and tell them. Cheap: call it every second or so.

        Raises ProjectGone when the file was deleted, moved or replaced, after which `rescue` saves
        what the open connection still holds.
        """
        with self._news, self._explained():
            foreign = self._database.look(self._own_steps)
        if foreign is not None:
            self._tell(foreign)

    # Copies -------------------------------------------------------------------------------------

    def copy_to(self, target: Path) -> Path:
        """A verified copy of the project as it is now. Raises ProjectGone, DamagedProject, DiskFull."""
        with self._explained():
            return self._database.copy_to(target)

    def copy_into(self, other: Store, report: Report) -> None:
        """All rows and the journal into another project, new and empty. Raises NotAllowed, DamagedProject."""
        self._database.require_all()
        with self.read() as session, other._writing(patient=True) as connection:
            copy_rows(session.connection(), connection, report)
        other.project_id, other.name = self.project_id, self.name

    def back_up(self) -> Path:
        """Put a verified copy among the project's backups and drop the oldest."""
        folder = backup.made_folder(self.project_id)
        made = self.copy_to(folder / f"{backup.next_stamp(folder)}.annotator")
        backup.drop_old(folder)
        return made

    def back_up_if_due(self) -> Path | None:
        """Back up when that is due, see `backup.due`. Of a project on a server it is its keeper's business: None."""
        if self.path is None:
            return None
        with self.read() as session:
            found = session.execute(select(STEP.c.number, STEP.c.rows).order_by(STEP.c.number.desc()).limit(1)).first()
        folder, step = paths.backup_folder(self.project_id), tuple(found or ())
        return self.back_up() if step and backup.due(folder, self.path.stat().st_size, step) else None

    def settle(self) -> None:
        """Bring what stands in a log into the file itself, as far as nobody is reading it.

        Called when a while has passed without a change: whoever copies the file alone then misses little.
        """
        if self.read_only or self._damage:
            return
        with self._explained():
            self._database.settle()

    def last_backup(self) -> Path | None:
        """The newest backup of this project, if there is one."""
        return backup.last_backup(paths.backup_folder(self.project_id))

    @property
    def file_name(self) -> str:
        """What files of this project begin with: its own file's stem, else the project's name."""
        return self.path.stem if self.path else "".join("-" if each in '/\\:*?"<>|' else each for each in self.name)

    def beside(self, name: str) -> Path:
        """A place for a file of that name that belongs to the project: in its folder, or in the user's."""
        return self._database.beside(name)

    def rescue(self) -> tuple[Path, dict[str, str]]:
        """Save what can be read to a new file beside the project, through the connection that is still open.

        Returns its path and, for each table that is not whole, a sentence on what is missing.
        """
        return self.save_to(backup.free_place(self.beside(f"{self.file_name} (rescued {backup.stamp()}){SUFFIX}")))

    def save_to(self, target: Path) -> tuple[Path, dict[str, str]]:
        """A verified copy at `target`; of a damaged project what can be read, with what is missing."""
        with self._news:
            return self._database.save_to(target, damaged=self._damage is not None)


def room(address: str | Path) -> type[Database]:
    """Where an address is opened: the server's room is loaded when there is a URL."""
    if not is_url(address):
        return SqliteDatabase
    try:
        from annotator.store.server.database import ServerDatabase
    except ModuleNotFoundError as error:
        if error.name != "psycopg":
            raise
        needed = worded("A team’s database needs more than is installed: pip install 'annotator[team]'.")
        raise ProjectError(needed) from error
    return ServerDatabase
