"""The table in which a person says what the labels of another tool become here.

Part of the import dialog. Each row is a label with its count, what it becomes, and the words of a few spans.
A label that stands for spans and for roles of events is one row: a map speaks of the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.formats import Label, LabelKind
from annotator.gui.language import filled
from annotator.gui.theme import scaled

KINDS: tuple[LabelKind, ...] = get_args(LabelKind)
ROW_HEIGHT = 38
MOST_ROWS = 5
"""Seen at once; more are scrolled."""

MOST_LABELS = 200
"""A list of choices helps nobody who has thousands of labels: the rarest are mapped on the command line."""

FILLED_AT_ONCE = MOST_ROWS
"""Rows that are made before the window may do something else: each takes a millisecond."""


class LabelTable(QTableWidget):
    """`labels` is what was changed; `changed` says that something was."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels([self.tr("Label"), self.tr("Count"), self.tr("Becomes"), self.tr("Examples")])
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("What the labels of the files become"))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self._defaults: dict[str, LabelKind | None] = {}
        self._chosen: dict[str, LabelKind] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._waiting: list[tuple[int, Label]] = []
        self.left_out = 0
        """How many labels are too many to be shown."""

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Fill the table, the labels in the order given; what was chosen for a label before stays chosen."""
        self._chosen |= self.labels()
        merged: dict[str, Label] = {}
        for each in labels:
            known = merged.get(each.name)
            if known is None or (known.kind is None and each.kind is not None):
                merged[each.name] = each
        shown = list(merged.values())[:MOST_LABELS]
        self.left_out = len(merged) - len(shown)
        self._defaults = {each.name: each.kind for each in shown}
        self._boxes = {}
        self.setRowCount(len(shown))
        self._waiting = list(enumerate(shown))
        self._fill_some()
        self.setFixedHeight(
            scaled(ROW_HEIGHT) * min(len(merged), MOST_ROWS) + self.horizontalHeader().sizeHint().height() + scaled(10)
        )

    def _fill_some(self) -> None:
        """The next rows, and soon the ones after them."""
        header = self.horizontalHeader()
        # Else every cell measures the whole table again.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for row, each in self._waiting[:FILLED_AT_ONCE]:
            self._fill(row, each)
        del self._waiting[:FILLED_AT_ONCE]
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        if self._waiting:
            QTimer.singleShot(0, self, self._fill_some)

    def _fill(self, row: int, each: Label) -> None:
        examples = " · ".join(each.examples)
        for column, text in ((0, each.name), (1, self.locale().toString(each.count)), (3, examples)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.setItem(row, column, item)
        box = QComboBox()
        box.setAccessibleName(filled(self.tr("What “{label}” becomes"), label=each.name))
        if each.kind is None:
            box.addItem(self.tr("only reported"), None)
        for kind in KINDS:
            box.addItem(self._word(kind), kind)
        box.setCurrentIndex(box.findData(self._chosen.get(each.name, each.kind)))
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._boxes[each.name] = box
        self.setCellWidget(row, 2, box)
        self.setRowHeight(row, scaled(ROW_HEIGHT))

    def _word(self, kind: LabelKind) -> str:
        words = {
            "claim": self.tr("claim"),
            "mention": self.tr("mention"),
            "cue": self.tr("cue"),
            "passage": self.tr("topic"),
            "ignore": self.tr("left out"),
        }
        return words[kind]

    def labels(self) -> dict[str, LabelKind]:
        """label -> kind, of the labels whose kind was changed."""
        chosen = {name: box.currentData() for name, box in self._boxes.items()}
        return {name: kind for name, kind in chosen.items() if kind is not None and kind != self._defaults[name]}
