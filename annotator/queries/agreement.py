"""How far the annotators agree, layer by layer.

Asked by `annotator agreement` and by the window's view of agreement. Only persons are compared, in the
articles that two or more of them worked on; see `compared.py`. What a layer and a measure is stands in
`agreement/definitions.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations, islice

import numpy as np
from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from annotator.agreement.comparison import Comparison
from annotator.agreement.figures import NOTHING_SHARED, Figure, undefined
from annotator.agreement.gamma import gamma
from annotator.agreement.layers import Layer, layers
from annotator.model import Article, ArticleText
from annotator.queries.compared import ARTICLES_A_PAGE, ComparedArticle, compared_articles, persons
from annotator.records import AnnotatorRecord, MarkRecord

Report = Callable[[int, int, str], None]


class ArticleFigure(Struct, frozen=True):
    """A layer's figure in one article."""

    article: str
    value: float | None
    units: int


class PairFigure(Struct, frozen=True):
    """A layer's figure of two annotators, by name; undefined says why there is none."""

    annotators: tuple[str, str]
    value: float | None
    units: int
    undefined: str | None


class PeriodFigure(Struct, frozen=True):
    """A layer's figure in the articles whose tagging ended in a month: "2026-01". interval: 95 %, as a layer's."""

    month: str
    value: float | None
    units: int
    interval: tuple[float, float] | None = None


class ItemFigure(Struct, frozen=True):
    """How far giving a certain topic is agreed on; item: its id."""

    item: str
    value: float | None
    units: int


class OtherFigure(Struct, frozen=True):
    """Another measure of the same layer, for comparison with papers that report it."""

    measure: str
    value: float | None
    units: int
    undefined: str | None


class LayerAgreement(Struct, frozen=True):
    """One layer. interval: 95 %, None for a single article. missing: what an annotator of the article lacks."""

    measure: str
    value: float | None
    interval: tuple[float, float] | None
    units: int
    undefined: str | None
    missing: int
    by_article: list[ArticleFigure]
    by_pair: list[PairFigure]
    by_month: list[PeriodFigure]
    by_item: list[ItemFigure]
    others: list[OtherFigure]


class Agreement(Struct, frozen=True):
    """annotators: names of those compared. articles: how many two or more of them worked on."""

    annotators: list[str]
    articles: int
    layers: dict[str, LayerAgreement]


def agreement(
    session: Session,
    *,
    annotator_ids: Collection[str] | None = None,
    articles: Collection[str] | None = None,
    without: Collection[str] = (),
    with_gamma: bool = False,
    report: Report = lambda _done, _total, _what: None,
) -> Agreement:
    """All layers. None: everybody, all articles. without: articles that are not to be looked at.

    with_gamma: also the measure gamma of the layer claims, which takes long. report: told how many articles
    are done; may raise Cancelled.
    """
    people = [each for each in persons(session) if annotator_ids is None or each.id in annotator_ids]
    column = {each.id: number for number, each in enumerate(people)}
    compared = Comparison(len(people), keep_spans=with_gamma)
    order: dict[str, int] = {}
    months: dict[str, str] = {}
    met: set[str] = set()
    for done, (each, text) in enumerate(
        _with_texts(
            session, compared_articles(session, annotator_ids=annotator_ids, articles=articles, without=without)
        )
    ):
        report(done, 0, "")
        order[each.article] = done
        compared.add(each.article, text, _by_column(each, column))
        met |= {annotator.id for annotator in each.annotators}
        if each.marks:
            months[each.article] = max(mark.created for mark in each.marks)[:7]
    compared.settle()
    seen = [each for each in people if each.id in met]
    columns = [(each, column[each.id]) for each in seen]
    found = {}
    for name, layer in layers(compared).items():
        report(len(compared.articles), 0, name)
        if name == "claims" and with_gamma:
            layer.others["gamma"] = lambda: gamma(compared.spans, lambda done: report(done, len(compared.spans), "γ"))
        found[name] = _layer(layer, compared.articles, columns, months, order)
    return Agreement([each.name for each in seen], len(compared.articles), found)


def _with_texts(session: Session, found: Iterator[ComparedArticle]) -> Iterator[tuple[ComparedArticle, str]]:
    """Each with its present text; some are asked for at a time."""
    while page := list(islice(found, ARTICLES_A_PAGE)):
        query = select(Article.id, ArticleText.text).join(
            ArticleText, (ArticleText.article_id == Article.id) & (ArticleText.revision == Article.revision)
        )
        rows = session.execute(query.where(Article.id.in_([each.article for each in page])))
        texts: dict[str, str] = {row[0]: row[1] for row in rows}
        yield from ((each, texts[each.article]) for each in page)


def _by_column(each: ComparedArticle, column: dict[str, int]) -> dict[int, list[MarkRecord]]:
    marks: dict[int, list[MarkRecord]] = {column[annotator.id]: [] for annotator in each.annotators}
    for mark in each.marks:
        marks[column[mark.annotator]].append(mark)
    return marks


def _layer(
    layer: Layer,
    articles: Sequence[str],
    columns: Sequence[tuple[AnnotatorRecord, int]],
    months: dict[str, str],
    order: dict[str, int],
) -> LayerAgreement:
    measure = layer.measure
    whole = measure.overall() if articles else undefined(NOTHING_SHARED)
    each = measure.grouped(np.arange(len(articles)), len(articles)) if articles else []
    return LayerAgreement(
        measure=measure.name,
        value=whole.value,
        interval=measure.interval() if whole.value is not None else None,
        units=whole.units,
        undefined=whole.undefined,
        missing=layer.missing,
        by_article=[
            ArticleFigure(article, figure.value, figure.units)
            for article, figure in sorted(zip(articles, each, strict=True), key=lambda pair: order[pair[0]])
        ],
        by_pair=[_pair(layer, one, other) for one, other in combinations(columns, 2)],
        by_month=_by_month(layer, articles, months),
        by_item=[ItemFigure(item, figure.value, figure.units) for item, figure in layer.each().items()],
        others=[_other(name, make()) for name, make in layer.others.items()] if articles else [],
    )


def _pair(layer: Layer, one: tuple[AnnotatorRecord, int], other: tuple[AnnotatorRecord, int]) -> PairFigure:
    figure = layer.measure.paired(one[1], other[1])
    return PairFigure((one[0].name, other[0].name), figure.value, figure.units, figure.undefined)


def _by_month(layer: Layer, articles: Sequence[str], months: dict[str, str]) -> list[PeriodFigure]:
    names = sorted({months.get(article, "") for article in articles})
    group_of = np.array([names.index(months.get(article, "")) for article in articles], np.int64)
    figures = layer.measure.grouped(group_of, len(names)) if names else []
    found = []
    for number, (name, figure) in enumerate(zip(names, figures, strict=True)):
        if name:
            theirs = layer.measure.within(np.flatnonzero(group_of == number))
            between = theirs.interval() if figure.value is not None else None
            found.append(PeriodFigure(name, figure.value, figure.units, between))
    return found


def _other(name: str, figure: Figure) -> OtherFigure:
    return OtherFigure(name, figure.value, figure.units, figure.undefined)
