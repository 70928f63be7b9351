"""The view of agreement: its figures are those of the question, and a number leads to its cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.actions.agreement_report import compare, write_table
from annotator.actions.sample import fill_with_sample
from annotator.actions.tagging import add_topic, tag_claim
from annotator.actions.topics import make_topic
from annotator.agreement.definitions import LAYERS
from annotator.gui import files_dialog
from annotator.gui.agreement.opening import show_agreement
from annotator.gui.agreement.trend import TrendChart, TrendPoint
from annotator.gui.agreement.view import AgreementView
from annotator.gui.main_window import MainWindow
from annotator.gui.review.screen import ReviewScreen
from annotator.store import Store
from tests import independent
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)


@pytest.fixture
def view(window: MainWindow, store: Store, article_id: str) -> Iterator[AgreementView]:
    """The view on two annotators who agree on one claim of three."""
    fees = make_topic(store, "=Fees")
    for who in ("Ana", "Ben"):
        made = tag_claim(store, article_id, [span("Two ships a month")], quotation="direct", by=who)
        add_topic(store, made, fees, stance="supports", by=who)
    tag_claim(store, article_id, [span("She did not answer")], by="Ben")
    tag_claim(store, article_id, [span("fees hurt boats")], by="Ana")
    show_agreement(window)
    [shown] = window.findChildren(AgreementView)
    yield shown
    shown.close()


def texts(view: AgreementView) -> list[tuple[str, ...]]:
    return [row.texts for row in view.table.model_.rows]


def test_layers_stand_with_value_and_units_and_what_is_undefined_says_why(view: AgreementView) -> None:
    assert [row.key for row in view.layers.model_.rows] == list(LAYERS)
    claims = view.layers.model_.rows[1]
    assert claims.texts == ("Claims found", ".50", "–", "4")
    view.layers.setCurrentIndex(view.layers.model_.index(3, 0))
    assert view.trouble.text().startswith("It cannot be computed, because")
    assert not view.trouble.isHidden()


def test_its_parts_stand_below_each_other_where_there_is_little_room(view: AgreementView, qtbot: QtBot) -> None:
    view.resize(760, 330)
    for page in ("annotators", "months"):
        view.pages.set_value(page)
        view.show_layer()
        qtbot.waitUntil(lambda: view.says.height() >= view.says.heightForWidth(view.says.width()))
        qtbot.waitUntil(lambda: view.stack.geometry().top() > view.pages.geometry().bottom())
        qtbot.waitUntil(lambda: view.foot.geometry().top() > view.stack.geometry().bottom())


def test_the_samples_figures_are_those_of_an_independent_computation(window: MainWindow, store: Store) -> None:
    fill_with_sample(store)
    with store.read() as session:
        counted = [independent.values(article) for article in independent.articles(session)]
    show_agreement(window)
    [view] = window.findChildren(AgreementView)
    shown = {str(row.key): row.texts[1] for row in view.layers.model_.rows}
    assert shown == {name: f"{figure(counted):.2f}".lstrip("0") for name, figure in independent.MAIN.items()}
    view.pages.set_value("measures")
    for number, name in enumerate(LAYERS):
        view.layers.setCurrentIndex(view.layers.model_.index(number, 0))
        view.show_layer()
        expected = [
            f"{figure(counted):.2f}".lstrip("0") for key, figure in independent.OTHERS.items() if key[0] == name
        ]
        if expected:
            assert sorted(row[1] for row in texts(view)) == sorted(expected)
    view.close()


def test_pages_show_pairs_articles_topics_and_measures(view: AgreementView) -> None:
    view.layers.setCurrentIndex(view.layers.model_.index(1, 0))
    assert texts(view) == [("Ana", "", ".50"), ("Ben", ".50", "")]
    assert "2 are missing" in view.foot.text()
    view.pages.set_value("articles")
    view.show_layer()
    assert texts(view) == [("Port fees to rise by a third", ".50", "4")]
    view.layers.setCurrentIndex(view.layers.model_.index(4, 0))
    view.pages.set_value("topics")
    view.show_layer()
    assert texts(view) == [("=Fees", "–", "1")]
    view.pages.set_value("measures")
    view.show_layer()
    assert texts(view)[1][0] == "Percent"
    view.layers.setCurrentIndex(view.layers.model_.index(1, 0))
    assert view.stack.currentWidget() is view.empty


def test_a_number_lists_its_cases_and_a_case_leads_to_the_review(view: AgreementView, window: MainWindow) -> None:
    view.layers.setCurrentIndex(view.layers.model_.index(1, 0))
    view.table.setCurrentIndex(view.table.model_.index(0, 2))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.stack.currentWidget() is view.case_list
    assert {row.texts[0] for row in view.case_list.model_.rows} == {"She did not answer", "fees hurt boats"}
    assert "Ana and Ben: 2 cases" in view.foot.text()
    mark, _article = view.case_list.model_.rows[1].key
    view.case_list.setCurrentIndex(view.case_list.model_.index(1, 0))
    QTest.keyClick(view.case_list, Qt.Key.Key_Return)
    assert not view.isVisible()
    assert window.project is not None
    screen = window.project.screens.shown
    assert isinstance(screen, ReviewScreen)
    chosen = screen.queue.current()
    assert chosen is not None
    assert mark in chosen.marks


def test_figures_are_saved_as_a_table_and_as_a_page(
    view: AgreementView, window: MainWindow, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "figures.csv"
    monkeypatch.setattr(files_dialog, "save_file", lambda *_: (str(out), ""))
    view.table_wanted.emit()
    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[0] == '"layer","scope","what","measure","value","low","high","units","missing","undefined"'
    assert '"claims","all","","f1",0.500000,,,4,2,""' in lines
    assert any('"\'=Fees"' in line for line in lines)
    page = tmp_path / "page.md"
    monkeypatch.setattr(files_dialog, "save_file", lambda *_: (str(page), ""))
    view.methods_wanted.emit()
    said = page.read_text("utf-8")
    assert "Ana and Ben worked on the same articles: 1 of them were compared." in said
    assert "| Claims found | F1 | 0.500 | – | 4 | 2 |" in said
    assert "Hripcsak and Rothschild 2005" in said


def test_with_nothing_shared_the_view_says_so(window: MainWindow, store: Store) -> None:
    show_agreement(window)
    [shown] = window.findChildren(AgreementView)
    assert "nothing to compare" in shown.explanation.text()
    shown.close()


def test_a_table_of_nothing_is_written(store: Store, tmp_path: Path) -> None:
    def quiet(*_: Any) -> None:
        return

    write_table(compare(store, quiet), tmp_path / "none.csv")
    assert len((tmp_path / "none.csv").read_text("utf-8").splitlines()) == 1 + len(LAYERS)


def test_months_are_drawn_as_a_line_with_their_intervals(window: MainWindow, store: Store) -> None:
    fill_with_sample(store)
    show_agreement(window)
    [view] = window.findChildren(AgreementView)
    assert view.trend.isHidden()
    view.pages.set_value("months")
    view.show_layer()
    [month] = view.compared.figures.layers["tokens"].by_month
    [point] = view.trend.points
    assert view.trend.isVisible()
    assert (point.value, point.interval) == (month.value, month.interval)
    assert month.interval == view.compared.figures.layers["tokens"].interval
    assert point.says == f"December 2025: .94 (.92 to .97), {QLocale().toString(7195)} units"
    assert view.trend.accessibleDescription() == point.says
    assert texts(view) == [("December 2025", ".94", ".92 to .97", QLocale().toString(7195))]
    view.close()


def test_the_line_is_walked_with_the_keys_and_says_what_a_month_holds(qtbot: QtBot) -> None:
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.resize(600, 160)
    given = [(24000, 0.81, (0.7, 0.9)), (24001, 0.64, None), (24005, 0.9, (0.55, 0.95))]
    points = [TrendPoint(month, f"{month}", value, interval, f"{month}: {value}") for month, value, interval in given]
    chart.show_points(points)
    chart.show()
    first, second, last = (chart.place(each) for each in points)
    assert first.x() == chart.field().left()
    assert last.x() == chart.field().right()
    # Months stand as far apart as they are in time, and a higher figure stands higher.
    assert second.x() - first.x() == pytest.approx((last.x() - first.x()) / 5)
    assert last.y() < first.y() < second.y() <= chart.field().bottom()
    assert chart.place(points[2], 0.55).y() <= chart.field().bottom()
    assert chart.current == 2
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current == 0
    QTest.mouseMove(chart, last.toPoint())
    qtbot.waitUntil(lambda: chart.current == 2)
    chart.show_points([])
    assert not chart.grab().isNull()


def test_where_the_view_is_narrow_the_layers_name_the_value_alone(view: AgreementView) -> None:
    assert not view.layers.isColumnHidden(2)
    view.resize(700, 600)
    assert view.layers.isColumnHidden(2)
    assert view.layers.isColumnHidden(3)
    assert view.value.text() == view.layers.model_.rows[0].texts[1]
