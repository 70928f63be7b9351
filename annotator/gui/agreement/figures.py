"""The figures of one layer as rows of a table: by annotators, articles, topics, months and measures.

Months are points of a line as well.

Called by the view of agreement. Nothing here asks or computes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from annotator.actions.agreement_report import Compared
from annotator.agreement.definitions import LAYERS, MEASURES
from annotator.gui.agreement.trend import TrendPoint
from annotator.gui.agreement.values import interval_text, value_text
from annotator.gui.language import counted, tr, translated
from annotator.gui.plain_table import PlainRow
from annotator.queries.agreement import LayerAgreement, PeriodFigure

Page = Literal["annotators", "articles", "topics", "months", "measures"]


def _(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("", text))


PAGES: tuple[tuple[Page, str], ...] = (
    ("annotators", _("Annotators")),
    ("articles", _("Articles")),
    ("topics", _("Topics")),
    ("months", _("Over time")),
    ("measures", _("Other measures")),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What a page shows. numbers: columns at the right; centred: in the middle. points: what is drawn as well."""

    headings: list[str]
    rows: list[PlainRow]
    numbers: tuple[int, ...] = (1, 2)
    stretch: int = 0
    centred: tuple[int, ...] = ()
    points: tuple[TrendPoint, ...] = ()


def layer_rows(compared: Compared) -> list[PlainRow]:
    """All layers, one a row."""
    return [
        PlainRow(
            (tr(LAYERS[name].title), value_text(layer.value), interval_text(layer.interval), count(layer.units)),
            key=name,
            tips=(tr(LAYERS[name].says), translated(layer.undefined or "") or tr(MEASURES[layer.measure].title)),
            soft=layer.value is None,
        )
        for name, layer in compared.figures.layers.items()
    ]


def count(number: int) -> str:
    """A number in the habits of this computer."""
    return QLocale().toString(number)


def figures(compared: Compared, name: str, page: Page) -> Figures:
    """What the page shows of the layer."""
    layer = compared.figures.layers[name]
    if page == "annotators":
        return _matrix(compared.figures.annotators, layer)
    value, units = tr("Value"), tr("Units")
    if page == "articles":
        place = {id_: number for number, id_ in enumerate(compared.names)}
        found = sorted(layer.by_article, key=lambda each: place.get(each.article, 0))
        rows = [_row(compared.names.get(each.article, ""), each.value, each.units, each.article) for each in found]
        return Figures([tr("Article"), value, units], rows)
    if page == "topics":
        items = sorted(layer.by_item, key=lambda each: (each.value is None, each.value))
        rows = [_row(compared.names.get(each.item, ""), each.value, each.units, each.item) for each in items]
        return Figures([tr("Topic"), tr("α, given or not"), units], rows)
    if page == "months":
        return _months(layer)
    others = [
        PlainRow(
            (tr(MEASURES[each.measure].title), value_text(each.value), count(each.units)),
            tips=(tr(MEASURES[each.measure].says), translated(each.undefined or "")),
            soft=each.value is None,
        )
        for each in layer.others
    ]
    return Figures([tr("Measure"), value, units], others)


def _row(name: str, value: float | None, units: int, key: str | None) -> PlainRow:
    return PlainRow((name, value_text(value), count(units)), key=key, tints=(None, value), soft=value is None)


def _months(layer: LayerAgreement) -> Figures:
    """Month by month, as a table and as what is drawn of it."""
    headings = [tr("Tagging ended in"), tr("Value"), tr("95 %"), tr("Units")]
    rows, points = [], []
    for each in layer.by_month:
        texts = (_month(each.month), value_text(each.value), interval_text(each.interval), count(each.units))
        rows.append(PlainRow(texts, tints=(None, each.value), soft=each.value is None))
        if each.value is not None:
            points.append(_point(each, each.value))
    return Figures(headings, rows, (1, 2, 3), points=tuple(points))


def _point(figure: PeriodFigure, value: float) -> TrendPoint:
    year, number = (int(part) for part in figure.month.split("-"))
    said = f"{_month(figure.month)}: {value_text(value)}"
    if figure.interval:
        said += f" ({interval_text(figure.interval)})"
    said += ", " + counted(figure.units, tr("1 unit"), tr("{count} units"))
    short = QLocale().standaloneMonthName(number, QLocale.FormatType.ShortFormat)
    return TrendPoint(year * 12 + number, f"{short} {year}", value, figure.interval, said)


def _month(month: str) -> str:
    year, number = month.split("-")
    return f"{QLocale().standaloneMonthName(int(number))} {year}"


def _matrix(names: Sequence[str], layer: LayerAgreement) -> Figures:
    """Annotator by annotator; the upper half has the units."""
    values = {frozenset(each.annotators): each for each in layer.by_pair}
    rows = []
    for name in names:
        texts, tips, tints = [name], [name], [None]
        cells: list[float | None] = [*tints]
        for other in names:
            pair = values.get(frozenset((name, other))) if name != other else None
            texts.append(value_text(pair.value) if pair else "")
            cells.append(pair.value if pair else None)
            tips.append(_pair_tip(name, other, pair.units, pair.undefined) if pair else "")
        rows.append(PlainRow(tuple(texts), key=name, tips=tuple(tips), tints=tuple(cells)))
    # The cells stand beside the names and not at the far side; with many names the table is moved sideways.
    columns = tuple(range(1, len(names) + 1))
    return Figures(["", *names], rows, (), -1, centred=columns)


def _pair_tip(one: str, other: str, units: int, undefined: str | None) -> str:
    if undefined:
        return translated(undefined)
    return tr("{one} and {other}: {units} units").format(one=one, other=other, units=count(units))
