"""Commands on annotation sets: import, export, formats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, get_args

import click
from msgspec import to_builtins

from annotator.actions.exchange import Beforehand, beforehand, export_set, import_sets
from annotator.actions.export_check import Comparison, read_back, require_readable, write_manifest
from annotator.actions.selection import selected
from annotator.cli.running import (
    bad_argument,
    by_option,
    count,
    json_option,
    mapping_of,
    opened,
    progress,
    say,
    show,
)
from annotator.errors import DamagedProject
from annotator.extensions import extension_troubles
from annotator.formats import FileReport, LabelKind, ReadOptions, Written, format_named
from annotator.formats import formats as all_formats
from annotator.formats.losses import LOST, in_words
from annotator.formats.table_columns import FIELDS
from annotator.queries.article_states import STATES
from annotator.queries.check_values import unreadable_values
from annotator.readers import readers
from annotator.records import State
from annotator.store import Store

KINDS: tuple[str, ...] = get_args(LabelKind)


@click.command("import")
@click.argument("project")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--format", "format_name", metavar="F", help="The files’ format; told from their content if not given.")
@click.option("--as", "as_name", metavar="NAME", help="The marks become this annotator’s.")
@click.option("--texts", metavar="DIR", type=click.Path(path_type=Path), help="Where stand-off files have their texts.")
@click.option("--map", "labels", multiple=True, metavar="LABEL=KIND", help=f"What a label becomes: {', '.join(KINDS)}.")
@click.option(
    "--column", "columns", multiple=True, metavar="FIELD=HEADING", help="Of a table: quote=Segment; repeatable."
)
@click.option("--partial", is_flag=True, help="Take what is sound of a truncated or edited set.")
@click.option("--dry-run", is_flag=True, help="Report what would be done; change nothing.")
@by_option
@json_option
def import_(
    project: str,
    files: tuple[Path, ...],
    format_name: str | None,
    as_name: str | None,
    texts: Path | None,
    labels: tuple[str, ...],
    columns: tuple[str, ...],
    partial: bool,
    dry_run: bool,
    by: str | None,
    as_json: bool,
) -> int:
    """Take in annotation sets of colleagues and of other tools, files or folders."""
    if columns and format_name is None:
        format_name = "table"
    options = ReadOptions(labels=_mapped(labels), texts=texts, columns=mapping_of(columns, FIELDS))
    with opened(project, by) as store, progress("Importing") as report, bad_argument():
        reports = import_sets(
            store,
            files,
            format_name=format_name,
            as_name=as_name,
            options=options,
            partial=partial,
            dry_run=dry_run,
            report=report,
        )
    show({"files": reports}, as_json=as_json, lines=lambda: _lines(reports, dry_run))
    for each in reports:
        for refused in each.refused:
            say(f"{refused.where}: {refused.reason}")
        for conflict in each.conflicts:
            say(conflict)
        for name in each.namesakes:
            say(
                f"“{name}” is one annotator of this project and another one of the file; they are kept apart. To make "
                f"them one, import the file with --as “{name}”."
            )
    return 1 if any(each.refused or each.conflicts for each in reports) else 0


def _mapped(labels: Sequence[str]) -> dict[str, LabelKind]:
    """The map of labels. Raises UsageError where one is no LABEL=KIND."""
    found: dict[str, LabelKind] = {}
    for each in labels:
        label, separator, kind = each.rpartition("=")
        if not separator or not label or kind not in KINDS:
            raise click.UsageError(f"“{each}” maps no label; write LABEL=KIND with one of: {', '.join(KINDS)}.")
        found[label] = kind  # type: ignore[assignment]  # one of KINDS
    return found


def _lines(reports: list[FileReport], dry_run: bool) -> Iterator[str]:
    verb = "would add" if dry_run else "added"
    for each in reports:
        yield (
            f"{each.path} ({each.format or 'not read'}): {verb} {count(each.articles, 'article')}, "
            f"{count(each.claims, 'claim')}, {count(each.mentions, 'mention')}, {count(each.passages, 'passage')}, "
            f"{count(each.speakers, 'speaker')}, {count(each.topics, 'topic')}; {each.same} the same, "
            f"{count(len(each.conflicts), 'conflict')}, {len(each.refused)} refused"
        )
        if each.moved or each.uncertain or each.orphans:
            yield f"  {each.moved} moved, {each.uncertain} uncertain, {each.orphans} not found in the text"
        yield from (f"  {line}" for line in each.ignored)


@click.command()
@click.argument("project")
@click.option("-o", "--output", "out", required=True, metavar="OUT", type=click.Path(path_type=Path), help="The file.")
@click.option("--format", "format_name", metavar="F", help="Format to write; told from OUT’s name if not given.")
@click.option("--annotator", "annotators", multiple=True, metavar="NAME", help="Only these marks; repeatable.")
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only this article; repeatable.")
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="Only articles so far; repeatable.")
@click.option("--consensus", is_flag=True, help="The consensus, alone or with the annotators named.")
@click.option("--verify", is_flag=True, help="Read the file back and compare it with the project.")
@click.option("--manifest", is_flag=True, help="Write counts and hashes beside it, as OUT.manifest.json.")
@by_option
@json_option
def export(
    project: str,
    out: Path,
    format_name: str | None,
    annotators: tuple[str, ...],
    articles: tuple[str, ...],
    states: tuple[State, ...],
    consensus: bool,
    verify: bool,
    manifest: bool,
    by: str | None,
    as_json: bool,
) -> int:
    """Write an annotation set to OUT."""
    if str(out) == "-":
        raise click.UsageError("A set is written to a file, whole or not at all; name one.")
    with opened(project, by) as store, _told_where(store), progress("Exporting") as report, bad_argument():
        names, ids = selected(store, annotators=annotators, consensus=consensus, articles=articles, states=states)
        chosen: dict[str, Any] = {"annotators": names, "articles": ids}
        if verify:
            require_readable(format_name, out)
        known = beforehand(store, **chosen)
        _say_beforehand(known, store)
        written = export_set(store, out, format_name=format_name, report=report, **chosen)
        compared = read_back(store, written, report=report, **chosen) if verify else None
        if manifest:
            write_manifest(store, written, comparison=compared, **chosen)
    counts, result = written.counts, _result(written, known)

    def lines() -> Iterator[str]:
        title = format_named(written.format).title
        yield (
            f"Wrote {written.path} as {title}: {count(counts.get('article', 0), 'article')}, "
            f"{count(counts.get('claim', 0), 'claim')}, {count(counts.get('mention', 0), 'mention')}, "
            f"{count(counts.get('passage', 0), 'passage')}."
        )
        for what, number in written.loses.items():
            yield f"Not kept by this format: {LOST.get(what, what)}: {number}."
        if compared is not None:
            yield f"Read back: {count(compared.same, 'line')} the same."

    if compared is not None:
        result["read_back"] = {"equal": compared.equal, **to_builtins(compared)}
    show(result, as_json=as_json, lines=lines)
    for trouble in written.troubles:
        say(trouble)
    lossless = not format_named(written.format).loses
    differing = 0 if compared is None else _tell_differences(compared, lossless=lossless)
    return 1 if written.troubles else differing


@contextmanager
def _told_where(store: Store) -> Iterator[None]:
    """Where a project is damaged is said before that it cannot be exported."""
    try:
        yield
    except DamagedProject:
        with suppress(DamagedProject), store.read() as session:
            for trouble in unreadable_values(session) if store.path else ():
                say(trouble)
        raise


def _result(written: Written, known: Beforehand) -> dict[str, Any]:
    counts = written.counts
    return {
        "path": written.path,
        "format": written.format,
        "articles": counts.get("article", 0),
        "claims": counts.get("claim", 0),
        "mentions": counts.get("mention", 0),
        "passages": counts.get("passage", 0),
        "loses": written.loses,
        "sha256": written.sha256,
        "undecided": known.undecided.disagreements,
        "unaccepted": known.undecided.unanimous,
    }


def _say_beforehand(known: Beforehand, store: Store) -> None:
    if known.undecided.disagreements:
        left = count(known.undecided.disagreements, "disagreement is", "disagreements are")
        say(f"The consensus is not whole yet: {left} not decided, and no version of these is in it.")
    if known.undecided.unanimous:
        left = count(known.undecided.unanimous, "claim", "claims")
        say(
            f"The consensus lacks {left} on which all agree and which nobody has accepted; Review accepts them at once."
        )
    if known.blind:
        articles = count(len(known.blind), "article")
        say(f"{store.annotator} reads {articles} blind: the set holds colleagues’ tags there, read it when finished.")


def _tell_differences(compared: Comparison, *, lossless: bool) -> int:
    """1 where something came back otherwise that the format is not known to lose."""
    for what, kinds in (
        ("did not come back as they are here", compared.missing),
        ("came back otherwise", compared.other),
    ):
        if kinds:
            listed = ", ".join(f"{number} of {kind}" for kind, number in sorted(kinds.items()))
            say(f"Lines that {what}: {listed}.")
    return 1 if lossless and not compared.equal else 0


@click.command()
@json_option
def formats(as_json: bool) -> int:
    """List every reader and format."""
    reading = [{"name": r.name, "title": r.title, "suffixes": list(r.suffixes)} for r in readers()]
    writing = [
        {
            "name": f.name,
            "title": f.title,
            "suffixes": list(f.suffixes),
            "reads": f.reads,
            "writes": f.writes,
            "loses": list(f.loses),
        }
        for f in all_formats()
    ]

    def lines() -> Iterator[str]:
        yield "Articles are read from:"
        for reader in readers():
            yield f"  {reader.name:12} {reader.title} ({', '.join(reader.suffixes)})"
        yield "Annotation sets:"
        for each in all_formats():
            ways = "reads and writes" if each.reads and each.writes else "reads" if each.reads else "writes"
            lost = f"; loses {', '.join(in_words(each.loses))}" if each.loses else ""
            yield f"  {each.name:12} {each.title} ({', '.join(each.suffixes)}): {ways}{lost}"

    show({"readers": reading, "formats": writing}, as_json=as_json, lines=lines)
    for trouble in extension_troubles():
        say(trouble)
    return 1 if extension_troubles() else 0
