"""The window: builds its parts and wires them. Nothing else happens here.

One window shows one project or the welcome screen. What the commands do stands in `project_commands.py`
and in the Annotate screen.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator import settings as stored
from annotator.gui import files_dialog, keymap
from annotator.gui.actions import Actions
from annotator.gui.articles.drop_hint import paths_of
from annotator.gui.commands import COMMANDS
from annotator.gui.connecting import Line
from annotator.gui.handlers import handlers, switches
from annotator.gui.jobs import Background
from annotator.gui.language import translated
from annotator.gui.message_strip import MessageStrip
from annotator.gui.open_project import OpenProject
from annotator.gui.palette.command_palette import CommandPalette
from annotator.gui.project_commands import ProjectCommands
from annotator.gui.roles import WHO, refusal
from annotator.gui.screens import SCREENS, Screen
from annotator.gui.session_clock import SessionClock
from annotator.gui.status import Status
from annotator.gui.theme import TITLE_BAR, Theme, apply, theme_for
from annotator.gui.top_bar import TopBar
from annotator.gui.undoing import Undoing
from annotator.gui.work_strip import WorkStrip
from annotator.records import Changes, next_colour
from annotator.settings import Settings
from annotator.store import Store

if TYPE_CHECKING:
    from annotator.gui.welcome import Welcome

READING_NEEDS = ("project", "article", "queue")
"""What may be needed by commands that change nothing: they act on a project that is open for reading only."""
NEEDS_OF_THE_TEXT = ("article", "taggable", "claim", "mark", "selection")
"""Met on the Annotate screen only."""
NEEDS_OF_REVIEW = ("review", "queue", "disagreement", "versions", "amending", "unanimous")
"""Met on the Review screen only."""


class MainWindow(QMainWindow):
    """One window of the program."""

    def __init__(self, settings: Settings, *, at_once: bool = False, keep_settings: bool = True) -> None:
        """at_once: background work runs in the calling thread. keep_settings: changes are written."""
        super().__init__()
        self.settings = settings
        self.keep_settings = keep_settings
        self.theme: Theme = theme_for(settings.theme)
        self._dress_application()
        self.project: OpenProject | None = None
        self.built: OpenProject | None = None
        self.undoing: Undoing | None = None
        self.background = Background(at_once=at_once)
        keys_trouble = keymap.use(COMMANDS, settings.keys)
        self.commands = ProjectCommands(self)
        self.actions_ = Actions(self, handlers(self), self.missing, switches(self))
        self.palette_ = CommandPalette(self, self.actions_)
        self.top_bar = TopBar(self.actions_, self)
        self.messages = MessageStrip(self)
        self._welcome: Welcome | None = None
        self.stack = QStackedWidget(self)
        self.work = WorkStrip(self)
        self.status = Status(self)
        self.clock = SessionClock(self)
        self._icons_worn = ""
        self._settings_lost = False
        self._keys_taken = deepcopy(settings.keys)
        # Once for all that changes at a time, and after the text with the new mark has been painted.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._build()
        self._connect()
        if keys_trouble:
            self.refuse(" ".join(keys_trouble))

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(720, 480)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top_bar, self.messages, self.stack, self.work, self.status):
            column.addWidget(part, 1 if part is self.stack else 0)
        self.setCentralWidget(body)
        # The line at the foot stays on the screen below what the desktop puts above the window.
        room = QGuiApplication.primaryScreen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(QSize(1440, 900).boundedTo(room))
        if geometry := self.settings.window.get("geometry"):
            self.restoreGeometry(QByteArray.fromBase64(str(geometry).encode()))
        files_dialog.begin_in(str(self.settings.window.get("folder", "")))

    def _connect(self) -> None:
        self.actions_.refused.connect(self.hint)
        self.clock.changed.connect(self.status.show_clock)
        self.clock.set_on(self.settings.session_clock)
        self.background.refused.connect(self.refuse)
        self.background.work_started.connect(self.work.add)
        self.top_bar.name_wanted.connect(self.commands.own_name)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply_settings)

    def _connect_project(self, project: OpenProject) -> None:
        screen = project.screen
        project.bridge.changed.connect(project.screens.follow)
        project.bridge.changed.connect(self._saved)
        project.bridge.damaged.connect(self.commands.rescuing.damaged)
        project.bridge.gone.connect(self.commands.rescuing.gone)
        project.bridge.troubled.connect(self.refuse)
        project.jobs.busy.connect(self._busy)
        project.jobs.damaged.connect(self.commands.rescuing.damaged)
        project.jobs.refused.connect(self._write_refused)
        project.jobs.work_started.connect(self.work.add)
        screen.articles.add_requested.connect(self.commands.add)
        screen.articles.context_requested.connect(self.commands.articles_menu)
        screen.articles.files_dropped.connect(self.commands.drop)
        screen.articles.left.connect(screen.reader.setFocus)
        screen.reader.context_requested.connect(self.commands.text_menu)
        screen.reader.link_activated.connect(self.commands.follow_link)
        screen.reader.marks_clicked.connect(self.commands.marks_clicked)
        screen.panel.wishes.source_copied.connect(self.commands.copy_mark)
        screen.tagger.claim_made.connect(self.clock.claim_made)
        screen.tour.ended.connect(self.commands.tour_seen)
        project.screens.made.connect(self._connect_screen)
        self._connect_screen(screen)

    def _connect_screen(self, screen: Screen) -> None:
        screen.hint.connect(self.hint)
        screen.command_wanted.connect(lambda id_: self.actions_[id_].trigger())
        screen.mark_wanted.connect(self.show_mark)
        screen.state_changed.connect(self.refresh if self.background.at_once else self._soon.start)
        for where, widget in screen.keyed():
            self.actions_.give(where, widget)

    # Projects -----------------------------------------------------------------------------------

    @property
    def welcome(self) -> Welcome:
        """The welcome screen. Made when it is first looked at: most starts open a project."""
        if self._welcome is None:
            from annotator.gui.welcome import Welcome

            self._welcome = made = Welcome(self)
            made.connect_requested.connect(self.commands.connect)
            made.files_dropped.connect(self.commands.start_with)
            made.forgotten.connect(self.commands.forget)
            made.name_given.connect(self.commands.name_given)
            made.new_requested.connect(self.commands.new)
            made.open_requested.connect(self.commands.open)
            made.project_chosen.connect(self.commands.open_path)
            made.sample_requested.connect(self.commands.sample)
            self.stack.addWidget(made)
        return self._welcome

    def show_welcome(self) -> None:
        """Show the welcome screen; an open project is closed."""
        self.close_project()
        self.stack.setCurrentWidget(self.welcome)
        self.top_bar.show_project("")
        self.status.clear()
        self.setWindowTitle("Annotator")
        self.commands.look_up_recent()
        self.refresh()

    def build_project(self, store: Store) -> OpenProject:
        """Make the screens of a project; what is open stays in front until `show_project`."""
        at_once = self.background.at_once
        self.built = OpenProject(store, self.theme, self.settings, self.stack, at_once=at_once)
        return self.built

    def show_project(self, store: Store, article: str | None = None) -> OpenProject:
        """Show an open project, built now if it is not yet; one that was open before is closed."""
        project = self.built if self.built is not None and self.built.store is store else self.build_project(store)
        self.built = None
        self.close_project()
        self.project = project
        self.undoing = Undoing(self, project, self.hint)
        self._line = Line(self, project)
        self._connect_project(project)
        self.stack.addWidget(project.screens)
        self.stack.setCurrentWidget(project.screens)
        self.show_name(store.name)
        self.status.say_saved(read_only=store.read_only)
        for warning in store.warnings:
            self.messages.show_message(translated(warning), "warning")
        project.screen.load(article)
        self.show_screen(project.screens.shown_id)
        return project

    def show_name(self, name: str) -> None:
        """The project's name in the bar and in the title; an imported set may have brought another one along."""
        self.top_bar.show_project(name)
        self.setWindowTitle(f"{name} — Annotator")

    def show_screen(self, screen_id: str) -> None:
        """Show one of the screens of the open project, with the focus where the hand works."""
        if self.project is None:
            return
        screen = self.project.screens.show_screen(screen_id)
        self.messages.pass_over()
        self.top_bar.tabs.mark(screen_id)
        self.status.show_keys(screen.key_hints())
        screen.take_focus()
        self.refresh()

    def show_mark(self, mark: str, article: str) -> None:
        """Show the text where a mark of another screen's list stands."""
        if self.project is not None:
            self.show_screen(SCREENS[0].id)
            self.project.screen.show_mark(mark, [article], choose=True)

    def close_project(self) -> None:
        """Close the open project, if there is one, once all is written."""
        if self.project is None:
            return
        project, self.project, self.undoing = self.project, None, None
        project.screens.remember_panes()
        project.screen.place.remember()
        self.messages.clear()
        self.stack.removeWidget(project.screens)
        project.close()

    # What is so now -----------------------------------------------------------------------------

    def missing(self, need: str) -> str | None:
        """The need that is not met: see `Command.needs`."""
        if not need:
            return None
        if self.project is None:
            return "project"
        if need in WHO:
            return need if refusal(self.project.store, need) else None
        if self.project.store.read_only and need not in READING_NEEDS:
            return "writable"
        if need in ("project", "writable"):
            return None
        if need in NEEDS_OF_THE_TEXT and self.project.screens.shown is not self.project.screen:
            return "annotate"
        if need in NEEDS_OF_REVIEW and self.project.screens.shown_id != "review":
            return "review"
        return self.project.screens.shown.missing(need)

    def refresh(self) -> None:
        """Commands, counts and badge, after something changed."""
        self.actions_.refresh()
        if self.project is None:
            return
        screen = self.project.screen
        shown = self.project.screens.shown
        self.status.show_counts(shown.counts())
        self.status.show_keys(shown.key_hints())
        me = screen.lookup.annotators.get(screen.lookup.me or "")
        colour = me.colour if me else next_colour(len(screen.lookup.annotators))
        self.top_bar.show_annotator(self.project.store.annotator, colour)

    def hint(self, sentence: str) -> None:
        """A sentence that helps; it goes by itself."""
        self.status.say(sentence)

    def refuse(self, sentence: str) -> None:
        """A sentence that says what was not done; it stays until it is closed."""
        self.messages.show_message(sentence, "warning")

    def _write_refused(self, sentence: str) -> None:
        if self.project is not None:
            self.project.screen.tagger.forget_fresh()
        self.messages.show_message(sentence, "warning", passing=True)

    def _busy(self, busy: bool) -> None:
        if busy:
            self.status.say_saving()
        else:
            self._say_saved()

    def _saved(self, changes: Changes) -> None:
        self.status.hush()
        if changes.origin is not None:
            self.messages.pass_over()
        if self.project is not None and not self.project.jobs.writing:
            self._say_saved()

    def _say_saved(self) -> None:
        if self.project is None:
            return
        if self.project.rescued:
            self.status.say_stopped()
        elif not self.project.store.connected:
            self.status.say_away()
        else:
            self.status.say_saved(read_only=self.project.store.read_only)

    # Settings and events ------------------------------------------------------------------------

    def apply_settings(self) -> None:
        """Theme, font and sizes as the settings say now."""
        self.theme = theme_for(self.settings.theme)
        self._dress_application()
        self._take_keys()
        self.clock.set_on(self.settings.session_clock)
        if self.project is not None:
            self.project.screens.apply(self.theme, self.settings)
        if self._icons_worn:
            self._wear_icons()
        self.refresh()

    def _take_keys(self) -> None:
        """The keys that the user chose; what cannot be is said, and the settings stay as they are."""
        if self.settings.keys == self._keys_taken:
            return
        self._keys_taken = deepcopy(self.settings.keys)
        trouble = keymap.use(COMMANDS, self.settings.keys)
        self.actions_.take_keys()
        self.top_bar.take_keys()
        self.commands.close_sheets()
        if self.project is not None:
            self.status.show_keys(self.project.screens.shown.key_hints())
        if trouble:
            self.refuse(" ".join(trouble))

    def _dress_application(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply(application, self.theme, self.settings.interface_size)

    def save_settings(self) -> None:
        """Write the settings, unless this window is only for a picture or a test."""
        if not self.keep_settings:
            return
        try:
            stored.save(self.settings)
        except OSError as error:
            # Work goes on without; said once, and not when nobody sees it any more.
            if not self._settings_lost and self.isVisible():
                reason = error.strerror or str(error)
                self.refuse(self.tr("The settings could not be saved: {reason}.").format(reason=reason))
                self._settings_lost = True

    def _wear_icons(self) -> None:
        self._icons_worn = self.theme.name
        self.top_bar.wear_icons(self.theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.project is None and self._welcome is None:
            self.show_welcome()
        if not self._icons_worn:
            QTimer.singleShot(0, self._wear_icons)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.window["geometry"] = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.window["folder"] = files_dialog.last_folder()
        self.close_project()
        if self.built is not None:
            self.built.close()
            self.built = None
        self.background.close()
        self.save_settings()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nobody took: where a command has it and cannot be run now, say why."""
        pressed = QKeySequence(event.keyCombination())
        for command in COMMANDS:
            its_own = command.where == "window" and pressed in map(QKeySequence, command.keys)
            if its_own and (why := self.actions_.why_not(command)):
                self.hint(why)
                return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = paths_of(event.mimeData())
        drop: Callable[[list[Path]], object] = self.commands.start_with if self.project is None else self.commands.drop
        event.acceptProposedAction()
        # The program that the files came from waits until the event has ended.
        QTimer.singleShot(0, lambda: drop(files))
