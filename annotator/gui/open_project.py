"""An open project in a window: its store, its background work, its news, and its screens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.bridge import Bridge
from annotator.gui.jobs import Jobs
from annotator.gui.screens import Screens
from annotator.gui.theme import Theme
from annotator.settings import Settings
from annotator.store import Store


class OpenProject:
    """Made when a project is opened, closed with it."""

    def __init__(self, store: Store, theme: Theme, settings: Settings, parent: QWidget, *, at_once: bool) -> None:
        self.store = store
        self.rescued = False
        self.jobs = Jobs(store, at_once=at_once)
        self.bridge = Bridge(store, look_out=not at_once)
        self.screens = Screens(self.jobs, theme, settings, parent)
        first = self.screens.shown
        assert isinstance(first, AnnotateScreen)
        self.screen = first

    def act_as(self, annotator: str) -> None:
        """Work under another name from now on. A team's server knows by itself who somebody is."""
        if self.store.member is None and annotator != self.store.annotator:
            self.store.annotator = annotator
            self.screen.load()
            self.screen.reload_article()

    def close(self) -> None:
        """Wait until all is written, then let go of the file."""
        self.bridge.close()
        self.jobs.close()
        self.store.close()
        self.screens.deleteLater()
