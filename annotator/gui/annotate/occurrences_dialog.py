"""The list of the places where words stand, to be ticked and tagged.

Opened by `occurrences.py`, which imports it then, searches, and writes what was ticked.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.dress import current_theme
from annotator.gui.labels import label
from annotator.gui.language import counted, filled
from annotator.gui.lines_view import Line, LinesView
from annotator.gui.theme import MEDIUM
from annotator.queries.occurrences import Place

# Around the words, so that each keeps its own direction in a line of another.
_ISOLATE, _END = "\u2068", "\u2069"
_BEFORE = 24
"""Code points shown before the place, at most."""


class OccurrencesDialog(DesignedDialog):
    """Where to look, and the places to tick."""

    search_wanted = Signal(bool, bool)
    """In the whole project; capitals count."""
    agreed = Signal(list)
    """The places ticked: (article, start, end)."""

    def __init__(self, words: str, target: str, parent: QWidget | None = None) -> None:
        """words: that are looked for. target: the speaker's or topic's name."""
        super().__init__(parent, filled(self.tr("Tag all “{words}” as {target}"), words=words, target=target))
        self.setModal(True)
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Where"))
        self.where.addItems([self.tr("In this article"), self.tr("In the whole project")])
        self.case = QCheckBox(self.tr("Capitals count"))
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.where)
        row.addWidget(self.case)
        row.addStretch(1)
        self.content.addLayout(row)
        self.list = LinesView(current_theme(), self.tr("Places"), framed=True)
        self.content.addWidget(self.list, 1)
        self.counted = label("", "soft")
        self.content.addWidget(self.counted)
        self.add_button(self.tr("Tick all"), lambda: self._tick_all(True), left=True)
        self.add_button(self.tr("Tick none"), lambda: self._tick_all(False), left=True)
        self.add_button(self.tr("Cancel"), self.reject)
        self.tag = self.add_button(self.tr("Tag"), self._agree, kind="primary", default=True)
        self.where.currentIndexChanged.connect(lambda _row: self._search())
        self.case.toggled.connect(lambda _on: self._search())
        self.list.model_.ticks_changed.connect(self._count)
        self.open_at(680, 560)
        self._count()

    def _search(self) -> None:
        self.tag.setEnabled(False)
        self.search_wanted.emit(self.where.currentIndex() == 1, self.case.isChecked())

    def show_places(self, found: Sequence[Place]) -> None:
        """The places, all that are free ticked."""
        self.list.model_.set_lines([self._line(each) for each in found], ticked=True)

    def _line(self, place: Place) -> Line:
        before, after = place.before.rpartition("\n")[2], place.after.partition("\n")[0]
        words = f"{_end_of(before)}{_ISOLATE}{place.words}{_END}{after}"
        fixed = self.tr("there already") if place.there else ""
        return Line(words, place.title, place.article, place.there, (place.article, place.start, place.end), fixed)

    def _tick_all(self, on: bool) -> None:
        self.list.model_.tick(range(len(self.list.model_.lines)), on)

    def _count(self) -> None:
        lines = self.list.model_.lines
        there = sum(1 for line in lines if line.fixed)
        ticked = len(self.list.model_.ticked or ())
        said = self.tr("{ticked} of {places} places will be tagged").format(ticked=ticked, places=len(lines))
        if there:
            said += " · " + counted(there, self.tr("1 is there already"), self.tr("{count} are there already"))
        self.counted.setText(said)
        self.tag.setEnabled(ticked > 0)

    def _agree(self) -> None:
        self.agreed.emit([line.key for line in self.list.model_.chosen()])
        self.accept()


def _end_of(before: str) -> str:
    """The last of what stands before a place; it begins with a whole word where words have spaces between them."""
    shown = before[-_BEFORE:]
    if len(before) > _BEFORE and not before[-_BEFORE - 1].isspace():
        _cut, space, whole = shown.partition(" ")
        shown = whole if space else shown
    return shown.lstrip()
