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
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import repolish
from annotator.gui.labels import label
from annotator.gui.theme import SMALL, TIGHT, WIDE

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
        finished_articles: Sequence[str] = (),
    ) -> None:
        """target: the file proposed, whose suffix follows the format; selected_articles, finished_articles: ids."""
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Export"))
        self.heading.setText(self.tr("Export the annotation set"))
        self.setMinimumWidth(600)
        self.wish: ExportWish | None = None
        self._formats = list(formats)
        self._selected = tuple(selected_articles)
        self._finished = tuple(finished_articles)
        # A moment later: the number of an annotator's name ticked on the way is nobody's question.
        self._ask_later = QTimer(self, singleShot=True, interval=COUNT_MILLISECONDS)
        self._ask_later.timeout.connect(self._ask)
        self._add_format()
        self._add_whose(annotators)
        self._add_articles()
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
        self.everybody.setChecked(True)
        self._grouped(self.everybody, self.some)
        self.some.setEnabled(len(annotators) > 1)
        column.addWidget(self.everybody)
        column.addWidget(self.some)
        self.ticks = [QCheckBox(name) for name in annotators]
        names = QWidget()
        box = QVBoxLayout(names)
        box.setContentsMargins(WIDE, 0, 0, 0)
        box.setSpacing(TIGHT)
        for tick in self.ticks:
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self._check())
            tick.toggled.connect(lambda _on: self._ask_later.start())
            box.addWidget(tick)
        self.names = QScrollArea()
        self.names.setWidget(names)
        self.names.setWidgetResizable(True)
        self.names.setFixedHeight(min(names.sizeHint().height() + TIGHT, 140))
        self.names.hide()
        column.addWidget(self.names)
        self.some.toggled.connect(self._some_toggled)
        self.contents = label("", "small", wrapped=True)
        self.contents.setProperty("kind", "warn")
        self.contents.hide()
        column.addWidget(self.contents)

    def _add_articles(self) -> None:
        column = self._section(self.tr("Which articles"))
        self.all_articles = QRadioButton(self.tr("All articles"))
        text = self.tr("Only the articles selected in the list: {count}").format(count=len(self._selected))
        self.selected_articles = QRadioButton(text)
        self.selected_articles.setEnabled(bool(self._selected))
        text = self.tr("Only the articles that you have finished: {count}").format(count=len(self._finished))
        self.finished_articles = QRadioButton(text)
        self.finished_articles.setEnabled(bool(self._finished))
        self.all_articles.setChecked(True)
        choices = (self.all_articles, self.selected_articles, self.finished_articles)
        self._grouped(*choices)
        for choice in choices:
            choice.toggled.connect(lambda _on: self._ask_later.start())
            column.addWidget(choice)

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
        self.manifest.setToolTip(self.tr("A manifest: the file's name with .manifest.json behind it."))
        self.manifest.setChecked(True)
        column.addWidget(self.verify)
        column.addWidget(self.manifest)

    def _grouped(self, *buttons: QRadioButton) -> None:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)

    # What changes -----------------------------------------------------------------------------------

    def _some_toggled(self, some: bool) -> None:
        self.names.setVisible(some)
        self._ask_later.start()
        self._check()

    def _ask(self) -> None:
        self.contents_wanted.emit(self._wished())
        if self._format().loses:
            self.losses.setText(self._cannot_keep() + " " + self.tr("Counting how many there are here…"))
            self.losses_wanted.emit(self._wished())

    def show_contents(self, wish: ExportWish, *, blind: int, undecided: int) -> None:
        """blind: articles of which colleagues' tags are left out; undecided: disagreements that the consensus lacks."""
        if not self._is_wished(wish):
            return
        told = []
        if blind:
            told.append(
                self.tr(
                    "Articles that you read blind: {count}. Colleagues' tags there are left out until you have "
                    "finished them; tick names to have them all the same."
                ).format(count=self.locale().toString(blind))
            )
        if undecided:
            told.append(
                self.tr("The consensus is not whole yet. Disagreements that are not decided: {count}.").format(
                    count=self.locale().toString(undecided)
                )
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
        counted = ", ".join(f"{self.locale().toString(count)} {kind_text(kind)}" for kind, count in losses.items())
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
        name, _filter = QFileDialog.getSaveFileName(
            self,
            self.tr("Export to"),
            self.file.text(),
            f"{chosen.title} (*{chosen.suffix})",
            options=QFileDialog.Option.DontConfirmOverwrite,
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
        replaced = self.tr("This file exists; it will be replaced.") if self._path().is_file() else ""
        self.said.setText(problem or replaced)
        self.said.setProperty("kind", "warn" if problem or replaced else "small")
        repolish(self.said)
        self.export.setEnabled(not problem)

    def _wished(self) -> ExportWish:
        names = tuple(tick.text() for tick in self.ticks if tick.isChecked())
        articles = self._selected if self.selected_articles.isChecked() else None
        return ExportWish(
            path=self._path(),
            format=self._format().name,
            annotators=names if self.some.isChecked() else None,
            articles=self._finished if self.finished_articles.isChecked() else articles,
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


def kind_text(kind: str) -> str:
    """A kind of line of an annotation set as people call it; the word itself where it is no such kind."""
    texts = {
        "codebook": QCoreApplication.translate("Kinds", "versions of the codebook"),
        "annotator": QCoreApplication.translate("Kinds", "annotators"),
        "field": QCoreApplication.translate("Kinds", "own fields"),
        "topic": QCoreApplication.translate("Kinds", "topics"),
        "speaker": QCoreApplication.translate("Kinds", "speakers"),
        "article": QCoreApplication.translate("Kinds", "articles"),
        "proposition": QCoreApplication.translate("Kinds", "propositions"),
        "mention": QCoreApplication.translate("Kinds", "mentions"),
        "claim": QCoreApplication.translate("Kinds", "claims"),
        "passage": QCoreApplication.translate("Kinds", "passages"),
        "review": QCoreApplication.translate("Kinds", "reviews"),
        "comment": QCoreApplication.translate("Kinds", "comments"),
        "progress": QCoreApplication.translate("Kinds", "progress"),
        "assignment": QCoreApplication.translate("Kinds", "assignments"),
        "details": QCoreApplication.translate("Kinds", "details of articles"),
        "blocks": QCoreApplication.translate("Kinds", "kinds of paragraphs"),
        "links": QCoreApplication.translate("Kinds", "links of articles"),
        "earlier": QCoreApplication.translate("Kinds", "earlier texts of articles"),
        "boundaries": QCoreApplication.translate("Kinds", "boundaries within a token"),
        "parts": QCoreApplication.translate("Kinds", "further parts of claims"),
        "cue": QCoreApplication.translate("Kinds", "cues"),
        "characters": QCoreApplication.translate("Kinds", "characters beyond U+FFFF"),
        "quotation": QCoreApplication.translate("Kinds", "kinds of quotation"),
        "certainty": QCoreApplication.translate("Kinds", "certainty"),
        "claim details": QCoreApplication.translate("Kinds", "details of claims"),
        "mention details": QCoreApplication.translate("Kinds", "details of mentions"),
        "overlap": QCoreApplication.translate("Kinds", "marks that overlap longer ones"),
        "widened": QCoreApplication.translate("Kinds", "boundaries within a token, widened"),
        "roles": QCoreApplication.translate("Kinds", "roles other than who says it"),
        "fields": QCoreApplication.translate("Kinds", "own fields of claims"),
    }
    return texts.get(kind, kind.replace("_", " "))
