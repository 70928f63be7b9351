"""What colleagues say about a mark: verdicts and comments.

`target` is no foreign key: a verdict outlives the mark that it was given on.
"""

from typing import TYPE_CHECKING

from annotator.model import tables
from annotator.model.base import Base, Mapped, Versioned


class Review(Versioned, Base):
    """A verdict on a mark; amending names the mark that replaces it."""

    __table__ = tables.REVIEW

    if TYPE_CHECKING:
        id: Mapped[str]
        target: Mapped[str]
        annotator_id: Mapped[str]
        verdict: Mapped[str]
        reason: Mapped[str]
        cause: Mapped[str | None]
        codebook_question: Mapped[bool]
        replacement: Mapped[str | None]
        created: Mapped[str]
        batch: Mapped[int | None]
        version: Mapped[int]


class Comment(Versioned, Base):
    """A remark on a mark, or an answer to one."""

    __table__ = tables.COMMENT

    if TYPE_CHECKING:
        id: Mapped[str]
        target: Mapped[str]
        reply_to: Mapped[str | None]
        annotator_id: Mapped[str]
        text: Mapped[str]
        created: Mapped[str]
        batch: Mapped[int | None]
        version: Mapped[int]
