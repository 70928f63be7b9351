"""The type-ahead list: opens below some words, narrows with every letter, Enter takes.

Called by the window for speakers (S), topics (T) and merging. It lies inside the window rather than in
one of its own, so the text stays readable, the keyboard stays with the program on every system, and a
click elsewhere does what it always does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from annotator.gui.picker_delegate import PickerDelegate
from annotator.gui.picker_model import Offer, PickerItem, PickerModel, PickerRow, row_size
from annotator.gui.theme import SMALL, TIGHT, Theme, scaled

__all__ = ["Picker", "PickerItem", "PropositionPicker"]

_WIDTH = 340
_ROWS = 9
_SHADOW = 10
_GAP = 4
"""Pixels between the words and the list."""


class Picker(QFrame):
    """An open list. It closes by being answered, by Esc, or by the focus going elsewhere."""

    taken = Signal(str)
    """The id of an item."""
    new_requested = Signal(str)
    """A name that is not in the list."""
    taken_by_key = Signal(str)
    """The key that takes an item, right before `taken`."""
    closed = Signal()
    """Always the last signal; the focus is back where it was."""

    def __init__(
        self,
        parent: QWidget,
        items: Sequence[PickerItem],
        theme: Theme,
        *,
        new_label: str,
        allow_new: bool,
        prompt: str,
        offer: Offer | None = None,
    ) -> None:
        super().__init__(parent.window())
        self._window = parent.window()
        self._anchor = QRect()
        self._theme = theme
        self._before = QApplication.focusWidget() or parent
        self._answered = False
        self.model = self._make_model(items, new_label, allow_new, offer)
        self._allow_new = allow_new
        self.field = QLineEdit()
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.field.installEventFilter(self)
        self.view = QListView()
        self._set_up_view(prompt)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SHADOW + SMALL, _SHADOW + SMALL, _SHADOW + SMALL, _SHADOW + TIGHT)
        column.setSpacing(TIGHT)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        self.field.textChanged.connect(self._narrow)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._narrow("")

    def _make_model(
        self, items: Sequence[PickerItem], new_label: str, allow_new: bool, offer: Offer | None
    ) -> PickerModel:
        return PickerModel(items, new_label=new_label, allow_new=allow_new, offer=offer)

    def _make_delegate(self) -> PickerDelegate:
        return PickerDelegate(self._theme, self.view)

    def _set_up_view(self, prompt: str) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(self._make_delegate())
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.setAccessibleName(prompt)
        view.setStyleSheet(
            "QListView { background: transparent; border: none; padding: 0; }"
            "QListView:focus { border: none; padding: 0; }"
        )
        view.clicked.connect(lambda index: self._take(self.model.row(index)))

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        anchor_rect: QRect,
        items: Sequence[PickerItem],
        *,
        theme: Theme,
        new_label: str = "",
        allow_new: bool = False,
        prompt: str = "",
        offer: Offer | None = None,
        when_empty: str = "",
    ) -> Picker:
        """Open a list beside some words and return it at once; the answer comes by its signals.

        anchor_rect: where the words stand, in global pixels; they are never covered. new_label: what the
        offer of a new name says, with "{name}" in it. prompt: what is asked, shown in the empty field. offer: a
        new name that can be taken before anything is typed. when_empty: what is said where there is nothing to pick.
        """
        picker = cls(parent, items, theme, new_label=new_label, allow_new=allow_new, prompt=prompt, offer=offer)
        picker.model.say_when_empty(when_empty)
        picker._open(anchor_rect)
        return picker

    # Place -------------------------------------------------------------------------------------------

    def _open(self, anchor: QRect) -> None:
        self._anchor = anchor
        self.setGeometry(self._place())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        QTimer.singleShot(0, self, self.model.prepare)

    def _place(self) -> QRect:
        """Below the words where there is room, else above; shadows may leave the window, rows may not."""
        window, anchor = self._window, self._anchor
        words = QRect(window.mapFromGlobal(anchor.topLeft()), anchor.size())
        width = min(scaled(_WIDTH), window.width() - 2 * SMALL)
        chrome = self.field.sizeHint().height() + SMALL + 2 * TIGHT
        below = window.height() - SMALL - words.bottom() - _GAP
        above = words.top() - SMALL - _GAP
        # Decided for the longest list, so that it does not change sides while somebody types.
        longest = _ROWS * row_size("item").height()
        under = below >= longest + chrome or below >= above
        room = max(120, below if under else above) - chrome
        height = chrome + self.model.height(min(longest, room))
        top = words.bottom() + _GAP if under else words.top() - _GAP - height
        left = max(SMALL, min(words.left(), window.width() - width - SMALL))
        return QRect(left, top, width, height).adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW)

    # Typing ------------------------------------------------------------------------------------------

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._go_to(self.model.first())
        self.view.scrollToTop()
        if self.isVisible():
            self.setGeometry(self._place())

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _step(self, by: int) -> None:
        row = self.view.currentIndex().row() + by
        while 0 <= row < self.model.rowCount():
            if self.model.flags(self.model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled:
                self._go_to(row)
                if row <= 1:
                    self.view.scrollToTop()
                return
            row += 1 if by > 0 else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.ShortcutOverride:
            # Single keys and Ctrl+Enter mean something else in the window; here they are typed.
            event.accept()
            return True
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if watched is self._window and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Resize):
            self._leave()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._take_new()
            else:
                self._take(self.model.row(self.view.currentIndex()))
        elif key in steps:
            self._step(steps[Qt.Key(key)])
        else:
            return self._take_by_key(event)
        return True

    def _take_by_key(self, event: QKeyEvent) -> bool:
        """An item's own key takes it, as long as nothing has been typed."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        item = self.model.keyed(event.text()) if event.text() and plain and not self.field.text() else None
        if item is None:
            return False
        self.taken_by_key.emit(event.text())
        self._take(PickerRow("item", item.name, item))
        return True

    # Answering ---------------------------------------------------------------------------------------

    def _take(self, row: PickerRow | None) -> None:
        if row is None or self._answered:
            return
        if row.kind == "new":
            self._take_new()
        elif row.item is not None:
            self._finish(give_back_focus=True, answer=partial(self.taken.emit, row.item.id))

    def _take_new(self) -> None:
        """What is typed, else the name that is offered; one that the list has already is not made a second time."""
        name = " ".join(self.field.text().split()) or (self.model.offer.name if self.model.offer else "")
        known = self.model.exactly(name) if name else None
        if known is not None:
            self._take(PickerRow("item", known.name, known))
        elif name and self._allow_new and not self._answered:
            self._finish(give_back_focus=True, answer=partial(self.new_requested.emit, name))

    def _leave(self) -> None:
        self._finish(give_back_focus=True)

    def close_unanswered(self) -> None:
        """Close the list as Esc does."""
        self._leave()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Nothing has the focus while another program is in front; the list waits for its return.
        if new is not None and new is not self and not self.isAncestorOf(new):
            self._finish(give_back_focus=False)

    def _finish(self, *, give_back_focus: bool, answer: Callable[[], None] | None = None) -> None:
        if self._answered:
            return
        self._answered = True
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_changed)
        self._window.removeEventFilter(self)
        self.hide()
        if give_back_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        if answer is not None:
            answer()
        self.closed.emit()
        self.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Not passed on: a press on the frame of the list is no press elsewhere.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # Painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(_SHADOW - 1, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 5 if not self._theme.dark else 14))
            shadow = box.adjusted(-reach, -reach + 3, reach, reach)
            painter.drawRoundedRect(shadow, 9 + reach, 9 + reach)
        painter.setBrush(self._theme.colour("card"))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


class PropositionPicker(Picker):
    """A list of sentences, found by likeness of their words."""

    def _make_model(
        self, items: Sequence[PickerItem], new_label: str, allow_new: bool, offer: Offer | None
    ) -> PickerModel:
        return PickerModel(items, new_label=new_label, allow_new=allow_new, by_words=True, offer=offer)
