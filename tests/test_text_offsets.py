"""Offsets in code points, UTF-16 units and UTF-8 bytes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InvalidSpan
from annotator.text import Offsets

TEXT = st.text(st.one_of(st.characters(), st.sampled_from("😀𝔸é港a")), max_size=700)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXT)
def test_utf16_agrees_with_the_encoded_text(text: str) -> None:
    offsets = Offsets(text)
    assert offsets.utf16_length == units(text)
    for position in range(len(text) + 1):
        assert offsets.to_utf16(position) == units(text[:position])
        assert offsets.from_utf16(offsets.to_utf16(position)) == position


@given(TEXT)
def test_utf8_agrees_with_the_encoded_text(text: str) -> None:
    offsets = Offsets(text)
    assert offsets.utf8_length == len(text.encode("utf-8", "surrogatepass"))
    for position in range(len(text) + 1):
        assert offsets.to_utf8(position) == len(text[:position].encode("utf-8", "surrogatepass"))
        assert offsets.from_utf8(offsets.to_utf8(position)) == position


@given(TEXT)
def test_inside_a_character_is_refused_or_snapped_to_its_edges(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text)):
        for inside in range(offsets.to_utf8(position) + 1, offsets.to_utf8(position + 1)):
            check_inside(offsets.from_utf8, inside, position)
        for inside in range(offsets.to_utf16(position) + 1, offsets.to_utf16(position + 1)):
            check_inside(offsets.from_utf16, inside, position)


def check_inside(convert: Callable[..., int], inside: int, position: int) -> None:
    with pytest.raises(InvalidSpan, match="inside a character"):
        convert(inside)
    assert convert(inside, snap="start") == position
    assert convert(inside, snap="end") == position + 1


@pytest.mark.parametrize("offset", [-1, 99])
def test_outside_the_text_is_refused_in_every_unit_even_when_snapping(offset: int) -> None:
    offsets = Offsets("a😀b")
    with pytest.raises(InvalidSpan, match="3 characters"):
        offsets.to_utf16(offset)
    with pytest.raises(InvalidSpan, match="3 characters"):
        offsets.to_utf8(offset)
    with pytest.raises(InvalidSpan, match="4 UTF-16 units"):
        offsets.from_utf16(offset, snap="start")
    with pytest.raises(InvalidSpan, match="6 bytes"):
        offsets.from_utf8(offset, snap="end")


def test_the_blocks_of_a_long_text_join_without_a_gap() -> None:
    text = "港a😀é" * 200
    offsets = Offsets(text)
    assert [offsets.from_utf8(offsets.to_utf8(place)) for place in range(801)] == list(range(801))
