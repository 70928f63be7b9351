"""A display of its own, the program as a process on it, and keys typed by xdotool.

Used by the journeys in a real window.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE_SECONDS = 60
Environment = dict[str, str]


def missing() -> str:
    """What a real window needs and is not there, as a sentence; "" when all is there."""
    if not sys.platform.startswith("linux"):
        return "Xvfb runs on Linux only."
    absent = [each for each in ("Xvfb", "xdotool") if shutil.which(each) is None]
    return f"Not installed: {', '.join(absent)}." if absent else ""


@contextmanager
def free_display(annotator: str) -> Iterator[Environment]:
    """The environment of a free display, in which this annotator works."""
    if sentence := missing():
        # Where the tests guard the project, a test that cannot run guards nothing.
        assert not os.environ.get("CI"), sentence
        pytest.skip(sentence)
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "ANNOTATOR_NAME": annotator}
    environment.pop("WAYLAND_DISPLAY", None)
    yield environment
    server.terminate()
    server.wait(timeout=10)


def until(so: Callable[[], object], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not so():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.05)


def run(environment: Environment, *words: str) -> str:
    """Run a command to its end; what it printed."""
    return subprocess.run(words, env=environment, check=True, capture_output=True, text=True).stdout


class RealWindow:
    """The program's window on a display, and a hand at its keyboard."""

    def __init__(self, environment: Environment, project: Path) -> None:
        self.environment = environment
        self.project = project

    def ids(self) -> list[str]:
        """The windows of the program that are to be seen."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Annotator"],
            env=self.environment, check=False, capture_output=True, text=True,
        )  # fmt: skip
        return found.stdout.split()

    def come_to_front(self) -> None:
        """Give the window the keyboard: no window manager does so when a dialog has closed."""
        run(self.environment, "xdotool", "windowfocus", "--sync", self.ids()[0])

    def dialog(self, title: str) -> bool:
        """Whether a dialog of that title is there; it then has the keyboard, which no window manager gives it."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}"],
            env=self.environment, check=False, capture_output=True, text=True,
        ).stdout.split()  # fmt: skip
        if found:
            run(self.environment, "xdotool", "windowfocus", "--sync", found[0])
        return bool(found)

    def labels(self) -> list[str]:
        """What the steps of the project are called, latest first, as another process sees them."""
        listed = run(self.environment, sys.executable, "-m", "annotator", "history", str(self.project), "--json")
        return [step["label"] for step in json.loads(listed)["steps"]]

    def press(self, *keys: str) -> None:
        """Keys by xdotool's names, one after another."""
        run(self.environment, "xdotool", "key", "--delay", "60", *keys)

    def type(self, words: str) -> None:
        """Letters, one after another."""
        run(self.environment, "xdotool", "type", "--delay", "40", words)


@contextmanager
def real_window(environment: Environment, project: Path, log_file: Path) -> Iterator[RealWindow]:
    """The program, started on a project, with its window in front; at the end closed as a user closes it."""
    with log_file.open("w+") as log:
        words = [sys.executable, "-m", "annotator", str(project)]
        program = subprocess.Popen(words, env=environment, stdout=log, stderr=log)
        window = RealWindow(environment, project)
        try:
            until(window.ids, "the window is there")
            window.come_to_front()
            yield window
            window.come_to_front()
            window.press("ctrl+q")
            assert program.wait(timeout=PATIENCE_SECONDS) == 0
        finally:
            if program.poll() is None:
                program.kill()
                program.wait()
        log.seek(0)
        assert "Traceback" not in log.read()
