"""The disagreement that is looked at: text, lanes, versions and comments are shown for it.

Made by the Review screen. Keeps which version is chosen, what was filled in but not given yet, and whether the
consensus' version is being amended. Writes nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.actions.reviewing import NO_GROUNDS, Grounds
from annotator.agreement.versions import unlike
from annotator.gui.panel.display import Display
from annotator.gui.review.scene import NEUTRAL, differing_words, lanes_of, marks_to_show, reach
from annotator.gui.review.version_card import Version
from annotator.gui.review.words import verdict_word
from annotator.queries.disagreements import ClaimGroup
from annotator.queries.review_queue import QueueEntry
from annotator.records import AnnotatorRecord, ClaimRecord, MarkRecord, MentionRecord
from annotator.text import sentences

if TYPE_CHECKING:
    from annotator.gui.review.screen import ReviewScreen


class Showing(QObject):
    """What is shown of the chosen disagreement."""

    def __init__(self, screen: ReviewScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.entry: QueueEntry | None = None
        self.group: ClaimGroup | None = None
        self.chosen: str | None = None
        self.amending: str | None = None
        self._to_focus = False
        self._filled: dict[tuple[str, ...], Grounds] = {}
        self._given_for: tuple[str, ...] | None = None
        self._given = NO_GROUNDS
        self._marks: dict[str, MarkRecord] = {}

    # What is looked at --------------------------------------------------------------------------

    def show(self, entry: QueueEntry | None) -> None:
        """Look at a disagreement; its article may not be there yet."""
        same = entry is not None and self.entry is not None and entry.marks == self.entry.marks
        if self.amending is not None and same:
            # The queue was compared again; the same claim is still being amended.
            self.entry = entry
            return
        self.keep_grounds()
        before, self.entry = self.entry, entry
        self.amending = None
        opened = self._screen.opened
        here = entry is not None and opened.record is not None and opened.record.id == entry.article
        self.group = opened.group_of(entry.marks) if here and entry is not None else None
        if before is None or entry is None or before.marks != entry.marks:
            self.chosen = None
        self._settle()

    def show_article(self) -> None:
        """The article is there, or there again."""
        screen, opened = self._screen, self._screen.opened
        record = opened.record
        if record is None:
            return
        if self.entry is not None and self.entry.article == record.id:
            self.group = opened.group_of(self.entry.marks)
        page = screen.reader.page
        if page.article.id != record.id or page.article.sha256 != record.sha256:
            screen.reader.show_article(record, (), partial(sentences, record.text))
            self._marks = {}
        self._settle()
        self._focus_amended()

    def again(self) -> None:
        """Names or colours are others, or are hidden now."""
        self._settle()

    def _settle(self) -> None:
        """Choose a version where none is, and show everything."""
        if self.group is not None and self.chosen not in {claim.id for claim in self.group.claims}:
            self.chosen = self._likely(self.group)
        self._show_text()
        self._show_versions()

    def _likely(self, group: ClaimGroup) -> str:
        """The version that was taken before, else the first one shown."""
        about = self._screen.opened.about
        for claim in group.claims:
            reviews = about(claim.id).reviews
            if reviews and reviews[0].verdict != "rejected":
                return claim.id
        return self.ordered(group)[0].id

    def ordered(self, group: ClaimGroup) -> list[ClaimRecord]:
        """The versions as they are numbered: by name, or in no telling order while names are hidden."""
        hidden = self._screen.queue.model.names_hidden
        return sorted(group.claims, key=lambda claim: claim.id) if hidden else list(group.claims)

    # Choosing -----------------------------------------------------------------------------------

    def choose(self, mark: str) -> None:
        """Choose a version."""
        if self.group is not None and any(claim.id == mark for claim in self.group.claims):
            self.chosen = mark
            self._settle()

    def choose_number(self, number: int) -> bool:
        """Choose the version of that number, from 1; False where there is none."""
        if self.group is None or not 0 < number <= len(self.group.claims):
            return False
        self.choose(self.ordered(self.group)[number - 1].id)
        return True

    def amend(self, mark: str | None) -> None:
        """Show the consensus' version to be changed as soon as it is there; None: done with it."""
        self.amending = mark
        self._to_focus = mark is not None
        self._settle()
        self._focus_amended()

    def _focus_amended(self) -> None:
        """The hand goes to the card of the consensus' version, once, when it is there."""
        card = self._screen.versions.amending
        if self._to_focus and card is not None:
            self._to_focus = False
            card.focus_fields()

    # Grounds that were filled in ----------------------------------------------------------------

    def keep_grounds(self) -> None:
        """What is filled in waits until one comes back to this claim."""
        if self.entry is not None:
            grounds = self._screen.versions.form.grounds()
            if grounds != self._given:
                self._filled[self.entry.marks] = grounds

    def forget_grounds(self) -> None:
        """They were given with a verdict."""
        if self.entry is not None:
            self._filled.pop(self.entry.marks, None)
        self._screen.versions.form.fill(NO_GROUNDS)
        self._given = NO_GROUNDS

    def _show_grounds(self, marks: tuple[str, ...]) -> None:
        """What the form says of this claim; what is being filled in there stays, whatever is shown anew."""
        form = self._screen.versions.form
        if marks == self._given_for and form.grounds() != self._given:
            return
        self._given_for, self._given = marks, self._grounds()
        form.fill(self._given)

    def stands(self, verb: str, grounds: Grounds) -> bool:
        """Whether this is the verdict that who works here has given already, for the same reasons."""
        if self.group is None or verb == "amend":
            return False
        opened = self._screen.opened
        for claim in self.group.claims:
            wanted = "accepted" if verb == "accept" and claim.id == self.chosen else "rejected"
            reviews = opened.about(claim.id).reviews
            if not reviews or (reviews[0].verdict, reviews[0].annotator) != (wanted, opened.reviewer):
                return False
            if Grounds(reviews[0].cause, reviews[0].reason, reviews[0].codebook_question) != grounds:
                return False
        return True

    def own_reviews(self) -> list[str]:
        """The verdicts on the chosen version that who works here gave."""
        opened = self._screen.opened
        reviews = opened.about(self.chosen or "").reviews
        return [review.id for review in reviews if review.annotator == opened.reviewer]

    def _grounds(self) -> Grounds:
        """What is filled in for this claim, else what was given with the last verdict."""
        opened = self._screen.opened
        if self.entry is not None and self.entry.marks in self._filled:
            return self._filled[self.entry.marks]
        for review in opened.about(self.chosen or "").reviews:
            if review.annotator == opened.reviewer:
                return Grounds(review.cause, review.reason, review.codebook_question)
        return NO_GROUNDS

    # Text -----------------------------------------------------------------------------------------

    def _show_text(self) -> None:
        screen, opened = self._screen, self._screen.opened
        if opened.record is None:
            return
        amended = opened.marks.get(self.amending or "")
        wanted = marks_to_show(opened.groups, self.group, amended)
        changed = [mark for id_, mark in wanted.items() if self._marks.get(id_) is not mark]
        screen.reader.update_marks(changed, [id_ for id_ in self._marks if id_ not in wanted])
        self._marks = wanted
        hidden = screen.queue.model.names_hidden
        lanes = lanes_of(opened.groups, self.group, known=self._people(), names_hidden=hidden)
        screen.reader.show_versions(lanes, differing_words(self.group))
        screen.reader.set_names(self.display().names())
        if self.group is not None:
            start, end = reach(self.group)
            screen.reader.place_cursor(start)
            screen.reader.set_current(self.amending if amended is not None else self.chosen)
            screen.reader.show_stretch(start, end)

    # Versions -------------------------------------------------------------------------------------

    def _show_versions(self) -> None:
        pane, group = self._screen.versions, self.group
        if group is None or self.entry is None:
            pane.show_nothing()
            return
        pane.form.show_kind(self.entry.kind)
        self._show_grounds(self.entry.marks)
        versions = [self._version(claim, number) for number, claim in enumerate(self.ordered(group), 1)]
        pane.show_versions(versions, self.display(), self._screen.opened.fields)
        amended = self._screen.opened.marks.get(self.amending or "")
        pane.show_amending(amended if isinstance(amended, ClaimRecord) else None, self.display(amending=True))
        chosen = self.chosen or ""
        whose = next(version.annotator.name for version in versions if version.claim.id == chosen)
        about = self.tr("Comment on the version of {name}").format(name=whose)
        pane.show_comments(self._screen.opened.about(chosen).comments, self.name, about)

    def _version(self, claim: ClaimRecord, number: int) -> Version:
        assert self.group is not None
        reviews = self._screen.opened.about(claim.id).reviews
        said, verdict = "", None
        if reviews:
            verdict = reviews[0].verdict
            said = self.tr("{verdict} by {name}").format(
                verdict=verdict_word(verdict), name=self.name(reviews[0].annotator)
            )
        chosen = claim.id == self.chosen and self.amending is None
        particular = unlike(claim, self.group.claims)
        return Version(claim, particular, self._annotator(claim.annotator, number), number, chosen, said, verdict)

    def _annotator(self, id_: str, number: int) -> AnnotatorRecord:
        """Whose version it is; nobody's while names are hidden."""
        if self._screen.queue.model.names_hidden:
            name = self.tr("Annotator {number}").format(number=number)
            return AnnotatorRecord(id_, name, str(number), NEUTRAL, "person")
        assert self.group is not None
        return self._people().get(id_) or next(each for each in self.group.annotators if each.id == id_)

    def _people(self) -> dict[str, AnnotatorRecord]:
        return self._screen.lookup.annotators

    def name(self, id_: str) -> str:
        """The name of an annotator."""
        found = self._people().get(id_)
        return found.name if found is not None else self.tr("somebody")

    def display(self, *, amending: bool = False) -> Display:
        """What ids stand for. amending: the consensus' version may be changed; else nothing may."""
        opened, lookup = self._screen.opened, self._screen.lookup
        mentions = {id_: mark for id_, mark in opened.marks.items() if isinstance(mark, MentionRecord)}
        if amending:
            return lookup.display(mentions, opened.me)
        return Display(lookup.speakers, lookup.topics, lookup.annotators, mentions)
