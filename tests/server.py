"""A PostgreSQL server of the tests' own: made in a temporary folder, and gone afterwards.

The system's own server, where there is one, is neither used nor touched. PostgreSQL refuses to run as
root, so there the server runs as another user of the system.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import psycopg
from psycopg import sql

from annotator.store import Store

# Another server than the newest of the system can be named: the folder of its programs.
CHOSEN = os.environ.get("ANNOTATOR_POSTGRESQL", "")
BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name.split(".")[0]))
ROOM_BYTES = 2 * 1024**3
UNSAFE = "fsync=off\nsynchronous_commit=off\nfull_page_writes=off\n"


def binaries() -> Path | None:
    """The folder with the newest server's programs, or None."""
    if CHOSEN:
        return Path(CHOSEN)
    if BINARIES and (BINARIES[-1] / "initdb").exists():
        return BINARIES[-1]
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


class Server:
    """A running server. People come by its socket without a password, and by TCP with one."""

    def __init__(self, *, safe: bool = False, certificate: tuple[bytes, bytes] | None = None) -> None:
        """safe: what is committed is on the disk, as it is for people; else it is only quick. certificate: with its
        key; connections by TCP are then encrypted, and no others are taken.
        """
        found = binaries()
        assert found is not None
        self.binaries = found
        # As short as the name of a socket has to be.
        self.folder = Path(tempfile.mkdtemp(prefix="pg", dir=_roomy_memory()))
        self.data = self.folder / "data"
        self.port = _free_port()
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            # Not there on every system that runs the other tests.
            import pwd

            user = next(each for each in pwd.getpwall() if each.pw_name in ("postgres", "nobody"))
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self._as = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        made = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"]
        self._run([str(found / "initdb"), "-D", str(self.data), *made])
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(f"listen_addresses='127.0.0.1'\nport={self.port}\nunix_socket_directories='{self.folder}'\n")
            file.write(
                "max_connections=60\nlc_messages='C'\npassword_encryption='scram-sha-256'\nautovacuum=off\nlog_statement='all'\n"
            )
            file.write("" if safe else UNSAFE)
        kind = "hostssl" if certificate else "host"
        (self.data / "pg_hba.conf").write_text(f"local all all trust\n{kind} all all 127.0.0.1/32 scram-sha-256\n")
        if certificate:
            self._take_certificate(*certificate)
        self.start()
        self.databases = 0
        self.execute("CREATE ROLE keeper LOGIN CREATEROLE")

    def _run(self, command: Sequence[str]) -> None:
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, check=False, **self._as)
        assert done.returncode == 0, done.stderr

    def _take_certificate(self, certificate: bytes, key: bytes) -> None:
        for name, content in (("server.crt", certificate), ("server.key", key)):
            file = self.data / name
            file.write_bytes(content)
            file.chmod(0o600)
            if self._as:
                os.chown(file, self._as["user"], self._as["group"])
        with (self.data / "postgresql.conf").open("a") as file:
            file.write("ssl=on\n")

    def start(self) -> None:
        """Start it and wait until it lets people in."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self.binaries / "postgres"), "-D", str(self.data)],
                stdout=log, stderr=log, cwd=self.folder, start_new_session=True, **self._as,
            )  # fmt: skip
        for _ in range(600):
            try:
                psycopg.connect(**self._arguments()).close()
            except psycopg.OperationalError:
                assert self._process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.05)
            else:
                return
        raise AssertionError((self.folder / "log").read_text())

    def kill(self) -> None:
        """Kill it and all its helpers at once, as a power cut would."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(60)

    def remove(self) -> None:
        """Stop it for good and remove its folder."""
        # At once: nothing of it is kept, so nothing has to be written first.
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(60)
        shutil.rmtree(self.folder)

    def _arguments(self, database: str = "postgres", user: str = "postgres") -> dict[str, Any]:
        return {"host": str(self.folder), "port": self.port, "dbname": database, "user": user}

    def connect(self, database: str, user: str = "postgres") -> psycopg.Connection[Any]:
        """A connection for plain SQL, without transactions around it."""
        return psycopg.connect(**self._arguments(database, user), autocommit=True)

    def execute(self, command: str, *names: str, database: str = "postgres") -> list[Any]:
        """Run one command as the server's own superuser; `{}` in it stands for names."""
        with self.connect(database) as connection:
            done = connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))
            return done.fetchall() if done.description else []

    def new_database(self, template: str | None = None) -> str:
        """An empty database, or a copy of another one; it belongs to `keeper`."""
        self.databases += 1
        name = f"harbour_{self.databases}"
        if template:
            self.execute("CREATE DATABASE {} OWNER keeper TEMPLATE {}", name, template)
        else:
            self.execute("CREATE DATABASE {} OWNER keeper", name)
        return name

    def empty(self, name: str) -> None:
        """Make a project's database as new, whoever is connected to it: quicker than another copy of the template."""
        with self.connect(name) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid != pg_backend_pid()"
            )
            tables = connection.execute(
                "SELECT format('annotator.%I', tablename) FROM pg_tables WHERE schemaname = 'annotator' "
                "AND tablename != 'alembic_version'"
            ).fetchall()
            connection.execute("TRUNCATE " + ", ".join(table for (table,) in tables))
            connection.execute(
                "INSERT INTO annotator.project (id, name, created, version) "
                "VALUES (%s, 'Harbour dispute', '2025-11-24', 1)",
                [str(uuid4())],
            )

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is connected to it."""
        self.execute("DROP DATABASE {} WITH (FORCE)", name)

    def url(self, database: str, user: str = "keeper") -> str:
        """The address of a project, by the socket."""
        return (
            f"postgresql+psycopg://{quote(user)}@/{database}?host={quote(str(self.folder), safe='')}&port={self.port}"
        )

    def template(self) -> str:
        """A database with an empty project, to be copied."""
        name = self.new_database()
        Store.create(self.url(name), "Ana", name="Harbour dispute").close()
        return name


def _roomy_memory() -> str | None:
    """The folder that lies in memory, where there is one with room for many small files: disks are slow with them."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM_BYTES
    return str(memory) if roomy else None


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
