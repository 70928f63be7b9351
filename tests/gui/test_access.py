"""Every control of every screen has a name that can be read out, is reached by Tab, and lets Tab go on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from annotator.actions.sample import fill_with_sample
from annotator.cli.window import SCREENS
from annotator.gui.main_window import MainWindow
from annotator.gui.picture import DIALOGS
from annotator.gui.screens import SCREENS as WORKING_SCREENS
from annotator.settings import Settings
from annotator.store import Store

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints|does not support raise", extend=True)
MOST_STEPS = 400
MOST_LINKS = 40


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, made once; each test has a copy."""
    path = tmp_path_factory.mktemp("sample") / "sample.annotator"
    with Store.create(path, "Ana") as store:
        fill_with_sample(store)
    return path


@pytest.fixture
def window(qtbot: QtBot, sample: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    shutil.copyfile(sample, tmp_path / "p.annotator")
    made.show_project(Store.open(tmp_path / "p.annotator", "Ana"))
    made.show()
    made.activateWindow()
    yield made
    for dialog in QApplication.topLevelWidgets():
        if dialog is not made:
            dialog.close()
    made.close()


def shown(window: MainWindow, screen: str) -> QWidget:
    """The window or dialog in which the screen is shown."""
    if screen == "welcome":
        window.show_welcome()
    elif screen in [each.id for each in WORKING_SCREENS]:
        window.show_screen(screen)
    else:
        DIALOGS[screen](window)
    QApplication.processEvents()
    others = (each for each in QApplication.topLevelWidgets() if each is not window and each.width() > 200)
    dialogs = [each for each in others if each.isVisible()]
    return dialogs[0] if dialogs else window


def reachable(place: QWidget) -> list[QWidget]:
    """The controls that Tab should come to: visible, usable, and asking for it."""
    return [
        each
        for each in place.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.window() is place
        and not each.visibleRegion().isEmpty()
    ]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else widget.accessibleName()


def called(widget: QWidget) -> str:
    parents = []
    above = widget
    while above is not None and len(parents) < 4:
        parents.append(f"{type(above).__name__}({above.objectName()})")
        above = above.parentWidget()  # type: ignore[assignment]  # None at the top
    return " < ".join(parents)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_has_a_name_that_can_be_read_out(window: MainWindow, screen: str) -> None:
    controls = reachable(shown(window, screen))
    assert controls
    assert [called(each) for each in controls if not spoken(each)] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_comes_to_every_control_and_is_trapped_in_none(window: MainWindow, screen: str) -> None:
    place = shown(window, screen)
    wanted = reachable(place)
    if QApplication.focusWidget() not in wanted:
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    stays = 0
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        if visited and focused is visited[-1]:
            # A page of help takes Tab for each of its links.
            stays += 1
            assert stays < MOST_LINKS, f"Tab is trapped in {called(focused)}"
        elif focused in visited:
            break
        else:
            visited.append(focused)
            stays = 0
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    # A list that is open over the window has the keyboard at first, and closes when Tab leaves it.
    there = [each for each in wanted if isValid(each) and each.isVisible()]
    missed = [each for each in there if each not in visited and not _is_come_to(each, visited)]
    assert [called(each) for each in missed] == []


def _is_come_to(widget: QWidget, visited: list[QWidget]) -> bool:
    """Of the buttons of one choice Tab comes to one; the arrow keys go on from there."""
    group = getattr(widget, "group", lambda: None)()
    exclusive = getattr(widget, "autoExclusive", lambda: False)()
    if any(widget.isAncestorOf(each) for each in visited):
        # A table hands the focus to the cell that is being written in.
        return True
    same = group.buttons() if group is not None else widget.parent().children() if exclusive else []
    return any(each in visited for each in same)
