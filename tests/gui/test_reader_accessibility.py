"""What assistive programs are told: the text, the caret, the selection, in UTF-16 units."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from annotator.gui.reader.accessibility import ReaderAccessible, ReaderText
from annotator.gui.reader.view import ReaderView
from tests.gui.reader_samples import article, sentences_of, where

ARTICLE = article()
TEXT = ARTICLE.text


@pytest.fixture
def view(qtbot: QtBot) -> ReaderView:
    made = ReaderView()
    qtbot.addWidget(made)
    made.resize(900, 1100)
    made.show_article(ARTICLE, [], sentences_of(TEXT))
    made.show()
    return made


def interface_of(view: ReaderView) -> ReaderAccessible:
    found = QAccessible.queryAccessibleInterface(view)
    assert isinstance(found, ReaderAccessible)
    return found


def text_of(view: ReaderView) -> ReaderText:
    text = interface_of(view).textInterface()
    assert isinstance(text, ReaderText)
    return text


def units(offset: int) -> int:
    return len(TEXT[:offset].encode("utf-16-le")) // 2


def test_the_reader_is_a_read_only_document_with_the_title_as_its_name(view: ReaderView) -> None:
    interface = interface_of(view)
    assert interface.role() == QAccessible.Role.Document
    assert interface.text(QAccessible.Text.Name) == ARTICLE.title
    assert interface.state().readOnly


def test_the_text_is_the_article(view: ReaderView) -> None:
    text = text_of(view)
    assert text.characterCount() == units(len(TEXT))
    start, end = where(TEXT, "ferry pays 𝒏othing")
    assert text.text(units(start), units(end)) == "ferry pays 𝒏othing"


def test_caret_and_selection_go_both_ways(view: ReaderView) -> None:
    text = text_of(view)
    start, end = where(TEXT, "pond")
    text.setCursorPosition(units(start))
    assert text.cursorPosition() == units(start)
    assert text.selectionCount() == 0
    text.setSelection(0, units(start), units(end))
    assert view.selected_text() == "pond"
    assert text.selection(0) == (units(start), units(end))
    text.removeSelection(0)
    assert view.selected_text() == ""


def test_places_on_the_screen_go_both_ways(view: ReaderView) -> None:
    text = text_of(view)
    start, _ = where(TEXT, "pond")
    box = text.characterRect(units(start))
    assert text.offsetAtPoint(box.center()) == units(start)


def test_a_place_out_of_sight_is_scrolled_to(view: ReaderView) -> None:
    view.resize(900, 200)
    start, end = where(TEXT, "ferry too")
    text_of(view).scrollToSubstring(units(start), units(end))
    box = view.rectangles(start, end)[0]
    assert 0 <= box.top() < view.viewport().height()
