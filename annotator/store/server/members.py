"""The members of a team: database roles, each with a role in the project. Reached by `Store.team`.

Only the owner of the database adds and removes members; the server would refuse anybody else. Of a
password the server is given a hash, made here, so that it stands in no log.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from annotator.errors import InvalidValue, NotAllowed, UnknownRecord
from annotator.records import TeamRole
from annotator.sentences import worded
from annotator.store.server import rights
from annotator.store.server.rights import ROLES, quoted

if TYPE_CHECKING:
    from annotator.store.server.database import ServerDatabase

# PostgreSQL cuts longer names off.
MOST_BYTES = 63


@dataclass(frozen=True)
class Member:
    """login: the database role's name; name: of the annotator."""

    login: str
    name: str
    role: TeamRole


class Members:
    """The team of an open project."""

    def __init__(self, database: ServerDatabase) -> None:
        self._database = database

    def all(self) -> list[Member]:
        """Everybody, by name."""
        query = "SELECT m.login, a.name, m.role FROM member m JOIN annotator a ON a.id = m.annotator_id ORDER BY a.name"
        with self._database.explained(), self._database.engine.connect() as connection:
            self._require_owner(connection)
            return [Member(*row) for row in connection.exec_driver_sql(query)]

    def add(self, annotator_id: str, login: str, role: TeamRole, password: str | None = None) -> bool:
        """Make the database role, if there is none of that name, and give it what its role in the team may do.

        A member who is there already gets the new role in the team. Returns whether the database role is new.
        """
        if role not in ROLES:
            raise InvalidValue(
                worded("“{role}” is no role in a team; there are {roles}.", role=role, roles=", ".join(ROLES))
            )
        if len(login.encode()) > MOST_BYTES or login.lower().startswith("pg_"):
            raise InvalidValue(
                worded("“{login}” cannot be the name of a database role; choose a shorter or another one.", login=login)
            )
        with self._database.explained(), self._database.writing(patient=False) as connection:
            self._require_owner(connection)
            new = self._role(connection, login)
            if password:
                connection.exec_driver_sql(
                    f"ALTER ROLE {quoted(login)} PASSWORD '{_hashed(connection, login, password)}'"
                )
            connection.exec_driver_sql(
                "INSERT INTO member (login, annotator_id, role) VALUES (%(login)s, %(annotator)s, %(role)s) ON "
                "CONFLICT (login) DO UPDATE SET role = excluded.role, annotator_id = excluded.annotator_id",
                {"login": login, "annotator": annotator_id, "role": role},
            )
            database = quoted(str(connection.exec_driver_sql("SELECT current_database()").scalar_one()))
            connection.exec_driver_sql(f"GRANT CONNECT ON DATABASE {database} TO {quoted(login)}")
            rights.grant(connection, login, role)
        return new

    def remove(self, login: str) -> None:
        """Take a member out of the team. The marks stay, and so does the database role, without rights here."""
        with self._database.explained(), self._database.writing(patient=False) as connection:
            self._require_owner(connection)
            gone = connection.exec_driver_sql("DELETE FROM member WHERE login = %(login)s", {"login": login})
            if not gone.rowcount:
                raise UnknownRecord(worded("{login} is no member of this team.", login=login))
            rights.revoke(connection, login)

    def _require_owner(self, connection: Connection) -> None:
        query = f"SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = '{rights.SCHEMA}'"
        if not connection.exec_driver_sql(query).scalar_one():
            raise NotAllowed(
                worded("Only the owner of {place} keeps the list of its members.", place=self._database.place)
            )

    def _role(self, connection: Connection, login: str) -> bool:
        """Make the role if it is missing. Raises NotAllowed for one that no rule would hold."""
        query = (
            "SELECT r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, n.nspowner, 'USAGE') FROM pg_roles r, "
            f"pg_namespace n WHERE r.rolname = %(login)s AND n.nspname = '{rights.SCHEMA}'"
        )
        above = connection.exec_driver_sql(query, {"login": login}).scalar_one_or_none()
        if above:
            raise NotAllowed(
                worded(
                    "The database role {login} stands above the rules of the team, as the owner or a superuser of "
                    "the server; choose another name.",
                    login=login,
                )
            )
        if above is None:
            may = "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
            if not connection.exec_driver_sql(may).scalar_one():
                raise NotAllowed(
                    worded(
                        "You may not make database roles on this server. Let its keeper make one named {login}, or "
                        "give you the right to (CREATEROLE); then add the member again.",
                        login=login,
                    )
                )
            connection.exec_driver_sql(f"CREATE ROLE {quoted(login)} LOGIN")
        return above is None


def _hashed(connection: Connection, login: str, password: str) -> str:
    """The password as the server keeps it; made by libpq, so that the server never sees the password."""
    method = connection.exec_driver_sql("SHOW password_encryption").scalar_one()
    driver: Any = connection.connection.dbapi_connection
    made: bytes = driver.pgconn.encrypt_password(password.encode(), login.encode(), method.encode())
    return made.decode().replace("'", "''").replace("%", "%%")
