"""What a merge of two speakers would do, before it is done; the two can be swapped.

Opened by the page of speakers, for two that somebody chose or that are listed as alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.gui.dialogs.frame import DesignedDialog
from annotator.gui.labels import label
from annotator.gui.language import filled, translated
from annotator.gui.theme import scaled
from annotator.queries.speakers import MergePreview


class MergeDialog(DesignedDialog):
    """Counts and differences in sentences."""

    agreed = Signal(str, str)
    """The loser's id, the winner's."""
    swap_wanted = Signal(str, str)
    """The same two the other way round are to be looked at."""

    def __init__(self, preview: MergePreview, parent: QWidget | None = None) -> None:
        super().__init__(parent, self.tr("Merge the two?"))
        self.setModal(True)
        self.preview = preview
        loser, winner = preview.loser.name, preview.winner.name
        self.heading.setText(filled(self.tr("Merge “{loser}” into “{winner}”?"), loser=loser, winner=winner))
        self.lines = [label(each, "", wrapped=True) for each in self._sentences()]
        for line in self.lines:
            self.content.addWidget(line)
        self.warnings = [label(translated(each), "warn", wrapped=True) for each in preview.differences]
        for line in self.warnings:
            self.content.addWidget(line)
        self.content.addStretch(1)
        self.swap = self.add_button(self.tr("The other way round"), self._swap, left=True)
        self.add_button(self.tr("Cancel"), self.reject)
        self.merge = self.add_button(self.tr("Merge"), self._agree, kind="primary", default=True)
        self.setMinimumWidth(scaled(460))
        # As high as the lines are at this width: Qt would make room for narrower ones.
        for line in (*self.lines, *self.warnings):
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            line.setSizePolicy(policy)
        self.resize(scaled(460), self.heightForWidth(scaled(460)))

    def _sentences(self) -> list[str]:
        preview = self.preview
        said = [
            filled(
                self.tr(
                    "What names “{loser}” counts for “{winner}” then: claims: {claims}, mentions: {mentions}, in "
                    "articles: {articles}."
                ),
                claims=preview.claims,
                mentions=preview.mentions,
                articles=preview.articles,
                loser=preview.loser.name,
                winner=preview.winner.name,
            )
        ]
        if preview.annotators:
            said.append(self.tr("They are those of {names}.").format(names=", ".join(preview.annotators)))
        if preview.new_aliases:
            names = ", ".join(filled(self.tr("“{name}”"), name=each) for each in preview.new_aliases)
            said.append(
                filled(self.tr("“{winner}” is found by {names} as well."), winner=preview.winner.name, names=names)
            )
        said.extend(self._comes_along())
        said.append(self.tr("No mark is rewritten, and undo takes the merge back."))
        return said

    def _comes_along(self) -> Iterator[str]:
        """What the winner gets beside names."""
        loser, winner = self.preview.loser, self.preview.winner
        affiliations = [each.organisation for each in loser.affiliations if each not in winner.affiliations]
        if affiliations:
            yield filled(self.tr("Its affiliations come along: {list}."), list=", ".join(affiliations))
        places = [f"{place} {id_}" for place, id_ in loser.identifiers.items() if place not in winner.identifiers]
        if places:
            yield filled(self.tr("Its identifiers come along: {list}."), list=", ".join(places))

    def _agree(self) -> None:
        self.agreed.emit(self.preview.loser.id, self.preview.winner.id)
        self.accept()

    def _swap(self) -> None:
        self.swap_wanted.emit(self.preview.winner.id, self.preview.loser.id)
        self.reject()
