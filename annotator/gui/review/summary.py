"""What concerns the whole of the review: agreement, unanimous claims, the overview, third opinions, counts.

Made by the Review screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtWidgets import QDialog

from annotator.gui.agreement.values import value_text
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted, translated
from annotator.gui.picker import Picker, PickerItem
from annotator.gui.roles import refusal
from annotator.gui.theme import Theme
from annotator.queries.disagreements import Agreed, ClaimGroup, agreed, claim_groups
from annotator.queries.plan import blind_articles
from annotator.queries.review_overview import Overview, review_overview
from annotator.queries.reviews import reviews_on

if TYPE_CHECKING:
    from annotator.gui.review.overview_dialog import OverviewDialog
    from annotator.gui.review.screen import ReviewScreen
    from annotator.queries import Session
    from annotator.queries.agreement import Agreement, LayerAgreement

MOST_ARTICLES = 300
"""Shared articles up to which agreement is worked out by the way; beyond, when it is asked for."""

BESIDE = ("speakers", "topics", "stance", "end_to_end")
"""The layers that stand below the claims' figure; the tool tip has all."""


class Summary(QObject):
    """Everything around the single disagreement."""

    def __init__(self, screen: ReviewScreen, jobs: Jobs, theme: Theme) -> None:
        super().__init__(screen)
        self._screen = screen
        self._jobs = jobs
        self.theme = theme
        self._asking = False

    def counts(self) -> str:
        """What the foot of the window says."""
        decided, total, _, _ = self._screen.queue.model.counts()
        return self.tr("{done} of {all} disagreements decided").format(done=decided, all=total) if total else ""

    # Agreement ----------------------------------------------------------------------------------

    def ask_agreement(self) -> None:
        """Ask how far the annotators agree, where that is soon worked out."""
        comparing = self._screen.comparing
        line = self._screen.versions.agreement
        if not comparing.articles:
            line.hide()
            return
        if len(comparing.articles) > MOST_ARTICLES:
            line.say("", self.tr("How far they agree…"), "", "")
            return
        chosen, name = comparing.annotators, self._jobs.store.annotator

        def question(session: Session) -> Agreement:
            # The measures are a library of their own, which the queue does not wait for.
            from annotator.queries.agreement import agreement

            return agreement(session, annotator_ids=chosen, without=blind_articles(session, name))

        self._jobs.ask(question, self._show_agreement, key="review agreement")

    def _show_agreement(self, found: Agreement) -> None:
        line = self._screen.versions.agreement
        claims = found.layers["claims"]
        explanation = "\n".join(f"{_word(name)}: {_said(layer)}" for name, layer in found.layers.items())
        if claims.value is None:
            line.say("", translated(claims.undefined or ""), "", explanation)
            return
        words = self.tr("claims, {units} units").format(units=claims.units)
        if claims.interval is not None:
            low, high = (value_text(value) for value in claims.interval)
            words = self.tr("claims, {low} to {high}, {units} units").format(low=low, high=high, units=claims.units)
        others = [f"{_word(name)} {value_text(found.layers[name].value)}" for name in BESIDE if name in found.layers]
        line.say(value_text(claims.value), words, " · ".join(others), explanation)

    # Unanimous claims ---------------------------------------------------------------------------

    def accept_all(self) -> None:
        """Show what is agreed on, then accept it at once."""
        if self._asking:
            return
        self._asking = True
        chosen, articles = self._screen.comparing.annotators, list(self._screen.comparing.articles)

        def undecided(session: Session) -> list[ClaimGroup]:
            groups = list(claim_groups(session, annotator_ids=chosen, articles=articles))
            decided = reviews_on(session, [claim.id for group in groups for claim in group.claims])
            return [group for group in groups if not any(claim.id in decided for claim in group.claims)]

        self._jobs.ask(undecided, self._preview)

    def _preview(self, groups: list[ClaimGroup]) -> None:
        from annotator.actions.unanimous import accept_agreed
        from annotator.gui.review.unanimous_dialog import UnanimousDialog

        self._asking = False

        def found(share: float) -> list[Agreed]:
            return list(agreed(groups, share=share))

        dialog = UnanimousDialog(self._screen, found, self._screen.queue.model.title)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        claims = list(dialog.claims)
        dialog.deleteLater()
        if accepted and claims:
            store = self._jobs.store
            self._jobs.start(
                counted(len(claims), self.tr("Accepting 1 claim"), self.tr("Accepting {count} claims")),
                lambda report: accept_agreed(store, claims, origin=self, report=report),
                lambda count: self._accepted(count, len(claims)),
            )

    def _accepted(self, count: int, wanted: int) -> None:
        one = self.tr("1 claim is in the consensus.")
        said = counted(count, one, self.tr("{count} claims are in the consensus."))
        if count < wanted:
            one = self.tr("1 was changed meanwhile and waits.")
            said += " " + counted(wanted - count, one, self.tr("{count} were changed meanwhile and wait."))
        self._screen.hint.emit(said)

    # The overview -------------------------------------------------------------------------------

    def overview(self) -> None:
        """Show who has read what, and what is decided."""
        self._jobs.ask(self._overview, self._show_overview)

    def _overview(self, session: Session) -> Overview:
        return review_overview(session, self._jobs.store.annotator)

    def _show_overview(self, found: Overview) -> None:
        from annotator.gui.review.overview_dialog import OverviewDialog

        decided = {
            article.id: (sum(entry.decided for entry in article.entries), len(article.entries))
            for article in self._screen.queue.model.articles()
        }
        dialog = OverviewDialog(self._screen, found, decided, why_not=refusal(self._jobs.store, "decide"))
        dialog.article_chosen.connect(self._go_to)
        dialog.reviewed.connect(self._screen.deciding.set_reviewed)
        dialog.reviewed.connect(lambda *_: self._jobs.write(lambda: None, lambda _: self._renew(dialog)))
        dialog.exec()
        dialog.deleteLater()

    def _renew(self, dialog: OverviewDialog) -> None:
        self._jobs.ask(self._overview, dialog.show_overview)

    def _go_to(self, article: str) -> None:
        """The first disagreement of an article, and only its ones."""
        model, queue = self._screen.queue.model, self._screen.queue
        for row in range(model.rowCount()):
            entry = model.entry(row)
            if entry is not None and entry.article == article:
                queue.choose_row(row)
                queue.button.show_article(True)
                return
        self._screen.hint.emit(self.tr("Nobody disagrees in this article."))

    # A third opinion ----------------------------------------------------------------------------

    def third_opinion(self) -> None:
        """Choose who reads the article as well: who has read it already has an opinion, and so has who reviews."""
        group = self._screen.showing.group
        if group is None:
            return
        readers = {each.id for each in group.annotators} | {claim.annotator for claim in group.claims}
        people = [
            each
            for each in self._screen.lookup.annotators.values()
            if each.kind == "person" and each.id not in readers and each.name != self._jobs.store.annotator
        ]
        if not people:
            self._screen.hint.emit(
                self.tr("Nobody else is in the project who has not read this article; a third person must join first.")
            )
            return
        button = self._screen.versions.third
        anchor = QRect(button.mapToGlobal(button.rect().topLeft()), button.size())
        items = [PickerItem(each.id, each.name) for each in sorted(people, key=lambda each: each.name)]
        picker = Picker.ask(
            self._screen.window(), anchor, items, theme=self.theme, prompt=self.tr("Who should read it as well?")
        )
        names = {each.id: each.name for each in people}
        picker.taken.connect(lambda id_: self._screen.deciding.third_opinion(group, id_, names[id_]))


def _said(layer: LayerAgreement) -> str:
    """A layer's figure, or why there is none."""
    return value_text(layer.value) if layer.value is not None else translated(layer.undefined or "")


def _word(layer: str) -> str:
    """A layer in words."""
    translate = QCoreApplication.translate
    return {
        "tokens": translate("Review", "tokens"),
        "claims": translate("Review", "claims"),
        "boundaries": translate("Review", "boundaries"),
        "speakers": translate("Review", "speakers"),
        "topics": translate("Review", "topics"),
        "stance": translate("Review", "stance"),
        "quotation": translate("Review", "quotation"),
        "end_to_end": translate("Review", "end to end"),
    }.get(layer, layer)
