"""How fast the window answers: from a click or key until the picture is there and the change on the disk."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt

from annotator.queries.articles import article_list
from tests.benchmarks.conftest import Measure
from tests.benchmarks.desk import Desk
from tests.benchmarks.workloads import ANNOTATOR, W1_MARKS, W2_CHARACTERS, W2_MARKS


def ids(desk: Desk) -> tuple[str, str]:
    """The ids of W1 and W2 in the large project."""
    assert desk.window.project is not None
    with desk.window.project.store.read() as session:
        long, short = article_list(session, ANNOTATOR)
    return short.id, long.id


def marks_stored(desk: Desk) -> int:
    """The marks that are in the database."""
    assert desk.window.project is not None
    with desk.window.project.store.read() as session:
        return sum(each.marks for each in article_list(session, ANNOTATOR))


@pytest.mark.parametrize("which", ["W1", "W2"])
def test_click_on_an_article(measure: Measure, large: Desk, which: str) -> None:
    w1, w2 = ids(large)
    shown, other = ((w1, W1_MARKS), (w2, W2_MARKS)) if which == "W1" else ((w2, W2_MARKS), (w1, W1_MARKS))

    def leave() -> None:
        if large.screen.reader.page.article.id == shown[0]:
            large.show_article(*other)
        large.settle()

    target = 30 if which == "W1" else 120
    measure(f"click on {which} to painted", target, lambda: large.show_article(*shown), setup=leave, rounds=12)


@pytest.mark.parametrize("which", ["W1", "W2"])
def test_key_to_tag(measure: Measure, large: Desk, which: str) -> None:
    w1, _ = ids(large)
    if which == "W1":
        large.show_article(w1, W1_MARKS)
    else:
        large.screen.reader.place_cursor(W2_CHARACTERS // 2)
    large.screen.reader.setFocus()
    before = marks_stored(large)

    def on() -> None:
        large.press(Qt.Key.Key_Return)
        large.settle()

    measure(
        f"key to tag stored and painted, {which}",
        16,
        lambda: large.change_marks(partial(large.press, Qt.Key.Key_C)),
        setup=on,
        rounds=30,
    )
    assert marks_stored(large) == before + 33


@pytest.mark.parametrize("what", ["delete", "undo", "redo"])
def test_taking_back(measure: Measure, large: Desk, what: str) -> None:
    tagger, commands = large.screen.tagger, large.window.commands
    large.screen.reader.place_cursor(W2_CHARACTERS // 2)
    large.screen.reader.setFocus()

    def tag() -> None:
        large.change_marks(tagger.claim)
        large.settle()

    def undone() -> None:
        tag()
        large.change_marks(partial(commands.undo, redo=False))
        large.settle()

    cases: dict[str, tuple[Callable[[], object], Callable[[], None]]] = {
        "delete": (tagger.delete, tag),
        "undo": (partial(commands.undo, redo=False), tag),
        "redo": (partial(commands.undo, redo=True), undone),
    }
    act, setup = cases[what]
    measure(f"{what}, W2", 16, lambda: large.change_marks(act), setup=setup, rounds=20)


def test_scrolling_by_a_page(measure: Measure, large: Desk) -> None:
    reader = large.screen.reader
    measure("scroll W2 by a page", 8, lambda: large.read(partial(reader.scroll_pages, 1), lambda: True), rounds=60)


def test_jumping(measure: Measure, large: Desk) -> None:
    reader, chance = large.screen.reader, random.Random(7)
    measure(
        "jump anywhere in W2",
        12,
        lambda: large.read(partial(reader.scroll_to, chance.randrange(len(reader.text()))), lambda: True),
        rounds=60,
    )


def test_resizing(measure: Measure, large: Desk) -> None:
    widths = itertools.cycle((1300, 1440))

    def resize() -> None:
        width = next(widths)
        large.read(partial(large.window.resize, width, 900), lambda: large.window.width() == width)

    large.screen.reader.scroll_to(W2_CHARACTERS // 2)
    measure("resize W2", 20, resize, rounds=30)
