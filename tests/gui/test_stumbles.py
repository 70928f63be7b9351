"""What somebody meets on the first day: names made while tagging, a set in an empty project, what undo brings back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.actions.exchange import export_set
from annotator.actions.many import Change
from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, tag_claim
from annotator.gui.annotate.change_words import change_words
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.commands import BY_ID, COMMANDS
from annotator.gui.dialogs.highlighters_page import HighlighterRow
from annotator.gui.dialogs.import_dialog import ImportDialog
from annotator.gui.dialogs.report_dialog import ReportDialog
from annotator.gui.dialogs.settings_dialog import SettingsDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.card_menu import speaker_menu
from annotator.gui.panel.chip import ChipFace
from annotator.gui.panel.display import Display
from annotator.gui.panel.note_editor import NoteEditor
from annotator.gui.panel.planned import PlannedChip
from annotator.gui.welcome import ActionCard
from annotator.queries.marks import marks_of
from annotator.records import ClaimRecord, FieldRecord, SpeakerRecord, TopicRecord
from annotator.settings import Highlighter
from annotator.store import Store
from tests.sample_articles import add_articles, article_record, span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagate", extend=True)


def screen_of(window: MainWindow) -> AnnotateScreen:
    assert window.project is not None
    return window.project.screen


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def type_in(words: str) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClicks(target, words)


def claims(store: Store) -> list[ClaimRecord]:
    with store.read() as session:
        return [mark for mark in marks_of(session, "article-1") if isinstance(mark, ClaimRecord)]


def test_a_topic_made_while_tagging_and_its_use_are_one_step(window: MainWindow, store: Store) -> None:
    screen = screen_of(window)
    screen.reader.setFocus()
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_T)
    type_in("Dredging")
    press(Qt.Key.Key_Return)
    [topic] = screen.lookup.topics.values()
    assert (topic.name, claims(store)[0].topics[0].topic) == ("Dredging", topic.id)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.status.said.text() == "Undone: Add a new topic"
    assert not screen.lookup.topics
    assert claims(store)[0].topics == ()


def test_a_speaker_made_while_tagging_the_mention_and_the_claim_are_one_step(window: MainWindow, store: Store) -> None:
    screen = screen_of(window)
    screen.reader.setFocus()
    press(Qt.Key.Key_C)
    screen.reader.select(*span("Mira Okafor"))
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Return)
    [speaker] = screen.lookup.speakers.values()
    [said] = claims(store)[0].speakers
    assert (speaker.name, said.speaker, said.mention is not None) == ("Mira Okafor", speaker.id, True)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not screen.lookup.speakers
    assert [mark.speakers for mark in screen.opened.marks.values() if isinstance(mark, ClaimRecord)] == [()]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert list(screen.lookup.speakers) == [speaker.id]


def test_a_set_that_names_an_empty_project_names_its_window_too(window: MainWindow, tmp_path: Path) -> None:
    with Store.create(tmp_path / "other", "Zoe", name="Lighthouse keepers") as other:
        add_articles(other, [article_record("article-1")], source="articles")
        export_set(other, tmp_path / "set.jsonl")
    window.show_project(Store.create(tmp_path / "empty", "Ana"))
    assert window.windowTitle() == "empty — Annotator"
    window.commands.import_files([tmp_path / "set.jsonl"])
    [dialog] = [each for each in window.findChildren(ImportDialog) if each.isVisible()]
    dialog.take.click()
    assert window.windowTitle() == "Lighthouse keepers — Annotator"
    assert window.top_bar.project.text() == "Lighthouse keepers"
    for report in window.findChildren(ReportDialog):
        report.close()


def test_a_claim_that_undo_brings_back_is_the_current_one(window: MainWindow, store: Store) -> None:
    screen = screen_of(window)
    first = tag_claim(store, "article-1", [span("Two ships a month")])
    tag_claim(store, "article-1", [span("shallow")])
    screen.choose(first)
    screen.reader.setFocus()
    press(Qt.Key.Key_Delete)
    assert first not in screen.opened.marks
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.reader.cursor_state.current == first
    assert screen.panel.cards.current == first


def test_a_note_below_the_pane_comes_into_view_and_stays_there_while_it_grows(window: MainWindow, store: Store) -> None:
    window.resize(1100, 420)
    screen = screen_of(window)
    for words in ("Two ships a month", "shallow"):
        chosen = tag_claim(store, "article-1", [span(words)])
        for number in range(9):
            add_speaker(store, chosen, make_speaker(store, f"Somebody with a long name {words} {number}"))
    screen.choose(chosen)
    screen.reader.setFocus()
    press(Qt.Key.Key_N)
    editor, cards = QApplication.focusWidget(), screen.panel.cards.viewport()
    assert isinstance(editor, NoteEditor)
    for words in ("First line", "Second line", "Third line"):
        type_in(words)
        QApplication.processEvents()
        foot = editor.mapTo(cards, editor.rect().bottomLeft()).y()
        assert 0 < foot <= cards.height()
        assert editor.height() >= editor.wanted_height(editor.width())
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Change("certainty", value="medium"), "Certainty becomes “medium”."),
        (Change("certainty", value=None), "Certainty: taken away."),
        (Change("quotation", value="direct"), "Kind of quotation becomes “direct”."),
        (Change("stance", topic="fees", stance="opposes"), "Stance on “Port fees” becomes “opposes”."),
        (Change("stance", topic="fees"), "Stance on “Port fees”: taken away."),
        (Change("field", field="figure", value=True), "Has a figure becomes “yes”."),
        (Change("add_topic", topic="new"), "They get the topic “Silt”."),
        (Change("remove_topic", topic="fees"), "They lose the topic “Port fees”."),
        (Change("add_speaker", speaker="mira"), "They get the speaker “Silt”."),
        (Change("remove_speaker", speaker="mira"), "They lose the speaker “Mira Okafor”."),
        (Change("replace_topic", topic="fees", value="new"), "“Port fees” becomes “Silt”."),
        (Change("replace_speaker", speaker="mira", value="new"), "“Mira Okafor” becomes “Silt”."),
        (Change("proposition", value="loses"), "Proposition becomes “The port loses ships”."),
        (Change("delete"), ""),
    ],
)
def test_what_a_change_of_many_sets_is_said_before_it(change: Change, said: str) -> None:
    display = Display(
        speakers={"mira": SpeakerRecord("mira", "Mira Okafor")},
        topics={"fees": TopicRecord("fees", "Port fees")},
        fields=(FieldRecord("figure", "Has a figure", "yes_no", (), ("claim",), 1),),
        propositions={"loses": "The port loses ships"},
    )
    made = "Silt" if "Silt" in said else ""
    assert change_words(change, display, made) == said


def test_the_badge_leads_to_the_name_and_the_text_has_the_focus_afterwards(window: MainWindow, qtbot: QtBot) -> None:
    colour = window.top_bar.badge.styleSheet()
    QTest.mouseClick(window.top_bar.badge, Qt.MouseButton.LeftButton)
    [dialog] = window.findChildren(SettingsDialog)
    qtbot.waitUntil(dialog.name.hasFocus)
    dialog.accept()
    qtbot.waitUntil(screen_of(window).reader.hasFocus)
    press(Qt.Key.Key_C)
    assert window.top_bar.badge.styleSheet() == colour


def test_who_never_gave_a_name_is_told_which_one_colleagues_will_see(
    window: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.commands.opened_at_start(store)
    assert window.messages.message is None
    monkeypatch.delenv("ANNOTATOR_NAME", raising=False)
    window.settings.annotator = ""
    window.commands.opened_at_start(store)
    assert window.messages.message is not None
    assert window.messages.message.text == "You work as Ana. Choose the name that colleagues will see."
    [(_label, then)] = window.messages.message.actions
    then()
    [dialog] = window.findChildren(SettingsDialog)
    qtbot.waitUntil(dialog.name.hasFocus)
    dialog.reject()


def test_the_tour_hands_the_keys_back_to_the_text(window: MainWindow) -> None:
    screen = screen_of(window)
    screen.tour.begin()
    screen.reading.tour_strip.next.setFocus()
    press(Qt.Key.Key_Space)
    assert (screen.tour.step, screen.reader.hasFocus()) == (2, True)


def test_no_command_is_named_with_a_gap() -> None:
    assert [each.id for each in COMMANDS if "{" in each.label] == []
    assert BY_ID["version_3"].label == "Choose version 3"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_what_a_card_of_the_welcome_screen_offers(qtbot: QtBot, key: Qt.Key) -> None:
    card = ActionCard("sample", "Open the sample", "Invented articles.")
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, key)


def test_a_second_claim_of_the_same_words_is_made_and_said(window: MainWindow, store: Store) -> None:
    screen = screen_of(window)
    screen.reader.setFocus()
    press(Qt.Key.Key_C)
    assert window.status.said.text() == ""
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_C)
    assert window.status.said.text() == "These words are a claim of yours already; Ctrl+Z takes the second back."
    assert len(claims(store)) == 2


def test_the_tab_says_how_many_claims_the_filter_leaves(window: MainWindow, store: Store) -> None:
    screen = screen_of(window)
    for words in ("Two ships a month", "shallow"):
        tag_claim(store, "article-1", [span(words)])
    tabs = screen.panel._tabs
    assert [tabs.tabText(number) for number in range(3)] == ["Claims 2", "Speakers", "Topics"]
    screen.panel.arrange.filter.setText("ships")
    QApplication.processEvents()
    assert tabs.tabText(0) == "Claims 1 of 2"
    screen.panel.arrange.show_all()
    QApplication.processEvents()
    assert tabs.tabText(0) == "Claims 2"


def test_what_a_new_speaker_is_can_be_said_on_the_card(window: MainWindow, store: Store) -> None:
    screen = screen_of(window)
    made = tag_claim(store, "article-1", [span("Two ships a month")])
    council = make_speaker(store, "Harbour council")
    add_speaker(store, made, council)
    screen.choose(made)
    card, [record] = screen.panel.cards.card(made), claims(store)
    assert card is not None
    menu = speaker_menu(card, record, PlannedChip(ChipFace("Harbour council"), "speaker", 0))
    [kinds] = [each.menu() for each in menu.actions() if each.text() == "Kind of speaker"]
    assert isinstance(kinds, QMenu)
    assert [each.text() for each in kinds.actions() if each.isChecked()] == ["Person"]
    next(each for each in kinds.actions() if each.text() == "Organisation").trigger()
    assert screen.lookup.speakers[council].kind == "organisation"
    menu.deleteLater()


def test_a_list_of_words_in_one_highlighter_is_told_to_be_none(qtbot: QtBot) -> None:
    row = HighlighterRow(Highlighter("ships, fees", "#f7a8b8"))
    qtbot.addWidget(row)
    assert row.trouble.text().startswith("These words are painted where they stand so, with the comma.")
    row.expression.setChecked(True)
    assert row.trouble.text() == ""
    row.expression.setChecked(False)
    row.words.setText("ships")
    assert row.trouble.text() == ""


def test_a_dialog_goes_back_to_its_size_with_the_interface(window: MainWindow, qtbot: QtBot) -> None:
    dialog = window.commands.settings()
    before = dialog.size()
    window.settings.interface_size = 14.6
    window.apply_settings()
    qtbot.waitUntil(lambda: dialog.width() > before.width())
    window.settings.interface_size = 0.0
    window.apply_settings()
    qtbot.waitUntil(lambda: dialog.size() == before)
    dialog.reject()


def test_the_menu_of_the_text_opens_below_the_words_that_are_selected(window: MainWindow) -> None:
    reader = screen_of(window).reader
    reader.select(*span("Two ships a month"))
    words = reader.screen_rectangle(*span("Two ships a month"))
    window.commands.text_menu(words.center(), span("Two ships")[0])
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert not menu.geometry().intersects(words)
    menu.close()
