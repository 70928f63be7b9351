"""The codebook alone, taken in from a file and written to one, as the Codebook screen asks for it.

Made by that screen. Reading and writing is done in the background; what came of it is said.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from annotator.actions.codebook_files import export_codebook, look_at_codebook, take_codebook
from annotator.actions.taking_topics import Taken
from annotator.gui import files_dialog
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.dialogs.report_dialog import ReportDialog, ReportLine
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted, filled, translated
from annotator.gui.screens import Screen

_MOST_SAID = 5
"""Changes of names and places that are said before they are done."""


class BookFiles(QObject):
    """Asks for files, and does what is asked for with them."""

    def __init__(self, jobs: Jobs, screen: Screen) -> None:
        super().__init__(screen)
        self._jobs, self._screen = jobs, screen

    def import_(self) -> None:
        """Ask for a file, and take its codebook in."""
        kinds = self.tr("Codebooks") + " (*.toml *.qdc *.csv *.tsv);;" + self.tr("All files") + " (*)"
        chosen = files_dialog.open_file(self._screen, self.tr("Import a codebook"), kinds)
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Take in the codebook of a file, and say what became of it; ask first where it changes what is there."""
        store = self._jobs.store

        def looked(found: Taken) -> None:
            if not found.changed or self._agreed(found):
                words = self.tr("Importing the codebook")
                self._jobs.start(words, lambda _report: take_codebook(store, path), self._taken)

        self._jobs.start(self.tr("Looking at the codebook"), lambda _report: look_at_codebook(store, path), looked)

    def _agreed(self, found: Taken) -> bool:
        """Whether the changes that a file makes are wanted."""
        said = [
            counted(
                found.changed, self.tr("1 topic or field is changed."), self.tr("{count} topics or fields are changed.")
            ),
            *map(translated, found.renewed[:_MOST_SAID]),
            self.tr("What the file does not name stays, and undo takes all of it back."),
        ]
        name = Path(found.path).name
        title = filled(self.tr("Take in the codebook “{file}”?"), file=name)
        return Confirm.ask(self._screen.window(), title, " ".join(said), self.tr("Take it in"))

    def _taken(self, taken: Taken) -> None:
        summary = self.tr("{added} added, {changed} changed, {same} the same.").format(
            added=taken.added, changed=taken.changed, same=taken.same
        )
        lines = [
            ReportLine(Path(taken.path).name, translated(each), taken.path)
            for each in (*taken.repaired, *taken.renewed)
        ]
        ReportDialog(self.tr("Codebook imported"), summary, lines, self._screen.window()).open()

    def export(self) -> None:
        """Ask for a place, and write the codebook there."""
        kinds = ";;".join(
            (
                self.tr("TOML, everything") + " (*.toml)",
                self.tr("REFI-QDA codebook") + " (*.qdc)",
                self.tr("Table of topics") + " (*.csv)",
            )
        )
        store = self._jobs.store
        name = str(store.beside(f"{store.file_name}.toml"))
        chosen, kind = files_dialog.save_file(self._screen, self.tr("Export the codebook"), name, kinds)
        if chosen:
            path = Path(chosen)
            suffix = next((each for each in (".qdc", ".csv") if each in kind), ".toml")
            self.export_file(path if path.suffix else path.with_suffix(suffix))

    def export_file(self, path: Path) -> None:
        """Write the codebook to a file, and say what its format could not carry."""
        store = self._jobs.store

        def written(lost: list[str]) -> None:
            if lost:
                lines = [ReportLine(path.name, translated(each), str(path)) for each in lost]
                ReportDialog(
                    self.tr("Codebook exported"), self.tr("Written, but for this:"), lines, self._screen.window()
                ).open()
            else:
                self._screen.hint.emit(self.tr("The codebook is in {path}.").format(path=path))

        self._jobs.start(self.tr("Exporting the codebook"), lambda _report: export_codebook(store, path), written)
