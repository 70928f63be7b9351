"""Verdicts, comments and changes of the consensus become verbs.

Made by the Review screen, one method for each thing that can be done. A claim that somebody changed or deleted
since it was compared is asked about: compare again, or decide on what was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from annotator.actions import reviewing, tagging
from annotator.actions.reviewing import Grounds
from annotator.errors import AnnotatorError, StaleWrite
from annotator.gui.annotate.moved_ends import Edge, moved_spans
from annotator.gui.dialogs.confirm import Choice, Confirm
from annotator.gui.jobs import Jobs
from annotator.gui.language import translated
from annotator.model import new_id
from annotator.queries.disagreements import ClaimGroup
from annotator.queries.marks import marks_by_id
from annotator.records import ClaimRecord

Verb = Literal["accept", "amend", "reject"]


class Deciding(QObject):
    """What the reviewer does."""

    hint = Signal(str)
    decided = Signal()
    """A verdict is given and written."""
    refused = Signal(str)
    """Nothing was decided on the claims of this article: it is to be compared again."""

    def __init__(self, jobs: Jobs, parent: Any) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))

    # Verdicts -----------------------------------------------------------------------------------

    def decide(self, verb: Verb, group: ClaimGroup, chosen: str, grounds: Grounds) -> str:
        """Give the verdict; returns the id that the consensus' mark of an amendment will have."""
        made = new_id()
        self._decide(verb, group.claims, chosen, grounds, made, as_seen=False)
        return made

    def _decide(
        self, verb: Verb, claims: Sequence[ClaimRecord], chosen: str, grounds: Grounds, made: str, *, as_seen: bool
    ) -> None:
        store = self._jobs.store

        def give() -> object:
            if verb == "accept":
                return reviewing.accept_version(store, claims, chosen, grounds, as_seen=as_seen, origin=self)
            if verb == "amend":
                return reviewing.amend_version(
                    store, claims, chosen, grounds, as_seen=as_seen, mark_id=made, origin=self
                )
            reviewing.reject_versions(store, claims, grounds, as_seen=as_seen, origin=self)
            return None

        def failed(error: Exception) -> None:
            if not isinstance(error, AnnotatorError):
                raise error
            if isinstance(error, StaleWrite) and self._decide_as_seen(translated(str(error))):
                self._decide(verb, claims, chosen, grounds, made, as_seen=True)
                return
            if not isinstance(error, StaleWrite):
                self._jobs.refused.emit(translated(str(error)))
            self.refused.emit(claims[0].article)

        self._jobs.write(give, lambda _: self.decided.emit(), failed)

    def _decide_as_seen(self, sentence: str) -> bool:
        answer = Confirm.choose(
            self._window,
            self.tr("This claim was changed meanwhile"),
            sentence,
            [
                Choice("seen", self.tr("Decide on what I saw")),
                Choice("again", self.tr("Compare again"), "primary"),
            ],
        )
        return answer == "seen"

    def flag(self, reviews: Collection[str], asked: bool) -> None:
        """Flag verdicts that stand already, or take the flag away."""
        self._write(reviewing.set_codebook_question, list(reviews), asked)

    def comment(self, mark: str, words: str) -> None:
        """Say something about a version."""
        self._write(reviewing.add_comment, mark, words)

    def third_opinion(self, group: ClaimGroup, reader: str, name: str) -> None:
        """Give the article to somebody else as well."""
        store, makers = self._jobs.store, [claim.annotator for claim in group.claims]
        said = self.tr("{name} will read this article without seeing the others’ tags.").format(name=name)
        self._jobs.write(
            lambda: reviewing.ask_third_opinion(store, group.article, reader, makers, origin=self),
            lambda _: self.hint.emit(said),
        )

    def set_reviewed(self, articles: Collection[str], reviewed: bool) -> None:
        """Call articles reviewed, or open them again."""
        self._write(reviewing.set_reviewed, list(articles), reviewed)

    # The consensus' version -----------------------------------------------------------------------

    def move(self, mark: str, text: str, edge: Edge, unit: Literal["word", "character"], *, right: bool) -> None:
        """Move a boundary of the consensus' version, as it will be then: a key held down speaks of its last effect."""
        store = self._jobs.store

        def shift() -> str | None:
            with store.read() as session:
                found = marks_by_id(session, {mark})
            spans = moved_spans(text, found[0], edge, unit, right) if found else None
            if spans is None:
                return self.tr("The boundary cannot move further there.")
            tagging.set_spans(store, mark, spans, origin=self)
            return None

        self._jobs.write(shift, lambda sentence: self.hint.emit(sentence) if sentence else None)
