"""The layers of agreement: from what was counted to the figures that are reported.

Called by the question about agreement. Each layer has one main figure and a few others for comparison with
papers that report those; `definitions.py` says in words what each is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from annotator.agreement.alpha import alpha, tally
from annotator.agreement.comparison import NONE, Comparison, PairCounts, Values
from annotator.agreement.figures import NO_SHARED_TOPIC, NOTHING_MARKED, NOTHING_MATCHED, Figure, Whole, ratio, summed
from annotator.agreement.kappa import cohen, fleiss, percent
from annotator.agreement.likeness import Likeness, jaccard, masi, nominal, ordinal
from annotator.agreement.measures import AlphaMeasure, Measure, RatioMeasure, UnitizingMeasure
from annotator.agreement.tokens import LABELS
from annotator.agreement.unitizing import unitizing_alpha_1995

V = TypeVar("V")
STANCES = ("opposes", "neutral", "supports", "unclear", NONE)
# Only these three lie on a line.
ORDERED = 3


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer. others: name -> figure, made when asked for. missing: values or claims that somebody lacks.

    each: in how far annotators agree on giving a certain topic at all, by its id.
    """

    measure: Measure
    others: dict[str, Callable[[], Figure]] = field(default_factory=dict)
    missing: int = 0
    each: Callable[[], dict[str, Figure]] = dict


def layers(compared: Comparison) -> dict[str, Layer]:
    """All layers, by the names that are printed."""
    labels, article = compared.labels()
    number = len(compared.articles)
    tokens = AlphaMeasure(
        "krippendorff_alpha_nominal", labels.rows, article, number, nominal(len(LABELS)), labels.times
    )
    return {
        "tokens": Layer(tokens, _nominal_others(labels.rows, labels.times)),
        "claims": Layer(_claims(compared, "f1", lambda pair: 2 * pair.matched), missing=compared.unmatched),
        "boundaries": _boundaries(compared),
        "speakers": _sets(compared, compared.speakers),
        "topics": _sets(compared, compared.topics, each=True),
        "stance": _stance(compared),
        "quotation": _quotation(compared),
        "end_to_end": Layer(
            _claims(compared, "f1_end_to_end", lambda pair: 2 * pair.whole), missing=compared.unmatched
        ),
    }


def _claims(compared: Comparison, name: str, part: Callable[[PairCounts], float]) -> RatioMeasure:
    return _of_pairs(compared, name, part, lambda pair: pair.claims, compared.claims, NOTHING_MARKED)


def _of_pairs(
    compared: Comparison,
    name: str,
    part: Callable[[PairCounts], float],
    whole: Callable[[PairCounts], float],
    units: Sequence[int],
    undefined: str,
) -> RatioMeasure:
    pairs = compared.pairs
    return RatioMeasure(
        name,
        np.array([pair.article for pair in pairs], np.int64),
        np.array([pair.columns for pair in pairs], np.int64).reshape(-1, 2),
        np.array([part(pair) for pair in pairs], np.float64),
        np.array([whole(pair) for pair in pairs], np.float64),
        np.array([pair.claims for pair in pairs], np.int64),
        np.array(units, np.int64),
        undefined,
    )


def _boundaries(compared: Comparison) -> Layer:
    inside = compared.inside()
    pairs = compared.pairs
    matched = sum(pair.matched for pair in pairs)
    measure = UnitizingMeasure("krippendorff_alpha_unitizing", compared.continua, dict(compared.pair_continua))
    others: dict[str, Callable[[], Figure]] = {
        "krippendorff_alpha_tokens": lambda: alpha(tally(inside.rows, nominal(2), times=inside.times)),
        "krippendorff_alpha_unitizing_1995": lambda: unitizing_alpha_1995(compared.continua),
        "mean_overlap": lambda: ratio(sum(pair.overlap for pair in pairs), matched, matched, NOTHING_MATCHED),
        "exact_boundaries": lambda: ratio(sum(pair.exact for pair in pairs), matched, matched, NOTHING_MATCHED),
    }
    return Layer(measure, others, compared.unmatched)


def _sets(compared: Comparison, values: Values[frozenset[str]], *, each: bool = False) -> Layer:
    sets = sorted({some for row in values.rows for some in row.values()}, key=sorted)
    number = {some: code for code, some in enumerate(sets)}
    codes = _codes(compared.annotators, values.rows, number.__getitem__)
    measure = _alpha_of(compared, "krippendorff_alpha_jaccard", codes, values, jaccard(sets))
    others = {
        "krippendorff_alpha_masi": lambda: alpha(tally(codes, masi(sets))),
        "percent": lambda: percent(codes),
    }
    return Layer(measure, others, values.missing, lambda: _each(sets, codes) if each else {})


def _each(sets: Sequence[frozenset[str]], codes: Whole) -> dict[str, Figure]:
    """Alpha over whether a member was chosen at all; a claim that nobody gave it counts as well."""
    found: dict[str, Figure] = {}
    for member in sorted({member for some in sets for member in some}):
        chosen = np.array([member in some for some in sets], np.int64)
        found[member] = alpha(tally(np.where(codes >= 0, chosen[codes], -1), nominal(2)))
    return found


def _stance(compared: Comparison) -> Layer:
    values = compared.stance
    codes = _codes(compared.annotators, values.rows, STANCES.index)
    measure = _alpha_of(compared, "krippendorff_alpha_nominal", codes, values, nominal(len(STANCES)), NO_SHARED_TOPIC)

    def on_a_line() -> Figure:
        placed = np.where(codes < ORDERED, codes, -1)
        used = tally(placed, nominal(ORDERED))
        return alpha(tally(placed, ordinal(summed(used.code, used.count, ORDERED))))

    return Layer(measure, {"krippendorff_alpha_ordinal": on_a_line, **_nominal_others(codes)}, values.missing)


def _quotation(compared: Comparison) -> Layer:
    values = compared.quotation
    kinds = sorted({kind for row in values.rows for kind in row.values()})
    codes = _codes(compared.annotators, values.rows, kinds.index)
    measure = _alpha_of(compared, "krippendorff_alpha_nominal", codes, values, nominal(len(kinds)))
    return Layer(measure, _nominal_others(codes), values.missing)


def _alpha_of(
    compared: Comparison,
    name: str,
    codes: Whole,
    values: Values[Any],
    likeness: Likeness,
    nothing: str = NOTHING_MATCHED,
) -> AlphaMeasure:
    article = np.array(values.article, np.int64)
    return AlphaMeasure(name, codes, article, len(compared.articles), likeness, nothing=nothing)


def _nominal_others(codes: Whole, times: Whole | None = None) -> dict[str, Callable[[], Figure]]:
    kappa: dict[str, Callable[[], Figure]] = (
        {"cohen_kappa": lambda: cohen(codes, times)}
        if codes.shape[1] == 2
        else {"fleiss_kappa": lambda: fleiss(codes, times)}
    )
    return {"percent": lambda: percent(codes, times), **kappa}


def _codes(annotators: int, rows: Sequence[dict[int, V]], number: Callable[[V], int]) -> Whole:
    codes = np.full((len(rows), annotators), -1, np.int64)
    for at, row in enumerate(rows):
        for column, value in row.items():
            codes[at, column] = number(value)
    return codes
