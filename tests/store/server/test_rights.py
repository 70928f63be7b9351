"""Rights kept by the server: each role tries, with plain SQL, to read and write what it may not.

One project for all: Ana and Ben code, blind on the first article; Rea reviews; Max manages; Tom has an
account on the server and is no member. Ana has finished the first article, Ben has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import insert

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import delete_marks, edit_marks, tag_claim
from annotator.actions.team import add_member
from annotator.actions.topics import edit_topic, make_topic
from annotator.errors import ChangeError, NotAllowed
from annotator.model import Assignment, Base, Comment, Mark, Progress, Review
from annotator.queries.articles import article_list
from annotator.queries.marks import marks_of
from annotator.records import Changes
from annotator.store import Store
from annotator.store.server import rights
from tests.sample_articles import add_articles, article_record, span
from tests.server import Server

ROLES = {"Ana": "coder", "Ben": "coder", "Rea": "reviewer", "Max": "manager"}
MARK_COLUMNS = "id, kind, article_id, revision, annotator_id, start, note, codebook, created, updated, version"
SECRET = "a secret of Ana's"


@dataclass
class Team:
    """The project and what lies in it."""

    server: Server
    database: str
    ids: dict[str, str]

    def store(self, who: str) -> Store:
        return Store.open(self.server.url(self.database, who), "nobody else")

    def ask(self, who: str, query: str) -> list[tuple[object, ...]]:
        """What plain SQL gives under that name."""
        with self.server.connect(self.database, who) as connection:
            connection.execute("SET search_path = annotator")
            return connection.execute(query).fetchall()  # type: ignore[call-overload,no-any-return]

    def changed(self, who: str, statement: str) -> int:
        """How many rows a statement changes, before it is taken back; 0 where it is not allowed."""
        with self.server.connect(self.database, who) as connection:
            connection.execute("SET search_path = annotator")
            try:
                with connection.transaction(force_rollback=True):
                    return connection.execute(statement).rowcount  # type: ignore[call-overload,no-any-return]
            except (errors.InsufficientPrivilege, errors.ForeignKeyViolation):
                return 0


@pytest.fixture(scope="module")
def team(server: Server, server_template: str) -> Iterator[Team]:
    """The project with its five people."""
    name = server.new_database(server_template)
    ids: dict[str, str] = {}
    with Store.open(server.url(name), "Keeper") as store:
        add_articles(store, [article_record("blind"), article_record("open")], source="articles")
        for member, role in ROLES.items():
            add_member(store, member, role)  # type: ignore[arg-type]
        ids["topic"] = make_topic(store, "Port fees")
        ids["speaker"] = make_speaker(store, "Mira Okafor")
        with store.read() as session:
            found = {row.name: row.id for row in session.execute(Base.metadata.tables["annotator"].select())}
        ids |= {who: found[who] for who in ROLES}
        with store.change("Consensus") as session:
            session.connection().execute(
                insert(Base.metadata.tables["annotator"]),
                [{"id": "consensus", "name": "Consensus", "initials": "CO", "colour": "#000000", "kind": "consensus",
                  "imported": True, "version": 1, "batch": None}],
            )  # fmt: skip
            for who in ("Ana", "Ben"):
                session.add(Assignment(article_id="blind", annotator_id=ids[who], purpose="double", blind=True))
    for who in ("Ana", "Ben"):
        with Store.open(server.url(name, who), who) as store:
            for article in ("blind", "open"):
                mark = tag_claim(store, article, [span("Two ships a month")], cue=[span("said")], note=SECRET)
                ids[f"{who} {article}"] = mark
                edit_marks(store, [mark], label="Note", note=f"{SECRET}, later")
                with store.change("Comment") as session:
                    session.add(
                        Comment(id=f"{who} {article}", target=mark, reply_to=None, annotator_id=ids[who],
                                text=SECRET, created="2025-11-24T10:00:00Z")
                    )  # fmt: skip
            with store.change("Progress") as session:
                state = "finished" if who == "Ana" else "in_progress"
                session.add(Progress(article_id="blind", annotator_id=ids[who], state=state))
    with Store.open(server.url(name, "Rea"), "Rea") as store, store.change("Review") as session:
        for who in ("Ana", "Ben"):
            session.add(
                Review(id=f"of {who}", target=ids[f"{who} blind"], annotator_id=ids["Rea"], verdict="accepted",
                       reason=SECRET, created="2025-11-24T10:00:00Z")
            )  # fmt: skip
    server.execute("CREATE ROLE {} LOGIN", "Tom")
    yield Team(server, name, ids)
    server.drop_database(name)
    for who in (*ROLES, "Tom"):
        server.execute("DROP ROLE {}", who)


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


# Where a table tells of a colleague's marks in the blind article: a condition that picks those rows.
OF_ANA_BLIND = {
    "mark": "id = '{Ana blind}'",
    "part": "mark_id = '{Ana blind}'",
    "claim_speaker": "mark_id = '{Ana blind}'",
    "claim_topic": "mark_id = '{Ana blind}'",
    "comment": "target = '{Ana blind}'",
    "review": "target = '{Ana blind}'",
    "journal": "record IN ('{Ana blind}', 'Ana blind', 'of Ana') OR (record = 'blind' AND step IN "
    "(SELECT number FROM step WHERE annotator = 'Ana'))",
    "progress": "annotator_id = '{Ana}' AND article_id = 'blind'",
    "removed_rows": "true",
}


@pytest.mark.parametrize("name", sorted(OF_ANA_BLIND))
def test_a_blind_coder_reads_nothing_of_a_colleagues_work(team: Team, name: str) -> None:
    condition = OF_ANA_BLIND[name].format(**team.ids)
    query = f"SELECT count(*) FROM {name} WHERE {condition}"
    there = int(str(team.ask("keeper", query)[0][0]))
    assert there or name in ("claim_speaker", "claim_topic", "removed_rows")
    assert team.ask("Ben", query) == [(0,)]
    for who in ("Ana", "Rea", "Max"):
        assert team.ask(who, query) == [(there,)]


def test_no_row_of_any_table_holds_the_secret_for_a_blind_coder(team: Team) -> None:
    own = {team.ids["Ben blind"], team.ids["Ben open"], "Ben blind", "Ben open", "of Ben"}
    shown = {team.ids["Ana open"], "Ana open"}
    for name in Base.metadata.tables:
        for (row,) in team.ask("Ben", f'SELECT t::text FROM "{name}" t'):
            if SECRET.replace("'", "''") in str(row) or SECRET in str(row):
                assert any(each in str(row) for each in own | shown), (name, row)
                assert team.ids["Ana blind"] not in str(row)


def test_what_is_not_blind_is_seen(team: Team) -> None:
    seen = f"SELECT count(*) FROM mark WHERE id = '{team.ids['Ana open']}'"
    assert team.ask("Ben", seen) == [(1,)]
    # Ana has finished: she sees what Ben did in the article that she read blind.
    assert team.ask("Ana", f"SELECT count(*) FROM mark WHERE id = '{team.ids['Ben blind']}'") == [(1,)]


def test_statistics_give_nothing_away(team: Team) -> None:
    team.server.execute("ANALYZE", database=team.database)
    query = "SELECT count(*) FROM pg_stats WHERE tablename IN ('mark', 'part', 'journal', 'comment', 'review')"
    assert team.ask("keeper", query) != [(0,)]
    assert team.ask("Ben", query) == [(0,)]


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


def test_a_blind_coder_hears_nothing_of_what_is_hidden(team: Team) -> None:
    with team.store("Ana") as ana, team.store("Ben") as ben:
        news: list[Changes] = []
        ben.subscribe(news.append)
        hidden = tag_claim(ana, "blind", [span("The study")])
        ben.poll()
        assert news == []
        shown = tag_claim(ana, "open", [span("The study")])
        ben.poll()
        assert [(each.everything, each.ids("mark")) for each in news] == [(False, {shown})]
        delete_marks(ana, [hidden, shown])


def test_finishing_shows_what_was_hidden(team: Team) -> None:
    with team.store("Ben") as store:
        news = []
        store.subscribe(news.append)
        with store.change("Finish") as session:
            session.get_one(Progress, ("blind", team.ids["Ben"])).state = "finished"
        assert [each.everything for each in news] == [True]
        with store.read() as session:
            assert team.ids["Ana blind"] in {mark.id for mark in marks_of(session, "blind")}
        store.undo()
        with store.read() as session:
            assert team.ids["Ana blind"] not in {mark.id for mark in marks_of(session, "blind")}


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
