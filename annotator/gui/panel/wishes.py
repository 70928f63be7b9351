"""What somebody asks for in the cards of claims: one object whose signals the shell connects to verbs.

The cards send, the shell listens; nothing is changed here. `index` counts the claim's speakers or topics
as they stand in its record.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ClaimWishes(QObject):
    """The wishes of all cards of one list; each signal begins with the id of the claim.

    several: the cards are those of an article, of which several can be selected and tags copied.
    """

    claim_chosen = Signal(str)
    """A claim, or a mention that a claim has its speaker by, is to be current."""
    key_typed = Signal(str)
    """A key of the text, such as "N" or "Shift+C", while a card itself has the focus."""
    selection_changed = Signal(list)
    """Ids of the claims that are selected for a change of many."""
    cue_requested = Signal(str)
    """The words selected in the text are to be its cue."""
    cue_removed = Signal(str)
    speaker_add_requested = Signal(str)
    speaker_remove = Signal(str, int)
    speaker_replace_requested = Signal(str, int)
    """Somebody else is to stand in the place of this speaker."""
    speaker_kind_chosen = Signal(str, str)
    """A speaker's id, and what that speaker is: this one is about no claim."""
    role_chosen = Signal(str, int, str)
    topic_add_requested = Signal(str)
    topic_remove = Signal(str, int)
    topic_replace_requested = Signal(str, int)
    stance_chosen = Signal(str, int, object)
    """A stance, or None to take it away."""
    quotation_chosen = Signal(str, object)
    """A kind of quotation, or None."""
    certainty_chosen = Signal(str, object)
    """A certainty, or None."""
    field_answered = Signal(str, str, object)
    """The field's key and its answer, None for no answer."""
    proposition_requested = Signal(str)
    appearances_requested = Signal(str)
    propositions_wanted = Signal()
    proposition_removed = Signal(str)
    review_requested = Signal(str)
    """What was said about the claim is to be read."""
    note_edited = Signal(str, str)
    note_drafted = Signal(str, str, str)
    """The mark, its note before, and what has been typed of the new one when the typing paused."""
    delete_requested = Signal(str)
    source_copied = Signal(str)
    """The words of the claim are to be copied with where they are from."""
    tags_copied = Signal(str)
    """Other claims are to get the tags of this one."""
    tags_wanted = Signal(str)
    """The claim is to get the tags that were copied, or those of the claim before."""
    many_delete_requested = Signal()
    """All that are selected are to be deleted, after a question."""
    many_requested = Signal()
    """What can be done to all that are selected is to be offered."""
    split_requested = Signal(str)
    """Each part of the claim is to be a claim of its own."""
    part_remove_requested = Signal(str, int)
    """The part to take away, counted in the claim's parts."""
    refused = Signal(str)
    """A sentence on what was typed and cannot be taken."""
    left = Signal(str)
    """Esc: the focus should go back to the text."""

    def __init__(self, parent: QObject | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self.several = several
