"""Note and own fields of the current mention or passage, in a strip below the text; claims have their cards.

Made by the reading pane. Opened by the keys of notes and fields, gone when it is left or another mark is current.
The strip takes room of its own and covers nothing. It changes no mark itself: what was typed goes the way of
the cards' notes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from annotator.gui.annotate.lookup import Lookup
from annotator.gui.annotate.tagger import Tagger
from annotator.gui.dress import dress
from annotator.gui.icons import icon
from annotator.gui.labels import ElidedLabel
from annotator.gui.panel.asked_fields import AskedFields
from annotator.gui.panel.card import is_of_the_text
from annotator.gui.panel.display import Display
from annotator.gui.panel.note_editor import NoteEditor
from annotator.gui.panel.wishes import ClaimWishes
from annotator.gui.reader.view import ReaderView
from annotator.gui.screens import Screen
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled
from annotator.records import ClaimRecord, MarkRecord, target_of

MOST_OF_PANE = 0.35
"""How much of the pane's height the fields may take; more of them are scrolled, and the text stays in sight."""


class NoteStrip(QFrame):
    """What mark it is, its fields, its note, and a button that closes the strip."""

    left = Signal()
    """Esc: the focus belongs in the text."""
    key_typed = Signal(str)
    """A key of the text, while a chip has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Note and fields of the current mark"))
        self.mark = ""
        """The id of the mark whose note is shown; "" while the strip is closed."""
        self.title = ElidedLabel("", "soft")
        self.fields = AskedFields()
        self._scrolled = QScrollArea(self)
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled.setWidget(self.fields)
        self.editor = NoteEditor(self)
        self.close_button = QToolButton(self)
        self.close_button.setProperty("kind", "bare")
        self.close_button.setAccessibleName(self.tr("Close the note (Esc)"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.close_button.clicked.connect(self.left)
        self.editor.left.connect(self.left)
        self.editor.grown.connect(self._fit)
        self.fields.grown.connect(self._fit)
        self.fields.focused.connect(self._scrolled.ensureWidgetVisible)
        self.fields.passed.connect(lambda step: self.editor.focus_end() if step > 0 else None)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(top)
        column.addWidget(self._scrolled)
        column.addWidget(self.editor)
        self.hide()
        dress(self, self._dressed)

    def _dressed(self, theme: Theme) -> None:
        self._theme = theme
        self.editor.set_theme(theme)
        self.close_button.setIcon(icon("close", theme))
        self.close_button.setIconSize(QSize(scaled(14), scaled(14)))
        self._fit()

    def show_mark(self, mark: MarkRecord, said: str, display: Display) -> None:
        """Show a mark's fields and note. said: the mark in a few words."""
        self.mark = mark.id
        self.title.setText(said)
        self.editor.setAccessibleDescription(said)
        self.fields.show_answers(mark.id, display.fields_of(target_of(mark)), mark.fields, self._theme)
        self.editor.show_note(mark.id, mark.note)
        self._fit()
        self.show()

    def close_note(self) -> None:
        """Keep what was typed, and take no more room."""
        self.editor.keep()
        self.mark = ""
        self.hide()

    def has_keys(self) -> bool:
        """Whether the focus is in the strip."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the note, a chip or a line has not taken.
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_of_the_text(event):
            self.key_typed.emit(QKeySequence(event.keyCombination()).toString())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.editor.setFixedHeight(self.editor.wanted_height(self.editor.width()))
        pane = self.parentWidget()
        most = round(MOST_OF_PANE * pane.height()) if pane is not None else self.fields.minimumSizeHint().height()
        self._scrolled.setVisible(bool(self.fields.chips))
        self._scrolled.setFixedHeight(min(self.fields.minimumSizeHint().height(), most))


class MarkNote(QObject):
    """Opens the strip for the mark that the keys of notes and fields speak of, and follows that mark."""

    def __init__(
        self, screen: Screen, strip: NoteStrip, reader: ReaderView, tagger: Tagger, wishes: ClaimWishes, lookup: Lookup
    ) -> None:
        super().__init__(screen)
        self._strip, self._reader, self._tagger, self._lookup = strip, reader, tagger, lookup
        tagger.mark_note_wanted.connect(self._write_note)
        tagger.mark_fields_wanted.connect(self._go_to_fields)
        strip.editor.kept.connect(wishes.note_edited)
        strip.editor.drafted.connect(wishes.note_drafted)
        strip.fields.answered.connect(wishes.field_answered)
        strip.fields.refused.connect(wishes.refused)
        strip.key_typed.connect(wishes.key_typed)
        strip.left.connect(self._leave)
        screen.state_changed.connect(self._follow)

    def _open(self, mark: MarkRecord) -> None:
        strip = self._strip
        self._show(mark)
        # The text has its new height at once: the mark stays in sight above the strip.
        pane = strip.parentWidget()
        if pane is not None and (layout := pane.layout()) is not None:
            layout.activate()
        self._reader.show_stretch(mark.parts[0].start, mark.parts[0].end)

    def _show(self, mark: MarkRecord) -> None:
        display = self._lookup.display({}, mark.annotator)
        self._strip.show_mark(mark, self._reader.description_of(mark.id), display)

    def _write_note(self, mark: MarkRecord) -> None:
        self._open(mark)
        self._strip.editor.focus_end()

    def _go_to_fields(self, mark: MarkRecord) -> None:
        """The first field; the note where the codebook asks nothing of such a mark."""
        self._open(mark)
        if not self._strip.fields.focus_first():
            self._strip.editor.focus_end()

    def _leave(self) -> None:
        self._strip.close_note()
        self._reader.setFocus()

    def _follow(self) -> None:
        """Show note and answers as they are now; another current mark, or none, closes the strip."""
        if not self._strip.mark:
            return
        mark = self._tagger.current_mark()
        if mark is None or mark.id != self._strip.mark or isinstance(mark, ClaimRecord):
            typing = self._strip.has_keys()
            self._strip.close_note()
            if typing:
                self._reader.setFocus()
        else:
            self._show(mark)
