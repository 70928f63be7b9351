"""The right pane of Review: the versions of a claim, the verdicts, why, and what was said about them.

Made by the Review screen, which hands it a claim and listens to its signals. Decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.gui.dress import dress
from annotator.gui.empty_state import EmptyState
from annotator.gui.flow import Flow
from annotator.gui.labels import label
from annotator.gui.panel.card import ClaimCard
from annotator.gui.panel.display import Display
from annotator.gui.panel.wishes import ClaimWishes
from annotator.gui.review.agreement_line import AgreementLine
from annotator.gui.review.grounds_form import GroundsForm
from annotator.gui.review.keyed_button import KeyedButton
from annotator.gui.review.thread import Thread
from annotator.gui.review.version_card import AmendedCard, Version, VersionCard
from annotator.gui.theme import MEDIUM, SMALL, Theme, scaled
from annotator.records import ClaimRecord, CommentRecord, FieldRecord

_NARROWEST = 300
"""Pixels at the usual size of the interface."""


class VersionsPane(QFrame):
    """Versions, verdicts, grounds, comments."""

    version_chosen = Signal(str)
    accept = Signal()
    amend = Signal()
    reject = Signal()
    skip = Signal()
    commented = Signal(str)
    third_opinion_wanted = Signal()
    agreement_wanted = Signal()
    left = Signal()
    """Esc: the focus should go back to the queue."""
    amended = Signal()
    """Esc on the consensus' card: done with it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        # Before there is anything in it: each part that comes later is styled once.
        dress(self)
        self._theme = theme
        self.wishes = ClaimWishes(self)
        self.consensus_wishes = ClaimWishes(self)
        self._cards: list[VersionCard] = []
        self._amending: ClaimCard | None = None
        self._shown: tuple[Sequence[Version], Display, Mapping[str, FieldRecord]] = ((), Display(), {})
        self.agreement = AgreementLine()
        self.agreement.hide()
        self.buttons = self._verdicts()
        self.verdicts = Flow()
        self.form = GroundsForm(theme)
        self.thread_ = Thread()
        self.third = QPushButton(self.tr("Ask for a third opinion…"))
        self.third.setProperty("kind", "link")
        self.nothing = EmptyState("group", theme, self)
        self.nothing.say(
            self.tr("No versions yet"),
            self.tr("What each annotator made of a claim stands here, one below the other, with your decision."),
        )
        self._arrange_soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.show_nothing()

    def _verdicts(self) -> dict[str, KeyedButton]:
        return {
            "accept": KeyedButton(self.tr("Accept"), "A", "primary"),
            "amend": KeyedButton(self.tr("Amend"), "E"),
            "reject": KeyedButton(self.tr("Reject"), "R"),
            "skip": KeyedButton(self.tr("Skip"), "␣"),
        }

    def lock(self, why: str) -> None:
        """Whose role does not allow deciding may look, skip and comment; why: the sentence that says so."""
        for each in (*(self.buttons[verb] for verb in ("accept", "amend", "reject")), self.third, self.form):
            each.setEnabled(False)
            each.setToolTip(why)

    def _lay_out(self) -> None:
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self.agreement)
        self._versions = QVBoxLayout()
        self._versions.setSpacing(SMALL)
        self._column.addLayout(self._versions)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(MEDIUM)
        self.verdicts.hold(self.buttons.values())
        below.addWidget(self.verdicts)
        below.addWidget(self.form)
        below.addWidget(self.third, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(label(self.tr("Comments"), "small"))
        below.addWidget(self.thread_)
        self._column.addWidget(self._below)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("The versions and your decision"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        # A scroll bar that appears takes its room from the cards.
        self._scroll.viewport().installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._scroll)
        row.addWidget(self.nothing)

    def _connect(self) -> None:
        self._arrange_soon.timeout.connect(self._arrange)
        self.wishes.claim_chosen.connect(self.version_chosen)
        self.wishes.left.connect(lambda _id: self.left.emit())
        self.consensus_wishes.left.connect(lambda _id: self.amended.emit())
        for name, button in self.buttons.items():
            button.clicked.connect(getattr(self, name))
        self.form.left.connect(self.left)
        self.thread_.left.connect(self.left)
        self.thread_.said.connect(self.commented)
        self.third.clicked.connect(self.third_opinion_wanted)
        self.agreement.clicked.connect(self.agreement_wanted)

    # Showing -----------------------------------------------------------------------------------------

    def show_nothing(self) -> None:
        """There is no disagreement to show."""
        self._shown = ((), Display(), {})
        for card in self._cards:
            card.hide()
        self._leave_amending()
        self._below.hide()
        self._scroll.hide()
        self.nothing.show()

    def show_versions(self, versions: Sequence[Version], display: Display, fields: Mapping[str, FieldRecord]) -> None:
        """Show the versions of a claim. display: with nobody as `me`, so that nothing can be changed."""
        self._shown = (versions, display, fields)
        while len(self._cards) < len(versions):
            card = VersionCard(self.wishes, self._theme, self._page)
            card.grown.connect(self._arrange_soon.start)
            card.stepped.connect(lambda step, card=card: self._step(card, step))
            self._cards.append(card)
            self._versions.insertWidget(len(self._cards) - 1, card)
        for card, version in zip(self._cards, versions, strict=False):
            card.show_version(version, display, fields, self._theme)
            card.show()
        for card in self._cards[len(versions) :]:
            card.hide()
        self._below.show()
        self.nothing.hide()
        self._scroll.show()
        self._arrange()

    def show_comments(self, comments: Sequence[CommentRecord], name_of: object, about: str) -> None:
        """Show what was said about the chosen version. about: whose it is, for the field."""
        self.thread_.show_comments(comments, name_of)  # type: ignore[arg-type]
        self.thread_.ask(about)

    def show_amending(self, claim: ClaimRecord | None, display: Display) -> None:
        """Show the consensus' version to be changed; None takes it away. display: with the consensus as `me`."""
        if claim is None:
            self._leave_amending()
            return
        if self._amending is None:
            self._amending = AmendedCard(self.consensus_wishes, self._theme, self._page)
            self._amending.grown.connect(self._arrange_soon.start)
            self._versions.addWidget(self._amending)
        self._amending.show_claim(claim, display, self._theme, current=True)
        self._amending.show()
        self._arrange()

    def _leave_amending(self) -> None:
        if self._amending is not None:
            self._amending.hide()
            self._versions.removeWidget(self._amending)
            self._amending.deleteLater()
            self._amending = None

    @property
    def amending(self) -> ClaimCard | None:
        """The card of the consensus' version while it is being changed."""
        return self._amending

    def _step(self, card: VersionCard, step: int) -> None:
        shown = [each for each in self._cards if not each.isHidden()]
        place = shown.index(card) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)

    # Layout ------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Give each card the height that it needs at its width."""
        width = self._scroll.viewport().width() - 2 * MEDIUM
        cards: list[ClaimCard] = [card for card in self._cards if not card.isHidden()]
        for card in [*cards, *([self._amending] if self._amending is not None else [])]:
            card.setFixedHeight(card.arrange(max(width, 100)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange_soon.start()
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Another palette, and the size that the interface has now."""
        self._theme = theme
        self.setMinimumWidth(scaled(_NARROWEST))
        self.form.set_theme(theme)
        self.nothing.set_theme(theme)
        self.verdicts.hold(self.buttons.values())
        versions, display, fields = self._shown
        if versions:
            self.show_versions(versions, display, fields)
