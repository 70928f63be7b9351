"""Commands on what several annotators made of the same articles: agreement, disagreements."""

from __future__ import annotations

from collections.abc import Iterator

import click

from annotator.agreement.definitions import INTERVALS, LAYERS, MEASURES
from annotator.cli.running import (
    bad_argument,
    by_option,
    count,
    json_option,
    opened,
    progress,
    say,
    say_what_is_left_out,
    show,
)
from annotator.queries.agreement import Agreement, LayerAgreement, OtherFigure, PairFigure
from annotator.queries.agreement import agreement as agreement_of
from annotator.queries.annotators import annotators, ids_of_names
from annotator.queries.articles import article_list, require_articles
from annotator.queries.compared import workers
from annotator.queries.disagreements import claim_groups
from annotator.queries.disagreements import disagreements as found_in
from annotator.queries.marks import marks_by_id
from annotator.queries.plan import blind_articles
from annotator.queries.reviews import reviews_on

WORDS_SHOWN = 70
"""Characters of a claim in a line."""


@click.command()
@click.argument("project")
@click.option("--annotator", "annotators", multiple=True, metavar="NAME", help="Only these persons; repeatable.")
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only this article; repeatable.")
@click.option("--gamma", "with_gamma", is_flag=True, help="Also compute gamma, which takes long (extra “gamma”).")
@by_option
@json_option
def agreement(
    project: str,
    annotators: tuple[str, ...],
    articles: tuple[str, ...],
    with_gamma: bool,
    by: str | None,
    as_json: bool,
) -> None:
    """Say how far the annotators agree, layer by layer, with intervals."""
    with opened(project, by) as store, progress("Comparing") as report, bad_argument(), store.read() as session:
        blind = blind_articles(session, store.annotator)
        found = agreement_of(
            session,
            without=blind,
            annotator_ids=ids_of_names(session, annotators) if annotators else None,
            articles=require_articles(session, articles) if articles else None,
            with_gamma=with_gamma,
            report=report,
        )
    show(found, as_json=as_json, lines=lambda: _agreement_lines(found))
    say_what_is_left_out(blind, store)
    if not found.articles:
        say("No two of these persons worked on the same article yet, so there is nothing to compare.")


def _agreement_lines(found: Agreement) -> Iterator[str]:
    yield f"{', '.join(found.annotators) or 'Nobody'}; {count(found.articles, 'article')} compared."
    for name, layer in found.layers.items():
        yield f"{LAYERS[name].title}: {MEASURES[layer.measure].title}"
        between = f", {layer.interval[0]:.3f} to {layer.interval[1]:.3f}" if layer.interval else ""
        lacking = f"; {layer.missing} missing" if layer.missing else ""
        yield f"  {_value(layer)}{between}, {count(layer.units, 'unit')}{lacking}"
        for other in layer.others:
            yield f"  {MEASURES[other.measure].title}: {_value(other)}"
        for pair in layer.by_pair if len(layer.by_pair) > 1 else ():
            yield f"  {' and '.join(pair.annotators)}: {_value(pair)}, {count(pair.units, 'unit')}"
    yield INTERVALS


def _value(figure: LayerAgreement | PairFigure | OtherFigure) -> str:
    return f"{figure.value:.3f}" if figure.value is not None else figure.undefined or ""


@click.command()
@click.argument("project")
@by_option
@json_option
def disagreements(project: str, by: str | None, as_json: bool) -> None:
    """List in what the annotators’ claims differ, worst first."""
    with opened(project, by) as store, store.read() as session:
        blind = blind_articles(session, store.annotator)
        groups = list(claim_groups(session, without=blind))
        decided = reviews_on(session, [claim.id for group in groups for claim in group.claims])
        found, unanimous = found_in(groups, decided)
        titles = {each.id: each.title for each in article_list(session, store.annotator)}
        shared = any(len(ids) > 1 for ids in workers(session).values())
        concerned = [] if as_json else marks_by_id(session, {mark for each in found for mark in each.marks})
        marks = {each.id: each for each in concerned}
        names = {each.id: each.name for each in annotators(session)}

    def lines() -> Iterator[str]:
        for each in found:
            made = [marks[id_] for id_ in each.marks if id_ in marks]
            words = " … ".join(part.quote for part in made[0].parts) if made else ""
            having = {names.get(mark.annotator, mark.annotator) for mark in made}
            who = ", ".join(name if name in having else f"not {name}" for name in each.annotators)
            where = f"{titles[each.article]}, {each.start}"
            yield f"{each.severity:.2f}  {each.kind:9}  {' '.join(words.split())[:WORDS_SHOWN]}  ({where}: {who})" + (
                "  decided" if each.decided else ""
            )
        done = sum(each.decided for each in found)
        known = (
            f"{count(len(found), 'disagreement')}, {done} of them decided"
            if done
            else count(len(found), "disagreement")
        )
        yield f"{known}; {count(unanimous, 'claim')} unanimous."

    entries = [
        {
            "article": each.article,
            "kind": each.kind,
            "annotators": each.annotators,
            "marks": each.marks,
            "severity": each.severity,
            "start": each.start,
            "decided": each.decided,
        }
        for each in found
    ]
    show({"disagreements": entries, "unanimous": unanimous}, as_json=as_json, lines=lines)
    say_what_is_left_out(blind, store)
    if not shared:
        say("No two persons worked on the same article yet, so there is nothing to compare.")
