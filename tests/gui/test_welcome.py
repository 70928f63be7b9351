"""The welcome screen: three ways to begin, recent projects by mouse and keys, the name, dropped files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.recent_projects import RecentProject, looked_up
from annotator.gui.welcome import Welcome
from annotator.settings import Settings

THERE = RecentProject("/data/harbour.annotator", "harbour", "/data", datetime(2025, 11, 3, 14, 2))
GONE = RecentProject("/stick/pilot.annotator", "pilot", "/stick", missing=True)


# Offscreen, Qt says so of every window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    screen = Welcome()
    qtbot.addWidget(screen)
    screen.resize(1280, 720)
    screen.show_recent([THERE, GONE])
    screen.show()
    return screen


def test_each_card_asks_for_its_own_beginning(welcome: Welcome, qtbot: QtBot) -> None:
    signals = (
        welcome.sample_requested,
        welcome.new_requested,
        welcome.open_requested,
        welcome.connect_requested,
    )
    for card, signal in zip(welcome.cards, signals, strict=True):
        with qtbot.waitSignal(signal, timeout=1000):
            card.click()


def test_enter_opens_the_first_recent_project(welcome: Welcome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.project_chosen, timeout=1000) as chosen:
        qtbot.keyClick(welcome.recent, Qt.Key.Key_Return)
    assert chosen.args == [THERE.address]


def test_a_missing_project_is_not_opened(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.recent.setCurrentRow(1)
    with qtbot.assertNotEmitted(welcome.project_chosen):
        qtbot.keyClick(welcome.recent, Qt.Key.Key_Return)


def test_delete_takes_the_current_project_off_the_list(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.recent.setCurrentRow(1)
    with qtbot.waitSignal(welcome.forgotten, timeout=1000) as forgotten:
        qtbot.keyClick(welcome.recent, Qt.Key.Key_Delete)
    assert forgotten.args == [GONE.address]


def test_the_cross_takes_its_own_project_off_the_list(welcome: Welcome, qtbot: QtBot) -> None:
    row = welcome.recent.itemWidget(welcome.recent.item(1))
    with qtbot.waitSignal(welcome.forgotten, timeout=1000) as forgotten:
        row.remove.click()
    assert forgotten.args == [GONE.address]


def test_without_recent_projects_a_sentence_stands_there(welcome: Welcome) -> None:
    welcome.show_recent([])
    assert welcome.nothing.isVisible()
    assert not welcome.recent.isVisible()


def test_the_name_is_given_trimmed_and_only_when_there_is_one(welcome: Welcome, qtbot: QtBot) -> None:
    welcome.ask_name(True, "ana")
    assert welcome.name_card.isVisible()
    with qtbot.assertNotEmitted(welcome.name_given):
        welcome.name.editingFinished.emit()
    welcome.name.setText("  Ana   Lind ")
    with qtbot.waitSignal(welcome.name_given, timeout=1000) as given:
        welcome.name.editingFinished.emit()
    assert given.args == ["Ana Lind"]
    welcome.ask_name(False)
    assert not welcome.name_card.isVisible()


def test_dropped_files_are_handed_on_and_web_addresses_are_not(welcome: Welcome, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.md")), QUrl("https://paper.example/a")])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(welcome.files_dropped, timeout=1000) as dropped:
        welcome.dropEvent(event)
    assert dropped.args == [[tmp_path / "a.md"]]


def test_looking_up_tells_what_is_there_and_shows_no_password(tmp_path: Path) -> None:
    path = tmp_path / "harbour.annotator"
    path.touch()
    there, gone, server = looked_up(
        [str(path), str(tmp_path / "pilot.annotator"), "postgresql+psycopg://ana:secret@db.example/team"]
    )
    assert (there.name, there.missing) == ("harbour", False)
    assert there.when is not None
    assert gone.missing
    assert (server.name, server.folder) == ("team", "db.example")


def test_everything_that_can_be_pressed_has_a_name(welcome: Welcome) -> None:
    assert all(each.accessibleName() or each.text() for each in welcome.findChildren(QPushButton))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_whole_page_fits_the_window(welcome: Welcome, qtbot: QtBot, size: tuple[int, int]) -> None:
    welcome.ask_name(True)
    welcome.resize(*size)
    qtbot.waitUntil(lambda: welcome.drop_zone.width() > 0)
    corner = welcome.drop_zone.mapTo(welcome, welcome.drop_zone.rect().bottomRight())
    assert corner.y() <= size[1]
    assert corner.x() <= size[0]


def test_the_keys_begin_at_the_project_opened_last_and_move_from_there(qtbot: QtBot) -> None:
    window = MainWindow(Settings(annotator="Ana"), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    welcome = window.welcome
    # The window of another test may have the keys a moment longer.
    qtbot.waitUntil(lambda: QApplication.focusWidget() is welcome.cards[0])
    window.top_bar.search.setFocus()
    welcome.show_recent([GONE, THERE])
    assert QApplication.focusWidget() is welcome.recent
    opened: list[str] = []
    welcome.project_chosen.disconnect()
    welcome.project_chosen.connect(opened.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert opened == [THERE.address]
    welcome.cards[1].setFocus()
    welcome.show_recent([THERE])
    assert QApplication.focusWidget() is welcome.cards[1]
    window.top_bar.search.setFocus()
    welcome.ask_name(True)
    welcome.show_recent([THERE])
    assert QApplication.focusWidget() is welcome.name
    window.close()


@pytest.mark.parametrize(("typed", "given"), [("", "Ana"), (" Ben  Rode ", "Ben Rode")])
def test_enter_takes_the_name_and_goes_on_to_the_projects(
    welcome: Welcome, qtbot: QtBot, typed: str, given: str
) -> None:
    welcome.activateWindow()
    names: list[str] = []
    welcome.name_given.connect(names.append)
    welcome.ask_name(True, "Ana")
    welcome.show_recent([THERE])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is welcome.name)
    qtbot.keyClicks(welcome.name, typed)
    qtbot.keyClick(welcome.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is welcome.recent)
    assert names == [given]
    assert welcome.name_card.isHidden()


def test_the_search_has_its_words_again_when_the_project_is_closed(qtbot: QtBot) -> None:
    window = MainWindow(Settings(annotator="Ana"), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    bar = window.top_bar
    bar.show_project("Harbour dispute")
    assert bar.search.width() < bar.search.sizeHint().width()
    bar.show_project("")
    qtbot.waitUntil(lambda: bar.search.width() == bar.search.sizeHint().width())
    window.close()
