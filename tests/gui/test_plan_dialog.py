"""The plan in the window: what it proposes is what is assigned, and it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotator.actions.articles import set_state
from annotator.actions.tagging import tag_claim
from annotator.gui.main_window import MainWindow
from annotator.gui.plan.opening import show_plan
from annotator.gui.plan.plan_dialog import PlanDialog
from annotator.queries.plan import plan_overview
from annotator.store import Store
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def dialog(window: MainWindow, store: Store, article_id: str) -> Iterator[PlanDialog]:
    """The plan of ten articles for Ana and Ben."""
    add_articles(store, [article_record(f"more {number}", f"Text {number}.") for number in range(9)], source="more")
    tag_claim(store, article_id, [(0, 4)], by="Ben")
    tag_claim(store, article_id, [(0, 4)], by="Ana")
    show_plan(window)
    [shown] = window.findChildren(PlanDialog)
    yield shown
    shown.close()


def assigned(store: Store) -> int:
    with store.read() as session:
        return sum(len(cell.purposes) for cell in plan_overview(session).cells.values())


def test_what_is_shown_is_assigned_and_taken_back(dialog: PlanDialog, store: Store) -> None:
    assert sorted(dialog.boxes) == ["Ana", "Ben"]
    assert len(dialog.table.model_.rows) == 10
    assert dialog.foot.text() == "Ana: 6, Ben: 6. 2 articles are read by two."
    before = [row.texts for row in dialog.table.model_.rows]
    dialog.seed.set_value(2)
    dialog.propose()
    assert [row.texts for row in dialog.table.model_.rows] != before
    assert assigned(store) == 0
    dialog.assign.click()
    assert assigned(store) == 12
    assert dialog.table.accessibleDescription() == "There is nothing to deal out."
    assert not dialog.assign.isEnabled()
    dialog.kind.set_value("planned")
    dialog.propose()
    row = dialog.table.model_.rows[0]
    column = next(at for at, text in enumerate(row.texts) if at and text != "–")
    dialog.table.setCurrentIndex(dialog.table.model_.index(0, column))
    dialog.withdraw.click()
    assert assigned(store) == 11
    store.undo()
    store.undo()
    assert assigned(store) == 0


def test_what_cannot_be_dealt_is_said(dialog: PlanDialog) -> None:
    dialog.boxes["Ben"].setChecked(False)
    assert "Double reading takes two persons" in dialog.table.accessibleDescription()
    assert not dialog.assign.isEnabled()
    dialog.share.field.setValue(0)
    assert dialog.assign.isEnabled()
    dialog.boxes["Ana"].setChecked(False)
    assert "at least one person" in dialog.table.accessibleDescription()


def test_finished_articles_are_given_again(dialog: PlanDialog, store: Store, article_id: str) -> None:
    set_state(store, [article_id], "finished")
    with store.read() as session:
        dialog.show_overview(plan_overview(session))
    dialog.kind.set_value("again")
    dialog.share.field.setValue(100)
    dialog.propose()
    assert [row.texts[2] for row in dialog.table.model_.rows] == ["Ana (again)"]
    assert "choose the name with “(again)” in Settings" in dialog.foot.text()
    dialog.assign.click()
    assert assigned(store) == 1
    assert "Ana (again)" not in dialog.boxes
