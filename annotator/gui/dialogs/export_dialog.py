"""Export: which format, whose tags, which articles, into which file; says before what gets lost.

Opened by the window, which hands over the formats and the annotators and carries out the wish.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import files_dialog
from annotator.gui.dialogs.export_choice import ArticleChoice
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dialogs.kinds import kind_text
from annotator.gui.dress import repolish
from annotator.gui.labels import label
from annotator.gui.theme import SMALL, TIGHT, WIDE
from annotator.queries.article_states import Standing
from annotator.queries.review_queue import Undecided

COUNT_MILLISECONDS = 400


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format as its registry describes it. loses: kinds of lines that it cannot keep; reads: it can be read back."""

    name: str
    title: str
    suffix: str
    loses: tuple[str, ...] = ()
    reads: bool = True


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to write. annotators: names, articles: ids; None stands for all.

    verify: read it back and compare. manifest: write counts and hashes beside it.
    """

    path: Path
    format: str
    annotators: tuple[str, ...] | None
    articles: tuple[str, ...] | None
    verify: bool = False
    manifest: bool = False


class ExportDialog(DesignedDialog):
    """`wish` is None until the user has pressed "Export"."""

    losses_wanted = Signal(object)
    """An ExportWish: what its format would lose is to be counted and handed to `show_losses`."""

    contents_wanted = Signal(object)
    """An ExportWish: what is to be known of its contents is to be found out and handed to `show_contents`."""

    def __init__(
        self,
        formats: Sequence[ExportFormat],
        annotators: Sequence[str],
        target: Path,
        selected_articles: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        standing: Standing = Standing((), {}),  # noqa: B008  # frozen
        consensus: Sequence[str] = (),
    ) -> None:
        """target: the file proposed, whose suffix follows the format; selected_articles: ids.

        standing: how far everybody is with the articles. consensus: those of the annotators who are the consensus.
        """
        super().__init__(parent, "", scrolls=True)
        self.setWindowTitle(self.tr("Export"))
        self.heading.setText(self.tr("Export the annotation set"))
        self.open_at(640, 600)
        self.wish: ExportWish | None = None
        self._formats = list(formats)
        self._consensus = tuple(consensus)
        # A moment later: the number of an annotator's name ticked on the way is nobody's question.
        self._ask_later = QTimer(self, singleShot=True, interval=COUNT_MILLISECONDS)
        self._ask_later.timeout.connect(self._ask)
        self._add_format()
        self._add_whose(annotators)
        column = self._section(self.tr("Which articles"))
        self.articles = ArticleChoice(standing, selected_articles)
        self.articles.changed.connect(self._changed)
        column.addWidget(self.articles)
        self._add_file(target)
        self.content.addStretch(1)
        self.add_button(self.tr("Cancel"), self.reject)
        self.export = self.add_button(self.tr("Export"), self._export, kind="primary", default=True)
        self._format_changed()
        self.export.setFocus()

    def watch(self) -> None:
        """Ask about what is chosen now; called once whoever knows the answers is listening."""
        self._ask()

    # Parts ------------------------------------------------------------------------------------------

    def _section(self, title: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addWidget(label(title, "section"))
        self.content.addLayout(column)
        return column

    def _add_format(self) -> None:
        column = self._section(self.tr("Format"))
        self.format_list = QComboBox()
        self.format_list.setAccessibleName(self.tr("Format"))
        for each in self._formats:
            self.format_list.addItem(f"{each.title} ({each.suffix})", each.name)
        self.format_list.currentIndexChanged.connect(lambda _row: self._format_changed())
        column.addWidget(self.format_list)
        self.losses = label("", "small", wrapped=True)
        column.addWidget(self.losses)

    def _add_whose(self, annotators: Sequence[str]) -> None:
        column = self._section(self.tr("Whose tags"))
        self.everybody = QRadioButton(self.tr("All annotators"))
        self.some = QRadioButton(self.tr("Only these"))
        self.agreed = QRadioButton(self.tr("Only the consensus"))
        self.agreed.setVisible(bool(self._consensus))
        self.everybody.setChecked(True)
        group = QButtonGroup(self)
        for choice in (self.everybody, self.agreed, self.some):
            group.addButton(choice)
            column.addWidget(choice)
        self.some.setEnabled(len(annotators) > 1)
        self.ticks = [QCheckBox(name) for name in annotators]
        names = QWidget()
        box = QVBoxLayout(names)
        box.setContentsMargins(WIDE, 0, 0, 0)
        box.setSpacing(TIGHT)
        for tick in self.ticks:
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self._whose_changed())
            box.addWidget(tick)
        self.names = QScrollArea()
        self.names.setWidget(names)
        self.names.setWidgetResizable(True)
        self.names.setFixedHeight(min(names.sizeHint().height() + TIGHT, 140))
        self.names.hide()
        column.addWidget(self.names)
        self.some.toggled.connect(self.names.setVisible)
        for choice in (self.some, self.agreed):
            choice.toggled.connect(lambda _on: self._whose_changed())
        self.contents = label("", "small", wrapped=True)
        self.contents.setProperty("kind", "warn")
        self.contents.hide()
        column.addWidget(self.contents)

    def _add_file(self, target: Path) -> None:
        column = self._section(self.tr("File"))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.file = QLineEdit(str(target))
        self.file.setAccessibleName(self.tr("File"))
        self.file.textChanged.connect(lambda _text: self._check())
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(lambda _checked=False: self._browse())
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        column.addLayout(row)
        self.said = label("", "small", wrapped=True)
        column.addWidget(self.said)
        self.verify = QCheckBox(self.tr("Read it back and compare"))
        self.manifest = QCheckBox(self.tr("Write counts and hashes beside it"))
        self.manifest.setToolTip(self.tr("A manifest: the file’s name with .manifest.json behind it."))
        self.manifest.setChecked(True)
        column.addWidget(self.verify)
        column.addWidget(self.manifest)

    # What changes -----------------------------------------------------------------------------------

    def _whose_changed(self) -> None:
        self.articles.count_for(self._names())
        self._changed()

    def _changed(self) -> None:
        self._ask_later.start()
        self._check()

    def _names(self) -> tuple[str, ...] | None:
        """Whose tags are chosen; None for everybody's."""
        if self.agreed.isChecked():
            return self._consensus
        return tuple(tick.text() for tick in self.ticks if tick.isChecked()) if self.some.isChecked() else None

    def _ask(self) -> None:
        self.contents_wanted.emit(self._wished())
        if self._format().loses:
            self.losses.setText(self._cannot_keep() + " " + self.tr("Counting how many there are here…"))
            self.losses_wanted.emit(self._wished())

    def show_contents(self, wish: ExportWish, *, blind: int, undecided: Undecided) -> None:
        """blind: articles of which colleagues' tags are left out; undecided: what the consensus lacks."""
        if not self._is_wished(wish):
            return
        told = []
        if blind:
            told.append(
                self.tr(
                    "Articles that you read blind: {count}. Colleagues’ tags there are left out until you have "
                    "finished them; tick names to have them all the same."
                ).format(count=self.locale().toString(blind))
            )
        if undecided.disagreements:
            told.append(
                self.tr("The consensus is not whole yet. Disagreements that are not decided: {count}.").format(
                    count=self.locale().toString(undecided.disagreements)
                )
            )
        if undecided.unanimous:
            told.append(
                self.tr(
                    "The consensus lacks claims on which all agree and which nobody has accepted: {count}. Review "
                    "accepts them at once."
                ).format(count=self.locale().toString(undecided.unanimous))
            )
        self.contents.setText("\n".join(told))
        self.contents.setVisible(bool(told))

    def _is_wished(self, wish: ExportWish) -> bool:
        now = self._wished()
        return (wish.format, wish.annotators, wish.articles) == (now.format, now.annotators, now.articles)

    def show_losses(self, wish: ExportWish, losses: Mapping[str, int]) -> None:
        """What would be lost, as it was counted for a wish; nothing is said where another is chosen by now."""
        if not self._is_wished(wish):
            return
        if not losses:
            self.losses.setText(self._cannot_keep() + " " + self.tr("There are none here: nothing is lost."))
            return
        counted = ", ".join(f"{kind_text(kind)} {self.locale().toString(count)}" for kind, count in losses.items())
        self.losses.setText(self.tr("Not kept by this format, of what is chosen: {counted}.").format(counted=counted))

    def _cannot_keep(self) -> str:
        lost = ", ".join(kind_text(each) for each in self._format().loses)
        return self.tr("This format cannot keep: {lost}.").format(lost=lost)

    def _format(self) -> ExportFormat:
        return self._formats[self.format_list.currentIndex()]

    def _format_changed(self) -> None:
        chosen = self._format()
        if chosen.loses:
            self.losses.setText(self._cannot_keep())
        elif chosen.reads:
            self.losses.setText(self.tr("Keeps everything, and comes back unchanged."))
        else:
            self.losses.setText(self.tr("Keeps everything; it is for other programs and cannot be read back."))
        self.verify.setEnabled(chosen.reads and not chosen.loses)
        self.verify.setChecked(self.verify.isEnabled())
        self._ask_later.start()
        suffixes = {each.suffix for each in self._formats}
        path = Path(self.file.text())
        if path.name and path.suffix in suffixes:
            self.file.setText(str(path.with_suffix(chosen.suffix)))
        self._check()

    def _browse(self) -> None:
        chosen = self._format()
        name, _filter = files_dialog.save_file(
            self,
            self.tr("Export to"),
            self.file.text(),
            f"{chosen.title} (*{chosen.suffix})",
            ask=False,
        )
        if name:
            self.file.setText(name)

    def _path(self) -> Path:
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix or not path.name else path.with_suffix(self._format().suffix)

    def _check(self) -> None:
        """Say what stands in the way, else what will be replaced."""
        problem = target_problem(self._path())
        if self.some.isChecked() and not any(tick.isChecked() for tick in self.ticks):
            problem = self.tr("Tick at least one annotator.")
        elif self.articles.ids() == ():
            problem = self.tr("No article is in a state that is ticked.")
        replaced = self.tr("This file exists; it will be replaced.") if self._path().is_file() else ""
        self.said.setText(problem or replaced)
        self.said.setProperty("kind", "warn" if problem or replaced else "small")
        repolish(self.said)
        self.export.setEnabled(not problem)

    def _wished(self) -> ExportWish:
        return ExportWish(
            path=self._path(),
            format=self._format().name,
            annotators=self._names(),
            articles=self.articles.ids(),
            verify=self.verify.isChecked(),
            manifest=self.manifest.isChecked(),
        )

    def _export(self) -> None:
        self.wish = self._wished()
        self.accept()


def target_problem(path: Path) -> str:
    """Why nothing can be written to this file, as a sentence; empty where nothing stands in the way."""
    if not path.name:
        return QCoreApplication.translate("ExportDialog", "Give the file a name.")
    if not path.is_absolute():
        return QCoreApplication.translate("ExportDialog", "Give the whole path, or press Browse.")
    if path.is_dir():
        return QCoreApplication.translate("ExportDialog", "This is a folder; add a file name.")
    if not path.parent.is_dir():
        return QCoreApplication.translate("ExportDialog", "The folder does not exist; choose another one.")
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return QCoreApplication.translate("ExportDialog", "You may not write there; choose another folder.")
    return ""
