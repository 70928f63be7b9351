"""The command that merges copies of a project: merge."""

from __future__ import annotations

from collections.abc import Iterator

import click

from annotator.actions.merging import MergeReport, merge_copies
from annotator.cli.running import by_option, count, json_option, opened, progress, say, show


@click.command()
@click.argument("project")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@click.option("--dry-run", is_flag=True, help="Report what would be done; change nothing.")
@click.option("--same", multiple=True, metavar="NAME", help="Annotators of that name are one person; repeatable.")
@by_option
@json_option
def merge(
    project: str, others: tuple[str, ...], dry_run: bool, same: tuple[str, ...], by: str | None, as_json: bool
) -> int:
    """Take in other copies of the same project."""
    with opened(project, by) as store, progress("Merging") as report:
        reports = merge_copies(store, others, same_people=same, dry_run=dry_run, report=report)
    show({"files": reports}, as_json=as_json, lines=lambda: _lines(reports, dry_run))
    for each in reports:
        for refused in each.refused:
            say(f"{refused.where}: {refused.reason}" if refused.where not in refused.reason else refused.reason)
        for sentence in each.conflicts:
            say(sentence)
        for name in each.namesakes:
            say(
                f"“{name}” is one annotator here and another one in the copy; they are kept apart. To make them one, "
                f"merge with --same “{name}”."
            )
    return 1 if any(each.refused or each.conflicts for each in reports) else 0


def _lines(reports: list[MergeReport], dry_run: bool) -> Iterator[str]:
    verb = "would take in" if dry_run else "took in"
    for each in reports:
        nouns = ("article", "claim", "mention", "passage", "speaker", "topic")
        taken = [count(number, noun) for noun in nouns if (number := getattr(each, f"{noun}s"))]
        kinds = (
            (each.only_there, "only there"), (each.changed_there, "changed there"), (each.removed, "removed"),
            (each.only_here, "only here"), (each.changed_here, "changed here"), (each.same, "the same in both"),
        )  # fmt: skip
        things = [f"{number} {where}" for number, where in kinds if number]
        told = [count(len(each.conflicts), "conflict"), f"{len(each.refused)} refused"]
        said = [*things, *(words for words in told if not words.startswith("0 "))]
        what = ", ".join(taken) or "nothing"
        yield f"{each.path}: {verb} {what}; of all records {', '.join(said) or 'none is compared'}"
