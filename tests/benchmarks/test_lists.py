"""How fast long lists answer: type-ahead over 20,000 speakers and 2,000 topics, 10,000 cards scrolled."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.gui.annotate.choices import everybody, speaker_choices, topic_choices
from annotator.gui.panel.arrangement import Arrangement
from annotator.gui.panel.display import Display
from annotator.gui.picker import Picker, PickerItem
from annotator.gui.theme import LIGHT
from annotator.queries.speakers import alike
from annotator.records import Affiliation, SpeakerRecord, TopicRecord
from tests.benchmarks.conftest import Measure
from tests.benchmarks.desk import Desk
from tests.benchmarks.workloads import W2_MARKS

SPEAKERS, TOPICS = 20_000, 2_000
SYLLABLES = ("ba", "ko", "mi", "ra", "se", "to", "lu", "ven", "dar", "nel", "os", "tra", "fi", "gor", "hal")


def names(seed: int) -> Iterator[str]:
    """Invented names of two words, the same at every run."""
    chance = random.Random(seed)
    while True:
        words = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(2))
        yield " ".join(words)


def many_speakers() -> dict[str, SpeakerRecord]:
    name = names(3)
    return {
        f"s{n}": SpeakerRecord(
            f"s{n}",
            next(name),
            aliases=(next(name),) if n % 3 == 0 else (),
            affiliations=(Affiliation(next(name), "member", None, None),) if n % 4 == 0 else (),
        )
        for n in range(SPEAKERS)
    }


def items(which: str) -> list[PickerItem]:
    if which == "speakers":
        speakers = many_speakers()
        return speaker_choices([], [], Display(speakers), everybody(speakers.values()))
    name = names(4)
    topics = {f"t{n}": TopicRecord(f"t{n}", next(name), f"t{n // 10}" if n >= 10 else None, n) for n in range(TOPICS)}
    return topic_choices([], [], Display(topics=topics))


@pytest.mark.parametrize("which", ["speakers", "topics"])
def test_type_ahead(measure: Measure, qtbot: QtBot, which: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    picker = Picker.ask(window, QRect(100, 100, 60, 20), items(which), theme=LIGHT, prompt="Who?")
    picker.model.prepare()
    letters = itertools.cycle("koramisel")

    def clear() -> None:
        if len(picker.field.text()) >= 9:
            picker.field.clear()

    def press() -> None:
        QTest.keyClicks(picker.field, next(letters))
        picker.view.viewport().repaint()

    measure(f"a key over {len(picker.model._items):,} {which}", 30, press, setup=clear, rounds=54, warmup=9)


def test_likely_duplicates(measure: Measure) -> None:
    speakers = list(many_speakers().values())
    measure("likely duplicates of 20,000 speakers", 2000, lambda: alike(speakers), rounds=3, warmup=1)


def test_scrolling_the_cards(measure: Measure, large: Desk) -> None:
    cards = large.screen.panel.cards
    assert cards.count >= W2_MARKS // 2
    bar = cards.verticalScrollBar()
    step = itertools.cycle([*[cards.viewport().height() // 3] * 40, *[-cards.viewport().height() // 3] * 40])

    def scroll() -> None:
        bar.setValue(bar.value() + next(step))
        cards.viewport().repaint()

    measure("scroll the cards of W2 by a third", 16, scroll, rounds=80, warmup=10)


def test_narrowing_the_cards(measure: Measure, large: Desk) -> None:
    cards = large.screen.panel.cards
    arrangements = itertools.cycle([Arrangement("speaker", "ship"), Arrangement("topic"), Arrangement()])

    def arrange() -> None:
        cards.set_arrangement(next(arrangements))
        cards.viewport().repaint()

    measure("group and narrow the cards of W2", 120, arrange, rounds=9)
    QTest.keyClick(cards, Qt.Key.Key_Home)
