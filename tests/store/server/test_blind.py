"""What a coder who reads blind can find out of colleagues' work with plain SQL and by the program: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from psycopg import sql
from sqlalchemy import JSON, Boolean

from annotator.actions.exchange import export_set, import_sets
from annotator.actions.tagging import delete_marks, tag_claim
from annotator.model import Base, Mark, Progress, Speaker
from annotator.queries.check import problems
from annotator.queries.history import history
from annotator.queries.marks import marks_of
from annotator.records import Changes
from annotator.store import Store
from annotator.store.server import rights
from tests.sample_articles import add_articles, article_record, span
from tests.store.server.members import SECRET, Team

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
    # By their numbers: whose rows they have, the journal does not tell to all.
    "step": "number = ANY ('{told}')",
    "progress": "annotator_id = '{Ana}' AND article_id = 'blind'",
    "removed_rows": "step IN (SELECT number FROM step WHERE annotator = 'Ana')",
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


def test_the_rules_tell_nothing_to_who_asks_them_by_hand(team: Team) -> None:
    [told, *_] = team.ids["told"].strip("{}").split(",")
    for asked in (
        f"is_step_of({told}, 'Ana')",
        f"is_shown_remark('{team.ids['Ana blind']}', '{team.ids['Ana']}', '{{}}')",
        f"is_shown_remark('{team.ids['Ana blind']}', '{team.ids['Ben']}', '{{}}')",
        f"is_shown_step({told}, 'batch', NULL, NULL, '{{}}')",
        f"is_shown_step({told}, 'change', NULL, NULL, '{{}}')",
    ):
        assert team.ask("Ben", f"SELECT {asked}") == [(False,)], asked


def comparable(name: str) -> list[str]:
    """The columns that a condition can look at before the rule does."""
    columns = Base.metadata.tables[name].columns
    kinds = JSON | Boolean
    return [each.name for each in columns if each.name not in rights.PLACES and not isinstance(each.type, kinds)]


@pytest.mark.parametrize("name", sorted(set(OF_ANA_BLIND) - {"journal", "removed_rows"}))
def test_plans_tell_nothing_of_what_hidden_rows_say(team: Team, name: str) -> None:
    """PostgreSQL goes the same way for a value that stands in a hidden row and for one that stands nowhere."""
    team.server.execute("ANALYZE", database=team.database)
    hidden = OF_ANA_BLIND[name].format(**team.ids)
    ways = [f'SELECT * FROM "{name}"']
    if "DELETE" in rights.GRANTS["coder"].get(name, ""):
        ways.append(f'DELETE FROM "{name}"')
    tried = 0
    for column in comparable(name):
        said = f'SELECT "{column}" FROM "{name}" WHERE {hidden} AND "{column}" IS NOT NULL'
        for (there,) in team.ask("keeper", said):
            nowhere = there + 100000 if isinstance(there, int) else f"{there}~"
            for what in [f'{way} WHERE {hidden} AND "{column}" {how} ' for way in ways for how in ("=", ">=")]:
                assert plan(team, what, there) == plan(team, what, nowhere), what
                tried += 1
    assert tried or name in ("claim_speaker", "claim_topic")


def plan(team: Team, what: str, value: object) -> list[str]:
    """How PostgreSQL went about it for Ben; the lines that only repeat the conditions are left out."""
    with team.server.connect(team.database, "Ben") as connection, connection.transaction(force_rollback=True):
        connection.execute("SET search_path = annotator")
        asked = sql.SQL("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) ") + sql.SQL(what) + sql.Literal(value)  # type: ignore[arg-type]
        return [row for (row,) in connection.execute(asked) if not row.strip().startswith(("Filter:", "Index Cond:"))]


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


def test_a_blind_coder_hears_what_is_not_hidden_of_a_hidden_step(team: Team) -> None:
    with team.store("Ana") as ana, team.store("Ben") as ben:
        gone = tag_claim(ana, "open", [span("The study")])
        news: list[Changes] = []
        ben.poll()
        ben.subscribe(news.append)
        delete_marks(ana, [gone])
        ben.poll()
        assert [each.ids("mark") for each in news] == [{gone}]
        news.clear()
        with ana.change("Tag claim") as session:
            session.add(Speaker(id="Jonas", name="Jonas Albrecht", kind="person", note=""))
            session.get_one(Mark, team.ids["Ana blind"]).note = "by Jonas"
        ben.poll()
        assert [(each.label, each.everything, dict(each.rows)) for each in news] == [
            ("", False, {"speaker": {"Jonas"}})
        ]
        ana.undo()


def test_the_history_of_a_blind_coder_names_no_step_in_the_blind_article(team: Team) -> None:
    def seen(who: str) -> set[int]:
        with team.store(who) as store, store.read() as session:
            assert list(problems(session)) == []
            return {each.step for each in history(session)}

    told = {int(number) for number in team.ids["told"].strip("{}").split(",")}
    assert told
    assert seen("Ben").isdisjoint(told)
    assert told <= seen("Ana") & seen("Rea") & seen("Max")
    with team.store("Ana") as ana, team.store("Ben") as ben:
        hidden = tag_claim(ana, "blind", [span("The study")])
        # Numbers go on all the same, and undo finds the own steps.
        own = tag_claim(ben, "open", [span("The study")])
        assert ben.undo()["label"] == "Tag claim"
        with ben.read() as session:
            assert session.get(Mark, own) is None
        delete_marks(ana, [hidden])


def test_an_import_into_a_blind_article_is_hidden_from_its_blind_coder(team: Team, tmp_path: Path) -> None:
    with Store.create(tmp_path / "other", "Guest") as other:
        add_articles(other, [article_record("blind")], source="articles")
        tag_claim(other, "blind", [span("Two ships a month")])
        export_set(other, tmp_path / "set.jsonl")
    with team.store("Max") as max_, team.store("Ben") as ben:
        labels: list[list[str]] = []
        for act in (lambda: import_sets(max_, [tmp_path / "set.jsonl"]), max_.undo, max_.redo, max_.undo):
            act()
            with ben.read() as session:
                labels.append([each.label for each in history(session) if each.annotator == "Max"])
        assert labels == [[], [], [], []]


def test_there_is_nothing_else_that_could_tell(team: Team) -> None:
    """No view, sequence or second table that the rules do not speak of, and no word in the call to look."""
    query = "SELECT relname FROM pg_class WHERE relnamespace = 'annotator'::regnamespace AND relkind NOT IN ('r', 'i')"
    assert team.server.execute(query, database=team.database) == []
    with team.server.connect(team.database, "Ben") as connection, team.store("Ana") as ana:
        connection.execute("LISTEN annotator")
        delete_marks(ana, [tag_claim(ana, "blind", [span("The study")])])
        called = list(connection.notifies(timeout=5, stop_after=1))
        assert {each.payload for each in called} == {""}


def test_finishing_shows_what_was_hidden(team: Team) -> None:
    with team.store("Ben") as store:
        news = []
        store.subscribe(news.append)
        with store.change("Finish") as session:
            session.get_one(Progress, ("blind", team.ids["Ben"])).state = "finished"
        assert [each.everything for each in news] == [True]
        with store.read() as session:
            assert team.ids["Ana blind"] in {mark.id for mark in marks_of(session, "blind")}
            assert {int(number) for number in team.ids["told"].strip("{}").split(",")} <= {
                each.step for each in history(session)
            }
        store.undo()
        with store.read() as session:
            assert team.ids["Ana blind"] not in {mark.id for mark in marks_of(session, "blind")}
