"""What goes wrong with a project's file is said in a sentence, and the window lives on."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.settings import Highlighter
from annotator.store import Store
from tests.journeys.analyst import Analyst

NOTICED_SECONDS = 2.0


def strip(analyst: Analyst) -> str:
    """The sentence in the strip at the top."""
    message = analyst.window.messages.message
    return message.text if message is not None else ""


@pytest.fixture
def tagged(reading: Analyst) -> Analyst:
    """Ana with one claim on the study."""
    reading.go_to("The study")
    reading.press("C")
    reading.rest()
    return reading


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_file_that_goes_is_noticed_saved_beside_and_can_be_gone_on_with(
    tagged: Analyst, filled: Path, template: Path, how: str
) -> None:
    text = tagged.article.text
    if how == "deleted":
        filled.unlink()
    else:
        other = filled.with_name("other")
        shutil.copyfile(template, other)
        other.replace(filled)
    gone = time.monotonic()
    tagged.until(lambda: "saved to" in strip(tagged), "it is said where all was saved")
    assert time.monotonic() - gone < NOTICED_SECONDS
    message = tagged.window.messages.message
    assert message is not None
    assert [words for words, _ in message.actions] == ["Go on in the saved file"]
    saved = [each for each in filled.parent.glob("*.annotator") if each != filled]
    assert len(saved) == 1
    before = tagged.window.project
    message.actions[0][1]()
    tagged.until(lambda: tagged.window.project not in (None, before), "the saved file is open")
    tagged.rest()
    tagged.rest()
    assert tagged.project.store.path == saved[0]
    assert [claim.parts[0].quote for claim in tagged.claims()] == ["The study speaks of silt — and of eelgrass."]
    assert tagged.article.text == text


def test_a_tag_made_after_the_file_went_is_refused_with_a_sentence(tagged: Analyst, filled: Path) -> None:
    filled.unlink()
    tagged.press("Enter", "C")
    tagged.until(lambda: strip(tagged), "something is said")
    tagged.until(lambda: "deleted, moved or replaced" in strip(tagged), "what happened is said")
    assert len(tagged.claims()) == 1


@pytest.fixture
def read_only(filled: Path) -> Iterator[Path]:
    """A project that this process may not write; for root, which may write everything, as somebody else."""
    filled.chmod(0o444)
    root = os.getuid() == 0
    if root:
        # What may be written is asked for the real user; the effective one stays and may clean up.
        os.setreuid(65534, -1)
    yield filled
    if root:
        os.setreuid(0, -1)
    filled.chmod(0o644)


def test_a_project_open_for_reading_only_says_so_and_refuses_every_change(analyst: Analyst, read_only: Path) -> None:
    analyst.open_project(str(read_only))
    analyst.read("Port fees to rise by a third")
    assert "read-only" in strip(analyst)
    assert "Read-only" in analyst.window.status.saved.text()
    for key in ("C", "W", "S", "T", "U", "Delete"):
        analyst.window.messages.clear()
        analyst.window.status.say("")
        analyst.press(key)
        analyst.rest()
        said = strip(analyst) + analyst.window.status.said.text()
        assert "reading only" in said, key
        assert analyst.marks() == []
    for command in ("undo", "redo", "add", "import", "finish", "remove_article"):
        action = analyst.window.actions_[command]
        assert not action.isEnabled()
        assert "reading only" in action.toolTip()
    assert analyst.window.actions_["export"].isEnabled()
    analyst.go_to("The study")
    assert analyst.sentence().startswith("The study")


def newer(path: Path) -> None:
    """Make a project look as if it came from a later version."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()


def foreign(path: Path) -> None:
    """Some other program's database."""
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
    connection.close()


def no_database(path: Path) -> None:
    """No database at all."""
    path.write_bytes(b"PK\x03\x04 not a project" * 100)


def empty(path: Path) -> None:
    """A file without a byte."""
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [newer, foreign, no_database, empty])
def test_a_file_that_is_no_project_of_this_version_is_refused_and_the_window_lives_on(
    reading: Analyst, filled: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    other = tmp_path / "other.annotator"
    shutil.copyfile(filled, other)
    spoil(other)
    before = reading.window.project
    reading.window.commands.open_path(str(other))
    reading.until(lambda: str(other) in strip(reading), "it is said in the strip")
    assert strip(reading).endswith(".")
    assert "Traceback" not in strip(reading)
    assert reading.window.project is before
    reading.go_to("The study")
    reading.press("C")
    reading.rest()
    assert len(reading.claims()) == 1


def test_a_project_held_by_another_computer_is_refused_with_its_name(analyst: Analyst, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    project = folder / "held.annotator"
    Store.create(project, "Ben").close()
    lock = project.with_name(project.name + ".lock")
    holder = {"host": "quay-office", "user": "ben", "process": 12, "since": "2026-01-05T10:00:00Z"}
    lock.write_text(json.dumps(holder))
    assert socket.gethostname() != "quay-office"
    analyst.window.commands.open_path(str(project))
    analyst.until(lambda: "quay-office" in strip(analyst), "it is said who holds it")
    assert analyst.window.project is None
    assert analyst.window.welcome.isVisible()


def test_a_project_in_a_synchronised_folder_opens_with_a_warning(
    analyst: Analyst, filled: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    shutil.copyfile(filled, folder / "mine.annotator")
    analyst.open_project(str(folder / "mine.annotator"))
    assert "Dropbox" in strip(analyst)
    analyst.press("C")
    analyst.rest()
    assert len(analyst.claims()) == 1


def test_an_expression_without_end_freezes_nothing_and_is_told_of(reading: Analyst) -> None:
    window, screen = reading.window, reading.project.screen
    said: list[str] = []
    screen.highlighting.hint.connect(said.append)
    window.settings.highlighters = [Highlighter(r"(?:.|..)+[#%]", "#f08fc0", expression=True, whole_words=False)]
    window.apply_settings()
    reading.press("Ctrl+F")
    bar = screen.reading.find_bar
    bar.expression.setChecked(True)
    reading.type(r"(?:.|..)+[#%]")
    reading.press("Esc", "Down", "C")
    reading.rest()
    assert len(reading.claims()) == 1
    reading.until(lambda: said, "the highlighter is told of")
    assert "took too long" in said[0]
