"""Projects that cannot be gone on with: what the window saves, says and offers."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.actions.tagging import tag_claim
from annotator.actions.topics import make_topic
from annotator.errors import ProjectNotFound
from annotator.gui.crash import CrashWatch
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, span


@pytest.fixture
def empty_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on the welcome screen."""
    made = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def pressed(window: MainWindow, text: str) -> None:
    """Press the button of the message that is shown."""
    message = window.messages.message
    assert message is not None
    [act] = [then for name, then in message.actions if name == text]
    act()


def test_where_it_was_saved_and_the_last_backup_come_before_what_is_missing(
    window: MainWindow, store: Store, article_id: str
) -> None:
    backup = store.back_up()
    tag_claim(store, article_id, [span("Two ships a month")])
    # What is settled stands in the file alone once the log is begun anew.
    store.settle()
    store.poll()
    tag_claim(store, article_id, [span("Two ships a month")])
    older = backup.with_name("older")
    with older.open("wb") as file:
        file.write(backup.read_bytes()[:8192])
    shutil.copyfile(older, store.path)
    with pytest.raises(Exception, match="overwritten or cut off") as told:
        store.poll()
    window.commands.rescuing.gone(str(told.value))
    message = window.messages.message
    assert message is not None
    places = [message.text.index(each) for each in ("was overwritten or cut off", "saved to", str(backup))]
    assert places == sorted(places)
    assert message.text.index("Missing: ") > places[-1]
    pressed(window, "Go on in the saved file")
    assert window.project is not None
    assert "(rescued " in str(window.project.store.path)


def test_a_project_that_is_missing_offers_its_rescued_copy_and_its_last_backup(
    empty_window: MainWindow, project: Path
) -> None:
    window = empty_window
    with Store.open(project, "Ana") as opened:
        opened.back_up()
        rescued, _ = opened.rescue()
        window.settings.remember_project(opened.address, opened.project_id)
    project.unlink()
    address = str(project)
    window.commands.rescuing.not_opened(address, ProjectNotFound("There is no project there."))
    message = window.messages.message
    assert message is not None
    assert [name for name, _ in message.actions] == ["Open the rescued copy", "Restore the last backup"]
    assert message.text.startswith("There is no project there. A rescued copy of ")
    pressed(window, "Restore the last backup")
    assert window.project is not None
    assert window.project.store.path == project
    window.commands.rescuing.not_opened(address, ProjectNotFound("There is no project there."))
    pressed(window, "Open the rescued copy")
    assert window.project.store.path == rescued


def test_a_project_that_is_missing_without_a_trace_is_told_alone(empty_window: MainWindow, tmp_path: Path) -> None:
    empty_window.commands.open_path(str(tmp_path / "nowhere.annotator"))
    message = empty_window.messages.message
    assert message is not None
    assert "There is no project at" in message.text
    assert message.actions == ()


def test_what_did_not_open_is_of_no_matter_once_another_project_did(empty_window: MainWindow, tmp_path: Path) -> None:
    empty_window.commands.open_path(str(tmp_path / "gone.annotator"))
    assert empty_window.messages.message is not None
    with Store.create(tmp_path / "other.annotator", "Ana"):
        pass
    empty_window.commands.open_path(str(tmp_path / "other.annotator"))
    assert empty_window.project is not None
    assert empty_window.messages.message is None


GARBAGE = {
    "shape": "UPDATE article SET meta = '[1]'",
    "number": "UPDATE topic SET place = 'first' WHERE name = 'Fees'",
    "JSON": "UPDATE article SET meta = '{'",
}


@pytest.fixture
def watch(expected_log: list[str], tmp_path: Path) -> Iterator[CrashWatch]:
    """What takes the program's own errors, from now on."""
    expected_log.append("annotator.crash")
    made = CrashWatch(tmp_path / "annotator.log")
    made.install()
    yield made
    made.uninstall()


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
@pytest.mark.parametrize("what", GARBAGE)
def test_garbage_in_a_column_is_a_sentence_and_never_a_crash(
    qtbot: QtBot, watch: CrashWatch, project: Path, what: str
) -> None:
    with Store.open(project, "Ana") as opened:
        add_articles(opened, [article_record("a")], source="first article")
        make_topic(opened, "Fees")
        make_topic(opened, "Dredging")
        tag_claim(opened, "a", [span("Two ships a month")])
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute(GARBAGE[what])
    window = MainWindow(Settings(annotator="Ana", theme="light"), keep_settings=False)
    watch.look_into = window.commands.rescuing.look_into
    window.show_project(Store.open(project, "Ana"), "a")
    window.show()
    try:
        window.show_screen("codebook")
        window.actions_["agreement"].trigger()
        window.show_screen("annotate")
        qtbot.waitUntil(lambda: window.messages.message is not None and window.messages.message.actions != ())
        message = window.messages.message
        assert message is not None
        assert "What can be read was saved" in message.text
        assert watch.dialog is None
    finally:
        window.close()
        window.deleteLater()


def test_an_error_of_the_program_on_a_sound_project_is_the_programs(window: MainWindow) -> None:
    told: list[bool] = []
    window.commands.rescuing.look_into(TypeError("no such thing"), lambda: told.append(True))
    assert told == [True]
    assert window.messages.message is None
    assert window.project is not None
    tag_claim(window.project.store, "article-1", [span("Two ships a month")])
