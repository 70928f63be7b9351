"""The tags of one claim on another: copied by name, or taken from the claim that was changed last.

Made by the Annotate screen for two keys and the menus of the cards. What is copied is kept over articles, until
the window is closed.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.gui import verbs
from annotator.gui.annotate.open_article import OpenArticle
from annotator.gui.commands import with_keys
from annotator.gui.jobs import Jobs
from annotator.gui.language import filled
from annotator.gui.panel.card_plan import quote_of
from annotator.records import ClaimRecord

_LONGEST = 40
"""Characters of a claim's words in a sentence or a menu."""


class SameTags(QObject):
    """Remembers whose tags are copied, and gives them."""

    hint = Signal(str)

    def __init__(self, jobs: Jobs, opened: OpenArticle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._opened = jobs, opened
        self.copied: ClaimRecord | None = None

    def copy(self, claim: str | None) -> None:
        """Other claims are to get the tags of this one."""
        mark = self._opened.marks.get(claim or "")
        if not isinstance(mark, ClaimRecord):
            return
        if not has_tags(mark):
            self.hint.emit(self.tr("This claim has no tags yet."))
            return
        self.copied = mark
        self.hint.emit(with_keys(self.tr("Tags copied; {same_tags} gives them to another claim.")))

    def give(self, claim: str | None) -> None:
        """The claim gets the tags that were copied, else those of the annotator's claim changed last before it."""
        pattern = self.copied if self.copied is not None and self.copied.id != claim else self._before(claim)
        mark, store = self._opened.marks.get(claim or ""), self._jobs.store
        if claim is None:
            return
        if mark is not None and not self._opened.is_mine(mark):
            self.hint.emit(self.tr("A colleague made this claim; only they change it."))
        elif pattern is None:
            said = self.tr("No other claim of yours in this article has tags; {copy_tags} copies those of a claim.")
            self.hint.emit(with_keys(said))
        else:
            change = verbs.many.Change("like", pattern=pattern)
            self._jobs.write(
                lambda: verbs.many.change_many(store, [claim], change, origin=self), partial(self._say, pattern)
            )

    def _before(self, claim: str | None) -> ClaimRecord | None:
        marks = self._opened.marks.values()
        claims = [each for each in marks if isinstance(each, ClaimRecord) and self._opened.is_mine(each)]
        tagged = [each for each in claims if each.id != claim and has_tags(each)]
        return max(tagged, key=lambda each: (each.updated, each.id), default=None)

    def _say(self, pattern: ClaimRecord, changed: int) -> None:
        if changed:
            words = shortened(quote_of(pattern))
            self.hint.emit(filled(self.tr("Tagged like “{words}”. Undo takes it back."), words=words))
        else:
            self.hint.emit(self.tr("The claim has these tags already."))


def has_tags(claim: ClaimRecord) -> bool:
    """Whether there is anything on the claim that another could get too."""
    named = any(each.speaker for each in claim.speakers)
    return bool(named or claim.topics or claim.quotation or claim.certainty)


def shortened(words: str) -> str:
    """The beginning of a claim's words."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
