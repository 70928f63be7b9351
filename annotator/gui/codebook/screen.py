"""The Codebook screen: topics, fields, versions and speakers as pages under one row of tabs.

Made by the window when it is shown for the first time. All wiring of the screen stands in `_connect`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, QTimer
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

from annotator.gui.codebook.book import Book
from annotator.gui.codebook.book_files import BookFiles
from annotator.gui.codebook.topic_wishes import TopicWishes
from annotator.gui.codebook.topics_page import TopicsPage
from annotator.gui.dress import dress
from annotator.gui.jobs import Jobs
from annotator.gui.labels import ElidedLabel
from annotator.gui.language import counted
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


class CodebookScreen(Screen):
    """The pages."""

    all_articles = True

    def __init__(self, jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Before there is anything in it: each part that comes later is styled once.
        dress(self)
        self._jobs, self._settings = jobs, settings
        self.book = Book(jobs, self)
        self.files = BookFiles(jobs, self)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(self.tr("Topics, fields, versions, speakers"))
        for _ in PAGES:
            self.tabs.addTab("")
        self.take = QPushButton(self.tr("Import…"))
        self.give = QPushButton(self.tr("Export…"))
        self._theme, self._size, self._in_turns = theme, interface_scale(), False
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
        self.give.clicked.connect(self.files.export)
        self.tabs.currentChanged.connect(self._turn)
        self.take.clicked.connect(self.files.import_)
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
        return self._versions

    @property
    def speakers(self) -> SpeakersPage:
        """The page of speakers."""
        if self._speakers is None:
            from annotator.gui.codebook.speakers_page import SpeakersPage

            self._speakers = SpeakersPage(self._jobs, self.book, self._theme, self._settings)
            self._speakers.opened.connect(self._open)
            self._fill("speakers", self._speakers)
        return self._speakers

    def _fill(self, page: Page, widget: FieldsPage | VersionsPage | SpeakersPage) -> None:
        def place() -> None:
            self._rooms[page].addWidget(widget)
            # Qt would show it a turn later, and what is not seen takes no focus.
            widget.show()
            widget.panes.restore(self._shares.get(page, ""))
            widget.refresh()

        if self._in_turns:
            QTimer.singleShot(0, self, place)
        else:
            place()

    def _is_placed(self, page: Page) -> bool:
        return page == "topics" or self._rooms[page].count() > 0

    def _make(self, page: Page) -> None:
        """Make a page and fill it in turns, so that the window stands still for neither too long."""
        self._in_turns = True
        getattr(self, page)
        self._in_turns = False
        QTimer.singleShot(0, self, self._go_along)

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
        self.pages.setCurrentIndex(page)
        if self._jobs.at_once or self._is_placed(PAGES[page]):
            getattr(self, PAGES[page])
            self._go_along()
        else:
            QTimer.singleShot(0, self, partial(self._make, PAGES[page]))
        self.state_changed.emit()

    def _go_along(self) -> None:
        page = PAGES[self.pages.currentIndex()]
        if self.isVisible() and not self.tabs.hasFocus() and self._is_placed(page):
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
