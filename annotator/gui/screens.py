"""The screens of an open project: what each owes the window, and the pages that hold them.

A screen is one way of working on the project: Annotate, Review, Codebook. The window shows one at a time.
The first is made with the project, each other when it is shown for the first time, so that opening a
project never waits for what nobody looks at. A screen that is not shown is told nothing while it is away;
it catches up when it is shown again. The table `SCREENS` names them all: tabs, keys, the palette and the
command line's `--screen` are made from it. Nothing here opens a session.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from annotator.gui.jobs import Jobs
from annotator.gui.theme import Theme
from annotator.records import Changes
from annotator.settings import Settings


class Screen(QWidget):
    """One way of working on a project. Subclasses fill in what they have; the rest does nothing."""

    hint = Signal(str)
    """A sentence that helps, for the line at the foot of the window."""
    command_wanted = Signal(str)
    """The id of a command of the window that was asked for here."""
    mark_wanted = Signal(str, str)
    """A mark and its article: the text is to be shown there."""
    state_changed = Signal()
    """What commands need may be met or missing now, or the counts are others."""

    def begin(self) -> None:
        """Ask for what is shown first. Called once, when the screen is shown for the first time."""

    def follow(self, changes: Changes) -> None:
        """The store's news, while the screen is shown."""

    def catch_up(self) -> None:
        """The screen is shown again, and something was changed while it was away: ask for all that it shows."""

    def apply(self, theme: Theme, settings: Settings) -> None:
        """Take over theme, font and what is shown."""

    def take_focus(self) -> None:
        """Put the focus where the hand works on this screen."""
        self.setFocus()

    def missing(self, need: str) -> str | None:
        """Of the needs that only this screen knows (see `Command.needs`): the one not met, or None."""
        return need

    def keyed(self) -> Sequence[tuple[str, QWidget]]:
        """(`where` of commands, widget): the widgets in which single keys act, once the screen is there."""
        return ()

    def counts(self) -> str:
        """What the line at the foot of the window says of what is shown."""
        return ""

    def key_hints(self) -> Sequence[tuple[str, str]]:
        """(key, word): the keys that help most here, for the foot of the window."""
        return ()

    def list_actions(self) -> Sequence[tuple[QAction, str]]:
        """(action, icon): what can be done with the rows of the list that is shown; the palette offers it as well."""
        return ()

    all_articles = False
    """Whether it shows marks of all articles, so that undo of any of them can be seen here."""

    def article_id(self) -> str | None:
        """The article that is looked at, None where there is none."""
        return None

    def show_mark(self, mark: str | None, articles: Sequence[str], *, choose: bool = False) -> None:
        """Bring a mark into view, which a step that was undone concerned; or its article.

        choose: it is to be the current one where marks can be current, as after redo.
        """

    def fold(self, side: int) -> None:
        """Fold the left pane (0) or the right one (2) away, or show it again."""

    def is_shown(self, _side: int) -> bool:
        """Whether that pane has room now; False where there is none."""
        return False

    def pane_state(self) -> str:
        """The sizes of the panes, to be remembered; empty where there are none."""
        return ""

    def restore_panes(self, state: str) -> None:
        """The sizes of the panes as they were remembered."""


@dataclass(frozen=True, slots=True)
class ScreenKind:
    """id: of the command that shows the screen too. make: imports and builds it, dressed as the settings say."""

    id: str
    make: Callable[[Jobs, Theme, Settings, QWidget], Screen]


def _annotate(jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget) -> Screen:
    from annotator.gui.annotate.screen import AnnotateScreen

    return AnnotateScreen(jobs, theme, settings, parent)


def _codebook(jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget) -> Screen:
    from annotator.gui.codebook.screen import CodebookScreen

    return CodebookScreen(jobs, theme, settings, parent)


def _review(jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget) -> Screen:
    from annotator.gui.review.screen import ReviewScreen

    return ReviewScreen(jobs, theme, settings, parent)


SCREENS: tuple[ScreenKind, ...] = (
    ScreenKind("annotate", _annotate),
    ScreenKind("review", _review),
    ScreenKind("codebook", _codebook),
)
"""In the order of their tabs. The first is the one that a project opens on."""


class Screens(QStackedWidget):
    """The screens of one open project, one of them shown."""

    made = Signal(object)
    """A screen was made, not shown yet: the window wires it."""

    def __init__(self, jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._theme = theme
        self._settings = settings
        self._screens: dict[str, Screen] = {}
        self._missed: set[str] = set()
        self.shown_id = SCREENS[0].id
        self._make(self.shown_id)

    def _make(self, screen_id: str) -> Screen:
        kind = next(each for each in SCREENS if each.id == screen_id)
        screen = kind.make(self._jobs, self._theme, self._settings, self)
        self._screens[screen_id] = screen
        self.addWidget(screen)
        if panes := self._settings.window.get(f"panes-{screen_id}"):
            screen.restore_panes(str(panes))
        return screen

    def __getitem__(self, screen_id: str) -> Screen:
        """The screen of that id, made if it was never shown."""
        screen = self._screens.get(screen_id)
        if screen is None:
            screen = self._make(screen_id)
            self.made.emit(screen)
        return screen

    @property
    def shown(self) -> Screen:
        """The screen in front."""
        return self._screens[self.shown_id]

    def show_screen(self, screen_id: str) -> Screen:
        """Bring a screen to the front, up to date with what happened while it was away."""
        new = screen_id not in self._screens
        screen = self[screen_id]
        self.shown_id = screen_id
        self.setCurrentWidget(screen)
        if new:
            screen.begin()
        elif screen_id in self._missed:
            screen.catch_up()
        self._missed.discard(screen_id)
        return screen

    def follow(self, changes: Changes) -> None:
        """The store's news: for the screen in front now, for the others when they are shown again.

        The first screen always follows: its article is what undo and the other screens come back to.
        """
        for screen_id, screen in self._screens.items():
            if screen_id in (self.shown_id, SCREENS[0].id):
                screen.follow(changes)
            else:
                self._missed.add(screen_id)

    def apply(self, theme: Theme, settings: Settings) -> None:
        """Theme and settings, handed to every screen that is there."""
        self._theme, self._settings = theme, settings
        for screen in self._screens.values():
            screen.apply(theme, settings)

    def remember_panes(self) -> None:
        """Put the sizes of all panes into the settings."""
        for screen_id, screen in self._screens.items():
            if state := screen.pane_state():
                self._settings.window[f"panes-{screen_id}"] = state
