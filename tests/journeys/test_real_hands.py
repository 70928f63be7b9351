"""Twenty sentences tagged in a real window: by the keyboard alone, and by the mouse alone, every key counted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.actions.articles import add_articles
from annotator.actions.codebook_files import take_codebook
from annotator.actions.speakers import make_speaker
from annotator.queries.articles import article_list
from annotator.queries.marks import marks_of
from annotator.queries.registry import speakers, topics
from annotator.records import ClaimRecord
from annotator.store import Store
from tests.journeys.articles import CODEBOOK
from tests.journeys.harbour_day import CLAIMS, SENTENCES, SPEAKERS, Claim, article_file

pytestmark = pytest.mark.real_window
MOST_KEYS = 7
"""For content, a known speaker and a known topic; a stance is one more."""


@pytest.fixture
def harbour(project: Path, tmp_path: Path) -> Path:
    """A project with the article, its speakers and its topics, and nothing tagged."""
    codebook = tmp_path / "codebook.toml"
    codebook.write_text(CODEBOOK.replace('name = "Labour"', 'name = "Labour"\nkey = "l"'), encoding="utf-8")
    with Store.open(project, "Ana") as store:
        add_articles(store, [article_file(tmp_path)])
        take_codebook(store, codebook)
        for name in SPEAKERS:
            make_speaker(store, name)
    return project


def tagged(project: Path) -> list[Claim]:
    """The claims in the database, in the order of the text."""
    with Store.open(project, "Ana") as store, store.read() as session:
        named = {each.id: each.name for each in speakers(session)}
        about = {each.id: each.name for each in topics(session)}
        marks = marks_of(session, article_list(session, "Ana")[0].id)
    claims = sorted((each for each in marks if isinstance(each, ClaimRecord)), key=lambda each: each.parts[0].start)
    return [
        Claim(SENTENCES.index(each.parts[0].quote), named[each.speakers[0].speaker or ""], about[t.topic], t.stance)
        for each in claims
        for t in each.topics
    ]


def run(way: str, project: Path, display: dict[str, str]) -> dict[str, list[int]]:
    words = [sys.executable, "-m", "tests.journeys.real_hands", way, str(project)]
    done = subprocess.run(words, env=display, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, list[int]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_by_the_keyboard_alone_in_seven_keys_a_claim_and_one_for_a_stance(
    display: dict[str, str], harbour: Path
) -> None:
    told = run("keyboard", harbour, display)
    assert tagged(harbour) == list(CLAIMS)
    assert told["clicks"] == 0
    for claim, keys in zip(CLAIMS, told["counted"], strict=True):
        assert keys <= MOST_KEYS + (claim.stance is not None), claim


def test_by_the_mouse_alone(display: dict[str, str], harbour: Path) -> None:
    told = run("mouse", harbour, display)
    assert tagged(harbour) == list(CLAIMS)
    assert told["keys"] == 0
