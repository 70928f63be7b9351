"""The Codebook screen: topics, fields, versions and speakers as pages under one row of tabs.

Made by the window when it is shown for the first time. All wiring of the screen stands in `_connect`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from annotator.actions.codebook_files import export_codebook, look_at_codebook, take_codebook
from annotator.actions.taking_topics import Taken
from annotator.gui import files_dialog
from annotator.gui.codebook.book import Book
from annotator.gui.codebook.topic_wishes import TopicWishes
from annotator.gui.codebook.topics_page import TopicsPage
from annotator.gui.dialogs.confirm import Confirm
from annotator.gui.dialogs.report_dialog import ReportDialog, ReportLine
from annotator.gui.dress import dress
from annotator.gui.jobs import Jobs
from annotator.gui.labels import ElidedLabel
from annotator.gui.language import counted, filled, translated
from annotator.gui.lines_view import Line
from annotator.gui.roles import refusal
from annotator.gui.screens import Screen
from annotator.gui.theme import MEDIUM, SMALL, Theme, interface_scale
from annotator.records import Changes
from annotator.settings import Settings

if TYPE_CHECKING:
    from annotator.gui.codebook.fields_page import FieldsPage
    from annotator.gui.codebook.speakers_page import SpeakersPage
    from annotator.gui.codebook.versions_page import VersionsPage

Page = Literal["topics", "fields", "versions", "speakers"]
PAGES: tuple[Page, ...] = ("topics", "fields", "versions", "speakers")

_MOST_SAID = 5
"""Changes of names and places that are said before they are done."""


class CodebookScreen(Screen):
    """The pages."""

    all_articles = True

    def __init__(self, jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before there is anything in it: each part that comes later is styled once.
        dress(self)
        self._jobs, self._settings = jobs, settings
        self.book = Book(jobs, self)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Topics, fields, versions, speakers"))
        for _ in PAGES:
            self.tabs.addTab("")
        self.take = QPushButton(self.tr("Import…"))
        self.give = QPushButton(self.tr("Export…"))
        self._theme, self._size = theme, interface_scale()
        # Each page is made where it stays: one that moves is styled anew with all that is in it.
        self.pages = QStackedWidget(self)
        self.topics = TopicsPage(jobs, self.book, theme, self.pages)
        # The others are made when they are first looked at: the window would stand still while all are made.
        self._fields: FieldsPage | None = None
        self._versions: VersionsPage | None = None
        self._speakers: SpeakersPage | None = None
        self._rooms: dict[Page, QVBoxLayout] = {}
        self._shares: dict[str, str] = {}
        self.wishes = TopicWishes(self, jobs, self.book, self.topics)
        self._why_locked = refusal(jobs.store, "manage")
        self._lay_out()
        self._connect()
        self._lock()
        self._say_counts()

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("kind", "pane")
        row = QHBoxLayout(bar)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.tabs)
        self.reason = ElidedLabel(self._why_locked, "small")
        row.addSpacing(MEDIUM)
        row.addWidget(self.reason, 1)
        row.addWidget(self.take)
        row.addWidget(self.give)
        line = QFrame()
        line.setProperty("kind", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(line)
        column.addWidget(self.pages, 1)
        self.pages.addWidget(self.topics)
        for page in PAGES[1:]:
            room = QWidget()
            self._rooms[page] = QVBoxLayout(room)
            self._rooms[page].setContentsMargins(0, 0, 0, 0)
            self.pages.addWidget(room)
        self.take.setToolTip(self.tr("Take in a codebook from a TOML, .qdc or .csv file."))
        self.give.setToolTip(self.tr("Write topics and fields to a TOML, .qdc or .csv file."))

    def _lock(self) -> None:
        """Whose role does not allow changing the codebook sees it all the same; the speakers are everybody's."""
        if self._why_locked:
            self.topics.lock(self._why_locked)
            self.take.setEnabled(False)
            self.take.setToolTip(self._why_locked)

    def _connect(self) -> None:
        self.book.speakers_changed.connect(self._say_counts)
        self.book.words_changed.connect(self._say_counts)
        self.give.clicked.connect(self.export)
        self.tabs.currentChanged.connect(self._turn)
        self.take.clicked.connect(self.import_)
        self.topics.tagged.opened.connect(self._open)
        self.topics.list.told.connect(self.hint)
        self._jobs.refused.connect(lambda _sentence: self._show_again())

    # Pages -------------------------------------------------------------------------------------------

    @property
    def fields(self) -> FieldsPage:
        """The page of fields."""
        if self._fields is None:
            from annotator.gui.codebook.fields_page import FieldsPage

            self._fields = FieldsPage(self._jobs, self.book, self._theme)
            if self._why_locked:
                self._fields.lock(self._why_locked)
            self._fill("fields", self._fields)
            self._fields.refresh()
        return self._fields

    @property
    def versions(self) -> VersionsPage:
        """The page of versions."""
        if self._versions is None:
            from annotator.gui.codebook.versions_page import VersionsPage

            self._versions = VersionsPage(self._jobs, self.book, self._theme)
            self._versions.tagged.opened.connect(self._open)
            self._versions.tagged.kept.connect(self.wishes.keep)
            if self._why_locked:
                self._versions.lock(self._why_locked)
            self._fill("versions", self._versions)
            self._versions.refresh()
        return self._versions

    @property
    def speakers(self) -> SpeakersPage:
        """The page of speakers."""
        if self._speakers is None:
            from annotator.gui.codebook.speakers_page import SpeakersPage

            self._speakers = SpeakersPage(self._jobs, self.book, self._theme, self._settings)
            self._speakers.opened.connect(self._open)
            self._fill("speakers", self._speakers)
            self._speakers.refresh()
        return self._speakers

    def _fill(self, page: Page, widget: FieldsPage | VersionsPage | SpeakersPage) -> None:
        self._rooms[page].addWidget(widget)
        widget.panes.restore(self._shares.get(page, ""))

    # Screen ------------------------------------------------------------------------------------------

    def begin(self) -> None:
        self.book.load()

    def catch_up(self) -> None:
        self.book.load()

    def follow(self, changes: Changes) -> None:
        self.book.follow(changes)

    def apply(self, theme: Theme, settings: Settings) -> None:
        self._settings = settings
        if self._speakers is not None:
            self._speakers.alike.settings = settings
        size = interface_scale()
        if theme is self._theme and size == self._size:
            # Worn since it was made.
            return
        self._theme, self._size = theme, size
        for page in (self.topics, self._fields, self._versions, self._speakers):
            if page is not None:
                page.set_theme(theme)

    def take_focus(self) -> None:
        page = PAGES[self.pages.currentIndex()]
        view = self.versions.tagged.view if page == "versions" else getattr(self, page).list.view
        view.setFocus()

    def counts(self) -> str:
        words = self.book.words
        topics = sum(1 for each in words.topics.values() if each.merged_into is None and not each.retired)
        said = (
            counted(topics, self.tr("1 topic"), self.tr("{count} topics")),
            counted(len(words.fields), self.tr("1 field"), self.tr("{count} fields")),
            counted(len(words.versions), self.tr("1 version"), self.tr("{count} versions")),
        )
        return " · ".join(said)

    def key_hints(self) -> Sequence[tuple[str, str]]:
        rename, up = ("F2", self.tr("rename")), ("Alt+Up", self.tr("move up"))
        hints: dict[Page, tuple[tuple[str, str], ...]] = {
            "topics": (rename, up, ("Alt+Right", self.tr("move below"))),
            "fields": (up,),
            "speakers": (rename,),
            "versions": (),
        }
        return hints[PAGES[self.pages.currentIndex()]]

    def list_actions(self) -> Sequence[tuple[QAction, str]]:
        lists = {"topics": self.topics, "fields": self._fields, "speakers": self._speakers}
        page = lists.get(PAGES[self.pages.currentIndex()])
        return page.list.actions_of_rows() if page is not None else ()

    def pane_state(self) -> str:
        made = {"topics": self.topics, "fields": self._fields, "versions": self._versions, "speakers": self._speakers}
        shares = self._shares | {page: each.panes.state() for page, each in made.items() if each is not None}
        return ";".join(f"{page}:{state}" for page, state in shares.items())

    def restore_panes(self, state: str) -> None:
        # What was remembered of pages that are not made yet waits for them.
        self._shares = {page: shares for page, _, shares in (each.partition(":") for each in state.split(";"))}
        self.topics.panes.restore(self._shares.get("topics", ""))

    def _turn(self, page: int) -> None:
        """The hand goes along, unless it is on the tabs."""
        getattr(self, PAGES[page])
        self.pages.setCurrentIndex(page)
        self.state_changed.emit()
        if self.isVisible() and not self.tabs.hasFocus():
            self.take_focus()

    def show_page(self, page: Page) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(PAGES.index(page))

    def show_topic(self, topic: str) -> None:
        """Choose a topic on its page."""
        self.topics.list.filter.clear()
        self.show_page("topics")
        self.topics.list.narrow("")
        self.topics.list.select(topic)

    def show_speaker(self, speaker: str) -> None:
        """Choose a speaker on the page of speakers."""
        self.show_page("speakers")
        self.speakers.list.filter.clear()
        self.speakers.list.narrow("")
        self.speakers.list.select(speaker)

    def _say_counts(self) -> None:
        words, registry = self.book.words, self.book.registry
        topics = sum(1 for each in words.topics.values() if each.merged_into is None and not each.retired)
        speakers = sum(1 for each in registry.speakers.values() if each.merged_into is None)
        said = (
            self.tr("Topics {count}").format(count=topics),
            self.tr("Fields {count}").format(count=len(words.fields)),
            self.tr("Versions {count}").format(count=len(words.versions)),
            self.tr("Speakers {count}").format(count=speakers),
        )
        for number, text in enumerate(said):
            self.tabs.setTabText(number, text)
        self._say_stale()
        self.take.setEnabled(not self._jobs.store.read_only and not self._why_locked)
        self.state_changed.emit()

    def _say_stale(self) -> None:
        """On the tab of the versions, how many marks wait to be looked at, where there is room to say so."""
        versions, stale = len(self.book.words.versions), sum(self.book.words.to_look_at.values())
        if not stale:
            return
        tab = PAGES.index("versions")
        self.tabs.setTabText(
            tab, self.tr("Versions {count} · look at {stale} marks").format(count=versions, stale=stale)
        )
        beside = sum(each.sizeHint().width() for each in (self.take, self.give)) + 3 * MEDIUM + 4 * SMALL
        if self.tabs.sizeHint().width() + beside > self.width():
            self.tabs.setTabText(tab, self.tr("Versions {count}").format(count=versions))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_stale()

    def _show_again(self) -> None:
        """What was refused is so no more in the fields."""
        if self.isVisible():
            self.topics.refresh()
            if self._fields is not None:
                self._fields.refresh()
            if self._speakers is not None:
                self._speakers.editor.show_again()

    def _open(self, line: Line) -> None:
        if line.mark is not None and line.article is not None:
            self.mark_wanted.emit(line.mark, line.article)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    # Files -------------------------------------------------------------------------------------------

    def import_(self) -> None:
        """Ask for a file, and take its codebook in."""
        kinds = self.tr("Codebooks") + " (*.toml *.qdc *.csv *.tsv);;" + self.tr("All files") + " (*)"
        chosen = files_dialog.open_file(self, self.tr("Import a codebook"), kinds)
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Take in the codebook of a file, and say what became of it; ask first where it changes what is there."""
        store = self._jobs.store

        def looked(found: Taken) -> None:
            if not found.changed or self._agreed(found):
                words = self.tr("Importing the codebook")
                self._jobs.start(words, lambda _report: take_codebook(store, path), self._taken)

        self._jobs.start(self.tr("Looking at the codebook"), lambda _report: look_at_codebook(store, path), looked)

    def _agreed(self, found: Taken) -> bool:
        """Whether the changes that a file makes are wanted."""
        said = [
            counted(
                found.changed, self.tr("1 topic or field is changed."), self.tr("{count} topics or fields are changed.")
            ),
            *map(translated, found.renewed[:_MOST_SAID]),
            self.tr("What the file does not name stays, and undo takes all of it back."),
        ]
        name = Path(found.path).name
        title = filled(self.tr("Take in the codebook “{file}”?"), file=name)
        return Confirm.ask(self.window(), title, " ".join(said), self.tr("Take it in"))

    def _taken(self, taken: Taken) -> None:
        summary = self.tr("{added} added, {changed} changed, {same} the same.").format(
            added=taken.added, changed=taken.changed, same=taken.same
        )
        lines = [
            ReportLine(Path(taken.path).name, translated(each), taken.path)
            for each in (*taken.repaired, *taken.renewed)
        ]
        ReportDialog(self.tr("Codebook imported"), summary, lines, self.window()).open()

    def export(self) -> None:
        """Ask for a place, and write the codebook there."""
        kinds = ";;".join(
            (
                self.tr("TOML, everything") + " (*.toml)",
                self.tr("REFI-QDA codebook") + " (*.qdc)",
                self.tr("Table of topics") + " (*.csv)",
            )
        )
        store = self._jobs.store
        name = str(store.beside(f"{store.file_name}.toml"))
        chosen, kind = files_dialog.save_file(self, self.tr("Export the codebook"), name, kinds)
        if chosen:
            path = Path(chosen)
            suffix = next((each for each in (".qdc", ".csv") if each in kind), ".toml")
            self.export_file(path if path.suffix else path.with_suffix(suffix))

    def export_file(self, path: Path) -> None:
        """Write the codebook to a file, and say what its format could not carry."""
        store = self._jobs.store

        def written(lost: list[str]) -> None:
            if lost:
                lines = [ReportLine(path.name, translated(each), str(path)) for each in lost]
                ReportDialog(
                    self.tr("Codebook exported"), self.tr("Written, but for this:"), lines, self.window()
                ).open()
            else:
                self.hint.emit(self.tr("The codebook is in {path}.").format(path=path))

        self._jobs.start(self.tr("Exporting the codebook"), lambda _report: export_codebook(store, path), written)
