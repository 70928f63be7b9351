"""Find in the article and the user's highlighters, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.gui.annotate.find_bar import FindBar
from annotator.gui.main_window import MainWindow
from annotator.gui.reader.spots import Spots
from annotator.settings import Highlighter
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def bar_of(window: MainWindow) -> FindBar:
    assert window.project is not None
    return window.project.screen.reading.find_bar


def look_for(window: MainWindow, words: str) -> FindBar:
    window.actions_["find"].trigger()
    bar = bar_of(window)
    bar.field.setText(words)
    return bar


def cursor(window: MainWindow) -> int:
    assert window.project is not None
    return window.project.screen.reader.cursor_state.caret


def shown(window: MainWindow) -> Spots:
    assert window.project is not None
    return window.project.screen.reader._scene.hits


def places(words: str) -> list[int]:
    found, at = [], TEXT.casefold().find(words)
    while at >= 0:
        found.append(at)
        at = TEXT.casefold().find(words, at + 1)
    return found


def test_all_hits_are_shown_counted_and_gone_through_both_ways(window: MainWindow) -> None:
    bar = look_for(window, "the")
    hits = places("the")
    assert len(hits) > 2
    assert [start for start, _ in shown(window).stretches] == hits
    assert bar.said.text() == f"1 of {len(hits)}"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert (cursor(window), bar.said.text()) == (hits[1], f"2 of {len(hits)}")
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    window.actions_["find_previous"].trigger()
    assert (cursor(window), bar.said.text()) == (hits[-1], f"{len(hits)} of {len(hits)}")
    window.actions_["find_next"].trigger()
    assert cursor(window) == hits[0]


def test_esc_ends_in_the_text_at_the_hit_and_the_hits_go(window: MainWindow, qtbot: QtBot) -> None:
    bar = look_for(window, "wessel")
    at = cursor(window)
    assert TEXT[at:].startswith("Wessel")
    qtbot.waitUntil(bar.field.hasFocus)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert len(shown(window)) == 0
    assert cursor(window) == at
    assert window.project is not None
    assert window.project.screen.reader.hasFocus()


def test_esc_in_the_text_leaves_the_search_when_nothing_else_is_left(window: MainWindow) -> None:
    bar = look_for(window, "wessel")
    assert window.project is not None
    window.project.screen.reader.setFocus()
    window.actions_["select_word_right"].trigger()
    window.actions_["leave"].trigger()
    assert not bar.isHidden()
    window.actions_["leave"].trigger()
    assert bar.isHidden()


def test_what_is_selected_is_looked_for_first(window: MainWindow) -> None:
    assert window.project is not None
    start = TEXT.index("Wessel")
    window.project.screen.reader.select(start, start + 6)
    window.actions_["find"].trigger()
    assert bar_of(window).field.text() == "Wessel"


def test_options_and_trouble_are_told(window: MainWindow) -> None:
    bar = look_for(window, "THE")
    bar.case.setChecked(True)
    assert bar.said.text() == "Nothing found"
    assert not bar.after.isEnabled()
    bar.expression.setChecked(True)
    bar.field.setText("(")
    assert bar.said.text() == "Wrong at character 1."
    bar.field.setText("")
    assert bar.said.text() == ""
    QTest.keyClick(bar.field, Qt.Key.Key_Return)


def test_another_article_is_searched_for_the_same(window: MainWindow, store: Store) -> None:
    bar = look_for(window, "sea")
    record = article_record("article-2", text="The sea. A sea of seas.")
    add_articles(store, [record], source="second article")
    assert window.project is not None
    window.project.screen.open_article("article-2")
    assert bar.said.text() == "1 of 3"


def test_highlighters_are_set_and_taken_away_and_an_endless_one_is_told_of(window: MainWindow) -> None:
    assert window.project is not None
    scene = window.project.screen.reader._scene
    window.settings.highlighters = [
        Highlighter("wessel", "#8ad8a0"),
        Highlighter(r"(?:.|..)+[#%]", "#e8a0d8", expression=True, whole_words=False),
        Highlighter("(", "#e8a0d8", expression=True),
        Highlighter("harbour", "#e8a0d8", on=False),
    ]
    window.apply_settings()
    assert [each.name for each in scene.highlights] == ["wessel"]
    assert [start for start, _ in scene.highlights[0].spots.stretches] == places("wessel")
    assert window.status.said.text().startswith("Highlighter “(?:.|..)+[#%]”: The search took too long")
    window.project.screen.reader.viewport().grab()
    window.settings.highlighters = []
    window.apply_settings()
    assert scene.highlights == ()


def test_spots_are_found_by_paragraph_and_by_place() -> None:
    spots = Spots([(2, 4), (6, 9), (12, 13)])
    assert list(spots.within(4, 6)) == []
    assert list(spots.within(3, 7)) == [(2, 4), (6, 9)]
    assert [spots.at_or_after(offset) for offset in (0, 3, 4, 9, 13)] == [0, 0, 1, 2, 0]
