"""Sentences that quote a text which has quotation marks of its own, and those that show one to the letter."""

from __future__ import annotations

import pytest

from annotator.sentences import Sentence, in_quotes, nested, worded


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Port fees", "Port fees"),
        ("“The sea does not send invoices”", "‘The sea does not send invoices’"),
        ("“No”, says the guild", "‘No’, says the guild"),
        ("The guild says “no”", "The guild says ‘no’"),
        ("„Nein“, sagt die Gilde", "‚Nein‘, sagt die Gilde"),
        ("«Non», dit la guilde", "‹Non›, dit la guilde"),
        ('"Two ships"', "'Two ships'"),
        ('A pipe of 5"', 'A pipe of 5"'),
        ('"', '"'),
        ("", ""),
        ("the minister’s", "the minister’s"),
    ],
)
def test_a_quoted_text_has_single_marks_inside(text: str, shown: str) -> None:
    assert nested(text) == shown
    assert in_quotes(text) == f"“{shown}”"
    assert worded("There is “{title}” already.", title=text) == f"There is “{shown}” already."


def test_only_what_a_template_quotes_is_changed_and_the_value_is_kept() -> None:
    said = worded("“{title}”: {title}, {title!r}", title="“No”")
    assert said == "“‘No’”: “No”, '“No”'"
    assert said.values == {"title": "“No”"}


def test_what_is_shown_to_the_letter_keeps_its_marks() -> None:
    assert worded("it is “{found!s}”", found="“No”") == "it is ““No””"


def test_a_label_that_is_a_sentence_is_nested_too() -> None:
    label = worded("“{loser}” merged into “{winner}”", loser="Fees", winner="Port fees")
    said = worded("Undo “{label}”?", label=label)
    assert said == "Undo “‘Fees’ merged into ‘Port fees’”?"
    assert isinstance(said.values["label"], Sentence)
