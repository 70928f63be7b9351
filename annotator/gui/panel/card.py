"""One claim as a card: its words, its speakers and topics, and on the current card everything to change.

Made and used again by the list of cards, for one claim after another. It lays itself out by hand, since
its height for a width must be known at once. It changes nothing: it reports wishes.
"""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from annotator.gui.panel import card_menu
from annotator.gui.panel.answer_line import AnswerLine
from annotator.gui.panel.card_painting import CardPainter, Label
from annotator.gui.panel.card_plan import key_shown, quote_of, rows_of
from annotator.gui.panel.chip import Chip, chip_height
from annotator.gui.panel.display import Display
from annotator.gui.panel.note_editor import NoteEditor
from annotator.gui.panel.planned import PlannedChip, PlannedRow
from annotator.gui.panel.quote import Quote, reading_font
from annotator.gui.panel.wishes import ClaimWishes
from annotator.gui.theme import Theme, interface_scale, scaled
from annotator.records import ClaimRecord

LEFT, TOP, RIGHT, BOTTOM = 16, 10, 12, 12
_LABEL = 78
_CAPTION = 21
_ROW_GAP = 5
_CHIP_GAP = 6
_LINES = 4
"""Lines of the quote on a card that is not current."""
_ALL_LINES = 12
BADGE = 20
"""Like label and caption in pixels at the usual size of the interface."""
_MOST_LABEL = 0.4
"""Of a card's width, for the labels beside the chips."""


class ClaimCard(QWidget):
    """A card. `stepped` asks for the card before (-1) or after (1), `grown` to be laid out again, `entered` to be in
    view with what has the focus in it.
    """

    keyed = True
    """Whether the keys of the text act on its claim."""

    stepped = Signal(int)
    grown = Signal()
    entered = Signal()
    selected = Signal(str, bool)
    """The claim's id; whether all up to it are meant (Shift) or it alone (Ctrl, Space)."""

    def __init__(self, wishes: ClaimWishes, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = wishes
        self.claim: ClaimRecord | None = None
        self.display = Display()
        self.editable = False
        self._current = False
        self._selected = False
        self._theme = theme
        self._set_fonts()
        self._rows: list[PlannedRow] = []
        self._planned: list[PlannedChip] = []
        self._chips: list[Chip] = []
        self._labels: list[Label] = []
        self._note_key = ""
        self._editor: NoteEditor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _set_fonts(self) -> None:
        self._scale = interface_scale()
        self._quote = Quote(reading_font())
        self._painting = CardPainter()

    # Showing -----------------------------------------------------------------------------------------

    def show_claim(self, claim: ClaimRecord, display: Display, theme: Theme, *, current: bool) -> None:
        """Show a claim; `arrange` must follow before it is seen."""
        if self._editor is not None and self.claim is not None and claim.id != self.claim.id:
            self._editor.keep()
        if interface_scale() != self._scale:
            self._set_fonts()
        self.claim, self.display, self._theme, self._current = claim, display, theme, current
        self.editable = display.is_mine(claim.annotator)
        self._rows = rows_of(claim, display, theme, current=current, editable=self.editable, keyed=self.keyed)
        self._note_key = key_shown("note") if self.keyed else ""
        self._fill_chips()
        self._show_note()
        self.setAccessibleName(self.tr("Claim: {words}").format(words=quote_of(claim)))
        self.update()

    def show_selected(self, selected: bool) -> None:
        """Whether the claim is one of several that are to be changed."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    @property
    def is_selected(self) -> bool:
        """Whether the claim is one of several that are to be changed."""
        return self._selected

    def _fill_chips(self) -> None:
        self._planned = [chip for row in self._rows for chip in row.chips]
        while len(self._chips) < len(self._planned):
            self._chips.append(self._new_chip(len(self._chips)))
        for chip, planned in zip(self._chips, self._planned, strict=False):
            editable = self.editable and self._current and planned.target != "words"
            chip.set_face(planned.face, self._theme, editable=editable)
        for chip in self._chips[len(self._planned) :]:
            chip.hide()

    def _new_chip(self, number: int) -> Chip:
        chip = Chip(self._theme, self)
        chip.clicked.connect(lambda: self._pressed(number))
        chip.menu_wanted.connect(lambda point: card_menu.open_menu(self, self._planned[number], point))
        chip.removal_wanted.connect(lambda: card_menu.remove(self, self._planned[number]))
        chip.moved_on.connect(lambda key: self._move_focus(number, Qt.Key(key)))
        return chip

    def _pressed(self, number: int) -> None:
        chip = self._chips[number]
        card_menu.press(self, self._planned[number], chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _show_note(self) -> None:
        claim = self.claim
        if claim is None or not (self._current and self.editable):
            if self._editor is not None:
                self._editor.hide()
            return
        if self._editor is None:
            self._editor = NoteEditor(self)
            self._editor.kept.connect(self.wishes.note_edited)
            self._editor.drafted.connect(self.wishes.note_drafted)
            self._editor.left.connect(self._leave)
            self._editor.grown.connect(self.grown)
        self._editor.set_theme(self._theme)
        self._editor.show_note(claim.id, claim.note)

    def write_answer(self, planned: PlannedChip) -> None:
        """Open the line in which the field of a chip is answered."""
        chip, claim = self._chips[self._planned.index(planned)], self.claim
        field = next((each for each in self.display.fields if each.key == planned.field), None)
        if claim is None or field is None:
            return
        line = AnswerLine(field, planned.value, self)
        line.setGeometry(chip.x(), chip.y(), self.width() - RIGHT - chip.x(), chip.height())
        line.kept.connect(lambda answer: self.wishes.field_answered.emit(claim.id, field.key, answer))
        line.refused.connect(self.wishes.refused)
        line.done.connect(lambda: self._end_answer(line, chip))
        line.show()
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _end_answer(line: AnswerLine, chip: Chip) -> None:
        if line.hasFocus():
            chip.setFocus(Qt.FocusReason.OtherFocusReason)
        line.hide()
        line.deleteLater()

    # Layout ------------------------------------------------------------------------------------------

    def arrange(self, width: int) -> int:
        """Place everything for a width in pixels; returns the height."""
        claim = self.claim
        if claim is None:
            return 0
        room = width - LEFT - RIGHT
        badge = self._badge_room()
        lines = _ALL_LINES if self._current else _LINES
        y = TOP + self._quote.lay_out(quote_of(claim), room - badge, lines) + 3
        self._labels = []
        column = self._label_column(room) if self._current else 0
        number = 0
        for row in self._rows:
            y = self._arrange_row(row, self._chips[number : number + len(row.chips)], y + _ROW_GAP, width, column)
            number += len(row.chips)
        y = self._arrange_note(claim, y, room)
        return y + BOTTOM

    def _badge_room(self) -> int:
        """What the badge takes from the width of the quote, in pixels."""
        return 0 if self.editable else scaled(BADGE) + 8

    def _label_column(self, room: int) -> int:
        """How wide the column of labels beside the chips is, in pixels; 0 where all labels stand above their chips."""
        labelled = [row for row in self._rows if row.label]
        if not labelled:
            return 0
        column = max(scaled(_LABEL), *(round(self._painting.width_of(each.label, each.key)) + 10 for each in labelled))
        return column if column <= room * _MOST_LABEL else 0

    def _arrange_row(self, row: PlannedRow, chips: list[Chip], y: int, width: int, column: int) -> int:
        right, height, begin = width - RIGHT, chip_height(), LEFT
        # A chip that has no room beside the label stands below it, with the whole width of the card.
        if column and any(chip.face.form == "value" and chip.wanted_width() > right - LEFT - column for chip in chips):
            column = 0
        # What a folded card says needs no names; they stand on the current one.
        if row.label and self._current:
            begin = LEFT + column
            line = height if column else scaled(_CAPTION)
            self._labels.append(Label(row.label, row.key, QRectF(LEFT, y, column or right - LEFT, line)))
            if not column:
                y += line
        if row.label and self._current and not chips:
            return y + (height if column else 0)
        x = begin
        for chip, following in zip_longest(chips, chips[1:]):
            wanted = min(chip.sizeHint().width(), right - begin)
            if following is not None and following.face.form == "add":
                # The plus stays beside the last chip where shorter words of the mention make room for it.
                beside = right - x - following.sizeHint().width() - _CHIP_GAP
                wanted = min(wanted, beside) if chip.least_width() <= beside else wanted
            if x + wanted > right and x > begin:
                x, y = begin, y + height + _ROW_GAP
            chip.setGeometry(x, y, wanted, height)
            chip.setToolTip(chip.face.tip(cut=wanted < chip.sizeHint().width()))
            chip.show()
            x += wanted + _CHIP_GAP
        return y + height

    def _arrange_note(self, claim: ClaimRecord, y: int, room: int) -> int:
        line = chip_height()
        if self._current and self.editable and self._editor is not None:
            y += _ROW_GAP
            caption = scaled(_CAPTION)
            self._labels.append(Label(self.tr("Note"), self._note_key, QRectF(LEFT, y, room, caption)))
            y += caption
            height = self._editor.wanted_height(room + 6)
            self._editor.setGeometry(LEFT - 6, y, room + 6, height)
            self._editor.show()
            return y + height - 4
        if claim.note:
            y += _ROW_GAP
            words = " ".join(claim.note.split())
            self._labels.append(Label(words, "", QRectF(LEFT, y, room, line - 4), is_note=True))
            return y + line - 4
        return y

    def field_rect(self, target: str) -> QRect:
        """Where the plus or the first chip of a row is, in global pixels; the card where there is none."""
        for chip, planned in zip(self._chips, self._planned, strict=False):
            if planned.target in (f"add_{target}", target):
                found = chip
                if planned.target == f"add_{target}":
                    break
        else:
            return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        return QRect(found.mapToGlobal(QPoint(0, 0)), found.size())

    # Focus and keys ----------------------------------------------------------------------------------

    def focus_fields(self) -> None:
        """Put the focus on the first field of the current card."""
        for chip in self._chips[: len(self._planned)]:
            if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.entered.emit()
                return
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_note(self) -> None:
        """Put the focus into the note, behind its last letter."""
        if self._editor is not None and self.editable and self._current:
            self._editor.focus_end()
            self.entered.emit()

    def _move_focus(self, number: int, key: Qt.Key) -> None:
        """Left and right within the chips, up and down between the rows, down from the last to the note."""
        rows = self._reachable()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key == Qt.Key.Key_Right) == (self.layoutDirection() == Qt.LayoutDirection.LeftToRight)
            places = [place for row in rows for place in row]
            step = places.index(number) + (1 if forward else -1)
        else:
            places = [row[0] for row in rows]
            at = next(index for index, row in enumerate(rows) if number in row)
            step = at + (1 if key == Qt.Key.Key_Down else -1)
            if step == len(rows):
                self.focus_note()
        if 0 <= step < len(places):
            self._chips[places[step]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.entered.emit()

    def _reachable(self) -> list[list[int]]:
        """The chips that take the focus, row by row; rows without any are left out."""
        rows, begin = [], 0
        for row in self._rows:
            numbers = range(begin, begin + len(row.chips))
            begin += len(row.chips)
            rows.append([n for n in numbers if self._chips[n].focusPolicy() == Qt.FocusPolicy.StrongFocus])
        return [row for row in rows if row]

    def _leave(self) -> None:
        if self.claim is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.wishes.left.emit(self.claim.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.hasFocus():
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif event.matches(QKeySequence.StandardKey.Copy) and self.claim is not None:
            QGuiApplication.clipboard().setText(quote_of(self.claim))
        elif key == Qt.Key.Key_Delete and self.hasFocus() and self._selected:
            self.wishes.many_delete_requested.emit()
        elif key == Qt.Key.Key_Delete and self.hasFocus() and self.editable and self.claim is not None:
            self.wishes.delete_requested.emit(self.claim.id)
        elif key == Qt.Key.Key_Space and self.hasFocus() and self.claim is not None:
            self.selected.emit(self.claim.id, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.hasFocus():
            if self._current:
                self.focus_fields()
            else:
                self._choose()
        elif is_of_the_text(event):
            # Whoever is on a card, or a chip of it, works on its claim: the keys of the text do what they do there.
            self._choose()
            self.wishes.key_typed.emit(QKeySequence(event.keyCombination()).toString())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & several and self.claim is not None:
            further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.selected.emit(self.claim.id, further)
        else:
            self._choose()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card_menu.open_card_menu(self, event.globalPos())

    def _choose(self) -> None:
        if self.claim is not None:
            self.wishes.claim_chosen.emit(self.claim.id)

    # Painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.claim is None:
            return
        self._painting.paint(self, self._theme, current=self._current, focused=self.hasFocus(), selected=self._selected)
        self._painting.paint_content(self, self._theme, self._quote, self._labels, (LEFT, TOP))
        if not self.editable:
            annotator = self.display.annotators.get(self.claim.annotator)
            side = scaled(BADGE)
            box = QRectF(self.width() - RIGHT - side, TOP, side, side)
            self._painting.paint_badge(self, self._theme, annotator, box)


def is_of_the_text(event: QKeyEvent) -> bool:
    """A single letter, digit or sign, with Shift at most."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    return modifiers == Qt.KeyboardModifier.NoModifier and text.isprintable() and bool(text.strip())
