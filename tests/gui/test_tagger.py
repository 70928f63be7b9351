"""The keys of the text become verbs on selection, sentence or current mark, else a sentence of help."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.annotate.tagger import Tagger
from annotator.gui.jobs import Jobs
from annotator.gui.reader.view import ReaderView
from annotator.records import ClaimRecord
from annotator.text import sentences, snap_to_graphemes
from tests.sample_articles import TEXT, span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def tagger(qtbot: QtBot, jobs: Jobs, opened: OpenArticle) -> Iterator[Tagger]:
    reader = ReaderView()
    qtbot.addWidget(reader)
    assert opened.record is not None
    reader.show_article(opened.record, [], partial(sentences, TEXT))
    made = Tagger(jobs, reader, opened)
    opened.marks_changed.connect(reader.update_marks)
    opened.marks_changed.connect(lambda _changed, _gone: made.settle())
    yield made
    reader.close()


def reader_of(tagger: Tagger) -> ReaderView:
    return tagger._reader


def claim_on(tagger: Tagger, words: str) -> ClaimRecord:
    """Make a claim of these words; its record."""
    reader_of(tagger).select(*span(words))
    tagger.claim()
    return record(tagger)


def record(tagger: Tagger) -> ClaimRecord:
    """The current claim's record as it is now."""
    found = tagger.current_mark()
    assert isinstance(found, ClaimRecord)
    return found


def hints(tagger: Tagger) -> list[str]:
    """Sentences of help from now on."""
    said: list[str] = []
    tagger.hint.connect(said.append)
    return said


def test_a_claim_takes_the_selection_else_the_sentence_and_is_current(tagger: Tagger) -> None:
    assert claim_on(tagger, "Two ships a month").parts[0].quote == "Two ships a month"
    assert reader_of(tagger).cursor_state.selection is None
    tagger.done()
    assert tagger.current() is None
    reader_of(tagger).place_cursor(TEXT.index("The study"))
    tagger.claim()
    assert record(tagger).parts[0].quote == "The study by the Selm Marine Institute speaks of silt."


def test_words_of_the_claim_are_no_further_part_and_that_is_said(tagger: Tagger) -> None:
    said = hints(tagger)
    claim_on(tagger, "Two ships a month")
    reader_of(tagger).select(*span("ships"))
    tagger.part()
    assert said == ["These words belong to the claim already."]
    assert reader_of(tagger).cursor_state.selection == span("ships")
    reader_of(tagger).select(*span("speaks of silt"))
    tagger.part()
    assert [part.quote for part in record(tagger).parts] == ["Two ships a month", "speaks of silt"]


def test_part_and_cue_need_a_selection_and_say_so(tagger: Tagger) -> None:
    said = hints(tagger)
    claim_on(tagger, "Two ships a month")
    tagger.part()
    tagger.cue()
    assert ["Shift+C" in said[0], "press U" in said[1], len(said)] == [True, True, 2]
    reader_of(tagger).select(*span("go to Wessel"))
    tagger.part()
    reader_of(tagger).select(*span("said"))
    tagger.cue()
    assert [part.quote for part in record(tagger).parts] == ["Two ships a month", "go to Wessel"]
    assert [part.quote for part in record(tagger).cue] == ["said"]


def test_the_four_cases_of_s(tagger: Tagger) -> None:
    asked: list[tuple[object, ...]] = []
    tagger.mention_wanted.connect(lambda words: asked.append(("mention", words)))
    tagger.speaker_wanted.connect(lambda claim, words: asked.append(("speaker", claim, words)))
    reader_of(tagger).place_cursor(TEXT.index("She did"))
    tagger.speaker()
    reader_of(tagger).select(*span("Mira Okafor"))
    tagger.speaker()
    claim = claim_on(tagger, "Two ships a month").id
    tagger.speaker()
    reader_of(tagger).select(*span("he argued"))
    tagger.speaker()
    assert asked == [
        ("mention", span("She")),
        ("mention", span("Mira Okafor")),
        ("speaker", claim, None),
        ("speaker", claim, span("he argued")),
    ]


def test_t_asks_for_a_topic_of_the_claim_else_for_a_passage(tagger: Tagger) -> None:
    asked: list[object] = []
    tagger.topic_wanted.connect(asked.append)
    reader_of(tagger).select(*span("fees hurt boats 🐟"))
    tagger.topic()
    claim = claim_on(tagger, "Two ships a month").id
    tagger.topic()
    assert asked == [span("fees hurt boats 🐟"), claim]


def test_role_and_stance_without_speaker_or_topic_are_refused_in_a_sentence(tagger: Tagger) -> None:
    said = hints(tagger)
    claim_on(tagger, "Two ships a month")
    tagger.role()
    tagger.stance("supports")
    assert said == ["The claim has no speaker yet: S adds one.", "The claim has no topic yet: T adds one."]


def test_nothing_to_tag_is_a_switch_of_the_paragraph(tagger: Tagger, opened: OpenArticle) -> None:
    reader_of(tagger).place_cursor(TEXT.index("She did"))
    tagger.nothing()
    assert opened.reading.empty_blocks == {2}
    tagger.nothing()
    assert opened.reading.empty_blocks == frozenset()


MOVES = st.lists(
    st.tuples(st.sampled_from(["start", "end"]), st.sampled_from(["word", "character"]), st.booleans()),
    max_size=12,
)


@given(moves=MOVES)
@limits(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moving_boundaries_never_cuts_a_character_nor_empties_a_mark(
    tagger: Tagger, moves: list[tuple[str, str, bool]]
) -> None:
    claim_on(tagger, "fees hurt boats 🐟")
    for edge, unit, right in moves:
        tagger.move(edge, unit, right=right)  # type: ignore[arg-type]
        part = record(tagger).parts[0]
        assert part.start < part.end
        assert TEXT[part.start : part.end] == part.quote
        assert snap_to_graphemes(TEXT, part.start, part.end) == (part.start, part.end)
    tagger.delete()
    assert tagger.current_mark() is None
