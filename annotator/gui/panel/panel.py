"""The right pane of Annotate: tabs with the claims, the speakers and the topics of the open article.

Built by the shell, which hands it records and connects its signals to verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from annotator.gui.empty_state import EmptyState
from annotator.gui.panel.arrangement import Arrangement
from annotator.gui.panel.card_list import CardList
from annotator.gui.panel.claims_bar import ArrangeBar, NarrowedLine, SelectionBar, nothing_fits
from annotator.gui.panel.display import Display
from annotator.gui.panel.tallies import Tallies
from annotator.gui.theme import MEDIUM, SMALL, TIGHT, Theme, scaled
from annotator.records import ClaimRecord, MarkRecord

if TYPE_CHECKING:
    from annotator.gui.panel.speakers_tab import SpeakersTab
    from annotator.gui.panel.topics_tab import TopicsTab

PanelTab = Literal["claims", "speakers", "topics"]
_NARROWEST = 260
"""Pixels at the usual size of the interface."""
_AROUND_A_TAB = 26
"""Pixels that a tab is wider than its words: padding, borders and the space to the next one."""
_TABS: tuple[PanelTab, ...] = ("claims", "speakers", "topics")


class Panel(QFrame):
    """The pane. `wishes` reports what is asked for in the cards; the tabs have signals of their own."""

    left = Signal()
    """Esc was pressed where nothing was left to leave: the focus belongs in the text."""
    speakers_made = Signal(object)
    topics_made = Signal(object)
    """The tab was made, since it was looked at for the first time: whoever acts on its signals connects them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self._marks: dict[str, MarkRecord] = {}
        self._claims = 0
        """How many of the marks are claims."""
        self._tallies = Tallies()
        self._display = Display()
        self._has_article = True
        self._speaker_counts: Mapping[str, int] = {}
        self._topic_counts: Mapping[str, int] = {}
        self.cards = CardList(theme)
        self.wishes = self.cards.wishes
        self.arrange = ArrangeBar(theme)
        self.narrowed = NarrowedLine()
        self.selection = SelectionBar()
        self._theme = theme
        self._speakers: SpeakersTab | None = None
        self._topics: TopicsTab | None = None
        self._empty = EmptyState("claim", theme)
        self._tabs = QTabBar()
        self._tabs.setExpanding(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setAccessibleName(self.tr("Claims, speakers, topics"))
        for _ in _TABS:
            self._tabs.addTab("")
        self._lay_out()
        self._tabs.currentChanged.connect(self._show_page)
        self.wishes.left.connect(lambda _id: self.left.emit())
        self.arrange.arranged.connect(self._arrange)
        self.arrange.left.connect(self.left)
        for each in (self.narrowed.widened, self._empty.asked):
            each.connect(self.arrange.show_all)
        self.selection.cleared.connect(self.cards.select_none)
        self.wishes.selection_changed.connect(lambda ids: self.selection.show_count(len(ids)))
        self.set_theme(theme)
        self._say_counts()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(MEDIUM, SMALL, MEDIUM, TIGHT)
        top.addWidget(self._tabs)
        top.addStretch()
        column.addLayout(top)
        self._claims_page = QWidget()
        # In their place first: pages of a stack without a place show for a moment as windows of their own.
        self._pages = QStackedLayout()
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self._claims_page)
        claims = QVBoxLayout(self._claims_page)
        claims.setContentsMargins(0, 0, 0, 0)
        claims.setSpacing(0)
        claims.addWidget(self.arrange)
        claims.addWidget(self.narrowed)
        self._claims_stack = QStackedLayout()
        claims.addLayout(self._claims_stack, 1)
        claims.addWidget(self.selection)
        self._claims_stack.addWidget(self.cards)
        self._claims_stack.addWidget(self._empty)

    @property
    def speakers(self) -> SpeakersTab:
        """The tab of the speakers. Opening a project does not wait for what most look at later."""
        if self._speakers is None:
            from annotator.gui.panel.speakers_tab import SpeakersTab

            self._speakers = made = SpeakersTab(self._theme)
            made.left.connect(self.left)
            self._pages.addWidget(made)
            made.offer_tagging(self.tr("Tag with this speaker"))
            made.set_speakers(self._display.speakers.values(), self._speaker_counts)
            self.speakers_made.emit(made)
        return self._speakers

    @property
    def topics(self) -> TopicsTab:
        """The tab of the topics, made like that of the speakers."""
        if self._topics is None:
            from annotator.gui.panel.topics_tab import TopicsTab

            self._topics = made = TopicsTab(self._theme)
            made.left.connect(self.left)
            self._pages.addWidget(made)
            made.offer_tagging(self.tr("Tag with this topic"))
            made.set_topics(self._display.topics.values(), self._topic_counts)
            self.topics_made.emit(made)
        return self._topics

    def _show_page(self, tab: int) -> None:
        page = self._claims_page if not tab else self.speakers if _TABS[tab] == "speakers" else self.topics
        self._pages.setCurrentWidget(page)
        self._name_tabs()

    # Data --------------------------------------------------------------------------------------------

    def set_marks(self, marks: Iterable[MarkRecord], display: Display, *, article: bool = True) -> None:
        """Show the marks of another article: cards of claims, speakers and topics. article: whether one is open."""
        self._has_article = article
        self._marks = {mark.id: mark for mark in marks}
        self._claims = len(claims := _claims(self._marks.values()))
        self.cards.set_claims(claims, display)
        self._take_display(display)

    def update_marks(self, changed: Sequence[MarkRecord], removed: Iterable[str] = ()) -> None:
        """Show new, changed and removed marks of the same article."""
        removed = list(removed)
        before = self._speaker_counts, self._topic_counts
        for id_ in (*removed, *(mark.id for mark in changed)):
            gone = self._marks.pop(id_, None)
            if gone is not None:
                self._tallies.add(gone, -1)
                self._claims -= isinstance(gone, ClaimRecord)
        for mark in changed:
            self._marks[mark.id] = mark
            self._tallies.add(mark)
        claims = _claims(changed)
        self._claims += len(claims)
        self.cards.update_claims(claims, removed)
        self._speaker_counts, self._topic_counts = self._tallies.speakers(), self._tallies.topics()
        if self._speakers is not None and self._speaker_counts != before[0]:
            self._speakers.set_counts(self._speaker_counts)
        if self._topics is not None and self._topic_counts != before[1]:
            self._topics.set_counts(self._topic_counts)
        self._say_counts()

    def set_display(self, display: Display) -> None:
        """Other speakers, topics, annotators or mentions; the claims are the same."""
        self.cards.set_display(display)
        self._take_display(display)

    def _take_display(self, display: Display) -> None:
        before, self._display = self._display, display
        self._tallies.count(self._marks.values(), display)
        self._speaker_counts, self._topic_counts = self._tallies.speakers(), self._tallies.topics()
        # The registries are compared by identity: the shell hands on the same ones as long as they hold.
        if self._speakers is not None:
            if display.speakers is before.speakers:
                self._speakers.set_counts(self._speaker_counts)
            else:
                self._speakers.set_speakers(display.speakers.values(), self._speaker_counts)
        if self._topics is not None:
            if display.topics is before.topics:
                self._topics.set_counts(self._topic_counts)
            else:
                self._topics.set_topics(display.topics.values(), self._topic_counts)
        self._say_counts()

    def counts(self) -> tuple[int, int, int]:
        """How many claims are shown, and how many speakers and topics the article's marks have."""
        return self._claims, len(self._speaker_counts), len(self._topic_counts)

    def said_counts(self) -> str:
        """The same in words: "1 claim · 2 speakers · 1 topic"."""
        one = self.tr("1 claim"), self.tr("1 speaker"), self.tr("1 topic")
        several = self.tr("{count} claims"), self.tr("{count} speakers"), self.tr("{count} topics")
        said = zip(self.counts(), one, several, strict=True)
        return " · ".join(single if n == 1 else more.format(count=n) for n, single, more in said)

    def set_current(self, id_: str | None) -> None:
        """Unfold a claim's card, or none."""
        self.cards.set_current(id_)
        if self.arrange.arrangement.narrows:
            # A claim that does not fit is shown only while it is current.
            self._say_counts()

    # Showing -----------------------------------------------------------------------------------------

    def show_tab(self, tab: PanelTab) -> None:
        """Bring a tab to the front."""
        self._tabs.setCurrentIndex(_TABS.index(tab))

    def show_speaker(self, id_: str) -> None:
        """Show a speaker in the list of speakers, with the focus on it."""
        self.show_tab("speakers")
        self.speakers.filter.clear()
        self.speakers.narrow("")
        self.speakers.select(id_)
        self.speakers.view.setFocus()

    def show_topic(self, id_: str) -> None:
        """Show a topic in the tree of topics, with the focus on it."""
        self.show_tab("topics")
        self.topics.filter.clear()
        self.topics.narrow("")
        self.topics.select(id_)
        self.topics.view.setFocus()

    def current_tab(self) -> PanelTab:
        """The tab in front."""
        return _TABS[max(self._tabs.currentIndex(), 0)]

    def focus_fields(self) -> None:
        """Put the focus on the first field of the current claim's card."""
        self.show_tab("claims")
        card = self.cards.card(self.cards.current or "")
        if card is not None:
            card.focus_fields()

    def focus_note(self) -> None:
        """Put the focus into the note of the current claim."""
        self.show_tab("claims")
        card = self.cards.card(self.cards.current or "")
        if card is not None:
            card.focus_note()

    def field_rect(self, id_: str, target: Literal["speaker", "topic"]) -> QRect:
        """Where the speakers or topics of a claim stand, in global pixels; empty when out of view."""
        return self.cards.field_rect(id_, target) if self.current_tab() == "claims" else QRect()

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._theme = theme
        for part in (self.cards, self.arrange, self._speakers, self._topics, self._empty):
            if part is not None:
                part.set_theme(theme)
        self._tabs.setStyleSheet(
            f"QTabBar::tab {{ background: transparent; color: {theme.soft}; border: 1px solid transparent;"
            f" border-radius: 6px; padding: 4px 9px; margin-right: 4px; }}"
            f"QTabBar::tab:hover {{ color: {theme.ink}; background: {theme.accentbg}; }}"
            f"QTabBar::tab:selected {{ background: {theme.card}; color: {theme.ink};"
            f" border-color: {theme.line}; font-weight: 500; }}"
            f"QTabBar::tab:selected:focus {{ border-color: {theme.focus}; }}"
        )
        self._name_tabs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What no card, list or field has taken: the tabs and the buttons have no Esc of their own.
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_tabs()

    def _say_counts(self) -> None:
        self._name_tabs()
        self._show_cards()

    def _name_tabs(self) -> None:
        """The names of the tabs with their numbers; where there is no room, the tab in front alone has its number."""
        words = self.tr("Claims {count}"), self.tr("Speakers {count}"), self.tr("Topics {count}")
        names = [word.format(count=number).strip() for word, number in zip(words, self._numbers(), strict=True)]
        bare = [word.format(count="").strip() for word in words]
        metrics, around = self._tabs.fontMetrics(), len(names) * _AROUND_A_TAB + 2 * MEDIUM
        whole, least = ([metrics.horizontalAdvance(name) for name in each] for each in (names, bare))
        number = max(one - other for one, other in zip(whole, least, strict=True))
        self.setMinimumWidth(max(scaled(_NARROWEST), sum(least) + number + around))
        if sum(whole) + around > self.width():
            in_front = self._tabs.currentIndex()
            names = [name if tab == in_front else bare[tab] for tab, name in enumerate(names)]
        for tab, name in enumerate(names):
            self._tabs.setTabText(tab, name)

    def _numbers(self) -> tuple[str, str, str]:
        """How many claims there are, and how many of them fit where the filter leaves some out; speakers and topics
        of the article where it has any, since the tabs list those of the whole project.
        """
        claims, speakers, topics = self.counts()
        shown = str(claims)
        if self.arrange.arrangement.narrows and claims:
            shown = self.tr("{shown} of {count}").format(shown=self.cards.fitting, count=claims)
        return shown, str(speakers or ""), str(topics or "")

    def _arrange(self, arrangement: Arrangement) -> None:
        self.cards.set_arrangement(arrangement)
        self._say_counts()

    def _show_cards(self) -> None:
        """The cards, or why there are none."""
        if not self._has_article:
            self._empty.say(self.tr("No article is open"), self.tr("Here are the claims of the open article."))
        elif not self._claims:
            self._empty.say(self.tr("No claims yet"), self.tr("Put the cursor on a sentence and press\u00a0{claim}."))
        elif not self.cards.count:
            self._empty.say(nothing_fits(self.arrange.arrangement), "", self.tr("Show all claims"))
        self.narrowed.show_counts(self.cards.fitting, self._claims, self.arrange.arrangement)
        self.narrowed.setVisible(self.arrange.arrangement.narrows and bool(self.cards.count))
        self.arrange.setVisible(bool(self._claims))
        self._claims_stack.setCurrentWidget(self.cards if self.cards.count else self._empty)


def _claims(marks: Iterable[MarkRecord]) -> list[ClaimRecord]:
    return [mark for mark in marks if isinstance(mark, ClaimRecord)]
