"""What the commands on projects, articles and the window do: dialogs, then verbs in the background.

Made by the main window. Nothing here blocks: files are read, projects opened and sets written off the
window's thread.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, QUrl
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from annotator import paths
from annotator.actions import articles as article_verbs
from annotator.errors import AnnotatorError
from annotator.gui.dialogs.confirm import Choice, Confirm
from annotator.gui.exchange_commands import ExchangeCommands
from annotator.gui.open_project import OpenProject
from annotator.gui.recent_projects import looked_up
from annotator.queries.history import history, is_sample
from annotator.settings import acting_annotator
from annotator.store import Store
from annotator.store.engine import SUFFIX

if TYPE_CHECKING:
    from annotator.gui.main_window import MainWindow

SIZES = (8.0, 40.0)
USUAL_SIZE = 13.0


def tr(text: str) -> str:
    """A sentence of these commands, translated."""
    return QCoreApplication.translate("ProjectCommands", text)


class ProjectCommands(ExchangeCommands):
    """Commands of one window; see `handlers.py` for which."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._dialogs: dict[str, Any] = {}

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
        folder = Path(self._window.settings.recent[0]).parent if self._window.settings.recent else Path.home()
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("New project"), str(folder / f"{name}{SUFFIX}"), tr("Annotator projects (*.annotator)")
        )
        return Path(chosen) if chosen else None

    def _make(self, path: Path, sample: str | None, files: list[Path]) -> None:
        annotator = acting_annotator(None, self._window.settings)

        def work(report: Any) -> Store:
            store = Store.create(path, annotator, name=sample)
            try:
                if sample:
                    from annotator.actions.sample import fill_with_sample

                    fill_with_sample(store, report=report)
            except BaseException:
                store.close()
                store.path.unlink(missing_ok=True)
                raise
            return store

        title = tr("Preparing the sample") if sample else tr("Making the project")
        self._window.background.start(title, work, partial(self._opened, files))

    def open(self) -> None:
        """Ask for a project file and open it."""
        folder = Path(self._window.settings.recent[0]).parent if self._window.settings.recent else Path.home()
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open project"), str(folder), tr("Annotator projects (*.annotator)")
        )
        if chosen:
            self.open_path(chosen)

    def open_path(self, path: str, article: str | None = None) -> None:
        """Open a project in this window; if that is refused, what is open stays."""
        annotator = acting_annotator(None, self._window.settings)
        self._window.background.start(
            tr("Opening"), lambda _: Store.open(path, annotator), partial(self._opened, [], article=article)
        )

    def _opened(self, files: list[Path], store: Store, article: str | None = None) -> None:
        self._window.settings.remember_project(str(store.path))
        self._window.save_settings()
        project = self._window.show_project(store, article)
        project.jobs.ask(is_sample, partial(self._sample_known, project))
        if not store.read_only:
            project.jobs.start(tr("Backing up"), lambda _: store.back_up_daily(), lambda _: None)
        if files:
            self.drop(files)

    def opened_at_start(self, store: Store) -> None:
        """A project opened before the window was there."""
        self._opened([], store)

    def _sample_known(self, project: OpenProject, sample: bool) -> None:
        if sample and self._window.project is project:
            project.screen.opened.show_colleagues(True)

    def look_up_recent(self) -> None:
        """Ask the disk about the recent projects and show them."""
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

    def project_gone(self, sentence: str) -> None:
        """The file was deleted or replaced under the window: save what the open connection holds."""
        self._rescue(sentence)

    def project_damaged(self, sentence: str) -> None:
        """A page cannot be read: writing has stopped; save what can be read, and name the last backup."""
        self._rescue(sentence)

    def _rescue(self, sentence: str) -> None:
        project = self._window.project
        if project is None or project.rescued:
            return
        project.rescued = True

        def saved(result: tuple[Path, dict[str, str]]) -> None:
            path, missing = result
            self._window.messages.show_message(
                f"{sentence} {_rescue_report(path, missing, project.store.last_backup())}",
                "error",
                [(tr("Go on in the saved file"), lambda: self.open_path(str(path)))],
            )

        project.jobs.start(tr("Saving"), lambda _: project.store.rescue(), saved)

    # Articles -----------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for article files and add them."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Add articles"), "", _article_filter())
        if chosen:
            self.add_files([Path(each) for each in chosen])

    def add_folder(self) -> None:
        """Ask for a folder and add the articles in it."""
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Add a folder of articles"))
        if chosen:
            self.add_files([Path(chosen)])

    def drop(self, files: list[Path]) -> None:
        """Files dropped on the window: a project is opened, sets are imported, the rest are articles."""
        projects = [each for each in files if each.suffix == SUFFIX]
        sets = [each for each in files if each.suffix == ".jsonl"]
        articles = [each for each in files if each not in projects and each not in sets]
        if projects:
            self.open_path(str(projects[0]))
            return
        if sets:
            self.import_files(sets)
        if articles:
            self.add_files(articles)

    def add_files(self, files: list[Path]) -> None:
        """Add articles in the background, then say what became of each file."""
        project = self._project()
        if project is None or self._refused_read_only(project):
            return
        store = project.store

        def added(outcomes: list[article_verbs.FileOutcome]) -> None:
            new = [each for each in outcomes if each.status == "added"]
            if len(new) == len(outcomes) and new:
                count = sum(len(each.articles) for each in new)
                self._window.hint(tr("{count} articles added.").format(count=count))
            else:
                from annotator.gui.dialogs.report_dialog import ReportDialog

                ReportDialog.of_articles(outcomes, self._window).open()

        project.jobs.start(
            tr("Adding articles"), lambda report: article_verbs.add_articles(store, files, report=report), added
        )

    def finish(self) -> None:
        """Mark the article as finished, and open the next that is not."""
        project = self._project()
        if project is None or project.screen.opened.record is None or self._refused_read_only(project):
            return
        store, screen, id_ = project.store, project.screen, project.screen.opened.record.id
        following = screen.articles.next_unfinished_id()
        before = [each for each in screen.articles.model.shown() if each.id == id_]
        # Told to the list before the news comes: the same key, pressed again at once, must not come back here.
        screen.articles.update_articles([replace(each, state="finished") for each in before])

        def failed(error: Exception) -> None:
            screen.articles.update_articles(before)
            if not isinstance(error, AnnotatorError):
                raise error
            self._window.refuse(str(error))

        project.jobs.write(
            lambda: article_verbs.set_state(store, [id_], "finished", origin=self), failed=failed
        )
        if following is None or following == id_:
            self._window.hint(tr("That was the last article that was not finished."))
        else:
            screen.step(following)

    def articles_menu(self, ids: list[str], point: QPoint) -> None:
        """What can be done with the chosen articles."""
        project = self._project()
        if project is None or not ids:
            return
        store, jobs = project.store, project.jobs
        menu = QMenu(self._window)
        for text, state in (
            (tr("Mark as finished"), "finished"),
            (tr("Mark as in progress"), "in_progress"),
            (tr("Mark as new"), "new"),
        ):
            menu.addAction(text).triggered.connect(
                lambda _=False, s=state: jobs.write(lambda: article_verbs.set_state(store, ids, s, origin=self))
            )
        menu.addSeparator()
        export = menu.addAction(tr("Export these…"))
        export.triggered.connect(lambda _=False: self.export(ids))
        remove = menu.addAction(tr("Remove…"))
        remove.triggered.connect(lambda _=False: self._remove(ids))
        for action in menu.actions():
            action.setEnabled(not store.read_only or action is export)
        menu.popup(point)

    def remove_article(self) -> None:
        """Take the open article out."""
        project = self._project()
        if project is not None and project.screen.opened.record is not None:
            self._remove([project.screen.opened.record.id])

    def _remove(self, ids: list[str]) -> None:
        project = self._project()
        if project is None or self._refused_read_only(project):
            return
        store = project.store
        title = tr("Remove this article?") if len(ids) == 1 else tr("Remove {n} articles?").format(n=len(ids))
        text = tr("Your marks in it go with it. Undo brings everything back.")
        if Confirm.ask(self._window, title, text, tr("Remove"), destructive=True):
            project.jobs.write(lambda: article_verbs.remove_articles(store, ids, origin=self))

    # The text -----------------------------------------------------------------------------------

    def text_menu(self, point: QPoint, _offset: int) -> None:
        """What can be done where the text was right-clicked."""
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        actions = self._window.actions_
        for names in (
            ("claim", "part", "speaker", "cue", "topic"),
            ("direct", "indirect", "mixed", "paraphrase"),
            ("note", "delete"),
            ("copy", "nothing"),
        ):
            for name in names:
                menu.addAction(actions[name])
            menu.addSeparator()
        menu.popup(point)

    def marks_clicked(self, marks: list[str]) -> None:
        """A click on overlapping marks took the smallest; the others are offered."""
        project = self._project()
        if project is None or len(marks) < 2:
            return
        screen = project.screen
        menu = QMenu(self._window)
        for id_ in marks:
            record = screen.opened.marks.get(id_)
            if record is not None:
                words = record.parts[0].quote
                short = words if len(words) <= 60 else words[:59] + "…"
                action = menu.addAction(f"{screen.kind_name(record)}: {short}".replace("&", "&&"))
                action.triggered.connect(lambda _=False, mark=id_: screen.choose(mark))
        menu.popup(QCursor.pos() + QPoint(0, 18))

    def follow_link(self, url: str) -> None:
        """Open a link of the article in the browser: only addresses of the web, and only when asked."""
        address = QUrl(url)
        if address.scheme() in ("http", "https"):
            text = tr("{url} will be opened in your browser.").format(url=address.toDisplayString())
            if Confirm.ask(self._window, tr("Follow the link?"), text, tr("Open")):
                QDesktopServices.openUrl(address)

    def colleagues(self) -> None:
        """Show or hide the marks of others."""
        project = self._project()
        if project is not None:
            visible = not project.screen.opened.colleagues
            project.screen.opened.show_colleagues(visible)
            self._window.hint(tr("Colleagues' marks are shown.") if visible else tr("Colleagues' marks are hidden."))

    def resize_text(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or as usual (0)."""
        settings = self._window.settings
        size = USUAL_SIZE if step == 0 else settings.reading_size + step
        settings.reading_size = min(max(size, SIZES[0]), SIZES[1])
        self._window.apply_settings()
        self._window.save_settings()

    # Looking back -------------------------------------------------------------------------------

    def undo(self, *, redo: bool) -> None:
        """Undo or redo one step."""
        if self._window.undoing is not None:
            self._window.undoing.run(redo=redo)

    def history(self) -> None:
        """Show all steps."""
        from annotator.gui.dialogs.history_dialog import HistoryDialog

        project = self._project()
        if project is None:
            return
        dialog = HistoryDialog(self._window)
        dialog.undo_requested.connect(partial(self.undo, redo=False))
        dialog.redo_requested.connect(partial(self.undo, redo=True))
        dialog.allow(undo=not project.store.read_only, redo=not project.store.read_only)

        def ask(_: object = None) -> None:
            project.jobs.ask(lambda session: history(session, limit=2000), dialog.show_steps, key="history")

        project.bridge.changed.connect(ask)
        dialog.finished.connect(lambda _: project.bridge.changed.disconnect(ask))
        ask()
        dialog.open()

    # Help and settings --------------------------------------------------------------------------

    def settings(self) -> None:
        """Open the settings; changes show at once."""
        from annotator.gui.dialogs.settings_dialog import Place, SettingsDialog

        window = self._window
        places = [Place(tr("Settings"), str(paths.settings_file()), paths.settings_file().parent)]
        if window.project is not None:
            store = window.project.store
            backups = paths.backup_folder(store.project_id)
            places.append(Place(tr("This project"), str(store.path), store.path.parent))
            places.append(Place(tr("Its backups"), str(backups), backups))
        places.append(Place(tr("Log"), str(paths.log_file()), paths.log_file().parent))
        dialog = SettingsDialog(window.settings, places, window)
        dialog.changed.connect(self._take_settings)
        dialog.folder_wanted.connect(lambda folder: self._open_place(Path(folder)))
        dialog.open()

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

        text = tr(
            "Annotator {version}, under the MIT licence. Claims, speakers and topics in articles.\n\nYour data: {data}"
        ).format(version=__version__, data=paths.data_folder())
        Confirm.choose(self._window, tr("About Annotator"), text, [Choice("ok", tr("Good"), "primary")])


def _rescue_report(path: Path, missing: dict[str, str], backup: Path | None) -> str:
    """Where it was saved, what is missing, and the last backup beside it."""
    report = tr("All of it was saved to {path}.") if not missing else tr("What can be read was saved to {path}.")
    report = report.format(path=path)
    if missing:
        lost = "; ".join(f"{table}: {what}" for table, what in missing.items())
        report += " " + tr("Missing: {lost}.").format(lost=lost)
        if backup is not None:
            report += " " + tr("The last backup is {path}.").format(path=backup)
    return report


def _article_filter() -> str:
    from annotator.readers import known_suffixes

    patterns = " ".join(f"*{suffix}" for suffix in sorted(known_suffixes()))
    return f"{tr('Articles')} ({patterns});;{tr('All files')} (*)"

