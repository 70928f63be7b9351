"""Agreement worked out for a whole project, and written out: a table, and a page for the methods section.

Called by the window, as long work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from sqlalchemy import select

from annotator import __version__
from annotator.agreement.definitions import INTERVALS, LAYERS, MEASURES
from annotator.formats.csv_cells import BYTE_ORDER_MARK, cell
from annotator.formats.output import replacing
from annotator.model import Article, Topic
from annotator.queries.agreement import Agreement, LayerAgreement, agreement
from annotator.queries.plan import blind_articles
from annotator.sentences import in_quotes
from annotator.store import Store

HEADINGS = ("layer", "scope", "what", "measure", "value", "low", "high", "units", "missing", "undefined")


class Compared(Struct, frozen=True):
    """The figures, and titles of articles and names of topics by id, in the project's order.

    left_out: how many articles who asks reads blind.
    """

    project: str
    figures: Agreement
    names: dict[str, str]
    left_out: int = 0


def compare(store: Store, report: Callable[[int, int, str], None], *, with_gamma: bool = False) -> Compared:
    """Compare everybody, in all articles but those that who asks reads blind. Raises Cancelled.

    with_gamma: that measure too, which takes long.
    """
    with store.read() as session:
        names: dict[str, str] = {}
        for noun, column in ((Article, Article.title), (Topic, Topic.name)):
            order = Article.position if noun is Article else Topic.place
            names |= {row[0]: row[1] for row in session.execute(select(noun.id, column).order_by(order, noun.id))}
        blind = blind_articles(session, store.annotator)
        found = agreement(session, without=blind, with_gamma=with_gamma, report=report)
        return Compared(store.name, found, names, len(blind))


def write_table(compared: Compared, out: Path) -> None:
    """All figures as CSV, one a row; safe for spreadsheets. Raises FileError and DiskFull."""
    lines = [",".join(cell(heading) for heading in HEADINGS)]
    for name, layer in compared.figures.layers.items():
        for scope, what, measure, value, interval, units, undefined in _figures(compared, layer):
            low, high = interval or (None, None)
            missing = layer.missing if scope == "all" else None
            numbers = [_number(each) for each in (value, low, high, units, missing)]
            texts = [cell(each) for each in (name, scope, what, measure)]
            lines.append(",".join([*texts, *numbers, cell(undefined)]))
    with replacing(out) as file:
        file.write((BYTE_ORDER_MARK + "\r\n".join(lines) + "\r\n").encode())


Figure = tuple[str, str, str, float | None, tuple[float, float] | None, int, str | None]


def _figures(compared: Compared, layer: LayerAgreement) -> Iterator[Figure]:
    measure = layer.measure
    yield "all", "", measure, layer.value, layer.interval, layer.units, layer.undefined
    for other in layer.others:
        yield "all", "", other.measure, other.value, None, other.units, other.undefined
    for pair in layer.by_pair:
        yield "annotators", " – ".join(pair.annotators), measure, pair.value, None, pair.units, pair.undefined
    for each in layer.by_article:
        yield "article", compared.names.get(each.article, each.article), measure, each.value, None, each.units, None
    for month in layer.by_month:
        yield "month", month.month, measure, month.value, month.interval, month.units, None
    for item in layer.by_item:
        name = compared.names.get(item.item, item.item)
        yield "topic", name, "krippendorff_alpha_nominal", item.value, None, item.units, None


def _number(value: float | None) -> str:
    return "" if value is None else str(value) if isinstance(value, int) else f"{value:.6f}"


def write_methods(compared: Compared, out: Path) -> None:
    """A page for the methods section, with definitions in words, as Markdown. Raises FileError and DiskFull."""
    with replacing(out) as file:
        file.write(methods_page(compared).encode())


def methods_page(compared: Compared) -> str:
    """The page: who, what, the figures, and what each of them means."""
    figures = compared.figures
    who = " and ".join(figures.annotators) if len(figures.annotators) < 3 else ", ".join(figures.annotators)
    blind = f" {compared.left_out} more were being read blind by who compared, and are left out."
    left_out = blind if compared.left_out else ""
    lines = [
        f"# Agreement of the annotators of {in_quotes(compared.project)}",
        "",
        f"{who or 'Nobody'} worked on the same articles: {figures.articles} of them were compared. Only persons are "
        "compared, no suggestions of machines and no consensus. What one of them did not mark is counted as "
        "missing and not dropped. " + INTERVALS + left_out,
        "",
        "| layer | measure | value | 95 % interval | units | missing |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, layer in figures.layers.items():
        between = f"{layer.interval[0]:.3f} to {layer.interval[1]:.3f}" if layer.interval else "–"
        value = f"{layer.value:.3f}" if layer.value is not None else "–"
        title, measure = LAYERS[name].title, _in_table(MEASURES[layer.measure].title)
        lines.append(f"| {title} | {measure} | {value} | {between} | {layer.units} | {layer.missing} |")
    lines += [
        "",
        *(f"{LAYERS[name].title}: {layer.undefined}" for name, layer in figures.layers.items() if layer.undefined),
        "",
        *_other_figures(figures),
        "",
        "## Layers",
        "",
        *(f"- **{each.title}.** {each.says}" for each in LAYERS.values()),
        "",
        "## Measures",
        "",
    ]
    main = [layer.measure for layer in figures.layers.values()]
    others = [other.measure for layer in figures.layers.values() for other in layer.others]
    for name in dict.fromkeys([*main, *others]):
        each = MEASURES[name]
        lines.append(f"- **{each.title}.** {each.says}" + (f" ({each.source}.)" if each.source else ""))
    lines += ["", f"Computed by Annotator {__version__}.", ""]
    return "\n".join(lines)


def _other_figures(figures: Agreement) -> Iterator[str]:
    """The table of the measures beside the main ones."""
    yield from ("| layer | other measure | value | units |", "| --- | --- | --- | --- |")
    for name, layer in figures.layers.items():
        for other in layer.others:
            value = f"{other.value:.3f}" if other.value is not None else "–"
            yield f"| {LAYERS[name].title} | {_in_table(MEASURES[other.measure].title)} | {value} | {other.units} |"


def _in_table(title: str) -> str:
    """A title as a cell, which a bar in it would end."""
    return title.replace("|", r"\|")
