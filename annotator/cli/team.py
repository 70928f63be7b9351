"""Commands on a team's database: its members, and moving a project between a file and a server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import get_args

import click

from annotator import settings
from annotator.actions.team import add_member, move_project
from annotator.cli.running import by_option, json_option, opened, progress, show
from annotator.records import TeamRole

PROJECT_AND_NAME = "[PROJECT] NAME"


@click.group()
def team() -> None:
    """Members of the team that works in a database on a server.

    PROJECT is the database’s URL; without one, the team’s database that was opened last in the window.
    Only its owner may add and remove members.
    """


@team.command()
@click.argument("words", nargs=-1, metavar=PROJECT_AND_NAME, required=True)
@click.option("--role", required=True, type=click.Choice(get_args(TeamRole)), help="What NAME may do.")
@click.option("--password-stdin", is_flag=True, help="Read the new member’s password from standard input.")
@by_option
@json_option
def add(words: tuple[str, ...], role: TeamRole, password_stdin: bool, by: str | None, as_json: bool) -> None:
    """Let NAME in: makes the database role of that name, or gives a member another role.

    A coder changes own marks; a reviewer also writes reviews and the consensus; a manager also keeps the
    codebook, the articles and the plan.
    """
    project, name = _project_and_name(words)
    password = _password(name, password_stdin)
    with opened(project, by) as store:
        new = add_member(store, name, role, password=password)
    said = f"{name} is a {role} now."
    if new and not password:
        said += (
            " The database role has no password: set one in psql with \\password, give it with --password-stdin next "
            "time, or let the server know them by other means."
        )
    show({"name": name, "role": role, "new": new}, as_json=as_json, lines=lambda: iter([said]))


@team.command(name="list")
@click.argument("project", required=False)
@by_option
@json_option
def list_(project: str | None, by: str | None, as_json: bool) -> None:
    """List the members."""
    with opened(project or _last(), by) as store:
        members = store.team.all()

    def lines() -> Iterator[str]:
        yield from (f"{each.name}: {each.role}" for each in members)
        if not members:
            yield "The team has no members yet."

    found = [{"name": each.name, "login": each.login, "role": each.role} for each in members]
    show({"members": found}, as_json=as_json, lines=lines)


@team.command()
@click.argument("words", nargs=-1, metavar=PROJECT_AND_NAME, required=True)
@by_option
@json_option
def remove(words: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Take NAME out of the team. The marks stay, and so does the database role, without rights here."""
    project, name = _project_and_name(words)
    with opened(project, by) as store:
        store.team.remove(name)
    show({"name": name}, as_json=as_json, lines=lambda: iter([f"{name} is no member any more; the marks stay."]))


@click.command()
@click.argument("project")
@click.argument("target")
@by_option
@json_option
def move(project: str, target: str, by: str | None, as_json: bool) -> None:
    """Bring PROJECT with its whole history to TARGET.

    From a file to a server, back, or elsewhere: TARGET is a new file, or the URL of a database that holds no
    project yet. The two are compared before the copy is kept; PROJECT itself stays as it is.
    """
    with opened(project, by) as store, progress("Moving") as report:
        made = move_project(store, target, report=report)
        source = store.address
    said = f"Moved to {made}. {source} is still there; go on in one of the two."
    show({"path": made}, as_json=as_json, lines=lambda: iter([said]))


def _project_and_name(words: tuple[str, ...]) -> tuple[str, str]:
    if len(words) > 2:
        raise click.UsageError("Name the database, if at all, and one member; quote a name of several words.")
    return (words[0], words[1]) if len(words) == 2 else (_last(), words[0])


def _last() -> str:
    """The team's database that was opened last."""
    found = next((each for each in settings.load().recent if "://" in each), None)
    if found is None:
        raise click.UsageError("Name the team’s database: postgresql+psycopg://name@host/database.")
    return found


def _password(name: str, stdin: bool) -> str | None:
    """The new member's password, never on the command line, where everybody on the computer could read it."""
    if stdin:
        return sys.stdin.readline().rstrip("\r\n") or None
    if not sys.stdin.isatty():
        return None
    title = f"Password for {name} (empty for none)"
    return (
        click.prompt(title, hide_input=True, confirmation_prompt=True, default="", show_default=False, err=True) or None
    )
