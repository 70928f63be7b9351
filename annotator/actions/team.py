"""The team of a project on a server, and moving a project between a file and a server.

Called by the command line and the window.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from annotator.actions.acting import acting, clean_name
from annotator.errors import DamagedProject
from annotator.queries.annotation_set import annotation_set
from annotator.records import SetRecord, TeamRole
from annotator.sentences import worded
from annotator.store import Store, backup
from annotator.store.database import is_url
from annotator.store.engine import project_path
from annotator.store.server import passwords
from annotator.store.server.address import Address, verifying

Report = Callable[[int, int, str], None]


def add_member(store: Store, name: str, role: TeamRole, *, password: str | None = None) -> bool:
    """Let somebody into the team's database, as a coder, reviewer or manager; or give a member another role.

    The database role has the annotator's name. password: None where the server lets people in by other
    means, or where the role has one already. Returns whether the database role is new. Raises NotAllowed,
    InvalidValue, ProjectError.
    """
    name = clean_name(name, "member")
    team = store.team
    with store.change(worded("Add member"), by=name) as session:
        annotator_id = acting(session)
    return team.add(annotator_id, name, role, password)


def connect_to_team(
    host: str,
    port: int | None,
    database: str,
    user: str,
    password: str,
    *,
    verified: bool,
    keep: bool,
    annotator: str,
) -> Store:
    """Open a team's database. Empty values are left to libpq and its files.

    verified: only where the server proves by a certificate who it is. keep: put the password, once it was
    found right, into the system's keyring, if there is one. Raises NotConnected and the like, in words.
    """
    query = verifying() if verified else {}
    address = Address.of(host, port, database, user, query, password)
    store = Store.open(address.whole(), annotator)
    if keep and password:
        passwords.keep(address, password)
    return store


def fields_of_address(address: str) -> dict[str, Any]:
    """What a form of the values of `connect_to_team` shows for an address."""
    url = Address.read(address).url
    return {
        "host": url.host or str(url.query.get("host") or ""),
        "port": url.port or int(str(url.query.get("port") or 0)) or None,
        "database": url.database,
        "user": url.username or "",
        "verified": url.query.get("sslmode") == "verify-full",
    }


def move_project(store: Store, target: str | Path, *, report: Report = lambda done, total, what: None) -> str:
    """Copy the project, with its journal, to another place: a new file, or an empty database on a server.

    The two are compared by their native annotation sets, line by line, before the copy is kept. The
    project stays where it was as well. Returns the address of the copy.
    """
    made = Store.create(target, store.annotator, name=store.name)
    try:
        store.copy_into(made, report)
        if digest(store) != digest(made):
            raise DamagedProject(
                worded("The copy in {address} is not what the project holds; it was not kept.", address=made.address)
            )
    except BaseException:
        made.discard()
        raise
    made.close()
    return made.address


def restore_project(copy: Path, target: str) -> str:
    """A new project from a backup: a file, or an empty database on a server. The backup is only read."""
    if not is_url(target):
        return str(backup.restore(copy, project_path(target)))
    with TemporaryDirectory() as folder, Store.open(backup.restore(copy, Path(folder, copy.name)), "") as store:
        return move_project(store, target)


def digest(store: Store) -> str:
    """A hash over the lines of the project's native set, but for the moment it is made."""
    found = hashlib.sha256()
    with store.read() as session:
        for record in annotation_set(session):
            if not isinstance(record, SetRecord):
                found.update(msgspec.json.encode(record))
    return found.hexdigest()
