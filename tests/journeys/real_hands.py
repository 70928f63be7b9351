"""Hands at a real window: what the X server is told to type and to point at, and what came of it.

Run as a program of its own on a display of its own by `test_real_hands.py`: `python -m
tests.journeys.real_hands keyboard PROJECT`. Keys and clicks go through the X server as a person's do; the
window's state is looked at, never changed. Prints one JSON document.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QPoint, QRect
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from annotator.gui.app import application
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.chip import Chip
from annotator.gui.picker import Picker
from annotator.records import ClaimRecord
from annotator.settings import Settings
from annotator.store import Store
from tests.journeys.harbour_day import CLAIMS, SENTENCES, Claim

PATIENCE_SECONDS = 40.0
STANCE_KEYS = {"supports": "1", "opposes": "2", "neutral": "3", "unclear": "4"}
TOPIC_KEYS = {"Port fees": "p", "Dredging": "d", "Labour": "l"}


class Hands:
    """One person at one window. keys, clicks: how many so far."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        assert window.project is not None
        self.screen = window.project.screen
        self.reader = self.screen.reader
        self.keys = 0
        self.clicks = 0

    # Waiting --------------------------------------------------------------------------------------

    def until(self, so: Callable[[], object], what: str) -> None:
        """Let the window work until something is so."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not so():
            if time.monotonic() > end:
                raise SystemExit(f"waited in vain: {what}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)

    def written(self) -> None:
        """All is on the disk, and the news of it has come."""
        assert self.window.project is not None
        jobs = self.window.project.jobs
        self.until(lambda: not jobs.writing, "all written")

    # Doing ----------------------------------------------------------------------------------------

    def press(self, *names: str) -> None:
        """Keys by their X names, one after the other."""
        subprocess.run(["xdotool", "key", "--delay", "30", *names], check=True)
        self.keys += len(names)
        QApplication.processEvents()

    def point(self, widget: QWidget, at: QPoint, button: str = "1") -> None:
        """Move the pointer to a place of a widget, and click."""
        place = widget.mapToGlobal(at)
        where = ["mousemove", "--sync", str(place.x()), str(place.y())]
        subprocess.run(["xdotool", *where, "click", button], check=True)
        self.clicks += 1
        QApplication.processEvents()

    def point_at(self, box: QRect, button: str = "1") -> None:
        """Click into the middle of a box on the screen."""
        self.point(self.reader, self.reader.mapFromGlobal(box.center()), button)

    # What is there --------------------------------------------------------------------------------

    def claims(self) -> list[ClaimRecord]:
        """The claims so far."""
        return [mark for mark in self.screen.opened.visible() if isinstance(mark, ClaimRecord)]

    def current(self) -> ClaimRecord | None:
        """The current claim, once its news has come."""
        mark = self.screen.opened.marks.get(self.reader.cursor_state.current or "")
        return mark if isinstance(mark, ClaimRecord) else None

    def list_open(self) -> Picker:
        """The open list, once it has the keyboard."""
        lists = self.screen.lists
        self.until(lambda: lists.picker is not None and lists.picker.field.hasFocus(), "a list is open")
        assert lists.picker is not None
        return lists.picker

    def sentence(self) -> str:
        """The words at the sentence cursor."""
        at = self.reader.cursor_state.sentence
        return self.reader.text()[at.start : at.end] if at is not None else ""


def by_keyboard(hands: Hands) -> list[int]:
    """Tag every claim by keys alone; how many keys each took from C to its last stance."""
    counted: list[int] = []
    for claim in CLAIMS:
        while not hands.sentence().startswith(SENTENCES[claim.sentence]):
            before = hands.sentence()
            hands.press("Down")
            hands.until(lambda before=before: hands.sentence() != before, "the next sentence")
        begun = hands.keys
        hands.press("c", "s")
        hands.list_open()
        hands.press(claim.speaker[0].lower(), "Return")
        hands.until(lambda: hands.screen.lists.picker is None, "a speaker was taken")
        hands.press("t")
        hands.list_open()
        hands.press(TOPIC_KEYS[claim.topic])
        hands.until(lambda: hands.screen.lists.picker is None, "a topic was taken")
        if claim.stance is not None:
            hands.press(STANCE_KEYS[claim.stance])
        counted.append(hands.keys - begun)
        hands.written()
        # Enter is not of this claim any more: it goes on to the next sentence.
        hands.press("Return")
    return counted


def by_mouse(hands: Hands) -> list[int]:
    """Tag every claim by the mouse alone; how many clicks each took."""
    counted: list[int] = []
    for claim in CLAIMS:
        begun = hands.clicks
        start = hands.reader.text().index(SENTENCES[claim.sentence])
        hands.reader.show_stretch(start, start + 2)
        hands.point_at(hands.reader.screen_rectangle(start + 1, start + 2), "3")
        known = len(hands.claims())
        choose(hands, "Claim")
        hands.until(lambda known=known: len(hands.claims()) > known and hands.current() is not None, "a claim is made")
        card = chip(hands, "Add a speaker")
        hands.point(card, card.rect().center())
        take(hands, claim.speaker)
        hands.until(lambda: bool((now := hands.current()) and now.speakers), "a speaker is there")
        card = chip(hands, "Add a topic")
        hands.point(card, card.rect().center())
        take(hands, claim.topic)
        hands.until(lambda: bool((now := hands.current()) and now.topics), "a topic is there")
        if claim.stance is not None:
            set_stance(hands, claim)
        hands.written()
        counted.append(hands.clicks - begun)
    return counted


def set_stance(hands: Hands, claim: Claim) -> None:
    """Click the topic's chip and choose in its menu."""
    there = chip(hands, f"Topic: {claim.topic}")
    hands.point(there, there.rect().center())
    assert claim.stance is not None
    choose(hands, claim.stance)
    hands.until(lambda: bool((now := hands.current()) and now.topics[0].stance == claim.stance), "the stance is set")


def choose(hands: Hands, words: str) -> None:
    """Click a line of the menu that is open."""
    hands.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), f"a menu is open for {words}")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text().partition("\t")[0] == words)
    hands.point(menu, menu.actionGeometry(action).center())
    hands.until(lambda: QApplication.activePopupWidget() is None, "the menu is gone")


def chip(hands: Hands, name: str) -> Chip:
    """A chip of the current claim's card that can be seen and clicked."""
    found: list[Chip] = []

    def look() -> bool:
        claim = hands.current()
        card = hands.screen.panel.cards.card(claim.id) if claim is not None else None
        chips = card.findChildren(Chip) if card is not None else []
        found[:] = [each for each in chips if each.isVisible() and each.accessibleName().startswith(name)]
        return bool(found) and not found[0].visibleRegion().isEmpty()

    hands.until(look, f"the chip {name}")
    return found[0]


def take(hands: Hands, name: str) -> None:
    """Click a line of the list that is open."""
    picker = hands.list_open()
    rows = range(picker.model.rowCount())
    at = {row.words: number for number in rows if (row := picker.model.row(picker.model.index(number, 0)))}
    box = picker.view.visualRect(picker.model.index(at[name], 0))
    hands.point(picker.view.viewport(), box.center())
    hands.until(lambda: hands.screen.lists.picker is None, f"{name} was taken")


def main(way: str, project: str) -> None:
    """Open the window, tag everything, close it, and say what it took."""
    app = application()
    window = MainWindow(Settings(annotator="Ana", theme="light"), keep_settings=False)
    window.apply_settings()
    window.resize(1380, 860)
    window.show_project(Store.open(project, "Ana"))
    window.show()
    window.move(0, 0)
    hands = Hands(window)
    hands.until(lambda: hands.screen.opened.record is not None, "an article is open")
    hands.until(lambda: len(hands.screen.lookup.speakers) > 0, "the speakers are known")
    identity = str(int(window.winId()))
    # Without a window manager nobody gives a window the keyboard.
    subprocess.run(["xdotool", "windowfocus", "--sync", identity], check=True)
    hands.until(lambda: app.focusWidget() is hands.reader, "the text has the keyboard")
    counted = (by_keyboard if way == "keyboard" else by_mouse)(hands)
    window.close()
    print(json.dumps({"counted": counted, "keys": hands.keys, "clicks": hands.clicks}))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
