"""The window of the journeys: real, offscreen, with threads, closed at the end, and never frozen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.actions.articles import add_articles
from annotator.actions.codebook_files import take_codebook
from annotator.gui import theme
from annotator.gui.app import set_pace
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.journeys.analyst import Analyst
from tests.journeys.articles import CODEBOOK, article_files
from tests.journeys.watchdog import Freeze

FROZEN_MILLISECONDS = 50


FREEZES = pytest.StashKey[list[Freeze]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how long the window's thread was busy at most, and where."""
    if freezes := config.stash.get(FREEZES, []):
        longest = max(freezes, key=lambda each: each.milliseconds)
        terminalreporter.write_line(f"longest freeze of a window: {longest}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform says of windows and menus what it cannot do; it is no trouble."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def new_window(qtbot: QtBot, pytestconfig: pytest.Config) -> Iterator[Callable[[], Analyst]]:
    """Makes windows of the program, each with an analyst at it."""
    made: list[Analyst] = []

    def make() -> Analyst:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # As the program does: looking for garbage among all that tests leave behind would be a freeze.
        set_pace()
        settings = Settings(annotator="Ana", theme="light")
        window = MainWindow(settings, keep_settings=False)
        theme.apply(application, window.theme)
        window.apply_settings()
        window.show()
        window.activateWindow()
        analyst = Analyst(window)
        analyst.until(window.isActiveWindow, "the window is in front")
        # What was needed to show it is not part of the story.
        analyst.watchdog.forget()
        made.append(analyst)
        return analyst

    yield make
    for analyst in made:
        analyst.window.close()
        analyst.window.deleteLater()
    QApplication.processEvents()
    freezes = [analyst.watchdog.longest for analyst in made]
    pytestconfig.stash.setdefault(FREEZES, []).extend(freezes)
    for analyst in made:
        analyst.watchdog.close()
    for freeze in freezes:
        assert freeze.milliseconds < FROZEN_MILLISECONDS, f"the window was frozen for {freeze}"


@pytest.fixture
def analyst(new_window: Callable[[], Analyst]) -> Analyst:
    """Ana at a window that shows the welcome screen."""
    return new_window()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three article files."""
    return article_files(tmp_path / "articles")


@pytest.fixture
def filled(project: Path, files: list[Path], tmp_path: Path) -> Path:
    """A project with the three articles and a codebook of three topics, closed."""
    codebook = tmp_path / "codebook.toml"
    codebook.write_text(CODEBOOK, encoding="utf-8")
    with Store.open(project, "Ana") as store:
        add_articles(store, files)
        take_codebook(store, codebook)
    return project


@pytest.fixture
def reading(analyst: Analyst, filled: Path) -> Analyst:
    """Ana at her first article."""
    analyst.open_project(str(filled))
    analyst.read("Port fees to rise by a third")
    return analyst


def missing() -> str:
    """What a real window needs and is not there, as a sentence; "" when all is there."""
    if not sys.platform.startswith("linux"):
        return "Xvfb runs on Linux only."
    absent = [each for each in ("Xvfb", "xdotool") if shutil.which(each) is None]
    return f"Not installed: {', '.join(absent)}." if absent else ""


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    """The environment of a free display."""
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
    environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "ANNOTATOR_NAME": "Ana"}
    environment.pop("WAYLAND_DISPLAY", None)
    yield environment
    server.terminate()
    server.wait(timeout=10)
