"""Dialogs that ask for files, in the form that Qt draws itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QFileSystemModel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui import files_dialog
from annotator.store import Store
from annotator.store.kept_locks import READERS


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """The folder of another test is not the last one of this."""
    before = files_dialog.last_folder()
    files_dialog.begin_in("")
    yield
    files_dialog.begin_in(before)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def when_open(do: Callable[[QFileDialog], object]) -> None:
    """Do something with the next dialog, once it is shown."""
    timer = QTimer(QApplication.instance())
    timer.setInterval(20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            timer.deleteLater()
            do(dialog)

    timer.timeout.connect(look)
    timer.start()


def type_and_accept(path: Path) -> Callable[[QFileDialog], None]:
    def typed(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(path))
        dialog.accept()

    return typed


def test_the_next_dialog_begins_in_the_folder_that_was_used_last(parent: QWidget, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    file = folder / "one.md"
    file.write_text("# One", "utf-8")
    when_open(type_and_accept(file))
    assert files_dialog.open_files(parent, "Add articles", "Articles (*.md)") == [str(file)]
    begun: list[str] = []
    when_open(lambda dialog: (begun.append(dialog.directory().absolutePath()), dialog.reject()))
    assert files_dialog.open_file(parent, "Open", "Articles (*.md)") == ""
    assert (begun, files_dialog.last_folder()) == ([str(folder)], str(folder))


def test_a_place_to_write_is_proposed_and_comes_with_its_kind(parent: QWidget, tmp_path: Path) -> None:
    proposed: list[str] = []

    def accept(dialog: QFileDialog) -> None:
        proposed.extend(dialog.selectedFiles())
        dialog.accept()

    when_open(accept)
    place = tmp_path / "figures.csv"
    assert files_dialog.save_file(parent, "Save", str(place), "Tables (*.csv)") == (str(place), "Tables (*.csv)")
    assert proposed == [str(place)]
    when_open(QFileDialog.reject)
    assert files_dialog.save_file(parent, "Save", str(place), "Tables (*.csv)") == ("", "")


def test_a_folder_is_asked_for(parent: QWidget, tmp_path: Path) -> None:
    when_open(type_and_accept(tmp_path))
    assert files_dialog.open_folder(parent, "Add a folder") == str(tmp_path)
    assert files_dialog.last_folder() == str(tmp_path)


def test_every_button_has_an_icon_of_the_program(parent: QWidget, tmp_path: Path) -> None:
    named: dict[str, bool] = {}

    def look(dialog: QFileDialog) -> None:
        named.update((each.objectName(), each.icon().isNull()) for each in dialog.findChildren(QToolButton))
        dialog.reject()

    when_open(look)
    files_dialog.open_file(parent, "Open", "", str(tmp_path))
    assert {name for name, missing in named.items() if missing} <= {""}
    assert {"backButton", "forwardButton", "toParentButton", "newFolderButton"} <= set(named)


def listed(model: QFileSystemModel, folder: Path) -> set[str]:
    root = model.index(str(folder))
    return {model.data(model.index(row, 0, root)) for row in range(model.rowCount(root))}


@pytest.mark.in_a_file
@pytest.mark.skipif(sys.platform == "win32", reason="locks are kept by handle there")
def test_listing_the_folder_of_an_open_project_leaves_its_locks(parent: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "harbour.annotator"
    with Store.create(path, "Ana"):

        def look(dialog: QFileDialog) -> None:
            model = dialog.findChild(QFileSystemModel)
            assert model is not None
            qtbot.waitUntil(lambda: path.name in listed(model, tmp_path))
            # The kinds of files are asked for after their names.
            kind = model.index(str(path)).siblingAtColumn(2)
            qtbot.waitUntil(lambda: model.data(kind) == "ANNOTATOR")
            dialog.reject()

        when_open(look)
        files_dialog.open_file(parent, "Open", "Projects (*.annotator)", str(tmp_path))
        first, length = READERS
        taken = (
            f"import fcntl; fcntl.lockf(open({str(path)!r}, 'rb+'), fcntl.LOCK_EX | fcntl.LOCK_NB, {length}, {first})"
        )
        other = subprocess.run([sys.executable, "-c", taken], check=False, capture_output=True, text=True)
        assert "BlockingIOError" in other.stderr
