"""A table of articles is dropped: a person says what its columns hold, and the articles come in so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.actions.articles import table_previews
from annotator.gui.dialogs.columns_dialog import ColumnsDialog
from annotator.gui.main_window import MainWindow
from annotator.queries.articles import article, article_list
from annotator.readers.columns import FIELDS
from annotator.settings import Settings
from annotator.store import Store

TABLE = "Kopf,Geschichte,date,Notes\nQuay sinks,The quay sinks said Rika Storm.,2025-11-24,mine\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "stories.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot: QtBot, table: Path) -> ColumnsDialog:
    ((files, preview),) = table_previews([table])
    made = ColumnsDialog(files, preview)
    qtbot.addWidget(made)
    return made


def choose(dialog: ColumnsDialog, column: int, field: str) -> None:
    dialog.boxes[column].setCurrentIndex(dialog.boxes[column].findData(field))


def test_what_the_headings_say_is_chosen_already_and_the_text_is_asked_for(dialog: ColumnsDialog) -> None:
    assert [box.currentData() for box in dialog.boxes] == ["", "", "published", ""]
    assert not dialog.take.isEnabled()
    assert "text" in dialog.said.text()
    choose(dialog, 1, "text")
    assert dialog.take.isEnabled()
    assert dialog.mapping() == dict.fromkeys(FIELDS, "") | {"text": "Geschichte", "published": "date"}


def test_a_field_is_in_one_column_only(dialog: ColumnsDialog) -> None:
    choose(dialog, 0, "published")
    assert [box.currentData() for box in dialog.boxes] == ["published", "", "", ""]


def test_the_beginning_of_the_table_is_shown(dialog: ColumnsDialog) -> None:
    shown = [dialog.table.item(1, column).text() for column in range(dialog.table.columnCount())]
    assert shown == ["Quay sinks", "The quay sinks said Rika Storm.", "2025-11-24", "mine"]


def test_tables_with_the_same_headings_are_asked_about_once(table: Path, tmp_path: Path) -> None:
    second, other, page = (tmp_path / name for name in ("more.csv", "other.csv", "page.md"))
    second.write_text(TABLE, encoding="utf-8")
    other.write_text("title,text\nFog,Nobody saw the pier.\n", encoding="utf-8")
    page.write_text("# Fog\n\nNobody saw the pier.\n", encoding="utf-8")
    found = table_previews([table, page, second, other, tmp_path / "absent.csv", tmp_path])
    assert [files for files, _ in found] == [(table, second), (other,)]


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
def test_the_articles_of_a_dropped_table_come_in_as_was_said(qtbot: QtBot, project: Path, table: Path) -> None:
    window = MainWindow(Settings(), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    window.show_project(Store.open(project, "Ana"))
    window.commands.drop([table])
    dialog = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, ColumnsDialog) and each.isVisible()
    )
    choose(dialog, 0, "title")
    choose(dialog, 1, "text")
    dialog.take.click()
    assert window.project is not None
    with window.project.store.read() as session:
        (summary,) = article_list(session, "Ana")
        record = article(session, summary.id)
    assert (record.title, record.text.splitlines()[-1]) == ("Quay sinks", "The quay sinks said Rika Storm.")
    assert record.published == "2025-11-24"
    assert "mine" in str(record.meta)
    window.close()
