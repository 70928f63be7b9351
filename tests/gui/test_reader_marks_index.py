"""The index finds what a walk over all marks would find, before and after changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.gui.reader.lanes import MOST_LANES, pack_lanes, segments, sweep_lanes
from annotator.gui.reader.long_lanes import LongLanes
from annotator.gui.reader.marks_index import MarksIndex, Span, place_of, spans_of
from annotator.records import MarkRecord
from tests.gui.reader_samples import claim, mention, passage

TEXT = "x" * 5000
stretches = st.tuples(st.integers(0, 4999), st.integers(1, 900)).map(lambda pair: (pair[0], min(sum(pair), 5000)))


def _mark(number: int, kind: str, stretch: tuple[int, int], cue: tuple[int, int] | None) -> MarkRecord:
    if kind == "claim":
        return claim(f"m{number}", TEXT, stretch, cue=cue)
    return mention(f"m{number}", TEXT, *stretch) if kind == "mention" else passage(f"m{number}", TEXT, *stretch)


marks_lists = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(["claim", "mention", "passage"]), stretches, st.none() | stretches),
    max_size=40,
).map(lambda rows: [_mark(*row) for row in rows])


@given(marks_lists, marks_lists, st.lists(st.integers(0, 30)), stretches)
def test_a_stretch_has_the_spans_that_a_walk_finds(
    first: list[MarkRecord], changed: list[MarkRecord], removed: list[int], stretch: tuple[int, int]
) -> None:
    index = MarksIndex(first)
    expected = {mark.id: mark for mark in first}
    for mark in changed:
        index.put(mark)
        expected[mark.id] = mark
    for number in removed:
        index.drop(f"m{number}")
        expected.pop(f"m{number}", None)
    start, end = stretch
    found = [span for mark in expected.values() for span in spans_of(mark) if span.start < end and start < span.end]
    assert index.overlapping(start, end) == sorted(found)
    assert len(index) == len(expected)


@given(marks_lists, marks_lists)
def test_stepping_visits_every_mark_in_text_order_and_back(first: list[MarkRecord], changed: list[MarkRecord]) -> None:
    index = MarksIndex(first)
    if first:
        # The order is made by the first question and then kept while marks change.
        index.after(place_of(first[0]))
    for mark in changed:
        index.put(mark)
    forward, place = [], index.after(place_of(claim("", TEXT, (0, 1)))._replace(end=0))
    while place is not None:
        forward.append(place)
        place = index.after(place)
    assert forward == sorted(place_of(mark) for mark in index.records())
    backward = [forward[-1]] if forward else []
    while backward and (place := index.before(backward[-1])) is not None:
        backward.append(place)
    assert backward == forward[::-1]


def test_marks_at_a_character_come_smallest_first() -> None:
    index = MarksIndex(
        [claim("big", TEXT, (0, 500)), mention("small", TEXT, 100, 110), passage("middle", TEXT, 50, 200)]
    )
    assert index.at(105) == ["small", "middle", "big"]
    assert index.at(110) == ["middle", "big"]
    assert index.at(500) == []


def test_size_counts_all_parts() -> None:
    index = MarksIndex([claim("two parts", TEXT, (0, 40), (60, 100)), claim("one part", TEXT, (0, 70))])
    assert index.at(0) == ["one part", "two parts"]


def test_pieces_of_a_claim_include_cue_and_mention_of_its_speaker_and_those_of_a_mention_its_claims() -> None:
    alone = mention("alone", TEXT, 80, 90)
    index = MarksIndex(
        [mention("she", TEXT, 5, 8), alone, claim("c", TEXT, (20, 40), (60, 70), cue=(10, 14), mention="she")]
    )
    assert [(p.start, p.role) for p in index.pieces("c")] == [
        (5, "mention"), (10, "cue"), (20, "claim"), (60, "claim"),
    ]  # fmt: skip
    assert index.pieces("she") == index.pieces("c")
    assert [p.start for p in index.pieces("alone")] == [80]
    assert index.pieces("unknown") == []


def test_the_claims_of_a_mention_are_known_after_changes_too() -> None:
    index = MarksIndex([mention("she", TEXT, 5, 8), mention("he", TEXT, 12, 14)])
    assert [p.mark for p in index.pieces("she")] == ["she"]
    index.put(claim("c", TEXT, (20, 40), mention="she"))
    index.put(claim("d", TEXT, (50, 60), mention="she"))
    assert [p.mark for p in index.pieces("she")] == ["she", "c", "d"]
    index.put(claim("c", TEXT, (20, 40), mention="he"))
    index.drop("d")
    assert [p.mark for p in index.pieces("she")] == ["she"]
    assert [p.mark for p in index.pieces("he")] == ["he", "c"]


def test_putting_and_dropping_name_what_is_touched() -> None:
    index = MarksIndex([mention("m", TEXT, 5, 8)])
    assert {span.start for span in index.put(mention("m", TEXT, 50, 58))} == {5, 50}
    assert [span.start for span in index.drop("m")] == [50]
    assert index.drop("m") == []


@given(st.lists(stretches, max_size=30))
def test_no_two_stretches_share_a_lane_where_they_overlap(found: list[tuple[int, int]]) -> None:
    for lanes, limit in ((pack_lanes(found), MOST_LANES - 1), (sweep_lanes(found), len(found))):
        for i, (start, end) in enumerate(found):
            for j, (other_start, other_end) in enumerate(found[:i]):
                if start < other_end and other_start < end and lanes[i] < limit:
                    assert lanes[i] != lanes[j]


def test_the_shortest_is_underlined_next_to_the_letters() -> None:
    assert pack_lanes([(0, 100), (10, 20), (5, 50)]) == [2, 0, 1]


def test_the_first_stripe_stands_next_to_the_text() -> None:
    assert sweep_lanes([(0, 5), (3, 8), (5, 9)]) == [0, 1, 0]


@given(st.lists(stretches, max_size=12))
def test_segments_name_exactly_the_marks_over_each_character(found: list[tuple[int, int]]) -> None:
    spans = [Span(start, end, f"m{number}", "claim") for number, (start, end) in enumerate(found)]
    pieces = segments(spans)
    for start, end, names in pieces:
        for offset in (start, end - 1):
            assert set(names) == {span.mark for span in spans if span.start <= offset < span.end}
    assert sum(end - start for start, end, _ in pieces) == len({o for s, e in found for o in range(s, e)})


def test_a_long_passage_keeps_its_lane_while_others_come_and_go() -> None:
    text = "\n".join("x" * 99 for _ in range(20))
    lanes = LongLanes([passage("a", text, 0, 300), passage("b", text, 50, 400), passage("c", text, 0, 90)])
    assert (lanes.lane("a", "fees"), lanes.lane("b", "fees"), lanes.lane("c", "fees")) == (0, 1, None)
    lanes.put(passage("d", text, 250, 500))
    assert lanes.lane("d", "fees") == 2
    lanes.drop("a")
    lanes.put(passage("e", text, 20, 260))
    assert (lanes.lane("b", "fees"), lanes.lane("e", "fees")) == (1, 0)


def test_a_long_claim_on_two_topics_has_a_lane_for_each() -> None:
    text = "\n".join("x" * 99 for _ in range(20))
    lanes = LongLanes([claim("c", text, (0, 300), topics=("fees", "strike"))])
    assert {lanes.lane("c", "fees"), lanes.lane("c", "strike")} == {0, 1}
