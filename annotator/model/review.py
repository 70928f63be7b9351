"""What colleagues say about a mark: verdicts and comments.

`target` is no foreign key: a verdict outlives the mark that it was given on.
"""

from sqlalchemy.orm import Mapped, mapped_column

from annotator.model.base import Base, Batched, Versioned, reference


class Review(Batched, Versioned, Base):
    """A verdict on a mark; amending names the mark that replaces it."""

    __tablename__ = "review"
    id: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str] = mapped_column(index=True)
    annotator_id: Mapped[str] = mapped_column(reference("annotator.id"))
    verdict: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    cause: Mapped[str | None]
    codebook_question: Mapped[bool] = mapped_column(default=False)
    replacement: Mapped[str | None]
    created: Mapped[str]


class Comment(Batched, Versioned, Base):
    """A remark on a mark, or an answer to one."""

    __tablename__ = "comment"
    id: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str] = mapped_column(index=True)
    reply_to: Mapped[str | None]
    annotator_id: Mapped[str] = mapped_column(reference("annotator.id"))
    text: Mapped[str]
    created: Mapped[str]
