"""What all commands share: finding the command, opening the project, output, errors, exit codes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
import msgspec

from annotator import __version__, log
from annotator.cli import COMMANDS, broken_pipe, load
from annotator.errors import AnnotatorError, ChangeError, DamagedProject, InvalidValue, NotAllowed, UnknownRecord
from annotator.queries.check import troubles_of_texts
from annotator.sentences import plain
from annotator.settings import acting_annotator
from annotator.store import Store

HELP = """Tag claims, speakers and topics in articles.

Without a command: open the window, on PROJECT if one is named, else on the last project. PROJECT is a file
(suffix .annotator, added where it is missing).

Exit code 0: done; 1: it ran and found trouble; 2: it could not run.
"""


class ReaderGoneError(Exception):
    """Whoever read our output went away. No OSError, which click would turn into an exit code of 1."""


class Commands(click.Group):
    """The commands, each imported when it is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        command = load(name) if name in COMMANDS else None
        return command if isinstance(command, click.Command) else None


@click.group(cls=Commands, help=HELP, options_metavar="", subcommand_metavar="[PROJECT | COMMAND …]")
@click.version_option(__version__, prog_name="annotator")
def commands() -> None:
    """The group that all commands belong to."""


by_option = click.option("--by", metavar="NAME", help="Who acts, instead of the name in the settings.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


def run_command(words: Sequence[str]) -> int:
    """Run the command that the words name and return the exit code."""
    log.start()
    # Records by the hundred thousand are made in no circles: looking for garbage all the time finds none.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    try:
        result = commands.main(list(words), prog_name="annotator", standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        say("Stopped. What was done before stays.")
        return 1
    except ReaderGoneError:
        broken_pipe()
        return 0
    except ChangeError as error:
        say(str(error))
        return 1
    except AnnotatorError as error:
        say(str(error))
        return 2
    except OSError as error:
        say(f"{error.filename or 'A file'}: {error.strerror or error}.")
        return 2
    return int(result or 0)


def say(sentence: str) -> None:
    """A sentence for the person, on standard error."""
    click.echo(sentence, err=True)


@contextmanager
def opened(project: str, by: str | None) -> Iterator[Store]:
    """The project, open; what is odd about its place is said first."""
    store = Store.open(project, acting_annotator(by))
    try:
        if by and store.annotator != by:
            raise NotAllowed(f"On this server you are {store.annotator}, so you cannot act as {by}.")
        for warning in store.warnings:
            say(warning)
        with _damage_told(store):
            yield store
    finally:
        store.close()


@contextmanager
def _damage_told(store: Store) -> Iterator[None]:
    """Where values of the file are not what they should be, that is said, and not what came of it."""
    try:
        yield
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        if store.path is None:
            raise
        with store.read() as session:
            troubles = list(troubles_of_texts(session))
        if not troubles:
            raise
        for trouble in troubles:
            say(trouble)
        raise DamagedProject(
            f"{store.address} is damaged, so this cannot be done; annotator check lists all that is wrong, annotator "
            "restore BACKUP PROJECT takes a backup."
        ) from error


@contextmanager
def bad_argument() -> Iterator[None]:
    """A name on the command line that the project or the program does not know is a bad argument."""
    try:
        yield
    except (InvalidValue, UnknownRecord) as error:
        raise click.UsageError(str(error)) from error


def say_what_is_left_out(blind: Collection[str], store: Store) -> None:
    """The sentence where articles are read blind."""
    if blind:
        articles = count(len(blind), "article")
        say(f"{store.annotator} reads {articles} blind: what colleagues did there is left out until finished.")


def count(number: int, one: str, several: str = "") -> str:
    """A number with its word: "1 claim", "3 claims"."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def show(value: Any, *, as_json: bool, lines: Callable[[], Iterator[str]]) -> None:
    """Print the result: as one JSON document, or as lines for people."""
    try:
        for line in [msgspec.json.encode(value, enc_hook=plain).decode()] if as_json else lines():
            click.echo(line)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on standard error where that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _what: None
        return
    with click.progressbar(length=1, label=title, file=sys.stderr, item_show_func=lambda what: what or "") as bar:

        def report(done: int, total: int, what: str) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos, what)

        yield report


def mapping_of(columns: Sequence[str], fields: Sequence[str]) -> dict[str, str]:
    """Field -> heading, of options FIELD=HEADING. Raises UsageError where one is none."""
    mapping = {}
    for each in columns:
        field, equals, heading = each.partition("=")
        if not equals or field not in fields:
            raise click.UsageError(f"“{each}” is no column; write FIELD=HEADING, FIELD one of {', '.join(fields)}.")
        mapping[field] = heading
    return mapping
