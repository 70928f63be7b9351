"""The keys of notes and fields on a mention or passage: the strip below the text, what it stores, where it is told."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import paths
from annotator.actions.exchange import export_set
from annotator.actions.fields import make_field
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.gui.annotate.note_strip import NoteStrip
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.commands import why_not
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.answer_line import AnswerLine
from annotator.gui.panel.chip import Chip
from annotator.gui.panel.note_editor import PAUSE_MILLISECONDS
from annotator.queries.marks import marks_by_id
from annotator.store import Store
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def screen_of(window: MainWindow) -> AnnotateScreen:
    assert window.project is not None
    screen = window.project.screen
    assert isinstance(screen, AnnotateScreen)
    return screen


def strip_of(window: MainWindow) -> NoteStrip:
    return screen_of(window).reading.note_strip


def note_of(store: Store, mark: str) -> str:
    with store.read() as session:
        return marks_by_id(session, {mark})[0].note


def press_n(window: MainWindow, mark: str) -> None:
    """Make a mark current and press N in the text."""
    screen_of(window).choose(mark)
    screen_of(window).reader.setFocus()
    QTest.keyClicks(screen_of(window).reader, "n")


@pytest.fixture
def mention(store: Store, article_id: str) -> str:
    speaker = make_speaker(store, "Mira Okafor")
    return tag_mention(store, article_id, [span("Mira Okafor")], speaker=speaker)


@pytest.fixture
def passage(store: Store, article_id: str) -> str:
    return tag_passage(store, article_id, [span("speaks of silt")], make_topic(store, "Silt"))


def test_n_on_a_mention_writes_its_note_which_undo_takes_back(
    window: MainWindow, store: Store, mention: str, tmp_path: Path
) -> None:
    reader, strip = screen_of(window).reader, strip_of(window)
    assert strip.isHidden()
    press_n(window, mention)
    assert QApplication.focusWidget() is strip.editor
    assert strip.title.text() == "Mention of Mira Okafor: Mira Okafor"
    QTest.keyClicks(strip.editor, "n is a letter here")
    QTest.keyClick(strip.editor, Qt.Key.Key_Escape)
    assert (strip.isHidden(), reader.hasFocus()) == (True, True)
    assert note_of(store, mention) == "n is a letter here"
    out = tmp_path / "set.jsonl"
    export_set(store, out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["note"] for line in lines if line["type"] == "mention"] == ["n is a letter here"]
    window.actions_["undo"].trigger()
    assert note_of(store, mention) == ""
    window.actions_["redo"].trigger()
    assert note_of(store, mention) == "n is a letter here"


def test_the_strip_covers_no_text_and_the_mark_stays_in_sight(window: MainWindow, passage: str) -> None:
    window.resize(1100, 420)
    press_n(window, passage)
    screen = screen_of(window)
    reader, strip = screen.reader, strip_of(window)
    assert reader.geometry().bottom() < strip.geometry().top()
    box = reader.screen_rectangle(*span("speaks of silt"))
    top = reader.viewport().mapToGlobal(reader.viewport().rect().topLeft()).y()
    assert top <= box.top() < box.bottom() <= top + reader.viewport().height()


def test_a_note_of_many_lines_makes_the_strip_grow(window: MainWindow, passage: str) -> None:
    press_n(window, passage)
    editor = strip_of(window).editor
    low = editor.height()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.height() >= low + 2 * editor.fontMetrics().lineSpacing()


def test_another_current_mark_keeps_the_note_and_closes_the_strip(
    window: MainWindow, store: Store, mention: str, passage: str
) -> None:
    press_n(window, passage)
    QTest.keyClicks(strip_of(window).editor, "dredged")
    screen_of(window).choose(mention)
    assert strip_of(window).isHidden()
    assert (note_of(store, passage), note_of(store, mention)) == ("dredged", "")
    press_n(window, mention)
    assert strip_of(window).editor.toPlainText() == ""


def test_an_undone_note_is_gone_from_the_open_strip(window: MainWindow, store: Store, mention: str) -> None:
    press_n(window, mention)
    QTest.keyClicks(strip_of(window).editor, "she")
    screen_of(window).reader.setFocus()
    assert note_of(store, mention) == "she"
    store.undo()
    assert strip_of(window).editor.toPlainText() == ""
    store.redo()
    assert strip_of(window).editor.toPlainText() == "she"


def test_a_note_is_told_at_the_mark_and_to_screen_readers(window: MainWindow, mention: str) -> None:
    reader = screen_of(window).reader
    press_n(window, mention)
    QTest.keyClicks(strip_of(window).editor, "the minister")
    QTest.keyClick(strip_of(window).editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    told = reader.description_of(mention), reader._describe([mention])
    assert told == ("Mention of Mira Okafor: Mira Okafor", "Mention of Mira Okafor\nNote: the minister")
    editor = QAccessible.queryAccessibleInterface(strip_of(window).editor)
    assert editor is not None
    assert editor.text(QAccessible.Text.Name) == "Note"
    assert editor.text(QAccessible.Text.Description) == "Mention of Mira Okafor: Mira Okafor"


def test_a_colleagues_mark_and_no_mark_are_said_and_open_nothing(
    window: MainWindow, store: Store, article_id: str
) -> None:
    screen = screen_of(window)
    said: list[str] = []
    window.actions_.refused.connect(said.append)
    screen.tagger.hint.connect(said.append)
    QTest.keyClicks(screen.reader, "n")
    theirs = tag_mention(store, article_id, [span("Jonas Albrecht")], by="Ben")
    screen.opened.show_colleagues(True)
    press_n(window, theirs)
    assert said == [why_not("mark"), "A colleague made this mark; only they change it. Esc leaves it."]
    assert strip_of(window).isHidden()


def test_n_on_a_claim_opens_no_strip(window: MainWindow, store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships a month")])
    press_n(window, claim)
    assert strip_of(window).isHidden()
    QTest.keyClicks(QApplication.focusWidget(), "on the card")
    screen_of(window).reader.setFocus()
    assert note_of(store, claim) == "on the card"


@pytest.fixture
def asked(store: Store) -> dict[str, str]:
    """A field of each kind for mentions, and one for passages; by what each asks for."""
    make = partial(make_field, store, applies_to=["mention"])
    return {
        "choice": make("Named how", choices=["by name", "by office"]),
        "choices": make("Seen as", kind="choices", choices=["expert", "witness", "party"]),
        "yes_no": make("Quoted elsewhere", kind="yes_no"),
        "number": make("Age", kind="number"),
        "text": make_field(store, "Where it lies", kind="text", applies_to=["passage"]),
    }


def answers(store: Store, mark: str) -> dict[str, object]:
    with store.read() as session:
        return dict(marks_by_id(session, {mark})[0].fields)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def focused_chip() -> str:
    focus = QApplication.focusWidget()
    assert isinstance(focus, Chip)
    return focus.face.name


def test_e_answers_the_fields_of_a_mention_by_keys_alone(
    window: MainWindow, store: Store, mention: str, asked: dict[str, str]
) -> None:
    screen_of(window).choose(mention)
    screen_of(window).reader.setFocus()
    press(Qt.Key.Key_E)
    assert focused_chip() == "Named how: by name"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        press(key)
    assert focused_chip() == "Seen as: witness"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down):
        press(key)
    assert focused_chip() == "Answer “Age”"
    press(Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "fifty")
    press(Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), AnswerLine)
    QTest.keyClicks(QApplication.focusWidget(), "52")
    press(Qt.Key.Key_Return)
    assert focused_chip() == "Age: 52"
    expected = {"choice": "by office", "choices": ["expert", "witness"], "yes_no": True, "number": 52}
    assert answers(store, mention) == {asked[kind]: answer for kind, answer in expected.items()}
    press(Qt.Key.Key_Delete)
    assert asked["number"] not in answers(store, mention)
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is strip_of(window).editor
    press(Qt.Key.Key_Escape)
    assert (strip_of(window).isHidden(), screen_of(window).reader.hasFocus()) == (True, True)
    window.actions_["undo"].trigger()
    assert answers(store, mention)[asked["number"]] == 52


def test_a_passage_is_asked_its_own_fields_by_mouse(
    window: MainWindow, store: Store, passage: str, asked: dict[str, str]
) -> None:
    screen_of(window).choose(passage)
    window.actions_["edit"].trigger()
    chips = [chip for row in strip_of(window).fields.chips for chip in row]
    assert [chip.face.name for chip in chips] == ["Answer “Where it lies”"]
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    QTest.keyClicks(QApplication.focusWidget(), "in the harbour")
    QTest.mouseClick(strip_of(window).close_button, Qt.MouseButton.LeftButton)
    screen_of(window).reader.setFocus()
    assert answers(store, passage) == {asked["text"]: "in the harbour"}


def test_without_a_question_e_goes_to_the_note_and_a_letter_on_a_chip_acts_on_the_text(
    window: MainWindow, store: Store, mention: str, passage: str
) -> None:
    make_field(store, "Named how", choices=["by name", "by office"], applies_to=["mention"])
    screen_of(window).choose(passage)
    window.actions_["edit"].trigger()
    assert QApplication.focusWidget() is strip_of(window).editor
    screen_of(window).choose(mention)
    window.actions_["edit"].trigger()
    assert focused_chip() == "Named how: by name"
    QTest.keyClicks(QApplication.focusWidget(), "n")
    assert QApplication.focusWidget() is strip_of(window).editor
    assert note_of(store, mention) == ""


def test_a_half_typed_note_is_kept_as_a_draft_after_a_pause(
    qtbot: QtBot, window: MainWindow, store: Store, mention: str
) -> None:
    press_n(window, mention)
    editor = strip_of(window).editor
    QTest.keyClicks(editor, "Ask")
    drafts = paths.data_folder() / "drafts"
    qtbot.waitUntil(lambda: bool(list(drafts.rglob("*.json"))), timeout=10 * PAUSE_MILLISECONDS)
    assert note_of(store, mention) == ""
    [draft] = drafts.rglob("*.json")
    assert json.loads(draft.read_bytes())["text"] == "Ask"
    QTest.keyClicks(editor, " the harbour")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert note_of(store, mention) == "Ask the harbour"
    assert list(drafts.rglob("*.json")) == []
    store.undo()
    assert note_of(store, mention) == ""


@pytest.mark.parametrize("width", [1400, 760])
def test_many_fields_leave_the_text_in_sight_and_the_one_that_is_reached_is_seen(
    window: MainWindow, store: Store, mention: str, width: int
) -> None:
    for number in range(12):
        make_field(store, f"Question {number}", choices=["first", "second"], applies_to=["mention"])
    window.resize(width, 800)
    screen_of(window).choose(mention)
    screen_of(window).reader.setFocus()
    press(Qt.Key.Key_E)
    strip = strip_of(window)
    for _ in range(11):
        QApplication.processEvents()
        press(Qt.Key.Key_Down)
    assert focused_chip() == "Question 11: first"
    assert strip.height() < screen_of(window).reader.height()
    last = strip.fields.chips[-1][0]
    assert last.visibleRegion().boundingRect() == last.rect()
    beside = last.mapTo(strip.fields, last.rect().topLeft()).x() > 50
    assert beside == (width == 1400)
