"""What the commands on annotation sets and copies do: import, export, backup.

The base of `ProjectCommands`. An import is rehearsed first: what would be added, what is the same, what
is refused; then one button. Formats and dialogs are imported when a command is given: the window opens
without them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.errors import AnnotatorError, Cancelled
from annotator.gui import files_dialog
from annotator.gui.language import tr, translated
from annotator.gui.open_project import OpenProject
from annotator.queries.annotators import annotators
from annotator.queries.article_states import Standing, standing
from annotator.store.backup import stamp
from annotator.store.engine import SUFFIX

if TYPE_CHECKING:
    from annotator.actions.export_check import Comparison
    from annotator.formats import Written
    from annotator.gui.dialogs.export_dialog import ExportDialog, ExportWish
    from annotator.gui.dialogs.import_dialog import ImportDialog, ImportWish
    from annotator.gui.main_window import MainWindow


class ExchangeCommands:
    """Import, export and backup of the open project."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def _project(self) -> OpenProject | None:
        return self._window.project

    def _refused_read_only(self, project: OpenProject) -> bool:
        if project.store.read_only:
            self._window.refuse(tr("This project is open for reading only; nothing can be changed in it."))
        return project.store.read_only

    # Import -------------------------------------------------------------------------------------

    def import_(self) -> None:
        """Ask for files and import them."""
        from annotator.formats import formats

        patterns = " ".join(f"*{suffix}" for each in formats() if each.reads for suffix in each.suffixes)
        kinds = tr("Annotation sets") + f" ({patterns});;" + tr("All files") + " (*)"
        chosen = files_dialog.open_files(self._window, tr("Import annotation sets"), kinds)
        if chosen:
            self.import_files([Path(each) for each in chosen])

    def import_files(self, files: list[Path], over: Callable[[], object] = lambda: None) -> None:
        """Rehearse the import, show what it would do, and do it when that is agreed to.

        over: called when the files are not needed any more.
        """
        from annotator.actions.exchange import foreign_labels, import_sets
        from annotator.formats import format_named, formats
        from annotator.gui.dialogs.import_dialog import ImportDialog, ImportWish

        project = self._project()
        if project is None or self._refused_read_only(project):
            return
        store = project.store

        def look(wish: ImportWish, report: Callable[[int, int, str], None]) -> Any:
            reports = import_sets(
                store, files, as_name=wish.as_annotator, options=wish.options(), partial=wish.partial,
                dry_run=True, report=report,
            )  # fmt: skip
            return reports, foreign_labels(files, options=wish.options())

        def show(found: Any) -> None:
            reports, labels = found
            titles = {each.name: translated(each.title) for each in formats()}
            tables = [each for each in files if each.suffix.lower() in format_named("table").suffixes]
            dialog = ImportDialog(reports, titles, self._window, labels=labels, has_table=bool(tables))
            dialog.columns_wanted.connect(lambda: self._ask_annotation_columns(project, dialog, tables))
            dialog.rehearsal_wanted.connect(
                lambda wish: project.jobs.start(
                    tr("Looking at the files"), partial(look, wish), lambda again: dialog.show_found(*again)
                )
            )
            dialog.accepted.connect(lambda: self._import(project, files, dialog.wish(), over))
            dialog.rejected.connect(lambda: over())
            dialog.open()

        def failed(error: Exception) -> None:
            over()
            self.import_failed(error)

        project.jobs.start(tr("Looking at the files"), partial(look, ImportWish()), show, failed)

    def import_failed(self, error: Exception) -> None:
        """Say why nothing came in; who stopped it knows."""
        if not isinstance(error, AnnotatorError):
            raise error
        if not isinstance(error, Cancelled):
            self._window.refuse(translated(str(error)))

    def _ask_annotation_columns(self, project: OpenProject, dialog: ImportDialog, tables: list[Path]) -> None:
        """Show the beginning of a table, and have its columns named."""
        from annotator.formats.foreign_table import TablePreview, preview
        from annotator.gui.dialogs.annotation_columns_dialog import AnnotationColumnsDialog

        def show(found: TablePreview) -> None:
            asked = AnnotationColumnsDialog(tables, found, dialog)
            asked.accepted.connect(lambda: dialog.take_columns(asked.mapping()))
            asked.open()

        def refused(error: Exception) -> None:
            if not isinstance(error, AnnotatorError):
                raise error
            dialog.explain(translated(str(error)))

        project.jobs.start(tr("Looking at the files"), lambda _report: preview(tables[0]), show, refused)

    def _import(self, project: OpenProject, files: list[Path], wish: ImportWish, over: Callable[[], object]) -> None:
        from annotator.actions.exchange import import_sets
        from annotator.gui.dialogs.report_dialog import ReportDialog

        store = project.store

        def done(reports: Any) -> None:
            over()
            self._window.show_name(store.name)
            ReportDialog.of_import(reports, self._window).open()

        def failed(error: Exception) -> None:
            over()
            self.import_failed(error)

        project.jobs.start(
            tr("Importing"),
            lambda report: import_sets(
                store, files, as_name=wish.as_annotator, options=wish.options(), partial=wish.partial, report=report
            ),
            done,
            failed,
        )

    # Export -------------------------------------------------------------------------------------

    def export(self, articles: list[str] | None = None) -> None:
        """Ask what to export, and write it. articles: ids of those selected; by default what the list has selected."""
        project = self._project()
        if project is not None:
            project.jobs.ask(
                lambda session: (annotators(session), standing(session)),
                partial(self._ask_export, project, articles or project.screen.articles.selection()),
            )

    def _ask_export(self, project: OpenProject, articles: list[str], found: tuple[list[Any], Standing]) -> None:
        from annotator.formats import formats
        from annotator.gui.dialogs.export_dialog import ExportDialog, ExportFormat

        choices = [
            ExportFormat(each.name, translated(each.title), each.output_suffix, each.loses, each.reads)
            for each in formats()
            if each.writes
        ]
        choices.sort(key=lambda each: (each.name != "native", each.title.casefold()))
        target = project.store.beside(f"{project.store.file_name}.jsonl")
        people, states = found
        # By name, as everywhere; what they agreed on comes after them.
        people = sorted(people, key=lambda each: (each.kind == "consensus", each.name.casefold()))
        names = [each.name for each in people]
        agreed = [each.name for each in people if each.kind == "consensus"]
        dialog = ExportDialog(choices, names, target, articles, self._window, standing=states, consensus=agreed)
        dialog.losses_wanted.connect(partial(self._count_losses, project, dialog))
        dialog.contents_wanted.connect(partial(self._look_at_contents, project, dialog))
        dialog.accepted.connect(lambda: self._export(project, dialog.wish))
        dialog.open()
        dialog.watch()

    def _count_losses(self, project: OpenProject, dialog: ExportDialog, wish: ExportWish) -> None:
        """Count beforehand what this very set would lose; a count that nobody waits for any more is stopped."""
        from annotator.actions.export_check import foresee_losses

        counting = project.jobs.start(
            tr("Counting what gets lost"),
            lambda report: foresee_losses(
                project.store, wish.format, annotators=wish.annotators, articles=wish.articles, report=report
            ),
            lambda losses: dialog.show_losses(wish, losses),
        )
        for over in (dialog.losses_wanted, dialog.finished):
            over.connect(counting.cancel)

    def _look_at_contents(self, project: OpenProject, dialog: ExportDialog, wish: ExportWish) -> None:
        """Say what is left out of this very set, and what the consensus lacks."""
        from annotator.actions.exchange import Beforehand, beforehand

        def show(known: Beforehand) -> None:
            dialog.show_contents(wish, blind=len(known.blind), undecided=known.undecided)

        looking = project.jobs.start(
            tr("Looking at what is chosen"),
            lambda _report: beforehand(project.store, annotators=wish.annotators, articles=wish.articles),
            show,
        )
        for over in (dialog.contents_wanted, dialog.finished):
            over.connect(looking.cancel)

    def _export(self, project: OpenProject, wish: ExportWish | None) -> None:
        from annotator.actions.exchange import export_set
        from annotator.actions.export_check import read_back, write_manifest

        if wish is None:
            return
        chosen: dict[str, Any] = {"annotators": wish.annotators, "articles": wish.articles}

        def work(report: Callable[[int, int, str], None]) -> tuple[Written, Comparison | None]:
            seen = chosen | {"without_blind": True}
            written = export_set(project.store, wish.path, format_name=wish.format, report=report, **seen)
            compared = read_back(project.store, written, report=report, **seen) if wish.verify else None
            if wish.manifest:
                write_manifest(project.store, written, comparison=compared, **chosen)
            return written, compared

        project.jobs.start(tr("Exporting"), work, lambda outcome: self._exported(*outcome))

    def _exported(self, written: Written, compared: Comparison | None) -> None:
        path = written.path
        if written.troubles:
            self._window.refuse(" ".join(translated(each) for each in written.troubles))
        if compared is None:
            self._window.hint(tr("Exported to {path}.").format(path=path))
        elif compared.equal:
            said = tr("Exported to {path}; read back, all {n} lines are the same.")
            self._window.hint(said.format(path=path, n=compared.same))
        else:
            said = tr(
                "Exported to {path}, but {n} lines came back otherwise; if a tag was made meanwhile, export again."
            )
            self._window.refuse(said.format(path=path, n=sum(compared.missing.values())))

    # Copies -------------------------------------------------------------------------------------

    def backup(self) -> None:
        """Ask for a file and write a verified copy of the project to it."""
        project = self._project()
        if project is None:
            return
        store = project.store
        proposal = store.beside(f"{store.file_name} {stamp()}{SUFFIX}")
        chosen, _ = files_dialog.save_file(
            self._window, tr("Save a backup"), str(proposal), tr("Annotator projects (*.annotator)")
        )
        if not chosen:
            return
        target = Path(chosen)
        if target == store.path:
            self._window.refuse(tr("A backup cannot take the place of the open project; choose another name."))
            return

        def failed(error: Exception) -> None:
            if not isinstance(error, AnnotatorError):
                raise error
            self._window.refuse(translated(str(error)))

        project.jobs.start(
            tr("Saving a backup"),
            lambda _: store.copy_to(target),
            lambda made: self._window.hint(tr("Saved to {path}.").format(path=made)),
            failed,
        )
