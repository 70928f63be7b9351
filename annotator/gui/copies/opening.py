"""Asks for a copy of the project, shows what merging it would do, and merges it when that is agreed to.

Called for the command "merge".
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from annotator.actions.merging import MergeReport, merge_copies, set_of_other
from annotator.gui import files_dialog
from annotator.gui.copies.merge_dialog import MergeCopyDialog
from annotator.gui.language import tr, translated

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow


def merge_copy(window: MainWindow) -> None:
    """Ask for the copy."""
    chosen = files_dialog.open_file(
        window, tr("Merge another copy of this project"), tr("Annotator projects (*.annotator)")
    )
    if chosen:
        look_at(window, Path(chosen))


def look_at(window: MainWindow, copy: Path) -> None:
    """Rehearse the merge and show what it would do; a file that is no copy is refused with a sentence."""
    project = window.project
    if project is None:
        return
    store = project.store

    def rehearsed(same: set[str], report: Any) -> MergeReport:
        return merge_copies(store, [copy], same_people=same, dry_run=True, report=report)[0]

    def show(report: MergeReport) -> None:
        if report.refused and report.refused[0].where == report.path:
            ways = ((tr("Import its tags…"), partial(_import_instead, window, copy)),) if report.instead else ()
            window.messages.show_message(translated(report.refused[0].reason), "warning", ways)
            return
        dialog = MergeCopyDialog(report, window)
        dialog.rehearsal_wanted.connect(
            lambda same: project.jobs.start(tr("Looking at the copy"), partial(rehearsed, same), dialog.show_report)
        )
        dialog.accepted.connect(lambda: _merge(window, copy, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    project.jobs.start(tr("Looking at the copy"), partial(rehearsed, set()), show)


def _import_instead(window: MainWindow, other: Path) -> None:
    """What is no copy but another project comes in as an annotation set, after the look that every set gets."""
    project = window.project
    if project is None:
        return
    store, folder = project.store, TemporaryDirectory(prefix="annotator-set-", ignore_cleanup_errors=True)

    def failed(error: Exception) -> None:
        folder.cleanup()
        window.commands.import_failed(error)

    project.jobs.start(
        tr("Reading the other project"),
        lambda _report: set_of_other(store, other, Path(folder.name)),
        lambda made: window.commands.import_files([made], over=folder.cleanup),
        failed,
    )


def _merge(window: MainWindow, copy: Path, dialog: MergeCopyDialog) -> None:
    project = window.project
    if project is None:
        return
    store, choices, same = project.store, dict(dialog.choices), set(dialog.same_people)

    def done(reports: list[MergeReport]) -> None:
        report = reports[0]
        if report.refused and report.refused[0].where == report.path:
            window.refuse(translated(report.refused[0].reason))
            return
        taken = report.only_there + report.changed_there
        said = tr("Merged: {taken} taken in or brought up to date, {removed} removed. Undo takes it back.")
        window.hint(said.format(taken=taken, removed=report.removed))

    project.jobs.start(
        tr("Merging the copy"),
        lambda report: merge_copies(store, [copy], choices=choices, same_people=same, report=report),
        done,
    )
