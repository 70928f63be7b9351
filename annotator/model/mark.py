"""Marks: claims, mentions and passages, with the parts of text that they cover.

The three share a table, since they are read, listed, reviewed and deleted together. What hangs on a
mark is keyed by its article first, so that all of an article's rows lie side by side in the file.
"""

from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from annotator.model.base import Base, Batched, Versioned, reference


class Mark(Batched, Versioned, Base):
    """One tag of one annotator in one article.

    kind: claim, mention or passage. start: code point of the first part, for order. revision: of the
    article's text that the parts point into. origins: ids of the marks that this one was made from.
    """

    __tablename__ = "mark"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    article_id: Mapped[str] = mapped_column(reference("article.id"))
    revision: Mapped[int] = mapped_column(default=1)
    annotator_id: Mapped[str] = mapped_column(reference("annotator.id"))
    start: Mapped[int]
    note: Mapped[str] = mapped_column(default="")
    fields: Mapped[dict[str, Any] | None]
    origins: Mapped[list[Any] | None]
    codebook: Mapped[int] = mapped_column(default=0)
    created: Mapped[str]
    updated: Mapped[str]
    # of a claim
    quotation: Mapped[str | None]
    certainty: Mapped[str | None]
    proposition_id: Mapped[str | None] = mapped_column(reference("proposition.id"))
    # of a mention
    speaker_id: Mapped[str | None] = mapped_column(reference("speaker.id"))
    # of a passage
    topic_id: Mapped[str | None] = mapped_column(reference("topic.id"))
    __table_args__ = (
        UniqueConstraint("article_id", "id"),
        # Counting 200,000 marks by article and annotator reads this index alone.
        Index(None, "article_id", "kind", "annotator_id"),
    )


def of_mark(column: str) -> ForeignKeyConstraint:
    """A reference to a mark of the same article, by both ids: deleting a mark then searches one article."""
    return ForeignKeyConstraint(
        ["article_id", column], ["mark.article_id", "mark.id"], deferrable=True, initially="DEFERRED"
    )


class Part(Base):
    """A stretch of text of a mark: its content, or the cue of a claim."""

    __tablename__ = "part"
    article_id: Mapped[str]
    mark_id: Mapped[str]
    role: Mapped[str]
    ordinal: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    __table_args__ = (
        PrimaryKeyConstraint("article_id", "mark_id", "role", "ordinal"),
        of_mark("mark_id"),
        {"sqlite_with_rowid": False},
    )


class ClaimSpeaker(Base):
    """Who asserts a claim; speaker or mention may be unknown, not both."""

    __tablename__ = "claim_speaker"
    article_id: Mapped[str]
    mark_id: Mapped[str]
    ordinal: Mapped[int]
    speaker_id: Mapped[str | None] = mapped_column(reference("speaker.id"))
    role: Mapped[str]
    mention_id: Mapped[str | None]
    __table_args__ = (
        PrimaryKeyConstraint("article_id", "mark_id", "ordinal"),
        of_mark("mark_id"),
        of_mark("mention_id"),
        {"sqlite_with_rowid": False},
    )


class ClaimTopic(Base):
    """What a claim is about, and its stance."""

    __tablename__ = "claim_topic"
    article_id: Mapped[str]
    mark_id: Mapped[str]
    ordinal: Mapped[int]
    topic_id: Mapped[str] = mapped_column(reference("topic.id"))
    stance: Mapped[str | None]
    __table_args__ = (
        PrimaryKeyConstraint("article_id", "mark_id", "ordinal"),
        of_mark("mark_id"),
        {"sqlite_with_rowid": False},
    )


class Proposition(Batched, Versioned, Base):
    """What several claims assert in common, across articles."""

    __tablename__ = "proposition"
    id: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
