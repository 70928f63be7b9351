"""The ends of the current mark are dragged by the mouse: to words, with Alt to characters, in every script."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.actions.tagging import add_part, tag_claim
from annotator.gui.main_window import MainWindow
from annotator.gui.reader.boundaries import TextBoundaries
from annotator.gui.reader.edges import Handle, place_of
from annotator.gui.reader.view import ReaderView
from annotator.queries.marks import marks_by_id
from annotator.store import Store
from tests.gui.pointer import drag
from tests.gui.reader_samples import article, claim, mention, sentences_of, where
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ARTICLE = article()
TEXT = ARTICLE.text
Dragged = list[tuple[str, list[tuple[int, int]]]]


@pytest.fixture
def view(qtbot: QtBot) -> ReaderView:
    made = ReaderView()
    qtbot.addWidget(made)
    made.resize(900, 1100)
    made.may_change = lambda mark: mark.id != "theirs"
    marks = [
        claim("overdue", TEXT, where(TEXT, "increase was"), where(TEXT, "Nobody")),
        mention("theirs", TEXT, *where(TEXT, "Mira")),
        claim("arabic", TEXT, where(TEXT, "قالت إن الرسوم 32 percent ضرورية")),
        claim("thai", TEXT, where(TEXT, "ท่าเรือ")),
        claim("family", TEXT, where(TEXT, "👨‍👩‍👧‍👦 and")),
    ]
    made.show_article(ARTICLE, marks, sentences_of(TEXT))
    made.show()
    return made


def told(view: ReaderView) -> Dragged:
    said: Dragged = []
    view.edges_dragged.connect(lambda mark, spans: said.append((mark, spans)))
    return said


def at(view: ReaderView, handle: Handle) -> QPoint:
    """Where a handle stands in the viewport."""
    letter = handle.offset if handle.edge == "start" else handle.offset - 1
    number = view.page.column.number_of(letter)
    place = place_of(view.page.laid(number)[0], handle)
    assert place is not None
    y = view.page.top(number) - view._position.value + (place.top + place.bottom) / 2
    return QPoint(round(view.page.left + place.x), round(y))


def over(view: ReaderView, words: str, *, last: bool = False) -> QPoint:
    """The middle of the first, or the last, character of some words."""
    start, end = where(TEXT, words)
    boxes = view.rectangles(end - 1, end) if last else view.rectangles(start, start + 1)
    return boxes[0].center().toPoint()


def handles(view: ReaderView) -> list[Handle]:
    return view._edges.handles()


def test_handles_stand_at_the_ends_of_every_part_of_the_current_mark_that_is_mine(view: ReaderView) -> None:
    assert handles(view) == []
    view.set_current("overdue")
    first, second = where(TEXT, "increase was"), where(TEXT, "Nobody")
    assert [each.offset for each in handles(view)] == [*first, *second]
    view.set_current("theirs")
    assert handles(view) == []


def test_an_end_goes_to_whole_words_and_is_told_when_the_button_is_let_go(view: ReaderView) -> None:
    view.set_current("overdue")
    said = told(view)
    drag(view, at(view, handles(view)[1]), over(view, "overdue"))
    start, _ = where(TEXT, "increase was")
    nobody = where(TEXT, "Nobody")
    assert said == [("overdue", [(start, where(TEXT, "overdue")[1]), nobody])]
    drag(view, at(view, handles(view)[0]), over(view, "Thursday"))
    assert said[1] == ("overdue", [(where(TEXT, "Thursday")[0], where(TEXT, "increase was")[1]), nobody])
    assert view.cursor_state.selection is None


def test_with_alt_an_end_goes_to_characters_and_never_into_one(view: ReaderView) -> None:
    view.set_current("family")
    said = told(view)
    start, end = where(TEXT, "👨‍👩‍👧‍👦 and")
    drag(view, at(view, handles(view)[1]), at(view, Handle(0, "end", end - 2)), Qt.KeyboardModifier.AltModifier)
    assert said == [("family", [(start, end - 2)])]
    family = where(TEXT, "👨‍👩‍👧‍👦")
    drag(view, at(view, handles(view)[1]), at(view, Handle(0, "end", family[1])), Qt.KeyboardModifier.AltModifier)
    assert said[1][1] == [family]


def test_parts_never_cross_and_a_mark_never_vanishes(view: ReaderView) -> None:
    view.set_current("overdue")
    said = told(view)
    drag(view, at(view, handles(view)[1]), over(view, "answered"))
    drag(view, at(view, handles(view)[0]), over(view, "Nobody"))
    assert all(spans[0][0] < spans[0][1] <= spans[1][0] < spans[1][1] for _, spans in said)


def test_where_the_text_runs_left_the_ends_do_too(view: ReaderView) -> None:
    view.set_current("arabic")
    said = told(view)
    first, last = handles(view)
    assert at(view, first).x() > over(view, "قالت").x()
    drag(view, at(view, last), over(view, "لتعميق"))
    assert said == [("arabic", [(where(TEXT, "قالت")[0], where(TEXT, "لتعميق")[1])])]


def test_a_click_on_a_handle_changes_nothing_and_the_pointer_shows_what_can_be_dragged(
    view: ReaderView, qtbot: QtBot
) -> None:
    view.set_current("overdue")
    said = told(view)
    place = at(view, handles(view)[1])
    QTest.mouseMove(view.viewport(), place)
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor)
    QTest.mouseMove(view.viewport(), place + QPoint(0, 400))
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert said == []
    assert view.cursor_state.current == "overdue"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.sampled_from(["overdue", "arabic", "thai", "family"]),
    st.integers(0, 3),
    st.integers(0, 860),
    st.integers(0, 800),
    st.booleans(),
)
def test_wherever_an_end_is_dragged_the_parts_stay_whole_and_apart(
    view: ReaderView, mark: str, number: int, x: int, y: int, characters: bool
) -> None:
    view.set_current(mark)
    edges, boundaries = view._edges, TextBoundaries(TEXT, view.page.paragraphs)
    taken = handles(view)[number % len(handles(view))]
    edges.take(view.to_page(QPointF(at(view, taken))))
    edges.drag(view.to_page(QPointF(x, y)), "character" if characters else "word")
    assert all(start < end for start, end in edges.spans)
    assert all(before[1] <= after[0] for before, after in zip(edges.spans, edges.spans[1:], strict=False))
    for start, end in edges.spans:
        assert boundaries.widen(start, end, "character") == (start, end)
    view.set_current(None)


def test_in_the_window_the_drag_is_one_step_that_can_be_undone(
    window: MainWindow, store: Store, article_id: str
) -> None:
    made = tag_claim(store, article_id, [span("Two ships")])
    add_part(store, made, span("go to Wessel"))
    assert window.project is not None
    reader = window.project.screen.reader
    window.project.screen.choose(made)
    end = handles(reader)[1]
    start, stop = span("month")
    drag(reader, at(reader, end), reader.rectangles(start, stop)[0].center().toPoint())

    def quotes() -> list[str]:
        with store.read() as session:
            return [part.quote for part in marks_by_id(session, {made})[0].parts]

    assert quotes() == ["Two ships a month", "go to Wessel"]
    assert [each.offset for each in handles(reader)][1] == stop
    store.undo()
    assert quotes() == ["Two ships", "go to Wessel"]
