"""A project on a server made by an older or a newer version, or none at all, and who may bring it up to date."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import errors

from annotator.actions.speakers import make_speaker
from annotator.actions.team import add_member
from annotator.errors import ForeignFile, NewerProject, NotAllowed, ProjectError, ProjectExists
from annotator.store import Store, schema
from annotator.store.server import recognising
from tests.sample_articles import snapshot
from tests.server import Server


@pytest.fixture
def team_database(server: Server, server_template: str) -> Iterator[str]:
    """A database of the test's own, since its tables are changed."""
    name = server.new_database(server_template)
    yield name
    server.drop_database(name)


SECOND = '''"""A later revision with a column and a table more."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{last}", None, None
def upgrade():
    with op.batch_alter_table("speaker") as batch:
        batch.add_column(sa.Column("later", sa.String(), nullable=True))
    op.create_table("forgotten", sa.Column("id", sa.String(), nullable=False), sa.PrimaryKeyConstraint("id"))
'''


def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the program one revision newer."""
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(schema.__file__).parent / "migrations", scripts)
    (scripts / "versions" / "9999_second.py").write_text(SECOND.format(last=f"{schema.SCHEMA:04}"))
    monkeypatch.setattr(schema, "SCRIPTS", str(scripts))
    monkeypatch.setattr(schema, "SCHEMA", 9999)


def test_the_owner_brings_an_older_project_up_to_date_and_a_forgotten_table_is_closed(
    server: Server, team_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.url(team_database)
    with Store.open(url, "Keeper") as store:
        make_speaker(store, "Mira Okafor")
        add_member(store, "Lea", "coder")
        before = snapshot(store)
    later(tmp_path, monkeypatch)
    with pytest.raises(NotAllowed, match="made by an older version of Annotator; its owner has to open it once"):
        Store.open(server.url(team_database, "Lea"), "Lea")
    with Store.open(url, "Keeper") as store:
        assert snapshot(store) == before
    with Store.open(server.url(team_database, "Lea"), "Lea") as store:
        make_speaker(store, "Jonas Albrecht")
        assert len(snapshot(store)["speaker"]) == 2
    columns = "information_schema.columns WHERE table_name = 'speaker' AND column_name = 'later'"
    query = f"SELECT collation_name FROM {columns}"
    assert server.execute(query, database=team_database) == [("C",)]
    with server.connect(team_database, "Lea") as lea, pytest.raises(errors.InsufficientPrivilege):
        lea.execute("SELECT * FROM annotator.forgotten")
    server.execute("DROP OWNED BY {}", "Lea", database=team_database)
    server.execute("DROP ROLE {}", "Lea")


def test_a_newer_project_is_left_alone(server: Server, team_database: str) -> None:
    server.execute("UPDATE annotator.alembic_version SET version_num = '9999'", database=team_database)
    with pytest.raises(NewerProject, match="made by a newer version of Annotator"):
        Store.open(server.url(team_database), "Keeper")


def test_what_is_no_project_is_told_from_one(server: Server) -> None:
    name = server.new_database()
    with pytest.raises(ForeignFile, match="There is no Annotator project in the database"):
        Store.open(server.url(name), "Keeper")
    server.execute("CREATE SCHEMA annotator", database=name)
    server.execute("CREATE TABLE annotator.project (id int)", database=name)
    with pytest.raises(ForeignFile, match="There is no Annotator project in the database"):
        Store.open(server.url(name), "Keeper")
    with pytest.raises(ProjectExists, match="There is a project in the database"):
        Store.create(server.url(name), "Keeper")


def test_who_may_not_make_one_is_told(server: Server) -> None:
    name = server.new_database()
    server.execute("CREATE ROLE guest LOGIN")
    with pytest.raises(NotAllowed, match="You may not make a project in the database"):
        Store.create(server.url(name, "guest"), "Guest")
    server.execute("DROP ROLE guest")


def test_other_tables_in_the_database_are_left_alone(server: Server) -> None:
    name = server.new_database()
    server.execute("CREATE TABLE public.mark (note text)", database=name)
    server.execute("INSERT INTO public.mark VALUES ('mine')", database=name)
    with Store.create(server.url(name), "Keeper") as store:
        assert store.name == name
        store.discard()
    assert server.execute("SELECT note FROM public.mark", database=name) == [("mine",)]
    assert server.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'annotator'", database=name) == []


def test_a_server_that_is_too_old_is_named(server: Server, team_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognising, "OLDEST_SERVER", 990000)
    with pytest.raises(ProjectError, match=r"runs PostgreSQL \d\d; Annotator needs version 13 or newer"):
        Store.open(server.url(team_database), "Keeper")
