"""Assistive programs hear which claim is current, the how-manieth it is, who says it and on what."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible

from annotator.actions.speakers import make_speaker
from annotator.actions.tagging import add_speaker, add_topic, tag_claim, tag_mention
from annotator.actions.topics import make_topic
from annotator.gui.main_window import MainWindow
from annotator.store import Store
from tests.sample_articles import span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def listening() -> Iterator[None]:
    """Somebody listens, as a screen reader does."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_the_current_mark_is_said_whenever_it_is_another_or_says_something_else(
    window: MainWindow, store: Store, article_id: str, listening: None
) -> None:
    assert window.project is not None
    screen = window.project.screen
    second = tag_claim(store, article_id, [span("The study")])
    first = tag_claim(store, article_id, [span("Two ships a month")])
    mention = tag_mention(store, article_id, [span("Jonas Albrecht")])
    screen.choose(first)
    assert screen.spoken.said == "Claim 1 of 2, no speaker, no topic"
    add_topic(store, first, make_topic(store, "Port fees"))
    add_speaker(store, first, make_speaker(store, "Mira Okafor"))
    assert screen.spoken.said == "Claim 1 of 2, speaker Mira Okafor, topic Port fees"
    screen.choose(second)
    assert screen.spoken.said == "Claim 2 of 2, no speaker, no topic"
    screen.choose(mention)
    assert screen.spoken.said == "Mention of a speaker: Jonas Albrecht"


def test_where_nobody_listens_nothing_is_counted(window: MainWindow, store: Store, article_id: str) -> None:
    assert window.project is not None
    screen = window.project.screen
    screen.choose(tag_claim(store, article_id, [span("The study")]))
    assert QAccessible.isActive() or screen.spoken.said == ""
