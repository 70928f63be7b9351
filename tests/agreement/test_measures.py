"""The measures against published worked examples and against other programs' figures."""

from __future__ import annotations

import warnings
from itertools import pairwise

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import jaccard_distance, masi_distance
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

from annotator.agreement.alpha import alpha, alpha_interval, alphas, tally
from annotator.agreement.kappa import cohen, fleiss, percent
from annotator.agreement.likeness import jaccard, masi, nominal, ordinal
from annotator.agreement.unitizing import Span, lengths, merged, unitizing_alpha, unitizing_alpha_1995
from tests import independent

# Krippendorff 2011, section C: four observers, twelve units, values missing.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# Fleiss 1971, table 1: thirty patients, six psychiatrists, five diagnoses (how many chose each).
DIAGNOSES = (
    "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 "
    "00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"
)


def coded(rows: tuple[str, ...]) -> np.ndarray:
    """Units by observers from observers' lines; a point is a missing value."""
    values = [[-1 if value == "." else int(value) - 1 for value in row.split()] for row in rows]
    return np.array(values, np.int64).T


def ordinally(codes: np.ndarray, size: int) -> object:
    used = tally(codes, nominal(size))
    return ordinal(np.bincount(used.code, used.count, size))


def test_alpha_of_the_published_example() -> None:
    codes = coded(OBSERVERS)
    assert alpha(tally(codes, nominal(5))).value == pytest.approx(0.743421, abs=0.0000005)
    assert alpha(tally(codes, ordinally(codes, 5))).value == pytest.approx(0.815, abs=0.0005)
    assert alpha(tally(codes, nominal(5))).units == 11


def test_alpha_of_two_observers_in_the_published_example() -> None:
    """Krippendorff 2011, section A: ten binary units; section B: five categories."""
    binary = coded(("1 2 1 1 1 1 1 1 1 1", "2 2 2 1 1 2 1 2 1 1"))
    assert alpha(tally(binary, nominal(2))).value == pytest.approx(0.095, abs=0.0005)
    five = coded(("1 1 2 2 4 3 3 3 5 4 4 1", "2 1 2 2 2 3 3 3 5 4 4 4"))
    assert alpha(tally(five, nominal(5))).value == pytest.approx(0.692, abs=0.0006)


def test_alpha_of_three_observers_who_saw_different_units() -> None:
    """The example that the package `krippendorff` and the encyclopaedias print: 15 units, values missing."""
    codes = coded((". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"))
    assert alpha(tally(codes, nominal(4))).value == pytest.approx(0.691358, abs=0.0000005)
    assert alpha(tally(codes, ordinally(codes, 4))).value == pytest.approx(0.807, abs=0.0005)


def test_cohens_kappa_of_the_published_example() -> None:
    """Cohen 1960, table 1: two judges, 200 cases, three categories."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    codes = [(one, other) for one in range(3) for other in range(3) for _ in range(table[one][other])]
    assert cohen(np.array(codes)).value == pytest.approx(0.492, abs=0.0005)
    assert percent(np.array(codes)).value == pytest.approx(0.70)


def test_fleiss_kappa_of_the_published_example() -> None:
    codes = [[code for code, count in enumerate(row) for _ in range(int(count))] for row in DIAGNOSES.split()]
    assert fleiss(np.array(codes)).value == pytest.approx(0.430, abs=0.0005)
    assert fleiss(np.array(codes)).units == 30


def test_unitizing_alpha_of_the_published_example() -> None:
    """Krippendorff 2004, "Measuring the reliability of qualitative text analysis data": categories c and k."""
    c = lengths(300, [[(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]])
    k = lengths(300, [[(30, 90), (150, 200)], [(30, 90), (150, 200)]])
    assert c.observed / 300 == pytest.approx(0.0144, abs=0.00005)
    assert c.expected / 300 == pytest.approx(0.0532, abs=0.00005)
    assert k.expected / 300 == pytest.approx(0.0490, abs=0.00005)
    assert unitizing_alpha_1995([c]).value == pytest.approx(0.7286, abs=0.0001)
    assert unitizing_alpha_1995([k]).value == 1
    assert unitizing_alpha_1995([c, k]).value == pytest.approx(0.8587, abs=0.0001)


def test_unitizing_alphas_of_three_observers_of_the_published_example() -> None:
    """Krippendorff 2019, Content Analysis, 4th edition, figure 12.11: 60 places, units of the values 1 to 7.

    The book prints u-alpha .510, |u-alpha .413 and cu-alpha .724; of those only |u-alpha is the program's, the
    others show that the way by which it is checked below is the paper's.
    """
    alex = [(0, 7, 1), (7, 13, 2), (30, 32, 5), (32, 37, 6), (37, 44, 6), (44, 60, 7)]
    paul = [(0, 7, 1), (7, 13, 3), (13, 21, 5), (32, 44, 6)]
    suzan = [(0, 7, 1), (7, 13, 4), (13, 21, 5), (32, 37, 6), (37, 41, 6), (41, 44, 6)]
    units = [[(start, end) for start, end, _ in one] for one in (alex, paul, suzan)]
    values = [[value for *_, value in one] for one in (alex, paul, suzan)]
    found = unitizing_alpha([lengths(60, units)])
    assert found.value == pytest.approx(0.413, abs=0.001)
    assert found.units == 16
    assert independent.unitizing([(60, units)]) == pytest.approx(found.value)
    lines = [independent.segments(60, one, some) for one, some in zip(units, values, strict=True)]
    assert independent.valued_units([lines]) == pytest.approx(0.510, abs=0.0005)
    assert independent.coding_of_units(lines) == pytest.approx(0.724, abs=0.0005)


def test_digitised_units_of_the_published_example() -> None:
    """Krippendorff 1995: Bertha and Bill, two categories on 24 places."""
    codes = coded(
        (
            "1 1 2 2 2 2 2 2 2 2 1 1 1 1 2 2 2 2 2 2 1 1 1 1",
            "1 1 1 1 2 2 2 2 1 1 1 1 1 1 1 2 2 1 1 1 1 1 1 1",
        )
    )
    assert alpha(tally(codes, nominal(2))).value == pytest.approx(0.329, abs=0.0005)
    assert cohen(codes).value == pytest.approx(0.385, abs=0.0005)


@st.composite
def ratings(draw: st.DrawFn) -> np.ndarray:
    """Units by two to five annotators, up to five categories, some missing."""
    annotators = draw(st.integers(2, 5))
    row = st.lists(st.integers(-1, 4), min_size=annotators, max_size=annotators)
    return np.array(draw(st.lists(row, min_size=1, max_size=12)), np.int64)


@given(ratings())
def test_alpha_is_that_of_krippendorff(codes: np.ndarray) -> None:
    mine = alpha(tally(codes, nominal(5)))
    assume(mine.value is not None)
    matrix = np.where(codes < 0, np.nan, codes).T
    assert mine.value == pytest.approx(krippendorff.alpha(matrix, level_of_measurement="nominal"))
    on_a_line = alpha(tally(codes, ordinally(codes, 5)))
    assert on_a_line.value == pytest.approx(krippendorff.alpha(matrix, level_of_measurement="ordinal"))


@given(ratings())
def test_kappas_are_those_of_scikit_learn_and_statsmodels(codes: np.ndarray) -> None:
    two = cohen(codes[:, :2])
    if two.value is not None:
        both = codes[(codes[:, :2] >= 0).all(axis=1)]
        assert two.value == pytest.approx(cohen_kappa_score(both[:, 0], both[:, 1]))
    full = codes[(codes >= 0).all(axis=1)]
    if len(full) and fleiss(full).value is not None:
        assert fleiss(full).value == pytest.approx(fleiss_kappa(aggregate_raters(full)[0]))


@given(st.lists(st.tuples(*[st.frozensets(st.sampled_from("abcd"), max_size=3)] * 3), min_size=1, max_size=8))
def test_alpha_of_sets_is_that_of_nltk(rows: list[tuple[frozenset[str], ...]]) -> None:
    sets = sorted({each for row in rows for each in row}, key=sorted)
    codes = np.array([[sets.index(each) for each in row] for row in rows])
    # Two empty sets are the same; nltk would divide by 0.
    task = [
        (str(who), str(unit), each or frozenset("-")) for unit, row in enumerate(rows) for who, each in enumerate(row)
    ]
    for likeness, distance in ((jaccard(sets), jaccard_distance), (masi(sets), masi_distance)):
        mine = alpha(tally(codes, likeness))
        if mine.value is not None:
            assert mine.value == pytest.approx(AnnotationTask(task, distance=distance).alpha())


@given(ratings(), st.randoms())
def test_order_never_matters(codes: np.ndarray, random: object) -> None:
    units, annotators = list(range(len(codes))), list(range(codes.shape[1]))
    random.shuffle(units)  # type: ignore[attr-defined]  # a Random
    random.shuffle(annotators)  # type: ignore[attr-defined]
    shuffled = codes[units][:, annotators]
    for measure in (lambda some: alpha(tally(some, nominal(5))), percent, fleiss):
        one, other = measure(codes), measure(shuffled)
        assert one.units == other.units
        assert one.undefined == other.undefined
        assert one.value == (None if other.value is None else pytest.approx(other.value))


@given(ratings())
def test_clusters_add_up(codes: np.ndarray) -> None:
    clusters = np.arange(len(codes)) % 3
    counted = tally(codes, nominal(5), clusters, 3)
    together, whole = alpha(counted), alpha(tally(codes, nominal(5)))
    assert together.units == whole.units
    assert together.value == (None if whole.value is None else pytest.approx(whole.value))
    for number, one in enumerate(alphas(counted)):
        whole = alpha(tally(codes[clusters == number], nominal(5)))
        assert one.units == whole.units
        assert one.value == (None if whole.value is None else pytest.approx(whole.value))


def spans(length: int) -> st.SearchStrategy[list[Span]]:
    """Units of a continuum, in order and apart."""
    ends = st.sets(st.integers(0, length), max_size=8).map(sorted)
    return ends.map(lambda some: list(zip(some[::2], some[1::2], strict=False)))


@given(st.lists(spans(30), min_size=2, max_size=4))
def test_unitizing_alphas_from_the_papers_formulas(by_annotator: list[list[Span]]) -> None:
    """Segment by segment and pair by pair, as the papers of 2016 and 1995 write them."""
    inside = sum(end - start for units in by_annotator for start, end in units)
    assume(0 < inside < 30 * len(by_annotator))
    counted = [lengths(30, by_annotator), lengths(20, [[(0, 4)], *([(2, 9)] for _ in by_annotator[1:])])]
    continua = [(30, by_annotator), (20, [[(0, 4)], *([(2, 9)] for _ in by_annotator[1:])])]
    assert unitizing_alpha(counted).value == pytest.approx(independent.unitizing(continua))
    assert unitizing_alpha_1995(counted).value == pytest.approx(independent.unitizing_1995(continua))


@given(st.lists(spans(30), min_size=2, max_size=4))
def test_unitizing_alpha_by_another_way(by_annotator: list[list[Span]]) -> None:
    """The binary coefficient from masks: every segment against every other, but for units with themselves."""
    mine = unitizing_alpha([lengths(30, by_annotator)]).value
    masks = np.zeros((len(by_annotator), 30))
    for row, some in zip(masks, by_annotator, strict=True):
        for start, end in some:
            row[start:end] = 1
    inside, total = masks.sum(), masks.size
    mixed = sum(abs(one - other).sum() for i, one in enumerate(masks) for other in masks[:i]) / (len(masks) - 1)
    own = sum((end - start) ** 2 for some in by_annotator for start, end in some) + total - inside
    expected = total * inside * (total - inside) / (total**2 - own) if total**2 != own else 0
    assert mine == (pytest.approx(1 - mixed / expected) if expected else None)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=8))
def test_merged_units_are_apart_and_cover_the_same(some: list[Span]) -> None:
    units = merged(some)
    assert all(one[1] <= other[0] for one, other in pairwise(units))
    assert {at for start, end in units for at in range(start, end)} == {
        at for start, end in some for at in range(start, end)
    }


def test_what_is_not_defined_has_a_sentence_and_no_value() -> None:
    same = np.zeros((4, 2), np.int64)
    apart = np.array([[0, -1], [-1, 1]])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for figure in (
            alpha(tally(same, nominal(1))),
            alpha(tally(apart, nominal(2))),
            cohen(same),
            cohen(apart),
            fleiss(same),
            fleiss(apart),
            percent(apart),
            unitizing_alpha([]),
            unitizing_alpha([lengths(10, [[], []])]),
            unitizing_alpha([lengths(10, [[(0, 10)], [(0, 10)]])]),
            unitizing_alpha([lengths(0, [[], []])]),
            unitizing_alpha_1995([lengths(10, [[], []])]),
        ):
            assert figure.value is None
            assert figure.undefined
            assert figure.undefined.startswith("It cannot be computed, because ")
            assert figure.undefined.endswith(".")


def test_an_interval_holds_the_value_and_is_the_same_every_time() -> None:
    random = np.random.default_rng(3)
    truth = random.integers(0, 3, 400)
    codes = np.stack([np.where(random.random(400) < 0.8, truth, random.integers(0, 3, 400)) for _ in range(3)], axis=1)
    counted = tally(codes, nominal(3), np.arange(400) // 10, 40)
    low, high = alpha_interval(counted) or (0, 0)
    assert low < (alpha(counted).value or 0) < high
    assert high - low < 0.2
    assert alpha_interval(counted) == (low, high)
    assert alpha_interval(tally(codes, nominal(3))) is None
