"""Every command of the command line on a project that lies on a server, and moving it there and back."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from annotator.actions.team import digest
from annotator.store import Store
from tests.cli.conftest import Run, process
from tests.server import Server


def lines(path: Path) -> list[str]:
    """The lines of a native set that do not speak of the moment it was made."""
    return [
        line for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line)["type"] not in ("set", "end")
    ]


@pytest.fixture
def empty(server: Server) -> str:
    """The URL of a database that holds no project."""
    return server.url(server.new_database())


def test_every_command_works_on_a_url(empty: str, article_file: Path, tmp_path: Path, annotator: Run) -> None:
    assert annotator("new", empty, "--sample", "--json").json == {"path": empty}
    annotator("new", empty).refused(2, "There is a project in the database")
    assert annotator("add", empty, article_file, "--json").json["files"][0]["status"] == "added"
    listed = annotator("articles", empty, "--by", "Ana", "--json").json["articles"]
    assert "Port fees to rise" in [each["title"] for each in listed]
    out = tmp_path / "set.jsonl"
    assert annotator("export", empty, "-o", out).code == 0
    again = annotator("import", empty, out, "--json")
    assert again.code == 0, again
    steps = annotator("history", empty, "--json").json["steps"]
    assert steps[0]["step"] == len(steps)
    taken = annotator("undo", empty, "--json")
    assert taken.code == 0, taken
    assert annotator("redo", empty, "--json").json["label"] == taken.json["label"]
    checked = annotator("check", empty, "--json").json
    assert checked["ok"]
    assert checked["checked"]["marks"]
    assert annotator("agreement", empty, "--json").json["annotators"]
    assert annotator("disagreements", empty, "--json").json["disagreements"]
    copy = tmp_path / "copy.annotator"
    assert annotator("backup", empty, copy).code == 0
    merged = annotator("merge", empty, copy, "--json")
    assert merged.code == 0, merged
    assert merged.json["files"][0]["conflicts"] == []


def test_a_project_moves_to_a_server_and_back(tagged: Path, empty: str, tmp_path: Path, annotator: Run) -> None:
    assert annotator("move", tagged, empty, "--json").json == {"path": empty}
    back = tmp_path / "back.annotator"
    assert annotator("move", empty, back, "--json").json == {"path": str(back)}
    with Store.open(tagged, "Ana") as one, Store.open(empty, "Ana") as two, Store.open(back, "Ana") as three:
        assert digest(one) == digest(two) == digest(three)
        assert one.project_id == two.project_id == three.project_id
    sets = []
    for number, place in enumerate((tagged, empty, back)):
        out = tmp_path / f"{number}.jsonl"
        assert annotator("export", place, "-o", out).code == 0
        sets.append(lines(out))
    assert sets[0] == sets[1] == sets[2]
    assert annotator("check", back).code == 0
    # The history came along: the last step can be undone where it is now.
    assert annotator("undo", back, "--by", "Ana", "--json").json["label"] == "Tag mention"
    annotator("move", tagged, empty).refused(2, "There is a project in the database")
    annotator("move", tagged, back).refused(2, "exists already")


def test_a_backup_of_a_server_is_a_file_and_comes_back(
    tagged: Path, empty: str, server: Server, tmp_path: Path, annotator: Run
) -> None:
    annotator("move", tagged, empty)
    copy, other = tmp_path / "copy.annotator", server.url(server.new_database())
    assert annotator("backup", empty, copy, "--json").json == {"path": str(copy)}
    assert annotator("check", copy).code == 0
    before = copy.read_bytes()
    assert annotator("restore", copy, other, "--json").json == {"path": other}
    assert copy.read_bytes() == before
    with Store.open(tagged, "Ana") as one, Store.open(other, "Ana") as two:
        assert digest(one) == digest(two)


def test_members_come_and_go(empty: str, server: Server, annotator: Run) -> None:
    annotator("new", empty)
    made = annotator("team", "add", empty, "Lea Novak", "--role", "coder", "--json")
    assert made.json == {"name": "Lea Novak", "role": "coder", "new": True}
    assert not annotator("team", "add", empty, "Lea Novak", "--role", "reviewer", "--json").json["new"]
    listed = annotator("team", "list", empty, "--json").json
    assert listed == {"members": [{"name": "Lea Novak", "login": "Lea Novak", "role": "reviewer"}]}
    theirs = empty.replace("keeper@", "Lea%20Novak@")
    annotator("team", "list", theirs).refused(2, "Only the owner")
    assert annotator("articles", theirs).code == 0
    assert annotator("check", theirs).code == 0
    annotator("articles", theirs, "--by", "Somebody").refused(2, "Lea Novak")
    assert annotator("team", "remove", empty, "Lea Novak").code == 0
    annotator("articles", theirs).refused(2, "no member of the team")
    annotator("team", "remove", empty, "Lea Novak").refused(1, "no member")
    server.execute("DROP OWNED BY {}", "Lea Novak", database=empty.split("/")[3].split("?")[0])
    server.execute("DROP ROLE {}", "Lea Novak")


def test_a_members_password_comes_by_standard_input(empty: str, server: Server, annotator: Run) -> None:
    annotator("new", empty)
    words = ["team", "add", empty, "Kim", "--role", "coder", "--password-stdin"]
    running = process(words, stdin=subprocess.PIPE)
    out, err = running.communicate("a harbour at 5\n", timeout=60)
    assert running.returncode == 0, err
    assert "a harbour" not in out + err
    database = empty.split("/")[3].split("?")[0]
    theirs = f"postgresql+psycopg://Kim:a%20harbour%20at%205@127.0.0.1:{server.port}/{database}"
    shown = annotator("articles", theirs)
    assert shown.code == 0, shown
    assert annotator("history", theirs, "--by", "Kim").code == 0
    server.execute("DROP OWNED BY {}", "Kim", database=database)
    server.execute("DROP ROLE {}", "Kim")


def test_a_team_needs_a_server(tagged: Path, annotator: Run) -> None:
    annotator("team", "list", tagged).refused(2, "A project in a file has no team")
    annotator("team", "add", "Ana", "--role", "coder").refused(2, "Name the team’s database")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("127.0.0.1", "no-such-host.invalid"), "There is no computer called no-such-host.invalid"),
        (("PORT", "1"), "Nothing answers on 127.0.0.1, port 1"),
        (("sesame", "wrong-password"), "password"),
        (("DATABASE", "nowhere"), "There is no database nowhere"),
        (("DATABASE", "postgres"), "There is no Annotator project"),
        (("DATABASE", "DATABASE?sslmode=require"), "The server on 127.0.0.1 does not encrypt its connections"),
        (("postgresql+psycopg", "mysql"), "not with mysql"),
        (("/DATABASE", ""), "does not name a database"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[1] or "none",
)
def test_what_is_wrong_is_said_in_words(
    server: Server, team_database: str, annotator: Run, change: tuple[str, str], sentence: str
) -> None:
    server.execute("ALTER ROLE keeper PASSWORD 'sesame'")
    url = "postgresql+psycopg://keeper:sesame@127.0.0.1:PORT/DATABASE".replace(*change)
    url = url.replace("PORT", str(server.port)).replace("DATABASE", team_database)
    told = annotator("articles", url)
    told.refused(2, sentence)
    assert "wrong-password" not in told.err
    assert "sesame" not in told.err


def test_a_project_of_a_newer_version_is_left_alone(server: Server, server_template: str, annotator: Run) -> None:
    team_database = server.new_database(server_template)
    server.execute("UPDATE annotator.alembic_version SET version_num = '9999'", database=team_database)
    annotator("articles", server.url(team_database)).refused(2, "newer version of Annotator", "Nothing was changed")
