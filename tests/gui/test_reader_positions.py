"""Code points and UTF-16 units: there and back, and never into the middle of a character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.reader.paragraphs import LONGEST, paragraphs_of
from annotator.gui.reader.positions import Positions
from annotator.records import Block
from annotator.text.direction import has_right_to_left, is_right_to_left
from tests.gui.reader_samples import LINES, article


@given(st.text(max_size=60))
def test_positions_count_as_utf_16_does(text: str) -> None:
    positions = Positions(text)
    for offset in range(len(text) + 1):
        unit = positions.to_units(offset)
        assert unit == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert positions.to_code_points(unit) == offset


@given(st.text(alphabet="a𝒏👨e\u0301", max_size=40))
def test_a_unit_within_a_pair_belongs_to_its_character(text: str) -> None:
    positions = Positions(text)
    for offset, character in enumerate(text):
        if character > "\uffff":
            assert positions.to_code_points(positions.to_units(offset) + 1) == offset


@given(st.text(alphabet="ab\n ", max_size=200))
def test_paragraphs_and_line_feeds_hold_every_character(text: str) -> None:
    assert "\n".join(text[p.start : p.end] for p in paragraphs_of(text, ())) == text


def test_each_line_has_the_kind_of_its_block() -> None:
    sample = article()
    assert [p.kind for p in paragraphs_of(sample.text, sample.blocks)] == [kind for kind, _ in LINES]


def test_lines_without_a_block_are_paragraphs() -> None:
    found = paragraphs_of("Head\nBody\n\nEnd", [Block("heading", 0, 4), Block("quote", 11, 14)])
    assert [p.kind for p in found] == ["heading", "paragraph", "paragraph", "quote"]


def test_an_endless_line_is_cut_at_blanks_into_pieces_that_continue() -> None:
    text = "harbour " * 5000
    pieces = paragraphs_of(text, ())
    assert "".join(text[p.start : p.end] for p in pieces) == text
    assert all(p.end - p.start <= LONGEST for p in pieces)
    assert [p.continues for p in pieces] == [True] * (len(pieces) - 1) + [False]
    assert all(text[p.end - 1] == " " for p in pieces[:-1])


def test_an_endless_line_without_blanks_keeps_combining_marks_with_their_letters() -> None:
    text = "e\u0301" * 9000
    assert all(text[p.start] == "e" for p in paragraphs_of(text, ()))


def test_the_first_strong_character_gives_the_direction() -> None:
    assert is_right_to_left("12: הנמל port")
    assert not is_right_to_left("12: port הנמל")
    assert not is_right_to_left("12")
    assert has_right_to_left("port הנמל")
    assert not has_right_to_left("Größe ท่าเรือ 港")
