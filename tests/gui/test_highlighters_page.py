"""The page of highlighters: rows are added, changed, refused with a reason, and removed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from annotator.gui.dialogs.highlighters_page import HighlightersPage
from annotator.gui.reader.felt_pens import COLOURS
from annotator.settings import Highlighter

GIVEN = [Highlighter("according to", COLOURS[0]), Highlighter("(", "#123456", expression=True, on=False)]


@pytest.fixture
def page(qtbot: QtBot) -> HighlightersPage:
    made = HighlightersPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_the_settings_say_is_shown_and_not_told(page: HighlightersPage) -> None:
    told: list[object] = []
    page.changed.connect(told.append)
    page.show_highlighters(GIVEN)
    assert [row.value() for row in page.rows] == GIVEN
    assert told == []
    assert not page.nothing.isVisible()


def test_an_expression_that_is_none_says_why_and_is_kept(page: HighlightersPage) -> None:
    page.show_highlighters(GIVEN)
    row = page.rows[1]
    assert row.trouble.text().startswith("Wrong at character")
    row.words.setText("(a)")
    assert not row.trouble.isVisible()
    assert page.rows[1].value().words == "(a)"


def test_rows_are_added_in_another_colour_changed_and_removed(page: HighlightersPage) -> None:
    told: list[list[Highlighter]] = []
    page.changed.connect(told.append)
    page.add.click()
    page.add.click()
    assert [each.colour for each in told[-1]] == list(COLOURS[:2])
    page.rows[0].words.setText("claims")
    page.rows[0].whole_words.setChecked(False)
    page.rows[0].colour.setCurrentIndex(3)
    page.rows[1].remove.click()
    assert told[-1] == [Highlighter("claims", COLOURS[3], whole_words=False)]
    page.rows[0].remove.click()
    assert told[-1] == []
    assert page.nothing.isVisible()
