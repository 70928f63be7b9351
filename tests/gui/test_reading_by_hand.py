"""What the hand finds in the text: the menu at the pointer, the mark under it, sentences by Shift, pages, copies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, tag_claim, tag_mention, tag_passage
from annotator.actions.topics import make_topic
from annotator.gui.annotate.moved_ends import spans_without
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.citing import cited
from annotator.gui.dialogs.settings_dialog import SettingsDialog
from annotator.gui.main_window import MainWindow
from annotator.records import Link
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record, span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def screen(window: MainWindow) -> AnnotateScreen:
    assert window.project is not None
    made = window.project.screen
    made.reader.setFocus()
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, held)


def heard(screen: AnnotateScreen) -> list[str]:
    said: list[str] = []
    screen.hint.connect(said.append)
    return said


def right_click(screen: AnnotateScreen, words: str) -> QMenu:
    """Ask for the menu on these words; it is open."""
    start, _ = span(words)
    box = screen.reader.rectangles(start + 1, start + 2)[0].center().toPoint()
    viewport = screen.reader.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, box, viewport.mapToGlobal(box))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entry(menu: QMenu, words: str) -> object:
    return next((each for each in menu.actions() if each.text().partition("\t")[0] == words), None)


def selected(screen: AnnotateScreen) -> str:
    return screen.reader.selected_text()


# The menu -------------------------------------------------------------------------------------------


def test_a_right_click_makes_the_mark_under_it_current(screen: AnnotateScreen, store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [span("Two ships a month")], mark_id="large")
    tag_claim(store, article_id, [span("ships")], mark_id="small")
    menu = right_click(screen, "ships")
    assert screen.tagger.current() == "small"
    delete = entry(menu, "Delete mark")
    assert delete is not None
    assert delete.isEnabled()
    menu.close()
    # Where a mark of several is current already, it stays so.
    screen.choose("large")
    right_click(screen, "ships").close()
    assert screen.tagger.current() == "large"
    # Where no mark lies, what was current stays: words can still become its cue.
    right_click(screen, "denied").close()
    assert screen.tagger.current() == "large"


def test_a_right_click_in_the_selection_keeps_it(screen: AnnotateScreen, store: Store, article_id: str) -> None:
    tag_claim(store, article_id, [span("ships")], mark_id="small")
    screen.reader.select(*span("Two ships a month"))
    right_click(screen, "ships").close()
    assert selected(screen) == "Two ships a month"
    assert screen.tagger.current() is None


def test_marks_that_overlap_are_told_apart_in_the_menu(screen: AnnotateScreen, store: Store, article_id: str) -> None:
    make_speaker(store, "Mira Okafor", speaker_id="mira")
    for id_, who in (("mine", "Ana"), ("theirs", "Ben")):
        tag_claim(store, article_id, [span("Two ships a month")], mark_id=id_, by=who)
    add_speaker(store, "mine", "mira")
    screen.opened.show_colleagues(True)
    menu = right_click(screen, "Two ships")
    here = next(each for each in menu.actions() if each.text() == "Marks here").menu()
    assert isinstance(here, QMenu)
    said = [(each.text(), each.isChecked()) for each in here.actions()]
    assert said == [
        ("Claim by Mira Okafor: Two ships a month", True),
        ("Ben: Claim: Two ships a month", False),
    ]
    here.actions()[1].trigger()
    assert screen.tagger.current() == "theirs"
    menu.close()


def test_a_link_is_opened_or_copied_from_the_menu(window: MainWindow, screen: AnnotateScreen) -> None:
    start, end = span("The study")
    record = replace(article_record("linked"), links=(Link(start, end, "mailto:silt@example.org"),))
    screen.reader.show_article(record, [], lambda _start, _end: ())
    said: list[str] = []
    window.hint = said.append  # type: ignore[method-assign]
    menu = right_click(screen, "The study")
    entry(menu, "Copy the address of the link").trigger()  # type: ignore[attr-defined]
    assert QGuiApplication.clipboard().text() == "mailto:silt@example.org"
    entry(menu, "Open the link…").trigger()  # type: ignore[attr-defined]
    assert said == ["Only links to pages of the web are opened; this one can be copied."]
    menu.close()


# Copying ------------------------------------------------------------------------------------------


def test_a_mark_is_copied_with_who_says_it_and_where(screen: AnnotateScreen, store: Store, article_id: str) -> None:
    make_speaker(store, "Mira Okafor", speaker_id="mira")
    tag_claim(store, article_id, [span("Two ships"), span("go to Wessel.")], mark_id="claim")
    add_speaker(store, "claim", "mira")
    screen.choose("claim")
    press(Qt.Key.Key_C, SHIFT | Qt.KeyboardModifier.ControlModifier)
    source = "Tomas Renn: Port fees to rise by a third, dailyledger.example, 24 November 2025"
    url = "https://www.dailyledger.example/article-1"
    assert QGuiApplication.clipboard().text().startswith("“Two ships … go to Wessel.” (Mira Okafor)\n" + source)
    screen.reader.select(*span("fees hurt boats 🐟"))
    press(Qt.Key.Key_C, SHIFT | Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().replace(article_id, "article-1")
    assert copied == f"“fees hurt boats 🐟”\n{source}. {url}"


def test_a_source_leaves_out_what_is_not_known() -> None:
    bare = replace(article_record("a"), byline="", published=None, source="", url="")
    assert cited("He said “no”.", [], bare) == "“He said ‘no’.”\nPort fees to rise by a third."


# Selecting by sentences, and pages ----------------------------------------------------------------


def test_shift_and_down_select_sentence_by_sentence_over_paragraphs_and_up_comes_back(screen: AnnotateScreen) -> None:
    screen.reader.place_cursor(span("“Two ships")[0])
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(key, SHIFT)
        seen.append(selected(screen))
    first, second, third = seen[:3]
    assert first == "“Two ships a month go to Wessel.”"
    assert second.endswith("he argued.")
    assert second.startswith(first)
    assert third.endswith("speaks of silt.")
    assert third.startswith(second)
    assert seen[3:] == [second, first, ""]
    press(Qt.Key.Key_Up, SHIFT)
    assert selected(screen).startswith("“The channel is too shallow")


def test_what_is_selected_by_sentences_becomes_a_claim(screen: AnnotateScreen) -> None:
    screen.reader.place_cursor(span("“Two ships")[0])
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_C)
    [made] = screen.opened.marks.values()
    assert made.parts[0].quote.startswith("“Two ships")
    assert made.parts[0].quote.endswith("he argued.")


def in_view(screen: AnnotateScreen) -> bool:
    sentence = screen.reader.cursor_state.sentence
    assert sentence is not None
    box = screen.reader.rectangles(*sentence)[0]
    return box.top() >= 0 and box.bottom() <= screen.reader.viewport().height()


def test_pages_take_the_sentence_cursor_along(screen: AnnotateScreen) -> None:
    text = "\n".join(
        f"Sentence {n} of the first. Another {n} of it, no less long than the one before." for n in range(200)
    )
    screen.reader.show_article(article_record("long", text), [], lambda start, end: [(start, end)])
    reader, starts = screen.reader, []
    for key in [Qt.Key.Key_PageDown] * 3 + [Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home]:
        press(key)
        assert in_view(screen)
        starts.append(reader.cursor_state.sentence.start)  # type: ignore[union-attr]
    assert 0 < starts[0] < starts[1] < starts[2] < starts[4] < starts[3]
    assert (starts[3], starts[5]) == (text.rindex("\n") + 1, 0)
    # At the ends, where there is no further page, the last and the first sentence.
    press(Qt.Key.Key_PageUp)
    assert reader.cursor_state.sentence.start == 0  # type: ignore[union-attr]
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_PageDown)
    assert reader.cursor_state.sentence.start == text.rindex("\n") + 1  # type: ignore[union-attr]


def test_the_wheel_with_ctrl_makes_the_text_larger(window: MainWindow, screen: AnnotateScreen) -> None:
    before = window.settings.reading_size
    viewport = screen.reader.viewport()
    place = QPointF(200, 200)
    for turned, size in ((120, before + 1), (-120, before)):
        wheel = QWheelEvent(
            place, viewport.mapToGlobal(place), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, wheel)
        assert window.settings.reading_size == size


# Nothing goes nowhere without a word ----------------------------------------------------------------


def test_at_the_end_of_the_way_a_sentence_says_so(screen: AnnotateScreen, store: Store, article_id: str) -> None:
    said = heard(screen)

    def after(*keys: Qt.Key) -> str:
        said.clear()
        for key in keys:
            press(key)
        return said[-1] if said else ""

    nothing = "No mark is shown in this article; C makes a claim of the sentence."
    assert [after(key) for key in (Qt.Key.Key_Period, Qt.Key.Key_Comma)] == [nothing, nothing]
    assert after(Qt.Key.Key_O) == "No mark lies here."
    tag_mention(store, article_id, [span("Mira Okafor")], mark_id="only")
    assert after(Qt.Key.Key_Period) == ""
    assert after(Qt.Key.Key_Period) == "This is the last mark of the article."
    assert after(Qt.Key.Key_Comma) == "This is the first mark of the article."
    assert after(Qt.Key.Key_O) == "No other mark overlaps this one."
    screen.reader.place_cursor(len(TEXT) - 2)
    assert after(Qt.Key.Key_J).startswith("This is the last sentence; Ctrl+Enter finishes")
    screen.reader.place_cursor(0)
    assert after(Qt.Key.Key_K) == "This is the first sentence."


@pytest.mark.parametrize("holds", [lambda screen: screen.opened.marks, lambda screen: screen.panel.cards.count])
def test_undo_takes_back_what_the_menu_did(
    screen: AnnotateScreen, store: Store, article_id: str, holds: Callable[[AnnotateScreen], object]
) -> None:
    make_topic(store, "Fees", topic_id="fees")
    tag_claim(store, article_id, [span("Two ships a month")], mark_id="claim")
    add_topic(store, "claim", "fees")
    menu = right_click(screen, "Two ships")
    entry(menu, "Delete mark").trigger()  # type: ignore[attr-defined]
    menu.close()
    assert not holds(screen)
    store.undo()
    assert holds(screen)


# The current mark and its words ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["mention", "passage"])
def test_the_words_of_a_current_mention_or_passage_stand_out(
    window: MainWindow, screen: AnnotateScreen, store: Store, article_id: str, kind: str
) -> None:
    make_topic(store, "Fees", topic_id="fees")
    tag_mention(store, article_id, [span("Mira Okafor")], mark_id="mention")
    tag_passage(store, article_id, [span("The study by the Selm")], "fees", mark_id="passage")
    start = span("Okafor" if kind == "mention" else "study")[0]
    corner = screen.reader.rectangles(start, start + 1)[0].topLeft().toPoint() + QPoint(1, 1)

    def ground() -> str:
        picture = screen.reader.viewport().grab().toImage()
        return picture.pixelColor(corner * picture.devicePixelRatio()).name()

    assert ground() == window.theme.card
    screen.choose(kind)
    assert ground() == window.theme.accentbg


def parts(screen: AnnotateScreen) -> list[str]:
    mark = screen.tagger.current_mark()
    return [part.quote for part in mark.parts] if mark is not None else []


def test_words_are_taken_out_of_a_mark_which_falls_into_parts(screen: AnnotateScreen) -> None:
    screen.reader.select(*span("“The channel is too shallow,” said Mira Okafor, the harbour minister, on Monday"))
    press(Qt.Key.Key_C)
    screen.reader.select(*span("said Mira Okafor, the harbour minister, on"))
    press(Qt.Key.Key_Delete, SHIFT)
    assert parts(screen) == ["“The channel is too shallow,”", "Monday"]
    screen.reader.select(*span("Monday"))
    press(Qt.Key.Key_Delete, SHIFT)
    assert parts(screen) == ["“The channel is too shallow,”"]


def test_words_that_cannot_be_taken_out_are_told_of(screen: AnnotateScreen) -> None:
    said = heard(screen)
    screen.reader.select(*span("Two ships a month"))
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Delete, SHIFT)
    for words in ("Jonas Albrecht", "“Two ships a month go"):
        screen.reader.select(*span(words))
        press(Qt.Key.Key_Delete, SHIFT)
    assert said == [
        "Select the words that the mark is to lose, then press Shift+Delete.",
        "None of these words belong to the mark.",
        "Nothing would be left of the mark; Delete deletes it.",
    ]
    assert parts(screen) == ["Two ships a month"]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=4),
    st.tuples(st.integers(0, 70), st.integers(1, 40)),
)
def test_what_is_left_lies_in_the_mark_and_beside_what_was_cut(
    drawn: list[tuple[int, int]], cut: tuple[int, int]
) -> None:
    spans, reached = [], 0
    for gap, length in drawn:
        spans.append((reached + gap, reached + gap + length))
        reached += gap + length
    spans = [(start, end) for start, end in spans if end <= len(TEXT)]
    stretch = (cut[0], cut[0] + cut[1])
    held = {place for start, end in spans for place in range(start, end)}
    left = [place for start, end in spans_without(TEXT, spans, stretch) for place in range(start, end)]
    assert len(left) == len(set(left))
    wanted = held - set(range(*stretch))
    assert set(left) <= wanted
    assert all(TEXT[place] in " \t\n\u00a0,;" for place in wanted - set(left))


def test_the_end_of_a_mark_goes_to_the_side_of_the_arrow_where_text_runs_left(window: MainWindow, store: Store) -> None:
    text = "قال الوزير إن السفن تذهب إلى ويسل كل شهر."
    add_articles(store, [article_record("leftward", text, title="السفن")], source="one more")
    assert window.project is not None
    screen = window.project.screen
    screen.open_article("leftward")
    tag_claim(store, "leftward", [span("السفن تذهب", text)], mark_id="claim")
    screen.choose("claim")
    screen.reader.setFocus()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert parts(screen) == ["السفن تذهب إلى"]
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert parts(screen) == ["السفن تذهب"]
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | SHIFT)
    assert parts(screen) == ["إن السفن تذهب"]


# Highlighting -------------------------------------------------------------------------------------


def test_words_are_highlighted_and_no_longer_by_one_key(window: MainWindow, screen: AnnotateScreen) -> None:
    said: list[str] = []
    window.hint = said.append  # type: ignore[method-assign]
    screen.reader.place_cursor(span("Okafor")[0])
    press(Qt.Key.Key_H)
    screen.reader.select(*span("Two ships"))
    press(Qt.Key.Key_H)
    assert [each.words for each in window.settings.highlighters] == ["Okafor", "Two ships"]
    assert len({each.colour for each in window.settings.highlighters}) == 2
    assert [each.name for each in screen.reader._scene.highlights] == ["Okafor", "Two ships"]
    press(Qt.Key.Key_H)
    assert [each.words for each in window.settings.highlighters] == ["Okafor"]
    assert said == [
        "“Okafor” is highlighted wherever it stands; the same key takes it away.",
        "“Two ships” is highlighted wherever it stands; the same key takes it away.",
        "“Two ships” is highlighted no longer.",
    ]
    screen.reader.select(0, len(TEXT))
    press(Qt.Key.Key_H)
    assert len(window.settings.highlighters) == 1


def test_the_highlighters_are_a_command(window: MainWindow) -> None:
    window.actions_["highlighters"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    assert dialog.tabs.currentWidget() is dialog.highlighters
    dialog.reject()


# The margin ---------------------------------------------------------------------------------------


def test_stripes_in_the_margin_and_their_names_can_be_pressed(
    window: MainWindow, screen: AnnotateScreen, store: Store, article_id: str
) -> None:
    # Wide enough for the names.
    window.resize(1500, 800)
    make_topic(store, "Fees", topic_id="fees")
    tag_passage(store, article_id, [span("The study by the Selm")], "fees", mark_id="passage")
    reader = screen.reader
    middle = reader.rectangles(*span("study"))[0].center().y()
    left = reader.page.left
    for x in (left - 28, left - 18, left - 60):
        reader.set_current(None)
        QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(middle)))
        assert screen.tagger.current() == "passage"
        QTest.mouseMove(reader.viewport(), QPoint(round(x), round(middle) + 1))
        assert reader._shape_at(reader.to_page(QPointF(x, middle))) is Qt.CursorShape.PointingHandCursor
    # Above the passage there is no stripe, and further out no name.
    assert reader.page.stripes_at(left - 24, reader.page.first_top + 2) == []
    assert reader.page.stripes_at(left - 400, reader.to_page(QPointF(0, middle)).y()) == []


def test_colleagues_lines_are_thinner_than_ones_own_beside_them(
    window: MainWindow, screen: AnnotateScreen, store: Store, article_id: str
) -> None:
    def thickness(words: str) -> int:
        box = screen.reader.rectangles(*span(words))[0]
        picture = screen.reader.viewport().grab().toImage()
        column = range(round(box.top()), round(box.bottom()) + 6)
        x = round(box.left()) + 3
        return sum(picture.pixelColor(x, y).name() == window.theme.claim_line for y in column)

    tag_claim(store, article_id, [span("fees hurt boats")], mark_id="theirs", by="Ben")
    screen.opened.show_colleagues(True)
    # Alone they need no telling apart.
    assert thickness("fees hurt") == 2
    tag_claim(store, article_id, [span("Two ships a month")], mark_id="mine")
    assert (thickness("Two ships"), thickness("fees hurt")) == (2, 1)


def test_the_ring_beside_a_paragraph_says_what_it_means(screen: AnnotateScreen) -> None:
    screen.reader.place_cursor(span("Two ships")[0])
    press(Qt.Key.Key_W)
    box = screen.reader.page.rectangles(*span("“The channel"))[0]
    ring = QPointF(screen.reader.page.left - 23, box.center().y())
    assert screen.reader._said_of_ring(ring) == "Nothing to tag in this paragraph"
    assert screen.reader._said_of_ring(box.center()) == ""


def test_a_current_mention_has_its_claims_stand_out_with_it(
    screen: AnnotateScreen, store: Store, article_id: str
) -> None:
    make_speaker(store, "Mira", speaker_id="mira")
    for id_, words in (("hers", "Two ships a month"), ("other", "fees hurt boats")):
        tag_claim(store, article_id, [span(words)], mark_id=id_)
    add_speaker(store, "hers", "mira", mention=[span("Mira Okafor")])
    mention = next(id_ for id_ in screen.opened.marks if id_ not in ("hers", "other"))
    screen.choose(mention)
    assert screen.reader._scene.together() == {mention, "hers"}
    screen.choose("hers")
    assert screen.reader._scene.together() == {mention, "hers"}
