"""What the command line says about the work of several annotators."""

from __future__ import annotations

from pathlib import Path

from annotator.actions.tagging import tag_claim
from annotator.queries.articles import article_list
from annotator.store import Store
from tests.cli.conftest import Run


def test_disagreements_are_listed_worst_first(annotator: Run, tagged: Path) -> None:
    with Store.open(tagged, "Ana") as store, store.read() as session:
        [article] = article_list(session, "Ana")
    nothing = annotator("disagreements", tagged, "--json")
    assert (nothing.code, nothing.json) == (0, {"disagreements": [], "unanimous": 0})
    assert "No two persons worked on the same article yet" in nothing.err
    with Store.open(tagged, "Ben") as store:
        tag_claim(store, article.id, [(0, 5)])
    listed = annotator("disagreements", tagged, "--json").json
    assert listed["unanimous"] == 0
    assert [
        (each["article"], each["kind"], each["annotators"], each["severity"]) for each in listed["disagreements"]
    ] == [
        (article.id, "missing", ["Ana", "Ben"], 1.0),
        (article.id, "missing", ["Ana", "Ben"], 1.0),
    ]
    assert all(len(each["marks"]) == 1 for each in listed["disagreements"])
    assert "2 disagreements; 0 claims unanimous." in annotator("disagreements", tagged).out
