"""Near copies of a text: cut, edited, in any order; and never two texts that only have a subject in common."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.likeness import near_copies, sample

WORDS = [f"{first}{second}" for first in ("har", "pil", "tor", "men", "sal", "gru") for second in ("bo", "ta", "ne")]
CHINESE = "港口委员会星期一说新的码头将在明年春天开放渔民们不相信这些数字他们要求重新计算所有船只并且公布全部文件"


def _text(seed: int, sentences: int) -> list[str]:
    words = random.Random(seed)
    return [" ".join(words.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences)]


def test_a_cut_and_edited_copy_is_found_and_another_text_is_not() -> None:
    report = _text(1, 30)
    cut = " ".join(report[:15])
    edited = " ".join([report[0], "Our own correspondent adds this sentence to the report of the agency.", *report[2:]])
    texts = [("a", " ".join(report)), ("b", " ".join(_text(2, 30))), ("c", cut), ("d", edited)]
    assert near_copies(texts) == [["a", "c", "d"]]


def test_case_and_punctuation_do_not_part_copies() -> None:
    report = " ".join(_text(3, 20))
    assert near_copies([("a", report), ("b", report.upper().replace(".", " –"))]) == [["a", "b"]]


def test_a_script_without_spaces_is_compared_too() -> None:
    one, other = ("".join(random.Random(seed).choices(CHINESE, k=200)) for seed in (5, 6))
    assert near_copies([("a", one), ("b", one[:150] + "完"), ("c", other)]) == [["a", "b"]]


@pytest.mark.parametrize("text", ["", "Short.", "The pier is closed.\n" * 1])
def test_a_text_of_a_line_is_compared_with_none(text: str) -> None:
    assert sample(text) == frozenset()
    assert near_copies([("a", text), ("b", text)]) == []


@given(st.permutations([*range(6)]))
def test_the_groups_do_not_hang_on_the_order(order: list[int]) -> None:
    texts = [" ".join(_text(number // 2, 20 - number % 2)) for number in range(6)]
    found = near_copies([(str(number), texts[number]) for number in order])
    assert {frozenset(group) for group in found} == {frozenset(pair) for pair in ("01", "23", "45")}
