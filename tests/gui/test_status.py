"""The bar at the bottom says what is true of the disk, and does not flicker with every key."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from annotator.gui.status import Status


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
