"""The note of the current mention or passage, in a strip below the text; claims have theirs on their cards.

Made by the reading pane. Opened by the key of notes, gone when it is left or another mark becomes current.
The strip takes room of its own and covers nothing. It changes no mark itself: what was typed goes the way of
the cards' notes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from annotator.gui.annotate.tagger import Tagger
from annotator.gui.dress import dress
from annotator.gui.icons import icon
from annotator.gui.labels import ElidedLabel
from annotator.gui.panel.note_editor import NoteEditor
from annotator.gui.panel.wishes import ClaimWishes
from annotator.gui.reader.view import ReaderView
from annotator.gui.screens import Screen
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled
from annotator.records import ClaimRecord, MarkRecord


class NoteStrip(QFrame):
    """What mark it is, its note, and a button that closes the strip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setAccessibleName(self.tr("Note on the current mark"))
        self.mark = ""
        """The id of the mark whose note is shown; "" while the strip is closed."""
        self.title = ElidedLabel("", "soft")
        self.editor = NoteEditor(self)
        self.close_button = QToolButton(self)
        self.close_button.setProperty("kind", "bare")
        self.close_button.setAccessibleName(self.tr("Close the note (Esc)"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.close_button.clicked.connect(self.editor.left)
        self.editor.grown.connect(self._fit)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(top)
        column.addWidget(self.editor)
        self.hide()
        dress(self, self._dressed)

    def _dressed(self, theme: Theme) -> None:
        self.editor.set_theme(theme)
        self.close_button.setIcon(icon("close", theme))
        self.close_button.setIconSize(QSize(scaled(14), scaled(14)))
        self._fit()

    def show_mark(self, mark: MarkRecord, said: str) -> None:
        """Show a mark's note. said: the mark in a few words."""
        self.mark = mark.id
        self.title.setText(said)
        self.editor.setAccessibleDescription(said)
        self.editor.show_note(mark.id, mark.note)
        self.show()

    def close_note(self) -> None:
        """Keep what was typed, and take no more room."""
        self.editor.keep()
        self.mark = ""
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.editor.setFixedHeight(self.editor.wanted_height(self.editor.width()))


class MarkNote(QObject):
    """Opens the strip for the mark that the key of notes speaks of, and follows that mark."""

    def __init__(
        self, screen: Screen, strip: NoteStrip, reader: ReaderView, tagger: Tagger, wishes: ClaimWishes
    ) -> None:
        super().__init__(screen)
        self._strip, self._reader, self._tagger = strip, reader, tagger
        tagger.mark_note_wanted.connect(self._open)
        strip.editor.kept.connect(wishes.note_edited)
        strip.editor.left.connect(self._leave)
        screen.state_changed.connect(self._follow)

    def _open(self, mark: MarkRecord) -> None:
        strip = self._strip
        strip.show_mark(mark, self._reader.description_of(mark.id))
        # The text has its new height at once: the mark stays in sight above the strip.
        pane = strip.parentWidget()
        if pane is not None and (layout := pane.layout()) is not None:
            layout.activate()
        self._reader.show_stretch(mark.parts[0].start, mark.parts[0].end)
        strip.editor.focus_end()

    def _leave(self) -> None:
        self._strip.close_note()
        self._reader.setFocus()

    def _follow(self) -> None:
        """Show the note as it is now; another current mark, or none, closes the strip."""
        if not self._strip.mark:
            return
        mark = self._tagger.current_mark()
        if mark is None or mark.id != self._strip.mark or isinstance(mark, ClaimRecord):
            typing = self._strip.editor.hasFocus()
            self._strip.close_note()
            if typing:
                self._reader.setFocus()
        else:
            self._strip.show_mark(mark, self._reader.description_of(mark.id))
