"""What the start leaves for later: the window is painted before anything is imported that it does not need yet."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

from annotator.gui.ahead import WITHOUT_WIDGETS
from annotator.store import Store
from tests.sample_articles import add_articles, article_record

# Begins as `main` does, since the watch imports a part of the window.
SCRIPT = """
import sys
from annotator.cli import import_ahead, main

import_ahead()
from PySide6.QtWidgets import QApplication
from annotator.gui.reader.page_view import PageView

paint = PageView.paintEvent


def painted(view, event):
    paint(view, event)
    if view.text():
        PageView.paintEvent = paint
        print(*sorted(sys.modules), flush=True)
        QApplication.closeAllWindows()


PageView.paintEvent = painted
main()
"""

LATER = {
    "annotator.actions": "nothing is written yet; they import the mapped classes",
    "alembic": "a project of today's shape is not migrated",
    "annotator.cli.running": "a double click is no command",
    "annotator.formats": "nothing is imported or exported",
    "annotator.gui.agreement": "opened by a command",
    "annotator.gui.codebook": "a screen is made when it is first shown",
    "annotator.gui.copies": "opened by a command",
    "annotator.gui.dialogs": "opened by a command",
    "annotator.gui.lines_view": "lists of dialogs",
    "annotator.gui.palette.palette": "opened by a key",
    "annotator.gui.panel.speakers_tab": "a tab is made when it is first shown",
    "annotator.gui.panel.topics_tab": "a tab is made when it is first shown",
    "annotator.gui.picker": "opened by a key",
    "annotator.gui.plan": "opened by a command",
    "annotator.gui.review.screen": "a screen is made when it is first shown",
    "annotator.gui.welcome": "shown where no project is open",
    "annotator.model.base": "a project is shown by its tables; classes are mapped for the first change",
    "annotator.readers": "no article is read in",
    "annotator.store.lineage": "copies are compared by a command",
    "annotator.store.migrations": "a project of today's shape is not migrated",
    "annotator.store.server": "the project is a file",
    "html": "its table of entities is long; tool tips of topics need it",
    "lxml": "no article is read in",
    "networkx": "nothing is exported or compared",
    "numpy": "nothing is counted over a whole project",
    "qtawesome": "it loads the fonts of all its sets",
    "rapidfuzz": "no name is looked for",
    "sqlalchemy.orm": "a project is shown by its tables; classes are mapped for the first change",
    "trafilatura": "no article is read in",
    "xml": "no article is read in",
}
"""Module, with all below it -> why the first picture does without it."""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are there when a project's first article has been painted."""
    project = tmp_path_factory.mktemp("start") / "project.annotator"
    with Store.create(project, "Ana") as store:
        add_articles(store, [article_record("article-1")], source="first article")
    # A home of its own, as each test has: the window remembers the project.
    home = os.environ | {"ANNOTATOR_HOME": str(project.parent / "home")}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(project)], capture_output=True, text=True, timeout=60, check=False, env=home
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.split())


def test_the_first_picture_comes_before_all_that_it_does_without(imported: set[str]) -> None:
    assert "annotator.gui.main_window" in imported
    early = {each for each in imported for later in LATER if each == later or each.startswith(f"{later}.")}
    assert not early, f"imported before the first picture: {sorted(early)}"


@pytest.mark.parametrize("module", LATER)
def test_what_comes_later_is_there(module: str) -> None:
    """A module that got another name would never be found among the imported ones."""
    assert find_spec(module) is not None


def test_what_needs_no_qt_is_imported_before_it() -> None:
    """Qt's binding looks into the source of each module that is imported after it."""
    ran = subprocess.run(
        [sys.executable, "-c", "import sys, annotator.cli as c; c.import_ahead(); print(*sys.modules)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    ahead = ran.stdout.split()
    assert "annotator.queries.reviews" in ahead
    assert not [each for each in ahead if each.startswith("PySide6")]


AHEAD = """
import sys
from annotator.gui.ahead import Ahead, widget_modules
from annotator.gui.app import application
from annotator.gui.jobs import Background
from PySide6.QtCore import QObject, QTimer

app, background, owner = application(), Background(), QObject()


def look():
    if all(each in sys.modules for each in widget_modules()):
        print(*sys.modules)
        app.quit()


timer = QTimer(interval=50, timeout=look)
timer.start()
Ahead(background, owner)
app.exec()
background.close()
"""


def test_what_comes_later_is_imported_while_the_window_is_idle() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", AHEAD], capture_output=True, text=True, timeout=60, check=False, env=dict(os.environ)
    )
    assert ran.returncode == 0, ran.stderr
    there = set(ran.stdout.split())
    assert {"annotator.gui.review.screen", "annotator.gui.dialogs.import_dialog"} <= there
    assert {*WITHOUT_WIDGETS, "annotator.formats.native"} <= there
