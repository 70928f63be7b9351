"""Connections to a server. Called by the server's room only; reads and writes no row of a project."""

from __future__ import annotations

import contextlib
from typing import Any

import psycopg
from sqlalchemy import Engine, create_engine

from annotator.store.server import passwords
from annotator.store.server.address import Address
from annotator.store.server.rights import SCHEMA
from annotator.store.server.sentences import not_connected

CONNECT_SECONDS = 5
# So long a writer waits for others, and so long may one who writes say nothing before it is sent away.
LOCK_MILLISECONDS = 5000
IDLE_MILLISECONDS = 60000


def server_engine(address: Address) -> Engine:
    """An engine on the database, of which one connection was made. Raises NotConnected, with the reason.

    The password, wherever it came from, is kept in memory alone: neither the engine's URL nor an error
    holds it.
    """
    arguments = address.arguments()
    settings = {
        "search_path": SCHEMA,
        "lock_timeout": LOCK_MILLISECONDS,
        "idle_in_transaction_session_timeout": IDLE_MILLISECONDS,
        "client_min_messages": "warning",
        # A question is asked once and wants its answer at once: making machine code of it takes longer.
        "jit": "off",
    }
    given = arguments.pop("options", "")
    standing: dict[str, Any] = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": "annotator",
        # A network that is gone is noticed after half a minute and not after two hours.
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 20000,
    }
    arguments = standing | arguments
    # The last one counts, so that an address may say otherwise.
    arguments["options"] = " ".join([*(f"-c {name}={value}" for name, value in settings.items()), given]).strip()
    arguments |= _password(address, arguments)
    return create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(**arguments),
        pool_size=4,
        max_overflow=8,
        pool_pre_ping=True,
    )


def _password(address: Address, arguments: dict[str, Any]) -> dict[str, str]:
    """Connect once; where the server wants a password that nobody gave, the one from the keyring."""
    try:
        _try(arguments)
    except psycopg.OperationalError as error:
        wanted = error.pgconn is not None and (error.pgconn.needs_password or error.pgconn.used_password)
        password = passwords.known(address) if wanted and "password" not in arguments else None
        if password is None:
            raise not_connected(error, address, password="password" in arguments) from None
        try:
            _try(arguments | {"password": password})
        except psycopg.OperationalError as again:
            raise not_connected(again, address, password=True) from None
        return {"password": password}
    return {}


def _try(arguments: dict[str, Any]) -> None:
    with contextlib.closing(psycopg.connect(**arguments)):
        pass
