"""Commands on a project as a whole: new, check, backup, restore, history, undo, redo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from annotator.actions.codebook_files import take_codebook
from annotator.actions.sample import fill_with_sample
from annotator.actions.team import restore_project
from annotator.cli.running import by_option, count, json_option, opened, progress, say, say_what_is_left_out, show
from annotator.errors import DamagedProject, ProjectExists, UndoConflict
from annotator.queries import check as checking
from annotator.queries.history import history as steps_of
from annotator.queries.history import readings
from annotator.queries.plan import blind_articles
from annotator.settings import acting_annotator
from annotator.store import Store
from annotator.store.database import is_url
from annotator.store.engine import project_path
from annotator.store.salvage import salvage_file


@click.command()
@click.argument("project")
@click.option(
    "--codebook",
    type=click.Path(path_type=Path),
    help="Take topics and fields from this file: TOML, or .qdc of REFI-QDA.",
)
@click.option("--sample", is_flag=True, help="Fill the project with the sample.")
@by_option
@json_option
def new(project: str, codebook: Path | None, sample: bool, by: str | None, as_json: bool) -> None:
    """Make a new project. Nothing is overwritten."""
    if sample and codebook:
        raise click.UsageError("The sample brings a codebook of its own; name one or the other.")
    store = Store.create(project, acting_annotator(by), name="Harbour dispute" if sample else None)
    try:
        with progress("Preparing") as report:
            if sample:
                fill_with_sample(store, report=report)
            if codebook:
                for sentence in take_codebook(store, codebook).repaired:
                    say(f"{codebook}: {sentence}")
    except BaseException:
        store.discard()
        raise
    store.close()
    show({"path": store.address}, as_json=as_json, lines=lambda: iter([f"Made {store.address}."]))


@click.command()
@click.argument("project")
@by_option
@json_option
def check(project: str, by: str | None, as_json: bool) -> int:
    """Check every invariant; exit 1 and a list where one fails."""
    counts = {"articles": 0, "marks": 0, "steps": 0}
    problems: list[str] = []
    with opened(project, by) as store:
        try:
            with store.read() as session:
                counts = checking.counts(session)
                for problem in checking.problems(session):
                    problems.append(problem)
        except DamagedProject as error:
            problems.append(str(error))
    result = {"ok": not problems, "checked": counts, "problems": problems}

    def lines() -> Iterator[str]:
        if not problems:
            looked_at = ", ".join(count(number, what[:-1]) for what, number in counts.items())
            yield f"Sound: {looked_at}."
        yield from problems

    show(result, as_json=as_json, lines=lines)
    if problems:
        say(f"{count(len(problems), 'problem')} found in {project}.")
    return 1 if problems else 0


@click.command()
@click.argument("project")
@click.argument("out", type=click.Path(path_type=Path))
@by_option
@json_option
def backup(project: str, out: Path, by: str | None, as_json: bool) -> int:
    """Write a verified copy of PROJECT to OUT; of a damaged one, what can be read."""
    target = project_path(out)
    if target.exists():
        raise ProjectExists(f"{target} exists already; a backup never takes the place of another file.")
    made, missing, troubles = _saved(project, target, by)
    show({"path": str(made)}, as_json=as_json, lines=lambda: iter([f"Copied to {made}."]))
    for table, lost in missing.items():
        say(f"The project is damaged; missing from the copy, {table}: {lost}.")
    for trouble in troubles:
        say(trouble)
    if troubles:
        say(f"The copy holds this as {project} does; annotator restore BACKUP PROJECT takes an older backup.")
    return 1 if missing or troubles else 0


def _saved(project: str, target: Path, by: str | None) -> tuple[Path, dict[str, str], list[str]]:
    """The copy, what is missing from it by table, and what is wrong with the texts that it holds."""
    try:
        with opened(project, by) as store:
            made, missing = store.save_to(target)
            if missing:
                return made, missing, []
            with store.read() as session:
                return made, missing, list(checking.troubles_of_texts(session))
    except DamagedProject as error:
        path = project_path(project)
        if is_url(project) or target.exists() or not path.is_file():
            raise
        missing = salvage_file(path, target)
        return target, missing, [] if missing else [str(error)]


@click.command()
@click.argument("backup_file", metavar="BACKUP", type=click.Path(path_type=Path))
@click.argument("project")
@json_option
def restore(backup_file: Path, project: str, as_json: bool) -> None:
    """Make PROJECT, a file or an empty database on a server, from a backup. Nothing is overwritten."""
    made = restore_project(backup_file, project)
    show({"path": str(made)}, as_json=as_json, lines=lambda: iter([f"Restored to {made}."]))


@click.command()
@click.argument("project")
@click.option("--mark", metavar="ID", help="Only steps that touched this mark.")
@by_option
@json_option
def history(project: str, mark: str | None, by: str | None, as_json: bool) -> None:
    """List the steps, latest first."""
    with opened(project, by) as store, store.read() as session:
        steps = steps_of(session, mark, reader=store.annotator)
        blind = blind_articles(session, store.annotator)
        read = 0 if mark else readings(session)

    def lines() -> Iterator[str]:
        for step in steps:
            undone = ", undone" if step.undone else ""
            kind = "" if step.kind in ("change", "batch") else f" ({step.kind})"
            moment = step.at[:16].replace("T", " ")
            yield f"{step.step:6}  {moment}  {step.annotator}: {step.label}{kind}, {count(step.rows, 'row')}{undone}"
        if read:
            yield f"Not listed: {count(read, 'step')} that only note how far somebody has read."

    show({"steps": steps}, as_json=as_json, lines=lines)
    say_what_is_left_out(blind, store)


pass_over_option = click.option("--pass-over", type=int, metavar="STEP", help="Leave this step standing, in conflict.")


@click.command()
@click.argument("project")
@pass_over_option
@by_option
@json_option
def undo(project: str, pass_over: int | None, by: str | None, as_json: bool) -> None:
    """Undo the last step of who asks."""
    _invert(project, "undo", pass_over, by, as_json)


@click.command()
@click.argument("project")
@pass_over_option
@by_option
@json_option
def redo(project: str, pass_over: int | None, by: str | None, as_json: bool) -> None:
    """Do the last undone step of who asks again."""
    _invert(project, "redo", pass_over, by, as_json)


def _invert(project: str, word: str, pass_over: int | None, by: str | None, as_json: bool) -> None:
    with opened(project, by) as store:
        try:
            step: dict[str, Any] = getattr(store, word)(pass_over=pass_over)
        except UndoConflict as error:
            say(f"To go on past it: annotator {word} {project} --pass-over {error.step}")
            raise
    done = "Undone" if word == "undo" else "Done again"
    show(
        {"step": step["number"], "label": step["label"]},
        as_json=as_json,
        lines=lambda: iter([f"{done}: {step['label']} (step {step['number']})."]),
    )
