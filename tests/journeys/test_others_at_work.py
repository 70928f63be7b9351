"""Two windows and two processes on one project: both write, both see what the other did within seconds."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from annotator.actions.tagging import tag_claim
from annotator.queries.articles import article_list
from annotator.store import Store
from tests.journeys.analyst import Analyst

SEEN_SECONDS = 2.0


def listed_claims(analyst: Analyst, article: str) -> int:
    """What the list of articles says of an article."""
    return next(each.claims for each in analyst.project.screen.articles.model.shown() if each.id == article)


def test_what_another_process_tags_appears_and_is_counted(reading: Analyst, filled: Path) -> None:
    article, text = reading.article.id, reading.article.text
    start = text.index("The study")
    with Store.open(filled, "Ana") as other:
        tag_claim(other, article, [(start, start + 9)])
        written = time.monotonic()
        reading.until(lambda: reading.claims(), "the claim is in the text")
        assert time.monotonic() - written < SEEN_SECONDS
        reading.until(lambda: listed_claims(reading, article) == 1, "the list counts it")
        # Both write: neither waits for the other, nothing is lost.
        reading.go_to("She did")
        reading.press("C")
        tag_claim(other, article, [(0, 4)])
        reading.rest()
        reading.until(lambda: len(reading.claims()) == 3, "all three are in the text")
    second = next(each for each in listed(filled) if each.id != article).id
    with Store.open(filled, "Ana") as other:
        tag_claim(other, second, [(0, 7)])
    reading.until(lambda: listed_claims(reading, second) == 1, "an article that is not open is counted too")


def listed(project: Path) -> list:  # type: ignore[type-arg]
    """The articles of a project as the list shows them."""
    with Store.open(project, "Ana") as store, store.read() as session:
        return article_list(session, "Ana")


def test_two_windows_show_each_others_marks(new_window: Callable[[], Analyst], filled: Path) -> None:
    one, two = new_window(), new_window()
    for each in (one, two):
        each.open_project(str(filled))
        each.read("Port fees to rise by a third")
    one.window.activateWindow()
    one.until(one.window.isActiveWindow, "the first window is in front")
    one.project.screen.reader.setFocus()
    one.go_to("The study")
    one.press("C", "T", "P", "1")
    one.rest()
    two.until(lambda: two.claims() and two.claims()[0].topics, "the other window shows it")
    assert two.claims()[0].topics[0].stance == "supports"
    two.window.activateWindow()
    two.until(two.window.isActiveWindow, "the second window is in front")
    two.project.screen.reader.setFocus()
    two.press(".", "2")
    two.rest()
    one.until(lambda: one.claims()[0].topics[0].stance == "opposes", "the first window shows that in turn")


def test_the_command_line_adds_articles_under_an_open_window(reading: Analyst, filled: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.md"
    late.write_text("# The mayor at the town hall\n\nNovember 30, 2025\n\nThe mayor spoke.\n", encoding="utf-8")
    words = [sys.executable, "-m", "annotator", "add", str(filled), str(late)]
    subprocess.run(words, check=True, capture_output=True)
    shown = reading.project.screen.articles.model.shown
    reading.until(lambda: any(each.title == "The mayor at the town hall" for each in shown()), "listed")
    assert reading.article.title == "Port fees to rise by a third"
    assert reading.project.screen.reader.hasFocus()
