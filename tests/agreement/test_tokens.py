"""Tokens are what the contract says they are, and their labels go by their first character."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from annotator.agreement.tokens import CONTENT, CUE, NOTHING, SOURCE, labelled, token_starts


@given(st.text(max_size=60))
@example("«Ja», sagte sie – 3,5 %.\n\tΑθήνα a\u0301 👩‍👩‍👧 _x_ ٣٤")
@example("")
def test_a_token_is_a_run_of_word_characters_or_one_other_that_is_no_white_space(text: str) -> None:
    assert token_starts(text).tolist() == [match.start() for match in re.finditer(r"\w+|[^\w\s]", text)]


def test_cue_goes_before_source_before_content_before_nothing() -> None:
    text = "Mira said: ships sank."
    starts = token_starts(text)
    labels = labelled(len(text), starts, content=[(0, 22)], source=[(0, 9)], cue=[(5, 10)])
    assert labels.tolist() == [SOURCE, CUE, CUE, CONTENT, CONTENT, CONTENT]
    none = labelled(len(text), starts, content=[], source=[], cue=[])
    assert set(none.tolist()) == {NOTHING}


def test_a_token_is_labelled_by_its_first_character() -> None:
    text = "harbour fees"
    labels = labelled(len(text), token_starts(text), content=[(3, 12)], source=[], cue=[])
    assert labels.tolist() == [NOTHING, CONTENT]
