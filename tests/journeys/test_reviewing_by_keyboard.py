"""One story in a real window: a reviewer decides every disagreement by keyboard alone, and the consensus goes out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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
