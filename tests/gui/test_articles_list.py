"""The list of articles narrows, sorts and groups, keeps its place, and knows what comes next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from annotator.gui.articles.list_view import ArticleList
from annotator.gui.theme import DARK, LIGHT
from tests.gui.invented import article, some_articles

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def listed(qtbot: QtBot) -> ArticleList:
    made = ArticleList(LIGHT)
    qtbot.addWidget(made)
    made.resize(264, 700)
    made.show()
    made.set_articles(some_articles())
    return made


def ids(listed: ArticleList) -> list[str]:
    return [article.id for article in listed.model.shown()]


def narrowed(listed: ArticleList, query: str) -> list[str]:
    listed.filter.setText(query)
    listed._narrow()
    return ids(listed)


def index_of(listed: ArticleList, id_: str) -> QModelIndex:
    return listed.model.index(listed.model.row_of(id_), 0)


def click(listed: ArticleList, id_: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = listed.view.visualRect(index_of(listed, id_)).center()
    QTest.mouseClick(listed.view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_articles_stand_in_the_order_in_which_they_were_added(listed: ArticleList) -> None:
    assert ids(listed) == ["a1", "a2", "a3", "a4", "a5", "a6", "a7"]
    assert listed.filter.placeholderText() == "Filter 7 articles"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("DOCKERS", ["a4", "a5"]),
        ("dockers courier", ["a5"]),
        ("renn ledger", ["a2"]),
        ("17 nov", ["a4", "a5"]),
        ("2025-11-18", ["a6"]),
        ("الرسوم", ["a6"]),
        ("eelgrass", []),
    ],
)
def test_the_filter_looks_at_title_outlet_byline_and_date(listed: ArticleList, query: str, found: list[str]) -> None:
    assert narrowed(listed, query) == found


def test_a_filter_that_finds_nothing_offers_to_show_all(listed: ArticleList, qtbot: QtBot) -> None:
    narrowed(listed, "eelgrass")
    button = next(button for button in listed.findChildren(QPushButton) if button.isVisible())
    assert button.text() == "Show all articles"
    button.click()
    qtbot.waitUntil(lambda: len(ids(listed)) == 7)


def test_sorting(listed: ArticleList) -> None:
    orders = {
        "date": ["a1", "a2", "a3", "a4", "a5", "a6", "a7"],
        "title": ["a4", "a5", "a1", "a2", "a3", "a7", "a6"],
        "outlet": ["a6", "a1", "a5", "a2", "a3", "a4", "a7"],
        "state": ["a3", "a5", "a6", "a7", "a2", "a1", "a4"],
        "claims": ["a1", "a2", "a4", "a3", "a5", "a6", "a7"],
    }
    for sorting, expected in orders.items():
        listed.model.set_view(sorting=sorting)  # type: ignore[arg-type]
        assert ids(listed) == expected, sorting


def test_groups_have_headings_that_cannot_be_chosen(listed: ArticleList) -> None:
    listed.order.choose("added", "state")
    model = listed.model
    rows = [model.index(number, 0) for number in range(model.rowCount())]
    headings = [row.data() for row in rows if model.article(row) is None]
    assert headings == ["New", "In progress", "Finished", "Reviewed"]
    assert all(model.flags(row) == Qt.ItemFlag.NoItemFlags for row in rows if model.article(row) is None)
    assert ids(listed) == ["a3", "a5", "a6", "a7", "a2", "a1", "a4"]
    listed.order.choose("added", "outlet")
    assert rows[0].row() in model.headings()
    assert ids(listed)[-1] == "a7"


def test_the_next_article_follows_the_order_that_is_seen(listed: ArticleList) -> None:
    listed.select("a2")
    assert (listed.previous_id(), listed.next_id()) == ("a1", "a3")
    listed.select("a7")
    assert listed.next_id() is None
    narrowed(listed, "dockers")
    listed.select("a4")
    assert (listed.previous_id(), listed.next_id()) == (None, "a5")


def test_the_next_unfinished_article_begins_at_the_top_again(listed: ArticleList) -> None:
    listed.select("a3")
    assert listed.next_unfinished_id() == "a5"
    listed.select("a7")
    assert listed.next_unfinished_id() == "a2"
    listed.set_articles([article("x", "X", state="finished"), article("y", "Y", state="reviewed")])
    assert listed.next_unfinished_id() is None


def test_progress_counts_finished_and_reviewed_articles(listed: ArticleList) -> None:
    bar = listed.findChild(QProgressBar)
    assert bar is not None
    assert bar.accessibleName() == "2 of 7 finished"
    listed.update_articles([article("a3", "“Nobody asked the fishermen”: an interview", state="finished")])
    assert (bar.value(), bar.maximum()) == (3, 7)


def test_changes_keep_the_chosen_article_and_new_ones_come_last(listed: ArticleList) -> None:
    listed.select("a5")
    listed.update_articles([article("a8", "Audit of the reserve fund"), article("a5", "Another title", claims=3)])
    listed.remove(["a1"])
    assert ids(listed) == ["a2", "a3", "a4", "a5", "a6", "a7", "a8"]
    assert listed.selected() == "a5"
    assert listed.view.currentIndex() == index_of(listed, "a5")
    assert narrowed(listed, "another") == ["a5"]


def test_a_click_opens_and_a_click_with_ctrl_only_adds(listed: ArticleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listed.article_chosen) as chosen:
        click(listed, "a3")
    assert chosen.args == ["a3"]
    with qtbot.assertNotEmitted(listed.article_chosen):
        click(listed, "a5", Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(listed.context_requested) as asked:
        listed.view.customContextMenuRequested.emit(QPoint(5, 5))
    assert asked.args[0] == ["a3", "a5"]


def test_selecting_from_outside_reports_nothing(listed: ArticleList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(listed.article_chosen):
        listed.select("a4")
    assert listed.selected() == "a4"


def test_the_open_article_is_chosen_alone_whatever_keys_are_held(listed: ArticleList, qtbot: QtBot) -> None:
    click(listed, "a1")
    QTest.keyPress(listed.view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    listed.select("a3")
    QTest.keyRelease(listed.view, Qt.Key.Key_Control)
    assert [index.row() for index in listed.view.selectionModel().selectedRows()] == [listed.model.row_of("a3")]


def test_arrows_move_and_enter_opens(listed: ArticleList, qtbot: QtBot) -> None:
    listed.select("a2")
    listed.view.setFocus()
    with qtbot.assertNotEmitted(listed.article_chosen):
        QTest.keyClick(listed.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(listed.article_chosen) as chosen:
        QTest.keyClick(listed.view, Qt.Key.Key_Return)
    assert chosen.args == ["a3"]


def test_typing_in_the_list_goes_to_the_filter(listed: ArticleList, qtbot: QtBot) -> None:
    listed.activateWindow()
    listed.view.setFocus()
    QTest.keyClicks(listed.view, "d")
    qtbot.waitUntil(listed.filter.hasFocus)
    assert listed.filter.text() == "d"
    with qtbot.waitSignal(listed.article_chosen):
        QTest.keyClick(listed.filter, Qt.Key.Key_Return)
    with qtbot.waitSignal(listed.left):
        QTest.keyClick(listed.filter, Qt.Key.Key_Escape)
    assert listed.filter.text() == ""


def test_an_empty_list_offers_to_add_articles(listed: ArticleList, qtbot: QtBot) -> None:
    listed.set_articles([])
    assert not listed.filter.isVisible()
    button = next(button for button in listed.findChildren(QPushButton) if button.isVisible())
    with qtbot.waitSignal(listed.add_requested):
        button.click()


def test_dropped_files_and_folders_are_reported_and_web_addresses_are_not(
    listed: ArticleList, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://dailyledger.example/a")])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(listed.files_dropped) as dropped:
        listed.dropEvent(event)
    assert dropped.args == [[tmp_path]]


def test_dates_are_shown_as_exactly_as_they_are_known(listed: ArticleList) -> None:
    dates = {"2025-11-04": "4 Nov 2025", "2025-11": "Nov 2025", "2025": "2025", None: ""}
    for published, words in dates.items():
        assert listed.model.date(article("x", "X", published=published)) == words


@pytest.mark.parametrize("width", [200, 264, 500])
def test_rows_can_be_painted_at_any_width_in_both_themes(listed: ArticleList, width: int) -> None:
    long = article("long", "A headline that never ends " * 20, source="Outlet " * 30, claims=12345)
    listed.update_articles([long])
    listed.resize(width, 900)
    for theme in (DARK, LIGHT):
        listed.set_theme(theme)
        assert listed.grab().toImage().pixelColor(width - 4, 600).name() == theme.pane


def test_near_copies_stand_together_under_the_first_and_the_others_below(listed: ArticleList) -> None:
    wanted: list[None] = []
    listed.copies_wanted.connect(lambda: wanted.append(None))
    listed.order.choose("added", "copies")
    assert wanted == [None]
    listed.set_copies([["a2", "a6"]])
    assert ids(listed) == ["a2", "a6", "a1", "a3", "a4", "a5", "a7"]
    assert listed.model.headings() == [0, 3]
    assert listed.model.index(3, 0).data() == "No near copies"
    listed.set_articles(some_articles())
    assert wanted == [None, None]


def test_what_was_added_is_chosen_and_seen_once_it_is_listed_and_what_is_open_stays(listed: ArticleList) -> None:
    many = [article(f"old{number}", "Tide") for number in range(60)]
    listed.set_articles(many)
    listed.select("old0")
    opened: list[str] = []
    listed.article_chosen.connect(opened.append)
    listed.show_added("new1")
    listed.update_articles([article("new1", "Tide"), article("new2", "Tide")])
    assert listed.selection() == ["new1"]
    shown = listed.view.visualRect(index_of(listed, "new1"))
    assert listed.view.viewport().rect().contains(shown)
    assert (listed.selected(), opened) == ("old0", [])
    listed.view.scrollToTop()
    listed.update_articles([article("new3", "Tide")])
    assert listed.view.verticalScrollBar().value() == 0


def test_the_first_that_is_added_opens_where_nothing_is_open(listed: ArticleList) -> None:
    opened: list[str] = []
    listed.article_chosen.connect(opened.append)
    listed.set_articles([])
    listed.show_added("new1")
    listed.set_articles([article("new1", "Tide"), article("new2", "Tide")])
    assert opened == ["new1"]


def test_what_the_filter_hides_is_not_jumped_to_later(listed: ArticleList) -> None:
    narrowed(listed, "dockers")
    listed.show_added("new1")
    listed.update_articles([article("new1", title="Silt")])
    assert listed.selection() == []
    narrowed(listed, "")
    listed.update_articles([article("new2", title="Tide")])
    assert listed.selection() == []
