"""News: what listeners are told of own changes, of other stores on the same file, of other processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from annotator.actions.reviewing import Grounds, add_comment, reject_versions, set_codebook_question
from annotator.actions.speakers import edit_speaker, make_speaker
from annotator.actions.tagging import delete_marks, tag_claim
from annotator.errors import ChangeError
from annotator.model import ClaimSpeaker, Mark
from annotator.model.rows import rows_of
from annotator.queries.marks import marks_by_id
from annotator.records import JUDGED, Changes, ClaimRecord
from annotator.store import Store
from tests.reviewed import verdict
from tests.sample_articles import add_articles, article_record, span


@pytest.fixture
def other(store: Store) -> Iterator[Store]:
    """A second program on the same project."""
    with Store.open(store.address, "Ben") as opened:
        yield opened


def heard(store: Store) -> list[Changes]:
    news: list[Changes] = []
    store.subscribe(news.append)
    return news


def test_a_change_tells_label_step_origin_and_rows(store: Store, article_id: str) -> None:
    news, view = heard(store), object()
    claim = tag_claim(store, article_id, [span("Two ships")], cue=[span("said")], origin=view)
    [told] = news
    assert (told.label, told.step, told.everything) == ("Tag claim", 2, False)
    assert told.origin is view
    assert told.ids("mark") == {claim}
    assert told.touches("annotator")
    assert not told.touches("speaker")
    assert not told.touches("part")


def test_undo_and_redo_tell_the_same_rows(store: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships")])
    news = heard(store)
    store.undo(origin="panel")
    store.redo()
    assert [(told.label, told.origin) for told in news] == [("Tag claim", "panel"), ("Tag claim", None)]
    assert [told.ids("mark") for told in news] == [{claim}, {claim}]


def test_a_batch_tells_everything(store: Store) -> None:
    news = heard(store)
    add_articles(store, [article_record("a")], source="set")
    store.undo()
    assert [told.everything for told in news] == [True, True]
    assert news[0].touches("claim")


def test_no_news_of_what_failed_or_changed_nothing(store: Store) -> None:
    made = make_speaker(store, "Mira Okafor")
    news = heard(store)
    edit_speaker(store, made, name="Mira Okafor")
    with pytest.raises(ChangeError):
        edit_speaker(store, made, name=" ")
    assert news == []


def test_a_listener_that_left_is_not_told(store: Store) -> None:
    news: list[Changes] = []
    leave = store.subscribe(news.append)
    leave()
    make_speaker(store, "Mira Okafor")
    assert news == []


def test_own_steps_are_not_told_twice(store: Store, article_id: str) -> None:
    news = heard(store)
    tag_claim(store, article_id, [span("Two ships")])
    store.undo()
    store.redo()
    add_articles(store, [article_record("a")], source="set")
    store.undo()
    told = len(news)
    store.poll()
    store.poll()
    assert len(news) == told


def test_a_colleagues_steps_are_told_with_their_rows(store: Store, other: Store, article_id: str) -> None:
    news = heard(store)
    claim = tag_claim(other, article_id, [span("Two ships")])
    mine = make_speaker(store, "Mira Okafor")
    theirs = make_speaker(other, "Jonas Albrecht")
    store.poll()
    assert news[0].ids("speaker") == {mine}
    [told] = news[1:]
    assert (told.label, told.origin, told.everything) == ("New speaker", None, False)
    assert told.ids("mark") == {claim}
    assert told.ids("speaker") == {theirs}
    store.poll()
    assert len(news) == 2


def test_a_number_that_was_not_used_is_free_for_a_colleague(store: Store, other: Store, article_id: str) -> None:
    made = make_speaker(store, "Mira Okafor")
    claim = tag_claim(store, article_id, [span("Two ships")])
    store.poll()
    news = heard(store)
    # The next number was taken for these, and given back.
    edit_speaker(store, made, name="Mira Okafor")

    def refused() -> None:
        with store.change("Dangling") as session:
            session.add(ClaimSpeaker(article_id=article_id, mark_id=claim, ordinal=0, speaker_id="nobody", role="says"))

    with pytest.raises(ChangeError):
        refused()
    store.batch_finished(store.begin_batch("Nothing", source="nothing"))
    news.clear()
    theirs = make_speaker(other, "Jonas Albrecht")
    store.poll()
    assert [told.ids("speaker") for told in news] == [{theirs}]


def test_a_colleagues_batch_is_told_while_it_grows_and_when_it_ends(store: Store, other: Store) -> None:
    news = heard(store)
    made = other.begin_batch("Import", source="set")
    store.poll()
    assert [told.everything for told in news] == [True]
    for table, rows in rows_of(article_record("a")):
        made.add(table, rows)
    made.flush()
    store.poll()
    assert [told.everything for told in news] == [True, True]
    for table, rows in rows_of(article_record("b")):
        made.add(table, rows)
    other.batch_finished(made)
    store.poll()
    assert [told.everything for told in news] == [True, True, True]
    store.poll()
    assert len(news) == 3


def test_own_batch_is_not_told_while_it_grows(store: Store, other: Store) -> None:
    news = heard(store)
    made = store.begin_batch("Import", source="set")
    for number in range(3):
        for table, rows in rows_of(article_record(f"a-{number}")):
            made.add(table, rows)
        made.flush()
        store.poll()
    assert news == []
    make_speaker(other, "Jonas Albrecht")
    store.poll()
    assert [told.everything for told in news] == [False]
    store.batch_finished(made)
    store.poll()
    assert len(news) == 2


def test_a_batch_undone_elsewhere_is_told_as_everything(store: Store, other: Store) -> None:
    add_articles(store, [article_record("a")], source="set", by="Ben")
    store.poll()
    news = heard(store)
    other.undo()
    store.poll()
    assert [told.everything for told in news] == [True]


def test_another_process_is_heard(store: Store, article_id: str) -> None:
    news = heard(store)
    program = (
        "import sys; from annotator.store import Store; from annotator.actions.tagging import tag_claim\n"
        "with Store.open(sys.argv[1], 'Ben') as store: print(tag_claim(store, sys.argv[2], [(0, 4)]))"
    )
    command = [sys.executable, "-c", program, store.address, article_id]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    claim = done.stdout.strip()
    store.poll()
    assert [told.ids("mark") for told in news] == [{claim}]
    with store.read() as session:
        assert session.execute(select(Mark.id)).scalars().all() == [claim]
    delete_marks(store, [claim], by="Ben")
    store.poll()
    assert len(news) == 2


def test_news_of_verdicts_flags_and_comments_names_the_article(store: Store, other: Store, article_id: str) -> None:
    claim = tag_claim(store, article_id, [span("Two ships")])
    other.poll()
    own, told = heard(store), heard(other)
    with store.read() as session:
        claims = [each for each in marks_by_id(session, [claim]) if isinstance(each, ClaimRecord)]
    reject_versions(store, claims, Grounds(), by="Cleo")
    store.undo(by="Cleo")
    store.redo(by="Cleo")
    set_codebook_question(store, [verdict(store, article_id, claim).id], True, by="Cleo")
    add_comment(store, claim, "Whose answer?", by="Cleo")
    assert [each.ids(JUDGED) for each in own] == [{article_id}] * 5
    other.poll()
    assert {article for each in told for article in each.ids(JUDGED)} == {article_id}
