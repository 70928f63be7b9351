"""From article to article: what is empty is said, where one stopped is where one goes on."""

from __future__ import annotations

import pytest

from annotator.actions.tagging import tag_claim
from annotator.gui.annotate.reading_place import REST_MILLISECONDS
from annotator.gui.main_window import MainWindow
from annotator.queries.annotation_set import annotation_set
from annotator.queries.articles import ArticleSummary, article_list, reading_of
from annotator.queries.history import history
from annotator.records import ProgressRecord
from annotator.store import Store
from tests.sample_articles import TEXT, add_articles, article_record, span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def two(window: MainWindow, store: Store) -> MainWindow:
    """The window with one more article behind the open one."""
    add_articles(store, [article_record("article-2", text="Second\nOne. Two. Three.")], source="second")
    return window


def summary(store: Store, id_: str) -> ArticleSummary:
    with store.read() as session:
        return next(each for each in article_list(session, "Ana") if each.id == id_)


def opened(window: MainWindow) -> str:
    assert window.project is not None
    record = window.project.screen.opened.record
    assert record is not None
    return record.id


def position(store: Store, id_: str) -> int:
    with store.read() as session:
        return reading_of(session, id_, "Ana").position


def test_where_one_stopped_reading_one_goes_on_also_after_a_restart(two: MainWindow, store: Store) -> None:
    assert two.project is not None
    screen = two.project.screen
    study = TEXT.index("The study")
    screen.reader.place_cursor(study)
    two.actions_["next_article"].trigger()
    assert (opened(two), position(store, "article-1")) == ("article-2", study)
    assert screen.reader.cursor_state.caret == 0
    two.actions_["previous_article"].trigger()
    assert screen.reader.cursor_state.sentence is not None
    assert screen.reader.cursor_state.sentence.start == study
    screen.reader.place_cursor(TEXT.index("She did"))
    two.close()
    with Store.open(store.path, "Ana") as again:
        assert position(again, "article-1") == TEXT.index("She did")


def test_reading_is_no_step_leaves_no_annotator_and_stands_in_no_ones_way(two: MainWindow, store: Store) -> None:
    assert two.project is not None
    screen = two.project.screen
    screen.reader.place_cursor(TEXT.index("The study"))
    two.actions_["next_article"].trigger()
    two.actions_["previous_article"].trigger()
    with store.read() as session:
        assert {step.label for step in history(session)} == {"Add articles"}
    assert summary(store, "article-1").state == "new"
    two.actions_["finish"].trigger()
    two.actions_["previous_article"].trigger()
    screen.reader.place_cursor(0)
    two.actions_["next_article"].trigger()
    store.undo()
    assert summary(store, "article-1").state == "new"
    store.redo()
    assert summary(store, "article-1").state == "finished"


def test_the_place_is_noted_while_the_cursor_rests_so_that_a_killed_program_goes_on_there(
    two: MainWindow, store: Store
) -> None:
    assert two.project is not None
    screen = two.project.screen
    study = TEXT.index("The study")
    screen.reader.place_cursor(study)
    assert (position(store, "article-1"), screen.place._rested.isActive()) == (0, True)
    screen.place._rested.timeout.emit()
    assert (position(store, "article-1"), screen.place._rested.isActive()) == (study, False)
    steps = []
    screen.reader.place_cursor(TEXT.index("She did"))
    # The next note waits longer: each is kept for good.
    assert screen.place._rested.interval() > REST_MILLISECONDS
    store.subscribe(steps.append)
    screen.place._rested.timeout.emit()
    assert position(store, "article-1") == TEXT.index("She did")
    assert steps == []


def noted_state(store: Store, id_: str) -> str | None:
    with store.read() as session:
        lines = [line for line in annotation_set(session) if isinstance(line, ProgressRecord)]
    return next((line.state for line in lines if line.article == id_), None)


def test_an_article_that_was_begun_is_in_progress_in_what_is_exported_too(two: MainWindow, store: Store) -> None:
    assert two.project is not None
    screen = two.project.screen
    screen.reader.place_cursor(TEXT.index("The study"))
    screen.place.remember()
    assert noted_state(store, "article-1") == "new"
    tag_claim(store, "article-1", [span("Two ships a month")])
    assert noted_state(store, "article-1") == "in_progress" == summary(store, "article-1").state
    store.undo()
    assert noted_state(store, "article-1") == "new"
    tag_claim(store, "article-2", [(0, 6)])
    two.actions_["next_article"].trigger()
    screen.reader.place_cursor(9)
    screen.place.remember()
    assert noted_state(store, "article-2") == "in_progress"


def test_nothing_to_tag_finishes_opens_the_next_and_is_taken_back(two: MainWindow, store: Store) -> None:
    two.actions_["nothing_article"].trigger()
    assert opened(two) == "article-2"
    first = summary(store, "article-1")
    assert (first.state, first.empty) == ("finished", True)
    two.actions_["previous_article"].trigger()
    two.actions_["nothing_article"].trigger()
    first = summary(store, "article-1")
    assert (opened(two), first.state, first.empty) == ("article-1", "in_progress", False)


def test_an_article_with_marks_is_not_empty_and_says_so(two: MainWindow, store: Store) -> None:
    tag_claim(store, "article-1", [span("Two ships a month")])
    two.actions_["nothing_article"].trigger()
    assert two.status.said.text() == "You have 1 mark in this article: finish it instead."
    assert not summary(store, "article-1").empty


def test_empty_paragraphs_are_shown_in_the_margin(two: MainWindow, store: Store) -> None:
    assert two.project is not None
    screen = two.project.screen
    screen.reader.place_cursor(TEXT.index("The study"))
    two.actions_["nothing"].trigger()
    assert two.status.said.text().startswith("Nothing to tag in this paragraph")
    start = TEXT.index("The study")
    assert screen.reader._scene.empty.stretches == [(start, len(TEXT))]
    screen.reader.viewport().grab()
    two.actions_["next_article"].trigger()
    assert len(screen.reader._scene.empty) == 0
    two.actions_["previous_article"].trigger()
    assert len(screen.reader._scene.empty) == 1
    two.actions_["nothing"].trigger()
    assert len(screen.reader._scene.empty) == 0


def test_what_is_done_again_is_the_current_claim(two: MainWindow, store: Store, article_id: str) -> None:
    assert two.project is not None
    screen = two.project.screen
    first = tag_claim(store, article_id, [span("Two ships")], by="Ana")
    again = tag_claim(store, article_id, [span("fees hurt boats")], by="Ana")
    screen.choose(first)
    two.actions_["undo"].trigger()
    assert again not in screen.opened.marks
    two.actions_["redo"].trigger()
    assert screen.tagger.current() == again
