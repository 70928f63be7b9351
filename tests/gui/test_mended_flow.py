"""The flow of tagging: what a claim, a finished article or words selected by hand bring into view next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotator.actions.speakers import make_speaker
from annotator.actions.topics import make_topic
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.main_window import MainWindow
from annotator.settings import Settings
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record, span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def two(qtbot: QtBot, store: Store) -> Iterator[MainWindow]:
    """A window on a project of two articles, of which the first is open; what is written is written elsewhere."""
    add_articles(store, [article_record("article-1"), article_record("article-2")], source="two articles")
    made = MainWindow(Settings(annotator="Ana"), keep_settings=False)
    made.resize(1280, 720)
    made.show_project(store, "article-1")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and opened(made) == "article-1")
    yield made
    made.close()
    made.deleteLater()


def screen_of(window: MainWindow) -> AnnotateScreen:
    assert window.project is not None
    return window.project.screen


def opened(window: MainWindow) -> str:
    record = screen_of(window).opened.record
    return record.id if record is not None else ""


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)


def said(window: MainWindow) -> str:
    return window.messages.message.text if window.messages.message is not None else ""


@pytest.mark.parametrize("tab", ["speakers", "topics"])
def test_a_claim_that_is_made_shows_its_card_and_the_keys_stay_in_the_text(window: MainWindow, tab: str) -> None:
    screen = screen_of(window)
    screen.panel.show_tab("speakers" if tab == "speakers" else "topics")
    screen.reader.setFocus()
    press(Qt.Key.Key_C)
    assert screen.panel.current_tab() == "claims"
    assert screen.panel.cards.current == screen.tagger.current()
    assert screen.reader.hasFocus()


def test_the_last_article_that_is_finished_is_said_to_be_the_last(two: MainWindow, qtbot: QtBot) -> None:
    screen_of(two).reader.setFocus()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened(two) == "article-2")
    assert said(two) == ""
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(two) == "All articles are finished.")


def test_where_the_filter_hides_the_others_that_is_said(two: MainWindow, qtbot: QtBot) -> None:
    screen = screen_of(two)
    add_articles(two.project.store, [article_record("only", title="Quarry")], source="a third") if two.project else None
    qtbot.waitUntil(lambda: screen.articles.model.total == 3)
    screen.articles.filter.setText("quarry")
    qtbot.waitUntil(lambda: len(screen.articles.model.shown()) == 1)
    screen.step("only")
    qtbot.waitUntil(lambda: opened(two) == "only")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    expected = "No unfinished article is left in this list; the filter hides 2 more."
    qtbot.waitUntil(lambda: said(two) == expected)
    assert opened(two) == "only"


def sentence(window: MainWindow) -> str:
    found = screen_of(window).reader.cursor_state.sentence
    return TEXT[found.start : found.end] if found is not None else ""


@pytest.mark.parametrize(
    ("keys", "words", "following"),
    [
        ([Qt.Key.Key_C], "Two ships a month", "Jonas Albrecht"),
        ([Qt.Key.Key_C], "go to Wessel.” Jonas Albrecht", "The study"),
        ([Qt.Key.Key_T, Qt.Key.Key_Return], "Two ships a month", "Jonas Albrecht"),
        ([Qt.Key.Key_S, Qt.Key.Key_Return], "Jonas Albrecht", "The study"),
    ],
)
def test_enter_goes_on_behind_words_that_were_selected_elsewhere_and_tagged(
    window: MainWindow, store: Store, keys: list[Qt.Key], words: str, following: str
) -> None:
    make_speaker(store, "Mira Okafor")
    make_topic(store, "Port fees")
    reader = screen_of(window).reader
    reader.place_cursor(0)
    reader.select(*span(words))
    reader.setFocus()
    for key in keys:
        press(key)
    assert reader.cursor_state.selection is None
    press(Qt.Key.Key_Return)
    assert sentence(window).startswith(following)


def test_a_part_further_on_takes_the_cursor_along_and_a_speaker_named_before_does_not(
    window: MainWindow, store: Store
) -> None:
    make_speaker(store, "Mira Okafor")
    reader = screen_of(window).reader
    reader.setFocus()
    reader.select(*span("Two ships a month"))
    press(Qt.Key.Key_C)
    reader.select(*span("said Mira Okafor"))
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_Return)
    assert sentence(window).startswith("“Two ships")
    reader.select(*span("fees hurt boats"))
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    reader.select(*span("shallow"))
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert sentence(window).startswith("Jonas Albrecht")
    press(Qt.Key.Key_Return)
    assert sentence(window).startswith("The study")


def test_words_of_a_new_speaker_are_made_one_without_being_typed_again(window: MainWindow, store: Store) -> None:
    make_speaker(store, "Mira Okafor")
    screen = screen_of(window)
    screen.reader.setFocus()
    press(Qt.Key.Key_C)
    screen.reader.select(*span("Jonas Albrecht"))
    press(Qt.Key.Key_S)
    assert screen.lists.picker is not None
    rows = [row.data() for row in map(screen.lists.picker.model.index, range(2))]
    assert rows == ["New speaker “Jonas Albrecht”", "Mira Okafor"]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    screen.reader.select(*span("Albrecht"))
    press(Qt.Key.Key_S)
    assert screen.lists.picker is not None
    rows = [row.data() for row in map(screen.lists.picker.model.index, range(4))]
    assert rows == ["Named so", "Jonas Albrecht", "New speaker “Albrecht”", "All"]
    press(Qt.Key.Key_Escape)
    screen.reader.select(*span("“The channel"))
    press(Qt.Key.Key_S)
    assert screen.lists.picker is not None
    assert screen.lists.picker.model.index(0).data() == "New speaker “The channel”"


def test_a_key_of_the_text_passes_over_the_list_of_overlapping_marks(window: MainWindow, store: Store) -> None:
    reader = screen_of(window).reader
    reader.setFocus()
    reader.select(*span("Two ships a month"))
    press(Qt.Key.Key_C)
    reader.select(*span("ships"))
    press(Qt.Key.Key_C)
    window.commands.marks_clicked(list(screen_of(window).opened.marks))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_D)
    assert not menu.isVisible()


def test_keys_of_commands_pass_it_over_as_well(window: MainWindow) -> None:
    screen = screen_of(window)
    screen.reader.setFocus()
    for words in ("Two ships a month", "ships"):
        screen.reader.select(*span(words))
        press(Qt.Key.Key_C)
    control, plain = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    for key, held, left in ((Qt.Key.Key_Delete, plain, 1), (Qt.Key.Key_Z, control, 2)):
        window.commands.marks_clicked([*screen.opened.marks, *screen.opened.marks])
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Control)
        assert menu.isVisible()
        QTest.keyClick(menu, key, held)
        assert not menu.isVisible()
        # What the key was meant for is done.
        assert len(screen.opened.marks) == left
