"""Marks carried into a changed text, and quotes found in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import Anchor, find_quote, reanchor
from annotator.text.anchoring import SURE
from annotator.text.folding import Folded
from annotator.text.revision import Revised

OLD = (
    "Port fees rise again\n"
    "The city council voted for higher port fees on Tuesday. “We lose two ships a month,” said Mira Okafor.\n"
    "Tom Beck, who speaks for the crews, called the plan a gift to no one. He will appeal.\n"
    "The vote was close. Nobody from the yard was asked before the meeting."
)
CLAIM = "We lose two ships a month"
SAID = "called the plan a gift to no one"

ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("ab c.\n“”’é港")), max_size=80)
LOWER = st.text(st.sampled_from("abcdefg .\n"), min_size=1, max_size=80)
UPPER = st.text(st.sampled_from("QRSTUV .\n"), max_size=40)


@st.composite
def text_and_spans(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, list[tuple[int, int]]]:
    text = draw(texts.filter(bool))
    spans = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text) - 1))
        spans.append((start, draw(st.integers(start + 1, len(text)))))
    return text, spans


def span_of(quote: str, text: str = OLD) -> tuple[int, int]:
    assert text.count(quote) == 1
    start = text.index(quote)
    return start, start + len(quote)


def moved(quote: str, new: str) -> tuple[str, str]:
    anchor = reanchor(OLD, new, [span_of(quote)])[0]
    return anchor.status, new[anchor.start : anchor.end]


@given(text_and_spans(ANY_TEXT))
def test_in_an_unchanged_text_all_marks_stay(marked: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = marked
    assert reanchor(text, text, spans) == [Anchor(start, end, "same", 1.0) for start, end in spans]


@given(text_and_spans(LOWER), UPPER.filter(str.strip))
def test_a_paragraph_put_before_moves_all_marks_by_its_length(
    marked: tuple[str, list[tuple[int, int]]], paragraph: str
) -> None:
    text, spans = marked
    # Whatever could be taken for a line of the text itself would make the shift ambiguous.
    inserted = "".join(f"Q{line}\n" for line in paragraph.split("\n"))
    new = inserted + text
    for (start, end), anchor in zip(spans, reanchor(text, new, spans), strict=True):
        assert new[anchor.start : anchor.end] == text[start:end]
        assert anchor.start == start + len(inserted)
        assert anchor.status in ("moved", "uncertain")


@pytest.mark.parametrize("inserted", ["Harbour news\n", "A first line.\nA second one.\n"])
def test_marks_behind_an_insertion_are_moved_without_doubt(inserted: str) -> None:
    spans = [span_of(quote) for quote in (CLAIM, SAID, "Tom Beck", "said", "He will appeal.")]
    anchors = reanchor(OLD, inserted + OLD, spans)
    shift = len(inserted)
    assert anchors == [Anchor(start + shift, end + shift, "moved", 1.0) for start, end in spans]


@given(LOWER, st.text(st.sampled_from("QRSTUV "), min_size=1).filter(str.strip), LOWER)
def test_a_deleted_quote_is_an_orphan(before: str, quote: str, after: str) -> None:
    span = (len(before), len(before) + len(quote))
    anchor = reanchor(before + quote + after, before + after, [span])[0]
    assert anchor.status == "orphan"
    assert anchor.start == anchor.end


@given(text_and_spans(ANY_TEXT), ANY_TEXT)
def test_whatever_the_change_sure_means_equal_and_spans_stay_inside(
    marked: tuple[str, list[tuple[int, int]]], new: str
) -> None:
    text, spans = marked
    for (start, end), anchor in zip(spans, reanchor(text, new, spans), strict=True):
        check(anchor, text[start:end], new)
        assert anchor.status != "same" or anchor.start == start


@given(ANY_TEXT, st.one_of(ANY_TEXT, st.text(max_size=3)), st.none() | st.integers(-5, 99), ANY_TEXT, ANY_TEXT)
def test_whatever_is_looked_for_sure_means_equal_and_spans_stay_inside(
    text: str, quote: str, near: int | None, prefix: str, suffix: str
) -> None:
    check(find_quote(text, quote, near=near, prefix=prefix, suffix=suffix), quote, text)


def check(anchor: Anchor, quote: str, text: str) -> None:
    assert 0 <= anchor.start <= anchor.end <= len(text)
    assert 0 <= anchor.score <= 1
    assert (anchor.start == anchor.end) == (anchor.status == "orphan")
    if anchor.status in ("same", "moved"):
        assert text[anchor.start : anchor.end] == quote
        assert anchor.score >= SURE


def test_an_edit_in_the_same_paragraph_leaves_the_quote_sure() -> None:
    new = OLD.replace("voted for higher port fees on Tuesday", "has voted for much higher fees")
    assert moved(CLAIM, new) == ("moved", CLAIM)
    assert moved(SAID, new) == ("moved", SAID)
    assert moved("Port fees rise again", new) == ("same", "Port fees rise again")


def test_a_quote_whose_words_changed_is_shown_with_its_new_words() -> None:
    new = OLD.replace("two ships a month", "three ships a month")
    assert moved(CLAIM, new) == ("uncertain", "We lose three ships a month")


def test_typographic_changes_are_found_but_left_to_a_person() -> None:
    new = OLD.replace("“We lose two ships", '"We\u00a0lose two  ships')
    assert moved(CLAIM, new) == ("uncertain", "We\u00a0lose two  ships a month")


def test_a_paragraph_that_changed_places_keeps_its_unmistakable_quote() -> None:
    lines = OLD.split("\n")
    new = "\n".join([lines[0], lines[2], lines[3], lines[1]])
    assert moved(SAID, new) == ("moved", SAID)
    assert moved("said Mira Okafor", new)[1] == "said Mira Okafor"


def test_a_deleted_sentence_is_not_taken_for_its_twin_elsewhere() -> None:
    old = "The port is full.\nThe crews wait for an answer.\nThe port is full.\nThe end of the day."
    new = "The port is full.\nThe crews wait for an answer.\nThe end of the day."
    start = old.rindex("The port is full.")
    assert reanchor(old, new, [(start, start + 17)])[0].status == "orphan"


def test_a_short_word_in_a_rewritten_sentence_is_not_sure() -> None:
    old = "Yesterday the mayor said nothing at all about the new port fees."
    new = "Crews who had waited for hours outside said that they were angry."
    start = old.index("said")
    assert reanchor(old, new, [(start, start + 4)])[0].status in ("uncertain", "orphan")


def test_a_quote_that_stands_where_it_was_said_to_be_is_the_same() -> None:
    start, end = span_of("The vote")
    assert find_quote(OLD, "The vote", near=start) == Anchor(start, end, "same", 1.0)
    assert find_quote(OLD, "The vote", near=None) == Anchor(start, end, "same", 1.0)
    assert find_quote(OLD, "The vote", near=start - 9) == Anchor(start, end, "moved", 1.0)


def test_of_several_places_the_context_decides_and_without_it_nobody_does() -> None:
    text = "Ana said that fees rise. Ben thinks that fees rise. Cleo hopes that fees rise."
    assert find_quote(text, "fees rise", near=None).status == "uncertain"
    found = find_quote(text, "fees rise", near=0, prefix=". Ben thinks that ", suffix=". Cleo hopes")
    assert (found.status, found.start) == ("moved", text.index("fees rise. Cleo"))


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('"We lose two ships a month,"', "“We lose two ships a month,”"),
        ("We  lose two\nships a month", CLAIM),
        ("We loose two ships each month", "We lose two ships a month"),
        ("called this plan the gift to no one", SAID),
    ],
)
def test_a_quote_with_slips_is_found_whole_and_uncertain(quote: str, found: str) -> None:
    anchor = find_quote(OLD, quote, near=None)
    assert (anchor.status, OLD[anchor.start : anchor.end]) == ("uncertain", found)


@pytest.mark.parametrize("quote", ["", " \n", "zebra", "No such thing was ever printed here at all"])
def test_what_is_not_there_is_an_orphan(quote: str) -> None:
    assert find_quote(OLD, quote, near=30) == Anchor(30, 30, "orphan", 0.0)


@given(ANY_TEXT, ANY_TEXT)
def test_kept_stretches_are_equal_in_order_and_complete(old: str, new: str) -> None:
    revised = Revised(old, new)
    old_done = new_done = 0
    for kept in revised.kept:
        assert old[kept.old : kept.old + kept.length] == new[kept.new : kept.new + kept.length]
        assert kept.old >= old_done
        assert kept.new >= new_done
        old_done, new_done = kept.old + kept.length, kept.new + kept.length
    assert sum(end - start for start, end in revised.changed()) + sum(k.length for k in revised.kept) == len(new)


def test_texts_too_long_to_compare_whole_keep_the_lines_that_stand_once() -> None:
    old = "".join(f"line {number}\n" for number in range(17_000))
    new = "".join(f"{'changed' if number % 5 == 0 else 'line'} {number}\n" for number in range(17_000))
    start = old.index("line 9001\n")
    assert reanchor(old, new, [(start, start + 9)])[0].status == "moved"
    assert sum(kept.length for kept in Revised(old, new).kept) >= 0.7 * len(new)


@given(st.text(st.one_of(st.characters(), st.sampled_from(" \u00a0ﬁ\u00ad\u0301é“—Ａ")), min_size=1))
def test_every_folded_character_leads_back_to_what_it_came_from(text: str) -> None:
    folded = Folded(text)
    for position in range(len(folded.text)):
        start, end = folded.origin(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[position] in Folded(text[start:end]).text


def test_a_word_that_stands_everywhere_is_placed_by_its_context_or_not_at_all() -> None:
    old = "".join(f"Member {number} said that he agreed.\n" for number in range(400))
    start = old.index("he agreed", old.index("Member 300 "))
    new = old.replace("Member 300 said that he", "Member 300 told us that he")
    anchor = reanchor(old, new, [(start, start + 2)])[0]
    assert (anchor.start, new[anchor.start : anchor.end]) == (start + 3, "he")
    assert find_quote("a " * 6000, "a", near=1).status == "orphan"
