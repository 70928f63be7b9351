"""The codebook's own fields of a mention, a passage or an article, row by row, as the cards show those of claims.

Part of the strip below the text and of the dialog of an article. It changes nothing: it reports the answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.gui.flow import Flow
from annotator.gui.labels import ElidedLabel
from annotator.gui.panel.answer_line import AnswerLine
from annotator.gui.panel.card_fields import field_rows, pressed
from annotator.gui.panel.chip import Chip, chip_height
from annotator.gui.panel.planned import PlannedChip
from annotator.gui.theme import SMALL, TIGHT, Theme, scaled
from annotator.records import FieldRecord

_LABELS = 160
_LINE = 260
_NARROW = 460
"""Pixels at the usual size of the interface: the column of questions, a line that is written in, and the width below
which the answers stand under their questions.
"""


class AskedFields(QWidget):
    """A question a row, and beside it the chips of its answers."""

    answered = Signal(str, str, object)
    """The id of what is asked about, the field's key, the answer; None for no answer."""
    refused = Signal(str)
    passed = Signal(int)
    """Up in the first row (-1), Down in the last (1): the focus goes on to what stands above or below."""
    focused = Signal(QWidget)
    """The chip that has the focus now, to be brought into view."""
    grown = Signal()
    """It wants another height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = ""
        self._asked: tuple[FieldRecord, ...] = ()
        self._answers: Mapping[str, Any] = {}
        self._rows: list[tuple[ElidedLabel, Flow]] = []
        self.chips: list[list[Chip]] = []
        """Row by row, those that are shown."""
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(1, 1)

    def show_answers(self, about: str, asked: Sequence[FieldRecord], answers: Mapping[str, Any], theme: Theme) -> None:
        """Show these fields with their answers; the focus stays at the same chip. about: id of what is asked about."""
        at = next(((r, c) for r, row in enumerate(self.chips) for c, chip in enumerate(row) if chip.hasFocus()), None)
        self._about, self._asked, self._answers = about, tuple(asked), answers
        planned = field_rows(asked, answers)
        while len(self._rows) < len(planned):
            self._add_row()
        shown = [[self._chip(each, theme) for each in row.chips] for row in planned]
        for (label, flow), row, chips in zip(self._rows, planned, shown, strict=False):
            label.setText(row.label)
            flow.hold(chips)
        for number, parts in enumerate(self._rows):
            for part in parts:
                part.setVisible(number < len(planned))
        old, self.chips = [chip for row in self.chips for chip in row], shown
        self._fit_labels()
        if at is not None and at[0] < len(shown):
            self._focus(shown[at[0]][min(at[1], len(shown[at[0]]) - 1)])
        for chip in old:
            chip.hide()
            chip.deleteLater()
        self.setVisible(bool(planned))

    def focus_first(self) -> bool:
        """Put the focus on the first row; False where nothing is asked."""
        if not self.chips:
            return False
        self._focus(self.chips[0][0])
        return True

    def _add_row(self) -> None:
        label, flow = ElidedLabel("", "soft"), Flow()
        row = len(self._rows)
        label.setMinimumHeight(chip_height())
        self._rows.append((label, flow))
        self._put(row, label, flow)

    def _put(self, row: int, label: ElidedLabel, flow: Flow) -> None:
        """The chips beside the question, or below it where there is little room."""
        if self._narrow:
            self._grid.addWidget(label, 2 * row, 0, 1, 2)
            self._grid.addWidget(flow, 2 * row + 1, 0, 1, 2)
        else:
            self._grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(flow, 2 * row, 1)

    def _fit_labels(self) -> None:
        shown = [label for label, _ in self._rows[: len(self.chips)]]
        widest = max((label.sizeHint().width() for label in shown), default=0)
        self._grid.setColumnMinimumWidth(0, 0 if self._narrow else min(widest, scaled(_LABELS)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (narrow := self.width() < scaled(_NARROW)) != self._narrow:
            self._narrow = narrow
            for row, parts in enumerate(self._rows):
                for part in parts:
                    self._grid.removeWidget(part)
                self._put(row, *parts)
            self._fit_labels()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def _focus(self, chip: Chip) -> None:
        chip.setFocus(Qt.FocusReason.OtherFocusReason)
        self.focused.emit(chip)

    def _chip(self, planned: PlannedChip, theme: Theme) -> Chip:
        chip = Chip(theme)
        chip.set_face(planned.face, theme, editable=True)
        chip.clicked.connect(lambda: self._press(planned, chip))
        chip.removal_wanted.connect(lambda: self._answer(planned.field, None))
        chip.moved_on.connect(lambda key: self._move(chip, Qt.Key(key)))
        return chip

    def _field(self, key: str) -> FieldRecord | None:
        return next((each for each in self._asked if each.key == key), None)

    def _answer(self, key: str, answer: object) -> None:
        self.answered.emit(self._about, key, answer)

    def _press(self, planned: PlannedChip, chip: Chip) -> None:
        field = self._field(planned.field)
        if field is None:
            return
        if planned.target == "answer":
            self._answer(field.key, pressed(field, self._answers.get(field.key), planned.value))
            return
        line = AnswerLine(field, planned.value, self)
        place = chip.mapTo(self, QPoint(0, 0))
        line.setGeometry(QRect(place.x(), place.y(), min(scaled(_LINE), self.width() - place.x()), chip.height()))
        line.kept.connect(lambda answer: self._answer(field.key, answer))
        line.refused.connect(self.refused)
        line.done.connect(lambda: self._end(line, field.key))
        line.show()
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, line: AnswerLine, key: str) -> None:
        asked = [each.key for each in self._asked]
        if line.hasFocus() and key in asked:
            self._focus(self.chips[asked.index(key)][0])
        line.hide()
        line.deleteLater()

    def _move(self, chip: Chip, key: Qt.Key) -> None:
        """Left and right within a row, up and down between the rows."""
        row = next(number for number, chips in enumerate(self.chips) if chip in chips)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            onward = (key == Qt.Key.Key_Right) == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
            place = self.chips[row].index(chip) + (1 if onward else -1)
            if 0 <= place < len(self.chips[row]):
                self._focus(self.chips[row][place])
            return
        step = 1 if key == Qt.Key.Key_Down else -1
        if 0 <= row + step < len(self.chips):
            self._focus(self.chips[row + step][0])
        else:
            self.passed.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Chips pass on what they do not take; the strip answers it.
        event.ignore()
