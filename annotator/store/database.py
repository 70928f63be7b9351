"""What a project's database does in its own way: SQLite in a file, PostgreSQL on a server.

The store is written against this interface alone. `SqliteDatabase` is one room behind it, `server/` the
other, which is imported only when a URL is opened. What is the same on both stands outside the rooms.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from annotator.errors import NotAllowed, ProjectError
from annotator.records import Changes
from annotator.sentences import worded

if TYPE_CHECKING:
    from annotator.store.server.members import Members


def is_url(address: str | Path) -> bool:
    """Whether the address names a database on a server and not a file."""
    return "://" in str(address)


class Database(ABC):
    """An open database.

    address: what `Store.open` takes and settings remember; never with a password. path: the file, None on
    a server. engine: for readers. member: name of the annotator as whom the server knows who is connected,
    None where nobody is told apart; role: coder, reviewer or manager. sees_all: no colleague's work is hidden.
    """

    address: str
    path: Path | None
    engine: Engine
    read_only: bool = False
    warnings: Sequence[str] = ()
    member: str | None = None
    role: str | None = None
    sees_all: bool = True

    @classmethod
    @abstractmethod
    def open(cls, address: str | Path) -> Database:
        """Recognise, bring up to date and open what lies at the address."""

    @classmethod
    @abstractmethod
    def create(cls, address: str | Path, name: str | None) -> str | Path:
        """Make an empty project there, and say where it is. Raises ProjectExists."""

    @abstractmethod
    def explained(self) -> AbstractContextManager[None]:
        """Turns what the database says into one of our exceptions, with a sentence."""

    @abstractmethod
    def require_present(self) -> None:
        """Raises ProjectGone when what was opened is no longer there."""

    @abstractmethod
    def writing(self, *, patient: bool) -> AbstractContextManager[Connection]:
        """One write transaction, into which no other writer can come. patient: it brings rows in bulk.

        When it has ended without an error the change is kept, and other programs are told to look.
        """

    @abstractmethod
    def look(self, own: set[int]) -> Changes | None:
        """What others changed since the last look; see `Watch.look`."""

    @abstractmethod
    def copy_to(self, target: Path) -> Path:
        """A verified copy of the project as it is now, as a file."""

    @abstractmethod
    def save_to(self, target: Path, *, damaged: bool) -> tuple[Path, dict[str, str]]:
        """A copy through the connection that looks out; of a damaged project what can be read.

        damaged: something could not be read, although the file may look whole.
        """

    @abstractmethod
    def beside(self, name: str) -> Path:
        """A place for a file of that name that belongs to the project."""

    @abstractmethod
    def settle(self) -> None:
        """Bring everything into the place where a copy of the project would be taken from."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the database."""

    @abstractmethod
    def discard(self) -> None:
        """Close and remove a project whose making has failed."""

    def require_all(self) -> None:
        """Raises NotAllowed where some of the project is hidden from who is connected."""
        if not self.sees_all:
            raise NotAllowed(
                worded(
                    "A coder may not see all of the team’s project, so a copy of it would lack what is "
                    "hidden; ask its owner, or export your own annotation set."
                )
            )

    @property
    def connected(self) -> bool:
        """Whether it can be reached, as far as the last look told."""
        return True

    def members(self) -> Members:
        """The team. Raises ProjectError where there is none."""
        raise ProjectError(worded("A project in a file has no team; move it to a server first, with annotator move."))
