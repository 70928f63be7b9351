"""One story in a real window: the program as a process on a display of its own, keys typed by xdotool."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.real_window
PATIENCE_SECONDS = 60
Key = Callable[..., None]


def until(so: Callable[[], object], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not so():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.05)


def run(environment: dict[str, str], *words: str) -> str:
    """Run a command to its end; what it printed."""
    return subprocess.run(words, env=environment, check=True, capture_output=True, text=True).stdout


def test_keys_typed_into_a_real_window_reach_the_database_and_the_export(
    display: dict[str, str], filled: Path, tmp_path: Path
) -> None:
    log = (tmp_path / "window.log").open("w+")
    words = [sys.executable, "-m", "annotator", str(filled)]
    program = subprocess.Popen(words, env=display, stdout=log, stderr=log)

    def windows() -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Annotator"],
            env=display, check=False, capture_output=True, text=True,
        )  # fmt: skip
        return found.stdout.split()

    def labels() -> list[str]:
        listed = run(display, sys.executable, "-m", "annotator", "history", str(filled), "--json")
        return [step["label"] for step in json.loads(listed)["steps"]]

    def press(*keys: str) -> None:
        run(display, "xdotool", "key", "--delay", "60", *keys)

    try:
        until(windows, "the window is there")
        run(display, "xdotool", "windowfocus", "--sync", windows()[0])
        begun = len(labels())

        # The window is there before the article is; keys that come too early have nothing to act on.
        def taken() -> bool:
            press("c")
            return len(labels()) > begun

        until(taken, "the text takes keys")
        press("ctrl+z")
        until(lambda: labels()[0] == "Tag claim" and len(labels()) > begun + 1, "undone")
        press("Escape", "Down", "Down", "c", "s")
        run(display, "xdotool", "type", "--delay", "40", "Jonas Albrecht")
        press("Return", "t", "p", "1", "d", "Return")
        until(lambda: labels()[:2] == ["Set quotation", "Set stance"], "all is written")
        press("ctrl+q")
        assert program.wait(timeout=PATIENCE_SECONDS) == 0
    finally:
        if program.poll() is None:
            program.kill()
            program.wait()
        log.seek(0)
        said = log.read()
        log.close()
    assert "Traceback" not in said
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
