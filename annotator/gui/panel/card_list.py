"""The claims of an article as a long list of cards, of which only those in view exist.

Shown by the panel. 10,000 claims cost what ten cost: a few cards are used again for whatever is in view,
and heights that nobody has seen are estimated. The order is that of the text, unless another is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from annotator.gui.panel.arrangement import Arrangement
from annotator.gui.panel.card import ClaimCard
from annotator.gui.panel.card_rows import CardRows
from annotator.gui.panel.display import Display
from annotator.gui.panel.heights import Heights
from annotator.gui.panel.row_painting import draw_heading
from annotator.gui.panel.wishes import ClaimWishes
from annotator.gui.theme import MEDIUM, Theme, scaled
from annotator.records import ClaimRecord

_GAP = 10
_MARGIN = MEDIUM
_ABOVE = 6
_ESTIMATE = 140
_HEADING = 26
"""In pixels at the usual size of the interface."""


class CardList(QAbstractScrollArea):
    """The cards. What somebody asks for comes from `wishes`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = ClaimWishes(self, several=True)
        self._theme = theme
        self._rows = CardRows()
        self.selected: dict[str, None] = {}
        """Ids of the claims selected for a change of many, in the order in which they were."""
        self._heights = Heights()
        self._shown: dict[str, ClaimCard] = {}
        self._spare: list[ClaimCard] = []
        self._placing = False
        """The scroll bar is being set to what is shown, so its news is no reason to show anything else."""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Claims in text order"))
        self.verticalScrollBar().valueChanged.connect(self._place)
        self.verticalScrollBar().setSingleStep(24)
        self.set_theme(theme)

    # Data --------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many claims there are."""
        return len(self._rows.claims)

    @property
    def fitting(self) -> int:
        """How many of them are as the filter wants them."""
        return self._rows.fitting()

    @property
    def current(self) -> str | None:
        """The id of the current claim."""
        return self._rows.current

    def set_claims(self, claims: Iterable[ClaimRecord], display: Display) -> None:
        """Show the claims of another article, from its beginning."""
        rows = self._rows
        rows.display, rows.all, rows.current = display, {claim.id: claim for claim in claims}, None
        self.select_none()
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._place()

    def _arrange(self) -> None:
        self._rows.arrange()
        self._heights = Heights(len(self._rows), _ESTIMATE)
        self._drop_cards()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Another order, or others left out; the current claim stays in view. Those left out are deselected."""
        self._rows.arrangement = arrangement
        self._arrange()
        kept = [id_ for id_ in self.selected if id_ in self._rows]
        if len(kept) != len(self.selected):
            self._select(kept)
        if self.current is not None:
            self._scroll_to(max(0, self._top(self._rows.row(self.current)) - self.viewport().height() // 4))
        else:
            self._scroll_to(0)

    def update_claims(self, changed: Sequence[ClaimRecord], removed: Iterable[str] = ()) -> None:
        """Show new or changed claims and take removed ones away; what is in view stays where it is."""
        for id_ in removed:
            self._rows.all.pop(id_, None)
            self._take_out(id_)
        for claim in changed:
            self._rows.all[claim.id] = claim
            if self._rows.stays(claim):
                self._heights.forget(self._rows.replace(claim))
            else:
                self._take_out(claim.id)
                self._put_in(claim)
            card = self._shown.get(claim.id)
            if card is not None:
                self._fill(card, claim)
        self._place()

    def set_display(self, display: Display) -> None:
        """Other names or colours: cards in view are shown again, where names are sorted in another order."""
        self._rows.display = display
        if not self._rows.arrangement.is_plain:
            self._arrange()
        self._refill()

    def set_theme(self, theme: Theme) -> None:
        """Another palette."""
        self._theme = theme
        self._refill()
        self.viewport().update()

    def set_current(self, id_: str | None) -> None:
        """Unfold a claim and bring it into view; None folds all. What was clicked does not jump."""
        if id_ is not None and id_ not in self._rows.all:
            id_ = None
        if id_ == self.current:
            return
        old, self._rows.current = self.current, id_
        for changed in (old, id_):
            if changed is not None and self._rows.is_displaced(changed):
                self._take_out(changed)
                self._put_in(self._rows.all[changed])
        bar = self.verticalScrollBar()
        row = self._rows.row(id_) if id_ else 0
        before = self._top(row) - bar.value()
        for changed in (old, id_):
            if changed is not None and changed in self._rows:
                self._fold_or_unfold(changed)
        if id_ is None:
            self._place()
            return
        top, height = self._top(row), self.viewport().height()
        in_view = 0 <= before < height
        wanted = top - before if in_view else top - height // 4
        # The end of a card that grew is shown as well, if there is room for the whole card.
        wanted = max(wanted, min(top + self._heights[row] - height + _GAP, top - _ABOVE))
        self._scroll_to(min(wanted, top - _ABOVE))

    # Selecting ---------------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Select all claims shown."""
        self._select([claim.id for claim in self._rows.claims])

    def select_none(self) -> None:
        """Select nothing."""
        if self.selected:
            self._select([])

    def _select(self, ids: Iterable[str]) -> None:
        self.selected = dict.fromkeys(ids)
        for id_, card in self._shown.items():
            card.show_selected(id_ in self.selected)
        self.wishes.selection_changed.emit(list(self.selected))

    def _card_selected(self, id_: str, further: bool) -> None:
        """A card was pressed with Ctrl, or with Shift (further: all from the last one selected to here, or from the
        current one where none is)."""
        last = next(reversed(self.selected), self.current)
        if further and last is not None and last in self._rows:
            self._select([*self.selected, *self._rows.between(last, id_)])
        elif id_ in self.selected:
            self._select(each for each in self.selected if each != id_)
        else:
            self._select([*self.selected, id_])

    def card(self, id_: str) -> ClaimCard | None:
        """The card of a claim if it is in view."""
        return self._shown.get(id_)

    def field_rect(self, id_: str, target: str) -> QRect:
        """Where "speaker" or "topic" of a claim stands, in global pixels; empty when out of view."""
        card = self._shown.get(id_)
        return card.field_rect(target) if card is not None else QRect()

    # Rows --------------------------------------------------------------------------------------------

    def _top(self, row: int) -> int:
        return self._heights.top(row) + _ABOVE

    def _head(self, row: int) -> int:
        """The height of the heading above a row, 0 where it has none."""
        return scaled(_HEADING) if self._rows.heading(row) else 0

    def _put_in(self, claim: ClaimRecord) -> None:
        if self._rows.admits(claim):
            row = self._rows.put_in(claim)
            self._heights.insert(row)
            self._forget_below(row + 1)

    def _take_out(self, id_: str) -> None:
        row = self._rows.take_out(id_)
        if row is None:
            return
        self._heights.remove(row)
        self._forget_below(row)
        if id_ not in self._rows.all:
            self._rows.current = None if self.current == id_ else self.current
            if id_ in self.selected:
                self._select(each for each in self.selected if each != id_)
        card = self._shown.pop(id_, None)
        if card is not None:
            self._put_aside(card)

    def _forget_below(self, row: int) -> None:
        """The row below may have another heading now."""
        if row < len(self._rows):
            self._heights.forget(row)

    # Cards -------------------------------------------------------------------------------------------

    def _fill(self, card: ClaimCard, claim: ClaimRecord) -> None:
        card.show_claim(claim, self._rows.display, self._theme, current=claim.id == self.current)
        card.show_selected(claim.id in self.selected)

    def _refill(self) -> None:
        for id_, card in self._shown.items():
            self._fill(card, self._rows.claims[self._rows.row(id_)])
        self._heights.forget_all()
        self._place()

    def _fold_or_unfold(self, id_: str) -> None:
        row = self._rows.row(id_)
        card = self._shown.get(id_) or self._card_for(row)
        self._fill(card, self._rows.claims[row])
        self._measure(row, card)

    def _card_for(self, row: int) -> ClaimCard:
        claim = self._rows.claims[row]
        card = self._shown.get(claim.id)
        if card is None:
            card = self._spare.pop() if self._spare else self._new_card()
            self._fill(card, claim)
            self._shown[claim.id] = card
        return card

    def _new_card(self) -> ClaimCard:
        card = ClaimCard(self.wishes, self._theme, self.viewport())
        card.stepped.connect(lambda by: self._step(card, by))
        card.grown.connect(lambda: self._grow(card))
        card.entered.connect(self._show_focus)
        card.selected.connect(self._card_selected)
        return card

    def _grow(self, card: ClaimCard) -> None:
        """What is written in the card has another height, measured later: cards grow while they are filled."""
        if card.claim is not None and card.claim.id in self._rows:
            self._heights.forget(self._rows.row(card.claim.id))
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        """Bring into view what has the focus in the current card, which may be longer than the pane."""
        self._place()
        card, focus = self._shown.get(self.current or ""), QApplication.focusWidget()
        if card is not None and focus is not None and card.isAncestorOf(focus):
            row, value = self._rows.row(self.current or ""), self.verticalScrollBar().value()
            top = self._top(row) + self._head(row) + focus.mapTo(card, QPoint()).y() - _MARGIN
            bottom = top + focus.height() + 2 * _MARGIN
            self._scroll_to(min(max(value, bottom - self.viewport().height()), top))

    def _put_aside(self, card: ClaimCard) -> None:
        card.hide()
        self._spare.append(card)

    def _drop_cards(self) -> None:
        for card in self._shown.values():
            self._put_aside(card)
        self._shown = {}

    def _measure(self, row: int, card: ClaimCard) -> int:
        height = card.arrange(self._card_width())
        card.resize(self._card_width(), height)
        return self._heights.set(row, self._head(row) + height + _GAP)

    def _card_width(self) -> int:
        # As wide as the field above: the scroll bar lies within the margin at the right.
        return max(self.width() - 2 * _MARGIN, 120)

    # Layout ------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Put cards on the rows in view and measure them; the rest of the list keeps its estimates."""
        if self._placing:
            return
        height, value = self.viewport().height(), self.verticalScrollBar().value()
        seen: set[str] = set()
        if self._rows.claims:
            row = self._heights.row_at(value - _ABOVE)
            value += self._measured_first(row, value)
            while row < len(self._rows.claims) and self._top(row) - value < height:
                card = self._card_for(row)
                if not self._heights.is_known(row) or card.width() != self._card_width() or not card.isVisible():
                    self._measure(row, card)
                card.move(_MARGIN, self._top(row) + self._head(row) - value)
                card.show()
                seen.add(self._rows.claims[row].id)
                row += 1
        self._put_unseen_aside(seen)
        self._set_range(value)

    def _measured_first(self, row: int, value: int) -> int:
        """Measure the row at the upper edge. If it begins above, its end stays where it is."""
        card = self._card_for(row)
        grown = self._measure(row, card)
        return grown if self._top(row) < value else 0

    def _put_unseen_aside(self, seen: set[str]) -> None:
        for id_ in [id_ for id_ in self._shown if id_ not in seen]:
            card = self._shown[id_]
            focus = QApplication.focusWidget()
            if focus is not None and (card is focus or card.isAncestorOf(focus)):
                # Somebody is writing in it, or steps from it: it goes on living out of view.
                card.move(_MARGIN, -card.height() - 1000)
                continue
            del self._shown[id_]
            self._put_aside(card)

    def _set_range(self, value: int) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._placing = True
        bar.setRange(0, max(0, self._heights.total() + _ABOVE - height))
        bar.setPageStep(height)
        bar.setValue(max(0, value))
        self._placing = False
        if bar.value() != value:
            # The list became shorter than where the view stood.
            self._later.start()

    def _scroll_to(self, value: int) -> None:
        self._set_range(value)
        self._place()

    def _step(self, card: ClaimCard, by: int) -> None:
        if card.claim is None:
            return
        row = self._rows.row(card.claim.id) + by
        if 0 <= row < len(self._rows.claims):
            id_ = self._rows.claims[row].id
            self.wishes.claim_chosen.emit(id_)
            self.set_current(id_)
            found = self._shown.get(id_)
            if found is not None:
                found.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted, since the style sheet of the application wins over a palette.
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("pane"))
        if self._rows.arrangement.order not in ("text", "latest"):
            self._paint_headings(painter)

    def _paint_headings(self, painter: QPainter) -> None:
        height, width = scaled(_HEADING), self._card_width()
        for id_, card in self._shown.items():
            words = self._rows.heading(self._rows.row(id_)) if id_ in self._rows else ""
            if words and card.isVisible():
                box = QRectF(_MARGIN + 2, card.y() - height, width - 4, height)
                draw_heading(painter, self._theme, box, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._heights.forget_all()
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep() - 40,
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep() + 40,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in steps:
            bar.setValue(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
