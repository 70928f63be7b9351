"""Propositions on the Annotate screen: a claim is linked by type-ahead, and a proposition's appearances are listed.

Made by the Annotate screen for the key L and the cards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize

from annotator.gui import verbs
from annotator.gui.annotate.lists import ShownArticle
from annotator.gui.annotate.lookup import Lookup
from annotator.gui.commands import why_not, with_keys
from annotator.gui.dress import current_theme
from annotator.gui.jobs import Jobs
from annotator.gui.matching import WordLikeness
from annotator.gui.picker_model import PickerItem
from annotator.model import new_id
from annotator.queries.propositions import Appearance, appearances
from annotator.records import ClaimRecord

if TYPE_CHECKING:
    from annotator.gui.annotate.appearances_dialog import AppearancesDialog
    from annotator.gui.lines_view import Line
    from annotator.gui.picker import Picker


class Propositions(QObject):
    """Links claims and lists appearances."""

    def __init__(self, screen: Any, jobs: Jobs, lookup: Lookup, opened: ShownArticle) -> None:
        super().__init__(screen)
        self._screen, self._jobs, self._lookup, self._opened = screen, jobs, lookup, opened
        self.picker: Picker | None = None
        self.dialog: AppearancesDialog | None = None

    def ask(self, claim: str) -> None:
        """What the claim asserts: those with words like its own first; a new one is made on the spot."""
        from annotator.gui.picker import PropositionPicker

        mark = self._opened.marks.get(claim)
        words = " ".join(part.quote for part in mark.parts) if mark is not None else ""
        store = self._jobs.store

        def take(proposition: str) -> None:
            self._jobs.write(lambda: verbs.propositions.link_proposition(store, [claim], proposition, origin=self))

        def make(text: str) -> None:
            made = new_id()
            self._jobs.write(lambda: verbs.propositions.link_proposition(store, [claim], made, text=text, origin=self))

        self.picker = PropositionPicker.ask(
            self._screen.window(),
            self._anchor(claim),
            self.items(words),
            theme=current_theme(),
            new_label=self.tr("New proposition “{name}”"),
            allow_new=True,
            prompt=self.tr("What does it assert?"),
            when_empty=self.tr("None yet. Type the words; Enter makes it."),
        )
        self.picker.taken.connect(take)
        self.picker.new_requested.connect(make)
        self.picker.closed.connect(self._closed)

    def items(self, words: str) -> list[PickerItem]:
        """All propositions; first those that say something like these words."""
        known = list(self._lookup.propositions.items())
        likeness = WordLikeness([text for _, text in known])
        alike = likeness.alike(words) if words else []
        taken = set(alike)
        rest = sorted((row for row in range(len(known)) if row not in taken), key=lambda row: known[row][1].casefold())
        near, all_ = self.tr("Like these words"), self.tr("All")
        return [
            PickerItem(id=known[row][0], name=known[row][1], section=near if row in taken else all_)
            for row in (*alike, *rest)
        ]

    def _closed(self) -> None:
        self.picker = None
        self._screen.reader.setFocus()

    def _anchor(self, claim: str) -> QRect:
        mark, reader = self._opened.marks.get(claim), self._screen.reader
        if mark is not None:
            end = mark.parts[-1].end
            rectangle: QRect = reader.screen_rectangle(end - 1, end)
            if rectangle.isValid():
                return rectangle
        return QRect(reader.mapToGlobal(QPoint(reader.width() // 3, reader.height() // 3)), QSize(1, 1))

    def remove(self, claim: str) -> None:
        """Take the link of a claim away."""
        store = self._jobs.store
        self._jobs.write(lambda: verbs.propositions.link_proposition(store, [claim], None, origin=self))

    def list_appearances(self, claim: str | None) -> None:
        """Where the proposition of a claim appears."""
        mark = self._opened.marks.get(claim or "")
        if not isinstance(mark, ClaimRecord):
            self._screen.hint.emit(why_not("claim"))
            return
        if mark.proposition is None:
            self._screen.hint.emit(with_keys(self.tr("The claim is not linked to a proposition yet: {proposition}.")))
            return
        self.list_where(mark.proposition)

    def list_where(self, proposition: str) -> None:
        """Where a proposition appears."""
        from annotator.gui.annotate.appearances_dialog import AppearancesDialog

        name, text = self._jobs.store.annotator, self._lookup.propositions.get(proposition, "")

        def show(found: list[Appearance]) -> None:
            self.dialog = AppearancesDialog(text, found, self._screen.window())
            self.dialog.list.opened.connect(self._open)
            self.dialog.finished.connect(self.dialog.deleteLater)
            self.dialog.open()

        self._jobs.ask(lambda session: appearances(session, proposition, reader=name), show, key="appearances")

    def _open(self, line: Line) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        if line.mark is not None and line.article is not None:
            self._screen.mark_wanted.emit(line.mark, line.article)
