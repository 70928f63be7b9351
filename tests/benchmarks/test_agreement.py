"""How fast annotators are compared: 10,000 marks of two in one article, 200,000 marks of four in a project."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from msgspec import structs

from annotator.agreement.comparison import Comparison
from annotator.agreement.layers import layers
from annotator.records import ArticleRecord, ClaimRecord, MarkRecord, Part
from tests.benchmarks.conftest import Measure
from tests.benchmarks.workloads import W2_CHARACTERS, W3_ARTICLES, W3_CHARACTERS, Invention

Work = tuple[ArticleRecord, dict[int, list[MarkRecord]]]


def work_of(invention: Invention, number: int, characters: int, marks: int, annotators: int) -> Work:
    """An article and what each annotator made of it: the same marks, some left out, some shorter."""
    article = invention.article(number, characters)
    some, chance = invention.marks(article, marks), random.Random(number)
    return article, {column: _version(some, article.text, chance, str(column)) for column in range(annotators)}


def _version(marks: Sequence[MarkRecord], text: str, chance: random.Random, who: str) -> list[MarkRecord]:
    made: list[MarkRecord] = []
    kept = {mark.id for mark in marks if chance.random() >= 0.1}
    for mark in marks:
        if mark.id not in kept:
            continue
        [part] = mark.parts
        if chance.random() < 0.2 and part.end - part.start > 20:
            part = Part(part.start + 3, part.end, text[part.start + 3 : part.end])
        mine = structs.replace(mark, id=f"{mark.id} {who}", annotator=who, parts=(part,))
        if isinstance(mine, ClaimRecord):
            said = [
                structs.replace(each, mention=f"{each.mention} {who}" if each.mention in kept else None)
                for each in mine.speakers
            ]
            mine = structs.replace(mine, speakers=tuple(said))
        made.append(mine)
    return made


def figures(work: Sequence[Work], annotators: int) -> float | None:
    """Everything that is reported, with intervals; the tokens' figure."""
    compared = Comparison(annotators)
    for article, marks in work:
        compared.add(article.id, article.text, marks)
    compared.settle()
    found = layers(compared)
    everywhere = np.arange(len(compared.articles))
    for layer in found.values():
        layer.measure.overall()
        layer.measure.interval()
        layer.measure.grouped(everywhere, len(everywhere))
        for one in range(annotators):
            for other in range(one + 1, annotators):
                layer.measure.paired(one, other)
        for make in layer.others.values():
            make()
        layer.each()
    return found["tokens"].measure.overall().value


def test_comparing_two_in_one_article(measure: Measure) -> None:
    work = [work_of(Invention(5), 1, W2_CHARACTERS, 5_600, 2)]
    assert sum(len(marks) for _, by in work for marks in by.values()) > 10_000
    measure("compare 10,000 marks of two annotators in an article", 1_000, lambda: figures(work, 2), rounds=5)


def test_comparing_four_in_a_project(measure: Measure) -> None:
    invention = Invention(6)
    work = [work_of(invention, number, W3_CHARACTERS, 6, 4) for number in range(W3_ARTICLES)]
    assert sum(len(marks) for _, by in work for marks in by.values()) > 200_000
    measure("compare 200,000 marks of four annotators", 20_000, lambda: figures(work, 4), rounds=1, warmup=0)
