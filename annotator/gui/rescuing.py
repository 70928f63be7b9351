"""What a window does when a project cannot be gone on with: saves what is known, and offers what lies there.

Made with the commands on projects. An open file that goes away, is overwritten or cannot be read any more is
saved to a sibling; where a project does not open, a rescued copy beside it and its last backup are offered by
buttons. What happened, where things are and what to do come first, what is missing last.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale

from annotator.errors import AnnotatorError
from annotator.gui import files_dialog
from annotator.gui.language import tr, translated
from annotator.gui.open_project import OpenProject
from annotator.store import backup
from annotator.store.engine import SUFFIX

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

Saved = tuple[Path, dict[str, str]]
_SIGNS_OF_DAMAGE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What comes of a value that is not of its kind, or of a reference to nothing."""


class Rescuing:
    """Of one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    # Open projects ------------------------------------------------------------------------------

    def gone(self, sentence: str) -> None:
        """The file went away or was overwritten: save what the open connection knows."""
        self._begin(sentence)

    def damaged(self, _sentence: str) -> None:
        """A page cannot be read: writing has stopped; save what can be read."""
        project = self._window.project
        if project is not None:
            told = tr("A part of {path} cannot be read any more, so nothing more is written into it.")
            self._begin(told.format(path=project.store.address))

    def look_into(self, error: BaseException, unexplained: Callable[[], None]) -> None:
        """Something went wrong in the program: it is damage where values of the file are none, else `unexplained`."""
        project = self._window.project
        if project is None or project.store.path is None or not isinstance(error, _SIGNS_OF_DAMAGE):
            unexplained()
            return
        if project.rescued:
            # Said already; what is shown of it is as broken as before.
            return
        # It brings in the mapped classes, which opening a project does without.
        from annotator.queries.check import is_damaged

        def looked(found: bool) -> None:
            if not found:
                unexplained()
            elif self._window.project is project:
                self.damaged(project.store.distrust())

        project.jobs.ask(is_damaged, looked, key="damage", failed=lambda _: looked(True))

    def _begin(self, sentence: str) -> None:
        project = self._window.project
        if project is None or project.rescued:
            return
        project.rescued = True
        self._window.status.say_stopped()
        project.jobs.start(
            tr("Saving"),
            lambda _: project.store.rescue(),
            partial(self._saved, project, sentence),
            partial(self._not_saved, project, sentence),
        )

    def _saved(self, project: OpenProject, sentence: str, result: Saved) -> None:
        path, missing = result
        go_on = (tr("Go on in the saved file"), lambda: self._window.commands.open_path(str(path)))
        told = f"{sentence} {_report(path, missing, project.store.last_backup())}"
        self._window.messages.show_message(told, "error", [go_on])

    def _not_saved(self, project: OpenProject, sentence: str, error: Exception) -> None:
        """There is no room beside it, or no right to write: it may be saved elsewhere as long as it is open."""
        if not isinstance(error, AnnotatorError):
            raise error
        elsewhere = (tr("Save it elsewhere…"), partial(self._save_elsewhere, project, sentence))
        told = f"{sentence} {translated(str(error))}"
        last = project.store.last_backup()
        if last is not None:
            told += " " + tr("The last backup is {path}.").format(path=last)
        self._window.messages.show_message(told, "error", [elsewhere])

    def _save_elsewhere(self, project: OpenProject, sentence: str) -> None:
        proposal = Path.home() / f"{project.store.file_name}{SUFFIX}"
        chosen, _ = files_dialog.save_file(
            self._window, tr("Save what is known"), str(proposal), tr("Annotator projects (*.annotator)")
        )
        if not chosen:
            self._window.messages.show_message(
                sentence, "error", [(tr("Save it elsewhere…"), partial(self._save_elsewhere, project, sentence))]
            )
            return
        project.jobs.start(
            tr("Saving"),
            lambda _: project.store.save_to(Path(chosen)),
            partial(self._saved, project, sentence),
            partial(self._not_saved, project, sentence),
        )

    # Projects that do not open ------------------------------------------------------------------

    def not_opened(self, address: str, error: Exception) -> None:
        """Say why a file did not open, and offer what lies there in its place."""
        if not isinstance(error, AnnotatorError):
            raise error
        path = Path(address)
        identity = self._window.settings.identities.get(address, "")
        self._window.background.look(
            lambda: backup.copies_of(path, identity), partial(self._offer, path, translated(str(error)))
        )

    def _offer(self, path: Path, sentence: str, found: tuple[Path | None, Path | None]) -> None:
        rescued, last = found
        actions = []
        if rescued is not None:
            sentence += " " + tr("A rescued copy of {date} lies beside it.").format(date=_date(rescued))
            actions.append((tr("Open the rescued copy"), partial(self._window.commands.open_path, str(rescued))))
        if last is not None:
            sentence += " " + tr("The last backup is of {date}.").format(date=_date(last))
            actions.append((tr("Restore the last backup"), partial(self._restore, last, path)))
        # Of no matter any more once another project is shown.
        self._window.messages.show_message(sentence, "warning", actions, passing=True)

    def _restore(self, last: Path, path: Path) -> None:
        """Put a copy of the backup in the place of a project that is missing, or beside one that is damaged."""
        target = path.with_name(f"{path.stem} (restored {backup.stamp()}){SUFFIX}") if path.exists() else path
        self._window.background.start(
            tr("Restoring"),
            lambda _: backup.restore(last, target),
            lambda made: self._window.commands.open_path(str(made)),
        )


def _date(path: Path) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _report(path: Path, missing: dict[str, str], last: Path | None) -> str:
    """Where it was saved and what to do, then the last backup, then what is missing."""
    if not missing:
        return tr("All of it was saved to {path}.").format(path=path)
    report = tr("What can be read was saved to {path}; go on in it.").format(path=path)
    if last is not None:
        report += " " + tr("The last backup is {path}.").format(path=last)
    lost = "; ".join(f"{table}: {translated(what)}" for table, what in missing.items())
    return report + " " + tr("Missing: {lost}.").format(lost=lost)
