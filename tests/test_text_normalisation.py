"""Cleaning a text and carrying stand-off offsets through it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InvalidSpan
from annotator.text import normalise, normalise_with_map, sha256_of

# Everything that a Python string can hold, with the characters that the rule names made frequent.
ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from("\r\n\u2028\u2029\x85\x0b\x0c\ufeff\x00\x1f\ufffe\uffff\t\x7f"),
    )
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\r\r\n\n\r", "\n\n\n\n"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("\ufeffa\ufeffb", "a\ufeffb"),
        ("\ufeff\ufeffa", "\ufeffa"),
        ("a\x00b\x01c\x1fd\x1ce", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("tab\tdelete\x7f", "tab\tdelete\x7f"),
        ("\ud83d\ude00 \udc00", "\ufffd\ufffd \ufffd"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("e\u0301 \u00a0 \u00e9", "e\u0301 \u00a0 \u00e9"),
        ("😀", "😀"),
    ],
)
def test_each_character_becomes_what_the_contract_says(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


@given(ANY_TEXT)
def test_a_clean_text_can_be_stored_and_is_not_changed_again(raw: str) -> None:
    text = normalise(raw)
    text.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x85\u2028\u2029\ufffe\uffff]", text)
    if not text.startswith("\ufeff"):
        assert normalise(text) == text


@given(ANY_TEXT, st.data())
def test_offsets_are_carried_to_the_same_characters(raw: str, data: st.DataObject) -> None:
    text, offsets = normalise_with_map(raw)
    position = data.draw(st.integers(0, len(raw)))
    splits_a_line_break = raw[max(0, position - 1) : position + 1] == "\r\n"
    if splits_a_line_break or (raw.startswith("\ufeff") and position == 0):
        return
    before = raw[:position]
    assert text[: offsets.carry(position)] == normalise(before)


@given(ANY_TEXT)
def test_offsets_keep_their_order_and_stay_inside(raw: str) -> None:
    text, offsets = normalise_with_map(raw)
    carried = [offsets.carry(position) for position in range(len(raw) + 1)]
    assert carried == sorted(carried)
    assert carried[0] == 0
    assert carried[-1] == len(text)


def test_between_the_halves_of_a_line_break_is_before_it() -> None:
    offsets = normalise_with_map("ab\r\ncd").offsets
    assert [offsets.carry(position) for position in range(7)] == [0, 1, 2, 2, 3, 4, 5]


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_raw_text_is_refused(offset: int) -> None:
    with pytest.raises(InvalidSpan, match="outside the text"):
        normalise_with_map("abc").offsets.carry(offset)


def test_hash_is_the_one_of_the_utf8_bytes() -> None:
    # printf 'Hafen – 港口' | sha256sum
    assert sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_of("Hafen – 港口") == "656210a252e6c3aed55f3522c7a52fcb006eb3fc385df69ae075608fe3e071df"
