"""Speakers who may be the same: what is listed, merged together, or put away as not the same.

Made by the page of speakers. What was put away is remembered in the person's settings, not in the project: it
is what this person decided for the own list.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.gui.codebook.tagged_pane import TaggedPane
from annotator.gui.language import counted
from annotator.gui.lines_view import Line
from annotator.gui.theme import Theme
from annotator.settings import Settings

MOST_PUT_AWAY = 20_000
"""Pairs; the oldest give way."""
_KEPT = "not the same"


class LikelySame(TaggedPane):
    """The list of pairs, and beside it where the chosen speaker is named."""

    put_away_changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        self.settings = settings
        tabs = (
            ("alike", self.tr("Likely the same {count}"), self.tr("No likely duplicates"),
             self.tr("Speakers with names that are alike are listed here. Enter shows what a merge would do.")),
            ("named", self.tr("In the text {count}"), self.tr("Not named anywhere"),
             self.tr("Claims and mentions that name this speaker are gathered here.")),
        )  # fmt: skip
        merge = self.tr("Merge these…"), self.tr("Merge the pairs selected, or all listed, as one step.")
        super().__init__(theme, self.tr("Speakers who may be the same"), tabs, "alike", parent, act=merge)
        self.away = QPushButton(self.tr("Not the same"))
        self.away.setToolTip(self.tr("Put the pairs selected away; you are not shown them again."))
        self.again = QPushButton()
        self.again.setProperty("kind", "link")
        self.again.setToolTip(self.tr("List them again."))
        self.add_buttons(self.away, self.again)
        self.turned.connect(self._show_buttons)
        self.away.clicked.connect(self._put_away)
        self.again.clicked.connect(self._list_again)
        self._hidden = 0
        self._show_buttons()

    def show_pairs(self, lines: Sequence[Line]) -> None:
        """List the pairs (their ids are the lines' keys) but for those put away."""
        away = set(self._put_away_before())
        kept = [line for line in lines if _pair(line.key) not in away]
        self._hidden = len(lines) - len(kept)
        self.again.setText(
            counted(self._hidden, self.tr("1 put away"), self.tr("{count} put away")) if self._hidden else ""
        )
        self.set_lines("alike", kept)

    def _put_away_before(self) -> list[str]:
        found = self.settings.window.get(_KEPT, [])
        return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []

    def _put_away(self) -> None:
        pairs = [_pair(line.key) for line in self.view.selected()]
        if pairs:
            self.settings.window[_KEPT] = [*self._put_away_before(), *pairs][-MOST_PUT_AWAY:]
            self.put_away_changed.emit()

    def _list_again(self) -> None:
        self.settings.window.pop(_KEPT, None)
        self.put_away_changed.emit()

    def _show_buttons(self) -> None:
        listed = self.shown == "alike"
        self.away.setVisible(listed and bool(self.lines("alike")))
        self.again.setVisible(listed and self._hidden > 0)


def _pair(key: object) -> str:
    """The two ids of a pair, whichever comes first."""
    return " ".join(sorted(map(str, key))) if isinstance(key, Collection) else ""
