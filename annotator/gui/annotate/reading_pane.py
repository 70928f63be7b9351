"""The middle of the Annotate screen: the text, above it the strip that finds in it, below it the notes and the tour.

Made by the Annotate screen; the pieces are wired there and in `finding.py`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.gui.annotate.find_bar import FindBar
from annotator.gui.annotate.note_strip import NoteStrip
from annotator.gui.annotate.tour import TourStrip
from annotator.gui.reader.view import ReaderView
from annotator.gui.theme import Theme


class ReadingPane(QWidget):
    """The strips take their room above and below the text and cover none of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_bar = FindBar(theme, self)
        self.reader = ReaderView(theme, self)
        self.note_strip = NoteStrip(self)
        self.tour_strip = TourStrip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.reader, 1)
        column.addWidget(self.note_strip)
        column.addWidget(self.tour_strip)
