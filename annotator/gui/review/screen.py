"""The Review screen: the queue, the text, the versions. Builds them and lets them follow each other.

Made by the window for an open project. Verdicts are given in `deciding.py`; what the panes show is worked out
in `showing.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from annotator.gui.annotate.card_wishes import CardWishes
from annotator.gui.annotate.lists import Lists
from annotator.gui.annotate.lookup import Lookup
from annotator.gui.annotate.moved_ends import Edge
from annotator.gui.annotate.propositions import Propositions
from annotator.gui.commands import BY_ID
from annotator.gui.empty_state import EmptyState
from annotator.gui.jobs import Jobs
from annotator.gui.labels import key_text
from annotator.gui.language import translated
from annotator.gui.panes import Panes
from annotator.gui.reader.view import ReaderView
from annotator.gui.review.comparing import Comparing
from annotator.gui.review.deciding import Deciding, Verb
from annotator.gui.review.grounds_dialog import GroundsDialog
from annotator.gui.review.open_review import OpenReview
from annotator.gui.review.queue_pane import QueuePane
from annotator.gui.review.showing import Showing
from annotator.gui.review.summary import Summary
from annotator.gui.review.versions_pane import VersionsPane
from annotator.gui.review.words import given_words, several_decided
from annotator.gui.roles import refusal
from annotator.gui.screens import Screen
from annotator.gui.theme import Theme
from annotator.queries.review_queue import QueueEntry
from annotator.records import Changes
from annotator.settings import Settings

PANE_WIDTHS = (264, 776, 372)
"""Pixels; with a large interface the outer ones are as wide as they must be, and the text has the rest."""


class ReviewScreen(Screen):
    """The versions of colleagues, compared and decided on."""

    def __init__(self, jobs: Jobs, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.queue = QueuePane(theme, self)
        self.reader = ReaderView(theme, self)
        self.versions = VersionsPane(theme, self)
        if why := refusal(jobs.store, "decide"):
            self.versions.lock(why)
            self.queue.lock(why)
        self.nothing = EmptyState("review", theme, self)
        self.middle = QStackedWidget(self)
        self.panes = Panes(self)
        self.lookup = Lookup(jobs, self)
        self.comparing = Comparing(jobs, self)
        self.opened = OpenReview(jobs, self)
        self.lists = Lists(self, jobs, self.lookup, self.opened, theme)
        self.deciding = Deciding(jobs, self)
        self.showing = Showing(self)
        self.summary = Summary(self, jobs, theme)
        self.propositions = Propositions(self, jobs, self.lookup, self.opened)
        CardWishes(self.versions.consensus_wishes, jobs, self.lists, lambda: self.opened.marks, self._field_rect)
        self._given = ""
        self._build()
        self._connect()
        # The panes wear the theme since they were made.
        self._take_settings(settings)

    def _build(self) -> None:
        self.nothing.say(
            self.tr("Nothing to review"),
            self.tr("Import the tags of a colleague who read the same articles: {import}."),
        )
        self.middle.addWidget(self.reader)
        self.middle.addWidget(self.nothing)
        self.middle.setCurrentWidget(self.nothing)
        for pane in (self.queue, self.middle, self.versions):
            self.panes.addWidget(pane)
        self.panes.arrange(PANE_WIDTHS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def _connect(self) -> None:
        self.comparing.arrived.connect(self.queue.put)
        self.comparing.begun.connect(self.queue.begin)
        self.comparing.ordered.connect(self.queue.model.set_order)
        self.comparing.ended.connect(self._compared)
        self.deciding.decided.connect(self._say_given)
        self.deciding.hint.connect(self.hint)
        self.deciding.refused.connect(lambda article: self.comparing.again([article]))
        self.lookup.changed.connect(self._names_changed)
        self.opened.failed.connect(lambda error: self.hint.emit(translated(str(error))))
        self.opened.shown.connect(self._article_shown)
        self.queue.accept_all_wanted.connect(self.summary.accept_all)
        self.queue.button.annotators_changed.connect(lambda: self.comparing.choose(self.queue.button.annotators))
        self.queue.entry_chosen.connect(self._entry_chosen)
        self.queue.left.connect(self.end_amending)
        self.queue.overview_wanted.connect(self.summary.overview)
        self.reader.zoom_wanted.connect(self.command_wanted)
        self.reader.marks_clicked.connect(self._clicked)
        self.versions.accept.connect(lambda: self.decide("accept"))
        self.versions.agreement_wanted.connect(lambda: self.command_wanted.emit("agreement"))
        self.versions.amend.connect(lambda: self.decide("amend"))
        self.versions.amended.connect(self.end_amending)
        self.versions.consensus_wishes.appearances_requested.connect(self.propositions.list_appearances)
        self.versions.consensus_wishes.proposition_removed.connect(self.propositions.remove)
        self.versions.consensus_wishes.proposition_requested.connect(self.propositions.ask)
        self.versions.consensus_wishes.refused.connect(self.hint)
        self.versions.commented.connect(self._comment)
        self.versions.left.connect(self.take_focus)
        self.versions.reject.connect(lambda: self.decide("reject"))
        self.versions.skip.connect(self.skip)
        self.versions.third_opinion_wanted.connect(self.summary.third_opinion)
        self.versions.version_chosen.connect(self.showing.choose)

    # The queue ----------------------------------------------------------------------------------

    def begin(self) -> None:
        # First: what the lists of speakers were used for last takes a while to learn in a large project.
        self.comparing.start()
        self.lookup.load()

    def _compared(self) -> None:
        self.queue.end()
        self.summary.ask_agreement()
        self.state_changed.emit()

    def _entry_chosen(self, entry: QueueEntry | None) -> None:
        self.showing.show(entry)
        if entry is None:
            self.middle.setCurrentWidget(self.nothing)
            if not self.queue.model.rowCount() and not self.comparing.running:
                self.opened.close()
        elif self.opened.wanted != entry.article:
            self.opened.open(entry.article, self.comparing.annotators)
        self.state_changed.emit()

    def _article_shown(self) -> None:
        self.middle.setCurrentWidget(self.reader)
        self.showing.show_article()
        if self.queue.button.this_article:
            self.queue.narrow()
        self.state_changed.emit()

    def _clicked(self, marks: list[str]) -> None:
        """A click in the text goes to the disagreement about the claim there, if there is one."""
        for mark in marks:
            group = self.opened.group_of([mark])
            row = self.queue.model.row_of_mark(group.claims[0].id) if group is not None else -1
            if row >= 0:
                if group is not self.showing.group:
                    self.queue.choose_row(row)
                self.showing.choose(mark)
                return

    def show_mark(self, mark: str | None, articles: Sequence[str], *, choose: bool = False) -> None:
        """Go to the disagreement about a mark, if there is one."""
        row = self.queue.model.row_of_mark(mark or "", articles)
        if row >= 0:
            self.queue.choose_row(row)

    def _names_changed(self) -> None:
        self.queue.model.name_of = lambda id_: self.showing.name(id_)
        self.queue.button.set_people(each for each in self.lookup.annotators.values() if each.kind == "person")
        self.queue.view.viewport().update()
        self.showing.again()

    # Commands -----------------------------------------------------------------------------------

    def step(self, step: int) -> None:
        """To the next (1) or previous (-1) disagreement."""
        self.end_amending()
        if not self.queue.step(step):
            self.hint.emit(self.tr("This is the last one.") if step > 0 else self.tr("This is the first one."))

    def skip(self) -> None:
        """To the next disagreement that is open, from the top again after the last."""
        self.end_amending()
        if self.queue.step(1, only_open=True):
            return
        row = self.queue.model.next_row(-1, 1, only_open=True)
        if row < 0:
            self._say_if_done()
        else:
            self.queue.choose_row(row)

    def _say_if_done(self) -> None:
        """Once nothing is open: what comes next."""
        if self.queue.model.rowCount() and self._is_done():
            said = self.tr("Every disagreement that is shown here is decided; {key} exports the consensus.")
            self.hint.emit(said.format(key=key_text(BY_ID["export"].keys[0]) if BY_ID["export"].keys else "Export"))

    def _is_done(self) -> bool:
        return self.queue.model.next_row(-1, 1, only_open=True) < 0

    def choose_version(self, number: int) -> None:
        """Choose the version of that number, from 1."""
        if not self.showing.choose_number(number):
            self.hint.emit(self.tr("There is no version {number}.").format(number=number))

    def decide(self, verb: Verb, *, ask_why: bool = False) -> None:
        """Give a verdict on the chosen version (or on all), then go on to the next that is open."""
        group, chosen = self.showing.group, self.showing.chosen
        if group is None or chosen is None:
            self.hint.emit(self.tr("These versions are gone; the queue is being compared again."))
            return
        grounds = self.versions.form.grounds()
        if ask_why:
            given = GroundsDialog.ask(self, grounds)
            if given is None:
                return
            grounds = given
        if self.showing.stands(verb, grounds):
            self.skip()
            self.hint.emit(self.tr("It is decided so already."))
            return
        self.showing.forget_grounds()
        if len(group.differences) > 1:
            self._given = several_decided(group.differences)
        else:
            self._given = "" if verb == "amend" else given_words(group.claims, chosen, accepted=verb == "accept")
        made = self.deciding.decide(verb, group, chosen, grounds)
        self.queue.mark_decided([claim.id for claim in group.claims])
        if verb == "amend":
            self.showing.amend(made)
        else:
            self.skip()

    def _say_given(self) -> None:
        """The verdict is on the disk: only now, for the news of it takes what was said before from the line."""
        given, self._given = self._given, ""
        if given and not self._is_done():
            self.hint.emit(given)
        self._say_if_done()

    def end_amending(self) -> None:
        """Done with the consensus' version: on to the next that is open."""
        if self.showing.amending is not None:
            self.showing.amend(None)
            self.skip()
            self.take_focus()

    def comment(self) -> None:
        """Write a comment on the chosen version."""
        self.versions.thread_.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _comment(self, words: str) -> None:
        if self.showing.chosen is not None:
            self.deciding.comment(self.showing.chosen, words)

    def flag(self) -> None:
        """The codebook should say: with the next verdict, or at once where one was given."""
        box = self.versions.form.question
        box.setChecked(not box.isChecked())
        reviews = self.showing.own_reviews()
        if reviews:
            self.deciding.flag(reviews, box.isChecked())
        elif box.isChecked():
            self.hint.emit(self.tr("Flagged: the codebook should say. It is kept with your verdict."))

    def hide_names(self) -> None:
        """Hide or show who made which version."""
        self.queue.model.names_hidden = not self.queue.model.names_hidden
        self.queue.view.viewport().update()
        self.showing.again()
        hidden = self.queue.model.names_hidden
        self.hint.emit(self.tr("Names are hidden.") if hidden else self.tr("Names are shown."))

    def move_boundary(self, edge: Edge, unit: Literal["word", "character"], *, right: bool) -> None:
        """Move a boundary of the consensus' version that is being amended."""
        amending, record = self.showing.amending, self.opened.record
        if amending is not None and record is not None:
            mark = self.opened.marks.get(amending)
            place = mark.parts[0].start if mark is not None else 0
            # To the side of the arrow, also where the text runs left.
            forward = right != self.reader.page.runs_right_to_left(place)
            self.deciding.move(amending, record.text, edge, unit, right=forward)

    def _field_rect(self, _claim: str, target: Literal["speaker", "topic"]) -> Any:
        card = self.versions.amending
        assert card is not None
        return card.field_rect(target)

    # What the window asks ------------------------------------------------------------------------

    def follow(self, changes: Changes) -> None:
        self.lookup.follow(changes)
        concerned = self.comparing.follow(changes)
        shown = self.opened.record
        if shown is None:
            return
        named = changes.touches("comment") or changes.touches("speaker") or changes.touches("topic")
        if changes.everything or shown.id in concerned or named or changes.touches("field"):
            self.opened.open(shown.id, self.comparing.annotators)

    def catch_up(self) -> None:
        self.comparing.start()
        self.lookup.load()
        if self.opened.record is not None:
            self.opened.open(self.opened.record.id, self.comparing.annotators)

    def apply(self, theme: Theme, settings: Settings) -> None:
        for pane in (self.queue, self.reader, self.versions, self.nothing, self.lists):
            pane.set_theme(theme)
        self.summary.theme = theme
        self._take_settings(settings)

    def _take_settings(self, settings: Settings) -> None:
        self.reader.set_typography(
            settings.reading_font, settings.reading_size, settings.line_spacing, settings.column_width
        )

    def take_focus(self) -> None:
        self.queue.view.setFocus()

    def missing(self, need: str) -> str | None:
        if need == "disagreement" and self.showing.group is None:
            is_empty = self.queue.model.rowCount() == 0
            return "versions" if self.showing.entry is not None else "queue" if is_empty else "disagreement"
        met = {
            "review": True,
            "queue": self.queue.model.rowCount() > 0,
            "unanimous": self.queue.can_accept_all,
            "disagreement": self.showing.group is not None,
            "amending": self.showing.amending is not None,
        }
        return None if met.get(need, False) else need

    def keyed(self) -> Sequence[tuple[str, QWidget]]:
        places = self.queue.view, self.reader
        return (*(("review", each) for each in places), *(("amending", each) for each in (*places, self.versions)))

    def counts(self) -> str:
        return self.summary.counts()

    def key_hints(self) -> Sequence[tuple[str, str]]:
        words = (self.tr("next"), self.tr("previous"), self.tr("hide names"), self.tr("all keys"))
        return tuple(zip(("J", "K", "H", "?"), words, strict=True))

    def article_id(self) -> str | None:
        return self.opened.record.id if self.opened.record is not None else None

    def fold(self, side: int) -> None:
        self.panes.fold(side)

    def is_shown(self, side: int) -> bool:
        return self.panes.is_shown(side)

    def pane_state(self) -> str:
        return self.panes.state()

    def restore_panes(self, state: str) -> None:
        self.panes.restore(state)
