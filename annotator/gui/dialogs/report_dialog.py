"""What became of many files: one sentence, and a table of those that need a look, which can be copied.

Opened by the window after articles were added or annotation sets imported, when not all went well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.actions.articles import FileOutcome
from annotator.formats import FileReport
from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.language import translated
from annotator.gui.whole_rows import ShowsWholeRows

AnyIndex = QModelIndex | QPersistentModelIndex
_BESIDE = 16
"""Pixels of a cell in which no words stand."""
MOST_LINES = 40
"""A table of more lines takes longer to lay out than a window may stand still; the others are copied with these."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One thing to look at. where: file, or file and line."""

    where: str
    reason: str
    tip: str = ""


class _Wrapped(QStyledItemDelegate):
    """Says how high words are that are wrapped; Qt leaves out what the style sheet keeps free beside them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        narrow = QStyleOptionViewItem(option)
        narrow.rect.setWidth(option.rect.width() - _BESIDE)
        return super().sizeHint(narrow, index)


class ReportTable(ShowsWholeRows, QTableWidget):
    """Two columns, where and why; Ctrl+C copies the rows selected, or all."""

    def __init__(self, lines: Sequence[ReportLine], parent: QWidget | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setHorizontalHeaderLabels([self.tr("File"), self.tr("Why")])
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapped(self))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(self.tr("Files to look at"))
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setColumnWidth(0, 210)
        self.show_whole_rows()
        self.show_lines(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that are wrapped elsewhere now need rows of other heights; Qt looks at the old width only."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Show these."""
        self._lines = list(lines)
        shown = self._lines[:MOST_LINES]
        if further := len(lines) - len(shown):
            more = self.tr("and {n} more; who copies all, or this line, takes them too.")
            shown.append(ReportLine("…", more.format(n=self.locale().toString(further))))
        self.setRowCount(len(shown))
        for row, line in enumerate(shown):
            for column, (text, tip) in enumerate(((line.where, line.tip or line.where), (line.reason, ""))):
                item = QTableWidgetItem(text)
                item.setToolTip(tip)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self.setItem(row, column, item)

    def as_text(self, *, selected: bool = False) -> str:
        """The rows as lines of text, columns parted by a tab."""
        rows = sorted({index.row() for index in self.selectedIndexes()}) if selected else []
        if not rows or rows[-1] == MOST_LINES:
            rows = list(range(len(self._lines)))
        lines = [self._lines[row] for row in rows]
        return "\n".join(f"{line.tip or line.where}\t{line.reason}" for line in lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the rows selected; all else as in every list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text(selected=True))
        else:
            super().keyPressEvent(event)


class ReportDialog(DesignedDialog):
    """A heading, a sentence that sums up, and the table."""

    def __init__(self, title: str, summary: str, lines: Sequence[ReportLine], parent: QWidget | None = None) -> None:
        super().__init__(parent, title, summary)
        self.summary = summary
        self.table = ReportTable(lines)
        self.table.setVisible(bool(lines))
        if lines:
            self.open_at(720, 420)
        self.content.addWidget(self.table, 1)
        if lines:
            self.add_button(self.tr("Copy"), self._copy, left=True)
        self.add_button(self.tr("Close"), self.accept, kind="primary", default=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.summary}\n\n{self.table.as_text()}\n")

    @classmethod
    def of_articles(cls, outcomes: Sequence[FileOutcome], parent: QWidget | None = None) -> ReportDialog:
        """What became of the article files."""
        title = QCoreApplication.translate("ReportDialog", "Articles added")
        return cls(title, articles_summary(outcomes), article_lines(outcomes), parent)

    @classmethod
    def of_import(cls, reports: Sequence[FileReport], parent: QWidget | None = None) -> ReportDialog:
        """What became of the annotation sets."""
        title = QCoreApplication.translate("ReportDialog", "Annotation sets imported")
        return cls(title, import_summary(reports), all_lines(reports), parent)


def articles_summary(outcomes: Sequence[FileOutcome]) -> str:
    """One sentence: "38 added, 2 there already, 1 refused"; what is none is left out."""
    added = sum(len(each.articles) for each in outcomes if each.status == "added")
    present = sum(1 for each in outcomes if each.status == "present")
    refused = sum(1 for each in outcomes if each.status == "refused")
    return _counted(
        [
            (added, QCoreApplication.translate("ReportDialog", "{n} added")),
            (present, QCoreApplication.translate("ReportDialog", "{n} there already")),
            (refused, QCoreApplication.translate("ReportDialog", "{n} refused")),
        ]
    )


def article_lines(outcomes: Sequence[FileOutcome]) -> list[ReportLine]:
    """The files that were not added, refused ones first."""
    left = sorted((each for each in outcomes if each.status != "added"), key=lambda o: o.status != "refused")
    return [ReportLine(Path(each.path).name, translated(each.reason or ""), each.path) for each in left]


def import_summary(reports: Sequence[FileReport]) -> str:
    """One sentence on what came in from all files together."""
    claims, mentions = sum(each.claims for each in reports), sum(each.mentions for each in reports)
    passages, articles = sum(each.passages for each in reports), sum(each.articles for each in reports)
    same, conflicts = sum(each.same for each in reports), sum(len(each.conflicts) for each in reports)
    translate = QCoreApplication.translate
    return _counted(
        [
            _said(claims, translate("ReportDialog", "1 claim"), translate("ReportDialog", "{n} claims")),
            _said(mentions, translate("ReportDialog", "1 mention"), translate("ReportDialog", "{n} mentions")),
            _said(passages, translate("ReportDialog", "1 passage"), translate("ReportDialog", "{n} passages")),
            _said(articles, translate("ReportDialog", "1 article"), translate("ReportDialog", "{n} articles")),
            (same, translate("ReportDialog", "{n} there already")),
            (conflicts, translate("ReportDialog", "{n} in conflict and left as they are here")),
            (sum(len(each.refused) for each in reports), translate("ReportDialog", "{n} refused")),
        ]
    )


def import_lines(reports: Sequence[FileReport]) -> list[ReportLine]:
    """What was refused, with its file and line."""
    return [
        ReportLine(Path(item.where).name, translated(item.reason), item.where) for r in reports for item in r.refused
    ]


def all_lines(reports: Sequence[FileReport]) -> list[ReportLine]:
    """What was refused, then what is here otherwise, then what was moved or has no place."""
    lines = import_lines(reports)
    for told in ([(r, r.conflicts) for r in reports], [(r, r.ignored) for r in reports]):
        lines += [ReportLine(Path(r.path).name, words, r.path) for r, sentences in told for words in sentences]
    return lines


def _said(number: int, one: str, several: str) -> tuple[int, str]:
    return number, one if number == 1 else several


def _counted(counts: Sequence[tuple[int, str]]) -> str:
    said = [text.format(n=number) for number, text in counts if number]
    if not said:
        return QCoreApplication.translate("ReportDialog", "Nothing was found to take in.")
    return ", ".join(said) + "."
