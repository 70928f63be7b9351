"""One story in a real window: the program as a process on a display of its own, keys typed by xdotool."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.real_display import Environment, free_display, real_window, run, until

pytestmark = pytest.mark.real_window


@pytest.fixture
def display() -> Iterator[Environment]:
    """The environment of a free display."""
    with free_display("Ana") as environment:
        yield environment


def test_keys_typed_into_a_real_window_reach_the_database_and_the_export(
    display: Environment, filled: Path, tmp_path: Path
) -> None:
    with real_window(display, filled, tmp_path / "window.log") as window:
        begun = len(window.labels())

        # The window is there before the article is; keys that come too early have nothing to act on.
        def taken() -> bool:
            window.press("c")
            return len(window.labels()) > begun

        until(taken, "the text takes keys")
        window.press("ctrl+z")
        until(lambda: window.labels()[0] == "Tag claim" and len(window.labels()) > begun + 1, "undone")
        window.press("Escape", "Down", "Down", "c", "s")
        window.type("Jonas Albrecht")
        window.press("Return", "t", "p", "1", "d", "Return")
        until(lambda: window.labels()[:2] == ["Set quotation", "Set stance"], "all is written")
    out = tmp_path / "set.jsonl"
    run(display, sys.executable, "-m", "annotator", "export", str(filled), "-o", str(out))
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    claims = [line for line in lines if line["type"] == "claim" and line["topics"]]
    speakers = {line["id"]: line["name"] for line in lines if line["type"] == "speaker"}
    topics = {line["id"]: line["name"] for line in lines if line["type"] == "topic"}
    assert len(claims) == 1
    assert claims[0]["parts"][0]["quote"] == "The port fees will rise by 32 per cent."
    assert [speakers[each["speaker"]] for each in claims[0]["speakers"]] == ["Jonas Albrecht"]
    assert [(topics[each["topic"]], each["stance"]) for each in claims[0]["topics"]] == [("Port fees", "supports")]
    assert claims[0]["quotation"] == "direct"
