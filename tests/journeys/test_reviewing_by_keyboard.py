"""Stories in a real window: a reviewer decides every disagreement by keyboard alone, and the consensus goes out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from annotator.actions.sample import fill_with_sample
from annotator.queries.check import problems
from annotator.queries.disagreements import claim_groups
from annotator.queries.review_queue import undecided
from annotator.queries.reviews import reviews_on
from annotator.records import ArticleRecord
from annotator.store import Store
from tests.journeys.real_display import Environment, free_display, real_window, run, until
from tests.reviewed import ANSWER, CHANNEL, SHIPS, disagree
from tests.sample_articles import TEXT, add_articles, article_record

pytestmark = pytest.mark.real_window


@pytest.fixture
def display() -> Iterator[Environment]:
    with free_display("Cleo") as environment:
        yield environment


@pytest.fixture
def two_articles(store: Store) -> Path:
    """Two articles on each of which Ana and Ben differ twice; each has one claim on which they agree."""
    records: list[ArticleRecord] = [article_record(each, TEXT, f"Article {each}") for each in ("1", "2")]
    add_articles(store, records, source="two articles")
    for record in records:
        disagree(store, record.id)
    return store.path


def test_every_disagreement_is_decided_by_keys_and_the_consensus_exported(
    display: Environment, two_articles: Path, tmp_path: Path
) -> None:
    with real_window(display, two_articles, tmp_path / "window.log") as window:
        begun = len(window.labels())

        # The window is there before the queue is; keys that come too early have nothing to act on.
        def taken() -> bool:
            window.press("F6", "a")
            return len(window.labels()) > begun

        until(taken, "the queue takes keys")
        begun = len(window.labels())
        # The other boundary: Ben's version; then a claim that Ana alone has: none.
        window.press("2", "a")
        until(lambda: len(window.labels()) == begun + 1, "the second boundary is decided")
        window.press("r")
        until(lambda: window.labels()[0] == "Reject versions", "the first lone claim is rejected")
        # The last one: amended, with cause and reason asked before.
        window.press("shift+e", "0")
        window.type("One word less")
        window.press("Return")
        until(lambda: window.labels()[0] == "Amend version", "the second lone claim is amended")
        window.come_to_front()
        window.press("Escape")
        # What all agree on, from the palette; Enter takes what the preview shows.
        window.press("ctrl+k")
        window.type("Accept what all")
        window.press("Return")

        def accepted() -> bool:
            window.press("Return")
            return window.labels()[0] == "Accept 2 unanimous claims"

        until(accepted, "what all agree on is in the consensus")
    out = tmp_path / "consensus.jsonl"
    words = ("export", str(two_articles), "-o", str(out), "--annotator", "Consensus")
    run(display, sys.executable, "-m", "annotator", *words)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    claims = [line for line in lines if line["type"] == "claim"]
    assert sorted(claim["parts"][0]["quote"] for claim in claims) == sorted(
        [CHANNEL, CHANNEL, SHIPS, "Two ships a month", ANSWER]
    )
    assert all(claim["origins"] for claim in claims)
    mentions = {line["id"] for line in lines if line["type"] == "mention"}
    assert {said["mention"] for claim in claims for said in claim["speakers"]} == mentions
    whole = tmp_path / "all.jsonl"
    run(display, sys.executable, "-m", "annotator", "export", str(two_articles), "-o", str(whole))
    reviews = [json.loads(line) for line in whole.read_text(encoding="utf-8").splitlines() if '"type":"review"' in line]
    [amended] = [review for review in reviews if review["verdict"] == "amended"]
    assert (amended["cause"], amended["reason"]) == ("judgement", "One word less")
    assert len(reviews) == 10
    checked = run(display, sys.executable, "-m", "annotator", "check", str(two_articles), "--json")
    assert json.loads(checked)["ok"]


def test_the_whole_sample_is_reviewed_by_keys_and_the_consensus_exported(
    display: Environment, project: Path, tmp_path: Path
) -> None:
    with Store.open(project, "Cleo") as store:
        fill_with_sample(store)
        with store.read() as session:
            groups = [group for group in claim_groups(session) if group.differences]

    def left() -> int:
        with Store.open(project, "Cleo") as store, store.read() as session:
            return undecided(session).disagreements

    keys = cycle([("a",), ("2", "a"), ("r",), ("1", "a")])
    out = project.with_suffix(".jsonl")
    with real_window(display, project, tmp_path / "window.log") as window:
        window.press("F6")
        before = begun = left()
        assert begun == sum(len(group.differences) for group in groups) > 50
        while before:
            # A key that comes before the versions are there decides nothing.
            window.press(*next(keys))
            until(lambda last=before: left() < last or window.press("a"), "one more is decided")  # type: ignore[misc]
            before = left()
        window.press("ctrl+e")
        until(lambda: window.dialog("Export"), "the dialog is there")
        # From the button over the format to whose tags: the consensus alone.
        window.press("Tab", "Tab", "Down", "Return")
        until(out.is_file, "the consensus is written")
        window.come_to_front()
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["type"] == "end"
    [consensus] = [line["id"] for line in lines if line["type"] == "annotator"]
    claims = [line for line in lines if line["type"] == "claim"]
    assert {claim["annotator"] for claim in claims} == {consensus}
    versions = {claim.id for group in groups for claim in group.claims}
    assert {origin for claim in claims for origin in claim["origins"]} <= versions
    with Store.open(project, "Cleo") as store, store.read() as session:
        verdicts = reviews_on(session, versions)
        assert verdicts.keys() == versions
        taken = {id_ for id_, given in verdicts.items() if given[0].verdict == "accepted"}
        assert len(claims) == len(taken)
        assert list(problems(session)) == []
