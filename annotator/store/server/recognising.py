"""What lies in a database on a server: a project, and of which version; and who is connected to it.

Called by the server's room when a project is opened or made. Brings an older one up to date if it belongs
to who is connected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from annotator.errors import ForeignFile, NewerProject, NotAllowed, ProjectError
from annotator.sentences import worded
from annotator.store import schema
from annotator.store.server import rights
from annotator.store.server.address import Address

OLDEST_SERVER = 130000


@dataclass(frozen=True)
class Found:
    """Who is connected. member: the annotator's name; role: coder, reviewer or manager; None for the owner."""

    member: str | None
    role: str | None
    warnings: Sequence[str] = ()


def require_version(connection: Connection, address: Address) -> None:
    """Raises ProjectError for a server that is too old."""
    number = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one())
    if number < OLDEST_SERVER:
        raise ProjectError(
            worded(
                "The server on {host} runs PostgreSQL {number}; Annotator needs version 13 or newer.",
                host=address.host,
                number=number // 10000,
            )
        )


def recognise(engine: Engine, address: Address) -> Found:
    """Who is connected to which project. Raises ForeignFile, NewerProject, NotAllowed."""
    with engine.begin() as connection:
        require_version(connection, address)
        owner = _owned(connection, address)
        number = int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
        if number > schema.SCHEMA:
            raise NewerProject(
                worded(
                    "The project in {place} was made by a newer version of Annotator (format {number}, this one "
                    "reads up to {schema}); update the program to open it. Nothing was changed.",
                    place=address.place,
                    number=number,
                    schema=schema.SCHEMA,
                )
            )
        if number < schema.SCHEMA:
            if not owner:
                raise NotAllowed(
                    worded(
                        "The project in {place} was made by an older version of Annotator; its owner has to open it "
                        "once to bring it up to date.",
                        place=address.place,
                    )
                )
            bring_up_to_date(connection)
        elif owner and not rights.are_current(connection):
            rights.apply(connection)
        if owner:
            # The owner stands above the rules, also where named as a member.
            return Found(None, None)
        name, role = connection.exec_driver_sql("SELECT my_name(), my_role()").one()
        if role is None:
            raise _stranger(address)
        return Found(name, role)


def _owned(connection: Connection, address: Address) -> bool:
    """Whether the project belongs to who is connected. Raises when there is none, or it is closed to them."""
    query = (
        "SELECT pg_has_role(n.nspowner, 'USAGE'), has_schema_privilege(n.oid, 'USAGE'), (SELECT count(*) FROM pg_class"
        " c WHERE c.relnamespace = n.oid AND c.relname IN ('alembic_version', 'project', 'mark', 'journal')) FROM "
        f"pg_namespace n WHERE n.nspname = '{rights.SCHEMA}'"
    )
    found = connection.exec_driver_sql(query).one_or_none()
    if found is None or found[2] != 4:
        raise ForeignFile(
            worded(
                "There is no Annotator project in {place}; make one there with annotator new, or check the name.",
                place=address.place,
            )
        )
    owner, usable, _ = found
    if not usable:
        raise _stranger(address)
    return bool(owner)


def _stranger(address: Address) -> NotAllowed:
    return NotAllowed(
        worded(
            "{username} may connect to {place}, but is no member of the team; its owner adds one with "
            "annotator team add.",
            username=address.url.username or worded("You"),
            place=address.place,
        )
    )


def bring_up_to_date(connection: Connection) -> None:
    """Make or change the tables, in the transaction of `connection`, and write the rules anew."""
    rights.withdraw(connection)
    schema.upgrade(connection)
    # Texts are ordered as Python orders them, whatever the language of the server.
    query = (
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = "
        f"'{rights.SCHEMA}' AND data_type = 'character varying' AND collation_name IS DISTINCT FROM 'C'"
    )
    changes: dict[str, list[str]] = {}
    for table, column in connection.exec_driver_sql(query).all():
        changes.setdefault(table, []).append(f'ALTER COLUMN "{column}" TYPE varchar COLLATE "C"')
    for table, columns in changes.items():
        connection.exec_driver_sql(f'ALTER TABLE "{table}" {", ".join(columns)}')
    rights.apply(connection)
