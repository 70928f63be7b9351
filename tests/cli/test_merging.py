"""Merging copies by the command line."""

from __future__ import annotations

import shutil
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
    assert "took in 0 articles, 0 claims" in annotator("merge", tagged, copy).out
    assert annotator("history", tagged, "--json").json["steps"][0]["label"] == "Merge copy.annotator"
    assert annotator("undo", tagged, "--by", "Ana").code == 0
    assert annotator("check", tagged).code == 0


def test_a_copy_of_another_project_is_refused(annotator: Run, tagged: Path, tmp_path: Path) -> None:
    annotator("new", tmp_path / "other")
    annotator("merge", tagged, tmp_path / "other").refused(1, "is no copy of this project but another one", "import")
    annotator("merge", tagged, tmp_path / "nothing").refused(1, "There is no project at")
    annotator("merge", tmp_path / "nothing", tagged).refused(2, "There is no project at")
