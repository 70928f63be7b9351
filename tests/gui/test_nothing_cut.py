"""Nothing is cut at the smallest size of the window, in either language, at 100 and at 200 per cent.

Every screen and dialog is opened; labels and buttons are as wide as their words, headings of tables as well,
no control lies over its neighbour, and no dialog needs more than the screen has.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.cli.window import SCREENS
from annotator.gui.labels import ElidedButton, ElidedLabel
from annotator.gui.main_window import MainWindow
from annotator.gui.plain_table import PlainTable
from annotator.gui.theme import LIGHT, USUAL_SIZE, apply
from annotator.settings import Settings
from annotator.store import Store
from tests.gui.test_access import called, sample, shown
from tests.screenshot_states import states

__all__ = ["sample"]

pytestmark = pytest.mark.qt_log_ignore(
    "does not support propagateSizeHints|does not support (raise|grabbing)", extend=True
)
ROOM = QSize(1280, 720)
WAYS = [("en", 1.0), ("de", 1.0), ("de", 2.0)]


@pytest.fixture(params=WAYS, ids=[f"{language}-{factor:.0%}" for language, factor in WAYS])
def way(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[tuple[str, float]]:
    """A language and a size of the interface, put on and taken off again."""
    language, factor = request.param
    sheet, font = qapp.styleSheet(), qapp.font()
    translator = QTranslator()
    if language != "en":
        assert translator.load(str(paths.resources() / "i18n" / f"annotator_{language}.qm"))
        QCoreApplication.installTranslator(translator)
    yield language, factor
    QCoreApplication.removeTranslator(translator)
    apply(qapp, LIGHT, USUAL_SIZE)
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)


@pytest.fixture
def window(qtbot: QtBot, sample: Path, tmp_path: Path, way: tuple[str, float]) -> Iterator[MainWindow]:
    shutil.copyfile(sample, tmp_path / "p.annotator")
    settings = Settings(annotator="Ana", theme="light", interface_size=USUAL_SIZE * way[1])
    made = MainWindow(settings, at_once=True, keep_settings=False)
    made.apply_settings()
    qtbot.addWidget(made)
    made.resize(ROOM)
    made.show_project(Store.open(tmp_path / "p.annotator", "Ana"))
    made.show()
    yield made
    close_dialogs(made)
    made.close()


def close_dialogs(window: MainWindow) -> None:
    for each in QApplication.topLevelWidgets():
        if each is not window:
            each.close()
    QApplication.processEvents()


def cut_in(place: QWidget) -> Iterator[str]:
    """What has less room than its words need."""
    for each in place.findChildren(QWidget):
        if not each.isVisible() or each.window() is not place:
            continue
        in_one_line = isinstance(each, QLabel) and not isinstance(each, ElidedLabel) and not each.wordWrap()
        if in_one_line and each.fontMetrics().horizontalAdvance(each.text()) > each.contentsRect().width() + 1:
            yield f"{each.text()}: {called(each)}"
        named = isinstance(each, QPushButton | QCheckBox | QRadioButton) and not isinstance(each, ElidedButton)
        if named and each.text() and each.width() + 1 < each.sizeHint().width():
            yield f"{each.text()}: {called(each)}"
        in_a_spin_box = isinstance(each.parent(), QAbstractSpinBox)
        fields = QPushButton | QLineEdit | QComboBox
        if isinstance(each, fields) and not in_a_spin_box and each.height() + 1 < least_height(each):
            yield f"too low: {called(each)}: {each.height()} for {least_height(each)}"
        if isinstance(each, QTabBar) and each.width() + 1 < each.tabRect(each.count() - 1).right():
            yield f"the last tab: {called(each)}"
        if isinstance(each, PlainTable):
            header = each.horizontalHeader()
            for column, heading in enumerate(each.model_.headings):
                if not header.isSectionHidden(column) and header.sectionSize(column) < header.sectionSizeHint(column):
                    yield f"{heading}: {called(each)}"


def least_height(control: QWidget) -> int:
    """What letters with both lengths need, and the border around them."""
    return control.fontMetrics().height() + 4


def overlapping_in(place: QWidget) -> Iterator[str]:
    """Controls that lie over one another within the same part of a page."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox)
    for part in (place, *place.findChildren(QWidget)):
        if part.layout() is None or not part.isVisible():
            continue
        children = [each for each in part.children() if isinstance(each, kinds) and each.isVisible()]
        for one, other in combinations(children, 2):
            if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry().adjusted(1, 1, -1, -1)):
                yield f"{called(one)} and {called(other)}"


def test_nothing_is_cut_and_nothing_overlaps(window: MainWindow) -> None:
    found = []
    for screen in SCREENS:
        if screen == "welcome":
            continue
        place = shown(window, screen)
        if place is not window:
            if place.minimumSizeHint().width() > ROOM.width() or place.minimumSizeHint().height() > ROOM.height():
                found.append(f"{screen}: needs {place.minimumSizeHint()}")
            place.resize(place.size().boundedTo(ROOM))
        QApplication.processEvents()
        found += [f"{screen}: cut: {each}" for each in cut_in(place)]
        found += [f"{screen}: overlap: {each}" for each in overlapping_in(place)]
        close_dialogs(window)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("way", [("de", 2.0)], indirect=True, ids=["de-200%"])
def test_nothing_is_cut_in_states_that_are_seldom_seen(window: MainWindow) -> None:
    found = []
    for state, show in states().items():
        window.show_screen("annotate")
        show(window)
        QApplication.processEvents()
        for place in [each for each in QApplication.topLevelWidgets() if each.isVisible()]:
            if place is not window and place.parentWidget() is not window:
                # Another test's, still on its way out.
                continue
            place.resize(place.size().boundedTo(ROOM))
            QApplication.processEvents()
            found += [f"{state}: cut: {each}" for each in cut_in(place)]
            found += [f"{state}: overlap: {each}" for each in overlapping_in(place)]
        close_dialogs(window)
    assert not found, "\n".join(found)
