"""One layer's main figure, over everything and over parts of it: articles, months, pairs of annotators.

Made by `layers.py` from what `comparison.py` has counted. Three kinds of figure are all there is: an alpha
over values, a ratio of counts, an alpha over units in a continuum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from annotator.agreement.alpha import NO_VALUES, alpha, alpha_interval, alphas, tally
from annotator.agreement.figures import Figure, Floats, Whole, ratio, ratio_interval, summed, undefined
from annotator.agreement.likeness import Likeness
from annotator.agreement.unitizing import Lengths, unitizing_alpha, unitizing_interval


class Measure(Protocol):
    """A figure that can be asked for all articles, for groups of them, and for two annotators."""

    @property
    def name(self) -> str:
        """The word that it is reported by."""

    def overall(self) -> Figure:
        """Over all annotators and articles."""

    def interval(self) -> tuple[float, float] | None:
        """Of the overall figure, articles resampled; None for a single article."""

    def grouped(self, group_of: Whole, number: int) -> list[Figure]:
        """By group. group_of: for each article the number of its group."""

    def paired(self, one: int, other: int) -> Figure:
        """Of two annotators, by their columns."""

    def within(self, chosen: Whole) -> Measure:
        """The same measure of these articles alone. chosen: their numbers, from the lowest up."""


@dataclass(frozen=True, slots=True)
class AlphaMeasure:
    """codes: units by annotators, -1 for no value; article: of each unit; articles: how many there are.

    times: how many units each row stands for, None for one. nothing: the sentence where there are no units.
    """

    name: str
    codes: Whole
    article: Whole
    articles: int
    likeness: Likeness
    times: Whole | None = None
    nothing: str = NO_VALUES

    def overall(self) -> Figure:
        return self._said(alpha(tally(self.codes, self.likeness, times=self.times)))

    def interval(self) -> tuple[float, float] | None:
        return alpha_interval(tally(self.codes, self.likeness, self.article, self.articles, self.times))

    def grouped(self, group_of: Whole, number: int) -> list[Figure]:
        return alphas(tally(self.codes, self.likeness, group_of[self.article], number, self.times))

    def paired(self, one: int, other: int) -> Figure:
        return self._said(alpha(tally(self.codes[:, [one, other]], self.likeness, times=self.times)))

    def within(self, chosen: Whole) -> AlphaMeasure:
        rows = np.isin(self.article, chosen)
        return replace(
            self,
            codes=self.codes[rows],
            article=np.searchsorted(chosen, self.article[rows]),
            articles=len(chosen),
            times=None if self.times is None else self.times[rows],
        )

    def _said(self, figure: Figure) -> Figure:
        return figure if figure.units else undefined(self.nothing)


@dataclass(frozen=True, slots=True)
class RatioMeasure:
    """parts over wholes, counted for each article and pair of annotators; units: of each article.

    columns: the two annotators of each count. undefined: the sentence where the wholes are 0.
    """

    name: str
    article: Whole
    columns: Whole
    parts: Floats
    wholes: Floats
    pair_units: Whole
    units: Whole
    undefined: str

    def overall(self) -> Figure:
        return ratio(self.parts.sum(), self.wholes.sum(), int(self.units.sum()), self.undefined)

    def interval(self) -> tuple[float, float] | None:
        number = len(self.units)
        return ratio_interval(summed(self.article, self.parts, number), summed(self.article, self.wholes, number))

    def grouped(self, group_of: Whole, number: int) -> list[Figure]:
        where = group_of[self.article]
        parts, wholes = summed(where, self.parts, number), summed(where, self.wholes, number)
        units = np.bincount(group_of, self.units, number)
        return [
            ratio(part, whole, int(count), self.undefined)
            for part, whole, count in zip(parts, wholes, units, strict=True)
        ]

    def paired(self, one: int, other: int) -> Figure:
        theirs = (self.columns == (one, other)).all(axis=1)
        units = int(self.pair_units[theirs].sum())
        return ratio(self.parts[theirs].sum(), self.wholes[theirs].sum(), units, self.undefined)

    def within(self, chosen: Whole) -> RatioMeasure:
        rows = np.isin(self.article, chosen)
        return replace(
            self,
            article=np.searchsorted(chosen, self.article[rows]),
            columns=self.columns[rows],
            parts=self.parts[rows],
            wholes=self.wholes[rows],
            pair_units=self.pair_units[rows],
            units=self.units[chosen],
        )


@dataclass(frozen=True, slots=True)
class UnitizingMeasure:
    """continua: one an article, of all its annotators. pairs: by the two annotators' columns."""

    name: str
    continua: Sequence[Lengths]
    pairs: dict[tuple[int, int], list[Lengths]]

    def overall(self) -> Figure:
        return unitizing_alpha(self.continua)

    def interval(self) -> tuple[float, float] | None:
        return unitizing_interval(self.continua)

    def grouped(self, group_of: Whole, number: int) -> list[Figure]:
        groups: list[list[Lengths]] = [[] for _ in range(number)]
        for group, each in zip(group_of.tolist(), self.continua, strict=True):
            groups[group].append(each)
        return [unitizing_alpha(group) for group in groups]

    def paired(self, one: int, other: int) -> Figure:
        return unitizing_alpha(self.pairs.get((one, other), []))

    def within(self, chosen: Whole) -> UnitizingMeasure:
        # What pairs have is kept by pair and not by article: of some articles only the whole is asked for.
        return UnitizingMeasure(self.name, [self.continua[number] for number in chosen.tolist()], {})
