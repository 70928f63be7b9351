"""What is asked for in the cards of claims becomes verbs.

Made by the screens that show such cards: Annotate for one's own claims, Review for the consensus' version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from PySide6.QtCore import QObject, QRect

from annotator.gui import verbs
from annotator.gui.annotate.lists import Lists
from annotator.gui.jobs import Jobs
from annotator.gui.panel.wishes import ClaimWishes
from annotator.records import ClaimRecord, MarkRecord

FieldRect = Callable[[str, Literal["speaker", "topic"]], QRect]


class CardWishes(QObject):
    """Connects the wishes of cards to verbs."""

    def __init__(
        self,
        wishes: ClaimWishes,
        jobs: Jobs,
        lists: Lists,
        marks: Callable[[], Mapping[str, MarkRecord]],
        field_rect: FieldRect,
    ) -> None:
        """marks: those that are shown now; field_rect: where a claim's speakers or topics stand on the screen."""
        super().__init__(wishes)
        self._jobs = jobs
        self._marks = marks
        wishes.certainty_chosen.connect(self._set_certainty)
        wishes.cue_removed.connect(lambda claim: self._write(verbs.tagging.set_cue, claim, []))
        wishes.delete_requested.connect(lambda claim: self._write(verbs.tagging.delete_marks, [claim]))
        wishes.field_answered.connect(self._answer_field)
        wishes.note_drafted.connect(self._keep_draft)
        wishes.note_edited.connect(self._set_note)
        wishes.part_remove_requested.connect(self._remove_part)
        wishes.quotation_chosen.connect(self._set_quotation)
        wishes.role_chosen.connect(lambda claim, at, role: self._write(verbs.tagging.set_role, claim, at, role))
        wishes.speaker_add_requested.connect(lambda claim: lists.ask_speaker(claim, None, field_rect(claim, "speaker")))
        wishes.speaker_remove.connect(lambda claim, at: self._write(verbs.tagging.remove_speaker, claim, at))
        wishes.speaker_replace_requested.connect(
            lambda claim, at: lists.ask_other_of_claim("speaker", claim, at, field_rect(claim, "speaker"))
        )
        wishes.stance_chosen.connect(lambda claim, at, stance: self._write(verbs.tagging.set_stance, claim, at, stance))
        wishes.topic_add_requested.connect(lambda claim: lists.ask_topic(claim, field_rect(claim, "topic")))
        wishes.topic_replace_requested.connect(
            lambda claim, at: lists.ask_other_of_claim("topic", claim, at, field_rect(claim, "topic"))
        )
        wishes.topic_remove.connect(lambda claim, at: self._write(verbs.tagging.remove_topic, claim, at))

    def _write(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> None:
        store = self._jobs.store
        self._jobs.write(lambda: verb(store, *arguments, origin=self, **more))

    def _set_quotation(self, claim: str, value: object) -> None:
        self._write(verbs.tagging.edit_marks, [claim], label=self.tr("Set quotation"), quotation=value)

    def _set_certainty(self, claim: str, value: object) -> None:
        self._write(verbs.tagging.edit_marks, [claim], label=self.tr("Set certainty"), certainty=value)

    def _answer_field(self, claim: str, key: str, answer: object) -> None:
        self._write(verbs.fields.set_field, [claim], key, answer)

    def _set_note(self, claim: str, text: str) -> None:
        self._write(verbs.drafts.write_note, claim, text, label=self.tr("Write note"))

    def _keep_draft(self, claim: str, before: str, text: str) -> None:
        # In turn with the notes themselves: the draft of one that is written already would come back.
        store = self._jobs.store
        self._jobs.write(lambda: verbs.drafts.keep_draft(store, claim, before, text))

    def _remove_part(self, claim: str, index: int) -> None:
        mark = self._marks().get(claim)
        if isinstance(mark, ClaimRecord) and index < len(mark.parts):
            part = mark.parts[index]
            self._write(verbs.tagging.remove_part, claim, (part.start, part.end))
