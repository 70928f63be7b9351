"""The Review screen: its keys give verdicts, what is shown follows them, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.actions.articles import set_state
from annotator.actions.reviewing import Grounds
from annotator.actions.tagging import delete_marks, edit_marks, set_spans
from annotator.gui.annotator_colours import kept_apart
from annotator.gui.commands import BY_ID, why_not
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.picker import Picker
from annotator.gui.review.grounds_dialog import GroundsDialog
from annotator.gui.review.overview_dialog import OverviewDialog
from annotator.gui.review.unanimous_dialog import UnanimousDialog
from annotator.queries.annotators import annotator_named
from annotator.queries.articles import article_list
from annotator.queries.history import history
from annotator.records import ANNOTATOR_COLOURS, AnnotatorRecord
from annotator.store import Store
from tests.gui.reviewing import Reviewer
from tests.reviewed import CHANNEL, SHIPS, consensus, said, verdict, verdicts
from tests.sample_articles import snapshot, span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def _no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that no test answers would wait for ever."""
    monkeypatch.setattr(QDialog, "exec", lambda dialog: pytest.fail(f"“{dialog.windowTitle()}” waits"))


@pytest.fixture
def hints(reviewer: Reviewer) -> list[str]:
    said_: list[str] = []
    reviewer.screen.hint.connect(said_.append)
    return said_


def test_the_queue_shows_the_kinds_and_the_first_entry_with_its_versions(reviewer: Reviewer) -> None:
    assert reviewer.kinds == ["boundary", "missing"]
    screen = reviewer.screen
    assert screen.showing.group is not None
    assert [card.version.annotator.name for card in screen.versions._cards if card.version] == ["Ana", "Ben"]
    assert screen.queue.unanimous.text() == "1 unanimous · accept all…"
    assert screen.counts() == "0 of 2 disagreements decided"
    assert screen.reader._scene.lanes is not None
    assert screen.reader._scene.lanes.names == "Ana, Ben"
    assert [screen.reader.text()[a:b] for a, b in screen.reader._scene.differing.stretches] == [" go to Wessel."]


def test_a_key_chooses_a_version_and_another_accepts_it_and_goes_on(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str]
) -> None:
    reviewer.press("2", "a")
    assert [claim.origins for claim in consensus(store, article_id)] == [(made["ben ships"],)]
    assert reviewer.kind == "missing"
    assert reviewer.screen.counts() == "1 of 2 disagreements decided"
    reviewer.press("r")
    assert verdict(store, article_id, made["ana answer"]).verdict == "rejected"
    assert reviewer.screen.counts() == "2 of 2 disagreements decided"


def test_a_verdict_that_decides_several_differences_says_so(
    reviewer: Reviewer, store: Store, made: dict[str, str], hints: list[str]
) -> None:
    reviewer.press("2", "a")
    reviewer.settle()
    [said] = hints
    assert said.startswith("Accepted: “")
    edit_marks(store, [made["ben ships"]], label="Quotation", quotation="indirect", by="Ben")
    reviewer.settle()
    row = reviewer.screen.queue.model.row_of_mark(made["ben ships"])
    reviewer.screen.queue.choose_row(row)
    reviewer.press("1", "a")
    reviewer.settle()
    assert hints[-1] == "This decides 2 differences of these marks: Boundary, Quotation."


def test_colours_of_people_stay_apart_where_two_brought_the_same() -> None:
    people = [AnnotatorRecord(id_, id_, id_, ANNOTATOR_COLOURS[0], "person") for id_ in ("c", "a", "b")]
    people.append(AnnotatorRecord("d", "d", "d", ANNOTATOR_COLOURS[1], "person"))
    shown = kept_apart(people)
    assert {id_: each.colour for id_, each in shown.items()} == {
        "a": ANNOTATOR_COLOURS[0], "b": ANNOTATOR_COLOURS[2], "c": ANNOTATOR_COLOURS[3], "d": ANNOTATOR_COLOURS[1],
    }  # fmt: skip
    many = [AnnotatorRecord(f"{n:02}", "x", "x", ANNOTATOR_COLOURS[0].upper(), "person") for n in range(20)]
    assert len({each.colour.lower() for each in kept_apart(many).values()}) == len(ANNOTATOR_COLOURS)


def test_what_is_undone_is_open_again(reviewer: Reviewer, store: Store, article_id: str) -> None:
    reviewer.press("a")
    reviewer.window.actions_["undo"].trigger()
    reviewer.settle()
    assert consensus(store, article_id) == []
    assert reviewer.screen.counts() == "0 of 2 disagreements decided"


def labels(reviewer: Reviewer) -> list[str]:
    assert reviewer.window.project is not None
    with reviewer.window.project.store.read() as session:
        return [step.label for step in history(session)]


def test_rows_are_gone_through_and_open_ones_are_skipped_to(reviewer: Reviewer, hints: list[str]) -> None:
    reviewer.press("j")
    assert reviewer.kind == "missing"
    reviewer.press("j")
    assert hints[-1] == "This is the last one."
    reviewer.press("k", "k")
    assert (reviewer.kind, hints[-1]) == ("boundary", "This is the first one.")
    reviewer.press("Space")
    assert reviewer.kind == "missing"
    reviewer.press("a", "a")
    reviewer.press("Space")
    assert hints[-1] == "Every disagreement that is shown here is decided; Ctrl+E exports the consensus."
    # The window says it once the last verdict is written, and a verdict that stands already is not given twice.
    steps = len(labels(reviewer))
    reviewer.press("k", "a")
    assert hints[-1] == "It is decided so already."
    assert len(labels(reviewer)) == steps
    reviewer.press("r")
    assert len(labels(reviewer)) == steps + 1
    assert reviewer.window.status.said.text() == hints[-1]
    assert "is decided; Ctrl+E exports" in hints[-1]
    reviewer.press("7")
    assert hints[-1] == "There is no version 7."


def test_cause_and_reason_are_kept_with_the_verdict(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str]
) -> None:
    form = reviewer.screen.versions.form
    form.choose_cause("boundary")
    form.reason.setText("One statement.")
    reviewer.press("q", "j", "k")
    assert form.grounds() == Grounds("boundary", "One statement.", True)
    reviewer.press("a")
    assert verdicts(store, article_id)[made["ana ships"]][1:4] == ("boundary", "One statement.", True)
    reviewer.press("k")
    assert form.grounds() == Grounds("boundary", "One statement.", True)
    reviewer.press("q")
    assert not verdict(store, article_id, made["ana ships"]).codebook_question


def test_shift_asks_why_first(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Grounds | None] = [None, Grounds("slip", "A full stop.")]
    monkeypatch.setattr(GroundsDialog, "ask", lambda _parent, _grounds: answers.pop(0))
    reviewer.press("R")
    assert said(store, article_id) == {}
    reviewer.press("R")
    assert verdicts(store, article_id)[made["ben ships"]][:3] == ("rejected", "slip", "A full stop.")


def test_the_dialog_takes_a_cause_by_its_key_then_the_reason(qtbot: QtBot) -> None:
    dialog = GroundsDialog(None, Grounds())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_0)
    assert dialog.cause == "judgement"
    dialog.buttons["judgement"].setFocus()
    qtbot.keyClick(dialog.buttons["judgement"], Qt.Key.Key_1)
    dialog.reason.setFocus()
    qtbot.keyClicks(dialog.reason, "See 2.3")
    assert dialog.grounds() == Grounds("boundary", "See 2.3", False)


def test_an_amended_version_is_changed_in_the_text_and_on_its_card(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str], qtbot: QtBot
) -> None:
    reviewer.press("e")
    screen = reviewer.screen
    card = screen.versions.amending
    assert card is not None
    assert card.editable
    # The keys of the Annotate screen do something else here.
    assert {label.key for label in card._labels} == {""}
    # The hand is on the card by now, and the ends are moved from there as well.
    focused = QApplication.focusWidget()
    assert focused is not None
    assert screen.versions.isAncestorOf(focused)
    qtbot.keyClick(focused, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    reviewer.settle()
    [claim] = consensus(store, article_id)
    assert claim.parts[0].quote == "Two ships a month go to Wessel"
    screen.versions.consensus_wishes.quotation_chosen.emit(claim.id, "indirect")
    reviewer.settle()
    assert consensus(store, article_id)[0].quotation == "indirect"
    card = screen.versions.amending
    assert card is not None
    card._leave()
    reviewer.settle()
    assert screen.versions.amending is None
    assert reviewer.kind == "missing"
    assert verdict(store, article_id, made["ana ships"]).verdict == "amended"


def test_a_claim_that_was_deleted_meanwhile_is_asked_about(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(value: str) -> Callable[..., str]:
        def choose(_parent: object, _title: str, text: str, _choices: object) -> str:
            asked.append(text)
            return value

        return choose

    assert reviewer.window.project is not None
    # The news is still on its way.
    reviewer.window.project.bridge.changed.disconnect()
    delete_marks(store, [made["ben ships"]], by="Ben")
    monkeypatch.setattr(Confirm, "choose", answer("seen"))
    reviewer.press("2", "a")
    assert asked == ["Ben deleted this claim since you saw it; nothing was decided."]
    assert [claim.parts[0].quote for claim in consensus(store, article_id)] == ["Two ships a month"]


def test_names_can_be_hidden(reviewer: Reviewer) -> None:
    reviewer.press("h")
    screen = reviewer.screen
    names = {card.version.annotator.name for card in screen.versions._cards if card.version}
    assert names == {"Annotator 1", "Annotator 2"}
    entries = [screen.queue.model.entry(row) for row in range(screen.queue.model.rowCount())]
    told = " ".join(screen.queue.model.detail(entry) for entry in entries if entry is not None)
    assert not {"Ana", "Ben"} & set(told.replace(",", " ").split())
    assert screen.reader._scene.lanes is not None
    assert screen.reader._scene.lanes.names == ""
    reviewer.press("h")
    assert {card.version.annotator.name for card in screen.versions._cards if card.version} == {"Ana", "Ben"}


def test_a_comment_is_written_on_the_chosen_version(
    reviewer: Reviewer, store: Store, article_id: str, made: dict[str, str], qtbot: QtBot
) -> None:
    reviewer.press("2", "n")
    field = reviewer.screen.versions.thread_.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Too short?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    reviewer.settle()
    [comment] = said(store, article_id)[made["ben ships"]].comments
    assert comment.text == "Too short?"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert reviewer.screen.queue.view.hasFocus()


def test_the_filters_narrow_the_queue(reviewer: Reviewer) -> None:
    queue = reviewer.screen.queue
    queue.filter.setText("answer")
    assert reviewer.kinds == ["missing"]
    queue.filter.clear()
    queue.button._take_shown("decided")
    assert reviewer.kinds == []
    queue.button._take_shown("all")
    reviewer.press("k", "k", "a")
    queue.button._take_shown("decided")
    assert reviewer.kinds == ["boundary"]
    queue.button._take_shown("all")
    people = {action.text(): action for action in queue.button._persons.values()}
    people["Ben"].trigger()
    reviewer.settle()
    assert reviewer.kinds == []


def test_a_colleagues_change_is_compared_again(reviewer: Reviewer, store: Store, made: dict[str, str]) -> None:
    set_spans(store, made["ben ships"], [span(SHIPS)], by="Ben")
    reviewer.settle()
    assert reviewer.kinds == ["missing"]
    assert reviewer.screen.queue.unanimous.text() == "2 unanimous · accept all…"


def test_what_all_agree_on_is_previewed_and_accepted(
    reviewer: Reviewer, store: Store, article_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def accept(dialog: UnanimousDialog) -> int:
        shown.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        assert dialog.yes.text() == "Accept 1 claim"
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(UnanimousDialog, "exec", accept)
    reviewer.screen.queue.unanimous.click()
    reviewer.settle()
    assert CHANNEL in shown
    assert [claim.parts[0].quote for claim in consensus(store, article_id)] == [CHANNEL]


def test_a_click_in_the_text_goes_to_the_disagreement(reviewer: Reviewer, made: dict[str, str]) -> None:
    reviewer.screen.reader.marks_clicked.emit([made["ana answer"]])
    reviewer.settle()
    assert reviewer.kind == "missing"
    reviewer.screen.reader.marks_clicked.emit([made["ana ships"]])
    assert reviewer.kind == "boundary"


def test_the_overview_shows_who_read_what_and_leads_to_an_article(
    reviewer: Reviewer, store: Store, article_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []

    def look(dialog: OverviewDialog) -> int:
        model = dialog.model
        columns = range(model.columnCount())
        shown.append([str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns])
        shown.append([str(model.data(model.index(0, column))) for column in columns])
        dialog.table.setCurrentIndex(model.index(0, 1))
        dialog.reviewed.emit([article_id], True)
        reviewer.settle()
        work = model.work(model.index(0, 1))
        assert work is not None
        assert work.state == "reviewed"
        dialog.article_chosen.emit(article_id)
        return 0

    monkeypatch.setattr(OverviewDialog, "exec", look)
    reviewer.press("a")
    reviewer.screen.queue.overview.click()
    reviewer.settle()
    assert shown == [["Article", "Ana", "Ben", "Decided"], ["Port fees to rise by a third", "3", "2", "1 of 2"]]
    assert reviewer.screen.queue.button.this_article
    with store.read() as session:
        assert [article_list(session, name)[0].state for name in ("Ana", "Ben")] == ["reviewed", "reviewed"]


def test_whoever_begins_to_write_writes_the_reason(reviewer: Reviewer) -> None:
    dialog = GroundsDialog(reviewer.window, Grounds())
    dialog.show()
    QTest.keyClicks(dialog.buttons["boundary"], "B")
    QTest.keyClicks(dialog.reason, "en names both")
    assert dialog.grounds() == Grounds(None, "Ben names both", False)
    dialog.buttons["speaker"].setFocus()
    QTest.keyClicks(dialog.buttons["speaker"], "!")
    assert dialog.grounds() == Grounds(None, "Ben names both!", False)
    dialog.close()


def test_letters_in_the_queue_jump_to_no_row(reviewer: Reviewer) -> None:
    view = reviewer.screen.queue.view
    before = view.currentIndex().row()
    for letter in "TtWx":
        QTest.keyClicks(view, letter)
    assert view.currentIndex().row() == before


def test_a_third_opinion_is_asked_of_who_made_no_version(
    reviewer: Reviewer, store: Store, hints: list[str], article_id: str
) -> None:
    reviewer.window.actions_["third_opinion"].trigger()
    reviewer.settle()
    assert hints[-1].startswith("Nobody else is in the project who has not read this article")
    set_state(store, [article_id], "in_progress", by="Dora")
    reviewer.settle()
    reviewer.window.actions_["third_opinion"].trigger()
    reviewer.settle()
    [picker] = reviewer.window.findChildren(Picker)
    with store.read() as session:
        dora = annotator_named(session, "Dora")
    picker.taken.emit(dora)
    reviewer.settle()
    assert hints[-1] == "Dora will read this article without seeing the others’ tags."
    assert snapshot(store)["assignment"] == [(article_id, dora, "third", True)]
    picker.close()


def test_menus_say_where_review_happens_and_what_its_queue_lacks(reviewer: Reviewer) -> None:
    window = reviewer.window
    assert window.project is not None

    def why() -> set[str]:
        ids = ("next_disagreement", "accept", "comment", "third_opinion", "hide_names")
        return {window.actions_.why_not(BY_ID[id_]) for id_ in ids}

    assert why() == {""}
    window.show_screen("annotate")
    assert why() == {why_not("review")}
    window.project.screen.opened.close()
    assert why() == {why_not("review")}
    window.show_screen("review")
    reviewer.screen.queue.model.clear()
    reviewer.screen.queue.model.arrange()
    assert window.actions_.why_not(BY_ID["next_disagreement"]) == why_not("queue")
    assert window.actions_.why_not(BY_ID["accept_all"]) == why_not("unanimous")
