"""What was merged into a topic or a speaker: a button for each, by which it stands for itself again.

Used by the two editors. Shows nothing where nothing was merged.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.gui.flow import Flow
from annotator.gui.labels import label
from annotator.gui.language import filled
from annotator.gui.theme import TIGHT
from annotator.records import SpeakerRecord, TopicRecord

_LONGEST = 60
"""Characters of a name on a button."""


class MergedRow(QWidget):
    """A heading and the buttons."""

    part_requested = Signal(str)
    """The id of the merged one that is to stand for itself again."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str]] = []
        self.buttons: list[QPushButton] = []
        self._heading = heading
        self._flow: Flow | None = None
        self.hide()

    def show_merged(self, merged: Iterable[TopicRecord | SpeakerRecord]) -> None:
        """Show these, by name."""
        wanted = sorted(((each.name, each.id) for each in merged), key=lambda one: (one[0].casefold(), one[1]))
        if wanted != self._shown:
            self._shown = wanted
            before, self.buttons = self.buttons, [self._button(name, id_) for name, id_ in wanted]
            self._made().hold(self.buttons)
            for each in before:
                each.deleteLater()
        self.setVisible(bool(wanted))

    def _made(self) -> Flow:
        """Where the buttons stand; made when there is the first, which most topics never have."""
        if self._flow is None:
            self._flow = Flow()
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(TIGHT)
            column.addWidget(label(self._heading, "soft"))
            column.addWidget(self._flow)
        return self._flow

    def _button(self, name: str, id_: str) -> QPushButton:
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
        button = QPushButton(filled(self.tr("Part “{name}” again"), name=short.replace("&", "&&")))
        button.clicked.connect(partial(self.part_requested.emit, id_))
        return button
