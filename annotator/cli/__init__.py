"""The command line: the same verbs and questions as the window, without Qt.

`main` is the program's entry. Commands live in this package's modules by theme and are imported when one
of them is called, so that the window starts without them. Exit 0: done; 1: it ran and found trouble; 2:
it could not run. Trouble is one plain sentence on standard error, never a traceback.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from collections.abc import Sequence

# Command -> (module of this package, function in it).
COMMANDS = {
    "add": "articles",
    "agreement": "review",
    "articles": "articles",
    "backup": "project",
    "check": "project",
    "disagreements": "review",
    "export": "exchange",
    "formats": "exchange",
    "history": "project",
    "import": "exchange",
    "merge": "merging",
    "move": "team",
    "new": "project",
    "redo": "project",
    "restore": "project",
    "screenshot": "window",
    "team": "team",
    "undo": "project",
}


# Doors of the floors below the window; what they import comes with them.
AHEAD = (
    "log", "settings", "text.finding", "store", "queries.history", "queries.registry", "queries.codebook",
    "queries.occurrences", "queries.propositions", "queries.reviews",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command, or open the window; ends the process with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    first = words[0] if words else ""
    if not first or not (first.startswith("-") or first in COMMANDS):
        # The common case, a double click, must not wait for the command line's own library.
        if len(words) > 1:
            _complain(f"“{first}” is no command, and the window takes one project; see annotator --help.")
            sys.exit(2)
        if not has_display():
            _complain(
                "There is no display here, so no window can be opened; annotator screenshot renders one, and "
                "annotator --help lists what works without."
            )
            sys.exit(2)
        import_ahead()
        from annotator.gui.app import run

        sys.exit(run(first or None))
    sys.exit(_run(words))


def import_ahead() -> None:
    """What the window needs besides Qt, before Qt: that looks into the source of all that is imported after it."""
    # Importing makes no garbage, and looking for it takes a twentieth of the start; `set_pace` looks again.
    gc.disable()
    for name in AHEAD:
        importlib.import_module(f"annotator.{name}")


def _run(words: list[str]) -> int:
    try:
        from annotator.cli.running import run_command

        code = run_command(words)
        # The work is done: a late Ctrl+C must not make a failure of it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    except KeyboardInterrupt:
        _complain("Stopped. What was done before stays.")
        return 1
    return code


def has_display() -> bool:
    """Whether a window can be shown. Without this look Qt would end the process with a core dump."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)  # noqa: T201  # standard error is where sentences go


def load(command: str) -> object:
    """The function of a command, imported now."""
    module = importlib.import_module(f"annotator.cli.{COMMANDS[command]}")
    return getattr(module, command + ("_" if command == "import" else ""))


def broken_pipe() -> None:
    """The reader of our output went away (`annotator … | head`): end quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
