"""Sentence cursor, hand selection and current mark: every step, and what always holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.reader.boundaries import TextBoundaries
from annotator.gui.reader.cursor import ReadingCursor
from annotator.gui.reader.marks_index import MarksIndex
from annotator.gui.reader.paragraphs import paragraphs_of
from annotator.gui.reader.sentences import Sentences
from annotator.records import MarkRecord
from tests.gui.reader_samples import article, claim, mention, sentences_of, where

ARTICLE = article()
TEXT = ARTICLE.text
OVERDUE = where(TEXT, "the increase was overdue")
MARKS: list[MarkRecord] = [
    mention("minister", TEXT, *where(TEXT, "Harbour minister Mira Okafor")),
    claim("overdue", TEXT, OVERDUE),
    claim("whole", TEXT, where(TEXT, "that the increase was overdue. Nobody")),
    claim("ships", TEXT, where(TEXT, "“Every month costs the town two ships,”")),
]


def cursor_over(marks: list[MarkRecord] = MARKS, text: str = TEXT) -> ReadingCursor:
    paragraphs = paragraphs_of(text, ARTICLE.blocks if text is TEXT else ())
    return ReadingCursor(Sentences(paragraphs, sentences_of(text)), MarksIndex(marks), TextBoundaries(text, paragraphs))


def quote(stretch: tuple[int, int] | None) -> str | None:
    return None if stretch is None else TEXT[slice(*stretch)]


def test_it_begins_on_the_first_sentence() -> None:
    cursor = cursor_over()
    assert quote(cursor.sentence) == "Minister defends port plan"
    assert cursor.selection is None
    assert cursor.current is None


def test_down_goes_through_every_sentence_and_up_comes_back() -> None:
    cursor = cursor_over()
    seen = [cursor.sentence]
    while cursor.next_sentence():
        seen.append(cursor.sentence)
    paragraphs = paragraphs_of(TEXT, ARTICLE.blocks)
    every = [s for p in paragraphs for s in sentences_of(TEXT)(p.start, p.end)]
    assert [tuple(sentence or ()) for sentence in seen] == every
    back = [cursor.sentence]
    while cursor.previous_sentence():
        back.append(cursor.sentence)
    assert back == seen[::-1]


def test_sentences_are_asked_for_only_where_the_cursor_comes_by() -> None:
    asked: list[int] = []

    def ask(start: int, end: int) -> Iterable[tuple[int, int]]:
        asked.append(start)
        return sentences_of(TEXT)(start, end)

    paragraphs = paragraphs_of(TEXT, ARTICLE.blocks)
    cursor = ReadingCursor(Sentences(paragraphs, ask), MarksIndex(), TextBoundaries(TEXT, paragraphs))
    cursor.next_sentence()
    cursor.previous_sentence()
    assert asked == [paragraphs[0].start, paragraphs[1].start]


def test_paragraphs_without_sentences_are_stepped_over() -> None:
    cursor = cursor_over([], "\n\nOne.\n\n\nTwo.\n")
    assert cursor.sentence == (2, 6)
    assert cursor.next_sentence()
    assert cursor.sentence == (9, 13)
    assert not cursor.next_sentence()
    assert cursor.previous_sentence()
    assert not cursor.previous_sentence()


def test_an_empty_text_has_nothing_and_every_step_is_harmless() -> None:
    cursor = cursor_over([], "")
    for step in STEPS.values():
        step(cursor)
    assert cursor.sentence is None
    assert cursor.span_for_claim() is None
    assert cursor.word_at_cursor() is None


def test_the_mark_stays_current_from_sentence_to_sentence() -> None:
    cursor = cursor_over()
    cursor.make_current("overdue")
    cursor.next_sentence()
    cursor.previous_sentence()
    cursor.place(OVERDUE[0])
    assert cursor.current == "overdue"


def test_a_step_drops_the_selection() -> None:
    cursor = cursor_over()
    cursor.extend("word", forward=True)
    assert cursor.selection is not None
    cursor.next_sentence()
    assert cursor.selection is None


def test_shift_selects_from_the_start_of_the_sentence_or_from_the_click() -> None:
    cursor = cursor_over()
    cursor.extend("character", forward=True)
    assert quote(cursor.selection) == "M"
    cursor.extend("word", forward=True)
    assert quote(cursor.selection) == "Minister"
    cursor.place(OVERDUE[0])
    cursor.extend("word", forward=True)
    cursor.extend("word", forward=True)
    assert quote(cursor.selection) == "the increase"
    cursor.extend("word", forward=False)
    assert quote(cursor.selection) == "the "


def test_a_selection_shrinks_to_nothing_and_grows_on_the_other_side() -> None:
    cursor = cursor_over()
    cursor.place(OVERDUE[0])
    cursor.extend("character", forward=True)
    cursor.extend("character", forward=False)
    assert cursor.selection is None
    cursor.extend("character", forward=False)
    assert quote(cursor.selection) == " "
    cursor.extend("word", forward=False)
    assert quote(cursor.selection) == "that "


def test_characters_are_whole_grapheme_clusters() -> None:
    cursor = cursor_over()
    cursor.place(TEXT.index("👨"))
    cursor.extend("character", forward=True)
    assert quote(cursor.selection) == "👨‍👩‍👧‍👦"
    cursor.place(TEXT.index("e\u0301"))
    cursor.extend("character", forward=True)
    assert quote(cursor.selection) == "e\u0301"
    cursor.select(TEXT.index("🇳🇴") + 1, TEXT.index("🇳🇴") + 1)
    assert cursor.selection is None
    cursor.select(TEXT.index("🇳🇴") + 1, TEXT.index("🇳🇴") + 2)
    assert quote(cursor.selection) == "🇳🇴"


def test_words_of_thai_are_told_apart_without_blanks() -> None:
    cursor = cursor_over()
    cursor.place(TEXT.index("ท่าเรือ"))
    cursor.extend("word", forward=True)
    assert quote(cursor.selection) in ("ท่า", "ท่าเรือ")


def test_dragging_takes_whole_words_without_the_blanks_around() -> None:
    cursor = cursor_over()
    start = TEXT.index("increase")
    cursor.select(start + 3, start + 11, "word")
    assert quote(cursor.selection) == "increase was"
    cursor.select(start + 11, start + 3, "word")
    assert quote(cursor.selection) == "increase was"
    assert cursor.caret == start
    cursor.select(start + 3, start + 9, "word")
    assert quote(cursor.selection) == "increase"


def test_enter_drops_the_claim_and_the_selection_and_goes_on() -> None:
    cursor = cursor_over()
    cursor.make_current("overdue")
    cursor.extend("word", forward=True)
    assert cursor.done()
    assert cursor.current is None
    assert cursor.selection is None
    assert quote(cursor.sentence) == "Higher fees would pay for dredging by 2027."


def test_enter_after_the_last_sentence_still_drops_the_claim() -> None:
    cursor = cursor_over()
    while cursor.next_sentence():
        pass
    cursor.make_current("overdue")
    assert cursor.done()
    assert cursor.current is None
    assert not cursor.done()


def test_escape_leaves_the_selection_then_the_current_mark_then_nothing() -> None:
    cursor = cursor_over()
    cursor.make_current("overdue")
    cursor.extend("word", forward=True)
    assert [cursor.escape(), cursor.escape(), cursor.escape()] == ["selection", "current", None]
    assert quote(cursor.sentence) == "Minister defends port plan"


@pytest.mark.parametrize("backwards", [False, True])
def test_a_selection_that_became_a_mark_takes_the_sentence_cursor_to_its_end(backwards: bool) -> None:
    cursor = cursor_over()
    start, end = where(TEXT, "was overdue. Nobody")
    cursor.select(*((end, start) if backwards else (start, end)))
    assert cursor.use_selection()
    assert cursor.selection is None
    assert cursor.sentence is not None
    assert cursor.sentence.start <= TEXT.index("Nobody") < cursor.sentence.end
    assert cursor.sentence.start <= cursor.caret < cursor.sentence.end
    before = cursor.sentence
    assert not cursor.use_selection()
    assert cursor.sentence == before


def test_a_claim_is_made_from_the_selection_else_from_the_sentence() -> None:
    cursor = cursor_over()
    assert quote(cursor.span_for_claim()) == "Minister defends port plan"
    cursor.select(*OVERDUE)
    assert cursor.span_for_claim() == OVERDUE


@pytest.mark.parametrize(
    ("place", "word"),
    [("Mira", "Mira"), ("ira Okafor", "Mira"), (" Okafor", "Okafor"), ("\nHigher", "Higher")],
)
def test_the_word_at_the_cursor(place: str, word: str) -> None:
    cursor = cursor_over()
    cursor.place(TEXT.index(place))
    assert quote(cursor.word_at_cursor()) == word


def test_next_and_previous_mark_go_through_the_text() -> None:
    cursor = cursor_over()
    assert [cursor.next_mark() for _ in range(5)] == ["minister", "whole", "overdue", "ships", None]
    assert cursor.current == "ships"
    assert cursor.sentence is not None
    assert cursor.sentence.start <= TEXT.index("“Every") < cursor.sentence.end
    assert [cursor.previous_mark() for _ in range(4)] == ["overdue", "whole", "minister", None]


def test_the_next_mark_is_counted_from_the_sentence_when_none_is_current() -> None:
    cursor = cursor_over()
    cursor.place(TEXT.index("“Every"))
    assert cursor.next_mark() == "ships"
    cursor.make_current(None)
    assert cursor.previous_mark() == "overdue"


def test_a_mark_chosen_beside_the_text_brings_the_cursor_unless_words_are_selected() -> None:
    cursor = cursor_over()
    assert cursor.go_to("ships")
    assert cursor.sentence is not None
    assert cursor.sentence.start <= TEXT.index("“Every") < cursor.sentence.end
    caret = cursor.caret
    cursor.move_caret("word", forward=True)
    moved = cursor.caret
    assert moved != caret
    assert not cursor.go_to("ships")
    assert cursor.caret == moved
    cursor.select(*OVERDUE)
    assert not cursor.go_to("ships")
    assert cursor.selection == OVERDUE
    assert not cursor.go_to("not there")


def test_overlapping_marks_are_cycled_smallest_first_and_round() -> None:
    cursor = cursor_over()
    cursor.place(OVERDUE[0])
    cursor.select(*OVERDUE)
    assert [cursor.cycle_overlapping() for _ in range(3)] == ["overdue", "whole", "overdue"]
    cursor.make_current(None)
    cursor.clear_selection()
    cursor.place(TEXT.index("A harbour"))
    assert cursor.cycle_overlapping() is None


STEPS: dict[str, Callable[[ReadingCursor], object]] = {
    "down": ReadingCursor.next_sentence,
    "up": ReadingCursor.previous_sentence,
    "right": lambda cursor: cursor.extend("character", forward=True),
    "left": lambda cursor: cursor.extend("character", forward=False),
    "word right": lambda cursor: cursor.extend("word", forward=True),
    "word left": lambda cursor: cursor.extend("word", forward=False),
    "enter": ReadingCursor.done,
    "escape": ReadingCursor.escape,
    "next": ReadingCursor.next_mark,
    "previous": ReadingCursor.previous_mark,
    "cycle": ReadingCursor.cycle_overlapping,
    "clear": ReadingCursor.clear_selection,
    "use": ReadingCursor.use_selection,
}


@given(st.lists(st.sampled_from(sorted(STEPS)) | st.integers(0, len(TEXT)), max_size=40))
def test_whatever_is_pressed_the_state_is_sound(presses: list[str | int]) -> None:
    cursor = cursor_over()
    boundaries = TextBoundaries(TEXT, paragraphs_of(TEXT, ARTICLE.blocks))
    for press in presses:
        current = cursor.current
        if isinstance(press, int):
            cursor.place(press)
        else:
            STEPS[press](cursor)
        assert cursor.sentence is not None
        assert 0 <= cursor.caret <= len(TEXT)
        if cursor.selection is not None:
            start, end = cursor.selection
            assert 0 <= start < end <= len(TEXT)
            assert cursor.caret in (start, end)
            # The free end stands on a boundary; the other end is where a click or a step put it.
            assert boundaries.widen(cursor.caret, cursor.caret, "character") == (cursor.caret, cursor.caret)
        if press in ("down", "up", "right", "left", "clear", "use") or isinstance(press, int):
            assert cursor.current == current
        if press in ("down", "enter", "clear", "use"):
            assert press == "down" or cursor.selection is None
