"""What is particular to each version of a claim."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from annotator.agreement.versions import Unlike, differing, unlike
from annotator.records import ClaimSpeaker, ClaimTopic
from tests.agreement.invented_marks import Span, claim, parts, spans


def test_words_that_not_all_versions_cover() -> None:
    assert differing([parts([(0, 9), (20, 30)]), parts([(0, 12)])]) == ((9, 12), (20, 30))
    assert differing([parts([(0, 9)]), parts([(0, 5)]), parts([(3, 9)])]) == ((0, 3), (5, 9))
    assert differing([parts([(0, 4), (4, 9)]), parts([(0, 9)])]) == ()
    assert differing([parts([(0, 9)])]) == ()
    assert differing([parts([(2, 4)]), ()]) == ((2, 4),)


@given(st.lists(spans(), min_size=1, max_size=4))
def test_a_character_differs_where_some_cover_it_and_some_do_not(versions: list[list[Span]]) -> None:
    covered = [{at for start, end in version for at in range(start, end)} for version in versions]
    expected = set.union(*covered) - set.intersection(*covered)
    found = differing(parts(version) for version in versions)
    assert {at for start, end in found for at in range(start, end)} == expected
    assert all(before[1] < after[0] for before, after in pairwise(found))


def test_what_one_version_says_and_not_all() -> None:
    ana = structs.replace(
        claim("a", "Ana", (0, 9), cue=[(30, 34)], quotation="direct"),
        speakers=(ClaimSpeaker("mira"), ClaimSpeaker("jonas", "reported_by")),
        topics=(ClaimTopic("fees", "supports"), ClaimTopic("silt")),
        fields={"check": "yes", "same": 1},
    )
    ben = structs.replace(
        ana,
        parts=parts([(0, 12)]),
        cue=(),
        quotation="mixed",
        speakers=(ClaimSpeaker("mira"), ClaimSpeaker("jonas")),
        topics=(ClaimTopic("silt"), ClaimTopic("fees", "opposes")),
        fields={"check": "no", "same": 1},
    )
    assert unlike(ana, [ana, ben]) == Unlike(
        speakers=frozenset([1]),
        topics=frozenset([0]),
        cue=((30, 34),),
        quotation=True,
        fields=frozenset(["check"]),
    )
    assert unlike(ben, [ana, ben]).words == ((9, 12),)
    assert unlike(ana, [ana, ana]) == unlike(ana, [ana]) == Unlike()
