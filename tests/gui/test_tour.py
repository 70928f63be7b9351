"""The tour: five steps that go on by what is done, out of the way, and over for good with Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic
from annotator.actions.topics import make_topic
from annotator.gui.annotate.tour import STEPS, Tour, TourStrip
from annotator.gui.main_window import MainWindow
from annotator.store import Store

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def tour(window: MainWindow, qtbot: QtBot) -> Tour:
    assert window.project is not None
    made = window.project.screen.tour
    qtbot.waitUntil(lambda: not made.settling)
    window.actions_["tour"].trigger()
    return made


def strip(window: MainWindow) -> TourStrip:
    assert window.project is not None
    return window.project.screen.reading.tour_strip


def test_it_goes_on_as_one_does_what_it_says(tour: Tour, window: MainWindow, store: Store) -> None:
    assert window.project is not None
    make_speaker(store, "Mira Okafor", speaker_id="okafor")
    make_topic(store, "Port fees", topic_id="fees")
    assert (tour.step, strip(window).count.text()) == (1, "1 of 5")
    window.actions_["next_sentence"].trigger()
    assert tour.step == 2
    window.actions_["next_sentence"].trigger()
    assert tour.step == 2
    window.actions_["claim"].trigger()
    assert tour.step == 3
    claim = window.project.screen.tagger.current()
    assert claim is not None
    add_speaker(store, claim, "okafor")
    assert tour.step == 4
    add_topic(store, claim, "fees")
    assert (tour.step, strip(window).next.text()) == (5, "Done")
    strip(window).next.click()
    assert (tour.step, window.settings.tour_taken, strip(window).isHidden()) == (0, True, True)


def test_each_step_names_the_keys_as_they_are(tour: Tour, window: MainWindow) -> None:
    said = []
    for _ in range(STEPS):
        said.append(strip(window).words.text())
        strip(window).next.click()
    assert "{" not in "".join(said)
    assert ["Down" in said[0], "press C" in said[1], "Press S" in said[2], "Press T" in said[3]] == [True] * 4
    assert "Ctrl+K" in said[4]


def test_esc_in_the_text_leaves_what_there_is_to_leave_and_then_the_tour(
    tour: Tour, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.project is not None
    reader = window.project.screen.reader
    reader.setFocus()
    window.actions_["claim"].trigger()
    window.actions_["select_word_right"].trigger()
    for left in (True, True, False):
        window.actions_["leave"].trigger()
        assert (tour.step > 0) == left
    assert window.settings.tour_taken


def test_it_takes_room_below_the_text_and_no_focus(tour: Tour, window: MainWindow) -> None:
    assert window.project is not None
    reader = window.project.screen.reader
    window.grab()
    assert not strip(window).geometry().intersects(reader.geometry())
    assert not strip(window).next.hasFocus()
    strip(window).next.setFocus()
    QTest.keyClick(strip(window).next, Qt.Key.Key_Escape)
    assert tour.step == 0


def test_an_article_that_opens_takes_no_step(tour: Tour, window: MainWindow) -> None:
    assert window.project is not None
    window.project.screen.reload_article()
    assert tour.settling
    window.project.screen.reader.next_sentence()
    assert tour.step == 1
