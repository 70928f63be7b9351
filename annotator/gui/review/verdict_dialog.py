"""What became of a claim: the verdicts with their reasons, the consensus' version, and the talk about it.

Opened from the card of a claim and from the list of what was decided differently. Its author may answer.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.agreement.versions import unlike
from annotator.gui.dialogs.frame import DesignedDialog, emptied
from annotator.gui.dialogs.history_dialog import moment_text
from annotator.gui.dress import current_theme
from annotator.gui.labels import label
from annotator.gui.panel.display import Display
from annotator.gui.panel.wishes import ClaimWishes
from annotator.gui.review.thread import Thread
from annotator.gui.review.version_card import Version, VersionCard
from annotator.gui.review.words import cause_word, verdict_word
from annotator.gui.theme import WIDE
from annotator.queries.reviews import MarkReview
from annotator.records import AnnotatorRecord, ClaimRecord, ReviewRecord

UNKNOWN = AnnotatorRecord("", "?", "?", "#7f8794", "person")


class VerdictDialog(DesignedDialog):
    """One's own version, the consensus' one, why, and the thread."""

    def __init__(self, claim: ClaimRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent, "")
        self.heading.setText(self.tr("What became of this claim"))
        self.setWindowTitle(self.heading.text())
        self.claim = claim
        self._wishes = ClaimWishes(self)
        self._cards = [VersionCard(self._wishes, current_theme()) for _ in range(2)]
        self._reviews = QVBoxLayout()
        self._none = label(self.tr("The consensus has no version of it."), "soft")
        self.thread_ = Thread()
        self.thread_.ask(self.tr("Answer"))
        self.thread_.left.connect(self.reject)
        for card in self._cards:
            self.content.addWidget(card)
        self.content.addWidget(self._none)
        self.content.addLayout(self._reviews)
        self.content.addWidget(self.thread_)
        self.content.addStretch(1)
        self.add_button(self.tr("Close"), self.reject)
        self.open_at(540, 460)
        self.thread_.field.setFocus()

    def show_said(self, about: MarkReview, display: Display) -> None:
        """Show what was said; what is typed stays."""
        people = display.annotators

        def name(id_: str) -> str:
            return people[id_].name if id_ in people else self.tr("somebody")

        kept = about.consensus
        versions = [self.claim] + ([kept] if isinstance(kept, ClaimRecord) else [])
        plain = Display(display.speakers, display.topics, display.annotators)
        for card, claim in zip(self._cards, versions, strict=False):
            who = people.get(claim.annotator, UNKNOWN)
            card.show_version(Version(claim, unlike(claim, versions), who, 0, False), plain, {}, current_theme())
        self._cards[1].setVisible(len(versions) > 1)
        self._none.setVisible(len(versions) == 1 and bool(about.reviews))
        emptied(self._reviews)
        for review in about.reviews:
            self._reviews.addWidget(label(self._said(review, name(review.annotator)), "", wrapped=True))
        self.thread_.show_comments(about.comments, name)
        self._arrange()

    def _said(self, review: ReviewRecord, name: str) -> str:
        head = self.tr("{verdict} by {name}, {moment}").format(
            verdict=verdict_word(review.verdict), name=name, moment=moment_text(review.created)
        )
        return ": ".join(filter(None, (head, cause_word(review.cause) if review.cause else "", review.reason)))

    def _arrange(self) -> None:
        width = self.width() - 2 * WIDE
        for card in self._cards:
            card.setFixedHeight(card.arrange(max(width, 100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
