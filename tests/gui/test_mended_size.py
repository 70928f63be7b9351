"""A larger interface is larger everywhere: at once, and after a restart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.articles.list_view import ArticleList
from annotator.gui.dialogs.history_dialog import WHAT, HistoryDialog
from annotator.gui.main_window import MainWindow
from annotator.gui.panel.chip import Chip
from annotator.gui.panel.panel import Panel
from annotator.gui.picker_model import row_size
from annotator.gui.reader.typography import PageStyle, Typography
from annotator.gui.status import Status
from annotator.gui.theme import LIGHT, TITLE_BAR, USUAL_SIZE, apply, interface_font, scaled
from annotator.settings import Settings
from tests.gui.invented import DISPLAY, some_articles, some_claims

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FACTORS = (1.5, 2.0)


def set_size(factor: float) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply(application, LIGHT, USUAL_SIZE * factor)


@pytest.fixture(autouse=True)
def usual_size(qapp: QApplication) -> Iterator[None]:
    sheet, font = qapp.styleSheet(), qapp.font()
    set_size(1.0)
    yield
    set_size(1.0)
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)


def line() -> float:
    return QFontMetricsF(interface_font()).height()


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("live", [True, False])
def test_rows_of_articles_hold_three_lines_of_any_size(qtbot: QtBot, factor: float, live: bool) -> None:
    if not live:
        set_size(factor)
    listed = ArticleList(LIGHT)
    qtbot.addWidget(listed)
    listed.set_articles(some_articles())
    listed.order.choose("added", "outlet")
    if live:
        set_size(factor)
        listed.set_theme(LIGHT)
    heading, row = listed.model.headings()[0], listed.model.row_of("a1")
    assert listed.view.rowHeight(row) == scaled(68) >= 2.8 * line()
    assert line() * 0.885 <= listed.view.rowHeight(heading) < listed.view.rowHeight(row)
    assert listed.minimumWidth() == scaled(170)


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("live", [True, False])
def test_cards_tabs_and_lists_grow(qtbot: QtBot, factor: float, live: bool) -> None:
    if not live:
        set_size(factor)
    panel = Panel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(900, 900)
    panel.show()
    panel.set_marks(some_claims(), DISPLAY)
    if live:
        small = panel.cards.card("c1").height()  # type: ignore[union-attr]
        set_size(factor)
        panel.set_theme(LIGHT)
    card = panel.cards.card("c1")
    assert card is not None
    if live:
        assert card.height() > 1.2 * small
    chip = next(each for each in card.findChildren(Chip) if each.face.text == "Mira Okafor")
    assert chip.height() == scaled(24) >= line()
    words = QFontMetricsF(interface_font()).horizontalAdvance("Mira Okafor")
    assert chip.width() >= words
    assert card._quote.pitch >= 1.4 * line() * 10.5 / USUAL_SIZE / 1.36
    rows = panel.speakers.view
    assert rows.visualRect(rows.model().index(1, 0)).height() == scaled(32) >= line()
    panel.show_tab("topics")
    view = panel.topics.view
    assert view.visualRect(view.model().index(0, 0)).height() == scaled(32)
    assert panel.minimumWidth() == scaled(260)


def test_status_history_picker_and_margin_grow(qtbot: QtBot) -> None:
    status, dialog = Status(), HistoryDialog()
    qtbot.addWidget(status)
    qtbot.addWidget(dialog)
    before = PageStyle(Typography()).label.pointSizeF()
    assert status.height() == 29
    set_size(2.0)
    qtbot.waitUntil(lambda: status.height() == 58)
    qtbot.waitUntil(lambda: dialog.list.header().sectionSize(WHAT) == 360)
    assert row_size("item").height() == 64 >= line()
    assert before < PageStyle(Typography()).label.pointSizeF() < Typography().size


def test_a_first_window_leaves_room_for_what_the_desktop_puts_above_it(qtbot: QtBot) -> None:
    window = MainWindow(Settings(annotator="Ana", theme="light"), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    assert window.height() <= QGuiApplication.primaryScreen().availableSize().height() - TITLE_BAR
