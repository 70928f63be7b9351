"""Who reads an article blind sees nothing of the others' versions in the window before the own work is finished."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.actions.articles import set_state
from annotator.actions.planning import Proposed, carry_out
from annotator.actions.tagging import tag_claim
from annotator.gui.agreement.opening import show_agreement
from annotator.gui.agreement.view import AgreementView
from annotator.gui.dialogs.export_dialog import ExportDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.review.screen import ReviewScreen
from annotator.store import Store
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def screen(window: MainWindow, store: Store, article_id: str) -> ReviewScreen:
    """The Review screen on an article in which Ana and Ben found different claims."""
    tag_claim(store, article_id, [span("Two ships a month")], by="Ana")
    tag_claim(store, article_id, [span("She did not answer")], by="Ben")
    window.show_screen("review")
    assert window.project is not None
    shown = window.project.screens.shown
    assert isinstance(shown, ReviewScreen)
    return shown


def test_the_queue_leaves_it_out_until_it_is_finished(screen: ReviewScreen, store: Store, article_id: str) -> None:
    assert list(screen.comparing.articles) == [article_id]
    carry_out(store, [Proposed(article_id, "Ana", "double", True)])
    assert list(screen.comparing.articles) == []
    tag_claim(store, article_id, [span("fees hurt boats")], by="Ben")
    assert list(screen.comparing.articles) == []
    set_state(store, [article_id], "finished")
    assert list(screen.comparing.articles) == [article_id]


def test_the_cases_behind_a_figure_leave_it_out(
    screen: ReviewScreen, window: MainWindow, store: Store, article_id: str
) -> None:
    carry_out(store, [Proposed(article_id, "Ana", "double", True)])
    show_agreement(window)
    [view] = window.findChildren(AgreementView)
    view.cases_wanted.emit("claims", ("Ana", "Ben"), None, None)
    assert view.stack.currentWidget() is view.empty
    view.close()


def test_the_line_of_figures_opens_the_view(screen: ReviewScreen, window: MainWindow) -> None:
    screen.versions.agreement.click()
    [view] = window.findChildren(AgreementView)
    assert view.layers.model_.rows[1].texts[1] == ".00"
    view.close()


def test_the_figures_leave_it_out(screen: ReviewScreen, window: MainWindow, store: Store, article_id: str) -> None:
    carry_out(store, [Proposed(article_id, "Ana", "double", True)])
    show_agreement(window)
    [view] = window.findChildren(AgreementView)
    assert "nothing to compare" in view.explanation.text()
    assert "Articles that you read blind are left out until you have finished them: 1." in view.explanation.text()
    view.close()


def test_who_exports_is_told_that_it_is_left_out(
    screen: ReviewScreen, window: MainWindow, store: Store, article_id: str
) -> None:
    carry_out(store, [Proposed(article_id, "Ana", "double", True)])
    window.commands.export()
    [dialog] = window.findChildren(ExportDialog)
    assert dialog.contents.text().startswith("Articles that you read blind: 1.")
    dialog.some.setChecked(True)
    dialog._ask()
    assert dialog.contents.isHidden()
    dialog.everybody.setChecked(True)
    set_state(store, [article_id], "finished")
    dialog._ask()
    assert dialog.contents.isHidden()
    dialog.close()


def test_who_exports_is_told_what_the_consensus_lacks(screen: ReviewScreen, window: MainWindow, store: Store) -> None:
    QTest.keyClick(screen.queue.view, Qt.Key.Key_A)
    window.commands.export()
    [dialog] = window.findChildren(ExportDialog)
    assert dialog.contents.text() == "The consensus is not whole yet. Disagreements that are not decided: 1."
    dialog.close()
