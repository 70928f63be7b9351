"""Text chosen in the window, stored, exported, taken in again and shown is the same, in every script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from annotator.actions.exchange import export_set, import_sets
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.annotate.tagger import Tagger
from annotator.gui.jobs import Jobs
from annotator.gui.reader.view import ReaderView
from annotator.queries.articles import article, article_list
from annotator.queries.marks import marks_of
from annotator.store import Store
from annotator.text import grapheme_boundaries, normalise, sentences
from tests.sample_articles import add_articles, article_record

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PIECES = (
    "👨‍👩‍👧‍👦", "👩🏽‍🚒", "🇳🇴", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️‍🔥", "1️⃣",
    "e\u0301", "a\u0308\u0323", "n\u0303o", "Z\u0351\u036b\u0343a",
    "𝒏𝒐𝒕", "𠮷野家", "\U0001f9ff", "𓂀",
    "الرسوم ضرورية", "قَالَتِ", "32٪", "השר אמר", "שָׁלוֹם",
    "ท่าเรือเปิด", "น้ำ", "क्षत्रिय", "한국어", "ᄒ\u1161\u11ab", "中文標點。", "„Zitat“",
    "Okafor said", "a\u00a0b", "\u200fmixed 12\u200e", "x\u00adyz", "—", " ", "\n", ". ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(lambda parts: normalise("".join(parts)))


class Desk(NamedTuple):
    """A reader with the keys of tagging, on a project."""

    store: Store
    jobs: Jobs
    opened: OpenArticle
    reader: ReaderView
    tagger: Tagger


@pytest.fixture
def desk(qtbot: QtBot, jobs: Jobs, store: Store) -> Iterator[Desk]:
    reader = ReaderView()
    qtbot.addWidget(reader)
    reader.resize(700, 900)
    reader.show()
    opened = OpenArticle(jobs)
    tagger = Tagger(jobs, reader, opened)
    opened.marks_changed.connect(reader.update_marks)
    end = store.subscribe(opened.follow)
    yield Desk(store, jobs, opened, reader, tagger)
    end()


def shown_anew(desk: Desk, store: Store, article_id: str) -> ReaderView:
    """Another reader on what a store holds."""
    with store.read() as session:
        record, marks = article(session, article_id), marks_of(session, article_id)
    desk.reader.show_article(record, marks, partial(sentences, record.text))
    return desk.reader


def drag_over(reader: ReaderView, first: int, last: int) -> tuple[int, int] | None:
    """Select with the mouse's own questions: from the character painted at `first` to that at `last`."""
    places = [reader.rectangles(offset, offset + 1) for offset in (first, last)]
    if not all(places):
        return None
    start, end = (reader.to_page(QPointF(boxes[0].center())) for boxes in places)
    begin, stop = (reader.page.character_at(point.x(), point.y()) for point in (start, end))
    reader.select(min(begin, stop), max(begin, stop) + 1)
    return reader.cursor_state.selection


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(text=TEXTS.filter(lambda text: text.strip()), data=st.data())
def test_what_is_chosen_is_what_is_stored_exported_and_shown_again(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    with desk.store.read() as session:
        article_id = f"article-{len(article_list(session, 'Ana'))}"
    add_articles(desk.store, [article_record(article_id, text=text)], source=article_id)
    desk.opened.open(article_id)
    record = desk.opened.record
    assert record is not None
    desk.reader.show_article(record, [], partial(sentences, record.text))
    first, last = sorted(data.draw(st.integers(0, len(text) - 1)) for _ in range(2))
    chosen = drag_over(desk.reader, first, last)
    if chosen is None or not text[slice(*chosen)].strip("\n"):
        return
    assert {*chosen} <= {*grapheme_boundaries(text)}
    seen = desk.reader.selected_text()
    assert seen == text[slice(*chosen)]
    desk.tagger.claim()
    (claim,) = (mark for mark in desk.opened.marks.values() if mark.article == article_id)
    assert [(part.start, part.end, part.quote) for part in claim.parts] == [(*chosen, seen)]
    out = tmp_path_factory.mktemp("set") / "set.jsonl"
    export_set(desk.store, out, articles=[article_id])
    again = taken_in_again(out)
    try:
        shown = shown_anew(desk, again, article_id)
        piece = shown.page.marks.own_pieces(claim.id)[0]
        assert shown.text() == text
        assert shown.text()[piece.start : piece.end] == seen
        assert shown.rectangles(piece.start, piece.end) != []
    finally:
        again.close()


def taken_in_again(exported: Path) -> Store:
    """An empty project into which a set was imported."""
    made = Store.create(exported.with_name("again.annotator"), "Ben")
    (outcome,) = import_sets(made, [exported])
    assert not outcome.refused
    return made
