"""Each way in which two versions of a claim can differ has its name and a severity."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from annotator.agreement.differences import WEIGHTS, differences
from annotator.records import ClaimRecord, ClaimSpeaker, ClaimTopic
from tests.agreement.invented_marks import claim, mention, parts


def version(annotator: str, **values: Any) -> ClaimRecord:
    """A claim that says something of everything, but for what is given."""
    whole = structs.replace(
        claim(f"{annotator}-1", annotator, (0, 19)),
        cue=parts([(34, 38)]),
        speakers=(ClaimSpeaker("mira"),),
        topics=(ClaimTopic("fees", "supports"), ClaimTopic("silt", "neutral")),
        quotation="direct",
        fields={"check_worthy": "yes"},
    )
    return structs.replace(whole, **values)


ANA = version("Ana")


@pytest.mark.parametrize(
    ("kind", "distance", "values"),
    [
        ("boundary", 10 / 19, {"parts": parts([(0, 9)])}),
        ("boundary", 0.01, {"parts": parts([(0, 9), (9, 19)])}),
        ("speaker", 1.0, {"speakers": (ClaimSpeaker("jonas"),)}),
        ("speaker", 0.5, {"speakers": (ClaimSpeaker("mira"), ClaimSpeaker("jonas"))}),
        ("speaker", 1.0, {"speakers": ()}),
        ("role", 1.0, {"speakers": (ClaimSpeaker("mira", "reported_by"),)}),
        ("cue", 1.0, {"cue": ()}),
        ("topic", 0.5, {"topics": (ClaimTopic("fees", "supports"),)}),
        ("stance", 0.5, {"topics": (ClaimTopic("fees", "opposes"), ClaimTopic("silt", "neutral"))}),
        ("stance", 0.25, {"topics": (ClaimTopic("fees", "unclear"), ClaimTopic("silt", "neutral"))}),
        ("quotation", 1.0, {"quotation": None}),
        ("field", 1.0, {"fields": {"check_worthy": "no"}}),
        ("field", 1.0, {"fields": {}}),
    ],
)
def test_one_difference_is_named_and_weighed(kind: Any, distance: float, values: dict[str, Any]) -> None:
    found = differences([ANA, version("Ben", **values)], 2, {})
    assert found == {kind: pytest.approx(distance * WEIGHTS[kind], abs=0.0006)}


@pytest.mark.parametrize(
    "values",
    [
        {"note": "A remark"},
        {"certainty": "low"},
        {"fields": {"check_worthy": "yes", "unasked": "", "none": None}},
        {"topics": ANA.topics[::-1]},
        {"origins": ("x",)},
    ],
)
def test_what_is_no_difference(values: dict[str, Any]) -> None:
    assert differences([ANA, version("Ben", **values)], 2, {}) == {}


def test_a_claim_that_some_have_not_is_missing_to_them() -> None:
    assert differences([ANA], 2, {}) == {"missing": 1.0}
    assert differences([ANA, version("Ben")], 3, {}) == {"missing": pytest.approx(2 / 3, abs=0.0006)}
    both = differences([ANA, version("Ben", quotation="mixed")], 3, {})
    assert both == {"missing": pytest.approx(2 / 3, abs=0.0006), "quotation": 0.4}


def test_two_of_three_that_agree_make_a_difference_smaller() -> None:
    found = differences([ANA, version("Ben"), version("Cleo", quotation="mixed")], 3, {})
    assert found == {"quotation": pytest.approx(0.4 * 2 / 3, abs=0.0006)}


def test_a_speaker_whom_only_words_name_is_known_by_them() -> None:
    mentions = {
        "m1": mention("m1", "Ana", (0, 3)),
        "m2": mention("m2", "Ben", (0, 3)),
        "m3": mention("m3", "Ben", (4, 9)),
        "m4": mention("m4", "Ben", (4, 9), speaker="mira"),
    }
    ana = version("Ana", speakers=(ClaimSpeaker(None, "says", "m1"),))
    assert differences([ana, version("Ben", speakers=(ClaimSpeaker(None, "says", "m2"),))], 2, mentions) == {}
    assert differences([ana, version("Ben", speakers=(ClaimSpeaker(None, "says", "m3"),))], 2, mentions)
    assert differences([ANA, version("Ben", speakers=(ClaimSpeaker(None, "says", "m4"),))], 2, mentions) == {}


@given(st.lists(st.sampled_from(["Ana", "Ben", "Cleo"]), min_size=1, max_size=4), st.data())
def test_severities_lie_above_0_and_at_most_1_whatever_the_order(names: list[str], data: st.DataObject) -> None:
    values = st.fixed_dictionaries(
        {},
        optional={
            "parts": st.sampled_from([parts([(0, 9)]), parts([(5, 30)])]),
            "speakers": st.lists(st.builds(ClaimSpeaker, st.sampled_from(["mira", "jonas"])), max_size=2).map(tuple),
            "topics": st.lists(
                st.builds(ClaimTopic, st.sampled_from(["fees", "silt"]), st.sampled_from([None, "opposes"])), max_size=2
            ).map(tuple),
            "cue": st.sampled_from([(), parts([(31, 38)])]),
        },
    )
    claims = [version(name, **data.draw(values)) for name in names]
    found = differences(claims, 3, {})
    assert all(0 < severity <= 1 for severity in found.values())
    assert differences(data.draw(st.permutations(claims)), 3, {}) == found
