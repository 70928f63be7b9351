"""The sums of row heights agree with adding the heights up, whatever was changed in between."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.panel.heights import Heights

CHANGES = st.lists(
    st.tuples(st.sampled_from(["set", "insert", "remove", "ask"]), st.integers(0, 30), st.integers(1, 400))
)


@given(st.integers(0, 12), CHANGES)
def test_tops_and_rows_agree_with_the_plain_sums(count: int, changes: list[tuple[str, int, int]]) -> None:
    heights, plain = Heights(count, 100), [100] * count
    for what, row, height in changes:
        if what == "insert":
            row = row % (len(plain) + 1)
            heights.insert(row)
            plain.insert(row, 100)
        elif plain:
            row = row % len(plain)
            if what == "set":
                assert heights.set(row, height) == height - plain[row]
                plain[row] = height
                assert heights.is_known(row)
            elif what == "remove":
                heights.remove(row)
                del plain[row]
        assert heights.total() == sum(plain)
        for number in range(len(plain)):
            top = sum(plain[:number])
            assert heights.top(number) == top
            assert heights.row_at(top) == number
            assert heights.row_at(top + plain[number] - 1) == number


def test_a_forgotten_row_keeps_its_height_as_the_estimate() -> None:
    heights = Heights(3, 100)
    heights.set(1, 250)
    heights.forget(1)
    assert not heights.is_known(1)
    assert heights.top(2) == 350


def test_positions_outside_fall_on_the_first_and_the_last_row() -> None:
    heights = Heights(3, 100)
    assert heights.row_at(-50) == 0
    assert heights.row_at(9999) == 2
    assert Heights().row_at(10) == 0
