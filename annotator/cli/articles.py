"""Commands on articles: add and articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from annotator.actions.articles import add_articles
from annotator.actions.revising import Revised, revise_article
from annotator.cli.running import by_option, json_option, mapping_of, opened, progress, say, show
from annotator.queries.articles import article_list
from annotator.queries.near_copies import near_copies
from annotator.readers.columns import FIELDS
from annotator.sentences import in_quotes
from annotator.store import Store


@click.command()
@click.argument("project")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--revise", metavar="ID", help="FILE is a new text of the article ID.")
@click.option(
    "--column", "columns", multiple=True, metavar="FIELD=HEADING", help="Of a table: title=Headline; repeatable."
)
@by_option
@json_option
def add(
    project: str,
    files: tuple[Path, ...],
    revise: str | None,
    columns: tuple[str, ...],
    by: str | None,
    as_json: bool,
) -> int:
    """Add articles from files and folders."""
    mapping = mapping_of(columns, FIELDS)
    with opened(project, by) as store:
        if revise is not None:
            return _revise(store, files, revise, as_json)
        with progress("Adding") as report:
            outcomes = add_articles(store, files, columns=mapping, report=report)

    def lines() -> Iterator[str]:
        for each in outcomes:
            titles = ", ".join(in_quotes(article.title) for article in each.articles)
            yield f"{each.status:8} {each.path}" + (f": {titles}" if each.status == "added" else "")

    show({"files": outcomes}, as_json=as_json, lines=lines)
    for each in outcomes:
        if each.status == "refused":
            say(f"{each.path}: {each.reason}")
    if not outcomes:
        places = ", ".join(map(str, files))
        say(f"No article file was found in {places}; annotator formats lists what can be read.")
    return 1 if not outcomes or any(each.status == "refused" for each in outcomes) else 0


def _revise(store: Store, files: tuple[Path, ...], article_id: str, as_json: bool) -> int:
    if len(files) != 1:
        raise click.UsageError("--revise takes one file.")
    revised = revise_article(store, article_id, files[0])
    article = {"id": revised.article, "title": revised.title}
    entry: dict[str, object] = {"path": str(files[0]), "status": "added", "articles": [article], "reason": None}
    entry |= {"revision": revised.revision, "same": revised.same}
    entry |= {"moved": len(revised.moved), "uncertain": len(revised.uncertain), "orphans": len(revised.orphans)}

    def lines() -> Iterator[str]:
        yield f"{in_quotes(revised.title)} has revision {revised.revision} now."
        yield (
            f"Marks: {revised.same} at the same place, {len(revised.moved)} moved with their words, "
            f"{len(revised.uncertain)} uncertain, {len(revised.orphans)} without their words."
        )

    show({"files": [entry]}, as_json=as_json, lines=lines)
    return _tell_lost(revised)


def _tell_lost(revised: Revised) -> int:
    for word, ids in (("uncertain", revised.uncertain), ("not found again", revised.orphans)):
        if ids:
            say(f"These marks are {word} and stay with the earlier text: {', '.join(ids)}")
    return 1 if revised.uncertain or revised.orphans else 0


@click.command()
@click.argument("project")
@click.option("--copies", is_flag=True, help="Tell near copies, such as one wire report in several papers.")
@by_option
@json_option
def articles(project: str, copies: bool, by: str | None, as_json: bool) -> None:
    """List the articles; `state` is that of who asks."""
    with opened(project, by) as store, store.read() as session:
        found = article_list(session, store.annotator)
        groups = near_copies(session) if copies else []
    titles = {each.id: each.title for each in found}

    def lines() -> Iterator[str]:
        for each in found:
            yield f"{each.id}  {each.state:11} {each.marks:6}  {each.published or '          '}  {each.title}"
        for group in groups:
            yield f"Near copies: {', '.join(in_quotes(titles[each]) for each in group)}"
        if copies and not groups:
            yield "No article is a near copy of another."

    show({"articles": found} | ({"copies": groups} if copies else {}), as_json=as_json, lines=lines)
