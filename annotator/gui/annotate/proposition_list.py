"""The list of all propositions: their words are changed, two become one, what nobody asserts is deleted.

Made by the Annotate screen for a command and for the cards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from annotator.gui import verbs
from annotator.gui.annotate.lookup import Lookup
from annotator.gui.annotate.propositions import Propositions
from annotator.gui.dress import current_theme
from annotator.gui.jobs import Jobs
from annotator.gui.language import counted
from annotator.queries.propositions import propositions
from annotator.records import Changes

if TYPE_CHECKING:
    from annotator.gui.annotate.propositions_dialog import PropositionsDialog
    from annotator.gui.picker import Picker


class PropositionList(QObject):
    """Opens the list and does what is asked for in it."""

    def __init__(self, screen: Any, jobs: Jobs, lookup: Lookup, linking: Propositions) -> None:
        super().__init__(screen)
        self._screen, self._jobs, self._lookup, self._linking = screen, jobs, lookup, linking
        self.dialog: PropositionsDialog | None = None
        self.picker: Picker | None = None
        screen.mark_wanted.connect(lambda _mark, _article: self._leave())

    def _leave(self) -> None:
        """A claim is gone to in the text: the list is in the way."""
        if self.dialog is not None:
            self.dialog.reject()

    def follow(self, changes: Changes) -> None:
        """The store's news: other words, or other claims that assert them."""
        if changes.everything or changes.touches("mark") or changes.touches("proposition"):
            self._refresh()

    def open(self) -> None:
        """Show all propositions."""
        from annotator.gui.annotate.propositions_dialog import PropositionsDialog

        dialog = self.dialog = PropositionsDialog(self._screen.window())
        dialog.words_wanted.connect(self.ask_words)
        dialog.merge_wanted.connect(self._ask_other)
        dialog.delete_wanted.connect(lambda id_: self._write(verbs.propositions.delete_proposition, id_))
        dialog.appearances_wanted.connect(self._linking.list_where)
        dialog.finished.connect(self._closed)
        dialog.open()
        dialog.list.setFocus()
        self._refresh()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _refresh(self) -> None:
        if self.dialog is not None:
            self._jobs.ask(propositions, self.dialog.show_known, key="propositions")

    def ask_words(self, proposition: str) -> None:
        """Other words for a proposition, the same for all claims that assert it."""
        from annotator.gui.dialogs.rename import ask_text

        before = self._lookup.propositions.get(proposition, "")
        title, prompt = self.tr("Change the words"), self.tr("What do the claims assert?")
        words = ask_text(self.dialog or self._screen.window(), title, prompt, before)
        if words and words != before:
            self._write(verbs.propositions.edit_proposition, proposition, text=words)

    def _ask_other(self, loser: str) -> None:
        """Which one stands for both; those with words like its own first."""
        from annotator.gui.picker import PropositionPicker

        if self.dialog is None:
            return
        items = [each for each in self._linking.items(self._lookup.propositions.get(loser, "")) if each.id != loser]
        self.picker = PropositionPicker.ask(
            self.dialog,
            self.dialog.place(),
            items,
            theme=current_theme(),
            prompt=self.tr("Merge into…"),
            when_empty=self.tr("There is no other proposition."),
        )
        self.picker.taken.connect(lambda winner: self._merge(loser, winner))

    def _merge(self, loser: str, winner: str) -> None:
        store = self._jobs.store

        def say(outcome: tuple[int, int]) -> None:
            moved, left = outcome
            one, several = self.tr("1 claim of yours follows."), self.tr("{count} claims of yours follow.")
            said = [counted(moved, one, several)]
            if left:
                one = self.tr("1 of a colleague stays, and with it the proposition.")
                said.append(counted(left, one, self.tr("{count} of colleagues stay, and with them the proposition.")))
            self._tell(" ".join(said))

        self._jobs.write(lambda: verbs.propositions.merge_propositions(store, loser, winner, origin=self), say)

    def _tell(self, said: str) -> None:
        if self.dialog is not None:
            self.dialog.explain(said)
        self._screen.hint.emit(said)

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))
