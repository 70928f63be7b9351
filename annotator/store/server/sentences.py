"""What the server or the way to it says, put into sentences. Called by the server's room only."""

from __future__ import annotations

import re
from typing import Any

import psycopg
from psycopg import errors

from annotator.errors import (
    AnnotatorError,
    ChangeError,
    ConnectionLost,
    DamagedProject,
    DiskFull,
    NotAllowed,
    NotConnected,
    ProjectError,
    ProjectLocked,
    ReadOnlyProject,
)
from annotator.sentences import worded
from annotator.store.server.address import Address

GONE = (
    errors.AdminShutdown, errors.CrashShutdown, errors.CannotConnectNow, errors.ConnectionException,
    errors.IdleInTransactionSessionTimeout,
)  # fmt: skip


def lost(error: BaseException | None) -> bool:
    """Whether the connection itself is gone."""
    if isinstance(error, GONE):
        return True
    # What libpq notices on its own side has no code.
    return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and error.sqlstate is None


def sentence(error: BaseException | None, place: str) -> AnnotatorError:
    """An error of an open connection. place: the database in a sentence."""
    if lost(error):
        return ConnectionLost(
            worded(
                "The connection to {place} is lost. What is on the screen can still be read; nothing can be "
                "changed until the connection is back, which is tried again and again.",
                place=place,
            )
        )
    if isinstance(error, errors.InsufficientPrivilege):
        return NotAllowed(
            worded(
                "Your role in {place} does not allow this; nothing was changed. Ask a manager of the team.", place=place
            )
        )
    if isinstance(error, errors.LockNotAvailable | errors.QueryCanceled | errors.DeadlockDetected):
        return ProjectLocked(
            worded("Others are writing to {place} and it did not become free; try again in a moment.", place=place)
        )
    if isinstance(error, errors.DiskFull):
        return DiskFull(
            worded("There is no room left on the server of {place}; this change was not kept.", place=place)
        )
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return ReadOnlyProject(worded("The server of {place} takes no changes now; it can be read.", place=place))
    if isinstance(error, errors.DataCorrupted | errors.IndexCorrupted):
        return DamagedProject(
            worded("A part of {place} cannot be read; its keeper has to look at the server.", place=place)
        )
    if isinstance(error, psycopg.DataError):
        return ChangeError(
            worded("The change holds a character or number that the server cannot keep; nothing was changed.")
        )
    return ProjectError(
        worded("The server of {place} refused ({first_line}).", place=place, first_line=first_line(error))
    )


def first_line(error: BaseException | None) -> str:
    """The server's own words, without the query and its values."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    return str(primary or str(error).strip().split("\n")[0]).rstrip(".")


def not_connected(error: psycopg.OperationalError, address: Address, *, password: bool) -> NotConnected:
    """Why no connection came about, and what to do. password: whether one was given."""
    said = str(error)
    place, user = address.place, address.url.username or worded("you")
    if encrypted := _encryption(said, address.host):
        why = encrypted
    elif re.search("translate host name|Name or service not known|nodename nor servname|resolve host", said):
        why = worded(
            "There is no computer called {host}; check the name of the host and your network.", host=address.host
        )
    elif "role" in said and "does not exist" in said:
        why = worded("The server does not know {user}; check the name, or ask the team’s keeper to add you.", user=user)
    elif re.search('database ".*" does not exist', said):
        why = worded(
            "There is no database {database} on {host}; check its name, or ask its keeper to make it.",
            database=address.database,
            host=address.host,
        )
    elif "permission denied for database" in said:
        why = worded(
            "{user} may not connect to {place}; ask its keeper to add you to the team.", user=user, place=place
        )
    elif refused := _password(error, address.host, user, given=password):
        why = refused
    elif "no pg_hba.conf entry" in said:
        why = worded(
            "The server on {host} does not let {user} in from this computer; ask its keeper.",
            host=address.host,
            user=user,
        )
    elif "Connection refused" in said or "No such file or directory" in said or "could not connect" in said:
        port = address.url.port or 5432
        why = worded(
            "Nothing answers on {host}, port {port}: is the server running, and is the port right?",
            host=address.host,
            port=str(port),
        )
    elif re.search("timeout expired|timed out|unreachable", said):
        why = worded(
            "{host} does not answer; check the network, and whether a firewall stands between.", host=address.host
        )
    elif re.search("starting up|shutting down|recovery mode|too many (clients|connections)|remaining connection", said):
        why = worded("The server on {host} takes no connections just now; try again in a moment.", host=address.host)
    else:
        why = worded("No connection to {place} came about: {last_words}.", place=place, last_words=_last_words(said))
    return NotConnected(why)


def _password(error: psycopg.OperationalError, host: str, user: str, *, given: bool) -> str:
    """What is wrong with the password; empty where it is something else."""
    said = str(error)
    connection: Any = error.pgconn
    if "no password supplied" in said or (connection is not None and connection.needs_password):
        why = worded("The server on {host} wants a password for {user}.", host=host, user=user)
        return why if given else worded("{why} Give it in the window, or put it into libpq’s password file.", why=why)
    if "password authentication failed" in said or (connection is not None and connection.used_password):
        return worded(
            "The password for {user} on {host} is not the right one, or {user} is not known there.",
            user=user,
            host=host,
        )
    return ""


def _encryption(said: str, host: str) -> str:
    """What stands in the way of an encrypted connection; empty where it is something else."""
    if "does not support SSL" in said:
        return worded(
            "The server on {host} does not encrypt its connections; ask its keeper to switch TLS on.", host=host
        )
    if re.search("root certificate file .* does not exist", said):
        return worded(
            "The server on {host} is to prove who it is, and the certificate that vouches for it is not "
            "here. Get it from the server’s keeper and name it in the address with sslrootcert=, or put it "
            "into libpq’s own folder.",
            host=host,
        )
    if named := re.search('certificate for "([^"]+)".* does not match host name', said):
        return worded(
            "The certificate that answers on {host} is that of {group}: the name of the host is not right, "
            "or somebody stands between. No password was sent.",
            host=host,
            group=named.group(1),
        )
    if "certificate verify failed" in said:
        return worded(
            "The certificate of the server on {host} is none that yours vouches for: it is another server, "
            "its certificate was renewed, or somebody stands between. Ask its keeper; no password was sent.",
            host=host,
        )
    # Who is not let in is told whether the connection was encrypted.
    if re.search("SSL|certificate|TLS", said) and "no pg_hba.conf entry" not in said:
        return worded(
            "The encrypted connection to {host} could not be made: {last_words}.",
            host=host,
            last_words=_last_words(said),
        )
    return ""


def _last_words(said: str) -> str:
    return said.strip().split("\n")[-1].rpartition("FATAL:")[2].strip().rstrip(".")
