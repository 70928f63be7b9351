"""What a person's role in a team does not allow is greyed, with the reason, before the server would refuse it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.actions.tagging import tag_claim
from annotator.actions.team import add_member
from annotator.actions.topics import make_topic
from annotator.gui.codebook.screen import CodebookScreen
from annotator.gui.commands import BY_ID
from annotator.gui.main_window import MainWindow
from annotator.gui.review.overview_dialog import OverviewDialog
from annotator.gui.review.screen import ReviewScreen
from annotator.queries.review_overview import review_overview
from annotator.records import TeamRole
from annotator.settings import Settings
from annotator.store import Store
from tests.reviewed import consensus
from tests.sample_articles import add_articles, article_record, span
from tests.server import Server

DECIDE = "Your role in this team does not allow it: reviewers and managers decide."
MANAGE = "Your role in this team does not allow it: managers keep the codebook, the articles and the plan."
DECIDING = {"accept", "amend", "reject", "accept_why", "amend_why", "reject_why", "codebook_question", "third_opinion"}
MANAGING = {"add", "add_folder", "import_codebook", "remove_article", "plan"}
Join = Callable[[TeamRole], MainWindow]


@pytest.fixture
def join(qtbot: QtBot, server: Server, team_database: str) -> Iterator[Join]:
    """Opens the window of Rea, a member of that role, on a project in which Ana and Ben disagree."""
    opened: list[MainWindow] = []
    with Store.open(server.url(team_database), "Keeper") as store:
        add_articles(store, [article_record("a")], source="articles")
        make_topic(store, "Port fees")
        tag_claim(store, "a", [span("Two ships a month")], by="Ana")
        tag_claim(store, "a", [span("She did not answer")], by="Ben")

    def made(role: TeamRole) -> MainWindow:
        with Store.open(server.url(team_database), "Keeper") as keeper:
            add_member(keeper, "Rea", role)
        window = MainWindow(Settings(annotator="Rea", theme="light"), at_once=True, keep_settings=False)
        window.resize(1100, 800)
        window.show_project(Store.open(server.url(team_database, "Rea"), "Rea"), "a")
        window.show()
        window.activateWindow()
        opened.append(window)
        return window

    yield made
    for window in opened:
        assert window.project is not None
        store = window.project.store
        window.close()
        window.deleteLater()
        store.close()
    server.execute("DROP OWNED BY {}", "Rea", database=team_database)
    server.execute("DROP ROLE {}", "Rea")


def reviewing(window: MainWindow) -> ReviewScreen:
    window.show_screen("review")
    assert window.project is not None
    screen = window.project.screens.shown
    assert isinstance(screen, ReviewScreen)
    return screen


def refused(window: MainWindow, ids: set[str]) -> dict[str, str]:
    """The commands of these that cannot be run, and why."""
    found = {id_: window.actions_.why_not(command) for id_, command in BY_ID.items() if id_ in ids}
    return {id_: why for id_, why in found.items() if why}


@pytest.mark.parametrize(
    ("role", "deciding", "managing"),
    [("coder", set(DECIDING), MANAGING), ("reviewer", set(), MANAGING), ("manager", set(), set())],
)
def test_commands_say_who_may(join: Join, role: TeamRole, deciding: set[str], managing: set[str]) -> None:
    window = join(role)
    assert refused(window, MANAGING) == dict.fromkeys(managing, MANAGE)
    assert {id_ for id_ in MANAGING if not window.actions_[id_].isEnabled()} == managing
    assert {window.actions_[id_].toolTip() for id_ in managing} == ({MANAGE} if managing else set())
    reviewing(window)
    assert refused(window, DECIDING) == dict.fromkeys(deciding, DECIDE)
    assert refused(window, {"comment", "skip", "agreement", "export", "codebook"}) == {}


def test_a_coder_looks_at_the_review_and_decides_nothing(join: Join) -> None:
    window = join("coder")
    screen = reviewing(window)
    window.actions_["accept"].trigger()
    assert window.status.said.text() == DECIDE
    buttons = screen.versions.buttons
    assert {verb for verb, button in buttons.items() if button.isEnabled()} == {"skip"}
    assert buttons["accept"].toolTip() == DECIDE
    assert not screen.queue.unanimous.isEnabled()
    assert not screen.versions.third.isEnabled()
    assert window.project is not None
    assert consensus(window.project.store, "a") == []
    with window.project.store.read() as session:
        dialog = OverviewDialog(window, review_overview(session), {}, why_not=DECIDE)
    by_text = {each.text(): each for each in dialog.findChildren(QPushButton)}
    assert not by_text["Mark as reviewed"].isEnabled()
    assert by_text["Go to the article"].isEnabled()
    dialog.close()


def test_a_reviewer_decides(join: Join) -> None:
    window = join("reviewer")
    reviewing(window)
    window.actions_["accept"].trigger()
    assert window.project is not None
    assert len(consensus(window.project.store, "a")) == 1


def test_a_coder_reads_the_codebook_and_changes_nothing(join: Join, tmp_path: Path) -> None:
    window = join("coder")
    window.show_screen("codebook")
    assert window.project is not None
    screen = window.project.screens.shown
    assert isinstance(screen, CodebookScreen)
    assert screen.topics.list.chosen() is not None
    for page in (screen.topics, screen.fields):
        assert {action.isEnabled() for action, _ in page.list._actions} == {False}
        assert {action.toolTip() for action, _ in page.list._actions} == {MANAGE}
        for field in page.editor.findChildren(QLineEdit) + page.editor.findChildren(QPlainTextEdit):
            assert field.isReadOnly()
        assert not [each for each in page.editor.findChildren(QAbstractButton) if each.isEnabled()]
    assert not screen.take.isEnabled()
    assert screen.reason.text() == MANAGE
    # The speakers are everybody's.
    assert any(action.isEnabled() for action, _ in screen.speakers.list._actions)
    file = tmp_path / "a.txt"
    file.write_text("Ships are waiting.", encoding="utf-8")
    window.commands.add_files([file])
    assert window.messages.message is not None
    assert window.messages.message.text == MANAGE


def test_a_coder_is_offered_no_new_topic(join: Join) -> None:
    window = join("coder")
    assert window.project is not None
    screen = window.project.screen
    topics = screen.panel.topics
    assert {action.isEnabled() for action, _ in topics._actions} == {False}
    screen.tagger.topic()
    assert screen.lists.picker is not None
    assert not screen.lists.picker._allow_new
    screen.lists.picker.close()
