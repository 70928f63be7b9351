"""Panes: drawn, folded away, remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.gui.codebook.screen import CodebookScreen
from annotator.gui.jobs import Jobs
from annotator.gui.panes import Panes
from annotator.gui.theme import LIGHT, USUAL_SIZE, apply
from annotator.settings import Settings
from annotator.store import Store


def three(qtbot: QtBot) -> Panes:
    panes = Panes()
    qtbot.addWidget(panes)
    for word in ("list", "text", "panel"):
        panes.addWidget(QLabel(word))
    panes.resize(1002, 300)
    panes.arrange((200, 500, 300))
    panes.show()
    return panes


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """The interface at 200 %."""
    apply(qapp, LIGHT, 2 * USUAL_SIZE)
    yield
    apply(qapp, LIGHT, USUAL_SIZE)


def test_a_pane_is_folded_away_and_shown_again(qtbot: QtBot) -> None:
    panes = three(qtbot)
    assert panes.sizes() == [200, 500, 300]
    panes.fold(2)
    assert not panes.is_shown(2)
    assert panes.sizes() == [200, 800, 0]
    panes.fold(2)
    assert panes.is_shown(2)
    assert panes.sizes() == [200, 500, 300]


def test_what_was_remembered_comes_back_and_nonsense_changes_nothing(qtbot: QtBot) -> None:
    panes = three(qtbot)
    panes.setSizes([300, 300, 400])
    state, again = panes.state(), three(qtbot)
    again.restore(state)
    assert again.sizes() == [300, 300, 400]
    again.restore("no such state")
    assert again.sizes() == [300, 300, 400]


def test_every_page_of_the_codebook_keeps_its_shares(qtbot: QtBot, store: Store) -> None:
    def made() -> CodebookScreen:
        screen = CodebookScreen(Jobs(store, at_once=True), LIGHT, Settings())
        qtbot.addWidget(screen)
        screen.resize(1400, 800)
        screen.show()
        return screen

    first = made()
    first.show_page("speakers")
    QApplication.processEvents()
    first.speakers.panes.setSizes([500, 500, 398])
    shares, state = first.speakers.panes.sizes(), first.pane_state()
    # Not looked at this time: what was remembered of its pages stays.
    untouched = made()
    untouched.restore_panes(state)
    third = made()
    third.restore_panes(untouched.pane_state())
    third.show_page("speakers")
    QApplication.processEvents()
    assert third.speakers.panes.sizes() == shares


def test_a_list_grows_with_the_interface_up_to_a_limit(qtbot: QtBot, large: None) -> None:
    panes = Panes()
    qtbot.addWidget(panes)
    for word in ("list", "text"):
        panes.addWidget(QLabel(word))
    panes.resize(1051, 300)
    panes.show()
    panes.arrange((200, 800))
    assert panes.sizes()[0] == 250
    panes.arrange((200, 850), most=1)
    assert panes.sizes()[0] == 200
