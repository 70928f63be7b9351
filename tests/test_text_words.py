"""Words and grapheme clusters as the ends of selections."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InvalidSpan
from annotator.text import grapheme_boundaries, snap_to_graphemes, snap_to_words, word_at, words

FAMILY = "👨\u200d👩\u200d👧"
CLUSTERS = [
    FAMILY,
    "🇩🇪",
    "🇫🇷",
    "e\u0301",
    "1\ufe0f\u20e3",
    "한",
    "\u1112\u1161\u11ab",
    "ทำ",
    "हूँ",
    "👍🏽",
    "港",
]

TEXT = st.text(st.one_of(st.characters(), st.sampled_from("ab 1'’-\n\u0301\u200d\ufe0f🇩🇪👩👧\u0600\u1161\u0e33")))


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't stop the well-known O’Neil.", ["Don't", "stop", "the", "well-known", "O’Neil"]),
        ("It cost 2,000.50 crowns, in 2025.", ["It", "cost", "2,000.50", "crowns", "in", "2025"]),
        ("'quoted' -- and—dashed-", ["quoted", "and", "dashed"]),
        ("cafe\u0301 naïve हूँ", ["cafe\u0301", "naïve", "हूँ"]),
        ("港口 ทำ コンピュータ 한국어", ["港", "口", "ทำ", "コンピュータ", "한국어"]),
        (FAMILY + " 🇩🇪!", []),
    ],
)
def test_words_are_letters_and_digits_with_what_joins_them(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (0, "The"),
        (2, "The"),
        (3, "The"),
        (4, "minister's"),
        (12, "minister's"),
        (14, "minister's"),
        (16, None),
    ],
)
def test_the_word_at_a_position_holds_it_or_ends_there(position: int, expected: str | None) -> None:
    text = "The minister's -- plan"
    span = word_at(text, position)
    assert (span and text[slice(*span)]) == expected


def test_of_two_words_that_touch_the_second_is_at_the_cursor() -> None:
    assert word_at("港口", 1) == (1, 2)


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_what_is_seen_as_one_character_is_never_cut(cluster: str) -> None:
    text = f"x{cluster}y"
    whole = (1, 1 + len(cluster))
    assert grapheme_boundaries(text) == [0, *whole, len(text)]
    for inside in range(whole[0], whole[1]):
        assert snap_to_graphemes(text, inside, inside + 1) == whole


def test_flags_in_a_row_are_paired_from_the_first() -> None:
    text = "see 🇩🇪🇫🇷🇮🇹"
    assert [snap_to_graphemes(text, place, place + 1) for place in (4, 5, 6, 7, 8, 9)] == [
        (4, 6), (4, 6), (6, 8), (6, 8), (8, 10), (8, 10),
    ]  # fmt: skip


def test_a_selection_grows_to_whole_words_and_loses_white_space() -> None:
    text = "The minister's plan 👨\u200d👩\u200d👧 failed."
    assert text[slice(*snap_to_words(text, 6, 16))] == "minister's plan"
    assert text[slice(*snap_to_words(text, 3, 8))] == "minister's"
    assert text[slice(*snap_to_words(text, 20, 22))] == FAMILY
    assert snap_to_words(text, 3, 4) == (3, 3)
    assert snap_to_words(text, 4, 14) == (4, 14)


@given(TEXT, st.data())
def test_snapped_spans_hold_the_selection_and_end_at_clusters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    boundaries = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    first, last = snap_to_graphemes(text, start, end)
    assert {first, last} <= boundaries
    assert first <= start
    assert last >= end or start == end
    assert not any(first < place <= start or end <= place < last for place in boundaries) or start == end
    assert snap_to_graphemes(text, first, last) == (first, last)


@given(TEXT, st.data())
def test_words_are_never_cut_by_a_selection(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = snap_to_words(text, start, end)
    boundaries = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    assert {first, last} <= boundaries
    if first < last:
        assert not any(a < edge < b for a, b in words(text) for edge in (first, last))
        assert text[start:end].strip() in text[first:last]


@given(TEXT, st.data())
def test_the_word_at_a_position_is_one_of_the_words(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    touching = [span for span in words(text) if span[0] <= position <= span[1]]
    assert word_at(text, position) == (touching[-1] if touching else None)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 4), (2, 1)])
def test_spans_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(InvalidSpan):
        snap_to_words("abc", start, end)
    with pytest.raises(InvalidSpan):
        snap_to_graphemes("abc", start, end)
