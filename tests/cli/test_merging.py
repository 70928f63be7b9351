"""Merging copies by the command line."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.actions.tagging import tag_claim
from annotator.queries.articles import article_list
from annotator.store import Store
from tests.cli.conftest import Run


def test_a_copy_is_merged_after_a_dry_run(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(tagged, tmp_path / "copy.annotator"))
    with Store.open(copy, "Ben") as store:
        with store.read() as session:
            [article] = article_list(session, "Ben")
        tag_claim(store, article.id, [(0, 4)])
    dry = annotator("merge", tagged, copy, "--dry-run", "--json")
    assert dry.code == 0
    [planned] = dry.json["files"]
    assert (planned["path"], planned["format"], planned["claims"], planned["annotators"]) == (
        str(copy),
        "project",
        1,
        1,
    )
    merged = annotator("merge", tagged, copy, "--json", "--by", "Ana")
    assert merged.json == dry.json
    assert annotator("merge", tagged, copy, "--json").json["files"][0]["only_there"] == 0
    again = annotator("merge", tagged, copy).out
    assert "took in nothing; of all records" in again
    assert "the same in both" in again
    assert " 0 " not in again
    assert annotator("history", tagged, "--json").json["steps"][0]["label"] == "Merge the copy copy.annotator"
    assert annotator("undo", tagged, "--by", "Ana").code == 0
    assert annotator("check", tagged).code == 0


def test_a_copy_of_another_project_is_refused(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    annotator("new", tmp_path / "other")
    annotator("merge", tagged, tmp_path / "other").refused(1, "is no copy of this project but another one", "import")
    annotator("merge", tagged, tmp_path / "nothing").refused(1, "There is no project at")
    annotator("merge", tmp_path / "nothing", tagged).refused(2, "There is no project at")


def test_people_of_one_name_are_said_and_can_be_made_one(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(tagged, tmp_path / "copy.annotator"))
    for path, words in ((tagged, (0, 4)), (copy, (5, 9))):
        with Store.open(path, "Zoe") as store:
            with store.read() as session:
                [article] = article_list(session, "Zoe")
            tag_claim(store, article.id, [words])
    apart = annotator("merge", tagged, copy, "--dry-run", "--json")
    assert "“Zoe” is one annotator here and another one in the copy; they are kept apart." in apart.err
    assert "merge with --same “Zoe”" in apart.err
    assert apart.json["files"][0]["annotators"] == 1
    one = annotator("merge", tagged, copy, "--same", "Zoe", "--json")
    assert (one.code, one.err, one.json["files"][0]["annotators"]) == (0, "", 0)


def test_a_newer_copy_is_refused_with_a_way(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(tagged, tmp_path / "copy.annotator"))
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version=999")
    annotator("merge", tagged, copy).refused(
        1,
        "newer version of Annotator",
        "update the program",
        "exported there as an annotation set, and import that here",
    )
