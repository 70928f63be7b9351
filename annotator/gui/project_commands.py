"""What the commands on projects, articles and the window do: dialogs, then verbs in the background.

Made by the main window. Nothing here blocks: files are read, projects opened and sets written off the
window's thread.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from annotator import paths
from annotator.gui import files_dialog, verbs
from annotator.gui.article_commands import ArticleCommands
from annotator.gui.connecting import Connecting
from annotator.gui.language import filled, tr
from annotator.gui.open_project import OpenProject
from annotator.gui.rescuing import Rescuing
from annotator.queries.history import history, is_sample
from annotator.settings import acting_annotator, environment_name
from annotator.store import Store
from annotator.store.database import is_url
from annotator.store.engine import SUFFIX

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

BACKUP_MILLISECONDS = 2000
"""After a project was opened it is looked whether a backup of it is due."""


class ProjectCommands(ArticleCommands):
    """Commands of one window; see `handlers.py` for which."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialogs: dict[str, Any] = {}
        self.connecting = Connecting(window, self.opened_at_start)
        self.rescuing = Rescuing(window)

    # Opening ------------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for a file and make an empty project in it."""
        path = self._ask_new(tr("Untitled"))
        if path is not None:
            self._make(path, None, [])

    def start_with(self, files: list[Path]) -> None:
        """Files dropped on the welcome screen: open a project, or make one of the articles."""
        if len(files) == 1 and files[0].suffix == SUFFIX:
            self.open_path(str(files[0]))
            return
        first = files[0].stem if files else tr("Untitled")
        path = self._ask_new(first)
        if path is not None:
            self._make(path, None, files)

    def sample(self) -> None:
        """Open the sample, which is made at the first time."""
        path = paths.data_folder() / f"sample{SUFFIX}"
        if path.exists():
            self.open_path(str(path))
        else:
            self._make(path, "Harbour dispute", [])

    def _ask_new(self, name: str) -> Path | None:
        folder = self._last_folder()
        chosen, _ = files_dialog.save_file(
            self._window, tr("New project"), str(folder / f"{name}{SUFFIX}"), tr("Annotator projects (*.annotator)")
        )
        return Path(chosen) if chosen else None

    def _last_folder(self) -> Path:
        """Where the project lies that was opened last."""
        files = (Path(each).parent for each in self._window.settings.recent if not is_url(each))
        return next(files, Path.home())

    def _make(self, path: Path, sample: str | None, files: list[Path]) -> None:
        annotator = acting_annotator(None, self._window.settings)

        def work(report: Any) -> Store:
            store = Store.create(path, annotator, name=sample)
            try:
                if sample:
                    from annotator.actions.sample import fill_with_sample

                    fill_with_sample(store, report=report)
            except BaseException:
                store.discard()
                raise
            return store

        title = tr("Preparing the sample") if sample else tr("Making the project")
        self._window.background.start(title, work, partial(self._opened, files))

    def open(self) -> None:
        """Ask for a project file and open it."""
        folder = self._last_folder()
        chosen = files_dialog.open_file(
            self._window, tr("Open project"), tr("Annotator projects (*.annotator)"), str(folder)
        )
        if chosen:
            self.open_path(chosen)

    def connect(self) -> None:
        """Ask where the team's database is, and open it."""
        self.connecting.ask()

    def open_path(self, path: str, article: str | None = None) -> None:
        """Open a project in this window, by file or URL; if that is refused, what is open stays."""
        annotator = acting_annotator(None, self._window.settings)
        failed = partial(self.connecting.not_opened if is_url(path) else self.rescuing.not_opened, path)
        self._window.background.start(
            tr("Opening"), lambda _: Store.open(path, annotator), partial(self._opened, [], article=article), failed
        )

    def _opened(self, files: list[Path], store: Store, article: str | None = None) -> None:
        self._window.settings.remember_project(store.address, store.project_id)
        self._window.save_settings()
        self._window.build_project(store)
        show = partial(self._show_built, files, store, article)
        if self._window.background.at_once or not self._window.isVisible():
            show()
        else:
            # By itself, since together both would keep the window from answering for too long.
            QTimer.singleShot(0, self._window, show)

    def _show_built(self, files: list[Path], store: Store, article: str | None) -> None:
        if self._window.built is None or self._window.built.store is not store:
            # Closed meanwhile, or another project was opened.
            return
        project = self._window.show_project(store, article)
        project.jobs.ask(is_sample, partial(self._sample_known, project))
        self._propose_name(store)
        if not store.read_only:
            # Not while the first article is on its way to the screen.
            QTimer.singleShot(BACKUP_MILLISECONDS, project.screens, partial(self._look_after, project))
        if files:
            self.drop(files)

    def _drafts_taken(self, marks: list[str]) -> None:
        if marks:
            self._window.hint(tr("A note that was being typed when the program ended was kept; undo takes it back."))

    def _look_after(self, project: OpenProject) -> None:
        """What is due once a project is there: the notes that a killed program left, and the backup of the day."""
        if self._window.project is project:
            project.jobs.look(lambda: verbs.drafts.take_drafts(project.store), self._drafts_taken)
            # Quietly: a strip that comes and goes would move what somebody is just clicking at.
            project.jobs.look(project.store.back_up_if_due, lambda _: None)

    def opened_at_start(self, store: Store) -> None:
        """A project opened before the window was there, or by the form of the team's database."""
        self._opened([], store)

    def _sample_known(self, project: OpenProject, sample: bool) -> None:
        if sample and self._window.project is project:
            project.screen.opened.show_colleagues(True)
            if not self._window.settings.tour_taken and not project.store.read_only:
                # Seen from here on, also when the window closes before it ends.
                self.tour_seen()
                project.screen.tour.begin()

    def tour_seen(self) -> None:
        """The tour does not begin by itself again."""
        self._window.settings.tour_taken = True
        self._window.save_settings()

    def look_up_recent(self) -> None:
        """Ask the disk about the recent projects and show them."""
        from annotator.gui.recent_projects import looked_up

        recent = list(self._window.settings.recent)
        settings = self._window.settings
        self._window.welcome.ask_name(not settings.annotator, acting_annotator(None, settings))
        show = self._window.welcome.show_recent
        self._window.background.look(lambda: looked_up(recent), show)

    def forget(self, address: str) -> None:
        """Take a project off the recent ones."""
        self._window.settings.forget_project(address)
        self._window.save_settings()
        self.look_up_recent()

    def name_given(self, name: str) -> None:
        """The annotator's name, given on the welcome screen."""
        self._window.settings.annotator = name
        self._window.save_settings()

    # Files dropped on the window ----------------------------------------------------------------

    def drop(self, files: list[Path]) -> None:
        """A project is opened, sets are imported, the rest are articles; what is a set is told by its content."""
        projects = [each for each in files if each.suffix == SUFFIX]
        if projects:
            self.open_path(str(projects[0]))
            return

        from annotator.actions.set_files import sets_and_articles

        def sorted_out(found: tuple[list[Path], list[Path]]) -> None:
            sets, articles = found
            if sets:
                self.import_files(sets)
            if articles:
                self.add_files(articles)

        self._window.background.look(lambda: sets_and_articles(files), sorted_out)

    # Looking back -------------------------------------------------------------------------------

    def undo(self, *, redo: bool) -> None:
        """Undo or redo one step."""
        if self._window.undoing is not None:
            self._window.undoing.run(redo=redo)

    def history(self) -> None:
        """Show all steps."""
        from annotator.gui.dialogs.history_dialog import MOST_STEPS, HistoryDialog

        project = self._project()
        if project is None:
            return
        dialog = HistoryDialog(self._window)
        dialog.undo_requested.connect(partial(self.undo, redo=False))
        dialog.redo_requested.connect(partial(self.undo, redo=True))
        name = project.store.annotator
        dialog.allow(undo=not project.store.read_only, redo=not project.store.read_only)

        def ask(_: object = None) -> None:
            project.jobs.ask(
                lambda session: history(session, limit=MOST_STEPS, reader=name), dialog.show_steps, key="history"
            )

        project.bridge.changed.connect(ask)
        dialog.finished.connect(lambda _: project.bridge.changed.disconnect(ask))
        ask()
        dialog.open()

    # Help and settings --------------------------------------------------------------------------

    def settings(self) -> Any:
        """Open the settings; changes show at once. Returns the dialog."""
        from annotator.gui.dialogs.settings_dialog import Place, SettingsDialog

        window = self._window
        places = [Place(tr("Settings"), str(paths.settings_file()), paths.settings_file().parent)]
        if window.project is not None:
            store = window.project.store
            backups = paths.backup_folder(store.project_id)
            if store.path is not None:
                places.append(Place(tr("This project"), store.address, store.path.parent))
                places.append(Place(tr("Its backups"), str(backups), backups))
        if paths.log_file().exists():
            places.append(Place(tr("Log"), str(paths.log_file()), paths.log_file().parent))
        topics = window.project.screen.lookup.topics.values() if window.project is not None else ()
        keys = {each.key: each.name for each in topics if each.key and not each.retired and each.merged_into is None}
        dialog = SettingsDialog(window.settings, places, window, ruling_name=environment_name(), topic_keys=keys)
        dialog.changed.connect(self._take_settings)
        dialog.folder_wanted.connect(lambda folder: self._open_place(Path(folder)))
        dialog.finished.connect(lambda _result: self._back_to_work())
        dialog.open()
        return dialog

    def _back_to_work(self) -> None:
        """The keys go to the screen that is shown, and not to what the settings were opened with."""
        if self._window.project is not None:
            self._window.activateWindow()
            self._window.project.screens.shown.take_focus()

    def own_name(self) -> None:
        """Open the settings where the annotator’s name is given."""
        dialog = self.settings()
        dialog.name.setFocus()
        dialog.name.selectAll()

    def _propose_name(self, store: Store) -> None:
        """Say before the first tag under which name somebody works who never chose one."""
        settings = self._window.settings
        if not (settings.annotator or environment_name() or store.member or store.read_only):
            said = filled(tr("You work as {name}. Choose the name that colleagues will see."), name=store.annotator)
            self._window.messages.show_message(said, "info", [(tr("Choose the name…"), self.own_name)])

    def highlighters(self) -> None:
        """Open the settings where words are chosen that are painted in the text."""
        dialog = self.settings()
        dialog.tabs.setCurrentWidget(dialog.highlighters)

    def _take_settings(self, settings: Any) -> None:
        window = self._window
        for name in settings.__struct_fields__:
            setattr(window.settings, name, getattr(settings, name))
        if window.project is not None:
            window.project.act_as(acting_annotator(None, window.settings))
        window.apply_settings()
        window.save_settings()

    def _open_place(self, place: Path) -> None:
        while not place.exists() and place != place.parent:
            place = place.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    def help(self) -> None:
        """The help window."""
        from annotator.gui.dialogs.help_viewer import HelpViewer

        self._show("help", HelpViewer)

    def keys(self) -> None:
        """The sheet of all keys."""
        from annotator.gui.dialogs.keys_sheet import KeysSheet

        self._show("keys", KeysSheet)

    def close_sheets(self) -> None:
        """Close help and sheet of keys: what they say of keys is no longer so."""
        for dialog in self._dialogs.values():
            dialog.close()
            dialog.deleteLater()
        self._dialogs.clear()

    def _show(self, name: str, kind: Any) -> None:
        if name not in self._dialogs:
            self._dialogs[name] = kind(self._window)
        self._dialogs[name].show()
        self._dialogs[name].raise_()
        self._dialogs[name].activateWindow()

    def open_log(self) -> None:
        """Show the log file."""
        self._open_place(paths.log_file())

    def about(self) -> None:
        """Version, licence, places."""
        from annotator import __version__
        from annotator.gui.dialogs.confirm import Choice, Confirm

        text = tr(
            "Annotator {version}, under the MIT licence. Claims, speakers and topics in articles.\n\nYour data: {data}"
        ).format(version=__version__, data=paths.data_folder())
        Confirm.choose(self._window, tr("About Annotator"), text, [Choice("ok", tr("Good"), "primary")])
