"""Lines of words and the bars around them: which way words run, how dates and counts are said, what gives way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.gui.dates import published_in_words
from annotator.gui.language import counted
from annotator.gui.main_window import MainWindow
from annotator.gui.theme import interface_font
from annotator.gui.words_line import draw_words, running
from annotator.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
ARABIC = "81 \u0641\u064a \u0627\u0644\u0645\u0626\u0629 \u0645\u0646 \u0627\u0644\u0645\u064a\u0646\u0627\u0621"


@pytest.fixture
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


def ink_at(words: str) -> tuple[int, int]:
    """The first and last column with ink, of words drawn in a box of 400 pixels."""
    picture = QImage(400, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(interface_font())
    draw_words(painter, QFontMetricsF(interface_font()), words, QRectF(0, 0, 400, 40))
    painter.end()
    inked = [x for x in range(400) if any(picture.pixelColor(x, y).value() < 160 for y in range(40))]
    return inked[0], inked[-1]


def test_words_from_right_to_left_begin_at_the_right(qtbot: QtBot) -> None:
    first, last = ink_at("Harbour")
    assert first < 10
    assert last < 200
    first, last = ink_at(ARABIC)
    assert first > 150
    assert last > 380


def test_words_before_others_stay_at_the_left() -> None:
    absolute = int(Qt.AlignmentFlag.AlignAbsolute)
    assert not running(ARABIC) & absolute
    assert running(ARABIC, at_left=True) & absolute
    assert running("Harbour", at_left=True) == running("Harbour")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("published", "long", "short"),
    [
        ("2025-11-14", "14 November 2025", "14 Nov 2025"),
        ("2025-11", "November 2025", "Nov 2025"),
        ("2025", "2025", "2025"),
        (None, "", ""),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(published: str | None, long: str, short: str) -> None:
    assert published_in_words(published) == long
    assert published_in_words(published, short=True) == short


def test_a_count_of_one_has_words_of_its_own() -> None:
    assert counted(1, "{who}: 1 mark", "{who}: {count} marks", who="Ana") == "Ana: 1 mark"
    assert counted(0, "{who}: 1 mark", "{who}: {count} marks", who="Ana") == "Ana: 0 marks"


def test_in_the_top_bar_the_name_gives_way_before_the_search_and_the_search_before_the_buttons(qtbot: QtBot) -> None:
    window = MainWindow(Settings(theme="light"), at_once=True, keep_settings=False)
    qtbot.addWidget(window)
    bar = window.top_bar
    window.show()
    bar.show_project("Harbour dispute")
    seen = []
    for width in range(1900, 700, -20):
        window.resize(width, 700)
        QApplication.processEvents()
        wide = bar.search.width() >= bar.search.sizeHint().width()
        seen.append((not bar.project.isHidden(), wide, sum(not each.isHidden() for each in bar.buttons)))
    assert seen[0] == (True, True, 5)
    assert seen == sorted(seen, reverse=True)
    assert (False, True, 5) in seen
    assert (False, False, 5) in seen
    assert seen[-1][2] < 5
