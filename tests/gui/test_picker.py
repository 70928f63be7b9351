"""The type-ahead list ranks, narrows and answers; its sections, keys and new names do what they say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.icons import GLYPHS, icon
from annotator.gui.matching import Narrowing, Ranking
from annotator.gui.picker import Picker, PickerItem
from annotator.gui.picker_model import MOST_ROWS, Offer, PickerModel
from annotator.gui.theme import DARK, LIGHT, Theme
from annotator.text import folded

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)

ITEMS = [
    PickerItem("okafor", "Mira Okafor", "Person", ("the harbour minister",), section="In this article"),
    PickerItem("albrecht", "Jonas Albrecht", "Person", section="In this article"),
    PickerItem("jobs", "Jobs", key="j", section="Used last"),
    PickerItem("okafor", "Mira Okafor", "Person", ("the harbour minister",), section="All"),
    PickerItem("renn", "Tomás Renn", "Person", section="All"),
    PickerItem("authority", "Brackwater Port Authority", "Organisation", section="All"),
]
TEXTS = st.text(st.sampled_from("abÄéø ß日ا-\n\tZ"), max_size=8)


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[QPlainTextEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 600)
    made = QPlainTextEdit("Mira Okafor told the committee", window)
    made.resize(700, 600)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    # The window lives as long as the test: a field without it is gone.
    yield made
    window.close()


def opened(text: QPlainTextEdit, *, y: int = 40, allow_new: bool = True) -> Picker:
    anchor = QRect(text.window().mapToGlobal(QPoint(30, y)), text.rect().size() / 20)
    return Picker.ask(
        text,
        anchor,
        ITEMS,
        theme=LIGHT,
        new_label="New speaker “{name}”",
        allow_new=allow_new,
        prompt="Speaker",
    )


def words(model: PickerModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def names(query: str) -> list[str]:
    model = PickerModel(ITEMS, new_label="", allow_new=False)
    model.narrow(query)
    return words(model)


def test_sections_stand_in_their_order_while_nothing_is_typed() -> None:
    assert names("") == [
        "In this article",
        "Mira Okafor",
        "Jonas Albrecht",
        "Used last",
        "Jobs",
        "All",
        "Mira Okafor",
        "Tomás Renn",
        "Brackwater Port Authority",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("jo", ["Jonas Albrecht", "Jobs"]),
        ("TOMAS", ["Tomás Renn"]),
        ("a", ["Jonas Albrecht", "Brackwater Port Authority", "Mira Okafor", "Tomás Renn"]),
        ("port", ["Brackwater Port Authority"]),
        ("minister", ["Mira Okafor"]),
        ("o", ["Mira Okafor", "Brackwater Port Authority", "Jonas Albrecht", "Jobs", "Tomás Renn"]),
        ("xyz", ["Nothing fits “xyz”"]),
    ],
)
def test_beginnings_come_before_words_before_aliases_before_the_rest(query: str, found: list[str]) -> None:
    assert names(query) == found


def test_a_topic_stands_before_those_below_it_and_before_those_whose_path_alone_begins_so() -> None:
    paths = ["Procedure › Audit", "Procedure › Consultation", "Procedure", "Process", "Fees › Procurement", "Fees"]
    ranking = Ranking(paths, [() for _ in paths])

    def found(query: str) -> list[str]:
        return [paths[row] for row in ranking.ranked(query)]

    assert found("proc") == [*paths[2:5], *paths[:2]]
    assert found("procedure") == [paths[2], *paths[:2]]
    assert found("procedure › a") == paths[:1]
    assert found("fees") == [paths[5], paths[4]]


def test_a_name_that_is_offered_stands_below_whom_it_may_be_and_above_all_others() -> None:
    def rows(offer: Offer | None, allow_new: bool = True) -> tuple[list[str], int]:
        model = PickerModel(ITEMS[:3], new_label="New “{name}”", allow_new=allow_new, offer=offer)
        return words(model), model.first()

    known = ["In this article", "Mira Okafor", "Jonas Albrecht", "Used last", "Jobs"]
    assert rows(Offer("Rika Lund")) == (["New “Rika Lund”", *known], 2)
    assert rows(Offer("Rika Lund", 2)) == ([*known[:3], "New “Rika Lund”", *known[3:]], 1)
    assert rows(Offer("Rika Lund", 3)) == ([*known, "New “Rika Lund”"], 1)
    assert rows(Offer("Rika Lund"), allow_new=False) == (known, 1)
    assert rows(Offer("Rika Lund", likeliest=True)) == (["New “Rika Lund”", *known], 0)
    assert rows(None) == (known, 1)
    alone = PickerModel([], new_label="New “{name}”", allow_new=True, offer=Offer("Rika Lund"))
    assert words(alone) == ["New “Rika Lund”"]
    assert alone.first() == 0
    alone.narrow("ri")
    assert words(alone) == ["New “ri”"]
    typed = PickerModel(ITEMS[:3], new_label="New “{name}”", allow_new=True, offer=Offer("Rika Lund", likeliest=True))
    typed.narrow("mir")
    assert words(typed)[typed.first()] == "Mira Okafor"


@pytest.mark.parametrize("hand", ["up", "control", "mouse"])
def test_a_name_that_is_offered_is_taken_by_key_or_mouse(text: QPlainTextEdit, qtbot: QtBot, hand: str) -> None:
    anchor = QRect(text.window().mapToGlobal(QPoint(30, 40)), text.rect().size() / 20)
    picker = Picker.ask(
        text, anchor, ITEMS, theme=LIGHT, new_label="New “{name}”", allow_new=True, offer=Offer("Rika Lund")
    )
    with qtbot.waitSignal(picker.new_requested) as made:
        if hand == "up":
            qtbot.keyClick(picker.field, Qt.Key.Key_Up)
            qtbot.keyClick(picker.field, Qt.Key.Key_Return)
        elif hand == "control":
            qtbot.keyClick(picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            place = picker.view.visualRect(picker.model.index(0, 0)).center()
            qtbot.mouseClick(picker.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.args == ["Rika Lund"]


@given(st.lists(TEXTS, max_size=12), st.lists(TEXTS, min_size=1, max_size=4))
def test_narrowing_step_by_step_finds_what_narrowing_at_once_finds(texts: list[str], queries: list[str]) -> None:
    ranking = Ranking(texts, [(text[::-1],) for text in texts])
    narrowing = Narrowing(texts)
    for query in [*queries, queries[-1] + "a", queries[-1]]:
        fresh = Ranking(texts, [(text[::-1],) for text in texts])
        assert ranking.ranked(query) == fresh.ranked(query)
        assert narrowing.hits(query) == Narrowing(texts).hits(query)
        assert set(narrowing.hits(query)) == {
            row for row, text in enumerate(texts) if all(w in folded(text) for w in folded(query).split())
        }


@given(st.text(max_size=20))
def test_folding_is_stable_and_blind_to_case(words: str) -> None:
    once = folded(words)
    assert folded(unicodedata.normalize("NFD", words)) == folded(unicodedata.normalize("NFC", words))
    assert "  " not in once
    assert once == once.strip()


def test_long_lists_are_cut_and_say_so() -> None:
    items = [PickerItem(str(number), f"Speaker {number}") for number in range(1434)]
    model = PickerModel(items, new_label="", allow_new=False)
    model.narrow("speaker")
    assert model.rowCount() == MOST_ROWS + 1
    assert words(model)[-1] == "… 1,234 more, keep typing"
    assert model.flags(model.index(MOST_ROWS, 0)) == Qt.ItemFlag.NoItemFlags


def test_enter_takes_the_best_and_gives_the_focus_back(text: QPlainTextEdit) -> None:
    picker = opened(text)
    QTest.keyClicks(picker.field, "albr")
    heard: list[str] = []
    picker.taken.connect(heard.append)
    picker.closed.connect(lambda: heard.append("closed"))
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert heard == ["albrecht", "closed"]
    assert text.hasFocus()


def test_arrows_step_over_headings(text: QPlainTextEdit, qtbot: QtBot) -> None:
    picker = opened(text)
    for _ in range(2):
        QTest.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.view.currentIndex().data() == "Jobs"
    QTest.keyClick(picker.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(picker.taken) as answer:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert answer.args == ["albrecht"]


def test_a_key_takes_its_item_only_while_nothing_is_typed(text: QPlainTextEdit, qtbot: QtBot) -> None:
    picker = opened(text)
    with qtbot.waitSignal(picker.taken) as answer:
        QTest.keyClicks(picker.field, "j")
    assert answer.args == ["jobs"]
    picker = opened(text)
    QTest.keyClicks(picker.field, "oj")
    assert picker.field.text() == "oj"
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)


def test_a_new_name_is_offered_last_and_asked_for(text: QPlainTextEdit, qtbot: QtBot) -> None:
    picker = opened(text)
    QTest.keyClicks(picker.field, "  Jona  Berg ")
    assert words(picker.model) == ["New speaker “Jona Berg”"]
    with qtbot.waitSignal(picker.new_requested) as asked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert asked.args == ["Jona Berg"]


def test_ctrl_enter_makes_a_new_name_beside_others_but_never_a_second_of_the_same(
    text: QPlainTextEdit, qtbot: QtBot
) -> None:
    picker = opened(text)
    QTest.keyClicks(picker.field, "Mira")
    assert words(picker.model) == ["Mira Okafor", "New speaker “Mira”"]
    with qtbot.waitSignal(picker.new_requested) as asked:
        QTest.keyClick(picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["Mira"]
    picker = opened(text)
    QTest.keyClicks(picker.field, "mira okafor")
    assert words(picker.model) == ["Mira Okafor"]
    with qtbot.waitSignal(picker.taken) as taken:
        QTest.keyClick(picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken.args == ["okafor"]


def test_where_new_names_are_not_allowed_enter_on_nothing_does_nothing(text: QPlainTextEdit, qtbot: QtBot) -> None:
    picker = opened(text, allow_new=False)
    QTest.keyClicks(picker.field, "xyz")
    with qtbot.assertNotEmitted(picker.closed):
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
        QTest.keyClick(picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)


def test_esc_closes_and_a_press_elsewhere_too(text: QPlainTextEdit, qtbot: QtBot) -> None:
    picker = opened(text)
    with qtbot.waitSignal(picker.closed), qtbot.assertNotEmitted(picker.taken):
        QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    assert text.hasFocus()
    picker = opened(text)
    with qtbot.waitSignal(picker.closed):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 590))


def test_a_click_on_a_row_takes_it_and_one_on_a_heading_does_not(text: QPlainTextEdit, qtbot: QtBot) -> None:
    picker = opened(text)

    def middle(row: int) -> QPoint:
        return picker.view.visualRect(picker.model.index(row, 0)).center()

    with qtbot.assertNotEmitted(picker.closed):
        QTest.mouseClick(picker.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(0))
    with qtbot.waitSignal(picker.taken) as answer:
        QTest.mouseClick(picker.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(2))
    assert answer.args == ["albrecht"]


@pytest.mark.parametrize("y", [0, 40, 300, 560])
def test_the_words_are_never_covered_and_the_list_stays_in_the_window(text: QPlainTextEdit, y: int) -> None:
    picker = opened(text, y=y)
    anchor = QRect(QPoint(30, y), text.rect().size() / 20)
    list_itself = picker.geometry().adjusted(10, 10, -10, -10)
    assert not list_itself.intersects(anchor)
    assert text.window().rect().contains(list_itself)
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_every_icon_has_ink_of_the_theme(qapp: QApplication, name: str, theme: Theme) -> None:
    image = icon(name, theme, "warn").pixmap(64, 64).toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = {colour.name() for colour in colours if colour.alpha() == 255}
    assert inked == {theme.warn}


@pytest.mark.parametrize("y", [40, 330])
def test_no_row_is_cut_in_two(text: QPlainTextEdit, y: int) -> None:
    picker = Picker.ask(
        text,
        QRect(text.window().mapToGlobal(QPoint(30, y)), text.rect().size() / 20),
        [PickerItem(str(number), f"Speaker {number}", section="All") for number in range(40)],
        theme=LIGHT,
        prompt="Speaker",
    )
    QApplication.processEvents()
    view = picker.view
    last = view.indexAt(QPoint(20, view.viewport().height() - 1))
    assert 4 < last.row() < 20
    assert view.visualRect(last).bottom() == view.viewport().height() - 1
