"""Marks: claims, mentions and passages, with the parts of text that they cover.

The three share a table, since they are read, listed, reviewed and deleted together. What hangs on a
mark is keyed by its article first, so that all of an article's rows lie side by side in the file.
"""

from typing import TYPE_CHECKING, Any

from annotator.model import tables
from annotator.model.base import Base, Mapped, Versioned


class Mark(Versioned, Base):
    """One tag of one annotator in one article.

    kind: claim, mention or passage. start: code point of the first part, for order. revision: of the
    article's text that the parts point into. origins: ids of the marks that this one was made from.
    """

    __table__ = tables.MARK

    if TYPE_CHECKING:
        id: Mapped[str]
        kind: Mapped[str]
        article_id: Mapped[str]
        revision: Mapped[int]
        annotator_id: Mapped[str]
        start: Mapped[int]
        note: Mapped[str]
        fields: Mapped[dict[str, Any] | None]
        origins: Mapped[list[Any] | None]
        codebook: Mapped[int]
        created: Mapped[str]
        updated: Mapped[str]
        # of a claim
        quotation: Mapped[str | None]
        certainty: Mapped[str | None]
        proposition_id: Mapped[str | None]
        # of a mention
        speaker_id: Mapped[str | None]
        # of a passage
        topic_id: Mapped[str | None]
        batch: Mapped[int | None]
        version: Mapped[int]


class Part(Base):
    """A stretch of text of a mark: its content, or the cue of a claim."""

    __table__ = tables.PART

    if TYPE_CHECKING:
        article_id: Mapped[str]
        mark_id: Mapped[str]
        role: Mapped[str]
        ordinal: Mapped[int]
        start: Mapped[int]
        end: Mapped[int]
        quote: Mapped[str]


class ClaimSpeaker(Base):
    """Who asserts a claim; speaker or mention may be unknown, not both."""

    __table__ = tables.CLAIM_SPEAKER

    if TYPE_CHECKING:
        article_id: Mapped[str]
        mark_id: Mapped[str]
        ordinal: Mapped[int]
        speaker_id: Mapped[str | None]
        role: Mapped[str]
        mention_id: Mapped[str | None]


class ClaimTopic(Base):
    """What a claim is about, and its stance."""

    __table__ = tables.CLAIM_TOPIC

    if TYPE_CHECKING:
        article_id: Mapped[str]
        mark_id: Mapped[str]
        ordinal: Mapped[int]
        topic_id: Mapped[str]
        stance: Mapped[str | None]


class Proposition(Versioned, Base):
    """What several claims assert in common, across articles."""

    __table__ = tables.PROPOSITION

    if TYPE_CHECKING:
        id: Mapped[str]
        text: Mapped[str]
        note: Mapped[str]
        batch: Mapped[int | None]
        version: Mapped[int]
