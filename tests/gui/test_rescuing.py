"""Projects that cannot be gone on with: what the window saves, says and offers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.actions.tagging import tag_claim
from annotator.errors import ProjectNotFound
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import span


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
