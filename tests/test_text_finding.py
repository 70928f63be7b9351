"""Finding: what is found, in which spelling, and that no expression runs on for ever."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.finding import MOST_HITS, Found, Wanted, find_all, refusal_of

TEXT = "The “port’s” fees rose. Port fees, PORT fees – and the  port\u00a0fees of Zoë and Zoe\u0308, the ﬁsh."


def words(text: str, found: Found) -> list[str]:
    return [text[start:end] for start, end in found.spans]


def test_words_are_found_in_any_capitals_and_typography() -> None:
    assert words(TEXT, find_all(TEXT, Wanted("port fees"))) == ["Port fees", "PORT fees", "port\u00a0fees"]
    assert words(TEXT, find_all(TEXT, Wanted("port's"))) == ["port’s"]
    assert words(TEXT, find_all(TEXT, Wanted("zoe"))) == ["Zoë", "Zoe\u0308"]
    assert words(TEXT, find_all(TEXT, Wanted("fish"))) == ["ﬁsh"]
    assert words(TEXT, find_all(TEXT, Wanted('"port'))) == ["“port"]


def test_the_options_narrow() -> None:
    assert words(TEXT, find_all(TEXT, Wanted("Port", case=True))) == ["Port"]
    assert len(find_all("important port", Wanted("port")).spans) == 2
    assert find_all("important port", Wanted("port", whole_words=True)).spans == ((10, 14),)
    assert words(TEXT, find_all(TEXT, Wanted("f(ee|oo)s", expression=True)))[0] == "fees"
    assert find_all("a.b axb", Wanted("a.b")).spans == ((0, 3),)
    assert find_all("a.b axb", Wanted("a.b", expression=True)).spans == ((0, 3), (4, 7))


def test_nothing_is_found_for_nothing_and_for_matches_without_length() -> None:
    assert find_all(TEXT, Wanted("  ")) == Found()
    assert find_all(TEXT, Wanted("x*|$", expression=True)) == Found()


def test_a_ligature_is_found_once() -> None:
    assert find_all("ﬀ", Wanted("f")).spans == ((0, 1),)


@pytest.mark.parametrize("source", ["(", "[a", "*", "(?P<x>a)(?P<x", "a{3,1}", "(" * 501, "\\"])
def test_what_is_no_expression_is_refused_in_a_sentence(source: str) -> None:
    wanted = Wanted(source, expression=True)
    assert refusal_of(wanted).endswith(".")
    assert find_all(TEXT, wanted).trouble == refusal_of(wanted)
    assert refusal_of(Wanted(source[:500])) == ""


def test_an_expression_without_end_is_stopped_and_keeps_what_it_found() -> None:
    begun = time.monotonic()
    found = find_all("ab " + "a" * 60 + "!", Wanted("(a|aa)+b|(a|aa)+$", expression=True), seconds=0.2)
    assert found.spans == ((0, 2),)
    assert "too long" in found.trouble
    # Not a measure of speed: without the limit this would take longer than the universe is old.
    assert time.monotonic() - begun < 60


def test_more_hits_than_anybody_looks_at_are_counted_as_more() -> None:
    found = find_all("a" * (MOST_HITS + 1), Wanted("a"))
    assert (len(found.spans), found.more) == (MOST_HITS, True)
    assert not find_all("a" * MOST_HITS, Wanted("a")).more


@given(
    st.text(st.one_of(st.sampled_from("abc “”’éﬁe\u0301אב🐟👨\u200d👩 \n"), st.characters(codec="utf-8")), max_size=80),
    st.data(),
)
def test_every_stretch_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    found = find_all(text, Wanted(text[start:end], case=True), seconds=30)
    assert not found.trouble
    ends = [0, *(end for _, end in found.spans)]
    assert all(before <= begin < after for before, (begin, after) in zip(ends, found.spans, strict=False))
