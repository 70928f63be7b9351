"""Commands as actions: greyed with a reason in the window, never silent in the text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.actions import Actions
from annotator.gui.commands import COMMANDS, why_not


class Met:
    """What is there now: the needs that are met."""

    def __init__(self, *needs: str) -> None:
        self.needs = {"", *needs}

    def missing(self, need: str) -> str | None:
        return None if need in self.needs else "article" if need == "taggable" else need


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_command_runs_when_what_it_needs_is_there(window: QWidget) -> None:
    done: list[str] = []
    ids = [command.id for command in COMMANDS]
    met = Met(*{need for command in COMMANDS for need in (command.needs, command.may) if need})
    actions = Actions(window, {id_: lambda id_=id_: done.append(id_) for id_ in ids}, met.missing, {})  # type: ignore[misc]
    for id_ in ids:
        actions[id_].trigger()
    assert done == ids


def test_a_command_of_the_text_says_what_is_missing_and_one_of_the_window_is_greyed(window: QWidget) -> None:
    said: list[str] = []
    met = Met()
    actions = Actions(window, {command.id: lambda: pytest.fail("it ran") for command in COMMANDS}, met.missing, {})
    actions.refused.connect(said.append)
    actions["cue"].trigger()
    actions["claim"].trigger()
    actions["export"].trigger()
    assert said == [why_not("claim"), why_not("article")]
    assert not actions["export"].isEnabled()
    assert actions["export"].toolTip() == why_not("project")
    met.needs.add("project")
    actions.refresh()
    assert actions["export"].isEnabled()
    assert actions["export"].toolTip().startswith("Write all articles")


def test_letters_act_where_they_were_given_and_nowhere_else(window: QWidget) -> None:
    actions = Actions(window, {command.id: lambda: None for command in COMMANDS}, Met().missing, {})
    text = QWidget(window)
    actions.give("text", text)
    assert actions["claim"] in text.actions()
    assert actions["claim"] not in window.actions()
    assert actions["undo"] in window.actions()
    assert actions["undo"] not in text.actions()


def test_what_is_shown_and_hidden_is_ticked_as_it_is_and_not_as_it_was_pressed(window: QWidget) -> None:
    shown = {"colleagues": False, "articles_pane": True}
    met = Met(*{need for command in COMMANDS for need in (command.needs, command.may) if need})
    handlers: dict[str, Callable[[], None]] = {command.id: lambda: None for command in COMMANDS}
    handlers["colleagues"] = lambda: shown.update(colleagues=not shown["colleagues"])
    switches = {id_: partial(shown.__getitem__, id_) for id_ in shown}
    actions = Actions(window, handlers, met.missing, switches)
    assert [command.id for command in COMMANDS if actions[command.id].isCheckable()] == ["articles_pane", "colleagues"]
    assert (actions["colleagues"].isChecked(), actions["articles_pane"].isChecked()) == (False, True)
    actions["colleagues"].trigger()
    assert actions["colleagues"].isChecked()
    # What refuses, as in an article that is read blind.
    actions["articles_pane"].trigger()
    assert actions["articles_pane"].isChecked()
    shown["articles_pane"] = False
    actions.grey(["articles_pane"])
    assert not actions["articles_pane"].isChecked()
