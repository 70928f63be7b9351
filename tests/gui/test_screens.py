"""The screens of an open project: one shown, the others made late and caught up with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.actions.topics import make_topic
from annotator.gui import screens
from annotator.gui.jobs import Jobs
from annotator.gui.screens import SCREENS, Screen, ScreenKind, Screens
from annotator.gui.theme import LIGHT, Theme
from annotator.records import Changes
from annotator.settings import Settings
from annotator.store import Store


class Watching(Screen):
    """A screen that keeps what it was told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[str] = []

    def begin(self) -> None:
        self.told.append("begin")

    def follow(self, changes: Changes) -> None:
        self.told.append("follow")

    def catch_up(self) -> None:
        self.told.append("catch up")

    def pane_state(self) -> str:
        return "remembered"


def _watching(_jobs: Jobs, _theme: Theme, _settings: Settings, parent: QWidget) -> Screen:
    return Watching(parent)


@pytest.fixture
def pages(qtbot: QtBot, jobs: Jobs, store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screens]:
    monkeypatch.setattr(screens, "SCREENS", (SCREENS[0], ScreenKind("second", _watching)))
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Screens(jobs, LIGHT, Settings(), holder)
    end = store.subscribe(made.follow)
    yield made
    end()


def test_a_screen_is_made_when_it_is_first_shown(pages: Screens) -> None:
    made: list[object] = []
    pages.made.connect(made.append)
    assert pages.count() == 1
    shown = pages.show_screen("second")
    assert isinstance(shown, Watching)
    assert pages.shown is pages.currentWidget() is shown
    assert (made, shown.told) == ([shown], ["begin"])


def test_a_screen_that_was_away_catches_up_once(pages: Screens, store: Store) -> None:
    shown = pages.show_screen("second")
    assert isinstance(shown, Watching)
    make_topic(store, "Port fees")
    assert shown.told == ["begin", "follow"]
    pages.show_screen(SCREENS[0].id)
    make_topic(store, "Dredging")
    make_topic(store, "Strike")
    assert shown.told == ["begin", "follow"]
    pages.show_screen("second")
    pages.show_screen(SCREENS[0].id)
    pages.show_screen("second")
    assert shown.told == ["begin", "follow", "catch up"]


def test_panes_are_remembered_for_each_screen(pages: Screens) -> None:
    settings = Settings()
    pages.show_screen("second")
    pages.apply(LIGHT, settings)
    pages.remember_panes()
    assert settings.window["panes-second"] == "remembered"
    assert set(settings.window) == {f"panes-{SCREENS[0].id}", "panes-second"}
