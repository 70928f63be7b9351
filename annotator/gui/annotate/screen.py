"""The Annotate screen: three panes that can be folded, and what passes between them.

Made by the main window for one open project. All wiring of the screen stands in `_connect`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from annotator.gui.annotate.finding import Finding
from annotator.gui.annotate.highlighting import Highlighting
from annotator.gui.annotate.key_hints import key_hints
from annotator.gui.annotate.lists import Lists
from annotator.gui.annotate.lookup import Lookup
from annotator.gui.annotate.many_changes import ManyChanges
from annotator.gui.annotate.note_strip import MarkNote
from annotator.gui.annotate.occurrences import Occurrences
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.annotate.panel_wishes import PanelWishes
from annotator.gui.annotate.proposition_list import PropositionList
from annotator.gui.annotate.propositions import Propositions
from annotator.gui.annotate.reading_pane import ReadingPane
from annotator.gui.annotate.reading_place import ReadingPlace
from annotator.gui.annotate.same_tags import SameTags
from annotator.gui.annotate.speaking import SpokenMark
from annotator.gui.annotate.stepping import Stepping
from annotator.gui.annotate.tagger import Tagger
from annotator.gui.annotate.tour import Tour
from annotator.gui.annotate.verdicts import Verdicts
from annotator.gui.articles.list_view import ArticleList
from annotator.gui.empty_state import EmptyState
from annotator.gui.jobs import Jobs
from annotator.gui.language import translated
from annotator.gui.panel.panel import Panel
from annotator.gui.panes import Panes
from annotator.gui.screens import Screen
from annotator.gui.theme import Theme
from annotator.queries.articles import ArticleSummary, article_list
from annotator.queries.near_copies import near_copies
from annotator.records import MARKED, Changes, ClaimRecord, MarkRecord, MentionRecord
from annotator.settings import Settings
from annotator.text import sentences

PANE_WIDTHS = (264, 800, 372)
"""Pixels; with a large interface the outer ones are as wide as they must be, and the text has the rest."""
LIST_MILLISECONDS = 60


class AnnotateScreen(Screen):
    """Articles, reader and panel of one project."""

    def __init__(self, jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        # Each pane is made where it stays: one that moves is styled anew with all that is in it.
        self.panes = Panes(self)
        self.articles = ArticleList(theme, self.panes)
        self.middle = QStackedWidget(self.panes)
        self.reading = ReadingPane(theme, self.middle)
        self.reader = self.reading.reader
        self.nothing = EmptyState("article", theme, self.middle)
        self.panel = Panel(theme, self.panes)
        self.opened = OpenArticle(jobs, self)
        self.lookup = Lookup(jobs, self)
        self.tagger = Tagger(jobs, self.reader, self.opened, self)
        self.stepping = Stepping(self.reader, self)
        self.spoken = SpokenMark(self.reader, self)
        self.lists = Lists(self, jobs, self.lookup, self.opened, theme)
        self.finding = Finding(jobs, self.reader, self.reading.find_bar, self)
        self.place = ReadingPlace(jobs, self.reader, self.opened, self)
        self.place.reached.connect(self.choose)
        self.highlighting = Highlighting(jobs, self.reader, self)
        self.tour = Tour(self.reading.tour_strip, self.reader, self.tagger, self.opened, self)
        self.propositions = Propositions(self, jobs, self.lookup, self.opened)
        self.proposition_list = PropositionList(self, jobs, self.lookup, self.propositions)
        self.verdicts = Verdicts(self, jobs, self.opened, self.panel.wishes)
        self.occurrences = Occurrences(self, jobs, self.lookup, self.opened)
        self.same_tags = SameTags(jobs, self.opened, self)
        self.many = ManyChanges(self, jobs, self.lookup, self.opened, self.panel, self.propositions, self.same_tags)
        MarkNote(self, self.reading.note_strip, self.reader, self.tagger, self.panel.wishes, self.lookup)
        self._wishes = PanelWishes(self, jobs, self.lists, self.panel)
        self._wanted: str | None = None
        self._chosen_from: QWidget | None = None
        self._stale: set[str] = set()
        # A moment later: the text shows the tag first, and the two questions would hinder each other.
        self._list_later = QTimer(self, singleShot=True, interval=LIST_MILLISECONDS)
        # So do the cards: the marks that they have not heard of yet, None for those that are gone.
        self._unheard: dict[str, MarkRecord | None] = {}
        self._all_unheard = False
        self._cards_later = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        # The panes wear the theme since they were made.
        self._take_settings(settings)

    def _build(self) -> None:
        self.nothing.say(
            self.tr("No article is open"),
            self.tr("Articles are chosen at the left; files can be dropped anywhere on the window."),
        )
        self.middle.addWidget(self.reading)
        self.middle.addWidget(self.nothing)
        for pane in (self.articles, self.middle, self.panel):
            self.panes.addWidget(pane)
        # The names of topics beside the text need the room that a wider list would take.
        self.panes.arrange(PANE_WIDTHS, most=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _connect(self) -> None:
        self.articles.article_chosen.connect(self._chosen_in_list)
        self.articles.copies_wanted.connect(self._compare_texts)
        self._list_later.timeout.connect(self._refresh_list)
        self._cards_later.timeout.connect(self._tell_cards)
        self.lookup.changed.connect(self._names_changed)
        self.verdicts.changed.connect(self._names_changed)
        self.opened.failed.connect(self._could_not_open)
        self.opened.marks_changed.connect(self._marks_changed)
        self.opened.shown.connect(self._show_article)
        self.panel.left.connect(self.reader.setFocus)
        self.reader.current_changed.connect(self._current_changed)
        self.reader.edges_dragged.connect(self.tagger.drag)
        self.reader.zoom_wanted.connect(self.command_wanted)
        self.reader.may_change = self.opened.may_change
        self.tagger.nothing_to_leave.connect(self._leave_strips)
        self.tagger.hint.connect(self.hint)
        self.stepping.hint.connect(self.hint)
        self.same_tags.hint.connect(self.hint)
        self.lists.typed_on.hint.connect(self.hint)
        self.tagger.claim_made.connect(partial(self.panel.show_tab, "claims"))
        self.highlighting.hint.connect(self.hint)
        self.tagger.fields_wanted.connect(partial(self._edit, self.panel.focus_fields))
        self.tagger.note_wanted.connect(partial(self._edit, self.panel.focus_note))
        self.lists.answer(self.tagger)
        self.tagger.proposition_wanted.connect(self.propositions.ask)

    # Articles -----------------------------------------------------------------------------------

    def load(self, first: str | None = None) -> None:
        """Ask for the list of articles, and open one: `first`, else the first that is not finished."""
        self._wanted = first
        name = self._jobs.store.annotator
        self._jobs.ask(lambda session: article_list(session, name), self._show_list, key="articles")
        self.lookup.load()

    def _show_list(self, articles: list[Any]) -> None:
        self.articles.set_articles(articles)
        ids = {each.id for each in articles}
        present = self.opened.record.id if self.opened.record is not None else None
        chosen = self._wanted if self._wanted in ids else present if present in ids else None
        if chosen is None and articles:
            chosen = next((each.id for each in articles if each.state == "in_progress"), articles[0].id)
        self._wanted = None
        if chosen is None:
            self.opened.close()
        elif chosen != present:
            self.articles.select(chosen)
            self.open_article(chosen)
        self.state_changed.emit()

    def _compare_texts(self) -> None:
        self.hint.emit(self.tr("Comparing the texts of the articles…"))

        def show(groups: list[list[str]]) -> None:
            self.articles.set_copies(groups)
            if not groups:
                self.hint.emit(self.tr("No article is a near copy of another."))

        self._jobs.ask(near_copies, show, key="copies")

    def open_article(self, article_id: str) -> None:
        """Show an article in the reader."""
        if self.opened.record is None or self.opened.record.id != article_id:
            self.tagger.forget_fresh()
            self.place.remember()
            self.opened.open(article_id)

    def _chosen_in_list(self, article_id: str) -> None:
        """Show it, and let the keys go to the text once it is there, unless the focus moved meanwhile."""
        self._chosen_from = QApplication.focusWidget() or self.articles
        self.open_article(article_id)
        if self.opened.record is not None and self.opened.record.id == article_id:
            self._focus_text()

    def _focus_text(self) -> None:
        chosen_from, self._chosen_from = self._chosen_from, None
        if chosen_from is not None and chosen_from is (QApplication.focusWidget() or self.articles):
            self.reader.setFocus()

    def step(self, article_id: str | None) -> None:
        """Select and open an article of the list, if there is one."""
        if article_id is not None:
            self.articles.select(article_id)
            self.open_article(article_id)
            self.reader.setFocus()

    def reload_article(self) -> None:
        """Ask for the open article again, for instance for another annotator."""
        if self.opened.record is not None:
            self.opened.open(self.opened.record.id)

    def _could_not_open(self, error: Exception) -> None:
        self._chosen_from = None
        self.opened.close()
        self.hint.emit(translated(str(error)))

    # The open article ---------------------------------------------------------------------------

    def _show_article(self) -> None:
        record = self.opened.record
        self._unheard.clear()
        self._all_unheard = False
        if record is None:
            self.panel.set_marks([], self.lookup.display({}, self.opened.me), article=False)
            self.reader.show_nothing()
            self.middle.setCurrentWidget(self.nothing)
            self.state_changed.emit()
            return
        self.middle.setCurrentWidget(self.reading)
        visible = self.opened.visible()
        same = self.reader.page.article.id == record.id and self.reader.page.article.sha256 == record.sha256
        self._hand_display()
        if same and self.reader.text():
            self.reader.set_marks(visible)
        else:
            self.reader.show_article(record, visible, partial(sentences, record.text))
            self.place.go_back()
            self.finding.again()
            self.highlighting.again()
        self.place.show_empty()
        # What was asked for is seen at once; cards and counts come after it.
        self.reader.viewport().repaint()
        self._all_unheard = True
        self.tagger.settle()
        self.place.show_wanted()
        self._focus_text()
        self._current_changed()

    def _marks_changed(self, changed: list[MarkRecord], gone: list[str]) -> None:
        self.reader.update_marks(changed, gone)
        self.tagger.settle()
        self.place.show_wanted()
        self.reader.viewport().repaint()
        self._unheard.update(dict.fromkeys(gone) | {mark.id: mark for mark in changed})
        self._current_changed()

    def _current_changed(self) -> None:
        """The text shows its current mark at once; the cards follow when it has been painted."""
        if self._jobs.at_once:
            self._tell_cards()
        else:
            self._cards_later.start()

    def _tell_cards(self) -> None:
        """Show in the panel what the text shows already."""
        self._cards_later.stop()
        unheard, self._unheard = self._unheard, {}
        if self._all_unheard:
            self._all_unheard = False
            self.panel.set_marks(self.opened.visible(), self._display())
            unheard = {}
        changed = [mark for mark in unheard.values() if mark is not None]
        if any(isinstance(mark, MentionRecord) for mark in changed):
            self.panel.set_display(self._display())
        if unheard:
            self.panel.update_marks(changed, [id_ for id_, mark in unheard.items() if mark is None])
        current = self.reader.cursor_state.current
        record = self.opened.marks.get(current or "")
        self.panel.set_current(current if isinstance(record, ClaimRecord) else None)
        self.spoken.say(record, self.opened.visible, self._display)
        self.state_changed.emit()

    def _leave_strips(self) -> None:
        """Esc in the text, and nothing of the text to leave any more: the search, then the tour."""
        if not self.reading.find_bar.isHidden():
            self.finding.close()
        else:
            self.tour.end()

    def _edit(self, focus: Callable[[], None], claim: str) -> None:
        self._tell_cards()
        self.panel.set_current(claim)
        focus()

    def choose(self, mark: str) -> None:
        """Make a mark current in text and panel."""
        self.tagger.forget_fresh()
        self.reader.choose(mark)
        self._current_changed()

    def show_mark(self, mark: str | None, articles: Sequence[str], *, choose: bool = False) -> None:
        """Bring a mark into view as soon as it is there, current if it is to be chosen; its article is opened."""
        record = self.opened.record
        self.place.want(mark, choose=choose)
        if articles and record is not None and record.id not in articles:
            self.step(articles[0])
        else:
            self.place.show_wanted()

    def take_focus(self) -> None:
        self.reader.setFocus()

    def keyed(self) -> Sequence[tuple[str, QWidget]]:
        return (("text", self.reader),)

    def counts(self) -> str:
        return self.panel.said_counts() if self.opened.record is not None else ""

    def key_hints(self) -> Sequence[tuple[str, str]]:
        mark = self.tagger.current_mark()
        mine = mark is None or self.opened.may_change(mark)
        return key_hints(self.opened.record is not None, self.tagger, mine=mine)

    def missing(self, need: str) -> str | None:
        if self.opened.record is None:
            return "article"
        met = {
            "article": True,
            "taggable": True,
            "claim": self.tagger.current() is not None and self.tagger.current_claim() is not None,
            "mark": self.tagger.current() is not None,
            "selection": self.reader.cursor_state.selection is not None,
        }
        return None if met.get(need, False) else need

    def article_id(self) -> str | None:
        return self.opened.record.id if self.opened.record is not None else None

    # Names --------------------------------------------------------------------------------------

    def _display(self) -> Any:
        mentions = {id_: mark for id_, mark in self.opened.marks.items() if isinstance(mark, MentionRecord)}
        return self.lookup.display(mentions, self.opened.me, self.verdicts.said)

    def _hand_display(self) -> None:
        self.reader.set_names(self._display().names())

    def _names_changed(self) -> None:
        display = self._display()
        self.reader.set_names(display.names())
        self.panel.set_display(display)
        self.state_changed.emit()

    # News and settings --------------------------------------------------------------------------

    def follow(self, changes: Changes) -> None:
        self.lookup.follow(changes)
        self.opened.follow(changes)
        self.verdicts.follow(changes)
        self.proposition_list.follow(changes)
        if changes.everything:
            self.load()
            return
        self._stale |= changes.ids("article") | changes.ids("progress") | changes.ids(MARKED)
        if self._stale:
            self._list_later.start()

    def _refresh_list(self) -> None:
        """Ask for the articles whose row may say something else now."""
        ids, name = frozenset(self._stale), self._jobs.store.annotator
        self._stale.clear()

        def show(found: list[ArticleSummary]) -> None:
            self.articles.update_articles(found)
            if gone := ids - {each.id for each in found}:
                self.articles.remove(gone)
            self.state_changed.emit()

        self._jobs.ask(lambda session: article_list(session, name, ids), show)

    def apply(self, theme: Theme, settings: Settings) -> None:
        for pane in (self.articles, self.reader, self.nothing, self.panel, self.lists):
            pane.set_theme(theme)
        self._take_settings(settings)

    def _take_settings(self, settings: Settings) -> None:
        self.reader.set_typography(
            settings.reading_font, settings.reading_size, settings.line_spacing, settings.column_width
        )
        self.opened.prefer_colleagues(settings.show_colleagues)
        self.highlighting.use(settings.highlighters)

    def fold(self, side: int) -> None:
        self.panes.fold(side)

    def is_shown(self, side: int) -> bool:
        return self.panes.is_shown(side)

    def pane_state(self) -> str:
        return self.panes.state()

    def restore_panes(self, state: str) -> None:
        self.panes.restore(state)
