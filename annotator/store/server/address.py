"""The address of a database on a server: read from a URL, shown and kept without its password.

Used by the server's room, the form in the window, and the command line. Never connects to anything.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from annotator.errors import ProjectError
from annotator.sentences import worded

DRIVER = "postgresql+psycopg"
NAMES = (DRIVER, "postgresql", "postgres")
# What a URL may hold that nobody else is to see.
SECRETS = ("password", "sslpassword")


def verifying() -> dict[str, str]:
    """What libpq is told where the server has to prove who it is: by the certificate that lies where libpq looks
    for it, as a team's own server has one, else by those that this system trusts.
    """
    own = Path(os.environ["APPDATA"], "postgresql") if os.name == "nt" else Path.home() / ".postgresql"
    there = "PGSSLROOTCERT" in os.environ or (own / "root.crt").is_file()
    return {"sslmode": "verify-full"} | ({} if there else {"sslrootcert": "system"})


@dataclass(frozen=True)
class Address:
    """Where a team's database lies. secrets: passwords that the URL held; they are never shown or kept."""

    url: URL
    secrets: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, text: str) -> Address:
        """Take a URL apart. Raises ProjectError, whose sentence does not quote a password."""
        try:
            url = make_url(text.strip())
        except (ArgumentError, ValueError) as error:
            raise ProjectError(
                worded(
                    "This is no address of a team’s database; one looks like {driver}://name@host/database.",
                    driver=DRIVER,
                )
            ) from error
        if url.drivername not in NAMES:
            raise ProjectError(
                worded(
                    "Annotator works with PostgreSQL on a server, not with {drivername}; the address begins with "
                    "{driver}://.",
                    drivername=url.drivername.partition("+")[0],
                    driver=DRIVER,
                )
            )
        if not url.database:
            raise ProjectError(
                worded(
                    "The address does not name a database; it looks like {driver}://name@host/database.", driver=DRIVER
                )
            )
        secrets = {name: str(value) for name, value in url.query.items() if name in SECRETS}
        if url.password is not None:
            secrets["password"] = str(url.password)
        query = {name: value for name, value in url.query.items() if name not in SECRETS}
        plain = URL.create(DRIVER, url.username, None, url.host, url.port, url.database, query)
        return cls(plain, secrets)

    @classmethod
    def of(cls, host: str, port: int | None, database: str, user: str, query: dict[str, str], password: str) -> Address:
        """From the fields of a form; empty ones are left to libpq."""
        if not database.strip():
            raise ProjectError(worded("Name the database; its keeper knows what it is called."))
        url = URL.create(DRIVER, user.strip() or None, None, host.strip() or None, port, database.strip(), query)
        return cls(url, {"password": password} if password else {})

    def __str__(self) -> str:
        """The URL, without a password."""
        return self.url.render_as_string(hide_password=False)

    def whole(self) -> str:
        """The URL with its passwords, for `Store.open` alone; never shown or written."""
        return self.url.update_query_dict(self.secrets).render_as_string(hide_password=False)

    @property
    def database(self) -> str:
        """The database's name."""
        return str(self.url.database)

    @property
    def host(self) -> str:
        """The server as people call it."""
        host = self.url.host or str(self.url.query.get("host") or os.environ.get("PGHOST") or "")
        return worded("this computer") if not host or host.startswith("/") else host

    @property
    def place(self) -> str:
        """The database in a sentence: "the database harbour on db.example"."""
        return worded("the database {database} on {host}", database=self.database, host=self.host)

    @property
    def account(self) -> str:
        """Under which name a password is kept in the keyring."""
        url = self.url
        return f"{url.username or ''}@{url.host or self.url.query.get('host') or ''}:{url.port or 5432}/{self.database}"

    def arguments(self) -> dict[str, Any]:
        """What libpq is told; what is left out it takes from its own environment and files."""
        url = self.url
        given = {"user": url.username, "host": url.host, "port": url.port, "dbname": url.database}
        query = {name: ",".join(value) if isinstance(value, tuple) else value for name, value in url.query.items()}
        return {name: value for name, value in (given | query | self.secrets).items() if value is not None}
