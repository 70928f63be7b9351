"""News from the server: LISTEN on a connection of its own, and a look at the journal when it calls.

Made by the server's room; looked at from one thread at a time. What happened while the connection was
lost is asked for when it is back: the numbers of the journal's steps say what was seen.
"""

from __future__ import annotations

import contextlib
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from annotator.errors import ConnectionLost
from annotator.records import Changes
from annotator.store.server.sentences import lost, sentence
from annotator.store.watch import Watch

CHANNEL = "annotator"


class ServerWatch(Watch):
    """A look-out on a database."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._place = place
        self.connected = True
        self._listen()
        super().__init__(self._connection)

    def _listen(self) -> None:
        connection: Connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        # It is kept for long, and what it listens to must not go back into the pool.
        connection.detach()
        self._connection = connection
        self._connection.exec_driver_sql(f"LISTEN {CHANNEL}")

    def look(self, own: set[int]) -> Changes | None:
        """The news, if the server called since the last look, or if the connection came back.

        Raises ConnectionLost once when it breaks; from then on tries to come back, and says nothing.
        """
        try:
            if self.connected:
                # The way there and back brings what was called so far, and tells whether there is a way.
                self._connection.exec_driver_sql("SELECT 1")
                called = any(True for _ in self._driver.notifies(timeout=0))
                return self.news(own) if called else None
            with contextlib.suppress(DBAPIError):
                self._listen()
                self.connected = True
                return self.news(own)
        except (psycopg.Error, DBAPIError) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if not lost(cause):
                raise
            self.close()
            self.connected = False
            told = sentence(cause, self._place)
            assert isinstance(told, ConnectionLost)
            raise told from error
        return None

    @property
    def _driver(self) -> Any:
        return self._connection.connection.dbapi_connection

    def close(self) -> None:
        """Let go of the connection."""
        with contextlib.suppress(psycopg.Error, DBAPIError):
            self._connection.close()
