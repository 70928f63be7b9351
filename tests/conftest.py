"""What every test stands on: no display, a home of its own, silence in the log, and a real store.

The fixtures give real projects on temporary files. Warnings fail through pytest's `filterwarnings`, and
with them exceptions in threads and in finalisers, which pytest turns into warnings.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Qt reads it once, when it loads.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from hypothesis import settings

from annotator.store import Store
from tests.sample_articles import add_articles, article_record
from tests.server import Server, binaries

# Deadlines would be timings; found examples would be files in the checkout.
# The same examples at every run of `make test`, so that a change is judged by itself; `make prove` looks on.
settings.register_profile("annotator", deadline=None, database=None, print_blob=True, derandomize=True)
settings.register_profile("prove", deadline=None, database=None, print_blob=True, max_examples=500)
# Folders whose tests run on both databases.
ON_BOTH = ("store", "actions", "queries")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "annotator"))


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, backups and logs of a test go to a folder of its own."""
    before = os.environ.get("ANNOTATOR_HOME")
    os.environ["ANNOTATOR_HOME"] = str(tmp_path_factory.mktemp("home"))
    yield
    if before is None:
        del os.environ["ANNOTATOR_HOME"]
    else:
        os.environ["ANNOTATOR_HOME"] = before


@pytest.fixture(autouse=True)
def _no_window_is_left() -> Iterator[None]:
    """What a test let go of is gone before the next: a new style sheet dresses all windows that there are."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Collector(logging.Handler):
    """Keeps what was logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[list[str]]:
    """Fails a test that logs a warning, unless the test put a piece of that line into this list."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    expected: list[str] = []
    yield expected
    logging.getLogger().removeHandler(collector)
    unexpected = [line for line in collector.lines if not any(piece in line for piece in expected)]
    assert not unexpected, f"unexpected lines in the log: {unexpected}"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty project, made once; tests copy it."""
    path = tmp_path_factory.mktemp("template") / "template.annotator"
    Store.create(path, "Ana", name="Harbour dispute").close()
    return path


@pytest.fixture
def project(template: Path, tmp_path: Path) -> Path:
    """The path of an empty project that nobody has open."""
    path = tmp_path / "project.annotator"
    shutil.copyfile(template, path)
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, one for each process of the run. Where none can be had, the test is skipped."""
    if binaries() is None:
        reason = "PostgreSQL's own programs are not installed (Debian: postgresql)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    made = Server()
    yield made
    made.remove()


@pytest.fixture(scope="session")
def server_template(server: Server) -> str:
    """The name of a database with an empty project; tests copy it."""
    return server.template()


@pytest.fixture(scope="session")
def used_database(server: Server, server_template: str) -> str:
    """The name of a database that all tests of this process use, one after the other."""
    return server.new_database(server_template)


@pytest.fixture
def team_database(server: Server, used_database: str) -> Iterator[str]:
    """The name of a database with an empty project that nobody has open."""
    yield used_database
    server.empty(used_database)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What a store does, it does in a file and on a server: both are tried, unless the test is about files."""
    names = set(metafunc.fixturenames)
    about_files = names & {"project", "template"} or metafunc.definition.get_closest_marker("in_a_file")
    if "database_kind" in names and metafunc.definition.path.parent.name in ON_BOTH and not about_files:
        metafunc.parametrize("database_kind", ["file", "server"], indirect=True)


@pytest.fixture
def database_kind(request: pytest.FixtureRequest) -> str:
    """Where the project of the test lies: in a file or on a server."""
    return str(getattr(request, "param", "file"))


@pytest.fixture
def address(request: pytest.FixtureRequest, database_kind: str) -> str:
    """The address of an empty project that nobody has open."""
    if database_kind == "file":
        return str(request.getfixturevalue("project"))
    server: Server = request.getfixturevalue("server")
    return server.url(request.getfixturevalue("team_database"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty project, opened by Ana."""
    with Store.open(address, "Ana") as opened:
        yield opened


@pytest.fixture
def article_id(store: Store) -> str:
    """The id of the one article in `store`; its text is `sample_articles.TEXT`."""
    record = article_record("article-1")
    add_articles(store, [record], source="first article")
    return record.id


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only the superuser can make a disk to fill")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("no disk can be made here")
    yield folder
    if subprocess.run(["umount", str(folder)], capture_output=True).returncode != 0:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        pytest.fail("a file on the disk was left open")
