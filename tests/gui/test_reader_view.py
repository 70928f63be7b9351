"""The reader as people use it: what a place on the screen means, what is selected, copied and clicked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.reader.boundaries import TextBoundaries
from annotator.gui.reader.laid_paragraph import LaidParagraph
from annotator.gui.reader.names import Names
from annotator.gui.reader.paragraphs import Paragraph
from annotator.gui.reader.view import ReaderView
from annotator.gui.theme import DARK
from annotator.records import Link, MarkRecord
from tests.gui.pointer import drag
from tests.gui.reader_samples import article, claim, long_article, mention, passage, sentences_of, where

LINK = where(article().text, "a fee")
ARTICLE = article(links=[Link(*LINK, "https://example.org/fee")])
TEXT = ARTICLE.text
OVERDUE = where(TEXT, "the increase was overdue")
SCRIPTS = [
    "👨‍👩‍👧‍👦",
    "🇳🇴",
    "𝒏",
    "e\u0301",
    "قالت",
    "الرسوم 32 percent ضرورية",
    "הנמל פתוח",
    "ท่าเรือ",
    "Okafor",
]
MARKS: list[MarkRecord] = [
    mention("minister", TEXT, *where(TEXT, "Mira Okafor")),
    claim("whole", TEXT, where(TEXT, "Mira Okafor said on Thursday that the increase was overdue")),
    claim("overdue", TEXT, OVERDUE, cue=where(TEXT, "said"), mention="minister", topics=("fees",)),
    passage("strip", TEXT, *where(TEXT, "Harbour minister Mira Okafor said on Thursday")),
]


@pytest.fixture
def view(qtbot: QtBot) -> ReaderView:
    made = ReaderView()
    qtbot.addWidget(made)
    made.resize(900, 1100)
    made.set_names(Names({"okafor": "Mira Okafor"}, {"fees": ("Port fees", "#3a86c8")}))
    made.show_article(ARTICLE, MARKS, sentences_of(TEXT))
    made.show()
    return made


def middle(view: ReaderView, start: int, end: int) -> QPoint:
    return view.rectangles(start, end)[0].center().toPoint()


def click(view: ReaderView, place: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


# Places ----------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(TEXT) - 1))
def test_a_character_is_found_again_where_it_is_painted(view: ReaderView, offset: int) -> None:
    cluster = TextBoundaries(TEXT, view.page.paragraphs).widen(offset, offset + 1, "character")
    boxes = view.rectangles(*cluster)
    # Line feeds, and blanks that hang over the end of a line, are not painted.
    # A mouse points at whole pixels: what is narrower than two of them may be missed.
    if boxes and boxes[0].width() > 2:
        found = view.offset_at(boxes[0].center().toPoint())
        assert cluster[0] <= found < cluster[1]


@pytest.mark.parametrize("words", SCRIPTS)
def test_a_selection_is_the_characters_of_the_article(view: ReaderView, words: str) -> None:
    start, end = where(TEXT, words)
    view.select(start, end)
    assert view.selected_text() == words
    view.copy()
    assert QGuiApplication.clipboard().text() == words


@pytest.mark.parametrize("words", SCRIPTS)
def test_characters_are_dragged_in_every_script(view: ReaderView, words: str) -> None:
    start, end = where(TEXT, words)
    first, last = view.rectangles(start, start + 1)[0], view.rectangles(end - 1, end)[-1]
    back = view.page.runs_right_to_left(start) or "\u0590" < TEXT[start] < "\u0700"
    from_x = first.right() - 1 if back else first.left() + 1
    to_x = last.left() + 1 if back else last.right() - 1
    drag(
        view,
        QPoint(round(from_x), round(first.center().y())),
        QPoint(round(to_x), round(last.center().y())),
        Qt.KeyboardModifier.AltModifier,
    )
    assert view.selected_text() == words


def test_a_drag_takes_whole_words(view: ReaderView) -> None:
    start = TEXT.index("increase")
    drag(
        view,
        middle(view, start + 3, start + 4),
        middle(view, start + 10, start + 11),
        Qt.KeyboardModifier.NoModifier,
    )
    assert view.selected_text() == "increase was"


def test_a_stretch_of_mixed_direction_covers_several_boxes(view: ReaderView) -> None:
    start, end = where(TEXT, "said הנמל")
    boxes = view.rectangles(start, end)
    assert len(boxes) == 2
    hebrew = view.rectangles(TEXT.index("הנמל"), TEXT.index("הנמל") + 4)[0]
    last = view.rectangles(TEXT.index("לכולם"), TEXT.index("לכולם") + 5)[0]
    assert last.right() < hebrew.left()


def test_the_boxes_of_a_text_are_as_wide_as_its_letters_together(view: ReaderView) -> None:
    for words in ("الرسوم 32 percent ضرورية", "sign said הנמל פתוח", "Okafor said"):
        start, end = where(TEXT, words)
        whole = sum(box.width() for box in view.rectangles(start, end))
        assert whole == pytest.approx(
            sum(box.width() for o in range(start, end) for box in view.rectangles(o, o + 1)), abs=2
        )


def test_arabic_stands_at_the_right(view: ReaderView) -> None:
    first = view.rectangles(*where(TEXT, "وزيرة"))[0]
    assert first.right() == pytest.approx(view.page.left + view.page.column_width, abs=2)


# Clicks ----------------------------------------------------------------------


def test_a_click_offers_the_marks_smallest_first(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.current_changed) as current, qtbot.waitSignal(view.marks_clicked) as clicked:
        click(view, middle(view, OVERDUE[0] + 5, OVERDUE[0] + 6))
    assert (current.args, clicked.args) == (["overdue"], [["overdue", "whole"]])
    assert view.cursor_state.current == "overdue"
    with qtbot.waitSignal(view.marks_clicked) as one:
        click(view, middle(view, *where(TEXT, "Okafor said")))
    assert one.args == [["minister", "strip", "whole"]]


def test_a_click_beside_all_marks_moves_the_sentence_only(view: ReaderView, qtbot: QtBot) -> None:
    view.set_current("overdue")
    with qtbot.assertNotEmitted(view.marks_clicked), qtbot.waitSignal(view.sentence_changed) as blocker:
        click(view, middle(view, *where(TEXT, "depth")))
    assert blocker.args == list(where(TEXT, "A harbour without depth is a pond with a fee."))
    assert view.cursor_state.current == "overdue"


def test_the_next_sentence_after_a_chosen_mark_is_the_one_behind_it(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.sentence_changed) as told, qtbot.assertNotEmitted(view.current_changed):
        view.choose("overdue")
    start, end = where(TEXT, "Harbour minister Mira Okafor said on Thursday that the increase was overdue.")
    assert (told.args, view.cursor_state.current) == ([start, end], "overdue")
    view.finish_claim()
    assert view.cursor_state.current is None
    assert view.cursor_state.sentence is not None
    assert view.cursor_state.sentence.start >= end


def test_a_click_on_a_stripe_offers_its_mark(view: ReaderView, qtbot: QtBot) -> None:
    place = middle(view, *where(TEXT, "Harbour minister"))
    place.setX(round(view.page.left) - 24)
    with qtbot.waitSignal(view.marks_clicked) as blocker:
        click(view, place)
    assert "strip" in blocker.args[0] or "overdue" in blocker.args[0]


def test_a_link_is_followed_with_control_only(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.link_activated):
        click(view, middle(view, *LINK))
    with qtbot.waitSignal(view.link_activated) as blocker:
        click(view, middle(view, *LINK), Qt.KeyboardModifier.ControlModifier)
    assert blocker.args == ["https://example.org/fee"]


def test_two_clicks_take_the_word_three_the_sentence(view: ReaderView) -> None:
    place = middle(view, OVERDUE[0] + 5, OVERDUE[0] + 6)
    click(view, place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.selected_text() == "increase"
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.selected_text().endswith("the increase was overdue.")
    assert view.cursor_state.selection == tuple(view.cursor_state.sentence or ())


# Keys ----------------------------------------------------------------------


def test_keys_move_select_and_leave(view: ReaderView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.sentence_changed):
        QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.selection_changed) as blocker:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert TEXT[slice(*blocker.args)] == "Higher"
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Higher"
    with qtbot.waitSignal(view.selection_changed) as left:
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert left.args == [0, 0]


def test_the_arrow_points_where_the_selection_grows_in_arabic_too(view: ReaderView) -> None:
    view.place_cursor(TEXT.index("قالت"))
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "ق"


def test_enter_finishes_the_claim(view: ReaderView, qtbot: QtBot) -> None:
    view.set_current("overdue")
    with qtbot.waitSignal(view.current_changed) as blocker:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert blocker.args == [None]


# Marks that change ----------------------------------------------------------------------


def test_new_marks_are_painted_and_removed_ones_are_gone(view: ReaderView) -> None:
    words = where(TEXT, "pond")
    place = middle(view, *words) - QPoint(0, 9)
    before = view.grab().toImage()
    view.update_marks([claim("pond", TEXT, words)])
    after = view.grab().toImage()
    assert before.pixelColor(place) != after.pixelColor(place)
    assert view.page.marks.at(words[0]) == ["pond"]
    view.set_current("pond")
    view.update_marks([], ["pond"])
    assert view.cursor_state.current is None
    view.cursor_moved()
    assert view.grab().toImage() == before


def test_underlines_in_many_lanes_make_room_and_none_hides_another(view: ReaderView) -> None:
    start, end = where(TEXT, "A harbour without depth is a pond with a fee.")
    number = view.page.column.number_of(start)
    before = view.page.laid(number)[0].height
    view.update_marks([claim(f"deep{n}", TEXT, (start, end - n)) for n in range(6)])
    laid, decoration = view.page.laid(number)
    assert laid.height > before
    assert sorted(stroke.lane for stroke in decoration.strokes) == list(range(6))


def test_a_paragraph_of_its_own_is_all_that_a_new_mark_touches(view: ReaderView) -> None:
    view.grab()
    words = where(TEXT, "pond")
    assert view.page.update_marks([claim("pond", TEXT, words)], []) == {view.page.column.number_of(words[0])}


def test_names_and_stripes_of_topics(view: ReaderView) -> None:
    decoration = view.page.laid(2)[1]
    assert [(stripe.topic, stripe.lane, stripe.marks) for stripe in decoration.stripes] == [
        ("fees", 0, ("strip", "overdue"))
    ]
    view.place_cursor(OVERDUE[0])
    assert view.description_at_cursor() == "Claim by Mira Okafor on Port fees\nClaim by Mira Okafor"


# Scrolling ----------------------------------------------------------------------


@pytest.fixture
def long_view(qtbot: QtBot) -> ReaderView:
    made = ReaderView(DARK)
    qtbot.addWidget(made)
    made.resize(800, 600)
    sample = long_article(300)
    made.show_article(sample, [], sentences_of(sample.text))
    made.show()
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data())
def test_scrolling_to_an_offset_shows_its_line(long_view: ReaderView, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(long_view.text()) - 1))
    long_view.scroll_to(offset)
    box = long_view.page.line_of(offset)[0] - long_view._position.value
    assert 0 <= box < long_view.viewport().height()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.integers(-900, 900), max_size=12), st.integers(480, 1300))
def test_a_new_width_keeps_the_line_on_top_and_returns(long_view: ReaderView, steps: list[int], width: int) -> None:
    for step in steps:
        long_view.scroll_by(step)
    first = long_view.top_offset()
    old = long_view.size()
    long_view.resize(width, old.height())
    number = long_view.page.column.number_of(first)
    assert abs(long_view.page.column.number_of(long_view.top_offset()) - number) <= 1
    long_view.resize(old)
    assert long_view.top_offset() == first


def test_pages_there_and_back_end_where_they_began(long_view: ReaderView) -> None:
    long_view.scroll_to(len(long_view.text()) // 2)
    first = long_view.top_offset()
    for pages in (1, 1, 1, -1, -1, -1):
        long_view.scroll_pages(pages)
    assert long_view.top_offset() == first


def test_the_end_shows_the_last_line_and_the_bar_stands_at_its_end(long_view: ReaderView) -> None:
    QTest.keyClick(long_view, Qt.Key.Key_End)
    last = long_view.rectangles(len(long_view.text()) - 5, len(long_view.text()))[0]
    assert 0 < last.bottom() < long_view.viewport().height()
    bar = long_view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    QTest.keyClick(long_view, Qt.Key.Key_Home)
    assert long_view.top_offset() == 0
    assert bar.value() == 0


def test_the_sentence_cursor_stays_in_view(long_view: ReaderView) -> None:
    for _ in range(60):
        QTest.keyClick(long_view, Qt.Key.Key_Down)
        sentence = long_view.cursor_state.sentence
        assert sentence is not None
        box = long_view.rectangles(*sentence)[0]
        assert 0 <= box.top() < box.bottom() <= long_view.viewport().height()


def test_only_what_was_in_view_is_laid_out(long_view: ReaderView) -> None:
    laid = sum(long_view.page.column.is_laid(number) for number in range(300))
    assert laid < 30
    long_view.scroll_to_end(end=True)
    assert sum(long_view.page.column.is_laid(number) for number in range(300)) < 60


def test_a_click_on_the_overview_jumps(long_view: ReaderView, qtbot: QtBot) -> None:
    bar = long_view._overview
    with qtbot.waitSignal(long_view.scrolled):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(10, bar.height() // 2))
    share = long_view.top_offset() / len(long_view.text())
    assert 0.4 < share < 0.6


def test_a_drag_beyond_the_edge_scrolls(long_view: ReaderView, qtbot: QtBot) -> None:
    window = long_view.viewport()
    start, below = QPoint(300, 300), QPoint(300, window.height() + 200)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
    place = QPointF(below)
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(window.mapToGlobal(below)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, move)
    qtbot.waitUntil(lambda: long_view.verticalScrollBar().value() > 200)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=below)
    assert len(long_view.selected_text()) > 500


def test_higher_letters_of_one_line_part_no_lines_of_their_paragraph(view: ReaderView) -> None:
    text = (
        "Two ships a month go to Wessel. " * 4 + "\U0001f6a2 \u0645\u064a\u0646\u0627\u0621 " + "She did not say. " * 6
    )
    laid = LaidParagraph(text, Paragraph(0, len(text), "paragraph"), view._style["paragraph"], 320.0)
    assert len({line.letters_bottom - line.letters_top for line in laid.lines}) > 1
    assert len({round(after.top - line.top, 3) for line, after in pairwise(laid.lines)}) == 1
    assert len({round(after.baseline - line.baseline) for line, after in pairwise(laid.lines)}) == 1


def test_a_drag_on_the_lines_at_the_edge_scrolls_nothing(long_view: ReaderView) -> None:
    foot = long_view.viewport().height()
    for y in (foot - 8, 8):
        long_view.scroll_to(len(long_view.text()) // 2)
        before = long_view.verticalScrollBar().value()
        drag(long_view, QPoint(200, y), QPoint(420, y))
        assert long_view.verticalScrollBar().value() == before
        assert long_view.selected_text()


def test_typography_keeps_the_place(long_view: ReaderView) -> None:
    long_view.scroll_to(len(long_view.text()) // 3)
    number = long_view.page.column.number_of(long_view.top_offset())
    long_view.set_typography("", 18, 1.8, 60)
    assert abs(long_view.page.column.number_of(long_view.top_offset()) - number) <= 1


def test_an_empty_reader_and_an_empty_article_are_painted(qtbot: QtBot) -> None:
    made = ReaderView()
    qtbot.addWidget(made)
    made.show()
    made.grab()
    empty = article([("paragraph", "")])
    made.show_article(empty, [], sentences_of(""))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        QTest.keyClick(made, key)
    click(made, QPoint(200, 80))
    made.grab()
    assert made.selected_text() == ""
