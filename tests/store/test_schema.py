"""Migrations, and opening files that are older, newer, foreign or hostile."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from annotator import paths
from annotator.actions.speakers import make_speaker, merge_speakers
from annotator.errors import AnnotatorError, DamagedProject, ForeignFile, NewerProject, ProjectError
from annotator.model import Base
from annotator.queries.check import problems
from annotator.store import Store, schema
from tests.sample_articles import snapshot

SECOND = '''"""A later revision that makes a table anew."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0002", "0001", None, None
def upgrade():
    with op.batch_alter_table("speaker", recreate="always") as batch:
        batch.add_column(sa.Column("later", sa.String(), nullable=True))
'''


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


# Migrations ------------------------------------------------------------------------------------------


def test_models_and_migrations_do_not_differ() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        schema.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_models_and_migrations_make_the_same_tables() -> None:
    """Also what Alembic does not compare: deferred keys and tables without row ids."""

    def tables(make: Callable[..., None]) -> dict[str, list[str]]:
        engine = create_engine("sqlite://")
        with engine.begin() as connection:
            make(connection)
            rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL").all()
        engine.dispose()
        # The order of a table's constraints does not matter, nor does a comma after the last one.
        lines = {name: [line.strip().rstrip(",") for line in sql.split("\n")] for name, sql in rows}
        return {name: sorted(line for line in some if line) for name, some in lines.items() if "alembic" not in name}

    assert tables(schema.upgrade) == tables(Base.metadata.create_all)


def test_the_fingerprint_is_what_the_migrations_make(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        assert schema.fingerprint(connection) == schema.FINGERPRINTS[schema.SCHEMA]
    assert sorted(schema.FINGERPRINTS) == list(range(1, schema.SCHEMA + 1))


@pytest.fixture
def second_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program one revision on; returns the file with the revision."""
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(schema.__file__).parent / "migrations", scripts)
    revision = scripts / "versions" / "0002_second.py"
    revision.write_text(SECOND)
    monkeypatch.setattr(schema, "SCRIPTS", str(scripts))
    monkeypatch.setattr(schema, "SCHEMA", 2)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        schema.upgrade(connection)
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        monkeypatch.setitem(schema.FINGERPRINTS, 2, schema.fingerprint(driver))
    engine.dispose()
    return revision


@pytest.fixture
def older(project: Path) -> Path:
    """A project of the first revision with two speakers, of whom one refers to the other."""
    with Store.open(project, "Ana") as opened:
        merge_speakers(opened, make_speaker(opened, "Mira Okafor"), make_speaker(opened, "M. Okafor"))
    return project


def test_an_older_project_is_backed_up_and_migrated(older: Path, request: pytest.FixtureRequest) -> None:
    with Store.open(older, "Ana") as opened:
        before = snapshot(opened)
    request.getfixturevalue("second_revision")
    with Store.open(older, "Ana") as opened:
        assert snapshot(opened) == before
        with opened.read() as session:
            assert list(problems(session)) == []
            columns = session.connection().exec_driver_sql("PRAGMA table_info(speaker)").all()
            assert "later" in [column[1] for column in columns]
        [backup] = paths.backup_folder(opened.project_id).iterdir()
    assert backup.name.endswith("before migration.annotator")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM speaker").fetchone() == (2,)
    with Store.open(older, "Ana") as opened:
        assert len(list(paths.backup_folder(opened.project_id).iterdir())) == 1


def test_a_migration_that_fails_leaves_the_project_as_it_was(older: Path, second_revision: Path) -> None:
    second_revision.write_text(SECOND + "    raise RuntimeError('half way')\n")
    with pytest.raises(RuntimeError, match="half way"):
        Store.open(older, "Ana")
    with closing(sqlite3.connect(older)) as connection:
        assert schema.fingerprint(connection) == schema.FINGERPRINTS[1]
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM speaker").fetchone() == (2,)


def test_no_migration_without_its_backup(older: Path, second_revision: Path) -> None:
    assert second_revision.exists()
    Path(os.environ["ANNOTATOR_HOME"], "backups").write_text("not a folder")
    with pytest.raises(ProjectError, match="cannot be opened"):
        Store.open(older, "Ana")
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_newer_project_is_refused_and_not_touched(project: Path) -> None:
    execute(project, "PRAGMA user_version=99")
    before = project.read_bytes()
    with pytest.raises(NewerProject, match=r"newer version of Annotator \(format 99.*update the program"):
        Store.open(project, "Ana")
    assert project.read_bytes() == before
    assert [path.name for path in project.parent.iterdir()] == [project.name]


# Foreign and hostile files ---------------------------------------------------------------------------

PLANTED = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON speaker BEGIN DELETE FROM project; END",
    "view": "CREATE VIEW evil AS SELECT load_extension('evil')",
    "table": "CREATE TABLE evil (x)",
    "index": "CREATE INDEX evil ON speaker (abs(name))",
    "column": "ALTER TABLE speaker ADD COLUMN evil TEXT",
    "virtual table": "CREATE VIRTUAL TABLE evil USING fts5(x)",
}


@pytest.mark.parametrize("what", PLANTED)
def test_what_the_program_did_not_make_is_refused(project: Path, what: str) -> None:
    execute(project, PLANTED[what])
    before = project.read_bytes()
    with pytest.raises(ForeignFile, match=r"project\.annotator is not opened: "):
        Store.open(project, "Ana")
    assert project.read_bytes() == before


def test_a_trigger_is_named(project: Path) -> None:
    execute(project, PLANTED["trigger"])
    with pytest.raises(ForeignFile, match="it holds a trigger “evil” that Annotator did not make"):
        Store.open(project, "Ana")


def test_a_trigger_under_the_name_of_sqlites_statistics_is_refused(project: Path) -> None:
    execute(
        project,
        PLANTED["trigger"],
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET name='sqlite_stat1', sql=replace(sql, 'evil', 'sqlite_stat1') WHERE name='evil'",
    )
    with pytest.raises(ForeignFile):
        Store.open(project, "Ana")


def test_statistics_of_sqlite_are_no_stranger(project: Path) -> None:
    execute(project, "ANALYZE")
    Store.open(project, "Ana").close()


def test_a_trigger_in_the_log_beside_the_file_is_seen(project: Path) -> None:
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(PLANTED["trigger"])
        assert project.with_name(project.name + "-wal").stat().st_size
        with pytest.raises(ForeignFile, match="trigger"):
            Store.open(project, "Ana")


def other_program(path: Path) -> None:
    path.unlink()
    execute(path, "CREATE TABLE notes (text)", "PRAGMA application_id=7")


STRANGE: dict[str, Callable[[Path], object]] = {
    "another program's database": other_program,
    "random bytes": lambda path: path.write_bytes(bytes(range(7, 256)) * 64),
    "random bytes after the header": lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(range(7, 256)) * 64),
    "an empty file": lambda path: path.write_bytes(b""),
    "a text": lambda path: path.write_text("Port fees to rise"),
    "the header alone": lambda path: path.write_bytes(b"SQLite format 3\x00"),
    "a truncated file": lambda path: os.truncate(path, 5000),
    "a file cut to one page": lambda path: os.truncate(path, 4096),
    "no project row": lambda path: execute(path, "DELETE FROM project"),
    "two project rows": lambda path: execute(path, "INSERT INTO project VALUES ('x', 'x', 'x', 1)"),
}


@pytest.mark.parametrize("what", STRANGE)
def test_a_strange_file_gets_a_sentence_and_stays_as_it_is(project: Path, what: str) -> None:
    STRANGE[what](project)
    before = project.read_bytes()
    with pytest.raises(AnnotatorError, match=r"project\.annotator") as caught:
        Store.open(project, "Ana")
    assert isinstance(caught.value, ForeignFile | DamagedProject)
    assert str(caught.value).endswith(".")
    if "project row" not in what:
        assert project.read_bytes() == before


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "folder.annotator").mkdir()
    with pytest.raises(ProjectError, match="no project at"):
        Store.open(tmp_path / "folder.annotator", "Ana")
