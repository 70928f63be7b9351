"""What the command line says about the work of several annotators."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.actions.articles import set_state
from annotator.actions.planning import Proposed, carry_out
from annotator.actions.reviewing import Grounds, accept_version
from annotator.actions.sample import fill_with_sample
from annotator.actions.tagging import tag_claim
from annotator.actions.unanimous import accept_agreed
from annotator.queries.agreement import agreement
from annotator.queries.articles import article_list, article_text
from annotator.queries.disagreements import agreed, claim_groups
from annotator.store import Store
from tests import independent
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
    told = annotator("disagreements", tagged).out
    assert "2 disagreements; 0 claims unanimous." in told
    assert {f"{who})" for who in ("Ana, not Ben", "not Ana, Ben") if f"{who})" in told} == {
        "Ana, not Ben)", "not Ana, Ben)",
    }  # fmt: skip


def test_the_command_prints_what_the_contract_says(annotator: Run, tmp_path: Path) -> None:
    project = tmp_path / "demo.annotator"
    with Store.create(project, "Cleo") as store:
        fill_with_sample(store)
        with store.read() as session:
            expected = agreement(session)
            counted = [independent.values(article) for article in independent.articles(session)]
    printed = annotator("agreement", project, "--json").json
    assert printed["annotators"] == ["Ana", "Ben"]
    assert printed["articles"] == expected.articles
    assert {name: layer["value"] for name, layer in printed["layers"].items()} == {
        name: pytest.approx(figure(counted)) for name, figure in independent.MAIN.items()
    }
    tokens = printed["layers"]["tokens"]
    assert tokens["measure"] == "krippendorff_alpha_nominal"
    assert tokens["value"] == expected.layers["tokens"].value
    assert tokens["interval"] == list(expected.layers["tokens"].interval or ())
    assert tokens["undefined"] is None
    assert set(tokens["by_article"][0]) == {"article", "value", "units"}
    assert tokens["by_pair"][0]["annotators"] == ["Ana", "Ben"]
    said = annotator("agreement", project)
    assert "Tokens: Krippendorff’s α, nominal" in said.out
    assert "9 missing" in said.out


def test_agreement_refuses_names_and_articles_that_are_not_there(annotator: Run, tagged: Path) -> None:
    annotator("agreement", tagged, "--annotator", "Zoe").refused(2, "“Zoe” is no annotator of this project", "Ana")
    annotator("agreement", tagged, "--article", "none").refused(2, "There is no article none in this project")
    nothing = annotator("agreement", tagged, "--json")
    assert nothing.code == 0
    assert nothing.json["layers"]["tokens"]["undefined"]
    assert "nothing to compare" in nothing.err


def test_a_set_of_somebody_with_the_same_name_is_said_and_can_be_made_one(
    annotator: Run, tagged: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.annotator"
    annotator("new", other, "--by", "Ana")
    with Store.open(tagged, "Ana") as store, store.read() as session:
        text = article_text(session, article_list(session, "Ana")[0].id)
    (tmp_path / "a.txt").write_text(text.replace("\n", "\n\n"), encoding="utf-8")
    annotator("add", other, tmp_path / "a.txt")
    with Store.open(other, "Ana") as store:
        with store.read() as session:
            [article] = article_list(session, "Ana")
        tag_claim(store, article.id, [(0, 4)])
    annotator("export", other, "-o", tmp_path / "set.jsonl")
    dry = annotator("import", tagged, tmp_path / "set.jsonl", "--dry-run", "--json")
    assert dry.json["files"][0]["namesakes"] == ["Ana"]
    assert "“Ana” is one annotator of this project and another one of the file" in dry.err
    one = annotator("import", tagged, tmp_path / "set.jsonl", "--as", "Ana", "--json")
    assert one.json["files"][0]["namesakes"] == []
    assert one.json["files"][0]["annotators"] == 0


def test_what_is_read_blind_is_left_out_and_that_is_said(annotator: Run, tmp_path: Path) -> None:
    project, out = tmp_path / "demo.annotator", tmp_path / "set.jsonl"
    with Store.create(project, "Cleo") as store:
        fill_with_sample(store)
        with store.read() as session:
            [first, *_rest] = [each.article for each in claim_groups(session)]
        carry_out(store, [Proposed(first, "Ben", "double", True)])
        set_state(store, [first], "in_progress", by="Ben")
    sentence = "Ben reads 1 article blind: what colleagues did there is left out until finished."
    for words in (["agreement"], ["disagreements"], ["history"]):
        seen, whole = annotator(*words, project, "--json", "--by", "Ben"), annotator(*words, project, "--json")
        assert seen.code == whole.code == 0
        assert sentence in seen.err
        assert "blind" not in whole.err
        if words != ["history"]:
            assert first not in seen.out
        assert len(seen.out) < len(whole.out)
    whole = annotator("export", project, "-o", out, "--json", "--by", "Ben")
    assert "Ben reads 1 article blind: the set holds colleagues’ tags there, read it when finished." in whole.err
    assert whole.json["claims"] == annotator("export", project, "-o", out, "--json").json["claims"]
    named = annotator("export", project, "-o", out, "--json", "--by", "Ben", "--annotator", "Ana")
    assert "blind" not in named.err


def test_a_consensus_that_is_not_whole_is_said_before_it_is_written(annotator: Run, tmp_path: Path) -> None:
    project, out = tmp_path / "demo.annotator", tmp_path / "consensus.jsonl"
    with Store.create(project, "Cleo") as store:
        fill_with_sample(store)
        with store.read() as session:
            [group, *rest] = [each for each in claim_groups(session) if each.differences]
        before = annotator("export", project, "-o", out, "--json")
        assert (before.json["undecided"], before.err) == (0, "")
        accept_version(store, group.claims, group.claims[0].id, Grounds())
    left = sum(len(each.differences) for each in rest)
    written = annotator("export", project, "-o", out, "--annotator", "Consensus", "--json")
    assert written.code == 0
    assert written.json["undecided"] == left
    assert f"The consensus is not whole yet: {left} disagreements are not decided" in written.err
    lacking = written.json["unaccepted"]
    assert lacking == annotator("disagreements", project, "--json").json["unanimous"] > 0
    assert f"The consensus lacks {lacking} claims on which all agree and which nobody has accepted" in written.err
    listed = annotator("disagreements", project, "--json").json["disagreements"]
    assert sum(each["decided"] for each in listed) == len(group.differences)
    assert f"{len(group.differences)} of them decided" in annotator("disagreements", project).out
    assert annotator("export", project, "-o", out, "--annotator", "Ana", "--json").json["undecided"] == 0
    with Store.open(project, "Cleo") as store:
        for each in rest:
            accept_version(store, each.claims, each.claims[0].id, Grounds())
        with store.read() as session:
            everything = list(agreed(claim_groups(session)))
        accept_agreed(store, everything)
    whole = annotator("export", project, "-o", out, "--annotator", "Consensus", "--json")
    assert (whole.json["undecided"], whole.json["unaccepted"], whole.err) == (0, 0, "")
