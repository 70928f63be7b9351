"""Opens the palette over the window and does what was taken in it.

Made by the main window. What was taken last is kept in the settings and comes first the next time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from annotator.gui.actions import Actions
from annotator.gui.commands import BY_ID

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow
    from annotator.gui.palette.palette import Palette

KEPT = 30
"""Entries that are remembered as taken last."""


class CommandPalette(QObject):
    """The palette of one window."""

    def __init__(self, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self.palette: Palette | None = None

    def _screen(self) -> Any:
        project = self._window.project
        return project.screen if project is not None else None

    def open(self) -> None:
        """Show it; Ctrl+K once more closes it."""
        if self.palette is not None:
            self.palette.close_unanswered()
            return
        from annotator.gui.palette import entries as offered
        from annotator.gui.palette.palette import Palette

        entries = [*offered.action_entries(*self._of_lists()), *offered.command_entries(self._actions.why_not)]
        screen = self._screen()
        if screen is not None:
            entries += offered.article_entries(screen.articles.model.every())
            entries += offered.name_entries(screen.lookup.display({}, screen.opened.me))
        recent = self._window.settings.palette
        items = offered.with_recent([item for item, _ in entries], recent)
        rows = {item.id: row for item, row in entries}
        self.palette = Palette(self._window, items, rows, recent, self._window.theme)
        self.palette.taken.connect(self._taken)
        self.palette.new_requested.connect(self._find)
        self.palette.closed.connect(self._closed)
        self.palette.open()

    def _of_lists(self) -> tuple[str, Sequence[tuple[QAction, str]]]:
        """What the lists of the screen that is shown offer, and the name of that screen."""
        project = self._window.project
        if project is None:
            return "", ()
        return BY_ID[project.screens.shown_id].label, project.screens.shown.list_actions()

    def _closed(self) -> None:
        self.palette = None

    def _taken(self, entry: str) -> None:
        from annotator.gui.palette.entries import parted

        kind, id_ = parted(entry)
        if kind == "action":
            self._of_lists()[1][int(id_)][0].trigger()
            return
        settings = self._window.settings
        settings.palette = [entry, *(each for each in settings.palette if each != entry)][:KEPT]
        self._window.save_settings()
        if kind == "command":
            self._actions[BY_ID[id_].id].trigger()
            return
        project = self._window.project
        if project is not None and project.screens.shown_id == "codebook" and kind in ("speaker", "topic"):
            shown: Any = project.screens.shown
            (shown.show_topic if kind == "topic" else shown.show_speaker)(id_)
            return
        self._window.show_screen("annotate")
        screen = self._screen()
        if kind == "article":
            screen.step(id_)
            return
        if not screen.is_shown(2):
            screen.fold(2)
        if kind == "speaker":
            screen.panel.show_speaker(id_)
        else:
            screen.panel.show_topic(id_)

    def _find(self, words: str) -> None:
        if self._actions.why_not(BY_ID["find"]):
            self._window.hint(self._actions.why_not(BY_ID["find"]))
            return
        self._screen().finding.open(words)
