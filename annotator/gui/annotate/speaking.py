"""Says to assistive programs which mark is current now: "Claim 3 of 12, speaker Mira Okafor, topic Port fees".

Told by the Annotate screen whenever the current mark, or what it says, may be another one. Speaks in the name
of the text, so that it is heard wherever the hand works; where no such program listens, nothing is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotator.gui.language import filled
from annotator.gui.panel.display import Display
from annotator.gui.reader.view import ReaderView
from annotator.records import ClaimRecord, MarkRecord


class SpokenMark(QObject):
    """The current mark in words, said once for each change."""

    def __init__(self, reader: ReaderView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.said = ""
        """What was announced last."""

    def say(
        self, current: MarkRecord | None, shown: Callable[[], Iterable[MarkRecord]], display: Callable[[], Display]
    ) -> None:
        """Announce the current mark, unless that was the last that was said. shown: the marks of the article."""
        if not QAccessible.isActive():
            return
        words = self.words(current, shown(), display()) if current is not None else ""
        if words and words != self.said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._reader, words))
        self.said = words

    def words(self, mark: MarkRecord, shown: Iterable[MarkRecord], display: Display) -> str:
        """A claim with its number in the order of the text, its speakers and topics; another mark as its hint says."""
        if not isinstance(mark, ClaimRecord):
            return self._reader.description_of(mark.id)
        place = _place(mark)
        claims = [_place(each) for each in shown if isinstance(each, ClaimRecord)]
        number = 1 + sum(each < place for each in claims)
        said = [filled(self.tr("Claim {number} of {count}"), number=number, count=len(claims))]
        names = (display.speaker_name(each.speaker) or display.mention_words(each.mention) for each in mark.speakers)
        speakers = ", ".join(filter(None, names))
        topics = ", ".join(filter(None, (display.topic_name(each.topic) for each in mark.topics)))
        said.append(filled(self.tr("speaker {names}"), names=speakers) if speakers else self.tr("no speaker"))
        said.append(filled(self.tr("topic {names}"), names=topics) if topics else self.tr("no topic"))
        return ", ".join(said)


def _place(claim: ClaimRecord) -> tuple[int, int, str]:
    """As the cards stand in the order of the text."""
    return claim.parts[0].start, claim.parts[-1].end, claim.id
