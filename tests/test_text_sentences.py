"""Sentences: the gold list, and what holds for every text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text import sentences

GOLD_FILE = Path(__file__).parent / "data" / "sentences_gold.jsonl"
GOLD: list[dict[str, Any]] = [json.loads(line) for line in GOLD_FILE.read_text("utf-8").splitlines()]

ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from(" .!?…\n“”\"')(。」؟।;αΑaA1😀\u0e01\u00a0")), max_size=120
)


def found_in(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def share_found(entries: list[dict[str, Any]]) -> float:
    found = sum(sum(one in found_in(e["text"]) for one in e["sentences"]) for e in entries)
    return found / sum(len(e["sentences"]) for e in entries)


def test_the_gold_list_is_whole() -> None:
    assert sum(len(entry["sentences"]) for entry in GOLD) >= 200
    for entry in GOLD:
        squeezed = "".join(entry["text"].split())
        assert squeezed == "".join("".join(entry["sentences"]).split())


def test_at_least_98_per_cent_of_the_gold_list_are_found() -> None:
    assert share_found(GOLD) >= 0.98


def test_the_part_of_the_gold_list_that_no_rule_was_made_for_is_found_as_well() -> None:
    held_out = [entry for entry in GOLD if entry["held_out"]]
    assert sum(len(entry["sentences"]) for entry in held_out) >= 60
    assert share_found(held_out) >= 0.97


@pytest.mark.parametrize(
    "parts",
    [
        ["He sat down.", "Maria left."],
        ["The polls close at 9 p.m.", "He stays."],
        ["The polls close at 9 p.m. E.T. on Friday."],
        ["FAIRVIEW, W.Va. - The coal was piled high."],
        ["They wanted a photo op.", "They got one."],
        ["Uh, no.", "I would not ask anyone."],
        ["Then-Sen. Pat Rowe of Colo. Springs agreed with Sens. Moss and Dunn."],
        ["“Too big to regulate?” Vetter demanded."],
        ["“Too big?”", "The senator said nothing."],
        ["It was a gem.", "The judges agreed."],
        ["The wall is 5 m. high.", "It is 3.5 m.", "The other is lower."],
        ["Am 1. Mai ruht die Arbeit.", "Am 2. Mai nicht."],
        ["First.", "Second."],
    ],
)
def test_one_space_parts_these(parts: list[str]) -> None:
    assert found_in(" ".join(parts)) == parts


@given(ANY_TEXT)
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert not "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip()


@given(ANY_TEXT)
def test_sentences_are_trimmed_not_empty_and_inside_one_line(text: str) -> None:
    for start, end in sentences(text):
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]


@given(ANY_TEXT, ANY_TEXT)
def test_a_paragraph_by_itself_has_the_sentences_it_has_in_the_text(before: str, line: str) -> None:
    text = f"{before}\n{line}"
    start = len(before) + 1
    assert sentences(text, start) == [(a + start, b + start) for a, b in sentences(line)]
    assert sentences(text) == sentences(text, 0, start) + sentences(text, start)
