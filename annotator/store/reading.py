"""What `Store.read` hands to a question: one consistent state of the project.

Statements on tables are asked of the connection itself, so that a project is opened and shown before the mapped
classes are there. Once they are, everything goes through a session of them, for a statement may name one.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Executable

from annotator.errors import UnrecordedWrite

if TYPE_CHECKING:
    from annotator.store.sessions import ReadingSession

_MAPPING = "annotator.model.base"


class Reading:
    """Answers as a session does; a write raises UnrecordedWrite. `info` is for whoever reads."""

    def __init__(self, connection: Connection) -> None:
        self.info: dict[Any, Any] = {}
        self._connection = connection
        self._made: ReadingSession | None = None

    def connection(self) -> Connection:
        """The connection, inside its transaction."""
        return self._connection

    def execute(self, statement: Executable, parameters: Any = None) -> Any:
        """The rows of a question."""
        if _MAPPING in sys.modules:
            return self._session().execute(statement, parameters)
        if not statement.is_select:
            raise UnrecordedWrite("read() is for questions; write inside change()")
        return self._connection.execute(statement, parameters)

    def __getattr__(self, name: str) -> Any:
        """All else that a session can, which is about mapped classes."""
        return getattr(self._session(), name)

    def close(self) -> None:
        """Let go of what was read. The connection is whose it was given by."""
        if self._made is not None:
            self._made.close()

    def _session(self) -> ReadingSession:
        if self._made is None:
            from annotator.store.sessions import ReadingSession

            self._made = ReadingSession(self._connection, expire_on_commit=False, info=self.info)
        return self._made
