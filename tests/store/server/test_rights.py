"""Rights kept by the server: each role tries, with plain SQL, to read and write what it may not.

Who the five people are stands in `members.py`.
"""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors

from annotator.actions.tagging import edit_marks
from annotator.actions.team import add_member
from annotator.actions.topics import edit_topic
from annotator.errors import ChangeError, NotAllowed
from annotator.model import Base, Mark
from annotator.queries.articles import article_list
from annotator.queries.marks import marks_of
from annotator.store import Store
from annotator.store.server import rights
from tests.server import Server
from tests.store.server.members import ROLES, Team

MARK_COLUMNS = "id, kind, article_id, revision, annotator_id, start, note, codebook, created, updated, version"


def test_every_table_has_its_rules(team: Team) -> None:
    tables = set(Base.metadata.tables)
    assert set(rights.READ) == tables
    assert set(rights.WRITE) == tables
    secured = team.server.execute(
        "SELECT relname, relrowsecurity FROM pg_class WHERE relnamespace = 'annotator'::regnamespace AND relkind = 'r'",
        database=team.database,
    )
    assert tables < {name for name, _ in secured}
    assert all(on for _, on in secured)


@pytest.mark.parametrize("name", sorted({*Base.metadata.tables, "member", "alembic_version"}))
def test_who_is_no_member_reads_and_writes_no_table(team: Team, name: str) -> None:
    for statement in (
        f'SELECT * FROM annotator."{name}"',
        f'DELETE FROM annotator."{name}"',
        f'TRUNCATE annotator."{name}"',
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            team.ask("Tom", statement)


@pytest.mark.parametrize("who", ROLES)
def test_nobody_but_the_owner_sees_or_changes_the_list_of_members(team: Team, who: str) -> None:
    for statement in ("SELECT * FROM member", "UPDATE member SET role = 'manager'", "DELETE FROM member"):
        with pytest.raises(errors.InsufficientPrivilege):
            team.ask(who, statement)


@pytest.mark.parametrize("who", ROLES)
@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE mark CASCADE",
        "ALTER TABLE mark DISABLE ROW LEVEL SECURITY",
        "DROP POLICY read ON mark",
        "CREATE TABLE annotator.more (id int)",
        "CREATE OR REPLACE FUNCTION annotator.sees_all() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "SET ROLE keeper",
        "SET SESSION AUTHORIZATION keeper",
        "ALTER ROLE current_user BYPASSRLS",
        "CREATE TRIGGER t BEFORE INSERT ON mark EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "COPY mark TO PROGRAM 'cat'",
        "UPDATE journal SET new = NULL",
        "DELETE FROM journal",
        "UPDATE step SET annotator = 'Ben'",
        "UPDATE alembic_version SET version_num = '9999'",
    ],
)
def test_nobody_climbs_over_the_rules(team: Team, who: str, statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        team.ask(who, statement)


# Statements by table: what a coder, a reviewer and a manager may change with them.
STATEMENTS: dict[str, tuple[str, set[str]]] = {
    "a colleague's mark": ("UPDATE mark SET note = 'x' WHERE id = '{Ana open}'", {"Ana"}),
    "a colleague's mark gone": ("DELETE FROM part WHERE mark_id = '{Ana open}'", {"Ana"}),
    "a mark under another name": (
        f"INSERT INTO mark ({MARK_COLUMNS})"
        " VALUES ('x', 'claim', 'open', 1, '{Ana}', 0, '', 0, '', '', 1)",
        {"Ana"},
    ),
    "own mark given away": ("UPDATE mark SET annotator_id = '{Ana}' WHERE id = '{Ben open}'", set()),
    "part for a colleague": (
        "INSERT INTO part VALUES ('open', '{Ana open}', 'cue', 9, 1, 2, 'x')", {"Ana"},
    ),
    "a mark of the consensus": (
        f"INSERT INTO mark ({MARK_COLUMNS})"
        " VALUES ('x', 'claim', 'open', 1, 'consensus', 0, '', 0, '', '', 1)",
        {"Rea", "Max"},
    ),
    "a verdict": (
        "INSERT INTO review VALUES ('x', '{Ana open}', '{Rea}', 'rejected', '', NULL, false, NULL, '', NULL, 1)",
        {"Rea"},
    ),
    "a verdict changed": ("UPDATE review SET codebook_question = true", {"Rea", "Max"}),
    "a verdict gone": ("DELETE FROM review", {"Rea"}),
    "a third opinion": (
        "INSERT INTO assignment VALUES ('open', '{Ana}', 'third', true, NULL, 1)", {"Rea", "Max"},
    ),
    "a colleague's comment": ("UPDATE comment SET text = 'x' WHERE id = 'Ana open'", {"Ana"}),
    "a colleague's progress": (
        "UPDATE progress SET state = 'finished' WHERE annotator_id = '{Ben}'", {"Ben", "Rea", "Max"},
    ),
    "the plan": ("UPDATE assignment SET blind = false", {"Max"}),
    "out of the plan": ("DELETE FROM assignment", {"Max"}),
    "a topic": ("UPDATE topic SET name = 'x'", {"Max"}),
    "a version of the codebook": ("INSERT INTO codebook VALUES (9, '', '', NULL, NULL)", {"Max"}),
    "a field": ("INSERT INTO field VALUES ('x', 'x', 'text', NULL, NULL, 1, NULL, 1)", {"Max"}),
    "an article": ("UPDATE article SET title = 'x'", {"Max"}),
    "a text": ("UPDATE article_text SET text = 'x'", {"Max"}),
    "the project's name": ("UPDATE project SET name = 'x'", {"Max"}),
    "an annotator": ("UPDATE annotator SET name = 'x' WHERE name = 'Consensus'", {"Max"}),
    "the consensus": (
        "INSERT INTO annotator VALUES ('y', 'Consensus', 'CO', '#000000', 'consensus', true, NULL, 1)", {"Rea", "Max"},
    ),
    "a new annotator": (
        "INSERT INTO annotator VALUES ('y', 'Eve', 'E', '#000000', 'person', true, NULL, 1)", {"Max"},
    ),
    "a speaker": ("UPDATE speaker SET note = 'x'", {"Ana", "Ben", "Rea", "Max"}),
    "a proposition": ("INSERT INTO proposition VALUES ('x', 'x', '', NULL, 1)", {"Ana", "Ben", "Rea", "Max"}),
    "a colleague's step": ("UPDATE step SET passed_over = true WHERE annotator = 'Ana'", {"Ana"}),
    "a step gone": ("DELETE FROM step", set()),
    "a step under another name": (
        "INSERT INTO step VALUES (999, 'x', 'Ana', '', 'change', NULL, NULL, false, false, NULL, NULL, 1)", {"Ana"},
    ),
    "history of a colleague": (
        "INSERT INTO journal SELECT min(number), 999, 'mark', 'x', '[]', 'insert', NULL, '{{}}' FROM step "
        "WHERE annotator = 'Ana'",
        {"Ana"},
    ),
    "kept rows": (
        "INSERT INTO removed_rows SELECT min(number), 0, 'mark', '' FROM step WHERE annotator = 'Ana'", {"Ana"},
    ),
}  # fmt: skip


def test_every_table_is_tried(team: Team) -> None:
    tried = " ".join(statement for statement, _ in STATEMENTS.values())
    assert not [name for name in Base.metadata.tables if name not in tried and name not in rights.HANGING]


@pytest.mark.parametrize("what", STATEMENTS)
def test_who_may_change(team: Team, what: str) -> None:
    statement, allowed = STATEMENTS[what]
    statement = statement.format(**team.ids)
    assert {who for who in ROLES if team.changed(who, statement) > 0} == allowed


def test_a_manager_brings_in_marks_of_who_has_no_account(team: Team) -> None:
    columns = "id, name, initials, colour, kind, imported, version"
    statement = (
        f"WITH made AS (INSERT INTO annotator ({columns}) VALUES ('guest', 'Guest', 'G', '#000000', 'person', true, 1)"
        f" RETURNING id) INSERT INTO mark ({MARK_COLUMNS}) SELECT 'x', 'claim', 'open', 1, id, 0, '', 0, '', '', 1"
        " FROM made"
    )
    assert {who for who in ROLES if team.changed(who, statement)} == set()
    with team.server.connect(team.database, "Max") as connection:
        connection.execute("SET search_path = annotator")
        with connection.transaction(force_rollback=True):
            connection.execute(
                f"INSERT INTO annotator ({columns}) VALUES ('guest', 'Guest', 'G', '#000000', 'person', true, 1)"  # type: ignore[call-overload]
            )
            done = connection.execute(
                f"INSERT INTO mark ({MARK_COLUMNS}) VALUES ('x', 'claim', 'open', 1, 'guest', 0, '', 0, '', '', 1)"  # type: ignore[call-overload]
            )
            assert done.rowcount == 1


def test_the_server_says_who_acts(team: Team) -> None:
    with team.store("Ben") as store:
        assert store.annotator == "Ben"
        with store.read() as session:
            shown = {mark.id for mark in marks_of(session, "blind")}
            assert shown == {team.ids["Ben blind"]}
            counts = {each.id: each.marks for each in article_list(session, "Ben")}
        assert counts == {"blind": 1, "open": 2}


def test_what_a_role_may_not_do_is_refused_in_a_sentence(team: Team) -> None:
    with team.store("Ben") as store:
        with pytest.raises(NotAllowed, match="Your role in the database"):
            edit_topic(store, team.ids["topic"], name="Something else")
        with pytest.raises(ChangeError, match="only Ana may change it"):
            edit_marks(store, [team.ids["Ana open"]], label="Note", note="x")
        with pytest.raises(NotAllowed, match="Your role"), store.change("By force") as session:
            session.get_one(Mark, team.ids["Ana open"]).note = "x"
        with pytest.raises(NotAllowed, match="Only the owner"):
            store.team.add("x", "Nobody", "manager")
        with pytest.raises(NotAllowed, match="A coder may not see all"):
            store.copy_to(store.beside("copy.annotator"))


def test_a_stranger_is_told_who_can_help(team: Team) -> None:
    with pytest.raises(NotAllowed, match="no member of the team"):
        team.store("Tom")


def test_names_of_any_kind_are_names(server: Server, team_database: str) -> None:
    odd, password = 'O"Brien; DROP 100% é', 'it\'s 100% \\ "secret"'
    with Store.open(server.url(team_database), "Keeper") as store:
        assert add_member(store, odd, "coder", password=password)
        assert not add_member(store, odd, "manager")
        assert [(each.login, each.role) for each in store.team.all()] == [(odd, "manager")]
    login = {"host": "127.0.0.1", "port": server.port, "dbname": team_database, "user": odd, "password": password}
    with psycopg.connect(**login) as connection:
        assert connection.execute("SELECT annotator.my_role()").fetchone() == ("manager",)
    assert "100% \\" not in (server.folder / "log").read_text(errors="replace")
    with Store.open(server.url(team_database), "Keeper") as store:
        store.team.remove(odd)
        assert store.team.all() == []
    with psycopg.connect(**login) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute("SELECT * FROM annotator.article")
    server.execute("DROP OWNED BY {}", odd, database=team_database)
    server.execute("DROP ROLE {}", odd)


def test_an_owner_who_may_make_no_roles_is_told_who_can(server: Server, team_database: str) -> None:
    server.execute("ALTER ROLE keeper NOCREATEROLE")
    try:
        with Store.open(server.url(team_database), "Keeper") as store:
            with pytest.raises(NotAllowed, match=r"Let its keeper make one named Lou, .* then add the member again"):
                add_member(store, "Lou", "coder")
            server.execute("CREATE ROLE {} LOGIN", "Lou")
            assert not add_member(store, "Lou", "coder")
    finally:
        server.execute("ALTER ROLE keeper CREATEROLE")
    server.execute("DROP OWNED BY {}", "Lou", database=team_database)
    server.execute("DROP ROLE {}", "Lou")


@pytest.mark.parametrize("login", ["pg_boss", "x" * 64, "keeper", "postgres"])
def test_names_that_stand_above_the_rules_are_refused(server: Server, team_database: str, login: str) -> None:
    with Store.open(server.url(team_database), "Keeper") as store:
        with pytest.raises((NotAllowed, ChangeError), match="database role"):
            add_member(store, login, "coder")
        assert store.team.all() == []
