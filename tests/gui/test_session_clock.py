"""The clock of the session: work without pauses, the median time a claim, and off until it is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.main_window import MainWindow
from annotator.gui.session_clock import PAUSE_SECONDS, SessionClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def clock(qtbot: QtBot, hands: Hands) -> SessionClock:
    window = QWidget()
    qtbot.addWidget(window)
    made = SessionClock(window, hands)
    made.set_on(True)
    return made


def test_work_is_counted_and_pauses_are_not(clock: SessionClock, hands: Hands) -> None:
    for _ in range(4):
        hands.time += 60
        clock.touch()
    hands.time += PAUSE_SECONDS + 3600
    clock.touch()
    assert clock.text() == "4 min"
    for _ in range(60):
        hands.time += 60
        clock.touch()
    assert clock.text() == "1 h 4 min"


def test_the_median_of_the_times_between_claims_is_told(clock: SessionClock, hands: Hands) -> None:
    for seconds in (10, 30, 20, PAUSE_SECONDS + 1):
        hands.time += seconds
        clock.claim_made()
    assert clock.text() == "1 min · 15 s a claim"


def test_it_is_off_and_silent_until_it_is_wanted(window: MainWindow) -> None:
    assert window.status.clock.isHidden()
    window.clock.claim_made()
    window.settings.session_clock = True
    window.apply_settings()
    assert window.status.clock.text() == "0 min"
    QTest.keyClick(window, Qt.Key.Key_F12)
    window.actions_["claim"].trigger()
    assert window.status.clock.text() == "0 min · 0 s a claim"
    window.settings.session_clock = False
    window.apply_settings()
    assert window.status.clock.isHidden()
