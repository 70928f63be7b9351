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
            f"The connection to {place} is lost. What is on the screen can still be read; nothing can be changed "
            "until the connection is back, which is tried again and again."
        )
    if isinstance(error, errors.InsufficientPrivilege):
        return NotAllowed(f"Your role in {place} does not allow this; nothing was changed. Ask a manager of the team.")
    if isinstance(error, errors.LockNotAvailable | errors.QueryCanceled | errors.DeadlockDetected):
        return ProjectLocked(f"Others are writing to {place} and it did not become free; try again in a moment.")
    if isinstance(error, errors.DiskFull):
        return DiskFull(f"There is no room left on the server of {place}; this change was not kept.")
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return ReadOnlyProject(f"The server of {place} takes no changes now; it can be read.")
    if isinstance(error, errors.DataCorrupted | errors.IndexCorrupted):
        return DamagedProject(f"A part of {place} cannot be read; its keeper has to look at the server.")
    if isinstance(error, psycopg.DataError):
        return ChangeError("The change holds a character or number that the server cannot keep; nothing was changed.")
    return ProjectError(f"The server of {place} refused ({first_line(error)}).")


def first_line(error: BaseException | None) -> str:
    """The server's own words, without the query and its values."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    return str(primary or str(error).strip().split("\n")[0]).rstrip(".")


def not_connected(error: psycopg.OperationalError, address: Address, *, password: bool) -> NotConnected:
    """Why no connection came about, and what to do. password: whether one was given."""
    said = str(error)
    place, user = address.place, address.url.username or "you"
    connection: Any = error.pgconn
    if encrypted := _encryption(said, address.host):
        why = encrypted
    elif re.search("translate host name|Name or service not known|nodename nor servname|resolve host", said):
        why = f"There is no computer called {address.host}; check the name of the host and your network."
    elif "role" in said and "does not exist" in said:
        why = f"The server does not know {user}; check the name, or ask the team's keeper to add you."
    elif re.search('database ".*" does not exist', said):
        why = (
            f"There is no database {address.database} on {address.host}; check its name, or ask its keeper to make it."
        )
    elif "permission denied for database" in said:
        why = f"{user} may not connect to {place}; ask its keeper to add you to the team."
    elif "no password supplied" in said or (connection is not None and connection.needs_password):
        why = f"The server on {address.host} wants a password for {user}."
        if not password:
            why += " Give it in the window, or put it into libpq's password file."
    elif "password authentication failed" in said or (connection is not None and connection.used_password):
        why = f"The password for {user} on {address.host} is not the right one, or {user} is not known there."
    elif "no pg_hba.conf entry" in said:
        why = f"The server on {address.host} does not let {user} in from this computer; ask its keeper."
    elif "Connection refused" in said or "No such file or directory" in said or "could not connect" in said:
        port = address.url.port or 5432
        why = f"Nothing answers on {address.host}, port {port}: is the server running, and is the port right?"
    elif re.search("timeout expired|timed out|unreachable", said):
        why = f"{address.host} does not answer; check the network, and whether a firewall stands between."
    elif re.search("starting up|shutting down|recovery mode|too many (clients|connections)|remaining connection", said):
        why = f"The server on {address.host} takes no connections just now; try again in a moment."
    else:
        why = f"No connection to {place} came about: {_last_words(said)}."
    return NotConnected(why)


def _encryption(said: str, host: str) -> str:
    """What stands in the way of an encrypted connection; empty where it is something else."""
    if "does not support SSL" in said:
        return f"The server on {host} does not encrypt its connections; ask its keeper to switch TLS on."
    if re.search("root certificate file .* does not exist", said):
        return (
            f"The server on {host} is to prove who it is, and the certificate that vouches for it is not here. Get it "
            "from the server's keeper and name it in the address with sslrootcert=, or put it into libpq's own folder."
        )
    if named := re.search('certificate for "([^"]+)".* does not match host name', said):
        return (
            f"The certificate that answers on {host} is that of {named.group(1)}: the name of the host is not right, "
            "or somebody stands between. No password was sent."
        )
    if "certificate verify failed" in said:
        return (
            f"The certificate of the server on {host} is none that yours vouches for: it is another server, its "
            "certificate was renewed, or somebody stands between. Ask its keeper; no password was sent."
        )
    # Who is not let in is told whether the connection was encrypted.
    if re.search("SSL|certificate|TLS", said) and "no pg_hba.conf entry" not in said:
        return f"The encrypted connection to {host} could not be made: {_last_words(said)}."
    return ""


def _last_words(said: str) -> str:
    return said.strip().split("\n")[-1].rpartition("FATAL:")[2].strip().rstrip(".")
