"""Every command does what the contract says, and prints the keys that programs rely on."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from annotator import __version__
from annotator.actions.articles import remember_position
from annotator.cli import COMMANDS
from annotator.queries.articles import article_list
from annotator.store import Store
from tests.cli.conftest import Run


def test_the_help_names_every_command_and_the_exit_codes(annotator: Run) -> None:
    shown = annotator("--help")
    assert shown.code == 0
    assert set(COMMANDS) <= set(shown.out.split())
    assert "Exit code 0: done; 1: it ran and found trouble; 2: it could not run." in shown.out
    assert annotator("--version").out.split()[-1] == __version__


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_in_full_sentences(annotator: Run, command: str) -> None:
    shown = annotator(command, "--help")
    assert shown.code == 0
    assert shown.err == ""
    assert "." in shown.out.splitlines()[2]


def test_new_makes_a_project_without_annotators_and_refuses_to_overwrite(annotator: Run, tmp_path: Path) -> None:
    path = tmp_path / "harbour"
    made = annotator("new", path, "--json")
    assert made.code == 0
    assert made.json == {"path": f"{path}.annotator"}
    annotator("new", path).refused(2, f"{path}.annotator exists already")
    out = tmp_path / "empty.jsonl"
    annotator("export", path, "-o", out)
    kinds = [json.loads(line)["type"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert kinds == ["set", "end"]


def test_new_takes_a_codebook_and_leaves_nothing_behind_where_that_fails(annotator: Run, tmp_path: Path) -> None:
    codebook = tmp_path / "codebook.toml"
    codebook.write_text('[[topic]]\nname = "Port fees"\nkey = "p"\n', encoding="utf-8")
    assert annotator("new", tmp_path / "one", "--codebook", codebook).code == 0
    codebook.write_text('[[topic]]\nname = "Port fees"\nparent = "Nothing"\n', encoding="utf-8")
    annotator("new", tmp_path / "two", "--codebook", codebook).refused(2, str(codebook), "Nothing")
    codebook.write_text("[[topic", encoding="utf-8")
    annotator("new", tmp_path / "two", "--codebook", codebook).refused(2, str(codebook))
    annotator("new", tmp_path / "two", "--codebook", tmp_path / "none.toml").refused(2, "none.toml")
    assert not (tmp_path / "two.annotator").exists()


def test_add_says_what_became_of_each_file(annotator: Run, project: Path, article_file: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text("")
    added = annotator("add", project, article_file, empty, "--json")
    added.refused(1, str(empty))
    first, second = added.json["files"]
    assert set(first) >= {"path", "status", "articles", "reason"}
    assert (first["path"], first["status"], first["reason"]) == (str(article_file), "added", None)
    assert first["articles"][0]["title"] == "Port fees to rise"
    assert (second["status"], second["articles"]) == ("refused", [])
    assert second["reason"].endswith(".")
    again = annotator("add", project, article_file, "--json")
    assert again.code == 0
    assert [each["status"] for each in again.json["files"]] == ["present"]


def test_articles_lists_them_with_the_state_of_who_asks(annotator: Run, tagged: Path) -> None:
    listed = annotator("articles", tagged, "--json", "--by", "Ana").json["articles"]
    assert set(listed[0]) >= {
        "id", "title", "byline", "published", "source", "url", "language", "characters", "state", "marks",
    }  # fmt: skip
    assert (listed[0]["published"], listed[0]["source"], listed[0]["state"], listed[0]["marks"]) == (
        "2025-11-14",
        "dailyledger.example",
        "in_progress",
        2,
    )
    assert annotator("articles", tagged, "--json", "--by", "Ben").json["articles"][0]["state"] == "new"
    assert "Port fees to rise" in annotator("articles", tagged).out


def test_export_and_import_tell_their_counts(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "set.jsonl"
    written = annotator("export", tagged, "-o", out, "--json").json
    assert set(written) >= {"path", "format", "articles", "claims", "mentions", "passages", "loses", "sha256"}
    assert (written["format"], written["articles"], written["claims"], written["mentions"]) == (
        "native",
        1,
        1,
        1,
    )
    other = tmp_path / "other"
    annotator("new", other)
    taken = annotator("import", other, out, "--json")
    assert taken.code == 0
    assert set(taken.json["files"][0]) >= {
        "path", "format", "articles", "annotators", "claims", "mentions", "passages", "topics", "speakers",
        "same", "conflicts", "moved", "uncertain", "orphans", "refused", "ignored",
    }  # fmt: skip
    again = tmp_path / "again.jsonl"
    annotator("export", other, "-o", again)
    first, second = (
        [
            {key: value for key, value in json.loads(line).items() if key not in ("created", "generator", "sha256")}
            if json.loads(line)["type"] in ("set", "end")
            else json.loads(line)
            for line in path.read_text(encoding="utf-8").splitlines()
        ]
        for path in (out, again)
    )
    assert first == second


def test_export_can_be_narrowed_to_annotators_and_articles(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "part.jsonl"
    id_ = annotator("articles", tagged, "--json").json["articles"][0]["id"]
    assert annotator("export", tagged, "-o", out, "--annotator", "Ana", "--article", id_, "--json").json["claims"] == 1
    annotator("export", tagged, "-o", tmp_path / "x.jsonl", "--annotator", "Zoe").refused(2, "Zoe")
    annotator("export", tagged, "-o", tmp_path / "x.jsonl", "--article", "nothing").refused(2, "nothing")
    assert not (tmp_path / "x.jsonl").exists()


def test_export_can_be_narrowed_to_states_and_the_consensus(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "part.jsonl"
    assert annotator("export", tagged, "-o", out, "--state", "in_progress", "--json").json["claims"] == 1
    annotator("export", tagged, "-o", tmp_path / "x.jsonl", "--state", "finished").refused(2, "No article")
    annotator("export", tagged, "-o", tmp_path / "x.jsonl", "--state", "done").refused(2, "in_progress")
    annotator("export", tagged, "-o", tmp_path / "x.jsonl", "--consensus").refused(2, "no consensus")
    assert not (tmp_path / "x.jsonl").exists()


def test_formats_lists_readers_and_formats_with_what_they_lose(annotator: Run) -> None:
    listed = annotator("formats", "--json").json
    assert all(set(each) >= {"name", "title", "suffixes"} for each in listed["readers"])
    assert all(set(each) >= {"name", "title", "suffixes", "reads", "writes", "loses"} for each in listed["formats"])
    assert {each["name"] for each in listed["formats"]} >= {"native", "csv"}
    native = next(each for each in listed["formats"] if each["name"] == "native")
    assert (native["suffixes"], native["reads"], native["writes"], native["loses"]) == (
        [".jsonl"],
        True,
        True,
        [],
    )


def test_history_undo_and_redo_are_of_who_asks(annotator: Run, tagged: Path) -> None:
    steps = annotator("history", tagged, "--json").json["steps"]
    assert set(steps[0]) >= {"step", "label", "annotator", "at", "rows", "undone"}
    assert [each["label"] for each in steps][:2] == ["Tag mention", "Tag claim"]
    annotator("undo", tagged, "--by", "Ben").refused(1, "Ben has nothing to undo")
    undone = annotator("undo", tagged, "--by", "Ana", "--json")
    assert (undone.code, set(undone.json), undone.json["label"]) == (0, {"step", "label"}, "Tag mention")
    assert annotator("redo", tagged, "--by", "Ana", "--json").json["label"] == "Tag mention"
    annotator("redo", tagged, "--by", "Ana").refused(1, "Ana has nothing to do again")


def test_the_history_of_one_mark_holds_only_its_steps(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "set.jsonl"
    annotator("export", tagged, "-o", out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    claim = next(line["id"] for line in lines if line["type"] == "claim")
    steps = annotator("history", tagged, "--mark", claim, "--json").json["steps"]
    assert [each["label"] for each in steps] == ["Tag claim"]


def test_check_backup_and_restore_go_round(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    checked = annotator("check", tagged, "--json")
    assert checked.code == 0
    assert (checked.json["ok"], checked.json["problems"]) == (True, [])
    assert checked.json["checked"]["articles"] == 1
    assert checked.json["checked"]["marks"] == 2
    copy = tmp_path / "copy.annotator"
    assert annotator("backup", tagged, copy, "--json").json == {"path": str(copy)}
    back = tmp_path / "back.annotator"
    assert annotator("restore", copy, back, "--json").json == {"path": str(back)}
    assert annotator("articles", back, "--json").json == annotator("articles", tagged, "--json").json
    annotator("restore", copy, back).refused(2, str(back))
    annotator("backup", tagged, copy).refused(2, str(copy))


def test_check_names_what_is_wrong(annotator: Run, tagged: Path) -> None:
    with sqlite3.connect(tagged) as connection:
        connection.execute("UPDATE part SET quote = 'something else' WHERE quote LIKE 'Mira%'")
    connection.close()
    checked = annotator("check", tagged, "--json")
    checked.refused(1, str(tagged))
    assert checked.json["ok"] is False
    assert len(checked.json["problems"]) == 1


def test_who_acts_is_named_by_option_then_by_the_environment(
    annotator: Run, tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_NAME", "Ben")
    annotator("undo", tagged).refused(1, "Ben has nothing")
    assert annotator("undo", tagged, "--by", "Ana").code == 0


def test_what_cannot_be_read_back_is_not_written_when_that_is_wanted(
    annotator: Run, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "net.graphml"
    annotator("export", project, "-o", out, "--verify").refused(2, "leave out --verify")
    assert not out.exists()
    assert "as " in annotator("export", project, "-o", out).out
    assert out.exists()


# Damaged projects -------------------------------------------------------------------------------------


def test_a_backup_of_a_file_that_was_cut_off_holds_what_can_be_read(
    annotator: Run, tagged: Path, tmp_path: Path
) -> None:
    with tagged.open("r+b") as file:
        file.truncate(tagged.stat().st_size - 4096)
    copy = tmp_path / "copy.annotator"
    done = annotator("backup", tagged, copy, "--json")
    assert done.code == 1
    assert done.json == {"path": str(copy)}
    assert "damaged" in done.err
    assert [each["title"] for each in annotator("articles", copy, "--json").json["articles"]] == ["Port fees to rise"]


def test_a_file_of_which_nothing_can_be_read_leaves_no_backup(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    with tagged.open("r+b") as file:
        file.truncate(4096)
    copy = tmp_path / "copy.annotator"
    annotator("backup", tagged, copy).refused(2, "Nothing in the project can be read any more")
    assert not copy.exists()


def test_a_changed_text_is_told_by_backup_and_export_which_do_their_work(
    annotator: Run, tagged: Path, tmp_path: Path
) -> None:
    with sqlite3.connect(tagged) as connection:
        connection.execute("UPDATE article_text SET text = text || '!'")
    connection.close()
    copy, out = tmp_path / "copy.annotator", tmp_path / "set.jsonl"
    annotator("backup", tagged, copy).refused(1, "Port fees to rise", "hash differs")
    assert copy.exists()
    annotator("export", tagged, "-o", out).refused(1, "Port fees to rise", "is not the one that was stored")
    assert out.exists()


@pytest.mark.parametrize("garbage", ["article_text SET blocks = '[7]'", "part SET start = x'00'"])
def test_what_comes_of_garbage_is_told_as_damage(annotator: Run, tagged: Path, tmp_path: Path, garbage: str) -> None:
    with sqlite3.connect(tagged) as connection:
        connection.execute(f"UPDATE {garbage}")
    connection.close()
    annotator("export", tagged, "-o", tmp_path / "set.xlsx").refused(2, str(tagged), "is damaged")


def test_a_name_that_begins_like_somebodys_home_is_a_name(
    annotator: Run, tagged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tagged.rename(tmp_path / "~port fees.annotator")
    assert annotator("check", "~port fees").code == 0


@pytest.mark.parametrize(
    "garbage", ["article_text SET text = CAST(x'4d697261ff' AS TEXT)", "article_text SET blocks = '{'"]
)
def test_a_text_that_cannot_be_read_is_told_with_its_place(
    annotator: Run, tagged: Path, tmp_path: Path, garbage: str
) -> None:
    with sqlite3.connect(tagged) as connection:
        connection.execute(f"UPDATE {garbage}")
    connection.close()
    copy, out = tmp_path / "copy.annotator", tmp_path / "set.jsonl"
    annotator("backup", tagged, copy).refused(1, "Article “Port fees to rise”", "cannot be read")
    annotator("export", tagged, "-o", out).refused(2, "Article “Port fees to rise”", "cannot be read")
    assert not out.exists()


def test_the_history_says_what_it_does_not_list(annotator: Run, tagged: Path) -> None:
    with Store.open(tagged, "Ana") as store, store.read() as session:
        article = article_list(session, "Ana")[0].id
    said = "Not listed: 1 step that only note"
    assert said not in annotator("history", tagged).out
    with Store.open(tagged, "Zoe") as store:
        remember_position(store, article, 5)
    assert said in annotator("history", tagged).out
