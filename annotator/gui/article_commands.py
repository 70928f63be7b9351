"""What the commands on articles do: add, drop, finish, remove; whose marks are shown, and how large the text is.

The base of `ProjectCommands`. Files are read off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from annotator.errors import AnnotatorError
from annotator.gui import files_dialog, verbs
from annotator.gui.commands import why_not
from annotator.gui.language import counted, tr, translated
from annotator.gui.open_project import OpenProject
from annotator.gui.roles import refusal
from annotator.gui.text_commands import TextCommands
from annotator.queries.articles import article
from annotator.queries.registry import fields
from annotator.records import ArticleRecord, FieldRecord

if TYPE_CHECKING:
    from annotator.readers.tables import Preview

UNFINISHED = ("new", "in_progress")
SIZES = (8.0, 40.0)
USUAL_SIZE = 13.0


class ArticleCommands(TextCommands):
    """Commands on articles of one window."""

    # Articles -----------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for article files and add them."""
        chosen = files_dialog.open_files(self._window, tr("Add articles"), _article_filter())
        if chosen:
            self.add_files([Path(each) for each in chosen])

    def add_folder(self) -> None:
        """Ask for a folder and add the articles in it."""
        chosen = files_dialog.open_folder(self._window, tr("Add a folder of articles"))
        if chosen:
            self.add_files([Path(chosen)])

    def add_files(self, files: list[Path]) -> None:
        """Add articles, after asking what the columns hold where there are tables among the files."""
        project = self._project()
        if project is None or self._refused_read_only(project):
            return
        if why := refusal(project.store, "manage"):
            # Files may also be dropped on the window.
            self._window.refuse(why)
            return

        def looked(tables: list[tuple[tuple[Path, ...], Preview]]) -> None:
            in_tables = {each for paths, _ in tables for each in paths}
            if others := [each for each in files if each not in in_tables]:
                self._add(project, others, None)
            self._ask_columns(project, tables)

        self._window.background.look(lambda: verbs.articles.table_previews(files), looked)

    def _ask_columns(self, project: OpenProject, tables: list[tuple[tuple[Path, ...], Preview]]) -> None:
        """Ask for one kind of table after the other."""
        if not tables or self._project() is not project:
            return
        from annotator.gui.dialogs.columns_dialog import ColumnsDialog

        (paths, preview), *further = tables
        dialog = ColumnsDialog(paths, preview, self._window)
        dialog.accepted.connect(lambda: self._add(project, list(paths), dialog.mapping()))
        dialog.finished.connect(lambda _code: self._ask_columns(project, further))
        dialog.open()

    def _add(self, project: OpenProject, files: list[Path], columns: dict[str, str] | None) -> None:
        """Add articles in the background, then say what became of each file."""
        store = project.store

        def added(outcomes: list[verbs.articles.FileOutcome]) -> None:
            new = [each for each in outcomes if each.status == "added"]
            if self._project() is project and (first := next((a for each in new for a in each.articles), None)):
                project.screen.articles.show_added(first.id)
            if len(new) == len(outcomes) and new:
                count = sum(len(each.articles) for each in new)
                self._window.hint(counted(count, tr("1 article added."), tr("{count} articles added.")))
            else:
                from annotator.gui.dialogs.report_dialog import ReportDialog

                ReportDialog.of_articles(outcomes, self._window).open()

        project.jobs.start(
            tr("Adding articles"),
            lambda report: verbs.articles.add_articles(store, files, columns=columns, report=report),
            added,
        )

    def finish(self) -> None:
        """Mark the article as finished, and open the next that is not."""
        project = self._project()
        if project is not None:
            store = project.store
            self._finish(lambda id_: verbs.articles.set_state(store, [id_], "finished", origin=self), empty=False)

    def nothing_article(self) -> None:
        """Nothing to tag in the article: it is finished, and the next opens; once more takes it back."""
        project = self._project()
        if project is None:
            return
        store, opened = project.store, project.screen.opened
        if opened.record is not None and opened.reading.nothing_to_tag:
            id_ = opened.record.id
            project.jobs.write(lambda: verbs.articles.set_nothing_to_tag(store, [id_], False, origin=self))
            self._window.hint(tr("This article is open again."))
        else:
            self._finish(lambda id_: verbs.articles.set_nothing_to_tag(store, [id_], True, origin=self), empty=True)

    def _finish(self, verb: Callable[[str], None], *, empty: bool) -> None:
        """Finish the open article by the verb, and open the next that is not; empty: it held nothing to tag."""
        project = self._project()
        if project is None or project.screen.opened.record is None or self._refused_read_only(project):
            return
        screen, id_ = project.screen, project.screen.opened.record.id
        if empty and (count := sum(project.screen.opened.is_mine(each) for each in project.screen.opened.visible())):
            one = tr("You have 1 mark in this article: finish it instead.")
            several = tr("You have {count} marks in this article: finish it instead.")
            self._window.hint(counted(count, one, several))
            return
        following = screen.articles.next_unfinished_id()
        before = [each for each in screen.articles.model.shown() if each.id == id_]
        # Told to the list before the news comes: the same key, pressed again at once, must not come back here.
        screen.articles.update_articles([replace(each, state="finished", empty=empty) for each in before])

        def failed(error: Exception) -> None:
            screen.articles.update_articles(before)
            if not isinstance(error, AnnotatorError):
                raise error
            self._window.refuse(translated(str(error)))

        def say_none_left(_done: None) -> None:
            # In the strip: what stands in the line below goes with the news that it was saved.
            hidden = sum(each.state in UNFINISHED and each.id != id_ for each in screen.articles.model.every())
            one = tr("No unfinished article is left in this list; the filter hides 1 more.")
            several = tr("No unfinished article is left in this list; the filter hides {count} more.")
            said = counted(hidden, one, several) if hidden else tr("All articles are finished.")
            self._window.messages.show_message(said)

        if following in (None, id_):
            project.jobs.write(lambda: verb(id_), say_none_left, failed=failed)
        else:
            project.jobs.write(lambda: verb(id_), failed=failed)
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
                lambda _=False, s=state: jobs.write(lambda: verbs.articles.set_state(store, ids, s, origin=self))
            )
        menu.addSeparator()
        details = menu.addAction(tr("Details…"))
        details.triggered.connect(lambda _=False: self.article_details(ids[0]))
        export = menu.addAction(tr("Export these…"))
        export.triggered.connect(lambda _=False: self.export(ids))
        remove = menu.addAction(tr("Remove…"))
        remove.triggered.connect(lambda _=False: self._remove(ids))
        for action in menu.actions():
            action.setEnabled(not store.read_only or action in (details, export))
        details.setEnabled(len(ids) == 1)
        if why := refusal(store, "manage"):
            remove.setEnabled(False)
            remove.setToolTip(why)
            menu.setToolTipsVisible(True)
        menu.popup(point)

    def article_details(self, article_id: str | None = None) -> None:
        """Show what is known of an article, the open one by default, and let it be put right."""
        project = self._project()
        if project is None:
            return
        record = project.screen.opened.record
        id_ = article_id or (record.id if record is not None else None)
        if id_ is not None:
            project.jobs.ask(lambda session: (article(session, id_), fields(session)), partial(self._details, project))

    def _details(self, project: OpenProject, found: tuple[ArticleRecord, list[FieldRecord]]) -> None:
        if self._project() is not project:
            return
        from annotator.gui.dialogs.article_dialog import ArticleDialog

        record, asked = found
        store = project.store
        why = why_not("writable") if store.read_only else refusal(store, "manage")
        dialog = ArticleDialog(record, [each for each in asked if "article" in each.applies_to], why, self._window)

        def write(details: dict[str, str], answers: dict[str, object]) -> None:
            project.jobs.write(
                lambda: verbs.article_details.edit_article(store, record.id, details, answers, origin=self),
                lambda _none: dialog.accept(),
                refused,
            )

        def refused(error: Exception) -> None:
            if not isinstance(error, AnnotatorError):
                raise error
            dialog.refuse(translated(str(error)))

        dialog.wanted.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def remove_article(self) -> None:
        """Take the open article out."""
        project = self._project()
        if project is not None and project.screen.opened.record is not None:
            self._remove([project.screen.opened.record.id])

    def _remove(self, ids: list[str]) -> None:
        project = self._project()
        if project is None or self._refused_read_only(project):
            return
        from annotator.gui.dialogs.confirm import Confirm

        store = project.store
        title = tr("Remove this article?") if len(ids) == 1 else tr("Remove {n} articles?").format(n=len(ids))
        text = tr("Your marks in it go with it. Undo brings everything back.")
        if Confirm.ask(self._window, title, text, tr("Remove"), destructive=True):
            project.jobs.write(lambda: verbs.articles.remove_articles(store, ids, origin=self))

    # The text -----------------------------------------------------------------------------------

    def colleagues(self) -> None:
        """Show or hide the marks of others."""
        project = self._project()
        if project is not None:
            if project.screen.opened.blind:
                self._window.hint(
                    tr("You read this article blind: colleagues’ marks are shown when you have finished it.")
                )
                return
            visible = not project.screen.opened.colleagues
            project.screen.opened.show_colleagues(visible)
            self._window.hint(tr("Colleagues’ marks are shown.") if visible else tr("Colleagues’ marks are hidden."))

    def resize_text(self, step: int) -> None:
        """Make the text larger (1), smaller (-1) or as usual (0)."""
        settings = self._window.settings
        size = USUAL_SIZE if step == 0 else settings.reading_size + step
        settings.reading_size = min(max(size, SIZES[0]), SIZES[1])
        self._window.apply_settings()
        self._window.save_settings()


def _article_filter() -> str:
    from annotator.readers import known_suffixes

    patterns = " ".join(f"*{suffix}" for suffix in sorted(known_suffixes()))
    return tr("Articles") + f" ({patterns});;" + tr("All files") + " (*)"
