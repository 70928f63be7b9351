"""Import: what the files hold and what an import would do, before anything is written.

Opened by the window after a rehearsal of the import. When the user changes how the files are to be read,
`rehearsal_wanted` asks for a new rehearsal, whose reports come back through `show_reports`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.formats import FileReport, Label, LabelKind, ReadOptions
from annotator.gui import files_dialog
from annotator.gui.dialogs.frame import DesignedDialog, emptied
from annotator.gui.dialogs.kinds import sign_text
from annotator.gui.dialogs.label_table import LabelTable
from annotator.gui.dialogs.report_dialog import ReportTable, all_lines
from annotator.gui.labels import ElidedLabel, label
from annotator.gui.language import filled
from annotator.gui.theme import LARGE, MEDIUM, SMALL, TIGHT

COLUMNS = 4

# How the lines begin that a report has of what it also counts.
_NO_LENGTH = "no length: "
_COUNTED = ("moved: ", "uncertain: ", "orphan: ", "tree: ")


@dataclass(frozen=True, slots=True)
class ImportWish:
    """How to import. as_annotator: whose the marks become, None for their own; partial: what is sound.

    labels: (label, what it becomes) where that is not the default; texts: the folder of texts that lie apart;
    columns: (field, heading) of tables of other programs.
    """

    as_annotator: str | None = None
    partial: bool = False
    labels: tuple[tuple[str, LabelKind], ...] = ()
    texts: Path | None = None
    columns: tuple[tuple[str, str], ...] = ()

    def options(self) -> ReadOptions:
        """The wish as the readers of foreign sets take it."""
        return ReadOptions(labels=dict(self.labels), texts=self.texts, columns=dict(self.columns))


class ImportDialog(DesignedDialog):
    """A card for each file, what was refused, two ways to read it otherwise, one button."""

    rehearsal_wanted = Signal(object)
    columns_wanted = Signal()
    """The user wants to say what the columns of a table hold; `take_columns` takes the answer."""

    def __init__(
        self,
        reports: Sequence[FileReport],
        titles: dict[str, str],
        parent: QWidget | None = None,
        *,
        labels: Sequence[Label] = (),
        has_table: bool = False,
    ) -> None:
        """titles: name of a format -> what people call it. labels: of foreign sets, to be mapped.

        has_table: one of the files is a table, whose columns may be named.
        """
        super().__init__(parent, "")
        self.setWindowTitle(self.tr("Import"))
        self.heading.setText(self.tr("Import annotation sets"))
        self.open_at(720, 620)
        self._titles = titles
        self._rehearsed = ImportWish()
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(SMALL)
        self._cards.setAlignment(Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(self._cards)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(holder)
        self.area.setAccessibleName(self.tr("What the files hold"))
        self.content.addWidget(self.area, 3)
        self.refused_title = label(self.tr("To look at"), "section")
        self.refused = ReportTable([])
        self.content.addWidget(self.refused_title)
        self.content.addWidget(self.refused, 2)
        self._add_labels(labels)
        self._add_ways()
        self._columns: tuple[tuple[str, str], ...] = ()
        if has_table:
            self.columns = self.add_button(self.tr("Columns…"), self.columns_wanted.emit, left=True)
        self.add_button(self.tr("Cancel"), self.reject)
        self.take = self.add_button(self.tr("Import"), self.accept, kind="primary", default=True)
        self.show_reports(reports)

    def _add_labels(self, labels: Sequence[Label]) -> None:
        # Made where it stays: a table that moves is styled anew with all that is in it.
        self.labels = LabelTable(self)
        self.texts = QLineEdit()
        self._labels_title = label(self.tr("What the labels become"), "section")
        self._rarer = label("", "small")
        self._texts_row = QWidget()
        for each in (self._labels_title, self.labels, self._rarer, self._texts_row):
            self.content.addWidget(each)
        self.labels.changed.connect(self._changed)
        self._fill_texts_row(QHBoxLayout(self._texts_row))
        self._show_labels(labels)

    def show_found(self, reports: Sequence[FileReport], labels: Sequence[Label]) -> None:
        """Show what another rehearsal found; which labels there are depends on the columns, too."""
        self.show_reports(reports)
        if list(labels) != self._shown_labels:
            self._show_labels(labels)

    def _show_labels(self, labels: Sequence[Label]) -> None:
        self._shown_labels = list(labels)
        self.labels.show_labels(labels)
        rest = self.tr("Rarer labels, which become what they are by default: {n}.")
        self._rarer.setText(rest.format(n=self.locale().toString(self.labels.left_out)))
        for each in (self._labels_title, self.labels, self._texts_row):
            each.setVisible(bool(labels))
        self._rarer.setVisible(bool(labels) and self.labels.left_out > 0)

    def _fill_texts_row(self, row: QHBoxLayout) -> None:
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self.texts.setPlaceholderText(self.tr("beside the files"))
        self.texts.setAccessibleName(self.tr("Folder of the texts"))
        self.texts.editingFinished.connect(self._changed)
        browse = QPushButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(lambda _checked=False: self._browse())
        row.addWidget(label(self.tr("The texts lie"), "soft"))
        row.addWidget(self.texts, 1)
        row.addWidget(browse)

    def _browse(self) -> None:
        folder = files_dialog.open_folder(self, self.tr("Folder of the texts"), self.texts.text())
        if folder:
            self.texts.setText(folder)
            self._changed()

    def _add_ways(self) -> None:
        row = QVBoxLayout()
        row.setSpacing(TIGHT)
        asked = self.tr("Whose tags they are, where the file does not say or says it wrongly")
        prompt = label(asked, "soft", wrapped=True)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("as the file says"))
        self.name.setAccessibleName(prompt.text())
        prompt.setBuddy(self.name)
        self.name.editingFinished.connect(self._changed)
        row.addWidget(prompt)
        row.addWidget(self.name)
        self.content.addLayout(row)
        self.partial = QCheckBox(self.tr("Take what is sound of a damaged set"))
        self.partial.toggled.connect(lambda _on: self._changed())
        self.content.addWidget(self.partial)

    def wish(self) -> ImportWish:
        """What the user wants now."""
        return ImportWish(
            as_annotator=" ".join(self.name.text().split()) or None,
            partial=self.partial.isChecked(),
            labels=tuple(self.labels.labels().items()),
            texts=Path(self.texts.text().strip()).expanduser() if self.texts.text().strip() else None,
            columns=self._columns,
        )

    def take_columns(self, mapping: Mapping[str, str]) -> None:
        """Read tables so: field -> heading, an empty one for a field that no column holds."""
        self._columns = tuple(mapping.items())
        self._changed()

    def _changed(self) -> None:
        wish = self.wish()
        if wish == self._rehearsed:
            return
        self._rehearsed = wish
        self.take.setEnabled(False)
        self.explain(self.tr("Looking at the files…"))
        self.rehearsal_wanted.emit(wish)

    # What it shows ----------------------------------------------------------------------------------

    def show_reports(self, reports: Sequence[FileReport]) -> None:
        """Show what a rehearsal of the import found."""
        emptied(self._cards)
        for report in reports:
            self._cards.addWidget(self._card(report))
        lines = all_lines(reports)
        self.refused.show_lines(lines)
        self.refused.setVisible(bool(lines))
        self.refused_title.setVisible(bool(lines))
        something = any(_comes_in(report) for report in reports)
        self.take.setEnabled(something)
        self.explain(self._sentence(reports, something))

    def _sentence(self, reports: Sequence[FileReport], something: bool) -> str:
        if something:
            return self.tr("Nothing has been written yet. The import is one step and can be undone.")
        if reports and not any(report.refused for report in reports):
            return self.tr("All that these files hold is in the project already.")
        return self.tr("There is nothing to take in; see below why.")

    def _card(self, report: FileReport) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        name = ElidedLabel(Path(report.path).name, "title", Qt.TextElideMode.ElideMiddle)
        name.setToolTip(report.path)
        head.addWidget(name, 1)
        title = self._titles.get(report.format, report.format)
        kind = label(title, "small")
        head.addWidget(kind)
        column.addLayout(head)
        if sign := sign_text(report.format):
            column.addWidget(label(self.tr("Recognised: {sign}.").format(sign=sign), "small", wrapped=True))
        column.addLayout(self._counts(report))
        for sentence in self._remarks(report):
            column.addWidget(label(sentence, "small", wrapped=True))
        return card

    def _counts(self, report: FileReport) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(TIGHT)
        counts = [
            (report.claims, self.tr("claim"), self.tr("claims")),
            (report.mentions, self.tr("mention"), self.tr("mentions")),
            (report.passages, self.tr("passage"), self.tr("passages")),
            (report.articles, self.tr("article"), self.tr("articles")),
            (report.annotators, self.tr("annotator"), self.tr("annotators")),
            (report.speakers, self.tr("speaker"), self.tr("speakers")),
            (report.topics, self.tr("topic"), self.tr("topics")),
            (report.same, self.tr("there already"), self.tr("there already")),
        ]
        for number, (count, one, several) in enumerate(counts):
            grid.addWidget(self._count(count, one if count == 1 else several), number // COLUMNS, number % COLUMNS)
        return grid

    def _count(self, count: int, text: str) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        number = label(self.locale().toString(count), "title" if count else "faint")
        row.addWidget(number)
        said: QLabel = label(text, "soft" if count else "faint")
        row.addWidget(said)
        row.addStretch(1)
        return pair

    def _remarks(self, report: FileReport) -> list[str]:
        remarks = [
            (len(report.conflicts), self.tr("Here with other content: {n}. What is here stays.")),
            (report.moved, self.tr("Marks found at another place, since the text has changed: {n}.")),
            (report.uncertain, self.tr("Marks whose place is uncertain and should be looked at: {n}.")),
            (report.orphans, self.tr("Marks that have lost their words in the text: {n}.")),
            (
                kept := sum(each.startswith(_NO_LENGTH) for each in report.ignored),
                self.tr("Spans of no length, kept as a note on their article: {n}."),
            ),
            (
                len(report.ignored) - kept - sum(each.startswith(_COUNTED) for each in report.ignored),
                self.tr("Things that this program has no place for, listed below: {n}."),
            ),
        ]
        twice = self.tr("“{name}” is somebody else here; give the name below where they are the same person.")
        same_names = [filled(twice, name=name) for name in report.namesakes]
        return [*(text.format(n=number) for number, text in remarks if number), *same_names]


def _comes_in(report: FileReport) -> bool:
    return bool(
        report.articles or report.annotators or report.claims or report.mentions or report.passages
        or report.topics or report.speakers
    )  # fmt: skip
