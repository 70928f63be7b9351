"""How fast the window answers with a search and highlighters on the text, and how fast the palette does."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.palette.entries import Row, name_entries
from annotator.gui.palette.palette import Palette
from annotator.gui.panel.display import Display
from annotator.gui.reader.felt_pens import COLOURS
from annotator.gui.theme import LIGHT
from annotator.records import TopicRecord
from annotator.settings import Highlighter
from tests.benchmarks.conftest import Measure
from tests.benchmarks.desk import Desk
from tests.benchmarks.test_lists import TOPICS, many_speakers, names
from tests.benchmarks.workloads import W2_CHARACTERS

HIGHLIGHTERS = [
    Highlighter(words, colour, expression=words.startswith("\\"), whole_words=False)
    for words, colour in zip(("the", r"\d+", "said"), COLOURS, strict=False)
]


@pytest.fixture
def covered(large: Desk) -> Iterator[Desk]:
    """The long article with thousands of hits and three highlighters on it."""
    window, screen = large.window, large.screen
    window.settings.highlighters = HIGHLIGHTERS
    window.apply_settings()
    screen.finding.open("an")
    while len(screen.reader._scene.hits) < 1000 or not screen.reader._scene.highlights:
        large.settle()
    screen.reader.setFocus()
    yield large
    screen.finding.close()
    window.settings.highlighters = []
    window.apply_settings()
    large.settle()


def test_scrolling_with_hits_and_highlighters(measure: Measure, covered: Desk) -> None:
    reader = covered.screen.reader
    measure(
        "scroll W2 by a page, hits and highlighters on",
        16,
        lambda: covered.read(partial(reader.scroll_pages, 1), lambda: True),
        rounds=60,
    )


def test_tagging_with_hits_and_highlighters(measure: Measure, covered: Desk) -> None:
    covered.screen.reader.place_cursor(W2_CHARACTERS // 2)

    def on() -> None:
        covered.press(Qt.Key.Key_Return)
        covered.settle()

    act = partial(covered.change_marks, partial(covered.press, Qt.Key.Key_C))
    measure("key to tag, W2, hits and highlighters on", 16, act, setup=on, rounds=20)


def test_typing_in_the_palette(measure: Measure, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    name = names(4)
    topics = {f"t{n}": TopicRecord(f"t{n}", next(name), f"t{n // 10}" if n >= 10 else None, n) for n in range(TOPICS)}
    entries = list(name_entries(Display(many_speakers(), topics)))
    rows: dict[str, Row] = {item.id: row for item, row in entries}
    palette = Palette(window, [item for item, _ in entries], rows, [], LIGHT)
    palette.open()
    palette.model.prepare()
    letters = itertools.cycle("koramisel")

    def clear() -> None:
        if len(palette.field.text()) >= 9:
            palette.field.clear()

    def press() -> None:
        QTest.keyClicks(palette.field, next(letters))
        palette.view.viewport().repaint()

    measure(f"a key in the palette over {len(entries):,} names", 30, press, setup=clear, rounds=54, warmup=9)
