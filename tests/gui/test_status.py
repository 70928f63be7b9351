"""The bar at the bottom says what is true of the disk, and does not flicker with every key."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.status import Status

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_change_that_takes_long_is_said_to_be_on_its_way(qtbot: QtBot) -> None:
    status = Status()
    qtbot.addWidget(status)
    status.say_saved()
    saved = status.saved.text()
    status.say_saving()
    assert status.saved.text() == saved
    qtbot.waitUntil(lambda: status.saved.text() == "Saving…")
    status.say_saved()
    assert "saved" in status.saved.text()


def test_a_change_that_is_on_the_disk_soon_leaves_the_word_out(qtbot: QtBot) -> None:
    status = Status()
    qtbot.addWidget(status)
    words: list[str] = []
    for say in (status.say_saved, status.say_stopped, status.say_away, status.clear):
        status.say_saving()
        say()
        qtbot.wait(200)
        words.append(status.saved.text())
    assert "Saving…" not in words
    assert len(set(words)) == 4


def test_a_long_sentence_is_read_whole_and_counts_and_keys_come_back(qtbot: QtBot) -> None:
    status = Status()
    qtbot.addWidget(status)
    status.resize(700, 29)
    status.show()
    status.say_saved()
    status.show_counts("29 claims · 11 speakers · 12 topics")
    status.show_keys((("S", "speaker"), ("?", "all keys")))
    assert status._pairs[-1][0].isVisible()
    long = "No other claim of yours in this article has tags; Shift+V copies those of a claim, wherever it is."
    status.say(long)
    qtbot.waitUntil(lambda: status.said.fontMetrics().horizontalAdvance(long) <= status.said.width())
    assert not status._pairs[-1][0].isVisible()
    assert not status.counts.isVisible()
    status.say("Tagged.")
    assert status.counts.isVisible()
    status.say(long)
    status.hush()
    assert status.counts.isVisible()
    assert status._pairs[-1][0].isVisible()
