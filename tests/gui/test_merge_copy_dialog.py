"""Merging a copy in the window: what it would do is shown, conflicts are chosen one by one, then one button."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox

from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.actions.tagging import tag_claim
from annotator.gui.copies.merge_dialog import MergeCopyDialog
from annotator.gui.copies.opening import look_at
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.gui.main_window import MainWindow
from annotator.model import Speaker
from annotator.queries.marks import marks_of
from annotator.store import Store
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def copy(store: Store, article_id: str, tmp_path: Path) -> Path:
    """A copy in which Ben tagged, and two speakers were changed that were changed here as well."""
    speakers = [make_speaker(store, name) for name in ("Mira Okafor", "Jonas Albrecht")]
    path = store.copy_to(tmp_path / "copy.annotator")
    with Store.open(path, "Ben") as other:
        tag_claim(other, article_id, [(0, 4)])
        for each in speakers:
            edit_speaker(other, each, note="there")
    for each in speakers:
        edit_speaker(store, each, note="here")
    return path


def dialog_of(window: MainWindow) -> MergeCopyDialog:
    [shown] = window.findChildren(MergeCopyDialog)
    return shown


def notes(store: Store) -> list[str]:
    with store.read() as session:
        return sorted(each.note for each in session.query(Speaker))


def test_conflicts_are_chosen_and_one_undo_takes_all_back(
    window: MainWindow, store: Store, article_id: str, copy: Path
) -> None:
    look_at(window, copy)
    dialog = dialog_of(window)
    assert [row.texts[0] for row in dialog.conflicts.model_.rows] == ["speaker", "speaker"]
    assert "2 conflicts are not decided" in dialog.explanation.text()
    assert [row.texts for row in dialog.sides.model_.rows] == [("note", "here", "there")]
    dialog._choose("there")
    assert dialog.conflicts.currentIndex().row() == 1
    dialog._choose("here")
    assert "not decided" not in dialog.explanation.text()
    dialog.take.click()
    assert notes(store) == ["here", "there"]
    with store.read() as session:
        assert len(marks_of(session, article_id)) == 1
    assert "taken in" in window.status.said.text()
    store.undo()
    assert notes(store) == ["here", "here"]


def test_all_conflicts_are_decided_at_once(window: MainWindow, store: Store, copy: Path) -> None:
    look_at(window, copy)
    dialog = dialog_of(window)
    dialog.all_there.click()
    assert set(dialog.choices.values()) == {"there"}
    dialog.take.click()
    assert notes(store) == ["there", "there"]
    look_at(window, copy)
    again = next(each for each in window.findChildren(MergeCopyDialog) if each.isVisible())
    assert again.explanation.text() == "This project has all that the copy has."
    assert not again.take.isEnabled()
    again.reject()


def test_nothing_is_written_when_it_is_cancelled(window: MainWindow, store: Store, copy: Path) -> None:
    look_at(window, copy)
    dialog_of(window).reject()
    assert notes(store) == ["here", "here"]


def test_people_of_one_name_can_be_the_same(window: MainWindow, store: Store, article_id: str, tmp_path: Path) -> None:
    path = store.copy_to(tmp_path / "other.annotator")
    tag_claim(store, article_id, [(0, 4)], by="Zoe")
    with Store.open(path, "Zoe") as other:
        tag_claim(other, article_id, [(5, 9)])
    look_at(window, path)
    dialog = dialog_of(window)
    [box] = dialog.findChildren(QCheckBox)
    assert "“Zoe” here" in box.text()
    box.setChecked(True)
    assert dialog.take.isEnabled()
    dialog.take.click()
    with store.read() as session:
        assert len({mark.annotator for mark in marks_of(session, article_id)}) == 1


def test_the_tags_of_another_project_can_be_imported_instead(
    window: MainWindow, store: Store, article_id: str, tmp_path: Path
) -> None:
    with Store.create(tmp_path / "strange", "Zoe", name="Other") as other:
        add_articles(other, [article_record("elsewhere")], source="articles")
        tag_claim(other, "elsewhere", [(0, 4)])
    look_at(window, tmp_path / "strange.annotator")
    assert not window.findChildren(MergeCopyDialog)
    message = window.messages.message
    assert message is not None
    assert "is no copy of this project but another one, “Other”" in message.text
    [(words, act)] = message.actions
    assert words == "Import its tags…"
    for accepted in (False, True):
        act()
        dialog = next(each for each in window.findChildren(ImportDialog) if each.isVisible())
        (dialog.take.click if accepted else dialog.reject)()
        with store.read() as session:
            assert len(marks_of(session, article_id)) == accepted
    assert not list(Path(tempfile.gettempdir()).glob("annotator-set-*"))
    for each in window.findChildren(ReportDialog):
        each.close()


def test_what_is_no_copy_is_refused_in_the_window(window: MainWindow, store: Store, tmp_path: Path) -> None:
    newer = store.copy_to(tmp_path / "newer.annotator")
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version=999")
    look_at(window, newer)
    message = window.messages.message
    assert message is not None
    assert "was made by a newer version of Annotator" in message.text
    assert message.text.endswith("Or have its tags exported there as an annotation set, and import that here.")
    assert str(newer) in message.text
    window.messages.dismiss()
    shutil.copyfile(__file__, tmp_path / "text.annotator")
    look_at(window, tmp_path / "text.annotator")
    message = window.messages.message
    assert message is not None
    assert "is not an Annotator project" in message.text
    assert not window.findChildren(MergeCopyDialog)
