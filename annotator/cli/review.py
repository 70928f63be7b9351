"""Commands on what several annotators made of the same articles: disagreements."""

from __future__ import annotations

from collections.abc import Iterator

import click

from annotator.cli.running import by_option, count, json_option, opened, say, show
from annotator.queries.articles import article_list
from annotator.queries.compared import workers
from annotator.queries.disagreements import claim_groups
from annotator.queries.disagreements import disagreements as found_in


@click.command()
@click.argument("project")
@by_option
@json_option
def disagreements(project: str, by: str | None, as_json: bool) -> None:
    """List in what the annotators' claims differ, worst first."""
    with opened(project, by) as store, store.read() as session:
        found, unanimous = found_in(claim_groups(session))
        titles = {each.id: each.title for each in article_list(session, store.annotator)}
        shared = any(len(ids) > 1 for ids in workers(session).values())

    def lines() -> Iterator[str]:
        for each in found:
            where = f"“{titles[each.article]}” at {each.start}"
            yield f"{each.severity:.2f}  {each.kind:9}  {where}: {', '.join(each.annotators)}"
        yield f"{count(len(found), 'disagreement')}; {count(unanimous, 'claim')} unanimous."

    entries = [
        {
            "article": each.article,
            "kind": each.kind,
            "annotators": each.annotators,
            "marks": each.marks,
            "severity": each.severity,
            "start": each.start,
        }
        for each in found
    ]
    show({"disagreements": entries, "unanimous": unanimous}, as_json=as_json, lines=lines)
    if not shared:
        say("No two persons worked on the same article yet, so there is nothing to compare.")
